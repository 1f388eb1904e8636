"""Pair and nest quotation marks; say so when one never closes.

A paragraph is read twice. First the double marks, whose direction their shape or the spacing
tells; then, between those, the single ones, of which most are apostrophes: a single mark counts
only when it finds its partner in the same quotation or outside all of them.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from attrs import Factory, define

from attrib.model import Note, Quotation, Span
from attrib.reading.text import paragraphs

NEVER_CLOSES = "a quotation mark never closes"
NEVER_OPENED = "a closing quotation mark without an opening one; ignored"
CROSSES = "a quotation that crosses another; ignored"
TOO_DEEP = "quotation marks nested too deep; ignored"

Use = Literal["speech", "name", "title", "scare"]

# Nobody nests deeper than four; the bound keeps ten thousand opening marks from costing ten
# thousand copies of the paragraph.
_MAX_DEPTH = 8

# The first class is what a fast search looks for. What follows accepts a double mark, the first of
# three apostrophes that close ('No,'''), two single marks that touch, and a single mark that does
# not stand between two letters.
_MARK = re.compile(
    r"[\"“”„‟«»‹›'‘’‚`](?:(?<=[\"“”„‟«»‹›])|(?<=[^\s(\['`]')(?=''(?!'))|(?<=')'|(?<=`)`"
    r"|(?<=‘)‘|(?<=’)’|(?!\w)|(?<!\w.))"
)
_FAMILIES = {
    **dict.fromkeys(("“", "”", '"', "„", "‟", "``", "''", "‘‘", "’’"), "double"),
    **dict.fromkeys("«»", "guillemet"),
    **dict.fromkeys("‹›", "angle"),
    **dict.fromkeys("‘’'‚`", "single"),
}
_STRAIGHT = ('"', "''")
_SHAPED_TO_OPEN = frozenset(("“", "„", "‟", "«", "‹", "``", "‘‘", "‘", "‚"))
_SHAPED_TO_CLOSE = frozenset(("”", "»", "›", "’’", "’"))
# Marks of writing direction and zero-width spaces count as gaps, as white space does.
_INVISIBLE = "\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
_OPENS_AFTER = frozenset("([{<—–―-/|" + _INVISIBLE)
_CLOSES_BEFORE = frozenset(".,;:!?)]}>—–―-/|…" + _INVISIBLE)
_ENDS_CLAUSE = frozenset(".,!?…;:)]—–-%")
_BLANK = re.compile(r"\s*")
_ONE_BREAK = re.compile(r"[^\S\r\n]*(?:\r\n?|\n)[^\S\r\n]*")
_FEET = re.compile(r"\d['’′]\s?\d{1,2}")

# Words that have lost their beginning, and years that have lost their century.
_ELISION = re.compile(
    r"(?:em|till?|t(?:is|was|were|will|would|isn|wasn)|cause|cuz|co[sz]|bout|round|neath|nuff|hood"
    r"|cept|gainst|tude|fro|scuse|im|er|ere|ave|ead|nother|kay|sup|[nms]|\d\ds?)\b",
    re.IGNORECASE,
)
_NEVER_OPENS = re.compile(r"\d\ds\b|n['’‘]")


_SAYS = (
    r"(?:sa(?:id|ys?|ying)|ask(?:ed|s|ing)?|told|tells?|add(?:ed|s|ing)|repl(?:ied|ies|ying)"
    r"|wr(?:ote|ites?|iting)|tweet(?:ed|s|ing)|answer(?:ed|s)|shout(?:ed|s|ing)|chant(?:ed|s|ing)"
    r"|quipped|joked|declar(?:ed|es|ing)|warn(?:ed|s|ing)|insist(?:ed|s|ing)|continued|concluded"
    r"|explain(?:ed|s|ing)|respond(?:ed|s|ing)|recalled|stat(?:ed|es|ing)|thought|cried|yelled)"
)
_LEADS_IN = re.compile(rf"(?:\b{_SAYS}\b,?|\b(?i:that)|:)\s*\Z")
_TAGGED = re.compile(rf"\s+(?:(?:[A-Z][\w.’'-]*|he|she|they|it|I|we|the|\w+)\s+){{0,4}}{_SAYS}\b")
_NAMING = re.compile(
    r"\b(?:known\s(?:\w+\s)?as|go(?:es|ing)?\sby|went\sby|nicknamed?|dubbed|alias|a\.?k\.?a\.?"
    r"|pseudonym|nom\sde\sguerre|code-?named?|call\s(?:sign|me|him|her|them)|(?:the\s)?name)"
    r"\s(?:the\s|of\s|was\s|is\s)?\Z"
)
_WORK = re.compile(
    r"\b(?:films?|movies?|books?|novels?|memoirs?|autobiography|biography|plays?|musicals?|songs?"
    r"|singles?|albums?|series|shows?|sitcoms?|dramas?|comed(?:y|ies)|program(?:me)?s?|podcasts?"
    r"|documentar(?:y|ies)|episodes?|columns?|essays?|editorials?|poems?|operas?|ballets?|paintings?"
    r"|exhibitions?|magazines?|games?|hits?|stor(?:y|ies)|(?:en)?titled|headlined|reality|NBC|ABC"
    r"|CBS|CNN|Fox(?:\sNews)?|MSNBC|BBC)(?:['’]s?)?,?\s\Z"
)
_DISTANCE = re.compile(
    r"\b(?:(?i:so-called|the\s(?:words?|terms?|phrases?|labels?|slogan|hashtag|motto))\s"
    r"|(?:call|label|brand|deem)(?:s|ed|ing)?\s(?:it|him|her|them|us|me|this|that)\s"
    r"|(?:an?|the|this|these|those|such|any|no|some|of|as|like)\s(?:\w+\s)?)\Z"
)
_FUNCTION_WORDS = frozenset(
    ("a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with")
)
# What a name or a title seldom has and a statement in a headline does: ‘I Fear It Is True’.
_CLAUSE = re.compile(
    r"\b(?:I|we|you|he|she|they|it|is|are|was|were|will|would|can|could|must|should|has|have|had|do"
    r"|does|did|not|\w+n['’]t|\w+['’](?:re|ll|ve|m))\b",
    re.IGNORECASE,
)
_INNER_STOP = re.compile(r"[.!?;:…]\s")
_WINDOW = 40


class _Mark(NamedTuple):
    start: int
    end: int
    glyph: str
    before: str
    """The character before this mark and all marks it touches; a line break at the start."""
    after: str
    """The character after them; a line break at the paragraph's end."""

    @property
    def follows_gap(self) -> bool:
        return self.before.isspace() or self.before in _OPENS_AFTER

    @property
    def precedes_gap(self) -> bool:
        return self.after.isspace() or self.after in _CLOSES_BEFORE


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
        marks = _marks(self.text, start, end)
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
            self.give_up(quotation, self.end)

    def resume(
        self, marks: list[_Mark], start: int
    ) -> tuple[list[_Open], _Open | None, list[_Mark]]:
        """Go on with what was carried, where this paragraph opens with the marks it opened with."""
        stack: list[_Open] = []
        single: _Open | None = None
        used, expected = 0, start
        for quotation in self.carried:
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

    def is_wrapped(self, start: int) -> bool:
        """Whether the paragraph before broke off in mid-sentence at a single line break."""
        last = self.text[self.end - 1]
        if not last.isalnum() and last not in ",;-–—":
            return False
        return _ONE_BREAK.fullmatch(self.text, self.end, start) is not None

    def pair_doubles(
        self, marks: list[_Mark], stack: list[_Open]
    ) -> tuple[dict[_Open | None, list[_Mark]], list[_Open]]:
        """Pair all but the single marks, and sort those by the quotation they stand in.

        Returns that and what is still open at the end, at most one quotation of each family.
        """
        regions: dict[_Open | None, list[_Mark]] = {}
        by_family: dict[str, list[_Open]] = {"double": [], "guillemet": [], "angle": []}
        for quotation in stack:
            by_family[quotation.family].append(quotation)
        straight = sum(mark.glyph in _STRAIGHT for mark in marks)
        ignored = 0
        empty_until = 0
        for index, mark in enumerate(marks, 1):
            family = _FAMILIES[mark.glyph]
            if family == "single":
                regions.setdefault(stack[-1] if stack else None, []).append(mark)
                continue
            same = by_family[family]
            innermost = same[-1].glyph if same else None
            straight -= mark.glyph in _STRAIGHT
            upcoming = _next_double(marks, index) if mark.glyph in '"”' else None
            if mark.start < empty_until or _is_measure(
                self.text, mark, innermost, straight, upcoming
            ):
                continue
            if innermost is None and straight % 2 and _is_empty(mark, upcoming):
                empty_until = mark.end + 1
            elif _is_opening(mark, innermost, upcoming):
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
        self, marks: list[_Mark], opened: _Open | None, outer: _Open | None
    ) -> _Open | None:
        """Pair the single marks that stand in the same quotation, or outside all quotations.

        Returns what is still open at the end, if it stands where speech begins.
        """
        # From the back: the best closing mark that comes after, before another one opens.
        better = [0] * (len(marks) + 1)
        opens = [_may_open(self.text, mark) for mark in marks]
        ranks = [_closing_rank(self.text, mark) for mark in marks]
        for index in range(len(marks) - 1, -1, -1):
            better[index] = 0 if opens[index] else max(better[index + 1], ranks[index])
        for index, mark in enumerate(marks):
            if opens[index]:
                if opened is not None and opened.leads:
                    self.give_up(opened, mark.start)
                leads = _leads(self.text, mark) and _ELISION.match(self.text, mark.end) is None
                opened = _Open("single", mark.glyph, mark.start, mark.end, outer=outer, leads=leads)
            elif opened is not None and ranks[index] and ranks[index] >= better[index + 1]:
                if opened.glyph == "’" and ranks[index] < 2:
                    continue
                if ranks[index] == 1 and self.goes_on(opened, mark):
                    continue
                self.close(opened, mark.start, mark.end)
                opened = None
        return opened if opened is not None and opened.leads else None

    def goes_on(self, opened: _Open, mark: _Mark) -> bool:
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
        stop = end if quotation.cut is None else quotation.cut
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

    def note(self, reason: str, mark: _Mark) -> None:
        self.notes.append(Note(reason, Span(mark.start, mark.end, mark.glyph)))


def _marks(text: str, start: int, end: int) -> list[_Mark]:
    places = [match.span() for match in _MARK.finditer(text, start, end)]
    if not places:
        return []
    follows = []
    after, expected = "\n", -1
    for at, stop in reversed(places):
        if stop != expected:
            after = text[stop] if stop < end else "\n"
        elif text[stop] in _SHAPED_TO_OPEN and text[at:stop] in _SHAPED_TO_CLOSE:
            after = "\n"  # ‘Yes’“No”
        follows.append(after)
        expected = at
    marks = []
    before, expected = "\n", -1
    for (at, stop), after in zip(places, reversed(follows), strict=True):
        if at != expected:
            before = text[at - 1] if at > start else "\n"
        marks.append(_Mark(at, stop, text[at:stop], before, after))
        expected = stop
    return marks


def _repeats(mark: _Mark, quotation: _Open) -> bool:
    """Whether `mark`, at a paragraph's start, says that a carried quotation goes on."""
    if quotation.family == "single":
        return mark.glyph == quotation.glyph
    return _FAMILIES[mark.glyph] == quotation.family and not mark.after.isspace()


def _next_double(marks: list[_Mark], index: int) -> _Mark | None:
    nearby = marks[index : index + 4]
    return next((mark for mark in nearby if _FAMILIES[mark.glyph] != "single"), None)


def _is_empty(mark: _Mark, upcoming: _Mark | None) -> bool:
    """Whether a straight mark and the next have nothing between them: alt=""."""
    if mark.glyph != '"' or upcoming is None:
        return False
    return upcoming.glyph == '"' and upcoming.start == mark.end and not mark.after.isalnum()


def _is_opening(mark: _Mark, innermost: str | None, upcoming: _Mark | None) -> bool:
    """Whether a double mark opens, by its shape and spacing and by what is open already.

    `innermost` is the mark that opened the innermost quotation of its family.
    """
    gap_before, gap_after = mark.follows_gap, mark.precedes_gap
    if mark.before == "=" and not gap_after:
        return True
    if mark.glyph in _STRAIGHT:
        return gap_before if gap_before != gap_after else innermost is None
    if mark.glyph in _SHAPED_TO_CLOSE:
        if innermost is not None:
            return False
        # ”Swedish” and »German« open so, and so does a mark turned wrongly: He says,” we go.”
        if mark.before == "\n" or (gap_before and not mark.after.isspace()):
            return True
        return mark.before in ",:" and upcoming is not None and upcoming.glyph == mark.glyph
    if innermost is None:
        return gap_before or not gap_after or not mark.before.isalnum()
    return not mark.after.isspace() if gap_before else not gap_after


def _is_measure(
    text: str, mark: _Mark, innermost: str | None, straight: int, upcoming: _Mark | None
) -> bool:
    """Whether a mark after a digit means inches or seconds: a 6" pipe, 5'10".

    `straight` counts the straight marks still to come; where it is odd, the one that closes the
    quotation is still among them.
    """
    if mark.glyph == "''" and mark.before.isalnum() and mark.after.isalnum():
        return True
    if not mark.before.isdigit() or (mark.after.isalnum() and mark.after not in "xX×"):
        return False
    if innermost is None:
        return mark.glyph in _STRAIGHT or mark.glyph == "”"
    if mark.glyph in _STRAIGHT:
        return innermost not in _STRAIGHT or straight % 2 == 1
    if mark.glyph != "”" or upcoming is None or upcoming.glyph != "”":
        return False
    return _FEET.search(text, max(0, mark.start - 6), mark.start) is not None


def _leads(text: str, mark: _Mark) -> bool:
    """Whether a single mark stands where speech begins: paragraph, after a colon, “‘Go,’ …”."""
    if mark.before == "\n" or text[mark.start - 2 : mark.start] in (": ", ", "):
        return True
    return text[mark.start - 1] in '“"'


def _may_open(text: str, mark: _Mark) -> bool:
    """Whether a single mark may open a quotation; if it finds no partner it does not."""
    if mark.after.isspace() or (mark.after in _CLOSES_BEFORE and mark.after not in ".…-—"):
        return False
    if not mark.follows_gap:
        return mark.before in ":," and mark.after.isalnum()
    if _ELISION.match(text, mark.end) is None:
        return True
    # ‘20 people died,’ he said; but never the ’90s.
    return _leads(text, mark) and _NEVER_OPENS.match(text, mark.end) is None


def _closing_rank(text: str, mark: _Mark) -> int:
    """How surely a single mark closes: 3 after punctuation, 2 after a word, 1 after s, 0 not."""
    if mark.after.isalnum() or mark.before.isspace():
        return 0
    if mark.before in _ENDS_CLAUSE:
        return 3
    if mark.before in "sSxXzZ" or mark.before.isdigit():
        return 1
    # dancin’, singin’
    return 1 if text[max(0, mark.start - 2) : mark.start] == "in" else 2


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


def classify(text: str, quotation: Quotation) -> Use:
    """What a quotation is used for, by its own words and the nearest ones around it.

    `speech` is the answer wherever nothing tells otherwise; the others are seldom records.

    >>> [classify(text, find(text)[0][0]) for text in ("so-called “experts”", "“Go,” he said")]
    ['scare', 'speech']
    >>> [classify(text, find(text)[0][0]) for text in ("the film “Red Hills”", "Li “Ace” Wu")]
    ['title', 'name']
    """
    if len(quotation.spans) > 1 or quotation.end - quotation.start > 80:
        return "speech"
    inner = text[quotation.start + 1 : quotation.end - 1].strip("'’‘`\"”“ ")
    core = inner.rstrip(",.")
    words = core.split()
    before = text[max(0, quotation.start - _WINDOW) : quotation.start]
    if not words or _INNER_STOP.search(core):
        return "speech"
    if len(words) <= 5 and _NAMING.search(before):
        return "name"
    in_title_case = all(word[0].isupper() or word in _FUNCTION_WORDS for word in words)
    in_title_case = in_title_case and core[0].isupper()
    if in_title_case and _WORK.search(before):
        return "title"
    if _LEADS_IN.search(before) or _TAGGED.match(text, quotation.end, quotation.end + _WINDOW):
        return "speech"
    if in_title_case and core[-1] not in "!?" and not _CLAUSE.search(core):
        return _name_or_title(text, quotation, words, before)
    if (
        core[0].islower()
        and len(words) <= 3
        and inner[-1] not in ".!?"
        and _DISTANCE.search(before)
    ):
        return "scare"
    return "speech"


def _name_or_title(text: str, quotation: Quotation, words: list[str], before: str) -> Use:
    after = text[quotation.end : quotation.end + 2]
    if len(words) <= 3 and before[-2:-1].isalpha() and after[:1] == " " and after[1:].isupper():
        return "name"  # Li “Ace” Wu
    all_capitals = all(word[0].isupper() for word in words)
    if 2 <= len(words) <= 3 and all_capitals and not before.endswith(("the ", "a ", "an ", "The ")):
        return "name"
    return "title" if len(words) > 1 else "name"
