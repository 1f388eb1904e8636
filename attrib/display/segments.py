"""Cut an article into stretches, each with all that the records say of it, for any picture.

Records overlap and nest; a picture needs pieces that do not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Literal, Protocol

from attrs import frozen

from attrib.model import Document, Note, Record, Span

Part = Literal["content", "cue", "source"]


class Annotated(Protocol):
    """What a picture is made of: an article and its records, as an `Analysis` has them."""

    @property
    def document(self) -> Document: ...

    @property
    def records(self) -> tuple[Record, ...]: ...

    @property
    def notes(self) -> tuple[Note, ...]: ...


@frozen
class Mark:
    """What one record says of a stretch: it is part of its content, its cue or its source."""

    record: int
    """Index in `Analysis.records`."""
    part: Part


@frozen
class Segment:
    """A stretch `[start, end)` of the text and its marks, innermost first; none for plain text."""

    start: int
    end: int
    marks: tuple[Mark, ...] = ()

    def of(self, part: Part) -> list[int]:
        """Indexes of the records of which this is such a part, innermost first."""
        return [mark.record for mark in self.marks if mark.part == part]


def segments(analysis: Annotated, cuts: Iterable[int] = ()) -> Iterator[Segment]:
    """All of the text in order, cut where any span begins or ends and at the given offsets.

    Of the spans over a segment the shortest counts as innermost.

    >>> from attrib.analysis import Analysis
    >>> from attrib.formats import from_spans
    >>> from attrib.model import Document
    >>> text = "“We are ready,” said Ana Ruiz."
    >>> article = Document(text=text, id="a")
    >>> found = from_spans.record(
    ...     article, "1", (Span.of(text, 0, 15),), None, Span.of(text, 21, 29)
    ... )
    >>> for segment in segments(Analysis(article, (found,))):
    ...     print(repr(text[segment.start : segment.end]), segment.of("content"))
    '“We are ready,”' [0]
    ' said ' []
    'Ana Ruiz' []
    '.' []
    """
    length = len(analysis.document.text)
    starts: dict[int, list[tuple[int, Mark]]] = {}
    ends: dict[int, list[tuple[int, Mark]]] = {}
    for index, record in enumerate(analysis.records):
        for part, span in _parts(record):
            if span.end <= length:
                entry = (span.end - span.start, Mark(index, part))
                starts.setdefault(span.start, []).append(entry)
                ends.setdefault(span.end, []).append(entry)
    offsets = sorted({0, length, *starts, *ends, *(cut for cut in cuts if cut < length)})
    over: list[tuple[int, Mark]] = []
    for start, end in pairwise(offsets):
        closed = ends.get(start, ())
        over = [entry for entry in over if entry not in closed] + starts.get(start, [])
        ordered = sorted(over, key=lambda entry: (entry[0], -entry[1].record))
        yield Segment(start, end, tuple(mark for _, mark in ordered))


def _parts(record: Record) -> Iterator[tuple[Part, Span]]:
    for span in record.content:
        yield "content", span
    if record.cue:
        yield "cue", record.cue.span
    if record.source:
        yield "source", record.source
