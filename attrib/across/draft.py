"""Check the quotations of a draft against the sources they were taken from.

Each quotation is looked for word by word. What editors may do to a quotation (cut with an
ellipsis, insert in brackets, fit capitals and the last mark to the sentence) is told apart from
what they may not: other words. Where the words are found, so is who says them there.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import Any, Literal

import regex
from attrs import frozen

from attrib.across.collation import ACROSS_ELLIPSIS, SHORT, Collation, Piece, collate
from attrib.across.passages import Passage
from attrib.across.speakers import same_name
from attrib.analysis import Analysis
from attrib.knowledge.wording import Words, contraction, expansions, words_of
from attrib.model import Quotation, Record, Span, Speaker
from attrib.words import quotes

Status = Literal["verbatim", "edited", "altered", "misattributed", "not found", "not checked"]

_LABEL = regex.compile(r"(?m)^[ \t]{0,8}(\p{Lu}[\p{L}.'’\- ]{1,50}+)(?:\([^()\n]{1,60}+\))?:\s")
_TYPOGRAPHY = frozenset(("same", "marks", "ending"))
"""Differences that every house style makes and that leave a quotation verbatim."""
_NAMED = ("person", "organization", "outlet", "document")
_ROLE_LABELS = frozenset(("q", "a", "question", "answer", "reporter", "moderator", "host"))

_ANCHORS = 40
"""Rarest word pairs of a quotation by which it is looked for in a source."""
_PLACES = 2000
"""Places kept of a word pair in one source."""
_HITS = 1000
"""Places of all its word pairs together, after which no commoner pair is looked for."""
_WINDOWS = 24
"""Places of a source where a quotation is compared word by word."""


@frozen(kw_only=True)
class QuotationCheck:
    """What became of one quotation of a draft."""

    quotation: Quotation
    status: Status
    speaker: str | None
    """Who says it in the draft."""
    source: str | None = None
    """Path or id of the source where it was found."""
    found: Span | None = None
    """Where in that source."""
    found_speaker: str | None = None
    """Who says it there, where the source tells."""
    pieces: tuple[Piece, ...] = ()
    """The whole quotation, beside what the source has."""

    @property
    def ok(self) -> bool:
        """Whether it may be printed: the words are the speaker's, or there was nothing to check."""
        return self.status in ("verbatim", "edited", "not checked")

    @property
    def difference(self) -> str:
        """The quotation with `[-the source's words-]` and `{+the draft's+}` where they part."""
        return " ".join(str(piece) for piece in self.pieces)

    def to_dict(self) -> dict[str, Any]:
        return {
            "status": self.status,
            "ok": self.ok,
            "quotation": [span.to_dict() for span in self.quotation.spans],
            "speaker": self.speaker,
            "source": self.source,
            "found": self.found.to_dict() if self.found else None,
            "found_speaker": self.found_speaker,
            "differences": [
                {"edit": piece.edit, "draft": piece.draft, "source": piece.source}
                for piece in self.pieces
                if piece.edit != "same"
            ],
        }


def check(draft: Analysis, sources: Iterable[Analysis]) -> tuple[QuotationCheck, ...]:
    """Every outermost quotation of the draft, in order, held against the sources.

    The cost grows with the length of the sources; one of them is in memory at a time, if
    `sources` is a generator.

    >>> from attrib.model import Document
    >>> source = Document(text="“We will not raise taxes this year,” said Ana Ruiz.", id="notes")
    >>> draft = Document(text="“We will raise taxes this year,” said Ana Ruiz.", id="draft")
    >>> (found,) = check(Analysis(draft, ()), [Analysis(source, ())])
    >>> found.status, found.difference
    ('altered', 'We will [-not-] raise taxes this year,')
    """
    quotations, _ = quotes.find(draft.document.text)
    voices = _Voices(draft)
    quoted = [_quoted(draft, voices, each) for each in quotations if each.depth == 0]
    pairs: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for n, item in enumerate(quoted):
        for pair in set(item.anchors):
            pairs[pair].append(n)
    best: list[_Found | None] = [None] * len(quoted)
    for source in sources:
        for n, found in _search(source, quoted, pairs):
            before = best[n]
            if before is None or found.rank > before.rank:
                best[n] = found
    return tuple(_verdict(item, found) for item, found in zip(quoted, best, strict=True))


@frozen(kw_only=True)
class _Quoted:
    """A quotation of the draft, ready to be looked for."""

    quotation: Quotation
    passage: Passage
    printed: Passage
    """The same, where the brackets are the source's own."""
    speaker: Speaker | None
    attributed: bool

    @property
    def anchors(self) -> list[tuple[str, ...]]:
        """What it is looked for by: pairs of neighbouring words, or the one word it has."""
        tokens = self.passage.tokens
        if self.passage.own <= 1:
            return [(token.key,) for token in self.printed.tokens if not token.inserted]
        own: list[tuple[str, ...]] = [
            (a.key, b.key)
            for a, b in pairwise(tokens)
            if not (a.inserted or b.inserted or b.after_ellipsis)
        ]
        return [
            *own,
            *((a.key, b.key) for a, b in pairwise(self.printed.tokens)),
            *_retold(self.passage.keys),
        ]


@frozen(kw_only=True)
class _Found:
    """A place where a quotation stands in a source, and how it compares."""

    source: str
    collation: Collation
    speaker: str | None
    agrees: bool | None
    """Whether it is said by whom the draft names; None where one of them names nobody."""

    @property
    def rank(self) -> tuple[bool, int, float, bool]:
        return (
            not self.collation.changed,
            {True: 2, None: 1, False: 0}[self.agrees],
            self.collation.share,
            all(piece.edit == "same" for piece in self.collation.pieces),
        )


def _verdict(item: _Quoted, found: _Found | None) -> QuotationCheck:
    name = item.speaker.name if item.speaker else None
    if found is None:
        wordless = not item.printed.tokens
        checked = not wordless and (item.attributed or not _is_term(item))
        status: Status = "not found" if checked else "not checked"
        return QuotationCheck(quotation=item.quotation, status=status, speaker=name)
    # One word proves nothing; and a place where its speaker says it would have been preferred.
    if found.agrees is False and item.passage.own > 1:
        status = "misattributed"
    elif found.collation.changed:
        status = "altered"
    else:
        edits = {piece.edit for piece in found.collation.pieces}
        status = "verbatim" if edits <= _TYPOGRAPHY else "edited"
    return QuotationCheck(
        quotation=item.quotation,
        status=status,
        speaker=name,
        source=found.source,
        found=found.collation.span,
        found_speaker=found.speaker,
        pieces=found.collation.pieces,
    )


def _retold(keys: Sequence[str]) -> Iterator[tuple[str, ...]]:
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


def _is_term(item: _Quoted) -> bool:
    """Whether nobody need have said it: a word or two in scare quotes, a title."""
    words = [item.passage.text[token.start : token.end] for token in item.passage.tokens]
    long = [word for word in words if len(word) > 3]
    return item.passage.own <= SHORT or (
        len(words) <= 10 and all(word[0].isupper() for word in long)
    )


def _quoted(draft: Analysis, voices: _Voices, quotation: Quotation) -> _Quoted:
    covering = voices.records(quotation.start, quotation.end)
    record = covering[0] if covering else None
    return _Quoted(
        quotation=quotation,
        passage=Passage.of(draft.document.text, quotation),
        printed=Passage.printed(draft.document.text, quotation),
        speaker=record.speaker if record else None,
        attributed=record is not None,
    )


class _Voices:
    """Who says what stands at a place of an article."""

    def __init__(self, analysis: Analysis) -> None:
        self._spans = sorted(
            (
                (span.start, span.end, record)
                for record in analysis.records
                for span in record.content
            ),
            key=lambda entry: entry[:2],
        )
        self._starts = [start for start, _, _ in self._spans]
        self._reach = list(accumulate((end for _, end, _ in self._spans), max))
        self._labels = _labels(analysis.document.text)

    def records(self, start: int, end: int) -> list[Record]:
        """The records in whose content at least half of the stretch stands, innermost first."""
        found = []
        i = bisect_left(self._starts, end) - 1
        while i >= 0 and self._reach[i] > start:
            at, stop, record = self._spans[i]
            if 2 * (min(stop, end) - max(at, start)) >= end - start:
                found.append((stop - at, record))
            i -= 1
        return [record for _, record in sorted(found, key=lambda entry: entry[0])]

    def label(self, start: int) -> str | None:
        """In a transcript, the name before the colon above a place."""
        i = bisect_right(self._labels, (start, "\uffff")) - 1
        return self._labels[i][1] if i >= 0 else None


def _labels(text: str) -> list[tuple[int, str]]:
    """In a transcript, where each name before a colon stands; elsewhere none.

    Metadata (`Photo:`, `Published:`) has colons too: in a transcript names come back, and a
    quarter of the lines have one.
    """
    labels = [(match.start(), match[1].strip()) for match in _LABEL.finditer(text)]
    returning = len({name for _, name in labels}) < len(labels)
    lines = sum(1 for line in text.splitlines() if line.strip())
    return labels if len(labels) > 2 and returning and 4 * len(labels) >= lines else []


def _judge(item: _Quoted, voices: _Voices, span: Span) -> tuple[str | None, bool | None]:
    """Who says the stretch in the source, and whether that is whom the draft names."""
    speakers = [record.speaker for record in voices.records(span.start, span.end)]
    named = [speaker for speaker in speakers if speaker is not None]
    label = voices.label(span.start)
    if label:
        named.append(Speaker(name=label, kind="person", resolved_by="name"))
    if not named:
        return None, None
    if item.speaker is None:
        return named[0].name, None
    verdicts = [_agree(item.speaker, speaker) for speaker in named]
    for verdict in (True, None, False):
        if verdict in verdicts:
            return named[verdicts.index(verdict)].name, verdict
    raise AssertionError("a verdict is one of three")


def _agree(draft: Speaker, source: Speaker) -> bool | None:
    """Whether both are one speaker or one speaks for the other; None where a name is missing."""
    if not (_is_named(draft) and _is_named(source)):
        return None
    draft_names = [name for name in (draft.name, draft.affiliation) if name]
    source_names = [name for name in (source.name, source.affiliation) if name]
    return any(
        same_name(a, b)
        for a in draft_names
        for b in source_names
        if a == draft.name or b == source.name
    )


def _is_named(speaker: Speaker) -> bool:
    """Whether the name is one, and not the words that stand for somebody."""
    words = words_of(speaker.name).keys
    if speaker.kind not in _NAMED or _ROLE_LABELS.intersection(words):
        return False
    described = speaker.kind in ("person", "document") and words[:1] == ("the",)
    return not described and any(char.isupper() for char in speaker.name)


def _search(
    source: Analysis, quoted: Sequence[_Quoted], pairs: Mapping[tuple[str, ...], Sequence[int]]
) -> Iterator[tuple[int, _Found]]:
    """The best place of each quotation in one source."""
    text = source.document.text
    words = words_of(text)
    places: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    keys = words.keys
    grams: list[Iterable[tuple[str, ...]]] = [pairwise(keys)]
    if any(len(anchor) == 1 for anchor in pairs):
        grams.append(zip(keys, strict=False))
    for gram in grams:
        for position, anchor in enumerate(gram):
            if anchor in pairs and len(places[anchor]) < _PLACES:
                places[anchor].append(position)
    if not places:
        return
    voices = _Voices(source)
    name = source.document.path or source.document.id
    for n in sorted({n for anchor in places for n in pairs[anchor]}):
        best = None
        for low, high in _windows(quoted[n], places, len(words)):
            collation = _collated(quoted[n], text, words, low, high)
            if collation is None:
                continue
            span = collation.span
            speaker, agrees = _judge(quoted[n], voices, span)
            if any(piece.edit == "tag" for piece in collation.pieces):
                # In two pieces, of which another may have said one.
                ends = (span.start, span.start + 1), (span.end - 1, span.end)
                both = [_judge(quoted[n], voices, Span.of(text, *end)) for end in ends]
                speaker, agrees = next((who for who in both if who[1] is False), both[0])
            found = _Found(source=name, collation=collation, speaker=speaker, agrees=agrees)
            if best is None or found.rank > best.rank:
                best = found
        if best is not None:
            yield n, best


def _collated(item: _Quoted, text: str, words: Words, low: int, high: int) -> Collation | None:
    """The quotation beside a window of a source, its brackets the source's own or the editor's."""
    printed = collate(item.printed, text, words, low, high)
    if printed is not None and not printed.changed and not printed.brackets_added:
        return printed
    edited = collate(item.passage, text, words, low, high)
    if edited is None or (edited.changed and printed is not None and not printed.changed):
        return printed
    return edited


def _windows(
    item: _Quoted, places: Mapping[tuple[str, ...], Sequence[int]], size: int
) -> Iterator[tuple[int, int]]:
    """Ranges of words where most of the quotation's rarest word pairs come together."""
    anchors = sorted(
        {anchor for anchor in item.anchors if places.get(anchor)},
        key=lambda anchor: (len(places[anchor]), anchor),
    )
    hits: list[tuple[int, tuple[str, ...]]] = []
    for anchor in anchors[:_ANCHORS]:
        if len(hits) > _HITS:
            break  # Common in the source, all of them: a few tell as much as the rest would.
        hits += ((at, anchor) for at in places[anchor])
    hits.sort()
    length = len(item.passage.tokens)
    ellipses = sum(token.after_ellipsis for token in item.passage.tokens)
    width = 2 * length + 12 + ACROSS_ELLIPSIS * ellipses
    inside: Counter[tuple[str, ...]] = Counter()
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
