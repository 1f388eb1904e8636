"""Whom a pronoun within a quotation means: who is named or described there, or just before it.

`“My coach rang. He said go,” she said`; `The driver shouted at her. “He said go,” she said`.
Who speaks the quotation is never its `he`, `they` or `it`, and of two who fit neither is taken.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve, frozen

from attrib.knowledge import nouns
from attrib.knowledge.nouns import Gender, Noun
from attrib.lazily import re
from attrib.model import Span, SpeakerKind
from attrib.resolution import phrases
from attrib.resolution.referents import (
    Referent,
    Scene,
    Turn,
    again,
    as_written,
    gender_fits,
    is_person,
    kind_of,
    may_be,
    of_entity,
)
from attrib.resolution.roles import SYNONYMS

Place = tuple[int, int]
_BACK = 3
"""Sentences that are looked at before the one of the quotation."""
_NEAR = 1500
"""Characters before a pronoun that are looked at, so that a long speech costs little."""
_PHRASE = re.compile(
    r"\b(?P<det>[Oo]ne of (?:my|our|his|her|their|the|these|those)|[Mm]y|[Oo]ur|[Hh]is|[Hh]er"
    r"|[Tt]heir|[Tt]he|[Tt]his|[Aa]n?|[Oo]ne|[Aa]nother|[Yy]our|[Ss]ome)"
    r"(?: own)? (?P<words>(?:[a-z][\w’'-]*|GP|MP|PE|CEO)(?: (?:[a-z][\w’'-]*|GP|MP|CEO)){0,3}"
    r"|(?<=[Tt]he )[A-Z][a-z]+(?: (?:Consort|Mother|Minister))?(?! [A-Z])\b)"
)
"""The last are titles that stand for whoever has them: `the King`."""
_WORD = re.compile(r"[\w’'-]+")
_NAMED = re.compile(r",? [A-Z]|['’]s?\b")
"""After a phrase: the name says who it is, or something of his is meant."""
_ASIDE = re.compile(r"\b(?:of|than|above|as|like|for|about|against) \Z")
"""Before somebody who is only mentioned: `above the president`."""
_BESIDE = re.compile(r"\b(?:[A-Z][\w’'-]*|\d+|[Tt]he [\w-]+), \Z")
_OURS = frozenset("spokesperson executive ceo chief chairman chairwoman".split())
"""Who says `we` for a body."""


@frozen
class _Found:
    """One who may be meant."""

    key: object
    referent: Referent
    known: bool
    """Whether the words tell that the pronoun's gender is the right one."""
    end: int = 0
    """Where the words end that speak of him last."""


def he_or_she(scene: Scene, gender: Gender) -> Referent | None:
    """Whom `he` or `she` means in what somebody says.

    Asked only for a pronoun in a quotation whose speaker is known.
    """
    inside = _stretches(scene)
    found = {each.key: each for at in inside for each in _people(scene, *at, gender)}
    if (opens := _opens(scene, [*found.values()], gender)) is not None:
        return opens
    sure = {key: each for key, each in found.items() if each.known} or found
    if len(sure) == 1:
        only = next(iter(sure.values()))
        return None if _meets_another(scene, only, gender) else only.referent
    last = _spoke_last(scene, inside)
    single = last is not None and last.kind in ("person", "anonymous") and not last.plural
    if last is not None and single and may_be(scene, last, gender):
        return again(scene, last, "pronoun")
    if found:
        return None
    return _before(scene, inside[0][0], gender) or _told_of_before(scene, inside[0][0], gender)


def _opens(scene: Scene, found: list[_Found], gender: Gender) -> Referent | None:
    """Who is the subject of a sentence in whose second clause the pronoun stands: `My partner read
    it and | he was like`, whoever was told of before."""
    text, at = scene.text, scene.phrase.start
    if not text.endswith((" and ", " then ", " so ", " when "), 0, at):
        return None
    start = max(text.rfind(mark, 0, at) for mark in _SENTENCE_BEGINS)
    here = [each for each in found if start < each.end <= at]
    if len(here) != 1 or here[0].referent.gender not in (None, gender):
        return None
    words = text[start : here[0].end].lstrip(" .!?“‘\"'")
    subject = words.removeprefix("So ").removeprefix("And ").removeprefix("Then ")
    object_first = _VERB_FIRST.match(subject)
    return None if object_first or subject.count(" ") > 4 else here[0].referent


_SENTENCE_BEGINS = (". ", "! ", "? ", "“", "‘", '"', "\n")
_VERB_FIRST = re.compile(r"(?:I|[Ww]e|[Yy]ou|[Tt]hey|[Ii]t|[Hh]e|[Ss]he)\b")
"""No subject is whoever stands after another: `I met my boss and he said`, which is told anyway."""


def _meets_another(scene: Scene, found: _Found, gender: Gender) -> bool:
    """Whether his clause has another of his sort: `The judge warned him. He wept.`"""
    return _OBJECT[gender].match(scene.text, found.end, scene.phrase.start) is not None


_OBJECT = {
    "m": re.compile(r" (?:\w+ ){1,2}him\b"),
    "f": re.compile(r" (?:\w+ ){1,2}her\b(?! \w+[ ,.])"),
}


def it_or_they(scene: Scene, *, plural: bool) -> Referent | None:
    """What `it` or `they` means there: who spoke last in the quotation, or the only body in it."""
    inside = _stretches(scene)
    last = _spoke_last(scene, inside)
    if last is not None:
        many = last.plural or last.kind in ("group", "organization")
        if many if plural else last.kind in ("organization", "document", "outlet"):
            return again(scene, last, "pronoun")
    if plural:
        return None
    start, end = inside[-1]
    start = min(start, scene.discourse.start_of(inside[0][0]))
    found = {each.key: each.referent for each in _bodies(scene, start, end)}
    papers = [each for each in found.values() if each.kind == "document"]
    only = papers if len(papers) == 1 else [*found.values()]
    return only[0] if len(only) == 1 else None


def body_of(scene: Scene, speaker: Referent) -> Referent | None:
    """Whom somebody means by `we`: the body that he speaks for; None where he may mean others."""
    if speaker.kind != "person" or speaker.entity is None:
        return speaker if speaker.kind in ("organization", "group", "outlet") else None
    discourse = scene.discourse
    for use in discourse.entities[speaker.entity].uses:
        if SYNONYMS.get(use.role or "", use.role) not in _OURS or use.affiliation is None:
            continue
        for i in discourse.within(*use.affiliation):
            index = discourse.owners[i]
            if index >= 0 and kind_of(scene, discourse.entities[index]) == "organization":
                return of_entity(scene, index, "first_person")
    return None


def own_names(scene: Scene, speaker: Referent) -> tuple[str, ...]:
    """Of whom somebody says `I` or `we`, and so never `it` or `they`."""
    body = body_of(scene, speaker)
    return (speaker.name,) if body is None else (speaker.name, body.name)


def _stretches(scene: Scene) -> list[Place]:
    """What the speaker has said before the pronoun."""
    at = scene.phrase.start
    content = scene.outer.content if scene.outer is not None else ()
    near = max(0, at - _NEAR)
    said = [
        (max(span.start, near), min(span.end, at))
        for span in content
        if span.start < at and span.end > near
    ]
    if said:
        return said
    quotation = scene.discourse.quotation_at(at)
    return [(max(quotation[0], near) if quotation is not None else at, at)]


def _people(scene: Scene, start: int, end: int, gender: Gender) -> Iterator[_Found]:
    """Everybody in a stretch who may be of a gender, but for who speaks."""
    discourse, parent = scene.discourse, scene.parent
    spoken = parent.entity if parent is not None else None
    for i in discourse.within(start, end):
        index = discourse.owners[i]
        if not is_person(discourse, i) or index == spoken:
            continue
        if scene.text.endswith((" not ", "Not "), 0, discourse.mentions[i].start):
            continue  # `the new one, not Denise, she says`
        entity = discourse.entities[index]
        if gender_fits(scene, index, gender) and entity.name != scene.document.author:
            who = of_entity(scene, index, "pronoun")
            if who.kind == "person":
                yield _Found(index, who, entity.gender == gender, discourse.mentions[i].end)
    for place, noun, determiner in described(scene, start, end):
        if not noun.human or noun.plural != determiner.startswith("one of"):
            continue
        if noun.gender not in (None, gender):
            continue
        if _HERSELF[gender].match(scene.text, place[1]):
            continue
        if noun.lemma == "head" and scene.text[place[1] : place[1] + 4] != " of ":
            continue  # `He’s keeping his head down`
        if noun.gender is None and _ASIDE.search(scene.text, max(start, place[0] - 10), place[0]):
            continue
        if determiner in DEFINITE:
            part = phrases.read(scene.text, *place, discourse.named(discourse.within(*place)))
            told = scene.resolve(part)
            if told.entity is not None and told.kind == "person":
                if told.entity != spoken and may_be(scene, told, gender):
                    yield _Found(told.entity, again(scene, told, "pronoun"), True, place[1])
                continue
        if parent is None or scene.text[slice(*place)].lower() != parent.name.lower():
            where = _WHERE.match(scene.text, place[1], end)
            place = place if where is None else (place[0], where.end())
            who = as_written(scene, place, "anonymous", gender=noun.gender)
            yield _Found(noun.lemma, who, noun.gender == gender, place[1])


def _bodies(scene: Scene, start: int, end: int) -> Iterator[_Found]:
    """Every body and document in a stretch, but for who speaks."""
    discourse, parent = scene.discourse, scene.parent
    for i in discourse.within(start, end):
        index = discourse.owners[i]
        if index < 0 or (parent is not None and index == parent.entity):
            continue
        if OF_A_PLACE.match(scene.text, discourse.mentions[i].end):
            continue
        if kind_of(scene, discourse.entities[index]) == "organization":
            yield _Found(index, of_entity(scene, index, "pronoun"), True)
    for place, noun, _ in described(scene, start, end):
        if noun.category not in ("organization", "document") or noun.plural:
            continue
        kind: SpeakerKind = "document" if noun.category == "document" else "organization"
        if parent is None or scene.text[slice(*place)].lower() != parent.name.lower():
            yield _Found(noun.lemma, as_written(scene, place, kind), True)


OF_A_PLACE = re.compile(
    r" (?:car park|parking lot|petrol station|delivery|self-checkout|checkout|carrier bag|car|store"
    r"|shop|branch|depot|warehouse|queue|till|aisle|lorry|van|bag|trolley|app|card|voucher|receipt"
    r"|advert|ad|flight|plane|ferry|coach|stand|shirt|page)s?\b"
)
"""After a body whose place or ware is meant, and not the body: `the Tesco | car park`."""


DEFINITE = frozenset("the his her their its our my".split())
"""Before a description that may be of somebody who has a name: `their skipper`."""


def described(scene: Scene, start: int, end: int) -> Iterator[tuple[Place, Noun, str]]:
    """The phrases of a stretch whose head is one who may speak: `my own coach`, `the letter`."""
    text = scene.text
    source = scene.outer.source if scene.outer is not None else None
    match = _PHRASE.search(text, start, end)
    while match is not None:
        found, determiner = _head(text, match), match["det"].lower()
        place = match.start(), (match.end("det") if found is None else found[0])
        match = _PHRASE.search(text, place[1], end)
        own = source is not None and source.start <= place[0] < source.end
        # `Ana Ruiz, a nurse, said`, `the singer Ana Ruiz`
        beside = _BESIDE.search(text, max(0, place[0] - 30), place[0])
        if determiner in ("a", "an"):
            # `Tom was | a nurse`
            beside = beside or _IS.search(text, max(0, place[0] - 10), place[0])
        if found is not None and not own and not beside and not _NAMED.match(text, place[1]):
            yield place, found[1], determiner


_IS = re.compile(r"\b(?:is|was|became|being|['’]s) \Z")


def _head(text: str, match: re.Match[str]) -> tuple[int, Noun] | None:
    """Where the head of a phrase ends, and what it is; None where nobody speaks by it."""
    for word in _WORD.finditer(text, match.start("words"), match.end("words")):
        noun = nouns.lookup(word[0])
        following = _WORD.match(text, word.end() + 1, match.end("words"))
        if noun is None and word[0].endswith(("ed", "ing")) and word.start() > match.end("det") + 1:
            return None
        if word[0] in _PREPOSITIONS:
            return None  # `a quote from my gran`: she is no quote
        if noun is not None and (following is None or nouns.lookup(following[0]) is None):
            return word.end(), noun
    return None


_WHERE = re.compile(
    r" (?:(?:at|behind|on|opposite) (?:the|my|our|his|her) "
    r"(?:[a-z-]+(?: [a-z-]+)?(?=[,.;:!?’”])|[a-z-]+)|next door|upstairs|downstairs|over the road)\b"
)
"""Which of many is meant: `the lad | behind the till`."""
_HERSELF = {"m": re.compile(r" herself\b"), "f": re.compile(r" himself\b")}
_PREPOSITIONS = frozenset("of from for to in on at by with about".split())


def _spoke_last(scene: Scene, inside: list[Place]) -> Referent | None:
    """Who was last said to say something in the quotation, but for its speaker."""
    for turn in reversed(scene.turns[-_BACK * 4 :]):
        if turn.start < inside[0][0]:
            return None
        if _is_other(scene, turn):
            return turn.referent
    return None


def _is_other(scene: Scene, turn: Turn) -> bool:
    """Whether a turn within the quotation is somebody’s who is known, and not its speaker’s."""
    nested = turn.attribution.parent is not None and turn.start < scene.phrase.start
    named = turn.referent.name.lower() not in phrases.PRONOUNS
    return nested and named and turn.referent.resolver != "first_person"


def _before(scene: Scene, at: int, gender: Gender) -> Referent | None:
    """The only one who fits in the nearest sentence before the quotation that has any."""
    discourse = scene.discourse
    if not discourse.sentences:
        return None
    sentence = discourse.sentence_at(at)
    for back in range(min(_BACK, sentence + 1)):
        start, end = discourse.window(sentence - back)
        found = {
            each.key: each
            for each in _people(scene, start, min(end, at), gender)
            if discourse.quotation_at(each.end - 1) is None  # of whom another has spoken
        }
        if found:
            sure = [each for each in found.values() if each.known] or [*found.values()]
            named = sure[0].known or isinstance(sure[0].key, str)
            return sure[0].referent if len(sure) == 1 and named else None
        if back and (told := _carried(scene, start, min(end, at), gender)) is not None:
            return told
    return None


def _carried(scene: Scene, start: int, end: int, gender: Gender) -> Referent | None:
    """Whom the story itself calls `he` right before a quotation that does: `She says |he| fooled
    her. “|He| rang twice,” she said.`"""
    for match in _SAME[gender].finditer(scene.text, start, end):
        if scene.discourse.quotation_at(match.start()) is not None:
            continue
        span = Span.of(scene.text, match.start(), match.end())
        phrase = phrases.pronoun(span)
        if phrase is None:
            return None
        told = scene.ask(
            evolve(scene.with_phrase(phrase), attribution=None, parent=None, outer=None)
        )
        meant = told.resolver != "none" and told.kind in ("person", "anonymous") and not told.plural
        return again(scene, told, "pronoun") if meant and not _speaks(scene, told) else None
    return None


_SAME = {
    "m": re.compile(r"\b(?:[Hh]e|him|[Hh]is)\b"),
    "f": re.compile(r"\b(?:[Ss]he|[Hh]er)\b"),
}


def _speaks(scene: Scene, told: Referent) -> bool:
    """Whether somebody is the speaker of the quotation."""
    parent = scene.parent
    return parent is not None and (parent.entity, parent.name) == (told.entity, told.name)


def _told_of_before(scene: Scene, at: int, gender: Gender) -> Referent | None:
    """Whom its speaker has quoted before, where the story has named nobody else since: `“My
    neighbour came. He said no,” she wrote. … “|He’s| said yes,” she wrote.`"""
    discourse = scene.discourse
    for turn in reversed(scene.turns[-_BACK * 8 :]):
        if turn.within is None or turn.start >= at or not _speaks(scene, turn.within):
            continue
        told = turn.referent
        if told.resolver == "first_person" or told.gender != gender:
            continue
        if told.plural or told.kind not in ("person", "anonymous"):
            continue
        since = (
            discourse.owners[i]
            for i in discourse.within(turn.end, at)
            if is_person(discourse, i)
            and discourse.quotation_at(discourse.mentions[i].start) is None
        )
        others = any(index != told.entity and gender_fits(scene, index, gender) for index in since)
        return None if others else again(scene, told, "pronoun")
    return None
