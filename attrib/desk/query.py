"""What is looked for, and its words as FTS5 wants them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from attrs import frozen

from attrib.desk.meant import NOT_SEARCHED
from attrib.errors import UsageError
from attrib.lazily import re

_TERM = re.compile(r'(-?)"([^"]*)"(\*?)|(\S+)')
_WORD = re.compile(r"\w")


@frozen(kw_only=True)
class Query:
    """What is looked for; all that is given must hold."""

    words: str | None = None
    """Words that must all be there, `"a phrase"`, `begin*`, `this OR that`, `-without`."""
    in_articles: bool = False
    """Look for the words in the whole article, title too, not only in what was said."""
    speaker: str | None = None
    """By any name that the speaker goes by."""
    speaker_id: int | None = None
    outlet: str | None = None
    """That publishes it or carried it."""
    publisher: str | None = None
    kind: str | None = None
    cue_class: str | None = None
    since: str | None = None
    until: str | None = None
    """First and last day of publication, ISO 8601."""
    article_id: int | None = None
    limit: int = 20
    offset: int = 0


@frozen
class Words:
    """The words of a query, each term as FTS5 wants it."""

    groups: tuple[tuple[str, ...], ...]
    """All terms of one of them must be there."""
    without: tuple[str, ...] = ()

    @property
    def condition(self) -> str:
        """What must hold of a text that is found.

        >>> parsed('water "clear river" strik* -dam').condition
        '(("water" AND "clear river" AND "strik" *)) NOT ("dam")'
        """
        return self._but(" OR ".join(f"({' AND '.join(group)})" for group in self.groups))

    @property
    def marking(self) -> str:
        """The same, with what is to be marked: words that follow one another as one.

        >>> parsed("military cooperation OR treaty").marking
        '(("military" AND "cooperation") OR "military cooperation") OR (("treaty"))'
        """
        return self._but(" OR ".join(_group(group, group) for group in self.groups))

    def ranking(self, tells: Callable[[str], bool]) -> str | None:
        """What counts for the order of the texts found, of terms that tell; None where none does.

        >>> parsed("the river OR of OR dam -sea").ranking(lambda term: len(term) > 5)
        '(("river") OR "the river")'
        """
        telling = ((tuple(filter(tells, group)), group) for group in self.groups)
        return " OR ".join(_group(terms, group) for terms, group in telling if terms) or None

    def _but(self, either: str) -> str:
        if not self.without:
            return either
        return f"({either}) NOT ({' OR '.join(self.without)})"


def parsed(words: str) -> Words:
    """The words of a query; UsageError where nothing is to be looked for."""
    groups: list[list[str]] = [[]]
    without: list[str] = []
    for minus, phrase, star, word in _TERM.findall(NOT_SEARCHED.sub(" ", words)):
        if word == "OR":
            groups.append([])
            continue
        if word in ("AND", "NOT"):
            continue
        bare = phrase or word.strip('"').removeprefix("-").removesuffix("*")
        if not _WORD.search(bare):
            continue
        beginning = " *" if star or word.endswith("*") else ""
        quoted = '"' + bare.replace('"', " ") + '"' + beginning
        if minus or word.startswith("-"):
            without.append(quoted)
        else:
            groups[-1].append(quoted)
    wanted = tuple(tuple(group) for group in groups if group)
    if not wanted:
        raise UsageError(f"{words[:60]!r} names no word to look for")
    return Words(wanted, tuple(without))


def _group(terms: Sequence[str], group: Sequence[str]) -> str:
    """All of the terms; the plain words of a group count more where they follow one another."""
    every = f"({' AND '.join(terms)})"
    if len(group) > 1 and all(" " not in term for term in group):
        phrase = " ".join(term.strip('"') for term in group)
        return f'({every} OR "{phrase}")'
    return f"({every})"
