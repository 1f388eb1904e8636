"""Whom a party’s leader is, of whom the article has told the office: `House Speaker Ana Ruiz … the
Republican leader`."""

from __future__ import annotations

from attrib.knowledge.places import place
from attrib.lazily import re
from attrib.resolution.referents import VAGUE, Referent, Scene, is_person, of_entity
from attrib.resolution.roles import Use

_PARTY_LEADER = re.compile(
    r"(?P<party>Republican|Democratic|GOP|Labou?r|Conservative|Tory|Liberal|Lib Dem|Green|SNP"
    r"|Reform|Socialist|Social Democratic|Christian Democratic|Communist|Nationalist|National|Likud"
    r"|ANC|NDP|DUP|UUP|Sinn F[ée]in|Fine Gael|Fianna F[áa]il|Plaid(?: Cymru)?|BJP|AfD|CDU|SPD)"
    r"(?: Party| Democrats?)? (?:leader|chief)\Z"
)
_LEADS = frozenset("leader whip speaker president premier chancellor taoiseach".split())
_BACK = 4
"""Sentences in which whoever leads it was named."""


def party_leader(scene: Scene) -> Referent | None:
    """The only one just named whose title is one that leaders of parties have."""
    phrase, discourse = scene.phrase, scene.discourse
    said = _PARTY_LEADER.search(scene.text[phrase.start : phrase.chunk_end])
    if said is None or phrase.determiner != "the" or not discourse.sentences:
        return None
    sentence = discourse.sentence_at(phrase.start)
    start = discourse.window(max(0, sentence - _BACK), phrase.start)[0]
    own = scene.attribution.content if scene.attribution is not None else ()
    named = {
        discourse.owners[i]
        for i in discourse.within(start, phrase.start)
        if is_person(discourse, i)
        and not any(s.start <= discourse.mentions[i].start < s.end for s in own)
    }
    party = said["party"].lower().split()[0]
    leaders = [i for i in named if any(_leads(use) for use in discourse.entities[i].uses)]
    if len(leaders) != 1:
        return None
    known = frozenset().union(*(use.words for use in discourse.entities[leaders[0]].uses))
    others = _PARTIES & known
    if others and party[:5] not in {word[:5] for word in others}:
        return None
    return of_entity(scene, leaders[0], "descriptor")


def _leads(use: Use) -> bool:
    """Whether an office is one of a party's leader, and none of a union or a scout group."""
    if use.role == "minister":
        return not use.words.isdisjoint(("prime", "first"))
    if use.role not in _LEADS:
        return False
    rest = use.words - VAGUE - _CHAMBERS - _LEADS
    return all(place(word.capitalize()) in ("country", "people", "place") for word in rest)


_CHAMBERS = frozenset(
    "senate house minority majority opposition assembly commons lords parliament parliamentary"
    " federal state vice".split()
)
_PARTIES = frozenset(
    "republican democrat democratic gop labour labor conservative tory liberal green socialist"
    " communist nationalist snp".split()
)
