"""Who leads a country: by an office that the article has told, `President Ana Ruiz … the Norvalian
leader`, or, of two who met, as the one without a title: `President Ana Ruiz met Bo Lind. The
Norvalian president said …`."""

from __future__ import annotations

from collections import Counter

from attrib.knowledge import nationalities, nouns
from attrib.lazily import re
from attrib.resolution.discourse import Entity
from attrib.resolution.recalled import just_named
from attrib.resolution.referents import Referent, Scene, is_object, of_entity
from attrib.resolution.roles import Use

_CALLED = frozenset("leader ruler strongman".split())
_LEADS = frozenset(
    "president premier minister chancellor king queen emperor sultan emir dictator ruler taoiseach"
    " leader".split()
)
OFFICES = (_LEADS - {"dictator", "taoiseach"}) | {"monarch"}
"""By which `the Norvalian president` is asked for."""
_BELOW = frozenset("vice deputy former late".split())
_BACK = 12
"""Sentences in which whoever leads it was named."""


def country_leader(scene: Scene) -> Referent | None:
    """The only one of the article who leads the country, or leads one that it does not tell while
    it speaks of this one; of two whoever has spoken last.
    """
    phrase, discourse = scene.phrase, scene.discourse
    noun, people = phrase.noun, phrase.adjunct
    if noun is None or noun.lemma not in _CALLED or people is None or phrase.determiner != "the":
        return None
    of = nationalities.countries(people.reading.name)
    if of is None or not discourse.sentences:
        return None
    sentence = discourse.sentence_at(phrase.start)
    start = discourse.window(max(0, sentence - _BACK), phrase.start)[0]
    named = {discourse.owners[i] for i in discourse.within(start, phrase.start)}
    told: dict[int, frozenset[str]] = {}
    for role in _LEADS:
        for use in discourse.roles.get(role, ()):
            if use.entity in named and _leads(use) and not is_object(scene, use.entity):
                told[use.entity] = told.get(use.entity, frozenset()) | _countries_of(scene, use)
    fits = [i for i, known in told.items() if known & of]
    if not fits and (near := just_named(scene, noun.lemma, None)) is not None:
        return near  # of no told office: `Vladimir Orlov`
    if not fits and _is_spoken_of_most(scene, of):
        fits = [i for i in told if not told[i]]
    if len(fits) > 1:
        spoke = (t.referent.entity for t in reversed(scene.turns[-4:]) if t.start < phrase.start)
        last = next((index for index in spoke if index in fits), None)
        fits = [] if last is None else [last]
    return of_entity(scene, fits[0], "descriptor") if fits else None


def _leads(use: Use) -> bool:
    """Whether an office is a country’s highest: no vice president’s, nor a minister’s for works."""
    if use.role not in _LEADS or not use.title or not use.words.isdisjoint(_BELOW):
        return False
    return use.role != "minister" or not use.words.isdisjoint(("prime", "first", "chief"))


def _countries_of(scene: Scene, use: Use) -> frozenset[str]:
    """The countries by which an office is told, Peru of `the president of Peru` and `President Ana
    Ruiz of Peru`."""
    words, discourse = set(use.words), scene.discourse
    for i in discourse.within(use.at, use.at + _LONGEST_TITLE)[:1]:
        after = _OF_COUNTRY.match(scene.text, discourse.mentions[i].end)
        words.update(after[1].lower().split() if after is not None else ())
    known = (nationalities.countries(word) for word in words)
    return frozenset().union(*(codes for codes in known if codes is not None))


_LONGEST_TITLE = 40
_OF_COUNTRY = re.compile(r",? of (?:the )?([A-Z]\w+(?: [A-Z]\w+)?)")


def _is_spoken_of_most(scene: Scene, codes: frozenset[str]) -> bool:
    """Whether an article names a country, its people or its cities before a description does, more
    than once and no other more often."""
    text, at = scene.text, scene.phrase.start
    named: Counter[str] = Counter()
    for match in _CAPITAL.finditer(text, max(0, at - _FAR), at):
        named.update(nationalities.countries(match[0]) or ())
    most = max((named[code] for code in codes), default=0)
    return most > 1 and most == max(named.values())


_CAPITAL = re.compile(r"[A-Z]\w+")
_FAR = 8000


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
        if any(_leads(use) or (use.title and use.role == lemma) for use in one.uses)
    ]
    plain = [one.index for one in near if _may_lead(one)]
    if len(titled) != 1 or len(plain) != 1 or _is_spoken_of_most(scene, of):
        return None
    told = (_countries_of(scene, use) for use in discourse.entities[titled[0]].uses)
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
