"""Sources that say what an outlet or a document is: `this media`, `the report`."""

from __future__ import annotations

from bisect import bisect_right

from attrs import evolve

from attrib.lazily import re
from attrib.outlets import rivals
from attrib.outlets.catalogue import lookup
from attrib.outlets.descriptors import (
    OutletDescriptor,
    describes_outlet,
    is_called,
    means_outlets,
)
from attrib.outlets.mentions import OutletMention
from attrib.resolution.outlet_reports import SEEN_BY, report_before
from attrib.resolution.referents import Referent, Scene, again, outlet_at

_ARTICLES = frozenset("article piece story editorial column".split())
_PRINTED = _ARTICLES | {"op-ed", "report", "page"}
_NEAR = 3
"""Paragraphs within which `the portal` is the one of which that was said."""
_PAGE = re.compile(r"(?i)\b(?:front|editorial|opinion|back) page\b")
"""What page of an outlet speaks for it: `the front page of The Orvale Herald`."""


def printed_in(scene: Scene) -> Referent | None:
    """`a Valley Herald article`: what an outlet prints, it says."""
    phrase = scene.phrase
    noun = phrase.noun
    if noun is None or noun.lemma not in _PRINTED:
        return None
    if noun.lemma == "page" and _PAGE.search(scene.text, phrase.start, phrase.end) is None:
        return None
    mention = outlet_at(scene, phrase.start, phrase.end)
    if mention is None or SEEN_BY.search(scene.text, phrase.start, mention.span.start):
        return None
    return Referent(name=mention.name, kind="outlet", resolver="descriptor")


def described_outlet(scene: Scene) -> Referent | None:
    """`this media`: the outlet reported last that the descriptor fits."""
    phrase = scene.phrase
    words = scene.text[phrase.start : phrase.chunk_end or phrase.end]
    if words.endswith("editorial board"):
        return _of_board(scene)
    descriptor = describes_outlet(words)
    if descriptor is None or not descriptor.definite:
        return None
    if phrase.name is not None and (descriptor.ambiguous or descriptor.countries is None):
        return None
    at = phrase.start
    if descriptor.ambiguous and rivals.stands_before(scene.text, words, 0, at, scene.outlets):
        return None
    i = bisect_right(scene.outlets, at, key=lambda m: m.span.start) - 1
    for mention in reversed(scene.outlets[max(0, i - 5) : i + 1]):
        if mention.span.end > at or scene.text.count("\n\n", mention.span.end, at) > _NEAR:
            continue
        if descriptor.fits(mention) and is_called(scene.text, mention, words):
            return _of_mention(mention)
    if (opening := _that_opens(scene, descriptor, i)) is not None:
        return _of_mention(opening)
    reported = [
        turn.referent.name
        for turn in reversed(scene.turns[-30:])
        if turn.referent.kind == "outlet" and turn.start < at
    ]
    for name in reported:
        known = lookup(name) or _of_kind(scene, name)
        if known is None and descriptor.ambiguous and rivals.is_named(scene.text, words):
            continue  # `the agency`, where a Food Safety Agency is named, is no Ledger
        unlike = described_otherwise(descriptor, name) if known is None else False
        if not unlike and (known is None or descriptor.fits(known)):
            return Referent(
                name=name,
                kind="outlet",
                antecedent=_outlet_place(scene, name),
                resolver="descriptor",
            )
    if descriptor.ambiguous and rivals.may_be_meant(scene.text, words):
        return None
    for mention in reversed(scene.outlets[max(0, i - 5) : i + 1]):
        sure = mention.kind is not None or not descriptor.ambiguous
        if mention.span.start < at and descriptor.fits(mention) and sure:
            return _of_mention(mention)
    return None


def _of_kind(scene: Scene, name: str) -> OutletMention | None:
    """A mention of an outlet of no list that tells its kind: `the portal Istina`."""
    return next((each for each in scene.outlets if each.name == name and each.kind), None)


def _that_opens(scene: Scene, descriptor: OutletDescriptor, i: int) -> OutletMention | None:
    """The outlet with which the sentence before begins: `The FT leads on it. The paper says`."""
    mention = scene.outlets[i] if i >= 0 else None
    if mention is None or mention.kind is None or not descriptor.fits(mention):
        return None
    at, begins = scene.phrase.start, scene.discourse.start_of(mention.span.start)
    sentence = scene.discourse.sentence_at(at)
    near = scene.discourse.sentence_at(mention.span.start) == sentence - 1
    opens = begins == mention.span.start and at == scene.discourse.start_of(at)
    return mention if near and opens and "\n" not in scene.text[mention.span.end : at] else None


def described_otherwise(descriptor: OutletDescriptor, name: str) -> bool:
    """Whether an outlet that nobody names is of another sort: a broadcaster, after `a newspaper`.

    >>> described_otherwise(describes_outlet("the broadcaster"), "a state-run newspaper")
    True
    >>> described_otherwise(describes_outlet("the broadcaster"), "Vesna")
    False
    """
    told = describes_outlet(name)
    if told is None or told.kinds is None or descriptor.kinds is None:
        return told is None and means_outlets(name)  # `Local media` are many
    return not told.kinds <= descriptor.kinds


def _of_board(scene: Scene) -> Referent | None:
    """`the editorial board`: the outlet named last in the same paragraph, for which it writes."""
    at, text = scene.phrase.start, scene.text
    if scene.phrase.determiner not in ("the", "its") or scene.phrase.name is not None:
        return None
    whose = _WHOSE_BOARD.match(text, at, scene.phrase.end)
    if whose is not None:
        end = whose.end()
        return described_outlet(scene.with_phrase(evolve(scene.phrase, end=end, chunk_end=end)))
    paragraph = text.rfind("\n", 0, at)
    for turn in reversed(scene.turns[-1:]):
        if turn.referent.kind == "outlet" and paragraph < turn.start < at:
            return again(scene, turn.referent, "descriptor")
    i = bisect_right(scene.outlets, at, key=lambda m: m.span.start) - 1
    if i < 0 or scene.outlets[i].span.start < paragraph:
        return None
    return _of_mention(scene.outlets[i])


_WHOSE_BOARD = re.compile(r"[Tt]he [a-z]+(?=[’']s editorial board\Z)")


def _of_mention(mention: OutletMention) -> Referent:
    place = (mention.span.start, mention.span.end)
    return Referent(name=mention.name, kind="outlet", antecedent=place, resolver="descriptor")


def _outlet_place(scene: Scene, name: str) -> tuple[int, int] | None:
    """The last mention of an outlet before the source."""
    i = bisect_right(scene.outlets, scene.phrase.start, key=lambda m: m.span.start)
    for mention in reversed(scene.outlets[max(0, i - 40) : i]):
        if mention.name == name:
            return mention.span.start, mention.span.end
    return None


def described_document(scene: Scene) -> Referent | None:
    """`the report`: the fuller words for it before; `the article`: the outlet that printed it."""
    phrase = scene.phrase
    noun = phrase.noun
    if noun is None or phrase.determiner not in ("the", "this", "that") or phrase.complement:
        return None
    if phrase.owner is not None or phrase.adjunct is not None:
        return None
    if (reported := report_before(scene)) is not None:
        return reported
    at = phrase.start
    for turn in reversed(scene.turns[-8:]):
        told = turn.start < at and turn.referent.kind == "document"
        words = turn.referent.name.lower().split()
        if told and words[0] in ("your", "my", "our"):
            continue  # as whoever is quoted calls it
        if told and any(word.endswith(noun.lemma) for word in words):
            return again(scene, turn.referent, "descriptor")
    if noun.lemma in _ARTICLES:
        for turn in reversed(scene.turns[-8:]):
            if turn.start < at and turn.referent.kind == "outlet":
                return again(scene, turn.referent, "descriptor")
        i = bisect_right(scene.outlets, at, key=lambda m: m.span.start) - 1
        if i >= 0 and scene.outlets[i].span.start < at:
            mention = scene.outlets[i]
            return _of_mention(mention)
    return None
