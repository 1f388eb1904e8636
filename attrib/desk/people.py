"""Whose names are whose: speakers joined over all articles of the database, as they come in.

The rules are those of `attrib speakers`. Only names that share a key with a new one are looked at
again, so the whole corpus is never held; a speaker keeps its number while it keeps a name.
"""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from typing import cast

from attrs import frozen

from attrib.across.speakers import fullest, identify, keys
from attrib.model import SpeakerKind

_LATEST = 100
"""Records of a name that are looked at for the speaker's title and affiliation."""


@frozen
class _Called:
    """A row of `names`."""

    id: int
    kind: SpeakerKind
    name: str
    speaker: int | None
    records: int


def name_id(database: sqlite3.Connection, name: str, kind: str) -> int:
    """The number of a name, which is new where it was never heard."""
    at = (name, kind)
    found = database.execute("SELECT id FROM names WHERE name = ? AND kind = ?", at).fetchone()
    if found:
        return int(found[0])
    number = database.execute("INSERT INTO names (name, kind) VALUES (?, ?)", at).lastrowid
    assert number is not None
    shared = keys((cast(SpeakerKind, kind), name))
    rows = [(key, number) for key in sorted(shared)]
    database.executemany("INSERT INTO name_keys (key, name_id) VALUES (?, ?)", rows)
    return number


def join(database: sqlite3.Connection) -> None:
    """Bring `speakers` up to date with the names that were heard since the last time."""
    found = database.execute("SELECT id FROM names WHERE changed").fetchall()
    dirty = {number for (number,) in found}
    while dirty:
        around = _around(database, dirty.pop())
        dirty.difference_update(called.id for called in around)
        _join(database, around)
    database.execute("UPDATE names SET changed = 0 WHERE changed")


def _around(database: sqlite3.Connection, number: int) -> list[_Called]:
    """The names that may be joined with this one, itself too."""
    found = database.execute(
        """
        WITH RECURSIVE near (name_id) AS (
          VALUES (?)
          UNION
          SELECT other.name_id FROM near
          JOIN name_keys AS own ON own.name_id = near.name_id
          JOIN name_keys AS other ON other.key = own.key
        )
        SELECT id, kind, name, speaker_id, records FROM names
        WHERE id IN near ORDER BY id
        """,
        (number,),
    )
    return [_Called(*row) for row in found]


def _join(database: sqlite3.Connection, around: Sequence[_Called]) -> None:
    heard = [called for called in around if called.records]
    identities = identify((called.kind, called.name) for called in heard)
    members: defaultdict[Hashable, list[_Called]] = defaultdict(list)
    for called in heard:
        members[identities[called.kind, called.name]].append(called)
    left = {called.speaker for called in around if called.speaker is not None}
    # Who is heard most keeps the number it had.
    for group in sorted(members.values(), key=lambda group: -sum(name.records for name in group)):
        numbers = Counter[int]()
        for called in group:
            if called.speaker in left:
                numbers[called.speaker] += 1 + called.records
        speaker = numbers.most_common(1)[0][0] if numbers else None
        left.discard(speaker)
        _write(database, speaker, group)
    silent = [(called.id,) for called in around if not called.records]
    database.executemany("UPDATE names SET speaker_id = NULL WHERE id = ?", silent)
    database.executemany("DELETE FROM speakers WHERE id = ?", [(number,) for number in left])


def _write(database: sqlite3.Connection, speaker: int | None, group: Sequence[_Called]) -> None:
    """A speaker's row, and its number in the rows of its names."""
    counts, kinds = Counter[str](), Counter[str]()
    for called in group:
        counts[called.name] += called.records
        kinds[called.kind] += called.records
    values = (
        fullest(counts),
        kinds.most_common(1)[0][0],
        *_described(database, group),
        sum(called.records for called in group),
    )
    if speaker is None:
        speaker = database.execute(
            "INSERT INTO speakers (name, kind, title, affiliation, records) VALUES (?, ?, ?, ?, ?)",
            values,
        ).lastrowid
    else:
        database.execute(
            "UPDATE speakers SET (name, kind, title, affiliation, records) = "
            "(?, ?, ?, ?, ?) WHERE id = ?",
            (*values, speaker),
        )
    moved = [(speaker, called.id) for called in group if called.speaker != speaker]
    database.executemany("UPDATE names SET speaker_id = ? WHERE id = ?", moved)


def _described(
    database: sqlite3.Connection, group: Iterable[_Called]
) -> tuple[str | None, str | None]:
    """The title and the affiliation that the latest records of these names say most often."""
    titles, affiliations = Counter[str](), Counter[str]()
    for called in group:
        for title, affiliation in database.execute(
            "SELECT title, affiliation FROM records WHERE name_id = ? ORDER BY id DESC LIMIT ?",
            (called.id, _LATEST),
        ):
            if title is not None:
                titles[title] += 1
            if affiliation is not None:
                affiliations[affiliation] += 1
    return _commonest(titles), _commonest(affiliations)


def _commonest(counts: Counter[str]) -> str | None:
    return max(sorted(counts), key=lambda value: counts[value]) if counts else None
