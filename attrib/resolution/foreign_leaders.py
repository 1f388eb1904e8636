"""Whom `the Norvalian president` means of two who met, where only the other one has a title:
`President Ana Ruiz met Bo Lind. The Norvalian president said …`."""

from __future__ import annotations

from attrib.knowledge import nationalities, nouns
from attrib.resolution.country_leaders import countries_of, is_spoken_of_most, leads
from attrib.resolution.discourse import Entity
from attrib.resolution.referents import Referent, Scene, of_entity

OFFICES = frozenset(
    "president premier minister chancellor king queen emperor sultan emir leader ruler"
    " monarch".split()
)


def foreign_leader(scene: Scene) -> Referent | None:
    """The one of two in the sentence before of whom no office is told, after a leader of no told
    country, or of another: whoever leads a country is named with it abroad and without it at home.

    Where the article speaks of that country most, its leader is the one with the title.
    """
    phrase, discourse = scene.phrase, scene.discourse
    people = phrase.adjunct
    if people is None or phrase.determiner != "the" or not discourse.sentences:
        return None
    of = nationalities.countries(people.reading.name)
    sentence = discourse.sentence_at(phrase.start)
    if of is None or sentence == 0:
        return None
    start, end = discourse.window(sentence - 1)
    owners = (discourse.owners[i] for i in discourse.within(start, min(end, phrase.start)))
    near = [discourse.entities[i] for i in dict.fromkeys(owners) if i >= 0]
    if len(near) != 2:
        return None
    lemma = phrase.noun.lemma if phrase.noun is not None else ""
    titled = [
        one.index
        for one in near
        if any(leads(use) or (use.title and use.role == lemma) for use in one.uses)
    ]
    plain = [one.index for one in near if _may_lead(one)]
    if len(titled) != 1 or len(plain) != 1 or is_spoken_of_most(scene, of):
        return None
    told = (countries_of(scene, use) for use in discourse.entities[titled[0]].uses)
    if any(known & of for known in told):
        return None
    return of_entity(scene, plain[0], "descriptor")


def _may_lead(entity: Entity) -> bool:
    """Whether somebody, or a name that no list knows, may have an office the article leaves out."""
    if any(use.title for use in entity.uses) or entity.body is not None or entity.placed:
        return False
    return entity.human or (
        entity.sort == "name" and nouns.lookup(entity.name.rpartition(" ")[2]) is None
    )
