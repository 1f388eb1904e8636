"""Tags that commas shut in amid what was said: `The mine, said Ana Ruiz, will close`."""

from __future__ import annotations

from attrib.detection import apposed_sources, clause_tags
from attrib.detection.cues import CueWord
from attrib.detection.quoted_as import FURTHEST
from attrib.detection.set_off import NAMED_THING
from attrib.detection.views import FINITE, Scene
from attrib.detection.worded import NONE, Idiom

_NO_SOURCE = frozenset(("“", "”", ":", ".", "WDT", "WP"))


def find(scene: Scene, word: CueWord) -> Idiom:
    """`The mine, said Ana Ruiz, will close`: the commas shut source and cue in, and a verb follows
    whose subject stands before them."""
    words, tags = scene.words, scene.tags
    first, cut = word.at + 1 + (word.lemma == "according"), clause_tags.is_cut(scene, word)
    for i in range(first, min(word.last - 1, first + FURTHEST)):
        if words[i] == "," and i > first and (tags[i + 1] in FINITE or cut):
            return Idiom("content-cue-source-content", first - 1, source=(first, i))
        if words[i] == "," and words[i + 1] in ("who", "whose", "which"):
            shut = next(
                (k for k in range(i + 3, min(word.last, i + FURTHEST)) if words[k] == ","), i
            )
            return (
                Idiom("content-cue-source-content", first - 1, source=(first, shut))
                if tags[shut + 1] in FINITE
                else NONE
            )
        if tags[i] in FINITE:
            said = i > first and word.lemma != "according"
            return _past_participle(scene, word) if said else NONE
        if tags[i] in _NO_SOURCE:
            return NONE
    return NONE


def _past_participle(scene: Scene, word: CueWord) -> Idiom:
    """`An aide, speaking because he was not named, said it leaked`: what follows is a clause, and
    its source opened the sentence."""
    for i in range(word.first, min(word.at - 1, word.first + FURTHEST)):
        if scene.words[i] == ",":
            set_off = i > word.first and scene.tags[i + 1] in ("VBG", "VBN")
            set_off = set_off and not apposed_sources.is_job(scene, i + 1, word.at - 1)
            return Idiom("source-cue-content", source=(word.first, i)) if set_off else NONE
        if scene.tags[i] not in NAMED_THING and scene.tags[i] not in ("NNS", "IN", "CD"):
            return NONE
    return NONE
