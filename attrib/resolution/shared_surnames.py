"""Two who are named by first names and one surname: `Dana and Rob Marlow`, `Zorbek and Tilune
Okon`.

Where both first names are well known nothing else is asked. Of a rarer one the text must tell that
it is a first name: `their son`, `the couple`, `Mr. Okon` beside a `Mrs. Okon`.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from attrs import evolve, frozen

from attrib.knowledge import names, nouns
from attrib.knowledge.nouns import Gender
from attrib.knowledge.places import place
from attrib.lazily import re
from attrib.resolution.mentions import Mention


def with_shared_surnames(text: str, found: list[Mention]) -> list[Mention]:
    """Names, with the surname that two have in common given to the first: `Dana and Rob Marlow`.

    >>> from attrib.resolution.mentions import find
    >>> def called(text):
    ...     return [m.reading.name for m in with_shared_surnames(text, find(text))]
    >>> called("Then Dana and Rob Marlow wept.")
    ['Dana Marlow', 'Rob Marlow']
    >>> called("Zorbek and Tilune Okon lost their son."), called("Corvo and Tilune Okon met.")
    (['Zorbek Okon', 'Tilune Okon'], ['Corvo', 'Tilune Okon'])
    """
    shared = list(found)
    beside = (i for i in range(len(found) - 1) if text.startswith(_AND, found[i].end))
    for i in islice(beside, _MOST):
        shared[i], shared[i + 1] = _of_two(text, found, shared[i], found[i + 1])
    return shared


_AND = " and "
_MOST = 200
"""Pairs of names that are looked at: for each rare one the text is searched."""


def _of_two(
    text: str, found: Sequence[Mention], one: Mention, other: Mention
) -> tuple[Mention, Mention]:
    """Two mentions that follow each other, with what they have in common."""
    name, person = one.reading.name, other.reading.person
    if " " in name or one.reading.sort not in _ANYBODY or one.start != one.name_start:
        return one, other
    if person is None or person.given is None or other.reading.sort not in ("person", "name"):
        return one, other
    if other.name_start != one.end + len(_AND):
        return one, other
    surname = other.reading.name.rpartition(" ")[2]
    both = names.is_given(name.lower()) and names.is_given(person.given.lower())
    told = _Told(both=both)
    if not both:
        if not _may_be_first(found, name) or not _may_be_first(found, person.given):
            return one, other
        told = _told(text, one, other, name, surname)
        if not told.both:
            return one, other
    elif other.reading.sort != "person":
        return one, other
    whole = f"{name} {surname}"
    gender, second = _genders(name, person.given) if told.wed else (None, None)
    return _as_person(one, whole, gender), _as_person(other, other.reading.name, second)


_ANYBODY = frozenset(("person", "name", "word"))


def _as_person(mention: Mention, name: str, gender: Gender | None) -> Mention:
    reading = mention.reading
    reading = evolve(reading, name=name, sort="person", person=names.parse(name))
    return evolve(mention, reading=evolve(reading, gender=reading.gender or gender))


def _may_be_first(found: Sequence[Mention], name: str) -> bool:
    """Whether a word may be a first name, and is no place, thing or surname of somebody here."""
    if names.is_given(name):
        return True
    if names.is_family_name(name.lower()) or names.is_surname(name):
        return False
    if nouns.lookup(name) is not None or place(name) is not None:
        return False
    low = name.lower()
    people = (mention.reading.person for mention in found)
    return all(person is None or person.given is None or person.surname != low for person in people)


@frozen
class _Told:
    """Whether a text tells that two have one surname, and that they are husband and wife."""

    both: bool
    wed: bool = False


def _told(text: str, one: Mention, other: Mention, name: str, surname: str) -> _Told:
    titled = "Mr" in text or "Ms" in text or "Miss" in text
    pattern = _COURTESY + re.escape(surname) + r"\b"
    called = {match[1] for match in re.finditer(pattern, text)} if titled else set()
    he, she = "Mr" in called, not called.isdisjoint(("Mrs", "Ms", "Miss"))
    before = _COUPLE.search(text, max(0, one.start - _BEFORE), one.start)
    wed = (he and she) or (before is not None and before["wed"] is not None)
    both = wed or before is not None or f"{name} {surname}" in text
    known = names.gender((other.reading.person or _NOBODY).given or "", first=True)
    both = both or (he and known == "f") or (she and known == "m")
    return _Told(both or _THEIRS.match(text, other.end) is not None, wed)


_NOBODY = names.Name(None, "")
_BEFORE = 60
_COURTESY = r"\b(Mr|Mrs|Ms|Miss)\.?[  ]"
_COUPLE = re.compile(
    r"\b(?:(?:(?P<wed>parents|couple|husband and wife|newlyweds|spouses|mother and father"
    r"|mum and dad|mom and dad|grandparents|sweethearts)"
    r"|brothers|sisters|siblings|twins|pensioners|homeowners|owners|founders|landlords|farmers)"
    r"(?:(?: (?:from|of|in) [A-Z]\w+)?[,:]| as| were| are)?"
    r"|(?:home|house|sons?|daughters?|children|marriage|wedding|friends) of) \Z",
    re.IGNORECASE,
)
"""What is said of two before they are named: `His parents, | Zorbek and Tilune Okon`."""
_THEIRS = re.compile(
    r"[^.;:“”\"\n]{1,100}\btheir (?:[a-z-]+ ){0,2}(?:sons?|daughters?|child|children|kids|baby"
    r"|babies"
    r"|home|house|wedding|marriage|honeymoon|family|twins|grandchildren|grandson|granddaughter"
    r"|farm|flat|apartment|dog|car)\b"
)


def _genders(one: str, other: str) -> tuple[Gender | None, Gender | None]:
    """Of husband and wife one is each: who is which, by the name that tells it, by the ending of
    one, or since the husband is mostly named first.

    >>> _genders("Zorbek", "Maria"), _genders("Mirka", "Zorb")
    (('m', 'f'), ('f', 'm'))
    """
    first, second = (None if names.leans(n) else names.gender(n, first=True) for n in (one, other))
    if first is None and second is None:
        first = "f" if one.endswith("a") and not other.endswith("a") else "m"
    if first is not None and second is not None:
        return first, second
    known = first or second
    opposite: Gender = "m" if known == "f" else "f"
    return first or opposite, second or opposite
