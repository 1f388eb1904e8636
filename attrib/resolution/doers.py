"""Who is what a descriptor says by what they did: `Ana Ruiz drove the bus … the driver said`.

An article need not say what somebody is where a verb has told it: who founded a charity is its
founder, who was elected mayor the mayor.
"""

from __future__ import annotations

from functools import lru_cache

from attrib.lazily import re
from attrib.resolution.referents import Scene, gender_fits, is_person

_IRREGULAR = {
    "driver": "drove driven",
    "teacher": "taught",
    "leader": "led",
    "writer": "wrote written",
    "author": "wrote written co-wrote",
    "singer": "sang sung",
    "rider": "rode ridden",
    "runner": "ran running",
    "owner": "bought owns owned own owning",
    "founder": "set up co-founded",
    "co-founder": "co-founded",
    "builder": "built",
    "seller": "sold",
    "maker": "made",
    "creator": "created",
    "keeper": "kept",
    "winner": "won",
    "buyer": "bought",
    "swimmer": "swam swimming",
    "lecturer": "lectured",
    "presenter": "hosted hosts",
    "host": "presented presents",
    "filmmaker": "directed directs",
}
"""Verbs of those who are called by a noun, in forms that its ending does not make."""
_DOERS = ("er", "or")
_NO_DOERS = frozenset(
    "minister officer mother father brother sister daughter partner member teenager lawmaker actor"
    " doctor mayor senator governor major professor elder neighbor neighbour survivor".split()
)
_VERBS_TOO = frozenset("coach guide cook pilot captain host referee umpire".split())
_FURTHEST = 80
"""Names before a descriptor that are looked through."""


def by_deed(scene: Scene, lemma: str) -> int | None:
    """The only person of whom the article tells the deed, or the appointment, that a noun names."""
    deed = _deed(lemma)
    if deed is None:
        return None
    discourse, text, at = scene.discourse, scene.text, scene.phrase.start
    found: set[int] = set()
    named = discourse.within(0, at)
    for i in named[-_FURTHEST:]:
        index, end = discourse.owners[i], discourse.mentions[i].end
        if index in found or not is_person(discourse, i):
            continue
        done = deed.match(text, end)
        if done is None or not _is_of(scene, done.end()):
            continue
        if text.endswith(" and ", 0, discourse.mentions[i].start):
            return None  # two who did it
        found.add(index)
    fits = [i for i in found if _may_be(scene, i)]
    return fits[0] if len(fits) == 1 == len(found) else None


def _is_of(scene: Scene, end: int) -> bool:
    """Whether a deed is told of what a descriptor names: `the founder of Brightway`."""
    named = scene.phrase.complement
    if named is None:
        return True
    return named.reading.name in scene.text[end : end + _BESIDE]


_BESIDE = 60


def _may_be(scene: Scene, index: int) -> bool:
    noun = scene.phrase.noun
    return noun is None or noun.gender is None or gender_fits(scene, index, noun.gender)


@lru_cache(256)
def _deed(lemma: str) -> re.Pattern[str] | None:
    """What follows the name of who does what a noun names.

    >>> bool(_deed("driver").match("Ana Ruiz, who has driven the bus", 8))
    True
    >>> bool(_deed("mayor").match("Ana Ruiz was elected mayor in May", 8))
    True
    >>> _deed("driver").match("Ana Ruiz met the driver", 8)
    """
    forms = _IRREGULAR.get(lemma, "").split()
    if lemma.endswith(_DOERS) and lemma not in _NO_DOERS and len(lemma) > 5:
        stem = lemma[:-2]
        forms += [stem, stem + "e", stem + "s", stem + "es", stem + "ed", stem + "ing"]
    if lemma in _VERBS_TOO:
        forms += [lemma + "ed", lemma + "s", lemma + "es", lemma + "ing", lemma + "d"]
    does = rf"(?:{'|'.join(map(re.escape, forms))})\b|" if forms else ""
    named = re.escape(lemma)
    return re.compile(
        r"(?:,? who)?(?: (?:has|had|also|once|first|now|been|is|was|still|later))* "
        rf"(?:{does}(?:(?:re-?)?elected|appointed|named|became|become|made|hired as|served as"
        r"|serves as|serving as|worked as|works as|retired as|trained as|qualified as)"
        rf"(?: [a-z’'-]+){{0,3}}? {named}\b)"
    )
