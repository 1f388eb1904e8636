"""The lines of a text: which line breaks end a paragraph, and which lines are a page's, not its.

Whether lines are wrapped is told from the text itself: in wrapped lines the next word would not
have fitted, they break off in mid-sentence, and most of the next begin in lower case. A single line
break in other texts is none where the sentence, or the quotation, plainly goes on.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache, partial
from itertools import pairwise

from attrs import define

from attrib.lazily import re
from attrib.reading.typography import Edit


@define(eq=False)
class Line:
    """A line that is not blank, without the white space and `>` before and after its words."""

    begin: int
    """Where the line begins."""
    start: int
    """Where its words begin."""
    end: int
    """Where its words end."""
    quoting: int
    """How many `>` stand before it."""
    apart: bool
    """A blank line, or a new page, stands before it."""
    new_page: bool = False
    dropped: bool = False

    @property
    def width(self) -> int:
        return self.end - self.begin - 2 * self.quoting

    @property
    def indent(self) -> int:
        return self.start - self.begin - 2 * self.quoting


_PREFIX = re.compile(r"[ \t]{0,8}((?:>[ \t]?){1,8})")


def read(text: str) -> tuple[list[Line], list[Edit]]:
    """The lines of a text that are not blank, and the `>` of those that have nothing else."""
    lines: list[Line] = []
    edits: list[Edit] = []
    at, apart, new_page = 0, True, False
    for line in text.splitlines(keepends=True):
        start, quoting = 0, 0
        if line.lstrip()[:1] == ">":
            prefix = _PREFIX.match(line)
            if prefix is not None:
                start, quoting = prefix.end(), prefix.group(1).count(">")
        inner = line[start:].strip()
        if inner:
            start = line.index(inner[0], start)
            lines.append(Line(at, at + start, at + start + len(inner), quoting, apart, new_page))
            apart = new_page = False
        else:
            apart = True
            if quoting:
                edits.append(Edit(at, at + start, ""))
        if line[-1] == "\f":
            apart = new_page = True
        at += len(line)
    return lines, edits


_ENDS_SENTENCE = re.compile(r"[.!?…:][\"'”’»)\]]*\Z")
_BULLET = re.compile(r"(?:[-–—*•·●▪◦]|\d{1,3}[.)])\s|[A-Z][A-Z .'’-]{1,40}:")
_FIRST_WORD = re.compile(r"\S{1,60}")
_LAST_WORD = re.compile(r"(?:\A|(?<=[^\w]))\w{1,30}\Z")
# Words with which no line of its own ends.
_UNFINISHED = frozenset(
    "a an and as at because but by for from her his if in into its my of on or our than that the"
    " their to was were which who whose with".split()
)
_SAYS = r"(?:said|says|told|asked|added|adds|replied|wrote|answered|explained|insisted|warned)"
_TAG_BEGUN = re.compile(rf"[\"”’'»],? {_SAYS}\Z")
# `“We go,”` over `Ana Ruiz said.`
_QUOTED_ON = re.compile(r",[\"”’'»]\Z")
_TAG_BELOW = re.compile(rf"(?:[A-Z][\w.’'-]{{0,20}} ){{1,4}}{_SAYS}\b")
_WIDEST = 160
_NARROWEST = 20


def _breaks_off(text: str, line: Line) -> bool:
    """Whether a line ends in mid-sentence."""
    return _ENDS_SENTENCE.search(text, max(line.start, line.end - 6), line.end) is None


def breaks(text: str, lines: Sequence[Line]) -> Iterator[Edit]:
    """Line breaks within a paragraph, as a space; the `>` before a line, as nothing."""
    widths = {depth: _wrapping(text, lines, depth) for depth in {line.quoting for line in lines}}
    paragraph = lines[0] if lines else None
    compounds = cache(partial(_compounds, text))
    for before, line in pairwise(lines):
        joined = (
            not line.apart
            and line.quoting == before.quoting
            and paragraph is not None
            and _goes_on(text, paragraph, before, line, widths[line.quoting])
        )
        if joined:
            yield _joint(text, before, line, compounds)
        else:
            paragraph = line
            if line.quoting:
                yield Edit(line.begin, line.start, "")
    if lines and lines[0].quoting:
        yield Edit(lines[0].begin, lines[0].start, "")


def _wrapping(text: str, lines: Sequence[Line], quoting: int) -> int | None:
    """The least width of a line that may go on in the next; None where lines are not wrapped."""
    pairs = [
        (one, other)
        for one, other in pairwise(lines)
        if not other.apart and one.quoting == other.quoting == quoting
    ]
    if len(pairs) < 2:
        return None
    widths = sorted(one.width for one, _ in pairs)
    middle = widths[len(widths) // 2]
    if not _NARROWEST <= middle <= _WIDEST:
        return None
    width = max(each for each in widths if each <= middle + 15)
    fits = [one.width + 1 + _first_word(text, other) for one, other in pairs]
    breaking = sum(_breaks_off(text, one) for one, _ in pairs)
    going_on = sum(text[other.start].islower() for _, other in pairs)
    if breaking < 0.5 * len(pairs) or going_on < 0.35 * len(pairs):
        return None
    # As full as can be or, set by hand or for an even margin, nearly so.
    for share, least in ((0.7, width + 1), (0.8, int(0.75 * width))):
        if sum(each >= least for each in fits) >= share * len(pairs):
            return least
    return None


def _first_word(text: str, line: Line) -> int:
    match = _FIRST_WORD.match(text, line.start, line.end)
    return match.end() - match.start() if match else 0


def _goes_on(text: str, first: Line, before: Line, line: Line, width: int | None) -> bool:
    """Whether a line goes on with the paragraph that began with `first` and came to `before`."""
    if _BULLET.match(text, line.start, line.end):
        return False
    if width is not None and before.width + 1 + _first_word(text, line) >= width:
        return line.indent <= max(before.indent, first.indent) + 1
    breaks_off = _breaks_off(text, before)
    if breaks_off and text[line.start].islower():
        return True
    if breaks_off and text[before.end - 1] != "," and _is_unfinished(text, before):
        return True
    quoted_on = _QUOTED_ON.search(text, max(before.start, before.end - 6), before.end)
    if breaks_off and quoted_on and _TAG_BELOW.match(text, line.start, line.end):
        return True
    return _is_open(text, first.start, before.end, line)


def _is_unfinished(text: str, line: Line) -> bool:
    tail = text[max(line.start, line.end - 40) : line.end]
    word = _LAST_WORD.search(tail)
    if word is not None and word.group() in _UNFINISHED:
        return True
    return _TAG_BEGUN.search(tail) is not None or _hyphenated(text, line)


def _is_open(text: str, start: int, end: int, line: Line) -> bool:
    """Whether a quotation that opens in `[start, end)` closes in the line, before another opens."""
    if end - start > 4000:
        return False
    for opening, closing in (("“", "”"), ("«", "»"), ("„", "“")):
        if text.count(opening, start, end) > text.count(closing, start, end):
            stop = text.find(closing, line.start, line.end)
            return stop > line.start and opening not in text[line.start : stop]
    if text.count('"', start, end) % 2:
        stop = text.find('"', line.start, line.end)
        return stop > line.start and not text[stop - 1].isspace()
    return False


def _hyphenated(text: str, line: Line) -> bool:
    return text[line.end - 1] in "-‐" and text[line.end - 2 : line.end - 1].isalpha()


# First parts of words that keep their hyphen wherever they stand.
_COMPOUNDS = frozenset(
    "all anti co cross ex far first five four full half hard high ill left long low mid non off old"
    " one part post pre pro right second self semi short six so ten then third three two well"
    " year".split()
)


_COMPOUND = re.compile(r"\b(\w{1,40})-(?=(\w{1,40}))")


def _compounds(text: str) -> list[str]:
    """The words that a text writes with a hyphen, in alphabetical order.

    >>> _compounds("a well-to-do co-owner re-\\nmarked")
    ['co-owner', 'to-do', 'well-to']
    """
    return sorted({f"{match[1]}-{match[2]}" for match in _COMPOUND.finditer(text)})


def _joint(text: str, before: Line, line: Line, compounds: Callable[[], Sequence[str]]) -> Edit:
    """What stands between the words of two lines: a space, or nothing after a hyphen."""
    if not _hyphenated(text, before) or not text[line.start].isalpha():
        return Edit(before.end, line.start, " ")
    head = re.search(r"\w{1,40}\Z", text[max(before.start, before.end - 41) : before.end - 1])
    tail = re.match(r"\w{1,40}", text[line.start : line.end])
    if head is not None and tail is not None and text[line.start].islower():
        compound = f"{head.group()}-{tail.group()}"
        known = compounds()
        near = bisect_left(known, compound)
        written = near < len(known) and known[near].startswith(compound)
        if head.group().lower() not in _COMPOUNDS and not written:
            return Edit(before.end - 1, line.start, "")
    return Edit(before.end, line.start, "")


# Pages.

_PAGE = re.compile(
    r"(?:page|p\.)?\s?\d{1,4}(?:\s?(?:of|/)\s?\d{1,4})?|[-–—|]\s?\d{1,4}\s?[-–—|]|\[?\d{1,4}\]?",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\bpage\s?\d|\A[-–—|[]?\s?\d{1,4}\b|\b\d{1,4}\Z", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_LONGEST_HEAD = 90
_MOST_HEADS = 4


def pages(text: str, lines: Sequence[Line]) -> Iterator[Edit]:
    """Page numbers and running heads that stand between the lines of the prose; they are dropped.

    They are told by the page's end beside them, or by the sentence that they part.
    """
    short = [line.end - line.start <= _LONGEST_HEAD for line in lines]
    numbered = [
        is_short and _NUMBERED.search(text[line.start : line.end]) is not None
        for line, is_short in zip(lines, short, strict=True)
    ]
    if not any(numbered) and not any(line.new_page for line in lines):
        return
    shapes = [
        _DIGITS.sub("0", text[line.start : line.end]) if is_short else ""
        for line, is_short in zip(lines, short, strict=True)
    ]
    counts = Counter(shapes)

    def is_head(i: int) -> bool:
        words = shapes[i]
        if not words or text[lines[i].end - 1] == ":":
            return False
        return _PAGE.fullmatch(words) is not None or counts[words] > 1 or words.isupper()

    compounds = cache(partial(_compounds, text))
    i = 1
    while i < len(lines):
        stop = i
        while stop < len(lines) and stop - i < _MOST_HEADS and is_head(stop):
            stop += 1
        if stop == i or stop == len(lines):
            i += 1
            continue
        before, after, heads = lines[i - 1], lines[stop], lines[i:stop]
        parted = _breaks_off(text, before) and text[after.start].islower()
        paged = any(line.new_page for line in (*heads, after)) and all(
            _PAGE.fullmatch(shapes[k]) or counts[shapes[k]] > 1 for k in range(i, stop)
        )
        if paged or (parted and any(numbered[i:stop])):
            for line in heads:
                line.dropped = True
            goes_on = parted or (paged and _breaks_off(text, before))
            after.apart = not goes_on
            if goes_on:
                yield _joint(text, before, after, compounds)
                after.apart = True  # joined already
            else:
                yield Edit(before.end, after.begin, "\n\n")
        i = stop
    yield from _page_breaks(text, lines, compounds)


def _page_breaks(
    text: str, lines: Sequence[Line], compounds: Callable[[], Sequence[str]]
) -> Iterator[Edit]:
    """New pages in mid-sentence with nothing but white space before them."""
    for before, line in pairwise(lines):
        if not line.new_page or before.dropped or line.dropped:
            continue
        if _breaks_off(text, before) and text[line.start].islower():
            yield _joint(text, before, line, compounds)


def blocks(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """Runs of lines with the same number of `>` before them."""
    block: list[Line] = []
    for line in lines:
        if block and line.quoting != block[0].quoting:
            yield block
            block = []
        block.append(line)
    if block:
        yield block
