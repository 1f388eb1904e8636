"""Whom a sentence speaks of: the person it is about, and another whom it mentions.

`he` in the next sentence is the first, where there is one.
"""

from __future__ import annotations

from itertools import pairwise

from attrib.knowledge import nouns
from attrib.knowledge.nouns import Gender
from attrib.lazily import re
from attrib.resolution.done_to import is_done_to
from attrib.resolution.focused import main_subject
from attrib.resolution.mentions import Mention
from attrib.resolution.referents import Scene, gender_fits, is_person, is_spoken_of, is_subject

NOMINATIVE: dict[Gender, re.Pattern[str]] = {
    "m": re.compile(r"\b[Hh]e\b"),
    "f": re.compile(r"\b[Ss]he\b"),
}
"""A sentence with one of these as its subject goes on about whoever the one before was about."""


def people_in(scene: Scene, start: int, end: int, gender: Gender) -> tuple[int | None, int | None]:
    """The person a sentence speaks of first, and another it mentions, as far as gender allows."""
    discourse = scene.discourse
    subject: int | None = None
    others: list[int] = []
    own = scene.attribution.content if scene.attribution is not None else ()
    carried = NOMINATIVE[gender].search(discourse.text, start, min(end, start + 60))
    if carried is not None and discourse.quotation_at(carried.start()) is not None:
        carried = None
    seen = False
    limit = start + 60
    for i in discourse.within(start, end):
        mention = discourse.mentions[i]
        if not is_person(discourse, i):
            continue
        if discourse.quotation_at(mention.start) is not None:
            continue
        if any(span.start <= mention.start < span.end for span in own):
            continue
        if _qualifies(discourse.text, mention):
            continue
        index = discourse.owners[i]
        seen = seen or (carried is not None and carried.start() < mention.start)
        linked = _LINK.fullmatch(discourse.text, start, mention.start) is not None
        opens = mention.start <= start + 4 or linked
        opens = opens and _owns_thing(discourse.text, mention.end)
        direct = (
            not seen
            and mention.start < limit
            and (opens or is_subject(discourse.text, mention))
            and not is_done_to(discourse.text, start, mention)
        )
        seen = seen or direct
        if not gender_fits(scene, index, gender) or is_spoken_of(scene, index):
            continue
        if discourse.entities[index].name == scene.document.author:
            continue  # whom a byline names, and no story is about
        direct = direct or _is_instance(discourse.text, mention)
        if direct and subject is None:
            subject = index
        elif index not in others:
            others.append(index)
    if subject is not None and others and discourse.entities[subject].gender is None:
        subject = _beside(scene, start, end, subject, others, gender)
    if others:
        main = main_subject(discourse, others, start, end)
        subject = subject if main is None else main
    if subject is None and len(others) > 1:
        known = [i for i in others if discourse.entities[i].gender == gender]
        others = known or others
    return subject, others[0] if others else None


def _beside(
    scene: Scene, start: int, end: int, subject: int, others: list[int], gender: Gender
) -> int:
    """Of two who are a subject together the one whose gender is known: of `Dana and Rob left. He`
    that is Rob."""
    discourse = scene.discourse
    within = discourse.within(start, end)
    for i, j in pairwise(within):
        one, other = discourse.owners[i], discourse.owners[j]
        if one == subject and other in others and discourse.entities[other].gender == gender:
            between = discourse.text[discourse.mentions[i].end : discourse.mentions[j].name_start]
            return other if _JOINED.fullmatch(between) else subject
    return subject


_JOINED = re.compile(r"(?:, \d+,)? and (?:(?:his |her )?[a-z -]{1,30},? )?")
_OWNED = re.compile(r"['’]s? (?P<words>(?:[\w-]+ ){0,3}?)(?P<head>[\w-]+)(?=[,.]| [a-z])")


_LINK = re.compile(r"\W*(?:But|And|Yet|So|Still|Now|[A-Z][a-z]+(?=,)),? ")
"""What links a sentence to the one before, and is no part of its subject."""


def is_topic(scene: Scene, index: int, start: int) -> bool:
    """Whether a paragraph begins with what it is about, somebody’s things or himself: `But when it
    comes to Ruiz’s record, the losses stand out`, `Ruiz’s campaign vowed to go on`."""
    discourse, text, at = scene.discourse, scene.text, scene.phrase.start
    if "\n" in text[start:at] or (start > 0 and text[start - 1] != "\n"):
        return False
    people = {discourse.owners[i] for i in discourse.within(start, at) if is_person(discourse, i)}
    for i in discourse.within(start, start + 60):
        mention = discourse.mentions[i]
        if discourse.owners[i] == index:
            told = text[start : mention.start]
            raised = _RAISED.fullmatch(told) is not None
            owned = _OWNED.match(text, mention.end) if _LINK.fullmatch(told) or not told else None
            noun = nouns.lookup(owned["head"]) if owned is not None else None
            owns = owned is not None and not (noun is not None and noun.human)
            return (raised or owns) and len(people) == 1
    return False


_RAISED = re.compile(r"\W*(?:But |And |Yet |Still, )?(?:[Ww]hen it comes to|[Aa]s for|[Ff]or) ")


def _owns_thing(text: str, end: int) -> bool:
    """Whether a name is a possessive whose sentence goes on about its bearer.

    Of `Ruiz’s role is`, not of `Ruiz’s rival, Ana Marsh, is`.
    """
    match = _OWNED.match(text, end)
    if match is None:
        return False
    for word in (
        *match["words"].split(),
        match["head"],
        *text[match.end() : match.end() + 30].split()[:2],
    ):
        noun = nouns.lookup(word.strip(",.;"))
        if noun is not None and (noun.human or noun.category in ("group", "organization")):
            return False
    return True


def _is_instance(text: str, mention: Mention) -> bool:
    """Whether somebody is introduced as one of many: `Some critics, like Ana Ruiz, a poet,`."""
    before = _LIKE.search(text, max(0, mention.start - 24), mention.start)
    return before is not None and text.startswith(", ", mention.end)


_LIKE = re.compile(r"[a-z], (?:like|such as|including) (?:[A-Z][\w.]+ )?\Z")


def _qualifies(text: str, mention: Mention) -> bool:
    """Whether a name says which thing or whom it is: `a Dunn presidency`, `any Dunn voter`, `the
    Dunn aide`."""
    if text.endswith(_THE, 0, mention.start):
        word = _NEXT.match(text, mention.end)
        noun = nouns.lookup(word[1]) if word is not None else None
        return noun is not None and noun.human and not noun.plural
    if not text.endswith(_UNDETERMINED, 0, mention.start):
        return False
    return text[mention.end : mention.end + 2].strip().islower()


_THE = (" the ", "The ")
_NEXT = re.compile(r" ([a-z]+)\b")
_UNDETERMINED = (" a ", " an ", " any ", " another ", " no ", " every ")
