"""Those named together, by how many they are: `the pair`, `both men`, `all three`, `the latter`."""

from __future__ import annotations

from attrib.lazily import re
from attrib.resolution import phrases
from attrib.resolution.only_several import named_several
from attrib.resolution.referents import Referent, Scene, again, is_person, of_entity
from attrib.resolution.things import joint_subject

_TOGETHER = re.compile(
    r"(?:[Tt]he (?:[a-z-]+ )?(?P<pair>pair|duo|two|couple|newlyweds)|[Tt]he (?P<trio>trio|three)"
    r"|(?P<both>[Bb]oth)|[Aa]ll (?P<all>three))"
    r"(?: (?:men|women|friends|leaders|sides|companies|firms|countries))?"
)
_ONE_OF_TWO = re.compile(r"[Tt]he (former|latter)")
_REACH = 2
"""Sentences before that of a source that are looked at."""


def named_together(scene: Scene) -> Referent | None:
    """Those whom the sentences before name as their subject together, as many as the source says.

    `the former` and `the latter` are of the only two people whom they name.
    """
    discourse, text, at = scene.discourse, scene.text, scene.phrase.start
    one = _ONE_OF_TWO.fullmatch(text, at, scene.phrase.end)
    many = _TOGETHER.fullmatch(text, at, scene.phrase.end) if one is None else None
    if (one is None and many is None) or not discourse.sentences:
        return None
    sentence = discourse.sentence_at(at)
    three = many is not None and (many["trio"] is not None or many["all"] is not None)
    two = many is not None and not three
    for back in range(min(_FAR if two else _REACH, sentence + 1)):
        start, end = discourse.window(sentence - back)
        if one is not None and (found := _of_two(scene, start, min(end, at), one[1])) is not None:
            return found
        joint = joint_subject(scene, start, min(end, at)) if many is not None else None
        joint = joint or (_met_each_other(scene, start, min(end, at)) if two else None)
        if back and many is not None and (joint is None or not joint.parts):
            joint = named_several(scene, start, min(end, at)) or joint
        if joint is not None and many is not None:
            return again(scene, joint, "descriptor") if len(joint.parts) == 2 + three else None
        spoke = [t.referent for t in scene.turns if start <= t.start < end and t.referent.plural]
        if back and spoke:
            last = spoke[-1]  # of those without names there may be two
            return again(scene, last, "descriptor") if len(last.parts) == 2 + three else None
    return None


_FAR = 6
"""Sentences in which the last two who were named together are `the couple`."""


def _met_each_other(scene: Scene, start: int, end: int) -> Referent | None:
    """The only two people of a sentence who did something together: `Ana Ruiz met Tom Hale`."""
    discourse, text = scene.discourse, scene.text
    people = [i for i in discourse.within(start, end) if is_person(discourse, i)]
    if len(people) != 2 or discourse.owners[people[0]] == discourse.owners[people[1]]:
        return None
    first, second = (discourse.mentions[i] for i in people)
    opens = not text[start : first.start].strip()
    if not opens or _MET.fullmatch(text, first.end, second.start) is None:
        return None
    parts = (discourse.owners[people[0]], discourse.owners[people[1]])
    return Referent(
        name=" and ".join(discourse.entities[index].name for index in parts),
        kind="group",
        parts=parts,
        plural=True,
        antecedent=(first.start, second.end),
        resolver="pronoun",
    )


_MET = re.compile(
    r"(?:,[^,.;:]{2,60},)? (?:(?:has|had) )?(?:met(?: with)?|married|wed|joined|dated|divorced"
    r"|debated)(?: [a-z]+){0,3} "
)


def who_are(scene: Scene, plural: str) -> Referent | None:
    """`the senators`, after `Senators Ana Ruiz and Tom Hale` or `Ruiz and Hale, two senators`."""
    discourse, text, at = scene.discourse, scene.text, scene.phrase.start
    if not discourse.sentences:
        return None
    told = re.compile(rf"(?i)\b{re.escape(plural[:-1])}s?\b")
    sentence = discourse.sentence_at(at)
    for back in range(min(_FAR, sentence + 1)):
        start, end = discourse.window(sentence - back)
        joint = joint_subject(scene, start, min(end, at))
        joint = joint or _met_each_other(scene, start, min(end, at))
        if back and (joint is None or not joint.parts):
            joint = named_several(scene, start, min(end, at)) or joint
        if joint is not None and told.search(text, start, min(end, at)):
            return again(scene, joint, "descriptor") if len(joint.parts) > 1 else None
        if told.search(text, start, min(end, at)):
            return None  # who are others
    return None


def is_both(scene: Scene) -> bool:
    """Whether a source is `both`."""
    return scene.text[scene.phrase.start : scene.phrase.end].lower() == "both"


def spoke_both(scene: Scene) -> Referent | None:
    """`Both`, after two who spoke one after the other, and nobody else, in the sentences before."""
    if not is_both(scene):
        return None
    if (named := _named_before(scene)) is not None:
        return named
    sentence = scene.discourse.sentence_at(scene.phrase.start)
    paragraph = scene.text.rfind("\n", 0, scene.phrase.start)
    near = [
        turn
        for turn in scene.turns[-6:]
        if sentence - _REACH - (turn.start > paragraph) <= turn.sentence < sentence
    ]
    heard = {turn.referent.name: turn.referent for turn in near if turn.within is None}
    if len(heard) != 2 or any(one.entity is None for one in heard.values()):
        return None
    first, second = heard.values()
    return Referent(
        name=f"{first.name} and {second.name}",
        kind="group",
        parts=tuple(one.entity for one in (first, second) if one.entity is not None),
        plural=True,
        antecedent=(near[0].start, near[0].end),
        resolver="pronoun",
    )


def _named_before(scene: Scene) -> Referent | None:
    """Two who are named right before it: `The mayor and Tom Hale | both |said`."""
    text, at = scene.text, scene.phrase.start
    start = scene.discourse.start_of(at)
    if not scene.discourse.sentences or not text.startswith(" ", at - 1):
        return None
    if " and " not in text[start:at]:
        return None
    named = scene.discourse.named(scene.discourse.within(start, at))
    phrase = phrases.read(text, start, at, named)
    if phrase.form != "joined" or len(phrase.parts) != 2:
        return None
    return again(scene, scene.resolve(phrase), "pronoun")


def _of_two(scene: Scene, start: int, end: int, which: str) -> Referent | None:
    discourse = scene.discourse
    named = dict.fromkeys(
        discourse.owners[i] for i in discourse.within(start, end) if is_person(discourse, i)
    )
    if len(named) != 2:
        return None
    former, latter = named
    return of_entity(scene, former if which == "former" else latter, "descriptor")
