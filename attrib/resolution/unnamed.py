"""Sources whom nobody names: they keep their words, and those words tell what kind they are."""

from __future__ import annotations

import re

from attrs import evolve

from attrib.model import SpeakerKind
from attrib.outlets.descriptors import describes_outlet
from attrib.resolution import phrases
from attrib.resolution.body_descriptors import described_body
from attrib.resolution.phrases import role_of
from attrib.resolution.referents import Referent, Scene, entity_of, kind_of
from attrib.resolution.roles import SYNONYMS
from attrib.resolution.speaker_details import IMPLIED

_UNDISCLOSED = frozenset(
    "official aide advisor adviser source insider operative observer strategist staffer member"
    " informant confidant diplomat".split()
)
"""Plurals of these are people who stay unnamed; of any other role, a group."""


_SPEAKS_FOR = frozenset(
    "spokesperson official representative officer prosecutor investigator agent director"
    " administrator".split()
)


def own_words(scene: Scene) -> Referent:
    """The source as it stands, with the kind that its words tell."""
    phrase = scene.phrase
    noun = phrase.noun
    if phrase.form == "pronoun":
        return Referent(
            name=scene.text[phrase.start : phrase.end], kind=_KIND_OF_PRONOUN[phrase.pronoun or ""]
        )
    words = scene.text[phrase.start : max(phrase.core_end, phrase.chunk_end)]
    if noun is None:
        if _UNNAMED_PEOPLE.search(words):
            return Referent(name=words, kind="anonymous", plural=True)
        return Referent(name=words, kind=_kind_of_unknown(scene))
    if noun.human:
        body = _body_spoken_for(scene)
        if body is not None:
            return body
        if not noun.plural:
            return Referent(name=words, kind="anonymous", gender=noun.gender)
        counted = phrase.determiner in ("two", "three", "four")
        anonymous = counted or noun.lemma in _UNDISCLOSED
        return Referent(name=words, kind="anonymous" if anonymous else "group", plural=True)
    if noun.category == "group":
        implied = IMPLIED.search(words) is not None
        return Referent(name=words, kind="anonymous" if implied else "group", plural=True)
    if noun.category == "document":
        return Referent(name=words, kind="document", plural=noun.plural)
    if noun.plural and noun.lemma not in ("authority", "police"):
        return Referent(name=words, kind="group", plural=True)
    if phrase.determiner == "the" and (phrase.owner or phrase.adjunct or phrase.complement):
        words = words[4:]
    return Referent(name=words, kind="organization")


_KIND_OF_PRONOUN: dict[str, SpeakerKind] = {
    "m": "person",
    "f": "person",
    "self": "person",
    "selves": "group",
    "plural": "group",
    "thing": "organization",
    "relative": "anonymous",
}


_UNNAMED_PEOPLE = re.compile(r"\b(?:those|people|sources)\b", re.IGNORECASE)


def _kind_of_unknown(scene: Scene) -> SpeakerKind:
    phrase = scene.phrase
    words = scene.text[phrase.start : phrase.end]
    if describes_outlet(words) is not None:
        return "outlet"
    head = words[: (phrase.chunk_end or phrase.end) - phrase.start]
    if phrase.name is not None:
        return "person"
    return "group" if head.rstrip("’'").endswith("s") else "anonymous"


def _body_spoken_for(scene: Scene) -> Referent | None:
    """The named body that an unnamed official speaks for."""
    phrase = scene.phrase
    noun = phrase.noun
    if noun is None or SYNONYMS.get(noun.lemma, noun.lemma) not in _SPEAKS_FOR:
        return None
    if phrase.complement is None and phrase.owner is None and phrase.adjunct is None:
        return _described_body_spoken_for(scene)
    for mention in (phrase.owner, phrase.adjunct, phrase.complement):
        if mention is None or mention.reading.sort in ("people", "place"):
            continue
        if mention is phrase.complement:
            between = scene.text[phrase.chunk_end : mention.start].split()
            if not between or between[0] not in ("for", "of", "at", "from", "with", "in"):
                continue
            if len(between) > 3:
                continue
        index = entity_of(scene.discourse, mention)
        if index is None:
            if mention.reading.sort != "organization":
                continue
            name = mention.reading.name
            antecedent = None
        else:
            entity = scene.discourse.entities[index]
            bare = entity.sort == "name" and not entity.human and entity.gender is None
            if not bare and kind_of(scene, entity) != "organization":
                continue
            name = entity.name
            antecedent = (entity.start, entity.end) if name != mention.reading.name else None
        return Referent(
            name=name,
            kind="organization",
            entity=index,
            antecedent=antecedent,
            role=role_of(scene.text, phrase),
            plural=noun.plural,
            resolver="descriptor",
        )
    return None


_FOR_BODY = re.compile(r" (?:for|of|at|from|with) (?=(?:the|this) )")


def _described_body_spoken_for(scene: Scene) -> Referent | None:
    """`a spokeswoman for the company`, where it is clear which company."""
    phrase = scene.phrase
    match = _FOR_BODY.match(scene.text, phrase.chunk_end, phrase.core_end)
    if match is None:
        return None
    part = phrases.read(scene.text, match.end(), phrase.core_end, ())
    if part.form != "descriptor" or part.noun is None or part.noun.category != "organization":
        return None
    body = described_body(scene.with_phrase(part))
    if body is None:
        return None
    return evolve(body, role=role_of(scene.text, phrase))
