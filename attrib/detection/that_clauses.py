"""Verbs of saying before a clause with `that`: whatever was learned of the verb, they are cues."""

from __future__ import annotations

from collections.abc import Sequence

TOLD = frozenset(("statement", "question", "denial", "disclosure", "promise", "order"))
"""Classes of cues that tell what was put in words."""
_NO_CLAUSE = frozenset("VBD VBZ VBP MD CC WP WDT VBG VBN , . : ” )".split())
"""Tags that no clause begins with."""
_VERBS = frozenset("VBD VBZ VBP MD VB".split())
_FURTHEST_VERB = 20


def before_that(words: Sequence[str], tags: Sequence[str], at: int, sort: str) -> bool:
    """Whether a verb of saying, finite or set off by a comma, has a clause with `that` after it.

    >>> words = "it rained , stating that nobody came".split()
    >>> tags = ["PRP", "VBD", ",", "VBG", "IN", "NN", "VBD"]
    >>> before_that(words, tags, 3, "statement")
    True
    """
    if words[at + 1] != "that" or TOLD.isdisjoint(sort.split("+")):
        return False
    after_comma = tags[at] == "VBG" and words[at - 1] == ","
    said = after_comma or tags[at] in ("VBD", "VBZ", "VBP")
    clause = said and tags[at + 2] not in _NO_CLAUSE
    return clause and not _VERBS.isdisjoint(tags[at + 2 : at + _FURTHEST_VERB])
