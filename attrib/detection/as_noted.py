"""What somebody is said to have told, before it is told: `As the mayor noted at the fair, the dam
leaks`, `But as Ana Ruiz has written in a column, it leaks`."""

from __future__ import annotations

from attrib.detection import set_off_tags
from attrib.detection.clause_tags import LONGEST_SOURCE
from attrib.detection.cues import CueWord
from attrib.detection.views import FINITE, Scene
from attrib.words.tokens import OPEN

TELLS = frozenset(
    "say tell report write note state announce emphasize emphasise explain add confirm inform"
    " stress underline claim recall assess mention admit reveal acknowledge warn argue insist"
    " testify suggest concede predict observe caution stipulate".split()
)
"""Verbs that may so stand; `put it` and `point out` besides."""


def begins(scene: Scene, word: CueWord) -> int | None:
    """The token after `as` or `but as` at the beginning of a sentence; None where there is none."""
    first = word.first + (scene.words[word.first] in _JOINS)
    return first + 1 if scene.words[first] == "as" else None


def comma(scene: Scene, word: CueWord) -> int | None:
    """Where the comma stands after such a clause, which another clause follows."""
    words, tags, at = scene.words, scene.tags, word.at
    first = begins(scene, word)
    if first is None or not _tells(scene, word) or not 0 < word.subject + 1 - first <= _MOST:
        return None
    last = word.subject + 1
    plain = not any(tags[i] in FINITE or words[i] == "," for i in range(first, last))
    if not plain and not set_off_tags.is_source(scene, first, last):
        return None
    for i in range(at + 1, min(word.last, at + LONGEST_SOURCE)):
        if words[i] == ",":
            clause = any(tag in FINITE for tag in tags[i + 1 : word.last])
            return i if clause else None
        if tags[i] in FINITE or words[i] in (OPEN, "that"):
            return None
    return None


def _tells(scene: Scene, word: CueWord) -> bool:
    """Whether a verb may so tell, alone or with what belongs to it."""
    words, at = scene.words, word.at
    if word.tag not in _TAGS and not (word.tag == "VBN" and words[at - 1] in _HAS):
        return False
    out = word.lemma == "point" and words[at + 1] == "out"
    return word.lemma in TELLS or out or (word.lemma == "put" and words[at + 1] == "it")


_JOINS = frozenset("but and yet so still".split())
_TAGS = frozenset("VBD VBZ NNS".split())
_HAS = frozenset("has have had".split())
_MOST = LONGEST_SOURCE - 1
