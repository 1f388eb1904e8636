"""Which of several people of one surname a short mention is, by the pronouns that follow it."""

from __future__ import annotations

from attrib.knowledge.nouns import Gender
from attrib.lazily import re


def speaks_as(text: str, end: int) -> Gender | None:
    """The gender of who speaks of himself at once.

    >>> speaks_as("Okon admitted she had lied.", 4), speaks_as("Okon lied.", 4)
    ('f', None)
    """
    match = _OF_HERSELF.match(text, end)
    if match is None:
        return None
    return "f" if match[1] == "she" else "m"


def ahead(text: str, end: int) -> Gender | None:
    """The gender of the first pronoun in the rest of a clause or sentence, or of one with which
    the next begins where nobody else is named before it.

    >>> ahead("Okon won two medals and his wife wept.", 4)
    'm'
    >>> ahead("Okon had no training. She left.", 4), ahead("Okon met Ruiz. She left.", 4)
    ('f', None)
    """
    stop = _CLAUSE_END.search(text, end, end + _AHEAD)
    match = _PRONOUN.search(text, end, min(end + _AHEAD, stop.start() if stop else len(text)))
    if match is None:
        next_one = _NEXT_SENTENCE.match(text, end)
        if next_one is not None:
            return "f" if next_one[1] == "She" else "m"
        return None
    return "f" if match[0] in ("she", "her") else "m"


_AHEAD = 140
_CLAUSE_END = re.compile(r"[.?!;:“”\"\n]")
_PRONOUN = re.compile(r"\b(?:he|she|his|her|him)\b")
_NEXT_SENTENCE = re.compile(r" [^A-Z.?!;:“”\"\n]{1,140}[.] (He|She)\b")
_OF_HERSELF = re.compile(
    r" (?:\w+ly |has |had |also |later |then )?(?:said|says|acknowledged|admitted|added|testified"
    r"|recalled|conceded|insisted|claimed|argued|denied|explained|believes|thinks|hopes)"
    r"(?: that)? (s?he)\b"
)
