"""What a window must have for one of `circumstance_patterns` to be found in it.

Most windows have nothing: to look at their words once is far cheaper than to search them for every
pattern.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set

from attrib.lazily import re
from attrib.provenance import circumstance_patterns as patterns

_WORD = re.compile(r"[a-z]+|(?:19|20)(?=\d)")


def words(text: str, start: int, end: int) -> frozenset[str]:
    """The runs of letters in a window, in lower case, and `19` or `20` for a year.

    >>> sorted(words("said in 2019 by e-mail", 5, 22))
    ['20', 'by', 'e', 'in', 'mail']
    """
    return frozenset(_WORD.findall(text[start:end].lower()))


def _last_words(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        last = _WORD.findall(name)[-1]
        yield from (last, last + "s")


MEDIUM = frozenset(_last_words((*patterns.WRITTEN, *patterns.SPOKEN, *patterns.CHANNELS)))
TIME = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri"
    " sat sun january february march april may june july august september october november december"
    " jan feb mar apr aug sep sept oct nov dec yesterday today tonight tomorrow night morning"
    " afternoon evening weekend week weeks month months year years spring summer fall autumn winter"
    " minute minutes hour hours day days 19 20".split()
)
PLACE = frozenset("in at from outside inside near during".split())
_GATHERED = frozenset(
    "rally rallies event events conference summit fundraiser meeting convention church school"
    " university college ceremony stop gathering dinner luncheon lunch breakfast protest vigil"
    " airport hotel factory plant club courthouse stadium hospital headquarters festival fair"
    " parade funeral memorial station theater center hall forum debate"
    " house kremlin office pentagon".split()
)
_IN_NAMED = re.compile(r"(?i:in|outside|near)\s(?i:the\s)?[^\W\d_a-z]")


def may_have_place(found: Set[str], text: str, start: int, end: int) -> bool:
    """Whether `patterns.PLACE` may be found in a window with these words."""
    if found.isdisjoint(PLACE):
        return False
    return not found.isdisjoint(_GATHERED) or bool(_IN_NAMED.search(text, start, end))


TOLD = frozenset(
    [
        *patterns.TELL,
        *patterns.ASK,
        *(stem + ending for stem in patterns.ASK for ending in patterns.ENDINGS),
    ]
)
SAID_TO = frozenset(["to", "with"])
SHOW = frozenset(map(str.lower, patterns.SHOWS))
ANY = MEDIUM | TIME | PLACE | TOLD | SAID_TO | SHOW
"""A window without any of these says nothing, unless it names an outlet."""
