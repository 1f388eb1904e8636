"""The text of a page's bytes, by what they are before what is said of them.

Bytes that are UTF-8 throughout are UTF-8, whatever the page or its server declares: other
encodings do not come out so by chance. Then the page is believed, then the server; what neither
tells is what most of the old web was written in.
"""

from __future__ import annotations

import codecs

from attrib.lazily import re

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(
    rb"(?i)<(?:meta\b[^>]{0,300}?charset|\?xml\b[^>]{0,200}?encoding)\s*=\s*[\"']?\s*([\w:.-]{2,40})"
)
_HEAD = 8192
_USUAL = "cp1252"
# What browsers read for these names, since pages mean the larger set.
_LARGER = {"iso8859-1": "cp1252", "ascii": "cp1252", "gb2312": "gb18030", "gbk": "gb18030"}


def decode(data: bytes, declared: str | None = None) -> str:
    """The page as text; `declared` is the encoding that its server named. Never raises.

    >>> decode('<meta charset="latin-1"><p>“Café”'.encode("cp1252"))
    '<meta charset="latin-1"><p>“Café”'
    >>> decode("“Café”".encode("utf-8"), "iso-8859-1")
    '“Café”'
    """
    for mark, name in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return data.decode(name, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        # Cut off within a letter, or one bad byte among many good ones.
        cut = error.reason == "unexpected end of data"
        if _letters_of_utf8(data, error.start) >= (1 if cut else 8):
            return data.decode("utf-8", "replace")
    found = _DECLARED.search(data, 0, _HEAD)
    in_page = found[1].decode("ascii", "replace") if found else None
    for label in (in_page, declared, _USUAL):
        try:
            codec = codecs.lookup(label).name if label else "utf-8"
            if codec != "utf-8":
                return data.decode(_LARGER.get(codec, codec))
        except (LookupError, UnicodeDecodeError):
            continue
    return data.decode(_USUAL, "replace")


def _letters_of_utf8(data: bytes, end: int) -> int:
    """How many bytes before `end` go on with a letter of UTF-8, which chance seldom makes."""
    return end - len(data[:end].decode("utf-8"))
