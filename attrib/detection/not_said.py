"""What only looks as if it was told within what somebody says: `said it would ask for help`.

A plan, a wish or a deed of whoever is told of is part of what is said, and nobody’s words.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrib.detection import nesting
from attrib.detection.candidates import Candidate
from attrib.detection.retold_verbs import SHOWS, TELLS
from attrib.detection.that_clauses import CLAUSES
from attrib.detection.views import FINITE, Scene
from attrib.words.tokens import OPEN


def without(scene: Scene, chosen: Sequence[Candidate]) -> list[Candidate]:
    """The readings that stand, without those within a content in which nothing was said."""
    kept = []
    for each, parent in zip(chosen, nesting.parents(chosen), strict=True):
        within = parent is not None and chosen[parent].confidence > each.confidence
        if not within or scene.depth[each.head.at] or not _says_nothing(scene, each):
            kept.append(each)
    return kept


def _says_nothing(scene: Scene, reading: Candidate) -> bool:
    """Whether somebody only may say something, or does something with a thing."""
    at, (first, last) = reading.head.at, reading.content[-1]
    if OPEN in scene.words[first:last] or not reading.order.startswith("source-cue"):
        return False
    word = scene.words[at]
    if reading.head.tag[:1] != "V" or (word not in TELLS and word not in SHOWS):
        return False
    if reading.source is not None and scene.words[reading.source[0]] in ("who", "which"):
        return False
    after = reading.source[1] if reading.source is not None else reading.head.first
    begins = max(after, at - _FURTHEST_AUXILIARY)
    if scene.words[first] in _WHOM:
        return True  # `would warn anyone who asked`
    may = any(tag in ("MD", "TO") for tag in scene.tags[begins:at])
    # `would ask for help`, `could not say why`
    owns_up = not may and reading.head.lemma in _OWNS_UP
    return not owns_up and (_is_thing(scene, first, last, may) or (may and last - first < _FEW))


_FURTHEST_AUXILIARY = 3


_FEW = 2
_WHOM = frozenset("anyone anybody everyone everybody someone somebody nobody those".split())


def _is_thing(scene: Scene, first: int, last: int, may: bool) -> bool:
    """Whether a content is but a thing, and no clause or what is to be done: `reported the
    theft`."""
    if scene.words[first] in CLAUSES or not _CLAUSAL.isdisjoint(scene.tags[first:last]):
        return False
    return may or scene.words[first] not in _ABOUT


_OWNS_UP = frozenset("admit confess deny concede acknowledge confirm announce report".split())
"""What says something with a thing after it too: `admitted the theft`."""


_CLAUSAL = FINITE | {"VB", "VBG", "WRB", "WP"}
_ABOUT = frozenset(("of", "for", "about"))
