"""The name at the end of what its bearer is: `Cabinet member for housing Ana Ruiz`."""

from __future__ import annotations

from collections.abc import Sequence

from attrib.knowledge import names, nouns
from attrib.knowledge.nouns import Noun
from attrib.lazily import re
from attrib.resolution.chunks import DETERMINERS
from attrib.resolution.mentions import Mention
from attrib.resolution.name_runs import PORTFOLIOS

_PREPOSITION_BEFORE = re.compile(r"\b(?:of|for|to|with|by|from|in|at|and|or)\s{1,3}\Z")


def named_last(
    text: str, start: int, chunk_end: int, core_end: int, noun: Noun | None, told: Sequence[Mention]
) -> Mention | None:
    """Who holds an office that is said with its field: `Minister of State for Works Shri Ana Ruiz`,
    `Director of public health Ana Ruiz`. `Friends of Mr Ruiz` and `Head of label Ana Ruiz` are not
    she.

    >>> from attrib.resolution.mentions import find
    >>> said = ("Director of public health Ana Ruiz", "Friend of victim Ana Ruiz",
    ...         "Founder of label Ana Ruiz", "Head of the trust Ana Ruiz")
    >>> [named_last(s, 0, s.index(" of"), len(s), nouns.lookup(s.split()[0]), find(s)) is not None
    ...  for s in said]
    [True, False, False, True]
    """
    last = next((m for m in told if m.end == core_end and m.start >= chunk_end), None)
    if last is None or not (noun.human if noun else text.endswith("ortfolio holder", 0, chunk_end)):
        return None
    if last.reading.courtesy:
        titled = len(text[last.start : last.name_start].split()) > 1  # `Works Shri `
        return last if titled or not _PREPOSITION_BEFORE.search(text, start, last.start) else None
    if last.reading.sort not in ("person", "name") or " " not in last.reading.name:
        return None
    if noun is not None and (noun.plural or noun.lemma in _KIN):
        return None
    field = _FIELD.fullmatch(text, chunk_end, last.start)
    office = text[start:chunk_end]
    undetermined = office.partition(" ")[0].lower() not in DETERMINERS
    if field is None or not (undetermined or _OWNED.match(office)):
        return None
    if last.reading.sort == "name" and not names.is_given(last.reading.name.partition(" ")[0]):
        known = field["last"] in PORTFOLIOS or field["last"] in _FIELDS
        if not known and not (field["the"] and nouns.lookup(field["last"])):
            return None  # `Director of nearby Orvale Abbey`
    before = nouns.lookup(field["last"])
    if before is None or field["the"]:
        return last if before is None or not before.human else None
    body = before.category == "organization" or field["last"] in _MAKERS
    body = body and field["last"] != "state"
    return None if before.human or body else last


_KIN = frozenset(
    "friend neighbour neighbor colleague fan supporter critic ally aide mother father brother"
    " sister son daughter wife husband widow cousin uncle aunt niece nephew lawyer rival".split()
)
"""Who is somebody's, and so is not who is named after it."""
_FIELDS = frozenset(
    "health housing schools highways roads planning services affairs state safety care education"
    " environment policing crime waste leisure tourism regeneration property parking libraries"
    " operations engagement communications policy research strategy children families transport"
    " opposition governors trustees".split()
)
_MAKERS = frozenset("house label brand band group line magazine shop".split())
"""What is called like a person, too."""
_OWNED = re.compile(r"[Tt]he [^,]*['’]s? [a-z]")
"""`The council’s | director of public health Ana Ruiz`."""
_FIELD = re.compile(
    r" (?:of|for|at|in) (?P<the>the |our )?(?:(?:[a-z]+(?:-[a-z]+)?|and|[A-Z]+),? ){0,5}?"
    r"(?P<last>(?!(?:of|for|to|with|by|from|in|at|and|or|the|an?)\b)[a-z]+) "
)
"""What an office is for, in small letters: `| for children and families |`."""
