"""Set a quotation beside the words of a source, run by run."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from itertools import groupby
from typing import Literal

from attrs import frozen

from attrib.across.edits import Cut, Edit, parted, shared_words
from attrib.across.passages import Passage
from attrib.knowledge.wording import Words, contraction, matches
from attrib.model import Span

SHORT = 3
"""Up to so many words a quotation must be found whole."""
ACROSS_ELLIPSIS = 200
"""Words of the source that an ellipsis may stand for."""


@frozen
class Piece:
    """A stretch of a quotation beside the same place of the source."""

    draft: str
    source: str
    edit: Edit | Literal["same", "changed"]
    """`changed` is what an editor may not do; the others but `same` are fair edits."""

    def __str__(self) -> str:
        if self.edit not in ("changed", "ellipsis", "insertion", "filler", "tag"):
            return self.draft
        left = f"[-{self.source}-]" if self.source else ""
        return left + (f"{{+{self.draft}+}}" if self.draft else "")


@frozen
class Run:
    """Words of the quotation, and the words of the source that answer to them: their numbers."""

    draft: tuple[int, int]
    source: tuple[int, int]
    same: bool = True
    """False for a contraction beside the words it is made of."""


@frozen
class Collation:
    """A quotation beside the place of a source that it comes from."""

    pieces: tuple[Piece, ...]
    span: Span
    """Of the source."""
    share: float
    """Of the quotation's words that the source has, in order."""
    runs: tuple[Run, ...]
    """The words that both have."""
    breaks: frozenset[int]
    """Words of the source, by number, before which the quotation has an ellipsis."""

    @property
    def changed(self) -> bool:
        """Whether words differ that no editor may change."""
        return any(piece.edit == "changed" for piece in self.pieces)

    @property
    def brackets_added(self) -> bool:
        """Whether the quotation has brackets round words that the source has without."""
        return any(
            piece.edit == "punctuation" and piece.draft.count(mark) > piece.source.count(mark)
            for piece in self.pieces
            for mark in "[]()"
        )


def collate(passage: Passage, text: str, words: Words, low: int, high: int) -> Collation | None:
    """The quotation beside the words `low` to `high` of a source; None where it is not there.

    >>> from attrib.knowledge.wording import words_of
    >>> from attrib.words.quotes import find
    >>> draft, source = "“[We] will mend … the dam.”", "They will mend, in time, the dam"
    >>> (quotation,), _ = find(draft)
    >>> found = collate(Passage.of(draft, quotation), source, words_of(source), 0, 7)
    >>> [(piece.draft, piece.source) for piece in found.pieces if piece.edit == "insertion"]
    [('[We]', '')]
    >>> [(piece.draft, piece.source) for piece in found.pieces if piece.edit == "ellipsis"]
    [('…', 'in time')]
    """
    keys = words.keys[low:high]
    runs = [
        Run((i, i + size), (low + k, low + k + size)) for i, k, size in matches(passage.keys, keys)
    ]
    found = _set_beside(passage, text, words, (low, high), runs)
    if found is not None and not found.changed:
        return found
    runs = _runs_with_contractions(passage, keys, low)
    retold = _set_beside(passage, text, words, (low, high), runs) if runs else None
    both = [each for each in (found, retold) if each is not None]
    # Of words scattered over a paragraph and words said in one breath, the latter.
    return max(
        both,
        key=lambda each: (not each.changed, each.share, -len(each.span.text)),
        default=None,
    )


def _set_beside(
    passage: Passage, text: str, words: Words, window: tuple[int, int], runs: list[Run]
) -> Collation | None:
    """The quotation beside a window of a source, with which it shares the runs."""
    _drop_strays(passage, runs)
    shared = sum(
        not token.inserted for run in runs for token in passage.tokens[run.draft[0] : run.draft[1]]
    )
    alike = any(run.same for run in runs)
    if not shared or not alike or shared < _needed(passage.own) * passage.own:
        return None
    lead = sum(not token.inserted for token in passage.tokens[: runs[0].draft[0]])
    tail = sum(not token.inserted for token in passage.tokens[runs[-1].draft[1] :])
    first = max(window[0], runs[0].source[0] - lead)
    last = min(window[1], runs[-1].source[1] + tail)
    cuts: list[Cut] = []
    at_i, at_k = 0, first
    end = len(passage.tokens)
    for run in [*runs, Run((end, end), (last, last))]:
        (i, at_next), (k, source_next) = run.draft, run.source
        if i > at_i or k > at_k:
            cuts.append(parted(passage, text, words, (at_i, i), (at_k, k)))
        if run.same:
            cuts.extend(shared_words(passage, text, words, (i, k), at_next - i, (first, last)))
        else:
            cuts.append(parted(passage, text, words, run.draft, run.source))
        at_i, at_k = at_next, source_next
    span = Span.of(text, words.starts[first], words.ends[last - 1])
    breaks = frozenset(run.source[0] for run in runs if passage.tokens[run.draft[0]].after_ellipsis)
    return Collation(
        tuple(_pieces(passage.text, text, cuts)), span, shared / passage.own, tuple(runs), breaks
    )


def _runs_with_contractions(passage: Passage, keys: Sequence[str], low: int) -> list[Run]:
    """The runs where a contraction answers to its words; none where there is no such place."""
    own = passage.keys
    could_be = {*map(contraction, own), *map(contraction, own, own[1:])}
    shorts = {key for key in own if "'" in key} | could_be.intersection(keys)
    if not shorts:
        return []
    draft, draft_at = _joined_words(own, shorts)
    source, source_at = _joined_words(keys, shorts)
    if draft == own and source == list(keys):
        return []
    runs: list[Run] = []
    for i, k, size in matches(draft, source):
        for n in range(size):
            a, b = draft_at[i + n], draft_at[i + n + 1]
            c, d = source_at[k + n], source_at[k + n + 1]
            same = own[a:b] == list(keys[c:d])
            run = Run((a, b), (low + c, low + d), same)
            if n and same and runs[-1].same:
                before = runs.pop()
                run = Run((before.draft[0], b), (before.source[0], low + d))
            runs.append(run)
    return runs


def _joined_words(
    keys: Sequence[str], shorts: Container[str | None]
) -> tuple[list[str], list[int]]:
    """The words, those that may be said as one of `shorts` as that; where each begins, and the end.

    >>> _joined_words(["i", "am", "sorry"], {"i'm"})
    (["i'm", 'sorry'], [0, 2, 3])
    """
    joined: list[str] = []
    starts: list[int] = []
    i = 0
    while i < len(keys):
        pair, single = contraction(*keys[i : i + 2]), contraction(keys[i])
        starts.append(i)
        if pair in shorts and pair is not None:
            joined.append(pair)
            i += 2
        else:
            joined.append(single if single in shorts and single is not None else keys[i])
            i += 1
    return joined, [*starts, len(keys)]


def _needed(own: int) -> float:
    """Share of a quotation's words that must be there, in order, for it to be found at all."""
    return 1.0 if own <= SHORT else 0.75 if own <= 5 else 0.6


def _drop_strays(passage: Passage, runs: list[Run]) -> None:
    """Take from both ends the common words that only happen to stand in the window."""

    def stray(edge: Run, left: Run, right: Run) -> bool:
        leap = (right.source[0] - left.source[1]) - (right.draft[0] - left.draft[1])
        between = passage.tokens[left.draft[1] : right.draft[0] + 1]
        slack = ACROSS_ELLIPSIS if any(token.after_ellipsis for token in between) else 8
        return leap > slack and 3 * (edge.draft[1] - edge.draft[0]) < leap

    while len(runs) > 1 and stray(runs[0], runs[0], runs[1]):
        del runs[0]
    while len(runs) > 1 and stray(runs[-1], runs[-2], runs[-1]):
        del runs[-1]


def _pieces(draft: str, source: str, cuts: Sequence[Cut]) -> Iterator[Piece]:
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


def _joined(run: Sequence[Cut]) -> Cut:
    first, last = run[0], run[-1]
    return Cut((first.draft[0], last.draft[1]), (first.source[0], last.source[1]), first.edit)
