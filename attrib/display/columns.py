"""Plain tables for a terminal and cells for a spreadsheet."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence

_FORMULA = re.compile(r"'*[=+\-@\t\r]")


def columns(rows: Sequence[Sequence[str]], *, widest: int = 44, right: Collection[int] = ()) -> str:
    """The rows in columns as wide as their longest cell, at most `widest`; longer ones are cut.

    Columns are set left, those numbered in `right` right.

    >>> print(columns([("NAME", "WORDS"), ("Ana Ruiz", "7")], right={1}), end="")
    NAME      WORDS
    Ana Ruiz      7
    """
    cells = [[_cut(" ".join(cell.split()), widest) for cell in row] for row in rows]
    widths = [max(map(_width, column)) for column in zip(*cells, strict=True)]
    lines = []
    for row in cells:
        padded = [
            " " * (width - _width(cell)) + cell
            if i in right
            else cell + " " * (width - _width(cell))
            for i, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        lines.append("  ".join(padded).rstrip())
    return "".join(f"{line}\n" for line in lines)


def cell(value: object) -> str:
    """A CSV cell that no spreadsheet runs as a formula; nothing for None.

    >>> cell("=1+1"), cell(None), cell(3)
    ("'=1+1", '', '3')
    """
    text = "" if value is None else str(value)
    return f"'{text}" if isinstance(value, str) and _FORMULA.match(text) else text


def _width(text: str) -> int:
    """Columns the text takes on a terminal; marks that combine take none, wide letters two."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1
        for char in text
    )


def _cut(text: str, widest: int) -> str:
    """The text, made safe to print, cut at `widest` columns."""
    text = "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text)
    if _width(text) <= widest:
        return text
    kept = text[: widest - 1]
    while _width(kept) > widest - 1:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"
