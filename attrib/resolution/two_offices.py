"""One who is named after two things that he is: `Former prosecutor and Orvale Mayor Ana Ruiz`.

What stands before the `and` has no article, and so is nobody beside her.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrib.knowledge import nouns
from attrib.lazily import re
from attrib.resolution.chunks import DETERMINERS
from attrib.resolution.mentions import Mention

_OWNED = re.compile(r"['’]")
_HELD = re.compile(r"(?:[A-Z][\w.’'-]*|[a-z][a-z-]*)(?: [\w.’'-]+){0,5}")


def holds_both(
    text: str, left: tuple[int, int], right: tuple[int, int], mentions: Sequence[Mention]
) -> bool:
    """Whether one person is named last in what two parts joined by `and` say.

    >>> from attrib.resolution.mentions import find
    >>> said = ("Former general and Orvale Mayor Ana Ruiz", "The general and Mayor Ana Ruiz",
    ...         "Tom Hale and Mayor Ana Ruiz", "Party ally and retired Gen. Ana Ruiz")
    >>> [holds_both(s, (0, s.index(" and")), (s.index("and") + 4, len(s)), find(s)) for s in said]
    [True, False, False, True]
    """
    words = text[slice(*left)].split()
    if not 1 < len(words) <= _MOST or words[0].lower() in DETERMINERS or _OWNED.search(text, *left):
        return False
    held = nouns.lookup(words[-1])
    if held is None or not held.human or held.plural or words[-1].istitle():
        return False
    if _HELD.fullmatch(text, *left) is None or not _OTHERS.isdisjoint(map(str.lower, words)):
        return False
    return any(
        mention.reading.sort == "person" and right[0] < mention.name_start
        for mention in mentions
        if right[0] <= mention.start
    )


_MOST = 6
_OTHERS = frozenset("his her their its other another one each every said".split())
