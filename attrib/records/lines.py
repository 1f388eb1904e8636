"""Records picked out and written down: a part of them that still hangs together, as JSON Lines."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import IO

from attrs import evolve

from attrib.model import Record


def select(records: Sequence[Record], keep: Callable[[Record], bool]) -> tuple[Record, ...]:
    """The records that `keep` keeps; one nested in a record that goes hangs on the next outer one.

    >>> from attrib.model import Document
    >>> def record(id, nested_in=None):
    ...     return Record(id=id, document=Document(text="", id="d"), kind="direct", content=(),
    ...                   cue=None, source=None, speaker=None, chain=(), nested_in=nested_in,
    ...                   confidence=1.0, pattern="p")
    >>> records = (record("a"), record("b", "a"), record("c", "b"))
    >>> [(r.id, r.nested_in) for r in select(records, lambda r: r.id != "b")]
    [('a', None), ('c', 'a')]
    """
    kept = {record.id for record in records if keep(record)}
    if len(kept) == len(records):
        return tuple(records)
    outer = {record.id: record.nested_in for record in records}

    def nearest(parent: str | None) -> str | None:
        while parent is not None and parent not in kept:
            parent = outer.get(parent)
        return parent

    return tuple(
        evolve(record, nested_in=nearest(record.nested_in))
        for record in records
        if record.id in kept
    )


def to_json(record: Record) -> str:
    r"""The record as one line of JSON, without the line break.

    Characters stay readable, except where a lone surrogate leaves only the escape.
    """
    data = record.to_dict()
    line = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    if line.isascii() or _encodes(line):
        return line
    return json.dumps(data, separators=(",", ":"))


def _encodes(line: str) -> bool:
    try:
        line.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def write_jsonl(records: Iterable[Record], stream: IO[str]) -> int:
    """Write one record a line and return how many there were."""
    count = 0
    for count, record in enumerate(records, 1):  # noqa: B007 (the count is the result)
        stream.write(to_json(record) + "\n")
    return count


def read_jsonl(stream: Iterable[str], text: str = "") -> Iterator[Record]:
    """The records that `write_jsonl` wrote; all of them are about `text`, where it is given."""
    for line in stream:
        if line.strip():
            yield Record.from_dict(json.loads(line), text)
