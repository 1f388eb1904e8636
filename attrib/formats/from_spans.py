"""Records from bare spans, for formats that mark source, cue and content and know no more."""

from __future__ import annotations

from collections.abc import Iterable

from attrib.lazily import re
from attrib.model import Cue, Document, Kind, Record, Span

_WORD = re.compile(r"\w+")
_QUOTED = re.compile(r'[“"„«][^“"„«”»]*+(?:[”"»]|$)')


def record(
    document: Document,
    name: str,
    content: Iterable[Span],
    cue: Span | None,
    source: Span | None,
    confidence: float = 1.0,
    pattern: str = "annotated",
) -> Record:
    """The record called `name` that an annotator's spans give: nobody is guessed to have spoken.

    >>> text = "“We are ready,” said Ana Ruiz."
    >>> spans = (Span.of(text, 0, 15),), Span.of(text, 16, 20), Span.of(text, 21, 29)
    >>> found = record(Document(text=text, id="a"), "1", *spans)
    >>> found.kind, found.pattern, found.speaker
    ('direct', 'annotated', None)
    """
    pieces = tuple(sorted(content))
    return Record(
        id=name,
        document=document,
        kind=kind(pieces),
        content=pieces,
        cue=Cue(span=cue) if cue else None,
        source=source,
        speaker=None,
        chain=(),
        confidence=confidence,
        pattern=pattern,
    )


def kind(pieces: Iterable[Span]) -> Kind:
    """Direct where at least four fifths of the words stand in quotation marks.

    >>> kind([Span(0, 20, "that he was “fed up”")])
    'mixed'
    """
    words = quoted = 0
    for piece in pieces:
        words += len(_WORD.findall(piece.text))
        quoted += sum(len(_WORD.findall(part)) for part in _QUOTED.findall(piece.text))
    if not quoted:
        return "indirect"
    return "direct" if quoted >= 0.8 * words else "mixed"
