"""Pair and nest quotation marks; say so when one never closes.

A paragraph is read twice. First the double marks, whose direction their shape or the spacing
tells; then, between those, the single ones, of which most are apostrophes: a single mark counts
only when it finds its partner in the same quotation or outside all of them.
"""

from __future__ import annotations

from typing import NamedTuple

from attrs import Factory, define

from attrib.lazily import re
from attrib.model import Note, Quotation, Span
from attrib.reading.text import paragraphs
from attrib.words import marks as marking
from attrib.words.marks import Mark

NEVER_CLOSES = "a quotation mark never closes"
NEVER_OPENED = "a closing quotation mark without an opening one; ignored"
CROSSES = "a quotation that crosses another; ignored"
TOO_DEEP = "quotation marks nested too deep; ignored"

# Nobody nests deeper than four; the bound keeps ten thousand opening marks from costing ten
# thousand copies of the paragraph.
_MAX_DEPTH = 8

_BLANK = re.compile(r"\s*")
_ONE_BREAK = re.compile(r"[^\S\r\n]*(?:\r\n?|\n)[^\S\r\n]*")
# In a paragraph whose quotation never closes: `she asked the crew.` or `said Ruiz, a pilot.` at its
# end, or before the next quotation, after a comma or question mark.
_SAID = r"(?:said|asked|told|replied|added|answered|shouted|cried|wrote)"
_WHO = r"(?:he|she|they|[A-Z][\w’'-]{1,20}(?: [A-Z][\w’'-]{1,20}){0,2})"
_TAG_WITHIN = re.compile(
    rf"(?<=[,?!]) (?:{_WHO} {_SAID}|{_SAID} {_WHO})\b[^.?!“”\"]{{0,60}}\.\s{{0,4}}\Z"
)


@define(eq=False)
class _Open:
    """A quotation that waits for its closing mark."""

    family: str
    glyph: str
    start: int
    """Of its span in the present paragraph."""
    inner: int
    """Where the words begin, there."""
    spans: list[tuple[int, int]] = Factory(list)
    """In the paragraphs before."""
    unmarked: int | None = None
    """How many of the spans stand before the first line that goes on without a mark."""
    cut: int | None = None
    """Where, in this paragraph, the next quotation of the same family opens within it."""
    outer: _Open | None = None
    """Of a single mark: the double marks around it."""
    leads: bool = True
    """It stands where speech begins. Elsewhere a single mark that never closes is no mark."""

    @property
    def first(self) -> int:
        return self.spans[0][0] if self.spans else self.start


class _Found(NamedTuple):
    spans: tuple[tuple[int, int], ...]
    closed: bool


def find(text: str) -> tuple[tuple[Quotation, ...], tuple[Note, ...]]:
    """All quotations of `text`, ordered by start, and a note on every mark without a partner.

    >>> quotations, notes = find("‘I call it “home”,’ the workers’ leader said.")
    >>> [(quotation.depth, quotation.spans[0].text) for quotation in quotations]
    [(0, '‘I call it “home”,’'), (1, '“home”')]
    >>> quotations, notes = find("“We will go.\\n\\n“And we will come back,” she said.")
    >>> [span.text for span in quotations[0].spans]
    ['“We will go.', '“And we will come back,”']
    """
    reader = _Reader(text)
    for start, end in paragraphs(text):
        reader.read(start, end)
    reader.finish()
    quotations = _nest(text, reader.found, reader.notes)
    return quotations, tuple(sorted(reader.notes, key=_place))


class _Reader:
    """Reads paragraph after paragraph; what is found and what is odd gathers in it."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.found: list[_Found] = []
        self.notes: list[Note] = []
        self.carried: list[_Open] = []
        """Not closed at the end of the paragraph before, outermost first."""
        self.start = self.end = 0
        """Of that paragraph; of the present one, once its first marks have been looked at."""

    def read(self, start: int, end: int) -> None:
        marks = marking.read(self.text, start, end)
        if not marks and not self.carried:
            return
        stack, single, rest = self.resume(marks, start)
        self.start, self.end = start, end
        regions, doubles = self.pair_doubles(rest, stack)
        if single is not None:
            regions.setdefault(single.outer, [])
        self.carried = doubles
        for region, singles in regions.items():
            resumed = single if single is not None and single.outer is region else None
            waiting = self.pair_singles(singles, resumed, region)
            if waiting is None:
                continue
            if region is None or region in doubles:
                self.carried.append(waiting)
            else:
                self.give_up(waiting, end)
        self.carried.sort(key=lambda quotation: quotation.first)

    def finish(self) -> None:
        for quotation in self.carried:
            self.give_up(quotation, self.tag_within(quotation) or self.end)

    def resume(self, marks: list[Mark], start: int) -> tuple[list[_Open], _Open | None, list[Mark]]:
        """Go on with what was carried, where this paragraph opens with the marks it opened with."""
        stack: list[_Open] = []
        single: _Open | None = None
        used, expected = 0, start
        for quotation in self.carried:
            tag = self.tag_within(quotation)
            if tag is not None:
                quotation.cut = tag
                self.give_up(quotation, tag)
                continue
            mark = marks[used] if used < len(marks) else None
            if mark is not None and mark.start == expected and _repeats(mark, quotation):
                used, expected = used + 1, mark.end
                quotation.spans.append((quotation.start, self.end))
                quotation.start, quotation.inner, quotation.cut = mark.start, mark.end, None
            elif quotation.family != "single" and self.is_wrapped(start):
                quotation.spans.append((quotation.start, self.end))
                quotation.start, quotation.inner, quotation.cut = start, start, None
                if quotation.unmarked is None:
                    quotation.unmarked = len(quotation.spans)
            else:
                self.give_up(quotation, self.end)
                continue
            if quotation.family == "single":
                single = quotation
                quotation.outer = quotation.outer if quotation.outer in stack else None
            else:
                stack.append(quotation)
        self.carried = []
        return stack, single, marks[used:]

    def tag_within(self, quotation: _Open) -> int | None:
        """Where the closing mark was left out before a tag: `“Now? she asked the crew.`"""
        return self.tag_before(quotation, self.end)

    def tag_before(self, quotation: _Open, end: int) -> int | None:
        """Where a tag begins that stands right before an offset."""
        tag = _TAG_WITHIN.search(self.text, max(quotation.inner, end - 120), end)
        return tag.start() if tag is not None else None

    def is_wrapped(self, start: int) -> bool:
        """Whether the paragraph before broke off in mid-sentence at a single line break."""
        last = self.text[self.end - 1]
        if not last.isalnum() and last not in ",;-–—":
            return False
        return _ONE_BREAK.fullmatch(self.text, self.end, start) is not None

    def pair_doubles(
        self, marks: list[Mark], stack: list[_Open]
    ) -> tuple[dict[_Open | None, list[Mark]], list[_Open]]:
        """Pair all but the single marks, and sort those by the quotation they stand in.

        Returns that and what is still open at the end, at most one quotation of each family.
        """
        regions: dict[_Open | None, list[Mark]] = {}
        by_family: dict[str, list[_Open]] = {"double": [], "guillemet": [], "angle": []}
        for quotation in stack:
            by_family[quotation.family].append(quotation)
        straight = sum(mark.glyph in marking.STRAIGHT for mark in marks)
        ignored = 0
        empty_until = 0
        for index, mark in enumerate(marks, 1):
            family = marking.FAMILIES[mark.glyph]
            if family == "single":
                regions.setdefault(stack[-1] if stack else None, []).append(mark)
                continue
            same = by_family[family]
            innermost = same[-1].glyph if same else None
            straight -= mark.glyph in marking.STRAIGHT
            upcoming = marking.next_double(marks, index) if mark.glyph in '"”' else None
            if mark.start < empty_until or marking.is_measure(
                self.text, mark, innermost, straight, upcoming
            ):
                continue
            if innermost is None and straight % 2 and marking.is_empty(mark, upcoming):
                empty_until = mark.end + 1
            elif marking.is_opening(mark, innermost, upcoming):
                if len(stack) == _MAX_DEPTH:
                    self.note(TOO_DEEP, mark)
                    ignored += 1
                    continue
                if same and same[-1].cut is None:
                    same[-1].cut = mark.start
                stack.append(_Open(family, mark.glyph, mark.start, mark.end))
                same.append(stack[-1])
            elif ignored:
                ignored -= 1
            elif same:
                quotation = same.pop()
                while stack[-1] is not quotation:
                    crossed = stack.pop()
                    by_family[crossed.family].pop()
                    self.give_up(crossed, mark.start)
                stack.pop()
                self.close(quotation, mark.start, mark.end)
            else:
                self.note(NEVER_OPENED, mark)
        for quotations in by_family.values():
            for quotation in quotations[:-1]:
                self.give_up(quotation, self.end)
        return regions, [quotations[-1] for quotations in by_family.values() if quotations]

    def pair_singles(
        self, marks: list[Mark], opened: _Open | None, outer: _Open | None
    ) -> _Open | None:
        """Pair the single marks that stand in the same quotation, or outside all quotations.

        Returns what is still open at the end, if it stands where speech begins.
        """
        # From the back: the best closing mark that comes after, before another one opens.
        better = [0] * (len(marks) + 1)
        opens = [marking.may_open(self.text, mark) for mark in marks]
        ranks = [marking.closing_rank(self.text, mark) for mark in marks]
        for index in range(len(marks) - 1, -1, -1):
            better[index] = 0 if opens[index] else max(better[index + 1], ranks[index])
        for index, mark in enumerate(marks):
            if opens[index]:
                if opened is not None and opened.leads:
                    self.give_up(opened, mark.start)
                leads = (
                    marking.leads(self.text, mark)
                    and marking.ELISION.match(self.text, mark.end) is None
                )
                opened = _Open("single", mark.glyph, mark.start, mark.end, outer=outer, leads=leads)
            elif opened is not None and ranks[index] and ranks[index] >= better[index + 1]:
                if opened.glyph == "’" and ranks[index] < 2:
                    continue
                if ranks[index] == 1 and self.goes_on(opened, mark):
                    continue
                self.close(opened, mark.start, mark.end)
                opened = None
        return opened if opened is not None and opened.leads else None

    def goes_on(self, opened: _Open, mark: Mark) -> bool:
        """Whether `mark`, after an s, is the apostrophe of a speech of several paragraphs.

        ‘We back the workers’ claims.¶‘They are fair,’ he said.
        """
        if opened.start != self.start or not self.text[mark.end : mark.end + 2].strip().islower():
            return False
        following = _BLANK.match(self.text, self.end)
        return following is not None and self.text.startswith(opened.glyph, following.end())

    def close(self, quotation: _Open, inner_end: int, end: int) -> None:
        blank = _BLANK.match(self.text, quotation.inner, inner_end)
        if blank is not None and blank.end() == inner_end and not quotation.spans:
            return
        if self.is_markup(quotation):
            return
        spans = (*quotation.spans, (quotation.start, end))
        # ""We will go,"" is one quotation in doubled marks.
        if self.found and self.found[-1].spans == ((quotation.inner, inner_end),):
            self.found.pop()
        self.found.append(_Found(spans, True))

    def give_up(self, quotation: _Open, end: int) -> None:
        """Let a quotation that never closes end here, or before the next one like it."""
        if quotation.family == "single" and not (quotation.leads and quotation.glyph == "‘"):
            return
        if self.is_markup(quotation):
            return
        stop = end
        if quotation.cut is not None:
            stop = self.tag_before(quotation, quotation.cut) or quotation.cut
        stop = quotation.inner + len(self.text[quotation.inner : stop].rstrip())
        if quotation.unmarked is not None:
            del quotation.spans[quotation.unmarked :]
        elif stop > quotation.inner:
            quotation.spans.append((quotation.start, stop))
        if quotation.spans:
            self.found.append(_Found(tuple(quotation.spans), False))
        mark = quotation.spans[0][0] if quotation.spans else quotation.start
        self.notes.append(Note(NEVER_CLOSES, Span.of(self.text, mark, mark + len(quotation.glyph))))

    def is_markup(self, quotation: _Open) -> bool:
        """Whether it is the value of an attribute in left-over HTML."""
        return self.text[quotation.first - 1 : quotation.first] == "="

    def note(self, reason: str, mark: Mark) -> None:
        self.notes.append(Note(reason, Span(mark.start, mark.end, mark.glyph)))


def _repeats(mark: Mark, quotation: _Open) -> bool:
    """Whether `mark`, at a paragraph's start, says that a carried quotation goes on."""
    if quotation.family == "single":
        return mark.glyph == quotation.glyph
    return marking.FAMILIES[mark.glyph] == quotation.family and not mark.after.isspace()


def _nest(text: str, found: list[_Found], notes: list[Note]) -> tuple[Quotation, ...]:
    found.sort(key=lambda one: (one.spans[0][0], -one.spans[-1][1]))
    quotations = []
    ends: list[int] = []
    for spans, closed in found:
        start, end = spans[0][0], spans[-1][1]
        while ends and ends[-1] <= start:
            ends.pop()
        if ends and end > ends[-1]:
            notes.append(Note(CROSSES, Span.of(text, start, start + 1)))
            continue
        quotations.append(
            Quotation(
                spans=tuple(Span(at, stop, text[at:stop]) for at, stop in spans),
                depth=len(ends),
                closed=closed,
            )
        )
        ends.append(end)
    return tuple(quotations)


def _place(note: Note) -> int:
    return note.span.start if note.span is not None else 0
