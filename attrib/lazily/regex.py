"""What attrib uses of `regex`."""

from __future__ import annotations

from typing import cast

import regex
from regex import VERBOSE, Match, Pattern, escape, finditer, search, split, sub

from attrib.lazily.pattern import Lazily

__all__ = [
    "VERBOSE",
    "Match",
    "Pattern",
    "compile",
    "escape",
    "finditer",
    "search",
    "split",
    "sub",
]


def compile(pattern: str, flags: int = 0) -> Pattern[str]:  # noqa: A001 - as `regex` calls it
    """The pattern, compiled when it is first used.

    >>> compile(r"(?i)rain").search("It RAINED.")[0]
    'RAIN'
    """
    return cast(Pattern[str], Lazily(pattern, lambda: regex.compile(pattern, flags)))
