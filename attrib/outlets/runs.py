"""Capitalised words in a row, of which names are made: where such a run begins and ends.

A text and an offset in, the run's beginning out. Where it names an outlet, it is a `Form`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from attrib.lazily import re
from attrib.model import OutletKind

CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪİĶŁŃŇŐŒŘŚŞŠŤŪŮŹŻŽ"
WORD = rf"[{CAPITAL}][\w’'&.-]{{0,24}}"
SPACES = frozenset(" \n\xa0")
_LINK = r"(?:(?:of|and|de|la|e|y|&|del|della|delle|dello|degli|di|do|da|dos|das|des|du|los|las)[ ])"
RUN = re.compile(rf"[\"“']?({WORD}(?:[ \xa0\n]{_LINK}{{0,2}}{WORD}){{0,3}})")
RUN_WORDS = rf"{WORD}(?: {_LINK}{{0,2}}{WORD}){{0,3}}"
_RUN_BEFORE = re.compile(rf"(?<![\w.’'-])((?:{WORD}[ \xa0\n]{_LINK}{{0,2}}){{1,4}})[\"“]?$")
ARTICLE = re.compile(r"\b([Tt]he)\s[\"“]?$")
"""Before a run, to its first letter."""
# Capitalised where a sentence opens, or no part of an outlet's name.
NOT_NAMES = frozenset(
    {
        *("A", "According", "After", "Also", "Although", "An", "And", "As", "At", "Because"),
        *("Before", "But", "By", "Citing", "During", "Earlier", "Even", "For", "Former", "From"),
        *("He", "Her", "His", "However", "I", "If", "In", "It", "Its", "Last", "Like", "Meanwhile"),
        *("Mr", "My", "Now", "Of", "On", "Or", "Our", "Per", "President", "Read", "She", "Since"),
        *("So", "Still", "That", "The", "Their", "Then", "There", "These", "They", "This", "Those"),
        *("Though", "To", "Told", "Until", "Via", "We", "What", "When", "Where", "While", "Who"),
        *("With", "Yet", "You", "Your", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday"),
        *("Saturday", "Sunday", "January", "February", "March", "April", "May", "June", "July"),
        *("August", "September", "October", "November", "December"),
    }
)


class Form(NamedTuple):
    """Such a run that is an outlet's name, by its form or by what stands around it."""

    start: int
    end: int
    name: str
    kind: OutletKind | None


def run_start(text: str, end: int) -> int:
    """Where the capitalised words that stop at `end` begin, sentence openers cut off.

    >>> run_start("But Riverton Gazette", 12), run_start("the Doha-based Vesper Times", 27)
    (4, 15)
    """
    window = max(0, end - 60)
    found = _RUN_BEFORE.search(text[window:end] + " ")
    if found is None:
        return end
    start = window + found.start(1)
    kept = start
    for word in re.finditer(r"\S+", found[1]):
        # An abbreviation ends a sentence or is a title; `St. Ives Herald` is the exception.
        openers = word[0] in NOT_NAMES or word[0].endswith(_NO_NAME_ENDS)
        if kept < start + word.start() and start + word.end() >= end:
            break  # `Power On`, which ends so
        if openers or (word[0].endswith(".") and word[0] != "St."):
            kept = start + word.end() + 1
    return min(kept, end)


_NO_NAME_ENDS = (
    "'s",
    "’s",
    "'",
    "’",
    "-based",
    "-language",
    "-owned",
    "-run",
    "-funded",
    "-backed",
)
"""What a word ends in that only tells whose or where: `London-based`."""
_NAME_ENDS = re.compile(r"(?<=[^\W\d_]{4})\.\s|(?<=\w)['’]s\s")


def first_name(words: str) -> str:
    """A run up to the end of a sentence in it, of an owner's name or a day, without what trails it.

    >>> first_name("Radio Orvale’s Ana Ruiz"), first_name("Radio Orvale. He"), first_name("Lima’s")
    ('Radio Orvale', 'Radio Orvale', 'Lima')
    >>> first_name("Radio Orvale Monday")
    'Radio Orvale'
    """
    words = _NAME_ENDS.split(words, maxsplit=1)[0]
    return without_day(words.rstrip(".'’-")).removesuffix("'s").removesuffix("’s")


def without_day(words: str) -> str:
    """A run without the day after it: `an interview with |Vesper| Monday`.

    >>> without_day("Vesper Monday"), without_day("Vesper Tonight"), without_day("Sunday")
    ('Vesper', 'Vesper Tonight', 'Sunday')
    """
    name, _, last = words.rpartition(" ")
    return name if name and last.endswith("day") and last in NOT_NAMES else words


def is_word(text: str, start: int) -> bool:
    """Whether a word begins at `start`, and no part of one: the `Post` of `the Post`.

    >>> is_word("the Post", 4), is_word("HuffPost", 4)
    (True, False)
    """
    return start == 0 or not (text[start - 1].isalnum() or text[start - 1] in "-'’@#_")


def places(text: str, words: str) -> Iterator[int]:
    """Where words stand in a text, also within longer ones.

    >>> list(places("Vesper, Vespers", "Vesper"))
    [0, 8]
    """
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)
