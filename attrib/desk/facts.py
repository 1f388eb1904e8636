"""By what a search is narrowed, as words of the full text index.

Each record, and each article, has a few such words in its column `facts`: its publisher, the
outlets that carried it, its day, month and year, its speaker, its class and kind. FTS5 skips
through the lists of two words faster than any condition is asked of each row that has the first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from hashlib import blake2b

# All begin alike, so that the lists of short beginnings have them in one place, under a digit.
_SPEAKER, _PUBLISHER, _OUTLET, _CLASS, _KIND = "0n", "0p", "0o", "0c", "0k"
_YEAR, _MONTH, _DAY = "0y%Y", "0m%Y%m", "0d%Y%m%d"
_STATEMENT = "statement"


def of_record(article: str, kind: str, cue_class: str | None, carried: Iterable[str]) -> str:
    """The facts of a record, but for its speaker; `article` has those of `of_article`.

    >>> of_record("0y2024", "direct", None, ["Reuters"])
    '0y2024 0kdirect 0cstatement 0o231118301751017'
    """
    return " ".join(
        filter(None, (article, _KIND + kind, of_class(cue_class), *map(of_outlet, carried)))
    )


def of_article(publisher: str | None, published: str | None) -> str:
    """The facts of an article, which all its records share.

    >>> of_article(None, "2024-03-01")
    '0y2024 0m202403 0d20240301'
    """
    words = [of_publisher(publisher), of_outlet(publisher)] if publisher else []
    if day := as_day(published):
        words += [day.strftime(form) for form in (_YEAR, _MONTH, _DAY)]
    return " ".join(words)


def of_speaker(name_id: int) -> str:
    """The word of a name, by its number in `names`."""
    return f"{_SPEAKER}{name_id}"


def of_publisher(name: str) -> str:
    """The word of an article's publisher."""
    return f"{_PUBLISHER}{_number(name)}"


def of_outlet(name: str) -> str:
    """The word of an outlet, whether it published or carried."""
    return f"{_OUTLET}{_number(name)}"


def of_class(cue_class: str | None) -> str:
    """The word of the class of a cue; what has no cue states, as `attrib extract --only` has it."""
    return _CLASS + (cue_class or _STATEMENT)


def of_kind(kind: str) -> str:
    """The word of the kind of a record."""
    return _KIND + kind


def of_days(first: date, last: date) -> Iterator[str]:
    """The fewest words of which a day has one where it is within these two, both included.

    >>> list(of_days(date(2021, 11, 30), date(2023, 2, 1)))
    ['0d20211130', '0m202112', '0y2022', '0m202301', '0d20230201']
    """
    while first <= last:
        year_ends = date(first.year, 12, 31)
        month_ends = _month_ends(first)
        if (first.month, first.day) == (1, 1) and year_ends <= last:
            form, until = _YEAR, year_ends
        elif first.day == 1 and month_ends <= last:
            form, until = _MONTH, month_ends
        else:
            form, until = _DAY, first
        yield first.strftime(form)
        first = until + timedelta(days=1)


def as_day(words: str | None) -> date | None:
    """The day that an ISO 8601 date, or a date and time, means; None where it is none."""
    try:
        return date.fromisoformat((words or "")[:10])
    except ValueError:
        return None


def _month_ends(day: date) -> date:
    next_month = (day.replace(day=28) + timedelta(days=4)).replace(day=1)
    return next_month - timedelta(days=1)


def _number(name: str) -> int:
    """Of digits alone, which no stemmer shortens."""
    return int.from_bytes(blake2b(name.encode("utf-8", "replace"), digest_size=6).digest(), "big")
