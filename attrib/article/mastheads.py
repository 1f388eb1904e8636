"""Names of outlets where an article says whose it is: alone, beside a date, before its desk."""

from __future__ import annotations

from typing import NamedTuple

from attrib.knowledge import names, nationalities
from attrib.lazily import re
from attrib.model import OutletKind
from attrib.outlets import forms as outlet_forms
from attrib.outlets import memory
from attrib.outlets import mentions as outlets
from attrib.outlets.catalogue import Outlet, lookup
from attrib.outlets.runs import CAPITAL
from attrib.outlets.surroundings import speaks_of_outlet


class Named(NamedTuple):
    """An outlet by the name that a line has for it."""

    name: str
    kind: OutletKind | None


def whole_outlet(words: str) -> Named | None:
    """The outlet that `words` name, and nothing else.

    >>> whole_outlet("AFP").name, whole_outlet("The Dar Herald").name, whole_outlet("Ana Ruiz")
    ('AFP', 'Dar Herald', None)
    """
    words = words.strip()
    if not 2 <= len(words) <= 60:
        return None
    listed = lookup(words)
    if listed is not None:
        bare = words.isupper() or words.removeprefix("The ") != listed.name.removeprefix("The ")
        return Named(words if bare and not words.isupper() else _cased(words, listed), listed.kind)
    if outlet_forms.LAST_WORDS.isdisjoint(_CAPITALISED.findall(words)):
        return None  # only these words make a name by its form alone
    found = outlets.find(words)
    if len(found) == 1 and found[0].span.text == words and not found[0].listed:
        return Named(found[0].name, found[0].kind)
    return None


def _cased(words: str, listed: Outlet) -> str:
    """`words`, or the listed name where they only write it in capitals: `RIVERTON GAZETTE`."""
    return listed.name if words.casefold() in _both(listed.name) else words


def _both(name: str) -> tuple[str, str]:
    return name.casefold(), name.removeprefix("The ").casefold()


def masthead(words: str) -> Named | None:
    """The outlet that `words` name where an outlet may be expected: beside a date or an author.

    >>> masthead("Orvale Live").name, masthead("Orvale Pulse (OP)").name, masthead("World News")
    ('Orvale Live', 'Orvale Pulse', None)
    """
    words = words.strip()
    bracketed = _WITH_INITIALS.fullmatch(words)
    if bracketed is not None and memory.stands_for(bracketed["letters"], bracketed["name"]):
        return masthead(bracketed["name"]) or Named(bracketed["name"], None)
    outlet = whole_outlet(words)
    if outlet is not None or not 2 <= len(words) <= 60 or _MASTHEAD.fullmatch(words) is None:
        return outlet
    name = _in_small_letters(words.removeprefix("The "))
    first, _, last = name.rpartition(" ")
    spelt = outlet_forms.is_spelt_like_one(last) or _OF_PLACE.match(name) is not None
    spelt = spelt or (first.partition(" ")[0] or "") in _FIRST
    if not spelt and (last not in outlet_forms.LAST_WORDS or not first):
        return None
    if _SECTION_WORDS.issuperset(name.split()) or names.is_given(first.partition(" ")[0]):
        return None
    return Named(f"The {name}" if words.startswith("The ") else name, None)


_MASTHEAD = re.compile(
    rf"[{CAPITAL}][\w’'&.-]*(?: (?:of|and|&|de|la|[{CAPITAL}\d][\w’'&.-]*)){{0,5}}"
)
# `Times of Riverton`, whose last word is a place.
_OF_PLACE = re.compile("(?:Times|Voice|Nation|Echo|Star|Sun|Echoes) [Oo]f ")
_FIRST = frozenset(
    "Channel Portali Portal Gazeta Televizija Televizioni Novine Agencija Agencia Agence Agjencia"
    " Kanal Diario Jornal Journal Radio TV Rádio Telewizja Haber Dainik".split()
)
"""First words of such names in other languages."""
_WITH_INITIALS = re.compile(r"(?P<name>[^()\n]{4,50}) \((?P<letters>[A-Z][A-Za-z]{1,6})\)")
_SECTION_WORDS = frozenset(
    "World News Local National Politics Business Sports Sport Top Latest Breaking Daily Weekly"
    " Editorial Opinion Media Live Video Press Report Special Market Markets Tech Health Science"
    " Technology Nature Culture Travel Education Environment Religion Royal Crime Legal Money"
    " Fashion Society People Economy Finance Food Arts Life Time".split()
)
_CAPITALISED = re.compile(rf"[{CAPITAL}]\w*")


def named_beside(words: str, text: str, *, alone: bool = False) -> Named | None:
    """The outlet that `words` name on the line of a date, where the article shows it to be one.

    `alone` says that they stand on a line of their own, as a rubric may: `The Long Read`.

    >>> named_beside("Vesper", "Ana Ruiz told Vesper."), named_beside("Kabul", "")
    (Named(name='Vesper', kind=None), None)
    """
    words = words.strip()
    if _SECTION_WORDS.issuperset(words.split()):
        return None
    named = masthead(words) or of_desk(words, text)
    if named is None and not alone and _is_periodical(words):
        return Named(_in_small_letters(words), None)
    return named or spoken_of(words, text)


def after_place(words: str, place: str) -> Named | None:
    """`SANA-Watan` of `Damascus, SANA-Watan`: letters after a place are an agency's.

    >>> after_place("SANA-Watan", "Damascus").name, after_place("England", "London")
    ('SANA-Watan', None)
    """
    lettered = _LETTERS.match(words)
    if lettered is None or nationalities.countries(words) is not None:
        return None
    return Named(words, "agency") if names.is_given(place.partition(" ")[0]) is False else None


_LETTERS = re.compile(r"[A-Z]{3,6}(?![A-Z])")


def of_desk(words: str, text: str = "") -> Named | None:
    """The outlet whose staff wrote an article: `Riverton Lamp Web Desk`.

    >>> of_desk("Times of Riverton Staff").name, of_desk("Our Staff Reporter")
    ('Times of Riverton', None)
    """
    match = _DESK.fullmatch(words.strip())
    if match is None:
        return None
    name = match["name"]
    if _SECTION_WORDS.issuperset(name.split()):
        return None
    named = masthead(name) or spoken_of(name, text)
    first = name.partition(" ")[0]
    if named is None and match["sure"] and " " in name and first not in _NO_OUTLETS_DESK:
        named = Named(name, None)
    return named


_DESK = re.compile(
    rf"(?P<name>(?:The )?[{CAPITAL}][\w’'&.-]*(?: (?:of|and|[{CAPITAL}][\w’'&.-]*)){{0,4}}?) "
    r"(?:(?P<sure>[Ss]taff|[Nn]ewsroom|[Tt]eam|(?:Web|News|Digital|Online|Internet) [Dd]esk)"
    r"|[Dd]esk|[Bb]ureau|(?:[Ss]taff )?(?:Reporter|Correspondent|Writer|Report))"
)
_NO_OUTLETS_DESK = frozenset("Our Special Senior Staff Political Local Chief City State".split())


def _is_periodical(words: str) -> bool:
    """`The Riverton Lamp`: so written, it is no section and no place."""
    return words.startswith("The ") and words.count(" ") > 1 and bool(_MASTHEAD.fullmatch(words))


_MOST_MENTIONS = 6
_IN_PLACE = re.compile(r"\b(?:[Ii]n|at|near|from|around|outside) \Z")


def spoken_of(name: str, text: str) -> Named | None:
    """The outlet that the prose shows a name to be, `told Vesper`; None where it is a place."""
    if _MASTHEAD.fullmatch(name) is None or names.is_given(name.partition(" ")[0]):
        return None
    name = _in_small_letters(name)
    spoken = False
    at = text.find(name)
    for _ in range(_MOST_MENTIONS):
        if at < 0:
            break
        end = at + len(name)
        if not text[end : end + 1].isalnum():
            if _IN_PLACE.search(text, max(0, at - 8), at):
                return None
            spoken = spoken or speaks_of_outlet(text, at, end)
        at = text.find(name, end)
    return Named(name, None) if spoken else None


def _in_small_letters(name: str) -> str:
    """`Nation of Lakes` for `NATION OF LAKES`."""
    if not (name.isupper() and " " in name):
        return name
    return re.sub(r" (?:Of|And|The|For)\b", lambda word: word[0].lower(), name.title())
