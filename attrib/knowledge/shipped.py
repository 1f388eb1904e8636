"""The files of `attrib/data`, found as Python finds modules, also in an archive."""

from __future__ import annotations

# Not `importlib.resources`, which takes longer to import than all these files to read.
from pkgutil import get_data


def read(name: str) -> bytes:
    """A file in `data`.

    >>> read("titles.tsv").decode().splitlines()[0].startswith("# ")
    True
    """
    return get_data("attrib", f"data/{name}") or b""
