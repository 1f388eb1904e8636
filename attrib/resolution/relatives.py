"""Whose surname those have who are named only as somebody's relatives: `Isla Marrow … Her mother,
Gwen, … Mrs Marrow said`.

They are given it only where the article has that surname after a title of their gender; a child, or
whoever is called by the first name, is not called `Mrs Marrow` then.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from attrib.knowledge import names, nouns
from attrib.knowledge.nouns import Gender
from attrib.lazily import re
from attrib.resolution.drafts import Draft
from attrib.resolution.mentions import Mention


def with_family_names(text: str, found: list[Mention]) -> list[Mention]:
    """Names, with the family's surname given to relatives who are named without one.

    >>> from attrib.resolution.mentions import find
    >>> text = "Isla Marrow fell ill. Her mother, Gwen, had called. Mrs Marrow wept."
    >>> [m.reading.name for m in with_family_names(text, find(text))]
    ['Isla Marrow', 'Gwen Marrow', 'Marrow']
    """
    titled = {
        (mention.reading.name, mention.reading.gender)
        for mention in found
        if mention.reading.courtesy and " " not in mention.reading.name
    }
    if not titled:
        return found
    named: list[Mention] = []
    for i, mention in enumerate(found):
        gender = _kin_gender(text, mention, found[i - 1] if i else None)
        if gender is not None:
            surname = _family(text, named, mention)
            first = mention.reading.name
            if surname is not None and (surname, gender) in titled and first != surname:
                whole = f"{first} {surname}"
                reading = evolve(
                    mention.reading,
                    name=whole,
                    sort="person",
                    person=names.parse(whole),
                    gender=gender,
                )
                mention = evolve(mention, reading=reading)
        named.append(mention)
    return named


def _kin_gender(text: str, mention: Mention, before: Mention | None) -> Gender | None:
    """The gender of whoever a relative is who is named by one name alone."""
    reading = mention.reading
    if " " in reading.name or reading.courtesy:
        return None
    near = text[max(0, mention.name_start - _LONGEST_NOUN) : mention.name_start]
    if near.rstrip(" ,").rpartition(" ")[2] not in _BESIDE and reading.role != "parent":
        return None
    name = reading.name.lower()
    if not names.is_given(name) and (names.is_surname(reading.name) or names.is_family_name(name)):
        return None
    match = _KIN.search(text, max(0, mention.name_start - _LONGEST), mention.name_start)
    if match is not None:
        noun = nouns.lookup(match["kin"])
        return None if noun is None else noun.gender or names.gender(reading.name.lower())
    parent = reading.role == "parent" or _PARENTS.search(
        text, max(0, mention.name_start - _LONGEST), mention.name_start
    )
    other = before is not None and text[before.end : mention.name_start] == " and "
    if other and before is not None:
        both = before.reading.role == "parent" or _PARENTS.search(
            text, max(0, before.name_start - _LONGEST), before.name_start
        )
        parent = parent or both
    return names.gender(reading.name.lower()) if parent else None


_LONGEST = 48
_LONGEST_NOUN = 14
"""Characters of a noun for a relative, with what parts it from the name."""
_NOUNS = (
    r"mother|mum|mom|mam|father|dad|husband|wife|widow|widower|brother|sister|son|daughter|twin"
)
_KIN = re.compile(
    rf"\b(?:[Hh]is|[Hh]er|[Tt]heir|whose|[A-Z][\w-]+['’]s?) (?:[a-z-]+ ){{0,2}}?"
    rf"(?P<kin>{_NOUNS}),? \Z"
)
_PARENTS = re.compile(r"\b[Pp]arents,? \Z")
_BESIDE = frozenset(_NOUNS.split("|")) | {"parents", "Parents", "and"}
"""What stands right before the name of a relative, or of the second of two."""


def _family(text: str, named: Sequence[Mention], mention: Mention) -> str | None:
    """The surname of whoever was last named in full, or of whom it is the relative by name."""
    whose = _OWNER.search(text, max(0, mention.name_start - _LONGEST), mention.name_start)
    for other in reversed(named[-_MOST:]):
        person = other.reading.person
        if person is None or person.given is None or other.reading.sort not in ("person", "name"):
            continue
        first, _, surname = other.reading.name.rpartition(" ")
        if whose is None or whose[1] in (first, surname):
            return surname
    return None


_OWNER = re.compile(r"\b([A-Z][\w-]+)['’]s? (?:[a-z-]+ ){1,3},? ?\Z")
_MOST = 60
"""Names that are looked back over for the family's."""


def without_children(
    text: str, drafts: Sequence[Draft], candidates: list[int], alone: frozenset[str]
) -> list[int]:
    """Those of one surname who may be `Mrs Marrow`: not a child, nor who is called Isla.

    `alone` are the names that stand alone in the article.
    """
    if len(candidates) < 2:
        return candidates
    grown = [
        j
        for j in candidates
        if drafts[j].name.partition(" ")[0] not in alone and not _is_child(text, drafts[j])
    ]
    return grown or candidates


def _is_child(text: str, draft: Draft) -> bool:
    after = draft.first + len(draft.name)
    return (
        _AGED.match(text, after) is not None
        or _YEARS_OLD.search(text, max(0, draft.first - 24), draft.first) is not None
    )


_SMALL = r"(?:1[0-7]|\d|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_AGED = re.compile(rf", (?:aged |then )?{_SMALL}\b(?=[,.]| months| weeks)")
_YEARS_OLD = re.compile(
    rf"(?:\b{_SMALL}-(?:year|month|week|day)-old |\b(?:baby|toddler|schoolgirl|schoolboy) )\Z",
    re.IGNORECASE,
)
