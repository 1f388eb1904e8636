"""Whom `he` or `she` means, weighed: those who may be meant, what speaks for each, and the surest.

The rules of `pronouns` answer first, and their answer is one of the candidates, with a weight of
its own. Another is taken only where all that is seen of it outweighs theirs by `MARGIN`.
`evidence` says what is seen, each thing by a name that a reader understands, and
`data/learned/he_or_she.tsv` what it weighs: a log-linear model over the candidates of a pronoun,
made by `benchmarks/learn_pronouns.py`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from math import exp

from attrs import evolve, frozen

from attrib.knowledge import nouns
from attrib.knowledge.nouns import Gender
from attrib.lazily import re
from attrib.resolution import phrases
from attrib.resolution.asked import asker
from attrib.resolution.quoted_antecedents import DEFINITE, described
from attrib.resolution.referents import (
    Referent,
    Scene,
    Turn,
    again,
    as_written,
    gender_fits,
    is_object,
    is_spoken_of,
    is_subject,
    kind_of,
    of_entity,
)

MARGIN = 1.0
"""How much more must speak for another than for whom the rules chose: log-odds."""
_MENTIONS = 60
"""Mentions that are looked back over, besides those of whom the article is most about."""
_TURNS = 40
_CANDIDATES = 14
_SAID = 800
"""Characters before a pronoun in which people without a name are looked for."""
_FAR = 7
"""Sentences back that are told apart."""
_NEAR = 3
"""Sentences back that are told apart for each role in a sentence."""

_Key = tuple[str, int | str]
"""An entity by its index, or somebody without a name by the noun for him."""


@frozen(kw_only=True)
class Candidate:
    """One who may be meant."""

    referent: Referent
    at: int
    """Where he was last named, described, or said something."""
    mentioned: int | None = None
    """The index of the mention by which he was last named; None for whoever has no name."""
    determiner: str | None = None
    """Of the words that describe him last."""
    known: bool = False
    """Whether his name or the noun for him tells that the gender is the right one."""
    share: int = 0
    """How much of all mentions of the candidates is his, 0 to 4."""
    ruled: bool = False
    """Whether the rules chose him."""


def choice(scene: Scene, gender: Gender, ruled: Referent | None) -> Referent | None:
    """Whom a pronoun means: whom the rules chose, or another for whom much more speaks."""
    if ruled is None or scene.attribution is None or not scene.discourse.sentences:
        return ruled  # where they are silent they know why
    found = candidates(scene, gender, ruled)
    chosen = next((i for i, each in enumerate(found) if each.ruled), None)
    if chosen is None:
        return evolve(ruled, likely=None)
    weights = _weights()
    sums = [sum(weights.get(seen, 0.0) for seen in evidence(scene, each)) for each in found]
    most = sums.index(max(sums))
    if sums[most] - sums[chosen] > MARGIN:
        # Asked again it would be the one that is chosen.
        trust = weights.get(_CHOSEN, 0.0) - weights.get(_NOT_CHOSEN, 0.0)
        sums[most], sums[chosen] = sums[most] + trust, sums[chosen] - trust
        chosen = most
    likely = 1 / sum(exp(total - sums[chosen]) for total in sums)
    return evolve(found[chosen].referent, likely=likely)


_CHOSEN, _NOT_CHOSEN = "chosen by the rules", "not chosen by the rules"


@cache
def _weights() -> dict[str, float]:
    return {seen: float(weight) for seen, weight in nouns.rows("learned/he_or_she.tsv")}


def evidence(scene: Scene, candidate: Candidate) -> Iterator[str]:
    """What is seen of a candidate."""
    discourse, text, at = scene.discourse, scene.text, scene.phrase.start
    where = _where(scene)
    back = min(discourse.sentence_at(at) - discourse.sentence_at(candidate.at), _FAR)
    yield _CHOSEN if candidate.ruled else _NOT_CHOSEN
    far = f"{back} sentences back" if back < _FAR else f"{back} or more sentences back"
    yield far
    yield f"{where}, {far}"
    yield "gender known" if candidate.known else "gender not known"
    if candidate.mentioned is not None and candidate.referent.entity is not None:
        mention = discourse.mentions[candidate.mentioned]
        role = _role(scene, candidate.mentioned)
        near = min(discourse.sentence_at(at) - discourse.sentence_at(mention.start), _NEAR)
        yield f"{where}, last {role}"
        yield f"{where}, last {role} {near} sentences back"
        yield (
            "last by a full name"
            if " " in text[mention.start : mention.end]
            else "last by one word"
        )
        if discourse.entities[candidate.referent.entity].full_mentions:
            yield "has a full name"
        if is_spoken_of(scene, candidate.referent.entity):
            yield "spoken of in what is said"
        yield f"share of the mentions {candidate.share}"
    if candidate.referent.entity is None:
        yield "has no name"
        if candidate.determiner is not None:
            yield f"described by {candidate.determiner}"
    if scene.parent is not None:
        own = _key(scene.parent) == _key(candidate.referent)
        yield "says what the pronoun stands in" if own else "does not say what it stands in"


def _where(scene: Scene) -> str:
    """Where a pronoun stands."""
    at = scene.phrase.start
    if scene.discourse.quotation_at(at) is not None:
        return "in a quotation"
    if scene.parent is not None:
        return "in what is told"
    return "opening a sentence" if at - scene.discourse.start_of(at) < _OPENING else "further on"


_OPENING = 4


def _role(scene: Scene, i: int) -> str:
    """What a mention is in its sentence."""
    discourse, text = scene.discourse, scene.text
    mention = discourse.mentions[i]
    if discourse.quotation_at(mention.start) is not None:
        return "quoted"
    if text[mention.end : mention.end + 1] in _POSSESSIVE:
        return "owner"
    if not is_subject(text, mention):
        return "oblique"
    first = mention.start - discourse.start_of(mention.start) < _FIRST
    return "first subject" if first else "subject"


_POSSESSIVE = frozenset("'’")
_FIRST = 25
"""Characters in which a sentence's first subject begins."""


def candidates(scene: Scene, gender: Gender, ruled: Referent) -> list[Candidate]:
    """Those who may be meant, the nearest first, with whom the rules chose among them; none where
    he has not been spoken of before: `When |she| came, Ana Ruiz said so`."""
    known: dict[_Key, tuple[Referent, int]] = {}
    determiners: dict[_Key, str] = {}
    for key, referent, place, determiner in sorted(_spoken_of(scene, gender), key=_place):
        # Whoever is both quoted and described keeps the words by which he was quoted.
        same = known.get(key)
        known[key] = (referent if same is None or determiner is None else same[0], place)
        if determiner is not None:
            determiners[key] = determiner
    chosen = _key(ruled)
    if chosen not in known:
        return []
    known[chosen] = ruled, known[chosen][1]
    kept = sorted(known, key=lambda key: -known[key][1])[:_CANDIDATES]
    asks = _asker(scene)
    kept = [key for key in kept if key == chosen or not (_is_told(scene, key) or key == asks)]
    if ruled.entity is None and ruled.kind == "anonymous":
        kept = [key for key in kept if key == chosen or not _is_told_of(scene, key)]
    if chosen not in kept:
        kept.append(chosen)
    counts = {key: _count(scene, key) for key in kept}
    total = sum(counts.values()) or 1
    return [
        _candidate(
            scene,
            gender,
            known[key],
            determiner=determiners.get(key),
            share=bisect_left(_SHARES, counts[key] / total),
            ruled=key == chosen,
        )
        for key in kept
    ]


_SHARES = (0.1, 0.25, 0.5, 0.8)


def _is_told(scene: Scene, key: _Key) -> bool:
    """Whether a clause has somebody besides its subject: no `he` of `he told Ruiz` is Ruiz."""
    return isinstance(key[1], int) and is_object(scene, key[1])


def _asker(scene: Scene) -> _Key | None:
    """Who asked what the sentence before answers: no `she` after `Asked by Hask, a nurse said`."""
    sentence = scene.discourse.sentence_at(scene.phrase.start)
    asks = asker(scene, *scene.discourse.window(max(0, sentence - 1)))
    return None if asks is None else ("name", asks)


def _is_told_of(scene: Scene, key: _Key) -> bool:
    """Whether somebody was last named in what an unnamed one says just before, in the paragraph:
    `A nurse said Hask was kind. “I liked her,” she said`."""
    turn = scene.turns[-1] if scene.turns else None
    at = scene.phrase.start
    if turn is None or turn.referent.entity is not None or not isinstance(key[1], int):
        return False
    discourse = scene.discourse
    near = turn.sentence >= discourse.sentence_at(at) - 1 and "\n" not in scene.text[turn.end : at]
    places = discourse.places[key[1]]
    before = bisect_left(places, at, key=discourse.starts.__getitem__)
    if not near or not before or turn.attribution.parent is not None:
        return False
    last = discourse.mentions[places[before - 1]].start
    return any(span.start <= last < span.end for span in turn.attribution.content)


def _candidate(
    scene: Scene,
    gender: Gender,
    found: tuple[Referent, int],
    *,
    determiner: str | None,
    share: int,
    ruled: bool,
) -> Candidate:
    referent, place = found
    mentioned, sure = None, referent.gender == gender
    if referent.entity is not None:
        sure = scene.discourse.entities[referent.entity].gender == gender
        places = scene.discourse.places[referent.entity]
        before = bisect_left(places, scene.phrase.start, key=scene.discourse.starts.__getitem__)
        mentioned = places[before - 1] if before else None
    return Candidate(
        referent=referent,
        at=place,
        mentioned=mentioned,
        determiner=determiner,
        known=sure,
        share=share,
        ruled=ruled,
    )


_Found = tuple[_Key, Referent, int, str | None]


def _place(found: _Found) -> int:
    return found[2]


def _spoken_of(scene: Scene, gender: Gender) -> Iterator[_Found]:
    """Each mention, turn and description, near before a pronoun, of one who may be meant."""
    at = scene.phrase.start
    yield from _named(scene, gender)
    for turn in scene.turns[-_TURNS:]:
        if turn.start < at and _may_be(scene, turn, gender):
            referent = again(scene, turn.referent, "pronoun")
            yield _key(referent), referent, turn.start, None
    for place, noun, determiner in described(scene, max(0, at - _SAID), at):
        many = noun.plural and not determiner.startswith("one of")
        if not noun.human or many or noun.gender not in (None, gender):
            continue
        if determiner in DEFINITE:
            discourse = scene.discourse
            part = phrases.read(scene.text, *place, discourse.named(discourse.within(*place)))
            told = scene.resolve(part)
            if told.entity is not None and told.kind == "person":
                if gender_fits(scene, told.entity, gender):
                    yield _key(told), again(scene, told, "pronoun"), place[0], None
                continue
        who = as_written(scene, place, "anonymous", gender=noun.gender)
        yield ("noun", noun.lemma), who, place[0], determiner


def _named(scene: Scene, gender: Gender) -> Iterator[_Found]:
    """The last mentions of people before a pronoun, and of whom the article is most about."""
    discourse, at = scene.discourse, scene.phrase.start
    for i in discourse.within(0, at)[-_MENTIONS:]:
        index = discourse.owners[i]
        if index >= 0 and _is_one(scene, index, gender):
            place = discourse.mentions[i].start
            yield ("name", index), of_entity(scene, index, "pronoun"), place, None
    for index in discourse.leading:
        if discourse.entities[index].first < at and _is_one(scene, index, gender):
            places = discourse.places[index]
            last = places[bisect_left(places, at, key=discourse.starts.__getitem__) - 1]
            place = discourse.mentions[last].start
            yield ("name", index), of_entity(scene, index, "pronoun"), place, None


def _is_one(scene: Scene, index: int, gender: Gender) -> bool:
    entity = scene.discourse.entities[index]
    person = entity.human or kind_of(scene, entity) == "person"
    return person and gender_fits(scene, index, gender)


def _may_be(scene: Scene, turn: Turn, gender: Gender) -> bool:
    """Whether one who has spoken may be meant, as far as number and gender go."""
    referent = turn.referent
    if referent.plural or referent.kind not in ("person", "anonymous") or _is_pronoun(referent):
        return False
    if referent.entity is not None:
        return gender_fits(scene, referent.entity, gender)
    return referent.gender in (None, gender)


def _is_pronoun(referent: Referent) -> bool:
    """Whether nobody knows who it is."""
    return referent.entity is None and referent.name.lower() in phrases.PRONOUNS


def _key(referent: Referent) -> _Key:
    """What tells one candidate from another: who it is, or the noun for whoever has no name."""
    if referent.entity is not None:
        return "name", referent.entity
    words = _WORD.findall(referent.name)
    for word in words[len(words) > 1 : _LONGEST]:
        if word in _ENDS_PHRASE:
            break
        noun = nouns.lookup(word)
        if noun is not None and noun.human:
            return "noun", noun.lemma
    return "words", referent.name


_WORD = re.compile(r"[\w'-]+")
_LONGEST = 6
_ENDS_PHRASE = frozenset("of in at for who from with".split())


def _count(scene: Scene, key: _Key) -> int:
    """How often somebody is named before a pronoun."""
    if key[0] != "name" or not isinstance(key[1], int):
        return 0
    places = scene.discourse.places[key[1]]
    return bisect_left(places, scene.phrase.start, key=scene.discourse.starts.__getitem__)
