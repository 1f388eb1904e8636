"""From possible cue words to attributions: weigh them, read them, choose where readings clash.

For each possible cue word: is it a cue? In which order do source, cue and content stand? Where
does each begin and end? Every answer is the option with the greatest sum of learned weights.
`choose` then lets the surest readings stand, nests those that stand in another's content and
drops those that clash; `extend` gives a quotation that goes on without a cue of its own to the
attribution before it.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from attrib import evidence, places, weights
from attrib.cues import CueWord, lemma_and_sort
from attrib.evidence import Scene
from attrib.tokens import CLOSE, OPEN, Tokens

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


def confidence(candidate: Candidate) -> float:
    """The probability that a reading is right, from how sure each choice in it was."""
    learned = weights.numbers("confidence")
    named = zip(SURENESS, sureness(candidate), strict=True)
    return weights.probability(sum(learned[name] * x for name, x in named))


SURENESS = ("always", "cue", "order", "source", "content", "no source")
"""What the confidence in a reading is made of, in the order of `sureness`."""


def sureness(candidate: Candidate) -> tuple[float, ...]:
    """How sure each choice was that made a reading, as the logarithm of its odds or probability."""
    likelihood = min(max(candidate.likelihood, 1e-6), 1 - 1e-6)
    order, source, content = candidate.certainty
    return (
        1.0,
        math.log(likelihood / (1 - likelihood)),
        math.log(max(order, 1e-6)),
        math.log(max(source, 1e-6)),
        math.log(max(content, 1e-6)),
        float(candidate.source is None),
    )


MIN_LIKELIHOOD = 0.3
"""A word less likely to be a cue is not read any further."""


class Limits(NamedTuple):
    """How much confidence a reading needs to become an attribution."""

    plain: float = 0.38
    nested: float = 0.5
    """In the content of another."""
    quoted: float = 0.7
    """In a quotation."""

    def at_least(self, confidence: float) -> Limits:
        """The plain limit at `confidence`, the others no lower."""
        return Limits(confidence, max(self.nested, confidence), max(self.quoted, confidence))


def candidates(scene: Scene, cue_words: Iterable[CueWord], limits: Limits) -> list[Candidate]:
    """A reading of each word that is likely enough a cue."""
    found = []
    table = weights.table("cue")
    for word in cue_words:
        likelihood = weights.probability(weights.score(table, evidence.of_cue(scene, word)))
        if likelihood >= MIN_LIKELIHOOD:
            reading = read(scene, word, likelihood)
            if reading is not None and reading.confidence >= limits.plain:
                found.append(reading)
    return found


def read(scene: Scene, word: CueWord, likelihood: float) -> Candidate | None:
    """The likeliest reading of a cue word; None where no content can be found for it."""
    order, order_certainty = choose_order(scene, word)
    chosen = places.choose(places.CUE_START, scene, word, order, word.at)
    first = chosen[0] if chosen else word.at
    chosen = places.choose(places.CUE_END, scene, word, order, word.at)
    last = chosen[0] if chosen else word.at
    source, source_certainty = _source(scene, word, order, first, last)
    content, content_certainty = _content(scene, word, order, first, last, source)
    if not content:
        return None
    certainty = (order_certainty, source_certainty, content_certainty)
    cue = (first, last + 1)
    if (
        source
        and word.lemma == "according"
        and scene.tags[source[0]] == "PRP$"
        and lemma_and_sort(scene.words[source[1] - 1])[1] != "-"
    ):
        # `According to his announcement`: he is the source, and the announcement signals it.
        cue, source = (first, source[1]), (source[0], source[0] + 1)
    reading = Candidate(word, order, cue, source, content, likelihood, certainty)
    return reading._replace(confidence=confidence(reading))


def choose_order(scene: Scene, word: CueWord) -> tuple[str, float]:
    """The likeliest order of source, cue and content, and its probability."""
    orders, table = weights.option_table("order")
    scores = [0.0] * len(orders)
    for name in evidence.of_order(scene, word):
        for option, weight in table.get(name, ()):
            scores[option] += weight
    best = max(range(len(orders)), key=scores.__getitem__)
    return orders[best], weights.softmax(scores)[best]


def _source(
    scene: Scene, word: CueWord, order: str, first: int, last: int
) -> tuple[TokenRange | None, float]:
    """The source of a cue that begins and ends with the tokens given, and its probability."""
    if "source" not in order:
        return None, 1.0
    if order.index("source") < order.index("cue"):
        end = places.choose(places.SOURCE_END, scene, word, order, first)
        start = end and places.choose(places.SOURCE_START, scene, word, order, end[0])
    else:
        start = places.choose(places.LATER_SOURCE_START, scene, word, order, last)
        end = start and places.choose(places.LATER_SOURCE_END, scene, word, order, start[0])
    if start is None or end is None:
        return None, 0.5
    return (start[0], end[0] + 1), start[1] * end[1]


def _content(
    scene: Scene, word: CueWord, order: str, first: int, last: int, source: TokenRange | None
) -> tuple[tuple[TokenRange, ...], float]:
    """The pieces of content, none where the order's places are empty, and their probability."""
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
    chosen = [*formal, *extend(_compatible(outside, limits), tokens)]
    chosen += _compatible((c for c in within if _tells(c, limits.quoted)), limits)
    return sorted(chosen, key=lambda candidate: candidate.head.at)


def _compatible(candidates: Iterable[Candidate], limits: Limits) -> list[Candidate]:
    """The readings of each sentence that can stand beside each other, the surest first."""
    chosen: list[Candidate] = []
    for _, group in groupby(candidates, key=lambda candidate: candidate.head.first):
        kept: list[Candidate] = []
        for candidate in sorted(group, key=lambda candidate: -candidate.confidence):
            if all(_can_stand_beside(candidate, other, limits) for other in kept):
                kept.append(candidate)
        chosen += sorted(kept, key=lambda candidate: candidate.head.at)
    return chosen


def _can_stand_beside(candidate: Candidate, other: Candidate, limits: Limits) -> bool:
    """Whether a reading can stand beside a surer one of its sentence."""
    at = candidate.head.at
    if other.cue[0] <= at < other.cue[1]:
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
    extended = []
    for candidate in chosen:
        pieces = [*candidate.content]
        if any(words[first] == OPEN for first, _ in pieces):
            pieces = sorted([*pieces, *_other_half(candidate, tokens, taken)])
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
    that the paragraph has, as reporters let a speaker go on.
    """
    if not starts_paragraph(tokens, piece[0]) or tokens.words[before[1] - 1] != CLOSE:
        return True
    return i + 1 == len(sentences) or starts_paragraph(tokens, sentences[i + 1][0])


def _other_half(
    candidate: Candidate, tokens: Tokens, taken: Collection[int]
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


def starts_paragraph(tokens: Tokens, at: int) -> bool:
    """Whether a line break stands between a token and the one before it."""
    gap = tokens.text[tokens.ends[at - 1] : tokens.starts[at]] if at else "\n"
    return "\n" in gap or "\r" in gap
