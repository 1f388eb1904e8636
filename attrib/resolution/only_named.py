"""Whom an office of some body means that the article gave nobody: the only one named yet.

`Bram Tollet walked in late. “We row,” the Orvale Rovers head coach said.` Who holds an office is
named with it as a rule, and somebody else's would be; so he has to have just spoken, or to be whom
the last sentences are about by what he did, and nobody else may have been spoken of since.
"""

from __future__ import annotations

from attrib.knowledge.nouns import Noun
from attrib.lazily import re
from attrib.resolution.focused import people_in
from attrib.resolution.holders import holds_other, may_hold
from attrib.resolution.recalled import OTHERS
from attrib.resolution.referents import Referent, Scene, is_subject, may_be_called, of_entity

_BESIDE = OTHERS | frozenset(
    "judge justice magistrate doctor nurse medic paramedic lawyer attorney solicitor barrister"
    " counsel detective officer constable sergeant inspector investigator policeman policewoman"
    " interviewer spokesperson spokesman spokeswoman secretary assistant clerk waiter waitress"
    " teacher psychologist psychiatrist therapist prosecutor sheriff coroner registrar receptionist"
    " operator dispatcher agent aide adviser advisor deputy official member".split()
)
"""Those whom a story of somebody else has in it."""
_NAME = re.compile(r"[A-Z]")
"""Of the body or place whose office it is: `the Orvale Rovers head coach`."""
_BACK = 3
"""Sentences before the one of the source that are looked at."""


def only_named(scene: Scene, key: str) -> Referent | None:
    """The only person whom the article has named before `the Orvale coach`, and who did or said
    something just there."""
    phrase, discourse = scene.phrase, scene.discourse
    noun, at = phrase.noun, phrase.start
    if noun is None or phrase.determiner != "the" or phrase.owner is not None:
        return None
    if not noun.human or noun.plural or noun.category == "kin" or noun.lemma in _BESIDE:
        return None
    if _NAME.search(scene.text, phrase.start + 4, phrase.core_end) is None:
        return None  # `the coach` may be any
    named = people_in(scene, 0, at, None, frozenset()) if _is_early(scene) else []
    if len(named) != 1:
        return None
    (only,) = named
    if not may_be_called(scene, only) or not may_hold(scene, only, key):
        return None
    if holds_other(discourse.entities[only], key):
        return None
    sentence = discourse.sentence_at(at)
    since = discourse.sentences[max(0, sentence - _BACK)][0]
    if _is_known_other(scene, noun, since) or not (_spoke(scene, only) or _did(scene, only, since)):
        return None
    return of_entity(scene, only, "descriptor")


def _is_early(scene: Scene) -> bool:
    """Whether so few names stand before a source that one person alone may be among them."""
    return len(scene.discourse.within(0, scene.phrase.start)) <= _FEW


_FEW = 40


def _spoke(scene: Scene, index: int) -> bool:
    """Whether the last who spoke is somebody, not far above."""
    last = next((t for t in reversed(scene.turns) if t.start < scene.phrase.start), None)
    sentence = scene.discourse.sentence_at(scene.phrase.start)
    return last is not None and last.referent.entity == index and sentence - last.sentence <= _FAR


_FAR = 5


def _did(scene: Scene, index: int, since: int) -> bool:
    """Whether somebody did something in the sentences just before: `Tollet | walked in late`."""
    discourse, text = scene.discourse, scene.text
    return any(
        discourse.owners[i] == index
        and is_subject(text, discourse.mentions[i])
        and _SUFFERS.match(text, discourse.mentions[i].end) is None
        for i in discourse.within(since, scene.phrase.start)
    )


_SUFFERS = re.compile(
    r"(?:, [^,.]{1,60},)? (?:(?:was|is|were|has been|had been|will be|got)\b"
    r"(?! (?:not|never|a|an|the)\b)"
    r"|died|disappeared|vanished|lost|suffered|fell|collapsed)"
)
"""After whoever had something done to him, of which others speak: `Ruiz | was found dead`."""


def _is_known_other(scene: Scene, noun: Noun, since: int) -> bool:
    """Whether somebody else has spoken since, or is called so without a name: `a coach`."""
    at = scene.phrase.start
    others = any(
        since <= turn.start < at
        and turn.referent.entity is None
        and turn.referent.kind == "anonymous"
        for turn in scene.turns
    )
    called = re.compile(
        rf"\b(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er|[Tt]heir) (?:[\w-]+ )?{re.escape(noun.lemma)}\b"
    )
    return others or called.search(scene.text, 0, at) is not None
