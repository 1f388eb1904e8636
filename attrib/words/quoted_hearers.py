"""Quotation marks around who is told something: `told “The Late Lagoon” that it rained`.

Nobody says the name of a programme there, so that it is no quotation to those who look for one.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrib.lazily import re
from attrib.model import Quotation

_TELLS = ("told ", "tells ", "telling ")
_WORD = r"(?:[A-Z][\w’'-]*\.?|\d+|&)"
_NAME = re.compile(
    rf"[“\"]{_WORD}(?: (?:of|the|and|with|in|on|a|for)(?= )| {_WORD}){{0,6}}[,.]?[”\"]\Z"
)
_FIRST = frozenset(
    "I I'm I’m I'll I’ll I'd I’d I've I’ve He She They We It You No Yes Not Never Nobody Don't"
    " Don’t Stop Go Wait Okay OK Well What Why How Who When Where There".split()
)
"""How what is said begins, and the name of hardly any programme."""


def find(text: str, quotations: Sequence[Quotation]) -> Sequence[Quotation]:
    """Those of the quotations that are no more than the name of whoever is told something.

    >>> from attrib.words import quotes
    >>> text = "“No,” she told “The Late Lagoon.” He told “Dawn” that it rained."
    >>> [each.spans[0].text for each in find(text, quotes.find(text)[0])]
    ['“The Late Lagoon.”', '“Dawn”']
    """
    if not any(word in text for word in _QUOTED):
        return ()
    return [each for each in quotations if _is_name(text, each)]


_QUOTED = tuple(f"{word}{mark}" for word in _TELLS for mark in '“"')


def _is_name(text: str, quotation: Quotation) -> bool:
    span = quotation.spans[0]
    if len(quotation.spans) > 1 or quotation.depth or not text.endswith(_TELLS, 0, span.start):
        return False
    if _NAME.match(span.text) is None or span.text[1:].split()[0].rstrip(',.”"') in _FIRST:
        return False
    return " " in span.text or span.text[-2] not in ",."
