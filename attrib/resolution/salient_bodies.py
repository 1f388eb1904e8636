"""The body that an article is about, by weighing where it stands: `Telvia cut 300 jobs. A similar
cut at Marden Ltd failed. | The company`: Telvia, whatever was named last.

What a name may be called comes first; then who is a subject, opens the article, spoke or is named
again outweighs who is only brought up beside it, `unlike Marden Ltd`.
"""

from __future__ import annotations

from collections.abc import Collection

from attrib.knowledge import nouns
from attrib.lazily import re
from attrib.resolution.bodies_named_later import lead_tells
from attrib.resolution.body_sorts import calls, clash, may_call, sort_told
from attrib.resolution.discourse import Entity
from attrib.resolution.mentions import Mention, headline_end
from attrib.resolution.nearest_bodies import (
    ANY_PLACES,
    GENERIC_BODIES,
    SEATS,
    UNTOLD,
    generic_noun,
    is_assessing,
    tells,
)
from attrib.resolution.referents import (
    Referent,
    Scene,
    distinguishing,
    is_body,
    is_person,
    is_subject,
    of_entity,
)
from attrib.resolution.roles import content_words
from attrib.resolution.wares import is_no_firm

_ANY_NAME = UNTOLD
"""Nouns for bodies whose names need not tell that they are such."""
_FAR = 4000
_LOOKED = 80
"""Among so many mentions before."""
_MARGIN = 1.5
"""By how much one body must outweigh all others."""


def described_main(scene: Scene) -> Referent | None:
    """The body that an article is about, where nothing nearer is meant."""
    phrase = scene.phrase
    noun = phrase.noun
    if noun is None or noun.lemma not in GENERIC_BODIES or phrase.determiner not in _DEFINITE:
        return None
    if phrase.owner is not None or phrase.complement is not None or phrase.adjunct is not None:
        return None
    if TOLD_APART.match(scene.text, phrase.chunk_end, phrase.end):
        return None
    words = distinguishing(scene)
    index = lead_tells(scene, noun.lemma, words)
    if index is not None:
        return of_entity(scene, index, "descriptor")
    index = main_body(scene, noun.lemma, words)
    if index is None or spoken_of_before(scene, noun.lemma, index):
        return None
    return of_entity(scene, index, "descriptor")


_DEFINITE = ("the", "this", "that")


def spoken_for(scene: Scene) -> Referent | None:
    """The body of `a spokesman`, by whatever name, where none of whom was just told is clear."""
    discourse, at = scene.discourse, scene.phrase.start
    if not discourse.sentences or discourse.quotation_at(at) is not None:
        return None
    sentence = discourse.sentence_at(at)
    lead = discourse.window(_lead(scene))[1]
    near = discourse.window(max(0, sentence - 2))[0]
    named = {*discourse.within(0, lead), *discourse.within(near, at)}
    if any(is_person(discourse, i) for i in named):
        return None  # for whom a spokesman may speak as well
    if _speaks_of_body(scene.text[near:at]):
        return None  # `The department denies it. A spokesman`
    if any(turn.referent.role is not None for turn in scene.turns[-_TURNS:]):
        return None  # `A spokesman for Vela Trust said no. A spokeswoman`: of another
    index = main_body(scene, None, ())
    return None if index is None else of_entity(scene, index, "descriptor")


TOLD_APART = re.compile(r" (?:that|where|whose|(?!following|including|during|pending)[a-z]+ing) ")
"""After `the hospital`: it is one that nobody has named."""


def _speaks_of_body(text: str) -> bool:
    """Whether a body is spoken of by what it is, and may be meant, whichever it is.

    >>> _speaks_of_body("The department, naturally, sees"), _speaks_of_body("The road is shut")
    (True, False)
    """
    found = (nouns.lookup(match[1]) for match in _THE.finditer(text))
    return any(noun is not None and noun.category == "organization" for noun in found)


_THE = re.compile(r"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir) (?:[a-z-]+ ){0,2}?([a-z-]+)\b")


def main_body(scene: Scene, lemma: str | None, words: Collection[str]) -> int | None:
    """The body that a description means, if none other weighs nearly as much; without a noun, the
    one that an article is about."""
    weights = _weighed(scene, lemma, words)
    if not weights:
        return None
    best = max(weights, key=weights.__getitem__)
    rest = max((weights[index] for index in weights if index != best), default=0.0)
    return best if weights[best] >= rest + _MARGIN else None


def is_brought_up(scene: Scene, index: int) -> bool:
    """Whether a body has only been named beside what an article tells of another: `A similar case
    at Marden Ltd failed`, `unlike Marden Ltd`."""
    discourse, at = scene.discourse, scene.phrase.start
    if any(turn.referent.entity == index for turn in scene.turns[-_TURNS:]):
        return False
    before = [i for i in discourse.places[index][:_MOST] if discourse.mentions[i].start < at]
    return bool(before) and all(_is_beside(scene, discourse.mentions[i]) for i in before)


def is_subject_nowhere(scene: Scene, index: int) -> bool:
    """Whether nothing is told of a body before, that only stands after a preposition or owns."""
    discourse, at = scene.discourse, scene.phrase.start
    before = [discourse.mentions[i] for i in discourse.places[index][:_MOST]]
    if any(turn.referent.entity == index for turn in scene.turns[-_TURNS:]):
        return False
    return not any(is_subject(scene.text, mention) for mention in before if mention.start < at)


def _is_beside(scene: Scene, mention: Mention) -> bool:
    text, discourse = scene.text, scene.discourse
    if (
        is_subject(text, mention)
        and _UNLIKE.search(text, max(0, mention.start - 20), mention.start) is None
    ):
        return False
    start, end = discourse.window(discourse.sentence_at(mention.start))
    if _TRIED.search(text, start, mention.start) is not None:
        return True
    compared = _COMPARED.search(text, start, min(end, scene.phrase.start)) is not None
    return compared or _OWNS.match(text, mention.end) is not None


_UNLIKE = re.compile(r"\b(?:[Uu]nlike|[Ll]ike|than|as (?:at|in|with))(?: the)? \Z")
_COMPARED = re.compile(
    r"\b(?:[Uu]nlike|[Ll]ike|similar(?:ly)?|(?:the )?same|another|other|elsewhere|rivals?"
    r"|competitors?|than|compared|[Ll]ast (?:year|month|week|summer|winter|autumn|spring)"
    r"|earlier this|previous(?:ly)?|in (?:19|20)\d\d|years? ago|months? ago|as well as"
    r"|follows?|follow(?:ed|ing))\b"
)
"""A sentence with this brings up another case."""
_TRIED = re.compile(r"\b(?:heard|tried|appear(?:ed)?|due|trial) (?:at|in|before)(?: the)? \Z")
"""Before a court, where others have a case."""
_OWNS = re.compile(r"['’]s? (?:decision|move|plan|refusal|announcement|offer|bid|loss|collapse)\b")
_TURNS = 12
_MOST = 8


def _weighed(scene: Scene, lemma: str | None, words: Collection[str]) -> dict[int, float]:
    """How much each body weighs that may be called so."""
    discourse, at = scene.discourse, scene.phrase.start
    weights: dict[int, float] = {}
    if not discourse.sentences:
        return weights
    here, lead = discourse.sentence_at(at), _lead(scene)
    spoke = [turn.referent.entity for turn in scene.turns[-_TURNS:] if turn.start < at]
    fits: dict[int, float | None] = {}
    for i in reversed(discourse.within(max(0, at - _FAR), at)[-_LOOKED:]):
        index, mention = discourse.owners[i], discourse.mentions[i]
        if index < 0 or discourse.quotation_at(mention.start) is not None:
            continue
        if index not in fits:
            fits[index] = _fit(scene, lemma, words, discourse.entities[index], mention)
            if (fit := fits[index]) is not None:
                weights[index] = fit + 2.0 * min(2, spoke.count(index))
                weights[index] += max(
                    0.0, 1.0 - 0.25 * (here - discourse.sentence_at(mention.start))
                )
        if index in weights:
            weights[index] += _place(scene, mention, lead)
    return weights


def _fit(
    scene: Scene, lemma: str | None, words: Collection[str], entity: Entity, mention: Mention
) -> float | None:
    """How well a name goes with a description; None where it does not."""
    if (
        entity.body == "outlet"
        or not is_body(scene, entity)
        or entity.name.endswith(("-based", *SEATS))
    ):
        return None
    if entity.sort in ("word", "name") and is_no_firm(scene.text, mention):
        return None
    own = content_words(entity.name)
    if lemma is None:
        return None if sort_told(entity.name) == "court" else 1.0
    told = calls(lemma, entity.name)
    if told is False or any(clash(word, entity.name) for word in words):
        return None
    words = [word for word in words if not is_assessing(word)]
    known = sum(tells(word, own) for word in words)
    named = told is True or lemma in own
    if known < sum(word not in ANY_PLACES or not named for word in words):
        return None
    if named:
        return 3.0 + known
    if lemma not in _ANY_NAME:
        return None
    if may_call(lemma, entity.name):
        return 1.0 + known
    return None if generic_noun(entity.name) is not None else 0.5 + known


def _lead(scene: Scene) -> int:
    """The first sentence after a headline."""
    return scene.discourse.sentence_at(headline_end(scene.text) + 1)


def _place(scene: Scene, mention: Mention, lead: int) -> float:
    """How much a mention tells that an article, or a part of it, is about its bearer."""
    text, discourse = scene.text, scene.discourse
    sentence = discourse.sentence_at(mention.start)
    start = discourse.window(sentence)[0]
    first = 1.0 if sentence <= lead else 0.0
    if _is_beside(scene, mention):
        return 0.0
    if text[start : mention.start].strip() in ("", "The", "the"):
        return 2.0 + first
    return (1.5 if is_subject(text, mention) else 1.0) + first


def spoken_of_before(scene: Scene, lemma: str, index: int) -> bool:
    """Whether the article speaks of `the central bank` before it names a body that is no bank."""
    entity = scene.discourse.entities[index]
    if lemma in content_words(entity.name):
        return False
    text, start = scene.text, max(0, entity.first - _BEFORE_NAMED)
    at = text.find(f" {lemma}", start, entity.first)
    while at >= 0:
        end = at + 1 + len(lemma)
        if not text[end : end + 1].isalpha() and _SPOKEN_OF.search(text, max(0, at - 40), at):
            return entity.first - end > _NAMED_NEXT
        at = text.find(f" {lemma}", end, entity.first)
    return False


_SPOKEN_OF = re.compile(r"\b[Tt]he(?: [a-z-]+){1,2}\Z")
_BEFORE_NAMED = 4000
_NAMED_NEXT = 150
"""Nearer to it a name is that of what was so called: `the water company. Harlow Water says`."""
