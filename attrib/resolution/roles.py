"""A role the article gives a person, and which roles and words count as one.

`surroundings` finds them beside the names; descriptors are matched with them.
"""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from attrib.knowledge import nouns
from attrib.lazily import re

Evidence = Literal["person", "organization", "outlet"]

SYNONYMS = {
    **dict.fromkeys(
        ("chairman", "chairwoman", "chairperson", "co-chairman", "co-chairwoman", "co-chair"),
        "chair",
    ),
    **dict.fromkeys(("spokesman", "spokeswoman", "co-spokesman"), "spokesperson"),
    **dict.fromkeys(("congressman", "congresswoman", "congressperson"), "representative"),
    "legislator": "lawmaker",
    **dict.fromkeys(("adviser", "aide", "staffer"), "advisor"),
    **dict.fromkeys(("lawyer", "solicitor", "barrister"), "attorney"),
    **dict.fromkeys(("councilman", "councilwoman", "councillor", "councilmember"), "councilor"),
    **dict.fromkeys(("premier", "cm"), "minister"),
    **dict.fromkeys(("ceo", "chief"), "executive"),
    **dict.fromkeys(("doctor",), "physician"),
    "justice": "judge",
    **dict.fromkeys(
        ("frontrunner", "front-runner", "contender", "hopeful", "nominee"), "candidate"
    ),
    **dict.fromkeys(("businesswoman", "mogul", "tycoon", "billionaire"), "businessman"),
    **dict.fromkeys(("co-founder",), "founder"),
    **dict.fromkeys(("head", "leader"), "leader"),
    **dict.fromkeys(
        "reverend vicar pastor rector clergyman clergywoman chaplain".split(), "priest"
    ),
    "magistrate": "judge",
    "widow": "wife",
    "widower": "husband",
    **dict.fromkeys(("mum", "mom"), "mother"),
    "dad": "father",
    "skipper": "captain",
    "keeper": "goalkeeper",
    **dict.fromkeys(("headmaster", "headmistress", "principal", "head-teacher"), "headteacher"),
    **dict.fromkeys(("policeman", "policewoman", "cop"), "officer"),
    "fireman": "firefighter",
    "actress": "actor",
    "motorist": "driver",
    "reporter": "journalist",
    **dict.fromkeys(("sportsman", "sportswoman"), "athlete"),
}
"""Roles that count as one when a descriptor is matched with a role given elsewhere."""


@frozen(kw_only=True)
class Use:
    """A role the article gives a person: `the head of the council`, set beside the name."""

    entity: int
    start: int
    end: int
    role: str | None
    """Lemma of the head noun, None for a mere `NAME of BODY`."""
    title: bool
    """Whether the head noun is a position of authority."""
    words: frozenset[str]
    """Every word of it in lower case, articles and the like left out."""
    affiliation: tuple[int, int] | None = None
    at: int
    """Where the name stands to which it belongs."""


RANKS = frozenset("doctor sir dame lord lady".split())
"""`Dr. Ana Ruiz` and `Sir Tom Cole` have their position elsewhere, if the article tells it."""

_WIDER = {
    **dict.fromkeys(("senator", "representative", "assemblymember", "delegate"), "lawmaker"),
    **dict.fromkeys(("assemblyman", "assemblywoman"), "lawmaker"),
    **dict.fromkeys(
        "sergeant lieutenant captain detective corporal constable inspector trooper".split(),
        "officer",
    ),
    **dict.fromkeys("bishop archbishop cardinal imam rabbi mullah ayatollah".split(), "cleric"),
}
"""Roles that may be called by a wider word: a senator is a lawmaker."""


def said_roles(use: Use, text: str = "") -> set[str]:
    """Every role in a title, synonyms as one: `police spokesman Lt.` is both. Where the `text` is
    given, what it says of whose somebody is, `Mayor Ruiz’s spokesman`, is no role of theirs.

    >>> use = Use(entity=0, start=0, end=9, role="senator", title=True, at=9,
    ...     words=frozenset({"state", "senator"}))
    >>> sorted(said_roles(use))
    ['lawmaker', 'senator']
    """
    found = set()
    words = use.words
    start = use.start + (7 if text.startswith("one of ", use.start) else 0)
    if text and (of := _WHOSE.search(text, start, use.end)) is not None:
        own = text[start : of.start()] if of["of"] else text[of.end() : use.end]
        words = words & content_words(own)
    for noun in map(nouns.lookup, words):
        if noun is not None and noun.human:
            found.add(SYNONYMS.get(noun.lemma, noun.lemma))
            if noun.lemma in _WIDER:
                found.add(_WIDER[noun.lemma])
    if use.role == "father" and use.start == use.at:
        found.add("priest")  # `Father Anselm Okwu`
    return found


_WHOSE = re.compile(r"['’]s? |(?P<of> (?:for|to|of) )")
"""Before what somebody’s is, or what is somebody’s."""
_SMALL = frozenset(
    "the a an of for at in on and or to from with his her their its who is was one s by".split()
)
_WORDS = re.compile(r"\w[\w-]*")


def content_words(phrase: str) -> frozenset[str]:
    """The words of a descriptor or title by which it is compared.

    >>> sorted(content_words("the Valley’s chief executive"))
    ['chief', 'executive', 'valley']
    """
    parted = phrase.lower().replace("-of-", " ")  # `mother-of-three`
    return frozenset(_WORDS.findall(parted)) - _SMALL
