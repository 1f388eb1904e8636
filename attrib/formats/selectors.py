"""Names and selectors for the linked-data formats: URNs for articles, W3C selectors for spans."""

from __future__ import annotations

from typing import Any
from urllib.parse import quote

from attrib.model import Document, Record, Span

_CONTEXT = 32


def article_iri(document: Document) -> str:
    """The article's URL, or a URN made of its id.

    >>> article_iri(Document(text="", id="daily post/7"))
    'urn:attrib:article:daily%20post%2F7'
    """
    return document.url or f"urn:attrib:article:{quote(document.id, safe='')}"


def record_iri(record: Record) -> str:
    """A URN for the record, made of its article's id and its own."""
    article, own = quote(record.document.id, safe=""), quote(record.id, safe="")
    return f"urn:attrib:record:{article}:{own}"


def selectors(span: Span, text: str) -> list[dict[str, Any]]:
    """A TextQuoteSelector with up to 32 characters around it, and a TextPositionSelector.

    >>> selectors(Span(4, 8, "Ruiz"), "Ana Ruiz spoke.")[0]["prefix"]
    'Ana '
    """
    quoted: dict[str, Any] = {"type": "TextQuoteSelector", "exact": span.text}
    if text:
        quoted["prefix"] = text[max(0, span.start - _CONTEXT) : span.start]
        quoted["suffix"] = text[span.end : span.end + _CONTEXT]
    return [quoted, {"type": "TextPositionSelector", "start": span.start, "end": span.end}]
