"""Digests of what others report, with a credit after each item: `… for £62m. (Tuttosport)`.

A text in, the credits out: where an item begins and ends, and where the name after it stands.
"""

from __future__ import annotations

from typing import NamedTuple

from attrib.knowledge import names
from attrib.lazily import re
from attrib.outlets.catalogue import lookup
from attrib.outlets.runs import RUN_WORDS

_CREDIT = re.compile(
    rf"(?<=[.!?”\"’'])[ \xa0]\((?P<name>(?:The |the |L['’])?{RUN_WORDS})"
    r"(?:, (?:in [A-Z]\w+|subscription required|external|via [^()\n]{2,40})| - [^()\n]{2,40}"
    r"|, [A-Z][\w .]{1,30})?\)\.?[^\S\n]*(?=\n|\Z)"
)
_LEAST = 2
"""One credit alone may be anything in brackets, a photographer's or a place."""


class Credit(NamedTuple):
    """An item of a digest, and whose it is."""

    start: int
    end: int
    """Where the item's own words end."""
    name: tuple[int, int]


def credited(text: str) -> list[Credit]:
    """The credited items of a digest; none where most of the names are no outlets of the list.

    >>> text = "He is off. (Tuttosport)\\n\\nShe stays. (Marca)\\n\\nThey wait. (Slow Inn)"
    >>> [text[slice(*credit.name)] for credit in credited(text)]
    ['Tuttosport', 'Marca', 'Slow Inn']
    >>> credited("He is off. (Tuttosport)\\n\\nShe stays.")
    []
    """
    if ")\n" not in text:
        return []
    found = []
    listed = agencies = 0
    for match in _CREDIT.finditer(text):
        start = text.rfind("\n", 0, match.start()) + 1
        outlet = lookup(match["name"])
        if outlet is None and names.is_given(match["name"].partition(" ")[0]):
            continue
        found.append(Credit(start, match.start(), match.span("name")))
        listed += outlet is not None
        agencies += outlet is not None and outlet.kind == "agency"
    if len(found) < _LEAST or 2 * listed <= len(found) or listed == agencies:
        return []  # captions of pictures are the agencies’ too
    return found
