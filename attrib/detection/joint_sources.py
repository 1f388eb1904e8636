"""Several who say one thing, each with what is told of him: `Ana Ruiz, the mayor, and Tom Hale, 54,
said it leaks`. The nearest of them alone passes for the source."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrib.detection.apposed_sources import Part, is_somebody, sort_of, tells_who
from attrib.detection.candidates import TokenRange
from attrib.detection.classes import TOLD, is_of
from attrib.detection.cues import CueWord
from attrib.detection.views import FINITE, Scene
from attrib.detection.whole_clauses import is_clause
from attrib.words.tokens import CLOSE, OPEN

_MOST_PARTS = 7
_STOPS = frozenset((",", ";", ":", OPEN, CLOSE))
_SETS = frozenset(("IN", "RB"))


def find(scene: Scene, word: CueWord) -> tuple[str, TokenRange] | None:
    """The order and the source that a verb after several has; None where one alone says it."""
    last = word.at - (scene.words[word.at - 1] == ",")
    if word.tag not in FINITE or scene.depth[word.at] or not is_of(word.sort, TOLD):
        return None
    parts = (
        list(_backwards(scene, word.first, last)) if "and" in scene.words[word.first : last] else []
    )
    first = _first(parts, scene) if parts else None
    if first is None:
        return None
    begins, source = word.first, (first, word.at)
    if scene.words[first - 1] == CLOSE and scene.words[first - 2] in _CLOSED:
        return "content-source-cue", source
    ends = scene.words[word.at + 1] == "." and word.at + 2 >= word.last
    if first == begins or (scene.tags[begins] in _SETS and not ends):
        return "source-cue-content", source
    return ("content-source-cue", source) if ends and is_clause(scene, begins, first - 1) else None


_CLOSED = frozenset((",", "?", "!", "."))


def _first(parts: Sequence[Part], scene: Scene) -> int | None:
    """Where the first of several is named; the parts come from the last to the first."""
    at = next((i for i, part in enumerate(parts) if part.sort == "joined"), None)
    if at is None:
        both = parts[-1]  # `Ana Ruiz and Tom Hale, | 61,`
        joint = both.sort == "name" and "and" in scene.words[both.first : both.last]
        told_of = len(parts) > 1 and all(tells_who(scene, part) for part in parts[:-1])
        return both.first if joint and told_of else None
    named = at == 1 and parts[0].sort == "name"  # `and the sheriff, | Tom Hale,`
    if not named and not all(tells_who(scene, part) for part in parts[:at]):
        return None
    found, told = None, 0
    for part in parts[at + 1 :]:
        if part.sort == "name" and (found is None or told):
            found, told = part.first, 0
        elif found is not None and not told and part.sort == "the" and is_somebody(scene, part):
            return part.first  # `the mayor, | Ana Ruiz, and`
        elif tells_who(scene, part):
            told += 1
        else:
            break
    return found


def _backwards(scene: Scene, begins: int, last: int) -> Iterator[Part]:
    """What stands between commas before a verb, the nearest first, up to a quotation."""
    words, end = scene.words, last
    for _ in range(_MOST_PARTS):
        first = end
        while first > begins and words[first - 1] not in _STOPS:
            first -= 1
        if first == end:
            return
        yield Part(first, end, sort_of(scene, first, end))
        if first == begins or words[first - 1] != ",":
            return
        end = first - 1
