"""Those whom an outlet cites or spoke with, where the outlet's name was read as the source.

`Three diplomats with whom Politico spoke said so`, `A study cited by EFE maintains it`, `“No,”
Interfax quoted him as saying`: the diplomats, the study and he said it; whom the outlet's sentence
names as its source is told here, and `carriers` find the outlet beside it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from attrs import evolve

from attrib.lazily import regex
from attrib.model import Attribution, Cue, Span
from attrib.outlets.mentions import OutletMention
from attrib.provenance.circumstance_patterns import SENTENCE_BREAK

_REACH = 200
_NP = (
    r"(?:(?:But|And|Yet|So|Still|While|Though|Now|Then),?\s)?"
    r"(?P<np>(?:(?:An?|The|One|Two|Three|Four|Five|Six|Several|Some|Many|Both|His|Her|Its|Their"
    r"|Another|Other)\s)?(?!that\b)[\p{L}\d][^,.;:“”\"()\n]{1,100}?(?:,\s(?:an?|the)\s[^,.;:“”\"()\n]{3,60},)?)"
)
_OUTLET = r"(?:(?:the|an?|this|that)\s)?(?:[\p{L}\d’'-]{1,20}\s){0,4}"
_WITH_WHOM = regex.compile(rf"{_NP},?\s(?:with|to|by)\swhom\s{_OUTLET}\Z")
"""Before an outlet's name: `Three diplomats with whom`."""
_CITED_BY = regex.compile(
    rf"{_NP},?\s(?:cited|quoted|obtained|seen|reviewed|interviewed|contacted|reached|consulted"
    rf"|published|released|carried|approached)\sby\s{_OUTLET}\Z"
)
"""Before an outlet's name: `A study cited by the Spanish agency`."""
_TENSED = regex.compile(r"\b(?:is|are|was|were|has|have|had|will|would|said|says|that|who|which)\b")
_QUOTED_ONE = regex.compile(
    r"\s(?P<who>him|her|them|it)\s(?P<cue>as\s(?P<verb>saying|telling|writing|adding|stating|asking"
    r"|warning|explaining|insisting|noting|declaring|claiming|replying))\b"
)
"""After `Interfax quoted`: the one who said it."""
_WHO_SAID = regex.compile(
    r"(?P<np>(?:(?:an?|the|one|two|three|four|five|several|some|its|his|her|their)\s)?[\p{L}\d]"
    r"[^,.;:“”\"()\n]{2,100}?),?\s(?:who|which)\s(?P<cue>(?:has\s|have\s|had\s|also\s)*(?P<verb>said|says"
    r"|say|told|claimed|claim|claims|insisted|stated|confirmed|alleged|believe|believed|warned))\s"
    r"(?:it\s|them\s|the\s(?:paper|newspaper|agency|channel|outlet|website|magazine)\s)?(?=\S)"
)
"""What an outlet `cited` or `quoted`, up to what they said: `sources in the party who said |`."""
_CITES = frozenset(("cite", "quote"))
_VERBS = {
    "saying": "say",
    "telling": "tell",
    "writing": "write",
    "adding": "add",
    "stating": "state",
    "asking": "ask",
    "warning": "warn",
    "explaining": "explain",
    "insisting": "insist",
    "noting": "note",
    "declaring": "declare",
    "claiming": "claim",
    "replying": "reply",
    "said": "say",
    "says": "say",
    "told": "tell",
    "claimed": "claim",
    "claims": "claim",
    "insisted": "insist",
    "stated": "state",
    "confirmed": "confirm",
    "alleged": "allege",
    "believed": "believe",
    "warned": "warn",
}


def told_apart(
    text: str, attributions: Sequence[Attribution], outlets: Sequence[OutletMention]
) -> tuple[list[Attribution], frozenset[int]]:
    """The attributions with such sources told; and the places of what was misread within them.

    >>> text = "Two aides with whom Politico spoke said it rained."
    >>> spans = [Span.of(text, *at) for at in ((20, 28), (29, 39), (40, 49))]
    >>> said = Attribution(pattern="p", content=(spans[2],), source=spans[0],
    ...     cue=Cue(span=spans[1]), kind="indirect", confidence=1.0)
    >>> mention = OutletMention(span=spans[0], name="Politico")
    >>> (found,), hidden = told_apart(text, [said], [mention])
    >>> found.source.text, found.cue.span.text
    ('Two aides', 'said')
    """
    if not outlets:
        return list(attributions), frozenset()
    named = [outlet.span for outlet in outlets]
    told: list[Attribution] = []
    opened: list[tuple[int, Span]] = []
    beside: list[tuple[int, Span]] = []
    for i, one in enumerate(attributions):
        near = _near(one, named)
        parted = _who_said(text, one, near)
        if parted is not None:
            opened.append((i, one.content[0]))
        before = _before_outlet(text, one, near) if parted is None else None
        if before is not None and before.source is not None and one.source is not None:
            beside.append((i, Span.of(text, before.source.end, one.source.end)))
        told.append(parted or before or _apart(text, _quoted_one(text, one, near), near))
    hidden = {
        i
        for at, span in opened
        for i in range(max(0, at - _AROUND), min(len(told), at + _AROUND))
        if i != at and _is_misread(told[i], told[at], span)
    }
    hidden |= {
        i
        for at, words in beside
        for i in range(max(0, at - _AROUND), min(len(told), at + _AROUND))
        if (cue := told[i].cue) is not None and words.start <= cue.span.start < words.end
    }
    return told, frozenset(hidden)


_AROUND = 12
"""Attributions before and after one that its sentence may have as well."""


def _near(one: Attribution, named: Sequence[Span]) -> Sequence[Span]:
    """The outlets named in the source of an attribution."""
    if one.source is None:
        return ()
    first = bisect_left(named, one.source.start, key=lambda each: each.start)
    return named[first : bisect_left(named, one.source.end, first, key=lambda each: each.start)]


def _is_misread(each: Attribution, told: Attribution, around: Span) -> bool:
    """Whether it reads `who said` of those who are cited as something else's cue or source."""
    assert told.cue is not None
    verb = told.cue.span
    if each.cue is not None and each.cue.span.start < verb.end and verb.start < each.cue.span.end:
        return True
    source = each.source
    return source is not None and around.start <= source.start < verb.end <= source.end


def _names_outlet(source: Span, named: Sequence[Span]) -> Span | None:
    """The outlet that a source ends with, whatever is said of it before."""
    return next(
        (span for span in named if source.start <= span.start and span.end == source.end), None
    )


def _before_outlet(text: str, one: Attribution, named: Sequence[Span]) -> Attribution | None:
    """The attribution with those as its source who stand before `with whom Politico spoke`."""
    source, cue = one.source, one.cue
    if source is None or cue is None or cue.span.start < source.end:
        return None
    outlet = _names_outlet(source, named)
    if outlet is None or one.content[0].start < cue.span.end:
        return None
    low = max(0, text.rfind("\n", 0, outlet.start) + 1, outlet.start - _REACH)
    for cut in SENTENCE_BREAK.finditer(text, low, outlet.start):
        low = cut.end()
    words = cue.span.text.split(" ")
    spoke = words[0] in ("spoke", "talked") and len(words) > 1
    match = (_WITH_WHOM if spoke else _CITED_BY).fullmatch(text, low, outlet.start)
    if match is None or _TENSED.search(match["np"]):
        return None
    if spoke:
        start = cue.span.end - len(words[-1])
        cue = evolve(cue, span=Span.of(text, start, cue.span.end))
    return evolve(one, source=Span.of(text, *match.span("np")), cue=cue)


def _quoted_one(text: str, one: Attribution, named: Sequence[Span]) -> Attribution:
    """The attribution with `him` as its source, where Interfax quoted him as saying it."""
    source, cue = one.source, one.cue
    if source is None or cue is None or cue.lemma not in _CITES:
        return one
    match = _QUOTED_ONE.match(text, cue.span.end)
    if match is None or _names_outlet(source, named) is None:
        return one
    verb = match["verb"]
    told = evolve(cue, span=Span.of(text, *match.span("verb")), lemma=_VERBS[verb])
    return evolve(one, source=Span.of(text, *match.span("who")), cue=told)


def _apart(text: str, one: Attribution, named: Sequence[Span]) -> Attribution:
    """The source without the outlet it told something, `told | AFP the minister`, and an outlet
    without what is told of it beside: `reports the Mirror|, which puts it higher`."""
    source, cue = one.source, one.cue
    if source is None or cue is None or not 0 <= source.start - cue.span.end <= 1:
        return one
    outlet = next((each for each in named if source.start <= each.start < source.end), None)
    if outlet is None or not _SORT.fullmatch(text, source.start, outlet.start):
        return one
    if text.startswith((", which ", ", who "), outlet.end) and outlet.end < source.end:
        return evolve(one, source=Span.of(text, source.start, outlet.end))
    told = cue.span.text.endswith(_TO_OUTLET)
    rest = _AND_SOURCE.match(text, outlet.end, source.end) if told else None
    return evolve(one, source=Span.of(text, rest.end(), source.end)) if rest is not None else one


_SORT = regex.compile(r"(?:to\s|for\s)?(?:(?:the|an?)\s)?(?:[\w’'-]{1,20}\s){0,3}")
_TO_OUTLET = (
    "told",
    "tells",
    "assured",
    "informed",
    " to",
    " for",
    "declared",
    "affirmed",
    "stated",
)
_AND_SOURCE = regex.compile(r"[”\"]?,?\s(?=(?:the|an?|his|her|its|one|\p{Lu}\p{Ll}+)\s)")


def _who_said(text: str, one: Attribution, named: Sequence[Span]) -> Attribution | None:
    """`cited | sources in the party who said it rained`: what those said."""
    source, cue, content = one.source, one.cue, one.content[0]
    if source is None or cue is None or cue.lemma not in _CITES or len(one.content) > 1:
        return None
    if not 0 <= content.start - cue.span.end <= 1 or _names_outlet(source, named) is None:
        return None
    match = _WHO_SAID.match(text, content.start, content.end)
    if match is None or _TENSED.search(match["np"]):
        return None
    told = Cue(
        span=Span.of(text, *match.span("cue")),
        lemma=_VERBS.get(match["verb"], match["verb"]),
    )
    return evolve(
        one,
        source=Span.of(text, *match.span("np")),
        cue=told,
        content=(Span.of(text, match.end(), content.end),),
        pattern="source-verb-content",
    )
