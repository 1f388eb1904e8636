"""Who is how old: `the 38-year-old` is Ana Ruiz, 38; `the boy` the only one who is a child."""

from __future__ import annotations

from collections.abc import Iterator

from attrib.lazily import re
from attrib.resolution.referents import Referent, Scene, is_person, may_be_called, of_entity


def of_that_age(scene: Scene) -> Referent | None:
    """`the 38-year-old`: the only person whose age the article so gives, `Ana Ruiz, 38, said`."""
    match = _YEARS.search(scene.text, scene.phrase.start, scene.phrase.end)
    if match is None or scene.phrase.determiner not in ("the", None):
        return None
    ages = list(_ages(scene))
    of_age = {index for index, years in ages if years == match[1]}
    if not of_age and scene.text.find(match[0]) == match.start():
        # of whom no age is told yet, where one alone is named
        named = {
            entity.index
            for entity in scene.discourse.entities[:_FEW]
            if entity.human and entity.first < match.start()
        }
        of_age = named if len(named) == 1 and not ages else of_age
    if len(of_age) != 1 or not may_be_called(scene, min(of_age)):
        return None
    return of_entity(scene, min(of_age), "descriptor")


def _ages(scene: Scene) -> Iterator[tuple[int, str]]:
    """Who is how old, as the words beside a name tell: `Ana Ruiz, 38`, `38-year-old Ana Ruiz`."""
    discourse, text = scene.discourse, scene.text
    for i in range(min(len(discourse.mentions), _LOOKED_THROUGH)):
        start, end = discourse.mentions[i].start, discourse.mentions[i].end
        told = _YEARS_AFTER.match(text, end) or _YEARS.search(text, max(0, start - 13), start)
        if told is not None and is_person(discourse, i):
            yield discourse.owners[i], told[1]
    for entity in discourse.entities[:_LOOKED_THROUGH]:
        for use in entity.uses if entity.human else ():
            told = _YEARS.search(text, use.start, use.end)
            if told is not None:
                yield entity.index, told[1]  # `Ana Ruiz, a 38-year-old nurse`


def the_young_one(scene: Scene) -> Referent | None:
    """`the boy`: the only one of whose age the article tells that it is a boy’s."""
    phrase = scene.phrase
    noun = phrase.noun
    if noun is None or noun.lemma not in _YOUNG or phrase.determiner != "the":
        return None
    if phrase.chunk_end - phrase.noun_start > len(noun.lemma) or phrase.complement is not None:
        return None
    young = {
        index
        for index, years in _ages(scene)
        if int(years) < _YOUNG[noun.lemma] and scene.discourse.entities[index].first < phrase.start
    }
    if len(young) != 1 or not may_be_called(scene, min(young)):
        return None
    return of_entity(scene, min(young), "descriptor")


_YOUNG = {
    **dict.fromkeys("boy girl schoolboy schoolgirl child youngster kid".split(), 18),
    **dict.fromkeys(("teenager", "teen"), 20),
}
"""Below which age somebody is called so."""


def is_other(scene: Scene, chosen: int) -> bool:
    """Whether somebody is told to be of another age than a descriptor says."""
    match = _YEARS.search(scene.text, scene.phrase.start, scene.phrase.end)
    if match is None:
        return False
    return any(index == chosen and years != match[1] for index, years in _ages(scene))


_YEARS = re.compile(r"\b(\d{1,3})-year-old\b")
_YEARS_AFTER = re.compile(r",? \(?(\d{1,3})(?=[,.;)])")
_FEW = 60
"""Names in an article in which one person alone may be named; more are not looked through."""
_LOOKED_THROUGH = 1000
"""Names in an article beside which an age is looked for."""
