"""Dates as they are written over articles, read as calendar dates."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from attrib.knowledge.dates import MONTHS
from attrib.lazily import re

# Case is ignored among ASCII letters only, or `ſep` would be a month.
_MONTH = "|".join(rf"(?a:{name[:3]})(?:t(?=\b|\.))?(?:{name[3:]})?\.?" for name in MONTHS)
_DAY = r"(?P<{0}>\d{{1,2}})(?:st|nd|rd|th)?"
_DATE = (
    rf"(?:(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\.?,?\s+)?"
    rf"(?:{_DAY.format('d1')}(?:\s+of)?[\s-]+(?P<m1>{_MONTH}),?[\s-]+(?P<y1>\d{{4}})"
    rf"|(?P<m2>{_MONTH})\s+{_DAY.format('d2')},?\s+(?P<y2>\d{{4}})"
    r"|(?P<y3>\d{4})(?P<sep>[-/.])(?P<m3>\d{1,2})(?P=sep)(?P<d3>\d{1,2})"
    r"|(?P<a>\d{1,2})(?P<sep2>[-/.])(?P<b>\d{1,2})(?P=sep2)(?P<y4>\d{4})\.?)"
)
SHORT_DAY = rf"(?:(?:{_MONTH})\s+\d{{1,2}}|\d{{1,2}}\s+(?:{_MONTH}))(?:,?\s+\d{{4}})?"
"""Pattern of a dateline's date, which seldom has a year: `Sept 20`."""
_CLOCK = (
    r"(?:T|[,|•·–—-]\s*|\s/\s|\s+(?:at\s+)?|\s*-\s*)\(?\d{1,2}(?:[:.h]\d{2}(?::\d{2}(?:\.\d+)?)?)?"
    r"\s*(?:[ap]\.?m\.?)?\s*(?:Z|[+-]\d{2}:?\d{2}|(?:GMT|UTC|[A-Z]{2,4})(?:[+-]\d{1,2}(?::?\d{2})?)?)?\)?"
)
_DATE_ONLY = re.compile(
    rf"(?:\d{{1,2}}:\d{{2}}\s*(?:[ap]\.?m\.?)?(?:\s+[A-Z]{{2,4}})?,?\s+)?{_DATE}(?:,?\s+(?:mon|tues|wednes|thurs|fri|satur|sun)day)?"
    rf"(?:{_CLOCK})?",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_LONGEST = 120
_PREFIX = re.compile(
    r"(?P<what>published|posted|first published|publication date|publish date|release date"
    r"|date of publication|date|issued|created|updated|last updated|last modified|modified)"
    r"\s*(?:on|at)?\s*:?\s*",
    re.IGNORECASE,
)
_CHANGED = frozenset({"updated", "last updated", "last modified", "modified"})


class Stamp(NamedTuple):
    """A line that is a date."""

    day: str | None
    """ISO 8601; None where day and month cannot be told apart, or no calendar has the date."""
    changed: bool
    """Whether it is the day of a change: `Last updated: …`."""


def iso_date(words: str) -> str | None:
    """The one calendar date that `words` are, in ISO 8601; a time and a weekday may stand by it.

    >>> iso_date("Tuesday, Sept. 20, 2022"), iso_date("20th September 2022, 9:43 am")
    ('2022-09-20', '2022-09-20')
    >>> iso_date("20/09/2022"), iso_date("03/04/2022")
    ('2022-09-20', None)
    """
    words = words.strip()[:_LONGEST]
    match = _DATE_ONLY.fullmatch(words) if _DIGIT.search(words) else None
    return _calendar(match) if match else None


def stamp(words: str) -> Stamp | None:
    """`words` read as nothing but a date, with what it is the date of; None for other words.

    >>> stamp("Last updated: 20 Sep 2022 - 9:43"), stamp("20 years on")
    (Stamp(day='2022-09-20', changed=True), None)
    """
    if not _DIGIT.search(words, 0, _LONGEST):
        return None
    prefix = _PREFIX.match(words)
    match = _DATE_ONLY.fullmatch(words, prefix.end() if prefix else 0)
    if match is None:
        return None
    return Stamp(_calendar(match), prefix is not None and prefix["what"].lower() in _CHANGED)


def _calendar(match: re.Match[str]) -> str | None:
    """The date in ISO 8601; None where no calendar has it or day and month cannot be told apart."""
    for year, month, day in (("y1", "m1", "d1"), ("y2", "m2", "d2"), ("y3", "m3", "d3")):
        if match[year]:
            return _iso(match[year], match[month], match[day])
    first, second = int(match["a"]), int(match["b"])
    if match["sep2"] == ".":  # Only the day-first countries write dots.
        return _iso(match["y4"], match["b"], match["a"])
    if first > 12 or first == second:
        return _iso(match["y4"], match["b"], match["a"])
    return _iso(match["y4"], match["a"], match["b"]) if second > 12 else None


def _iso(year: str, month: str, day: str) -> str | None:
    number = int(month) if month.isdecimal() else _MONTH_NUMBERS[month[:3].lower()]
    try:
        return date(int(year), number, int(day)).isoformat()
    except ValueError:
        return None


_MONTH_NUMBERS = {name[:3]: number for number, name in enumerate(MONTHS, start=1)}
