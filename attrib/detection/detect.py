"""From possible cue words to attributions: weigh them, read them, choose where readings clash.

For each possible cue word: is it a cue? In which order do source, cue and content stand? Where
does each begin and end? Every answer is the option with the greatest sum of learned weights; where
another order or source comes near, both are read to the end, and the surer reading is kept.
`choose` then lets the surest readings stand, nests those that stand in another's content and
drops those that clash; `extend` gives a quotation that goes on without a cue of its own to the
attribution before it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from math import inf, log
from operator import mul
from typing import NamedTuple

from attrib.detection import idioms, places, scoring
from attrib.detection.cues import CueWord, lemma_and_sort
from attrib.detection.evidence import Scene
from attrib.detection.patterns import ORDERS
from attrib.knowledge import weights
from attrib.words.tokens import CLOSE, OPEN, Tokens

TokenRange = tuple[int, int]
"""Half-open range of token indices."""


class Candidate(NamedTuple):
    """One reading of one cue word."""

    head: CueWord
    order: str
    cue: TokenRange
    source: TokenRange | None
    content: tuple[TokenRange, ...]
    likelihood: float
    """Of the word being a cue at all, 0 to 1."""
    certainty: tuple[float, float, float]
    """Probability of the order, of the source's place and of the content's among their options."""
    confidence: float = 0.0
    """Of an annotator marking this attribution, source and content included, 0 to 1."""


FORMAL = 0.95
"""Confidence in what is attributed by its form alone, if nothing else is said."""


def formal(
    head: CueWord,
    order: str,
    cue: TokenRange,
    source: TokenRange,
    content: tuple[TokenRange, ...],
    confidence: float = FORMAL,
) -> Candidate:
    """A reading that its form alone gives, with no choices weighed."""
    return Candidate(
        head, order, cue, source, content, confidence, (1.0, 1.0, 1.0), confidence=confidence
    )


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
    likelihood: float, order: float, source: float, content: float, has_source: bool
) -> float:
    """What `sureness` says for a reading."""
    found = sureness(likelihood, order, source, content, has_source)
    return sum(map(mul, weights.numbers("confidence").values(), found), 0.0)


def _hopeless(
    limit: float, likelihood: float, order: float, source: float, has_source: bool
) -> bool:
    """Whether a reading cannot reach a limit, even if all that is left to choose were sure."""
    return limit > -inf and _sure(likelihood, order, source, 1.0, has_source) < limit


_MARGIN = 1.5
"""How much more than `sureness` what was found may speak for a reading, before it is given up."""


MIN_LIKELIHOOD = 0.3
"""A word less likely to be a cue is not read any further."""


class Limits(NamedTuple):
    """How much confidence a reading needs to become an attribution."""

    plain: float = 0.4
    nested: float = 0.5
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
        if likelihood >= MIN_LIKELIHOOD and not idioms.has_no_content(scene, word):
            weighed = (
                reading._replace(confidence=confidence(scene, reading))
                for reading in readings(scene, word, likelihood, limit)
            )
            surest = max(weighed, key=lambda reading: reading.confidence, default=None)
            if surest is not None and surest.confidence >= limits.plain:
                found.append(surest)
    return found


def likelihood_of(scene: Scene, word: CueWord) -> float:
    """The probability that a word heads a cue."""
    score, tables = scoring.scorer("cue"), scoring.tables("cue")
    return weights.probability(score(tables, scene, word, "", 0, (word.at,))[0])


def confidence(scene: Scene, reading: Candidate) -> float:
    """The probability that a reading is right: by how sure its choices were, and what they gave."""
    sure = _sure(reading.likelihood, *reading.certainty, reading.source is not None)
    score, tables = scoring.scorer("reading"), scoring.tables("reading")
    found = score(tables, scene, reading.head, reading.order, 0, (reading,))[0]
    return weights.probability(sure + found)


def readings(
    scene: Scene, word: CueWord, likelihood: float, limit: float = -inf
) -> Iterator[Candidate]:
    """What a cue word may have been written to attribute: the likeliest order of its parts with
    the likeliest source first, then what the next likeliest would give, where that is not far.

    There are none where no content can be found, or where the choices are too unsure to say as
    much for them as `limit`.
    """
    idiom = idioms.find(scene, word)
    orders = [(idiom.order, 1.0)] if idiom.order else likely_orders(scene, word)
    if idioms.tags_quotation(scene, word):
        orders = [each for each in orders if each[0].startswith("content")] or [_AFTER_QUOTATION]
    for order, order_certainty in orders:
        order = idioms.without_source(scene, word, order)
        if _hopeless(limit, likelihood, order_certainty, 1.0, "source" in order):
            continue
        start = places.choose(places.CUE_START, scene, word, order, word.at)
        end = places.choose(places.CUE_END, scene, word, order, word.at)
        first, last = start[0] if start else word.at, end[0] if end else word.at
        last = last if idiom.cue_last is None else idiom.cue_last
        before = first if idiom.clause is None else idiom.clause
        sources = (
            [(idiom.source, 1.0)]
            if idiom.source
            else _likely_sources(scene, word, order, first, last)
        )
        for source, source_certainty in sources:
            if _hopeless(limit, likelihood, order_certainty, source_certainty, source is not None):
                continue
            content, content_certainty = _content(scene, word, order, before, last, source)
            if content:
                certainty = (order_certainty, source_certainty, content_certainty)
                cue, source = _cue_and_source(scene, word, first, last, source)
                yield Candidate(word, order, cue, source, content, likelihood, certainty)


_AFTER_QUOTATION = ("content-cue-source", 1.0)


def _cue_and_source(
    scene: Scene, word: CueWord, first: int, last: int, source: TokenRange | None
) -> tuple[TokenRange, TokenRange | None]:
    """Cue and source, each as it is marked.

    `According to his announcement`: he is the source, and the announcement signals it.
    """
    if (
        source
        and word.lemma == "according"
        and scene.tags[source[0]] == "PRP$"
        and lemma_and_sort(scene.words[source[1] - 1])[1] != "-"
    ):
        return (first, source[1]), (source[0], source[0] + 1)
    return (first, last + 1), source


def likely_orders(scene: Scene, word: CueWord) -> list[tuple[str, float]]:
    """The likeliest order of source, cue and content, and the next if it is not far; with their
    probabilities."""
    weigh, tables = scoring.scorer("order", rows=True), scoring.tables("order")
    scores = [0.0] * len(ORDERS)
    for row in weigh(tables, scene, word, "", 0, (word.at,))[0]:
        for option, weight in row:
            scores[option] += weight
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
        start = end and places.choose(places.EARLIER_CONTENT_START, scene, word, order, end[0])
        if start and end:
            pieces.append((start[0], end[0] + 1))
            certainty *= start[1] * end[1]
    if "cue-content" in order or order.endswith("content"):
        free = max(last + 1, source[1]) if source and "source-content" in order else last + 1
        start = places.choose(places.CONTENT_START, scene, word, order, free)
        if start and start[0] == word.last:
            # `He said:` with the quotation in a sentence, or paragraph, of its own.
            pieces.append(scene.sentence_at(word.last))
            certainty *= start[1]
        elif start:
            end = places.choose(places.CONTENT_END, scene, word, order, start[0])
            if end:
                stop = end[0] + 1
                if source and start[0] < source[0] < stop:
                    stop = source[0]
                pieces.append((start[0], stop))
                certainty *= start[1] * end[1]
    return tuple(pieces), certainty


_TOLD = frozenset(("statement", "question", "denial"))
"""Within a content only these sorts of cue count: what others said, not what the speaker feels."""


def choose(
    candidates: Sequence[Candidate],
    tokens: Tokens,
    limits: Limits,
    formal: Sequence[Candidate] = (),
) -> list[Candidate]:
    """The readings that stand, in order of the text.

    What is attributed by its form alone, such as turns of a transcript, stands in any case. Cues
    outside quotations come next, with the quotations that go on without a cue of their own; what
    stands in those quotations comes last and never disturbs them.
    """
    spoken = sorted(piece for each in formal for piece in each.content)
    marks = {each.head.at for each in formal}
    starts = [first for first, _ in spoken]
    outside: list[Candidate] = []
    within: list[Candidate] = []
    for candidate in candidates:
        at = candidate.head.at
        piece = bisect_right(starts, at) - 1
        if at not in marks:
            quoted = tokens.depth[at] or (piece >= 0 and at < spoken[piece][1])
            (within if quoted else outside).append(candidate)
    outside = _parted(outside, tokens.words)
    chosen = [*formal, *extend(_compatible(outside, limits), tokens)]
    chosen += _compatible((c for c in within if _tells(c, limits.quoted)), limits)
    return sorted(chosen, key=lambda candidate: candidate.head.at)


def _parted(candidates: Sequence[Candidate], words: Sequence[str]) -> list[Candidate]:
    """The readings, with content cut where the next predicate of the same source begins:
    `She said the road was open and urged drivers to slow down.`"""
    parted = []
    for i, candidate in enumerate(candidates):
        first, last = candidate.content[-1]
        for other in candidates[i + 1 : i + 1 + _NEXT_PREDICATES]:
            begins = other.cue[0] - 1
            if (
                first < begins < last
                and other.source == candidate.source
                and (words[begins] in _JOINS or (words[begins] == "," and other.head.tag == "VBG"))
                and other.content[0][0] >= other.cue[1]
            ):
                candidate = candidate._replace(content=(*candidate.content[:-1], (first, begins)))
                break
        parted.append(candidate)
    return parted


_JOINS = frozenset(("and", "but", "or"))
_NEXT_PREDICATES = 3


def _compatible(candidates: Iterable[Candidate], limits: Limits) -> list[Candidate]:
    """The readings of each sentence that can stand beside each other, the surest first."""
    chosen: list[Candidate] = []
    by_sentence: dict[int, list[Candidate]] = {}
    for first, group in groupby(candidates, key=lambda candidate: candidate.head.first):
        kept = by_sentence[first] = []
        for candidate in sorted(group, key=lambda candidate: -candidate.confidence):
            if all(_can_stand_beside(candidate, other, limits) for other in kept):
                kept.append(candidate)
        chosen += sorted(kept, key=lambda candidate: candidate.head.at)
    return [each for each in chosen if not _taken_by_next(each, by_sentence)]


def _taken_by_next(candidate: Candidate, by_sentence: Mapping[int, Sequence[Candidate]]) -> bool:
    """Whether the content is the sentence after that of the cue, which has a surer cue itself:
    `He declined. “It is fine,” he said.`"""
    first = candidate.content[0][0]
    return first >= candidate.head.last and any(
        other.confidence > candidate.confidence for other in by_sentence.get(first, ())
    )


def _can_stand_beside(candidate: Candidate, other: Candidate, limits: Limits) -> bool:
    """Whether a reading can stand beside a surer one of its sentence."""
    at = candidate.head.at
    if other.cue[0] <= at < other.cue[1] or candidate.cue[0] <= other.head.at < candidate.cue[1]:
        return False
    if stands_in(at, other.content):
        return _tells(candidate, limits.nested)
    if stands_in(other.head.at, candidate.content):
        return True
    shared = sum(
        max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in candidate.content for b in other.content
    )
    return shared <= 0.5 * sum(last - first for first, last in candidate.content)


def _tells(candidate: Candidate, limit: float) -> bool:
    """Whether a reading may stand in the content of another: surely, and of what was said."""
    return candidate.confidence >= limit and not _TOLD.isdisjoint(candidate.head.sort.split("+"))


def stands_in(at: int, ranges: Iterable[TokenRange]) -> bool:
    """Whether a token stands in one of some ranges."""
    return any(first <= at < last for first, last in ranges)


def parents(chosen: Sequence[Candidate]) -> list[int | None]:
    """For each attribution the index of the innermost one in whose content it stands, or None."""
    pieces = sorted(
        (first, last, i) for i, other in enumerate(chosen) for first, last in other.content
    )
    lengths = [sum(last - first for first, last in each.content) for each in chosen]
    found: list[int | None] = []
    for i, candidate in enumerate(chosen):
        first, at = candidate.content[0][0], candidate.head.at
        around = [
            (lengths[j], j)
            for start, end, j in pieces[
                max(0, bisect_right(pieces, (at,)) - _REACH) : bisect_right(pieces, (at,))
            ]
            if start <= first and at < end and lengths[j] > lengths[i]
            if all(stands_in(a, chosen[j].content) for a, _ in candidate.content)
            and all(stands_in(b - 1, chosen[j].content) for _, b in candidate.content)
        ]
        found.append(min(around)[1] if around else None)
    return found


_REACH = 40
"""How many pieces of content that begin before a cue are asked whether they reach over it."""


def extend(chosen: Sequence[Candidate], tokens: Tokens) -> list[Candidate]:
    """Give quotations without a cue of their own to the attribution that they belong to.

    `“A,” she said, “b.”` and `“A,” she said. “B.”` are each one attribution with two pieces, and a
    paragraph that is nothing but a quotation goes on from the one before it.
    """
    words, sentences = tokens.words, tokens.sentences
    starts = [first for first, _ in sentences]
    taken = {first for candidate in chosen for first, _ in candidate.content}
    heads = {candidate.head.at for candidate in chosen}
    extended = []
    for candidate in chosen:
        pieces = [*candidate.content]
        if any(words[first] == OPEN or words[last - 1] == CLOSE for first, last in pieces):
            pieces = sorted([*pieces, *_other_half(candidate, tokens, taken, heads)])
            taken.update(first for first, _ in pieces)
            i = bisect_right(starts, max(candidate.head.at, pieces[-1][0]))
            while i < len(sentences) and sentences[i][0] not in taken:
                piece = _quoted_whole(tokens, *sentences[i])
                if piece is None or not _goes_on(tokens, pieces[-1], piece, sentences, i):
                    break
                pieces.append(piece)
                taken.add(piece[0])
                i += 1
        extended.append(candidate._replace(content=tuple(pieces)))
    return extended


def _goes_on(
    tokens: Tokens,
    before: TokenRange,
    piece: TokenRange,
    sentences: Sequence[tuple[int, int]],
    i: int,
) -> bool:
    """Whether a quotation that fills sentence `i` goes on from the one before it.

    It does in the same paragraph; in the next, if no mark closed the one before, or if it is all
    that the paragraph has, as reporters let a speaker go on that they quote in full.
    """
    if not tokens.starts_paragraph(piece[0]) or tokens.words[before[1] - 1] != CLOSE:
        return True
    if tokens.words[before[0]] != OPEN:
        return False
    return i + 1 == len(sentences) or tokens.starts_paragraph(sentences[i + 1][0])


def _other_half(
    candidate: Candidate, tokens: Tokens, taken: Collection[int], heads: Collection[int]
) -> Iterator[TokenRange]:
    """The half of a quotation that source and cue part from the half already found."""
    words, depth = tokens.words, tokens.depth
    tag_first = min(candidate.cue[0], candidate.source[0] if candidate.source else len(tokens))
    tag_last = max(candidate.cue[1], candidate.source[1] if candidate.source else 0)
    before = all(last <= tag_first for _, last in candidate.content)
    after = all(first >= tag_last for first, _ in candidate.content)
    if before:
        stop = candidate.head.last
        for i in range(tag_last, min(stop, tag_last + _FURTHEST_HALF)):
            if i in heads:
                # `“A,” she said, adding, “b.”`: another cue has what follows.
                return
            if words[i] == OPEN and words[i - 1] == "," and i not in taken:
                yield i, _quotation_end(tokens, i, stop)
                return
    elif after and words[tag_first - 1] == CLOSE and words[tag_first - 2] == ",":
        first = tag_first - 1
        while first > candidate.head.first and depth[first - 1] >= depth[tag_first - 1]:
            first -= 1
        if words[first] == OPEN and first not in taken:
            yield first, tag_first


_FURTHEST_HALF = 30


def _quotation_end(tokens: Tokens, first: int, stop: int) -> int:
    """The token after a quotation that opens at `first`, at most `stop`."""
    last = first + 1
    while last < stop and tokens.depth[last] >= tokens.depth[first]:
        if tokens.words[last] == CLOSE and tokens.depth[last] == tokens.depth[first]:
            return last + 1
        last += 1
    return last


def _quoted_whole(tokens: Tokens, first: int, last: int) -> TokenRange | None:
    """The sentence, if it is a quotation from end to end."""
    end = last
    while end > first and tokens.depth[end - 1] == 0 and tokens.words[end - 1] in _FINAL:
        end -= 1
    whole = tokens.words[first] == OPEN and all(tokens.depth[first:end]) and end > first
    return (first, end) if whole else None


_FINAL = frozenset(".?!,;")
