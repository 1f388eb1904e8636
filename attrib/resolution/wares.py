"""Names that are no firm's, of a ware, a technology, a scene; and those of a firm's parts."""

from __future__ import annotations

from collections.abc import Sequence

from attrib.knowledge import names, nouns
from attrib.knowledge.places import place
from attrib.lazily import re
from attrib.resolution.mentions import Mention
from attrib.words.tags import is_plain

_SOMEWHERE = re.compile(
    r" (?:in|near|from|across|outside|around) \Z"
    r"| (?:Street|Road|Avenue|Lane|Close|Drive|Way|Square|Crescent|Terrace|Gardens|Grove), \Z"
)
"""Before a lone name: it is where something happened, `of Mill Road, Penwith`."""
_WARE = re.compile(
    r" (?:(?:TV|streaming|mobile|cloud|payment) )?"
    r"(?:services?|apps?|applications?|phones?|handsets?|tablets?|devices?|consoles?|speakers?"
    r"|models?|sedans?|cars?|trucks?|vans?|jets?|engines?|software|systems?|platforms?|products?"
    r"|users|headsets?|headphones|printers?|laptops?|drugs?|vaccines?|pills?|brands?|range"
    r"|connections?)\b"
)
"""What a name stands before that is a thing's: `the Orvale Spark TV service`, `Zoot phones`."""
_OF_NO_FIRM = re.compile(
    r" (?:administration|presidency|premiership|government|cabinet|era|years|regime|reign|doctrine"
    r"|dynasty|famil(?:y|ies)|estate|brothers|murders?|killings?|affair|scandal|inquiry"
    r"|virus|outbreaks?|pandemic|epidemic|infections?|patients|cases|shots?|jabs?|boosters?|tests?"
    r"|prizes?|awards?|medals?|festival|holidays?|season|weekend|parade|elections?|borders?|region"
    r"|area|coast|valley|district|province|peninsula|neighbou?rhood|suburb|refugees|migrants)\b"
)
"""What a name stands before that is a ruler's, a family's, an illness's, a feast's or a place's:
`the Orlov administration`, `a Zika outbreak`, `the Thornbury area`."""
_TECHNOLOGIES = frozenset(
    "covid covid-19 ebola zika mpox alzheimer’s parkinson’s christmas easter ramadan diwali"
    " wi-fi wifi bluetooth android ios windows linux usb gps hdmi internet ethernet html java"
    " 3g 4g 5g lte ai vr ar pdf mp3 dvd blu-ray".split()
)
"""What the wares of many firms have, illnesses and feasts: no firm is called so."""


def is_no_firm(text: str, mention: Mention) -> bool:
    """Whether a name that may be anything's is a ware's or the like where it stands.

    >>> from attrib.resolution.mentions import find
    >>> text = "Since Telvia launched the Telvia Spark TV service in Orvale, it grew."
    >>> [is_no_firm(text, mention) for mention in find(text)]
    [False, True, True]
    """
    start = mention.start
    if mention.reading.sort == "word" and _SOMEWHERE.search(text, max(0, start - 14), start):
        return True
    if mention.reading.name.lower() in _TECHNOLOGIES:
        return True
    return (_WARE.match(text, mention.end) or _OF_NO_FIRM.match(text, mention.end)) is not None


def is_the_ware(text: str, mention: Mention) -> bool:
    """Whether a name that may be a person's has an article before it, as wares have: `the Halden
    Loop`, of which Halden says something.

    >>> from attrib.resolution.mentions import find
    >>> text = "Since the Halden Loop was late, Ana Ruiz left."
    >>> [is_the_ware(text, mention) for mention in find(text)]
    [True, False]
    """
    unsure = mention.reading.sort == "name" and mention.reading.role is None
    first = mention.reading.name.partition(" ")[0].lower()
    return unsure and text.endswith(_ARTICLES, 0, mention.start) and not names.is_given(first)


_ARTICLES = ("the ", "The ", " a ", " new ")


def stands_at_thing(text: str, end: int) -> bool:
    """Whether a name that ends at an offset only tells where a thing is.

    >>> stands_at_thing("the Everett plant", 11), stands_at_thing("the Everett said", 11)
    (True, False)
    """
    return _OF_A_THING.match(text, end) is not None


_OF_A_THING = re.compile(
    r" (?:plant|factory|site|campus|warehouse|depot|refinery|mine|shipyard|dam|mill|airport"
    r"|harbou?r|stadium|ground|branch|store|shop|school|hospital|prison|jail|court|rally|summit"
    r"|marathon)\b"
)
"""After a place by which a thing is told: `the Everett plant`."""


def is_letters_of_thing(text: str, mention: Mention) -> bool:
    """Whether letters stand for the plain words before them: `a body mass index, or BMI`.

    >>> from attrib.resolution.mentions import find
    >>> text = "The body drag index (BDI) fell, the Orvale Trade Board (OTB) said."
    >>> [m.reading.name for m in find(text) if is_letters_of_thing(text, m)]
    ['BDI']
    """
    letters = mention.reading.name
    if not letters.isupper() or not 1 < len(letters) < 7 or not letters.isalpha():
        return False
    opens = next((o for o in (" (", ", or ") if text.endswith(o, 0, mention.start)), None)
    if opens is None:
        return False
    at = mention.start - len(opens)
    words = text[max(0, at - 24 * len(letters)) : at].split()[-len(letters) :]
    initials = "".join(word[0] for word in words)
    noun = nouns.lookup(words[-1]) if words else None
    body = noun is not None and noun.category == "organization"
    return initials == letters.lower() and not body


_DIVISIONS = frozenset(
    "sales service services operations retail logistics marketing research labs studios ventures"
    " division motors financial finance credit capital digital mobile cloud foods aerospace"
    " healthcare pharma energy engineering".split()
)
_REGIONS = frozenset(
    "north south east west latin america americas usa us uk europe asia pacific africa australia"
    " canada india china japan ireland international middle".split()
)
_WHOLES = frozenset("company corporation group holding holdings".split())
_LEGAL = frozenset(
    "ltd limited plc inc corp co llc gmbh ag sa nv kk ab asa spa oyj bhd pty se".split()
)


def is_part_of_firm(words: Sequence[str]) -> bool:
    """Whether a firm's name says by what follows its first word that it is a part of another.

    >>> is_part_of_firm(["Corvo", "Sales", "&", "Service"]), is_part_of_firm(["Corvo", "Group"])
    (True, False)
    >>> is_part_of_firm(["Corvo", "North", "America", "Inc."])
    True
    """
    rest = [word.rstrip(".").lower() for word in words[1:]]
    while rest and rest[-1] in _LEGAL:
        rest.pop()
    return bool(rest) and (rest[-1] in _DIVISIONS or _REGIONS.issuperset(rest))


def short_names(words: Sequence[str]) -> list[str]:
    """What a firm is called for short, besides by its first word.

    >>> short_names(["Eastwold", "Karnack", "Co"]), short_names(["Corvo", "Air", "Corp."])
    (['eastwold karnack', 'karnack'], ['corvo air'])
    >>> short_names(["Corvo", "Group"]), short_names(["Orvale", "City", "Council"])
    ([], [])
    """
    end = len(words)
    while end > 1 and words[end - 1].rstrip(".,").lower() in _LEGAL | _WHOLES:
        end -= 1
    if end == len(words) or end < 2:
        return []
    found = [" ".join(words[:end]).lower()]
    if end > 2 and place(" ".join(words[:2])) is None and not names.is_given(words[0]):
        found.append(" ".join(words[:2]).lower())
    last = words[end - 1]
    known = nouns.lookup(last) is not None or place(last) is not None
    common = last.lower() in _TRADES | _DIVISIONS | nouns.bodies()
    if not known and not common and len(last) > 3 and last.isalpha():
        found.append(last.lower())
    return found


def is_of_place(words: Sequence[str], cut: int) -> bool:
    """Whether the end of a body's name says where it is, and so is no short name for it.

    >>> is_of_place(["Bank", "of", "New", "South", "Wales"], 2)
    True
    >>> is_of_place(["Ministry", "of", "Foreign", "Affairs"], 2)
    False
    """
    tail = words[cut:]
    if place(" ".join(tail)) is not None:
        return True
    told = words[cut - 1] in _WHERE and not any(word in _WHERE for word in tail)
    last = tail[-1].lower()
    return told and tail[-1].isalpha() and nouns.lookup(last) is None and not is_plain(last)


_WHERE = frozenset(("of", "in", "on", "for", "and", "at"))


def turned_names(name: str) -> list[str]:
    """What a body is called that is named with its field: the Royal Society of Engineers.

    >>> turned_names("Royal Society of Engineers"), turned_names("Ministry of Foreign Affairs")
    (['royal society'], ['foreign affairs ministry', 'foreign ministry'])
    >>> turned_names("Defence Ministry"), turned_names("Bank of Orvale")
    (['ministry of defence'], [])
    """
    low = name.lower()
    head, _, field = low.partition(" of ")
    field = field.removeprefix("the ")
    if field and head in _FIELDED:
        whole = field.split()
        return list(dict.fromkeys((f"{field} {head}", f"{whole[0]} {head}")))
    words = head.split()
    if field:
        return [head] if len(words) > 1 else []
    if len(words) == 2 and words[-1] in _CLUBS and not is_plain(words[0]):
        return [words[-1]]
    if len(words) == 2 and words[1] in _FIELDED:
        return [f"{words[1]} of {words[0]}"]
    return []


_CLUBS = frozenset("united rovers wanderers rangers athletic hotspur albion celtic".split())
"""How a club is called by the last word of its name."""
_FIELDED = frozenset(("ministry", "department"))


def is_legal(word: str) -> bool:
    """Whether a word at the end of a name says that a firm has it: `Plc`."""
    return word.rstrip(".").lower() in _LEGAL


def is_firm(words: Sequence[str]) -> bool:
    """Whether a firm's name says after its first word that it is one: `Corvo Motor Company`."""
    rest = {word.rstrip(".").lower() for word in words[1:]}
    return not rest.isdisjoint(_LEGAL | _TRADES | nouns.bodies())


_TRADES = frozenset(
    "communications technologies motor motors airlines airways industries systems brands stores"
    " pharmaceuticals entertainment enterprises holdings petroleum electronics chemical steel"
    " telecom foods media labs laboratories resources materials partners".split()
)
"""What the whole name of a firm known by one word ends with: `Verizon Communications`."""


def is_of_holder(words: Sequence[str]) -> bool:
    """Whether a body is called by who holds or leads it now, and is not he: `Hale White House`.

    >>> is_of_holder(["Hale", "White", "House"]), is_of_holder(["Hale", "Motors"])
    (True, False)
    """
    return " ".join(words[1:]).lower() in _HELD


_HELD = frozenset(("white house", "administration", "presidency", "campaign", "cabinet"))
