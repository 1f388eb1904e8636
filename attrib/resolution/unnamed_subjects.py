"""Whom `he` means in or after a sentence that speaks first of somebody unnamed: `a cashier`."""

from __future__ import annotations

from attrib.knowledge.nouns import Gender
from attrib.lazily import re
from attrib.resolution import phrases
from attrib.resolution.done_to import is_done_to
from attrib.resolution.people_spoken_of import NOMINATIVE
from attrib.resolution.referents import (
    Referent,
    Scene,
    again,
    as_written,
    gender_fits,
    is_person,
    may_be,
    of_entity,
)
from attrib.resolution.things import in_own_content
from attrib.resolution.unnamed_antecedents import person_in


def unnamed_subject(
    scene: Scene,
    start: int,
    end: int,
    gender: Gender,
    other: int | None,
    near: bool,
    far: bool,
) -> Referent | None:
    """Whoever a sentence speaks of first without a name, `a cashier` or `the former president`."""
    found = person_in(scene, start, end, gender)
    if found is None or in_own_content(scene, found[0][0]):
        return None
    place, determiner = found
    discourse = scene.discourse
    if _is_his_description(scene, start, place[1]):
        return None
    if _does_to_him(scene, start, place, gender):
        return None
    if (apposed := _set_beside(scene, place[1], gender)) is not None:
        return apposed
    phrase = phrases.read(scene.text, *place, discourse.named(discourse.within(*place)))
    if determiner == "the" and phrase.form == "descriptor":
        told = scene.resolve(phrase)
        if told.entity is not None and told.kind == "person":
            # `The anchor asked why. “I lost,” he said`, where the anchor is Ana
            return again(scene, told, "pronoun") if may_be(scene, told, gender) else None
        if told.kind == "anonymous" and told.resolver == "descriptor" and not told.plural:
            # `A new mum slept. The woman, 31, shared it. She said`
            return again(scene, told, "pronoun") if may_be(scene, told, gender) else None
    noun = phrase.noun
    if noun is None or phrase.form != "descriptor":
        return None
    introduced = determiner in ("a", "an", "another") or (near and determiner in _KIN)
    # `The prime minister has arrived. He`: whoever that is, nobody who was quoted before
    introduced = introduced or (near and determiner == "the" and noun.category == "title")
    if other is not None and near and _is_oblique(scene, start, end, other):
        other, introduced = None, introduced or determiner in ("the", "one")
    if noun.gender is None and (other is not None or not introduced or far):
        return None
    if noun.gender is None and is_whose(scene, place[1]):
        return None
    return as_written(scene, place, "anonymous", gender=gender)


def _does_to_him(scene: Scene, start: int, place: tuple[int, int], gender: Gender) -> bool:
    """Whether whoever has no name does something to him who then speaks of himself: `A priest lent
    her a cello. “It changed my life,” |she said`, `When he was ten, a nurse took him in. “I`.

    No witness, `A neighbour heard her shout. “I ran,” she said`, nor whoever speaks of her.
    """
    told, text = scene.attribution, scene.text
    if told is None or _DOES_TO[gender].match(text, place[1]) is None:
        return False
    before = NOMINATIVE[gender].search(text, start, place[0])
    if before is not None and scene.discourse.quotation_at(before.start()) is None:
        return True
    own = any(_OF_ONESELF.search(span.text) is not None for span in told.content)
    return own and not any(_OF_HIM[gender].search(span.text) for span in told.content)


def _done_to(whom: str) -> re.Pattern[str]:
    return re.compile(
        r"(?: (?:once|had|has|then|later|also|even|always|never|first|soon|\w+ly)){0,2}"
        r" (?!(?:who|that|whose|said|says|heard|saw|watched|found|knew|met|spotted|noticed"
        rf"|described|remembered|recalled|called|identified|and|or|of|in|with|for)\b)[a-z]+ {whom}"
    )


_DOES_TO: dict[Gender, re.Pattern[str]] = {
    "m": _done_to(r"him\b"),
    "f": _done_to(
        r"her(?= (?:an?|the|to|that|for|from|with|in|into|on|onto|at|out|up|down|back|off|away|how"
        r"|what|when|where|why|if|and|but|as|by|about|home|through|over|after|before|under|past"
        r"|across|some|one|two|three|this|his|once|again|every)\b|[.,;:—])"
    ),
}
"""`A priest | lent her | a cello`, not `A priest lent her cello`."""
_OF_ONESELF = re.compile(r"\b(?:I|[Mm]e|[Mm]y|[Mm]yself|[Ww]e|[Uu]s|[Oo]ur)\b")
_OF_HIM: dict[Gender, re.Pattern[str]] = {
    "m": re.compile(r"\b(?:[Hh]e|[Hh]im|[Hh]is)\b"),
    "f": re.compile(r"\b(?:[Ss]he|[Hh]ers?)\b"),
}


def _is_oblique(scene: Scene, start: int, end: int, index: int) -> bool:
    """Whether somebody stands after a preposition or a verb alone in a stretch: `A driver wrote to
    Okon`, `The driver hit Okon`."""
    discourse = scene.discourse
    within = discourse.within(start, end)
    named = (discourse.mentions[i] for i in within if discourse.owners[i] == index)
    return all(
        _AFTER_PREPOSITION.search(scene.text, start, mention.start)
        or is_done_to(scene.text, start, mention)
        for mention in named
    )


def is_only_done_to(scene: Scene, start: int, end: int, index: int) -> bool:
    """Whether a stretch names somebody only as one to whom whoever it describes does something."""
    discourse = scene.discourse
    return all(
        is_done_to(scene.text, start, discourse.mentions[i])
        for i in discourse.within(start, end)
        if discourse.owners[i] == index
    )


_AFTER_PREPOSITION = re.compile(r" (?:to|from|about|against|with|for) \Z")


def _is_his_description(scene: Scene, start: int, place_end: int) -> bool:
    """Whether a phrase before `he` says what he is: `The son of a miner, |he said it rained`."""
    text, at, told = scene.text, scene.phrase.start, scene.attribution
    if told is None or told.content[0].start < at or not text.endswith(", ", start, at):
        return False
    return _NO_VERB.match(text, place_end, at) is not None


_NO_VERB = re.compile(
    r"(?:,? (?:of|in|from|at|on|with|by|turned|who|whose|born|based|raised|living|and)\b"
    r"[^.;:“”\"]*)?, \Z"
)


def _set_beside(scene: Scene, end: int, gender: Gender) -> Referent | None:
    """Who is named right after what he is: `A high school graduate, |Okon had no training`."""
    more = _BEFORE_HIM.match(scene.text, end)
    if more is None:
        return None
    discourse = scene.discourse
    for i in discourse.within(more.end(), more.end() + 60):
        fits = is_person(discourse, i) and gender_fits(scene, discourse.owners[i], gender)
        if discourse.mentions[i].start == more.end() and fits:
            return of_entity(scene, discourse.owners[i], "pronoun")
    return None


_BEFORE_HIM = re.compile(
    r"(?: (?:of|in|from|at|on|with|living|working|studying|serving) [^,.;:“”\"]{1,60})?, "
)
_KIN = ("his", "her", "their")
"""`Her supervisor laughed. “Never,” he said.`"""


def is_whose(scene: Scene, since: int) -> bool:
    """Whether a new paragraph speaks of somebody's: `An aide said so. ¶ It was her claim that`."""
    whose = scene.text[scene.phrase.start : scene.phrase.end].lower() in ("her", "his")
    return whose and "\n" in scene.text[since : scene.phrase.start]
