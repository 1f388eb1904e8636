"""Where a content ends before somebody else's words, or before what is said next.

`said the tunnel leaks|; Ruiz argued that it is safe`, `warned that it leaks|, before adding: “…”`.
"""

from __future__ import annotations

from attrib.detection.classes import tells
from attrib.detection.cues import CueWord
from attrib.detection.views import FINITE, Scene
from attrib.words.tokens import CLOSE, OPEN

_SUBJECT = frozenset("DT JJ NN NNS NNP POS CD PRP PRP$ CC".split())
_LONGEST_SUBJECT = 8


def before_next(scene: Scene, word: CueWord, first: int, last: int) -> int:
    """The end of a content, of which what another tag says is no part."""
    words, depth = scene.words, scene.depth
    if "before" in words[first + 2 : last]:
        at = words.index("before", first + 2)
        said = depth[at] == depth[word.at] and tells(words[at + 1])
        if said and (words[at + 2] in (":", OPEN, "that") or at + 2 >= last):
            return at - (words[at - 1] == ",")
    if words[first] == OPEN and word.lemma in _SHOUTS and CLOSE in words[first:last]:
        at = words.index(CLOSE, first) + 1
        return at if scene.tags[at] in ("IN", "TO") else last
    if ";" in words[first:last]:
        at = words.index(";", first)
        if depth[at] == depth[word.at] and _is_told(scene, at + 1, last):
            return at
    if "but" in words[first + 1 : last] and words[first] not in _CLAUSES:
        # `denied it leaks | but the council said it did`
        at = words.index("but", first + 1)
        if not depth[at] and not depth[word.at] and _is_told(scene, at + 1, last):
            return at - (words[at - 1] == ",")
    if words[last] in _RELATIVES and scene.tags[last - 1] in ("NN", "NNS"):
        # No content ends before what says which it is: `wants a road | that people can use`.
        for i in range(last + 1, min(word.last, last + _LONGEST_RELATIVE)):
            if words[i] in _ENDS or depth[i] != depth[last]:
                return i
    return last


_RELATIVES = frozenset(("that", "which", "whose"))
_LONGEST_RELATIVE = 20
_ENDS = frozenset((",", ";", ".", ":", "?", "!", "—", "–", "--"))
_CLAUSES = frozenset(("that", OPEN))
"""What goes on after `but` alike: `said that it leaks, but the council says it is dry`."""


_SHOUTS = frozenset("shout yell chant scream cry bellow sing".split())
"""Before a quotation, and then where or at whom: `shouting “go home” at the crew`."""


def _is_told(scene: Scene, first: int, last: int) -> bool:
    """Whether a clause begins with who says the rest of it: `Ruiz argued that`."""
    words, tags = scene.words, scene.tags
    for i in range(first, min(last - 1, first + _LONGEST_SUBJECT)):
        if tags[i] in FINITE:
            return i > first and (tells(words[i]) or words[i + 1] == "that")
        if tags[i] not in _SUBJECT and (tags[i] not in ("IN", "TO") or i < first + 2):
            return False
    return False
