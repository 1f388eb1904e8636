r"""From bytes to text, and from an offset in the text to what people and other programs count in.

Offsets are code points of the text exactly as decoded: no line ending is changed and nothing is
normalised. Only a byte order mark at the very start goes, as the codecs `utf-8-sig` and `utf-16`
would have it; it is no part of the text and the first letter has offset 0.

A code point is not always what a reader calls a character: `é` is one or, decomposed, two, and a
flag is two. So offsets hold for the very text that was read and for no normal form of it: where
you keep a text as NFC, give attrib that one.

>>> from unicodedata import normalize
>>> text = "“Un cafe\u0301,” said Ana."
>>> text.index("Ana"), normalize("NFC", text).index("Ana"), normalize("NFD", text).index("Ana")
(17, 16, 17)

Programs that count bytes of UTF-8 or units of UTF-16 find the same words in the same text by the
offsets that `utf8_offset` and `utf16_offset` give:

>>> utf8_offset(text, 17), text.encode()[22:25], utf16_offset(text, 17)
(22, b'Ana', 17)

A lone surrogate, which JSON can bring, counts as one code point, three bytes and one unit.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterable
from os import PathLike
from pathlib import Path

from attrib.errors import InputError
from attrib.lazily import re

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What begins so is a container; its text has to be taken out by another program.
_CONTAINERS = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP or office document"),
    (b"\x1f\x8b", "gzip-compressed data"),
    (b"\x89PNG", "an image"),
    (b"\xff\xd8\xff", "an image"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
)
_SAMPLE = 65536
# A stray NUL or two may stand in a text that a database exported; one in a hundred is no text.
_NUL_SHARE = 0.01

_NEWLINE = re.compile(r"\r\n?|\n")
_ASTRAL = re.compile("[\U00010000-\U0010ffff]")


def decode(data: bytes, encoding: str = "utf-8") -> str:
    r"""The text in `data`, strictly decoded; a byte order mark wins over the default encoding.

    >>> decode(b"\xe2\x80\x9cYes.\xe2\x80\x9d\r\n")
    '“Yes.”\r\n'
    >>> decode("“Yes.”".encode("utf-16"))
    '“Yes.”'
    >>> decode(b"caf\xe9")
    Traceback (most recent call last):
    attrib.errors.InputError: not utf-8: byte 0xe9 at offset 3; if it is cp1252, say so (--encoding)
    """
    try:
        codec = codecs.lookup(encoding).name
    except LookupError:
        raise InputError(f"unknown encoding {encoding!r}; name one that Python knows") from None
    for magic, name in _CONTAINERS:
        if data.startswith(magic):
            raise InputError(f"not text but {name}; take its text out first")
    if codec == "utf-8":
        codec = next((name for mark, name in _BYTE_ORDER_MARKS if data.startswith(mark)), codec)
    if codec in ("utf-8", "utf-8-sig"):
        _refuse_binary(data)
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        # The codec does not count a byte order mark that it has taken off.
        offset = error.start + len(data) - len(error.object)
        raise InputError(_undecodable(data, codec.removesuffix("-sig"), offset)) from None


def read_text(path: str | PathLike[str], encoding: str = "utf-8") -> str:
    """The text of a file, line endings as they are; InputError says what is wrong with it."""
    file = Path(path)
    try:
        return decode(file.read_bytes(), encoding)
    except FileNotFoundError:
        raise InputError(f"{file}: no such file") from None
    except IsADirectoryError:
        raise InputError(f"{file}: is a directory; name the files in it") from None
    except OSError as error:
        raise InputError(f"{file}: cannot be read: {error.strerror or error}") from None
    except InputError as error:
        raise InputError(f"{file}: {error}") from None


def paragraphs(text: str) -> list[tuple[int, int]]:
    r"""Start and end of every line that is not blank, white space at both ends left out.

    Any line break ends a paragraph: line feed, carriage return, form feed, U+2028 and the others
    that `str.splitlines` knows.

    >>> paragraphs("One line.\r\n\r\n  Another. \n")
    [(0, 9), (15, 23)]
    """
    found = []
    at = 0
    for line in text.splitlines(keepends=True):
        inner = line.lstrip()
        if inner:
            start = at + len(line) - len(inner)
            found.append((start, start + len(inner.rstrip())))
        at += len(line)
    return found


def line_and_column(text: str, offset: int) -> tuple[int, int]:
    r"""Line and column of an offset, both from 1, as editors count: \n, \r\n and \r end a line.

    >>> line_and_column("One.\r\nTwo 🙂 three.", 12)
    (2, 7)
    """
    line, start = 1, 0
    for match in _NEWLINE.finditer(text):
        if match.end() > offset:
            break
        line, start = line + 1, match.end()
    return line, offset - start + 1


def utf8_offset(text: str, offset: int) -> int:
    """The offset in bytes of UTF-8, as Rust and Go count: 1 to 4 for each code point before it.

    >>> utf8_offset("“🙂” yes", 3)
    10
    """
    return len(text[:offset].encode("utf-8", "surrogatepass"))


def utf16_offset(text: str, offset: int) -> int:
    """The offset in units of UTF-16, as JavaScript, Java and C# count: 2 for an astral character.

    >>> utf16_offset("“🙂” yes", 3)
    4
    """
    return offset + len(_ASTRAL.findall(text, 0, offset))


def utf8_offsets(text: str, offsets: Iterable[int]) -> list[int]:
    """Many offsets in bytes of UTF-8, in the order given, for one pass over the text.

    >>> utf8_offsets("“🙂” yes", [3, 0, 1])
    [10, 0, 3]
    """
    wanted = list(offsets)
    if text.isascii():
        return wanted
    converted, last, total = {}, 0, 0
    for offset in sorted(set(wanted)):
        total += len(text[last:offset].encode("utf-8", "surrogatepass"))
        converted[offset], last = total, offset
    return [converted[offset] for offset in wanted]


def utf16_offsets(text: str, offsets: Iterable[int]) -> list[int]:
    """Many offsets in units of UTF-16, in the order given, for one pass over the text.

    >>> utf16_offsets("“🙂” yes", [3, 0, 1])
    [4, 0, 1]
    """
    wanted = list(offsets)
    converted, last, astral = {}, 0, 0
    for offset in sorted(set(wanted)):
        astral += len(_ASTRAL.findall(text, last, offset))
        converted[offset], last = offset + astral, offset
    return [converted[offset] for offset in wanted]


def _refuse_binary(data: bytes) -> None:
    sample = data[:_SAMPLE]
    if sample.count(0) <= _NUL_SHARE * len(sample):
        return
    for first, codec in ((1, "utf-16-le"), (0, "utf-16-be")):
        high = sample[first::2]
        if high.count(0) > 0.7 * len(high) and sample[1 - first :: 2].count(0) < 0.1 * len(high):
            raise InputError(f"looks like {codec} without a byte order mark; say so (--encoding)")
    raise InputError(f"not text: {sample.count(0)} NUL bytes, the first at {sample.index(0)}")


def _undecodable(data: bytes, codec: str, offset: int) -> str:
    message = f"not {codec}: byte 0x{data[offset]:02x} at offset {offset}"
    if codec != "utf-8":
        return f"{message}; name the encoding it has (--encoding)"
    if data.count(0, 0, _SAMPLE):
        return f"{message}; it may be no text at all"
    return f"{message}; if it is cp1252, say so (--encoding)"
