"""CSV: one flat row for each record, for spreadsheets and data frames. Nothing is lost.

| column | attrib |
|---|---|
| `document`, `path`, `url`, `title`, … | `Document`; `credits` and `captions` joined with ` \\| ` |
| `id`, `kind`, `pattern`, `confidence`, `nested_in` | the record's own |
| `content`, `content_start`, `content_end` | pieces joined with ` … `; first start, last end |
| `content_spans` | every piece: `56 114;120 130` |
| `cue`, `cue_start`, `cue_end`, `cue_lemma`, `cue_class`, `cue_polarity`, `cue_modality` | `Cue` |
| `source`, `source_start`, `source_end` | the source's span |
| `speaker`, `speaker_kind`, `speaker_title`, … | `Speaker`; its spans with `_start`, `_end` |
| `chain` | `publisher: Daily Post \\| speaker: Ana Ruiz` |
| `chain_by`, `chain_listed`, `chain_countries`, `chain_kinds` | of each link, in that order |
| `chain_words` | the same: `12 19 Reuters` |
| `addressee`, `medium`, `time`, `date`, `place`, `venue`, … | `Circumstances` |

A cell that a spreadsheet would run as a formula (it starts with `=`, `+`, `-`, `@`, a tab or a
carriage return) gets a `'` in front; `read` takes it away again. The option `bom` writes the byte
order mark by which Excel knows UTF-8.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import zip_longest
from pathlib import Path
from typing import Any, TextIO

from attrs import frozen

from attrib.analysis import Analysis
from attrib.errors import InputError
from attrib.lazily import re

PIECES = " … "
PARTS = " | "
Cell = str | int | float | None

_LONGEST_CELL = 1 << 30
"""A content may be as long as an article; the module `csv` allows 131,072 unless told otherwise."""
_DANGEROUS = re.compile(r"'*[=+\-@\t\r]")


@frozen
class Column:
    """A column and the keys that lead to its value in the JSON record."""

    name: str
    keys: tuple[str, ...]
    parse: Callable[[str], Any] = str


def _own(*names: str, parse: Callable[[str], Any] = str) -> tuple[Column, ...]:
    return tuple(Column(name, (name,), parse) for name in names)


def _span(name: str, *keys: str) -> tuple[Column, ...]:
    """The three columns of a span: its words, where it starts, where it ends."""
    return (
        Column(name, (*keys, "text")),
        Column(f"{name}_start", (*keys, "start"), int),
        Column(f"{name}_end", (*keys, "end"), int),
    )


_DOCUMENT = (
    *("path", "url", "title", "subtitle", "publisher", "published", "modified", "author"),
    "dateline",
)
_LISTS = ("credits", "captions")
COLUMNS = (
    Column("document", ("document", "id")),
    *(Column(name, ("document", name)) for name in _DOCUMENT),
    Column("credits", ("document", "credits")),
    Column("story_code", ("document", "story_code")),
    Column("captions", ("document", "captions")),
    Column("length", ("document", "length"), int),
    *_own("id", "kind"),
    *_own("content"),
    Column("content_start", ("content_start",), int),
    Column("content_end", ("content_end",), int),
    *_own("content_spans"),
    *_span("cue", "cue"),
    Column("cue_lemma", ("cue", "lemma")),
    Column("cue_class", ("cue", "class")),
    Column("cue_polarity", ("cue", "polarity")),
    Column("cue_modality", ("cue", "modality")),
    *_span("source", "source"),
    Column("speaker", ("speaker", "name")),
    Column("speaker_kind", ("speaker", "kind")),
    Column("speaker_title", ("speaker", "title")),
    *_span("speaker_title_words", "speaker", "title_span"),
    Column("affiliation", ("speaker", "affiliation")),
    *_span("affiliation_words", "speaker", "affiliation_span"),
    *_span("justification", "speaker", "justification"),
    Column("anonymity", ("speaker", "anonymity")),
    Column("resolved_by", ("speaker", "resolved_by")),
    Column("name_confidence", ("speaker", "confidence"), float),
    *_span("antecedent", "speaker", "antecedent"),
    *_own("chain"),
    *_own("chain_by", "chain_listed", "chain_countries", "chain_kinds", "chain_words"),
    *_span("addressee", "addressee"),
    Column("addressee_name", ("addressee", "name")),
    Column("addressee_kind", ("addressee", "kind")),
    *_own("medium"),
    *_span("medium_words", "medium_span"),
    *_span("time", "time"),
    Column("date", ("time", "date")),
    Column("date_end", ("time", "date_end")),
    *_span("place", "place"),
    *_own("venue"),
    *_span("venue_words", "venue_span"),
    *_own("venue_by", "nested_in"),
    *_own("confidence", parse=float),
    *_own("pattern"),
)


_LINK_COLUMNS = {
    "by": "chain_by",
    "listed": "chain_listed",
    "country": "chain_countries",
    "kind": "chain_kinds",
}
_LATER = frozenset(
    {
        *("name_confidence", "chain_words", "venue_words", "venue_words_start", "venue_words_end"),
        *("venue_by", "modified", "captions", *_LINK_COLUMNS.values()),
    }
)
_REQUIRED = frozenset(column.name for column in COLUMNS) - _LATER
"""Columns that a table must have; the others came later."""


def row(record: Mapping[str, Any]) -> dict[str, Cell]:
    """The flat row of a JSON record, numbers as numbers, nothing defused.

    >>> from attrib.formats.from_spans import record
    >>> from attrib.model import Document, Span
    >>> text = "“We are ready,” said Ana Ruiz."
    >>> content, source = Span.of(text, 0, 15), Span.of(text, 21, 29)
    >>> found = record(Document(text=text, id="a"), "1", (content,), None, source)
    >>> flat = row(found.to_dict())
    >>> flat["content"], flat["content_spans"], flat["source_start"], flat["cue"]
    ('“We are ready,”', '0 15', 21, None)
    """
    pieces = record["content"]
    flat = {
        **record,
        "document": {
            **record["document"],
            **{name: _joined(record["document"].get(name, ())) for name in _LISTS},
        },
        "content": PIECES.join(piece["text"] for piece in pieces),
        "content_start": pieces[0]["start"],
        "content_end": pieces[-1]["end"],
        "content_spans": ";".join(f"{piece['start']} {piece['end']}" for piece in pieces),
        "chain": _joined(f"{link['role']}: {link['name']}" for link in record["chain"]),
        **{
            column: _joined(link.get(key) or "" for link in record["chain"])
            for key, column in _LINK_COLUMNS.items()
        },
        "chain_words": _joined(_words(link.get("span")) for link in record["chain"]),
    }
    return {column.name: _value(flat, column.keys) for column in COLUMNS}


def write(analyses: Iterable[Analysis], out: TextIO, *, bom: bool = False) -> None:
    """Write a header and one row a record; `bom` makes it `utf-8-sig`."""
    if bom:
        out.write("\ufeff")
    table = csv.writer(out, lineterminator="\r\n")
    table.writerow(column.name for column in COLUMNS)
    for analysis in analyses:
        for record in analysis.records:
            table.writerow(_defused(value) for value in row(record.to_dict()).values())


def read(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a table that `write` wrote."""
    csv.field_size_limit(_LONGEST_CELL)
    with path.open(encoding="utf-8-sig", newline="") as lines:
        table = csv.DictReader(lines, restval="", strict=True)
        try:
            missing = _REQUIRED - set(table.fieldnames or ())
            if missing:
                raise InputError(f"not a table of attrib; it lacks {', '.join(sorted(missing))}")
            for cells in table:
                yield _record(cells)
        except (csv.Error, ValueError, TypeError) as error:
            place = f"{path}:{table.line_num}" if table.line_num > 1 else str(path)
            raise InputError(f"{place}: {error}") from error


def _words(span: Mapping[str, Any] | None) -> str:
    return f"{span['start']} {span['end']} {span['text']}" if span else ""


def _span_of(words: str) -> dict[str, Any] | None:
    if not words:
        return None
    start, end, text = words.split(" ", 2)
    return {"start": int(start), "end": int(end), "text": text}


def _value(record: Mapping[str, Any], keys: tuple[str, ...]) -> Any:
    value: Any = record
    for key in keys:
        if value is None:
            return None
        value = value.get(key)
    return value


def _joined(names: Iterable[str]) -> str | None:
    return PARTS.join(name.replace("|", r"\|") for name in names) or None


def _parts(cell: str | None) -> list[str]:
    return [name.replace(r"\|", "|") for name in cell.split(PARTS)] if cell else []


def _defused(value: Cell) -> Cell:
    if isinstance(value, str) and _DANGEROUS.match(value):
        return f"'{value}"
    return value


def _armed(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _DANGEROUS.match(cell) else cell


def _record(cells: Mapping[str, str]) -> dict[str, Any]:
    record: dict[str, Any] = {}
    for column in COLUMNS:
        cell = _armed(cells.get(column.name, ""))
        _put(record, column.keys, column.parse(cell) if cell else None)
    for name in ("title_span", "affiliation_span", "justification", "antecedent"):
        record["speaker"][name] = _present(record["speaker"][name])
    spans = ("medium_span", "venue_span", "time", "place")
    for name in ("cue", "source", "speaker", "addressee", *spans):
        record[name] = _present(record[name])
    for name in _LISTS:
        record["document"][name] = _parts(record["document"][name])
    record["content"] = _pieces(record.pop("content"), record.pop("content_spans"))
    del record["content_start"], record["content_end"]
    links = (link.partition(": ") for link in _parts(record["chain"]))
    record["chain"] = [{"role": role, "name": name} for role, _, name in links]
    for key, heading in _LINK_COLUMNS.items():
        for link, value in zip_longest(record["chain"], _parts(record.pop(heading))):
            link[key] = value or None
    for link, words in zip_longest(record["chain"], _parts(record.pop("chain_words"))):
        link["span"] = _span_of(words or "")
    return record


def _put(record: dict[str, Any], keys: tuple[str, ...], value: Any) -> None:
    for key in keys[:-1]:
        record = record.setdefault(key, {})
    record[keys[-1]] = value


def _present(value: dict[str, Any]) -> dict[str, Any] | None:
    return value if any(part is not None for part in value.values()) else None


def _pieces(content: str, spans: str) -> list[dict[str, Any]]:
    pieces, at = [], 0
    for pair in spans.split(";"):
        start, end = map(int, pair.split())
        pieces.append({"start": start, "end": end, "text": content[at : at + end - start]})
        at += end - start + len(PIECES)
    return pieces
