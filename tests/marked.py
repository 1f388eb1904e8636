"""Marked text, `{source:Ana Ruiz} {cue:said} {content:…}`, and how far found spans may stray.

Digits tell two attributions apart, a label met twice is two spans of one record, and marks nest.
An article (`read_article`) has who says it, on what day and under which title above its text, and
below it, after a line `===`, a line for each attribution: `number | speaker | kind | chain`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import regex
from attrs import frozen

from attrib.model import Record, Span

_MARK = regex.compile(r"\{(?:(?P<role>[a-z]*)(?P<number>[0-9]*):)?|\}")
_ROLES = ("source", "cue", "content")
_LEADING_THAT = regex.compile(r"[\W_]*that\b", regex.IGNORECASE)


class MarkError(ValueError):
    """Marked text that cannot be read; says where and what was wanted."""


@frozen(kw_only=True)
class Expected:
    """One attribution as a person marked it."""

    number: str
    """The digits of its marks; empty where they have none."""
    content: tuple[Span, ...]
    source: Span | None = None
    cue: Span | None = None


@frozen(kw_only=True)
class Case:
    """A few sentences and the attributions in them."""

    title: str
    text: str
    expected: tuple[Expected, ...] = ()
    exact: bool = False
    """True where the spans must be the marked ones to the letter."""


def parse(marked: str) -> tuple[str, tuple[Expected, ...]]:
    """The text without its marks, and what they mark.

    >>> text, (first,) = parse("{source:Ana Ruiz} {cue:said} {content:it rained}.")
    >>> text, first.source
    ('Ana Ruiz said it rained.', Span(start=0, end=8, text='Ana Ruiz'))
    """
    pieces: list[str] = []
    opened: list[tuple[str, str, int]] = []
    places: dict[str, dict[str, list[tuple[int, int]]]] = {}
    position = length = 0
    for match in _MARK.finditer(marked):
        pieces.append(marked[position : match.start()])
        length += match.start() - position
        position = match.end()
        if match.group() != "}":
            if match["role"] not in _ROLES:
                raise MarkError(f"no such mark at {_around(marked, match.start())}: use {_ROLES}")
            opened.append((match["role"], match["number"], length))
        elif opened:
            role, number, start = opened.pop()
            places.setdefault(number, {}).setdefault(role, []).append((start, length))
        else:
            raise MarkError(f"}} closes nothing at {_around(marked, match.start())}")
    if opened:
        raise MarkError(f"{{{opened[-1][0]}{opened[-1][1]}: never closes in {marked[:40]!r}")
    text = "".join(pieces) + marked[position:]
    return text, tuple(_expected(number, places[number], text) for number in sorted(places))


def read_cases(path: Path) -> list[Case]:
    """The cases of a file: a title line, then marked text; a blank line between two cases.

    A line of `¶` stands for a blank line of the text, a line that begins with `#` is a comment,
    and a title that ends with `!exact` asks for the marked spans to the letter.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    kept = "\n".join(line for line in lines if not line.startswith("#"))
    cases = []
    for block in regex.split(r"\n(?:[ \t]*\n)+", kept.strip("\n")):
        title, _, marked = block.partition("\n")
        if not title.strip():
            continue
        if not marked.strip():
            raise MarkError(f"{path.name}: the case {title!r} has no text under its title")
        try:
            text, expected = parse(regex.sub(r"(?m)^¶$", "", marked))
        except MarkError as error:
            raise MarkError(f"{path.name}: {title}: {error}") from error
        cases.append(
            Case(
                title=title.removesuffix("!exact").strip(),
                text=text,
                expected=expected,
                exact=title.endswith("!exact"),
            )
        )
    return cases


@frozen(kw_only=True)
class Told:
    """An attribution of an article, with who is meant and the way it took."""

    expected: Expected
    speaker: str
    kind: str
    chain: tuple[str, ...]


@frozen(kw_only=True)
class Article:
    """A marked article."""

    name: str
    given: dict[str, str]
    """What `attribute` is told of it: publisher, published, title."""
    text: str
    told: tuple[Told, ...]
    optional: tuple[Span, ...]
    """What a reader may also mark: thoughts, plans."""


def read_article(path: Path) -> Article:
    """A marked article; MarkError where a row or a mark is missing."""
    head, _, rest = path.read_text(encoding="utf-8").partition("\n\n")
    marked, found, table = rest.rpartition("\n===\n")
    if not found:
        raise MarkError(f"{path.name}: no line === between the text and its table")
    rows = {row[0]: row for row in map(_row, table.strip().splitlines())}
    optional = _OPTIONAL.sub(r"{content0:", marked)
    text, expected = parse(optional.strip("\n"))
    if {each.number for each in expected} - {"0"} != rows.keys():
        raise MarkError(f"{path.name}: the numbers of the marks are not those of the table")
    return Article(
        name=path.stem,
        given=dict(_field(line) for line in head.splitlines()),
        text=text,
        told=tuple(
            Told(
                expected=each,
                speaker=rows[each.number][1],
                kind=rows[each.number][2],
                chain=tuple(link.strip() for link in rows[each.number][3].split(">")),
            )
            for each in expected
            if each.number != "0"
        ),
        optional=tuple(s for each in expected if each.number == "0" for s in each.content),
    )


_OPTIONAL = regex.compile(r"\{optional:")


def _row(line: str) -> list[str]:
    return [field.strip() for field in line.split("|")]


def _field(line: str) -> tuple[str, str]:
    name, _, value = line.partition(":")
    return name.strip(), value.strip()


def letters(spans: Iterable[Span], *, without_that: bool = False) -> frozenset[int]:
    """Offsets of the letters and digits in the spans: marks, spaces and punctuation do not count.

    >>> sorted(letters([Span.of("“It is.”", 0, 8)]))
    [1, 2, 4, 5]
    """
    found: set[int] = set()
    for index, span in enumerate(spans):
        lead = _LEADING_THAT.match(span.text) if without_that and index == 0 else None
        begin = lead.end() if lead else 0
        found.update(
            span.start + offset
            for offset, letter in enumerate(span.text)
            if offset >= begin and letter.isalnum()
        )
    return frozenset(found)


def likeness(one: Iterable[Span], other: Iterable[Span]) -> float:
    """Share of the letters in either that are in both, 0 to 1: the referee's measure."""
    a, b = letters(one), letters(other)
    return len(a & b) / len(a | b) if a | b else 0.0


def meets(one: Span | None, other: Span | None) -> bool:
    """Whether half of the shorter span's letters are in the longer one, or both are missing."""
    if one is None or other is None:
        return one is other
    a, b = letters([one]), letters([other])
    return 2 * len(a & b) >= min(len(a), len(b))


def same_content(one: Iterable[Span], other: Iterable[Span]) -> bool:
    """Whether both are the same words, but for a leading `that`, marks and punctuation."""
    return letters(one, without_that=True) == letters(other, without_that=True)


def pair(contents: Sequence[Sequence[Span]], records: Sequence[Record]) -> dict[int, int]:
    """Which record answers which expected content: index to index, the most alike first."""
    pairs = sorted(
        (
            (likeness(content, record.content), -i, -j)
            for i, content in enumerate(contents)
            for j, record in enumerate(records)
        ),
        reverse=True,
    )
    chosen: dict[int, int] = {}
    for degree, i, j in pairs:
        if degree >= 0.5 and -i not in chosen and -j not in chosen.values():
            chosen[-i] = -j
    return chosen


def unasked(records: Sequence[Record], answering: Iterable[int]) -> list[Record]:
    """Records that answer nothing and do not stand inside one that does."""
    answers = set(answering)
    ids = {records[index].id for index in answers}
    return [
        record
        for index, record in enumerate(records)
        if index not in answers and record.nested_in not in ids
    ]


def _expected(number: str, places: dict[str, list[tuple[int, int]]], text: str) -> Expected:
    name = f"attribution {number}" if number else "the attribution"
    if "content" not in places:
        raise MarkError(f"{name} has no content: add {{content{number}:…}}")
    for role in ("source", "cue"):
        if len(places.get(role, ())) > 1:
            raise MarkError(f"{name} has two marks {{{role}{number}:…}}: only content may be split")
    if any(start == end for spans in places.values() for start, end in spans):
        raise MarkError(f"{name} has an empty mark")
    spans = {
        role: tuple(Span.of(text, start, end) for start, end in sorted(places.get(role, ())))
        for role in _ROLES
    }
    return Expected(
        number=number,
        content=spans["content"],
        source=next(iter(spans["source"]), None),
        cue=next(iter(spans["cue"]), None),
    )


def _around(marked: str, offset: int) -> str:
    return f"{offset}: {marked[max(0, offset - 20) : offset + 20]!r}"
