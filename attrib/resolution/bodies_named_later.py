"""Bodies that a lead brings up by what they are, and the next sentence by name: `A housing charity
has shut its shelter. Harbour Light, which is based in Orvale, said`."""

from __future__ import annotations

from collections.abc import Collection

from attrib.lazily import re
from attrib.resolution.body_sorts import calls, clash
from attrib.resolution.discourse import Discourse
from attrib.resolution.nearest_bodies import UNTOLD
from attrib.resolution.referents import (
    Referent,
    Scene,
    distinguishing,
    has_word,
    is_body,
    of_entity,
)
from attrib.resolution.roles import content_words


def named_next(scene: Scene) -> Referent | None:
    """The body that opens one of the two sentences after that of `A housing charity`."""
    phrase, discourse = scene.phrase, scene.discourse
    noun = phrase.noun
    if noun is None or noun.plural or noun.category != "organization" or not discourse.sentences:
        return None
    if phrase.determiner not in ("a", "an", None) or phrase.owner or phrase.adjunct:
        return None
    if phrase.complement is not None or discourse.quotation_at(phrase.start) is not None:
        return None
    sentence = discourse.sentence_at(phrase.start)
    if sentence > _LEADS or phrase.start - discourse.start_of(phrase.start) > _OPENING:
        return None
    if _names_body(scene, *discourse.window(sentence)):
        return None
    index = _told_next(scene, noun.lemma, phrase.end)
    if index is None:
        return None
    name = discourse.entities[index].name
    unlike = any(clash(word, name) for word in distinguishing(scene))
    return None if unlike else of_entity(scene, index, "descriptor")


def _told_next(scene: Scene, lemma: str, end: int) -> int | None:
    """The body that may be called by a noun and opens one of the sentences after it."""
    discourse = scene.discourse
    sentence = discourse.sentence_at(end)
    for later in range(sentence + 1, min(sentence + 1 + _AHEAD, len(discourse.sentences))):
        index = _opens(discourse, later, end)
        if index is None:
            continue
        entity = discourse.entities[index]
        if not is_body(scene, entity) or entity.body == "outlet":
            return None
        told = calls(lemma, entity.name)
        return index if told or (told is None and lemma in UNTOLD) else None
    return None


def lead_tells(scene: Scene, lemma: str, words: Collection[str]) -> int | None:
    """The body of which a lead tells all that a description says: `the housing charity`."""
    text, discourse = scene.text, scene.discourse
    for start, end in discourse.sentences[: _LEADS + 1]:
        told = _LEAD.match(text, start, end)
        if told is None or _names_body(scene, start, end):
            continue
        noun = re.search(rf"\b{lemma.replace('-', '[ -]')}\b", told[0])
        if noun is None or not all(has_word(w, content_words(told[0])) for w in words):
            continue
        index = _told_next(scene, lemma, start + noun.end())
        if index is not None and discourse.entities[index].first < scene.phrase.start:
            return index
    return None


_LEAD = re.compile(r"\s*An? (?:[\w’'-]+ ){1,5}")


_LEADS = 1
"""The last sentence that may be a lead, after a headline."""
_OPENING = 60
_AHEAD = 2


def _names_body(scene: Scene, start: int, end: int) -> bool:
    """Whether a sentence names a body, of which the next may be told."""
    discourse = scene.discourse
    return any(
        discourse.owners[i] >= 0 and is_body(scene, discourse.entities[discourse.owners[i]])
        for i in discourse.within(start, end)
    )


def _opens(discourse: Discourse, sentence: int, after: int) -> int | None:
    """Whom a sentence names first in the article, as its subject and first words."""
    text = discourse.text
    start, end = discourse.window(sentence)
    named = discourse.within(start, end)[:1]
    if not named or discourse.owners[named[0]] < 0:
        return None
    mention, index = discourse.mentions[named[0]], discourse.owners[named[0]]
    if (
        text[start : mention.start].strip() not in ("", "The")
        or _ABOUT.match(text, mention.end) is None
    ):
        return None
    return index if discourse.entities[index].first > after else None


_ABOUT = re.compile(
    r"(?: \([A-Z][\w.&-]{1,7}\))?(?:, (?:which|based|whose|an?|the|one)\b"
    r"| (?:said|says|has|had|is|was|will|announced|told|confirmed|warned|runs|employs|[a-z]+ed)\b)"
)
"""After a name that a sentence is about."""
