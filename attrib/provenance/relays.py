"""Outlets that report what others say: `Reuters, citing two officials, reported that …`.

What such an outlet reports, the ones it cites have said. The attribution is parted in two: the
outlet's, which stands around, and that of the one it cites. The first becomes a link of the chain
and no record.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

import regex
from attrs import evolve

from attrib.model import Attribution, Cue, Span
from attrib.outlets.descriptors import describes_outlet
from attrib.outlets.mentions import OutletMention
from attrib.provenance.circumstance_patterns import SENTENCE_BREAK

_NAME = (
    r"\p{Lu}[\p{L}\p{M}.’'-]*+(?:\s(?:(?:bin|al|de|van|von|der)\s)?\p{Lu}[\p{L}\p{M}.’'-]*+){0,4}"
)
_WORD = (
    r"(?!(?:that|and|reported|said|says|wrote|writes|added|states|stated|noted)\b)[^\s,;:“”\"()]+"
)
_NOUNS = rf"{_WORD}(?:\s{_WORD}){{0,14}}+"
RELAY = regex.compile(
    rf"""(?x) (?<=[\s,(]) (?P<cue> (?i:citing | quoting | (?:with\s(?:a\s)?)?reference\sto
      | with\sreference\sto | referring\sto | attributing\s(?:it|this|the\s\w+)\sto
      | which\s(?:cited|quoted|cites|quotes|spoke\sto|spoke\swith|interviewed)
      | in\sturn\s(?:citing|quoting)) ) \s
    (?P<source> {_NOUNS} (?: ,\s(?:{_NAME}|(?:an?|the)\s[^,.;:“”\"]{{3,60}}) (?=,) )? ,?+ )"""
)
"""What an outlet is said to rely on."""
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
    parted: list[Attribution] = []
    around: set[int] = set()
    relied = [list(_relied_on(text, one, outlets, starts)) for one in attributions]
    taken = {cue.end for each in relied for cue, _ in each}
    places: dict[int, int] = {}
    for i, attribution in enumerate(attributions):
        parent = None if attribution.parent is None else places.get(attribution.parent)
        own = evolve(attribution, parent=parent)
        if not relied[i] and own.cue is not None and own.cue.span.end in taken:
            around.add(len(parted))  # what `citing` was thought to cue is the source itself
        for cue, source in relied[i]:
            around.add(len(parted))
            parted.append(_before_relay(own, cue))
            told = Cue(span=cue, lemma=_LEMMAS.get(cue.text.lower().split()[-1], "cite"))
            own = evolve(own, source=source, cue=told, parent=len(parted) - 1)
        places[i] = len(parted)
        parted.append(own)
    return parted, frozenset(around)


def _before_relay(outlets: Attribution, cue: Span) -> Attribution:
    """The outlet's attribution, its source without what it relies on."""
    source = outlets.source
    if source is None or not source.start < cue.start < source.end:
        return outlets
    words = source.text[: cue.start - source.start].rstrip(" ,(")
    return evolve(outlets, source=Span(source.start, source.start + len(words), words))


_LEMMAS = {"quoting": "quote", "quoted": "quote", "quotes": "quote", "to": "refer", "with": "speak"}


def _relied_on(
    text: str,
    attribution: Attribution,
    outlets: Sequence[OutletMention],
    starts: Sequence[int],
) -> Iterator[tuple[Span, Span]]:
    """Cue and source of those whom the outlet that is the source relies on, the nearest first."""
    source, cue = attribution.source, attribution.cue
    if source is None or cue is None or RELAY.match(f" {cue.span.text} x", 0) is not None:
        return
    if not _is_outlet(text, source, outlets, starts):
        return
    for start, end in _regions(text, attribution):
        at = start
        while (match := RELAY.search(text, at, end)) is not None:
            words = text[match.start("source") : match.end("source")]
            for cut in (_ASIDE.search(words), _TIME.search(words)):
                words = words[: cut.start()] if cut else words
            words = words.rstrip(" ,.")
            at = match.start("source") + max(1, len(words))
            if not words or words.lower() in ("it", "him", "her", "them", "itself"):
                continue
            first = match.start("source")
            yield (
                Span.of(text, match.start("cue"), match.end("cue")),
                Span.of(text, first, first + len(words)),
            )


def _is_outlet(
    text: str, source: Span, outlets: Sequence[OutletMention], starts: Sequence[int]
) -> bool:
    i = bisect_left(starts, source.start)
    for mention in outlets[i : i + 2]:
        if mention.span.end <= source.end and mention.span.start - source.start < _LEADING:
            return True
    head = regex.split(r",\s", source.text, maxsplit=1)[0]
    return describes_outlet(head) is not None


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
    regions = [(max(head, low), min(after, default=tail))]
    last = content[-1].end if content[-1].end > tail else tail
    if after:
        last = content[-1].end if attribution.kind == "direct" else last
    end = min(len(text), last + _REACH)
    stop = SENTENCE_BREAK.search(text, last, end)
    regions.append((last, stop.start() + 1 if stop else end))
    return regions
