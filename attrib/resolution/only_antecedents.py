"""Whom `he` or `she` means where nobody before it fits: the only one who is left."""

from __future__ import annotations

from attrib.knowledge import names, nouns
from attrib.knowledge.nouns import Gender
from attrib.resolution.referents import Referent, Scene, again, is_person, is_subject, of_entity


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
