"""What the record says of a speaker: title, affiliation, why this source, why it is unnamed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrib.entities import Discourse, Entity
from attrib.model import Anonymity, Span, Speaker
from attrib.phrases import Phrase, role_of
from attrib.referents import Referent
from attrib.roles import PHRASE, SYNONYMS

_REQUESTED = re.compile(
    r"conditions? of anonymity|(?:not|n['’]t|un)\s?(?:been )?authori[sz]ed to|anonymously"
    r"|request(?:ed|ing) anonymity|ask(?:ed|ing) for anonymity|on background"
    r"|(?:ask|request|prefer|want|wish)\w* (?:that (?:he|she|they|his|her|their)\b[^.,;]{0,30}? )?"
    r"(?:not (?:to )?be|to (?:remain|stay|go)) (?:named|identified|anonymous|unnamed|unidentified)"
    r"|(?:declin|refus)\w+ to (?:be (?:named|identified)|give (?:his|her|their) (?:full )?name)"
    r"|(?:did not|didn['’]t) want (?:to be (?:named|identified)|(?:his|her|their) name)",
    re.IGNORECASE,
)


IMPLIED = re.compile(
    r"\b(?:sources?|insiders?|familiar with|close to|briefed on|knowledge of|privy to"
    r"|involved in)\b",
    re.IGNORECASE,
)


_RELATIVE = re.compile(
    rf"\)?,?\s?(?P<clause>(?:who|whose)\b(?! (?:said|says|told|added)\b){PHRASE}{{4,160}})"
)


Place = tuple[int, int]


def lent_titles(
    text: str, read: Sequence[Phrase | None], found: Sequence[Referent | None]
) -> dict[int, Place]:
    """Titles that stand only in a descriptor: `the tax commissioner`, later named Ana Ruiz."""
    lent: dict[int, Place] = {}
    for phrase, referent in zip(read, found, strict=True):
        if phrase is None or referent is None or referent.entity is None:
            continue
        noun = phrase.noun
        if referent.kind != "person" or phrase.form != "descriptor":
            continue
        if noun is not None and noun.category == "title":
            start = phrase.start
            if phrase.determiner is not None:
                start += len(phrase.determiner) + 1
            lent.setdefault(referent.entity, (start, _end_of_title(text, phrase)))
    return lent


def _end_of_title(text: str, phrase: Phrase) -> int:
    """Where a descriptor's title ends: with its complement, unless that runs on."""
    if _HELD_AT.match(text, phrase.chunk_end) and not _RUNS_ON.search(
        text, phrase.chunk_end, phrase.core_end
    ):
        return phrase.core_end
    return phrase.chunk_end


_HELD_AT = re.compile(r" (?:of|for|at|in|to|with|from) ")
_RUNS_ON = re.compile(
    r" (?:is|was|are|were|has|had|will|yet|but|that|who|which|when|because) |.{90}"
)


def speaker(
    discourse: Discourse, phrase: Phrase | None, referent: Referent, lent: dict[int, Place]
) -> Speaker:
    """The speaker as the record has it; what the article says of a person serves every record."""
    text = discourse.text
    title = referent.role
    affiliation: Place | None = None
    justification: Place | None = None
    anonymity: Anonymity | None = None
    if referent.entity is not None and referent.kind == "person":
        entity = discourse.entities[referent.entity]
        title, affiliation = _title_of(entity)
        title = title or lent.get(referent.entity)
        justification = _reason(text, phrase, entity)
    elif phrase is not None and phrase.form != "pronoun":
        noun = phrase.noun
        if referent.kind == "anonymous" and noun is not None and noun.category == "title":
            title = role_of(text, phrase)
        if referent.kind in ("anonymous", "document", "group"):
            mention = phrase.owner or phrase.adjunct or phrase.complement
            if mention is not None and mention.reading.sort in ("organization", "name"):
                affiliation = (mention.start, mention.end)
        justification = _clause(text, phrase.start, phrase.end, phrase.chunk_end)
    if referent.kind == "anonymous":
        anonymity = _anonymity(discourse, phrase, referent)
    return Speaker(
        name=referent.name,
        kind=referent.kind,
        title=text[slice(*title)] if title else None,
        title_span=_span(text, title),
        affiliation=text[slice(*affiliation)] if affiliation else None,
        affiliation_span=_span(text, affiliation),
        justification=_span(text, justification),
        anonymity=anonymity,
        resolved_by=referent.resolver,
        antecedent=_span(text, referent.antecedent),
    )


def _anonymity(discourse: Discourse, phrase: Phrase | None, referent: Referent) -> Anonymity:
    """Why a source is unnamed, as far as its sentence tells."""
    if phrase is not None and discourse.sentences:
        sentence = discourse.sentence_at(phrase.start)
        start, end = discourse.window(sentence, phrase.start)
        if _REQUESTED.search(discourse.text, start, end):
            return "requested"
    return "implied" if IMPLIED.search(referent.name) else "unnamed"


def _span(text: str, place: Place | None) -> Span | None:
    return Span.of(text, place[0], place[1]) if place is not None else None


def _title_of(entity: Entity) -> tuple[Place | None, Place | None]:
    """The first position of authority the article gives a person, and a body they belong to.

    A bare title is passed over for one that says where it is held: `chair of the council`.
    """
    titles = [use for use in entity.uses if use.title]
    if len(titles) > 1 and titles[0].role == "doctor" and titles[0].end - titles[0].start <= 3:
        titles = titles[1:]  # Dr.
    best = titles[0] if titles else None
    if best is not None and best.affiliation is None:
        role = SYNONYMS.get(best.role or "", best.role)
        best = next(
            (u for u in titles if u.affiliation and SYNONYMS.get(u.role or "", u.role) == role),
            best,
        )
    bodies = (use.affiliation for use in (*titles, *entity.uses) if use.affiliation is not None)
    return (best.start, best.end) if best is not None else None, next(bodies, None)


def _reason(text: str, phrase: Phrase | None, entity: Entity) -> Place | None:
    """The article's own words for why this person: a relative clause, or what is set beside."""
    if phrase is not None and phrase.form != "pronoun":
        clause = _clause(text, phrase.start, phrase.end, phrase.chunk_end)
        if clause is not None:
            return clause
    match = _RELATIVE.match(text, entity.end)
    if match is not None:
        return match.span("clause")
    beside = (
        use
        for use in entity.uses
        if use.start > use.at and use.role and use.affiliation != (use.start, use.end)
    )
    return next(((use.start, use.end) for use in beside), None)


def _clause(text: str, start: int, end: int, chunk_end: int) -> Place | None:
    """`who saw it`, in the source or right after it."""
    match = _RELATIVE.match(text, end) or _RELATIVE.search(text, chunk_end or start, end)
    return match.span("clause") if match is not None else None
