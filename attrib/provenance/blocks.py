"""Passages printed from another outlet: `The Gazette reported:`, then a quoted paragraph or more.

Whoever speaks in such a passage comes here through that outlet.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from attrs import evolve

from attrib.lazily import regex
from attrib.model import Attribution, Circumstances, Speaker
from attrib.outlets.mentions import OutletMention

_ANNOUNCES = regex.compile(
    r"(?i)\b(?:report(?:s|ed|ing)?|wrote|writes|writing|according\sto|noted|notes|story|article"
    r"|published|explains?|explained|via|from|quot(?:es|ed)|states?|stated)\b[^\n]{0,80}:\s*+$"
)
# `… and nobody was hurt. [Reuters]`: a digest says after each paragraph whose it is.
_CREDIT_AFTER = regex.compile(r"[.]?\][^\S\n]*+(?=\n|\Z)")
_OPENS = ("“", '"', "‘", "«", "„", "'")
_CLOSES = ("”", '"', "’", "»", "“", "'", "”.", '".')
_LONGEST_LINE = 300
_MOST_PARAGRAPHS = 8
"""A passage whose mark does not close in so many is not known to have an end."""


class _Block(NamedTuple):
    start: int
    end: int
    outlet: OutletMention


def print_quoted(
    text: str,
    attributions: Sequence[Attribution],
    speakers: Sequence[Speaker | None],
    found: Sequence[Circumstances],
    outlets: Sequence[OutletMention],
) -> list[Circumstances]:
    """`found`, with the outlet whose words are printed as the venue of what stands in them."""
    blocks = list(_blocks(text, outlets))
    if not blocks:
        return list(found)
    starts = [block.start for block in blocks]
    held = []
    for attribution, speaker, own in zip(attributions, speakers, found, strict=True):
        at = attribution.content[0].start
        i = bisect_right(starts, at) - 1
        inside = i >= 0 and at < blocks[i].end and attribution.source is not None
        if inside and attribution.source is not None:
            inside = blocks[i].start <= attribution.source.start < blocks[i].end
        carried = speaker is not None and speaker.kind == "outlet"
        if inside and own.venue is None and not carried:
            outlet = blocks[i].outlet
            own = evolve(own, venue=outlet.name, venue_span=outlet.span, venue_by="reported")
        held.append(own)
    return held


def _blocks(text: str, outlets: Sequence[OutletMention]) -> Iterator[_Block]:
    """The quoted paragraphs that lines ending in a colon announce as an outlet's."""
    end = 0
    for outlet in outlets:
        at = outlet.span.start
        if at < end:
            continue
        if credited := _CREDIT_AFTER.match(text, outlet.span.end):
            start = text.rfind("\n", 0, at) + 1
            if text[:at].endswith("[") and credited:
                yield _Block(start, at, outlet)
            continue
        line_end = text.find("\n", at)
        if line_end < 0 or line_end - at > _LONGEST_LINE:
            continue
        line_start = text.rfind("\n", 0, at) + 1
        if not _ANNOUNCES.search(text, max(line_start, at - 120), line_end):
            continue
        start = _next_line(text, line_end)
        if not text.startswith(_OPENS, start):
            continue
        end = start
        for _ in range(_MOST_PARAGRAPHS):
            stop = text.find("\n", end)
            stop = stop if stop >= 0 else len(text)
            closed = text[end:stop].rstrip().endswith(_CLOSES)
            if closed or stop == len(text):
                yield _Block(start, stop, outlet)
                end = stop
                break
            end = _next_line(text, stop)


def _next_line(text: str, at: int) -> int:
    """Where the next line with something in it begins."""
    found = regex.compile(r"\S").search(text, at)
    return found.start() if found else len(text)
