"""Speakers, outlets and articles of the database, each by its number or its name.

What is counted over a speaker or an outlet that is heard without end is counted over the latest
records only, so that any page is there at once; `Counted.of` says over how many.
"""

from __future__ import annotations

import json
import sqlite3
from typing import Any

from attrs import frozen

from attrib.analysis import Analysis
from attrib.desk.entry import document_of, quotations_of, record_of
from attrib.desk.meant import names
from attrib.desk.search import NAME_OF_ARTICLE

COUNTED = 5_000
"""Most records, or articles, that a count looks at."""
_READ = 2_000
"""The same where their rows have to be read, which are long."""
_ARTICLES = "articles INDEXED BY articles_narrow"
_RECORDS = "records INDEXED BY records_narrow"


@frozen(kw_only=True)
class SpeakerFound:
    """A speaker as the table has it."""

    id: int
    name: str
    kind: str
    title: str | None
    affiliation: str | None
    records: int

    def to_dict(self) -> dict[str, Any]:
        """As JSON."""
        names = ("id", "name", "kind", "title", "affiliation", "records")
        return {name: getattr(self, name) for name in names}


@frozen(kw_only=True)
class TitleHeld:
    """A title and the days between which articles give it to a speaker."""

    title: str
    first: str | None
    last: str | None
    records: int


@frozen
class Counted:
    """Names and how many records each has, the most first; over how many it was counted."""

    rows: tuple[tuple[str, int], ...]
    of: int


@frozen(kw_only=True)
class SpeakerPage:
    """What is known of a speaker besides what they said."""

    speaker: SpeakerFound
    names: tuple[str, ...]
    titles: tuple[TitleHeld, ...]
    """The latest first."""
    carriers: Counted
    """Publishers, and the outlets on which they rely."""


@frozen(kw_only=True)
class OutletPage:
    """What is known of an outlet."""

    name: str
    articles: int
    relies_on: Counted
    relied_on_by: Counted
    quotes: tuple[tuple[SpeakerFound, int], ...]
    latest: tuple[ArticleFound, ...]


@frozen(kw_only=True)
class ArticleFound:
    """An article as a list shows it."""

    id: int
    title: str
    publisher: str | None
    published: str | None
    records: int


def counts(database: sqlite3.Connection) -> dict[str, int]:
    """How many articles, records and speakers there are."""
    return {
        table: int(database.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
        for table in ("articles", "records", "speakers")
    }


def speakers(
    database: sqlite3.Connection, words: str = "", limit: int = 50, offset: int = 0
) -> tuple[SpeakerFound, ...]:
    """Speakers, the most heard first; with words, those who go by such a name."""
    where, values = "", []
    if words.strip():
        where = (
            "WHERE id IN (SELECT speaker_id FROM names "
            "WHERE id IN (SELECT value FROM json_each(?)))"
        )
        values.append(json.dumps(names(database, words)))
    found = database.execute(
        f"SELECT id, name, kind, title, affiliation, records FROM speakers {where} "
        "ORDER BY records DESC, id LIMIT ? OFFSET ?",
        (*values, limit, offset),
    )
    return tuple(map(_speaker, found))


def speaker(database: sqlite3.Connection, number: int) -> SpeakerPage | None:
    """A speaker by its number."""
    row = database.execute(
        "SELECT id, name, kind, title, affiliation, records FROM speakers WHERE id = ?", (number,)
    ).fetchone()
    if row is None:
        return None
    called = database.execute(
        "SELECT name FROM names WHERE speaker_id = ? AND records > 0 ORDER BY records DESC, name",
        (number,),
    )
    theirs = (
        "FROM records WHERE name_id IN (SELECT id FROM names WHERE speaker_id = ?) "
        "ORDER BY records.id DESC LIMIT"
    )
    held = database.execute(
        f"WITH said AS MATERIALIZED (SELECT id, article_id {theirs} {_READ}) "
        "SELECT records.title, min(published), max(published), count(*) FROM said "
        "CROSS JOIN records ON records.id = said.id "
        f"CROSS JOIN {_ARTICLES} ON articles.id = said.article_id WHERE records.title IS NOT NULL "
        "GROUP BY records.title ORDER BY max(published) DESC, count(*) DESC LIMIT 30",
        (number,),
    )
    carried = database.execute(
        f"WITH said AS MATERIALIZED (SELECT id, article_id {theirs} {COUNTED}) "
        "SELECT name, count(*) FROM ("
        f"SELECT said.id, publisher AS name FROM said CROSS JOIN {_ARTICLES} "
        "ON articles.id = article_id WHERE publisher IS NOT NULL UNION "
        "SELECT said.id, name FROM said CROSS JOIN links ON record_id = said.id "
        "WHERE role = 'outlet') GROUP BY name ORDER BY count(*) DESC, name LIMIT 30",
        (number,),
    )
    found = _speaker(row)
    return SpeakerPage(
        speaker=found,
        names=tuple(name for (name,) in called),
        titles=tuple(
            TitleHeld(title=title, first=first, last=last, records=records)
            for title, first, last, records in held
        ),
        carriers=Counted(tuple(carried), min(found.records, COUNTED)),
    )


def outlets(database: sqlite3.Connection) -> tuple[tuple[str, int, int], ...]:
    """Outlets by name, with how many articles they publish and how many records they carried."""
    published: dict[str, int] = dict(
        database.execute(
            "SELECT publisher, count(*) FROM articles WHERE publisher IS NOT NULL GROUP BY 1"
        )
    )
    carried: dict[str, int] = dict(
        database.execute("SELECT name, count(*) FROM links WHERE role = 'outlet' GROUP BY name")
    )
    rows = [
        (name, published.get(name, 0), carried.get(name, 0)) for name in {**published, **carried}
    ]
    return tuple(sorted(rows, key=lambda row: (-row[1] - row[2], row[0])))


def outlet(database: sqlite3.Connection, name: str) -> OutletPage | None:
    """An outlet by its name."""
    (number,) = database.execute(
        "SELECT count(*) FROM articles WHERE publisher = ?", (name,)
    ).fetchone()
    relied = _counted(
        database,
        "SELECT publisher FROM (SELECT record_id FROM links WHERE role = 'outlet' AND name = ? "
        f"ORDER BY record_id DESC LIMIT {COUNTED}) CROSS JOIN {_RECORDS} ON records.id = record_id "
        f"CROSS JOIN {_ARTICLES} ON articles.id = article_id",
        name,
    )
    if not number and not relied.of:
        return None
    theirs = (
        "(SELECT records.id, name_id FROM (SELECT id FROM articles WHERE publisher = ? "
        "ORDER BY published DESC LIMIT 500) AS own "
        "CROSS JOIN records ON records.article_id = own.id)"
    )
    quoted = database.execute(
        "SELECT speakers.id, speakers.name, speakers.kind, speakers.title, speakers.affiliation, "
        f"speakers.records, count(*) FROM {theirs} AS said JOIN names ON names.id = said.name_id "
        "JOIN speakers ON speakers.id = names.speaker_id "
        "GROUP BY speakers.id ORDER BY count(*) DESC, speakers.name LIMIT 20",
        (name,),
    )
    return OutletPage(
        name=name,
        articles=number,
        relies_on=_counted(
            database,
            f"SELECT name FROM {theirs} AS said CROSS JOIN links "
            "ON record_id = said.id WHERE role = 'outlet'",
            name,
        ),
        relied_on_by=relied,
        quotes=tuple((_speaker(row[:6]), row[6]) for row in quoted),
        latest=articles(database, publisher=name, limit=20),
    )


def articles(
    database: sqlite3.Connection, *, publisher: str | None = None, limit: int = 50, offset: int = 0
) -> tuple[ArticleFound, ...]:
    """Articles, the latest first."""
    where, values = ("WHERE publisher = ?", [publisher]) if publisher else ("", [])
    found = database.execute(
        f"SELECT id, coalesce({NAME_OF_ARTICLE}, path, document), publisher, published, "
        "(SELECT count(*) FROM records WHERE article_id = articles.id) "
        f"FROM articles {where} ORDER BY published DESC, id DESC LIMIT ? OFFSET ?",
        (*values, limit, offset),
    )
    return tuple(
        ArticleFound(id=row[0], title=row[1], publisher=row[2], published=row[3], records=row[4])
        for row in found
    )


def article(database: sqlite3.Connection, number: int) -> Analysis | None:
    """An article by its number, with its records and, where the database has it, its text."""
    cursor = database.execute("SELECT * FROM articles WHERE id = ?", (number,))
    cursor.row_factory = sqlite3.Row
    row = cursor.fetchone()
    if row is None:
        return None
    facts = document_of(row)
    kept = database.execute("SELECT json FROM records WHERE article_id = ? ORDER BY id", (number,))
    return Analysis.from_dict(
        {
            "document": facts,
            "records": [record_of(line, facts, row["text"]) for (line,) in kept],
            "notes": json.loads(row["notes"]),
            "quotations": quotations_of(row["quotations"], row["text"]),
        },
        row["text"] or "",
    )


def versions(database: sqlite3.Connection, number: int) -> tuple[tuple[str, str], ...]:
    """Hashes of an article's earlier texts, and until when each stood, the latest first."""
    found = database.execute(
        "SELECT hash, replaced FROM versions WHERE article_id = ? ORDER BY replaced DESC", (number,)
    )
    return tuple(found)


def _counted(database: sqlite3.Connection, names: str, *values: object) -> Counted:
    """Counts of what `names`, a query of one column, gives."""
    found = database.execute(
        f"SELECT *, count(*) FROM ({names}) GROUP BY 1 ORDER BY 2 DESC, 1", values
    ).fetchall()
    rows = tuple((name or "?", number) for name, number in found)
    return Counted(rows[:30], sum(number for _, number in rows))


def _speaker(row: tuple[Any, ...]) -> SpeakerFound:
    number, name, kind, title, affiliation, records = row
    return SpeakerFound(
        id=number, name=name, kind=kind, title=title, affiliation=affiliation, records=records
    )
