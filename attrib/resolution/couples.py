"""Who is married to whom, of those an article names: `his wife` and `her husband` are one of two.

A couple is told by what one is called beside the other, `Dana Marlow and her husband, Rob`, or by
one surname for both, `Dana and Rob Marlow`.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrib.knowledge.nouns import Gender
from attrib.lazily import re
from attrib.resolution.discourse import Discourse
from attrib.resolution.referents import Scene, is_person

SPOUSES = frozenset("husband wife hubby spouse".split())
_MOST = 200
"""Names that are looked through for couples."""


def spouse(scene: Scene) -> int | None:
    """The one of the only couple of whom `his wife` or `her husband` can speak."""
    noun, discourse = scene.phrase.noun, scene.discourse
    if noun is None or noun.lemma not in SPOUSES or scene.phrase.determiner not in _WHOSE:
        return None
    pairs = set(_pairs(discourse, scene.phrase.start))
    if len(pairs) != 1:
        return None
    (pair,) = pairs
    other: Gender = "m" if noun.gender == "f" else "f"
    told = {discourse.entities[index].gender: index for index in pair}
    if noun.gender in told:
        return told[noun.gender]
    # whoever is left, where the other’s gender is known
    rest = [index for index in pair if discourse.entities[index].gender is None]
    return rest[0] if other in told and len(rest) == 1 else None


_WHOSE = ("his", "her")


def _pairs(discourse: Discourse, at: int) -> Iterator[tuple[int, int]]:
    """Those who are named as couples before an offset."""
    last: int | None = None
    for i in discourse.within(0, at)[:_MOST]:
        index, mention = discourse.owners[i], discourse.mentions[i]
        if not is_person(discourse, i):
            continue
        if last is not None and discourse.owners[last] != index:
            between = discourse.text[discourse.mentions[last].end : mention.name_start]
            one, other = discourse.owners[last], index
            joined = between == " and " and _share_name(discourse, one, other)
            if joined or _MARRIED.fullmatch(between):
                yield min(one, other), max(one, other)
        last = i


_MARRIED = re.compile(
    r"(?:, \d+,)?(?: and|,| lives? [^.;:“”\"\n]{0,30}with| with|['’]s)"
    r"(?: (?:his|her))?(?: (?:late|ex|former|new|second|first)[ -])? ?"
    r"(?:husband|wife|hubby|spouse)(?: of \w+ years)?,? "
)


def _share_name(discourse: Discourse, one: int, other: int) -> bool:
    surnames = {discourse.entities[index].name.rpartition(" ")[2] for index in (one, other)}
    given = [discourse.entities[index].name.count(" ") for index in (one, other)]
    return len(surnames) == 1 and min(given) > 0
