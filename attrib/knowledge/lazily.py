"""Patterns that are compiled when they are first used: most articles need few of the large ones."""

from __future__ import annotations

from typing import Any, cast

import regex


class _Lazily:
    """Stands for a pattern; its methods are the pattern's own once one of them was asked for."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    def __getattr__(self, name: str) -> Any:
        compiled = regex.compile(self.pattern)
        for method in ("search", "match", "fullmatch", "finditer", "findall", "sub", "split"):
            setattr(self, method, getattr(compiled, method))
        return getattr(compiled, name)


def compiled(pattern: str) -> regex.Pattern[str]:
    """The pattern, compiled when it is first used.

    >>> compiled(r"(?i)rain").search("It RAINED.")[0]
    'RAIN'
    """
    return cast("regex.Pattern[str]", _Lazily(pattern))
