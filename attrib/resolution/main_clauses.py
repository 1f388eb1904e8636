"""Whom `he` or `she` means in a clause before the main one: `Though he called it safe, Ruiz said`,
`In what she called “a mess,” Ruiz quit`.

The main clause names its subject anew, and nobody else was just speaking.
"""

from __future__ import annotations

from attrib.knowledge.nouns import Gender
from attrib.lazily import re
from attrib.resolution.referents import (
    Referent,
    Scene,
    gender_fits,
    is_person,
    is_subject,
    of_entity,
)

_BEFORE = re.compile(
    r"\W*(?i:(?:even |just )?"
    r"(?:though|although|before|after|because|since|until|once|by|while|when|if|as)"
    r"|(?:in|with|after|at|during|on|to|for|by|despite|amid|under|from|following) (?:part of )?what"
    r") \Z"
)


def subject_after(scene: Scene, sentence: int, gender: Gender) -> Referent | None:
    """The subject of the main clause after that of the pronoun, which opens its sentence."""
    discourse, text, at = scene.discourse, scene.text, scene.phrase.start
    if not discourse.sentences:
        return None
    start, end = discourse.window(sentence)
    if at - start > _LONGEST_CONJUNCTION or _BEFORE.match(text, start, at) is None:
        return None
    for i in discourse.within(at, end):
        mention = discourse.mentions[i]
        comma = text.endswith(_AFTER_COMMA, at, mention.start)
        if not comma or not is_person(discourse, i):
            continue
        index = discourse.owners[i]
        if not is_subject(text, mention) or not gender_fits(scene, index, gender):
            return None
        return None if _others_spoke(scene, sentence, index) else of_entity(scene, index, "pronoun")
    return None


_LONGEST_CONJUNCTION = 24
_AFTER_COMMA = (", ", ",” ", '," ', ",’ ", ",'' ", ",' ")


def _others_spoke(scene: Scene, sentence: int, index: int) -> bool:
    """Whether somebody else spoke in the sentence before, whom the pronoun may go on about."""
    last = next((turn for turn in reversed(scene.turns) if turn.start < scene.phrase.start), None)
    if last is None or last.sentence < sentence - 1 or last.referent.kind != "person":
        return False
    if "\n" in scene.text[last.end : scene.phrase.start]:
        return False
    return last.referent.entity != index
