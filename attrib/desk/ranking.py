"""The order of what was found by its words: numbers of rows go in, the best come first.

The ranking is BM25, words that follow one another as in the query counting more. FTS5 counts in how
many texts each word stands, which of a word that most texts have takes longer than all else. Such
a word hardly tells one text from another, so it has no say.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from functools import cache

from attrs import frozen

from attrib.desk.query import Words
from attrib.lazily import re

WEIGHED = 2_000
"""Most rows that are weighed against one another: the latest."""
_LATEST = 2_000
"""Texts with a word from which it is told how many have it."""
_PART = re.compile(r"\w+")


@frozen
class Searched:
    """A full text index, and which of its columns hold words."""

    index: str
    columns: str
    common: int
    """Texts in which a word has to stand to have no say."""


CONTENTS = Searched("records_fts", "content", common=100_000)
ARTICLES = Searched("articles_fts", "title text", common=30_000)


def ranked(
    database: sqlite3.Connection, searched: Searched, words: Words, found: Sequence[int]
) -> list[int]:
    """The rows that were found, the latest first, in their order: the best come first.

    Those that no word tells apart, and those too old to be weighed, follow as they came.
    """
    if len(found) < 2:
        return list(found)
    (last,) = database.execute(f"SELECT max(rowid) FROM {searched.index}").fetchone()

    @cache
    def is_common(term: str) -> bool:
        """By how far back its latest texts reach: to look at all would take too long."""
        reach = database.execute(
            f"SELECT rowid FROM {searched.index} WHERE {searched.index} MATCH ? "
            f"ORDER BY rowid DESC LIMIT 1 OFFSET {_LATEST}",
            (f"{{{searched.columns}}} : {term}",),
        ).fetchone()
        return bool(reach) and last * _LATEST > searched.common * (last - reach[0])

    def tells(term: str) -> bool:
        parts = [term] if term.endswith("*") else [f'"{part}"' for part in _PART.findall(term)]
        return not all(map(is_common, parts))

    telling = words.ranking(tells)
    if telling is None:
        return list(found)
    weighed = found[:WEIGHED]
    places = dict(
        database.execute(
            f"SELECT rowid, bm25({searched.index}) FROM {searched.index} "
            f"WHERE {searched.index} MATCH ? AND rowid BETWEEN ? AND ? "
            "AND +rowid IN (SELECT value FROM json_each(?))",
            (
                f"{{{searched.columns}}} : ({telling})",
                weighed[-1],
                weighed[0],
                json.dumps(weighed),
            ),
        ).fetchall()
    )
    # Sorting keeps the order of those that have no place.
    return sorted(found, key=lambda row: (places[row], row) if row in places else (0.0, 0))
