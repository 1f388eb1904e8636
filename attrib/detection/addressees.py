"""Where a clause without `that` begins, after whom it was told to: `told the paper | it leaks`."""

from __future__ import annotations

from attrib.detection.cues import CueWord
from attrib.detection.views import FINITE, OBJECTS, Scene
from attrib.knowledge import nouns
from attrib.words.tokens import OPEN

HEARERS = frozenset(
    """court jury jurors inquest tribunal inquiry hearing panel committee mps magistrates judge
    trial commission""".split()
)
"""They hear what others say, and say nothing by it."""
_SUBJECT_TAGS = frozenset(("PRP", "DT", "EX", "NNP"))
_SUBJECT_PRONOUNS = frozenset("he she they we i it".split())
_ASKS = frozenset("what how why if whether where when".split())
_NOUNS = frozenset("NN NNS NNP".split())
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
    for i in range(begun, min(word.last - 1, begun + _LONGEST_ADDRESSEE)):
        ends = (
            tags[i - 1] in _NOUNS
            or tags[i - 1] == "NNS"
            or tags[i - 1] == "RB"
            or tags[i - 2 : i] == ["DT", "JJ"]
        )
        if i > begun and ends:
            if words[i] in _SUBJECT_PRONOUNS and tags[i + 1] in (*FINITE, "RB"):
                return i
            if tags[i - 1] == "NNP" and _is_bare_clause(scene, i):
                return i if words[first] != "that" else None
            if words[first] != "that" and _opens_clause(scene, i):
                return i
            if tags[i] == "PRP$" and not FINITE.isdisjoint(tags[i + 2 : i + 6]):
                return i if i < first or words[first] != "that" else None
        if words[i] == "," and i > begun and tags[i + 1] in ("WP", "WDT"):
            return _past_aside(scene, word, i + 1)
        if tags[i] not in _ADDRESSEE:
            return None
    return None


def _is_bare_clause(scene: Scene, first: int) -> bool:
    """Whether a clause begins after an addressee's name: `told the Echo | residents were angry`."""
    tags = scene.tags
    if tags[first] == "JJ" and tags[first + 1] in ("NN", "NNS"):
        return tags[first + 2] in FINITE
    return tags[first] in ("NN", "NNS") and tags[first + 1] in FINITE


def _opens_clause(scene: Scene, first: int) -> bool:
    """Whether the subject of a clause follows the noun for a hearer at once: `told the panel | the
    dam leaked`, `warned the council | Orvale would flood`."""
    tags = scene.tags
    if tags[first] not in _BEGINS_SUBJECT or scene.words[first] == "that":
        return False
    if tags[first] == "NNP" and nouns.lookup(scene.words[first - 1]) is None:
        return False
    verb = first + 1
    while tags[verb] in _IN_SUBJECT and verb < first + _LONGEST_ADDRESSEE:
        verb += 1
    return tags[verb + (tags[verb] == "RB")] in FINITE


_BEGINS_SUBJECT = frozenset(("DT", "NNP", "CD"))
_IN_SUBJECT = frozenset("JJ CD NN NNS NNP NNPS POS".split())


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
