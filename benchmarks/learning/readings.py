"""The tables of confidence: how likely a reading is right, source and content included.

Each fifth of the articles is read by what the other four taught: how sure each choice was, what
was found, and whether that was what the annotators marked.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterable
from itertools import compress, islice
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_matrix, hstack

from attrib.detection import choose, cues, detect, scoring
from attrib.detection.candidates import Candidate
from attrib.knowledge.weights import Piece, Weights
from learning.articles import Article, Gold, tokens_of
from learning.choices import learn
from learning.fitting import FITS, Choices, Fitter, logistic
from learning.tables import lines, write

FOLDS = 5


class Readings(NamedTuple):
    """What was found in articles that nothing was learned from."""

    surenesses: list[tuple[float, ...]]
    evidence: Choices
    """Of each reading, and nothing for its being wrong."""

    @property
    def right(self) -> np.ndarray:
        return np.array(self.evidence.right) == 0


def learn_reading(articles: list[Article], folder: Path, fitter: Fitter) -> None:
    """Learn how likely a reading is right, and write the tables."""
    readings = []
    for k in range(FOLDS):
        with tempfile.TemporaryDirectory() as name:
            learn([each for i, each in enumerate(articles) if i % FOLDS != k], Path(name), fitter)
            readings.append(readings_of(articles[k::FOLDS], Weights(Path(name))))
    write_readings(folder, joined(readings))


def readings_of(articles: Iterable[Article], learned: Weights) -> Readings:
    """What is read in articles by the tables given."""
    readings = Readings([], Choices())
    for article in articles:
        add_readings(article, readings, learned)
    return readings


def joined(readings: Iterable[Readings]) -> Readings:
    """Readings of several lots of articles as one lot."""
    together = Readings([], Choices())
    for each in readings:
        together.surenesses.extend(each.surenesses)
        together.evidence.extend(each.evidence)
    return together


def write_readings(folder: Path, readings: Readings) -> None:
    numbers, fitted = fit_readings(readings)
    write(folder, "confidence", [f"{name}\t{weight:.3f}" for name, weight in numbers.items()])
    write(folder, "reading", lines(fitted))


def add_readings(article: Article, readings: Readings, learned: Weights) -> None:
    """Add what is read in an article, but for what stands in contents: nobody annotated that.

    A quotation that goes on is judged as a whole.
    """
    scene = article.scene(learned)
    found = []
    for word in cues.find(article.tokens, article.tags, learned):
        if any(choose.stands_in(word.at, gold.content) for gold in article.gold):
            continue
        likelihood = detect.likelihood_of(scene, word)
        if likelihood >= detect.MIN_LIKELIHOOD:
            found += islice(detect.readings(scene, word, likelihood), 1)
    for reading, whole in zip(found, choose.extend(found, article.tokens), strict=True):
        sure = detect.sureness(reading.likelihood, *reading.certainty, reading.source is not None)
        drawn = scoring.drawer("reading")(scene, reading.head, reading.order, 0, reading)
        right = any(agrees(whole, gold) for gold in article.gold)
        readings.surenesses.append(sure)
        readings.evidence.add([drawn, ()], 0 if right else 1)


def fit_readings(readings: Readings) -> tuple[dict[str, float], dict[Piece, float]]:
    """Weights of how sure the choices were, and of what was found."""
    fitting = FITS["reading"]
    matrix, names = readings.evidence.matrix(fitting.min_count)
    x, y = np.array(readings.surenesses), readings.right
    both = hstack([csr_matrix(x), matrix[::2]]).tocsr()
    size = x.shape[1]
    w = logistic(both, y, fitting.prior, np.zeros(both.shape[1]))
    kept = np.abs(w) >= fitting.drop
    kept[:size] = True
    w = logistic(both[:, kept], y, fitting.prior, w[kept])
    numbers = dict(zip(detect.SURENESS, map(float, w[:size]), strict=True))
    rest = zip(compress(names, kept[size:]), w[size:], strict=True)
    return numbers, {name: round(float(weight), 2) for name, weight in rest}


def agrees(candidate: Candidate, gold: Gold) -> bool:
    """Whether content and source overlap as far as the usual measure of attributions asks."""
    found, marked = tokens_of(candidate.content), tokens_of(gold.content)
    if len(found & marked) < 0.5 * len(found | marked):
        return False
    if candidate.source is None or gold.source is None:
        return candidate.source is gold.source
    found, marked = tokens_of([candidate.source]), tokens_of([gold.source])
    return len(found & marked) >= 0.5 * min(len(found), len(marked))
