"""An article's records as lines for people, instead of JSON."""

from __future__ import annotations

from attrs import frozen

from attrib.batch.extraction import Extraction, Lines
from attrib.display.table import table
from attrib.reading.corpus import Article


@frozen
class Table:
    """The table of an article's records, under a line that names the article."""

    extraction: Extraction
    columns: int | None
    """Of the terminal; None for lines as long as they need be."""

    def lines(self, article: Article) -> Lines:
        """The line that names the article, headings, and a line for each record."""
        analysis = self.extraction.analyse(article)
        block = table(analysis, article.place, self.columns) + "\n"
        return Lines(
            block.encode("utf-8", "replace"), analysis.notes, len(analysis), analysis.quotations
        )
