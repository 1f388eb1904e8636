"""Records for people: speaker, cue, content and chain in columns as wide as the terminal allows."""

from __future__ import annotations

import unicodedata

from attrs import frozen

from attrib.batch.extraction import Extraction, Lines
from attrib.display.doubt import with_doubt
from attrib.model import Record
from attrib.reading.corpus import Article

_LEAST = 60
_GAP = "  "
_HEADINGS = ("SPEAKER", "CUE", "CONTENT", "CHAIN")


@frozen
class Table:
    """The table of an article's records, under a line that names the article."""

    extraction: Extraction
    columns: int
    """Of the terminal."""

    def lines(self, article: Article) -> Lines:
        """The line that names the article, headings, and a line for each record."""
        analysis = self.extraction.analyse(article)
        widths = column_widths(self.columns)
        title = analysis.document.title
        heading = f"{article.place}: {title}" if title else article.place
        rows = [fit(heading, max(self.columns, _LEAST)).rstrip()]
        if not analysis.records:
            rows.append("no attribution found")
        else:
            for cells in (_HEADINGS, *map(_cells, analysis.records)):
                fitted = (fit(cell, width) for cell, width in zip(cells, widths, strict=True))
                rows.append(_GAP.join(fitted).rstrip())
        block = "".join(f"{row}\n" for row in [*rows, ""])
        return Lines(block.encode("utf-8"), analysis.notes)


def column_widths(columns: int) -> tuple[int, int, int, int]:
    """Speaker, cue, content and chain: the content gets what the others leave.

    >>> column_widths(100)
    (22, 14, 34, 24)
    """
    usable = max(columns, _LEAST) - 3 * len(_GAP)
    speaker, cue, chain = (
        min(usable * 24 // 100, 28),
        min(usable * 15 // 100, 18),
        usable * 26 // 100,
    )
    return speaker, cue, usable - speaker - cue - chain, chain


def _cells(record: Record) -> tuple[str, str, str, str]:
    return (
        with_doubt(record) if record.speaker else "?",
        record.cue.span.text if record.cue else "",
        " … ".join(span.text for span in record.content),
        " → ".join(link.name for link in record.chain),
    )


def fit(text: str, width: int) -> str:
    """The text on one line and exactly `width` columns wide; nothing a terminal would obey stays.

    >>> fit("Ana\\n\\x1b[1mRuiz", 16), fit("never-ending story", 8), fit("東京", 5)
    ('Ana �[1mRuiz    ', 'never-e…', '東京 ')
    """
    shown = "".join(char if char.isprintable() else "�" for char in " ".join(text.split()))
    taken = _width(shown)
    if taken > width:
        kept = shown[:width]
        while _width(kept) > width - 1:
            kept = kept[:-1]
        shown = f"{kept}…"
        taken = _width(shown)
    return shown + " " * (width - taken)


def _width(text: str) -> int:
    """Columns a terminal gives the text: wide letters take two, combining marks none."""
    if text.isascii():
        return len(text)
    return sum(_char_width(char) for char in text)


def _char_width(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
