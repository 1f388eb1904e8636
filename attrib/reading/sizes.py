"""No more of an input in memory than an article may have: a compressed file can hold anything."""

from __future__ import annotations

import io
from collections.abc import Iterator

from attrib.errors import InputError, UsageError
from attrib.lazily import re
from attrib.reading.articles import Stream

_UNITS = {"kb": 1_000, "mb": 1_000_000, "gb": 1_000_000_000}
_SIZE = re.compile(r"(\d{1,12}(?:\.\d{1,6})?) ?([kmg]b)", re.IGNORECASE)
_PIECE = 1 << 20
"""How much of a line that is too long is read, and forgotten, at a time."""


def size(words: str) -> int:
    """Bytes that a size such as `20MB` means.

    >>> size("20MB"), size("1.5 kB")
    (20000000, 1500)
    >>> size("20")
    Traceback (most recent call last):
    attrib.errors.UsageError: '20' is no size; write it as 20MB, 500kB or 1GB
    """
    found = _SIZE.fullmatch(words.strip())
    if not found or not float(found[1]):
        raise UsageError(f"{words!r} is no size; write it as 20MB, 500kB or 1GB")
    return int(float(found[1]) * _UNITS[found[2].lower()])


def told(size: int) -> str:
    """A size as people write it.

    >>> told(20_000_000), told(1500), told(700)
    ('20 MB', '1.5 kB', '0.7 kB')
    """
    for name, unit in (("GB", 10**9), ("MB", 10**6)):
        if size >= unit:
            return f"{size / unit:g} {name}"
    return f"{size / 1000:g} kB"


def whole(stream: Stream, most: int) -> bytes:
    """All of a stream; InputError where that is more than `most` bytes."""
    data = stream.read(most + 1)
    if len(data) > most:
        raise _too_large(most)
    return data


class Lines(Iterator[bytes | str]):
    """The lines of a stream; InputError in place of one that is too long, and the next come out.

    >>> found = Lines(io.BufferedReader(io.BytesIO(b"a\\nbcdefgh\\ni\\n")), 5)
    >>> next(found)
    b'a\\n'
    >>> next(found)
    Traceback (most recent call last):
    attrib.errors.InputError: larger than 0.005 kB; leave it out, or raise the limit (--max-size)
    >>> next(found), found.number
    (b'i\\n', 3)
    """

    def __init__(self, stream: Stream | io.TextIOWrapper, most: int) -> None:
        self._stream = stream
        self._most = most
        self.number = 0
        """Of the last line, from 1."""

    def __next__(self) -> bytes | str:
        line = self._stream.readline(self._most + 1)
        if not line:
            raise StopIteration
        self.number += 1
        if len(line) > self._most and not _ended(line):
            while (rest := self._stream.readline(_PIECE)) and not _ended(rest):
                pass
            raise _too_large(self._most)
        return line


def _ended(line: bytes | str) -> bool:
    return line.endswith(b"\n") if isinstance(line, bytes) else line.endswith(("\n", "\r"))


def _too_large(most: int) -> InputError:
    return InputError(f"larger than {told(most)}; leave it out, or raise the limit (--max-size)")
