"""Whose words stand at a place of an article: a speaker's, in marks or under a label, or none's.

What stands in quotation marks, or is quoted content of a record, is somebody's own words; so is
what stands under a name in a transcript, and all of a statement in full. A reported claim has the
reporter's words, and the rest is the reporter's altogether.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import Literal

from attrs import frozen

from attrib.across.full_texts import headings
from attrib.across.identity import agreement, is_doubtful, is_named, is_proper, is_stated
from attrib.across.nearby import Nearby, unnamed
from attrib.analysis import Analysis
from attrib.lazily import regex
from attrib.model import Record, Speaker
from attrib.words import quotes

Where = Literal["quotation", "transcript", "claim", "prose"]
"""Whose words: a speaker's in quotation marks; a speaker's under a label or in a statement in
full; the reporter's for what somebody claims; the reporter's."""
Verdict = Literal["same", "another", "unknown"]

_NEAR = 300
"""Characters from what was said last to a quotation that may go on from it."""
_LINE = regex.compile(r"(?m)^.*\S")
_LABEL = regex.compile(r"(?m)^[ \t]{0,8}(\p{Lu}[\p{L}.'’\- ]{0,50}+)(?:\([^()\n]{1,60}+\))?:\s")


@frozen
class Voice:
    """Who is heard at a stretch of a source, held against whom the draft names."""

    name: str | None
    verdict: Verdict


class Voices:
    """Who says what stands at a place of an article.

    >>> from attrib.model import Document
    >>> text = "The gates are old. “They will hold,” said Ana Ruiz."
    >>> voices = Voices(Analysis(Document(text=text, id="notes"), ()))
    >>> voices.where(0), voices.where(text.index("They"))
    ('prose', 'quotation')
    """

    def __init__(self, analysis: Analysis, *, one_speaker: bool = False) -> None:
        text = analysis.document.text
        spans = sorted(
            (
                (span.start, span.end, record)
                for record in analysis.records
                for span in record.content
            ),
            key=lambda entry: entry[:2],
        )
        self._spans = spans
        self._starts = [start for start, _, _ in spans]
        self._reach = list(accumulate((end for _, end, _ in spans), max))
        self._labels = _labels(text, analysis.records)
        self._headings = headings(text)
        self._one_speaker = one_speaker
        quotations, _ = quotes.find(text)
        self._nearby = Nearby(text, quotations)
        # What no mark closes may be anybody's, unless a record has it for somebody's.
        marked = [
            (span.start, span.end, n)
            for n, each in enumerate(quotations)
            if each.depth == 0 and each.closed
            for span in each.spans
        ]
        self._quoted = sorted(marked)
        self._quoted_starts = [start for start, _, _ in self._quoted]

    def where(self, start: int) -> Where:
        """Whose words the word at `start` is one of."""
        if self.quotation(start) is not None:
            return "quotation"
        records = self.records(start, start + 1)
        if any(self._is_all_quoted(record, start) for record in records):
            return "quotation"
        if self._one_speaker or self._owner(start) is not None:
            return "transcript"
        return "claim" if records else "prose"

    def _is_all_quoted(self, record: Record, start: int) -> bool:
        """Whether a record quotes what stands at a place, though no marks that close are there."""
        if record.kind != "direct":
            return False
        span = next(span for span in record.content if span.start <= start < span.end)
        i = bisect_left(self._quoted_starts, span.start)
        return i == len(self._quoted_starts) or self._quoted_starts[i] >= span.end

    def quotation(self, start: int) -> int | None:
        """The number of the quotation in marks in which a word stands."""
        i = bisect_right(self._quoted_starts, start) - 1
        if i >= 0 and start < self._quoted[i][1]:
            return self._quoted[i][2]
        return None

    def records(self, start: int, end: int) -> list[Record]:
        """The records in whose content at least half of the stretch stands, innermost first."""
        found = []
        i = bisect_left(self._starts, end) - 1
        while i >= 0 and self._reach[i] > start:
            at, stop, record = self._spans[i]
            if 2 * (min(stop, end) - max(at, start)) >= end - start:
                found.append((stop - at, record))
            i -= 1
        return [record for _, record in sorted(found, key=lambda entry: entry[0])]

    def one_record(self, start: int, other: int) -> bool:
        """Whether two places stand in the content of one record: in one statement."""
        first = {id(record) for record in self.records(start, start + 1)}
        return any(id(record) in first for record in self.records(other, other + 1))

    def heard(self, start: int, end: int, wanted: Speaker | None) -> Voice:
        """Who says a stretch, and whether that is whom the draft names."""
        records = self.records(start, end)
        if self.quotation(start) is not None:
            # A claim told inside the marks is in the words of whose marks they are.
            records = [record for record in records if record.kind != "indirect"]
        said = [(record, record.speaker) for record in records if record.speaker is not None]
        owner = self._owner(start)
        if owner is not None:
            label = Speaker(name=owner, kind="person", resolved_by="name")
            said.extend((record, label) for record in records[:1])
        first = said[0][1].name if said else owner
        if wanted is None or not is_named(wanted) or (self._one_speaker and first is None):
            return Voice(first, "same")
        if owner is not None and not said:
            return Voice(owner, _verdict(wanted, label))
        verdicts = [_verdict(wanted, speaker) for _, speaker in said]
        if "same" in verdicts:
            return Voice(said[verdicts.index("same")][1].name, "same")
        if self._is_named_nearby(wanted, start, end, records):
            return Voice(wanted.name, "same")
        for (record, speaker), verdict in zip(said, verdicts, strict=True):
            if verdict != "unknown" or record.nested_in is not None:
                return Voice(speaker.name, verdict)
        return Voice(first, "unknown")

    def _is_named_nearby(
        self, wanted: Speaker, start: int, end: int, records: Sequence[Record]
    ) -> bool:
        """Whether the source says that the wanted one speaks where resolution names nobody."""
        nearby = self._nearby
        mark = self._marks(start)
        if any(
            nearby.names_source(wanted, record)
            or nearby.is_told_to_have_said(wanted, record, mark[0])
            for record in records
        ):
            return True
        source = next((record.source for record in records if record.source is not None), None)
        stated = any(record.speaker and is_stated(record.speaker) for record in records)
        if not all(map(unnamed, records)):
            # Which body `it` is, and `the company`, the last one named tells as well.
            return (
                source is not None
                and not stated
                and nearby.is_body(wanted)
                and nearby.last_named(wanted, min(start, source.start), source.text)
            )
        before = self._before(mark[0])
        goes_on = before is not None and agreement(wanted, before) is True
        if source is not None:
            if nearby.is_body(wanted) and (goes_on or nearby.names(wanted, *mark)):
                return True  # The spokesman of the body that spoke before, or of which he speaks.
            return nearby.last_named(wanted, min(start, source.start), source.text)
        return goes_on or nearby.only_named(wanted, *mark)

    def _marks(self, start: int) -> tuple[int, int]:
        """Where the quotation of a place begins and ends; for another place its own."""
        i = bisect_right(self._quoted_starts, start) - 1
        if i >= 0 and start < self._quoted[i][1]:
            return self._quoted[i][:2]
        return start, start + 1

    def _before(self, start: int) -> Speaker | None:
        """Who spoke last before a place, in its paragraph or the one before."""
        for _, stop, record in reversed(self._spans[: bisect_left(self._starts, start)][-3:]):
            if record.nested_in is None and stop <= start and start - stop < _NEAR:
                return record.speaker
        return None

    def _owner(self, start: int) -> str | None:
        """Whose words all are there: the label above, or the heading of a statement."""
        for places in (self._labels, self._headings):
            i = bisect_right(places, start, key=lambda place: place[0]) - 1
            if i >= 0:
                return places[i][1]
        return None


def _verdict(wanted: Speaker, speaker: Speaker) -> Verdict:
    agree = agreement(wanted, speaker)
    if agree is None:
        return "unknown"
    if agree:
        return "unknown" if is_doubtful(speaker) else "same"
    if not is_proper(speaker.name):
        return "unknown"
    return "another" if is_stated(speaker) and is_stated(wanted) else "unknown"


def _labels(text: str, records: Sequence[Record]) -> list[tuple[int, str | None]]:
    """In a transcript, where each name before a colon stands; elsewhere none.

    Metadata (`Photo:`, `Published:`) has colons too: in a transcript names come back, and a
    quarter of the lines have one. A paragraph without a label goes on from the one before, but for
    an interview with paragraphs in which the reporter tells of it.
    """
    labels = [(match.start(), match[1].strip()) for match in _LABEL.finditer(text)]
    returning = len({name for _, name in labels}) < len(labels)
    lines = [match.start() for match in _LINE.finditer(text)]
    if len(labels) <= 2 or not returning or 4 * len(labels) < len(lines):
        return []
    labelled = {start for start, _ in labels}
    bare = [start for start in lines if start > labels[0][0] and start not in labelled]
    told = [record.source.start for record in records if record.source is not None]
    if not any(lines[bisect_right(lines, at) - 1] in bare for at in told):
        return list(labels)
    return sorted([*labels, *((start, None) for start in bare)], key=lambda place: place[0])
