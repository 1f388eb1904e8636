"""Sources of `according to` that grammar shuts in: who relies on another, whose name comes last, a
title in marks. What is set off by commas after one is read in `apposed_sources`."""

from __future__ import annotations

from attrib.detection import apposed_sources
from attrib.detection.candidates import TokenRange
from attrib.detection.cues import CueWord
from attrib.detection.views import FINITE, Scene
from attrib.detection.whole_clauses import is_clause
from attrib.words.tokens import CLOSE, OPEN

_FURTHEST = 24
_LONGEST_TITLE = 12
_BEGINS_SUBJECT = frozenset("DT PRP PRP$ NNP NN NNS JJ CD EX".split())
_ENDS = frozenset((",", ";", ":", ".", OPEN, CLOSE))


def relaying(scene: Scene, word: CueWord) -> tuple[TokenRange, int] | None:
    """The source and the comma before the clause where the source relies on another: `According to
    Vesper, citing the ministry, | two men were held`."""
    words, tags, first = scene.words, scene.tags, word.at + 2
    if word.at != word.first:
        return None
    comma = _comma(scene, first, word.last)
    relies = comma + 1 + (words[comma + 1] == "which")
    if not comma or words[relies] not in _RELIES:
        return None
    for i in range(relies + 2, min(word.last - 2, relies + _FURTHEST)):
        if words[i] == "," and tags[i + 1] in _BEGINS_SUBJECT:
            clause = tags[i + 1 : min(word.last, i + _FURTHEST)]
            if not FINITE.isdisjoint(clause) and tags[i + 1] != "CC":
                return (first, comma), i
        if tags[i] in FINITE or words[i] in (OPEN, ";", ":"):
            return None
    return None


def plain(scene: Scene, word: CueWord) -> TokenRange | None:
    """A name up to the comma before the only clause: `According to | Ana Ruiz|, the wall fell.`"""
    words, tags, first = scene.words, scene.tags, word.at + 2
    comma = _comma(scene, first, word.last)
    if word.at != word.first or not comma or any(tag != "NNP" for tag in tags[first:comma]):
        return None
    apart = "," not in words[comma + 1 : word.last] and tags[comma + 1] in ("DT", "PRP", "PRP$")
    return (first, comma) if apart and is_clause(scene, comma + 1, word.last) else None


_RELIES = frozenset("citing quoting cited quoted cites quotes".split())


def whole(scene: Scene, word: CueWord, last: int) -> int:
    """Where a source ends that goes on to the comma before its clause: `According to researchers |
    at the University of Orvale, the lake is dying`."""
    if word.lemma != "according" or word.at != word.first or scene.tags[last] != "IN":
        return last
    for i in range(last + 1, min(word.last - 2, last + _FURTHEST)):
        if scene.words[i] == ",":
            return i if scene.tags[i + 1] in _BEGINS_SUBJECT else last
        if scene.tags[i] not in _OF_A_NAME:
            return last
    return last


_OF_A_NAME = frozenset("DT JJ NN NNS NNP IN POS PRP$ CC CD".split())


def told_more(scene: Scene, word: CueWord) -> TokenRange | None:
    """The source after a whole clause, of whom or which only more is told: `It fell, according to |
    the review|, which noted`, `It leaks, according to | Ana Ruiz, a diver who saw it|.`"""
    words, tags, first = scene.words, scene.tags, word.at + 2
    before = word.at - (words[word.at - 1] == ",")
    if word.at == word.first or scene.depth[word.at] or not is_clause(scene, word.first, before):
        return None
    comma = first
    while tags[comma] in _OF_A_NAME and comma < min(word.last, first + _FURTHEST):
        comma += 1
    if words[comma] != "," or comma == first or words[comma - 1] == ",":
        return None
    if (told := apposed_sources.told_of(scene, word)) is not None:
        return told
    return (first, comma) if words[comma + 1] in ("who", "which", "whose") else None


def named_after(scene: Scene, word: CueWord) -> TokenRange | None:
    """The source whose name ends the sentence: `The dam leaks, according to | its keeper, Ana
    Ruiz`, where no clause follows the comma, and none is open: `It was, according to him, Ruiz`.
    """
    words, tags, first, end = scene.words, scene.tags, word.at + 2, word.last - 1
    before = word.at - 1 - (words[word.at - 1] == ",")
    if word.at == word.first or tags[before] in FINITE or words[first] == OPEN or words[end] != ".":
        return None
    comma = end - 1
    while comma > first and tags[comma] in _OF_ITS_NAME and end - comma < _LONGEST_NAME:
        comma -= 1
    described = words[comma] == "," and comma > first and tags[comma - 1] in ("NN", "NNS", "NNP")
    return (first, end) if described and comma < end - 1 and tags[end - 1] == "NNP" else None


_OF_ITS_NAME = frozenset("NNP JJ NN CD".split())
_LONGEST_NAME = 8


def _comma(scene: Scene, first: int, last: int) -> int:
    """The comma that ends a name; 0 where something else comes before it."""
    for i in range(first + 1, min(last - 2, first + _FURTHEST)):
        if scene.words[i] == ",":
            return i
        if scene.words[i] in _ENDS or scene.tags[i] in FINITE:
            return 0
    return 0


def titled(scene: Scene, word: CueWord) -> TokenRange | None:
    """The title in marks that is a source: `according to “The Fall of Brightway,” a memoir`."""
    first = word.at + 2
    if scene.words[first] != OPEN:
        return None
    ends = range(first + 2, min(word.last, first + _LONGEST_TITLE))
    close = next((i for i in ends if scene.words[i] == CLOSE), 0)
    longer = [form for form in scene.forms[first + 1 : close] if len(form) > _SHORT]
    return (first, close + 1) if longer and all(form[0].isupper() for form in longer) else None


_SHORT = 4
"""The longest word that titles may leave small: `from`."""
