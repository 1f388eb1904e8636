"""The files of `attrib/data`, found as Python finds modules, also in an archive."""

from __future__ import annotations

import marshal
from collections.abc import Callable
from contextlib import suppress
from functools import cache, update_wrapper

# Not `importlib.resources`, which takes longer to import than all these files to read.
from pkgutil import get_data
from typing import Any, TypeVar, cast
from zlib import crc32

Made = TypeVar("Made")


def read(name: str) -> bytes:
    """A file in `data`.

    >>> read("titles.tsv").decode().splitlines()[0].startswith("# ")
    True
    """
    return get_data("attrib", f"data/{name}") or b""


def packed(*files: str) -> Callable[[Callable[[], Made]], Callable[[], Made]]:
    """Marks a function that makes a table of word lists in `data`; it is called once at most.

    Where `data/packed` keeps what it once made of the very same lists, that is loaded instead,
    which costs a first article less. It is made of tuples, dicts, sets, words and numbers, as
    `marshal` can keep them, and written by `benchmarks/pack.py`.
    """

    def mark(make: Callable[[], Made]) -> Callable[[], Made]:
        name = make.__name__.strip("_")
        PACKED[name] = lambda: marshal.dumps((_sums(files), cast(Any, make())), 4)

        def made_before() -> Made:
            with suppress(OSError, ValueError, EOFError, TypeError):  # none that this Python reads
                sums, made = marshal.loads(read(f"packed/{name}.marshal"))
                if sums == _sums(files):
                    found: Made = made
                    return found
            return make()

        return cache(update_wrapper(made_before, make))

    return mark


PACKED: dict[str, Callable[[], bytes]] = {}
"""What each file of `data/packed` holds, for every table of the modules imported so far."""


def _sums(files: tuple[str, ...]) -> tuple[int, ...]:
    return tuple(crc32(read(file)) for file in files)
