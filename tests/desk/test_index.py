"""The database: what it holds is what `attrib extract` says, whatever happens while it is made."""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from made_corpus import make

from attrib import attribute
from attrib.across.speakers import speakers
from attrib.attributor import Attributor
from attrib.batch.extraction import Extraction
from attrib.cli import main
from attrib.desk import database
from attrib.desk.entry import Entries, document_of, key_of, of_records, record_of
from attrib.desk.index import Index
from attrib.errors import InputError
from attrib.model import Record, Speaker
from attrib.reading.corpus import Article, Problem

ROOT = Path(__file__).parents[2]
ARTICLES = ROOT / "fixtures" / "articles"
READY = "“We are ready,” said Ana Ruiz, the mayor. “Nobody is left behind,” she added.\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "quotes.db"


def rows(file: Path, sql: str, *values: object) -> list[tuple[Any, ...]]:
    connection = sqlite3.connect(file)
    try:
        return connection.execute(sql, values).fetchall()
    finally:
        connection.close()


def kept(file: Path) -> list[dict[str, Any]]:
    """The JSON records of a database, in order."""
    connection = database.for_reading(file)
    connection.row_factory = sqlite3.Row
    found = [
        record_of(row["json"], document_of(row), row["text"])
        for row in connection.execute(
            "SELECT articles.*, json FROM records JOIN articles ON articles.id = article_id "
            "ORDER BY records.id"
        )
    ]
    connection.close()
    return found


def contents(file: Path) -> dict[str, list[tuple[Any, ...]]]:
    """All that a database holds but for times and numbers that depend on the order of writing."""
    return {
        "articles": rows(file, "SELECT key, hash, made_by, text FROM articles ORDER BY key"),
        "records": rows(
            file,
            "SELECT key, record, content, speaker, chain, named FROM quotations "
            "JOIN articles ON articles.id = article_id ORDER BY key, record, content",
        ),
        "speakers": rows(file, "SELECT name, kind, records FROM speakers ORDER BY name, kind"),
        "links": rows(file, "SELECT count(*) FROM links"),
        "found": rows(
            file, "SELECT count(*) FROM records_fts WHERE records_fts MATCH 'said OR we'"
        ),
    }


def test_it_holds_the_records_that_extract_gives(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Read back, each record is the JSON record of `attrib extract`, to the byte."""
    lines = tmp_path / "records.jsonl"
    main(["extract", str(ARTICLES), "-o", str(lines)])
    assert main(["index", str(ARTICLES), "-o", str(file)]) == 0

    wanted = lines.read_text("utf-8").splitlines()
    assert len(wanted) > 300
    assert [
        json.dumps(record, ensure_ascii=False, separators=(",", ":")) for record in kept(file)
    ] == wanted
    assert "15 added" in capsys.readouterr().err


def test_indexed_again_nothing_is_doubled(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is there already is passed over, and the database stays as it is."""
    main(["index", str(ARTICLES), "-o", str(file)])
    before = contents(file)
    main(["index", str(ARTICLES), "-o", str(file), "--workers", "2"])

    assert contents(file) == before
    assert "0 added, 15 unchanged" in capsys.readouterr().err


def test_a_changed_article_replaces_itself(file: Path, tmp_path: Path) -> None:
    """The new text stands in place of the old one, whose hash is kept; its speakers go with it."""
    article = tmp_path / "ready.txt"
    article.write_text(READY, "utf-8")
    main(["index", str(article), "-o", str(file)])
    ((number, before),) = rows(file, "SELECT id, hash FROM articles")
    article.write_text("“Not yet,” said Bob Stone.\n", "utf-8")
    main(["index", str(article), "-o", str(file)])

    assert rows(file, "SELECT article_id, hash FROM versions") == [(number, before)]
    assert rows(file, "SELECT content, speaker FROM quotations") == [("“Not yet,”", "Bob Stone")]
    assert rows(file, "SELECT name, records FROM speakers") == [("Bob Stone", 1)]
    assert rows(file, "SELECT count(*) FROM records_fts WHERE records_fts MATCH 'ready'") == [(0,)]
    assert rows(file, "SELECT count(*) FROM articles_fts WHERE articles_fts MATCH 'mayor'") == [
        (0,)
    ]


def test_other_options_read_the_article_anew(file: Path, tmp_path: Path) -> None:
    """What was given counts as much as the text, but the text has no new version for that."""
    article = tmp_path / "ready.txt"
    article.write_text(READY, "utf-8")
    main(["index", str(article), "-o", str(file)])
    main(["index", str(article), "-o", str(file), "--publisher", "Daily Post"])

    assert rows(file, "SELECT publisher FROM articles") == [("Daily Post",)]
    assert rows(file, "SELECT count(*) FROM versions") == [(0,)]


@pytest.mark.parametrize(
    ("article", "key"),
    [
        ({"url": "https://a.example/b", "id": "7", "path": "x"}, "https://a.example/b"),
        ({"url": "https://a.example/", "id": "n7", "path": "x"}, "n7"),
        ({"id": "7", "path": "x.csv"}, "x.csv#7"),
        ({"path": "x.txt"}, "x.txt"),
    ],
    ids=["address", "site", "number", "file"],
)
def test_by_what_an_article_is_known_again(article: dict[str, Any], key: str) -> None:
    """By the surest name that it has."""
    assert key_of(Article(text="It rained.", place="x", **article)) == key


def test_what_no_database_takes_costs_no_offset(file: Path) -> None:
    """A lone surrogate, in a text or a name, is kept as U+FFFD, and spans stay where they are."""
    text = "“We are \ud83d ready,” said Ana R\udc00iz."
    work = Entries(extraction=Extraction(attributor=Attributor()))
    with Index.open(file) as index:
        index.add(work(Article(text=text, place="a", title="\ud83d", id="\ud83d"))[0])
    whole = text.replace("\ud83d", "\ufffd").replace("\udc00", "\ufffd")

    assert rows(file, "SELECT text, title FROM articles") == [(whole, "\ufffd")]
    for record in kept(file):
        for span in record["content"]:
            assert whole[span["start"] : span["end"]] == span["text"]


def test_records_without_their_text_are_kept_whole(file: Path) -> None:
    """Where only records are given, they keep their own words."""
    records = [record.to_dict() for record in attribute(READY, id="a").records]
    with Index.open(file) as index:
        index.add(of_records(map(Record.from_dict, records), ""))

    assert kept(file) == records
    assert rows(file, "SELECT text FROM articles") == [(None,)]


@pytest.mark.parametrize("seed", range(4))
def test_speakers_are_joined_as_by_attrib_speakers(
    file: Path, seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Bit by bit, in any order, with articles replaced on the way, the speakers are the same."""
    monkeypatch.setattr("attrib.desk.index._JOIN_AFTER", 7)
    chance = random.Random(seed)
    records = [evolve(record, id=f"{n}") for n, record in enumerate(make(120, seed).records)]
    others = ["CRB", "Clear River Board", "the Clear River Board", "Carl Rye Bakery", "Rye"]
    for record in chance.sample(records, 40):
        name = chance.choice(others)
        speaker = Speaker(name=name, kind="organization")
        records[int(record.id)] = evolve(record, speaker=speaker)
    articles = defaultdict(list)
    for record in records:
        articles[record.document.id].append(record)
    some = chance.sample(sorted(articles), 20)
    with Index.open(file) as index:
        for name in (*some, *chance.sample(sorted(articles), len(articles))):
            # The first time some of them are articles of other people.
            said = articles[name] if name not in some else [articles[chance.choice(some)][0]]
            said = [evolve(record, document=articles[name][0].document) for record in said]
            index.add(of_records(said, ""))
        for name in some:
            index.add(of_records(articles[name], ""))

    wanted = sorted((row.name, row.kind, row.records) for row in speakers(records))
    assert rows(file, "SELECT name, kind, records FROM speakers ORDER BY 1, 2, 3") == wanted


def test_a_reader_sees_whole_articles_while_one_writes(file: Path) -> None:
    """Who reads waits for nobody, and never sees half an article."""
    work = Entries(extraction=Extraction(attributor=Attributor()))
    with Index.open(file) as index:
        reader = database.for_reading(file)
        seen = []
        for number in range(5):
            index.add(work(Article(text=READY, place="", id=f"a{number}"))[0])
            seen.append(reader.execute("SELECT count(*) FROM records").fetchone()[0])
        reader.close()

    assert seen == [2, 4, 6, 8, 10]


def test_other_tools_know_the_full_text_search(quotes: Path) -> None:
    """Datasette and sqlite-utils tell a searchable table by these words in its declaration."""
    for table in ("articles", "records", "names"):
        ((declared,),) = rows(
            quotes, "SELECT sql FROM sqlite_schema WHERE name = ?", f"{table}_fts"
        )

        assert f'content="{table}"' in declared


def text_file(path: Path) -> None:
    path.write_text("This is no database, as anybody can see.", "utf-8")


def other_database(path: Path) -> None:
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE articles (id INTEGER)")
    connection.commit()
    connection.close()


def newer_database(path: Path, version: int = 99) -> None:
    database.for_writing(path).close()
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {version}")
    connection.close()


def older_database(path: Path) -> None:
    newer_database(path, 1)


@pytest.mark.parametrize(
    ("make_file", "told"),
    [
        (text_file, "no database"),
        (other_database, "not of attrib index"),
        (newer_database, "upgrade attrib"),
        (older_database, "into a new file"),
    ],
)
def test_a_file_of_something_else_is_left_alone(
    file: Path, make_file: Callable[[Path], None], told: str
) -> None:
    """Nothing is written into it, and the message says what it is."""
    make_file(file)
    before = file.read_bytes()
    for opened in (database.for_writing, database.for_reading):
        with pytest.raises(InputError, match=told):
            opened(file)

    assert file.read_bytes() == before


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    """No traceback: the message names the file."""
    with pytest.raises(InputError, match=r"quotes\.db: cannot be opened"):
        database.for_writing(tmp_path / "nowhere" / "quotes.db")


def test_a_bad_input_costs_itself_alone(
    file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The others are indexed, and the status says that one failed."""
    lines = tmp_path / "corpus.jsonl"
    lines.write_text(f"{json.dumps({'id': 'a', 'text': READY})}\nno JSON\n", "utf-8")

    assert main(["index", str(lines), str(tmp_path / "none.txt"), "-o", str(file)]) == 1
    assert rows(file, "SELECT count(*) FROM records") == [(2,)]
    error = capsys.readouterr().err
    assert "corpus.jsonl:2: not JSON" in error
    assert "none.txt: no such file" in error


def test_problems_pass_through() -> None:
    """What is passed over is only what the database holds."""
    problem = Problem("a", "no such file")
    connection = sqlite3.connect(":memory:")

    assert [*Index(connection).news([problem], "")] == [problem]


def whole(file: Path) -> list[tuple[Any, ...]]:
    """Each article, in the order of writing, with its hash and the number of its records."""
    return rows(
        file,
        "SELECT key, hash, count(*) FROM articles JOIN records ON article_id = articles.id "
        "GROUP BY articles.id ORDER BY articles.id",
    )


KILLS = int(os.environ.get("ATTRIB_KILLS", "4"))


def test_killed_at_any_moment_nothing_is_lost_or_doubled(tmp_path: Path) -> None:
    """After every kill the database is whole; run again to the end, it is as if never killed."""
    corpus = tmp_path / "corpus.jsonl"
    texts = [path.read_text("utf-8") for path in sorted(ARTICLES.glob("*.txt"))]
    with corpus.open("w", encoding="utf-8") as lines:
        for number in range(10 * KILLS):
            text = texts[number % len(texts)].replace("said", f"said in {number},", 1)
            lines.write(json.dumps({"id": f"n{number}", "text": text}) + "\n")
    undisturbed, killed = tmp_path / "undisturbed.db", tmp_path / "killed.db"
    main(["index", str(corpus), "-o", str(undisturbed)])
    command = [sys.executable, "-m", "attrib", "index", str(corpus), "-o", str(killed)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    chance = random.Random(7)
    before = 0
    for _ in range(KILLS):
        with subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL) as process:
            deadline = time.monotonic() + 60
            while process.poll() is None and time.monotonic() < deadline:
                if killed.exists() and killed.stat().st_size:
                    made = rows(killed, "PRAGMA user_version") == [(database.VERSION,)]
                    if made and rows(killed, "SELECT count(*) FROM articles")[0][0] > before:
                        break
                time.sleep(0.01)
            time.sleep(chance.random() * 0.1)
            process.send_signal(signal.SIGKILL)
        assert rows(killed, "PRAGMA integrity_check") == [("ok",)]
        ((articles,),) = rows(killed, "SELECT count(*) FROM articles")
        assert articles >= before
        before = articles
        for some, of_all in zip(whole(killed), whole(undisturbed), strict=False):
            assert some == of_all
    assert main(command[3:]) == 0

    assert contents(killed) == contents(undisturbed)
    assert rows(killed, "SELECT count(*) FROM versions") == [(0,)]
    connection = sqlite3.connect(killed)
    connection.execute("INSERT INTO records_fts (records_fts, rank) VALUES ('integrity-check', 1)")
    connection.close()
