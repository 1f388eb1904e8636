"""The outlet that is told of as citing a source, where nothing else has parted the two.

`It rained, Lima TV reported on Monday, citing two clerks`; `Citing a clerk, the paper wrote that`;
`the newspaper quoted | a diplomat | as saying`; `two clerks with whom Lima TV spoke`.
"""

from __future__ import annotations

from attrib.lazily import regex
from attrib.model import Attribution, Span
from attrib.provenance import circumstance_patterns as patterns
from attrib.provenance.venues import HEADS, Venue, Venues

_FAR = 180
"""How far from the source the outlet stands that cites it."""
_RELAYS = ("citing", "quoting", "referring", "with reference", "attributing", "relying")
_VERB = (
    r"(?:report|writ|wrote|said|say|publish|not|stat|add|claim|reveal|announc|inform|learn|confirm"
    r"|broadcast|alleg|suggest|explain)\p{Ll}{0,5}"
)
_TIME = (
    r"(?:\s(?:on|in|late|earlier|early|this|last|that|the\ssame)(?:\s[\p{L}\d’'.,-]{1,12}){1,3}?"
    r"|\s(?:yesterday|today))"
)
_CITES = regex.compile(
    rf"[”\"'’]?(?:\s(?:has|had|also|later|earlier|first)){{0,2}}(?:\s{_VERB}{_TIME}?)?,?\s(?:in\sturn\s)?\Z"
)
"""Between an outlet and `citing`."""
_DESCRIPTOR = rf"(?:[Tt]he|[Tt]his|[Tt]hat)\s(?:[\w’'-]{{1,20}}\s){{0,4}}?(?:{HEADS})"
_DESCRIBED = regex.compile(rf"\b(?P<who>{_DESCRIPTOR})(?P<between>[^.;:“”\"\n]{{0,60}})\Z")
_LED = regex.compile(r",\s(?:(?:the|an?)\s)?(?:[\w’'-]{1,20}\s){0,4}")
_THEN_IT = regex.compile(rf",\s(?P<who>{_DESCRIPTOR})")
_QUOTES = regex.compile(
    rf"\b(?P<who>{_DESCRIPTOR})(?:\s(?:has|had|also|later|earlier|then)){{0,2}}"
    r"\s(?:quot|cit)(?:ed|es|ing)\s\Z"
)
_QUOTED_BY = regex.compile(
    rf",?\s(?:as\s)?(?:quoted|cited|interviewed|carried)\sby\s(?P<who>{_DESCRIPTOR})\b"
)
"""After a source: `Ana Ruiz, quoted by the same paper,`."""
_WITH_WHOM = regex.compile(rf"\s(?:with|to)\swhom\s(?:(?P<who>{_DESCRIPTOR})(?=\s)|(?=\w))")
_SPOKE = regex.compile(r"\s(?:has\s|had\s)?(?:spoke|spoken|talked)\b")


def find(venues: Venues, attribution: Attribution) -> Venue | None:
    """The outlet that cites, quotes or spoke with the source, and the words that say so.

    >>> from attrib.model import Cue
    >>> from attrib.outlets.mentions import OutletMention
    >>> text = "It rained, Tass reported on Monday, citing two clerks."
    >>> spans = [Span.of(text, *at) for at in ((43, 53), (36, 42), (0, 9))]
    >>> said = Attribution(pattern="p", source=spans[0], cue=Cue(span=spans[1]),
    ...     content=(spans[2],), kind="indirect", confidence=1.0)
    >>> mention = OutletMention(span=Span.of(text, 11, 15), name="Tass")
    >>> found = find(Venues(text, None, [mention]), said)
    >>> found.name, found.span.text, found.by
    ('Tass', 'Tass', 'citing')
    """
    source, cue = attribution.source, attribution.cue
    if source is None or cue is None:
        return None
    if cue.span.text.lower().startswith(_RELAYS):
        if cue.span.start > source.start:
            return None
        return _before(venues, cue.span.start) or _after(venues, source.end)
    return _quoting(venues, source)


def _start_of_sentence(text: str, at: int) -> int:
    low = max(0, text.rfind("\n", 0, at) + 1, at - _FAR)
    for cut in patterns.SENTENCE_BREAK.finditer(text, low, at + 2):
        low = cut.end() if cut.end() <= at else low
    return low


def _before(venues: Venues, at: int) -> Venue | None:
    """The outlet before `citing`: `Tass reported on Monday, |citing`, `The portal, |citing`."""
    text, low = venues.text, _start_of_sentence(venues.text, at)
    for outlet in reversed(venues.within(low, at)):
        if _CITES.fullmatch(text, outlet.span.end, at):
            return Venue(outlet.name, outlet.span, "citing")
    match = _DESCRIBED.search(text, low, at)
    if match is None or not _CITES.fullmatch(text, match.end("who"), at):
        return None
    return _meant(venues, match.span("who"))


def _after(venues: Venues, at: int) -> Venue | None:
    """The outlet after those it cites: `Citing a clerk|, the paper wrote`."""
    text = venues.text
    for outlet in venues.within(at, at + _FAR // 2):
        led = _LED.fullmatch(text, at, outlet.span.start)
        if led and _VERB_NEXT.match(text, outlet.span.end):
            return Venue(outlet.name, outlet.span, "citing")
    match = _THEN_IT.match(text, at)
    if match is None or not _VERB_NEXT.match(text, match.end("who")):
        return None
    return _meant(venues, match.span("who"))


_VERB_NEXT = regex.compile(rf"[”\"'’]?(?:\s(?:has|had|also|later)){{0,2}}\s{_VERB}\b")


def _quoting(venues: Venues, source: Span) -> Venue | None:
    """`the newspaper quoted | a diplomat`, `two clerks with whom Tass spoke`."""
    text = venues.text
    low = max(0, source.start - _FAR // 2)
    match = _QUOTES.search(text, low, source.start)
    if match is not None:
        return _meant(venues, match.span("who"))
    match = _QUOTED_BY.search(text, source.start, source.end + _FAR // 3)
    if match is not None and match.start() > source.end:
        match = None
    if match is not None:
        return _meant(venues, match.span("who"))
    match = _WITH_WHOM.search(text, source.start, source.end + _FAR // 6)
    if match is None or match.start() > source.end:
        return None
    if match["who"] and _SPOKE.match(text, match.end("who")):
        return _meant(venues, match.span("who"))
    for outlet in venues.within(match.end(), match.end() + _FAR // 4):
        if _SPOKE.match(text, outlet.span.end):
            return Venue(outlet.name, outlet.span, "told")
    return None


def _meant(venues: Venues, at: tuple[int, int]) -> Venue | None:
    words = Span.of(venues.text, *at)
    meant = venues.meant(words.text, words.start, told=True)
    return Venue(meant.name, words, "citing") if meant is not None else None
