"""Several who say something after one `with`, or one who says two things: `The talks ended, with
Ruiz saying that it leaks and | Okon | replying that it holds`, `with | Ruiz | saying that it leaks
and asking: “Why?”`."""

from __future__ import annotations

from attrib.detection.candidates import TokenRange
from attrib.detection.classes import tells
from attrib.detection.cues import CueWord
from attrib.detection.views import FINITE, Scene
from attrib.words.tokens import CLOSE, OPEN

_NAME = frozenset("DT JJ NN NNS NNP POS PRP$ CD PRP".split())
_JOINS = frozenset(("and", "while", "but"))
_MOST, _FURTHEST = 8, 60


def source(scene: Scene, word: CueWord) -> TokenRange | None:
    """Who says what a participle tells that is joined to another after `with`."""
    words, tags, at = scene.words, scene.tags, word.at
    if word.tag != "VBG" or "with" not in words[max(word.first, at - _FURTHEST) : at]:
        return None
    if scene.depth[at] or not tells(word.word):
        return None
    begins = _begins(scene, word.first, at)
    if begins is None or words[begins - 1] not in _JOINS:
        return None
    first = _after_with(scene, word.first, begins - 1)
    if first is None:
        return None
    if begins < at:
        return begins, at
    last = first
    while tags[last] in _NAME:
        last += 1
    return first, last


def end(scene: Scene, word: CueWord, first: int, last: int) -> int | None:
    """Where what is so said ends before what is joined to it."""
    words, depth = scene.words, scene.depth
    if word.tag != "VBG" or first < word.at or depth[word.at]:
        return None
    for at in range(first + 2, min(word.last, last + 2) - 1):
        if words[at] in _JOINS and not depth[at]:
            verb = at + 1
            while verb < at + _MOST and scene.tags[verb] in _NAME:
                verb += 1
            joined = scene.tags[verb] == "VBG" and tells(words[verb])
            if joined and _after_with(scene, word.first, at) is not None:
                return at - (words[at - 1] == ",")
    return None


def _begins(scene: Scene, first: int, at: int) -> int | None:
    """Where the name before a participle begins, past which something is joined."""
    begins = at
    while begins > first and at - begins < _MOST and scene.tags[begins - 1] in _NAME:
        begins -= 1
    return begins if begins > first else None


def _after_with(scene: Scene, begins: int, last: int) -> int | None:
    """Who says something first, after `, with`, and before any other clause."""
    words, tags = scene.words, scene.tags
    for i in range(last - 1, max(begins, last - _FURTHEST), -1):
        if words[i] in (OPEN, CLOSE, ";", ":"):
            return None
        if words[i] == "with" and words[i - 1] == ",":
            verb = i + 1
            while verb < last and tags[verb] in _NAME:
                verb += 1
            says = verb > i + 1 and tags[verb] == "VBG" and tells(words[verb])
            return i + 1 if says and not FINITE.isdisjoint(tags[begins:i]) else None
    return None
