"""Where what some of those counted say ends, before what others of them do: `21 percent said they
were sure | and 14 percent said they were not`.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrib.detection.classes import tells
from attrib.detection.cues import CueWord
from attrib.detection.views import FINITE, Scene

_JOINS = frozenset("and but while whereas though with".split())
_QUANTITIES = frozenset(
    """half third thirds quarter quarters majority minority most many few fewer more less several
    others rest remainder dozens scores hundreds thousands dozen percent % cent""".split()
)
_HOW_MANY = frozenset(
    """only just about around nearly almost some roughly another a the an over under more fewer less
    than at least up to as many further slightly almost barely even still one two three""".split()
)
_HELPERS = frozenset("has have had 've did do would also not n't never still now".split())
_HOLDS = frozenset(
    """think thinks thought believe believes believed feel feels felt want wants wanted expect
    support supported back backed favor favour oppose opposed disagree disagreed agree agreed
    prefer preferred approve disapprove planned plan hope hoped fear feared""".split()
)
"""What those who are asked hold, besides what they say."""
_LONGEST_SUBJECT, _FURTHEST_QUANTITY = 9, 5


def end(scene: Scene, word: CueWord, first: int, last: int) -> int:
    """The end of a content that some of many say, before a clause of others who are counted."""
    if first < word.at or scene.depth[word.at] or last - first < 4:
        return last
    if not _is_counted(scene, word):
        return last
    words = scene.words
    for at in range(first + 2, min(last, word.last) - 2):
        if scene.depth[at] or not (words[at] in _JOINS or words[at] == ","):
            continue
        begins = at + 1 + (words[at] == "," and words[at + 1] in _JOINS)
        if _others_hold(scene, begins, word.last):
            return at - (words[at - 1] == ",")
    return last


def _is_counted(scene: Scene, word: CueWord) -> bool:
    """Whether the subject of a cue word says how many they are: `nearly half of drivers | said`."""
    words, tags = scene.words, scene.tags
    for i in range(word.subject, max(word.first - 1, word.subject - _LONGEST_SUBJECT), -1):
        if words[i] == "," or (tags[i] in FINITE and words[i - 1] != "those"):
            return False
        if tags[i] == "CD" or words[i] in _QUANTITIES:
            return True
    return False


def _others_hold(scene: Scene, first: int, last: int) -> bool:
    """Whether a clause begins with how many hold what it says: `another 14 percent | said`."""
    words, tags = scene.words, scene.tags
    if tags[first] != "CD" and words[first] not in _HOW_MANY and words[first] not in _QUANTITIES:
        return False
    counted = False
    for i in range(first, min(last, first + _LONGEST_SUBJECT)):
        early = i < first + _FURTHEST_QUANTITY
        counted = counted or (early and (tags[i] == "CD" or words[i] in _QUANTITIES))
        if i > first and (words[i] in _HOLDS or words[i] in _HELPERS or tags[i] in FINITE):
            return counted and _holds(words, tags, i)
        if words[i] == ",":
            return False
    return False


def _holds(words: Sequence[str], tags: Sequence[str], verb: int) -> bool:
    """Whether a verb, past its helpers, is of saying or holding: `have not | said`."""
    while words[verb] in _HELPERS and verb + 1 < len(words):
        verb += 1
    return tells(words[verb]) or words[verb] in _HOLDS
