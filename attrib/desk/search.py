"""What somebody said about something, found again: a query goes in, hits come out.

Words are looked for in the contents of records, or in the articles they stand in. The ranking is
that of FTS5 (BM25), words that follow one another as in the query counting more.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from attrs import frozen

from attrib.desk.entry import document_of, record_of
from attrib.desk.meant import NOT_SEARCHED, names, outlet_name
from attrib.errors import UsageError
from attrib.lazily import re

RANKED = 10_000
"""Most records that are ranked: of a word that more of them have, the latest so many."""
ARTICLES_RANKED = 2_000
"""The same for articles."""
_MANY = 1_000
"""Records from which on they are not sorted by day, but articles gone through in their order."""
OPENING, CLOSING = "\x02", "\x03"
"""Around words that were looked for, in `Hit.marked`."""
NAME_OF_ARTICLE = (
    "coalesce(articles.title, articles.url, trim(substr(articles.text, 1, 70)) || ' …')"
)
"""SQL for what to call an article: its headline, or its address, or how it begins."""
_TERM = re.compile(r'(-?)"([^"]*)"(\*?)|(\S+)')
_WORD = re.compile(r"\w")


@frozen(kw_only=True)
class Query:
    """What is looked for; all that is given must hold."""

    words: str | None = None
    """Words that must all be there, `"a phrase"`, `begin*`, `this OR that`, `-without`."""
    in_articles: bool = False
    """Look for the words in the whole article, title too, not only in what was said."""
    speaker: str | None = None
    """By any name that the speaker goes by."""
    speaker_id: int | None = None
    outlet: str | None = None
    """That publishes it or carried it."""
    publisher: str | None = None
    kind: str | None = None
    cue_class: str | None = None
    since: str | None = None
    until: str | None = None
    """First and last day of publication, ISO 8601."""
    article_id: int | None = None
    limit: int = 20
    offset: int = 0


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


def expression(words: str) -> str:
    """The words of a query as FTS5 wants them; UsageError where nothing is to be looked for.

    >>> expression('water "clear river" strik* -dam')
    '(("water" AND "clear river" AND "strik" *)) NOT ("dam")'
    >>> expression("military cooperation OR treaty")
    '(("military" AND "cooperation") OR "military cooperation") OR (("treaty"))'
    """
    groups: list[list[str]] = [[]]
    without: list[str] = []
    for minus, phrase, star, word in _TERM.findall(NOT_SEARCHED.sub(" ", words)):
        if word == "OR":
            groups.append([])
            continue
        if word in ("AND", "NOT"):
            continue
        bare = phrase or word.strip('"').removeprefix("-").removesuffix("*")
        if not _WORD.search(bare):
            continue
        beginning = " *" if star or word.endswith("*") else ""
        quoted = '"' + bare.replace('"', " ") + '"' + beginning
        if minus or word.startswith("-"):
            without.append(quoted)
        else:
            groups[-1].append(quoted)
    wanted = [group for group in groups if group]
    if not wanted:
        raise UsageError(f"{words!r} names no word to look for")
    either = " OR ".join(_group(group) for group in wanted)
    if not without:
        return either
    return f"{either if len(wanted) == 1 else f'({either})'} NOT ({' OR '.join(without)})"


def _group(terms: Sequence[str]) -> str:
    """All of the terms; plain words count more where they follow one another."""
    every = f"({' AND '.join(terms)})"
    if len(terms) > 1 and all(" " not in term for term in terms):
        phrase = " ".join(term.strip('"') for term in terms)
        return f'({every} OR "{phrase}")'
    return f"({every})"


def search(database: sqlite3.Connection, query: Query) -> Found:
    """The records that the query asks for, best first; without words, the latest first.

    UsageError where the words cannot be looked for.
    """
    words = bool(query.words and query.words.strip())
    where, values = _filters(database, query, as_sets=words and not query.in_articles)
    if query.words and words:
        match = expression(query.words)
        if query.in_articles:
            return _in_articles(database, query, match, where, values)
        return _in_contents(database, query, match, where, values)
    joined = "FROM records JOIN articles ON articles.id = records.article_id"
    condition = f"WHERE {' AND '.join(where)}" if where else ""
    # Counting needs the articles only where they are asked about.
    counted = joined if "articles." in condition else "FROM records"
    total = _one(
        database, f"SELECT count(*) FROM (SELECT 1 {counted} {condition} LIMIT {RANKED})", values
    )
    if total > _MANY:
        # The latest of many are found soon from the latest article on; few are sorted.
        joined = "FROM articles CROSS JOIN records ON records.article_id = articles.id"
    found = database.execute(
        f"SELECT records.id, records.content {joined} {condition} "
        "ORDER BY articles.published DESC, articles.id DESC, records.id LIMIT ? OFFSET ?",
        (*values, query.limit, query.offset),
    ).fetchall()
    return Found(tuple(hits(database, found)), total)


def _in_contents(
    database: sqlite3.Connection,
    query: Query,
    match: str,
    where: Sequence[str],
    values: Sequence[object],
) -> Found:
    joined = "FROM records_fts"
    if any("records." in condition or "articles." in condition for condition in where):
        joined += " JOIN records ON records.id = records_fts.rowid"
        joined += " JOIN articles ON articles.id = records.article_id"
    condition = " AND ".join(("records_fts MATCH ?", *where))
    total, first = database.execute(
        f"SELECT count(*), min(rowid) FROM (SELECT records_fts.rowid {joined} WHERE {condition} "
        f"ORDER BY records_fts.rowid DESC LIMIT {RANKED})",
        (match, *values),
    ).fetchone()
    if not total:
        return Found((), 0)
    since = " AND records_fts.rowid >= ?" if total == RANKED else ""
    found = database.execute(
        f"SELECT records_fts.rowid, highlight(records_fts, 0, '{OPENING}', '{CLOSING}') {joined} "
        f"WHERE {condition}{since} ORDER BY rank LIMIT ? OFFSET ?",
        (match, *values, *([first] if since else []), query.limit, query.offset),
    ).fetchall()
    return Found(tuple(hits(database, found)), total)


def _in_articles(
    database: sqlite3.Connection,
    query: Query,
    match: str,
    where: Sequence[str],
    values: Sequence[object],
) -> Found:
    """Records of the articles that have the words, the best articles first."""
    joined = (
        "FROM ranked JOIN records ON records.article_id = ranked.id "
        "JOIN articles ON articles.id = ranked.id"
    )
    condition = f"WHERE {' AND '.join(where)}" if where else ""
    ranked = (
        "WITH ranked AS MATERIALIZED (SELECT rowid AS id, rank AS place FROM articles_fts "
        f"WHERE articles_fts MATCH ? AND rowid >= (SELECT min(rowid) FROM (SELECT rowid FROM "
        f"articles_fts WHERE articles_fts MATCH ? ORDER BY rowid DESC LIMIT {ARTICLES_RANKED})))"
    )
    total = _one(
        database,
        f"{ranked} SELECT count(*) FROM (SELECT 1 {joined} {condition} LIMIT {RANKED})",
        (match, match, *values),
    )
    found = database.execute(
        f"{ranked} SELECT records.id, records.content {joined} {condition} "
        "ORDER BY ranked.place, records.id LIMIT ? OFFSET ?",
        (match, match, *values, query.limit, query.offset),
    ).fetchall()
    return Found(tuple(hits(database, found)), total)


# The plus keeps FTS5 from looking for the words in each record of the set, one by one.
_IN_SET = "+records_fts.rowid IN (SELECT id"


def _filters(
    database: sqlite3.Connection, query: Query, *, as_sets: bool
) -> tuple[list[str], list[object]]:
    """The conditions, and the values in them.

    With `as_sets` speakers and outlets give the numbers of their records, so that no record is
    read whose words alone are looked for.
    """
    where: list[str] = []
    values: list[object] = []

    def add(condition: str, *given: object) -> None:
        where.append(condition)
        values.extend(given)

    by_name = f"{_IN_SET} FROM records WHERE name_id IN" if as_sets else "(records.name_id IN"
    if query.speaker is not None:
        found = json.dumps(names(database, query.speaker))
        add(f"{by_name} (SELECT value FROM json_each(?)))", found)
    if query.speaker_id is not None:
        add(f"{by_name} (SELECT id FROM names WHERE speaker_id = ?))", query.speaker_id)
    if query.outlet is not None:
        name = outlet_name(database, query.outlet)
        published = "SELECT id FROM articles WHERE publisher = ?"
        carried = "SELECT record_id FROM links WHERE role = 'outlet' AND name = ?"
        if as_sets:
            add(
                f"{_IN_SET} FROM records WHERE article_id IN ({published}) UNION ALL {carried})",
                name,
                name,
            )
        else:
            # Both of one table and by an index: either is looked up, nothing is walked through.
            add(f"(records.article_id IN ({published}) OR records.id IN ({carried}))", name, name)
    if query.publisher is not None:
        add("articles.publisher = ?", outlet_name(database, query.publisher))
    if query.kind is not None:
        add("records.kind = ?", query.kind)
    if query.cue_class is not None:
        # As `attrib extract --only` has it: what has no cue states.
        add("coalesce(records.cue_class, 'statement') = ?", query.cue_class)
    if query.since is not None:
        add("articles.published >= ?", query.since)
    if query.until is not None:
        add("articles.published <= ?", query.until)
    if query.article_id is not None:
        add("records.article_id = ?", query.article_id)
    return where, values


def hits(database: sqlite3.Connection, found: Iterable[tuple[int, str]]) -> Iterator[Hit]:
    """Hits for the numbers of records, each with its content as it is to be marked."""
    marked = dict(found)
    wanted = json.dumps([*marked])
    chains: dict[int, list[tuple[str, str]]] = {number: [] for number in marked}
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
            marked=marked[row[0]],
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
