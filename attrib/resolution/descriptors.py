"""Sources that say what somebody is: `the mayor`, `the 54-year-old`, `a former mayor`.

A descriptor is matched with the roles that the article gives people, or means whoever it has just
spoken of, where that is nobody else's.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from attrib.resolution import ages, trades
from attrib.resolution.body_descriptors import PEOPLE_TOO, described_body
from attrib.resolution.called_again import (
    AGENCYS,
    just_introduced,
    of_body,
    points_back,
    told_before,
)
from attrib.resolution.campaigners import is_no_candidate, since_told, who_runs
from attrib.resolution.country_leaders import OFFICES, country_leader, foreign_leader
from attrib.resolution.couples import spouse
from attrib.resolution.doers import by_deed
from attrib.resolution.focused import barred, people_in
from attrib.resolution.holders import covers, is_former, is_kin_of, unplaced
from attrib.resolution.lead_unnamed import left_unnamed
from attrib.resolution.members import is_no_member, member
from attrib.resolution.named_later import ASKERS, named_later
from attrib.resolution.only_named import only_named
from attrib.resolution.outlet_descriptors import described_document, described_outlet, printed_in
from attrib.resolution.outlet_reports import its_report, report_of_media
from attrib.resolution.pairs import named_together, who_are
from attrib.resolution.parents import parent
from attrib.resolution.party_leaders import party_leader
from attrib.resolution.recalled import (
    by_country,
    just_named,
    only_speaker,
    recalls_anybody,
    so_called_before,
)
from attrib.resolution.referents import (
    Referent,
    Scene,
    again,
    distinguishing,
    entity_of,
    gender_fits,
    is_object,
    is_spoken_of,
    of_entity,
)
from attrib.resolution.restricted import is_another
from attrib.resolution.roles import SYNONYMS, Use
from attrib.resolution.seats import sits_elsewhere
from attrib.resolution.trials import is_defendant, on_trial


def by_descriptor(scene: Scene) -> Referent | None:
    """People, bodies, outlets and documents by what they are said to be."""
    phrase = scene.phrase
    if phrase.form == "pronoun" or phrase.form == "joined":
        return None
    if (together := named_together(scene)) is not None:
        return together
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
        named = told is not None and told.entity is not None and _is_barred(scene, told.entity)
        return None if named else told
    if noun.category == "organization" and not noun.plural:
        return described_body(scene)
    if noun.category == "document" and not noun.plural:
        reported = printed_in(scene) or report_of_media(scene) or its_report(scene)
        return reported or described_document(scene)
    return None


def _is_barred(scene: Scene, index: int) -> bool:
    """Whether somebody is the verb's object, another than a relative clause tells of, or named
    nowhere but in speech, this one too: `“I like Mayor Hollis,” the former mayor said`."""
    if is_object(scene, index) or is_another(scene, index) or sits_elsewhere(scene, index):
        return True
    discourse = scene.discourse
    return is_spoken_of(scene, index) and all(
        discourse.quotation_at(discourse.mentions[i].start) is not None
        for i in discourse.places[index]
    )


_POSSESSIVES = frozenset("his her their its our my".split())


_DEFINITE = _POSSESSIVES | {"the", "this", "that"}


def _described_person(scene: Scene) -> Referent | None:
    phrase = scene.phrase
    noun = phrase.noun
    if noun is None:
        return None
    if noun.lemma == AGENCYS:
        return told_before(scene)
    aged = ages.of_that_age(scene) or ages.the_young_one(scene) or ages.of_no_age_yet(scene)
    if aged is not None:
        return aged
    discourse = scene.discourse
    owner = entity_of(discourse, phrase.owner) if phrase.owner is not None else None
    key = SYNONYMS.get(noun.lemma, noun.lemma)
    if phrase.determiner in ("my", "our"):
        return None
    if phrase.determiner not in _DEFINITE and not points_back(scene):
        later = named_later(scene, key)
        if later is not None:
            return later
    if key in _HARDLY_TOLD and (again_told := _told_since(scene, key)) is not None:
        return again_told
    if noun.lemma in OFFICES and (abroad := foreign_leader(scene)) is not None:
        return abroad
    if phrase.determiner is None or phrase.determiner in _DEFINITE:
        words = distinguishing(scene)
        uses = [
            use
            for use in _near(discourse.roles.get(key, ()), phrase.start)
            if use.entity != owner
            and use.at != phrase.start
            and not _is_barred(scene, use.entity)
            and (covers(discourse, use, words) or is_kin_of(scene, use, owner))
            and (noun.gender is None or gender_fits(scene, use.entity, noun.gender))
            and (
                discourse.entities[use.entity].first <= phrase.start
                or words
                or _is_told(scene, use)
            )
        ]
        former = is_former(scene)
        uses = [use for use in uses if ("former" in use.words) == former] or uses
        holders = list(dict.fromkeys(use.entity for use in uses))
        if len(holders) > 1:
            holders = _so_called(scene, uses) or holders
        if len(holders) > 1:
            holders = _salient(scene, holders)
        if len(holders) == 1:
            if (since := since_told(scene, key, holders[0])) is not None:
                return since
            use = next(use for use in uses if use.entity == holders[0])
            return of_entity(scene, use.entity, "descriptor")
        if len(holders) > 1:
            return just_named(scene, key, owner) if recalls_anybody(noun) else None
        married = spouse(scene)
        if married is not None and not is_object(scene, married):
            return of_entity(scene, married, "descriptor")
        if (leader := country_leader(scene)) is not None:
            return leader
        of_place = unplaced(scene, _near(discourse.roles.get(key, ()), phrase.start))
        if of_place is not None:
            return of_entity(scene, of_place, "descriptor")
        if (seated := member(scene)) is not None:
            return seated
        child_told = parent(scene)
        if child_told is not None and not is_object(scene, child_told.entity or 0):
            return child_told
        told = told_before(scene) or just_introduced(scene) or left_unnamed(scene)
        told = told or _called_by_title(scene)
        if told is not None:
            return told
        if phrase.determiner == "the" and owner is None:
            doer = by_deed(scene, noun.lemma)
            if doer is None and phrase.complement is None:
                doer = trades.holder(scene, key)
            if doer is not None and not is_object(scene, doer):
                return of_entity(scene, doer, "descriptor")
        if key == "spokesperson" and owner is None and not of_body(scene, ""):
            return None  # `the Pentagon spokesman` is nobody who was just named
        near = (
            party_leader(scene)
            or so_called_before(scene, lead=True)
            or who_runs(scene, key, just_named(scene, key, owner))
            or so_called_before(scene)
            or only_speaker(scene, key)
            or only_named(scene, key)
        )
        if near is not None and not (
            is_no_candidate(scene, key, near.entity) or is_no_member(scene, near.entity)
        ):
            return near
    return named_later(scene, key)


def _is_told(scene: Scene, use: Use) -> bool:
    """Whether the article says below who it was: `The mayor knew. … The mayor is |Ana Ruiz|.`"""
    return scene.text[use.end : use.at] in (" is ", " was ")


_HARDLY_TOLD = frozenset("official source diplomat executive insider".split())
"""What says little of anybody, and what those who go unnamed are called."""


def _told_since(scene: Scene, key: str) -> Referent | None:
    """`the official`, after `another official` has spoken, and nobody since was said to be one."""
    told = told_before(scene)
    if told is None:
        return None
    uses = _near(scene.discourse.roles.get(key, ()), scene.phrase.start)
    last = max((use.at for use in uses if use.at < scene.phrase.start), default=-1)
    spoke = next((t.start for t in reversed(scene.turns) if t.referent.name == told.name), -1)
    return told if spoke > last else None


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
        others = barred(scene, start, at) if back == 0 else frozenset()
        near = [p for p in people_in(scene, start, min(end, at), None, others) if p in holders]
        if near:
            return near
    return list(holders)


def _described_people(scene: Scene) -> Referent | None:
    """`the senators`: the pair that spoke last, where both are that."""
    phrase = scene.phrase
    noun = phrase.noun
    if noun is None or phrase.determiner not in ("the", "both", "two") or phrase.complement:
        return None
    told = told_before(scene)
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
    plural = scene.text[phrase.noun_start : phrase.noun_end]
    return _both(scene, key) or who_are(scene, plural)


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
