"""What the record says of a speaker: title, affiliation, why this source, why it is unnamed."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from attrib.lazily import re
from attrib.model import Anonymity, Span, Speaker
from attrib.resolution.discourse import Discourse, Entity
from attrib.resolution.phrases import Phrase, role_of
from attrib.resolution.referents import Referent
from attrib.resolution.roles import RANKS, SYNONYMS
from attrib.resolution.surroundings import PHRASE

_REQUESTED = re.compile(
    r"conditions? of anonymity|(?:not|n['’]t|un)\s?(?:been )?authori[sz]ed to|anonymously"
    r"|request(?:ed|ing) anonymity|ask(?:ed|ing) for anonymity|on background"
    r"|(?:ask|request|prefer|want|wish)\w* (?:that (?:he|she|they|his|her|their)\b[^.,;]{0,30}? )?"
    r"(?:not (?:to )?be|to (?:remain|stay|go)) (?:named|identified|anonymous|unnamed|unidentified)"
    r"|(?:declin|refus)\w+ to (?:be (?:named|identified)|give (?:his|her|their) (?:full )?name)"
    r"|(?:did not|didn['’]t) want (?:to be (?:named|identified)|(?:his|her|their) name)",
    re.IGNORECASE,
)


_SIGNS = ("anonym", "authori", "on background", "name", "identified")
"""One of these is in whatever `_REQUESTED` finds, and cheap to look for."""


def asks_to_stay_unnamed(text: str, start: int) -> bool:
    """Whether a clause at an offset says that whoever is before it is not to be named.

    >>> asks_to_stay_unnamed("the clerk, who spoke on condition of anonymity, said", 9)
    True
    >>> asks_to_stay_unnamed("the clerk, who wept, said", 9)
    False
    """
    if not text.startswith(_CLAUSES, start):
        return False
    end = min(len(text), start + _LONGEST_CLAUSE)
    stops = (at for at in (text.find(mark, start, end) for mark in '.\n“"') if at >= 0)
    return _REQUESTED.search(text, start, min(stops, default=end)) is not None


_CLAUSES = (", who ", " who ", ", speaking ", ", asking ", ", requesting ", ", on condition of")
_LONGEST_CLAUSE = 120


IMPLIED = re.compile(
    r"\b(?:sources?|insiders?|familiar with|close to|briefed on|knowledge of|privy to"
    r"|involved in)\b",
    re.IGNORECASE,
)


_RELATIVE = re.compile(
    rf"\)?,?\s?(?P<clause>(?:who|whose)\b(?! (?:said|says|told|added)\b){PHRASE}{{4,160}})"
)


Place = tuple[int, int]
_Portrait = tuple[Place | None, Place | None, Place | None]


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
        if noun is not None and (noun.category == "title" or noun.lemma in _POSITIONS):
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


class Portraits:
    """The speakers of an article as its records have them; each entity is portrayed once."""

    def __init__(self, discourse: Discourse, lent: dict[int, Place]) -> None:
        self._discourse = discourse
        self._lent = lent
        self._spans: dict[Place | None, Span | None] = {None: None}
        self._known: dict[int, _Portrait] = {}

    def speaker(self, phrase: Phrase | None, referent: Referent, sure: float | None) -> Speaker:
        """One speaker; what the article says of a person serves every record."""
        text = self._discourse.text
        title = referent.role
        affiliation: Place | None = None
        justification: Place | None = None
        anonymity: Anonymity | None = None
        if referent.entity is not None and referent.kind == "person":
            title, affiliation, justification = self._portrait(referent.entity)
            if phrase is not None and phrase.form != "pronoun":
                clause = _clause(text, phrase.start, phrase.end, phrase.chunk_end)
                justification = clause or justification
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
            anonymity = _anonymity(self._discourse, phrase, referent)
        title_span, affiliation_span = self._span(title), self._span(affiliation)
        return Speaker(
            name=referent.name,
            kind=referent.kind,
            title=title_span.text if title_span else None,
            title_span=title_span,
            affiliation=affiliation_span.text if affiliation_span else None,
            affiliation_span=affiliation_span,
            justification=self._span(justification),
            anonymity=anonymity,
            resolved_by=referent.resolver,
            confidence=sure if referent.resolver != "none" else None,
            antecedent=self._span(referent.antecedent),
        )

    def _portrait(self, index: int) -> _Portrait:
        """Title, affiliation and reason of an entity, as far as its sources do not say more."""
        known = self._known.get(index)
        if known is None:
            entity = self._discourse.entities[index]
            title, affiliation = _title_of(entity)
            title = title or self._lent.get(index)
            affiliation = affiliation or self._owner(entity)
            known = title, affiliation, _reason(self._discourse.text, entity)
            self._known[index] = known
        return known

    def _owner(self, entity: Entity) -> Place | None:
        """The body in front of a name: `Pembrook’s Ana Ruiz`."""
        discourse = self._discourse
        i = bisect_left(discourse.starts, entity.start) - 1
        if i < 0 or discourse.text[entity.start - 3 : entity.start] not in ("’s ", "'s "):
            return None
        mention, owner = discourse.mentions[i], discourse.owners[i]
        if mention.end != entity.start - 3 or owner < 0:
            return None
        body = discourse.entities[owner]
        named = body.sort == "organization" or body.body in ("organization", "outlet")
        return (mention.name_start, mention.end) if named else None

    def _span(self, place: Place | None) -> Span | None:
        if place not in self._spans:
            self._spans[place] = Span.of(self._discourse.text, *place) if place else None
        return self._spans[place]


def _anonymity(discourse: Discourse, phrase: Phrase | None, referent: Referent) -> Anonymity:
    """Why a source is unnamed, as far as its sentence tells."""
    if phrase is not None and discourse.sentences:
        sentence = discourse.sentence_at(phrase.start)
        start, end = discourse.window(sentence, phrase.start)
        words = discourse.text[start:end].lower()
        if any(sign in words for sign in _SIGNS) and _REQUESTED.search(discourse.text, start, end):
            return "requested"
    return "implied" if IMPLIED.search(referent.name) else "unnamed"


def _title_of(entity: Entity) -> tuple[Place | None, Place | None]:
    """The first position of authority the article gives a person, and a body they belong to.

    A bare title is passed over for one that says where it is held: `chair of the council`.
    """
    titles = [use for use in entity.uses if use.title]
    if all(use.role in RANKS for use in titles):
        titles += [use for use in entity.uses if use.role in _POSITIONS]
    if len(titles) > 1 and titles[0].role in RANKS and titles[0].end - titles[0].start <= 4:
        titles = titles[1:]
    best = titles[0] if titles else None
    if best is not None and best.affiliation is None:
        role = SYNONYMS.get(best.role or "", best.role)
        best = next(
            (u for u in titles if u.affiliation and SYNONYMS.get(u.role or "", u.role) == role),
            best,
        )
    bodies = (use.affiliation for use in (*titles, *entity.uses) if use.affiliation is not None)
    return (best.start, best.end) if best is not None else None, next(bodies, None)


_POSITIONS = frozenset(
    "nominee candidate frontrunner front-runner contender businessman businesswoman billionaire"
    " lawmaker official analyst advisor adviser spokesperson consultant entrepreneur farmer baker"
    " driver broadcaster philanthropist restaurateur hotelier skipper boss striker winger"
    " midfielder goalkeeper defender footballer batsman batter bowler opener all-rounder player"
    " boxer golfer jockey swimmer runner cyclist wrestler referee umpire pundit musician pianist"
    " violinist guitarist bassist drummer saxophonist trumpeter singer rapper songwriter actor"
    " actress comedian poet playwright painter sculptor filmmaker producer blogger podcaster"
    " youtuber influencer presenter vlogger chef butcher barber hairdresser builder plumber"
    " electrician plasterer carpenter mechanic welder miner docker trucker fisherman rancher"
    " gardener cleaner carer caregiver nanny waiter waitress bartender barista cashier shopkeeper"
    " publican grocer pilot sailor soldier lobbyist translator"
    " interpreter industrialist financier firefighter journalist artist".split()
)
"""Occupations and candidacies, which serve as titles where nobody tells of an office."""


def _reason(text: str, entity: Entity) -> Place | None:
    """The article's own words for why this person: a relative clause, or what is set beside."""
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
    start = chunk_end or start
    if "who" not in text[start : end + 6]:
        return None
    match = _RELATIVE.match(text, end) or _RELATIVE.search(text, start, end)
    return match.span("clause") if match is not None else None
