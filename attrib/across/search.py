"""Find the places of a source where the words of a draft's quotation may stand."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, pairwise

from attrs import frozen

from attrib.across.collation import ACROSS_ELLIPSIS, SHORT, Collation, collate
from attrib.across.passages import Passage
from attrib.knowledge.wording import Words, contraction, expansions
from attrib.model import Quotation, Speaker

_ANCHORS = 40
"""Rarest word pairs of a quotation by which it is looked for in a source."""
_PLACES = 2000
"""Places kept of a word pair in one source."""
_HITS = 1000
"""Places of all its word pairs together, after which no commoner pair is looked for."""
_WINDOWS = 24
"""Places of a source where a quotation is compared word by word."""

Anchor = tuple[str, ...]
"""Neighbouring words by which a quotation is looked for."""


@frozen(kw_only=True)
class Quoted:
    """A quotation of the draft, ready to be looked for."""

    quotation: Quotation
    passage: Passage
    printed: Passage
    """The same, where the brackets are the source's own."""
    speaker: Speaker | None
    attributed: bool

    @property
    def is_term(self) -> bool:
        """Whether nobody need have said it: a word or two in scare quotes, a title."""
        words = [self.passage.text[token.start : token.end] for token in self.passage.tokens]
        long = [word for word in words if len(word) > 3]
        return self.passage.own <= SHORT or (
            len(words) <= 10 and all(word[0].isupper() for word in long)
        )

    @property
    def anchors(self) -> list[Anchor]:
        """What it is looked for by: pairs of neighbouring words, or the one word it has."""
        tokens = self.passage.tokens
        if self.passage.own <= 1:
            return [(token.key,) for token in self.printed.tokens if not token.inserted]
        own: list[Anchor] = [
            (a.key, b.key)
            for a, b in pairwise(tokens)
            if not (a.inserted or b.inserted or b.after_ellipsis)
        ]
        return [
            *own,
            *((a.key, b.key) for a, b in pairwise(self.printed.tokens)),
            *_retold(self.passage.keys),
        ]


def _retold(keys: Sequence[str]) -> Iterator[Anchor]:
    """Word pairs that a source has where it has contractions for these words, or words for these.

    >>> list(_retold(["well", "i", "am", "sorry"]))
    [('well', "i'm"), ("i'm", 'sorry')]
    """
    for i, key in enumerate(keys):
        shorts = (1, contraction(key)), (2, contraction(*keys[i : i + 2]))
        others = [(1, words) for words in expansions(key)]
        others += [(size, (short,)) for size, short in shorts if short is not None]
        for size, words in others:
            yield from pairwise((*keys[max(0, i - 1) : i], *words, *keys[i + size : i + size + 1]))


def places_of(words: Words, anchors: Iterable[Anchor]) -> Mapping[Anchor, Sequence[int]]:
    """Where each of the anchors stands among the words of a source."""
    wanted = frozenset(anchors)
    places: defaultdict[Anchor, list[int]] = defaultdict(list)
    grams: list[Iterable[Anchor]] = [pairwise(words.keys)]
    if any(len(anchor) == 1 for anchor in wanted):
        grams.append(zip(words.keys, strict=False))
    for gram in grams:
        for position, anchor in enumerate(gram):
            if anchor in wanted and len(places[anchor]) < _PLACES:
                places[anchor].append(position)
    return places


def collations(
    item: Quoted, text: str, words: Words, places: Mapping[Anchor, Sequence[int]]
) -> Iterator[Collation]:
    """The quotation beside each place of a source where it may stand."""
    for low, high in (*_exact(item, words, places), *_windows(item, places, len(words))):
        found = _collated(item, text, words, low, high)
        if found is not None:
            yield found


def _exact(
    item: Quoted, words: Words, places: Mapping[Anchor, Sequence[int]]
) -> Iterator[tuple[int, int]]:
    """Where the very words stand: prose and marks, side by side, have windows of their own."""
    keys = tuple(item.passage.keys)
    same = (
        (at, at + len(keys))
        for at in places.get(keys[: 2 if item.passage.own > 1 else 1], ())
        if words.keys[at : at + len(keys)] == keys
    )
    return islice(same, _WINDOWS)


def _collated(item: Quoted, text: str, words: Words, low: int, high: int) -> Collation | None:
    """The quotation beside a window of a source, its brackets the source's own or the editor's."""
    printed = collate(item.printed, text, words, low, high)
    if printed is not None and not printed.changed and not printed.brackets_added:
        return printed
    edited = collate(item.passage, text, words, low, high)
    if edited is None or (edited.changed and printed is not None and not printed.changed):
        return printed
    return edited


def _windows(
    item: Quoted, places: Mapping[Anchor, Sequence[int]], size: int
) -> Iterator[tuple[int, int]]:
    """Ranges of words where most of the quotation's rarest word pairs come together."""
    anchors = sorted(
        {anchor for anchor in item.anchors if places.get(anchor)},
        key=lambda anchor: (len(places[anchor]), anchor),
    )
    hits: list[tuple[int, Anchor]] = []
    for anchor in anchors[:_ANCHORS]:
        if len(hits) > _HITS:
            break  # Common in the source, all of them: a few tell as much as the rest would.
        hits += ((at, anchor) for at in places[anchor])
    hits.sort()
    length = len(item.passage.tokens)
    ellipses = sum(token.after_ellipsis for token in item.passage.tokens)
    width = 2 * length + 12 + ACROSS_ELLIPSIS * ellipses
    inside: Counter[Anchor] = Counter()
    last = 0
    dense: list[tuple[int, int, int]] = []
    for at, anchor in hits:
        while last < len(hits) and hits[last][0] < at + width:
            inside[hits[last][1]] += 1
            last += 1
        dense.append((-len(inside), at, hits[last - 1][0]))
        inside[anchor] -= 1
        if not inside[anchor]:
            del inside[anchor]
    dense.sort()
    chosen: list[int] = []
    for count, first, end in dense:
        if len(chosen) == _WINDOWS or 3 * count > dense[0][0]:
            return
        if all(abs(first - other) > length for other in chosen):
            chosen.append(first)
            yield max(0, first - length), min(size, end + length + 2)
