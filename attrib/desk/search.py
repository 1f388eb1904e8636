"""What somebody said about something, found again: a query goes in, hits come out.

Words are looked for in the contents of records, or in the articles they stand in, and the facts by
which a search is narrowed beside them.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from typing import Any

from attrs import frozen

from attrib.desk import narrowing
from attrib.desk.entry import document_of, record_of
from attrib.desk.narrowing import Facts
from attrib.desk.query import Query, Words, parsed
from attrib.desk.ranking import ARTICLES, CONTENTS, Searched, ranked

RANKED = 5_000
"""Most records that are ranked: of a word that more of them have, the latest so many, unless more
are asked for."""
ARTICLES_RANKED = 1_000
"""The same for articles."""
_MANY = 3_000
"""Records from which on they are not sorted by day, but articles gone through in their order."""
OPENING, CLOSING = "\x02", "\x03"
"""Around words that were looked for, in `Hit.marked`."""
NAME_OF_ARTICLE = (
    "coalesce(articles.title, articles.url, trim(substr(articles.text, 1, 70)) || ' …')"
)
"""SQL for what to call an article: its headline, or its address, or how it begins."""


@frozen(kw_only=True)
class Hit:
    """A record found, with its article and chain."""

    id: int
    record: str
    speaker: str | None
    """The fullest name, over all articles."""
    speaker_id: int | None
    named: str | None
    """The name in this article."""
    title: str | None
    kind: str
    content: str
    marked: str
    """The content, words that were looked for between `OPENING` and `CLOSING`."""
    cue: str | None
    cue_class: str | None
    confidence: float
    article_id: int
    place: int
    """Of the record in its article: 0 is the first."""
    article: str | None
    publisher: str | None
    published: str | None
    url: str | None
    chain: tuple[tuple[str, str], ...]

    def to_dict(self) -> dict[str, Any]:
        """As JSON."""
        names = (
            *("id", "record", "speaker", "speaker_id", "named", "title", "kind", "content", "cue"),
            *(
                "cue_class",
                "confidence",
                "article_id",
                "place",
                "article",
                "publisher",
                "published",
                "url",
            ),
        )
        chain = [{"role": role, "name": name} for role, name in self.chain]
        return {**{name: getattr(self, name) for name in names}, "chain": chain}


@frozen
class Found:
    """Hits in their order, and how many there are in all."""

    hits: tuple[Hit, ...]
    total: int
    """At most `RANKED`: then there may be more."""


def search(database: sqlite3.Connection, query: Query) -> Found:
    """The records that the query asks for, best first; without words, the latest first.

    UsageError where the words cannot be looked for.
    """
    if query.words and query.words.strip():
        ask = _in_articles if query.in_articles else _in_contents
        return ask(database, query, parsed(query.words))
    rows = narrowing.of_rows(database, query, by_article=False)
    total = _one(
        database,
        f"SELECT count(*) FROM (SELECT 1 FROM records WHERE {rows.condition} LIMIT {RANKED})",
        rows.values,
    )
    if total > _MANY:
        # The latest of many are found soon from the latest article on; few are sorted.
        rows = narrowing.of_rows(database, query, by_article=True)
        joined = "FROM articles CROSS JOIN records ON records.article_id = articles.id"
        latest = f"SELECT records.id {joined} WHERE {rows.condition}"
    else:
        latest = (
            f"WITH found AS MATERIALIZED (SELECT id, article_id FROM records "
            f"WHERE {rows.condition} LIMIT {_MANY}) SELECT records.id FROM found AS records "
            "CROSS JOIN articles INDEXED BY articles_narrow ON articles.id = records.article_id"
        )
    found = database.execute(
        f"{latest} ORDER BY articles.published DESC, articles.id DESC, records.id LIMIT ? OFFSET ?",
        (*rows.values, query.limit, query.offset),
    ).fetchall()
    return Found(tuple(hits(database, [number for (number,) in found])), total)


def _in_contents(database: sqlite3.Connection, query: Query, words: Words) -> Found:
    """Records that have the words, the best first."""
    facts = narrowing.of_contents(database, query)
    found = _latest(database, CONTENTS, words, facts, max(RANKED, query.limit))
    best = ranked(database, CONTENTS, words, found)[query.offset : query.offset + query.limit]
    marked = _marked(database, best, words.marking)
    return Found(tuple(hits(database, best, marked)), len(found))


def _in_articles(database: sqlite3.Connection, query: Query, words: Words) -> Found:
    """Records of the articles that have the words, the best articles first."""
    facts = narrowing.of_whole_articles(database, query)
    articles = _latest(database, ARTICLES, words, facts, max(ARTICLES_RANKED, query.limit))
    rows = narrowing.of_rows(database, query, by_article=True)
    found = database.execute(
        "WITH found AS MATERIALIZED (SELECT records.id AS id, ranked.key AS place "
        "FROM json_each(?) AS ranked CROSS JOIN articles ON articles.id = ranked.value "
        "CROSS JOIN records ON records.article_id = articles.id "
        f"WHERE {rows.condition} ORDER BY place, records.id LIMIT {max(RANKED, query.limit)}) "
        "SELECT id, (SELECT count(*) FROM found) FROM found ORDER BY place, id LIMIT ? OFFSET ?",
        (
            json.dumps(ranked(database, ARTICLES, words, articles)),
            *rows.values,
            query.limit,
            query.offset,
        ),
    ).fetchall()
    numbers = [number for number, _ in found]
    return Found(tuple(hits(database, numbers)), found[0][1] if found else 0)


def _latest(
    database: sqlite3.Connection, searched: Searched, words: Words, facts: Facts, most: int
) -> list[int]:
    """The latest rows that have the words and the facts, so many at most."""
    if facts.never:
        return []
    # The plus keeps FTS5 from looking for the words in each row of the set, one by one.
    among = "".join(f"AND +rowid IN ({numbers}) " for numbers in facts.sets)
    found = database.execute(
        f"SELECT rowid FROM {searched.index} WHERE {searched.index} MATCH ? {among}"
        "ORDER BY rowid DESC LIMIT ?",
        (facts.within(words.condition, searched.columns), *facts.values, most),
    )
    return [number for (number,) in found]


def _marked(database: sqlite3.Connection, numbers: Sequence[int], match: str) -> dict[int, str]:
    """The contents of records, words that were looked for between `OPENING` and `CLOSING`.

    Found anew in these few alone: of a short beginning all words are gathered at each look.
    """
    said = database.execute(
        "SELECT id, content FROM records WHERE id IN (SELECT value FROM json_each(?))",
        (json.dumps(numbers),),
    )
    with closing(sqlite3.connect(":memory:")) as aside:
        aside.execute("CREATE VIRTUAL TABLE said USING fts5 (content, tokenize='porter unicode61')")
        aside.executemany("INSERT INTO said (rowid, content) VALUES (?, ?)", said)
        found = aside.execute(
            f"SELECT rowid, highlight(said, 0, '{OPENING}', '{CLOSING}') FROM said "
            "WHERE said MATCH ?",
            (match,),
        )
        return dict(found.fetchall())


def hits(
    database: sqlite3.Connection, numbers: Sequence[int], marked: Mapping[int, str] | None = None
) -> Iterator[Hit]:
    """Hits for the numbers of records; `marked` has contents in which words are marked."""
    wanted = json.dumps(numbers)
    chains: dict[int, list[tuple[str, str]]] = {number: [] for number in numbers}
    for number, role, name in database.execute(
        "SELECT record_id, role, name FROM links "
        "WHERE record_id IN (SELECT value FROM json_each(?)) ORDER BY record_id, position",
        (wanted,),
    ):
        chains[number].append((role, name))
    rows = database.execute(
        "SELECT records.id, records.record, coalesce(speakers.name, names.name), speakers.id, "
        "names.name, records.title, records.kind, content, cue, cue_class, confidence, "
        "articles.id, records.id - (SELECT min(id) FROM records WHERE article_id = articles.id), "
        f"{NAME_OF_ARTICLE}, publisher, published, url "
        "FROM json_each(?) AS wanted JOIN records ON records.id = wanted.value "
        "JOIN articles ON articles.id = records.article_id "
        "LEFT JOIN names ON names.id = records.name_id "
        "LEFT JOIN speakers ON speakers.id = names.speaker_id ORDER BY wanted.key",
        (wanted,),
    )
    for row in rows:
        yield Hit(
            id=row[0],
            record=row[1],
            speaker=row[2],
            speaker_id=row[3],
            named=row[4],
            title=row[5],
            kind=row[6],
            content=row[7],
            marked=(marked or {}).get(row[0], row[7]),
            cue=row[8],
            cue_class=row[9],
            confidence=row[10],
            article_id=row[11],
            place=row[12],
            article=row[13],
            publisher=row[14],
            published=row[15],
            url=row[16],
            chain=tuple(chains[row[0]]),
        )


def records(database: sqlite3.Connection, found: Iterable[Hit]) -> Iterator[dict[str, Any]]:
    """The JSON records of hits, as `attrib extract` writes them."""
    for hit in found:
        cursor = database.execute("SELECT * FROM articles WHERE id = ?", (hit.article_id,))
        cursor.row_factory = sqlite3.Row
        article = cursor.fetchone()
        (kept,) = database.execute("SELECT json FROM records WHERE id = ?", (hit.id,)).fetchone()
        yield record_of(kept, document_of(article), article["text"])


def _one(database: sqlite3.Connection, sql: str, values: Sequence[object]) -> int:
    return int(database.execute(sql, values).fetchone()[0])
