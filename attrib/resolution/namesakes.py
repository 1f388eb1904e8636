"""Which of several people of one surname a short mention is, by the pronouns that follow it, and
whom a job before a surname means."""

from __future__ import annotations

from attrs import evolve

from attrib.knowledge import names, nouns
from attrib.knowledge.nouns import Gender
from attrib.lazily import re
from attrib.resolution.mentions import Mention
from attrib.resolution.readings import Reading


def called_by_job(mention: Mention) -> Mention | None:
    """A name of two words read as a job and a surname, where its first word may be that.

    >>> from attrib.resolution.mentions import find
    >>> [called_by_job(m).reading.name for m in find("Then Skipper Okon wept.")]
    ['Okon']
    >>> [called_by_job(m) for m in find("Then Ana Okon wept.")]
    [None]
    """
    reading = mention.reading
    first, _, surname = reading.name.partition(" ")
    if reading.sort != "name" or not surname.isalpha() or names.is_given(first):
        return None
    noun = nouns.lookup(first)
    if noun is None or not noun.human or noun.plural:
        return None
    at = reading.name_start + len(first) + 1
    held = evolve(
        reading,
        name=surname,
        name_start=at,
        person=names.parse(surname),
        role=noun.lemma,
        gender=noun.gender,
    )
    return evolve(mention, reading=held)


def speaks_as(text: str, end: int) -> Gender | None:
    """The gender of who speaks of himself at once.

    >>> speaks_as("Okon admitted she had lied.", 4), speaks_as("Okon lied.", 4)
    ('f', None)
    """
    match = _OF_HERSELF.match(text, end)
    if match is None:
        return None
    return "f" if match[1] == "she" else "m"


def ahead(text: str, end: int) -> Gender | None:
    """The gender of the first pronoun in the rest of a clause or sentence, or of one with which
    the next begins where nobody else is named before it.

    >>> ahead("Okon won two medals and his wife wept.", 4)
    'm'
    >>> ahead("Okon had no training. She left.", 4), ahead("Okon met Ruiz. She left.", 4)
    ('f', None)
    """
    stop = _CLAUSE_END.search(text, end, end + _AHEAD)
    match = _PRONOUN.search(text, end, min(end + _AHEAD, stop.start() if stop else len(text)))
    if match is None:
        next_one = _NEXT_SENTENCE.match(text, end)
        if next_one is not None:
            return "f" if next_one[1] == "She" else "m"
        return None
    return "f" if match[0] in ("she", "her") else "m"


_AHEAD = 140
_CLAUSE_END = re.compile(r"[.?!;:“”\"\n]")
_PRONOUN = re.compile(r"\b(?:he|she|his|her|him)\b")
_NEXT_SENTENCE = re.compile(r" [^A-Z.?!;:“”\"\n]{1,140}[.] (He|She)\b")
_OF_HERSELF = re.compile(
    r" (?:\w+ly |has |had |also |later |then )?(?:said|says|acknowledged|admitted|added|testified"
    r"|recalled|conceded|insisted|claimed|argued|denied|explained|believes|thinks|hopes)"
    r"(?: that)? (s?he)\b"
)


def is_quoted(text: str, mention: Mention) -> bool:
    """Whether a verb of speech stands beside a name, as where somebody is quoted.

    >>> from attrib.resolution.mentions import find
    >>> def quoted(text):
    ...     return [is_quoted(text, mention) for mention in find(text)]
    >>> quoted("“It rained,” said Ana Ruiz."), quoted("Then Ana Ruiz left.")
    ([True], [False])
    """
    return bool(
        _SAYS.match(text, mention.end)
        or text.endswith(_SAID, max(0, mention.start - 10), mention.start)
    )


_SAYS = re.compile(
    r" (?:also |has |had |later |then )?(?:said|says|told|tells|added|adds|wrote|writes|tweeted"
    r"|argued|insisted|claimed|continued|recalled|explained|testified|noted|replied|asked)\b"
)
_SAID = (" said ", " says ", " wrote ", " added ", " adds ", " writes ", " recalled ")


def is_surname_of(reading: Reading, full: str) -> bool:
    """Whether a name of two words is the surname of a longer one: `Mamba Reyes`, `Abu Hasira`."""
    words = reading.name.split()
    return (
        len(words) == 2
        and reading.role is None
        and (words[0] == "Ben" or not names.is_given(words[0]))
        and full.endswith(" " + reading.name)
    )


def are_near(known: str, word: str) -> bool:
    """Whether a surname may be a slip for another: as long, but for two letters within it.

    >>> are_near("janzen", "jensen"), are_near("marsh", "moss"), are_near("ruiz", "reiz")
    (True, False, False)
    """
    if len(known) != len(word) or len(word) < _LONG or known == word:
        return False
    differ = [a != b for a, b in zip(known, word, strict=True)]
    return not (differ[0] or differ[-1]) and sum(differ) <= 1 + (len(word) > _LONG)


_LONG = 5


def is_only_kin(text: str, mention: Mention) -> bool:
    """Whether somebody is named to say whose brother or wife another is, and does nothing: their
    surname goes on to mean the other.

    >>> from attrib.resolution.mentions import find
    >>> def kin(text):
    ...     return [is_only_kin(text, m) for m in find(text) if "Marlow" in m.reading.name]
    >>> kin("She is the younger sister of the late singer Ron Marlow.")
    [True]
    >>> kin("She lives here with her husband, Ron Marlow, and two dogs.")
    [True]
    >>> kin("“It rained,” said her husband, Ron Marlow.")
    [False]
    >>> kin("She wept when her husband, Ron Marlow, said it was late. Her son Jo Marlow slept.")
    [False, False]
    """
    before = text[max(0, mention.start - _BEFORE) : mention.start]
    if any(_is_kin(match[1]) for match in _KIN_OF.finditer(before)):
        return True
    owned = _HIS_KIN.search(before)
    if owned is None or not _is_kin(owned["kin"]) or owned["verb"] in _SAID_BY:
        return False
    return _KIN_SPEAKS.match(text, mention.end) is None


def _is_kin(word: str) -> bool:
    noun = nouns.lookup(word.removeprefix("half-"))
    return noun is not None and noun.category == "kin"


_BEFORE = 80
_KIN_OF = re.compile(
    r"(?<![\w-])([a-z-]+)(?= (?:of|to) (?:(?!said\b|who\b|and\b|or\b|when\b)[\w.’'-]+,? ){0,5}\Z)"
)
"""`the brother of the late singer |`."""
_HIS_KIN = re.compile(
    r"\b(?P<verb>[a-z]+),? (?:his|her|their|whose) (?:[a-z-]+ ){0,3}?(?P<kin>[a-z-]+),? \Z"
)
"""`lives with her second husband, |`."""
_SAID_BY = frozenset(
    "said says added recalled told tells wrote asked recalls explained remembers to".split()
)
_KIN_SPEAKS = re.compile(
    r"(?:,[^.?!;:“”\"\n,]{1,60},?)?,? (?:\w+ly |also |has |had |later |then )?(?:said|says|told"
    r"|tells|added|recalled|recalls|wrote|writes|announced|claimed|insisted|testified|argued|asked)\b"
)
