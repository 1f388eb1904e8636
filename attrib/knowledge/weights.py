"""The learned figures: what each piece of evidence says for or against each choice.

A choice is made by adding up the weights of the evidence for each option and taking the best one.
A piece of evidence names what was looked at and says what was seen (`("lemma, after", "say",
"that")`), so that a record can be explained by the evidence that weighed most. The figures stand
in `data/learned/*.tsv`, one piece of evidence a line; `benchmarks/learn.py` makes them anew from
annotated articles, and beside them, in `packed`, the same figures as the stages look them up.
`Weights` are the tables of one folder, handed down from an `Attributor` to
each stage that chooses: in `Scene.learned`, or as an argument called `learned`.
"""

from __future__ import annotations

import marshal
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from functools import cache
from math import exp, inf, log
from pathlib import Path
from sys import intern
from typing import Any, TypeVar

from attrib.knowledge.shipped import read

Made = TypeVar("Made")

Piece = tuple[str | int, ...]
"""What was looked at and what was seen there."""

Row = tuple[float, ...]
"""What a piece says for or against each of the options."""

BY_OPTION = "options:"
"""How the first line of a table begins that has a column of weights for each option."""


class Weights:
    """The learned tables of a folder: read when first asked for, and kept.

    It is small, picklable and safe to share; several sets of tables can live in one process.

    >>> SHIPPED.numbers("confidence")["cue"] > 0
    True
    >>> Weights(Path("my_tables"))
    Weights('my_tables')
    """

    __slots__ = ("_made", "folder")

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder
        """None for the tables that attrib ships."""
        self._made: dict[Callable[[Weights], Any], Any] = {}

    def __repr__(self) -> str:
        return f"Weights({str(self.folder)!r})" if self.folder else "Weights()"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Weights) and other.folder == self.folder

    def __hash__(self) -> int:
        return hash(self.folder)

    def __reduce__(self) -> tuple[Any, ...]:
        return _unpickled, (self.folder,)

    def once(self, make: Callable[[Weights], Made]) -> Made:
        """What a function makes of these tables, made when it is first asked for.

        >>> SHIPPED.once(list_of := lambda learned: [1]) is SHIPPED.once(list_of)
        True
        """
        made: Made | None = self._made.get(make)
        if made is None:
            made = self._made[make] = make(self)
        return made

    def lines(self, name: str) -> list[str]:
        """The lines of a table, without comments."""
        if self.folder is None:
            text = read(f"learned/{name}.tsv").decode()
        else:
            text = self.folder.joinpath(f"{name}.tsv").read_text("utf-8")
        return [line for line in text.split("\n") if line and not line.startswith("# ")]

    def table(self, name: str, make: Callable[[Weights], Made]) -> Made:
        """What a function makes of the table of that name; of those shipped it was made before.

        It is made of tuples, dicts, sets, words and numbers, as `marshal` can keep them.
        """
        if self.folder is None:
            with suppress(OSError, ValueError, EOFError, TypeError):  # none that this Python reads
                made: Made = marshal.loads(read(f"learned/packed/{name}.marshal"))
                return made
        return make(self)

    def rows(self, name: str) -> Iterator[tuple[Piece, float]]:
        """The pieces of evidence of a choice, each with its weight; equal ones are one object."""
        equal: dict[str, float] = {}
        for piece, weight in self.pieces(name):
            yield piece, equal.setdefault(weight, float(weight))

    def options(self, name: str) -> tuple[str, ...]:
        """The options of a choice among names (orders, tags)."""
        return tuple(self.lines(name)[0].removeprefix(BY_OPTION).split())

    def option_rows(self, name: str) -> Iterator[tuple[Piece, Row]]:
        """The pieces of evidence of a choice among names, each with what it says for each."""
        options = self.options(name)
        equal: dict[str, Row] = {}
        for piece, row in self.pieces(name):
            pairs = (column.rpartition("=") for column in row.split(" "))
            weights = {option: float(weight) for option, _, weight in pairs}
            found = tuple(weights.get(option, 0.0) for option in options)
            yield piece, equal.setdefault(row, found)

    def pieces(self, name: str) -> Iterator[tuple[Piece, str]]:
        """The pieces of evidence of a choice, each with its weight as written."""
        for line in self.lines(name):
            if not line.startswith(BY_OPTION):
                *parts, weight = line.split("\t")
                yield decode(parts), weight

    def numbers(self, name: str) -> dict[str, float]:
        """A table of a few named numbers."""
        pairs = (line.split("\t") for line in self.lines(name))
        return {key: float(value) for key, value in pairs}


SHIPPED = Weights()
"""The tables that attrib ships."""


@cache
def _unpickled(folder: Path | None) -> Weights:
    """The tables of a folder, one value a process however often they are handed to it."""
    return Weights(folder) if folder else SHIPPED


def encode(piece: Piece) -> str:
    """A piece of evidence as it stands in a table; numbers are marked, to be told from words.

    >>> encode(("word, back", "has", 2))
    'word, back\\thas\\t#2'
    """
    return "\t".join(part if isinstance(part, str) else f"#{part:d}" for part in piece)


def decode(parts: Iterable[str]) -> Piece:
    """The piece of evidence that `encode` wrote, cut at the tabs.

    >>> decode(["word, back", "has", "#2"])
    ('word, back', 'has', 2)
    """
    return tuple(
        [int(part[1:]) if part[0:1] == "#" and part[1:] else intern(part) for part in parts]
    )


def probability(score: float) -> float:
    """A score as a probability, by the logistic function.

    >>> probability(0.0)
    0.5
    """
    if not -30.0 < score < 30.0:
        score = 30.0 if score > 0.0 else -30.0
    return 1 / (1 + exp(-score))


def best_two(scores: Sequence[float], least: float) -> list[tuple[int, float]]:
    """The best option and, if its probability is at least `least`, the next best one.

    >>> [(i, round(p, 2)) for i, p in best_two([0.0, 1.0, 0.5], 0.2)]
    [(1, 0.51), (2, 0.31)]
    """
    first, probability = best(scores)
    if probability > 1 - least:
        return [(first, probability)]
    top = scores[first]
    others = [*scores[:first], -inf, *scores[first + 1 :]]
    second = max(others)
    other = probability * exp(second - top)
    found = [(first, probability)]
    return [*found, (others.index(second), other)] if other >= least else found


def softmax(scores: Sequence[float]) -> list[float]:
    """The probabilities of options that exclude each other.

    >>> softmax([1.0, 1.0])
    [0.5, 0.5]
    """
    top = max(scores)
    powers = [exp(score - top) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]


def log_odds(probability: float) -> float:
    """The score that `probability` makes a probability of, within bounds.

    >>> log_odds(0.5)
    0.0
    """
    probability = min(max(probability, 1e-6), 1 - 1e-6)
    return log(probability / (1 - probability))


def best(scores: Sequence[float]) -> tuple[int, float]:
    """The option with the greatest score, and its probability if the options exclude each other.

    >>> best([0.0, 2.0, 2.0])[0], best([1.0, 1.0])
    (1, (0, 0.5))
    """
    top = max(scores)
    return scores.index(top), 1 / sum(map(exp, [score - top for score in scores]))
