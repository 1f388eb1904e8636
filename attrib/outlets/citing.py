"""Outlets told by those they cite: `Vesper reported on Monday, citing two officials, that …`.

Whoever says something on the word of others is an outlet, if these can tell (`two officials`, no
`weak demand`). A name that may be an outlet's is one where it `says` so, one of any form where it
`reports` or `writes`.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrib.knowledge import nouns
from attrib.lazily import regex
from attrib.outlets.runs import CAPITAL

REPORTS = r"(?:reported|reports|wrote|writes|revealed|reveals)"
SAYS = rf"(?:{REPORTS}|said|says|added|adds|stated|states|claimed|claims|noted|notes|announced)"
HELP = r"(?:(?:has|had|also|first|later|earlier)\s){0,2}"
_DAY = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
_PART = r"(?:\s(?:morning|afternoon|evening|night))?"
WHEN = (
    rf"(?:\s(?:(?:late|early|earlier|later)\s)?(?:on\s)?{_DAY}{_PART}"
    rf"|\s(?:(?:late|early|earlier|later)\s)?(?:last|this|that)\s(?:\w+day|week|month|year|night"
    r"|morning|afternoon|evening|spring|summer|autumn|fall|winter)"
    r"|\searlier\sin\sthe\s(?:day|week|month|year)|\s(?:yesterday|today|overnight|earlier|later)"
    r"|\sin\s(?:(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December)(?:\s\d{4})?|\d{4})|\son\s(?:\d{1,2}\s\p{Lu}\w+|\p{Lu}\w+\.?\s\d{1,2})(?:,?\s\d{4})?)?"
)
"""When something was reported: `late on Monday`, `earlier in the day`."""
_FINITE = r"(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|should)"
CITES = r"(?:citing|quoting|with\sreference\sto|referring\sto)"
_QUOTES = r"(?:citing|quoting)"
_NOT_HE = r"\b(?!\s(?:that\s)?(?:he|she|they)\b)"
"""Of himself somebody speaks who is no outlet: `Citing doctors, Okon revealed | he was ill`."""
CITES_FIRST = r"(?:Citing|Quoting|Referring\sto|With\sreference\sto)"
_WHOM = r"(?P<whom>[^.;:“”\"\n]{3,140}?)"
_WORD_OF = rf"[{CAPITAL}][\w’'&.-]{{0,24}}"
_NAME = rf"(?P<the>the\s|The\s)?(?P<name>{_WORD_OF}(?:\s{_WORD_OF}){{0,3}}?)"
_LONGEST = 170

_SAYS_CITING = regex.compile(
    rf"[\"”’']?\s{HELP}{SAYS}{WHEN}(?:\s(?!(?:he|she|it|they)\b)[^“”\".;:\n]{{8,220}}?,)?,?\s{CITES}\s{_WHOM}(?=[,.\n]|\Z)"
)
"""After a name: `… | said on Monday that it rained, citing two officials`."""
_CITING_BEFORE = regex.compile(rf"(?:\A|[.!?”\"]\s|\n){CITES_FIRST}\s{_WHOM},\s(?:the\s)?\Z")
_SAYS_NEXT = regex.compile(rf"\s{HELP}{SAYS}\b")
"""Around a name: `Citing two officials, | … | said`."""
_ANY = (
    regex.compile(rf"(?<![\w-]){_NAME}\s{HELP}{REPORTS}{WHEN},?\s{_QUOTES}\s{_WHOM}(?=[,.]|\Z)"),
    regex.compile(rf"(?<![\w-]){_NAME},\s{_QUOTES}\s{_WHOM},\s{HELP}{REPORTS}{_NOT_HE}"),
    regex.compile(rf"{CITES_FIRST}\s{_WHOM},\s{_NAME}\s{HELP}{REPORTS}\b"),
    regex.compile(
        rf"(?<![\w-]){_NAME}\s{HELP}{REPORTS}{WHEN}\s(?:that\s|(?=[^.,;\n]{{1,80}}?\s{_FINITE}\b))"
        rf"[^“”\".;:\n]{{8,220}}?,\s{_QUOTES}\s{_WHOM}(?=[,.]|\Z)"
    ),
)
"""Frames in which a name of any form is an outlet's."""


def says_citing(text: str, start: int, end: int) -> bool:
    """Whether what is named says something on the word of others, who can tell.

    >>> text = "The Echo said, citing two officials, that it rained."
    >>> says_citing(text, 4, 8)
    True
    >>> says_citing(text.replace("two officials", "weak demand"), 4, 8)
    False
    """
    after = _SAYS_CITING.match(text, end)
    if after is not None and can_tell(after["whom"]):
        return True
    if not text.endswith((", ", ", the ", ", The "), 0, start) or not _SAYS_NEXT.match(text, end):
        return False
    low = max(0, start - _LONGEST)
    before = _CITING_BEFORE.search(text[low:start])
    return before is not None and can_tell(before["whom"])


def can_tell(words: str) -> bool:
    """Whether words are for those on whose word one says something.

    >>> can_tell("people familiar with the plan"), can_tell("Karl Okon"), can_tell("weak demand")
    (True, True, False)
    """
    for word in _WORD.findall(words):
        noun = nouns.lookup(word)
        if noun is not None or word[0].isupper() or word in _SOURCES:
            return True
        if word in _ENDS:
            return False
    return False


_WORD = regex.compile(r"[\p{L}’'-]+")
_SOURCES = frozenset("source sources insider insiders neighbour neighbor media".split())
_ENDS = frozenset("of in at for on with over about from that who which".split())


def may_cite(text: str) -> bool:
    """Whether a text has any of the words by which somebody is cited here."""
    return any(word in text for word in ("iting ", "uoting ", "eferring to ", "eference to "))


def find(text: str) -> Iterator[tuple[int, int, bool]]:
    """Where names stand that cite whoever can tell, and whether an article stands before.

    >>> text = "Vesper reported on Monday, citing two officials, that it rained."
    >>> [text[start:end] for start, end, _ in find(text)]
    ['Vesper']
    """
    if not may_cite(text):
        return
    for frame in _ANY:
        for match in frame.finditer(text):
            if can_tell(match["whom"]):
                yield match.start("name"), match.end("name"), bool(match["the"])
