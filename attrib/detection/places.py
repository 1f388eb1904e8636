"""Where the parts of an attribution may begin and end.

A `Place` is one question about one cue word: at which token does the source end? Its options are
the tokens that `options` finds worth weighing, near the one it hangs on (its anchor).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from attrib.detection import edges, options, scoring
from attrib.detection.cues import CueWord
from attrib.detection.evidence import Choice
from attrib.detection.views import Scene
from attrib.knowledge import weights
from attrib.knowledge.weights import Weights


class Place(NamedTuple):
    """A choice among tokens."""

    choice: Choice
    around: Callable[[Scene, CueWord, int], list[int]]
    """Tokens to choose among, given the anchor; the likelier side first."""
    by_overlap: bool = False
    """Whether, of unsure options, that is taken which overlaps best with what each would give."""
    nearest: int | None = None
    """Where the likeliest option stands, from the anchor; None where no one is likeliest."""

    @property
    def name(self) -> str:
        return self.choice.name


def choose(
    place: Place, scene: Scene, word: CueWord, order: str, anchor: int
) -> tuple[int, float] | None:
    """The best token and its probability among the options; None where there is none."""
    tokens = _options(place, scene, word, anchor)
    if len(tokens) < 2:
        return (tokens[0], 1.0) if tokens else None
    weigh = scoring.weigher(place.choice.name, scene.learned)
    scores = weigh(scene, word, order, anchor, tokens)
    best, probability = weights.best(scores)
    if place.by_overlap and probability < _SURE:
        best = _best_overlap(scores, [abs(at - anchor) + 1 for at in tokens])
    return tokens[best], probability


def likely(
    place: Place, scene: Scene, word: CueWord, order: str, anchor: int, least: float
) -> list[tuple[int, float]]:
    """The best token and, if it has the least probability asked for, the next best; each with its
    probability among the options. Empty where there are none."""
    tokens = _options(place, scene, word, anchor)
    if len(tokens) < 2:
        return [(tokens[0], 1.0)] if tokens else []
    weigh = scoring.weigher(place.choice.name, scene.learned)
    two = weights.best_two(weigh(scene, word, order, anchor, tokens), least)
    return [(tokens[i], probability) for i, probability in two]


def _options(place: Place, scene: Scene, word: CueWord, anchor: int) -> list[int]:
    """The tokens to weigh: where the tags settle it, the likeliest alone."""
    if place.nearest is not None:
        at = anchor + place.nearest
        settled = scene.learned.once(_settled)[place.choice.name]
        if word.first <= at < word.last and tags_around(scene, at) in settled:
            return [at]
    return worth_weighing(place, scene, word, place.around(scene, word, anchor))


_SURE = 0.9


def _best_overlap(scores: Sequence[float], lengths: Sequence[int]) -> int:
    """The option that is expected to agree best with the right one, by the length each gives.

    Two stretches with one end in common agree by the share of the longer that is in both, and as
    much again where that is at least half, as contents are compared; being right counts a little
    by itself.

    >>> _best_overlap([1.0, 0.9, 0.8], [4, 20, 22])
    1
    """
    chances = weights.softmax(scores)
    expected = []
    for length, chance in zip(lengths, chances, strict=True):
        agreement = 0.5 * chance
        for other, likelihood in zip(lengths, chances, strict=True):
            share = other / length if other < length else length / other
            agreement += likelihood * (share + (share >= 0.5))
        expected.append(agreement)
    return expected.index(max(expected))


def worth_weighing(place: Place, scene: Scene, word: CueWord, around: list[int]) -> list[int]:
    """The tokens but for those that would part two words of the sentence whose tags are tied."""
    name, tags = place.choice.name, scene.tags
    tied = scene.learned.once(_tied)[name]
    if name.endswith("start"):
        edges = (word.first, word.last)
        kept = [i for i in around if (tags[i - 1], tags[i]) not in tied or i in edges]
    else:
        final = word.last - 1
        kept = [i for i in around if (tags[i], tags[i + 1]) not in tied or i == final]
    return kept or around


def tags_around(scene: Scene, at: int) -> tuple[str, str, str]:
    """The tag of a token between those of its neighbours."""
    tags = scene.tags
    return tags[at - 1], tags[at], tags[at + 1]


def _settled(learned: Weights) -> dict[str, set[tuple[str, ...]]]:
    """For each place the tags at and around the nearest option where that is nearly always it."""
    settled: dict[str, set[tuple[str, ...]]] = {place.name: set() for place in PLACES}
    for line in learned.lines("settled"):
        name, *tags = line.split("\t")
        settled[name].add(tuple(tags))
    return settled


def _tied(learned: Weights) -> dict[str, set[tuple[str, str]]]:
    """For each place the tags of neighbours between which it hardly ever falls."""
    tied: dict[str, set[tuple[str, str]]] = {place.name: set() for place in PLACES}
    for line in learned.lines("tied"):
        name, tag, following = line.split("\t")
        tied[name].add((tag, following))
    return tied


CUE_START = Place(edges.CUE_START, options.cue_starts, nearest=0)
CUE_END = Place(edges.CUE_END, options.cue_ends, nearest=0)
SOURCE_END = Place(edges.SOURCE_END, options.source_ends, nearest=-1)
SOURCE_START = Place(edges.SOURCE_START, options.source_starts, nearest=0)
LATER_SOURCE_START = Place(edges.LATER_SOURCE_START, options.later_source_starts, nearest=1)
LATER_SOURCE_END = Place(edges.LATER_SOURCE_END, options.later_source_ends)
CONTENT_START = Place(edges.CONTENT_START, options.content_starts, nearest=0)
CONTENT_END = Place(edges.CONTENT_END, options.content_ends, by_overlap=True)
EARLIER_CONTENT_END = Place(edges.EARLIER_CONTENT_END, options.earlier_content_ends, nearest=-1)
EARLIER_CONTENT_START = Place(
    edges.EARLIER_CONTENT_START, options.earlier_content_starts, by_overlap=True
)

PLACES = (
    CUE_START,
    CUE_END,
    SOURCE_END,
    SOURCE_START,
    LATER_SOURCE_START,
    LATER_SOURCE_END,
    CONTENT_START,
    CONTENT_END,
    EARLIER_CONTENT_END,
    EARLIER_CONTENT_START,
)
