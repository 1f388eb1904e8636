"""Where a clause without `that` begins, after whom it was told to: `told the paper | it leaks`."""

from __future__ import annotations

from attrib.detection import hearers
from attrib.detection.cues import CueWord
from attrib.detection.views import FINITE, OBJECTS, Scene
from attrib.words.tokens import OPEN

HEARERS = frozenset(
    """court jury jurors inquest tribunal inquiry hearing panel committee mps magistrates judge
    trial commission""".split()
)
"""They hear what others say, and say nothing by it."""
_SUBJECT_TAGS = frozenset(("PRP", "DT", "EX", "NNP"))
_SUBJECT_PRONOUNS = frozenset("he she they we i it".split())
_ASKS = frozenset("what how why if whether where when".split())
_ADDRESSEE = frozenset("DT NN NNS NNP JJ POS IN CD RB".split())
_LONGEST_ADDRESSEE = 9


def clause_after(scene: Scene, word: CueWord, first: int) -> int | None:
    """Where a clause without `that` begins after whom it was told to: `told the paper its work …`.

    It begins with a pronoun, as nothing else that follows a noun at once.
    """
    words, tags = scene.words, scene.tags
    begun = word.at + 1
    after = words[begun + 1].partition("'")[0]  # `told her she'd wait`
    named = tags[begun + 1] == "NNP" and scene.forms[begun].istitle()  # `told | Us Weekly`
    if (
        words[begun] in OBJECTS
        and not named
        and (
            tags[begun + 1] in _SUBJECT_TAGS
            or words[begun + 1] in _ASKS
            or after in _SUBJECT_PRONOUNS
        )
    ):
        return begun + 1 if words[begun + 1] != "to" else None
    begins = hearers.clause_begins(scene, word)
    if begins is not None:
        return begins if begins <= first or words[first] != "that" else None
    return _past_relative(scene, word)


def _past_relative(scene: Scene, word: CueWord) -> int | None:
    """Where the clause begins after a hearer that a relative clause describes."""
    tags, begun = scene.tags, word.at + 1
    for i in range(begun, min(word.last - 1, begun + _LONGEST_ADDRESSEE)):
        if scene.words[i] == "," and i > begun and tags[i + 1] in ("WP", "WDT"):
            return _past_aside(scene, word, i + 1)
        if tags[i] not in _ADDRESSEE:
            return None
    return None


def _past_aside(scene: Scene, word: CueWord, first: int) -> int | None:
    """Where the clause begins after a relative one: `told aides, who had come, | what`."""
    words = scene.words
    for i in range(first, min(word.last - 2, first + _LONGEST_ASIDE)):
        if words[i] == ",":
            return i + 1 if words[i + 1] in _ASKS or words[i + 1] == "that" else None
    return None


_LONGEST_ASIDE = 20


def colon_after(scene: Scene, word: CueWord) -> int | None:
    """The colon before what was told, after whom it was told to and how."""
    for i in range(word.at + 1, min(word.last, word.at + _FURTHEST_COLON)):
        if scene.words[i] == ":":
            return i if scene.words[i + 1] == OPEN else None
        if scene.tags[i] in FINITE or scene.words[i] in ("that", ",", OPEN):
            return None
    return None


_FURTHEST_COLON = 14
