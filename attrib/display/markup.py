"""Words of articles and records as HTML, escaped: nothing in them can steer what shows them."""

from __future__ import annotations

from html import escape

from attrib.lazily import re
from attrib.model import Record, Span

NOBODY = "No source named"

_CONTROL = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def escaped(words: str) -> str:
    """Safe as HTML text or attribute; controls are shown as `⟨U+202E⟩`.

    >>> escaped("<b>\\u202e")
    '&lt;b&gt;⟨U+202E⟩'
    """
    return _CONTROL.sub(lambda found: f"⟨U+{ord(found[0]):04X}⟩", escape(words))


def quoted(span: Span) -> str:
    """The words of a span as a quotation, whichever way they are written."""
    return f"<q><bdi>{escaped(span.text)}</bdi></q>"


def counted(number: int, noun: str) -> str:
    """How many there are.

    >>> counted(1, "article"), counted(2, "article")
    ('1 article', '2 articles')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def speaker_of(record: Record) -> str:
    """The name under which a record is listed and coloured."""
    return record.speaker.name if record.speaker else NOBODY
