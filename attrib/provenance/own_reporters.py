"""The outlet for which somebody reports what he is said to say: `ESPN’s Ana Ruiz reported that`.

What a reporter reports, or a columnist writes, reached readers through the outlet; what he says of
himself did not, so that only the words of reporting tell.
"""

from __future__ import annotations

from attrib.lazily import regex
from attrib.model import Attribution
from attrib.outlets.mentions import OutletMention
from attrib.provenance.venues import Venue, Venues

_REPORTS = regex.compile(
    r"(?i)\b(?:report|reveal|writ|wrote|according|per\b|understand|learn|note|broke)"
)
_ARGUES = regex.compile(r"(?i)\b(?:argu|claim|warn|suggest|ask|believ)")
"""What one in a column does too."""
_SAYS = regex.compile(r"(?i)\b(?:sa(?:id|ys?)|add(?:s|ed)?)\b")
"""What one on air does, or on the spot."""
_TRADE = (
    r"(?:reporters?|correspondents?|journalists?|columnists?|insiders?|analysts?|anchor|host"
    r"|writers?|critics?|commentators?|bloggers?|editor|witness|photographer)"
)
_NAME = r"(?:\p{Lu}[\p{L}\p{M}.’'-]*+\s?){2,4}"
_SMALL = r"(?:(?!(?:of|for|at)\b)[\p{L}-]{2,20}\s){0,3}"
_BEFORE = regex.compile(r"(?:[Tt]he\s|[Aa]n?\s)?\Z")
_THEIRS = regex.compile(
    rf"['’]s?\s(?:{_SMALL}(?P<trade>{_TRADE}),?\s)?{_NAME}|\s{_SMALL}(?P<trade>{_TRADE})\b"
)
"""After an outlet's name: `’s |Ana Ruiz`, `’s political editor, |Ana Ruiz`, ` correspondent`."""
_OF = regex.compile(
    rf"(?:{_NAME}|[Aa]n?\s)(?:,\s(?:an?|the)\s)?(?:{_SMALL}(?P<trade>{_TRADE})\s)?"
    r"(?:of|from|for|at|with)\s(?:the\s)?"
)
"""Before it: `Ana Ruiz of |`, `Ana Ruiz, a reporter for |`."""
_BESIDE = regex.compile(rf",\s(?:an?|the)\s{_SMALL}{_TRADE}\s(?:for|at|with|from|of)\s")
"""After a source: `according to Ana Ruiz|, a reporter for |`."""
_ON_AIR = frozenset(("correspondent", "correspondents", "witness"))
_IN_PRINT = frozenset("columnist columnists critic critics commentator".split())
_POSTED = regex.compile(
    r"(?:\s(?:in\sa\s\w+|on|via)){1,2}\s(?:X|Twitter|Instagram|social|Facebook|TikTok)\b"
)


def find(venues: Venues, attribution: Attribution) -> Venue | None:
    """The outlet for which a source reports.

    >>> from attrib.model import Cue, Span
    >>> text = "Tass’s Ana Ruiz reported that it rained."
    >>> spans = [Span.of(text, *at) for at in ((0, 15), (16, 24), (25, 39))]
    >>> said = Attribution(pattern="p", source=spans[0], cue=Cue(span=spans[1]),
    ...     content=(spans[2],), kind="indirect", confidence=1.0)
    >>> mention = OutletMention(span=Span.of(text, 0, 4), name="Tass")
    >>> find(Venues(text, None, [mention]), said).name
    'Tass'
    """
    source, cue = attribution.source, attribution.cue
    if source is None or cue is None or not venues.mentions:
        return None
    reports = _REPORTS.search(cue.span.text) is not None
    says = _SAYS.search(cue.span.text) is not None
    if not (reports or says or _ARGUES.search(cue.span.text)):
        return None
    if venues.text.startswith(" to ", cue.span.end):
        return None  # `wrote | to the council that`
    for outlet in venues.within(source.start, source.end):
        trade = _trade(venues.text, outlet, source.start, source.end)
        if trade is None:
            continue
        there = says and _is_there(venues.text, attribution)
        if not (reports or there or trade in (_ON_AIR if says else _IN_PRINT)):
            continue
        if _POSTED.match(venues.text, cue.span.end):
            return None
        return Venue(outlet.name, outlet.span, "reported")
    beside = _BESIDE.match(venues.text, source.end) if reports else None
    after = venues.within(beside.end(), beside.end() + 5) if beside is not None else ()
    return Venue(after[0].name, after[0].span, "reported") if after else None


def _is_there(text: str, attribution: Attribution) -> bool:
    """Whether a source speaks `reporting from Lima`."""
    source = attribution.source
    if source is None:
        return False
    begins = max(text.rfind("\n", 0, source.start), source.start - _NEAR)
    return text.find("eporting from ", max(0, begins), source.end + _NEAR) >= 0


_NEAR = 50


def _trade(text: str, outlet: OutletMention, start: int, end: int) -> str | None:
    """What a source between two offsets is at an outlet, "" for a name alone; None for none."""
    after = _THEIRS.match(text, outlet.span.end, end)
    if after is not None and _BEFORE.match(text, start, outlet.span.start):
        return after["trade"] or ""
    before = _OF.fullmatch(text, start, outlet.span.start)
    return None if before is None else before["trade"] or ""
