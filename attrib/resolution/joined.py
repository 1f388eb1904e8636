"""Sources that are several: `Ana Ruiz and the council`, and where what is set off begins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrib.knowledge import names, nouns
from attrib.knowledge.places import place
from attrib.lazily import re
from attrib.resolution.chunks import STOPS
from attrib.resolution.mentions import Mention
from attrib.resolution.name_runs import PORTFOLIOS
from attrib.resolution.two_offices import holds_all

_AND = re.compile(r",? (?:and|nor|&|along with|as well as) ")
_CORRELATIVE = re.compile(r"(?:neither|both) ", re.IGNORECASE)
_LIST_COMMA = re.compile(r", ")


def joined(
    text: str, start: int, end: int, mentions: Sequence[Mention]
) -> tuple[tuple[int, int], ...]:
    """Where the parts of `A and B` or `A, B and C` stand; empty where it is no such thing.

    One part alone is what is left of `Culture and Sport Minister Ana Ruiz` without a field.
    """
    match = _AND.search(text, start, end)
    if match is not None and (named := _named_each(text, start, end, mentions)):
        return named
    if correlative := match and _CORRELATIVE.match(text, start, end):
        start = correlative.end()
    if match is None or any(m.start < match.start() and m.end > match.end() for m in mentions):
        return ()
    cuts = [start, *(m.end() for m in _LIST_COMMA.finditer(text, start, match.start()))]
    ends = [*(c - 2 for c in cuts[1:]), match.start()]
    left = list(zip(cuts, ends, strict=True))
    parts = [*left, (match.end(), end)]
    if all(_is_field(text, part) for part in left) and _is_holder(text, parts[-1], mentions):
        return (parts[-1],)
    if holds_all(text, left, (match.end(), set_off_at(text, match.end(), end)), mentions):
        return (parts[-1],)
    if len(parts) == 2 and _OF_TWO.match(text, start, end):
        titled = (m for m in mentions if m.reading.sort == "person" and m.end == end)
        if any(parts[1][0] < mention.name_start for mention in titled):
            return (parts[1],)
    if all(_is_name(text, part, mentions) for part in parts):
        return tuple(parts)
    if (apart := _each_set_off(text, start, end, mentions)) is not None:
        return apart
    set_off = set_off_at(text, match.end(), end)
    if set_off < end and all(
        _is_name(text, part, mentions) for part in (*left, (match.end(), set_off))
    ):
        return (*left, (match.end(), set_off))  # `A and B, represented by Ana Ruiz`
    first = text[parts[-1][0] : end].split(" ", 1)[0].lower()
    if text[slice(*parts[0])].lower() in _PRONOUNS and len(parts) == 2:
        named = (parts[0], (parts[1][0], set_off))
        if first in _OTHERS or _is_name(text, named[1], mentions):
            return named if first not in _OTHERS else tuple(parts)
    if len(parts) == 2 and first in _OTHERS and _is_name_or_definite(text, parts[0], mentions):
        return tuple(parts)
    if len(parts) == 2 and _definite_first(text, parts[0], (parts[1][0], set_off), mentions):
        return tuple(parts)
    if first in _MORE and all(_is_name(text, p, mentions) for p in left):
        return tuple(parts)  # `Marsh, Ruiz and other coaches`
    return ()


def _named_each(
    text: str, start: int, end: int, mentions: Sequence[Mention]
) -> tuple[tuple[int, int], ...]:
    """Where the names of several stand after what they are: `Three nurses, Ana Ruiz, Tom Karr and
    Paul Moll,`, `The two scholars — Ruiz and Karr —`."""
    told = _MANY.match(text, start, end)
    if told is None:
        return ()
    noun = nouns.lookup(told["noun"])
    if noun is None or not noun.human or not noun.plural:
        return ()
    if not STOPS.isdisjoint(text[start : told.start("noun")].lower().split()):
        return ()  # `The children of two nurses, Ana Ruiz and Tom Karr,`
    if told["what"] and any(map(_is_human, told["what"].split())):
        return ()  # `The friends of the teacher, Ana Ruiz, and Tom Karr`
    last = told.end() + len(text[told.end() : end].rstrip(" ,)-–—"))
    parts = []
    at = told.end()
    for cut in _LISTED.finditer(text, at, last):
        parts.append((at, cut.start()))
        at = cut.end()
    parts.append((at, last))
    bodies = any(
        mention.reading.sort == "organization"
        for mention in mentions
        if told.end() <= mention.start < last
    )
    if bodies and told["what"]:
        return ()  # `Officials from the Met, Interpol and MI5`
    several = len(parts) > 1 and all(_is_only_name(text, part, mentions) for part in parts)
    return tuple(parts) if several else ()


def _is_human(word: str) -> bool:
    noun = nouns.lookup(word)
    return noun is not None and noun.human


def _is_only_name(text: str, part: tuple[int, int], mentions: Sequence[Mention]) -> bool:
    """Whether a part is one name, with no more than a title before it."""
    return part[0] < part[1] and text[part[0]].isupper() and _is_name(text, part, mentions)


_MANY = re.compile(
    r"(?:[A-Za-z][\w’'-]* ){0,6}?(?P<noun>[A-Za-z][a-z-]*(?:s|men|women|people))"
    r"(?P<what> (?:of|in|at|for|on|behind|from)(?: [\w’'-]+){1,5})?(?:, | [-–—]{1,2} | \()"
)
_LISTED = re.compile(r",? and |, ")


def _each_set_off(
    text: str, start: int, end: int, mentions: Sequence[Mention]
) -> tuple[tuple[int, int], ...] | None:
    """Names with more said of one or all: `Ruiz, a nurse, and Okon, a driver`, `Ruiz (R-Ohio) and
    Okon of Orvale College`, `Ruiz, 30, Ana Okon, 43, and the union`."""
    for match in _AND.finditer(text, start, end):
        comma = match[0][0] == ","
        left = _named_first(text, start, match.start(), comma, mentions)
        if left is None:
            continue
        right = _named_first(text, match.end(), end, True, mentions)
        first = ((start, left.end), *_between(text, left.end, match.start(), mentions))
        if right is not None and _apart(text, left, right, end):
            return *first, (match.end(), right.end)
        if comma and text.startswith(_UNNAMED, match.end()):
            return *first, (match.end(), set_off_at(text, match.end(), end))
    return None


_UNNAMED = ("the ", "its ", "their ", "two ", "three ", "four ")
"""What begins a part without a name that is nobody named before: not `and a nurse`."""


def _between(
    text: str, start: int, end: int, mentions: Sequence[Mention]
) -> Iterator[tuple[int, int]]:
    """Who else is named between two of several: `Ruiz, 30, | Ana Okon|, 43, and Tom Hale`."""
    for mention in mentions:
        at = mention.start
        apart = start + 2 < at and mention.end < end and text[at - 2 : at] == ", "
        person = mention.reading.sort in _PEOPLE and _may_join(mention)
        if apart and person and text[mention.end] == ",":
            yield at, mention.end


def _named_first(
    text: str, start: int, end: int, comma: bool, mentions: Sequence[Mention]
) -> Mention | None:
    """The name that a part begins with, if nothing but what is set off follows; with a comma
    before it, only where one closes it, too."""
    for mention in mentions:
        if start <= mention.start < end and not common(mention):
            kin = _KIN.match(text, start, mention.start + 1)
            if kin is not None:
                return mention  # `and her husband, Tom, 36`
            if not _is_name(text, (start, mention.end), mentions) or not _may_join(mention):
                return None
            rest = text[mention.end : end]
            after = rest.startswith(_SETS_OFF) or (comma and rest.startswith(", ")) or not rest
            return mention if after or rest == "," else None
    return None


def _apart(text: str, left: Mention, right: Mention, end: int) -> bool:
    """Whether where the first is from parts the two: not `the Centre at Orvale and Norvale`."""
    if not text.startswith(_PLACED, left.end):
        return True
    people = left.reading.sort == right.reading.sort == "person"
    return people or (right.end < end and text[right.end] != ",")


def _may_join(mention: Mention) -> bool:
    """Whether it is somebody's or a body's, and no place's: not `Ruiz of Orvale and | Norvale`."""
    reading = mention.reading
    whole = " " in reading.name or reading.role is not None
    return reading.sort == "organization" or (reading.sort in _PEOPLE and whole)


_KIN = re.compile(r"(?:his|her|their) (?:[a-z-]+ ){0,2}[a-z-]+,? [A-Z]")
_PARTY = re.compile(r"[DRIL]-[A-Z]\w+")
_PEOPLE = frozenset(("person", "name"))
_PLACED = (" of ", " from ", " at ", " for ", " in ")
_SETS_OFF = (" (", " – ", " — ", *_PLACED)
_PRONOUNS = frozenset(("he", "she", "they", "i", "we"))
_MORE = frozenset("other several some many two three four five six".split())
_OTHERS = _MORE | frozenset("his her their its the a an another".split())
"""What begins a part of a joint source that has no name."""


def _is_name(text: str, part: tuple[int, int], mentions: Sequence[Mention]) -> bool:
    """Whether a part is one name and nothing more than its title or an article."""
    start, end = part
    for mention in mentions:
        party = _PARTY.fullmatch(mention.reading.name)
        if mention.end == end and mention.start >= start and not common(mention) and not party:
            before = text[start : mention.start].split()
            if text.startswith(" and ", end) and _is_adjective(text, mention, before):
                return False
            return len(before) <= 3 and not any(w.lower() in STOPS for w in before)
    return False


def _is_adjective(text: str, mention: Mention, before: Sequence[str]) -> bool:
    """Whether what stands before `and` only qualifies: `Popular Lutheran and corporate speaker`."""
    first, _, last = mention.reading.name.rpartition(" ")
    if not text[mention.end + 5].islower() or before or names.is_given(first):
        return False
    noun = nouns.lookup(last)
    return place(last) == "people" or (noun is not None and noun.human and not noun.plural)


def _is_field(text: str, part: tuple[int, int]) -> bool:
    """Whether a part is what an office is for: `Culture` of `Culture and Sport Minister Ruiz`."""
    words = text[slice(*part)].split()
    return 0 < len(words) <= 3 and all(
        word[0].isupper() and (word.lower() in PORTFOLIOS or word in _FIELDS) for word in words
    )


_FIELDS = frozenset(
    "Police Crime Business Work Pensions Law Parks Arts Food Children Women Equalities Welfare"
    " Heritage Roads Highways Land Forests Skills Broadcasting Gaming Hospitality Prisons".split()
)


_OF_TWO = re.compile(
    r"(?:(?:Former|former|The|the|Deputy|Acting) )?(?:Newfoundland and Labrador|Trinidad and Tobago"
    r"|Antigua and Barbuda|Bosnia and Herzegovina|(?:Saint|St\.?) Kitts and Nevis"
    r"|(?:Saint|St\.?) Vincent and the Grenadines|S[ãa]o Tom[ée] and Pr[íi]ncipe"
    r"|Turks and Caicos|Andaman and Nicobar|Jammu and Kashmir|Wallis and Futuna"
    r"|Tyne and Wear|Devon and Cornwall|Avon and Somerset|Hammersmith and Fulham"
    r"|Kensington and Chelsea|Barking and Dagenham|Brighton and Hove|Bath and North East Somerset"
    r"|Perth and Kinross|Dumfries and Galloway|Argyll and Bute|Cheshire West and Chester"
    r"|Redcar and Cleveland|Windsor and Maidenhead|Telford and Wrekin|Hull and East Yorkshire"
    r"|Cambridgeshire and Peterborough|York and North Yorkshire|Antrim and Newtownabbey"
    r"|Lisburn and Castlereagh|Fermanagh and Omagh|Ards and North Down"
    r"|Health and Human Services|Housing and Urban Development|Ways and Means|Crime and Justice"
    r"|Food and Drug|Immigration and Customs|Customs and Border|Energy and Commerce"
    r"|Oversight and Accountability|Rules and Administration|Trade and Industry)\b"
)
"""Places and offices with `and` in their names, before who holds an office there."""


def _is_holder(text: str, part: tuple[int, int], mentions: Sequence[Mention]) -> bool:
    """Whether a part is a person after an office and its field: `Sport Minister Ana Ruiz`."""
    start, end = part
    for mention in mentions:
        if mention.reading.sort == "person" and start < mention.name_start < end:
            title = text[start : mention.name_start].split()
            held = nouns.lookup(title[-1]) if len(title) > 1 else None
            field = all(word[0].isupper() and word.lower() not in _RANKS for word in title)
            return held is not None and held.human and not held.plural and field
    return False


_RANKS = frozenset("the prime vice deputy former acting chief mr mrs ms dr sir".split())


def _is_name_or_definite(text: str, part: tuple[int, int], mentions: Sequence[Mention]) -> bool:
    words = text[part[0] : part[1]].lower().split()
    if _is_name(text, part, mentions):
        return True
    noun = nouns.lookup(words[-1]) if words else None
    return words[:1] == ["the"] and len(words) <= 4 and noun is not None and noun.human


def _definite_first(
    text: str, one: tuple[int, int], other: tuple[int, int], mentions: Sequence[Mention]
) -> bool:
    """Whether a body or somebody without a name stands before one with, or before one more such:
    `the company and Ruiz`, `the council and the mayor`; not `the police and crime commissioner`."""
    words = text[slice(*one)].lower().split()
    if len(words) < 2 or words[0] not in _DEFINITE or len(words) > _LONG:
        return False
    if any(word in STOPS for word in words[1:]):
        return False
    noun = nouns.lookup(words[-1])
    if noun is None or not (noun.human or noun.category == "organization"):
        return False
    if text.startswith(_OTHERS_SPACED, other[0]):
        return True
    one_only = noun.human and text[other[0]].islower()  # `The actor and comedian Ana Ruiz`
    return not one_only and words[-1] not in _FIELD_WORDS and _is_name(text, other, mentions)


_DEFINITE = frozenset("the his her its their both".split())
_LONG = 4
_FIELD_WORDS = frozenset(word.lower() for word in (*PORTFOLIOS, *_FIELDS)) | {"police", "fire"}
_OTHERS_SPACED = tuple(f"{word} " for word in _OTHERS)


def set_off_at(text: str, chunk_end: int, end: int) -> int:
    """Where a comma, dash or bracket first sets something off after the head."""
    match = _SET_OFF.search(text, chunk_end, end)
    return match.start() if match is not None else end


_SET_OFF = re.compile(r", |,$| [—–(]| --| (?:including|such as|like)(?= [A-Z][^,]*, )")


def common(mention: Mention) -> bool:
    """Whether a capitalised word is only a common noun at the start of its sentence."""
    return mention.reading.sort == "word" and nouns.lookup(mention.reading.name) is not None
