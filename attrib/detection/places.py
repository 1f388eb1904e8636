"""Where the parts of an attribution may begin and end.

A `Place` is one question about one cue word: at which token does the source end? Its options are
the tokens worth weighing, near the one already known that it hangs on (its anchor).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from attrib.detection import evidence, scoring
from attrib.detection.cues import CueWord
from attrib.detection.evidence import Scene
from attrib.knowledge import weights
from attrib.words.tokens import CLOSE, OPEN


class Place(NamedTuple):
    """A choice among tokens."""

    choice: evidence.Choice
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
    found = likely(place, scene, word, order, anchor, 1.0)
    return found[0] if found else None


def likely(
    place: Place, scene: Scene, word: CueWord, order: str, anchor: int, least: float
) -> list[tuple[int, float]]:
    """The best token and, if it has the least probability asked for, the next best; each with its
    probability among the options. Empty where there are none."""
    name = place.choice.name
    if place.nearest is not None:
        at = anchor + place.nearest
        if (
            tags_around(scene, at) in _settled(weights.folder())[name]
            and word.first <= at < word.last
        ):
            return [(at, 1.0)]
    options = worth_weighing(place, scene, word, place.around(scene, word, anchor))
    if len(options) < 2:
        return [(options[0], 1.0)] if options else []
    score, tables = scoring.scorer(name), scoring.tables(name)
    scores = score(tables, scene, word, order, anchor, options)
    two = weights.best_two(scores, least)
    if place.by_overlap and two[0][1] < _SURE:
        best = _best_overlap(scores, [abs(option - anchor) + 1 for option in options])
        return [(options[best], two[0][1])]
    return [(options[i], probability) for i, probability in two]


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


def worth_weighing(place: Place, scene: Scene, word: CueWord, options: list[int]) -> list[int]:
    """The options but for those that would part two words of the sentence whose tags are tied."""
    tied, tags = _tied(weights.folder())[place.name], scene.tags
    if place.name.endswith("start"):
        edges = (word.first, word.last)
        kept = [i for i in options if (tags[i - 1], tags[i]) not in tied or i in edges]
    else:
        final = word.last - 1
        kept = [i for i in options if (tags[i], tags[i + 1]) not in tied or i == final]
    return kept or options


def tags_around(scene: Scene, at: int) -> tuple[str, str, str]:
    """The tag of a token between those of its neighbours."""
    tags = scene.tags
    return tags[at - 1], tags[at], tags[at + 1]


@cache
def _settled(folder: Path | None) -> dict[str, set[tuple[str, ...]]]:
    """For each place the tags at and around the nearest option where that is nearly always it."""
    settled: dict[str, set[tuple[str, ...]]] = {place.name: set() for place in PLACES}
    for line in weights.lines("settled"):
        name, *tags = line.split("\t")
        settled[name].add(tuple(tags))
    return settled


@cache
def _tied(folder: Path | None) -> dict[str, set[tuple[str, str]]]:
    """For each place the tags of neighbours between which it hardly ever falls."""
    tied: dict[str, set[tuple[str, str]]] = {place.name: set() for place in PLACES}
    for line in weights.lines("tied"):
        name, tag, following = line.split("\t")
        tied[name].add((tag, following))
    return tied


_NO_END = frozenset("DT IN TO CC MD EX ( “ :".split())
"""Tags that no source ends with."""
_NO_SOURCE_START = frozenset("POS , . ) IN CC TO MD EX ” :".split())
_NO_CONTENT_END = frozenset("DT IN TO CC PRP$ MD , : `` “".split())
_NO_CONTENT_START = frozenset(", . ) ” : ;".split())
_CONTENT_OPENERS = frozenset((OPEN, *"that to how why whether if what who when where".split()))
"""Words that content may begin with at some distance from its cue: `told the crowd there that`."""
_WITHIN_PHRASE = frozenset("DT PRP$".split())
"""Tags after which a phrase cannot begin, since they begin it."""
_OUTSIDE_CUE = frozenset(", . : “ ” ( ) NNP WP WDT".split())
"""Tags that a cue does not reach back over."""
_AFTER_CUE = frozenset("“ . VBD VBZ MD PRP WP".split())
"""Tags that a cue does not reach forward over."""
_PAUSES = frozenset(", ; : — – -- - ( “ ”".split())
_CLAUSE_OPENERS = frozenset("CC IN WDT WRB RB WP".split())


def _cue_starts(scene: Scene, word: CueWord, head: int) -> list[int]:
    starts = [head]
    for i in range(head - 1, max(word.first, head - 6) - 1, -1):
        if scene.tags[i] in _OUTSIDE_CUE:
            break
        starts.append(i)
    return starts


def _cue_ends(scene: Scene, word: CueWord, head: int) -> list[int]:
    ends = [head]
    for i in range(head + 1, min(word.last, head + 9)):
        if scene.tags[i] in _AFTER_CUE:
            break
        ends.append(i)
    return ends


def _source_ends(scene: Scene, word: CueWord, cue_first: int) -> list[int]:
    tags = scene.tags
    nearest = cue_first - 1
    furthest = max(word.first, nearest - 36)
    return [
        i
        for i in range(nearest, furthest - 1, -1)
        if tags[i] not in _NO_END and not (tags[i] == "NNP" == tags[i + 1] and i < nearest)
    ]


def _source_starts(scene: Scene, word: CueWord, last: int) -> list[int]:
    words, tags, first = scene.words, scene.tags, max(word.first, last - 28)
    if words[last] == ")" and "(" in words[first:last]:
        # `Ana Ruiz (Lab, Eastgate)` begins before its bracket.
        last = max(i for i in range(first, last) if words[i] == "(") - 1
    return [
        i
        for i in range(last, first - 1, -1)
        if i == word.first
        or (
            tags[i] not in _NO_SOURCE_START
            and tags[i - 1] not in _WITHIN_PHRASE
            and (i == last or words[i] not in _RELATIVES or tags[i + 1] not in _SUBJECT_TAGS)
        )
    ]


_SUBJECT_TAGS = frozenset("NN NNS NNP PRP DT".split())
_RELATIVES = frozenset(("who", "which", "whom"))
"""Before a subject of another clause these are no part of the source: `who police say drove`."""


def _later_source_starts(scene: Scene, word: CueWord, cue_last: int) -> list[int]:
    tags = scene.tags
    return [
        i
        for i in range(cue_last + 1, min(word.last, cue_last + 30))
        if tags[i] not in _NO_SOURCE_START and tags[i - 1] not in _WITHIN_PHRASE
    ]


def _later_source_ends(scene: Scene, word: CueWord, first: int) -> list[int]:
    tags = scene.tags
    last = min(word.last, first + 32)
    beyond = next((i for i in range(first, last) if _begins_clause(scene, i)), last)
    return [
        i
        for i in range(first, beyond)
        if tags[i] not in _NO_END and not (word.lemma == "according" and _leaves_verb(scene, i))
    ]


def _begins_clause(scene: Scene, at: int) -> bool:
    """Whether a comma begins another main clause: `said Ruiz, and she left`."""
    return (
        scene.words[at] == "," and scene.tags[at + 1] == "CC" and scene.words[at + 2] in _SUBJECTS
    )


_SUBJECTS = frozenset("he she they it we i there".split())


def _leaves_verb(scene: Scene, last: int) -> bool:
    """Whether what follows a source would begin with a verb, its subject taken from it."""
    after = last + 1 + (scene.words[last + 1] == ",")
    return scene.tags[after] in _CLAUSE_VERBS or scene.tags[after] == "VBN"


def _content_starts(scene: Scene, word: CueWord, free: int) -> list[int]:
    # The token after the sentence stands for content that follows in the next: `He said:`.
    words, tags = scene.words, scene.tags
    starts = [
        i
        for i in range(free, min(word.last, free + 30))
        if (i < free + 8 or words[i] in _CONTENT_OPENERS)
        and not (tags[i] in ("WDT", "WP") and word.lemma == "according")
        and words[i] not in _NO_CONTENT_START
        and (i == free or tags[i - 1] not in _WITHIN_PHRASE)
    ]
    beyond = words[word.last] and not scene.depth[word.at]
    return [*starts, word.last] if beyond else starts


def _content_ends(scene: Scene, word: CueWord, first: int) -> list[int]:
    words, tags, depth, last = scene.words, scene.tags, scene.depth, word.last
    told = _told_end(scene, word, first)
    if told is not None:
        return [told]
    # Content may end in the quotation it begins in, never in one that opens after its beginning
    # (nor, if it begins with the opening mark, in that quotation).
    inside = depth[first] - (words[first] == OPEN)
    plain_end = last - 2 if words[last - 1] == "." and tags[last - 2] == "IN" else last - 1
    earliest = (_main_verb if words[first] == "that" else _verb_past_relative)(
        words, tags, first, last
    )
    return [
        i
        for i in range(earliest, last)
        if (tags[i] not in _NO_CONTENT_END or i == plain_end)
        and (i - first < 90 or i >= last - 3)
        and (depth[i] <= inside or i == last - 1 or words[i] == CLOSE)
        and (i == last - 1 or not _goes_on(tags[i], tags[i + 1]))
    ]


def _told_end(scene: Scene, word: CueWord, first: int) -> int | None:
    """The last token of content, where grammar tells it and nothing need be weighed."""
    words = scene.words
    named = first + 2 + (words[first] == "not")
    if words[named - 2 : named] == ["to", "be"] and words[named] in _NAMED:
        return named
    comma = None
    if word.at == word.first and word.tag in ("VBN", "VBD"):
        comma = _before_main_clause(words, scene.tags, first, word.last)
    if comma is None:
        comma = _main_clause_resumes(scene, word, first)
    return None if comma is None else comma - 1


_NAMED = frozenset(("named", "identified"))
"""What sources ask not to be, and no more is said of it."""


def _before_main_clause(
    words: Sequence[str], tags: Sequence[str], first: int, last: int
) -> int | None:
    """The comma before the main clause, after a participle: `Asked if he had lied, Ruiz smiled.`"""
    for comma in range(first + 1, last):
        if words[comma] == "," and tags[comma + 1] not in _CLAUSE_OPENERS:
            for i in range(comma + 2, min(last, comma + 9)):
                if tags[i] in _CLAUSE_VERBS:
                    return comma
                if tags[i] == ",":
                    break
    return None


def _main_clause_resumes(scene: Scene, word: CueWord, first: int) -> int | None:
    """The comma after which the main clause goes on: `The man, who police say drove, has gone.`"""
    words, tags = scene.words, scene.tags
    for comma in range(word.at - 1, max(word.first, word.at - 8), -1):
        if words[comma] == ",":
            if words[comma + 1] not in _RELATIVES or comma + 2 >= word.at:
                return None
            break
    else:
        return None
    for i in range(first + 1, min(word.last - 1, first + 24)):
        if words[i] == ",":
            return i if tags[i + 1] in _CLAUSE_VERBS else None
    return None


def _main_verb(words: Sequence[str], tags: Sequence[str], first: int, last: int) -> int:
    """The verb of a clause, past any relative clause: `that Ruiz, who knew him, left`."""
    relative = False
    for i in range(first + 1, min(last, first + 40)):
        tag = tags[i]
        if tag in ("WP", "WDT") and words[i - 1] == ",":
            relative = True
        elif words[i] == ",":
            relative = False
        elif not relative and tag in _CLAUSE_VERBS:
            return i
    return first


def _verb_past_relative(words: Sequence[str], tags: Sequence[str], first: int, last: int) -> int:
    """The verb of a clause whose subject has a relative clause: `Ruiz, who knew him, left`."""
    for i in range(first + 1, min(last, first + 12)):
        if words[i] == "," and tags[i + 1] in ("WP", "WDT"):
            for j in range(i + 2, min(last, i + 20)):
                if words[j] == ",":
                    return j + 1 if tags[j + 1] in _CLAUSE_VERBS else first
        elif words[i] == "," or tags[i] in _CLAUSE_VERBS:
            break
    return first


_CLAUSE_VERBS = frozenset("VBD VBZ VBP MD".split())


def _goes_on(tag: str, following: str) -> bool:
    """Whether a noun phrase surely goes on after a word."""
    return following == "POS" or (
        following[:2] == "NN" and (tag in ("JJ", "POS", "CD") or tag == following == "NNP")
    )


def _earlier_content_starts(scene: Scene, word: CueWord, last: int) -> list[int]:
    words, tags, first = scene.words, scene.tags, word.first
    return [
        i
        for i in range(last, first - 1, -1)
        if words[i] not in _NO_CONTENT_START
        and (
            i == first
            or words[i] == OPEN
            or words[i - 1] in _PAUSES
            or tags[i - 1] in _CLAUSE_OPENERS
            or last - i < 3
        )
    ]


def _earlier_content_ends(scene: Scene, word: CueWord, limit: int) -> list[int]:
    tags, nearest = scene.tags, limit - 1
    return [
        i
        for i in range(nearest, max(word.first, nearest - 25) - 1, -1)
        if tags[i] not in _NO_CONTENT_END or (tags[i + 1] == "," and tags[i].isalpha())
    ]


CUE_START = Place(evidence.CUE_START, _cue_starts, nearest=0)
CUE_END = Place(evidence.CUE_END, _cue_ends, nearest=0)
SOURCE_END = Place(evidence.SOURCE_END, _source_ends, nearest=-1)
SOURCE_START = Place(evidence.SOURCE_START, _source_starts, nearest=0)
LATER_SOURCE_START = Place(evidence.LATER_SOURCE_START, _later_source_starts, nearest=1)
LATER_SOURCE_END = Place(evidence.LATER_SOURCE_END, _later_source_ends)
CONTENT_START = Place(evidence.CONTENT_START, _content_starts, nearest=0)
CONTENT_END = Place(evidence.CONTENT_END, _content_ends, by_overlap=True)
EARLIER_CONTENT_END = Place(evidence.EARLIER_CONTENT_END, _earlier_content_ends, nearest=-1)
EARLIER_CONTENT_START = Place(
    evidence.EARLIER_CONTENT_START, _earlier_content_starts, by_overlap=True
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
