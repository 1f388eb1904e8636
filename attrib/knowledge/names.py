"""The parts of a person's name: given name, surname, what gender the given name speaks for.

Given names and nicknames stand in `data/given_names.tsv` and `data/nicknames.tsv`; rarer given
names, which are asked for their gender alone, in `data/more_given_names.tsv`; surnames that tell a
person by themselves in `data/surnames.tsv`.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from itertools import pairwise
from typing import Literal

from attrs import frozen

from attrib.knowledge.nouns import Gender, pairs, rows
from attrib.lazily import re

PARTICLES = frozenset(
    "von van der den de del della di da dos du la las le los al el bin bint ibn ben ter ten zu zum"
    " af av st. mac ap ferch y op do in 't wa ní ó nic uí vom dal delle degli ould".split()
)
"""Small words that belong to the surname after them."""
OF_FAMILIES = frozenset("van von bin bint ibn ter ten di da dos du".split())
"""Of these, those of people: `Banco de Norvale` is a body, `van Dijk` is nobody else."""
SUFFIXES = frozenset(
    {"jr", "jr.", "sr", "sr.", "ii", "iii", "iv", "md", "m.d.", "phd", "ph.d.", "esq."}
)
HONOURS = frozenset("KC QC MP MSP MEP TD CBE OBE MBE KBE DBE FRS VC".split())
"""Letters after a name that are no part of it."""

_PREFIX = re.compile(r"^(?:(?:al|el|an|as|at|ar|ad|az|ul|ur|ed)-|(?:d|l|dell|dall)')(?=\w{2})")
"""What is left out of a surname alone: `al-Nouri` and `Nouri` are one."""
ARTICLE = r"(?:(?:al|el|an|as|at|ar|ad|az|ul|ur|ed)-|(?:d|l|dell|dall)['’])"
"""What a surname may begin with in small letters: `al-Nouri`, `d’Orlo`."""
_ARTICLE = re.compile(ARTICLE + "(?=[A-Z])")
_WORD = re.compile(r"[^\s\"“”]+")


@frozen
class Name:
    """A name taken apart; `given` is None where only a surname or a first name is there."""

    given: str | None
    """In lower case, without full stop: `j` for `J.`."""
    surname: str
    """Last word of the surname, in lower case; the only word of a name of one word."""
    initials: bool = False
    """Whether the given name is written as an initial."""


PARTICLE = "|".join(sorted(PARTICLES - {"in", "op", "do", "y", "ap", "st.", "'t"}))
"""The particles that are no words of English, as a pattern."""
CAMPAIGNS = frozenset(
    "Save Stop Lift Feed Reclaim Break Breaking Saving Stopping Defend Defending Protect Protecting"
    " Free Fix End Ending Beat Keep Unite Raising Bridging Rethink Rebuild Restore Fight Fighting"
    " Feeding Mind Cross Crossing Healing Hacking Rock".split()
)
"""Verbs with which bodies are named by what they are for: `Save the Children`."""


@lru_cache(512)
def parse(name: str) -> Name:
    """Take apart a name that has no title.

    >>> parse("Robert C. “Bobby” Scott Jr.")
    Name(given='robert', surname='scott', initials=False)
    >>> parse("Van Voorhis"), parse("J. K. Marsh").initials
    (Name(given=None, surname='voorhis', initials=False), True)
    >>> parse("Ben Marsh").given
    'ben'
    """
    if name.isalpha():
        return Name(None, name.lower())
    words = [word.rstrip(",") for word in _WORD.findall(name.lower().replace("’", "'"))]
    while len(words) > 1 and words[-1] in SUFFIXES:
        words.pop()
    last = _PREFIX.sub("", words[-1].rstrip("."))
    if words[0] == "ben" and len(words) > 1 and name[0] == "B":
        return Name("ben", last)  # in front a given name, and a particle only further on
    first = next((word for word in words[:-1] if word not in PARTICLES), None)
    if first is None or words[0] in PARTICLES:
        return Name(None, last)
    bare = first.rstrip(".").replace(".", "")
    return Name(bare, last, len(bare) <= 2 and first.endswith("."))


def has_article(form: str) -> bool:
    """Whether a surname begins with its article in small letters.

    >>> has_article("al-Masri"), has_article("d’Orlo"), has_article("pro-Orvale")
    (True, True, False)
    """
    return form[:1].islower() and _ARTICLE.match(form) is not None


def first_surnames(name: str) -> list[str]:
    """What may be the first of two surnames, in lower case: by that one people are called too.

    >>> first_surnames("Maria de la Cruz Ibáñez"), first_surnames("Pablo Okon Marsh")
    (['cruz'], ['okon'])
    >>> first_surnames("Maria Elena Ruiz"), first_surnames("Robert C. Scott Jr.")
    ([], [])
    """
    words = [word.rstrip(",") for word in _WORD.findall(name.lower())]
    while len(words) > 1 and words[-1] in SUFFIXES:
        words.pop()
    return [
        word
        for before, word in pairwise(words[:-1])
        if word not in PARTICLES
        and word.isalpha()
        and len(word) > 2
        and (before in PARTICLES or not is_given(word))
    ]


def gender(given: str, *, first: bool = False) -> Gender | None:
    """The gender a given name speaks for in English-language news, None for both or unknown.

    `first` says that it surely is a given name, so that rarer ones count too.

    >>> gender("Maria"), gender("Jordan"), gender("Jean-Marc")
    ('f', None, 'm')
    >>> gender("Ulrike"), gender("Ulrike", first=True)
    (None, 'f')
    """
    known = _given().get(_plain(given))
    if known is None and "-" in given:
        one, _, other = _plain(given).partition("-")
        known = "m" if one == "jean" else _given().get(one)
        if known in (None, "u") and first:
            known = _given().get(other)  # `Kerry-Anne`
    if known is None and first and not is_family_name(_plain(given)):
        known = _more_given().get(_bare(given.lower()))
    return None if known in (None, "u") else known[0]  # type: ignore[return-value]


def leans(given: str) -> bool:
    """Whether a given name that speaks for a gender is heard for the other, too: `Lee`.

    >>> leans("Lee"), leans("Maria"), leans("Jordan")
    (True, False, False)
    """
    return _given().get(_plain(given), "").endswith("?")


_FAMILY_FIRST = frozenset(
    "kim lee park choi jung jeong kang cho yoon jang lim han shin seo kwon hwang ahn song hong moon"
    " bae baek nam noh ko chung yang yoo xi li wang zhang liu chen huang zhao wu zhou xu sun zhu hu"
    " guo lin gao luo zheng liang xie tang feng yu dong xiao cheng cao yuan deng fu shen peng lu"
    " jiang cai jia ding wei xue ye yan pan du dai xia zhong tian ren fan fang shi yao tan zou"
    " xiong jin hao kong bai cui mao qiu qin gu hou shao meng duan lei qian yin lai gong wen nguyen"
    " tran le pham hoang phan vu vo dang bui ngo duong"
    " koh ong goh chua teo wong leung cheung kwok yeo toh loh"
    " seah quek chia foo chong chan lau mak tsang yip heng".split()
)


def is_family_name(word: str) -> bool:
    """Whether a word in lower case is a surname that stands first: `kim` of `Kim Yo Jong`."""
    return word in _FAMILY_FIRST


def is_given(word: str) -> bool:
    """Whether a word is a known given name, of either gender."""
    return _plain(word) in _given()


def is_surname(word: str) -> bool:
    """Whether a word alone is a person's by its ending or as that of somebody well known.

    >>> is_surname("Zelensky"), is_surname("Kowalczyk"), is_surname("Nvidia")
    (True, True, False)
    """
    return surname_gender(word) is not None


def surname_gender(word: str) -> Gender | Literal["u"] | None:
    """The gender of somebody well known by a surname alone, `u` where only its ending tells."""
    low = _bare(word.lower())
    known = _surnames().get(low)
    if known is None and len(low) > _LONGEST_ENDING and low.isalpha():
        endings = (_surnames().get("-" + low[-n:]) for n in range(3, _LONGEST_ENDING + 1))
        known = next((found for found in endings if found), None)
    return known  # type: ignore[return-value]


_LONGEST_ENDING = 7


def _plain(word: str) -> str:
    """In lower case, and without accents where the list has the name so: `éva`."""
    low = word.lower()
    if low.isascii() or low in _given():
        return low
    return _bare(low)


def _bare(word: str) -> str:
    """A word without accents."""
    parts = unicodedata.normalize("NFD", word)
    return "".join(c for c in parts if not unicodedata.combining(c))


def agree(a: Name, b: Name) -> bool:
    """Whether two full names with one surname may be one person's.

    >>> agree(parse("Bill Marsh"), parse("William Marsh"))
    True
    >>> agree(parse("J. Marsh"), parse("Jo Marsh"))
    True
    >>> agree(parse("Bill Marsh"), parse("Hana Marsh"))
    False
    """
    if a.given is None or b.given is None or a.given == b.given:
        return True
    if a.initials or b.initials:
        return a.given[0] == b.given[0]
    return b.given in short_forms(a.given) or a.given in short_forms(b.given)


@cache
def _given() -> dict[str, str]:
    return pairs("given_names.tsv")


@cache
def _surnames() -> dict[str, str]:
    return pairs("surnames.tsv")


@cache
def _more_given() -> dict[str, str]:
    return pairs("more_given_names.tsv")


@cache
def _nicknames() -> dict[str, frozenset[str]]:
    return {name: frozenset(short.split()) for name, short in rows("nicknames.tsv")}


def formal(short: str) -> frozenset[str]:
    """The given names for which a short form stands.

    >>> sorted(formal("pippa")), formal("zorb")
    (['philippa'], frozenset())
    """
    return _formal().get(short, frozenset())


@cache
def _formal() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for name, forms in _nicknames().items():
        for short in forms:
            found.setdefault(short, set()).add(name)
    return {short: frozenset(several) for short, several in found.items()}


def short_forms(given: str) -> frozenset[str]:
    """By what else one of a given name is called, in lower case.

    >>> sorted(short_forms("peter")), sorted(short_forms("kim"))
    (['pete'], [])
    """
    return _nicknames().get(given, frozenset())
