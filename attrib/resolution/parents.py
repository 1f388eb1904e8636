"""Whose `mother` or `father` somebody is: the only one named of whom an article tells a child."""

from __future__ import annotations

from attrib.knowledge.nouns import Gender
from attrib.lazily import re
from attrib.resolution.referents import Referent, Scene, gender_fits, is_person, of_entity

_PARENTS: dict[str, Gender] = {
    **dict.fromkeys("mother mum mom mam".split(), "f"),
    **dict.fromkeys("father dad".split(), "m"),
}
_CHILD = r"(?:son|daughter|child|children|kids|boy|girl|baby|toddler|twins)"
_OWN_CHILD: dict[Gender, re.Pattern[str]] = {
    "f": re.compile(rf"[^.!?\n]{{0,40}}\bher (?:[\w-]+ ){{0,2}}{_CHILD}\b"),
    "m": re.compile(rf"[^.!?\n]{{0,40}}\bhis (?:[\w-]+ ){{0,2}}{_CHILD}\b"),
}
_MOST = 60
"""Names that are looked through."""


def parent(scene: Scene) -> Referent | None:
    """`his mother`, where one woman alone is named with `her son`, and nobody else’s mother is.

    >>> _OWN_CHILD["f"].match(" thought her nine-year-old son was lying.")[0]
    ' thought her nine-year-old son'
    """
    phrase, discourse, text = scene.phrase, scene.discourse, scene.text
    noun = phrase.noun
    if noun is None or phrase.determiner not in _WHOSE or phrase.owner is not None:
        return None
    gender = _PARENTS.get(noun.lemma)
    if gender is None or phrase.chunk_end - phrase.noun_start > len(noun.lemma):
        return None
    parents: set[int] = set()
    for i in discourse.within(0, phrase.start)[:_MOST]:
        index, end = discourse.owners[i], discourse.mentions[i].end
        if not is_person(discourse, i) or not gender_fits(scene, index, gender):
            continue
        if _OWN_CHILD[gender].match(text, end) and discourse.quotation_at(end) is None:
            parents.add(index)
    return of_entity(scene, min(parents), "descriptor") if len(parents) == 1 else None


_WHOSE = ("his", "her", "their", "the")
