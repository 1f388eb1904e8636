"""The article in a terminal: contents, sources and cues coloured, then who said what."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import TextIO

from attrib.display import columns
from attrib.display.doubt import with_doubt
from attrib.display.segments import Annotated, Mark, Part, Segment, segments
from attrib.lazily import re
from attrib.model import Record, Span

# Colours that read on dark and on light grounds; a speaker keeps one throughout an article.
_COLOURS = (33, 166, 71, 133, 136, 37, 161, 99, 64, 172)
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_PIECE = re.compile(r"[^\S\n]+|\n|\S+")
_LINE = re.compile(r"\r\n?|\u2028|\u2029")
_RESET = "\x1b[0m"
_SIGNS = {"source": "_", "cue": "/"}


def wants_color(stream: TextIO) -> bool:
    """Whether to colour what goes to a stream: a terminal, unless NO_COLOR or TERM=dumb is set."""
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return stream.isatty()


def render(analysis: Annotated, *, width: int = 80, color: bool = False) -> str:
    """The article wrapped to `width` columns, its parts coloured, and a list of attributions.

    Passages bear the number they have in the list. Without colour, `[1 …]` stands round a content
    (`… 1]` where another begins in it and ends after it), `_…_` round a source and `/…/` round a
    cue. Characters that would steer the terminal are shown as U+FFFD. Long words are not broken.

    >>> from attrib.analysis import Analysis
    >>> from attrib.formats import from_spans
    >>> from attrib.model import Document, Span
    >>> text = "“We are ready,” said Ana Ruiz."
    >>> article = Document(text=text, id="a")
    >>> spans = (Span.of(text, 0, 15),), Span.of(text, 16, 20), Span.of(text, 21, 29)
    >>> print(render(Analysis(article, (from_spans.record(article, "1", *spans),))))
    [1 “We are ready,”] /said/ _Ana Ruiz_.
    <BLANKLINE>
    1  no source named  direct  1.00  annotated
    """
    colours = _colours(analysis)
    pieces = _coloured(analysis, colours) if color else _bracketed(analysis)
    parts = [_wrapped(pieces, max(width, 20)).strip("\n")]
    rows = [
        _row(record, number, width, colours if color else {})
        for number, record in enumerate(analysis.records, 1)
    ]
    parts.append("\n".join(rows))
    return "\n\n".join(part for part in parts if part)


def _speaker(record: Record) -> str:
    return record.speaker.name if record.speaker else "no source named"


def _colours(analysis: Annotated) -> dict[str, int]:
    names = dict.fromkeys(map(_speaker, analysis.records))
    return {name: _COLOURS[number % len(_COLOURS)] for number, name in enumerate(names)}


def _coloured(analysis: Annotated, colours: dict[str, int]) -> Iterator[tuple[str, str]]:
    """Words and the escape sequence that gives them their looks, empty for plain text."""
    before: Segment | None = None
    for segment in segments(analysis):
        words = analysis.document.text[segment.start : segment.end]
        for mark in reversed(_lacking(analysis, segment, before)):
            if mark.part == "content":
                colour = colours[_speaker(analysis.records[mark.record])]
                yield str(mark.record + 1), f"\x1b[38;5;{colour};7m"
        style = ""
        if segment.marks:
            speaker = _speaker(analysis.records[segment.marks[0].record])
            looks = [f"38;5;{colours[speaker]}"]
            if segment.of("source"):
                looks.append("1")
            if segment.of("cue"):
                looks.append("3")
            if len(segment.of("content")) > 1:
                looks.append("4")
            style = f"\x1b[{';'.join(looks)}m"
        yield words, style
        before = segment


def _bracketed(analysis: Annotated) -> Iterator[tuple[str, str]]:
    before: Segment | None = None
    brackets = _Brackets()
    for segment in segments(analysis):
        if before:
            yield brackets.closing(_lacking(analysis, before, segment)), ""
        yield brackets.opening(_lacking(analysis, segment, before)), ""
        yield analysis.document.text[segment.start : segment.end], ""
        before = segment
    if before:
        yield brackets.closing(_lacking(analysis, before, None)), ""


class _Brackets:
    """The signs round the parts of records; where contents cross, the closing ones say whose."""

    def __init__(self) -> None:
        self._open: list[int] = []  # numbers of contents, the last opened last
        self._crossed: set[int] = set()

    def opening(self, marks: Sequence[Mark]) -> str:
        """Before a stretch whose marks, innermost first, begin here."""
        return "".join(map(self._opened, reversed(marks)))

    def closing(self, marks: Sequence[Mark]) -> str:
        """After a stretch whose marks, innermost first, end here."""
        return "".join(map(self._closed, marks))

    def _opened(self, mark: Mark) -> str:
        if mark.part != "content":
            return _SIGNS[mark.part]
        self._open.append(mark.record)
        return f"[{mark.record + 1} "

    def _closed(self, mark: Mark) -> str:
        if mark.part != "content":
            return _SIGNS[mark.part]
        inner = self._open[self._open.index(mark.record) + 1 :]
        self._open.remove(mark.record)
        self._crossed.update(inner)
        return f" {mark.record + 1}]" if inner or mark.record in self._crossed else "]"


def _lacking(analysis: Annotated, segment: Segment, other: Segment | None) -> list[Mark]:
    """The marks of a segment that its neighbour lacks, innermost first.

    Records that share their source or cue share its sign.
    """
    gone = {_shared(analysis, mark) for mark in other.marks} if other else set()
    marks = {_shared(analysis, mark): mark for mark in segment.marks}
    return [mark for shared, mark in marks.items() if shared not in gone]


def _shared(analysis: Annotated, mark: Mark) -> Mark | tuple[Part, Span | None]:
    """What a mark has in common with the marks that stand for the same words."""
    record = analysis.records[mark.record]
    if mark.part == "source":
        return mark.part, record.source
    if mark.part == "cue":
        return mark.part, record.cue.span if record.cue else None
    return mark


def _wrapped(pieces: Iterator[tuple[str, str]], width: int) -> str:
    """Pieces as lines of at most `width` columns; a line's looks end with it."""
    out: list[str] = []
    column = 0
    word: list[tuple[str, str]] = []
    gap: tuple[str, str] = ("", "")

    def put_word() -> None:
        nonlocal column, gap
        size = sum(columns.width(words) for words, _ in word)
        if column and column + len(gap[0]) + size > width:
            out.append("\n")
            column = 0
        elif column:
            out.append(_styled(" " * len(gap[0]), gap[1]))
            column += len(gap[0])
        out.extend(_styled(words, style) for words, style in word)
        column += size
        word.clear()
        gap = ("", "")

    for words, style in pieces:
        for piece in _PIECE.findall(_safe(words)):
            if piece == "\n":
                if word:
                    put_word()
                out.append("\n")
                column, gap = 0, ("", "")
            elif piece.isspace():
                if word:
                    put_word()
                gap = (" ", style)
            else:
                word.append((piece, style))
    if word:
        put_word()
    return "".join(out)


def _styled(words: str, style: str) -> str:
    return f"{style}{words}{_RESET}" if style and words else words


def _row(record: Record, number: int, width: int, colours: dict[str, int]) -> str:
    speaker = _safe(with_doubt(record))
    name = f"\x1b[1;38;5;{colours[_speaker(record)]}m{speaker}{_RESET}" if colours else speaker
    chain = " → ".join(_safe(link.name) for link in record.chain)
    plain = f"{number}  {name}  {record.kind}  {record.confidence:.2f}  {_safe(record.pattern)}"
    return f"{plain}\n   {_cut(chain, width - 3)}" if len(record.chain) > 1 else plain


def _cut(words: str, width: int) -> str:
    return words if len(words) <= width else f"{words[: max(width, 2) - 1]}…"


def _safe(words: str) -> str:
    return _CONTROL.sub("\ufffd", _LINE.sub("\n", words))
