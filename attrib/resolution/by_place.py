"""Whom a pronoun means that no other rule tells: what the sentences before it speak of, by its
place there.

Whoever is a sentence’s subject is meant before an object, and that before what only stands after a
preposition; of two in like places neither is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import IntEnum
from typing import NamedTuple

from attrib.knowledge import nouns
from attrib.knowledge.nouns import Gender, Noun
from attrib.lazily import re
from attrib.model import SpeakerKind
from attrib.resolution import phrases
from attrib.resolution.chunks import DETERMINERS, noun_of
from attrib.resolution.referents import (
    Referent,
    Scene,
    again,
    as_written,
    gender_fits,
    is_spoken_of,
    is_told_of,
    kind_of,
    of_entity,
)
from attrib.resolution.things import in_own_content, is_of_a_thing, is_placed
from attrib.resolution.unnamed_antecedents import complement_end

_REACH = 3
"""Sentences looked back over, that of the pronoun itself among them."""


class Place(IntEnum):
    """How readily a pronoun takes up what stands there."""

    OBLIQUE = 1
    OBJECT = 2
    SUBJECT = 3


class Candidate(NamedTuple):
    """What the pronoun may mean."""

    place: Place
    start: int
    end: int
    noun: Noun | None
    entity: int | None = None


def by_place(scene: Scene) -> Referent | None:
    """What the pronoun means by where it stands in the sentences before; None where two might.

    In a quotation what its speaker has said comes first, `“My neighbours saw it. They say”`, and
    then what stands before it, `She rang the council. “They said no,” she says`.
    """
    told = scene.phrase.pronoun
    if told not in ("m", "f", "thing", "plural") or not scene.discourse.sentences:
        return None
    quotation = scene.discourse.quotation_at(scene.phrase.start)
    if quotation is None and scene.parent is not None:
        return None
    if quotation is not None and (scene.parent is None or _gender(scene) is not None):
        return None
    aside: Candidate | None = None
    for start, end in _stretches(scene, quotation):
        found = _found(scene, start, end)
        if not found:
            continue
        first = _first(scene, found)
        if aside is not None:
            before = first is not None and first.place == Place.SUBJECT
            return referent_of(scene, first if first is not None and before else aside)
        if first is None or first.place != Place.OBLIQUE or quotation is not None:
            return None if first is None else referent_of(scene, first)
        aside = first  # `The club sold Ruiz. The money came from |a fund|. It said`
    return None if aside is None else referent_of(scene, aside)


def candidate_in(scene: Scene, start: int, end: int) -> Candidate | None:
    """What a stretch speaks of that the pronoun means by its place; None where two might be.

    `They` is one of no gender where it speaks of no others: `“I rang my doctor. They said”`.
    """
    found = _found(scene, start, end) or [*_candidates(scene, start, end, singles=True)]
    return _first(scene, found) if found else None


def _found(scene: Scene, start: int, end: int) -> list[Candidate]:
    """All that a stretch speaks of that the pronoun may mean; a body only where nobody is."""
    found = [*_candidates(scene, start, end)]
    if not found and scene.phrase.pronoun == "plural":
        found = [*_candidates(scene, start, end, bodies=True)]
    return found


def _first(scene: Scene, found: Sequence[Candidate]) -> Candidate | None:
    """The one that stands best of all; None where two stand as well."""
    best = max(each.place for each in found)
    first = [each for each in found if each.place == best]
    same = len({scene.text[each.start : each.end] for each in first}) == 1
    return first[0] if same else None


def _stretches(scene: Scene, quotation: tuple[int, int] | None) -> Iterator[tuple[int, int]]:
    """What is looked through, the nearest first: sentences, and before them a quotation."""
    at = scene.phrase.start
    if quotation is not None:
        yield max(quotation[0] + 1, at - _LONGEST), at
        at = quotation[0]
    sentence = scene.discourse.sentence_at(at)
    for back in range(min(_REACH, sentence + 1)):
        start, end = scene.discourse.window(sentence - back)
        end = min(end, at)
        if start < end:
            yield max(start, end - _LONGEST), end


_LONGEST = 600
"""Code points of a quotation or sentence that are looked through."""


def _may_be(scene: Scene, start: int) -> bool:
    """Whether something stands where the pronoun may mean it: not in what another has said."""
    quotation = scene.discourse.quotation_at(start)
    if quotation is not None:
        if quotation == scene.discourse.quotation_at(scene.phrase.start):
            return True
        outer = scene.outer.content if scene.outer is not None else ()
        return any(span.start <= start < span.end for span in outer)
    return scene.parent is not None or not in_own_content(scene, start)


def _may_be_own(scene: Scene, noun: Noun, start: int) -> bool:
    """Whether the speaker of a quotation may be one of many told of before it, who says `us`."""
    quotation = scene.discourse.quotation_at(scene.phrase.start)
    if quotation is None or start >= quotation[0] or not (noun.plural and noun.human):
        return False
    if scene.outer is not None and any(s.start <= start < s.end for s in scene.outer.content):
        return False  # `“I saw two guards,” she said. “They told us”`
    end = min(quotation[1], scene.phrase.end + _LONGEST)
    return _OURS.search(scene.text, quotation[0], end) is not None


_OURS = re.compile(r"\b(?:[Ww]e|us|[Oo]ur)\b")


def _candidates(
    scene: Scene, start: int, end: int, *, bodies: bool = False, singles: bool = False
) -> Iterator[Candidate]:
    """What a stretch speaks of that the pronoun may mean."""
    discourse, text = scene.discourse, scene.text
    taken = start
    described: list[tuple[int, int]] = []
    for word in _WORD.finditer(text, start, end):
        noun = noun_of(word[0])
        if word.start() < taken or noun is None or word[0].lower() in _NOBODY:
            continue
        if not _may_be(scene, word.start()) or _may_be_own(scene, noun, word.start()):
            continue
        if word[0][0].isupper() and text[start : word.start()].strip():
            continue  # a name, or a part of one
        if noun.category == "group" and _COUNTED.match(text, word.start()):
            continue  # `asked the firm four times`
        one_of = _ONE_OF.search(text, max(start, word.start() - 40), word.start()) is not None
        body = bodies and noun.category == "organization" and not noun.plural
        single = singles and noun.human and not noun.plural and noun.gender is None
        if not (body or single or _fits(scene, noun, one_of)):
            continue
        after = _NEXT.match(text, word.end(), end)
        if after is not None and _COUNTED.match(text, after.start(1)):
            after = None
        if after is not None and (nouns.lookup(after[1]) is not None or after[1][0].isupper()):
            continue  # `a company car`, `the engineer Ana Ruiz`
        first = _begins(text, start, word.start(), noun)
        if first is None or (noun.category == "document" and is_told_of(scene, word[0])):
            continue
        if noun.category == "document" and _BY_IT.match(text, word.end(), scene.phrase.start):
            continue  # `In a statement, it said`
        taken = word.end()
        described.append((first, taken))
        place = _place_of(text, start, first, taken, noun.category == "document")
        if place is not None:
            yield Candidate(place, first, taken, noun)
    for i in discourse.within(start, end):
        mention, index = discourse.mentions[i], discourse.owners[i]
        if index < 0 or any(first <= mention.start < last for first, last in described):
            continue
        if not _may_be(scene, mention.start) or is_placed(text, mention):
            continue
        if is_of_a_thing(text, mention) or _IS_PART.match(text, mention.end):
            continue
        place = _place_of(text, start, mention.start, mention.end)
        if place is not None and _entity_fits(scene, index, bodies=bodies):
            yield Candidate(place, mention.start, mention.end, None, index)


_IS_PART = re.compile(
    r" (?!(?:said|told|left|lost|went|won|has|had|was|is|will)\b)[a-z]+(?<!ed)[,;.]"
)
"""After a name that only says which thing it is: `her own Fernway | history,`."""
_WORD = re.compile(r"\b[A-Za-z][\w-]+")
_BY_IT = re.compile(r"[^.,;:“”\"\n]{0,60}, \Z")
"""After what somebody says it in, right before the pronoun."""
_NEXT = re.compile(r"[ -]([\w-]+)")


_COUNTED = re.compile(
    r"(?:two|three|four|five|six|seven|eight|nine|ten|dozen)"
    r" (?:(?!(?:were|are|have|had|of|in|at|on|from|who|whose|that|with|and)\b)[a-z-]+ ){0,2}"
    r"[a-z]+s\b"
)
_NOBODY = frozenset(
    "nobody anyone anybody everyone everybody none some others many few most all those half"
    " third quarter four five six seven eight nine ten dozen dozens hundreds thousands".split()
)
_ONE_OF = re.compile(r"\b[Oo]ne of (?:the|his|her|its|their|several|many) (?:[a-z-]+ ){0,2}\Z")


def _fits(scene: Scene, noun: Noun, one_of: bool) -> bool:
    """Whether the pronoun may mean a noun, or one of those, by number, gender and what can
    speak."""
    told = scene.phrase.pronoun
    if told in ("m", "f"):
        return noun.human and noun.plural == one_of and noun.gender in (None, told)
    if told == "thing":
        return not noun.plural and noun.category in ("organization", "document")
    many = noun.plural and (noun.human or noun.category in ("organization", "group"))
    return many or noun.category == "group" or noun.lemma in _SEVERAL


_SEVERAL = frozenset("couple family pair duo trio team group staff crew police".split())


def _entity_fits(scene: Scene, index: int, *, bodies: bool) -> bool:
    """Whether the pronoun may mean somebody or something that has a name."""
    told = scene.phrase.pronoun
    entity = scene.discourse.entities[index]
    gender = _gender(scene)
    if gender is not None:
        human = entity.human and entity.name != scene.document.author
        return human and gender_fits(scene, index, gender) and not is_spoken_of(scene, index)
    if entity.placed or (scene.parent is not None and scene.parent.entity == index):
        return False
    kinds = ("organization", "outlet") if told == "thing" or bodies else ("group",)
    return kind_of(scene, entity) in kinds


def _begins(text: str, start: int, head: int, noun: Noun) -> int | None:
    """Where the phrase of a noun begins: at its determiner, or a plural without one."""
    first = head
    for word in reversed([*_BEFORE.finditer(text, max(start, head - 60), head)][-5:]):
        if word.end() != first - 1 or text[first - 1] != " ":
            break
        low = word[0].lower()
        if low in DETERMINERS or low in _COUNTS:
            of = _PART_OF.search(text, max(start, word.start() - 24), word.start())
            return of.start() if of is not None else word.start()
        if low in phrases.PRONOUNS or low in _NO_PART or low.endswith("ly"):
            break
        first = word.start()
    if not noun.plural:
        return None
    first = head
    before = _ADJECTIVE.search(text, max(start, head - 24), head)
    first = head if before is None else before.start()
    of = _PART_OF.search(text, max(start, first - 24), first)
    return of.start() if of is not None else first


_ADJECTIVE = re.compile(
    r"\b(?:[A-Z][\w’'-]+|[a-z-]+(?:al|ic|ous|ive|ern|ian|ior|ary|ese|ish|ican)) \Z"
)
"""What a plural without a determiner has before it, and no verb: `local | officials`."""
_BEFORE = re.compile(r"[\w’'-]+")
_COUNTS = frozenset("five six seven eight nine ten eleven twelve dozens hundreds thousands".split())
_PART_OF = re.compile(
    r"\b(?:[Oo]ne|[Ss]ome|[Mm]any|[Mm]ost|[Ss]everal|[Tt]wo|[Tt]hree|[Ff]our|[Dd]ozens|[Hh]undreds"
    r"|[Tt]housands|[Aa] (?:group|number|handful|couple|pair|member)) of \Z"
)
_NO_PART = frozenset(
    "of for at in on with from to about by near among inside outside across against under over"
    " behind who that which whose whom where when while as including after before during between"
    " through like without is was were are has have had said says and or but than if then will"
    " would can could may might must should do does did not".split()
)


def _place_of(text: str, start: int, first: int, last: int, document: bool = False) -> Place | None:
    """Where a phrase stands in its sentence; None where it only tells something of another noun."""
    if text.startswith(("’", "'"), last):
        return None
    before = text[start:first].split()
    if not before:
        return Place.SUBJECT
    word = before[-1].lower()
    if word in _BE and not _PRESENTS.match(text, start, first):
        return None  # `Ruiz is | a good advocate`
    if _PRESENTS.match(text, start, first) is not None:
        return Place.SUBJECT
    if word in ("of", "for", "in", "at", "on", "like", "than", "as", "including"):
        return Place.OBLIQUE if document and word == "in" else None
    if word == "by":
        return Place.OBJECT
    if word in ("to", "with", "from", "against", "about", "after", "before", "between", "without"):
        return Place.OBLIQUE
    if word.endswith(",") or word in ("and", "but", "while", "because", "when", "that", "if"):
        fronted = _FRONT.match(text, start, first) is not None and text[start:first].count(",") == 1
        verb = _VERB_NEXT.match(text, last) is not None
        return Place.SUBJECT if verb and (fronted or not word.endswith(",")) else Place.OBLIQUE
    return Place.OBJECT


_BE = frozenset("is are was were be been being becomes became as".split())
_PRESENTS = re.compile(
    r"(?:[A-Z][a-z]+ )?(?i:among|at|on|in|behind|beside|next|outside|inside|one|with|then|there"
    r"|nearby|it)\b[^,.;:]{0,60}?"
    r" (?:is|was|were|are|stood|sat|came|comes|stands|sits|waited|waits|lives|lived)\b"
    r"(?: only| also| just)? \Z"
)
"""What presents somebody at the end of a sentence: `At the gate stood | a guard`."""
_FRONT = re.compile(
    r"\W*(?:At|In|On|After|Before|When|While|As|For|With|During|By|From|Outside|Inside|Near|Since"
    r"|Despite|Unlike|Among|Under|Earlier|Last|This|Although|Though|Because|If|Later|Now|Then"
    r"|Meanwhile|Instead|But|And|Yet|Still|Also)\b"
)
_VERB_NEXT = re.compile(r" (?!(?:and|or|of|in|at|from|for|to|by|with)\b)[a-z]")


def referent_of(scene: Scene, found: Candidate) -> Referent | None:
    """Who or what a candidate is."""
    if found.entity is not None:
        return of_entity(scene, found.entity, "pronoun")
    noun = found.noun
    discourse, place = scene.discourse, (found.start, found.end)
    phrase = phrases.read(scene.text, *place, discourse.named(discourse.within(*place)))
    if phrase.form == "descriptor" and phrase.determiner == "the":
        told = scene.resolve(phrase)
        if told.entity is not None:
            return again(scene, told, "pronoun")
    if noun is None:
        return None
    kind: SpeakerKind = "anonymous"
    if noun.category == "document":
        kind = "document"
    elif noun.category == "organization" and not noun.plural:
        kind = "organization"
    elif scene.phrase.pronoun == "plural" and (noun.plural or not noun.human):
        kind = "group"
    if kind == "group":
        place = found.start, complement_end(scene.text, found.end, found.end + _LONGEST)
    return as_written(scene, place, kind, gender=_gender(scene), plural=kind == "group")


def _gender(scene: Scene) -> Gender | None:
    told = scene.phrase.pronoun
    return "m" if told == "m" else "f" if told == "f" else None
