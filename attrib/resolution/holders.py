"""Whom a role fits: whether a person may be what a descriptor says, as far as the article tells."""

from __future__ import annotations

from collections.abc import Iterable

from attrib.knowledge import nouns
from attrib.knowledge.nouns import Gender
from attrib.lazily import re
from attrib.resolution.discourse import Discourse, Entity
from attrib.resolution.referents import (
    VAGUE,
    Scene,
    distinguishing,
    gender_fits,
    has_word,
    is_person,
)
from attrib.resolution.roles import SYNONYMS, Use, content_words

_OFFICES = frozenset(
    "president senator representative governor mayor judge justice sheriff minister secretary"
    " ambassador king queen prince princess chancellor pope speaker chair director commissioner"
    " councilor superintendent principal prosecutor coroner bishop archbishop general treasurer"
    " auditor executive spokesperson coach".split()
)
"""Roles whose holder the article must have named as such."""


def may_hold(scene: Scene, index: int, key: str) -> bool:
    """Whether a person may be what a descriptor says, as far as the article tells."""
    entity = scene.discourse.entities[index]
    noun = scene.phrase.noun
    former = is_former(scene)
    for use in entity.uses:
        if use.role is None:
            continue
        same = SYNONYMS.get(use.role, use.role) == key
        unplaced_yet = scene.phrase.owner is None and _is_bare(use)
        if same and not (unplaced_yet or covers(scene.discourse, use, distinguishing(scene))):
            return False
    if entity.uses and _has_other_initials(scene, entity):
        return False
    if key in _OFFICES and not former and holds_other(entity, key):
        return False
    parties = {"democrat", "republican", "libertarian"}
    words = content_words(scene.text[scene.phrase.start : scene.phrase.chunk_end])
    said = {p for p in parties if has_word(p, words)}
    known = {p for p in parties if any(has_word(p, use.words) for use in entity.uses)}
    return not (said and known and not said & known) and noun is not None


def holds_other(entity: Entity, key: str) -> bool:
    """Whether the article names somebody with another office than a role."""
    held = (SYNONYMS.get(use.role, use.role) for use in entity.uses if use.title and use.role)
    return any(role != key and role in _OFFICES for role in held)


def _is_bare(use: Use) -> bool:
    """Whether nothing tells of which place or body somebody holds an office: `Sen. Ana Ruiz`."""
    bare = all(w == use.role or w in VAGUE or _is_human(w) for w in use.words)
    return bare and use.affiliation is None


_COMMON = frozenset(("gop", "us", "uk", "eu", "un", "a", "i", "ceo", "cfo", "coo"))
"""Initials that need not be told of a person before."""


def _has_other_initials(scene: Scene, entity: Entity) -> bool:
    """Whether a descriptor has a body's initials that nothing said of a person has: `RMT boss`."""
    phrase = scene.phrase
    said = scene.text[phrase.start : phrase.core_end].split()
    shouted = (word for word in said if word.isalpha() and word.isupper())
    initials = {word.lower() for word in shouted if nouns.lookup(word) is None} - _COMMON
    return bool(initials) and not initials & frozenset().union(*(u.words for u in entity.uses))


def unplaced(scene: Scene, uses: Iterable[Use]) -> int | None:
    """`the former Ohio governor`, of `former Gov. Ana Ruiz`: the only one just named of whose
    office the article has not told the place."""
    phrase, discourse = scene.phrase, scene.discourse
    place = phrase.adjunct
    if place is None or place.reading.sort not in ("place", "country", "people"):
        return None
    words, former = distinguishing(scene), is_former(scene)
    if list(words.values()).count(True) != len(place.reading.name.split()) or not all(
        words.values()
    ):
        return None
    holders = {
        use.entity
        for use in uses
        if use.at < phrase.start and ("former" in use.words) == former and _is_bare(use)
    }
    if len(holders) != 1:
        return None
    sentence = discourse.sentence_at(phrase.start)
    start = discourse.window(max(0, sentence - 3), phrase.start)[0]
    (holder,) = holders
    near = any(discourse.owners[i] == holder for i in discourse.within(start, phrase.start))
    return holder if near else None


def covers(discourse: Discourse, use: Use, words: dict[str, bool]) -> bool:
    """Whether what the article says of a person accounts for a descriptor's words."""
    if any((w in words) != (w in use.words) for w in BELOW):
        return False  # no vice president is the president
    missing = [w for w in words if not has_word(w, use.words)]
    if "ceo" in use.words and "chief" in missing:
        missing.remove("chief")
    if not missing:
        return True
    entity = discourse.entities[use.entity]
    every = frozenset().union(*(u.words for u in entity.uses), content_words(entity.name))
    missing = [
        w for w in missing if not has_word(w, every) and not (use.affiliation and _is_body(w))
    ]
    bare = all(w == use.role or w in VAGUE or _is_human(w) for w in use.words)
    return not any(words[w] or not bare for w in missing)


def is_kin_of(scene: Scene, use: Use, owner: int | None) -> bool:
    """Whether somebody is told to be of the kin of whom a descriptor names: of `Karl Okon died. His
    wife, Ana Ruiz,`, she is `Okon’s wife`."""
    noun, discourse, text = scene.phrase.noun, scene.discourse, scene.text
    if owner is None or noun is None or noun.category != "kin":
        return False
    whose = _WHOSE.search(text, max(0, use.start - 4), use.start)
    if whose is None:
        return False
    gender: Gender = "f" if whose[1].lower() == "her" else "m"
    start = discourse.window(max(0, discourse.sentence_at(use.start) - 1))[0]
    near = {
        discourse.owners[i]
        for i in discourse.within(start, use.start)
        if is_person(discourse, i) and gender_fits(scene, discourse.owners[i], gender)
    }
    return near == {owner}


_WHOSE = re.compile(r"\b([Hh]is|[Hh]er) \Z")
BELOW = frozenset(("vice", "deputy", "assistant", "shadow"))
"""Whoever is called so holds no office but one below it."""


def _is_human(word: str) -> bool:
    noun = nouns.lookup(word)
    return noun is not None and noun.human


def _is_body(word: str) -> bool:
    noun = nouns.lookup(word)
    return noun is not None and noun.category == "organization"


def is_former(scene: Scene) -> bool:
    """Whether a descriptor says that somebody was this once: `a former mayor`."""
    return "former" in scene.text[scene.phrase.start : scene.phrase.chunk_end].lower()
