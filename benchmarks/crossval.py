"""Cross-validate attrib on annotated articles: what it reaches where nothing was learned from.

    python benchmarks/crossval.py --train polnear/train --picture benchmarks/precision_recall.svg

Once by article, once by publisher (the part of an article's name before `_`): each fifth of them
is read by what the other four taught. Only the parts of speech, learned without a look at any
attribution, are those that attrib ships, and the fit is the first of the two of `learn.py`. Prints
precision, recall and F by threshold, with the best threshold, and draws the curves. Needs
NumPy, SciPy and, for the picture, Matplotlib; takes about fifteen minutes.
"""

from __future__ import annotations

import argparse
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from learning.articles import Article, read_articles
from learning.choices import learn
from learning.fitting import fit
from learning.readings import FOLDS, Readings, joined, readings_of, write_readings
from learning.tables import LEARNED

from attrib import pipeline
from attrib.detection import detect
from attrib.evaluation.marked import Marked, MarkedArticle, read
from attrib.evaluation.score import Rate, score
from attrib.knowledge.weights import Weights
from attrib.words import tags

THRESHOLDS = [round(0.04 * step, 2) for step in range(5, 17)]


def fold_of(articles: Sequence[Article], by: str) -> list[int]:
    """The fold of each article; all of a publisher are in one."""
    if by == "article":
        return [i % FOLDS for i in range(len(articles))]
    publishers = [article.name.partition("_")[0] for article in articles]
    by_size = sorted(set(publishers), key=lambda name: (-publishers.count(name), name))
    return [by_size.index(name) % FOLDS for name in publishers]


def cross_validate(
    articles: Sequence[Article], gold: dict[str, MarkedArticle], by: str
) -> dict[float, dict[str, Rate]]:
    """The rates, of all and by kind, at each threshold."""
    folds = fold_of(articles, by)
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        readings = [learned_without(articles, folds, k, root / str(k)) for k in range(FOLDS)]
        found: dict[float, dict[str, list[Marked]]] = {each: {} for each in THRESHOLDS}
        for k in range(FOLDS):
            others = [each for j, each in enumerate(readings) if j != k]
            write_readings(root / str(k), joined(others))
            learned = Weights(root / str(k))
            for article, fold in zip(articles, folds, strict=True):
                if fold == k:
                    for threshold in THRESHOLDS:
                        found[threshold][article.name] = marked(article, threshold, learned)
    reports = {threshold: score(gold, each) for threshold, each in found.items()}
    return {
        threshold: {"all": report.attribution, **report.kinds}
        for threshold, report in reports.items()
    }


def learned_without(
    articles: Sequence[Article], folds: Sequence[int], k: int, folder: Path
) -> Readings:
    """Learn from all but one fold, and read that fold."""
    learn([a for a, fold in zip(articles, folds, strict=True) if fold != k], folder, fit)
    for name in ("words", "tags"):
        shutil.copy(LEARNED / f"{name}.tsv", folder)
    fifth = [a for a, fold in zip(articles, folds, strict=True) if fold == k]
    return readings_of(fifth, Weights(folder))


def marked(article: Article, threshold: float, learned: Weights) -> list[Marked]:
    """What attrib finds in an article by the tables given."""
    found = pipeline.attributions_of(article.tokens, threshold, learned=learned)
    return [
        Marked(
            content=tuple((span.start, span.end) for span in each.content),
            source=((each.source.start, each.source.end),) if each.source else (),
            cue=((each.cue.span.start, each.cue.span.end),) if each.cue else (),
            id=str(i),
            nested_in=None if each.parent is None else str(each.parent),
            confidence=each.confidence,
        )
        for i, each in enumerate(found)
    ]


def draw(curves: dict[str, dict[float, dict[str, Rate]]], path: Path) -> None:
    """Precision against recall, with the threshold beside every other point."""
    import matplotlib as mpl
    from matplotlib import pyplot as plt

    mpl.rcParams["svg.hashsalt"] = "attrib"
    figure, axes = plt.subplots(figsize=(6, 4.5))
    for by, rates in curves.items():
        recalls = [100 * each["all"].recall for each in rates.values()]
        precisions = [100 * each["all"].precision for each in rates.values()]
        axes.plot(recalls, precisions, marker=".", label=f"folds by {by}")
        if by == "article":
            for threshold, x, y in list(zip(rates, recalls, precisions, strict=True))[::2]:
                axes.annotate(f"{threshold:g}", (x, y), (4, 4), textcoords="offset points")
    axes.set(xlabel="recall, %", ylabel="precision, %", title="Attributions, by least confidence")
    axes.grid(alpha=0.3)
    axes.legend()
    figure.savefig(path, metadata={"Date": None})


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--train", type=Path, required=True)
    parser.add_argument("--picture", type=Path)
    args = parser.parse_args()
    gold = read(args.train)
    articles = read_articles(args.train)
    for article in articles:
        article.tags = tags.tag(article.tokens)
    curves = {by: cross_validate(articles, gold, by) for by in ("article", "publisher")}
    for by, rates in curves.items():
        print(
            f"\nFolds by {by}\nthreshold      P     R     F   direct R/P  mixed R/P  indirect R/P"
        )
        for threshold, each in rates.items():
            kinds = "  ".join(
                f"{100 * each[kind].recall:5.1f} {100 * each[kind].precision:5.1f}"
                for kind in ("direct", "mixed", "indirect")
            )
            rate = each["all"]
            print(
                f"{threshold:9.2f}  {100 * rate.precision:5.1f} {100 * rate.recall:5.1f}"
                f" {100 * rate.f:5.1f}  {kinds}"
            )
        best = max(rates, key=lambda threshold: rates[threshold]["all"].f)
        print(f"best {best:g}; attrib reads with {detect.Limits().plain:g}")
    if args.picture:
        draw(curves, args.picture)


if __name__ == "__main__":
    main()
