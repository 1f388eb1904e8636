"""Sources that say what somebody is: `the mayor`, `the 54-year-old`, `a former mayor`.

A descriptor is matched with the roles that the article gives people, or means whoever it has just
spoken of, where that is nobody else's.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from attrib.knowledge import nouns
from attrib.knowledge.nouns import Noun
from attrib.resolution import trades
from attrib.resolution.body_descriptors import PEOPLE_TOO, described_body
from attrib.resolution.doers import by_deed
from attrib.resolution.focused import barred, people_in
from attrib.resolution.holders import BELOW, covers, is_former, unplaced
from attrib.resolution.named_later import ASKERS, named_later
from attrib.resolution.outlet_descriptors import described_document, described_outlet, printed_in
from attrib.resolution.party_leaders import party_leader
from attrib.resolution.recalled import (
    by_country,
    just_named,
    of_that_age,
    only_speaker,
    recalls_anybody,
    so_called_before,
)
from attrib.resolution.referents import (
    Referent,
    Scene,
    Turn,
    again,
    distinguishing,
    entity_of,
    gender_fits,
    is_object,
    of_entity,
)
from attrib.resolution.roles import SYNONYMS, Use
from attrib.resolution.trials import is_defendant, on_trial
from attrib.resolution.unnamed_antecedents import person_in


def by_descriptor(scene: Scene) -> Referent | None:
    """People, bodies, outlets and documents by what they are said to be."""
    phrase = scene.phrase
    if phrase.form == "pronoun" or phrase.form == "joined":
        return None
    outlet = described_outlet(scene)
    if outlet is not None:
        return outlet
    if is_defendant(scene):
        return on_trial(scene)
    countryman = by_country(scene)
    if countryman is not None:
        return countryman
    noun = phrase.noun
    if noun is None or phrase.form != "descriptor":
        return None
    if noun.lemma in ASKERS and scene.text.startswith(":", phrase.end):
        return None  # `Interviewer:` in what a named one answers
    if noun.lemma in PEOPLE_TOO and not noun.plural:
        body = described_body(scene)
        if body is not None:
            return body
    if noun.human or noun.category == "group":
        if noun.plural:
            return _described_people(scene)
        told = _described_person(scene)
        named = told is not None and told.entity is not None and is_object(scene, told.entity)
        return None if named else told
    if noun.category == "organization" and not noun.plural:
        return described_body(scene)
    if noun.category == "document" and not noun.plural:
        return printed_in(scene) or described_document(scene)
    return None


_POSSESSIVES = frozenset("his her their its our my".split())


_DEFINITE = _POSSESSIVES | {"the", "this", "that"}


def _described_person(scene: Scene) -> Referent | None:
    phrase = scene.phrase
    noun = phrase.noun
    if noun is None:
        return None
    if noun.lemma == _AGENCYS:
        return _told_before(scene)
    aged = of_that_age(scene)
    if aged is not None:
        return aged
    discourse = scene.discourse
    owner = entity_of(discourse, phrase.owner) if phrase.owner is not None else None
    key = SYNONYMS.get(noun.lemma, noun.lemma)
    if phrase.determiner in ("my", "our"):
        return None
    if phrase.determiner not in _DEFINITE and not _points_back(scene):
        later = named_later(scene, key)
        if later is not None:
            return later
    if key in _HARDLY_TOLD and (again_told := _told_since(scene, key)) is not None:
        return again_told
    if phrase.determiner is None or phrase.determiner in _DEFINITE:
        words = distinguishing(scene)
        uses = [
            use
            for use in _near(discourse.roles.get(key, ()), phrase.start)
            if use.entity != owner
            and use.at != phrase.start
            and not is_object(scene, use.entity)
            and covers(discourse, use, words)
            and (noun.gender is None or gender_fits(scene, use.entity, noun.gender))
            and (discourse.entities[use.entity].first <= phrase.start or words)
        ]
        if not is_former(scene):
            uses = [use for use in uses if "former" not in use.words] or uses
        holders = list(dict.fromkeys(use.entity for use in uses))
        if len(holders) > 1:
            holders = _so_called(scene, uses) or holders
        if len(holders) > 1:
            holders = _salient(scene, holders)
        if len(holders) == 1:
            use = next(use for use in uses if use.entity == holders[0])
            return of_entity(scene, use.entity, "descriptor")
        if len(holders) > 1:
            return just_named(scene, key, owner) if recalls_anybody(noun) else None
        of_place = unplaced(scene, _near(discourse.roles.get(key, ()), phrase.start))
        if of_place is not None:
            return of_entity(scene, of_place, "descriptor")
        told = _told_before(scene) or _just_introduced(scene) or _called_by_title(scene)
        if told is not None:
            return told
        if phrase.determiner == "the" and owner is None and phrase.complement is None:
            doer = by_deed(scene, noun.lemma)
            doer = trades.holder(scene, key) if doer is None else doer
            if doer is not None and not is_object(scene, doer):
                return of_entity(scene, doer, "descriptor")
        if key == "spokesperson" and owner is None and not _of_body(scene, ""):
            return None  # `the Pentagon spokesman` is nobody who was just named
        near = (
            party_leader(scene)
            or just_named(scene, key, owner)
            or so_called_before(scene)
            or only_speaker(scene, key)
        )
        if near is not None:
            return near
    return named_later(scene, key)


_HARDLY_TOLD = frozenset("official source diplomat executive insider".split())
"""What says little of anybody, and what those who go unnamed are called."""


def _told_since(scene: Scene, key: str) -> Referent | None:
    """`the official`, after `another official` has spoken, and nobody since was said to be one."""
    told = _told_before(scene)
    if told is None:
        return None
    uses = _near(scene.discourse.roles.get(key, ()), scene.phrase.start)
    last = max((use.at for use in uses if use.at < scene.phrase.start), default=-1)
    spoke = next((t.start for t in reversed(scene.turns) if t.referent.name == told.name), -1)
    return told if spoke > last else None


_ANYBODY = frozenset("man woman person boy girl guy teenager lady gentleman".split())


_WHICH = (" who ", " that ", " whose ")
"""After `the man` these tell which, whom nobody has spoken of yet."""
_ONE_MORE = frozenset(("another", "one", "a third", "a fourth", "a second", "someone else"))
"""Who is one of many that have their say, and nobody of whom more is told."""
_FIRST_OF = frozenset("a an one another his her their".split())


def _just_introduced(scene: Scene) -> Referent | None:
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


def _called_by_title(scene: Scene) -> Referent | None:
    """`the duchess`, after the only `Duchess of Wexborough`."""
    phrase = scene.phrase
    if phrase.noun is None or phrase.determiner not in ("the", None):
        return None
    title = phrase.noun.lemma.capitalize() + " of "
    so_called = [
        entity.index
        for entity in scene.discourse.entities[:_TITLED]
        if entity.name.startswith(title) and entity.human
    ]
    return of_entity(scene, so_called[0], "descriptor") if len(so_called) == 1 else None


_TITLED = 200
"""Names that are looked through for a title."""


def _told_before(scene: Scene) -> Referent | None:
    """`the narrator`, after `a narrator in the advertisement` has spoken."""
    phrase = scene.phrase
    noun = phrase.noun
    if noun is None or not (phrase.determiner == "the" or _points_back(scene)):
        return None
    if phrase.core_end - phrase.chunk_end > 2 and noun.lemma != _AGENCYS:
        return None
    spoken = {(turn.start, turn.end) for turn in scene.turns[-12:]}
    for turn in reversed(scene.turns[-12:]):
        referent = turn.referent
        if turn.start >= phrase.start:
            continue
        if referent.role is not None and referent.kind == "organization":
            same = noun.lemma in _lemmas(scene.text[slice(*referent.role)])
            if same and _of_body(scene, referent.name + scene.text[turn.start : turn.end]):
                return again(scene, referent, "descriptor")  # whom the spokesperson spoke for
            continue
        if referent.kind != "anonymous" or (" " not in referent.name and not referent.plural):
            continue  # nor a headline’s `Hacker`, of which more is said here
        if referent.resolver == "pronoun" and referent.antecedent in spoken:
            continue  # `he`, of whom the turn of `a spokesman for Orvale Rail` tells more
        lemma = _UNNAMED_ALIKE.get(noun.lemma, noun.lemma)
        known = _lemmas(referent.name)
        same = noun.lemma in known or lemma in known
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


def _of_body(scene: Scene, known: str) -> bool:
    """Whether all names before a noun are among some words: `the Treasury spokesman`."""
    before = scene.text[scene.phrase.start + 1 : scene.phrase.noun_start].split()
    return all(word.rstrip("’'s") in known for word in before if word[0].isupper())


def _points_back(scene: Scene) -> bool:
    """Whether a descriptor means somebody of whom was just told: `That person said more`."""
    return scene.text[scene.phrase.start : scene.phrase.start + 5].lower() in ("that ", "this ")


_AGENCYS = "interlocutor"
"""`The interlocutor of the agency` is whoever told it something, and nobody by name."""
_UNNAMED_ALIKE = {"insider": "source", _AGENCYS: "source"}
"""What an unnamed source is called when heard again."""


def _lemmas(words: str) -> set[str]:
    found = (nouns.lookup(word) for word in words.split())
    return {noun.lemma for noun in found if noun is not None}


def _near(uses: Sequence[Use], at: int) -> Sequence[Use]:
    """The uses nearest to an offset, where there are very many."""
    if len(uses) <= 32:
        return uses
    i = bisect_right(uses, at, key=lambda use: use.at)
    return uses[max(0, i - 24) : i + 8]


def _so_called(scene: Scene, uses: Sequence[Use]) -> list[int]:
    """Of several who hold a role, those with these very words: `the Minister of State`."""
    phrase, text = scene.phrase, scene.text
    words = text[phrase.start + len(phrase.determiner or "") : phrase.core_end].strip().lower()
    if " " not in words:
        return []
    same = (use.entity for use in uses if words in text[use.start : use.end].lower())
    return list(dict.fromkeys(same))


def _salient(scene: Scene, holders: Sequence[int]) -> list[int]:
    """Of several who hold a role, the only one that was just mentioned."""
    discourse = scene.discourse
    at = scene.phrase.start
    sentence = discourse.sentence_at(at)
    for turn in reversed(scene.turns[-4:]):
        if turn.sentence >= sentence - 2 and turn.start < at and turn.referent.entity is not None:
            if turn.referent.entity in holders:
                return [turn.referent.entity]
            break
    for back in range(3 if discourse.sentences else 0):
        if sentence - back < 0:
            break
        start, end = discourse.window(sentence - back)
        another = barred(scene, start, at) if back == 0 else None
        near = [p for p in people_in(scene, start, min(end, at), None, another) if p in holders]
        if near:
            return near
    return list(holders)


def _described_people(scene: Scene) -> Referent | None:
    """`the senators`: the pair that spoke last, where both are that."""
    phrase = scene.phrase
    noun = phrase.noun
    if noun is None or phrase.determiner not in ("the", "both", "two") or phrase.complement:
        return None
    told = _told_before(scene)
    if told is not None:
        return told
    key = SYNONYMS.get(noun.lemma, noun.lemma)
    for turn in reversed(scene.turns[-8:]):
        parts = turn.referent.parts
        if len(parts) > 1 and turn.start < phrase.start:
            entity = [scene.discourse.entities[i] for i in parts]
            holds = [
                any(use.role and SYNONYMS.get(use.role, use.role) == key for use in e.uses)
                for e in entity
            ]
            if any(holds):
                return again(scene, turn.referent, "descriptor")
    return _both(scene, key)


def _both(scene: Scene, key: str) -> Referent | None:
    """`the two lawmakers`: the only two who are that, of all whom the last sentences name."""
    phrase = scene.phrase
    discourse = scene.discourse
    said = scene.text[phrase.start : phrase.noun_start].lower().split()
    if not discourse.sentences or said not in (["the", "two"], ["both"], ["two"]):
        return None
    sentence = discourse.sentence_at(phrase.start)
    start = discourse.window(max(0, sentence - 6), phrase.start)[0]
    near = dict.fromkeys(discourse.owners[i] for i in discourse.within(start, phrase.start))
    held = {use.entity for use in _near(discourse.roles.get(key, ()), phrase.start)}
    both = [index for index in near if index in held]
    if len(both) != 2:
        return None
    first, second = (discourse.entities[index] for index in both)
    return Referent(
        name=f"{first.name} and {second.name}",
        kind="group",
        parts=tuple(both),
        plural=True,
        antecedent=(first.start, first.end),
        resolver="descriptor",
    )
