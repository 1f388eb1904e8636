r"""How a text is laid out, and the plain text in it: one paragraph a line, one space at a time.

The same article comes wrapped at 72 columns, indented, quoted with `>`, hyphenated at line ends,
with page numbers between, with entities and Markdown left in. None of that is what it says. So the
stages read a plain text instead, and each span they find is given back as it stands in the text as
read: a `Layout` knows for every offset where it came from. A text with nothing of the kind is its
own plain text, and costs one look at its characters and line ends.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Any, NamedTuple, TypeVar, cast

import attrs
from attrs import field, frozen

from attrib.model import Document, Span
from attrib.reading import lines as line_breaks
from attrib.reading import typography
from attrib.reading.typography import Edit

_Value = TypeVar("_Value")


class _Piece(NamedTuple):
    """A stretch of the plain text and where it stands in the text as read."""

    at: int
    """Where it begins in the plain text."""
    start: int
    end: int
    same: bool
    """It reads as it stands there; else it stands for all of `[start, end)`."""


@frozen(eq=False)
class Layout:
    """A text as read, the plain text the stages read, and the way from one to the other."""

    text: str
    plain: str
    pieces: tuple[_Piece, ...] = ()
    """In order; none where the text is plain as it is."""
    quoted: tuple[tuple[int, int], ...] = ()
    """Blocks of lines that begin with `>`, in offsets of the plain text."""
    _begin: Sequence[int] = field(init=False)
    """Where each piece begins in the plain text."""

    @_begin.default
    def _begin_of_pieces(self) -> Sequence[int]:
        return [piece.at for piece in self.pieces]

    def start(self, offset: int) -> int:
        """Where the character at an offset of the plain text begins in the text as read."""
        piece = self._piece(offset)
        if piece is None:
            return offset
        return piece.start + offset - piece.at if piece.same else piece.start

    def end(self, offset: int) -> int:
        """Where the character before an offset of the plain text ends in the text as read."""
        piece = self._piece(offset - 1)
        if piece is None:
            return offset
        return piece.start + offset - piece.at if piece.same else piece.end

    def span(self, span: Span) -> Span:
        """A span of the plain text as it stands in the text as read."""
        return Span.of(self.text, self.start(span.start), self.end(span.end))

    def plain_offset(self, offset: int) -> int:
        """Where an offset of the text as read is in the plain text."""
        if not self.pieces:
            return offset
        index = bisect_right(self.pieces, offset, key=lambda piece: piece.start) - 1
        piece = self.pieces[max(0, index)]
        after = self.pieces[index + 1].at if index + 1 < len(self.pieces) else len(self.plain)
        return min(after, piece.at + max(0, offset - piece.start))

    def restore(self, value: _Value) -> _Value:
        """A value found in the plain text, each span in it as it stands in the text as read."""
        return cast(_Value, self._restored(value)) if self.pieces else value

    def _restored(self, value: object) -> object:
        if value is None or isinstance(value, str | float):
            return value
        if isinstance(value, Span):
            return self.span(value)
        if isinstance(value, tuple):
            return tuple(map(self._restored, value))
        if isinstance(value, Document) or not attrs.has(type(value)):
            return value
        instance, changed = cast(Any, value), {}
        for each in attrs.fields(type(instance)):
            own = getattr(instance, each.name)
            restored = self._restored(own)
            if restored is not own:
                changed[each.name] = restored
        return attrs.evolve(instance, **changed) if changed else value

    def _piece(self, offset: int) -> _Piece | None:
        if not self.pieces:
            return None
        return self.pieces[bisect_right(self._begin, offset) - 1]


def read(text: str) -> Layout:
    r"""The layout of a text, with the plain text in it.

    >>> layout = read("> “We go\n> home,” said the\n> may\u00ador.")
    >>> layout.plain
    '“We go home,” said the mayor.'
    >>> layout.span(Span.of(layout.plain, 19, 28)).text
    'the\n> may\xador'
    >>> plain = "“We go.”\n\nShe left."
    >>> read(plain).plain is plain
    True
    """
    lines, edits = line_breaks.read(text)
    edits += line_breaks.pages(text, lines)
    kept = [line for line in lines if not line.dropped]
    edits += line_breaks.breaks(text, kept)
    edits += typography.markup(text)
    edits += typography.characters(text)
    edits += typography.markdown(text)
    edits += typography.bullets(text)
    edits += typography.lost_spaces(text)
    if not edits:
        return Layout(text, text)
    return _laid_out(text, edits, kept)


def _laid_out(text: str, edits: list[Edit], lines: Sequence[line_breaks.Line]) -> Layout:
    edits.sort(key=lambda edit: (edit.start, -edit.end))
    words: list[str] = []
    pieces: list[_Piece] = []
    at = last = 0
    for start, end, instead in edits:
        if start < last:
            continue  # within a longer one
        if start > last:
            pieces.append(_Piece(at, last, start, True))
            words.append(text[last:start])
            at += start - last
        if instead:
            pieces.append(_Piece(at, start, end, False))
            words.append(instead)
            at += len(instead)
        last = end
    if last < len(text) or not pieces:
        pieces.append(_Piece(at, last, len(text), True))
        words.append(text[last:])
    layout = Layout(text, "".join(words), tuple(pieces))
    quoted = [
        (layout.plain_offset(block[0].start), layout.plain_offset(block[-1].end))
        for block in line_breaks.blocks(lines)
        if block[0].quoting
    ]
    return attrs.evolve(layout, quoted=tuple(quoted))
