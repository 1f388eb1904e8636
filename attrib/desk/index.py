"""Articles into the database: each in a transaction of its own, so that a kill costs one at most.

An article that is there already, from the same text by the same rules, is passed over before it
is read: that is how a run goes on where another was killed, and how a folder that grew is read
again at the cost of what is new. One that changed takes the place of its earlier version, whose
hash is kept. Speakers are joined every so often, at the end, and when the next run begins.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timezone
from pathlib import Path

from attrs import define, field

from attrib.desk import database, people
from attrib.desk.entry import (
    ARTICLE_COLUMNS,
    RECORD_COLUMNS,
    Entry,
    Row,
    hash_of,
    key_of,
    made_by,
)
from attrib.desk.facts import of_speaker
from attrib.reading.corpus import Article, Problem

_JOIN_AFTER = 500
"""Articles after which speakers are joined."""
_REMEMBERED = 8192
"""Names whose numbers are not looked up again."""


def _insert(table: str, columns: Iterable[str]) -> str:
    names = tuple(columns)
    return f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"


_ARTICLE = _insert("articles", (*ARTICLE_COLUMNS, "indexed"))
_CHANGED = (
    f"UPDATE articles SET {', '.join(f'{column} = ?' for column in (*ARTICLE_COLUMNS, 'indexed'))} "
    "WHERE id = ?"
)
_RECORD = _insert("records", ("id", *RECORD_COLUMNS, "facts", "name_id", "article_id"))
_LINK = _insert("links", ("record_id", "position", "role", "name"))


@define
class Index:
    """A database open for writing; as a context manager it joins the speakers and closes.

    >>> from tempfile import TemporaryDirectory
    >>> from attrib.desk.entry import of_analysis
    >>> from attrib.attributor import attribute
    >>> found = attribute("“We are ready,” said Ana Ruiz.")
    >>> with TemporaryDirectory() as folder:
    ...     with Index.open(Path(folder, "quotes.db")) as index:
    ...         index.add(of_analysis(found, key="a", made_by="doctest"))
    ...     with Index.open(Path(folder, "quotes.db")) as index:
    ...         index.counts()
    {'articles': 1, 'records': 1, 'speakers': 1}
    """

    _database: sqlite3.Connection
    added: int = 0
    replaced: int = 0
    unchanged: int = 0
    _waiting: int = 0
    """Articles since names were joined."""
    _names: dict[tuple[str, str], int] = field(factory=dict)
    """Numbers of names heard lately: no name ever loses its own."""

    @classmethod
    def open(cls, path: Path) -> Index:
        """The index in the file at `path`, made where there is none."""
        return cls(database.for_writing(path))

    def __enter__(self) -> Index:
        return self

    def __exit__(self, *reason: object) -> None:
        try:
            self.join()
        finally:
            self._database.close()

    def news(
        self, items: Iterable[Article | Problem], settings: str
    ) -> Iterator[Article | Problem]:
        """The articles that the database does not hold as they are; problems pass through."""
        for item in items:
            if isinstance(item, Article) and self.holds(
                key_of(item), hash_of(item.text), made_by(item, settings)
            ):
                self.unchanged += 1
            else:
                yield item

    def holds(self, key: str, digest: str, made: str) -> bool:
        """Whether the article is there, with this text and by these rules."""
        found = self._database.execute(
            "SELECT hash, made_by FROM articles WHERE key = ?", (key,)
        ).fetchone()
        return bool(found == (digest, made))

    def renew(self, entry: Entry) -> None:
        """Add an entry that was made elsewhere, unless it is there as it is."""
        if self.holds(entry.key, entry.hash, entry.made_by):
            self.unchanged += 1
        else:
            self.add(entry)

    def add(self, entry: Entry) -> None:
        """Write an article and its records, in place of what was there under its key."""
        self._database.execute("BEGIN IMMEDIATE")
        try:
            said = Counter(row.name for row in entry.rows if row.name)
            names = {name: self._name(name) for name in said}
            article = self._place(entry, names.values())
            self._fill(article, entry.rows, names)
            self._count((names[name], number) for name, number in said.items())
            self._database.execute("COMMIT")
        except BaseException:
            self._database.execute("ROLLBACK")
            self._names.clear()
            raise
        self._waiting += 1
        if self._waiting >= _JOIN_AFTER:
            self.join()

    def join(self) -> None:
        """Join the speakers of what was added since the last time."""
        self._database.execute("BEGIN IMMEDIATE")
        try:
            people.join(self._database)
            self._database.execute("COMMIT")
        except BaseException:
            self._database.execute("ROLLBACK")
            raise
        self._waiting = 0

    def counts(self) -> dict[str, int]:
        """How much the database holds."""
        tables = ("articles", "records", "speakers")
        return {
            table: self._database.execute(f"SELECT count(*) FROM {table}").fetchone()[0]
            for table in tables
        }

    def _place(self, entry: Entry, names: Iterable[int]) -> int:
        """The number of the article's row, which is written, without records of it."""
        *columns, facts = entry.values
        values = (*columns, " ".join((str(facts), *map(of_speaker, names))))
        now = datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
        key = entry.values[0]
        found = self._database.execute(
            "SELECT id, hash, title, indexed FROM articles WHERE key = ?", (key,)
        ).fetchone()
        if found is None:
            self.added += 1
            number = self._database.execute(_ARTICLE, (*values, now)).lastrowid
            assert number is not None
            return number
        self.replaced += 1
        number, *before = found
        if before[0] != entry.hash:
            self._database.execute(
                "INSERT INTO versions (article_id, hash, title, indexed, replaced) "
                "VALUES (?, ?, ?, ?, ?)",
                (number, *before, now),
            )
        self._empty(number)
        self._database.execute(_CHANGED, (*values, now, number))
        return int(number)

    def _empty(self, article: int) -> None:
        """Take away the article's records, and what its speakers had by them."""
        said = self._database.execute(
            "SELECT name_id, -count(*) FROM records "
            "WHERE article_id = ? AND name_id IS NOT NULL GROUP BY name_id",
            (article,),
        ).fetchall()
        self._count(said)
        self._database.execute("DELETE FROM records WHERE article_id = ?", (article,))

    def _fill(
        self, article: int, rows: Sequence[Row], names: Mapping[tuple[str, str], int]
    ) -> None:
        # Nobody else writes in this transaction.
        (last,) = self._database.execute("SELECT coalesce(max(id), 0) FROM records").fetchone()
        self._database.executemany(
            _RECORD,
            (
                (last + at, *row.values, *_named(row, names), article)
                for at, row in enumerate(rows, 1)
            ),
        )
        self._database.executemany(
            _LINK,
            (
                (last + at, position, *link)
                for at, row in enumerate(rows, 1)
                for position, link in enumerate(row.links)
            ),
        )

    def _name(self, name: tuple[str, str]) -> int:
        number = self._names.get(name)
        if number is None:
            if len(self._names) >= _REMEMBERED:
                self._names.clear()
            number = self._names[name] = people.name_id(self._database, *name)
        return number

    def _count(self, said: Iterable[tuple[int, int]]) -> None:
        """Add so many records to each name."""
        self._database.executemany(
            "UPDATE names SET records = records + ?, changed = 1 WHERE id = ?",
            [(number, name) for name, number in said],
        )


def _named(row: Row, names: Mapping[tuple[str, str], int]) -> tuple[str, int | None]:
    """The facts of a record with its speaker's, and the number of that name."""
    if row.name is None:
        return row.facts, None
    return f"{row.facts} {of_speaker(names[row.name])}", names[row.name]
