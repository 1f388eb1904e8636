"""What callers hand over, as attrib wants it, or told in words what is wrong with it."""

from __future__ import annotations

import datetime
import math
import os
from collections.abc import Iterable
from itertools import islice
from os import PathLike
from pathlib import Path
from typing import TypeVar

from attrib.errors import InputError, UsageError
from attrib.lazily import re
from attrib.model import Note
from attrib.reading.corpus import Article, Problem, read

Thing = TypeVar("Thing")

_FILE_NAME = re.compile(r"\S{1,500}\.(?:txt|html?|jsonl|csv|pdf|docx)(?:\.gz)?", re.IGNORECASE)


def article(given: object, place: str = "") -> Article:
    """The article in a text or, read as `attrib extract` reads it, in the file of a path.

    UsageError for what is neither, InputError where a file gives not just one article.

    >>> article("It rained.").text
    'It rained.'
    >>> article(b"It rained.")
    Traceback (most recent call last):
    attrib.errors.UsageError: an article is a str, not bytes; decode them: text.decode("utf-8")
    """
    if isinstance(given, str):
        return Article(text=given, place=place)
    if isinstance(given, PathLike):
        return _read(Path(given))
    if isinstance(given, bytes | bytearray | memoryview):
        raise UsageError('an article is a str, not bytes; decode them: text.decode("utf-8")')
    if hasattr(given, "read"):
        raise UsageError("an article is a str, not a file; hand over what its read() returns")
    raise UsageError(f"an article is a str or a path, not {_told(given)}")


def _read(path: Path) -> Article:
    if path.is_dir():
        raise InputError(f"{path}: a folder; read each of its files: folder.glob('*.txt')")
    found = list(islice(read([str(path)]), 2))
    if len(found) > 1:
        raise InputError(
            f"{path}: holds several articles; hand over the text of each, or use attrib extract"
        )
    if not found:
        raise InputError(f"{path}: holds no article")
    if isinstance(found[0], Problem):
        raise InputError(str(found[0]))
    return found[0]


def many(given: Iterable[Thing]) -> Iterable[Thing]:
    """Several texts; UsageError where one text, or nothing to go through, was meant as them.

    >>> many("It rained.")
    Traceback (most recent call last):
    attrib.errors.UsageError: pipe takes many texts, not one; give [text], or use attribute(text)
    """
    if isinstance(given, str | bytes | PathLike):
        raise UsageError("pipe takes many texts, not one; give [text], or use attribute(text)")
    if not isinstance(given, Iterable):
        raise UsageError(f"pipe takes many texts, a list for example, not {_told(given)}")
    return given


def words(name: str, given: object) -> str | None:
    """A string or None; UsageError for anything else.

    >>> words("publisher", ["Daily Post"])
    Traceback (most recent call last):
    attrib.errors.UsageError: publisher is a str, not a list
    """
    if given is None or isinstance(given, str):
        return given
    raise UsageError(f"{name} is a str, not {_told(given)}")


def several(name: str, given: object) -> tuple[str, ...]:
    """Strings; UsageError for one string, or anything else.

    >>> several("credits", "Reuters")
    Traceback (most recent call last):
    attrib.errors.UsageError: credits is a list of str, not a str
    """
    if isinstance(given, str | bytes) or not isinstance(given, Iterable):
        raise UsageError(f"{name} is a list of str, not {_told(given)}")
    return tuple(word for word in (words(name, item) for item in given) if word)


def name(given: object) -> str | None:
    """An id: a string, or a whole number as one."""
    return str(given) if type(given) is int else words("id", given)


def day(given: object) -> str | None:
    """A day of publication as a string: `datetime.date` in ISO 8601, a string as it is.

    >>> day(datetime.date(2022, 9, 20))
    '2022-09-20'
    """
    if isinstance(given, datetime.datetime):
        return given.date().isoformat()
    if isinstance(given, datetime.date):
        return given.isoformat()
    if given is None or isinstance(given, str):
        return given
    raise UsageError(f"published is a str or a datetime.date, not {_told(given)}")


def probability(name: str, given: object) -> float | None:
    """A number from 0 to 1, or None.

    >>> probability("min_confidence", 80)
    Traceback (most recent call last):
    attrib.errors.UsageError: min_confidence is a probability, 0 to 1, not 80; did you mean 0.8?
    """
    if given is None:
        return None
    if isinstance(given, bool) or not isinstance(given, int | float):
        raise UsageError(f"{name} is a number, 0 to 1, not {_told(given)}")
    if 0 <= given <= 1:
        return given
    hint = f"; did you mean {given / 100:g}?" if 1 < given <= 100 else ""
    raise UsageError(f"{name} is a probability, 0 to 1, not {given!r}{hint}")


def seconds(name: str, given: object) -> float:
    """A number of seconds: 0, which is soon used up, to infinity.

    >>> seconds("max_seconds", -1)
    Traceback (most recent call last):
    attrib.errors.UsageError: max_seconds is a number, 0 or more, not -1; math.inf sets no limit
    """
    number = isinstance(given, int | float) and not isinstance(given, bool)
    if not number or math.isnan(given) or given < 0:  # type: ignore[arg-type, operator]
        told = repr(given) if number else _told(given)
        raise UsageError(f"{name} is a number, 0 or more, not {told}; math.inf sets no limit")
    return given  # type: ignore[return-value]


def processes(given: object) -> int:
    """A number of worker processes, 0 for one a core."""
    if isinstance(given, bool) or not isinstance(given, int) or given < 0:
        raise UsageError(f"workers is a number of processes, 0 for one a core, not {given!r}")
    return given or os.cpu_count() or 1


def doubts(text: str) -> tuple[Note, ...]:
    """A note on a text that can hardly be the article that was meant.

    >>> [note.reason for note in doubts("news/article.txt")]
    ["the text reads like a file's name; to read the file, give pathlib.Path(…)"]
    """
    if len(text) < 512 and _FILE_NAME.fullmatch(text.strip()):
        return (Note("the text reads like a file's name; to read the file, give pathlib.Path(…)"),)
    return ()


def _told(given: object) -> str:
    if given is None:
        return "None"
    kind = type(given).__name__
    return f"{'an' if kind[0] in 'aeio' else 'a'} {kind}"
