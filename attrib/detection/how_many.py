"""Where those begin of whom a number says how many: `| As many as 40 percent of nurses said`,
`| about half of those polled said`."""

from __future__ import annotations

from attrib.detection.views import Scene

_SHARES = frozenset(
    "percent cent % half third thirds quarter quarters fifth fifths majority most many all".split()
)
_BEFORE = frozenset(
    "about almost nearly over around only just some roughly than more fewer".split()
)
_OF_NUMBER = frozenset(("CD", "DT", "JJ", "RB", "JJR"))


def start(scene: Scene, begins: int, first: int) -> int:
    """The first token of a source that was found to begin at `first`, before its verb."""
    words, tags = scene.words, scene.tags
    if words[first] == "many" and words[first - 1] == words[first + 1] == "as":
        return max(begins, first - 1)
    if words[first - 1] != "of" or words[first - 2] not in _SHARES or first - 2 < begins:
        return first
    at = first - 2
    while at > begins and (tags[at - 1] in _OF_NUMBER or words[at - 1] in _BEFORE | _SHARES):
        at -= 1
    return at if at == begins or words[at - 1] in _OPENS else first


_OPENS = frozenset((",", "but", "and", "while", ";", ":"))
