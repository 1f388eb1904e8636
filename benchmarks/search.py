"""Search for evidence that a choice among places lacks, and for what it can do without.

    python benchmarks/search.py content_end --train polnear/train

Every fifth article is held out, and every piece is judged by how likely it makes the right options
there, in log loss a choice. Forward: pieces of two or three views, drawn at random from those that
`evidence` has for the choice, are fitted one at a time on top of the pieces in its row.
Backward: the row is fitted without each of its pieces. Views to try are written into the row first.
What comes out is a proposal: write it into the row and cross-validate (CONTRIBUTING.md says how).
Needs NumPy and SciPy; takes some minutes.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, combinations
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from learning.articles import Article, read_articles
from learning.choices import answers, cue_examples, learn_heads, order_of
from learning.fitting import PLACES, maximize
from learning.readings import FOLDS
from scipy.sparse import csr_matrix, hstack

from attrib.detection import evidence, places, scoring
from attrib.detection.views import VIEWS
from attrib.knowledge.weights import SHIPPED
from attrib.words import tags

SEARCHED = "searched"
"""Under this name the choice stands among the others with every view as a piece."""


class Table(NamedTuple):
    """What all views show of all options of all choices, an option a row."""

    values: list[dict[str, Any]]
    sizes: np.ndarray
    """How many options each choice has."""
    starts: np.ndarray
    """The row of its first option."""
    right: np.ndarray
    """The row of its right option."""

    def loss(self, scores: np.ndarray) -> float:
        """Log loss a choice."""
        top = np.maximum.reduceat(scores, self.starts)
        total = np.add.reduceat(np.exp(scores - np.repeat(top, self.sizes)), self.starts)
        return float((top + np.log(total) - scores[self.right]).mean())


class Lots(NamedTuple):
    train: Table
    held_out: Table


def all_views(choice: evidence.Choice) -> tuple[str, ...]:
    """The views that a piece of the choice may be made of."""
    own = [view for view in choice.views if view not in VIEWS]
    return (*VIEWS, *own)


def table(articles: Iterable[Article], place: places.Place) -> Table:
    """The choices of a place that the annotators made, with more than one option."""
    choice, name = place.choice, SEARCHED
    scoring.CHOICES[name] = choice._replace(name=name, pieces=all_views(choice))
    values: list[dict[str, Any]] = []
    sizes, right = [], []
    for article in articles:
        scene = article.scene(SHIPPED)
        for word, gold in cue_examples(article, SHIPPED):
            order = order_of(word, gold) if gold else ""
            for asked, anchor, at in answers(word, gold, order) if gold else ():
                if asked is not place:
                    continue
                around = place.around(scene, word, anchor)
                options = places.worth_weighing(place, scene, word, around)
                if at in options and len(options) > 1:
                    right.append(len(values) + options.index(at))
                    sizes.append(len(options))
                    draw = scoring.drawer(name)
                    values += [dict(draw(scene, word, order, anchor, each)) for each in options]
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    return Table(values, np.array(sizes), starts, np.array(right))


def columns(lots: Lots, piece: str) -> tuple[csr_matrix, csr_matrix]:
    """For each lot a column for each thing that a piece shows often enough in training."""
    views = piece.split(", ")
    shown = [[tuple(map(row.get, views)) for row in lot.values] for lot in lots]
    count = Counter(shown[0])
    column = {seen: i for i, seen in enumerate(s for s in count if count[s] >= PLACES.min_count)}
    matrices = []
    for lot in shown:
        rows = [i for i, seen in enumerate(lot) if seen in column]
        shape = (len(lot), len(column))
        data = (np.ones(len(rows)), (rows, [column[lot[i]] for i in rows]))
        matrices.append(csr_matrix(data, shape=shape))
    return matrices[0], matrices[1]


def fit(lots: Lots, pieces: Sequence[str], offset: Any = 0.0) -> list[np.ndarray]:
    """The scores of all options, by weights learned from the training lot on top of an offset."""
    found = [columns(lots, piece) for piece in pieces]
    both = [hstack(matrices).tocsr() for matrices in zip(*found, strict=True)]
    of, train = both[0], lots.train
    if not of.shape[1]:
        return [np.zeros(matrix.shape[0]) for matrix in both]
    start = np.zeros(of.shape[1])
    w = maximize(of, train.sizes, train.starts, train.right, PLACES.prior, start, offset)
    w[np.abs(w) < PLACES.drop] = 0
    return [matrix @ w for matrix in both]


def proposals(choice: evidence.Choice, tries: int) -> list[str]:
    """Pieces that the row does not have and that tell one option from another."""
    views = all_views(choice)
    have = {frozenset(piece.split(", ")) for piece in choice.pieces}
    own = set(scoring.plan(SEARCHED).own)
    pool = [
        ", ".join(each)
        for each in chain(combinations(views, 1), combinations(views, 2), combinations(views, 3))
        if own & set(each) and frozenset(each) not in have
    ]
    return random.Random(1).sample(pool, min(tries, len(pool)))


def forward(lots: Lots, choice: evidence.Choice, tries: int) -> Iterator[tuple[float, str]]:
    """How much better each proposed piece makes the choice."""
    on_train, on_held_out = fit(lots, choice.pieces)
    before = lots.held_out.loss(on_held_out)
    for piece in proposals(choice, tries):
        _, more = fit(lots, [piece], on_train)
        yield before - lots.held_out.loss(on_held_out + more), piece


def backward(lots: Lots, choice: evidence.Choice) -> Iterator[tuple[float, str]]:
    """How much worse the choice is without each of its pieces."""
    before = lots.held_out.loss(fit(lots, choice.pieces)[1])
    for piece in choice.pieces:
        rest = [each for each in choice.pieces if each != piece]
        yield lots.held_out.loss(fit(lots, rest)[1]) - before, piece


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    by_name = {place.name: place for place in places.PLACES}
    parser.add_argument("place", choices=by_name)
    parser.add_argument("--train", type=Path, required=True)
    parser.add_argument("--tries", type=int, default=300, help="pieces to try (default: 300)")
    args = parser.parse_args()
    place = by_name[args.place]
    articles = read_articles(args.train)
    for article in articles:
        article.tags = tags.tag(article.tokens)
    learn_heads(articles)
    rest = [article for i, article in enumerate(articles) if i % FOLDS]
    lots = Lots(table(rest, place), table(articles[::FOLDS], place))
    print(f"{place.name}: log loss {lots.held_out.loss(fit(lots, place.choice.pieces)[1]):.4f}")
    print("\nlost without")
    for loss, piece in sorted(backward(lots, place.choice)):
        print(f"{loss:8.4f}  {piece}")
    print("\ngained with")
    for gain, piece in sorted(forward(lots, place.choice, args.tries), reverse=True)[:20]:
        print(f"{gain:8.4f}  {piece}")


if __name__ == "__main__":
    main()
