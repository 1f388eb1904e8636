"""Search: what was said is found by its words, its speaker, its way and its day."""

from __future__ import annotations

import csv
import io
import json
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib import attribute
from attrib.cli import main
from attrib.commands.terminal import Status
from attrib.desk import database, lookup, narrowing
from attrib.desk.query import Query, parsed
from attrib.desk.search import CLOSING, OPENING, Found, search
from attrib.errors import UsageError

Search = Callable[..., Found]
ARTICLES = Path(__file__).parents[2] / "fixtures" / "articles"


@pytest.fixture
def find(quotes: Path) -> Iterator[Search]:
    opened = database.for_reading(quotes)
    yield lambda **asked: search(opened, Query(**asked))
    opened.close()


def contents(found: Found) -> list[str]:
    return [hit.content for hit in found.hits]


def test_words_that_follow_one_another_count_more(find: Search) -> None:
    """Both statements have all the words; the longer one has them in a row, and comes first."""
    found = contents(find(words="the water", publisher="Riverton Gazette"))

    assert found == ["“The water of the clear river is ours,”", "“The clear river needs water,”"]


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ('"river needs"', 1),
        ('"needs river"', 0),
        ("needing waters", 1),
        ("wat* clear", 2),
        ("water -needs", 1),
        ("needs OR ours", 2),
    ],
    ids=["phrase", "no phrase", "endings", "beginning", "without", "or"],
)
def test_words_are_asked_for_in_many_ways(find: Search, words: str, number: int) -> None:
    """A phrase stands as it is, endings do not matter, what is not wanted is left out."""
    assert find(words=words, publisher="Riverton Gazette").total == number


def test_hits_show_the_words_that_were_looked_for(find: Search) -> None:
    """They are marked in the content, which is otherwise as it was."""
    (hit,) = find(words="ours", publisher="Riverton Gazette").hits

    assert f"{OPENING}ours{CLOSING}" in hit.marked
    assert hit.marked.replace(OPENING, "").replace(CLOSING, "") == hit.content


def test_a_hit_has_its_article_day_and_chain(find: Search) -> None:
    """Who reads a hit knows where it stands and through whom it came."""
    (hit,) = find(words='"river needs"').hits

    assert (hit.speaker, hit.article, hit.published) == (
        "Ana Quilby",
        "Harbour to close",
        "2024-03-01",
    )
    assert hit.url == "https://gazette.example/harbour-to-close"
    assert [name for _, name in hit.chain] == ["Riverton Gazette", "Reuters", "Ana Quilby"]


@pytest.mark.parametrize(
    "name", ["Ana Quilby", "Quilby", "quilby", "Mayor Ana Quilby", "A. Quilby", "QUÍLBY"]
)
def test_a_speaker_is_found_by_any_name(find: Search, name: str) -> None:
    """Surname, initial, title, case and accents: it is the same person in all three articles."""
    found = find(speaker=name)

    assert {hit.article for hit in found.hits} == {
        "Harbour to close",
        "Harbour stays",
        "No word of it",
    }
    assert {hit.speaker for hit in found.hits} == {"Ana Quilby"}


def test_without_words_the_latest_come_first(find: Search) -> None:
    """Days go down."""
    days = [hit.published or "" for hit in find(speaker="Quilby").hits]

    assert days == sorted(days, reverse=True)
    assert days[0] == "2024-03-03"


@pytest.mark.parametrize(
    ("asked", "articles"),
    [
        ({"outlet": "reuters"}, {"Harbour to close", "No word of it"}),
        ({"outlet": "Daily Post"}, {"No word of it"}),
        ({"publisher": "riverton gazette"}, {"Harbour to close", "Harbour stays"}),
        ({"publisher": "Reuters"}, set()),
        ({"cue_class": "denial"}, {"Harbour to close"}),
        ({"kind": "indirect"}, {"Harbour to close"}),
        ({"since": "2024-03-02"}, {"Harbour stays", "No word of it"}),
        ({"until": "2024-03-02"}, {"Harbour to close", "Harbour stays"}),
        ({"words": "cooperation"}, {"No word of it"}),
        ({"words": "cooperation", "in_articles": True}, {"Harbour stays", "No word of it"}),
    ],
    ids=lambda value: next(iter(value), "none") if isinstance(value, dict) else "",
)
def test_each_filter_narrows(find: Search, asked: dict[str, str], articles: set[str]) -> None:
    """Whatever is given must hold; words may be looked for in whole articles."""
    found = find(speaker="Quilby", limit=100, **asked)

    assert {hit.article for hit in found.hits} == articles


def test_pages_follow_one_another(find: Search) -> None:
    """Parts of the hits, put together, are all of them in the same order."""
    whole = [hit.id for hit in find(words="the", limit=1000).hits]
    parts = [
        hit.id for at in range(0, 30, 10) for hit in find(words="the", limit=10, offset=at).hits
    ]

    assert len(whole) > 40
    assert parts == whole[:30]
    assert find(words="the", limit=1).total == len(whole)


@given(st.text())
def test_no_words_break_the_search(words: str) -> None:
    """Whatever is typed, it is looked for or refused; SQLite never stumbles."""
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE records_fts USING fts5 (content)")
    try:
        match = parsed(words).marking
    except UsageError:
        return
    connection.execute("SELECT * FROM records_fts WHERE records_fts MATCH ?", (match,)).fetchall()


def test_an_article_comes_back_as_it_was_read(quotes: Path) -> None:
    """Text, records and notes of the database are those of `attribute`."""
    opened = database.for_reading(quotes)
    found = lookup.articles(opened, publisher="Riverton Gazette")
    analysis = lookup.article(opened, found[-1].id)
    opened.close()

    assert analysis is not None
    facts = analysis.document.to_dict()
    asked = {name: facts[name] for name in ("id", "path", "url", "publisher", "published")}
    assert analysis == attribute(analysis.document.text, **asked)


# --- on the command line


def test_records_come_out_as_extract_writes_them(
    quotes: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """JSON Lines are whole records, so that what reads records reads hits; CSV has them too."""
    assert (
        main(["search", str(quotes), "river", "--format", "jsonl", "--publisher", "Daily Post"])
        == 0
    )
    nothing = capsys.readouterr()
    main(
        ["search", str(quotes), "--speaker", "Stone", "--until", "2024-03-09", "--format", "jsonl"]
    )
    lines = capsys.readouterr().out.splitlines()
    main(["search", str(quotes), "--speaker", "Stone", "--until", "2024-03-09", "--format", "csv"])
    (row,) = csv.DictReader(io.StringIO(capsys.readouterr().out))

    assert nothing.out == ""
    assert "nothing found" in nothing.err
    (record,) = map(json.loads, lines)
    assert record["speaker"]["name"] == row["speaker"] == "Bob Stone"
    assert record["document"]["title"] == "Harbour to close"


def test_the_table_says_how_many_there_are(
    quotes: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A line a hit, and how many are not shown."""
    main(["search", str(quotes), "the", "--limit", "3"])
    captured = capsys.readouterr()

    assert len(captured.out.splitlines()) == 4
    assert captured.err.startswith("attrib: 3 of ")


@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (["none.db", "x"], Status.FAILED, "attrib index"),
        (["QUOTES", "“”"], Status.USAGE, "no word to look for"),
        (["QUOTES", '"' * 1000], Status.USAGE, "no word to look for"),
        (["QUOTES", "--speaker", '"*"'], Status.USAGE, "is no name"),
        ([str(Path(__file__).parent), "x"], Status.FAILED, "a folder"),
        (["QUOTES", "--since", "yesterday"], Status.USAGE, "write it as"),
        (["QUOTES", "--limit", "-1"], Status.USAGE, "limit"),
    ],
    ids=["no file", "no words", "marks", "no name", "a folder", "no day", "no number"],
)
def test_what_is_wrong_is_told(
    quotes: Path,
    words: list[str],
    status: Status,
    told: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The message says what to do."""
    given_words = [str(quotes) if word == "QUOTES" else word for word in words]

    assert main(["search", *given_words]) == status
    assert told in capsys.readouterr().err


@pytest.mark.parametrize("limit", ["0", "000", "9" * 30])
def test_any_number_of_hits_may_be_asked_for(
    quotes: Path, limit: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """All of them, where it is none or more than there can be."""
    assert main(["search", str(quotes), "water", "--limit", limit]) == Status.OK
    assert "shows more" not in capsys.readouterr().err


@pytest.mark.parametrize("filled", [False, True], ids=["no bytes", "no articles"])
def test_an_empty_database_says_how_to_fill_it(
    tmp_path: Path, filled: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whether nothing was ever written to the file or no article was in what was read."""
    file = tmp_path / "quotes.db"
    file.touch()
    if filled:
        database.for_writing(file).close()

    assert main(["search", str(file), "water"]) == (Status.OK if filled else Status.FAILED)
    assert f"attrib index … -o {file} fills it" in capsys.readouterr().err


def test_a_damaged_database_is_told(
    quotes: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A message, no traceback, of who searches and of who writes."""
    file = tmp_path / "damaged.db"
    data = bytearray(quotes.read_bytes())
    data[8192:] = bytes(255 - byte for byte in data[8192:])
    file.write_bytes(data)
    for words in (["search", str(file), "water"], ["index", str(ARTICLES), "-o", str(file)]):
        assert main(words) == Status.FAILED
        assert "index the articles into a new file" in capsys.readouterr().err


def test_a_database_that_another_holds_is_told(
    tmp_path: Path,
    quotes: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """Who would write waits, and says after a while for whom; who searches need not wait."""
    monkeypatch.setattr(database, "_PATIENCE", 0.1)
    file, article = tmp_path / "quotes.db", tmp_path / "ready.txt"
    shutil.copy(quotes, file)
    article.write_text("“We are ready,” said Ana Quilby.\n", "utf-8")
    with closing(sqlite3.connect(file, isolation_level=None)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        assert main(["search", str(file), "water"]) == Status.OK
        assert main(["index", str(article), "-o", str(file)]) == Status.FAILED
        holder.execute("ROLLBACK")

    assert "another program is writing to it" in capsys.readouterr().err


@pytest.mark.parametrize("asked", [{}, {"kind": "direct"}, {"outlet": "Riverton Gazette"}], ids=str)
def test_many_come_in_the_order_of_few(
    find: Search, asked: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The latest first, whether all that are found are sorted or articles are gone through."""
    sorted_by_day = find(**asked)
    monkeypatch.setattr("attrib.desk.search._MANY", 0)

    assert len(sorted_by_day.hits) > 2
    assert find(**asked) == sorted_by_day


@pytest.mark.parametrize("words", ["the", "water OR we", None], ids=str)
@pytest.mark.parametrize(
    "asked",
    [
        {"speaker": "Quilby"},
        {"outlet": "reuters"},
        {"publisher": "Riverton Gazette", "until": "2024-03-01"},
        {"since": "2024-03-01"},
        {"cue_class": "denial"},
        {"cue_class": "statement", "kind": "direct"},
        {
            "outlet": "Riverton Gazette",
            "speaker": "Quilby",
            "since": "2024-01-01",
            "kind": "direct",
        },
    ],
    ids=lambda asked: " ".join(asked),
)
def test_many_are_narrowed_as_few_are(
    find: Search, words: str | None, asked: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The numbers of few records are gathered and many are asked one by one: the hits are these."""
    gathered = find(words=words, **asked)
    monkeypatch.setattr(narrowing, "_NAMES", 0)

    assert find(words=words, **asked) == gathered
    assert words or gathered.hits


def test_no_record_is_walked_through_for_an_outlet_nobody_knows(quotes: Path) -> None:
    """Its records are looked up, by the publisher of their articles and by their chains."""
    opened = database.for_reading(quotes)
    steps: list[str] = []
    opened.set_trace_callback(steps.append)
    search(opened, Query(outlet="Nobody's Daily"))
    opened.set_trace_callback(None)
    (counted,) = [step for step in steps if step.startswith("SELECT count")]
    plan = [row[3] for row in opened.execute(f"EXPLAIN QUERY PLAN {counted}")]
    opened.close()

    assert not [step for step in plan if step.startswith("SCAN records")]
