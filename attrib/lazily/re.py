"""What attrib uses of `re`."""

from __future__ import annotations

import re
from re import (
    IGNORECASE,
    MULTILINE,
    VERBOSE,
    Match,
    Pattern,
    escape,
    findall,
    finditer,
    fullmatch,
    match,
    search,
    split,
    sub,
)
from typing import AnyStr, cast

from attrib.lazily.pattern import Lazily

__all__ = [
    "IGNORECASE",
    "MULTILINE",
    "VERBOSE",
    "Match",
    "Pattern",
    "compile",
    "escape",
    "findall",
    "finditer",
    "fullmatch",
    "match",
    "search",
    "split",
    "sub",
]


def compile(pattern: AnyStr, flags: int = 0) -> Pattern[AnyStr]:  # noqa: A001 - as `re` calls it
    """The pattern, compiled when it is first used.

    >>> compile("rain", IGNORECASE).search("It RAINED.")[0]
    'RAIN'
    """
    return cast(Pattern[AnyStr], Lazily(pattern, lambda: re.compile(pattern, flags)))
