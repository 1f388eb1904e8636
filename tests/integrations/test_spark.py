"""Spark gives the records that one process gives. Skipped without pyspark and Java."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from shutil import which
from typing import Any

import pytest

from attrib import Attributor, MissingExtraError, UsageError, attribute
from attrib.analysis import to_json
from attrib.cli import main
from attrib.integrations import spark

ROOT = Path(__file__).parents[2]
ARTICLES = {
    path.stem: path.read_text("utf-8")
    for path in sorted((ROOT / "fixtures" / "articles").glob("*.txt"))[:6]
}
DAY = date(2024, 3, 14)


def lines(frame: Any) -> list[str]:
    """The rows of a data frame of records as JSON Lines."""
    rows = (row.asDict(recursive=True) for row in frame.collect())
    return [json.dumps(row, ensure_ascii=False, separators=(",", ":")) for row in rows]


@pytest.fixture(scope="module")
def session() -> Iterator[Any]:
    """A cluster of two local executors, which find attrib where these tests found it."""
    pytest.importorskip("pyspark")
    pytest.importorskip("pyarrow")
    if not (os.environ.get("JAVA_HOME") or which("java")):
        pytest.skip("Spark needs Java")
    from pyspark.sql import SparkSession

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        patch.setenv("PYTHONPATH", str(ROOT), prepend=os.pathsep)
        builder = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false")
        found = builder.config("spark.sql.shuffle.partitions", 2).getOrCreate()
        yield found
        found.stop()


@pytest.fixture(scope="module")
def articles(session: Any) -> Any:
    """Six articles, and rows without a text among them."""
    rows: list[tuple[str, str | None, date | None]] = [
        (name, text, DAY) for name, text in ARTICLES.items()
    ]
    rows[2:2] = [("empty", " \n", DAY), ("null", None, None)]
    return session.createDataFrame(rows, "name string, body string, day date").repartition(3)


def test_records_are_the_same_to_the_byte(articles: Any) -> None:
    """What a cluster makes of a row is what `attribute` makes of its text."""
    found = spark.attribute(articles, "body", id="name", published="day")

    wanted = [
        to_json(record)
        for name, text in ARTICLES.items()
        for record in attribute(text, id=name, published=DAY.isoformat()).records
    ]
    assert len(wanted) > 50
    assert sorted(lines(found)) == sorted(wanted)


def test_an_article_keeps_the_order_of_its_records(articles: Any) -> None:
    """Its records come one after another, as they stand in the text."""
    name, text = next(iter(ARTICLES.items()))
    found = spark.attribute(articles.where(articles.name == name), "body")

    assert lines(found) == [to_json(record) for record in attribute(text).records]


def test_many_records_leave_in_several_batches(
    articles: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A batch that is full goes, and the last need not be."""
    pa = pytest.importorskip("pyarrow")
    monkeypatch.setattr(spark, "RECORDS_A_BATCH", 10)
    work = spark._Rows("body", {}, [], Attributor())
    batch = pa.RecordBatch.from_pylist([{"body": text} for text in ARTICLES.values()])

    sizes = [made.num_rows for made in work(iter([batch, batch]))]

    assert len(sizes) > 5
    assert sum(sizes) == 2 * sum(len(attribute(text).records) for text in ARTICLES.values())


def test_columns_are_kept_beside_the_records(articles: Any) -> None:
    """Each record has the kept columns of its article, in front and with their types."""
    found = spark.attribute(
        articles, "body", keep=["day", "name"], attributor=Attributor(publisher="Dar Herald")
    )

    assert found.columns[:3] == ["day", "name", "id"]
    row = found.where(found.name == next(iter(ARTICLES))).first()
    assert row.day == DAY
    assert row.document.publisher == "Dar Herald"
    assert row.chain[0].asDict() == {"role": "publisher", "name": "Dar Herald"}


@pytest.mark.parametrize(
    ("words", "day"),
    [("2024-03-14T09:30:00Z", "2024-03-14"), ("14 March 2024", "2024-03-14"), ("soon", None)],
    ids=["timestamp", "words", "no-date"],
)
def test_days_may_be_words(session: Any, words: str, day: str | None) -> None:
    """A date in any common form counts; other words cost nobody the job."""
    frame = session.createDataFrame(
        [("“We are ready,” said Ana Ruiz.", words)], "text string, day string"
    )

    (row,) = spark.attribute(frame, published="day").collect()

    assert row.document.published == day


def test_unknown_columns_are_refused_before_anything_runs(articles: Any) -> None:
    """The message has the columns there are; a column named as a field cannot be kept."""
    with pytest.raises(UsageError, match="no column 'text', only name, body, day"):
        spark.attribute(articles)
    renamed = articles.withColumnRenamed("name", "id")
    with pytest.raises(UsageError, match="'id' is a field of the records"):
        spark.attribute(renamed, "body", keep=["id"])


def test_the_example_writes_a_folder_a_day(session: Any, tmp_path: Path) -> None:
    """JSON Lines become Parquet, its records those of the articles of each day."""
    days = [f"2024-03-{14 + number % 2}" for number in range(len(ARTICLES))]
    rows = [
        {"id": name, "published": day, "text": text}
        for (name, text), day in zip(ARTICLES.items(), days, strict=True)
    ]
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
    script = ROOT / "benchmarks" / "spark_example.py"

    subprocess.run(
        [sys.executable, script, corpus, tmp_path / "records"], check=True, capture_output=True
    )

    found = session.read.parquet(str(tmp_path / "records"))
    assert {folder.name for folder in (tmp_path / "records").glob("date=*")} == {
        "date=2024-03-14",
        "date=2024-03-15",
    }
    wanted = [
        to_json(record)
        for row in rows
        for record in attribute(row["text"], id=row["id"], published=row["published"]).records
    ]
    assert sorted(lines(found.drop("date"))) == sorted(wanted)


def test_without_the_extra_the_message_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Importing is free; using says what to install."""
    monkeypatch.setitem(sys.modules, "pyspark", None)
    monkeypatch.setitem(sys.modules, "pyspark.sql.types", None)

    with pytest.raises(MissingExtraError, match=r"pip install 'attrib\[spark\]'"):
        spark.record_type()
    with pytest.raises(MissingExtraError, match=r"attrib\[spark\]"):
        spark.attribute(object())


def test_what_one_writes_the_other_reads(session: Any, articles: Any, tmp_path: Path) -> None:
    """From a cluster to the database of one machine with all texts, and back as Parquet."""
    found = spark.attribute(articles, "body", id="name", published="day", keep=["body", "day"])
    theirs, ours, file = tmp_path / "theirs", tmp_path / "ours.parquet", tmp_path / "quotes.db"
    found.withColumnRenamed("body", "text").write.partitionBy("day").parquet(str(theirs))
    assert main(["index", "-q", "--records", str(theirs), "-o", str(file)]) == 0
    assert main(["search", str(file), "--limit", "0", "--format", "parquet", "-o", str(ours)]) == 0
    back = session.read.parquet(str(ours))

    assert back.columns == spark.record_type().names
    assert back.schema.simpleString() == spark.record_type().simpleString()
    assert sorted(lines(back)) == sorted(lines(found.drop("body", "day")))
    connection = sqlite3.connect(file)
    kept = connection.execute("SELECT document, text FROM articles").fetchall()
    connection.close()
    assert dict(kept) == ARTICLES
