"""Members called by a seat of which nothing was told: `the Arden West MP` is `Labour MP Ana Ruiz`.

No council leader, mayor or chief executive is, though just named.
"""

from __future__ import annotations

from attrib.resolution.discourse import Entity
from attrib.resolution.referents import Referent, Scene, distinguishing, of_entity
from attrib.resolution.roles import SYNONYMS, Use


def member(scene: Scene) -> Referent | None:
    """The only one before whom the article calls a member, of no seat yet; of several, the one
    whom the last sentences name."""
    if not _is_of_seat(scene):
        return None
    held = _members(scene)
    if len(held) > 1:
        discourse = scene.discourse
        start, _ = discourse.window(max(0, discourse.sentence_at(scene.phrase.start) - _BACK))
        near = {discourse.owners[i] for i in discourse.within(start, scene.phrase.start)}
        held &= near
    return of_entity(scene, held.pop(), "descriptor") if len(held) == 1 else None


def is_no_member(scene: Scene, index: int | None) -> bool:
    """Whether somebody is known by what no member for a seat is called by, or others are some."""
    if index is None or not _is_of_seat(scene):
        return False
    held = {role for role in map(_role, scene.discourse.entities[index].uses) if role is not None}
    members = _members(scene)
    if members:
        return index not in members
    return bool(held) and held.isdisjoint(_MAY_SIT) and not _leads_party(scene, index)


def _is_of_seat(scene: Scene) -> bool:
    """Whether a source is a member of somewhere: `the Arden West MP`, `the MP for Tarn`."""
    phrase, text = scene.phrase, scene.text
    if phrase.determiner != "the" or text[phrase.noun_start : phrase.noun_end] not in _SITS:
        return False
    return any(capital and word not in _NO_SEAT for word, capital in distinguishing(scene).items())


def _members(scene: Scene) -> set[int]:
    """The people before a source who are called members like it, and of which seat is not told."""
    discourse, phrase = scene.discourse, scene.phrase
    noun = phrase.noun
    key = "" if noun is None else SYNONYMS.get(noun.lemma, noun.lemma)
    uses = [*discourse.roles.get(key, ())[:_MOST], *discourse.roles.get("backbencher", ())[:_MOST]]
    found = {
        use.entity
        for use in uses
        if use.at < phrase.start and _is_unseated(discourse.entities[use.entity])
    }
    for entity in discourse.entities[:_MOST]:
        if entity.first < phrase.start and scene.text.endswith(_SEATS, entity.start, entity.end):
            found |= {entity.index} if _is_unseated(entity) else set()
    return found


def _is_unseated(entity: Entity) -> bool:
    """Whether nothing is told of a member's seat."""
    own = (use for use in entity.uses if _role(use) in _MEMBERS)
    return entity.human and all(use.words <= _NO_SEAT for use in own)


def _leads_party(scene: Scene, index: int) -> bool:
    uses = scene.discourse.entities[index].uses
    of_party = _PARTIES | {"party"}
    return any(_role(use) == "leader" and not of_party.isdisjoint(use.words) for use in uses)


def _role(use: Use) -> str | None:
    return None if use.role is None else SYNONYMS.get(use.role, use.role)


_SEATS = (" MP", " MSP", " MEP", " MLA", " TD")
"""What follows a member’s name."""
_BACK = 3
_MOST = 32
_SITS = frozenset("MP MSP MEP MLA TD MK councillor councilor".split())
_MEMBERS = frozenset(("lawmaker", "councilor", "backbencher"))
_MAY_SIT = _MEMBERS | frozenset(
    "minister secretary chancellor whip politician frontbencher peer candidate speaker".split()
)
"""What members are called by besides, as long as nobody else is told to be one."""
_PARTIES = frozenset(
    "labour tory conservative conservatives lib dem liberal democrat democratic green greens snp"
    " plaid cymru reform uk ukip dup sinn féin fein fianna fáil fail fine gael sdlp alliance"
    " unionist nationalist independent likud opposition".split()
)
_NO_SEAT = _PARTIES | frozenset(
    "mp mps msp msps mep meps mla mlas td tds mk legislator legislators lawmaker member backbencher"
    " backbenchers backbench councillor councillors councilor cllr senior former veteran local"
    " junior shadow new longstanding ruling party rebel prominent leading then ex co-operative"
    " union national scottish welsh british irish english".split()
)
"""What is said of a member beside the seat."""
