"""The learned figures: what each piece of evidence says for or against each choice.

A choice is made by adding up the weights of the evidence for each option and taking the best one.
A piece of evidence names what was looked at and says what was seen (`("lemma, next", "say",
"that")`), so that a record can be explained by the evidence that weighed most. The figures stand
in `data/learned/*.tsv`, one piece of evidence a line; `benchmarks/learn.py` makes them anew from
annotated articles.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from sys import intern

Piece = tuple[str | int, ...]
"""What was looked at and what was seen there."""

Evidence = tuple[Piece, ...]
"""All that speaks for or against one option."""

Weights = Mapping[Piece, float]
"""How much a piece of evidence speaks for an option."""

OptionWeights = Mapping[Piece, tuple[tuple[int, float], ...]]
"""The weights of the options that a piece speaks for or against, by the options' indices."""

BY_OPTION = "options:"
"""How the first line of a table begins that has a column of weights for each option."""


_folder: Path | None = None


def read_from(folder: Path) -> None:
    """Read the tables of another folder from now on, to measure others than those attrib ships."""
    global _folder
    _folder = folder
    table.cache_clear()
    numbers.cache_clear()
    option_table.cache_clear()


@cache
def table(name: str) -> Weights:
    """The weights of a choice among places: `cue`, `source_start`, …

    >>> table("cue")["lemma, tag", "say", "VBD"] > 0
    True
    """
    weights: dict[Piece, float] = {}
    for line in lines(name):
        *piece, weight = line.split("\t")
        weights[decode(piece)] = float(weight)
    return weights


@cache
def numbers(name: str) -> dict[str, float]:
    """A table of a few named numbers."""
    return {key: float(value) for key, value in (line.split("\t") for line in lines(name))}


@cache
def option_table(name: str) -> tuple[tuple[str, ...], OptionWeights]:
    """The options of a choice among names (patterns, tags) and the weights for each of them."""
    rows = iter(lines(name))
    options = tuple(next(rows).removeprefix(BY_OPTION).split())
    index = {option: i for i, option in enumerate(options)}
    weights: dict[Piece, tuple[tuple[int, float], ...]] = {}
    for line in rows:
        *piece, columns = line.split("\t")
        weights[decode(piece)] = tuple(
            (index[option], float(weight))
            for option, _, weight in (column.rpartition("=") for column in columns.split(" "))
        )
    return options, weights


def lines(name: str) -> list[str]:
    """The lines of a learned table, without comments."""
    text = (
        (_folder or files("attrib") / "data" / "learned").joinpath(f"{name}.tsv").read_text("utf-8")
    )
    return [line for line in text.split("\n") if line and not line.startswith("# ")]


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


def score(weights: Weights, evidence: Evidence) -> float:
    """The sum of what the evidence weighs; what was never learned weighs nothing.

    >>> score({("tag", "VBD"): 1.5, ("word", "why"): 0.5}, (("tag", "VBD"), ("word", "that")))
    1.5
    """
    # One look-up a piece, without a loop in Python: this is where attrib spends its time.
    return sum(filter(None, map(weights.get, evidence)), 0.0)


def probability(score: float) -> float:
    """A score as a probability, by the logistic function.

    >>> probability(0.0)
    0.5
    """
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, score))))


def softmax(scores: Sequence[float]) -> list[float]:
    """Scores of options that exclude each other as probabilities.

    >>> softmax([1.0, 1.0])
    [0.5, 0.5]
    """
    top = max(scores)
    powers = [math.exp(score - top) for score in scores]
    total = sum(powers)
    return [power / total for power in powers]
