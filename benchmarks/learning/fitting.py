"""Log-linear models over pieces of evidence: examples go in, weights come out.

Fitted by L-BFGS with a Gaussian prior; weights too small to matter are dropped.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Sequence
from itertools import compress
from typing import NamedTuple

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix, vstack

from attrib.knowledge.weights import Piece


class Fit(NamedTuple):
    """How the weights of a choice are fitted, chosen on every fifth training article held out."""

    prior: float
    drop: float
    min_count: int = 6


FITS = {"cue": Fit(5.0, 0.1), "order": Fit(2.0, 0.2), "reading": Fit(10.0, 0.05)}
PLACES = Fit(1.5, 0.2)


class Choices:
    """Examples of one choice: groups of options, each with evidence, one of them right."""

    def __init__(self) -> None:
        self.index: dict[Piece, int] = {}
        self.count: list[int] = []
        self.items = array("i")
        self.row_ends = array("i")
        self.sizes: list[int] = []
        self.right: list[int] = []

    def add(self, options: Iterable[Sequence[Piece]], right: int) -> None:
        size = 0
        for option in options:
            for name in option:
                i = self.index.setdefault(name, len(self.index))
                if i == len(self.count):
                    self.count.append(0)
                self.count[i] += 1
                self.items.append(i)
            self.row_ends.append(len(self.items))
            size += 1
        self.sizes.append(size)
        self.right.append(right)

    def extend(self, other: Choices) -> None:
        """Add the examples of another."""
        pieces = list(other.index)
        ends = iter(other.row_ends)
        start = 0
        for size, right in zip(other.sizes, other.right, strict=True):
            options = []
            for _ in range(size):
                end = next(ends)
                options.append([pieces[i] for i in other.items[start:end]])
                start = end
            self.add(options, right)

    def matrix(self, min_count: int) -> tuple[csr_matrix, list[Piece]]:
        """A row for each option, a column for each piece of evidence seen often enough."""
        kept = np.array(self.count) >= min_count
        column = np.where(kept, np.cumsum(kept) - 1, -1)
        items = column[np.frombuffer(self.items, dtype=np.int32)]
        ends = np.frombuffer(self.row_ends, dtype=np.int32)
        rows = np.repeat(np.arange(len(ends)), np.diff(ends, prepend=0))[items >= 0]
        items = items[items >= 0]
        shape = (len(ends), int(kept.sum()))
        data = np.ones(len(items), dtype=np.float32)
        names = [name for name, i in self.index.items() if kept[i]]
        return csr_matrix((data, (rows, items)), shape=shape), names


Fitter = Callable[..., dict[Piece, float]]
"""`fit`, or `fit_hidden`."""


def fit(
    choices: Choices, *, min_count: int, prior: float, drop: float, copies: int = 0
) -> dict[Piece, float]:
    """Weights of the evidence, greatest likelihood of the right options first.

    What is left after the small weights are dropped is fitted once more, to make up for them. With
    `copies`, each example stands so often, a share of its evidence hidden every time.
    """
    matrix, names = choices.matrix(min_count)
    sizes, right = np.array(choices.sizes), np.array(choices.right)
    if copies:
        random = np.random.default_rng(1)
        matrix = vstack([_hide(matrix, random) for _ in range(copies)]).tocsr()
        sizes, right, prior = np.tile(sizes, copies), np.tile(right, copies), prior * copies
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    right = starts + right
    w = maximize(matrix, sizes, starts, right, prior, np.zeros(matrix.shape[1]))
    kept = np.abs(w) >= drop
    w = maximize(matrix[:, kept], sizes, starts, right, prior, w[kept])
    names = list(compress(names, kept))
    return {name: round(float(x), 2) for name, x in zip(names, w, strict=True)}


HIDDEN = 0.25
"""The share of the evidence that is hidden."""


def _hide(matrix: csr_matrix, random: np.random.Generator) -> csr_matrix:
    """The evidence with a share of it hidden, and the rest as much heavier."""
    shown = matrix.copy()
    shown.data = ((random.random(len(shown.data)) >= HIDDEN) / (1 - HIDDEN)).astype(np.float32)
    return shown


def fit_hidden(
    choices: Choices, *, min_count: int, prior: float, drop: float
) -> dict[Piece, float]:
    """Weights of which none relies on another that a text of other years may not show: parts of
    the evidence were hidden, the noise of Wang and Manning (“Fast dropout training”, 2013)."""
    return fit(choices, min_count=min_count, prior=prior, drop=drop, copies=3)


def maximize(
    matrix: csr_matrix,
    sizes: np.ndarray,
    starts: np.ndarray,
    right: np.ndarray,
    prior: float,
    start: np.ndarray,
    offset: np.ndarray | float = 0.0,
) -> np.ndarray:
    """The weights that make the right options of all groups likeliest, on top of an offset."""
    transposed = matrix.T.tocsr()
    target = np.zeros(matrix.shape[0])
    target[right] = 1

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        scores = matrix @ w + offset
        scores -= np.repeat(np.maximum.reduceat(scores, starts), sizes)
        powers = np.exp(scores)
        total = np.add.reduceat(powers, starts)
        likelihood = scores[right].sum() - np.log(total).sum()
        gradient = transposed @ (powers / np.repeat(total, sizes) - target)
        return -likelihood + prior / 2 * w @ w, gradient + prior * w

    return minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 250}).x


def fit_options(
    choices: Choices, options: Sequence[str], *, min_count: int, prior: float, drop: float
) -> dict[Piece, dict[str, float]]:
    """Weights of the evidence for each of the options that every example chooses among."""
    matrix, names = choices.matrix(min_count)
    right = np.array(choices.right)
    w = np.zeros((matrix.shape[1], len(options)))
    w = maximize_options(matrix, right, prior, w, w == 0)
    w = maximize_options(matrix, right, prior, w, np.abs(w) >= drop)
    return {
        name: {o: round(float(x), 2) for o, x in zip(options, row, strict=True) if x}
        for name, row in zip(names, w, strict=True)
        if row.any()
    }


def maximize_options(
    matrix: csr_matrix, right: np.ndarray, prior: float, start: np.ndarray, kept: np.ndarray
) -> np.ndarray:
    """The weights, of those kept, under which the right options of all examples are likeliest."""
    transposed = matrix.T.tocsr()
    every = np.arange(len(right))

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        w = flat.reshape(kept.shape) * kept
        scores = matrix @ w
        scores -= scores.max(1, keepdims=True)
        powers = np.exp(scores)
        total = powers.sum(1, keepdims=True)
        likelihood = (scores[every, right] - np.log(total[:, 0])).sum()
        surplus = powers / total
        surplus[every, right] -= 1
        gradient = (transposed @ surplus + prior * w) * kept
        return -likelihood + prior / 2 * (w * w).sum(), gradient.ravel()

    found = minimize(
        loss, (start * kept).ravel(), jac=True, method="L-BFGS-B", options={"maxiter": 250}
    )
    return found.x.reshape(kept.shape) * kept


def logistic(x: csr_matrix, y: np.ndarray, prior: float, start: np.ndarray) -> np.ndarray:
    """The weights of a logistic regression with a Gaussian prior."""
    transposed = x.T.tocsr()

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        p = 1 / (1 + np.exp(-(x @ w)))
        likelihood = np.log(np.where(y, p, 1 - p) + 1e-12).sum()
        return -likelihood + prior / 2 * w @ w, transposed @ (p - y) + prior * w

    return minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 400}).x
