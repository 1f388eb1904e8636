"""Learn whom `he` and `she` mean, from articles in which people have marked who is meant.

    python benchmarks/learn_pronouns.py fixtures/news/tuned \\
        --tuned polnear/train/speakers:polnear/train/text polnear/dev/speakers:polnear/dev/text \\
        news:news

Each argument is a folder as `fixtures/news` has them, or `MARKED:TEXT` (see `learning/speakers`).
After `--tuned` stand folders on which the resolvers' rules were made: there the rules are right too
often to show how far they are to be trusted, so that what they chose weighs nothing, and every
second article is only read. Writes `attrib/data/learned/he_or_she.tsv` and prints how many are
right by the rules alone and as weighed. Needs NumPy and SciPy.
"""

from __future__ import annotations

import argparse
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from attrs import frozen
from learning.speakers import Marked, decided, read, same
from scipy.optimize import minimize

from attrib.resolution import weighed
from attrib.resolution.pronouns import by_rules

TABLE = Path(__file__).parent.parent / "attrib" / "data" / "learned" / "he_or_she.tsv"
PENALTY = 4.0
SEEN_LEAST = 4
"""How many candidates must have shown something for it to be given a weight."""
OF_RULES = ("chosen by the rules", "not chosen by the rules")


@frozen
class Choice:
    """A pronoun with those who may be meant: what is seen of each, and who is right."""

    seen: Sequence[frozenset[str]]
    right: Sequence[bool]
    ruled: bool
    """Whether the rules' answer is right."""


def choices(marked: Marked) -> Iterator[Choice]:
    """The pronouns of an article whose statements are found."""
    for scene, _, _, speaker in decided(marked):
        gender = scene.phrase.gender
        if gender is None:
            continue
        ruled = by_rules(scene, gender)
        found = [] if ruled is None else weighed.candidates(scene, gender, ruled)
        yield Choice(
            [frozenset(weighed.evidence(scene, each)) for each in found],
            [same(speaker, each.referent.name) for each in found],
            ruled is not None and same(speaker, ruled.name),
        )


def learn(found: Sequence[Choice]) -> dict[str, float]:
    """Weights by which those who are right have most of the probability among the candidates."""
    found = [choice for choice in found if any(choice.right)]
    counts = Counter(piece for choice in found for seen in choice.seen for piece in seen)
    names = sorted(piece for piece, n in counts.items() if n >= SEEN_LEAST)
    index = {piece: i for i, piece in enumerate(names)}
    rows = [seen for choice in found for seen in choice.seen]
    of = np.repeat(np.arange(len(found)), [len(choice.seen) for choice in found])
    right = np.array([float(is_right) for choice in found for is_right in choice.right])
    shown = np.zeros((len(rows), len(names)))
    for row, seen in enumerate(rows):
        for piece in seen & index.keys():
            shown[row, index[piece]] = 1

    def loss(weights: np.ndarray[Any, Any]) -> tuple[float, np.ndarray[Any, Any]]:
        sums = np.exp(shown @ weights)
        every, ours = np.bincount(of, sums), np.bincount(of, sums * right)
        value = -np.log(ours / every).sum() + 0.5 * PENALTY * (weights**2).sum()
        slope = sums / every[of] - sums * right / ours[of]
        return value, shown.T @ slope + PENALTY * weights

    best = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B").x
    return {piece: round(float(best[i]), 2) for piece, i in index.items() if abs(best[i]) >= 0.05}


def result(found: Sequence[Choice], weights: dict[str, float], margin: float) -> str:
    """How many are right by the rules alone, and where another outweighs their answer."""
    by_rules = sum(choice.ruled for choice in found)
    both = 0
    for choice in found:
        sums = [sum(weights.get(piece, 0.0) for piece in seen) for seen in choice.seen]
        ruled = next((i for i, seen in enumerate(choice.seen) if OF_RULES[0] in seen), None)
        most = max(range(len(sums)), key=sums.__getitem__, default=None)
        other = most is not None and ruled is not None
        if other and sums[most] - sums[ruled] > margin:
            both += choice.right[most]
        else:
            both += choice.ruled
    return f"{len(found)} pronouns, right by the rules {by_rules}, weighed {both}"


def main() -> None:
    """Learn, write the table, print how many are right in what was learned from and in the rest."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", metavar="FOLDER", help="what no rule was made on")
    parser.add_argument("--tuned", nargs="*", default=[], metavar="MARKED:TEXT")
    given = parser.parse_args()
    margin, weighed.MARGIN = weighed.MARGIN, math.inf  # the rules alone read what is learned from
    learned = [each for folder in given.folders for one in read(folder) for each in choices(one)]
    own = len(learned)
    others: list[Choice] = []
    for folder in given.tuned:
        for number, one in enumerate(read(folder)):
            (others if number % 2 else learned).extend(choices(one))
    without = frozenset(OF_RULES)
    weights = learn(
        [
            *learned[:own],
            *(Choice([seen - without for seen in c.seen], c.right, c.ruled) for c in learned[own:]),
        ]
    )
    lines = ["# What each thing seen of a candidate says for `he` or `she` meaning him: log-odds."]
    lines += ["# Made by benchmarks/learn_pronouns.py from articles in which speakers are marked."]
    lines += [f"{piece}\t{weight:.2f}" for piece, weight in sorted(weights.items())]
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"learned from: {result(learned[:own], weights, margin)}")
    print(f"tuned on, every second: {result(learned[own:], weights, margin)}")
    print(f"only read: {result(others, weights, margin)}")


if __name__ == "__main__":
    main()
