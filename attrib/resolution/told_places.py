"""Names that what stands beside them shows to be a town's or the like, which no list may have: `the
mayor of Tarn`, `in Tarn`, `Tarn, where 4,000 people live`."""

from __future__ import annotations

from collections.abc import Sequence

from attrib.knowledge.places import place
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
_REACHED = re.compile(
    r"\b(?:came|comes?|coming|went|goes|going|drove|drives?|driving|flew|fl(?:ies|y|ying)|flights?"
    r"|walk(?:ed|s|ing)?|march(?:ed|es|ing)?|sail(?:ed|s|ing)?|rode|travel(?:l?ed|l?ing|s)?"
    r"|return(?:ed|s|ing)?|rush(?:ed|es|ing)?|fled|flee(?:s|ing)?|mov(?:ed|es|ing)|back|home|bus(?:es)?"
    r"|trains?|ferry|ferries|roads?|trips?|journey|visits?|drive|brought|deported|evacuated|airlifted"
    r"|bound|headed|heading|way|extradited|migrated|emigrated|trek(?:ked)?|hitchhiked|cycled) to \Z"
    r"|\b(?:arriv(?:ed|es?|ing)|land(?:ed|s|ing)|dock(?:ed|s|ing)|moored|anchored|touched down)"
    r" (?:at|in) \Z"
    r"|\b(?:bus(?:es)?|trains?|ferry|ferries|flights?|ships?|roads?|refugees|migrants|exiles"
    r"|fled|evacuated|m[ae]n|wom[ae]n|famil(?:y|ies)|people|miles?|km) from \Z"
    r"|\b(?:march(?:ed)?|walk(?:ed)?|drove|flew|sailed|cycled) from \Z"
    r"|\b(?:roads?|way|trains?|buses|drove|driving|walked|marched|passed|passing|floods?|swept|tore|torn"
    r"|ripped|parade|route) (?:through|between|past|via) \Z"
    r"|\b(?:rain|snow|hail|ash|bombs?|shells?|rockets?|missiles?|darkness|night)"
    r" (?:fell|rained|fall|falls|settled) on \Z"
    r"|\b(?:storm|hurricane|tornado|typhoon|cyclone|earthquake|quake|flood|floods|missile"
    r"|drought|blizzard)"
    r" (?:hit|hits|struck|strikes|battered|flattened|reached) \Z"
    r"|\b(?:troops|soldiers|tanks|rebels|forces|fighters|army|convoy)"
    r" (?:entered|enter|left|reached|stormed|besieged|shelled|took|retook|captured|seized) \Z",
    re.IGNORECASE,
)
"""Before what one goes to, comes from or passes, which is a place where nothing tells more."""
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
        stands_in = where.search(text, low, mention.start) or _REACHED.search(
            text, low, mention.start
        )
        within += stands_in is not None and _STAKE.search(text, low, mention.start) is None
    return 2 * within >= len(several) and within > 0


def is_after_town(text: str, name: str, several: Sequence[Mention]) -> bool:
    """Whether a name that women have stands after its town: `Born in Augusta, | Georgia, she`."""
    told = place(name) is not None
    return " " not in name and all(
        (told or _THEN.match(text, mention.end)) and _stands_after_town(text, mention.start)
        for mention in several
    )


def _stands_after_town(text: str, start: int) -> bool:
    return _TOWN.search(text, max(0, start - _BEFORE), start) is not None


_TOWN = re.compile(r"\b[Ii]n (?:[A-Z][\w’'-]* ?){1,3}(?:-[\w-]+)?, (?:[A-Z][a-z]+ )?\Z")
_THEN = re.compile(r", (?:s?he|they|it|where|her|his|on [A-Z][a-z]+\.? \d)\b|, and [a-z]+ed\b")
