"""Sources that go on past a comma in a list: `the leaders of Norvale, Tarn and Orvale`, `friends,
neighbours and old rivals`. None of those listed alone is meant."""

from __future__ import annotations

from attrib.lazily import re

_NAME = r"(?:the )?[A-Z][\w.’'-]*(?: (?:of |and the )?[A-Z][\w.’'-]*){0,3}"
_FIRST = re.compile(rf" (?:of|in|from|at|for) {_NAME}")
_NAMES = re.compile(rf"(?:, {_NAME}){{1,6}},? and {_NAME}")
_KIND = r"(?:[a-z][a-z-]+ ){0,2}[a-z-]+(?:s|men|women|people)"
_KINDS = re.compile(rf"(?:, {_KIND}){{1,4}},? and {_KIND}(?=,|\Z| )")


def end(text: str, chunk_end: int, comma: int, last: int) -> int:
    """Where such a source ends of which the first comma is given; the comma where it has no list.

    >>> said = "The leaders of Norvale, Tarn and Orvale, who met,"
    >>> said[:end(said, 11, said.index(","), len(said))]
    'The leaders of Norvale, Tarn and Orvale'
    >>> said = "Head of Orvale, Ana Ruiz,"
    >>> said[:end(said, 4, said.index(","), len(said))]
    'Head of Orvale'
    """
    if comma >= last or text[comma] != "," or text.find(" and ", comma, last) < 0:
        return comma
    if comma == chunk_end:
        kinds = _KINDS.match(text, comma, last)
        return comma if kinds is None or text[chunk_end - 1] != "s" else kinds.end()
    first = _FIRST.fullmatch(text, chunk_end, comma)
    names = first and _NAMES.match(text, comma, last)
    return names.end() if names else comma
