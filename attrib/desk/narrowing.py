"""By what a search is narrowed: a query goes in, conditions come out.

In a large database a row of `records` or `articles` costs far more than an entry of an index, so
that each condition is asked of an index alone: where words are looked for, of the full text index
itself, which has the facts as words; else of those of the tables.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from datetime import date

from attrs import define, field

from attrib.desk import facts
from attrib.desk.meant import names, outlet_name
from attrib.desk.query import Query
from attrib.errors import UsageError

_NAMES = 100
"""Most names that are looked for by their words; the records of more are gathered."""
_FIRST, _LAST = date(1800, 1, 1), date(2200, 1, 1)
"""Where the database does not say from when to when its articles are."""
_NAMED = "IN (SELECT value FROM json_each(?))"
_CARRIED = "SELECT record_id FROM links WHERE role = 'outlet' AND name = ?"
_CARRIES = f"EXISTS ({_CARRIED} AND record_id = records.id)"
_PUBLISHED = "SELECT id FROM articles WHERE publisher = ?"


@define
class Narrowing:
    """Conditions, and the values in them."""

    where: list[str] = field(factory=list)
    values: list[object] = field(factory=list)

    def add(self, condition: str, *values: object) -> None:
        """One more, of numbers alone or of a table that is there."""
        self.where.append(condition)
        self.values.extend(values)

    @property
    def condition(self) -> str:
        """All of them, or what always holds."""
        return " AND ".join(self.where) or "true"


@define
class Facts:
    """The same for a full text index: words of its column `facts`, and a set of numbers."""

    words: list[str] = field(factory=list)
    """Expressions of FTS5, all of which must hold."""
    sets: list[str] = field(factory=list)
    """SQL for numbers, among which the row's must be."""
    values: list[object] = field(factory=list)
    never: bool = False
    """Nothing is found."""

    def any_of(self, words: Iterable[str]) -> None:
        """One of the words must be there."""
        either = " OR ".join(f'"{word}"' for word in words)
        self.never = self.never or not either
        self.words.append(f"({either})")

    def among(self, numbers: str, *values: object) -> None:
        """The row's number must be one of these."""
        self.sets.append(numbers)
        self.values.extend(values)

    def within(self, words: str, column: str) -> str:
        """The words that are looked for in a column, and these."""
        looked_for = f"{{{column}}} : ({words})"
        if not self.words:
            return looked_for
        return f"{{facts}} : ({' AND '.join(self.words)}) AND {looked_for}"


def of_contents(database: sqlite3.Connection, query: Query) -> Facts:
    """What must hold of a row of `records_fts`."""
    made = _of_both(database, query, "id")
    if query.article_id is not None:
        made.among("SELECT id FROM records WHERE article_id = ?", query.article_id)
    if query.cue_class is not None:
        made.any_of([facts.of_class(query.cue_class)])
    if query.kind is not None:
        made.any_of([facts.of_kind(query.kind)])
    return made


def of_whole_articles(database: sqlite3.Connection, query: Query) -> Facts:
    """What must hold of a row of `articles_fts`; the rest is asked of the records (`of_rows`)."""
    made = _of_both(database, query, "article_id")
    if query.article_id is not None:
        made.among("SELECT ?", query.article_id)
    return made


def _of_both(database: sqlite3.Connection, query: Query, number: str) -> Facts:
    """What articles have as their records do; by `number` a record leads to the row."""
    made = Facts()
    said = speaker_names(database, query)
    if said is not None and len(said) <= _NAMES:
        made.any_of(map(facts.of_speaker, said))
    elif said is not None:
        made.among(f"SELECT {number} FROM records WHERE name_id {_NAMED}", json.dumps(said))
    if query.outlet is not None:
        made.any_of([facts.of_outlet(outlet_name(database, query.outlet))])
    if query.publisher is not None:
        made.any_of([facts.of_publisher(outlet_name(database, query.publisher))])
    if query.since is not None or query.until is not None:
        made.any_of(_days(database, query.since, query.until))
    return made


def _days(database: sqlite3.Connection, since: str | None, until: str | None) -> Iterator[str]:
    """The words for the days of publication from one to another, as far as there are articles."""
    limits: list[date] = []
    for asked, furthest, otherwise in ((since, "min", _FIRST), (until, "max", _LAST)):
        (day,) = database.execute(f"SELECT {furthest}(published) FROM articles").fetchone()
        there = facts.as_day(day) or otherwise
        wanted = facts.as_day(asked)
        if asked is not None and wanted is None:
            raise UsageError(f"{asked[:60]!r} is no day; write it as 2024-01-31")
        limits.append(wanted or there)
        limits.append(there)
    return facts.of_days(max(limits[:2]), min(limits[2:]))


def of_rows(database: sqlite3.Connection, query: Query, *, by_article: bool) -> Narrowing:
    """What must hold of a row of `records`, which is found by the most telling of its indices.

    With `by_article` the row stands beside that of its article, by which it was found.
    """
    made = Narrowing()
    # The plus keeps all indices but one out of it.
    found = "+" if by_article else ""
    said = speaker_names(database, query)
    if said is not None:
        made.add(f"{found}records.name_id {_NAMED}", json.dumps(said))
        found = "+"
    if query.outlet is not None:
        name = outlet_name(database, query.outlet)
        if by_article:
            made.add(f"(articles.publisher = ? OR {_CARRIES})", name, name)
        elif found:
            made.add(f"(+records.article_id IN ({_PUBLISHED}) OR {_CARRIES})", name, name)
        else:
            # Both of one table and by an index: either is looked up, nothing is walked through.
            made.add(
                f"(records.article_id IN ({_PUBLISHED}) OR records.id IN ({_CARRIED}))", name, name
            )
        found = "+"
    if query.article_id is not None:
        made.add(f"{found}records.article_id = ?", query.article_id)
        found = "+"
    where, values = of_articles(database, query)
    if by_article:
        for condition, value in zip(where, values, strict=True):
            made.add(f"articles.{condition}", value)
    elif where:
        articles = f"SELECT id FROM articles WHERE {' AND '.join(where)}"
        made.add(f"{found}records.article_id IN ({articles})", *values)
        found = "+"
    if query.cue_class is not None:
        condition, *given = _class(query.cue_class, found)
        made.add(condition, *given)
    if query.kind is not None:
        made.add("+records.kind = ?", query.kind)
    return made


def of_articles(database: sqlite3.Connection, query: Query) -> tuple[list[str], list[object]]:
    """Conditions on columns of `articles`, and the value in each."""
    where: list[str] = []
    values: list[object] = []
    if query.publisher is not None:
        where.append("publisher = ?")
        values.append(outlet_name(database, query.publisher))
    for condition, day in (("published >= ?", query.since), ("published <= ?", query.until)):
        if day is not None:
            where.append(condition)
            values.append(day)
    return where, values


def speaker_names(database: sqlite3.Connection, query: Query) -> list[int] | None:
    """Numbers of the names of the speaker who is asked for; None for anybody."""
    found: set[int] | None = None
    if query.speaker is not None:
        found = set(names(database, query.speaker))
    if query.speaker_id is not None:
        theirs = database.execute("SELECT id FROM names WHERE speaker_id = ?", (query.speaker_id,))
        numbers = {number for (number,) in theirs}
        found = numbers if found is None else found & numbers
    return None if found is None else sorted(found)


def _class(name: str, found: str = "") -> tuple[str, ...]:
    if name == "statement":
        # As `attrib extract --only` has it: what has no cue states.
        return ("(+records.cue_class = ? OR +records.cue_class IS NULL)", name)
    return (f"{found}records.cue_class = ?", name)
