"""Trades that go by several words: a `programmer` here is a `developer` there."""

from __future__ import annotations

from attrib.resolution.holders import covers
from attrib.resolution.referents import Scene, distinguishing, gender_fits
from attrib.resolution.roles import SYNONYMS


def akin(key: str) -> frozenset[str]:
    """The words that may be said of whoever is called by one.

    >>> "developer" in akin("programmer"), akin("mayor")
    (True, frozenset())
    """
    return frozenset().union(*(trade for trade in _TRADES if key in trade))


def holder(scene: Scene, key: str) -> int | None:
    """The only person before a descriptor of whom another word for the same trade is told."""
    discourse, noun = scene.discourse, scene.phrase.noun
    named = {word: True for word, capital in distinguishing(scene).items() if capital}
    called = akin(key) | (BROADER.get(key, frozenset()) if named else frozenset())
    held = {
        use.entity
        for word in called
        for use in discourse.roles.get(SYNONYMS.get(word, word), ())[:_MOST]
        if use.at < scene.phrase.start
        and discourse.entities[use.entity].human
        and (not named or covers(discourse, use, named))
        and (key != "prosecutor" or word != "attorney" or not _PUBLIC.isdisjoint(use.words))
    }
    fits = [
        i for i in held if noun is None or not noun.gender or gender_fits(scene, i, noun.gender)
    ]
    return fits[0] if len(fits) == 1 else None


_MOST = 32
_PUBLIC = frozenset("u assistant district state county federal".split())
"""Words of the titles of attorneys who prosecute: `Assistant U.S. Attorney`."""
_TRADES = tuple(
    frozenset(words.split())
    for words in (
        "programmer developer coder engineer hacker researcher technologist",
        "physician surgeon consultant specialist pediatrician paediatrician gp medic registrar",
        "officer sergeant constable detective inspector lieutenant captain trooper patrolman",
        "coach manager trainer",
        "teacher educator lecturer instructor tutor professor principal headteacher",
        "academic professor lecturer historian scholar researcher fellow",
        "attorney counsel prosecutor litigator",
        "farmer grower rancher",
        "player striker goalkeeper midfielder defender forward winger pitcher quarterback guard",
        "singer musician rapper songwriter drummer guitarist performer star",
        "actor star performer comedian",
        "author writer novelist poet essayist",
        "activist campaigner organizer organiser advocate",
        "businessman entrepreneur founder owner investor",
        "shopkeeper retailer owner trader",
        "soldier sergeant private corporal captain lieutenant major veteran marine",
        "goalkeeper keeper",
        "pilot captain aviator",
        "analyst economist strategist forecaster trader",
    )
)
"""Who may be called by one of these words here and by another there."""
_CHIEFS = frozenset(
    "president chair director executive manager secretary commissioner dean governor principal"
    " superintendent chancellor rector minister mayor founder owner coordinator convener".split()
)
"""Offices of those who head something."""


BROADER = {
    "leader": _CHIEFS,
    "boss": _CHIEFS,
    "executive": frozenset("president chair director officer manager vice-president".split()),
    "expert": frozenset(
        "professor researcher scientist analyst economist specialist lecturer physician".split()
    ),
    "official": frozenset(
        "minister secretary commissioner director officer undersecretary".split()
    ),
    "politician": frozenset("lawmaker senator representative mp minister councilor mayor".split()),
    "lawmaker": frozenset("senator representative mp delegate assemblyman congressman".split()),
    "celebrity": frozenset("actor singer rapper model presenter comedian star".split()),
}
"""What a lead may call somebody of whom a narrower office is told below."""
