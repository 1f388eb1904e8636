"""Whom a story only hears about somebody else: the judge, the detective, the coach.

`Ana Ruiz was jailed. “A cruel act,” Judge Tom Okon said. The 24-year-old wept`: that is Ruiz, of
whom the story is, though Okon was named last.
"""

from __future__ import annotations

from attrib.lazily import re
from attrib.resolution.discourse import Entity
from attrib.resolution.referents import Scene, gender_fits
from attrib.resolution.spokespeople import only_speaks_for


def speaks_of_others(scene: Scene, index: int) -> bool:
    """Whether a description surely calls another than a person known by an office."""
    return only_speaks_for(scene, index) or _is_passed_over(scene, index, sure=True)


def is_doubtful(scene: Scene, index: int) -> bool:
    """Whether a description may call another, who was named before: the coach or the striker."""
    return _is_passed_over(scene, index, sure=False)


def _is_passed_over(scene: Scene, index: int, *, sure: bool) -> bool:
    phrase, discourse = scene.phrase, scene.discourse
    noun = phrase.noun
    if noun is None or phrase.owner is not None:
        return False
    aged = _AGE.search(scene.text, phrase.start, phrase.chunk_end)
    if aged is None and noun.lemma not in _PRIVATE:
        return False
    entity = discourse.entities[index]
    if not (_in_court(scene, entity) or (_leads(entity) and noun.lemma not in _OF_BUSINESS)):
        return False
    if aged is not None and int(aged[1]) >= _OLD_ENOUGH and _leads(entity):
        return False
    if sure and not _in_court(scene, entity):
        young = aged is not None and int(aged[1]) < _TOO_YOUNG
        if not young and noun.lemma not in _OF_SHOWS:
            return False
    return any(
        other.first < entity.first
        and len(discourse.places[other.index]) >= len(discourse.places[index])
        and _may_be_human(other)
        and not (_leads(other) or _in_court(scene, other))
        and (noun.gender is None or gender_fits(scene, other.index, noun.gender))
        for other in discourse.entities[:_FEW]
    )


def _may_be_human(entity: Entity) -> bool:
    unknown = entity.sort == "name" and " " in entity.name and not entity.placed
    return entity.human or (unknown and entity.body is None)


def _in_court(scene: Scene, entity: Entity) -> bool:
    """Whether somebody is known by an office of courts, of the police or of medicine."""
    for use in entity.uses:
        if use.role in _COURT or (use.role == "chief" and not _FORCES.isdisjoint(use.words)):
            return True
    return _FOR_ONE.match(scene.text, entity.end) is not None


def _leads(entity: Entity) -> bool:
    return any(use.role in _LEADERS for use in entity.uses)


_AGE = re.compile(r"\b(\d{1,3})-year-old\b")
_FOR_ONE = re.compile(
    r"(?: [QK]C)?, (?:defending|prosecuting|mitigating|for the (?:prosecution|defen[cs]e))\b"
)
"""Whom a court hears: `Ana Ruiz, defending,`."""
_TOO_YOUNG = 33
"""Below this age nobody leads a team or a town."""
_OLD_ENOUGH = 60
"""From this age on who leads, or led, is called by it: `the 81-year-old` of a former governor."""
_FEW = 60
"""Names in an article among which another is looked for."""
_COURT = frozenset(
    "judge magistrate sheriff coroner prosecutor attorney lawyer solicitor barrister counsel"
    " advocate officer constable sergeant detective inspector superintendent trooper deputy"
    " commissioner investigator recorder pathologist doctor surgeon physician psychiatrist"
    " psychologist paramedic firefighter lieutenant".split()
)
"""Offices of those who tell of somebody else's deeds or wounds."""
_FORCES = frozenset(("police", "fire", "constable"))
_LEADERS = frozenset(
    "manager coach boss trainer chair chairman chairwoman chairperson president mayor minister"
    " governor director executive headteacher headmaster principal councilor councillor leader"
    " spokesperson secretary promoter agent professor".split()
)
"""Offices of those who may tell of another, or be whom a story is about."""
_OF_SHOWS = frozenset(
    "star champion winner hero heroine ace newcomer youngster teenager teen prodigy sensation"
    " finalist medallist medalist runner-up starlet rookie debutant".split()
)
"""What a story calls those whom it is about."""
_OF_BUSINESS = frozenset(
    "millionaire billionaire multimillionaire businessman businesswoman tycoon mogul magnate"
    " entrepreneur financier industrialist veteran".split()
)
"""What those who lead something are, too."""
_PRIVATE = (
    _OF_SHOWS
    | _OF_BUSINESS
    | frozenset(
        "father mother dad mom mum parent grandfather grandmother gran granny nan nana grandma"
        " grandad grandpa granddad widow widower pensioner retiree student pupil native londoner"
        " father-of-two father-of-three mother-of-two mother-of-three celebrity bride groom"
        " mum-to-be dad-to-be bachelor divorcee defendant accused suspect plaintiff person man"
        " woman gentleman lady schoolboy schoolgirl undergraduate graduate fan sufferer".split()
    )
)
"""What is said of people's lives, and not of an office."""
