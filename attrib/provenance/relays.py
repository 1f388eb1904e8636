"""Outlets that report what others say: `Reuters, citing two officials, reported that …`.

What such an outlet reports, the ones it cites have said. The attribution is parted in two: the
outlet's, which stands around, and that of the one it cites. The first becomes a link of the chain
and no record.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence, Set

from attrs import evolve

from attrib.lazily import regex
from attrib.model import Attribution, Cue, Kind, Span
from attrib.outlets.citing import CITES_FIRST, can_tell, may_cite
from attrib.outlets.descriptors import describes_outlet
from attrib.outlets.mentions import OutletMention
from attrib.provenance import cited, digests, relay_frames, trailing
from attrib.provenance.circumstance_patterns import SENTENCE_BREAK

_TELLS = "reported|said|says|wrote|writes|added|states|stated|noted"
_WORD = rf"(?!(?:that|{_TELLS}|and\s(?:that|also|{_TELLS}))\b)[^\s,;:“”\"()]+"
_NOUNS = rf"{_WORD}(?:\s{_WORD}){{0,14}}+"
RELAY = regex.compile(
    rf"""(?x) (?<![^\s,(]) (?P<cue> (?i:citing | quoting | (?:with\s(?:a\s)?)?reference\sto
      | with\sreference\sto | referring\sto | attributing\s(?:it|this|the\s\w+)\sto
      | which\s(?:cited|quoted|cites|quotes|spoke\sto|spoke\swith|interviewed)
      | in\sturn\s(?:citing|quoting)) ) \s
    (?P<source> {_NOUNS}
      (?: ,\s(?:{relay_frames.NAME}|(?:an?|the)\s[^,.;:“”\"]{{3,60}}) (?=,) )? ,?+ )"""
)
"""What an outlet is said to rely on."""
_RELYING = ("citing", "quoting", "reference to", "referring to", "attributing", "which ")
"""One of these is in the cue of all that `RELAY` finds."""
_LONGEST_CUE = 60
_ASIDE = regex.compile(
    r"\s(?:who|which)\s(?:did|does|asked|declined|wished|wanted|spoke|requested|refused|preferred)\b"
    r"|\son\s(?:the\s)?condition\b|\s(?:asking|speaking|declining)\b"
)
"""What a source says of itself: it is no part of who that is."""
_TIME = regex.compile(
    r"\s(?:on|late|early|earlier|this|last)\s(?:\w+\s)?(?:\p{Lu}\w*day|week|month|year)\b.*|\s+as$"
)
_REACH = 260


def part(
    text: str, attributions: Sequence[Attribution], outlets: Sequence[OutletMention]
) -> tuple[list[Attribution], frozenset[int]]:
    """The attributions, relays parted; and the places, in the new order, of those of the outlets.

    >>> text = "AFP, citing an aide, reported that it rained."
    >>> spans = [Span.of(text, *at) for at in ((0, 3), (21, 29), (30, 44))]
    >>> said = Attribution(pattern="p", content=(spans[2],), source=spans[0],
    ...     cue=Cue(span=spans[1]), kind="indirect", confidence=1.0)
    >>> mention = OutletMention(span=spans[0], name="AFP")
    >>> (outlets, aides), around = part(text, [said], [mention])
    >>> outlets.source.text, aides.source.text, aides.cue.span.text, aides.parent, around
    ('AFP', 'an aide', 'citing', 0, frozenset({0}))
    """
    starts = [mention.span.start for mention in outlets]
    given = len(attributions)
    named = [*(outlet.span for outlet in outlets), *_described(text)]
    attributions, misframed = relay_frames.normalized(text, attributions, named)
    attributions, misread = cited.told_apart(text, attributions, outlets)
    misread |= misframed
    attributions, carried = trailing.part(text, attributions, outlets)
    attributions = digests.part(text, attributions, outlets)
    carried |= misread
    formed: set[int] = set()
    parted: list[Attribution] = []
    around: set[int] = set()
    relied = [list(_relied_on(text, one, outlets, starts)) for one in attributions]
    taken = {cue.end for each in relied for cue, _ in each}
    places: dict[int, int] = {}
    outermost: list[int] = []
    for i, attribution in enumerate(attributions):
        outermost.append(len(parted))
        own = attribution if attribution.parent is None else evolve(attribution, parent=None)
        if not relied[i] and own.cue is not None and own.cue.span.end in taken:
            around.add(len(parted))  # what `citing` was thought to cue is the source itself
        for cue, source in relied[i]:
            around.add(len(parted))
            parted.append(_before_relay(own, cue))
            relay = Cue(span=cue, lemma=_lemma(cue.text))
            own = evolve(own, source=source, cue=relay, parent=len(parted) - 1)
            own = _after_relay(text, own, source)
        places[i] = len(parted)
        if i in carried:
            around.add(len(parted))
        parted.append(own)
        if i >= given:
            formed.update(range(outermost[i], len(parted)))
    for at, attribution in zip(outermost, attributions, strict=True):
        if attribution.parent is not None:  # which may come after: “He told me to go,” she said
            parted[at] = evolve(parted[at], parent=places[attribution.parent])
    known = {cue.start for each in relied for cue, _ in each}
    for outlet, unread in _unread(text, outlets, known):
        rest = [i for i in range(len(parted)) if not _misread(parted[i], outlet, unread)]
        if any(_overlaps(unread.content[0], parted[i].content[0]) for i in rest):
            continue
        around |= set(range(len(parted))) - set(rest)
        around.add(len(parted))
        formed.update((len(parted), len(parted) + 1))
        parted += [outlet, evolve(unread, parent=len(parted))]
    _hang_anew(parted)
    return _in_order(parted, around, formed) if formed else (parted, frozenset(around))


def _hang_anew(parted: list[Attribution]) -> None:
    """Put what no longer stands in what is around it, which was cut, into what is around that."""
    for i, one in enumerate(parted):
        parent = one.parent
        while parent is not None and not trailing.holds(parted[parent], one):
            parent = parted[parent].parent
        if parent != one.parent:
            parted[i] = evolve(one, parent=parent)


def _in_order(
    parted: Sequence[Attribution], around: Set[int], formed: Set[int]
) -> tuple[list[Attribution], frozenset[int]]:
    """All in the order of the text, those that were `formed` here put among the others."""
    waiting = sorted(formed, key=lambda i: (_cue_start(parted[i]), i), reverse=True)
    order: list[int] = []
    for i in range(len(parted)):
        if i not in formed:
            while waiting and _cue_start(parted[waiting[-1]]) < _cue_start(parted[i]):
                order.append(waiting.pop())
            order.append(i)
    order += reversed(waiting)
    places = {old: new for new, old in enumerate(order)}
    moved = [
        one if one.parent is None else evolve(one, parent=places[one.parent])
        for one in map(parted.__getitem__, order)
    ]
    return moved, frozenset(places[i] for i in around)


def _cue_start(attribution: Attribution) -> int:
    cue = attribution.cue
    return cue.span.start if cue is not None else attribution.content[0].start


def _misread(attribution: Attribution, outlet: Attribution, relay: Attribution) -> bool:
    """Whether it takes those on whom an outlet relies, or `Earlier`, for what the outlet says."""
    at = relay.cue.span.start if relay.cue else -1
    if attribution.cue is not None and attribution.cue.span.start == at:
        return True
    source = attribution.source
    short = sum(len(span.text) for span in attribution.content) < _SHORTEST
    return (
        short
        and source is not None
        and outlet.source is not None
        and _overlaps(source, outlet.source)
    )


def _before_relay(outlets: Attribution, cue: Span) -> Attribution:
    """The outlet's attribution, its source without what it relies on."""
    source = outlets.source
    if source is None or not source.start < cue.start < source.end:
        return outlets
    words = source.text[: cue.start - source.start].rstrip(" ,(")
    if not words:
        return outlets  # `, citing the mayor, said`: nothing but a mark
    return evolve(outlets, source=Span(source.start, source.start + len(words), words))


def _after_relay(text: str, own: Attribution, source: Span) -> Attribution:
    """The attribution with its content after the words on whom the outlet relies, or before them
    where they end it: `reports that it rained, quoting an aide`."""
    content = own.content[0]
    if not content.start <= source.start < content.end or len(own.content) > 1:
        return own
    rest = text[source.end : content.end]
    comma = text.rfind(", ", content.start, source.start)
    if len(rest) < _SHORTEST and comma - content.start >= _SHORTEST:
        return evolve(own, content=(Span.of(text, content.start, comma),))
    start = content.end - len(rest.lstrip(" ,"))
    return evolve(own, content=(Span.of(text, start, content.end),)) if start < content.end else own


_REPORTS = frozenset(("report", "write", "reveal"))
"""What `it` does that is an outlet."""
_OVERRUN = 80
_LEMMAS = {"quoting": "quote", "quoted": "quote", "quotes": "quote", "to": "refer", "with": "speak"}


def _relied_on(
    text: str,
    attribution: Attribution,
    outlets: Sequence[OutletMention],
    starts: Sequence[int],
) -> Iterator[tuple[Span, Span]]:
    """Cue and source of those whom the outlet that is the source relies on, the nearest first."""
    source, cue = attribution.source, attribution.cue
    if sum(len(span.text) for span in attribution.content) < _SHORTEST:
        return  # `Earlier, Lima TV reported`: no statement
    if source is None or cue is None or _relies(f" {cue.span.text} x", 1) is not None:
        return
    reports = source.text in ("It", "it") and cue.lemma in _REPORTS
    if not reports and not _is_outlet(text, source, outlets, starts):
        return
    opened = _opened(text, source)
    for start, end in ([opened] if opened else []) + _regions(text, attribution):
        at = start
        while (match := _relies(text, at, end)) is not None:
            words = text[match.start("source") : match.end("source")]
            for cut in (_ASIDE.search(words), _TIME.search(words)):
                words = words[: cut.start()] if cut else words
            words = words.rstrip(" ,.")
            at = match.start("source") + max(1, len(words))
            if not words or words.lower() in ("it", "him", "her", "them", "itself"):
                continue
            if not can_tell(words):
                continue  # `citing rising costs`
            first = match.start("source")
            yield (
                Span.of(text, match.start("cue"), match.end("cue")),
                Span.of(text, first, first + len(words)),
            )


def _relies(text: str, start: int, end: int | None = None) -> regex.Match[str] | None:
    """The first relay in a stretch, which few have."""
    low = text[start:end].lower()
    return RELAY.search(text, start, end) if any(word in low for word in _RELYING) else None


# `Lima TV reported on Monday, citing an aide, that it rained`; `As Lima TV wrote, …, it rained`.
def _opened(text: str, source: Span) -> tuple[int, int] | None:
    """Where a sentence opens with those on whom its source relies: `Citing an aide, AFP`."""
    low = max(0, source.start - _REACH)
    start = max(low, text.rfind("\n", low, source.start) + 1)
    for cut in SENTENCE_BREAK.finditer(text, start, source.start + 3):
        start = cut.end() if cut.end() < source.start else start
    match = _RELIES.match(text, start, source.start)
    return (start, source.start) if match is not None else None


_RELIES = regex.compile(rf"{CITES_FIRST}\s[^“”\"]+,\s\Z")
_BETWEEN = regex.compile(
    r"[”\"'’]?(?:,\s(?:in\sturn|for\sits\spart|meanwhile|however),?)?(?P<verb>(?:,?\s(?:also|had|has|later|earlier))*\s(?:report|writ|wrote|said|say|publish|not|stat"
    r"|add|claim|reveal)\w{0,5})?(?:\s(?:on|in|late|earlier|this|last)(?:\s[\w’]+){1,3})?,?\s"
)
_REPORTED_THEN = regex.compile(
    r",?\s(?:also\s)?(?P<verb>report|writ|wrote|said|say|publish|note|stat|add|claim|reveal)\w{0,5}"
    r"(?:\s(?:on|in|late|earlier|this|last)(?:\s[\w’]+){1,3})?,?\s(?P<content>that\s)"
)
_THAT = regex.compile(r",?\s(?P<content>that\s)")
_AS = regex.compile(r"(?:As|According\sto)\s(?:the\s)?(?:[\w-]+\s){0,4}\Z")
_COMMA = regex.compile(r",\s(?P<content>)")
_SURE = 0.6
"""Nothing was learned of such a reading, which form alone makes: rather right than wrong."""


_DESCRIBED = regex.compile(
    r"(?<![\w-])[Ii]t(?=\s(?:has\s|had\s|also\s|later\s|further\s){0,2}(?:report|wr[io]te?s?\b|reveal))"
    r"|\b(?:[Tt]he|[Tt]his)\s(?:[\w’'-]{1,20}\s){0,3}?(?:agency|newspaper|paper|daily|weekly|magazine|broadcaster"
    r"|station|channel|network|outlet|site|website|portal)(?=,\s(?:citing|quoting|with\sref|referring)|\s[^.\n]{0,200}?(?:citing|quoting)\s)"
)


def _described(text: str) -> Iterator[Span]:
    """`The weekly, referring to …`: outlets by what they are, where they rely on somebody."""
    if may_cite(text):
        for match in _DESCRIBED.finditer(text):
            yield Span.of(text, *match.span())


def _unread(
    text: str, outlets: Sequence[OutletMention], known: Set[int]
) -> Iterator[tuple[Attribution, Attribution]]:
    """Relays whose content nothing else has found: the outlet's attribution, and the other's."""
    for span in (*(outlet.span for outlet in outlets), *_described(text)):
        between = _BETWEEN.match(text, span.end)
        if between is None:
            continue
        begun = text[between.end() : between.end() + _LONGEST_CUE].lower()
        if not any(word in begun for word in _RELYING):
            continue
        match = RELAY.match(text, between.end())
        if match is None or match.start("cue") in known:
            continue
        words = match["source"].rstrip(" ,.")
        end = match.start("source") + len(words)
        opened = _AS.search(text, max(0, span.start - 60), span.start)
        if between["verb"]:
            told = _THAT.match(text, end) or (_COMMA.match(text, end) if opened else None)
        else:
            told = _REPORTED_THEN.match(text, end)
        if told is None:
            continue
        start = told.start("content")
        stop = SENTENCE_BREAK.search(text, start, min(len(text), start + _LONGEST))
        content = text[start : stop.start() if stop else min(len(text), start + _LONGEST)]
        content = content.split("\n")[0].rstrip(" .")
        if len(content) < _SHORTEST:
            continue
        said = Span(start, start + len(content), content)
        cue = Cue(span=Span.of(text, *match.span("cue")), lemma=_lemma(match["cue"]))
        kind: Kind = "mixed" if any(mark in content for mark in '“”"„«') else "indirect"
        one = Attribution(
            pattern="verb-source-content",
            content=(said,),
            cue=cue,
            source=Span(match.start("source"), end, words),
            kind=kind,
            confidence=_SURE,
        )
        yield evolve(one, source=span), one


_LONGEST = 400
_SHORTEST = 12


def _overlaps(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _lemma(cue: str) -> str:
    return _LEMMAS.get(cue.lower().split()[-1], "cite")


def _is_outlet(
    text: str, source: Span, outlets: Sequence[OutletMention], starts: Sequence[int]
) -> bool:
    i = bisect_left(starts, source.start)
    for mention in outlets[i : i + 2]:
        if mention.span.end <= source.end and mention.span.start - source.start < _LEADING:
            return True
    return describes_outlet(_PAUSE.split(source.text, maxsplit=1)[0]) is not None


_PAUSE = regex.compile(r",\s")
_LEADING = 40
"""How long the words before the name may be: `the Hebrew-language newspaper`."""


def _regions(text: str, attribution: Attribution) -> list[tuple[int, int]]:
    """Where the sentence of an attribution may tell on whom its source relies."""
    assert attribution.source is not None
    assert attribution.cue is not None
    head = min(attribution.source.start, attribution.cue.span.start)
    tail = max(attribution.source.end, attribution.cue.span.end)
    content = attribution.content
    after = [span.start for span in content if span.start >= tail]
    low = max([0, *(span.end for span in content if span.end <= head)])
    first = min(after, default=tail)
    if after and attribution.kind == "indirect":
        # `which spoke to an aide, it rained`: the content may begin too early.
        stop = SENTENCE_BREAK.search(text, first, min(len(text), first + _OVERRUN))
        first = stop.start() if stop else min(len(text), first + _OVERRUN)
    regions = [(max(head, low), first)]
    last = content[-1].end if content[-1].end > tail else tail
    if after:
        last = content[-1].end if attribution.kind == "direct" else last
    end = min(len(text), last + _REACH)
    stop = SENTENCE_BREAK.search(text, last, end)
    regions.append((last, stop.start() + 1 if stop else end))
    return regions
