"""The marks of a paragraph: which there are, and whether one opens, closes or means something else.

A single mark between two letters is an apostrophe and never comes up; of the others the shape or
the spacing tells the direction, and where neither does, what is open already.
"""

from __future__ import annotations

from typing import NamedTuple

from attrib.lazily import re

# The first class is what a fast search looks for. What follows accepts a double mark, the first of
# three apostrophes that close ('No,'''), two single marks that touch, and a single mark that does
# not stand between two letters.
_MARK = re.compile(
    r"[\"“”„‟«»‹›'‘’‚`](?:(?<=[\"“”„‟«»‹›])|(?<=[^\s(\['`]')(?=''(?!'))|(?<=')'|(?<=`)`"
    r"|(?<=‘)‘|(?<=’)’|(?!\w)|(?<!\w.))"
)
FAMILIES = {
    **dict.fromkeys(("“", "”", '"', "„", "‟", "``", "''", "‘‘", "’’"), "double"),
    **dict.fromkeys("«»", "guillemet"),
    **dict.fromkeys("‹›", "angle"),
    **dict.fromkeys("‘’'‚`", "single"),
}
STRAIGHT = ('"', "''")
_SHAPED_TO_OPEN = frozenset(("“", "„", "‟", "«", "‹", "``", "‘‘", "‘", "‚"))
_SHAPED_TO_CLOSE = frozenset(("”", "»", "›", "’’", "’"))
# Marks of writing direction and zero-width spaces count as gaps, as white space does.
_INVISIBLE = "\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
_OPENS_AFTER = frozenset("([{<—–―-/|" + _INVISIBLE)
_CLOSES_BEFORE = frozenset(".,;:!?)]}>—–―-/|…" + _INVISIBLE)
_ENDS_CLAUSE = frozenset(".,!?…;:)]—–-%")
_FEET = re.compile(r"\d['’′]\s?\d{1,2}")

# Words that have lost their beginning, and years that have lost their century.
ELISION = re.compile(
    r"(?:em|till?|t(?:is|was|were|will|would|isn|wasn)|cause|cuz|co[sz]|bout|round|neath|nuff|hood"
    r"|cept|gainst|tude|fro|scuse|im|er|ere|ave|ead|nother|kay|sup|[nms]|\d\ds?)\b",
    re.IGNORECASE,
)
_NEVER_OPENS = re.compile(r"\d\ds\b|n['’‘]")


class Mark(NamedTuple):
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


def read(text: str, start: int, end: int) -> list[Mark]:
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
        elif text[at - 1 : stop] == "“”" and after.isalnum() and not before.isalnum():
            expected = stop
            continue  # `“”We go,” she said`: set twice
        marks.append(Mark(at, stop, text[at:stop], before, after))
        expected = stop
    return marks


def next_double(marks: list[Mark], index: int) -> Mark | None:
    nearby = marks[index : index + 4]
    return next((mark for mark in nearby if FAMILIES[mark.glyph] != "single"), None)


def is_empty(mark: Mark, upcoming: Mark | None) -> bool:
    """Whether a straight mark and the next have nothing between them: alt=""."""
    if mark.glyph != '"' or upcoming is None:
        return False
    return upcoming.glyph == '"' and upcoming.start == mark.end and not mark.after.isalnum()


def is_opening(mark: Mark, innermost: str | None, upcoming: Mark | None) -> bool:
    """Whether a double mark opens, by its shape and spacing and by what is open already.

    `innermost` is the mark that opened the innermost quotation of its family.
    """
    gap_before, gap_after = mark.follows_gap, mark.precedes_gap
    if mark.before == "=" and not gap_after:
        return True
    if mark.glyph in STRAIGHT:
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


def is_measure(
    text: str, mark: Mark, innermost: str | None, straight: int, upcoming: Mark | None
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
        return mark.glyph in STRAIGHT or mark.glyph == "”"
    if mark.glyph in STRAIGHT:
        return innermost not in STRAIGHT or straight % 2 == 1
    if mark.glyph != "”" or upcoming is None or upcoming.glyph != "”":
        return False
    return _FEET.search(text, max(0, mark.start - 6), mark.start) is not None


def leads(text: str, mark: Mark) -> bool:
    """Whether a single mark stands where speech begins: paragraph, after a colon, “‘Go,’ …”."""
    if mark.before == "\n" or text[mark.start - 2 : mark.start] in (": ", ", "):
        return True
    return text[mark.start - 1] in '“"'


def may_open(text: str, mark: Mark) -> bool:
    """Whether a single mark may open a quotation; if it finds no partner it does not."""
    if mark.after.isspace() or (mark.after in _CLOSES_BEFORE and mark.after not in ".…-—"):
        return False
    if not mark.follows_gap:
        return mark.before in ":," and mark.after.isalnum()
    if ELISION.match(text, mark.end) is None:
        return True
    # ‘20 people died,’ he said; but never the ’90s.
    return leads(text, mark) and _NEVER_OPENS.match(text, mark.end) is None


def closing_rank(text: str, mark: Mark) -> int:
    """How surely a single mark closes: 3 after punctuation, 2 after a word, 1 after s, 0 not."""
    if mark.after.isalnum() or mark.before.isspace():
        return 0
    if mark.before in _ENDS_CLAUSE:
        return 3
    if mark.before in "sSxXzZ" or mark.before.isdigit():
        return 1
    # dancin’, singin’
    return 1 if text[max(0, mark.start - 2) : mark.start] == "in" else 2
