"""One tokenising pass over the text, shared by every stage that looks at words.

Tokens are parallel lists rather than objects: a megabyte of news has 200,000 of them, and the
detector asks for single fields of single tokens.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from operator import itemgetter
from sys import intern

from attrs import frozen

from attrib.lazily import re
from attrib.model import Quotation

# Words keep inner hyphens, points and apostrophes (`state-run`, `U.S`, `didn’t`) but not a
# possessive: `Ruiz’s` is two tokens, since the cue may begin with the second. Numbers keep inner
# points and commas. Every other character that is not white space is a token of its own, but for
# dashes, ellipses and the doubled marks of typewriter quotations.
_TOKEN = re.compile(
    r"""[^\W_]+(?:(?:[-&.·]|['’](?![sS]\b)|,(?=\d))[^\W_]+)*
    |['’][sS]\b
    |\.\.+|--+|``|''
    |[^\s\w]|_+""",
    re.VERBOSE,
)

OPEN, CLOSE = "“", "”"
"""The word of every token that opens or closes a quotation, whatever mark the text uses."""

MARK = '"'
"""That of one around what nobody says: `told “The Late Lagoon”`."""

PADDING = 8
"""Empty strings that `forms`, `words` and `depth` have beyond the last token, so that looking a
few tokens back or ahead needs no check of bounds (an index below zero meets them as well)."""

LONGEST_SENTENCE = 400
"""In tokens. A longer one, such as a table or a speech without a paragraph, is read in pieces, so
that no word costs more than its neighbourhood. None of 30,000 sentences of news is longer."""


@frozen(eq=False)
class Tokens:
    """The tokens of one text; index `i` of each list speaks of the same token."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    forms: Sequence[str]
    """As written; padded."""
    words: Sequence[str]
    """In lower case, apostrophes straight; `“` and `”` for whatever opens and closes; padded."""
    depth: Sequence[int]
    """How many quotations the token stands in; the marks count as inside; padded with zeros."""
    sentences: Sequence[tuple[int, int]]
    """Half-open token ranges, in order, without gaps."""

    def __len__(self) -> int:
        return len(self.starts)

    def range(self, start: int, end: int) -> tuple[int, int]:
        """Half-open token range of what stands between two offsets of the text."""
        return bisect_right(self.ends, start), bisect_left(self.starts, end)

    def starts_paragraph(self, at: int) -> bool:
        """Whether a line break stands between a token and the one before it."""
        gap = self.text[self.ends[at - 1] : self.starts[at]] if at else "\n"
        return "\n" in gap or "\r" in gap

    def paragraphs(self) -> list[tuple[int, int]]:
        """Half-open token ranges of the paragraphs, in order."""
        starts = [first for first, _ in self.sentences if self.starts_paragraph(first)]
        return list(pairwise((*starts, len(self))))

    def offsets(self, first: int, last: int) -> tuple[int, int]:
        """Offsets in the text of the half-open token range `[first, last)`."""
        return self.starts[first], self.ends[last - 1]


def tokenize(
    text: str,
    quotations: Sequence[Quotation],
    sentences: Sequence[tuple[int, int]],
    names: Sequence[Quotation] = (),
) -> Tokens:
    """Tokens of `text`, with the quotations and the sentences (as offsets) they stand in.

    Of the quotations some may be `names`, in which nobody speaks: their marks are marks only.

    >>> tokens = tokenize("Ana Ruiz’s aide didn’t say.", [], [(0, 27)])
    >>> list(tokens.words[:len(tokens)])
    ['ana', 'ruiz', "'s", 'aide', "didn't", 'say', '.']
    >>> tokens.sentences
    [(0, 7)]
    """
    spans = [match.span() for match in _TOKEN.finditer(text)]
    for (_, end), (start, _) in pairwise(sentences):
        if end == start and text[end - 1].isalnum():
            _part(spans, end)
    starts = [span[0] for span in spans]
    ends = [span[1] for span in spans]
    forms = [text[start:end] for start, end in spans]
    words = list(map(intern, map(str.lower, forms)))
    if "’" in text:
        words = [intern(word.replace("’", "'")) if "’" in word else word for word in words]
    depth = [0] * (len(words) + PADDING)
    known, at = 0, 0  # the first token of the last span, and where that starts
    for quotation in quotations:
        for span in quotation.spans:
            if span.start < at:
                known, at = 0, 0
            # A token has at least one code point, so that no search need go further.
            first = bisect_right(ends, span.start, known, min(len(ends), known + span.start - at))
            last = bisect_left(
                starts, span.end, first, min(len(ends), first + span.end - span.start)
            )
            known, at = first, span.start
            if quotation in names and first < last:
                words[first] = words[last - 1] = MARK
                continue
            for i in range(first, last):
                depth[i] += 1
            if first < last and not forms[first][0].isalnum():
                words[first] = OPEN
            if last - 1 > first and not forms[last - 1][-1].isalnum() and _closes(quotation, span):
                words[last - 1] = CLOSE
    forms += [""] * PADDING
    words += [""] * PADDING
    return Tokens(text, starts, ends, forms, words, depth, _sentence_ranges(starts, sentences))


def _part(spans: list[tuple[int, int]], at: int) -> None:
    """Part the token in which a sentence ends: `healRuiz`."""
    i = bisect_left(spans, at, key=itemgetter(1))
    start, end = spans[i]
    if start < at < end:
        spans[i : i + 1] = [(start, at), (at, end)]


def _closes(quotation: Quotation, span: object) -> bool:
    """Whether the last token of a span is its closing mark, and not a full stop left open."""
    return quotation.closed and span is quotation.spans[-1]


def _sentence_ranges(
    starts: Sequence[int], sentences: Sequence[tuple[int, int]]
) -> list[tuple[int, int]]:
    ranges: list[tuple[int, int]] = []
    first = 0
    for end in (*(end for _, end in sentences), starts[-1] + 1 if starts else 0):
        last = bisect_left(starts, end, first)
        while first < last:
            cut = min(last, first + LONGEST_SENTENCE)
            ranges.append((first, cut))
            first = cut
    return ranges
