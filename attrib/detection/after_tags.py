"""What goes on after who said it, where a tag has its verb first: `It leaks, warned Ana Ruiz, the
county’s engineer, | but few have noticed.`

A name may be followed by much that tells who it is; a colon, a dash or a conjunction with a clause
of its own ends it. A reason, a second `that` and what a colon or `and` adds belong to what is said;
what happens meanwhile, and what somebody else says, does not.
"""

from __future__ import annotations

from attrib.detection import clause_ends
from attrib.detection.cues import CueWord
from attrib.detection.views import FINITE, SUBJECTS, Scene
from attrib.words.tokens import CLOSE, OPEN

JOINS = frozenset(("but", "and", "so", "yet"))
_MEANWHILE = frozenset("while although though whereas as after before when even despite".split())
_REASONS = frozenset(("because", "since", "unless", "provided"))
_STOPS = frozenset((":", ";", "—", "–", "--", "-"))
_DASHES = frozenset(("—", "–", "--", "-"))
_RELATIVES = frozenset(("WP", "WP$", "WDT", "WRB"))
_BEGINS = frozenset("DT NN NNS NNP NNPS JJ PRP PRP$ EX CD RB IN VBG".split())
_LONGEST_SUBJECT = 12
_ANSWERS = frozenset(
    """agree agrees agreed disagree disagrees disagreed declined declines refused refuses denies
    denied disputes disputed rejects rejected concurs concurred demurs demurred""".split()
)
"""What others do with what was said."""


def end_of_name(scene: Scene, word: CueWord, begins: int) -> tuple[int, bool] | None:
    """Where a source ends that begins after a tag's verb, if something goes on there, and whether
    that is of what was said."""
    words, last = scene.words, word.last
    for i in range(begins + 1, last - 2):
        if words[i] in (OPEN, CLOSE):
            return None
        if words[i] in _STOPS:
            return _after_mark(scene, i, last)
        if words[i] == "," and (goes_on := _after_comma(scene, i + 1, last)) is not None:
            return i, goes_on
        if words[i] == "because":
            return i, True
    return None


def _after_mark(scene: Scene, at: int, last: int) -> tuple[int, bool] | None:
    """What a colon, a semicolon or a dash after a name begins: `: it costs too much`."""
    first = at + 1
    joined = scene.words[first] in JOINS
    if scene.words[at] in _DASHES and not joined and scene.tags[first] not in ("PRP", "EX"):
        return None  # `said Ana Ruiz — a nurse — and`
    if scene.words[first] == OPEN or not (joined or _is_clause(scene, first, last)):
        return None
    others = scene.words[at] == ";" or _is_others(scene, first + joined, last)
    return at, not others


def _after_comma(scene: Scene, at: int, last: int) -> bool | None:
    """Whether what a comma after a name begins is of what was said; None where it tells who says
    it: `, a nurse`, `, and Tom Okon, a cook`."""
    words = scene.words
    if words[at] in _REASONS:
        return True
    if words[at] in _MEANWHILE:
        return False if _has_verb(scene, at + 1, last) else None
    if words[at] not in JOINS:
        return None
    if words[at + 1] == "that":
        return True
    if not _is_clause(scene, at + 1, last):
        return None
    return not _is_others(scene, at + 1, last)


def _is_others(scene: Scene, first: int, last: int) -> bool:
    """Whether a clause tells what another says of it: `Okon said no`, `the council disagrees`."""
    if clause_ends.is_told(scene, first, last):
        return True
    return not _ANSWERS.isdisjoint(scene.words[first : min(last, first + _LONGEST_SUBJECT)])


def _is_clause(scene: Scene, first: int, last: int) -> bool:
    """Whether a subject with its verb begins here: `few have noticed`, no `Tom Okon, a cook`."""
    words, tags = scene.words, scene.tags
    if words[first] in SUBJECTS:
        return words[first + 1] not in (",", CLOSE)
    if tags[first] not in _BEGINS:
        return False
    for i in range(first + 1, min(last, first + _LONGEST_SUBJECT)):
        if tags[i] in _RELATIVES or words[i] in (OPEN, CLOSE):
            return False
        if tags[i] in FINITE:
            return True
    return False


def _has_verb(scene: Scene, first: int, last: int) -> bool:
    return any(tag in FINITE or tag == "VBG" for tag in scene.tags[first:last])
