"""Which outlet carried what somebody said, as the words around the source tell: `Tass quoted Ruiz`.

`circumstances` asks where the words around the cue name no outlet.
"""

from __future__ import annotations

from attrib.lazily import regex
from attrib.model import Attribution, Span
from attrib.outlets.mentions import OutletMention
from attrib.provenance import carrier_patterns, citers, own_reporters
from attrib.provenance import circumstance_patterns as patterns
from attrib.provenance.venues import Venue, Venues

_FAR = 180
"""How far before a source the outlet stands that quotes it."""
_STUDY = regex.compile(
    r"(?i)(?:an?|the)\s(?:[\w-]{1,20}\s){0,4}?(?:study|studies|review|analysis|paper|research|trial)\b"
)


def find(venues: Venues, attribution: Attribution) -> Venue | None:
    """The outlet that carried an attribution, and the words that say so.

    >>> from attrib.model import Cue
    >>> text = "Tass quoted Ana Ruiz as saying it rained."
    >>> spans = [Span.of(text, *at) for at in ((12, 20), (24, 30), (31, 40))]
    >>> said = Attribution(pattern="p", source=spans[0], cue=Cue(span=spans[1]),
    ...     content=(spans[2],), kind="indirect", confidence=1.0)
    >>> mention = OutletMention(span=Span.of(text, 0, 4), name="Tass")
    >>> find(Venues(text, None, [mention]), said).name
    'Tass'
    """
    told = _after_content(venues, attribution)
    source = attribution.source
    if told is not None or source is None:
        return told
    outlet = _quoting(venues, source) or _pollster(venues, source)
    if outlet is not None:
        return Venue(outlet.name, outlet.span, "reported")
    if (citing := citers.find(venues, attribution)) is not None:
        return citing
    venue = _state_media(venues.text, source) or _own_sources(venues, source)
    if venue is None and attribution.parent is None:
        venue = _according(venues, source)
    if venue is None and attribution.parent is None:
        venue = _on_which(venues, source) or own_reporters.find(venues, attribution)
    if venue is None and "prog" in source.text:
        venue = venues.programme(source.start, source.end)
    return venue


def _on_which(venues: Venues, source: Span) -> Venue | None:
    """The programme of `His guest spot was on “Table Talk,” on which Ruiz said`, `He went on Lima
    TV, where he said`."""
    text, start = venues.text, source.start
    if not text.endswith(_WHERE_HE, 0, start):
        return None
    low = max(0, start - _FAR)
    for cut in patterns.SENTENCE_BREAK.finditer(text, low, start):
        low = cut.end()
    for outlet in reversed(venues.within(low, start)):
        if _THERE.fullmatch(text, outlet.span.end, start):
            on = _GOES_ON_AIR.search(text, low, outlet.span.start)
            return Venue(outlet.name, outlet.span, "programme") if on else None
    match = _SHOW_WHERE.search(text, low, start)
    if match is None:
        return None
    appears = _APPEARS.search(text, low, match.start())
    if appears is None and not _AIRED.search(text, low, match.start()):
        return None
    span = Span.of(text, *match.span("name"))
    return Venue(span.text, span, "programme")


_WHERE_HE = ("where ", "on which ", "in which ")
_THERE = regex.compile(r",?[”\"]?,?\s(?:where|on\swhich|in\swhich)\s")
_GOES_ON_AIR = regex.compile(r"\bon\s(?:[\w’'-]+\s){0,4}[“\"]?\Z")
_SHOW_WHERE = regex.compile(
    r"[“\"](?P<name>\p{Lu}[^“”\"\n]{2,40}?),?[”\"],?\s(?:where|on\swhich|in\swhich)\s\Z"
)
_APPEARS = regex.compile(
    r"\b(?:was|is|were|went|goes|gone|appeared|appears|guested|turned\sup)\s(?:back\s)?on\s\Z"
)
"""`By Sunday she was on “The Late Hour,” where she said`."""
_AIRED = regex.compile(r"(?i)\b(?:podcast|show|programme|program|episode|guest|broadcast|series)\b")


def _after_content(venues: Venues, attribution: Attribution) -> Venue | None:
    """The outlet of `confirmed the loss to Lima TV`: named after what is said."""
    end = attribution.content[-1].end
    if attribution.cue is None or attribution.cue.span.start > end:
        return None
    last = venues.within(end - 40, end)
    if (
        last
        and (attribution.kind != "indirect" or attribution.cue.lemma not in _TAKES_CLAUSE)
        and last[-1].span.end == end
        and _ENDS_TO.search(venues.text, attribution.content[-1].start, last[-1].span.start)
    ):
        return Venue(last[-1].name, last[-1].span, "told")
    match = _TO_OUTLET.match(venues.text, end)
    outlets = venues.within(match.end() - 4, match.end() + 30) if match else ()
    if match and outlets and outlets[0].span.start <= match.end() <= outlets[0].span.end:
        return Venue(outlets[0].name, outlets[0].span, "told")
    return None


_TAKES_CLAUSE = frozenset(
    "say tell show claim add think believe argue allege report note suggest find know".split()
)
"""What follows these says itself to whom something went: `says nobody sent it | to Lima TV`."""
_ENDS_TO = regex.compile(
    r"\s(?:to|in\s(?:an|a|his|her)\s(?:[\w-]+\s){0,2}?(?:op-ed|column|essay|article)\s(?:for|in))"
    r"\s(?:the\s)?\Z"
)
_TO_OUTLET = regex.compile(r",?\s(?:to|with|on)\s(?:the\s)?")


def _quoting(venues: Venues, source: Span) -> OutletMention | None:
    """The outlet that quotes the source: `Interfax quoted Ana Ruiz`, `Ana Ruiz, quoted by Tass`,
    `Ana Ruiz in the Arden Times`."""
    if not venues.mentions:
        return None
    text = venues.text
    if source.text in ("who", "which"):
        return _quoting_whom(venues, source)
    if _STUDY.match(source.text):
        return None  # `a study published in the Journal`: no outlet carried its words
    for outlet in venues.within(max(0, source.start - _FAR), source.end):
        start, end = outlet.span.start, outlet.span.end
        if end <= source.start and carrier_patterns.QUOTING.fullmatch(text, end, source.start):
            return outlet
        if start <= source.start:
            continue
        carried = carrier_patterns.CARRIED_BY.search(text, source.start, start)
        beside = carried is not None and text.endswith(", ", 0, carried.start())
        if carried and (beside or not _RELATED.search(text, source.start, carried.end())):
            return outlet
    after = venues.within(source.end, source.end + _NEXT)
    if after and carrier_patterns.CARRIED.fullmatch(text, source.end, after[0].span.start):
        return after[0]
    return None


def _quoting_whom(venues: Venues, source: Span) -> OutletMention | None:
    """The outlet that quotes whom a pronoun means: `Tass quoted two clerks, | who | said`."""
    text = venues.text
    for outlet in reversed(venues.within(max(0, source.start - _FAR), source.start)):
        quoting = carrier_patterns.QUOTING.match(text, outlet.span.end, source.start)
        if quoting and _ANTECEDENT.fullmatch(text, quoting.end(), source.start):
            return outlet
    return None


_ANTECEDENT = regex.compile(
    r"(?:(?!\b(?:that|saying|said|says|who|which)\b)[^.;:“”\"\n]){3,120},?\s"
)
_RELATED = regex.compile(
    r",\s(?:who|whose|which)\b(?!\s(?:was|is|were|are|has\sbeen|had\sbeen)"
    r"\s(?:first\s)?(?:quoted|cited|leaked|shown|seen|obtained|published|carried|reviewed)\b)"
)
"""What is told of a source beside: `Ana Ruiz, whose picture was | in the Arden Times`."""
_NEXT = 60
"""How far after a source the outlet stands that is said to carry its words."""


def _own_sources(venues: Venues, source: Span) -> Venue | None:
    """The outlet whose sources speak: `the interlocutors of the agency`, `Interfax’s source`."""
    if "source" not in source.text and "interlocutor" not in source.text:
        return None
    match = carrier_patterns.OWN_SOURCES.fullmatch(venues.text, source.start, source.end)
    if match is None:
        return None
    start, end = match.span("of" if match["of"] else "whose")
    words = Span.of(venues.text, start, end)
    for outlet in venues.within(start, end):
        if outlet.span.end == end:
            return Venue(outlet.name, words, "told")
    meant = venues.meant(words.text, start, told=True)
    return Venue(meant.name, words, "told") if meant is not None else None


def _state_media(text: str, source: Span) -> Venue | None:
    """`Iranian state television` before `quoted Ana Ruiz`."""
    match = carrier_patterns.STATE_MEDIA.search(text, max(0, source.start - 60), source.start)
    if match is None:
        return None
    return Venue(match["name"], Span.of(text, *match.span("name")), "reported")


_ACCORDING = regex.compile(r"(?:According\sto|Per)\s(?P<who>[^,.;:\n]{3,80}),\s")


def _according(venues: Venues, source: Span) -> Venue | None:
    """The outlet that a source's sentence begins with: `According to the daily, Ruiz wrote`."""
    text = venues.text
    low = max(0, source.start - _FAR)
    start = max(text.rfind(word, low, source.start) for word in ("According", "Per "))
    match = _ACCORDING.match(text, start, source.start) if start >= 0 else None
    if match is None or patterns.SENTENCE_BREAK.search(text, match.end() - 2, source.start + 2):
        return None
    who = match.start("who"), match.end("who")
    for outlet in venues.within(*who):
        if outlet.span.end == who[1]:
            return Venue(outlet.name, outlet.span, "reported")
    meant = venues.meant(match["who"], who[0], told=False)
    return Venue(meant.name, Span.of(text, *who), "reported") if meant else None


def _pollster(venues: Venues, source: Span) -> OutletMention | None:
    """The outlet whose poll the source is."""
    if not venues.mentions:
        return None
    for outlet in venues.within(source.start, source.end):
        if carrier_patterns.POLL.match(venues.text, outlet.span.end, source.end):
            return outlet
    return None
