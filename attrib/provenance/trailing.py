"""Outlets that a sentence names before or after what was said, and that are no part of it.

`Ruiz told reporters that it rained, Vesper informs`: she said that it rained, and no more; Vesper
stands around it. `The minister told the network it was over`: the network was told, and is no
content.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from attrs import evolve

from attrib.lazily import regex
from attrib.model import Attribution, Cue, Kind, Span
from attrib.outlets.mentions import OutletMention
from attrib.provenance import airings
from attrib.provenance.circumstance_patterns import SENTENCE_BREAK

_VERB = (
    r"(?:inform|transmit|report|writ|note|add|announc)(?:s|es|ed)|wrote|sa(?:id|ys)|has\slearned"
)
_BEFORE = regex.compile(
    rf"(?P<comma>,[”\"’]?|[”\"’],?)\s(?:(?P<verb>{_VERB})\s)?(?:(?:the|an?)\s)?"
    r"(?:(?:[\p{Ll}’-]+|\p{Lu}\p{L}+(?:ian|ish|ese|ch|an|i)|\p{Lu}\p{L}+[’']s)\s){0,3}[“\"]?\Z"
)
"""Before the name: the comma that ends what was said, and words for what sort of outlet it is."""
_AFTER = regex.compile(
    rf"[”\"]?(?:\snews(?:\sagency)?)?\s(?P<verb>{_VERB})(?:\s(?:on|late|early|earlier|this|last|today|yesterday|also)(?:\s\w+)?"
    r"|\s\p{Lu}\w+day)?"
)
_RELIES = regex.compile(
    r",?\s(?:citing|quoting|with\sreference\sto|referring\sto)\s"
    r"(?:(?!,\sthat\b)[^.;:“”\"\n]){3,120}(?<!\s)"
)
_STOP = regex.compile(r"[.]?(?=\s|\Z)")
_NEAR = 70
"""How far the comma stands before the outlet's name."""
_LONGEST = 600
"""A sentence is not looked through further back than this."""


class _Tail(NamedTuple):
    """`, Vesper reports with reference to the ministry`: what follows the words of others."""

    first: int
    """Where the sentence begins."""
    start: int
    """Where the comma stands that ends what was said."""
    end: int
    outlet: OutletMention
    cue: Span
    relies: bool
    """Whether it says on whom the outlet relies."""


def part(
    text: str, attributions: Sequence[Attribution], outlets: Sequence[OutletMention]
) -> tuple[list[Attribution], frozenset[int]]:
    """The attributions without the outlets around them; and the places of those that only carry.

    >>> text = "Ruiz told us that it rained, Vesper informs."
    >>> spans = [Span.of(text, *at) for at in ((0, 4), (5, 9), (13, 43), (29, 35))]
    >>> told = Attribution(pattern="p", content=(spans[2],), source=spans[0],
    ...     cue=Cue(span=spans[1]), kind="indirect", confidence=1.0)
    >>> (inner, outer), around = part(text, [told], [OutletMention(span=spans[3], name="Vesper")])
    >>> inner.content[0].text, outer.source.text, inner.parent, around
    ('that it rained', 'Vesper', 1, frozenset({1}))
    """
    parted = [
        _without_hearer(
            text, airings.trimmed(text, _trimmed(text, _without_auxiliary(each)), outlets), outlets
        )
        for each in attributions
    ]
    around: set[int] = set()
    starts = sorted((each.content[0].start, i) for i, each in enumerate(parted))
    for tail in _tails(text, outlets):
        low = bisect_left(starts, (tail.first, -1))
        high = bisect_left(starts, (tail.end, -1), low)
        here = [i for _, i in starts[low:high]]
        _carry(text, parted, around, here, tail)
    return parted, frozenset(around)


def _tails(text: str, outlets: Sequence[OutletMention]) -> Iterator[_Tail]:
    for outlet in outlets:
        start, end = outlet.span.start, outlet.span.end
        before = _BEFORE.search(text, max(0, start - _NEAR), start)
        if before is None:
            continue
        if before["verb"]:
            cue = Span.of(text, *before.span("verb"))
        else:
            after = _AFTER.match(text, end)
            if after is None:
                continue
            cue, end = Span.of(text, *after.span("verb")), after.end()
        if (told := _RELIES.match(text, end)) is not None:
            end = told.end()
        stop = _STOP.match(text, end)
        told_more = before["verb"] and text.startswith(", which ", end)
        ends = stop is not None and (stop.end() > end or text[end : end + 1] in ("\n", ""))
        if not (ends or told_more):
            continue
        low = max(0, text.rfind("\n", 0, start) + 1, start - _LONGEST)
        first = low
        for cut in SENTENCE_BREAK.finditer(text, low, before.start()):
            first = cut.end()
        yield _Tail(
            first,
            before.end("comma") - len(before["comma"].lstrip('”"’')),
            end,
            outlet,
            cue,
            told is not None,
        )


def _carry(
    text: str, parted: list[Attribution], around: set[int], here: Sequence[int], tail: _Tail
) -> None:
    """Let a tail's outlet stand around what its sentence says, and relieve that of the tail."""
    outer: int | None = None
    inner: list[int] = []
    for i in here:
        each = parted[i]
        cue = each.cue.span if each.cue is not None else None
        source = each.source
        if cue is not None and tail.start <= cue.start < tail.end:
            if each.content[0].start >= tail.start:
                around.add(i)  # `with reference to | sources`: those on whom the outlet relies
            elif (
                source is not None
                and source.start < tail.outlet.span.end
                and tail.start < source.end
            ):
                outer = i
        elif (
            cue is not None
            and tail.first <= cue.start < tail.start
            # `“It rained,” Ruiz said, the Echo reported.`
            and (each.kind != "direct" or each.content[-1].end <= cue.start)
        ):
            inner.append(i)
    speaks = [i for i in inner if parted[i].source is not None]
    if outer is None and not speaks and not tail.relies and not _SURELY.match(tail.cue.text):
        return
    said = text[tail.first : tail.start].rstrip(" ,")
    if len(said) < _SHORTEST:
        return
    span = Span(tail.first, tail.first + len(said), said)
    kind: Kind = "mixed" if any(mark in said for mark in '“”"„«') else "indirect"
    if outer is None:
        outer = len(parted)
        parted.append(
            Attribution(
                pattern="content-source-verb",
                content=(span,),
                cue=Cue(span=tail.cue, lemma="report"),
                source=tail.outlet.span,
                kind=kind,
                confidence=_SURE,
            )
        )
        if speaks and not tail.relies:
            around.add(outer)  # else `relays` parts it from those on whom it relies
    elif (own := parted[outer].source) is not None and own.start >= tail.outlet.span.start:
        parted[outer] = evolve(parted[outer], source=tail.outlet.span)
    if _stands_in_one(parted, outer, inner):
        parted[outer] = evolve(parted[outer], parent=None)  # it stands around them
    for i in inner:
        parted[i] = _relieved(text, parted[i], tail, outer)
    told = [parted[i] for i in inner if parted[i].parent == outer]
    if not all(holds(parted[outer], each) for each in told):
        # `Ruiz said it rained in the U.S. | Capitol, Vesper informs`: the outlet informs of all.
        parted[outer] = evolve(parted[outer], content=(span,), kind=kind)


def holds(outer: Attribution, inner: Attribution) -> bool:
    """Whether what somebody says stands in what another says."""
    first, last = outer.content[0].start, outer.content[-1].end
    return first <= inner.content[0].start and inner.content[-1].end <= last


def _stands_in_one(parted: Sequence[Attribution], at: int, others: Sequence[int]) -> bool:
    """Whether one of the others is around the attribution at a place, however far."""
    around = parted[at].parent
    while around is not None and around not in others:
        around = parted[around].parent
    return around is not None


def _relieved(text: str, inner: Attribution, tail: _Tail, outer: int) -> Attribution:
    """What stands before a tail, without the tail, and within what the outlet reports."""
    content = [
        span if span.end <= tail.start else Span.of(text, span.start, tail.start)
        for span in inner.content
        if span.start < tail.start
    ]
    if not content:
        return inner
    parent = outer if inner.parent is None else inner.parent
    return evolve(inner, content=tuple(content), parent=parent)


_AUXILIARY = regex.compile(
    r"\s(?:had|has|have)(?:\s(?:on|in|earlier|also|already|last|late)\b[^,]*)?\Z"
)


def _without_auxiliary(attribution: Attribution) -> Attribution:
    """`The Riverton Courier | had on Sunday reported`: the verb is no part of who said it."""
    source, cue = attribution.source, attribution.cue
    if source is not None and source.text in ("It", "it") and cue is not None:
        # `It is worth mentioning that`: nobody said so.
        return evolve(attribution, source=None) if " worth " in cue.span.text else attribution
    cut = _AUXILIARY.search(source.text) if source is not None else None
    if source is None or cut is None or cut.start() == 0:
        return attribution
    end = source.start + cut.start()
    return evolve(attribution, source=Span(source.start, end, source.text[: cut.start()]))


_CARRIER = regex.compile(r"(?:as\s)?(?:quoted|cited|reported|carried|published)\sby\s[^,.;]{2,60}")
_SETTING = regex.compile(r"\p{Lu}\p{Ll}+ing\s[^“”„\"]{3,80}")
_ON_WHAT = regex.compile(
    r"(?:(?:on|in|to|at|via|from|during|through|with)\s)?[^“”„\"«:]{1,60}:\s(?=(?P<mark>[“„\"«]))"
)
_CLOSING = {"“": '”"', "„": '“”"»', '"': '"', "«": "»"}


def _trimmed(text: str, attribution: Attribution) -> Attribution:
    """What was said, without the words beside a quotation that only tell how it was said.

    `as quoted by Bloomberg` after the tag, `Reacting to the remarks,` before it, and the medium of
    `reacted on | Facebook: “…”`.
    """
    first, last = attribution.content[0], attribution.content[-1]
    if (comma := _as_said(text, attribution)) is not None:
        end = first.end if first.end > comma else comma
        return evolve(attribution, content=(Span.of(text, comma, end), *attribution.content[1:]))
    if first is not last:
        if _CARRIER.fullmatch(last.text):
            return evolve(attribution, content=attribution.content[:-1])
        if last.text[:1] in _CLOSING and _SETTING.fullmatch(first.text):
            return evolve(attribution, content=attribution.content[1:], kind="direct")
        return attribution
    cue = attribution.cue
    if attribution.kind != "mixed" or cue is None or not 0 <= first.start - cue.span.end <= 2:
        return attribution
    medium = _ON_WHAT.match(text, first.start, first.end)
    if medium is None or not cue.span.text.endswith(_PREPOSITIONS):
        return attribution
    if first.text[-1] not in _CLOSING[medium["mark"]]:
        return attribution
    return evolve(attribution, content=(Span.of(text, medium.end(), first.end),), kind="direct")


_PLACE = regex.compile(r"(?:on|in|at|during|to|for)\s[^,“”\"]{3,60},\s")


def _as_said(text: str, attribution: Attribution) -> int | None:
    """Where the content begins after `As Ruiz said | on the sidelines of the fair, | it leaks`."""
    source, cue, first = attribution.source, attribution.cue, attribution.content[0]
    if source is None or cue is None or not 0 <= first.start - cue.span.end <= 2:
        return None
    if not text.endswith(("As ", "As the "), 0, source.start) and source.text[:3] != "As ":
        return None
    place = _PLACE.match(text, first.start, first.end)
    return place.end() if place is not None and place.end() < first.end else None


_PREPOSITIONS = (" on", " in", " to", " at", " via", " through", " with")


_HEARD = regex.compile(
    r"(?:the|this|that|our)\s(?:[\w’'-]{1,20}\s){0,3}?(?:agency|newswire|newspaper|paper|daily|weekly"
    r"|magazine|broadcaster|station|channel|network|outlet|site|website|portal)(?!\s(?:of|for)\b)(?![’'\w-])"
)
_DESCRIBED = regex.compile(r"(?:(?:the|an?)\s)?(?:[\w’'-]{1,20}\s){0,4}[“\"]?\Z")
_CLAUSE = regex.compile(
    r"[”\"]?(?:\s(?:on|late|earlier|this|last)\s\w+)?(?P<comma>,)?\s(?=(?P<that>that|it|he|she|they"
    r"|there|the|his|her|its|their|no|an?|we|I)?\b)"
)
_TELLS = frozenset("tell inform remind assure".split())


def _without_hearer(
    text: str, attribution: Attribution, outlets: Sequence[OutletMention]
) -> Attribution:
    """What was said without the outlet it was said to: `told | the network | it was over`."""
    cue, content = attribution.cue, attribution.content[0]
    if cue is None or not 0 <= content.start - cue.span.end <= 2 or attribution.kind == "direct":
        return attribution
    to_it = cue.span.text.endswith((" for", " to", " on", " with", " in"))
    if not to_it and cue.lemma not in _TELLS:
        return attribution
    end = _hearer_end(text, content, outlets)
    if end == content.end and attribution.source is not None:
        return _said_before(text, attribution)
    clause = _CLAUSE.match(text, end) if end is not None else None
    if clause is None or not (clause["that"] or clause["comma"]):
        return attribution
    start, stop = clause.end(), content.end
    if clause["comma"]:
        cut = SENTENCE_BREAK.search(text, start, start + _LONGEST)
        stop = max(stop, cut.start() if cut else min(len(text), start + _LONGEST))
    if stop - start < _SHORTEST:
        return attribution
    return evolve(attribution, content=(Span.of(text, start, stop), *attribution.content[1:]))


def _said_before(text: str, attribution: Attribution) -> Attribution:
    """`The plant will close, two clerks told | the newspaper.`: what stands before was said."""
    source = attribution.source
    if source is None or text[source.start - 2 : source.start] != ", ":
        return attribution
    low = max(0, text.rfind("\n", 0, source.start) + 1, source.start - _LONGEST)
    for cut in SENTENCE_BREAK.finditer(text, low, source.start - 2):
        low = cut.end()
    if source.start - 2 - low < _SHORTEST or any(
        mark in text[low : source.start] for mark in '“”„"'
    ):
        return attribution
    content = (Span.of(text, low, source.start - 2),)
    return evolve(attribution, content=content, pattern="content-source-verb")


def _hearer_end(text: str, content: Span, outlets: Sequence[OutletMention]) -> int | None:
    """Where the words for an outlet end that a content begins with."""
    at = bisect_left(outlets, content.start, key=lambda each: each.span.start)
    if at < len(outlets):
        span = outlets[at].span
        if span.start < content.end and _DESCRIBED.fullmatch(text, content.start, span.start):
            return span.end
    heard = _HEARD.match(text, content.start, content.end)
    return heard.end() if heard is not None else None


_SURELY = regex.compile(r"(?:inform|transmit|report)(?:s|ed)\Z|writes\Z|wrote\Z")
"""Agencies' words at a sentence's end: what stands before them is theirs."""
_SHORTEST = 12
_SURE = 0.6
"""Nothing was learned of such a reading, which form alone makes: rather right than wrong."""
