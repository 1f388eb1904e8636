"""Verbs of saying before a clause with `that`: whatever was learned of the verb, they are cues."""

from __future__ import annotations

from collections.abc import Sequence

TOLD = frozenset(("statement", "question", "denial", "disclosure", "promise", "order"))
"""Classes of cues that tell what was put in words."""
_SUBJECTS = frozenset("he she they we i".split())
"""Pronouns that are no objects: what follows a verb with one is a clause without `that`."""
_NO_CLAUSE = frozenset("VBD VBZ VBP MD CC WP WDT VBG VBN , . : ” )".split())
"""Tags that no clause begins with."""
_VERBS = frozenset("VBD VBZ VBP MD VB".split())
_FURTHEST_VERB = 20


_FORCED = frozenset("forced had has have obliged compelled on quick keen".split())
"""Before `to admit that`: whoever was forced to admit it did."""
_WHEN = frozenset("in on last this earlier late yesterday today".split())


def before_clause(words: Sequence[str], tags: Sequence[str], at: int, sort: str) -> bool:
    """Whether a verb of saying, finite or set off by a comma, has a clause right after it.

    >>> words = "it rained , stating that nobody came".split()
    >>> tags = ["PRP", "VBD", ",", "VBG", "IN", "NN", "VBD"]
    >>> before_clause(words, tags, 3, "statement")
    True
    """
    that = at + 1
    if words[that] in _WHEN and "that" in words[that : that + 4]:
        that = words.index("that", that)  # `admitted last week that`
    bare = words[that] in _SUBJECTS and tags[that + 1] in _VERBS
    if not (bare or words[that] == "that") or TOLD.isdisjoint(sort.split("+")):
        return False
    if not _is_said(words, tags, at):
        return False
    return bare or (tags[that + 1] not in _NO_CLAUSE and _has_verb(words, tags, that + 1))


def _is_said(words: Sequence[str], tags: Sequence[str], at: int) -> bool:
    if tags[at] == "VBG":
        return words[at - 1] == ","
    if tags[at] == "VB":
        return words[at - 1] == "to" and words[at - 2] in _FORCED
    return tags[at] in ("VBD", "VBZ", "VBP")


def _has_verb(words: Sequence[str], tags: Sequence[str], first: int) -> bool:
    for i in range(first, min(len(tags), first + _FURTHEST_VERB)):
        if words[i] in _STOPS:
            return False
        if tags[i] in _VERBS:
            return True
    return False


_STOPS = frozenset((".", "”", ""))
