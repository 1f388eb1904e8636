"""What was weighed for a record and against it, and who else might speak.

A record does not carry its evidence: its text is read again, as attrib reads it to make records.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from attrib.knowledge import weights
from attrib.knowledge.weights import SHIPPED, Piece, Weights
from attrib.model import Record

if TYPE_CHECKING:
    from attrib.detection.cues import CueWord
    from attrib.detection.views import Scene
    from attrib.model import Attribution
    from attrib.reading.layouts import Layout
    from attrib.resolution.resolve import Resolution
    from attrib.words.tokens import Tokens

_BY_FORM = frozenset(("content-dash-source", "content-colon-source"))
"""Patterns that are read by their form alone; no evidence is weighed."""


def reasons(text: str, record: Record, learned: Weights = SHIPPED) -> list[tuple[Piece, float]]:
    """Each piece of evidence on whether the record's cue is one, and its weight; heaviest first.

    The weights add up to a score, of which `weights.probability` makes the likelihood of the word
    being a cue. Nothing is returned for a cue that stands nowhere in the text. `learned` are the
    tables that the record was found by.

    >>> from attrib.attributor import attribute
    >>> from attrib.knowledge.weights import probability
    >>> text = "Ana Ruiz said the dam would hold."
    >>> record = attribute(text).records[0]
    >>> total = sum(weight for _, weight in reasons(text, record))
    >>> probability(total) > 0.9
    True
    """
    from attrib.detection import scoring

    if record.cue is None or record.pattern in _BY_FORM:
        return []
    layout, tokens, scene, words = _replayed(text, learned)
    cue = record.cue.span
    first, last = tokens.range(layout.plain_offset(cue.start), layout.plain_offset(cue.end))
    draw = scoring.drawer("cue")
    pieces = [
        [
            (piece, weight)
            for piece in draw(scene, word, "", 0, word.at)
            if (weight := scoring.weight("cue", piece, learned))
        ]
        for word in words
        if first <= word.at < last
    ]
    if not pieces:
        return []
    # A cue of several words was found by one of them: the likeliest.
    head = max(pieces, key=probability)
    return sorted(head, key=lambda piece: -abs(piece[1]))


def probability(pieces: list[tuple[Piece, float]]) -> float:
    """The likelihood that pieces of evidence add up to."""
    return weights.probability(sum(weight for _, weight in pieces))


@lru_cache(maxsize=1)
def _replayed(text: str, learned: Weights) -> tuple[Layout, Tokens, Scene, list[CueWord]]:
    """What the detector saw of a text; kept while one record of it after another is told."""
    from attrib.detection import cues, views
    from attrib.reading import layouts
    from attrib.words import quotes, sentences, tags
    from attrib.words.tokens import tokenize

    layout = layouts.read(text)
    quotations, _ = quotes.find(layout.plain)
    tokens = tokenize(layout.plain, quotations, sentences.split(layout.plain, quotations))
    tagged = tags.tag(tokens, learned)
    scene = views.scene(tokens, tagged, learned)
    return layout, tokens, scene, cues.find(tokens, tagged, learned)


@lru_cache(maxsize=1)
def resolved(text: str, publisher: str | None) -> tuple[list[Attribution], Resolution]:
    """The resolvers after they have read a text, kept as `_replayed` is."""
    from attrib import pipeline
    from attrib.article import metadata
    from attrib.outlets import mentions as outlets
    from attrib.resolution.resolve import Resolution
    from attrib.words import quotes, sentences

    layout, tokens, _, _ = _replayed(text, SHIPPED)
    plain = layout.plain
    document = metadata.read(plain, publisher=publisher)
    quotations, _ = quotes.find(plain)
    attributions = pipeline.attributions_of(tokens)
    mentions = outlets.find(plain, publisher=document.publisher, credited=document.credits)
    resolution = Resolution(document, quotations, sentences.split(plain, quotations), mentions)
    resolution.speakers(attributions)
    return [*layout.restore(tuple(attributions))], resolution
