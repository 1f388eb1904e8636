"""Make `attrib/data/learned/*.tsv` anew from annotated articles.

    python benchmarks/learn.py --train polnear/train --tagged polnear/dev/tokens.jsonl

`--train` is a folder with `text/NAME.txt` and brat standoff in `attributions/NAME_ANNOTATOR.ann`
(of several annotators the first counts). `--tagged` is a file of JSON Lines with `tokens` and
`pos`, from which only the parts of speech are learned. Needs NumPy and SciPy; takes about twenty
minutes, and makes the same files from the same input.

The method: every choice of `attrib.detection` is a log-linear model over the pieces of evidence in
its modules `evidence` and `edges`, fitted by L-BFGS with a Gaussian prior; weights too small to
matter are dropped. All is learned twice, once with parts of the evidence hidden, and the mean of
both is shipped: it was the better on news of other years than the articles learned from. The
package `learning` does it.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path

from learning.articles import read_articles
from learning.choices import learn
from learning.fitting import Fitter, fit, fit_hidden
from learning.readings import learn_reading
from learning.speech import learn_speech
from learning.tables import LEARNED, pack_all, take_mean

from attrib.knowledge.weights import Weights
from attrib.words import tags


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--train", type=Path)
    parser.add_argument("--tagged", type=Path)
    parser.add_argument("--out", type=Path, default=LEARNED)
    args = parser.parse_args()
    if not (args.train and args.tagged):
        parser.error("--train and --tagged are needed to learn")
    with tempfile.TemporaryDirectory() as name:
        hidden = Path(name)
        learn_all(args.train, args.tagged, hidden, fit_hidden)
        learn_all(args.train, args.tagged, args.out, fit)
        take_mean(args.out, hidden)
    pack_all(args.out)


def learn_all(train: Path, tagged: Path, folder: Path, fitter: Fitter) -> None:
    """Learn every table once, into a folder."""
    articles = read_articles(train)
    learn_speech(articles, tagged, folder, fitter)
    learned = Weights(folder)
    for article in articles:
        article.tags = tags.tag(article.tokens, learned)
    learn_reading(articles, folder, fitter)
    learn(articles, folder, fitter)


if __name__ == "__main__":
    main()
