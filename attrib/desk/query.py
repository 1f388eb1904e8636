"""What is looked for, and its words as FTS5 wants them."""

from __future__ import annotations

from collections.abc import Sequence

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


def expression(words: str) -> str:
    """The words of a query as FTS5 wants them; UsageError where nothing is to be looked for.

    >>> expression('water "clear river" strik* -dam')
    '(("water" AND "clear river" AND "strik" *)) NOT ("dam")'
    >>> expression("military cooperation OR treaty")
    '(("military" AND "cooperation") OR "military cooperation") OR (("treaty"))'
    """
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
    wanted = [group for group in groups if group]
    if not wanted:
        raise UsageError(f"{words[:60]!r} names no word to look for")
    either = " OR ".join(_group(group) for group in wanted)
    if not without:
        return either
    return f"{either if len(wanted) == 1 else f'({either})'} NOT ({' OR '.join(without)})"


def _group(terms: Sequence[str]) -> str:
    """All of the terms; plain words count more where they follow one another."""
    every = f"({' AND '.join(terms)})"
    if len(terms) > 1 and all(" " not in term for term in terms):
        phrase = " ".join(term.strip('"') for term in terms)
        return f'({every} OR "{phrase}")'
    return f"({every})"
