"""Verbs of saying with an object that nobody says: `wrote several books`, `told a story about her
aunt`, `asked her to dinner`, `thought for a while`."""

from __future__ import annotations

from attrib.detection.candidates import Candidate
from attrib.detection.that_clauses import CLAUSES
from attrib.detection.views import FINITE, Scene
from attrib.words.tokens import OPEN

_WRITTEN = frozenset(
    """book books novel novels poem poems song songs lyrics music script scripts screenplay play
    plays draft drafts essay essays column columns blog diary cheque cheques check checks name names
    initials address number numbers software code program recipe recipes thesis dissertation
    biography biographies memoir memoirs letter letters story stories chapter chapters textbook
    textbooks obituary obituaries article articles review reviews will cookbook musical
    opera""".split()
)
_TOLD = frozenset(
    "joke jokes story stories tale tales time truth lie lies fortune fortunes".split()
)
_MEALS = frozenset(
    """dinner lunch breakfast tea supper drinks coffee party wedding ball dance prom in over round
    inside back out home upstairs""".split()
)
_WHILE = frozenset("while moment minute second hour hours minutes days time instant".split())
_PLACES = frozenset("around through along across into past".split())
_OBJECT = frozenset("DT PRP PRP$ JJ CD NN NNS NNP RB POS".split())
_LONGEST_OBJECT = 5


def is_done(scene: Scene, reading: Candidate) -> bool:
    """Whether a verb of saying has a thing for its object, or only says how long or where."""
    head, (first, last) = reading.head, reading.content[-1]
    if first <= head.at or OPEN in scene.words[head.at : last] or scene.words[first] in CLAUSES:
        return False
    if not FINITE.isdisjoint(scene.tags[first:last]):
        return False
    words, lemma = scene.words[head.at + 1 : last], head.lemma
    object_end = _object_end(scene, head.at + 1, last)
    thing = scene.words[object_end - 1] if object_end > head.at + 1 else ""
    if lemma == "write":
        return thing in _WRITTEN
    if lemma == "tell":
        return thing in _TOLD
    if lemma == "ask":
        to = scene.words[object_end] == "to" and scene.words[object_end + 1] in _MEALS
        return object_end > head.at + 1 and (to or scene.words[object_end] in _MEALS)
    if lemma in ("think", "wonder"):
        lasts = words[:1] == ["for"] and not _WHILE.isdisjoint(words[1:4])
        return lasts or words[0] in _PLACES
    return False


def thing_done_to(scene: Scene, reading: Candidate) -> str:
    """The noun that heads the object right after a verb: `petition` of `dismissed the petition`."""
    at = reading.head.at
    end = _object_end(scene, at + 1, reading.content[-1][1])
    return scene.words[end - 1] if end > at + 1 else ""


def _object_end(scene: Scene, first: int, last: int) -> int:
    """Where the noun phrase right after a verb ends."""
    end = first
    while end < min(last, first + _LONGEST_OBJECT) and scene.tags[end] in _OBJECT:
        end += 1
        if scene.tags[end - 1] in ("NN", "NNS", "PRP") and scene.tags[end][:1] != "N":
            break
    return end
