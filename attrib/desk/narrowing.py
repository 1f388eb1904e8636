"""By what a search is narrowed, as SQL: a query goes in, conditions come out.

In a large database a row of `records` or `articles` costs far more than an entry of an index, so
that each condition is asked of an index alone. What few records satisfy is looked up first, as the
set of their numbers; what many do is asked of each record that has the words, soon enough found.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence

from attrs import define, field

from attrib.desk.meant import names, outlet_name
from attrib.desk.query import Query

_FEW = 20_000
"""Most records, or articles, whose numbers are gathered."""
_NAMED = "IN (SELECT value FROM json_each(?))"
_CARRIED = "SELECT record_id FROM links WHERE role = 'outlet' AND name = ?"
_CARRIES = f"EXISTS ({_CARRIED} AND record_id = records.id)"
_PUBLISHED = "SELECT id FROM articles WHERE publisher = ?"


@define
class Narrowing:
    """Conditions, and the values in them."""

    where: list[str] = field(factory=list)
    values: list[object] = field(factory=list)
    asks_records: bool = False
    asks_articles: bool = False

    def add(self, condition: str, *values: object) -> None:
        """One more, of numbers alone or of a table that is there."""
        self.where.append(condition)
        self.values.extend(values)

    def of_records(self, condition: str, *values: object) -> None:
        """One more, of columns of `records`."""
        self.asks_records = True
        self.add(condition, *values)

    @property
    def condition(self) -> str:
        """All of them, or what always holds."""
        return " AND ".join(self.where) or "true"


def of_contents(database: sqlite3.Connection, query: Query) -> Narrowing:
    """What must hold of a row of `records_fts`."""
    made = Narrowing()

    def few(numbers: str, *values: object) -> bool:
        """Whether it is few records whose numbers these are; if so, they are asked for."""
        number = _counted(database, numbers, values)
        if number > _FEW:
            return False
        if not number:
            # No word is looked for then.
            made.add("false")
            return True
        # The plus keeps FTS5 from looking for the words in each record of the set, one by one.
        made.add(f"+records_fts.rowid IN ({numbers})", *values)
        return True

    said = speaker_names(database, query)
    if said is not None and not few(f"SELECT id FROM records WHERE name_id {_NAMED}", said):
        made.of_records(f"+records.name_id {_NAMED}", said)
    if query.outlet is not None:
        name = outlet_name(database, query.outlet)
        theirs = f"SELECT id FROM records WHERE article_id IN ({_PUBLISHED}) UNION ALL {_CARRIED}"
        if not few(theirs, name, name):
            made.of_records(f"(+records.article_id IN ({_PUBLISHED}) OR {_CARRIES})", name, name)
    if query.article_id is not None:
        few("SELECT id FROM records WHERE article_id = ?", query.article_id)
    where, values = of_articles(database, query)
    if where:
        articles = f"SELECT id FROM articles WHERE {' AND '.join(where)}"
        if few(f"SELECT id FROM records WHERE article_id IN ({articles})", *values):
            pass
        elif _counted(database, articles, values) <= _FEW:
            made.of_records(f"+records.article_id IN ({articles})", *values)
        else:
            made.asks_articles = True
            made.of_records(" AND ".join(f"+articles.{one}" for one in where), *values)
    if query.cue_class is not None:
        condition, *given = _class(query.cue_class)
        if not few(f"SELECT id FROM records WHERE {condition}", *given):
            made.of_records(condition, *given)
    if query.kind is not None:
        made.of_records("+records.kind = ?", query.kind)
    return made


def of_rows(database: sqlite3.Connection, query: Query, *, by_article: bool) -> Narrowing:
    """What must hold of a row of `records`, which is found by the most telling of its indices.

    With `by_article` the row stands beside that of its article, by which it was found.
    """
    made = Narrowing(asks_records=True)
    # The plus keeps all indices but one out of it.
    found = "+" if by_article else ""
    said = speaker_names(database, query)
    if said is not None:
        made.add(f"{found}records.name_id {_NAMED}", said)
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


def speaker_names(database: sqlite3.Connection, query: Query) -> str | None:
    """Numbers of the names of the speaker who is asked for, as a JSON array; None for anybody."""
    found: set[int] | None = None
    if query.speaker is not None:
        found = set(names(database, query.speaker))
    if query.speaker_id is not None:
        theirs = database.execute("SELECT id FROM names WHERE speaker_id = ?", (query.speaker_id,))
        numbers = {number for (number,) in theirs}
        found = numbers if found is None else found & numbers
    return None if found is None else json.dumps(sorted(found))


def _class(name: str, found: str = "") -> tuple[str, ...]:
    if name == "statement":
        # As `attrib extract --only` has it: what has no cue states.
        return ("(+records.cue_class = ? OR +records.cue_class IS NULL)", name)
    return (f"{found}records.cue_class = ?", name)


def _counted(database: sqlite3.Connection, numbers: str, values: Sequence[object]) -> int:
    """How many numbers these are, or more than `_FEW`."""
    (found,) = database.execute(
        f"SELECT count(*) FROM (SELECT 1 FROM ({numbers}) LIMIT {_FEW + 1})", values
    ).fetchone()
    return int(found)
