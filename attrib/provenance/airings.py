"""Outlets and programmes that a content takes in, and that only tell where it was said.

`said the plan was dead on Sunday’s “Gil Marrow Show.”`, `explained it to the Daily Mail: “…”`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from attrs import evolve

from attrib.lazily import regex
from attrib.model import Attribution, Span
from attrib.outlets.mentions import OutletMention

_SHOWN = regex.compile(
    r"\son\s(?:the\s)?(?P<whose>[^“”\"\n]{0,40}?)[“\"](?P<name>\p{Lu}[^“”\"\n]{1,40}?)[.,]?[”\"]\.?\Z"
)
_ON_A_DAY = regex.compile(
    r"\p{Lu}\p{Ll}{2,5}day(?:\s(?:night|morning|evening))?['’]s\s(?:edition\sof\s)?"
)
_OF_OUTLET = regex.compile(r"[^“”\"]{2,36}['’]s?\s")
_ALL_THERE = regex.compile(
    r"(?i)\b(?:appear|air|saw|see|watch|hear|sp[eo]a?k|talk|guest|interview|host|debut|broadcast"
    r"|announc|sing|perform|star|work|job|spot|episode|sketch|skit|segment|told|tell|sa[iy]|made"
    r"|make|claim|remark|comment|statement|debat|be|was|were|been|go|went|c[ao]me)\w*[^,;.]{0,40}\Z"
)
"""What is done on a programme: `said he would |speak on Sunday’s “Gil Marrow Show”`."""
_TO_A_PAPER = regex.compile(
    r"(?P<what>[^“”\"\n:.;]{2,90}?)\sto\s(?P<to>[^“”\"\n:.;,]{3,60}):\s(?=[“\"])"
)
_SORT = regex.compile(r"(?:(?:the|an?)\s)?(?:[\w’'-]{1,20}\s){0,3}\Z")
_MAKES_PLAIN = frozenset("explain defend put describe justify break outline lay spell".split())


def trimmed(text: str, attribution: Attribution, outlets: Sequence[OutletMention]) -> Attribution:
    """What was said, without the programme it was said on and the paper it was said to.

    >>> from attrib.model import Cue
    >>> text = "Ruiz put it this way to the Lima Post: “It rains.”"
    >>> spans = [Span.of(text, *at) for at in ((0, 4), (5, 8), (9, 50), (28, 37))]
    >>> put = Attribution(pattern="p", content=(spans[2],), source=spans[0],
    ...     cue=Cue(span=spans[1], lemma="put"), kind="mixed", confidence=1.0)
    >>> trimmed(text, put, [OutletMention(span=spans[3], name="Lima Post")]).content[0].text
    '“It rains.”'
    """
    last, cue = attribution.content[-1], attribution.cue
    if last is not attribution.content[0] and _AIRED.match(attribution.content[0].text):
        attribution = _without_opening(text, attribution)
    attribution = _without_named(text, attribution, outlets)
    if attribution.kind != "mixed" or cue is None or last.start < cue.span.end:
        return attribution
    if cue.lemma in _MAKES_PLAIN and (told := _without_paper(text, attribution, outlets)):
        return told
    shown = _SHOWN.search(text, max(last.start, last.end - _LONGEST), last.end)
    return attribution if shown is None else _without_show(text, attribution, shown, outlets)


def _without_paper(
    text: str, attribution: Attribution, outlets: Sequence[OutletMention]
) -> Attribution | None:
    """What was said to a paper, where the content begins with what that was about."""
    last, cue = attribution.content[-1], attribution.cue
    told = _TO_A_PAPER.match(text, last.start, last.end)
    if told is None or cue is None or not 0 <= last.start - cue.span.end <= _ADVERB:
        return None
    outlet = _outlet_in(outlets, *told.span("to"))
    if outlet is None or not _SORT.fullmatch(text, told.start("to"), outlet.span.start):
        return None
    quoted = Span.of(text, told.end(), last.end)
    return evolve(attribution, content=(*attribution.content[:-1], quoted), kind="direct")


def _without_opening(text: str, attribution: Attribution) -> Attribution:
    """What was said, without the programme that the sentence opens with: `On Fox’s “Hannity,”`."""
    first, *rest = attribution.content
    if _ON_AIR.search(text, max(0, first.start - _LONGEST), first.start) is None:
        return attribution
    quotes = any(mark in span.text for span in rest for mark in '“"')
    return evolve(attribution, content=tuple(rest), kind="mixed" if quotes else "indirect")


def _without_named(
    text: str, attribution: Attribution, outlets: Sequence[OutletMention]
) -> Attribution:
    """What was said, without the programme named after its sort: `on her podcast, |“Mud,” that`."""
    first, *rest = attribution.content
    named = _NAMED.match(text, first.start, first.end)
    if named is None or _outlet_in(outlets, *named.span("name")) is None:
        return attribution
    said = (Span.of(text, named.end("show"), first.end), *rest)
    quotes = any(mark in span.text for span in said for mark in '“"')
    return evolve(attribution, content=said, kind="mixed" if quotes else "indirect")


_NAMED = regex.compile(r"(?P<show>[“\"](?P<name>[^“”\"\n]{2,50}?)[,.]?[”\"],?\s)(?=that\s)")
_AIRED = regex.compile(r"[“\"]\p{Lu}[^“”\"\n]{1,40},[”\"]\Z")
_ON_AIR = regex.compile(r"\b[Oo]n\s(?:the\s)?(?:\p{Lu}[\w.-]*\s){0,3}\p{Lu}[\w.-]*[’']s?\s\Z")


def _without_show(
    text: str,
    attribution: Attribution,
    shown: regex.Match[str],
    outlets: Sequence[OutletMention],
) -> Attribution:
    last = attribution.content[-1]
    whose, start = shown["whose"], shown.start()
    known = _outlet_in(outlets, *shown.span("name"))
    told = known is not None and known.programme and not whose
    told = told or _ON_A_DAY.fullmatch(whose) is not None
    told = told or (
        _OF_OUTLET.fullmatch(whose) is not None
        and _outlet_in(outlets, *shown.span("whose")) is not None
    )
    if not told or start - last.start < _SHORTEST or _ALL_THERE.search(text, last.start, start):
        return attribution
    said = Span.of(text, last.start, start)
    quotes = any(mark in span.text for span in (*attribution.content[:-1], said) for mark in '“"')
    kind = attribution.kind if quotes else "indirect"
    return evolve(attribution, content=(*attribution.content[:-1], said), kind=kind)


def _outlet_in(outlets: Sequence[OutletMention], start: int, end: int) -> OutletMention | None:
    at = bisect_left(outlets, start, key=lambda each: each.span.start)
    return outlets[at] if at < len(outlets) and outlets[at].span.end <= end else None


_LONGEST = 90
_SHORTEST = 12
_ADVERB = 12
"""`broke down exactly | what was wrong`."""
