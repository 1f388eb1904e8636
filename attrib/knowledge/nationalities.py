"""Words for where somebody is from, as ISO 3166 codes: `data/nationalities.tsv`."""

from __future__ import annotations

from functools import cache

from attrib.knowledge.nouns import rows


def countries(word: str) -> frozenset[str] | None:
    """The countries that an adjective, a country's or a city's name stands for; case is ignored.

    >>> sorted(countries("Korean")), countries("London") == countries("English")
    (['KP', 'KR'], True)
    >>> countries("daily") is None
    True
    """
    return _table().get(word.casefold())


@cache
def _table() -> dict[str, frozenset[str]]:
    return {word.casefold(): frozenset(codes.split()) for word, codes in rows("nationalities.tsv")}
