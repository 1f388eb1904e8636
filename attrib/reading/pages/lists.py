"""The lists of names and lines that tell what on a page is no article: `attrib/data`."""

from __future__ import annotations

from importlib.resources import files


def rows(name: str) -> list[tuple[str, str]]:
    """The kind and the entry of each row of a list.

    >>> ("surely", "newsletter") in rows("page_elements.tsv")
    True
    """
    lines = files("attrib").joinpath("data", name).read_text("utf-8").splitlines()
    parted = (line.partition("\t") for line in lines if line and not line.startswith("#"))
    return [(kind, entry) for kind, _, entry in parted]
