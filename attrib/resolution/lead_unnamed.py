"""Whom a lead leaves unnamed and the story goes on about: `A mum has told how …`, and then `the
woman`, `the 31-year-old`, `the poster`.

Only where nobody of that sort is named up to there, and nobody else is called so.
"""

from __future__ import annotations

from attrib.knowledge.nouns import Gender, Noun
from attrib.lazily import re
from attrib.resolution.chunks import noun_of
from attrib.resolution.discourse import Discourse
from attrib.resolution.mentions import headline_end
from attrib.resolution.referents import Referent, Scene

_LEAD = re.compile(
    r"(?P<np>An? (?P<words>(?:[\w’'-]+ ){0,3}?)(?P<head>[a-z][\w’'-]*)(?: of (?:\w+|\d+))?)"
    r"(?:,[^,.\n]{1,60},)?(?= (?:who|whose|has|have|had|was|is|says?|said|told|took|left|could|will"
    r"|claims?|wants?|got|feels?|felt|wrote|writes|went|gets?|came|gave|found|lost|won|broke|fell|kept|left"
    r"|made|met|paid|ran|saw|sent|set|sold|spent|stood|thought|threw|woke|[a-z]+ed)\b)"
)
"""`A new mum | has revealed`, `A mum of four | who`."""
_ANYBODY = frozenset("man woman person lady gentleman bloke guy fella chap girl lass lad".split())
_WRITERS = frozenset("poster user redditor author writer correspondent complainant".split())
"""What somebody is called who tells a story where others answer."""
_PARENTS = frozenset("mum mom mam mother dad father parent".split())
_OTHER_WORDS = {
    **dict.fromkeys("mum mom mam mother".split(), _PARENTS),
    **dict.fromkeys("dad father".split(), _PARENTS),
    **dict.fromkeys("gran granny nan nana grandma grandmother".split(), frozenset(
        "gran granny nan nana grandma grandmother grandparent pensioner".split())),
    **dict.fromkeys("grandad grandpa grandfather".split(), frozenset(
        "grandad grandpa grandfather grandparent pensioner".split())),
}  # fmt: skip
"""What else somebody may be called of whom a lead says one of these."""
_AGED = re.compile(r"\b(\d{1,3})-year-old\b")
_YEARS_OF = re.compile(r"\b(\d{1,3})-year-old\b|, (?:aged )?(\d{1,3})\b")


def left_unnamed(scene: Scene) -> Referent | None:
    """`the woman` or `the 31-year-old`, of a story whose lead is about `A new mum`."""
    phrase, text = scene.phrase, scene.text
    noun = phrase.noun
    if noun is None or phrase.determiner != "the" or phrase.owner or phrase.complement:
        return None
    if text.startswith(_WHICH, phrase.chunk_end) or phrase.adjunct is not None:
        return None
    lead = lead_of(scene.discourse)
    if lead is None or not lead.end() < phrase.start < _LONGEST:
        return None
    first = noun_of(lead["head"].lower())
    if first is None or not _may_be_called(scene, lead, first, noun):
        return None
    gender = first.gender or noun.gender
    if _others_are_named(scene, gender):
        return None
    return Referent(
        name=lead["np"],
        kind="anonymous",
        gender=gender,
        antecedent=(lead.start("np"), lead.end("np")),
        resolver="descriptor",
    )


_LONGEST = 12_000
"""Characters of a story in which it goes on about whom its lead leaves unnamed."""
_WHICH = tuple(f" {word} " for word in "who that whose in at with behind from next".split())
"""After `the man` these tell which, whom the lead need not be about."""


def lead_of(discourse: Discourse) -> re.Match[str] | None:
    """What the first sentence of a story calls somebody whom it is about.

    >>> _LEAD.match("A new mum has told how her husband slept.")["np"]
    'A new mum'
    >>> _LEAD.match("A Leeds mum of two, 31, was left fuming.")["np"]
    'A Leeds mum of two'
    """
    text = discourse.text
    end = headline_end(text)
    start = end + len(text[end:]) - len(text[end:].lstrip())
    lead = _LEAD.match(text, start)
    if lead is None:
        return None
    noun = noun_of(lead["head"].lower())
    single = noun is not None and noun.human and not noun.plural and noun.category != "title"
    return lead if single else None


def _may_be_called(scene: Scene, lead: re.Match[str], first: Noun, noun: Noun) -> bool:
    """Whether who was called so first may be called by a noun, that is said of nobody else."""
    phrase, text = scene.phrase, scene.text
    if None not in (first.gender, noun.gender) and first.gender != noun.gender:
        return False
    aged = _AGED.search(text, phrase.start, phrase.chunk_end)
    told = _YEARS_OF.search(text, lead.start(), lead.end() + 8)
    if aged is not None:
        return told is None or aged[1] in (told[1], told[2])
    if phrase.noun_start - phrase.start > len("the "):
        return False  # `the elder sister`
    word = text[phrase.noun_start : phrase.noun_end].lower()
    own = word == first.lemma or word in first.lemma.split("-")
    if own or word in _WRITERS or (noun.category == "kin" and word in _alike(first)):
        return not _is_said_of_another(scene, lead, word)
    return word in _ANYBODY and not _is_said_of_another(scene, lead, word)


def _alike(first: Noun) -> frozenset[str]:
    return _OTHER_WORDS.get(first.lemma, _PARENTS if first.lemma in _ANYBODY else frozenset())


def _is_said_of_another(scene: Scene, lead: re.Match[str], word: str) -> bool:
    """Whether the story has brought up one more who is called so: `a man`, `her own mum`."""
    again = re.compile(rf"{_ANOTHERS}(?:[\w-]+ ){{0,3}}{re.escape(word)}\b")
    return any(
        match.start() != lead.start() and scene.discourse.quotation_at(match.start()) is None
        for match in again.finditer(scene.text, lead.start() + 2, scene.phrase.start)
    )


_ANOTHERS = r"\b(?i:an?|one|another|two|his|her|their|my|that|this|\w+[’']s) "


def _others_are_named(scene: Scene, gender: Gender | None) -> bool:
    """Whether the story has named anybody up to there whom the words may mean as well."""
    discourse = scene.discourse
    return any(
        entity.human
        and entity.first < scene.phrase.start
        and (gender is None or entity.gender in (None, gender))
        and discourse.quotation_at(entity.first) is None
        for entity in discourse.entities[:_FEW]
    )


_FEW = 60
"""Names that are looked through."""
