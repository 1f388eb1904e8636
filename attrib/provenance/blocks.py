"""Passages printed from another outlet: `The Gazette reported:`, then a quoted paragraph or more.

Whoever speaks in such a passage comes here through that outlet. One without quotation marks, `Its
report said in part:`, goes on as long as its paragraphs tell what somebody said.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from attrs import evolve

from attrib.lazily import regex
from attrib.model import Attribution, Circumstances, Speaker
from attrib.outlets.mentions import OutletMention
from attrib.provenance import digests
from attrib.provenance.circumstance_patterns import SENTENCE_BREAK

_ANNOUNCES = regex.compile(
    r"(?i)\b(?:report(?:s|ed|ing)?|wrote|writes|writing|according\sto|noted|notes|story|article"
    r"|published|explains?|explained|via|from|quot(?:es|ed)|states?|stated)\b[^\n]{0,80}:\s*+$"
)
_PRINTS = regex.compile(
    r"(?i)\b(?:its|the|their|['’]s)\s(?:[\w’'-]+\s){0,3}?(?:account|report|write-up|story|article|piece"
    r"|dispatch|coverage|version|editorial|excerpt|passage|exclusive|scoop)\b[^\n]{0,160}:\s*+$"
    r"|\b(?:account|part|excerpt|section|bit|passage)s?\s(?:of|from)\b[^\n]{0,120}:\s*+$"
)
"""How a passage is announced that may stand without quotation marks."""
_FIRST_PERSON = regex.compile(r"(?<![\w’'])(?:I|I['’]\w+|me|my|we|We|us|our)(?![\w])")
_IN_MARKS = regex.compile(r"“[^”\n]*+”?|\"[^\"\n]*+\"?|‘[^’\n]*+’?")
_LIST_ITEM = ("-", "•", "*", "–", "—", "#")
_TELLS_WITHIN = 2
"""Sentences of a paragraph in which something is said, if it goes on with the passage."""
_MOST_UNMARKED = 4
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
    tells = sorted(
        one.cue.span.start
        for one in attributions
        if one.cue is not None and one.source is not None and one.parent is None
    )
    blocks = list(_blocks(text, outlets, tells))
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


def _blocks(text: str, outlets: Sequence[OutletMention], tells: Sequence[int]) -> Iterator[_Block]:
    """The paragraphs that lines ending in a colon announce as an outlet's.

    `tells` are the places of the cues, in order.
    """
    credited_items = [*digests.items(text, outlets)]
    if credited_items:
        yield from (_Block(start, end, outlet) for start, end, outlet in credited_items)
        return
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
        start = _next_line(text, line_end)
        if _PRINTS.search(text, line_start, line_end) and not text.startswith(
            (*_OPENS, *_LIST_ITEM), start
        ):
            end = _unmarked_end(text, start, outlet, tells)
            yield _Block(start, end, outlet)
            continue
        if not _ANNOUNCES.search(text, max(line_start, at - 120), line_end):
            continue
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


def _unmarked_end(text: str, start: int, outlet: OutletMention, tells: Sequence[int]) -> int:
    """Where a passage without quotation marks ends: before what names its outlet or speaks of the
    writer, and before a paragraph that tells of nobody's words."""
    end = start
    for paragraph in range(_MOST_UNMARKED):
        first = end if paragraph == 0 else _next_line(text, end)
        stop = text.find("\n", first)
        stop = stop if stop >= 0 else len(text)
        if first >= stop:
            break
        plain = _IN_MARKS.sub("", text[first:stop])
        if paragraph and (outlet.name in plain or _FIRST_PERSON.search(plain)):
            break
        told = first
        for n, cut in enumerate(SENTENCE_BREAK.finditer(text, first, stop)):
            told = cut.start()
            if n + 1 == _TELLS_WITHIN:
                break
        else:
            told = stop
        i = bisect_right(tells, first)
        if paragraph and not (i < len(tells) and tells[i] < told):
            break
        end = stop
    return end


def _next_line(text: str, at: int) -> int:
    """Where the next line with something in it begins."""
    found = regex.compile(r"\S").search(text, at)
    return found.start() if found else len(text)
