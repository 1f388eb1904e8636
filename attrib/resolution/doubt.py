"""How sure it is that a source stands for whom the resolvers chose, learned from articles.

The resolvers choose; what is here only says how often such a choice is right. `evidence` tells
what can be seen of a choice, `data/learned/doubt.tsv` what each of these things weighs (made by
`benchmarks/learn_doubt.py`), and `confidence` adds the weights up to a probability.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from math import exp

from attrib.knowledge import nouns
from attrib.resolution import mentions
from attrib.resolution.phrases import Phrase
from attrib.resolution.referents import Referent, Scene, entity_of, is_subject, kind_of, of_entity

LEAST = 0.2
"""Least confidence of a name that is given; below it the source keeps its own words."""
_FAR = 40
"""Mentions that are looked back over."""
_HEADLINE = 2000
"""No headline is longer, and nothing further back is counted."""
_BACK = 8
"""Sentences in which a rival must have been mentioned."""


_LIKELY = (0.3, 0.5, 0.65, 0.8, 0.9, 0.95)
"""Where probabilities of one among all who may be meant are parted."""


def confidence(scene: Scene, referent: Referent) -> float:
    """The probability, 0 to 1, that a source is who the resolvers say it is."""
    weights = _weights()
    total = sum(weights.get(seen, 0.0) for seen in evidence(scene, referent))
    return round(1 / (1 + exp(-total)), 3)


@cache
def _weights() -> dict[str, float]:
    return {seen: float(weight) for seen, weight in nouns.rows("learned/doubt.tsv")}


def evidence(scene: Scene, referent: Referent) -> list[str]:
    """What can be seen of a choice, each thing by a name that a reader understands."""
    what = _sort_of(scene.phrase)
    seen = ["always", what, f"{referent.resolver} {referent.kind}", f"{what} {referent.kind}"]
    if scene.phrase.form == "name" or referent.resolver == "name":
        seen += _of_name(scene, referent)
    else:
        seen += _of_choice(scene, referent, what)
    return seen


def _sort_of(phrase: Phrase) -> str:
    """What the words of a source are: `he or she`, `role`, `body`, a name."""
    if phrase.form == "pronoun":
        return {"m": "he or she", "f": "he or she"}.get(phrase.pronoun or "", phrase.pronoun or "")
    if phrase.form == "descriptor" and phrase.noun is not None:
        many = "several " if phrase.noun.plural else ""
        return many + ("role" if phrase.noun.human else phrase.noun.category)
    return phrase.form


def _of_name(scene: Scene, referent: Referent) -> Iterator[str]:
    phrase = scene.phrase
    text = scene.text
    words = min(len(referent.name.split()), 4)
    yield f"name of {words} words, {referent.kind}"
    if phrase.name is not None:
        yield f"name like a {phrase.name.reading.sort}, {referent.kind}"
        if phrase.name.reading.role is not None:
            yield "title before the name"
        if phrase.name.end < phrase.core_end - 2:
            yield "words after the name"
        if phrase.name.start - phrase.start > 4:
            yield "words before the name"
    if phrase.start < _HEADLINE and phrase.start < mentions.headline_end(text):
        yield "in the headline"
    if referent.entity is not None:
        entity = scene.discourse.entities[referent.entity]
        yield f"full names {min(entity.full_mentions, 3)}"
        yield "the article says what it is" if entity.uses else "nothing said of it"
    else:
        yield "known to no mention"


def _of_choice(scene: Scene, referent: Referent, what: str) -> Iterator[str]:
    discourse = scene.discourse
    at = scene.phrase.start
    sentence = discourse.sentence_at(at)
    last = _last_mention(scene, referent, at)
    turn = next((t for t in reversed(scene.turns[-6:]) if t.start < at), None)
    spoke = turn is not None and turn.referent.name == referent.name
    if last is None:
        yield f"{what}: mentioned nowhere before"
    else:
        back = min(sentence - discourse.sentence_at(last[0]), 6)
        yield f"{what}: {back} sentences back"
        breaks = min(scene.text.count("\n", max(last[0], at - _HEADLINE), at), 4)
        yield f"{breaks} line breaks between"
    if turn is not None:
        yield f"{what}: {'spoke last' if spoke else 'another spoke last'}"
        if not spoke and turn.sentence >= sentence - 1:
            yield "another spoke just now"
        if spoke and turn.confidence is not None and turn.confidence < 0.8:
            yield "and that was doubtful"
    else:
        yield f"{what}: nobody spoke before"
    if referent.entity is None:
        yield f"nobody with a name, {referent.kind}"
    others = rivals(scene, referent)
    nearer = 0
    for rival in others:
        place = _last_mention(scene, rival, at)
        nearer += last is None or (place is not None and place[0] > last[0])
    yield f"{what}: {min(len(others), 4)} rivals"
    yield f"{what}: {min(nearer, 3)} rivals nearer"
    if referent.entity is not None:
        entity = discourse.entities[referent.entity]
        if what == "he or she":
            yield "gender known" if entity.gender else "gender not known"
            yield f"human {entity.human}"
        if what == "role" and scene.phrase.noun is not None:
            held = {u.role for u in entity.uses}
            yield "holds that role" if scene.phrase.noun.lemma in held else "other role or none"
            yield f"{scene.phrase.determiner if scene.phrase.owner is None else 'owner'} role"
        if last is not None and last[1] >= 0:
            mention = discourse.mentions[last[1]]
            quoted = discourse.quotation_at(mention.start) is not None
            yield (
                "mentioned in a quotation"
                if quoted
                else ("was subject" if is_subject(scene.text, mention) else "was no subject")
            )
    if discourse.quotation_at(at) is not None:
        yield f"{what}: inside a quotation"
    if scene.phrase.gender is not None and referent.likely is not None:
        yield f"weighed {bisect_left(_LIKELY, referent.likely)} of {len(_LIKELY)}"


def _last_mention(scene: Scene, referent: Referent, at: int) -> tuple[int, int] | None:
    """Where somebody was mentioned last before an offset, and by which mention, -1 for none."""
    found: tuple[int, int] | None = None
    if referent.entity is not None:
        before = scene.discourse.within(0, at)
        for i in range(before.stop - 1, max(-1, before.stop - _FAR), -1):
            if scene.discourse.owners[i] == referent.entity:
                found = scene.discourse.mentions[i].start, i
                break
    for turn in reversed(scene.turns[-_FAR:]):
        if turn.start < at and turn.referent.name == referent.name:
            if found is None or turn.start > found[0]:
                return turn.start, -1
            break
    if found is None and referent.antecedent is not None and referent.antecedent[0] < at:
        return referent.antecedent[0], -1
    return found


def rivals(scene: Scene, referent: Referent) -> list[Referent]:
    """Others whom the source might stand for: people or bodies mentioned not long before it.

    Those whose gender does not fit are none. Nearest first.
    """
    discourse = scene.discourse
    at = scene.phrase.start
    if not discourse.sentences or referent.plural:
        return []
    sentence = discourse.sentence_at(at)
    start = discourse.window(max(0, sentence - _BACK), at)[0]
    gender = scene.phrase.gender
    if gender is None and scene.phrase.noun is not None:
        gender = scene.phrase.noun.gender
    human = referent.kind in ("person", "anonymous")
    owner = scene.phrase.owner
    barred = {referent.entity, entity_of(discourse, owner) if owner is not None else None}
    found: dict[int, None] = {}
    within = discourse.within(start, at)
    for i in reversed(within[-_FAR:]):
        index = discourse.owners[i]
        if index < 0 or index in barred or index in found:
            continue
        entity = discourse.entities[index]
        if human:
            fits = entity.human and (gender is None or entity.gender in (None, gender))
        else:
            fits = not entity.human and kind_of(scene, entity) == referent.kind
        if fits and discourse.quotation_at(discourse.mentions[i].start) is None:
            found[index] = None
    return [of_entity(scene, index, referent.resolver) for index in found]
