"""Whom words of an election mean: `the candidate` is nobody who holds the office of a mayor, `the
Democrat` rather the senator of whom was just told than one far above."""

from __future__ import annotations

from attrib.resolution.discourse import Entity
from attrib.resolution.holders import may_hold
from attrib.resolution.recalled import just_named
from attrib.resolution.referents import Referent, Scene, is_object, of_entity

_RUNS = frozenset("candidate nominee hopeful contender frontrunner front-runner".split())
_STAYS = frozenset("mayor president judge justice chief secretary sheriff minister pope".split())
"""Offices whose holder is rarely called a candidate, whose rival is."""
_PARTIES = frozenset("democrat republican conservative liberal socialist".split())
_SEATED = frozenset("senator representative congressman congresswoman governor lawmaker".split())
_BACK = 3
"""Sentences in which whom a description means was named."""


def who_runs(scene: Scene, key: str, chosen: Referent | None) -> Referent | None:
    """`the candidate`, where whoever was just named is a mayor: of whom the article is about, if he
    was named close before."""
    if key not in _RUNS or chosen is None or chosen.entity is None:
        return chosen
    entities, first = scene.discourse.entities, next(iter(scene.discourse.leading), None)
    if not _holds(entities[chosen.entity], _STAYS) or first is None or first == chosen.entity:
        return chosen
    fits = _is_near(scene, first) and may_hold(scene, first, key) and entities[first].human
    return of_entity(scene, first, "descriptor") if fits else None


def since_told(scene: Scene, key: str, holder: int) -> Referent | None:
    """`the Democrat`, after `Sen. Ana Ruiz, who wrote it, spoke`, where another was said to be one
    further above."""
    if key not in _PARTIES or _is_near(scene, holder):
        return None
    near = just_named(scene, key, None)
    if (
        near is None
        or near.entity is None
        or near.entity == holder
        or is_object(scene, near.entity)
    ):
        return None
    return near if _holds(scene.discourse.entities[near.entity], _SEATED) else None


def _holds(entity: Entity, offices: frozenset[str]) -> bool:
    return any(use.title and use.role in offices for use in entity.uses)


def _is_near(scene: Scene, index: int) -> bool:
    discourse, at = scene.discourse, scene.phrase.start
    if not discourse.sentences:
        return False
    start = discourse.window(max(0, discourse.sentence_at(at) - _BACK), at)[0]
    return any(discourse.owners[i] == index for i in discourse.within(start, at))
