"""Items of a digest that an outlet's name ends in brackets: what no quotation says, it says."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from attrs import evolve

from attrib.detection.patterns import UNTAGGED
from attrib.model import Attribution, Kind, Span
from attrib.outlets.digests import credited
from attrib.outlets.mentions import OutletMention
from attrib.provenance.circumstance_patterns import SENTENCE_BREAK

_SHORTEST = 12
_SURE = 0.6


def items(text: str, outlets: Sequence[OutletMention]) -> Iterator[tuple[int, int, OutletMention]]:
    """Where each item begins and ends, and the outlet it is from."""
    for credit in credited(text):
        i = bisect_left(outlets, credit.name[0], key=lambda each: each.span.end)
        if i < len(outlets) and outlets[i].span.start < credit.name[1]:
            yield credit.start, credit.end, outlets[i]


def part(
    text: str, attributions: Sequence[Attribution], outlets: Sequence[OutletMention]
) -> list[Attribution]:
    """The attributions, and what the outlets of a digest say around them.

    What an item says up to its first quotation is the outlet's.

    >>> text = "He is off for £5m. (Marca)\\n\\nShe stays in Rome. (Bild)"
    >>> named = [OutletMention(span=Span.of(text, *at), name=text[slice(*at)])
    ...          for at in ((20, 25), (48, 52))]
    >>> [(one.source.text, one.content[0].text) for one in part(text, [], named)]
    [('Marca', 'He is off for £5m'), ('Bild', 'She stays in Rome')]
    """
    found = list(attributions)
    starts = sorted((one.content[0].start, i) for i, one in enumerate(found))
    for start, end, outlet in items(text, outlets):
        low = bisect_left(starts, (start, -1))
        inner = [i for _, i in starts[low : bisect_left(starts, (end, -1), low)]]
        stop = end
        for i in inner:
            if found[i].kind == "direct" and found[i].parent is None:
                stop = min(stop, _sentence(text, start, _first(found[i])))
        words = text[start:stop].rstrip(" .!?")
        if len(words) < _SHORTEST:
            continue
        said = Span(start, start + len(words), words)
        around = len(found)
        for i in inner:
            one = found[i]
            if one.parent is None and one.content[-1].end <= said.end + 1:
                found[i] = evolve(one, parent=around)
        kind: Kind = "mixed" if any(mark in words for mark in '“”"„«') else "indirect"
        found.append(
            Attribution(
                pattern=UNTAGGED, content=(said,), source=outlet.span, kind=kind, confidence=_SURE
            )
        )
    return found


def _first(one: Attribution) -> int:
    start = one.content[0].start
    return start if one.source is None else min(start, one.source.start)


def _sentence(text: str, low: int, at: int) -> int:
    """Where the sentence begins that an offset stands in."""
    for cut in SENTENCE_BREAK.finditer(text, low, at + 2):
        low = cut.end() if cut.end() <= at else low
    return low
