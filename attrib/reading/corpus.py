"""From what stands on the command line to articles: files, folders, globs, containers, `-`.

`read` yields an `Article` for each text and a `Problem` for each input that gave none, in the
order of the inputs, and holds one article at a time. What is wrong with one input never keeps
the next from being read.
"""

from __future__ import annotations

import gzip
import io
import os
import stat
import sys
import zlib
from collections.abc import Callable, Iterable, Iterator
from typing import cast

from attrib.errors import AttribError
from attrib.lazily import re
from attrib.reading.articles import Article, InputFormat, Problem, Reading, Stream
from attrib.reading.files import files, format_of, reason
from attrib.reading.rows import read_csv, read_jsonl
from attrib.reading.sizes import whole
from attrib.reading.text import decode
from attrib.reading.web import is_address

__all__ = ["Article", "Problem", "Reading", "read"]

STDIN = "-"
_USUAL = Reading()
_OBJECT = re.compile(rb'(?:\xef\xbb\xbf)?\s*\{ *"')
_FIRST = 64
"""Bytes of a stream that are looked at first."""
_NOT_FETCHED = (
    "an address on the web, which only extract, show, view, explain and verify --against fetch; "
    "save the page and give that"
)


def read(inputs: Iterable[str], how: Reading = _USUAL) -> Iterator[Article | Problem]:
    """The articles of files, folders, globs and `-`, with a problem in place of each bad one."""
    for name in inputs:
        if name == STDIN:
            yield from _from_stream("standard input", None, _stdin(), how)
            continue
        if is_address(name):
            yield _fetched(name, how) if how.from_web else Problem(name, _NOT_FETCHED)
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
                yield Problem(str(found), reason(error))


def _is_output(stream: io.BufferedReader, how: Reading) -> bool:
    """Whether the records go into the file that would be read: it would never end."""
    try:
        output = os.stat(how.output) if how.output else os.fstat(sys.stdout.fileno())
    except (OSError, ValueError):  # nothing written yet, or no file at all
        return False
    return stat.S_ISREG(output.st_mode) and os.path.samestat(output, os.fstat(stream.fileno()))


def _stdin() -> io.BufferedReader:
    return cast(io.BufferedReader, sys.stdin.buffer)


def _from_stream(
    place: str, path: str | None, stream: Stream, how: Reading
) -> Iterator[Article | Problem]:
    """The articles of one stream; what breaks it off becomes a problem."""
    input_format = how.input_format or format_of(path or "")
    try:
        # An archive is compressed record by record, which its own reader knows better.
        if path and path.lower().endswith(".gz") and input_format != "warc":
            stream = gzip.GzipFile(fileobj=stream)
        input_format = input_format or _format_within(stream)
        yield from _reader(input_format)(place, path, stream, how)
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
        yield Problem(place, reason(error))
    except AttribError as error:
        yield Problem(place, str(error))


def _format_within(stream: Stream) -> InputFormat:
    """What a stream without a telling name holds: no article begins as a JSON object does."""
    return "jsonl" if _OBJECT.match(stream.peek(_FIRST)[:_FIRST]) else "text"


def _what_was_read(input_format: InputFormat | None) -> str:
    """What came of a container that breaks off; half an article is none."""
    if input_format in ("jsonl", "csv", "warc"):
        return "what came before it was read"
    return "nothing of it was read"


def _read_text(
    place: str, path: str | None, stream: Stream, how: Reading
) -> Iterator[Article | Problem]:
    text = decode(whole(stream, how.max_size), how.encoding)
    if not text.strip():
        yield Problem(place, "empty; give a file with an article in it")
    else:
        yield Article(text=text, place=place, path=path)


_READERS = {"text": _read_text, "jsonl": read_jsonl, "csv": read_csv}


def _reader(input_format: InputFormat) -> Callable[..., Iterator[Article | Problem]]:
    if input_format in _READERS:
        return _READERS[input_format]
    from attrib.reading import saved_pages  # only now: a text needs nothing of what reads pages

    return saved_pages.READERS[input_format]


def _fetched(url: str, how: Reading) -> Article | Problem:
    from attrib.reading import saved_pages

    return saved_pages.fetched(url, how)
