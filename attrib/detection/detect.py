"""From possible cue words to readings: which of them are cues, and what each attributes.

For each possible cue word: is it a cue? In which order do source, cue and content stand? Where
does each begin and end? Every answer is the option with the greatest sum of learned weights; where
another order or source comes near, both are read to the end, and the surer reading is kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from math import inf, log
from typing import NamedTuple

from attrib.detection import (
    bare_relatives,
    bounds,
    brackets,
    charges,
    clause_ends,
    clause_tags,
    gaps,
    idioms,
    no_content,
    own_words,
    passives,
    places,
    quoted_edges,
    sayable,
    scoring,
    second_verbs,
    summaries,
    told,
)
from attrib.detection.candidates import Candidate, TokenRange
from attrib.detection.classes import lemma_and_sort
from attrib.detection.cues import CueWord
from attrib.detection.patterns import ORDERS
from attrib.detection.views import Scene
from attrib.knowledge import nouns, weights
from attrib.knowledge.weights import Weights

SURENESS = ("always", "cue", "order", "source", "content", "no source")
"""What the confidence in a reading is made of, in the order of `sureness`."""


def sureness(
    likelihood: float, order: float, source: float, content: float, has_source: bool
) -> tuple[float, ...]:
    """How sure each choice was that made a reading, as the logarithm of its odds or probability."""
    return (
        1.0,
        weights.log_odds(likelihood),
        log(order),
        log(source),
        log(content),
        0.0 if has_source else 1.0,
    )


def _sure(
    learned: Weights,
    odds: float,
    order: float,
    source: float,
    content: float,
    has_source: bool,
) -> float:
    """What `sureness` says for a reading, added up; `odds` are the log-odds of its likelihood."""
    always, of_cue, of_order, of_source, of_content, sourceless = learned.once(_of_sureness)
    sure = always + of_cue * odds + of_order * log(order) + of_source * log(source)
    return sure + of_content * log(content) + (0.0 if has_source else sourceless)


def _of_sureness(learned: Weights) -> tuple[float, ...]:
    """What each member of `sureness` weighs."""
    return tuple(learned.numbers("confidence").values())


def _hopeless(
    learned: Weights, limit: float, odds: float, order: float, source: float, has_source: bool
) -> bool:
    """Whether a reading cannot reach a limit, even if all that is left to choose were sure."""
    return limit > -inf and _sure(learned, odds, order, source, 1.0, has_source) < limit


_MARGIN = 1.5
"""How much more than `sureness` what was found may speak for a reading, before it is given up."""


MIN_LIKELIHOOD = 0.3
"""A word less likely to be a cue is not read any further."""


class Limits(NamedTuple):
    """How much confidence a reading needs to become an attribution."""

    plain: float = 0.4
    nested: float = 0.45
    """In the content of another."""
    quoted: float = 0.7
    """In a quotation."""

    def at_least(self, confidence: float) -> Limits:
        """The plain limit at `confidence`, the others no lower."""
        return Limits(confidence, max(self.nested, confidence), max(self.quoted, confidence))


def candidates(scene: Scene, cue_words: Iterable[CueWord], limits: Limits) -> list[Candidate]:
    """The surest reading of each word that is likely enough a cue."""
    found = []
    limit = weights.log_odds(limits.plain) - _MARGIN
    for word in cue_words:
        likelihood = likelihood_of(scene, word)
        if likelihood >= MIN_LIKELIHOOD and not no_content.has_no_content(scene, word):
            surest, most = None, -inf
            for reading in readings(scene, word, likelihood, limit):
                sure = confidence(scene, reading)
                if sure > most:
                    surest, most = reading, sure
            if surest is not None and sayable.stands(scene, surest, most, limits.plain):
                found.append(_without_others(scene, surest._replace(confidence=most)))
    return found


def _without_others(scene: Scene, reading: Candidate) -> Candidate:
    """A reading without the words of its sentence that grammar gives to others."""
    for without in (
        passives.without_hearer,
        clause_ends.without_main,
        own_words.without,
        gaps.of_relative,
        second_verbs.with_infinitive,
        second_verbs.without,
        brackets.within,
        charges.unowned,
        summaries.of_claim,
        summaries.without,
    ):
        reading = without(scene, reading)
    return reading


def likelihood_of(scene: Scene, word: CueWord) -> float:
    """The probability that a word heads a cue."""
    weigh = scoring.weigher("cue", scene.learned)
    weighed = weights.probability(weigh(scene, word, "", 0, (word.at,))[0])
    return weighed if weighed >= told.SURE else max(weighed, told.likelihood(scene, word))


def confidence(scene: Scene, reading: Candidate) -> float:
    """The probability that a reading is right: by how sure its choices were, and what they gave."""
    odds = weights.log_odds(reading.likelihood)
    sure = _sure(scene.learned, odds, *reading.certainty, reading.source is not None)
    weigh = scoring.weigher("reading", scene.learned)
    found = weigh(scene, reading.head, reading.order, 0, (reading,))[0]
    return weights.probability(sure + found)


def readings(
    scene: Scene, word: CueWord, likelihood: float, limit: float = -inf
) -> Iterator[Candidate]:
    """What a cue word may have been written to attribute: the likeliest order of its parts with
    the likeliest source first, then what the next likeliest would give, where that is not far.

    There are none where no content can be found, or where the choices are too unsure to say as
    much for them as `limit`.
    """
    odds = weights.log_odds(likelihood)
    idiom = idioms.find(scene, word)
    orders = [(idiom.order, 1.0)] if idiom.order else likely_orders(scene, word)
    if idioms.tags_quotation(scene, word):
        # What comes first is settled, however seldom the verb was met there.
        orders = [(order, 1.0) for order, _ in orders if order.startswith("content-cue")][:1]
        orders = orders or [_AFTER_QUOTATION]
    for order, order_certainty in orders:
        order = idioms.without_source(scene, word, order)
        if _hopeless(scene.learned, limit, odds, order_certainty, 1.0, "source" in order):
            continue
        start = places.choose(places.CUE_START, scene, word, order, word.at)
        end = places.choose(places.CUE_END, scene, word, order, word.at)
        first, last = start[0] if start else word.at, end[0] if end else word.at
        first = first if idiom.cue_first is None else idiom.cue_first
        last = last if idiom.cue_last is None else idiom.cue_last
        if last > word.at and _is_about(scene, word, word.at + 1):
            last = word.at  # `said | up to 40 shops would close`
        before = first if idiom.clause is None else idiom.clause
        after = last if idiom.reach is None else idiom.reach

        if idiom.source and "source" not in order:
            before = min(before, idiom.source[0])  # `…, it is understood`
        sources = (
            [(idiom.source, 1.0)]
            if idiom.source and "source" in order
            else _likely_sources(scene, word, order, first, last)
        )
        for source, source_certainty in sources:
            sure = (order_certainty, source_certainty, source is not None)
            if _hopeless(scene.learned, limit, odds, *sure):
                continue
            if source is not None:
                source = bounds.source(scene, word, source)
                if source is None or bounds.tags_nothing(scene, order, source):
                    continue
            content, content_certainty = _content(scene, word, order, before, after, source)
            if quoted_edges.names_topic(scene, content):
                content, last = content[:1], word.at
            if content and source and order == _AROUND:
                around = bare_relatives.content(scene, word, source, content[-1])
                if around is not None:
                    content, content_certainty = around, 1.0
            if content:
                certainty = (order_certainty, source_certainty, content_certainty)
                if source is None and order.endswith("content") and word.tag in ("VBN", "VBD"):
                    by = passives.agent(scene, content[-1])
                    if by and by[0] > content[-1][0]:
                        source = (by[0] + 1, by[1])
                        content = (*content[:-1], (content[-1][0], by[0]))
                cue, source = _cue_and_source(scene, word, first, last, source)
                yield Candidate(word, order, cue, source, content, likelihood, certainty)


def _is_about(scene: Scene, word: CueWord, at: int) -> bool:
    """Whether a word after a verb of saying tells that a number is not exact: `said | up to 40`."""
    if word.tag[:1] not in "VJ" or word.lemma not in _TELLS_NUMBERS:
        return False
    if scene.tags[at] == scene.tags[at + 2] == "CD" and scene.words[at + 1] == "in":
        return True  # `suggest | one in five`
    if scene.words[at] not in _ABOUT:
        return False
    at += 1 + (scene.words[at + 1] == "to")
    return scene.tags[at] == "CD" or scene.words[at] in ("half", "$", "£", "€")


_TELLS_NUMBERS = frozenset(
    "say warn estimate claim add predict confirm announce report suggest believe think".split()
)
_ABOUT = frozenset(("up", "about", "around", "over", "under"))
_AROUND = "content-source-cue-content"
_AFTER_QUOTATION = ("content-cue-source", 1.0)


def _cue_and_source(
    scene: Scene, word: CueWord, first: int, last: int, source: TokenRange | None
) -> tuple[TokenRange, TokenRange | None]:
    """Cue and source, each as it is marked.

    `According to his announcement`: he is the source, and the announcement signals it; but his
    diary is itself one.
    """
    if (
        source
        and word.lemma == "according"
        and scene.tags[source[0]] == "PRP$"
        and lemma_and_sort(scene.words[source[1] - 1])[1] != "-"
        and not _is_paper(scene.words[source[1] - 1])
    ):
        return (first, source[1]), (source[0], source[0] + 1)
    if source and source[0] < first < source[1]:
        source = source[0], first  # `As Ana Ruiz | always says`
    return (first, last + 1), source


def _is_paper(word: str) -> bool:
    """Whether a noun is a document’s that says something itself, and not what somebody says.

    >>> [_is_paper(word) for word in ("accounts", "account", "report", "announcement")]
    [True, False, True, False]
    """
    noun = nouns.lookup(word)
    return noun is not None and noun.category == "document" and word not in _SAYINGS


_SAYINGS = frozenset(
    """account statement statements testimony announcement confession apology declaration disclosure
    estimate estimates calculation calculations prediction predictions forecast advice guidance
    evidence description recommendation recommendations assessment admission speech words
    promise explanation decision opinion""".split()
)
"""What somebody tells, even where it is written down: `according to his account`."""


def likely_orders(scene: Scene, word: CueWord) -> list[tuple[str, float]]:
    """The likeliest order of source, cue and content, and the next if it is not far; with their
    probabilities."""
    rows = scoring.weigher("order", scene.learned)(scene, word, "", 0, (word.at,))[0]
    scores = list(map(sum, zip(*rows, strict=True)))
    return [(ORDERS[i], probability) for i, probability in weights.best_two(scores, LEAST)]


LEAST = 0.2
"""An order, or a source, is read beside the likeliest one if it is at least so probable."""


def _likely_sources(
    scene: Scene, word: CueWord, order: str, first: int, last: int
) -> list[tuple[TokenRange | None, float]]:
    """The likeliest source of a cue that begins and ends with the tokens given, and the next if it
    is not far; with their probabilities."""
    if "source" not in order:
        return [(None, 1.0)]
    if order.index("source") < order.index("cue"):
        near, far, anchor = places.SOURCE_END, places.SOURCE_START, first
    else:
        near, far, anchor = places.LATER_SOURCE_START, places.LATER_SOURCE_END, last
    found: list[tuple[TokenRange | None, float]] = [
        ((min(here, there), max(here, there) + 1), by_near * by_far)
        for here, by_near in places.likely(near, scene, word, order, anchor, LEAST)
        for there, by_far in places.likely(far, scene, word, order, here, LEAST / by_near)
    ]
    return found[:2] or [(None, 0.5)]


def _content(
    scene: Scene, word: CueWord, order: str, first: int, last: int, source: TokenRange | None
) -> tuple[tuple[TokenRange, ...], float]:
    """The pieces of content, none where the order's places are empty, and their probability.

    What stands before the cue ends before `first` and the source; `last` is the end of the cue.
    """
    pieces: list[TokenRange] = []
    certainty = 1.0
    if order.startswith("content"):
        limit = min(first, source[0]) if source else first
        end = places.choose(places.EARLIER_CONTENT_END, scene, word, order, limit)
        if end and clause_tags.lacks_rest(scene, limit - 2) and scene.words[limit - 1] == ",":
            end = limit - 2, end[1]
        start = end and places.choose(places.EARLIER_CONTENT_START, scene, word, order, end[0])
        if start and end:
            begins = start[0]
            if not order.endswith("content"):
                begins = bounds.whole_claim(scene, word, begins, end[0] + 1)
            elif begins <= word.phrase <= end[0] and passives.begins_late(scene, word, begins):
                begins = word.phrase  # `He said | he was told to wait`

            if source and order == "content-source-cue-content":
                begins = bounds.of_relative(scene, word, source, begins, end[0] + 1)
            begins = quoted_edges.start(scene, word, begins, end[0] + 1)
            if scene.words[begins - 1 : end[0] + 1] != ["to", "which"]:  # `to which | she replied`
                pieces.append((begins, end[0] + 1))
            certainty *= start[1] * end[1]
    if "cue-content" in order or order.endswith("content"):
        free = max(last + 1, source[1]) if source and "source-content" in order else last + 1
        start = places.choose(places.CONTENT_START, scene, word, order, free)
        if start and start[0] == word.last:
            # `He said:` with the quotation in a sentence, or paragraph, of its own.
            pieces.append(scene.sentence_at(word.last))
            certainty *= start[1]
        elif start:
            begins = bounds.content_first(scene, word, start[0], word.last)
            end = places.choose(places.CONTENT_END, scene, word, order, begins)
            if end:
                stop = bounds.content_last(scene, word, begins, end[0] + 1)
                if source and begins < source[0] < stop:
                    stop = source[0]
                if not no_content.is_nothing(scene, begins, stop):
                    pieces.append((begins, stop))
                # Grammar is sure of where it puts a beginning.
                certainty *= end[1] * (start[1] if begins == start[0] else 1.0)
    return tuple(bounds.without_sentence_before(scene, pieces, order)), certainty
