"""Names in a noun phrase: whom somebody speaks for, what a body or somebody is called, where it is.

`a spokesman for the airline, Orvale Wings`, `a group known as Safe Seas`, `Orvale Rail of Tarn
President Ana Ruiz`.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from attrib.knowledge import names, nouns
from attrib.knowledge.nouns import Noun
from attrib.lazily import re
from attrib.resolution.mentions import Mention
from attrib.resolution.names_beside import BODIES_TOO

SPEAKS_FOR = re.compile(r" (?:for|to|of) ")


def its_body(
    text: str, chunk_end: int, mentions: Sequence[Mention], noun: Noun | None
) -> Mention | None:
    """The body that somebody speaks for, named after a comma: `a spokesman for the airline, Orvale
    Wings`."""
    if noun is None or noun.lemma not in _SPEAKERS or not SPEAKS_FOR.match(text, chunk_end):
        return None
    named = next((m for m in mentions if m.start > chunk_end), None)
    if named is None or text[named.start - 2 : named.start] != ", ":
        return None
    first = named.reading.name.partition(" ")[0]
    if named.reading.sort not in ("organization", "name", "word") or names.is_given(first):
        return None
    word = text[chunk_end : named.start - 2].rpartition(" ")[2]
    if word in BODIES_TOO and named.reading.sort == "organization":
        return named  # `a spokesman for its owner, Orvale Wings`
    body = nouns.lookup(word)
    return named if body is not None and body.category in ("organization", "group") else None


_SPEAKERS = frozenset("spokesperson spokesman spokeswoman representative official".split())


def named_as(text: str, chunk_end: int, mentions: Sequence[Mention]) -> Mention | None:
    """Whose name a descriptor gives: `a tall man named Ana Ruiz`, `a guard, a father called Okon`,
    and no `friend of a man named Okon`."""
    for mention in mentions:
        if mention.start <= chunk_end or text[mention.end : mention.end + 1] in ("'", "’"):
            continue
        begins = max(chunk_end, text.rfind(", ", chunk_end, mention.start))
        between = text[begins : mention.start]
        named = _NAMED.search(between)
        if named is not None and not _OF_ANOTHER.search(between, 0, named.start()):
            return mention
    return None


_NAMED = re.compile(
    r"\b(?:(?:named|called)(?: only)?"
    r"|(?:identified|named|known|name)(?: only| by \w+){0,2} as) \Z"
)
_OF_ANOTHER = re.compile(r"\b(?:of|to(?! be\b)|for|by|about|against) (?!(?:two|three|four|five)\b)")


def is_so_called(text: str, mention: Mention) -> bool:
    """Whether a name says what somebody or something is called: `a group known as |Safe Seas|`."""
    return CALLED.search(text, max(0, mention.start - 40), mention.start) is not None


CALLED = re.compile(
    r"(?P<noun>[A-Za-z-]+),? (?:also |better |formerly )?"
    r"(?:known as|called|named|calling (?:itself|themselves)) (?:the )?\Z"
)


@lru_cache(8)
def in_small_letters(text: str) -> tuple[int, int] | None:
    """Where the one body stands that writes its name without a capital, and that somebody speaks
    for; at the beginning of a sentence it has one.

    >>> text = "A spokeswoman for flyorvale said no. Flyorvale said it again."
    >>> text[slice(*in_small_letters(text))]
    'flyorvale'
    """
    found: dict[str, tuple[int, int]] = {}
    for match in _SPOKEN_FOR.finditer(text):
        name = match["name"]
        if nouns.lookup(name) is None and _begins_sentence(text, name.capitalize()):
            found.setdefault(name, match.span("name"))
    return found.popitem()[1] if len(found) == 1 else None


def _begins_sentence(text: str, name: str) -> bool:
    at = text.find(name)
    return at >= 0 and (at == 0 or text[at - 1] == "\n" or text.endswith((". ", "” "), 0, at))


_SPOKEN_FOR = re.compile(
    r"\bspokes(?:person|man|woman) (?:for|at) (?P<name>[a-z]{4,})"
    r"(?= (?:said|says|told|added|confirmed|declined)\b|,)"
)


def is_seated(text: str, body: Mention, person: Mention, core_end: int) -> bool:
    """Whether a person's body is told with its place: `Orvale Rail of Tarn President Ana Ruiz`."""
    if body.reading.sort != "organization" or person.reading.role is None:
        return False
    first = text[person.start : person.name_start].partition(" ")[0].lower()
    held = nouns.lookup(first)
    seated = person.end == core_end and text[body.end : person.start] == " of "
    return seated and (held is None or not held.human) and first not in nouns.courtesy()
