"""Plain tables for a terminal and cells for a spreadsheet."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Sequence

from attrib.lazily import re

_FORMULA = re.compile(r"'*[=+\-@\t\r]")


def columns(rows: Sequence[Sequence[str]], *, widest: int = 44, right: Collection[int] = ()) -> str:
    """The rows in columns as wide as their longest cell, at most `widest`; longer ones are cut.

    Columns are set left, those numbered in `right` right.

    >>> print(columns([("NAME", "WORDS"), ("Ana Ruiz", "7")], right={1}), end="")
    NAME      WORDS
    Ana Ruiz      7
    """
    cells = [[_cut(_safe(cell), widest) for cell in row] for row in rows]
    widths = [max(map(width, column)) for column in zip(*cells, strict=True)]
    lines = []
    for row in cells:
        padded = [
            " " * (wide - width(cell)) + cell if i in right else cell + " " * (wide - width(cell))
            for i, (cell, wide) in enumerate(zip(row, widths, strict=True))
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


def fit(text: str, wide: int, from_left: bool = False) -> str:
    """The text on one line and exactly `wide` columns wide; nothing a terminal would obey stays.

    >>> fit("Ana\\n\\x1b[1mRuiz", 16), fit("never-ending story", 8), fit("東京", 5)
    ('Ana �[1mRuiz    ', 'never-e…', '東京 ')
    >>> fit("Daily Post → Reuters", 10, from_left=True)
    '…→ Reuters'
    """
    shown = _cut(_safe(text), wide, from_left)
    return shown + " " * (wide - width(shown))


def width(text: str) -> int:
    """Columns a terminal gives the text: wide letters take two, combining marks none.

    >>> width("東京"), width("e\\u0301")
    (4, 1)
    """
    if text.isascii():
        return len(text)
    return sum(_char_width(char) for char in text)


def _char_width(char: str) -> int:
    if unicodedata.combining(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _safe(text: str) -> str:
    """The text on one line, without characters that would steer a terminal."""
    line = " ".join(text.split())
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in line)


def _cut(text: str, widest: int, from_left: bool = False) -> str:
    if width(text) <= widest:
        return text
    if from_left:
        kept = text[-(widest - 1) :] if widest > 1 else ""
        while width(kept) > widest - 1:
            kept = kept[1:]
        return f"…{kept.lstrip()}"
    kept = text[: widest - 1]
    while width(kept) > widest - 1:
        kept = kept[:-1]
    return f"{kept.rstrip()}…"
