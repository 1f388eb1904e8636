"""Who is named below a lead that keeps the name back: `A former mayor says …`, `Ana Ruiz said`."""

from __future__ import annotations

from attrib.knowledge import nouns
from attrib.knowledge.nouns import Gender
from attrib.lazily import re
from attrib.resolution import trades
from attrib.resolution.discourse import Discourse, Entity
from attrib.resolution.holders import is_former
from attrib.resolution.referents import (
    Referent,
    Scene,
    entity_of,
    gender_fits,
    is_person,
    of_entity,
)
from attrib.resolution.roles import SYNONYMS, content_words

ASKERS = frozenset("interviewer moderator host presenter reporter journalist caller".split())
"""What those are called who ask what somebody named answers."""


def named_later(scene: Scene, key: str) -> Referent | None:
    """A lead that keeps back the name: `A former mayor says …`, and then `Ana Ruiz said`."""
    discourse = scene.discourse
    phrase = scene.phrase
    if phrase.determiner in _SOMEBODY or not _leads(discourse, phrase.start):
        return None
    if key in ASKERS and scene.text.startswith(("asked", "asks"), phrase.end + 1):
        return None  # whom the one named next answers
    sentence = discourse.sentence_at(phrase.start)
    if _KEPT_BACK.search(discourse.text, *discourse.window(sentence)):
        return None
    if (index := _opens_next(scene, key, sentence)) is not None:
        return of_entity(scene, index, "descriptor")
    in_headline = 0 <= phrase.start < discourse.text.find("\n", 0, 400)
    for later in scene.following:
        if later is None:
            continue
        if discourse.sentence_at(later.start) > sentence + 3:
            return None
        if later.name is None:
            continue
        index = entity_of(discourse, later.name)
        if index is None or discourse.entities[index].first < phrase.end:
            return None
        if _SPEAKS_TO.match(discourse.text, later.end):
            return None
        entity = discourse.entities[index]
        noun = phrase.noun
        if noun is None or (noun.gender and not gender_fits(scene, index, noun.gender)):
            return None
        if _is_whose(scene, key) and any(_PUBLIC & use.words for use in entity.uses):
            continue
        roles = [use.role for use in entity.uses if use.role is not None]
        if not roles and later.noun is not None and later.noun.human:
            roles = [later.noun.lemma]  # `Leader of the opposition Ana Ruiz`
        told = {SYNONYMS.get(r, r) for r in roles}
        fits = key in told or (_is_akin(key, told) and _may_be_of(scene, entity))
        anybody = key in _ANYBODY and (not roles or _is_common(scene, later.end, key))
        fits = fits or (key in _LOOSE and in_headline) or anybody
        if roles and not fits:
            return None
        if not roles and phrase.determiner == "the" and _names_somebody(discourse, sentence - 1):
            return None  # `Ruiz hit back. “Never,” the Green leader said`, whoever is named below
        bare = phrase.determiner is None and not is_former(scene)
        if bare and not roles and key in discourse.roles:
            return None  # a headline’s `minister`, where somebody else is known to be one
        if entity.sort in ("organization", "word") or entity.body is not None:
            return None
        if _is_elsewhere(scene, entity):
            return None
        return of_entity(scene, index, "descriptor")
    return None


def _is_whose(scene: Scene, key: str) -> bool:
    """Whether a lawyer is somebody's own, as no district attorney is: `his attorney`."""
    owned = scene.phrase.determiner in ("his", "her", "their") or scene.phrase.owner is not None
    return owned and key == "attorney"


_PUBLIC = frozenset("district prosecuting state county federal city general".split())
"""Attorneys of the public."""


def _opens_next(scene: Scene, key: str, sentence: int) -> int | None:
    """Whom the sentence after a lead is about, named there first: `A teacher has told how …. Ana
    Ruiz, 29, from Leeds, heard a noise.`"""
    discourse, text, phrase = scene.discourse, scene.text, scene.phrase
    noun = phrase.noun
    if noun is None or sentence + 1 >= len(discourse.sentences):
        return None
    start, end = discourse.sentences[sentence + 1]
    named = discourse.within(start, end)[:1]
    if not named or not is_person(discourse, named[0]):
        return None
    if _names_somebody(discourse, sentence, (phrase.start, phrase.noun_start)):
        return None
    if _tells_of_another(text, discourse.sentences[sentence][0], phrase.start):
        return None
    if noun.category == "kin" and _has_kin(text, start, key):
        return None  # `A father says … Jack Hale fell. His dad, Mark, said`
    mention, index = discourse.mentions[named[0]], discourse.owners[named[0]]
    entity = discourse.entities[index]
    if mention.start != start or entity.first != start or " " not in entity.name:
        return None
    if _ABOUT.match(text, mention.end) is None:
        return None
    local = phrase.adjunct is None or _is_general(noun.lemma)
    if not local and _AGED.match(text, mention.end) is None:
        return None  # of `a Tarnby nurse` an age is told next, or she may be another
    roles = {SYNONYMS.get(use.role, use.role) for use in entity.uses if use.role is not None}
    if roles and key not in roles and not _is_akin(key, roles) and not _is_general(noun.lemma):
        return None
    lead = text[slice(*discourse.sentences[sentence])].lower().split()
    told = {gender for word, gender in _PRONOUNS.items() if word in lead}
    genders = told | ({noun.gender} if noun.gender else set())
    if len(genders) > 1 or not all(gender_fits(scene, index, gender) for gender in genders):
        return None
    return index


def _has_kin(text: str, start: int, key: str) -> bool:
    """Whether somebody is told of whose mother or the like a lead was about."""
    for match in _WHOSE_KIN.finditer(text, start, start + _NEAR_KIN):
        kin = nouns.lookup(match[1])
        if kin is not None and SYNONYMS.get(kin.lemma, kin.lemma) == key:
            return True
    return False


_WHOSE_KIN = re.compile(r"\b(?:[Hh]is|[Hh]er|[A-Z][\w-]+['’]s?) (?:[a-z-]+ ){0,2}?([a-z]+)\b")
_NEAR_KIN = 400


def _tells_of_another(text: str, start: int, end: int) -> bool:
    """Whether a lead has told of somebody else before: `A man charged with arson “fled,” | a
    prosecutor | said`, and the man is whom it names next."""
    told = (nouns.lookup(found[1]) for found in _SOMEBODY_TOLD.finditer(text, start, end))
    return any(noun is not None and noun.human and not noun.plural for noun in told)


_SOMEBODY_TOLD = re.compile(
    r"\b[Aa]n? (?:[\w-]+ ){0,3}?([a-z-]+)(?= (?:who|charged|accused|convicted"
    r"|suspected|has|had|was|is|whose|of|from|in|with|and|told|said)\b|[,“\"])"
)


def _is_general(lemma: str) -> bool:
    """Whether a noun says nothing of a trade, and so fits whatever is told below."""
    return lemma in _NO_TRADE or lemma.startswith(
        ("mum-of", "mom-of", "dad-of", "mother-of", "father-of")
    )


_NO_TRADE = frozenset(
    """man woman person mother father mum mom mam dad parent grandmother grandfather grandma grandad
    grandpa gran granny nan nana grandparent great-grandmother great-grandfather bride groom
    bride-to-be groom-to-be mum-to-be mom-to-be dad-to-be newlywed teenager teen youngster student
    pensioner retiree pupil husband wife widow widower couple victim survivor patient resident local
    tenant homeowner neighbour neighbor driver motorist customer shopper passenger fan viewer
    celebrity star""".split()
)
_PRONOUNS: dict[str, Gender] = {"she": "f", "her": "f", "he": "m", "his": "m"}
_AGED = re.compile(r", (?:who is |aged )?\d{1,3}\b")
_ABOUT = re.compile(r", (?:\d{1,3}\b|from |of |who |best known)| (?:was|is|had|has|\w+ed)\b")


def _is_akin(key: str, told: set[str]) -> bool:
    """Whether what a lead calls somebody may be said of one of whom these roles are told.

    >>> _is_akin("programmer", {"developer"}), _is_akin("nurse", {"director"})
    (True, False)
    """
    if not trades.BROADER.get(key, frozenset()).isdisjoint(told):
        return True
    if key in _OF_SCIENCE and any(role.endswith(_SCIENCES) for role in told):
        return True
    return not trades.akin(key).isdisjoint(told)


def _may_be_of(scene: Scene, entity: Entity) -> bool:
    """Whether somebody's office may be in the body that a lead tells of: `the head of the miners’
    union` is the union’s president, and no president of the Rowing Club."""
    phrase = scene.phrase
    told = scene.text[phrase.noun_end : phrase.core_end]
    held = [use for use in entity.uses if use.role is not None and use.affiliation is not None]
    if not held or _OF_ONE.match(told) is None:
        return True
    words = content_words(told)
    return any(words & content_words(scene.text[slice(*use.affiliation or (0, 0))]) for use in held)


_OF_ONE = re.compile(r" (?:of|for|at|in) (?!an? )")
_OF_SCIENCE = frozenset("scientist researcher expert academic professor".split())
_SCIENCES = ("ologist", "physicist", "chemist", "ecologist", "scientist", "geneticist", "botanist")
_SOMEBODY = frozenset(("one", "another", "any", "each", "every", "no"))
"""What opens a phrase for somebody who is named nowhere: `another senator`."""


def _is_elsewhere(scene: Scene, entity: Entity) -> bool:
    """Whether all that is known of somebody is an office in other bodies: of `a Moss Party MP`,
    where `Elm Party MP Ana Ruiz` speaks next."""
    body = scene.phrase.adjunct
    held = [scene.text[slice(*use.affiliation)] for use in entity.uses if use.affiliation]
    return body is not None and bool(held) and not any(body.reading.name in name for name in held)


def _names_somebody(discourse: Discourse, sentence: int, apart: tuple[int, int] = (0, 0)) -> bool:
    """Whether a sentence names a person, apart from what a place may be: `a Bolton gran`."""
    if sentence < 0:
        return False
    return any(
        is_person(discourse, i) and not apart[0] <= discourse.mentions[i].start < apart[1]
        for i in discourse.within(*discourse.window(sentence))
    )


def _is_common(scene: Scene, end: int, key: str) -> bool:
    """Whether what is told beside a name is no office, by which nobody is `a man` before."""
    aged = _AGED.match(scene.text, end) is not None
    return aged or (key not in _YOUNG and not scene.text.startswith((", the ", ", a judge"), end))


_YOUNG = frozenset(("teenager", "teen", "youngster"))
_ANYBODY = frozenset("man woman person teenager resident local pensioner retiree".split())
"""What anybody may be called, whatever else is told of them."""
_LOOSE = frozenset("rival critic ally official expert advisor analyst insider lawmaker".split())
"""What a headline may call anybody, whatever their office."""


_KEPT_BACK = re.compile(
    r"\banonym(?:ity|ously)\b|\bnot (?:to be (?:named|identified)|authori[sz]ed)\b"
    r"|declined to be (?:named|identified)|\bfamiliar with (?:the|his|her|their|its|what)\b"
    r"|\bonly (?:his|her|their) (?:first|last) name|\bnot (?:give|want|wish) "
    r"|\b(?:briefed on|with (?:direct |first-hand )?knowledge of|privy to|close to the)\b"
)
"""Of whoever is named nowhere: `An aide, speaking on condition of anonymity, said`."""
_SPEAKS_TO = re.compile(
    r",?\s(?:[a-z]+\s){1,2}(?:him|her(?=[,.:;]|\s(?:that|so|to|in|on|at|it|he|she|they)\b))"
)
"""`… told her so`: whoever says this is not the one it is told to, whom nobody named."""


def _leads(discourse: Discourse, at: int) -> bool:
    """Whether a sentence opens the article or a part of it."""
    start = discourse.start_of(at)
    before = discourse.text[max(0, start - 300) : start].rstrip()
    if not before or start < 400:
        return True
    line = before.rpartition("\n")[2].strip()
    return len(line) < 30
