"""Outlets of any name, told by what people do there: `she told Vesper`, `opened up to Vesper`.

A text in, the names out. A person may be told something too, so that what a text elsewhere names
as one, or whose first word is a given name, is none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache, partial

from attrib.knowledge import names, nationalities, nouns
from attrib.knowledge.places import place
from attrib.lazily import re
from attrib.outlets.runs import NOT_NAMES, WORD, Form, places, without_day

_NAME = rf"(?P<name>{WORD}(?:\s{WORD}){{0,2}})"
_TELLS = re.compile(
    rf"[,”\"'’]\s[^.,;:“”\"\n]{{2,160}}?,?\s(?:told|tells)\s{_NAME}"
    r"(?=[.,;]|\s(?:on|in|last|this|earlier|during|after|before|that|late|at)\b)"
)
"""`…,” Ana Ruiz told Vesper.`: nobody whom the article knows by a fuller name."""
_GIVES = re.compile(
    r"\b(?:(?P<surely>interview\s(?:(?:published|posted|aired|broadcast)\s)?(?:with|to|for|by|on)"
    r"|(?:op-ed|opinion\spiece|column|essay|commentary)\s(?:for|in)"
    r"|quoted\s(?:as\ssaying\s)?by)"
    r"|(?:opened|opens|opening)\sup\s(?:to|with)|(?:sat|sits|sitting)\sdown\swith)\s(?:the\s)?"
    rf"{_NAME}(?=[.,;]|\s(?:on|in|last|this|earlier|during|after|before|that|about|to|for|at|he|she|as"
    r"|published|posted|aired|broadcast)\b)"
)
"""`in an interview with |Slow Bay|`, `She opened up to |Slow Bay| about`."""
_SAID_THERE = re.compile(
    r"\b(?:[Ii]n|[Dd]uring)\s(?:an?|his|her|their)\s(?:[\w-]{1,15}\s){0,2}?$"
    r"|\b(?:was|were|is|as)\s(?:also\s|later\s)?$"
)
"""Before `interview with Vesper`: somebody said something there, and is no one who asks."""
_QUOTES = re.compile(
    rf"(?<!\d\w\w\s){_NAME}\s(?:later\s|also\s)?(?:quoted|quotes)\s(?=(?:[\w’'.-]{{1,20}}\s){{1,8}}?as\ssaying\b)"
)
"""`Vesper quoted Ana Ruiz as saying`."""
_ANCHORS = (
    *("interview ", " up to ", " up with ", " down with ", "op-ed", "piece", "column", "essay"),
    *("commentary", "quoted ", "quotes "),
)


def find(text: str) -> Iterator[Form]:
    """Names of those who were told something as outlets are.

    >>> [form.name for form in find("She sat down with Slow Bay to talk. He met Slow Cove.")]
    ['Slow Bay']
    >>> list(find("She sat down with Ana Ruiz to talk, and opened up to Parliament about it."))
    []
    """
    named = cache(partial(is_fuller, text)), cache(partial(_is_alone, text))
    for match in _TELLS.finditer(text):
        yield from _form(match, *named)
    if any(anchor in text for anchor in _ANCHORS):
        for match in _GIVES.finditer(text):
            first, _, more = match["name"].partition(" ")
            said = match["surely"] and _SAID_THERE.search(text, _low(match), match.start())
            if (more and nouns.lookup(first) is None) or (said and place(first) is None):
                yield from _form(match, *named)
        for match in _QUOTES.finditer(text):
            yield from _form(match, *named)


_LONGEST_BEFORE_TALK = 40


def _low(match: re.Match[str]) -> int:
    return max(0, match.start() - _LONGEST_BEFORE_TALK)


def _form(
    match: re.Match[str], fuller: Callable[[str], bool], alone: Callable[[str, str], bool]
) -> Iterator[Form]:
    name = without_day(match["name"].rstrip(".'’-"))
    first, last = name.partition(" ")[0], name.rpartition(" ")[2]
    if first in NOT_NAMES or names.is_given(first) or nationalities.countries(name):
        return
    if len(first.rstrip(".")) == 1 or first.rstrip(".").lower() in nouns.courtesy():
        return  # `told K. R. Lund`
    if nouns.lookup(last) is not None and not last.isupper():
        return  # `told Parliament`, `told Senator Ruiz`
    if name in nouns.known_bodies() or last.lower() in nouns.name_ends():
        return  # `told Netflix`, `told Orvale United`
    start = match.start("name")
    if name.endswith(("'s", "’s")) or fuller(name):
        return
    if last == name or not alone(last, first):
        yield Form(start, start + len(name), name, None)


def is_fuller(text: str, name: str) -> bool:
    """Whether a name stands somewhere after one more.

    >>> is_fuller("Ruiz slept, Ana Ruiz said", "Ruiz"), is_fuller("told Ruiz", "Ruiz")
    (True, False)
    """
    return any(
        (before := _ONE_MORE.search(text[max(0, at - _LONGEST_BEFORE) : at]))
        and before[0].rstrip() not in NOT_NAMES
        and not _JOINED.match(text, at + len(name))
        for at in places(text, name)
    )


def _is_alone(text: str, last: str, first: str) -> bool:
    """Whether the last word of a name stands somewhere without the first before it.

    >>> _is_alone("Elm Hill; Hill slept", "Hill", "Elm"), _is_alone("Elm Hill", "Hill", "Elm")
    (True, False)
    """
    return any(
        not text.endswith(f"{first} ", 0, at) and not _within_word(text, at, at + len(last))
        for at in places(text, last)
    )


def _within_word(text: str, start: int, end: int) -> bool:
    return text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()


_ONE_MORE = re.compile(rf"{WORD} \Z")
_JOINED = re.compile(r"[\w-]")
_LONGEST_BEFORE = 26
