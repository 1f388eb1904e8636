"""What stands between a verb of saying and its `that`, and only tells how or how often something
was said: `admitted | for the first time Friday | that`, `said | to loud applause | that`."""

from __future__ import annotations

from collections.abc import Sequence

from attrib.detection.time_phrases import UNITS, time_ends

_OPENS = frozenset("for with without to amid amidst under more time again over once".split())
_FIXED = (
    ("more", "than", "once"),
    ("time", "and", "again"),
    ("again", "and", "again"),
    ("over", "and", "over", "again"),
    ("over", "and", "over"),
    ("once", "again"),
    ("once", "more"),
    ("under", "oath"),
    ("under", "questioning"),
    ("under", "pressure"),
    ("under", "cross-examination"),
)
_NTH = frozenset("first second third fourth fifth last umpteenth nth only hundredth".split())
_SOUNDS = frozenset(
    "applause cheers laughter boos jeers whistles gasps astonishment amazement delight dismay"
    " surprise relief silence".split()
)
_OF_PHRASE = frozenset("DT JJ NN NNS VBG RB PRP$ VBN CC".split())
_MOST, _LONGEST = 3, 6


def that_at(words: Sequence[str], tags: Sequence[str], at: int) -> int | None:
    """Where `that` stands after a verb and such phrases; None where no such phrase is next.

    >>> words = "said for the first time friday that it leaked .".split() + [""] * 9
    >>> that_at(words, [""] * 6 + ["IN", "PRP", "VBD", "."] + [""] * 9, 0)
    6
    """
    if words[at + 1] not in _OPENS:
        return None
    i = at + 1
    for _ in range(_MOST):
        further = max(_phrase(words, tags, i), time_ends(words, tags, i, len(words) - 4))
        if further <= i:
            break
        i = further
    subject = tags[i + 1] not in _FINITE or (words[i + 1][-1:] == "s" and tags[i + 2] in _FINITE)
    return i if words[i] == "that" and subject and i > at + 1 else None


def stands_alone(words: Sequence[str], tags: Sequence[str], at: int) -> int | None:
    """The verb itself where none of what follows is of its cue: `insisted | as recently as May |
    that`; None where that is left open."""
    dated = words[at + 1] == words[at + 3] == "as"
    return at if dated or that_at(words, tags, at) is not None else None


_FINITE = frozenset("VBD VBZ VBP MD".split())


def _phrase(words: Sequence[str], tags: Sequence[str], at: int) -> int:
    """The token after a phrase that begins at a token; that token itself where none does."""
    for fixed in _FIXED:
        if tuple(words[at : at + len(fixed)]) == fixed:
            return at + len(fixed)
    if words[at] == "for":
        if words[at + 1] == "the" and words[at + 2] in _NTH and words[at + 3] == "time":
            further = words[at + 4 : at + 6] == ["in", "a"] and words[at + 6] in UNITS
            return at + 7 if further else at + 4
        ends = (i + 1 for i in range(at + 1, at + 5) if words[i] in UNITS)
        return next(ends, at)
    if words[at] == "to":  # whatever the tags of `to | loud cheers`
        ends = (i + 1 for i in range(at + 1, at + 4) if words[i] in _SOUNDS)
        return next(ends, at)
    if words[at] not in ("with", "without", "amid", "amidst"):
        return at
    end = at + 1
    while end - at < _LONGEST and tags[end] in _OF_PHRASE and words[end] != "that":
        end += 1
    return end if end > at + 1 and tags[end - 1] in ("NN", "NNS") else at
