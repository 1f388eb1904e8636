"""Names that may be anybody's, and that what follows them calls a body: `Orvale Lifts cut 300 jobs.
The company said`, `told the Ledger that fees would rise. It said`."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from attrib.knowledge import names
from attrib.lazily import re
from attrib.resolution.body_sorts import calls
from attrib.resolution.mentions import Mention
from attrib.words.tags import is_plain

_BODY = (
    "company|firm|business|charity|airline|retailer|insurer|lender|manufacturer|carmaker|automaker"
    "|drugmaker|chipmaker|start-?up|non-?profit|supermarket|operator|developer|publisher|brewer"
    "|chain|club|campaign group|pressure group|advocacy group|rights group|think tank|trade group"
    "|lobby group|group|organi[sz]ation|union|party|agency|conglomerate|giant|maker|supplier"
    "|provider|bookmaker|housebuilder|builder|brand|studio|label|cooperative|contractor|consultancy"
)
_CALLS = re.compile(
    rf"\b[Tt]he (?:[\w-]+ ){{0,2}}?(?P<noun>{_BODY})(?:['’]s?)?(?= [a-z]|[,.])(?! (?:of|for)\b)"
)
"""What calls somebody a body who has been spoken of."""
_INTRODUCES = re.compile(
    rf"\b(?:[Aa]n?|[Oo]ne|[Hh]is|[Hh]er|[Tt]heir|[Mm]y|[Oo]ur) (?:[\w-]+ ){{0,3}}?(?:{_BODY})\b"
)
"""What brings up a body that goes by no name, `a company`, and may be meant afterwards."""
_SAYS_IT = re.compile(
    r"(?:\.|[.,]”|\.\")\s+(?:It|(?:But|And|Still|Later|Instead|However|Then|In a statement),? it)"
    r" (?:also |has |had |later |then |further )?"
    r"(?:said|says|added|told|announced|plans?|denied|denies|employs|hopes|wants|expects|declined"
    r"|claimed|claims|insisted|insists|apologi[sz]ed|operates|sells|makes|blamed|accused|argued"
    r"|argues|warned|warns|estimates|estimated|believes|intends|pledged|promised|urged|called on)\b"
    r"|,” it (?:said|says|added)\b"
)
"""`It` that speaks or acts, and is no weather and no state of things."""
_PERSONAL = re.compile(r"\b(?:he|she|his|her|him)\b", re.IGNORECASE)
_TELLS = re.compile(r" (?:has |had )?(?:told|tells) (?:the )?[A-Z]\w+(?: [A-Z]\w+)?")
_REACH = 260
_OTHERS = 6
_CLOSING = ("”", '"', "’", "'")
_ENDS = re.compile(r"[.!?”\"]\s")
_BEFORE = 600
"""How far back a body that was named or brought up is the one meant."""


def bodies_among(found: Sequence[Mention]) -> list[Mention]:
    """The names that are bodies' by themselves."""
    return [mention for mention in found if mention.reading.sort == "organization"]


def is_called_body(text: str, mention: Mention, bodies: Sequence[Mention]) -> bool:
    """Whether what follows a name calls its bearer a body, where no other one stands near.

    >>> from attrib.resolution.mentions import find
    >>> text = "Orvale Lifts cut 300 jobs on Monday. The company said no more."
    >>> is_called_body(text, find(text)[0], [])
    True
    >>> text = "Orvale Lifts sued Vesper Motors on Monday. The company said no more."
    >>> is_called_body(text, find(text)[0], find(text)[1:])
    False
    """
    start, end = mention.start, mention.end
    tags = text[max(0, start - 2) : start - 1] in _CLOSING  # `“…,” Zorb Tarn wrote`
    if tags or _may_be_person(mention.reading.name) or _OF_PEOPLE.match(text, end) is not None:
        return False
    i = bisect_left(bodies, start, key=_start)
    called = _CALLS.search(text, end, min(end + _REACH, len(text)))
    if called is not None and _ENDS.search(text, end, called.start()) is None:
        return False  # whom its own sentence calls so is another
    if called is None or _PERSONAL.search(text, end, called.start()) is not None:
        after = bodies[i].start if i < len(bodies) else len(text)
        return _is_said_it(text, start, end, after)
    noun = called["noun"].replace("think tank", "think-tank").rpartition(" ")[2]
    for other in bodies[max(0, i - _OTHERS) : i + _OTHERS]:
        near = start - _BEFORE < other.start < called.start() and other.start != start
        if near and calls(noun, other.reading.name) is not False:
            return False
    brought_up = _INTRODUCES.search(text, max(0, start - _BEFORE), called.start())
    return brought_up is None or _is_named_next(text, brought_up, start)


def _is_named_next(text: str, brought_up: re.Match[str], start: int) -> bool:
    """Whether a name opens the sentence after that which a body without a name opens: `A football
    club has shut. Tarnax, which`."""
    first = brought_up.start()
    if not (_opens(text, first) and _opens(text, start)) or first > start:
        return False
    between = text[brought_up.end() : start].strip()
    return between.endswith((".", ".”")) and ". " not in between and ".\n" not in between


def _may_be_person(name: str) -> bool:
    """Whether a name begins with one that is given to people, be it seldom."""
    first, _, rest = name.partition(" ")
    return bool(rest) and (names.is_given(first) or names.gender(first, first=True) is not None)


_OF_PEOPLE = re.compile(
    r",? (?:of|who|whose|aged?|\d+|from|(?:was|is|were|has been|had been) (?:jailed|arrested"
    r"|charged|born|killed|shot|buried|married|elected|convicted|sentenced|injured|promoted|appointed)"
    r"|died|resigned|stood down|stepped down|retired|married|pleaded)\b"
)
"""What follows a name that is a person's."""


def _start(mention: Mention) -> int:
    return mention.start


def _is_said_it(text: str, start: int, end: int, after: int) -> bool:
    """Whether the sentence after that of its subject says `It said`, and names no body before."""
    told = _TELLS.match(text, end)
    stop = end + _REACH if told is not None and after <= told.end() else min(end + _REACH, after)
    says = _SAYS_IT.search(text, end, stop)
    if says is None or not _opens(text, start):
        return False
    between = text[end : says.start()]
    return ". " not in between and _PERSONAL.search(between) is None


def _opens(text: str, start: int) -> bool:
    """Whether a name is the first word of its sentence."""
    return not start or text[start - 1] == "\n" or text.endswith((". ", "” "), 0, start)


def acts_as_body(text: str, mention: Mention, bodies: Sequence[Mention]) -> bool:
    """Whether a word that opens a sentence and is no plain one does something, or has it, and is
    called a body next: `Telvia cut 300 jobs. The firm said`."""
    word = mention.reading.name
    if _ACTS.match(text, mention.end) is None or len(word) < _SHORTEST or is_plain(word.lower()):
        return False
    return is_called_body(text, mention, bodies)


_SHORTEST = 4
_ACTS = re.compile(
    r"['’]s? |,? (?:has|had|was|is|will|would|plans?|cut|and|which|the|a|an|sold|bought|made|makes"
    r"|runs?|ran|won|lost|paid|built|shut|\w{2,}ed)\b"
)


def is_of_things(name: str) -> bool:
    """Whether a name of two words ends in a common plural, as a body's may: `Safe Streets`.

    >>> is_of_things("Safe Streets"), is_of_things("Orvale Lifts"), is_of_things("Zorb Tarnas")
    (True, True, False)
    """
    first, _, last = name.rpartition(" ")
    low = last.lower()
    if not first or not low.endswith("s") or low.endswith(("ss", "us", "is")):
        return False
    if _may_be_person(name):
        return False
    stems = (low[:-1], low[:-2] if low.endswith("es") else "", low[:-3] + "y")
    return is_plain(low) or any(stem and is_plain(stem) for stem in stems)
