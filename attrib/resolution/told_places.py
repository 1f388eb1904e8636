"""Names that what stands beside them shows to be a town's or the like, which no list may have: `the
mayor of Tarn`, `in Tarn`, `Tarn, where 4,000 people live`."""

from __future__ import annotations

from collections.abc import Sequence

from attrib.lazily import re
from attrib.resolution.mentions import Mention

_OF_PLACE = re.compile(
    r"\b(?:town|city|village|suburb|hamlet|island|peninsula|valley|coast|port|borough|parish|mayor"
    r"|streets|outskirts|suburbs|centre|center|north|south|east|west|northeast|northwest|southeast"
    r"|southwest|residents|people|inhabitants|citizens|road to|border with|archbishop|bishop"
    r"|region|district|province|county|state) of \Z"
    r"|\b(?:miles?|km|kilomet(?:re|er)s) (?:\w+ (?:of|from) )\Z"
    r"|\b(?:living|lives?|lived|born|raised|grew up|based|resident) in \Z"
    r"|, (?:aged )?\d{1,3}, (?:of|from) (?:\d+\w? )?\Z"
)
"""Before a name: it is a place's."""
_WHERE = re.compile(
    r", where\b| (?:residents?|resident|townspeople|natives?|area|region|suburbs?|outskirts|border"
    r"|seafront|high street)\b|, (?:[A-Z][a-z]+\.|[A-Z]\.[A-Z]\.)(?=,| [a-z])"
)
"""After a name: it is a place's."""
_IN = re.compile(
    r"\b(?:[Ii]n|[Nn]ear|[Oo]utside|[Aa]cross|[Tt]hroughout|[Aa]round)"
    r" (?:(?:[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?, )*[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)? and )?\Z"
)
_STREETS = (
    *("Lane", "Close", "Drive", "Way", "Grove", "Gardens", "Mews", "Row", "Rise", "Walk", "Hill"),
    *("View", "Green", "Place", "Quay", "Park", "Court", "Heights", "Fields", "Bridge", "Gate"),
)
"""How a street’s name ends that may be somebody’s too."""
_AT = re.compile(
    r"\b(?:of|in|on|at|near|along|from|down|into|off|outside|towards?) (?:\d+\w? )?\Z|\b\d+\w? \Z"
)
_STAKE = re.compile(
    r"\b(?i:shares?|stakes?|stock|shareholders?|investors?|investments?|invest(?:ed|ing)?|interest"
    r"|holdings?|confidence|faith|trust|bonds|position|role|job|jobs|partners?) in \Z"
)
_BEFORE = 60


def is_place(text: str, several: Sequence[Mention]) -> bool:
    """Whether the mentions of one name speak of a place.

    >>> from attrib.resolution.mentions import find
    >>> for text in ("It shut in Tarn.", "A man of 9 Moor Lane wept.", "Shares in Tarn fell."):
    ...     print(is_place(text, [mention for mention in find(text) if mention.name_start > 2]))
    True
    True
    False
    """
    within = 0
    for mention in several:
        low = max(0, mention.start - _BEFORE)
        if _OF_PLACE.search(text, low, mention.start) or _WHERE.match(text, mention.end):
            return True
        street = text.endswith(_STREETS, low, mention.end) and mention.reading.sort == "name"
        where = _AT if street else _IN
        stands_in = where.search(text, low, mention.start) is not None
        within += stands_in and _STAKE.search(text, low, mention.start) is None
    return 2 * within >= len(several) and within > 0
