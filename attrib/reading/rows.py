"""Many articles in one file, a row each: JSON Lines and tables of comma-separated values.

A bad row costs itself alone, and one row is held at a time.
"""

from __future__ import annotations

import codecs
import csv
import io
import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from typing import Any, Protocol, cast

from attrib.errors import InputError
from attrib.lazily import re
from attrib.reading.articles import Article, Problem, Reading, Stream, facts
from attrib.reading.sizes import Lines
from attrib.reading.text import decode

_WIDE_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),  # first: it begins with the mark of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ESCAPED_BYTE = re.compile("[\udc80-\udcff]")
_MAX_CELL = 2**31 - 1  # the most that a C long holds everywhere
_RECORDS = "holds records of attrib, not articles; keep them apart, or read them with --records"
_NAMED = 8
"""How many fields a message names."""
_JSON_TYPES = {
    type(None): "null",
    bool: "a truth value",
    int: "a number",
    float: "a fraction",
    list: "a list",
    str: "a string",
}


class _TextLines(Protocol):
    """`Lines` of a stream of text."""

    number: int

    def __iter__(self) -> Iterator[str]: ...
    def __next__(self) -> str: ...


def read_jsonl(
    place: str, path: str | None, stream: Stream, how: Reading
) -> Iterator[Article | Problem]:
    codec = _codec(stream, how)
    lines = _lines(stream, codec, how)
    with closing(_Ids()) as ids:
        while True:
            at = f"{place}:{lines.number + 1}"
            try:
                line = next(lines)
                text = decode(line, codec) if isinstance(line, bytes) else line
                if text.strip():
                    fields = _json_object(text)
                    if _are_records(fields, how):
                        yield Problem(place, _RECORDS)
                        return
                    yield _article(fields, at, path, how, ids)
            except StopIteration:
                return
            except InputError as error:
                yield Problem(at, str(error))


def _lines(stream: Stream, codec: str, how: Reading) -> Lines:
    """Lines as bytes, so that a bad one spoils itself alone; as text where a line break is wide."""
    if codec.startswith(("utf-16", "utf-32")):
        return Lines(io.TextIOWrapper(stream, codec, newline="\n"), how.max_size)
    return Lines(stream, how.max_size)


def _codec(stream: Stream, how: Reading) -> str:
    """The encoding asked for, or what the byte order mark tells where none was."""
    codec = codecs.lookup(how.encoding).name
    if codec == "utf-8":
        start = stream.peek(4)[:4]
        return next((name for mark, name in _WIDE_MARKS if start.startswith(mark)), codec)
    return codec


def _json_object(line: str) -> Mapping[str, Any]:
    try:
        found = json.loads(line)
    except ValueError as error:
        raise InputError(f"not JSON ({error}); one object a line is wanted") from None
    except RecursionError:
        raise InputError("JSON nested too deeply; one flat object a line is wanted") from None
    if not isinstance(found, dict):
        raise InputError('not a JSON object; a line must read {"id": …, "text": …}')
    return found


def read_csv(
    place: str, path: str | None, stream: Stream, how: Reading
) -> Iterator[Article | Problem]:
    codec = _codec(stream, how)
    if codec == "utf-8":
        codec = "utf-8-sig"
    # A bad byte becomes a lone surrogate, so that it spoils its own row alone.
    text = io.TextIOWrapper(stream, codec, errors="surrogateescape", newline="")
    lines = cast(_TextLines, Lines(text, how.max_size))
    csv.field_size_limit(min(how.max_size, _MAX_CELL))
    header = next(lines, "")
    delimiter = max(",;\t", key=header.count)
    names = next(csv.reader([header], delimiter=delimiter), [])
    if _are_records(names, how):
        raise InputError(_RECORDS)
    for name in (how.text_field, how.id_field):
        if name is not None and name not in names:
            raise InputError(
                f"no column {name!r} in the header, only {_listed(names)}; "
                "use --text-field and --id-field"
            )
    rows = csv.reader(lines, delimiter=delimiter, strict=True)
    with closing(_Ids()) as ids:
        while True:
            at = f"{place}:{lines.number + 1}"
            try:
                row = next(rows)
                if row:
                    _refuse_bad_bytes(row, codec)
                    yield _article(dict(zip(names, row, strict=False)), at, path, how, ids)
            except StopIteration:
                return
            except InputError as error:
                yield Problem(at, str(error))
            except csv.Error as error:
                yield Problem(at, f"not CSV ({error}); check its quotation marks")
                return


def _refuse_bad_bytes(row: Iterable[str], codec: str) -> None:
    for cell in row:
        if not cell.isascii() and (bad := _ESCAPED_BYTE.search(cell)):
            byte = ord(bad[0]) - 0xDC00
            raise InputError(
                f"not {codec}: byte 0x{byte:02x}; name the encoding it has (--encoding)"
            )


def _article(
    fields: Mapping[str, Any], place: str, path: str | None, how: Reading, ids: _Ids
) -> Article:
    """The article in a line or row; InputError where it holds none."""
    if how.text_field not in fields:
        raise InputError(
            f"no field {how.text_field!r}, only {_listed(map(repr, fields))}; use --text-field"
        )
    text = fields[how.text_field]
    if not isinstance(text, str):
        raise InputError(f"the field {how.text_field!r} is {_json_type(text)}, not a string")
    if not text.strip():
        raise InputError(f"the field {how.text_field!r} is empty")
    id_field = how.id_field or "id"
    if how.id_field and how.id_field not in fields:
        raise InputError(
            f"no field {how.id_field!r}, only {_listed(map(repr, fields))}; use --id-field"
        )
    given = fields.get(id_field)
    if isinstance(given, bool) or not isinstance(given, str | int | None):
        raise InputError(
            f"the field {id_field!r} is {_json_type(given)}, not a string or a whole number"
        )
    name = None if given in (None, "") else str(given)
    if name:
        ids.add(name, place)
    return Article(text=text, place=place, path=path, id=name, **facts(fields))


def _are_records(names: Iterable[str], how: Reading) -> bool:
    """Whether a file of such fields is what attrib wrote: told once, not for each of its lines."""
    return {"id", "document", "content", "pattern"} <= set(names) and how.text_field not in names


def _listed(names: Iterable[str]) -> str:
    first, *others = [*names] or ["nothing"]
    shown = ", ".join([first, *others[: _NAMED - 1]])
    return f"{shown}, …" if len(others) >= _NAMED else shown


def _json_type(value: object) -> str:
    return _JSON_TYPES.get(type(value), "an object")


class _Ids:
    """The ids of one container; on disk once they are many, so that memory stays flat."""

    def __init__(self) -> None:
        import sqlite3  # not before: most inputs are files of one article

        self._taken = sqlite3.IntegrityError
        self._database = sqlite3.connect("")
        self._database.execute("PRAGMA cache_size = -256")  # in KiB; the default is eight times it
        self._database.execute(
            "CREATE TABLE ids (id BLOB PRIMARY KEY, place TEXT NOT NULL) WITHOUT ROWID"
        )

    def add(self, name: str, place: str) -> None:
        """Note an id; InputError where it was there before."""
        key = name.encode("utf-8", "surrogatepass")
        try:
            self._database.execute("INSERT INTO ids VALUES (?, ?)", (key, place))
        except self._taken:
            found = self._database.execute("SELECT place FROM ids WHERE id = ?", (key,))
            (first,) = found.fetchone()
            raise InputError(
                f"the id {name!r} was used at {first}; give each article its own"
            ) from None

    def close(self) -> None:
        self._database.close()
