"""Who speaks only in a clause beside the main one, which is about another: `When Okon called it a
hoax, Ruiz laughed. “Why not?” he said.`

The next sentence goes on about whom the main clause was about, and not about the last who spoke.
"""

from __future__ import annotations

from attrib.knowledge.nouns import Gender
from attrib.lazily import re
from attrib.resolution.discourse import Discourse
from attrib.resolution.focused import main_subject, opens
from attrib.resolution.referents import Scene, Turn, gender_fits, is_person

_FRONTED = re.compile(
    r"\W*(?:(?:But|And|Yet|So|Then|Even|Just|Ever|Only) )?"
    r"(?i:after|before|since|until|because|though"
    r"|although|when|while|as|if|once|unlike|whereas|asked|pressed|challenged|questioned)\b"
)
_MENTIONED = re.compile(r"(?:who|whom|which)\Z")
_LONG_AGO = re.compile(r"\s*(?:has|have|had|['’]s|['’]d)\b")
"""Of what somebody said once, told beside what happens: `met Okon, who had called it a hoax`."""


def beside(scene: Scene, turn: Turn, start: int, end: int, gender: Gender) -> bool:
    """Whether a turn in a sentence stands in a clause that is not its main one, of which another
    person of the gender is the subject."""
    discourse, entity = scene.discourse, turn.referent.entity
    people = [
        discourse.owners[i]
        for i in discourse.within(start, end)
        if is_person(discourse, i)
        and discourse.owners[i] != entity
        and not _is_said(turn, discourse.mentions[i].start)
        and discourse.quotation_at(discourse.mentions[i].start) is None
        and gender_fits(scene, discourse.owners[i], gender)
    ]
    if not people:
        return False
    return _in_front(scene, turn, people, start, end) or _long_ago(scene, turn, people, start)


def _is_said(turn: Turn, at: int) -> bool:
    """Whether a place stands in what a turn says."""
    return any(span.start <= at < span.end for span in turn.attribution.content)


def _in_front(scene: Scene, turn: Turn, people: list[int], start: int, end: int) -> bool:
    """Whether a turn stands in a clause before the main one: `As Okon called for a vote, Ruiz`."""
    discourse = scene.discourse
    if _FRONTED.match(scene.text, start, end) is None:
        return False
    index = main_subject(discourse, people, start, end)
    return index is not None and turn.start < _named_at(discourse, index, start, end)


def _named_at(discourse: Discourse, index: int, start: int, end: int) -> int:
    within = discourse.within(start, end)
    return max(discourse.mentions[i].start for i in within if discourse.owners[i] == index)


def _long_ago(scene: Scene, turn: Turn, people: list[int], start: int) -> bool:
    """Whether a turn is what one mentioned by the way has said before: `Ruiz met Okon, who had
    called it a hoax`."""
    if _MENTIONED.fullmatch(scene.text, turn.start, turn.end) is None:
        return False
    if _LONG_AGO.match(scene.text, turn.end) is None:
        return False
    return opens(scene.discourse, people[0], start)
