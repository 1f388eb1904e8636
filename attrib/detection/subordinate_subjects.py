"""Whose a second verb is in a clause about why a thing happened: `Shares fell after | the firm |
cut its outlook and said that demand was weak`. The shares say nothing, and whoever did the first
thing says what follows."""

from __future__ import annotations

from attrib.detection.candidates import TokenRange
from attrib.detection.classes import TOLD, is_of
from attrib.detection.cues import CueWord
from attrib.detection.views import FINITE, PHRASE, Scene
from attrib.knowledge import nouns
from attrib.words.tokens import CLOSE, OPEN

_CONJUNCTIONS = frozenset(("and", "but"))
_SUBORDINATES = frozenset("after as when because once before while since until".split())
_DONE = frozenset(("VBD", "VBZ", "VB"))
_SPOKEN = frozenset(("VBD", "VBZ", "VBN"))
_BREAKS = frozenset((";", ":", OPEN, CLOSE, "who", "which"))
_NAMES = PHRASE | {","}
_THINGS = frozenset(
    """share shares stock stocks bond bonds yields price prices pound dollar euro yen rouble ruble
    futures oil gold markets market index trains flights services sales hopes fears tensions talks
    ftse dow nasdaq dax nikkei cac stoxx s&p sensex bitcoin ethereum brent""".split()
)
"""What rises, falls or stops in news, and is no speaker wherever it heads a subject."""
_FURTHEST = 40


def of_second_verb(scene: Scene, word: CueWord) -> TokenRange | None:
    """The subject of the clause, where the sentence's own is a thing that cannot say anything."""
    words, tags, at = scene.words, scene.tags, word.at
    joined = at - 1 - (tags[at - 1] == "RB")
    if words[joined] not in _CONJUNCTIONS or tags[at] not in _SPOKEN or scene.depth[at]:
        return None
    told = is_of(word.sort, TOLD) or words[at + 1] == "that"
    if not told or words[joined - 1] == ",":
        return None
    for i in range(joined - 2, max(word.first + 1, at - _FURTHEST), -1):
        if words[i] in _BREAKS:
            return None
        if words[i] in _SUBORDINATES:
            subject = _subject(scene, i + 1, joined)
            told = subject is not None and _is_thing(scene, word.first, i)
            return subject if told else None
    return None


def _subject(scene: Scene, first: int, end: int) -> TokenRange | None:
    """What stands before the first verb of a clause; None where it is not somebody's."""
    verb = next((i for i in range(first, end) if scene.tags[i] in _VERBS), first)
    whole = all(tag in _NAMES for tag in scene.tags[first:verb])
    comma = scene.words[verb - 1] == ","
    done = scene.tags[verb] in _DONE and scene.tags[verb - 1] not in ("IN", "CC", "DT")
    return (first, verb - comma) if verb > first and whole and done else None


def _is_thing(scene: Scene, first: int, end: int) -> bool:
    """Whether the clause before begins with what cannot speak: `Oil prices rose`."""
    words, tags = scene.words, scene.tags
    verb = next((i for i in range(first, end) if tags[i] in FINITE), end)
    stop = next((i for i in range(first + 1, verb) if tags[i] not in _HEADED), verb)
    if not _THINGS.isdisjoint(words[first:stop]) and words[stop - 1] not in _NOT_THINGS:
        return True
    known = nouns.lookup(words[stop - 1]) is not None
    return verb < end and tags[stop - 1] in ("NN", "NNS") and not known


_HEADED = frozenset("DT JJ NN NNS NNP POS CD".split())
_VERBS = FINITE | {"VB"}
_NOT_THINGS = frozenset("traders analysts dealers regulator regulators watchdog".split())
