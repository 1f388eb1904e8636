"""Which sort a name of several words is, by these alone: a person's, a body's, or anybody's."""

from __future__ import annotations

from typing import Literal

from attrib.knowledge import names, nouns
from attrib.knowledge.places import place
from attrib.resolution.name_runs import LINKS
from attrib.resolution.offices import INITIAL, Word, is_name

Sort = Literal["person", "organization", "country", "place", "people", "name", "word"]
"""`name` is several words that may be anybody's or anything's, `word` a single one."""


def sort_of(words: list[Word]) -> Sort:
    lows = [word[3] for word in words]
    given = names.is_given(lows[0])
    if not LINKS.isdisjoint(lows):
        return "organization"
    if given and len(words) == 2 and lows[1] in _SURNAMES_TOO:
        return "person"
    if any(map(is_body, words)) or lows[-2:] in _RELIEF:
        return "organization"
    first = nouns.lookup(lows[0])
    if first is not None and first.human and first.plural and not is_name(words[1]):
        return "organization"  # Doctors Abroad
    end = lows[-1].rstrip(".")
    if end in nouns.name_ends() and (len(end) > 2 or words[-1][2].isupper()):
        return "organization"
    last = nouns.lookup(end)
    if last is not None and last.plural and last.category == "organization" and not given:
        return "organization"  # Orvale Colleges
    letters = len(words[0][2]) > 2 and words[0][2].isupper() and words[0][2].isalpha()
    if letters and not words[-1][2].isupper():
        return "organization"  # PEN Ohio
    if not given and (lows[0] in _NATIONWIDE or words[-1][2] in _WHERE):
        return "organization"
    if not given and len(words) == 2 and _is_of_place(words):
        return "organization"  # Sporting Lisbon
    if len(words) == 2 and lows[0] in _DIRECTIONS and place(words[1][2]) in ("country", "place"):
        return "place"  # West Nairobi
    if lows[0] in _ABBREVIATED:
        return "organization"  # U.S. Sprint, and no J. K. Marsh
    if not given and (end in _VENUES or lows[0] in _LANDMARKS):
        return "place"
    if not names.OF_FAMILIES.isdisjoint([word[2] for word in words[:-1]]):
        return "person"  # `van Dijk`
    if given or lows[-1] in names.SUFFIXES or any(map(INITIAL.fullmatch, lows[:-1])):
        return "person"
    return "name"


def _is_of_place(words: list[Word]) -> bool:
    """Whether a name ends in its place: `Team Nairobi`, but no `Downtown Nairobi`."""
    first, last = words
    if place(last[2]) not in ("country", "place") or first[3] in _PARTS_OF_PLACES:
        return False
    return not names.is_surname(last[3]) and not names.is_given(last[3]) and not is_name(first)


_DIRECTIONS = frozenset("north south east west upper lower greater downtown".split())
_PARTS_OF_PLACES = frozenset(
    "north south east west northern southern eastern western central upper lower greater inner"
    " outer downtown uptown midtown old new mainland rural suburban occupied saint st great little"
    " former communist imperial ancient modern colonial soviet nazi vichy rural metro metropolitan"
    " mr mrs ms".split()
)
_RELIEF = (["red", "cross"], ["red", "crescent"], ["green", "cross"], ["blue", "cross"])
_NATIONWIDE = frozenset(
    "national historic royal global international general united federal universal public consumer"
    " electoral environmental industrial medical mutual".split()
)
"""How a body's name begins: `Royal Mail`, `Historic Orvale`."""
_WHERE = frozenset(
    "UK England Scotland Wales Britain GB Ireland Europe USA America Africa Asia Australia Canada"
    " India Nigeria Kenya Ghana Pakistan International Worldwide".split()
)
"""How a body's name ends: `Sport Scotland`, `Cricket Australia`."""

_ABBREVIATED = frozenset(("u.s.", "u.k.", "u.n.", "e.u."))
_VENUES = frozenset(
    "street avenue boulevard road square highway motorway terrace crescent valley peninsula island"
    " islands mountains canyon cup trophy gala expo summit marathon olympics bowl prix championship"
    " championships tournament ceremony premiere week weekend derby night eve".split()
)
_LANDMARKS = frozenset("mount mt lake fort cape port".split())
"""How a street, a stretch of land or an event is called by its last or its first word."""


_SURNAMES_TOO = frozenset(
    "church house temple lodge camp steel bank banks mine mill force guard band post park parks"
    " board court partners sons brothers town hotel office store carrier power poll front cloud"
    " fleet water fields gates matters express reserve".split()
)
"""Words for bodies that are surnames after a given name: `Ana Banks`."""


def is_body(word: Word) -> bool:
    return word[3] in nouns.bodies() and word[2] != "Un"


def is_only_of_people(words: list[Word]) -> bool:
    """Whether a first word and a people’s are no name: `Wealthy Kenyan`, before `men`."""
    first, last = words[0], words[-1]
    common = (
        len(words) == 2 and not is_name(first) and first[2].isalpha() and not first[2].isupper()
    )
    return (
        common
        and place(last[2]) == "people"
        and place(first[2]) is None
        and nouns.lookup(last[3]) is None
    )
