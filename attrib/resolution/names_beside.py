"""Who is named beside a descriptor: after a comma, after an office, or right after its body.

`The head of the council, Ana Ruiz,` has her beside the head and its complement; so have
`Wells Marsh senior economist Ana Ruiz` and `leader of the council Ana Ruiz`.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrib.knowledge import names, nouns
from attrib.knowledge.nouns import Noun
from attrib.lazily import re
from attrib.resolution.body_sorts import calls
from attrib.resolution.chunks import STOPS
from attrib.resolution.mentions import Mention


def beside(
    text: str, chunk_end: int, end: int, mentions: Sequence[Mention], noun: Noun | None
) -> Mention | None:
    """A name set off by a comma right after a descriptor and its complement.

    A body's only where the descriptor may be one: `Another investor, hedge fund Marrow Capital,`.
    """
    bodily = noun is not None and noun.lemma in BODIES_TOO
    organized = noun is not None and noun.category == "organization" and not bodily
    for mention in mentions:
        if mention.start <= chunk_end:
            continue
        if organized:
            # no `office of the mayor, Ana Ruiz,`
            return mention if _is_called_so(text, noun, mention, chunk_end, end) else None
        if mention.reading.sort not in ("person", "name") and not (
            (bodily or _is_firm_of(text, noun, mention))
            and mention.reading.sort in ("organization", "word")
        ):
            continue
        comma = text.rfind(", ", chunk_end, mention.start)
        lone = mention.reading.person is None or mention.reading.person.given is None
        if lone and noun is not None and noun.human and _is_a_body(text, chunk_end, comma):
            continue  # `A spokesman for the film’s studio, Ironbark,`
        if comma < 0 or text.count("(", chunk_end, comma) > text.count(")", chunk_end, comma):
            continue
        between = text[comma + 2 : mention.start].split()
        after = text[mention.end : mention.end + 2]
        joined_on = len(between) <= 3 and not any(
            word.lower() in STOPS or word == "and" for word in between
        )
        closes = mention.end >= end or after[:1] in ",)" or after in (" (", " w")
        closes = closes or _OF_PLACE.match(text, mention.end, end) is not None
        return mention if joined_on and closes else None
    return None


def _is_called_so(text: str, noun: Noun | None, mention: Mention, start: int, end: int) -> bool:
    """Whether a body’s name follows what it is at once: `A local council, Tarn Town Council,`."""
    closes = mention.end >= end or text.startswith((",", " ("), mention.end)
    if noun is None or not closes or text[start : mention.start] not in (", ", ", the "):
        return False
    return mention.reading.sort == "organization" and bool(calls(noun.lemma, mention.reading.name))


def _is_firm_of(text: str, noun: Noun | None, mention: Mention) -> bool:
    """Whether people are a firm by its name: `its auditors, the Kelby firm Brandt & Cole,`."""
    return (
        noun is not None
        and noun.plural
        and noun.lemma in _WORK_AS_FIRMS
        and _FIRM.search(text, max(0, mention.start - 50), mention.start) is not None
    )


_WORK_AS_FIRMS = frozenset(
    """consultant auditor lawyer adviser advisor solicitor attorney accountant architect engineer
    broker banker contractor administrator liquidator receiver publisher owner developer builder
    promoter insurer underwriter surveyor agent planner""".split()
)
_FIRM = re.compile(
    r", (?:(?:the|an?) (?:[\w’'.-]+ ){0,3}(?:firm|company|consultancy|practice|bank|agency|group"
    r"|partnership|studio|brokerage|chain|charity) )?\Z"
)


def _is_a_body(text: str, start: int, end: int) -> bool:
    """Whether a stretch ends in a common noun for a body, for which the one before it speaks."""
    noun = nouns.lookup(text[start : max(start, end)].rpartition(" ")[2])
    return text.startswith(" for ", start) and noun is not None and noun.category == "organization"


_OF_PLACE = re.compile(r" (?:of|from) (?:the )?[A-Z][\w.-]*(?: [A-Z][\w.-]*){0,3}(?:,|\Z)")
"""`Sen. Ana Ruiz of Ohio,`"""
BODIES_TOO = frozenset(
    "investor owner shareholder rival partner supplier regulator publisher sponsor developer"
    " landlord operator contractor client customer retailer competitor member donor union charity"
    " group company firm bank agency watchdog club parent lender insurer manufacturer consultancy"
    " nonprofit subsidiary carrier airline maker distributor builder promoter organizer organiser"
    " buyer bidder wholesaler producer provider brewer brokerage broadcaster auditor creditor"
    " housebuilder exporter importer reseller franchisee occupier employer designer studio label"
    " startup start-up seller vendor backer integrator refiner miner processor host beneficiary"
    " drugmaker carmaker automaker chipmaker".split()
)
"""What a body may be called, and a person too: its name may stand beside it."""


def holder_of(text: str, start: int, end: int, mentions: Sequence[Mention]) -> Mention | None:
    """Who holds the office that a body's name opens: `Wells Marsh senior economist Ana Ruiz`.

    The office may be set off by a comma: `Marsh of Ohio’s chief economist, Ana Ruiz`.
    """
    for mention in mentions:
        reading = mention.reading
        if mention.start - start < 8 or reading.sort not in ("person", "name") or reading.role:
            continue
        if mention.end < end and text[mention.end] not in ",;( ":
            continue
        before = text[max(start, mention.start - 44) : mention.start].rstrip(" ").split()
        between = text[start : mention.start].lower().split()
        if not before or not _NO_OFFICE.isdisjoint(between) or before[-1] in _AT:
            continue  # `head of tanker research at Halver Quay`, `president in the Orvale office`
        if "of" in between and _OF_KIN.search(text, start, mention.start):
            continue
        held = _of_field(before) or before[-1]
        noun = nouns.lookup(held.rstrip(","))
        if noun is None or not noun.human or noun.plural or not before[-1][0].islower():
            continue
        if reading.person is not None and reading.person.given is not None:
            return mention
    return None


_AT = frozenset("at for in with from of to by the a an its their his her our".split())
_OF_KIN = re.compile(
    r"\b(?:daughter|son|child|wife|husband|widow|widower|mother|father|sister|brother|niece"
    r"|nephew|cousin|parents?|friend|ally|aide) of "
)
"""`Marsh, the daughter of the mayor Ana Ruiz,` is not Ana Ruiz."""


def _of_field(before: Sequence[str]) -> str | None:
    """The office before its field, `head` of `Head of public health`; None where there is none.

    >>> _of_field("Head of public health".split()), _of_field("friend of the actor".split())
    ('Head', None)
    """
    for back in range(2, min(len(before), _LONGEST_FIELD + 2)):
        if before[-back] in ("of", "in"):
            # of one word anybody may be: `professor of law`; of more, who heads what is no person
            heads = back == 2 or before[-back - 1].lower() in _HEADS
            return before[-back - 1] if heads else None
        last = nouns.lookup(before[-back + 1])
        if not before[-back].islower() or (last is not None and last.human):
            return None
    return None


_LONGEST_FIELD = 4
_HEADS = frozenset("head director chief president manager vp chair leader minister".split())
_NO_OFFICE = STOPS - frozenset("of for at in on and with".split())
"""Words that end the name of an office with its body."""


def after_body(text: str, mention: Mention) -> Mention | None:
    """A person named right after the body of their office: `leader of the council Ana Ruiz`."""
    if mention.reading.sort not in ("person", "name") or mention.reading.role is not None:
        return None
    words = text[max(0, mention.start - 24) : mention.start].split()
    if words and words[-1] in LANDS:
        given = mention.reading.name.partition(" ")[0]
        person = names.is_given(given) or names.gender(given, first=True) is not None
        return mention if person else None
    return mention if words and words[-1] in COUNCILS else None


LANDS = frozenset(
    "region district city province republic county municipality town village oblast department"
    " administration ministry".split()
)
"""What a governor or a head is of, before a name that a given name opens."""


def holds_it(text: str, core_end: int, mentions: Sequence[Mention]) -> Mention | None:
    """The person right after a named body: `Head of the Orvale Gas Company Ana Ruiz`."""
    for mention in mentions:
        if mention.reading.role in _OFFICES_OF_PLACES:
            continue  # `A spokesman for Tarn County Sheriff Ana Ruiz`
        if mention.end == core_end and mention.reading.sort == "person":
            before = text[max(0, mention.start - 30) : mention.start].split(" ")
            return mention if before[-1] == "" and before[-2][:1].isupper() else None
    return None


_OFFICES_OF_PLACES = frozenset(
    "sheriff mayor governor senator representative president minister secretary chancellor".split()
)
COUNCILS = frozenset(
    "council committee subcommittee commission board parliament senate assembly house state staff"
    " cabinet congress panel tribunal court jury match series tournament year".split()
)
"""Bodies named by this word alone: `leader of the council Ana Ruiz`, not `the party Dawn`."""
