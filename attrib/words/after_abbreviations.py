"""Whether a name or a noun after an abbreviation begins a new sentence: `sold to Apex Inc. Ruiz
said`. Punkt knows only the words that are written small elsewhere, `Inc. The`; a name may as well
go on, `Apex Inc. President Ana Ruiz`, so something must tell that it does not."""

from __future__ import annotations

from attrib.knowledge import names, nouns
from attrib.lazily import re

# What may end a sentence: no form of address, no rank, no `No.` or `vs.`
_ENDER = re.compile(
    r"(?:(?P<time>\d\s?(?:[ap]\.m|[AP]\.M))|(?P<firm>(?:Inc|Corp|Cos?|Ltd|Bros|Assn|L\.L\.C|L\.P|S\.A|N\.V))"
    r"|(?P<place>\b(?:U\.S(?:\.A)?|U\.K|U\.N|E\.U|D\.C|N\.[YJCMHD]|S\.[CD]|R\.I|W\.Va|B\.C))"
    r"|, (?P<state>Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kans?|Ky|La|Mass|Md|Mich|Minn"
    r"|Miss|Mo|Mont|Neb|Nev|Okla|Ont|Ore|Pa|Que|Tenn|Tex|Va|Vt|Wash|Wis|Wyo)"
    r"|(?<=[a-z] )(?P<kin>Jr|Sr)|(?P<rest>etc)"
    r"|\b(?:on|along|at|near|off|from|to|of) (?:[A-Z0-9][\w.]{0,15} ){1,3}"
    r"(?P<street>St|Ave|Blvd|Rd|Hwy))\Z"
)
_LONGEST_ENDER = 60
_FEWEST_WORDS = 3

# What goes on after a time: `5 p.m. Eastern`, `9 a.m. Monday`, `7 p.m. GMT`.
_OF_TIMES = re.compile(
    r"(?:[A-Z]{1,3}T\b|UTC\b|(?:Eastern|Central|Mountain|Pacific|Atlantic|Greenwich|Alaska|Hawaii|Moscow"
    r"|London|Paris|Tokyo|Beijing|New York|Singapore|Daylight|Standard|Local|Mass|News)\b"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)(?:days?)?\b"
    r"|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:[a-z]+)?\.? \d)"
)
_DETERMINED = re.compile(r"\b(?:the|an?|its|his|her|their|this|that|every|each)\s[\d:.]+\s?$")

_CAPITAL = r"[A-Z][\w’'-]*[\w]"
_NEXT = re.compile(
    rf"[“\"‘(]?(?P<first>{_CAPITAL})(?:[’']s)?(?P<more>(?:\s(?:{names.PARTICLE}|{_CAPITAL})){{0,4}})"
    r"(?P<after>,|\s[a-z]+)"
)
_TELLS = re.compile(
    r"\s(?:said|says|told|tells|reported|reports|wrote|writes|added|adds|warned|warns|argued"
    r"|argues|denied|denies|confirmed|confirms|declined|has|had|have|is|was|are|were|will|would)"
)
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|may|might|says?|said|told|went|came"
    r"|fell|rose|took|gave|made|met|left|held|began|got|knew|ran|saw|sold|bought|[a-z]{2,}ed)\b"
)
# `U.S. Marshals`, `U.S. Forces`: names of bodies made of nouns for people.
_NAMES_OF_BODIES = frozenset("marshals forces rangers marines customs allies women".split())


def begins(text: str, start: int, stop: int, following: int, end: int) -> bool:
    """Whether what follows begins a sentence, where that from `start` has an abbreviation that
    ends at `stop`: the name of somebody whose first name the text gives elsewhere, a full name, a
    noun for people, whoever tells something, or anything at all after a time of day.

    >>> text = "Ana Ruiz sold it to Apex Inc. Ruiz left at 5 p.m. Crews wept at Apex Inc. Chief Ed."
    >>> [begins(text, at, text.index(stop) + len(stop), text.index(stop) + len(stop) + 2, len(text))
    ...  for at, stop in ((0, "Apex Inc"), (30, "5 p.m"), (50, "at Apex Inc"))]
    [True, True, False]
    """
    ender = _ENDER.search(text, max(start, stop - _LONGEST_ENDER), stop)
    following_words = _NEXT.match(text, following, end)
    if ender is None or text.count(" ", start, ender.start()) < _FEWEST_WORDS - 1:
        return False
    if ender["time"]:
        determined = _DETERMINED.search(text, start, ender.end() - 3)
        return determined is None and _OF_TIMES.match(text, following, end) is None
    if following_words is None:
        return False
    return (
        _is_introduced(text, following_words["first"], following)
        or _is_full_name(following_words)
        or (_is_people(following_words) and (not ender["place"] or _has_verb(following_words)))
        or (not ender["place"] and _tells(text, start, ender.start(), following_words))
    )


def _is_introduced(text: str, word: str, at: int) -> bool:
    """Whether a word is the surname of somebody whose first name or title stands elsewhere."""
    if len(word) < 3 or nouns.lookup(word) is not None:
        return False
    for found in re.finditer(rf"\b(?P<first>[A-Z][\w’'-]+)\.? {re.escape(word)}\b", text):
        first = found["first"]
        if found.end() - len(word) != at and (
            _is_given(first) or names.is_surname(word) or first.lower() in nouns.courtesy()
        ):
            return True
    return False


def _is_given(word: str) -> bool:
    return names.is_given(word) or names.gender(word, first=True) is not None


def _is_full_name(following: re.Match[str]) -> bool:
    words = following["more"].split()
    return bool(words) and names.is_given(following["first"]) and nouns.lookup(words[0]) is None


def _is_people(following: re.Match[str]) -> bool:
    noun = nouns.lookup(following["first"])
    return (
        noun is not None
        and not following["more"]
        and (noun.plural or noun.lemma == "police")
        and (noun.human or noun.category in ("group", "document") or noun.lemma == "police")
        and following["first"].lower() not in _NAMES_OF_BODIES
    )


def _tells(text: str, start: int, stop: int, following: re.Match[str]) -> bool:
    """Whether a name of no office tells something, after words that are a sentence already."""
    noun = nouns.lookup(following["first"])
    return (
        (noun is None or noun.category == "organization")
        and _has_verb(following)
        and _FINITE.search(text, start, stop) is not None
    )


def _has_verb(following: re.Match[str]) -> bool:
    return _TELLS.fullmatch(following["after"]) is not None
