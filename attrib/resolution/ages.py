"""Who is how old: `the 38-year-old` is Ana Ruiz, 38; `the boy` the only one who is a child."""

from __future__ import annotations

from collections.abc import Iterator

from attrib.knowledge.nouns import Gender
from attrib.lazily import re
from attrib.resolution.discourse import Entity
from attrib.resolution.focused import barred, focus
from attrib.resolution.holders import may_hold
from attrib.resolution.officials import is_doubtful, speaks_of_others
from attrib.resolution.referents import (
    Referent,
    Scene,
    Turn,
    gender_fits,
    is_person,
    kind_of,
    may_be_called,
    of_entity,
)
from attrib.resolution.roles import SYNONYMS
from attrib.resolution.trades import clash


def of_that_age(scene: Scene) -> Referent | None:
    """`the 38-year-old`: the only person whose age the article so gives, `Ana Ruiz, 38, said`."""
    match = _YEARS.search(scene.text, scene.phrase.start, scene.phrase.end)
    if match is None or scene.phrase.determiner not in ("the", None):
        return None
    ages = list(_ages(scene))
    of_age = {index for index, years in ages if years == match[1]}
    first = scene.text.find(match[0]) == match.start()
    if not of_age and first and not _is_told(scene.text, match):
        # of whom no age is told yet, where one alone is named
        named = {
            entity.index
            for entity in scene.discourse.entities[:_FEW]
            if entity.first < match.start() and _may_be_human(scene, entity)
        }
        of_age = named if len(named) == 1 and not ages else of_age
    if len(of_age) != 1 or not may_be_called(scene, min(of_age)):
        return None
    return of_entity(scene, min(of_age), "descriptor")


def of_no_age_yet(scene: Scene) -> Referent | None:
    """`the 38-year-old`, of whom nobody has told an age: whom the sentences before are about, but
    for those of another age; None where they are about two."""
    discourse, text, phrase = scene.discourse, scene.text, scene.phrase
    match = _YEARS.search(text, phrase.start, phrase.end)
    if match is None or phrase.determiner != "the" or not discourse.sentences:
        return None
    if text.find(match[0]) != match.start():
        return None
    if phrase.owner is not None or discourse.quotation_at(phrase.start) is not None:
        return None
    ages = dict(_ages(scene))
    if match[1] in ages.values() or _is_told(text, match):
        return None
    gender = phrase.noun.gender if phrase.noun is not None else None
    sentence = discourse.sentence_at(phrase.start)
    others = barred(scene, discourse.window(sentence)[0], phrase.start)
    for back in range(_BACK):
        if sentence < back:
            return None
        start, end = discourse.window(sentence - back)
        end = min(end, phrase.start)
        if any(start <= turn.start < end and _is_unnamed(turn) for turn in scene.turns[-8:]):
            return None
        people = [i for i in named_in(scene, start, end, gender) if not (i in ages or i in others)]
        people = [i for i in people if not speaks_of_others(scene, i)]
        if not people or _SAYS_NOTHING.search(text, start, end):
            continue
        chosen = focus(scene, people, start, end)
        if chosen is None and _is_parent(scene, people[0], start):
            chosen = people[0]
        if chosen is None or " " not in discourse.entities[chosen].name:
            return None
        if is_doubtful(scene, chosen) or not may_hold(scene, chosen, _key(scene)):
            return None
        other = clash(scene, chosen, _key(scene))
        return None if other else of_entity(scene, chosen, "descriptor")
    return None


def _is_told(text: str, years: re.Match[str]) -> bool:
    """Whether an age is told before of somebody without a name: `A man, 38, was held`."""
    return re.search(rf"(?:, |aged ){years[1]}[,.]", text[: years.start()]) is not None


def _is_unnamed(turn: Turn) -> bool:
    """Whether somebody without a name spoke, whose age it may be."""
    opens = turn.referent.name.lower().startswith(("a ", "an ", "one ", "another "))
    return turn.referent.kind == "anonymous" and opens and turn.attribution.parent is None


_OF_WHERE = re.compile(r"\A[^ ]+-[a-z]+\Z")
"""`the Oslo-born skater`: that names nobody."""
_BACK = 5
_SAYS_NOTHING = re.compile(
    r"\b(?:declined|refused|declines) to (?:comment|speak|say)\b"
    r"|\b(?:did|does|has|had|could) not (?:be reached|respond|comment|reply)"
)
"""What is told of somebody beside the story, who is not whom it goes on about."""


def named_in(scene: Scene, start: int, end: int, gender: Gender | None) -> list[int]:
    """Those named in a window outside quotations who may be people, by whatever tells it."""
    discourse = scene.discourse
    found = (
        discourse.owners[i]
        for i in discourse.within(start, end)
        if discourse.owners[i] >= 0
        and discourse.quotation_at(discourse.mentions[i].start) is None
        and _may_be_human(scene, discourse.entities[discourse.owners[i]])
    )
    return [i for i in dict.fromkeys(found) if gender is None or gender_fits(scene, i, gender)]


def _may_be_human(scene: Scene, entity: Entity) -> bool:
    """Whether a name is a person’s, or may be as far as is known: two words, and no body."""
    if _OF_WHERE.search(entity.name) is not None:
        return False
    if entity.human:
        return True
    unknown = entity.sort == "name" and " " in entity.name and not entity.placed
    return unknown and entity.body is None and kind_of(scene, entity) == "person"


def _key(scene: Scene) -> str:
    noun = scene.phrase.noun
    return "" if noun is None else SYNONYMS.get(noun.lemma, noun.lemma)


def _is_parent(scene: Scene, index: int, start: int) -> bool:
    """Whether a sentence begins with somebody whose child it tells of: `Ruiz’s son Jude died`."""
    discourse = scene.discourse
    return any(
        discourse.owners[i] == index and _CHILD.match(scene.text, discourse.mentions[i].end)
        for i in discourse.within(start, start + 60)
    )


_CHILD = re.compile(
    r"['’]s? (?:[a-z-]+ ){0,2}(?:son|daughter|baby|child|boy|girl|mother|father|mum|dad|brother"
    r"|sister|husband|wife|partner|twins?|niece|nephew)\b"
)


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
    ages = list(_ages(scene))
    if all(years != match[1] for _, years in ages) and _is_told(scene.text, match):
        return True  # `A man, 38, was held`
    return any(index == chosen and years != match[1] for index, years in ages)


_YEARS = re.compile(r"\b(\d{1,3})-year-old\b")
_YEARS_AFTER = re.compile(r",? \(?(\d{1,3})(?=[,.;)])")
_FEW = 60
"""Names in an article in which one person alone may be named; more are not looked through."""
_LOOKED_THROUGH = 1000
"""Names in an article beside which an age is looked for."""
