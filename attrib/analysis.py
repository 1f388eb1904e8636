"""What `attribute` returns: a document with all that was found in it."""

from __future__ import annotations

from attrs import frozen

from attrib.model import Document, Note, Record


@frozen
class Analysis:
    """What `attribute` returns for one article."""

    document: Document
    records: tuple[Record, ...]
    notes: tuple[Note, ...] = ()

    def _repr_html_(self) -> str:
        """The article with its attributions coloured, as a notebook shows it."""
        from attrib.display.page import fragment  # not before: few analyses are looked at

        return fragment(self)
