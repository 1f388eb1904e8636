"""Whom a query means: the speakers of a name, and an outlet by any way of writing it."""

from __future__ import annotations

import json
import sqlite3

from attrib.across.identity import same_name
from attrib.across.speakers import keys
from attrib.errors import UsageError
from attrib.lazily import re
from attrib.outlets.catalogue import lookup

NOT_SEARCHED = re.compile("[\x00\ud800-\udfff]")
"""What no text of SQLite holds."""


def names(database: sqlite3.Connection, speaker: str) -> list[int]:
    """Numbers of all names of the speakers who go by this name, or may."""
    found = {number for (number,) in database.execute(*_naming(speaker))}
    if not found:
        shared = json.dumps(sorted(keys(("person", speaker)) | keys(("organization", speaker))))
        near = database.execute(
            "SELECT names.id, name FROM names JOIN name_keys ON name_id = names.id "
            "WHERE key IN (SELECT value FROM json_each(?))",
            (shared,),
        )
        found = {number for number, name in near if same_name(speaker, name)}
    others = database.execute(
        "SELECT other.id FROM names JOIN names AS other ON other.speaker_id = names.speaker_id "
        "WHERE names.id IN (SELECT value FROM json_each(?))",
        (json.dumps(sorted(found)),),
    )
    return sorted(found.union(number for (number,) in others))


def _naming(speaker: str) -> tuple[str, tuple[object, ...]]:
    """SQL for the names in which all words of a name stand."""
    words = [f'"{word}"' for word in re.findall(r"[\w'’.-]*\w", speaker)]
    if not words:
        raise UsageError(f"{speaker[:60]!r} is no name")
    return "SELECT rowid FROM names_fts WHERE names_fts MATCH ?", (" AND ".join(words),)


def _distinct(column: str, table: str) -> str:
    """SQL for the values of a column that has an index, at the cost of one look-up for each."""
    return (
        f"(WITH RECURSIVE one (value) AS (SELECT min({column}) FROM {table} UNION ALL "
        f"SELECT (SELECT min({column}) FROM {table} AND {column} > one.value) FROM one "
        "WHERE one.value IS NOT NULL) SELECT value FROM one)"
    )


_CARRIED = "links WHERE role = 'outlet'"
_WHATEVER_CASE = (
    f"SELECT value FROM {_distinct('publisher', 'articles WHERE true')} "
    "WHERE value = ?1 COLLATE NOCASE UNION ALL "
    f"SELECT value FROM {_distinct('name', _CARRIED)} "
    "WHERE value = ?1 COLLATE NOCASE"
)


def outlet_name(database: sqlite3.Connection, name: str) -> str:
    """The name of an outlet as the database has it, whatever its case; else the name as given."""
    name = NOT_SEARCHED.sub(" ", name)
    known = lookup(name)
    for wanted in dict.fromkeys((known.name if known else name, name)):
        found = database.execute(
            "SELECT publisher FROM articles WHERE publisher = ?1 UNION "
            "SELECT name FROM links WHERE role = 'outlet' AND name = ?1",
            (wanted,),
        ).fetchone()
        if found:
            return wanted
    found = database.execute(_WHATEVER_CASE, (name,)).fetchone()
    return str(found[0]) if found else name
