"""From what stands on the command line to articles: files, folders, globs, containers, `-`.

`read` yields an `Article` for each text and a `Problem` for each input that gave none, in the
order of the inputs, and holds one article at a time. What is wrong with one input never keeps
the next from being read.
"""

from __future__ import annotations

import codecs
import csv
import glob
import gzip
import io
import json
import os
import re
import sqlite3
import stat
import sys
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any, Literal, cast

from attrs import field, frozen

from attrib.errors import AttribError, InputError
from attrib.reading.text import decode

InputFormat = Literal["text", "jsonl", "csv", "html"]
Stream = io.BufferedReader | gzip.GzipFile
STDIN = "-"

_FORMATS: dict[str, InputFormat] = {
    ".txt": "text",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "csv",
    ".html": "html",
    ".htm": "html",
}
_WIDE_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),  # first: it begins with the mark of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}(?![\d-])")
_ESCAPED_BYTE = re.compile("[\udc80-\udcff]")
_MAX_CELL = 2**31 - 1  # the most that a C long holds everywhere
_JSON_TYPES = {
    type(None): "null",
    bool: "a truth value",
    int: "a number",
    float: "a fraction",
    list: "a list",
    str: "a string",
}


@frozen(kw_only=True)
class Article:
    """A text and what its container says of it."""

    text: str = field(repr=False)
    place: str
    """For messages: the file, and the line where the file holds several articles."""
    id: str | None = None
    path: str | None = None
    """The file it stands in; None for standard input."""
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    author: str | None = None
    from_page: bool = False
    """The text was taken out of HTML, so no file holds it as it is."""

    def metadata(self) -> dict[str, str | None]:
        """What `attribute` takes beside the text."""
        return {
            "id": self.id,
            "path": self.path,
            "url": self.url,
            "title": self.title,
            "publisher": self.publisher,
            "published": self.published,
            "author": self.author,
        }


@frozen
class Problem:
    """Why a place gave no article."""

    place: str
    reason: str

    def __str__(self) -> str:
        return f"{self.place}: {self.reason}"


@frozen(kw_only=True)
class Reading:
    """How inputs are to be read."""

    input_format: InputFormat | None = None
    """None tells it from the file's name; what has no known ending is text."""
    encoding: str = "utf-8"
    """A byte order mark wins over UTF-8."""
    text_field: str = "text"
    id_field: str | None = None
    """None takes `id` where there is one; a name given must be there."""
    output: str | None = None
    """The file that is being written, which is no input; None is standard output."""


def read(inputs: Iterable[str], how: Reading = Reading()) -> Iterator[Article | Problem]:
    """The articles of files, folders, globs and `-`, with a problem in place of each bad one."""
    for name in inputs:
        if name == STDIN:
            yield from _from_stream("standard input", None, _stdin(), how)
            continue
        for found in files(name):
            if isinstance(found, Problem):
                yield found
                continue
            try:
                with found.open("rb") as stream:
                    if _is_output(stream, how):
                        yield Problem(str(found), "is the output itself; write that elsewhere")
                        continue
                    yield from _from_stream(str(found), str(found), stream, how)
            except OSError as error:
                yield Problem(str(found), _os_reason(error))


def _is_output(stream: io.BufferedReader, how: Reading) -> bool:
    """Whether the records go into the file that would be read: it would never end."""
    try:
        output = os.stat(how.output) if how.output else os.fstat(sys.stdout.fileno())
    except (OSError, ValueError):  # nothing written yet, or no file at all
        return False
    return stat.S_ISREG(output.st_mode) and os.path.samestat(output, os.fstat(stream.fileno()))


def _stdin() -> io.BufferedReader:
    return cast(io.BufferedReader, sys.stdin.buffer)


def files(name: str) -> Iterator[Path | Problem]:
    """The files that an input means, in a fixed order: itself, a folder's, or those of a glob."""
    # Not the methods of Path, which raise in a folder that may not be looked into.
    if os.path.isdir(name):
        yield from _in_folder(Path(name))
    elif os.path.exists(name) or not glob.has_magic(name):
        yield Path(name)
    else:
        matches = sorted(glob.glob(name, recursive=True))
        if not matches:
            yield Problem(name, "matches no file; check the pattern")
        for match in matches:
            if os.path.isdir(match):
                yield from _in_folder(Path(match))
            else:
                yield Path(match)


def _in_folder(folder: Path) -> Iterator[Path | Problem]:
    empty = True
    locked: list[OSError] = []
    for root, subfolders, names in os.walk(folder, onerror=locked.append):
        subfolders.sort()
        for name in sorted(names):
            if _format_of(name) and not _is_kept_text(root, name):
                empty = False
                path = Path(root, name)
                # To open a pipe that nobody writes to would never end.
                yield Problem(str(path), "is no file; move it away") if path.is_fifo() else path
    for error in locked:
        yield Problem(str(error.filename), _os_reason(error))
    if empty and not locked:
        known = ", ".join(("*.jsonl.gz", *(f"*{ending}" for ending in _FORMATS)))
        yield Problem(str(folder), f"no article in this folder; attrib looks for {known}")


def _is_kept_text(folder: str, name: str) -> bool:
    """Whether `--keep-text` wrote this file beside its page, which is read itself."""
    page = name.removesuffix(".txt")
    return page != name and _format_of(page) == "html" and os.path.exists(f"{folder}/{page}")


def _format_of(name: str) -> InputFormat | None:
    return _FORMATS.get(Path(name.lower().removesuffix(".gz")).suffix)


def _from_stream(
    place: str, path: str | None, stream: Stream, how: Reading
) -> Iterator[Article | Problem]:
    """The articles of one stream; what breaks it off becomes a problem."""
    input_format = how.input_format or _format_of(path or "") or "text"
    try:
        if path and path.lower().endswith(".gz"):
            stream = gzip.GzipFile(fileobj=stream)
        yield from _READERS[input_format](place, path, stream, how)
    except EOFError:
        yield Problem(place, f"the compressed data ends too early; {_what_was_read(input_format)}")
    except (gzip.BadGzipFile, zlib.error) as error:
        if str(error).startswith("Not a gzipped file"):
            yield Problem(place, f"not gzip data ({error}); rename it or compress it again")
        else:
            yield Problem(
                place, f"the compressed data is damaged ({error}); {_what_was_read(input_format)}"
            )
    except UnicodeDecodeError as error:
        yield Problem(place, f"not {error.encoding} ({error.reason}); use --encoding")
    except OSError as error:
        yield Problem(place, _os_reason(error))
    except AttribError as error:
        yield Problem(place, str(error))


def _what_was_read(input_format: InputFormat) -> str:
    """What came of a container that breaks off; half an article is none."""
    if input_format in ("jsonl", "csv"):
        return "what came before it was read"
    return "nothing of it was read"


def _os_reason(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file; check the path"
    if isinstance(error, PermissionError):
        return "may not be read; ask for permission"
    return (error.strerror or str(error)).lower()


def _read_text(
    place: str, path: str | None, stream: Stream, how: Reading
) -> Iterator[Article | Problem]:
    text = decode(stream.read(), how.encoding)
    if not text.strip():
        yield Problem(place, "empty; give a file with an article in it")
    else:
        yield Article(text=text, place=place, path=path)


def _read_html(
    place: str, path: str | None, stream: Stream, how: Reading
) -> Iterator[Article | Problem]:
    from attrib.reading import html

    data = stream.read()
    try:
        # A page says its encoding itself, unless the caller does.
        page = html.read(data if how.encoding == "utf-8" else decode(data, how.encoding))
    except AttribError:
        raise
    except Exception as error:  # whatever the parsers make of a broken page
        raise InputError(f"not a page that can be read ({error}); save its text") from error
    if not page.text.strip():
        yield Problem(place, "no article found in this page; save its text and give that")
    else:
        facts = _metadata(page.facts())
        yield Article(text=page.text, place=place, path=path, from_page=True, **facts)


def _read_jsonl(
    place: str, path: str | None, stream: Stream, how: Reading
) -> Iterator[Article | Problem]:
    codec = _codec(stream, how)
    with closing(_Ids()) as ids:
        for number, line in enumerate(_lines(stream, codec), 1):
            at = f"{place}:{number}"
            try:
                text = decode(line, codec) if isinstance(line, bytes) else line
                if text.strip():
                    yield _article(_json_object(text), at, path, how, ids)
            except InputError as error:
                yield Problem(at, str(error))


def _lines(stream: Stream, codec: str) -> Iterable[bytes | str]:
    """Lines as bytes, so that a bad one spoils itself alone; as text where a line break is wide."""
    if codec.startswith(("utf-16", "utf-32")):
        return io.TextIOWrapper(stream, codec, newline="\n")
    return stream


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


def _read_csv(
    place: str, path: str | None, stream: Stream, how: Reading
) -> Iterator[Article | Problem]:
    codec = _codec(stream, how)
    if codec == "utf-8":
        codec = "utf-8-sig"
    # A bad byte becomes a lone surrogate, so that it spoils its own row alone.
    lines = io.TextIOWrapper(stream, codec, errors="surrogateescape", newline="")
    csv.field_size_limit(_MAX_CELL)
    header = lines.readline()
    delimiter = max(",;\t", key=header.count)
    names = next(csv.reader([header], delimiter=delimiter), [])
    for name in (how.text_field, how.id_field):
        if name is not None and name not in names:
            raise InputError(
                f"no column {name!r} in the header, only {', '.join(names) or 'nothing'}; "
                "use --text-field and --id-field"
            )
    rows = csv.reader(lines, delimiter=delimiter, strict=True)
    with closing(_Ids()) as ids:
        while True:
            at = f"{place}:{rows.line_num + 2}"
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
        raise InputError(f"no field {how.text_field!r}, only {_listed(fields)}; use --text-field")
    text = fields[how.text_field]
    if not isinstance(text, str):
        raise InputError(f"the field {how.text_field!r} is {_json_type(text)}, not a string")
    if not text.strip():
        raise InputError(f"the field {how.text_field!r} is empty")
    id_field = how.id_field or "id"
    if how.id_field and how.id_field not in fields:
        raise InputError(f"no field {how.id_field!r}, only {_listed(fields)}; use --id-field")
    given = fields.get(id_field)
    if isinstance(given, bool) or not isinstance(given, str | int | None):
        raise InputError(
            f"the field {id_field!r} is {_json_type(given)}, not a string or a whole number"
        )
    name = None if given in (None, "") else str(given)
    if name:
        ids.add(name, place)
    return Article(text=text, place=place, path=path, id=name, **_metadata(fields))


def _metadata(fields: Mapping[str, Any]) -> dict[str, Any]:
    """The facts about the article, as far as they are strings; an author may be a list of them."""
    facts: dict[str, Any] = {
        name: value
        for name in ("url", "title", "publisher")
        if isinstance(value := fields.get(name), str) and value.strip()
    }
    author = fields.get("author")
    names = author if isinstance(author, list) else [author]
    facts["author"] = ", ".join(name for name in names if isinstance(name, str)) or None
    for value in (fields.get("published"), fields.get("date")):
        if isinstance(value, str) and (date := _ISO_DATE.match(value)):
            facts["published"] = date[0]
            break
    return facts


def _listed(fields: Mapping[str, Any]) -> str:
    return ", ".join(map(repr, fields)) or "nothing"


def _json_type(value: object) -> str:
    return _JSON_TYPES.get(type(value), "an object")


class _Ids:
    """The ids of one container; on disk once they are many, so that memory stays flat."""

    def __init__(self) -> None:
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
        except sqlite3.IntegrityError:
            found = self._database.execute("SELECT place FROM ids WHERE id = ?", (key,))
            (first,) = found.fetchone()
            raise InputError(
                f"the id {name!r} was used at {first}; give each article its own"
            ) from None

    def close(self) -> None:
        self._database.close()


_READERS = {"text": _read_text, "html": _read_html, "jsonl": _read_jsonl, "csv": _read_csv}
