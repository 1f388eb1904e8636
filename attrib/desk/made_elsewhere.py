"""Articles of which only records are given: JSON Lines of `attrib extract`, or Parquet of Spark.

Records of one article follow one another, as both write them. Parquet may have the article's text
in a column `text` beside them; it is kept where it is as long as the records say.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from attrib import schema
from attrib.desk.entry import Entry, of_records
from attrib.errors import InputError
from attrib.formats import jsonl, parquet

_PARQUET = ".parquet"


def entries(path: Path) -> Iterator[Entry]:
    """The entries of a file of records, or of a folder of Parquet."""
    for _, group in groupby(_read(path), key=lambda row: _article(path, row[0])):
        rows = list(group)
        text = rows[0][1] or ""
        records = []
        for data, _ in rows:
            try:
                records.append(schema.record(data))
            except InputError as error:
                raise InputError(f"{path}: {data.get('id', '?')}: {error}") from None
        yield of_records(records, text if len(text) == records[0].document.length else "")


def _read(path: Path) -> Iterator[tuple[dict[str, Any], str | None]]:
    if path.is_dir() or path.suffix == _PARQUET:
        yield from parquet.read_with_text(path)
        return
    if not path.is_file():
        raise InputError(f"{path}: no such file; check the path")
    for record in jsonl.read(path):
        yield record, None


def _article(path: Path, record: dict[str, Any]) -> tuple[object, ...]:
    """What tells an article from the next."""
    document = record.get("document")
    if not isinstance(document, dict):
        raise InputError(f"{path}: no record of attrib: it lacks its document")
    return tuple(document.get(name) for name in ("id", "path", "url", "length"))
