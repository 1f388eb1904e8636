"""Records made elsewhere go into the database, and out of it again."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from attrib import attribute
from attrib.cli import main
from attrib.desk import database
from attrib.desk.made_elsewhere import entries
from attrib.errors import InputError

ARTICLES = Path(__file__).parents[2] / "fixtures" / "articles"


def lines(capsys: pytest.CaptureFixture[str], file: Path) -> list[dict[str, Any]]:
    """All records of a database, as `attrib search` writes them, in the order of their ids."""
    capsys.readouterr()
    main(["search", str(file), "--limit", "0", "--format", "jsonl"])
    found = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    return sorted(found, key=lambda record: str(record["id"]))


@pytest.mark.parametrize("name", ["jsonl", "parquet"])
def test_records_go_in_and_out_unchanged(
    tmp_path: Path, name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """What `attrib extract` wrote is what `attrib search` gives, after any number of runs."""
    if name == "parquet":
        pytest.importorskip("pyarrow")
    records, file = tmp_path / f"records.{name}", tmp_path / "quotes.db"
    wanted = tmp_path / "wanted.jsonl"
    main(["extract", str(ARTICLES), "-q", "--format", name, "-o", str(records)])
    main(["extract", str(ARTICLES), "-q", "-o", str(wanted)])
    assert main(["index", "--records", str(records), "-o", str(file)]) == 0
    assert main(["index", "--records", str(records), "-o", str(file)]) == 0

    assert "0 added, 15 unchanged" in capsys.readouterr().err
    expected = [json.loads(line) for line in wanted.read_text("utf-8").splitlines()]
    assert lines(capsys, file) == sorted(expected, key=lambda record: str(record["id"]))


def test_a_folder_of_spark_has_its_texts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Partitions, marks of success and columns kept beside the records are what Spark writes."""
    pa = pytest.importorskip("pyarrow")
    pq = pytest.importorskip("pyarrow.parquet")
    from attrib.formats.parquet import arrow_schema

    texts = [path.read_text("utf-8") for path in sorted(ARTICLES.glob("*.txt"))[:4]]
    folder = tmp_path / "records"
    for number, text in enumerate(texts):
        part = folder / f"day=2024-03-0{number + 1}" / f"part-{number}.parquet"
        part.parent.mkdir(parents=True)
        rows = [
            {"text": text, "desk": "world", **record.to_dict()}
            for record in attribute(text, id=f"n{number}").records
        ]
        kept = [pa.field("text", pa.string()), pa.field("desk", pa.string())]
        pq.write_table(pa.Table.from_pylist(rows, pa.schema([*kept, *arrow_schema()])), part)
    (folder / "_SUCCESS").touch()
    file = tmp_path / "quotes.db"
    assert main(["index", "--records", str(folder), "-o", str(file)]) == 0

    opened = database.for_reading(file)
    assert [text for (text,) in opened.execute("SELECT text FROM articles ORDER BY id")] == texts
    opened.close()
    wanted = [
        r.to_dict() for n, text in enumerate(texts) for r in attribute(text, id=f"n{n}").records
    ]
    assert lines(capsys, file) == sorted(wanted, key=lambda record: str(record["id"]))


def test_the_columns_are_those_of_spark(tmp_path: Path) -> None:
    """A field of the JSON Schema is a column of the same name, nested as it is there."""
    pq = pytest.importorskip("pyarrow.parquet")
    file = tmp_path / "records.parquet"
    main(
        ["extract", str(ARTICLES / "wire-port-strike.txt"), "--format", "parquet", "-o", str(file)]
    )
    schema = pq.read_schema(file)

    record = attribute("“We are ready,” said Ana Ruiz.").records[0].to_dict()
    assert schema.names == list(record)
    assert [field.name for field in schema.field("document").type] == list(record["document"])
    chain = schema.field("chain").type
    assert chain.value_field.name == "element"
    assert [field.name for field in chain.value_type] == list(record["chain"][0])


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("none.jsonl", None, "no such file"),
        ("bad.jsonl", b'{"content": []}\n', "lacks its document"),
        ("text.jsonl", b"It rained.\n", "not JSON"),
        ("bad.parquet", b"no Parquet", "cannot be read as Parquet"),
    ],
)
def test_what_is_no_record_is_told(
    tmp_path: Path, name: str, content: bytes | None, told: str
) -> None:
    """The message names the file."""
    if name.endswith("parquet"):
        pytest.importorskip("pyarrow")
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)

    with pytest.raises(InputError, match=told):
        list(entries(path))


def test_parquet_without_its_extra_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The message names the extra; and what is no text is not written to a terminal."""
    monkeypatch.setitem(__import__("sys").modules, "pyarrow", None)
    article = str(ARTICLES / "wire-port-strike.txt")

    assert main(["extract", article, "--format", "parquet"]) == 2
    assert "name a file" in capsys.readouterr().err
    out = tmp_path / "records.parquet"
    assert main(["extract", article, "--format", "parquet", "-o", str(out)]) == 1
    assert "attrib[parquet]" in capsys.readouterr().err
    assert not out.exists()


def test_a_part_of_the_records_replaces_nothing_else(tmp_path: Path) -> None:
    """An article whose records changed replaces itself, whichever way it came."""
    records, file = tmp_path / "records.jsonl", tmp_path / "quotes.db"
    main(["extract", str(ARTICLES), "-q", "-o", str(records)])
    main(["index", "-q", "--records", str(records), "-o", str(file)])
    main(["extract", str(ARTICLES), "-q", "--min-confidence", "0.8", "-o", str(records)])
    main(["index", "-q", "--records", str(records), "-o", str(file)])

    connection = sqlite3.connect(file)
    ((articles, least),) = connection.execute(
        "SELECT (SELECT count(*) FROM articles), min(confidence) FROM records"
    )
    connection.close()
    assert articles == 15
    assert least >= 0.8
