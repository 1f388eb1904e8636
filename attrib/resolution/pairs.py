"""Those named together, by how many they are: `the pair`, `both men`, `all three`, `the latter`."""

from __future__ import annotations

from attrib.lazily import re
from attrib.resolution.referents import Referent, Scene, again, is_person, of_entity
from attrib.resolution.things import joint_subject

_TOGETHER = re.compile(
    r"(?:[Tt]he (?P<pair>pair|duo|two)|[Tt]he (?P<trio>trio|three)|(?P<both>[Bb]oth)"
    r"|[Aa]ll (?P<all>three))(?: (?:men|women|friends|leaders|sides|companies|firms|countries))?"
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
    for back in range(min(_REACH, sentence + 1)):
        start, end = discourse.window(sentence - back)
        if one is not None and (found := _of_two(scene, start, min(end, at), one[1])) is not None:
            return found
        joint = joint_subject(scene, start, min(end, at)) if many is not None else None
        if joint is not None and many is not None:
            three = many["trio"] is not None or many["all"] is not None
            return again(scene, joint, "descriptor") if len(joint.parts) == 2 + three else None
    return None


def spoke_both(scene: Scene) -> Referent | None:
    """`Both`, after two who spoke one after the other, and nobody else, in the sentences before."""
    if scene.text[scene.phrase.start : scene.phrase.end].lower() != "both":
        return None
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


def _of_two(scene: Scene, start: int, end: int, which: str) -> Referent | None:
    discourse = scene.discourse
    named = dict.fromkeys(
        discourse.owners[i] for i in discourse.within(start, end) if is_person(discourse, i)
    )
    if len(named) != 2:
        return None
    former, latter = named
    return of_entity(scene, former if which == "former" else latter, "descriptor")
