"""Set a quotation beside the words of a source, and tell fair edits from changed words."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from itertools import groupby
from typing import Literal

import regex
from attrs import evolve, field, frozen

from attrib.knowledge.wording import Words, contraction, key_of, matches, words_of
from attrib.model import Quotation, Span

Edit = Literal[
    "marks",
    "capitals",
    "punctuation",
    "ending",
    "ellipsis",
    "insertion",
    "filler",
    "spacing",
    "tag",
]

_EDITORIAL = regex.compile(
    r"""(?P<ellipsis>
        \[\s?(?:…|\.\s?\.\s?\.(?:\s?\.)?)\s?\]|\(\s?(?:…|\.\s?\.\s?\.)\s?\)|…|\.\s?\.\s?\.(?:\s?\.)?
    )
    |(?P<mended>(?<!\p{L})\p{L}++\[\p{L}++\]\p{L}*+|\[\p{L}++\]\p{L}++)
    |(?P<inserted>\[[^\[\]\n]{1,200}+\]|\([^()\n]{1,200}+\))""",
    regex.VERBOSE,
)
_BRACKETED = regex.compile(r"\[[^\[\]\n]{1,200}+\]|\([^()\n]{1,200}+\)")
_ENDS_SENTENCE = regex.compile(r"[.!?:]\s*[“”\"‘’']?\s*$")
_SENTENCE_END = regex.compile(r"[.!?]\s")
_STRAIGHT = str.maketrans("’ʼ‘", "'''")
_NOT_PUNCTUATION = regex.compile(r"[\s“”„\"‘’‚'`«»‹›]+")
_DASHES = regex.compile(r"--+|[–—―‒]")
_AFTER = regex.compile(r"[^\p{L}\p{N}\s]{0,4}")
# Between two pieces of speech, who says it: ,” said Ana Ruiz, the mayor. “
_TAG = regex.compile(
    r"[.,!?…—–-]{0,3}[”\"’'»“](?:(?![.!?]\s[^“\"‘'«„»])[^\n“”\"«»„]){2,200}+(?<=\s)[“\"‘'«„»]"
)

_FILLERS = frozenset(("uh", "um", "er", "erm", "ah", "hmm", "mm"))
_NEGATIONS = frozenset(("not", "no", "never", "nor", "neither", "cannot", "nothing", "nobody"))

SHORT = 3
"""Up to so many words a quotation must be found whole."""
ACROSS_ELLIPSIS = 200
"""Words of the source that an ellipsis may stand for."""
_REPLACED_BY_BRACKETS = 6
_HASTY_OMISSION = 3
"""A negation among so few words left out turns the sentence round."""
_NEW_CLAUSE = frozenset(("and", "but", "because", "if", "unless", "though", "although"))
"""What is left out with one of these leaves a negation before it to deny something else."""


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


@frozen(kw_only=True)
class Token:
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
class Passage:
    """A quotation of the draft as the words to be looked for."""

    text: str = field(repr=False)
    """The whole draft."""
    tokens: tuple[Token, ...]
    end: int
    """Of the quotation, marks included."""

    @classmethod
    def of(cls, text: str, quotation: Quotation) -> Passage:
        """The words of a quotation, those in brackets and those after an ellipsis marked so."""
        return cls(text=text, tokens=tuple(_tokens(text, quotation)), end=quotation.end)

    @classmethod
    def printed(cls, text: str, quotation: Quotation) -> Passage:
        """The same words as a source has them that prints the brackets itself."""
        spans = quotation.spans
        tokens = [token for span in spans for token in _plain_tokens(text, span.start, span.end)]
        return cls(text=text, tokens=tuple(tokens), end=quotation.end)

    @property
    def keys(self) -> list[str]:
        return [token.key for token in self.tokens]

    @property
    def own(self) -> int:
        """Number of words that are not insertions."""
        return sum(not token.inserted for token in self.tokens)


@frozen
class Collation:
    """A quotation beside the place of a source that it comes from."""

    pieces: tuple[Piece, ...]
    span: Span
    """Of the source."""
    share: float
    """Of the quotation's words that the source has, in order."""

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


@frozen
class _Run:
    """Words of the quotation, and the words of the source that answer to them."""

    draft: tuple[int, int]
    source: tuple[int, int]
    same: bool = True
    """False for a contraction beside the words it is made of."""


@frozen
class _Cut:
    """A piece before its words are cut out: offsets into the draft and into the source."""

    draft: tuple[int, int]
    source: tuple[int, int]
    edit: Edit | Literal["same", "changed"]
    omits: bool = False
    """An ellipsis stands for the source's words."""


def collate(passage: Passage, text: str, words: Words, low: int, high: int) -> Collation | None:
    """The quotation beside the words `low` to `high` of a source; None where it is not there.

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
        _Run((i, i + size), (low + k, low + k + size)) for i, k, size in matches(passage.keys, keys)
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
    passage: Passage, text: str, words: Words, window: tuple[int, int], runs: list[_Run]
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
    cuts: list[_Cut] = []
    at_i, at_k = 0, first
    end = len(passage.tokens)
    for run in [*runs, _Run((end, end), (last, last))]:
        (i, at_next), (k, source_next) = run.draft, run.source
        if i > at_i or k > at_k:
            cuts.append(_parted(passage, text, words, (at_i, i), (at_k, k)))
        if run.same:
            cuts.extend(_shared(passage, text, words, (i, k), at_next - i, (first, last)))
        else:
            cuts.append(_parted(passage, text, words, run.draft, run.source))
        at_i, at_k = at_next, source_next
    span = Span.of(text, words.starts[first], words.ends[last - 1])
    return Collation(tuple(_pieces(passage.text, text, cuts)), span, shared / passage.own)


def _runs_with_contractions(passage: Passage, keys: Sequence[str], low: int) -> list[_Run]:
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
    runs: list[_Run] = []
    for i, k, size in matches(draft, source):
        for n in range(size):
            a, b = draft_at[i + n], draft_at[i + n + 1]
            c, d = source_at[k + n], source_at[k + n + 1]
            same = own[a:b] == list(keys[c:d])
            run = _Run((a, b), (low + c, low + d), same)
            if n and same and runs[-1].same:
                before = runs.pop()
                run = _Run((before.draft[0], b), (before.source[0], low + d))
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


def _drop_strays(passage: Passage, runs: list[_Run]) -> None:
    """Take from both ends the common words that only happen to stand in the window."""

    def stray(edge: _Run, left: _Run, right: _Run) -> bool:
        leap = (right.source[0] - left.source[1]) - (right.draft[0] - left.draft[1])
        between = passage.tokens[left.draft[1] : right.draft[0] + 1]
        slack = ACROSS_ELLIPSIS if any(token.after_ellipsis for token in between) else 8
        return leap > slack and 3 * (edge.draft[1] - edge.draft[0]) < leap

    while len(runs) > 1 and stray(runs[0], runs[0], runs[1]):
        del runs[0]
    while len(runs) > 1 and stray(runs[-1], runs[-2], runs[-1]):
        del runs[-1]


def _shared(
    passage: Passage,
    text: str,
    words: Words,
    at: tuple[int, int],
    size: int,
    whole: tuple[int, int],
) -> Iterator[_Cut]:
    """The words that quotation and source share from `at` on, and the marks after each."""
    quoted = passage.text[passage.tokens[0].start : passage.end]
    shouted = quoted.isupper() or text[words.starts[whole[0]] : words.ends[whole[1] - 1]].isupper()
    for n in range(size):
        i, k = at[0] + n, at[1] + n
        token, start, end = passage.tokens[i], words.starts[k], words.ends[k]
        edit = _word_edit(passage, i, text, start, end, shouted)
        draft_end = token.end
        if i + 1 == len(passage.tokens):
            stop = passage.end
            after = _AFTER.match(text, end)
            tail, source_tail = passage.text[token.end : stop], after[0] if after else ""
            if edit == "same":
                edit = _ending_edit(tail, source_tail)
            draft_end += len(tail.rstrip("”\"’'»"))
            end += len(source_tail.rstrip("”\"’'»"))
        elif n + 1 < size:
            stop, source_stop = passage.tokens[i + 1].start, words.starts[k + 1]
            gap, source_gap = passage.text[token.end : stop], text[end:source_stop]
            if edit == "same":
                edit = _gap_edit(gap, source_gap)
            draft_end, end = token.end + len(gap.rstrip()), end + len(source_gap.rstrip())
        yield _Cut((token.start, draft_end), (start, end), edit)


def _word_edit(
    passage: Passage, i: int, text: str, start: int, end: int, shouted: bool
) -> Edit | Literal["same", "changed"]:
    """How a word of the draft differs from the same word of the source."""
    token = passage.tokens[i]
    draft, source = passage.text[token.start : token.end], text[start:end]
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
        or passage.tokens[i - 1].inserted
        or _ENDS_SENTENCE.search(passage.text, max(0, token.start - 6), token.start)
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
    passage: Passage, text: str, words: Words, draft: tuple[int, int], source: tuple[int, int]
) -> _Cut:
    """A place where quotation and source have different words, and whether that is fair."""
    tokens = passage.tokens[draft[0] : draft[1]]
    keys = words.keys[source[0] : source[1]]
    elided = any(token.after_ellipsis for token in passage.tokens[draft[0] : draft[1] + 1])
    start = words.starts[source[0]] if keys else 0
    stretch = (start, words.ends[source[1] - 1]) if keys else (0, 0)
    negated = any(map(_negates, keys))
    edit: Edit | Literal["changed"] = "changed"
    if not tokens:
        cut = text[stretch[0] : stretch[1]]
        keyed = enumerate(keys, source[0])
        hasty = negated and len(keys) <= _HASTY_OMISSION and not _SENTENCE_END.search(cut)
        if draft[0] and _negates(passage.tokens[draft[0] - 1].key) and not negated:
            # “Nobody [asked us. We] found out”, “will not [raise taxes and will] mend the dam”
            hasty |= bool(_SENTENCE_END.search(cut)) or not _NEW_CLAUSE.isdisjoint(keys)
        if elided and not hasty:
            edit = "ellipsis"
        elif _is_tag(text, words, source):
            edit = "tag"
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
    if tokens[0].inserted and passage.text[begin - 1] in "[(":
        begin -= 1
    if tokens[-1].inserted and passage.text[end : end + 1] in ("]", ")"):
        end += 1
    return _Cut((begin, end), stretch, edit)


def _negates(key: str) -> bool:
    return key in _NEGATIONS or key.endswith("n't")


def _is_tag(text: str, words: Words, source: tuple[int, int]) -> bool:
    """Whether words of the source stand between its quotations and say who speaks there."""
    first, last = source
    if first == 0 or last == len(words):
        return False
    return _TAG.fullmatch(text, words.ends[first - 1], words.starts[last]) is not None


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


def _tokens(text: str, quotation: Quotation) -> Iterator[Token]:
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
                yield Token(
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


def _plain_tokens(text: str, start: int, end: int) -> Iterator[Token]:
    words = words_of(text, start, end)
    for key, at, stop in zip(words.keys, words.starts, words.ends, strict=True):
        yield Token(key=key, start=at, end=stop)
