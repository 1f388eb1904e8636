"""Whom `he` or `she` means where nobody before it fits: the only one who is left."""

from __future__ import annotations

from attrib.knowledge import names, nouns
from attrib.knowledge.nouns import Gender
from attrib.lazily import re
from attrib.resolution.referents import (
    Referent,
    Scene,
    again,
    gender_fits,
    is_person,
    is_subject,
    of_entity,
)


def of_own_claim(scene: Scene, gender: Gender) -> Referent | None:
    """Who is told of in what he says himself, where nobody has spoken just before: `Karl Okon slept
    badly for weeks, |he| says`."""
    told, discourse, at = scene.attribution, scene.discourse, scene.phrase.start
    if told is None or scene.parent is not None or told.kind == "direct":
        return None
    start = told.content[0].start
    if start != discourse.start_of(at) or scene.text[told.content[-1].end : at] != ", ":
        return None
    since = discourse.window(max(0, discourse.sentence_at(at) - _SPOKE))[0]
    spoke = [t for t in scene.turns if t.start < start and _may_be(t.referent, gender)]
    if spoke and spoke[-1].start >= since:
        return None
    if _ANOTHER[gender].search(scene.text, start, at - 2) is not None:
        return None  # `Okon hit him, he said`
    i = next(iter(discourse.within(start, at)), None)
    if i is None or discourse.mentions[i].start > start or not is_person(discourse, i):
        return None
    others = {
        discourse.owners[j]
        for j in discourse.within(discourse.mentions[i].end, at)
        if is_person(discourse, j) and gender_fits(scene, discourse.owners[j], gender)
    } - {discourse.owners[i]}
    fits = is_subject(scene.text, discourse.mentions[i]) and not others
    index = discourse.owners[i]
    new = discourse.entities[index].first >= start
    fits = fits and (not spoke or new or spoke[-1].referent.entity == index)
    fits = fits and gender_fits(scene, index, gender)
    return of_entity(scene, index, "pronoun") if fits else None


_SPOKE = 6
"""Sentences in which nobody else has spoken."""
_ANOTHER: dict[Gender, re.Pattern[str]] = {
    "m": re.compile(r"\bhim\b"),
    "f": re.compile(r"\bher(?= (?:to|in|on|at|and|with|from|over|for)\b|,|\Z)"),
}


def _may_be(referent: Referent, gender: Gender) -> bool:
    """Whether who has spoken may be a pronoun's."""
    one = referent.kind in ("person", "anonymous") and not referent.plural
    return one and referent.gender in (None, gender)


def of_rare_name(scene: Scene) -> Referent | None:
    """The only person of the last two sentences, whose first name is too rare to contradict."""
    discourse = scene.discourse
    sentence = discourse.sentence_at(scene.phrase.start)
    if not discourse.sentences:
        return None
    start, _ = discourse.window(max(0, sentence - 1))
    near = {
        discourse.owners[i]
        for i in discourse.within(start, scene.phrase.start)
        if is_person(discourse, i)
    }
    if len(near) != 1:
        return None
    (index,) = near
    given = names.parse(discourse.entities[index].name).given
    rare = given is not None and names.gender(given) is None
    told = any(noun.gender for use in discourse.entities[index].uses if (noun := _noun(use.role)))
    return of_entity(scene, index, "pronoun") if rare and not told else None


def opens_next(scene: Scene, gender: Gender) -> Referent | None:
    """Who is the subject of the paragraph under a headline or standfirst that says `she`."""
    discourse, text = scene.discourse, scene.text
    first = len(text) - len(text.lstrip())
    end = text.find("\n", first)
    if not first <= scene.phrase.start < end:
        return None
    start = end + len(text[end : end + 9]) - len(text[end : end + 9].lstrip())
    for i in discourse.within(start, start + 60):
        mention = discourse.mentions[i]
        if not is_person(discourse, i):
            continue
        if not is_subject(text, mention):
            return None
        known = discourse.entities[discourse.owners[i]].gender == gender
        return of_entity(scene, discourse.owners[i], "pronoun") if known else None
    return None


def only_one_told_of(scene: Scene, gender: Gender) -> Referent | None:
    """The only unnamed person of a gender who has spoken, where the story names nobody who may be
    meant: `my husband` of a letter, and then `he`."""
    at = scene.phrase.start
    others = (
        entity.human
        and entity.first < at
        and entity.gender in (None, gender)
        and scene.discourse.quotation_at(entity.first) is None
        for entity in scene.discourse.entities[:_FEW]
    )
    if any(others):
        return None
    spoke = {
        turn.referent.name.lower(): turn.referent
        for turn in scene.turns[-_FEW:]
        if turn.start < at and turn.referent.kind == "anonymous" and not turn.referent.plural
    }
    fits = [each for each in spoke.values() if each.gender == gender]
    doubtful = any(each.gender is None for each in spoke.values())
    return again(scene, fits[0], "pronoun") if len(fits) == 1 and not doubtful else None


_FEW = 40
"""Names and turns that are looked through."""


def _noun(role: str | None) -> nouns.Noun | None:
    return nouns.lookup(role) if role is not None else None
