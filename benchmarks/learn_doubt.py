"""Learn how sure a speaker's name is, from articles in which people have marked who is meant.

    python benchmarks/learn_doubt.py fixtures/news/tuned \\
        --tuned polnear/train/speakers:polnear/train/text news:news

Each argument is a folder as `fixtures/news` has them, or `MARKED:TEXT` (see `learning/speakers`).
Of the folders after `--tuned`, on which the resolvers' rules were made, every second article is
only read. Writes `attrib/data/learned/doubt.tsv` and prints how often names of each confidence are
right, in the articles learned from and in those. Needs NumPy and SciPy.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from attrs import frozen
from learning.speakers import Marked, decided, read, same
from scipy.optimize import minimize

from attrib.resolution import doubt

TABLE = Path(__file__).parent.parent / "attrib" / "data" / "learned" / "doubt.tsv"
PENALTY = 3.0
SEEN_LEAST = 4
"""How often something must have been seen to be given a weight."""
BANDS = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 1.01)


@frozen
class Choice:
    """A name that the resolvers gave, what was seen of it, and whether it is right."""

    evidence: frozenset[str]
    right: bool


def choices(marked: Marked) -> Iterator[Choice]:
    """The names given in an article."""
    for scene, referent, sure, speaker in decided(marked):
        if sure is not None:
            seen = frozenset(doubt.evidence(scene, referent))
            yield Choice(seen, same(speaker, referent.name))


def learn(found: Sequence[Choice]) -> dict[str, float]:
    """Weights of all that was seen often enough: logistic regression with a quadratic penalty."""
    counts = Counter(piece for choice in found for piece in choice.evidence)
    names = sorted(piece for piece, n in counts.items() if n >= SEEN_LEAST)
    index = {piece: i for i, piece in enumerate(names)}
    seen = np.zeros((len(found), len(names)))
    for row, choice in enumerate(found):
        for piece in choice.evidence:
            if piece in index:
                seen[row, index[piece]] = 1
    sign = np.array([1.0 if choice.right else -1.0 for choice in found])
    held = np.array([0.05 if piece == "always" else PENALTY for piece in names])

    def loss(weights: np.ndarray[Any, Any]) -> tuple[float, np.ndarray[Any, Any]]:
        margin = sign * (seen @ weights)
        slope = -sign / (1 + np.exp(margin))
        value = np.logaddexp(0, -margin).sum() + 0.5 * (held * weights**2).sum()
        return value, seen.T @ slope + held * weights

    best = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B").x
    return {piece: round(float(best[i]), 2) for piece, i in index.items() if abs(best[i]) >= 0.05}


def reliability(found: Sequence[Choice], weights: dict[str, float]) -> str:
    """A line for each band of confidence: how many names, how sure, how many of them right."""
    rows = [
        (1 / (1 + np.exp(-sum(weights.get(piece, 0.0) for piece in choice.evidence))), choice.right)
        for choice in found
    ]
    lines = ["confidence  names  mean  right"]
    for low, high in pairwise(BANDS):
        band = [(sure, right) for sure, right in rows if low <= sure < high]
        if band:
            mean = sum(sure for sure, _ in band) / len(band)
            share = sum(right for _, right in band) / len(band)
            bounds = f"{low:.2f}-{min(high, 1):.2f}"
            lines.append(f"{bounds:10}  {len(band):5}  {mean:.2f}  {share:.2f}")
    return "\n".join(lines)


def main() -> None:
    """Learn, write the table, print the reliability on both halves."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", metavar="FOLDER", help="what no rule was made on")
    parser.add_argument("--tuned", nargs="*", default=[], metavar="MARKED:TEXT")
    given = parser.parse_args()
    learned = [each for folder in given.folders for one in read(folder) for each in choices(one)]
    others: list[Choice] = []
    for folder in given.tuned:
        for number, one in enumerate(read(folder)):
            (others if number % 2 else learned).extend(choices(one))
    weights = learn(learned)
    lines = ["# What each thing seen of a resolver's choice says for its being right: log-odds."]
    lines += ["# Made by benchmarks/learn_doubt.py from articles in which speakers are marked."]
    lines += [f"{piece}\t{weight:.2f}" for piece, weight in sorted(weights.items())]
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    for title, half in (("learned from", learned), ("only read", others)):
        print(f"{title}:\n{reliability(half, weights)}")


if __name__ == "__main__":
    main()
