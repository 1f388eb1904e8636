"""Names of countries and other places, and the adjectives made from them."""

from __future__ import annotations

import sys
from functools import cache
from typing import Literal

from attrib.knowledge import nouns

Kind = Literal["country", "place", "people"]
"""`people` is an adjective made from a place: `Russian`."""


def place(name: str) -> Kind | None:
    """Whether a name is a country's, another place's, or an adjective made from one.

    >>> place("Ohio"), place("Russian"), place("Ruiz")
    ('place', 'people', None)
    """
    return _places().get(name)


@cache
def _places() -> dict[str, Kind]:
    kinds: dict[str, Kind] = {"country": "country", "place": "place", "people": "people"}
    return {sys.intern(name): kinds[kind] for name, kind in nouns.rows("places.tsv")}
