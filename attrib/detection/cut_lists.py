"""Where a content goes on that was cut within a list: `found coins, two rifles, | a map and a key`.

The last of a list is joined with `and`; what stands before it cannot end what is said.
"""

from __future__ import annotations

from attrib.detection.classes import tells
from attrib.detection.cues import CueWord
from attrib.detection.views import FINITE, Scene
from attrib.words.tokens import CLOSE, OPEN

_ITEM = frozenset("DT CD PRP$ JJ JJR NN NNS NNP NNPS POS IN VBN RB $".split())
_BEGINS_ITEM = frozenset("DT CD PRP$ JJ NN NNS NNP $".split())
_NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS"))
_VERBS = FINITE | {"VBN"}
_LONGEST = 40
_DEEDS = frozenset("closed moved opened ended started broke cut turned".split())
"""What may tell something elsewhere, and in a row of verbs is done."""
_ENDS = frozenset(".;:?!")


def past(scene: Scene, word: CueWord, first: int, last: int) -> int:
    """The end of a content, past the rest of the list or row of verbs that it was cut in."""
    words, tags, depth = scene.words, scene.tags, scene.depth
    if first < word.at or depth[word.at] or depth[first] or depth[last] or words[last] != ",":
        return last
    if FINITE.isdisjoint(tags[first:last]) or last + 3 >= word.last:
        return last
    if tags[last + 1] in _VERBS and (not tells(words[last + 1]) or words[last + 1] in _DEEDS):
        return _past_verbs(scene, word, last)
    listed = tags[last + 1] in _BEGINS_ITEM and (
        tags[last - 1] in _NOUNS or words[last - 1] == CLOSE
    )
    return _past_items(scene, word, last) if listed else last


def _past_items(scene: Scene, word: CueWord, comma: int) -> int:
    """`a bag, | two pickups “with heated seats” and a shed full of tools`"""
    words, tags, depth = scene.words, scene.tags, scene.depth
    joined = False
    for i in range(comma + 1, min(word.last, comma + _LONGEST)):
        if depth[i] or words[i] in (OPEN, CLOSE):
            continue
        if words[i] in _ENDS or (joined and words[i] == ","):
            return i if joined and tags[i - 1] in _NOUNS | {"CD", "”"} else comma
        if words[i] in ("and", "or"):
            begins = tags[i + 1] in _BEGINS_ITEM and words[i - 1] != ","
            joined = joined or begins
            if not begins and words[i - 1] != ",":
                return comma
        elif words[i] != "," and tags[i] not in _ITEM:
            return comma
    return comma


def _past_verbs(scene: Scene, word: CueWord, comma: int) -> int:
    """`the firm had cut staff, | closed two sites and would sell a third`"""
    words, tags, depth = scene.words, scene.tags, scene.depth
    joined = False
    for i in range(comma + 2, min(word.last, comma + _LONGEST)):
        if depth[i] != depth[comma]:
            continue
        if words[i] in _ENDS or (joined and words[i] == ","):
            return i if joined else comma
        if words[i] == "," and tags[i + 1] not in _VERBS:
            return comma
        if words[i] in ("and", "or", "but"):
            after = i + 1 + (tags[i + 1] == "RB")
            if tags[after] in _VERBS and not tells(words[after]):
                joined = True
            elif words[i + 1] in ("that", "he", "she", "they", "i", "we"):
                return comma
    return comma
