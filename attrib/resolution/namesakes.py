"""Which of several people of one surname a short mention is, by the pronouns that follow it, and
whom a job before a surname means."""

from __future__ import annotations

from attrs import evolve

from attrib.knowledge import names, nouns
from attrib.knowledge.nouns import Gender
from attrib.lazily import re
from attrib.resolution.mentions import Mention


def called_by_job(mention: Mention) -> Mention | None:
    """A name of two words read as a job and a surname, where its first word may be that.

    >>> from attrib.resolution.mentions import find
    >>> [called_by_job(m).reading.name for m in find("Then Skipper Okon wept.")]
    ['Okon']
    >>> [called_by_job(m) for m in find("Then Ana Okon wept.")]
    [None]
    """
    reading = mention.reading
    first, _, surname = reading.name.partition(" ")
    if reading.sort != "name" or not surname.isalpha() or names.is_given(first):
        return None
    noun = nouns.lookup(first)
    if noun is None or not noun.human or noun.plural:
        return None
    at = reading.name_start + len(first) + 1
    held = evolve(
        reading,
        name=surname,
        name_start=at,
        person=names.parse(surname),
        role=noun.lemma,
        gender=noun.gender,
    )
    return evolve(mention, reading=held)


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


def are_near(known: str, word: str) -> bool:
    """Whether a surname may be a slip for another: as long, but for two letters within it.

    >>> are_near("janzen", "jensen"), are_near("marsh", "moss"), are_near("ruiz", "reiz")
    (True, False, False)
    """
    if len(known) != len(word) or len(word) < _LONG or known == word:
        return False
    differ = [a != b for a, b in zip(known, word, strict=True)]
    return not (differ[0] or differ[-1]) and sum(differ) <= 1 + (len(word) > _LONG)


_LONG = 5
