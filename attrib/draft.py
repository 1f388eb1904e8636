"""Check the quotations of a draft against the sources they were taken from.

Each quotation is looked for word by word. What editors may do to a quotation (cut with an
ellipsis, insert in brackets, fit capitals and the last mark to the sentence) is told apart from
what they may not: other words. Where the words are found, so is who says them there.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, groupby, pairwise
from typing import Any, Literal

import regex
from attrs import evolve, field, frozen

from attrib import quotes
from attrib.model import Analysis, Quotation, Record, Span, Speaker
from attrib.speakers import same_name
from attrib.wording import Words, key_of, matches, words_of

Status = Literal["verbatim", "edited", "altered", "misattributed", "not found", "not checked"]
Edit = Literal[
    "marks", "capitals", "punctuation", "ending", "ellipsis", "insertion", "filler", "spacing"
]

_EDITORIAL = regex.compile(
    r"""(?P<ellipsis>
        \[\s?(?:…|\.\s?\.\s?\.(?:\s?\.)?)\s?\]|\(\s?(?:…|\.\s?\.\s?\.)\s?\)|…|\.\s?\.\s?\.(?:\s?\.)?
    )
    |(?P<mended>\p{L}++\[\p{L}++\]\p{L}*+|\[\p{L}++\]\p{L}++)
    |(?P<inserted>\[[^\[\]\n]{1,200}+\]|\([^()\n]{1,200}+\))""",
    regex.VERBOSE,
)
_BRACKETED = regex.compile(r"\[[^\[\]\n]{1,200}+\]|\([^()\n]{1,200}+\)")
_ENDS_SENTENCE = regex.compile(r"[.!?:]\s*[“”\"‘’']?\s*$")
_LABEL = regex.compile(r"(?m)^[ \t]{0,8}(\p{Lu}[\p{L}.'’\- ]{1,50}+)(?:\([^()\n]{1,60}+\))?:\s")
_SENTENCE_END = regex.compile(r"[.!?]\s")
_STRAIGHT = str.maketrans("’ʼ‘", "'''")
_NOT_PUNCTUATION = regex.compile(r"[\s“”„\"‘’‚'`«»‹›]+")
_DASHES = regex.compile(r"--+|[–—―‒]")
_AFTER = regex.compile(r"[^\p{L}\p{N}\s]{0,4}")

_TYPOGRAPHY = frozenset(("same", "marks", "ending"))
"""Differences that every house style makes and that leave a quotation verbatim."""
_FILLERS = frozenset(("uh", "um", "er", "erm", "ah", "hmm", "mm"))
_NEGATIONS = frozenset(("not", "no", "never", "nor", "neither", "cannot", "nothing", "nobody"))
_NAMED = ("person", "organization", "outlet", "document")
_ROLE_LABELS = frozenset(("q", "a", "question", "answer", "reporter", "moderator", "host"))

_SHORT = 3
"""Up to so many words a quotation must be found whole, and proves nothing about who spoke."""
_ANCHORS = 40
"""Rarest word pairs of a quotation by which it is looked for in a source."""
_PLACES = 2000
"""Places kept of a word pair in one source."""
_WINDOWS = 24
"""Places of a source where a quotation is compared word by word."""
_REPLACED_BY_BRACKETS = 6
_HASTY_OMISSION = 3
"""A negation among so few words left out turns the sentence round."""
_ACROSS_ELLIPSIS = 200


@frozen
class Piece:
    """A stretch of a quotation beside the same place of the source."""

    draft: str
    source: str
    edit: Edit | Literal["same", "changed"]
    """`changed` is what an editor may not do; the others but `same` are fair edits."""

    def __str__(self) -> str:
        if self.edit not in ("changed", "ellipsis", "insertion", "filler"):
            return self.draft
        left = f"[-{self.source}-]" if self.source else ""
        return left + (f"{{+{self.draft}+}}" if self.draft else "")


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
class _Token:
    """A word of a draft's quotation."""

    key: str
    start: int
    end: int
    inserted: bool = False
    """It stands in brackets."""
    stem: str | None = None
    """What is left of `walk[ed]` without the brackets; None for other words."""
    after_ellipsis: bool = False


@frozen(kw_only=True)
class _Quoted:
    """A quotation of the draft, ready to be looked for."""

    text: str = field(repr=False)
    quotation: Quotation
    tokens: tuple[_Token, ...]
    speaker: Speaker | None
    attributed: bool

    @property
    def keys(self) -> list[str]:
        return [token.key for token in self.tokens]

    @property
    def own(self) -> int:
        """Number of words that are not insertions."""
        return sum(not token.inserted for token in self.tokens)

    @property
    def anchors(self) -> list[tuple[str, ...]]:
        """What it is looked for by: pairs of neighbouring words, or the one word it has."""
        if self.own == 1:
            return [(token.key,) for token in self.tokens if not token.inserted]
        return [
            (a.key, b.key)
            for a, b in zip(self.tokens, self.tokens[1:], strict=False)
            if not (a.inserted or b.inserted or b.after_ellipsis)
        ]


@frozen(kw_only=True)
class _Found:
    """A place where a quotation stands in a source, and how it compares."""

    source: str
    span: Span
    pieces: tuple[Piece, ...]
    matched: float
    speaker: str | None
    agrees: bool | None
    """Whether it is said by whom the draft names; None where one of them names nobody."""

    @property
    def changed(self) -> bool:
        return any(piece.edit == "changed" for piece in self.pieces)

    @property
    def rank(self) -> tuple[bool, int, float, bool]:
        return (
            not self.changed,
            {True: 2, None: 1, False: 0}[self.agrees],
            self.matched,
            all(piece.edit == "same" for piece in self.pieces),
        )


def _verdict(item: _Quoted, found: _Found | None) -> QuotationCheck:
    name = item.speaker.name if item.speaker else None
    if found is None:
        checked = item.attributed or not _is_term(item)
        status: Status = "not found" if checked else "not checked"
        return QuotationCheck(quotation=item.quotation, status=status, speaker=name)
    if found.agrees is False and item.own > _SHORT:
        status = "misattributed"
    elif found.changed:
        status = "altered"
    else:
        edits = {piece.edit for piece in found.pieces}
        status = "verbatim" if edits <= _TYPOGRAPHY else "edited"
    return QuotationCheck(
        quotation=item.quotation,
        status=status,
        speaker=name,
        source=found.source,
        found=found.span,
        found_speaker=found.speaker,
        pieces=found.pieces,
    )


def _is_term(item: _Quoted) -> bool:
    """Whether nobody need have said it: a word or two in scare quotes, a title."""
    words = [item.text[token.start : token.end] for token in item.tokens]
    long = [word for word in words if len(word) > 3]
    return item.own <= _SHORT or (len(words) <= 10 and all(word[0].isupper() for word in long))


def _quoted(draft: Analysis, voices: _Voices, quotation: Quotation) -> _Quoted:
    covering = voices.records(quotation.start, quotation.end)
    record = covering[0] if covering else None
    return _Quoted(
        text=draft.document.text,
        quotation=quotation,
        tokens=tuple(_tokens(draft.document.text, quotation)),
        speaker=record.speaker if record else None,
        attributed=record is not None,
    )


def _tokens(text: str, quotation: Quotation) -> Iterator[_Token]:
    """The words of a quotation, those in brackets and those after an ellipsis marked so."""
    after_ellipsis = False
    for span in quotation.spans:
        done = span.start
        for match in [*_EDITORIAL.finditer(text, span.start, span.end), None]:
            end = match.start() if match else span.end
            for token in _plain_tokens(text, done, end):
                yield evolve(token, after_ellipsis=after_ellipsis)
                after_ellipsis = False
            if match is None:
                break
            done = match.end()
            if match["ellipsis"]:
                after_ellipsis = True
            elif match["mended"]:
                whole = regex.sub(r"[\[\]]", "", match[0])
                stem = key_of(regex.sub(r"\[\p{L}+\]", "", match[0]))
                yield _Token(
                    key=key_of(whole),
                    start=match.start(),
                    end=done,
                    stem=stem,
                    after_ellipsis=after_ellipsis,
                )
                after_ellipsis = False
            else:
                # Words in square brackets are never the source's; in round ones they may be.
                prefix = "[" if match[0][0] == "[" else ""
                for token in _plain_tokens(text, match.start(), done):
                    yield evolve(
                        token,
                        key=prefix + token.key,
                        inserted=True,
                        after_ellipsis=after_ellipsis,
                    )
                    after_ellipsis = False


def _plain_tokens(text: str, start: int, end: int) -> Iterator[_Token]:
    words = words_of(text, start, end)
    for key, at, stop in zip(words.keys, words.starts, words.ends, strict=True):
        yield _Token(key=key, start=at, end=stop)


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
        labels = list(_LABEL.finditer(analysis.document.text))
        # Fewer lines that begin with a name and a colon are no transcript.
        self._labels = [(m.start(), m[1].strip()) for m in labels] if len(labels) > 2 else []

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
            aligned = _align(quoted[n], text, words, low, high)
            if aligned is None:
                continue
            pieces, span, matched = aligned
            speaker, agrees = _judge(quoted[n], voices, span)
            found = _Found(
                source=name,
                span=span,
                pieces=pieces,
                matched=matched,
                speaker=speaker,
                agrees=agrees,
            )
            if best is None or found.rank > best.rank:
                best = found
        if best is not None:
            yield n, best


def _windows(
    item: _Quoted, places: Mapping[tuple[str, ...], Sequence[int]], size: int
) -> Iterator[tuple[int, int]]:
    """Ranges of words where most of the quotation's rarest word pairs come together."""
    anchors = sorted(
        {anchor for anchor in item.anchors if places.get(anchor)},
        key=lambda anchor: (len(places[anchor]), anchor),
    )
    hits = sorted((at, anchor) for anchor in anchors[:_ANCHORS] for at in places[anchor])
    length = len(item.tokens)
    ellipses = sum(token.after_ellipsis for token in item.tokens)
    width = 2 * length + 12 + _ACROSS_ELLIPSIS * ellipses
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


@frozen
class _Cut:
    """A piece before its words are cut out: offsets into the draft and into the source."""

    draft: tuple[int, int]
    source: tuple[int, int]
    edit: Edit | Literal["same", "changed"]
    omits: bool = False
    """An ellipsis stands for the source's words."""


def _align(
    item: _Quoted, text: str, words: Words, low: int, high: int
) -> tuple[tuple[Piece, ...], Span, float] | None:
    """The quotation beside the words `low` to `high` of a source; None where it is not there."""
    blocks = [(i, low + k, size) for i, k, size in matches(item.keys, words.keys[low:high])]
    _drop_strays(item, blocks)
    shared = sum(not token.inserted for i, _, size in blocks for token in item.tokens[i : i + size])
    if not shared or shared < _needed(item.own) * item.own:
        return None
    last_i, last_k, last_size = blocks[-1]
    lead = sum(not token.inserted for token in item.tokens[: blocks[0][0]])
    tail = sum(not token.inserted for token in item.tokens[last_i + last_size :])
    first = max(low, blocks[0][1] - lead)
    last = min(high, last_k + last_size + tail)
    cuts: list[_Cut] = []
    at_i, at_k = 0, first
    for i, k, size in [*blocks, (len(item.tokens), last, 0)]:
        if i > at_i or k > at_k:
            cuts.append(_parted(item, text, words, (at_i, i), (at_k, k)))
        cuts.extend(_shared(item, text, words, (i, k), size, (first, last)))
        at_i, at_k = i + size, k + size
    span = Span.of(text, words.starts[first], words.ends[last - 1])
    return tuple(_pieces(item.text, text, cuts)), span, shared / item.own


def _needed(own: int) -> float:
    """Share of a quotation's words that must be there, in order, for it to be found at all."""
    return 1.0 if own <= _SHORT else 0.75 if own <= 5 else 0.6


def _drop_strays(item: _Quoted, blocks: list[tuple[int, int, int]]) -> None:
    """Take from both ends the common words that only happen to stand in the window."""

    def stray(
        edge: tuple[int, int, int], left: tuple[int, int, int], right: tuple[int, int, int]
    ) -> bool:
        leap = (right[1] - left[1] - left[2]) - (right[0] - left[0] - left[2])
        between = item.tokens[left[0] + left[2] : right[0] + 1]
        slack = _ACROSS_ELLIPSIS if any(token.after_ellipsis for token in between) else 8
        return leap > slack and 3 * edge[2] < leap

    while len(blocks) > 1 and stray(blocks[0], blocks[0], blocks[1]):
        del blocks[0]
    while len(blocks) > 1 and stray(blocks[-1], blocks[-2], blocks[-1]):
        del blocks[-1]


def _shared(
    item: _Quoted,
    text: str,
    words: Words,
    at: tuple[int, int],
    size: int,
    whole: tuple[int, int],
) -> Iterator[_Cut]:
    """The words that quotation and source share from `at` on, and the marks after each."""
    shouted = text[words.starts[whole[0]] : words.ends[whole[1] - 1]].isupper()
    for n in range(size):
        i, k = at[0] + n, at[1] + n
        token, start, end = item.tokens[i], words.starts[k], words.ends[k]
        edit = _word_edit(item, i, text, start, end, shouted)
        draft_end = token.end
        if i + 1 == len(item.tokens):
            stop = item.quotation.spans[-1].end
            after = _AFTER.match(text, end)
            tail, source_tail = item.text[token.end : stop], after[0] if after else ""
            if edit == "same":
                edit = _ending_edit(tail, source_tail)
            draft_end += len(tail.rstrip("”\"’'»"))
            end += len(source_tail.rstrip("”\"’'»"))
        elif n + 1 < size:
            stop, source_stop = item.tokens[i + 1].start, words.starts[k + 1]
            gap, source_gap = item.text[token.end : stop], text[end:source_stop]
            if edit == "same":
                edit = _gap_edit(gap, source_gap)
            draft_end, end = token.end + len(gap.rstrip()), end + len(source_gap.rstrip())
        yield _Cut((token.start, draft_end), (start, end), edit)


def _word_edit(
    item: _Quoted, i: int, text: str, start: int, end: int, shouted: bool
) -> Edit | Literal["same", "changed"]:
    """How a word of the draft differs from the same word of the source."""
    token = item.tokens[i]
    draft, source = item.text[token.start : token.end], text[start:end]
    if draft == source:
        return "same"
    if token.stem is not None:
        return "insertion"
    draft, source = (word.translate(_STRAIGHT) for word in (draft, source))
    if draft == source:
        return "marks"
    if draft.casefold() != source.casefold():
        return "punctuation"
    begins = (
        shouted
        or i == 0
        or token.after_ellipsis
        or item.tokens[i - 1].inserted
        or _ENDS_SENTENCE.search(item.text, max(0, token.start - 6), token.start)
        or _ENDS_SENTENCE.search(text, max(0, start - 6), start)
    )
    return "capitals" if begins else "changed"


def _gap_edit(draft: str, source: str) -> Edit | Literal["same"]:
    """How the marks between two words differ."""
    if _plain(draft) != _plain(source):
        return "punctuation"
    return "same" if draft.split() == source.split() else "marks"


def _ending_edit(draft: str, source: str) -> Edit | Literal["same"]:
    """How the last marks differ: comma and full stop go by the sentence they stand in."""
    if _plain(draft) == _plain(source):
        return "same"
    told = {mark for mark in _plain(draft + source) if mark in "?!"}
    return "ending" if not told else "punctuation"


def _plain(marks: str) -> str:
    """Marks as they are compared: no quotation marks, no spaces, one sort of dash."""
    return _DASHES.sub("-", _NOT_PUNCTUATION.sub("", marks)).replace("...", "…")


def _parted(
    item: _Quoted, text: str, words: Words, draft: tuple[int, int], source: tuple[int, int]
) -> _Cut:
    """A place where quotation and source have different words, and whether that is fair."""
    tokens = item.tokens[draft[0] : draft[1]]
    keys = words.keys[source[0] : source[1]]
    elided = any(token.after_ellipsis for token in item.tokens[draft[0] : draft[1] + 1])
    start = words.starts[source[0]] if keys else 0
    stretch = (start, words.ends[source[1] - 1]) if keys else (0, 0)
    negated = any(key in _NEGATIONS or key.endswith("n't") for key in keys)
    edit: Edit | Literal["changed"] = "changed"
    if not tokens:
        cut = text[stretch[0] : stretch[1]]
        keyed = enumerate(keys, source[0])
        hasty = negated and len(keys) <= _HASTY_OMISSION and not _SENTENCE_END.search(cut)
        if elided and not hasty:
            edit = "ellipsis"
        elif all(key in _FILLERS or _is_bracketed(text, words, k) for k, key in keyed):
            edit = "filler" if _FILLERS.issuperset(keys) else "insertion"
        return _Cut((0, 0), stretch, edit, omits=elided)
    if all(token.inserted for token in tokens):
        if not negated and (elided or len(keys) <= _REPLACED_BY_BRACKETS):
            edit = "insertion"
    elif len(tokens) == len(keys) == 1 and tokens[0].stem:
        if keys[0].startswith(tokens[0].stem) or keys[0].endswith(tokens[0].stem):
            edit = "insertion"
    elif "".join(token.key for token in tokens) == "".join(keys):
        edit = "spacing"
    begin, end = tokens[0].start, tokens[-1].end
    if tokens[0].inserted and item.text[begin - 1] in "[(":
        begin -= 1
    if tokens[-1].inserted and item.text[end : end + 1] in ("]", ")"):
        end += 1
    return _Cut((begin, end), stretch, edit)


def _is_bracketed(text: str, words: Words, k: int) -> bool:
    """Whether a word of the source stands in brackets: `(laughter)`, `[sic]`."""
    start, end = words.starts[k], words.ends[k]
    around = _BRACKETED.finditer(text, max(0, start - 200), end + 200)
    return any(match.start() < start and end < match.end() for match in around)


def _pieces(draft: str, source: str, cuts: Sequence[_Cut]) -> Iterator[Piece]:
    """The words of each cut; neighbours without a difference come as one piece."""
    for edit, group in groupby(cuts, key=lambda cut: cut.edit):
        run = list(group)
        for cut in [_joined(run)] if edit == "same" else run:
            words = "…" if cut.omits else draft[cut.draft[0] : cut.draft[1]]
            yield Piece(
                " ".join(words.split()),
                " ".join(source[cut.source[0] : cut.source[1]].split()),
                edit,
            )


def _joined(run: Sequence[_Cut]) -> _Cut:
    first, last = run[0], run[-1]
    return _Cut((first.draft[0], last.draft[1]), (first.source[0], last.source[1]), first.edit)
