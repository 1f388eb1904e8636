"""Two offices of one person before the name: `Orvale Steel Vice President and Counsel Ana Ruiz`."""

from __future__ import annotations

from collections.abc import Sequence

from attrib.knowledge import names, nouns
from attrib.lazily import re
from attrib.resolution.mentions import Mention

_FIELD = re.compile(r" (?:of|for) (?:[A-Z][\w&-]+(?: and)? ?){1,4}\Z")


def holds_all(
    text: str,
    offices: Sequence[tuple[int, int]],
    named: tuple[int, int],
    mentions: Sequence[Mention],
) -> bool:
    """Whether all but the last of several parts are offices of who is named in the last.

    >>> from attrib.resolution.mentions import find
    >>> said = ("Orvale Rail President and General Counsel Ana Ruiz", "Ana Cook and Mayor Hale")
    >>> cuts = [text.index(" and ") for text in said]
    >>> for text, at in zip(said, cuts):
    ...     holds_all(text, [(0, at)], (at + 5, len(text)), find(text))
    True
    False
    """
    before = [
        text[named[0] : mention.name_start].rstrip()
        for mention in mentions
        if mention.start < named[1] == mention.end and mention.reading.sort == "person"
    ]
    if all(_is_office(text[slice(*part)]) for part in offices) and any(map(_is_office, before)):
        return True
    return len(offices) == 1 and any(before) and _is_called(text[slice(*offices[0])].split(" "))


def _is_called(words: Sequence[str]) -> bool:
    """Whether words without an article say what one somebody is: `Party ally`."""
    low = [word.lower() for word in words]
    if not 1 < len(words) <= _MOST or low[0] in _DEFINITE or not _OTHERS.isdisjoint(low):
        return False
    noun = nouns.lookup(low[-1])
    one = noun is not None and noun.human and not noun.plural and words[-1] == low[-1]
    return one and not any("'" in word or "’" in word for word in words)


_MOST = 6
_OTHERS = frozenset("other another one each every said".split())


def _is_office(words: str) -> bool:
    """Whether words say what one somebody is, and are nobody's name: `Former nurse`."""
    field = _FIELD.search(words)
    if field is not None and any(names.is_given(w.lower()) for w in field[0].split()):
        return False  # `Secretary of State Ana Ruiz`
    parts = (words if field is None else words[: field.start()]).split(" ")
    return _ends_in_office(parts) and parts[0].lower() not in _DEFINITE


def _ends_in_office(words: Sequence[str]) -> bool:
    """Whether the last of some words is a title: not `Ana Cook`, not `Trustees`."""
    last = words[-1].lower()
    noun = nouns.lookup(last)
    if noun is None or noun.plural or not noun.human:
        return False
    if words[-1] == last:
        return words[0] in _BEFORE
    if noun.category != "title" or names.is_given(last):
        return False
    return len(words) == 1 or not names.is_given(words[-2].lower())


_BEFORE = frozenset(("Former", "Ex", "Retired", "Veteran", "Longtime", "Fellow"))
"""Before what somebody is, in small letters, at the start of a sentence."""
_DEFINITE = frozenset("the a an this that his her their its our".split())
"""Before an office that somebody else may hold: `the President and Secretary Ana Ruiz`."""
