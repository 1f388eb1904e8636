"""Whom words of an election mean: `the candidate` is nobody who holds the office of a mayor, `the
Democrat` rather the senator of whom was just told than one far above."""

from __future__ import annotations

from attrib.lazily import re
from attrib.resolution.discourse import Entity
from attrib.resolution.holders import may_hold
from attrib.resolution.recalled import just_named
from attrib.resolution.referents import Referent, Scene, is_object, is_person, of_entity

_RUNS = frozenset("candidate nominee hopeful contender frontrunner front-runner".split())
_STAYS = frozenset("mayor president judge justice chief secretary sheriff minister pope".split())
"""Offices whose holder is rarely called a candidate, whose rival is."""
_PARTIES = frozenset("democrat republican conservative liberal socialist".split())
_SEATED = frozenset("senator representative congressman congresswoman governor lawmaker".split())
_BACK = 3
"""Sentences in which whom a description means was named."""


def who_runs(scene: Scene, key: str, chosen: Referent | None) -> Referent | None:
    """`the candidate`: whoever was just named, if he is told to run; else the only one of whom the
    article is about who is. Nobody, where whoever was just named is a voter or the like."""
    if key not in _RUNS:
        return chosen
    index = chosen.entity if chosen is not None else None
    if index is not None and _is_running(scene, index):
        return chosen
    runners = [i for i in _in_sight(scene) if i != index and _is_running(scene, i)]
    if len(runners) == 1 and may_hold(scene, runners[0], key):
        return None if is_object(scene, runners[0]) else of_entity(scene, runners[0], "descriptor")
    if runners or index is None:
        return None
    entities, first = scene.discourse.entities, next(iter(scene.discourse.leading), None)
    if not _holds(entities[index], _STAYS):
        return None if is_no_candidate(scene, key, index) else chosen
    if first is None or first == index:
        return chosen
    fits = _is_near(scene, first) and may_hold(scene, first, key) and entities[first].human
    return of_entity(scene, first, "descriptor") if fits else None


def _in_sight(scene: Scene) -> list[int]:
    """Whom the article is about, of those named before the source, and who was named just there."""
    discourse, at = scene.discourse, scene.phrase.start
    near: list[int] = []
    if discourse.sentences:
        start = discourse.window(max(0, discourse.sentence_at(at) - _BACK), at)[0]
        near = [discourse.owners[i] for i in discourse.within(start, at) if is_person(discourse, i)]
    known = dict.fromkeys((*near, *discourse.leading))
    return [i for i in known if discourse.entities[i].first < at]


def _is_running(scene: Scene, index: int) -> bool:
    """Whether the article says of somebody that he stands for election: `Ruiz’s campaign`."""
    discourse, text = scene.discourse, scene.text
    if any(use.role in _RUNS for use in discourse.entities[index].uses):
        return True
    return any(
        _RUNNING.match(text, discourse.mentions[i].end) is not None
        for i in discourse.places[index][:_LOOKED]
    )


_LOOKED = 60
"""Mentions of somebody after which it is looked for."""
_ELECTED = (
    r"(?:the )?(?:presidency|presidential|president|governor|mayor|senator|sheriff|judge|office"
    r"|chancellor|Senate|House|Congress|White House|council|parliament|re-?election"
    r"|(?:[A-Z][a-z]+ |party |presidential )?nomination)\b"
)
_RUNNING = re.compile(
    r"(?:['’]s?)? (?:[a-z-]+ |Republican |Democratic |\d{4} ){0,2}(?:campaign|candidacy)\b"
    r"(?! to | against | for (?!president|governor|mayor|the Senate|Congress))"
    r"|,?[^.\nA-Z“”\"]{0,60}?(?<! for)(?<! of)(?<! with) (?:his|her) (?:[a-z]+ ){0,2}"
    r"(?:Republican |Democratic )?(?:campaign|candidacy|running mate)\b"
    r"(?! (?:manager|spokes|chair|advis|strateg|director|press|staff|team|against\b))"
    rf"|(?:['’]s?)?[^.\nA-Z“”\"]{{0,60}}? (?:bid|run|runs|ran|running|campaigning) for {_ELECTED}"
    r"|[^.\nA-Z“”\"]{0,40}? (?:is|was|are|were|been) running against\b"
)
"""After somebody who stands for election."""
_MAY_RUN = _RUNS | frozenset(
    "senator representative congressman congresswoman lawmaker legislator politician leader"
    " democrat republican conservative liberal socialist libertarian independent progressive"
    " businessman businesswoman billionaire millionaire tycoon mogul developer executive founder"
    " incumbent challenger newcomer outsider veteran activist governor councilman councilwoman"
    " councillor mp commissioner nationalist populist member".split()
)
"""What somebody is called who may stand for election, though the article does not say so."""


def is_no_candidate(scene: Scene, key: str, index: int | None) -> bool:
    """Whether somebody who would be `the candidate` is only called what none is: `a teacher`."""
    if key not in _RUNS or index is None:
        return False
    told = [use.role for use in scene.discourse.entities[index].uses if use.role]
    return bool(told) and _MAY_RUN.isdisjoint(told) and not _is_running(scene, index)


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
