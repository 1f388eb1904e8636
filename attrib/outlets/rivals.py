"""What else `the agency`, `the paper` or `the site` may mean in a text that names such a thing.

A text and the words in, whether something in the text rivals the outlet out.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from attrib.lazily import re

if TYPE_CHECKING:
    from attrib.outlets.mentions import OutletMention

_RIVALS = {
    "agency": re.compile(
        r"\b(?:Agency|Administration|Bureau|Department|Service|Commission|Authority|Office)\b(?<!News"
        r" Agency)(?<!Press Agency)(?<!News Service)(?<!Press Service)"
        r"|\b(?:space|intelligence|health|federal|government) agency"
    ),
    "paper": re.compile(r"(?i)\b(?:study|research|white paper|working paper|journal)"),
    "daily": re.compile(r"(?!)"),
    "weekly": re.compile(r"(?!)"),
    "title": re.compile(
        r"(?i)\b(?:world|league|championship|national|cup|club|film|book|song|job|album|chapter"
        r"|heavyweight|belt|land|property|official|working) titles?\b|\btitle of\b|\btitled\b"
        r"|\btitle (?:race|fight|bout|role|track|deed|charge|holder|defence|defense)"
    ),
    "portal": re.compile(
        r"(?i)\b(?:web|jobs?|booking|government|customer|patient|student|payment|tax|admissions?"
        r"|application|recruitment) portal|\bportal to\b"
    ),
    "outlet": re.compile(
        r"(?i)\b(?:retail|factory|fast[- ]food|food|clothing|sales|power|water|shopping|creative"
        r"|fashion) outlet|\boutlet for\b"
    ),
    "station": re.compile(r"(?i)\b(?:police|fire|railway|train|space|power|metro|bus) station"),
    "channel": re.compile(r"(?i)\b(?:English|shipping|river|water) channel"),
    "site": re.compile(
        r"(?i)\b(?:building|construction|crash|burial|crime|camp|landfill|test|launch|nuclear|blast"
        r"|dig|archaeological|industrial|heritage|accident|attack|explosion|mine|factory) site"
        r"|\bsite of\b"
    ),
    "network": re.compile(
        r"(?i)\b(?:transport|road|rail|railway|power|bus|terror|spy|computer|social|drugs?|smuggling"
        r"|phone|mobile|energy|electricity) network|\bnetwork of\b"
    ),
}
"""By the last of the words, what a text must have for them to be open."""
_NEAR = 600


def may_be_meant(text: str, words: str) -> bool:
    """Whether `words` may mean something of the text that is no outlet.

    >>> may_be_meant("The Space Agency flew it, Tass wrote.", "the agency")
    True
    >>> may_be_meant("Ana Ruiz spoke to Tass.", "the agency")
    False
    """
    rivals = _RIVALS.get(_last(words))
    return rivals is None or rivals.search(text) is not None


def is_named(text: str, words: str) -> bool:
    """Whether a text names a thing that `words` may mean, and so is no outlet.

    >>> is_named("The Space Agency flew it.", "the agency"), is_named("It flew.", "the agency")
    (True, False)
    """
    rivals = _RIVALS.get(_last(words))
    return rivals is not None and rivals.search(text) is not None


def stands_before(
    text: str, words: str, start: int, end: int, outlets: Sequence[OutletMention] = ()
) -> bool:
    """Whether a thing that `words` may mean too is named between two offsets, and not far back.

    What is one of the `outlets` of the text is none.

    >>> text = "Tass wrote it. The Space Agency flew it. The agency said no."
    >>> stands_before(text, "The agency", 4, 41), stands_before(text, "The agency", 0, 10)
    (True, False)
    """
    rivals = _RIVALS.get(_last(words))
    if rivals is None:
        return False
    return any(
        not _is_in_one(match.start(), outlets)
        for match in rivals.finditer(text, max(start, end - _NEAR), end)
    )


def _is_in_one(at: int, outlets: Sequence[OutletMention]) -> bool:
    i = bisect_right(outlets, at, key=lambda each: each.span.start)
    return i > 0 and at < outlets[i - 1].span.end


def _last(words: str) -> str:
    return words.rpartition(" ")[2].lower()
