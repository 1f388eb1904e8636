"""What full text search finds is what a look at every record finds, however it is narrowed."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, timedelta
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from attrib.desk import database, facts, narrowing, ranking
from attrib.desk import search as search_module
from attrib.desk.index import Index
from attrib.desk.query import Query, parsed
from attrib.desk.search import search

EVERYTHING = """
SELECT records.id, lower(content) AS content, records.kind, publisher, published, speaker_id,
  article_id, coalesce(cue_class, 'statement') AS cue_class,
  lower(coalesce(articles.title, '') || ' ' || articles.text) AS whole,
  coalesce((SELECT '|' || group_concat(links.name, '|') || '|' FROM links
    WHERE record_id = records.id AND role = 'outlet'), '|') AS carried
FROM records JOIN articles ON articles.id = article_id LEFT JOIN names ON names.id = name_id
"""
WORDS = ("the", "w*", "wa*", "wat*", "harbour", "the w*", "o* OR wat*", "the -of", '"of the"')
FACTS: tuple[dict[str, Any], ...] = (
    {},
    {"outlet": "Reuters"},
    {"outlet": "Riverton Gazette"},
    {"publisher": "Riverton Gazette"},
    {"since": "2024-03-02"},
    {"until": "2024-03-02"},
    {"since": "2024-03-01", "until": "2024-03-01", "outlet": "Reuters"},
    {"speaker_id": 1},
    {"cue_class": "denial"},
    {"cue_class": "statement", "kind": "direct", "since": "2000-01-01"},
    {"article_id": 3},
    {"article_id": 3, "speaker_id": 1},
    {"speaker_id": 1, "publisher": "Riverton Gazette", "until": "2024-12-31", "kind": "direct"},
    {"outlet": "Nobody’s Daily"},
)


def has(text: str, words: str) -> bool:
    """Whether a text has the words of a query, looked for one by one."""
    if " OR " in words:
        return any(has(text, either) for either in words.split(" OR "))
    terms = re.findall(r'"[^"]*"|\S+', words)
    return all(_has(text, term.lstrip("-")) != term.startswith("-") for term in terms)


@cache
def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text)


def _has(text: str, term: str) -> bool:
    words = _words(text)
    if term.startswith('"'):
        return f" {term[1:-1]} " in f" {' '.join(words)} "
    if term.endswith("*"):
        return any(word.startswith(term[:-1]) for word in words)
    return term in words


def holds(row: sqlite3.Row, asked: dict[str, Any]) -> bool:
    """Whether a record is of the article, speaker, outlet, … that is asked for."""
    outlet = asked.get("outlet")
    return (
        (not outlet or outlet == row["publisher"] or f"|{outlet}|" in row["carried"])
        and (row["published"] or "") >= asked.get("since", "")
        and (not asked.get("until") or "" < (row["published"] or "") <= asked["until"])
        and all(
            row[name] == asked[name]
            for name in ("publisher", "speaker_id", "cue_class", "kind", "article_id")
            if name in asked
        )
    )


@pytest.fixture
def opened(quotes: Path) -> Iterator[sqlite3.Connection]:
    with closing(database.for_reading(quotes)) as connection:
        yield connection


@pytest.mark.parametrize("in_articles", [False, True], ids=["contents", "articles"])
@pytest.mark.parametrize("names", [100, 0], ids=["by words", "by numbers"])
def test_the_same_is_found_as_by_looking_at_every_record(
    opened: sqlite3.Connection, in_articles: bool, names: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every beginning and phrase within every set of facts; a speaker of many names is no other."""
    monkeypatch.setattr(narrowing, "_NAMES", names)
    cursor = opened.execute(EVERYTHING)
    cursor.row_factory = sqlite3.Row
    every = cursor.fetchall()
    column = "whole" if in_articles else "content"
    most = 0
    having = {
        words: {text for text in {row[column] for row in every} if has(text, words)}
        for words in WORDS
    }
    for words, asked in product(WORDS, FACTS):
        query = Query(words=words, in_articles=in_articles, limit=10_000, **asked)
        found = search(opened, query)

        wanted = {row["id"] for row in every if row[column] in having[words] and holds(row, asked)}
        assert {hit.id for hit in found.hits} == wanted, (words, asked)
        assert found.total == len(wanted)
        most = max(most, len(wanted))
    assert most > 20


def test_common_words_have_no_say(
    opened: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same is found; the rarer word decides its order, and where there is none, the day."""
    asked = [Query(words=words, limit=10_000) for words in ("the", "the OR river", "the water")]
    before = [{hit.id for hit in search(opened, query).hits} for query in asked]
    monkeypatch.setattr(ranking, "_LATEST", 10)
    monkeypatch.setattr(search_module, "CONTENTS", evolve(ranking.CONTENTS, common=10))
    latest, river_first, _ = after = [
        [hit.id for hit in search(opened, query).hits] for query in asked
    ]

    assert list(map(set, after)) == before
    assert latest == sorted(latest, reverse=True)
    assert river_first != sorted(river_first, reverse=True)
    content, *_ = opened.execute("SELECT content FROM records WHERE id = ?", river_first[:1])
    assert "river" in content[0]


def test_only_the_latest_are_weighed(
    opened: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Those before them follow, the later ones first."""
    query = Query(words="the OR river", limit=10_000)
    every = {hit.id for hit in search(opened, query).hits}
    monkeypatch.setattr(ranking, "WEIGHED", 5)
    found = [hit.id for hit in search(opened, query).hits]

    assert found[5:] == sorted(every, reverse=True)[5:]
    assert set(found) == every


def test_facts_are_those_of_the_article_as_it_is_now(quotes: Path) -> None:
    """Whether written at once or in place of an earlier version, the full text index agrees."""
    with Index.open(quotes) as index:
        for table in ("records_fts", "articles_fts"):
            index._database.execute(f"INSERT INTO {table} ({table}) VALUES ('integrity-check')")


@given(st.dates(date(2019, 1, 1), date(2024, 12, 31)), st.integers(0, 900), st.integers(-40, 940))
def test_a_day_has_one_word_of_those_of_its_days(first: date, length: int, at: int) -> None:
    """And no day beside them has any."""
    last, day = first + timedelta(days=length), first + timedelta(days=at)
    words = list(facts.of_days(first, last))

    own = facts.of_article(None, day.isoformat()).split()
    assert len(set(own) & set(words)) == (first <= day <= last)
    assert len(words) < 90


@pytest.mark.parametrize("day", ["", None, "soon", "2024", "2024-13-01"])
def test_what_is_no_day_has_no_words(day: str | None) -> None:
    """An article may say anything."""
    assert facts.of_article(None, day) == ""


def test_a_day_may_have_a_time() -> None:
    """It is the day that counts."""
    assert facts.of_article(None, "2024-03-01T12:00:00Z") == facts.of_article(None, "2024-03-01")


def test_terms_that_do_not_tell_are_left_out_of_the_ranking() -> None:
    """With what is not wanted; a phrase of theirs stays with a word that tells."""
    words = parsed('the river OR "of the" OR dam* -sea')

    assert words.ranking(lambda term: term in ('"river"', '"dam" *')) == (
        '(("river") OR "the river") OR (("dam" *))'
    )
    assert words.ranking(lambda term: False) is None
