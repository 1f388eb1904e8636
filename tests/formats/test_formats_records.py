"""Formats that hold whole records: JSON Lines, JSON, CSV; and `convert` between formats."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from attrs import evolve
from hand_made import ANALYSIS, DOCUMENT, TEXT
from hypothesis import given
from hypothesis import strategies as st

from attrib import formats
from attrib.analysis import Analysis
from attrib.errors import InputError, UsageError
from attrib.formats import csv_table
from attrib.model import Document, Link, Record, Span

RECORDS = [record.to_dict() for record in ANALYSIS.records]
HERE = [row for row in formats.FORMATS if row.name != "parquet" or find_spec("pyarrow")]
"""Parquet is an extra."""
LOSSLESS = [row.name for row in HERE if row.lossless]
READABLE = [row.name for row in HERE if row.readable]


def written(name: str, **options: object) -> str:
    out = io.StringIO()
    formats.write(name, [ANALYSIS], out, **options)
    return out.getvalue()


@pytest.mark.parametrize("name", LOSSLESS)
def test_lossless_formats_give_equal_records_back(name: str, tmp_path: Path) -> None:
    """What a lossless format wrote is read back equal in every field."""
    path = tmp_path / "records"
    formats.write(name, [ANALYSIS], path)

    assert list(formats.read(name, path)) == RECORDS


@pytest.mark.parametrize("name", READABLE)
def test_spans_survive_every_readable_format(name: str, tmp_path: Path) -> None:
    """Content, cue and source have the same offsets after any format that can be read."""
    path = tmp_path / "records"
    formats.write(name, [ANALYSIS], path)

    found = [Record.from_dict(data, TEXT) for data in formats.read(name, path)]

    for record, expected in zip(found, ANALYSIS.records, strict=True):
        assert record.content == expected.content
        assert record.source == expected.source
        assert (record.cue and record.cue.span) == (expected.cue and expected.cue.span)


@pytest.mark.parametrize("row", formats.FORMATS, ids=lambda row: row.name)
def test_every_format_documents_its_mapping(row: formats.Format) -> None:
    """The module of each format opens with a table from its words to ours."""
    module = __import__(row.module, fromlist=["write"])

    assert "| attrib |" in str(module.__doc__)


@pytest.mark.parametrize("row", HERE, ids=lambda row: row.name)
def test_no_articles_is_a_valid_file(row: formats.Format, tmp_path: Path) -> None:
    """A format writes something well-formed where there is nothing to write."""
    path = tmp_path / "none"
    formats.write(row.name, [], path)

    if row.name in ("json", "webanno", "prov", "schemaorg"):
        assert json.loads(path.read_text(encoding="utf-8")) is not None
    elif not row.is_folder:
        assert list(formats.read(row.name, path)) == []


@pytest.mark.parametrize("name", ["jsonl", "json", "csv", "webanno", "schemaorg", "citron"])
def test_articles_are_written_as_they_come(name: str) -> None:
    """An article's records are in the output before the next article is asked for."""
    out = io.StringIO()

    def articles() -> Iterator[Analysis]:
        yield ANALYSIS
        assert "a pier of his own" in out.getvalue()

    formats.write(name, articles(), out)


def test_json_carries_text_and_notes() -> None:
    """With `text`, the JSON array holds the article, so that offsets can be followed."""
    (article,) = json.loads(written("json", text=True))

    assert article["text"] == TEXT
    assert article["notes"][0]["span"]["text"] == "“We have"
    assert article["quotations"] == [entry.to_dict() for entry in ANALYSIS.quotations]


def test_csv_defuses_formulas() -> None:
    """No cell begins with a character that makes a spreadsheet run it."""
    rows = list(csv.reader(io.StringIO(written("csv"))))
    cells = [cell for row in rows for cell in row]

    assert "'=SUM(1) costs rose" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


@given(words=st.text(alphabet="'=+-@\t\r|\n;\", a…", min_size=1, max_size=12))
def test_csv_gives_any_words_back(tmp_path_factory: pytest.TempPathFactory, words: str) -> None:
    """Defusing and quoting are undone exactly, whatever the words are."""
    text = f"{words} said so"
    document = Document(text=text, id="x")
    record = evolve(
        ANALYSIS.records[2],
        document=document,
        content=(Span.of(text, 0, len(words)), Span.of(text, len(words) + 1, len(text))),
        source=Span.of(text, 0, len(words)),
        chain=(Link("publisher", words), Link("speaker", f"{words} | b")),
    )
    out = io.StringIO()
    csv_table.write([Analysis(document, (record,))], out)
    path = tmp_path_factory.getbasetemp() / "any_words.csv"
    path.write_text(out.getvalue(), encoding="utf-8", newline="")

    assert list(csv_table.read(path)) == [record.to_dict()]


def test_csv_can_carry_a_byte_order_mark(tmp_path: Path) -> None:
    """With `bom`, a spreadsheet knows the file for UTF-8, and we still read it."""
    path = tmp_path / "table.csv"
    formats.write("csv", [ANALYSIS], path, bom=True)

    assert path.read_bytes().startswith(b"\xef\xbb\xbfdocument,path")
    assert list(formats.read("csv", path)) == RECORDS


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("jsonl", "\n{", ":2: not JSON"),
        ("jsonl", "[1]", ":1: not a record"),
        ("json", '{"a": 1}', "not what `--format json` writes"),
        ("csv", "a,b\n1,2\n", "it lacks"),
        ("webanno", '{"type": "Annotation"}', "not Web Annotations"),
        ("citron", '{"quotes": [{}], "text": ""}', "not Citron's JSON"),
        ("brat", "T1\tCue\n", "not brat standoff"),
    ],
)
def test_what_is_not_the_format_is_said_so(
    name: str, data: str, message: str, tmp_path: Path
) -> None:
    """A file of another kind raises InputError with the file and, by lines, the place."""
    path = tmp_path / "a_attrib.ann"
    path.write_text(data, encoding="utf-8")
    (tmp_path / "a.txt").write_text("", encoding="utf-8")

    with pytest.raises(InputError, match=message):
        list(formats.read(name, path))


def test_a_missing_file_is_an_input_error(tmp_path: Path) -> None:
    """A path that is not there is reported as the others are."""
    with pytest.raises(InputError, match=r"gone\.jsonl"):
        list(formats.read("jsonl", tmp_path / "gone.jsonl"))


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: formats.named("xml"), "there are jsonl, json"),
        (lambda: formats.write("jsonl", [], io.StringIO(), bom=True), "has no option bom"),
        (lambda: formats.write("brat", [], io.StringIO()), "name a folder"),
        (lambda: list(formats.read("prov", Path("x"))), "for writing only"),
    ],
    ids=["unknown", "option", "folder", "write-only"],
)
def test_wrong_use_says_what_is_right(call: object, message: str) -> None:
    """A usage error names the alternatives."""
    with pytest.raises(UsageError, match=message):
        call()  # type: ignore[operator]


@pytest.mark.parametrize("source", LOSSLESS)
@pytest.mark.parametrize("target", LOSSLESS)
def test_convert_between_lossless_formats(source: str, target: str, tmp_path: Path) -> None:
    """Records go from any lossless format to any other unchanged."""
    first, second = tmp_path / "first", tmp_path / "second"
    formats.write(source, [ANALYSIS], first)

    formats.convert(source, first, target, second, text_of=lambda document: TEXT)

    assert list(formats.read(target, second)) == RECORDS


def test_convert_refuses_to_lose(tmp_path: Path) -> None:
    """Where the target holds less, convert names what would go, unless that is said to be fine."""
    path = tmp_path / "records.jsonl"
    formats.write("jsonl", [ANALYSIS], path)
    out = io.StringIO()

    with pytest.raises(UsageError, match="cannot hold addressee, chain"):
        formats.convert("jsonl", path, "citron", out)
    with pytest.raises(UsageError, match="contains the article's text"):
        formats.convert("jsonl", path, "citron", out, lossy=True)
    formats.convert("jsonl", path, "citron", out, lossy=True, text_of=lambda document: TEXT)

    assert json.loads(out.getvalue())["text"] == TEXT


def test_convert_from_less_to_more_needs_no_leave(tmp_path: Path) -> None:
    """brat holds spans only, so everything it holds fits into Citron's JSON."""
    formats.write("brat", [ANALYSIS], tmp_path)
    out = io.StringIO()

    formats.convert("brat", tmp_path, "citron", out, text_of=lambda document: TEXT)

    assert len(json.loads(out.getvalue())["quotes"]) == len(RECORDS)


def test_articles_are_told_apart_in_conversion() -> None:
    """Records of one document make one article; a broken record is an input error."""
    other = evolve(ANALYSIS.records[0], document=evolve(DOCUMENT, id="other")).to_dict()

    assert [len(a.records) for a in formats.analyses([*RECORDS, other])] == [len(RECORDS), 1]
    with pytest.raises(InputError, match="not a record of attrib"):
        list(formats.analyses([{"document": {"id": "x"}}]))
