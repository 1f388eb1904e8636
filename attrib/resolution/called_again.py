"""Who goes unnamed and is called again by what they were called: `the narrator`, after `a narrator
in the advertisement` has spoken; `the woman`, after `a cashier` was spoken of."""

from __future__ import annotations

from attrib.knowledge import nouns
from attrib.knowledge.nouns import Noun
from attrib.resolution.holders import BELOW
from attrib.resolution.referents import Referent, Scene, Turn, again
from attrib.resolution.unnamed_antecedents import person_in

_ANYBODY = frozenset("man woman person boy girl guy teenager lady gentleman".split())


_WHICH = (" who ", " that ", " whose ")
"""After `the man` these tell which, whom nobody has spoken of yet."""
_FIRST_OF = frozenset("a an one another his her their".split())


def just_introduced(scene: Scene) -> Referent | None:
    """`the woman`, where the sentence before speaks first of `a cashier` whom nobody names."""
    phrase = scene.phrase
    noun = phrase.noun
    discourse = scene.discourse
    if noun is None or phrase.determiner != "the":
        return None
    if phrase.noun_start - phrase.start > 4 or not discourse.sentences:
        return None
    more = phrase.end - phrase.chunk_end > 2
    if more and (noun.lemma not in _ANYBODY or scene.text.startswith(_WHICH, phrase.chunk_end)):
        return None
    sentence = discourse.sentence_at(phrase.start)
    for back in range(3):
        if sentence - back < 0:
            return None
        start, end = discourse.window(sentence - back)
        for turn in reversed(scene.turns[-6:]):
            referent = turn.referent
            if start <= turn.start < min(end, phrase.start):
                if turn.attribution.parent is not None or _speaks_of_it(turn, phrase.start):
                    continue  # whom somebody quotes, and who speaks of the woman
                unnamed = referent.kind == "anonymous" and not referent.plural
                unnamed = unnamed and _may_say(scene, noun, referent.name)
                fits = noun.gender is None or referent.gender in (None, noun.gender)
                return again(scene, referent, "descriptor") if unnamed and fits else None
        found = person_in(scene, start, min(end, phrase.start), noun.gender or "m")
        if found is not None and found[1] in _FIRST_OF:
            place = found[0]
            if not _may_say(scene, noun, scene.text[slice(*place)]):
                return None
            return Referent(
                name=scene.text[slice(*place)],
                kind="anonymous",
                gender=noun.gender,
                antecedent=place,
                resolver="descriptor",
            )
    return None


def _speaks_of_it(turn: Turn, at: int) -> bool:
    """Whether something stands in what somebody said: `The lawyer said that | the boy | lied`."""
    return any(span.start <= at < span.end for span in turn.attribution.content)


def _may_say(scene: Scene, noun: Noun, words: str) -> bool:
    """Whether a noun may say again who was called so: `the woman` or `the publicist`.

    `The boy` is no coach, and `the man` nobody who is known by an office, `the lawyer`.
    """
    if noun.lemma not in _ANYBODY:
        return noun.lemma in _lemmas(words) and not _is_another_office(scene, words)
    lemmas = _lemmas(words)
    if noun.lemma in ("boy", "girl"):
        return not _YOUNG.isdisjoint(lemmas)
    return words[:4].lower() != "the "


_YOUNG = frozenset(
    "boy girl child kid pupil student schoolboy schoolgirl teen teenager toddler youth youngster"
    " victim patient player son daughter brother sister nephew niece cousin grandson".split()
)


def told_before(scene: Scene) -> Referent | None:
    """`the narrator`, after `a narrator in the advertisement` has spoken."""
    phrase = scene.phrase
    noun = phrase.noun
    if noun is None or not (phrase.determiner == "the" or points_back(scene)):
        return None
    if phrase.core_end - phrase.chunk_end > 2 and noun.lemma != AGENCYS:
        return None
    spoken = {(turn.start, turn.end) for turn in scene.turns[-12:]}
    for turn in reversed(scene.turns[-12:]):
        referent = turn.referent
        if turn.start >= phrase.start:
            continue
        if referent.role is not None and referent.kind == "organization":
            same = noun.lemma in _lemmas(scene.text[slice(*referent.role)])
            if same and of_body(scene, referent.name + scene.text[turn.start : turn.end]):
                return again(scene, referent, "descriptor")  # whom the spokesperson spoke for
            continue
        if referent.kind != "anonymous" or (" " not in referent.name and not referent.plural):
            continue  # nor a headline’s `Hacker`, of which more is said here
        if referent.resolver == "pronoun" and referent.antecedent in spoken:
            continue  # `he`, of whom the turn of `a spokesman for Orvale Rail` tells more
        lemma = _UNNAMED_ALIKE.get(noun.lemma, noun.lemma)
        known = _lemmas(referent.name)
        same = noun.lemma in known or lemma in known or _are_alike(noun.lemma, known)
        if referent.plural == noun.plural and same and not _is_another_office(scene, referent.name):
            return again(scene, referent, "descriptor")
    return None


def _is_another_office(scene: Scene, known: str) -> bool:
    """Whether one of two is called by a word that makes another office: `a senior minister` and
    `the prime minister`, `a deputy mayor` and `the mayor`."""
    words = {*scene.text[scene.phrase.start : scene.phrase.chunk_end].lower().split()}
    called = {*known.lower().split()}
    return not (_OTHER_OFFICES.isdisjoint(words - called) and BELOW.isdisjoint(called - words))


_OTHER_OFFICES = frozenset(
    """prime vice deputy assistant former acting interim shadow foreign defence defense interior
    finance attorney general secretary chief executive district press state federal local opposition
    junior associate honorary""".split()
)


def of_body(scene: Scene, known: str) -> bool:
    """Whether all names before a noun are among some words: `the Treasury spokesman`."""
    before = scene.text[scene.phrase.start + 1 : scene.phrase.noun_start].split()
    return all(word.rstrip("’'s") in known for word in before if word[0].isupper())


def points_back(scene: Scene) -> bool:
    """Whether a descriptor means somebody of whom was just told: `That person said more`."""
    return scene.text[scene.phrase.start : scene.phrase.start + 5].lower() in ("that ", "this ")


AGENCYS = "interlocutor"
"""`The interlocutor of the agency` is whoever told it something, and nobody by name."""
_UNNAMED_ALIKE = {"insider": "source", AGENCYS: "source"}
"""What an unnamed source is called when heard again."""


_ALIKE = (
    frozenset(
        "source insider pal friend mate tipster whistleblower spy mole confidant confidante"
        " informant acquaintance".split()
    ),
    frozenset("witness eyewitness onlooker bystander passer-by".split()),
    frozenset("fan viewer user commenter commentator reader follower".split()),
)
"""What one who is not named is called by turns: `a friend of the star`, then `the pal`."""


def _are_alike(lemma: str, known: set[str]) -> bool:
    return any(lemma in alike and not alike.isdisjoint(known) for alike in _ALIKE)


def _lemmas(words: str) -> set[str]:
    found = (nouns.lookup(word) for word in words.split())
    return {noun.lemma for noun in found if noun is not None}
