"""Relative clauses in a source, whose last verb stands right before the cue: `a farmer whose barns
were flooded said`."""

from __future__ import annotations

from attrib.detection.views import FINITE, Scene


def ends_relative(scene: Scene, at: int) -> bool:
    """Whether a verb right before another is of a clause that ends there: `whose son was hurt |
    said`."""
    if scene.tags[at] not in _PAST or scene.words[at] in _AUXILIARIES:
        return False
    finite = scene.tags[at + 1] in FINITE or scene.tags[at + 1] in _PAST
    return finite and "whose" in scene.words[max(0, at - _LONGEST_CLAUSE) : at]


_LONGEST_CLAUSE = 12
_PAST = frozenset(("VBD", "VBN"))
_AUXILIARIES = frozenset("had has have was were is are be been being did got".split())
