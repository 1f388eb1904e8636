"""The single constructs of fixtures/cases: each gives its marked attributions and no other."""

from __future__ import annotations

from pathlib import Path

import pytest
from marked import (
    Case,
    Expected,
    MarkError,
    letters,
    likeness,
    meets,
    pair,
    parse,
    read_cases,
    same_content,
    unasked,
)

from attrib import attribute
from attrib.model import Record, Span

CASES = Path(__file__).parent.parent / "fixtures" / "cases"
KINDS = ("direct", "mixed", "indirect")
KNOWN_FAILURES = "known_failures"


def _parameters() -> list[object]:
    """Every case of every file; a known failure announces itself on the day it works."""
    failing = pytest.mark.xfail(strict=True, reason="listed in known_failures.txt")
    return [
        pytest.param(
            name,
            case,
            id=f"{name}: {case.title}",
            marks=[failing] if name == KNOWN_FAILURES else [],
        )
        for name in (*KINDS, "negative", KNOWN_FAILURES)
        for case in read_cases(CASES / f"{name}.txt")
    ]


@pytest.mark.parametrize(("name", "case"), _parameters())
def test_case_gives_its_attributions(name: str, case: Case) -> None:
    """A case gives the attributions that are marked in it, and no others."""
    assert not _differences(name, case)


@pytest.mark.parametrize(("name", "least"), [("direct", 35), ("mixed", 15), ("indirect", 60)])
def test_files_of_marked_cases_are_full(name: str, least: int) -> None:
    """Each file holds its number of cases, every one with at least one attribution."""
    cases = read_cases(CASES / f"{name}.txt")

    assert len(cases) >= least
    assert all(case.expected for case in cases)


def test_negative_cases_mark_nothing() -> None:
    """The file of negatives holds no attribution."""
    cases = read_cases(CASES / "negative.txt")

    assert len(cases) >= 30
    assert not any(case.expected for case in cases)


@pytest.mark.parametrize("name", [*KINDS, "negative", KNOWN_FAILURES])
def test_titles_are_unique(name: str) -> None:
    """A case can be named by its file and title alone."""
    titles = [case.title for case in read_cases(CASES / f"{name}.txt")]

    assert len(titles) == len(set(titles))


def test_parse_gives_text_and_spans() -> None:
    """Braces go, and a label met twice is one attribution in two pieces."""
    text, (first,) = parse("{content:“A,”} {source:Ana} {cue:said}. {content:“B.”}")

    assert text == "“A,” Ana said. “B.”"
    assert first == Expected(
        number="",
        content=(Span(0, 4, "“A,”"), Span(15, 19, "“B.”")),
        source=Span(5, 8, "Ana"),
        cue=Span(9, 13, "said"),
    )


def test_parse_nests() -> None:
    """A mark may stand in another mark's text, and digits say whose it is."""
    text, (outer, inner) = parse("{content1:he {cue2:wants} {content2:to go}}")

    assert text == "he wants to go"
    assert outer.content == (Span(0, 14, text),)
    assert inner.content == (Span(9, 14, "to go"),)


@pytest.mark.parametrize(
    ("marked", "message"),
    [
        ("{sauce:Ana} said", "no such mark"),
        ("{Ana} said", "no such mark"),
        ("Ana} said", "closes nothing"),
        ("{content:it rained", "never closes"),
        ("{source:Ana} {cue:said} so", "no content"),
        ("{cue:said} {cue:so} {content:it rained}", "two marks"),
        ("{content:}", "empty mark"),
    ],
    ids=["role", "no role", "stray brace", "open", "no content", "two cues", "empty"],
)
def test_parse_refuses_bad_marks(marked: str, message: str) -> None:
    """A bad mark is refused with the reason."""
    with pytest.raises(MarkError, match=message):
        parse(marked)


def test_read_cases_reads_titles_comments_and_paragraphs(tmp_path: Path) -> None:
    """Comments go, `!exact` is a flag, and a line of `¶` makes a paragraph."""
    path = tmp_path / "cases.txt"
    path.write_text("# A comment\n\nFirst !exact\nOne.\n¶\nTwo.\n\n\nSecond\nThree.\n")

    assert read_cases(path) == [
        Case(title="First", text="One.\n\nTwo.", exact=True),
        Case(title="Second", text="Three."),
    ]


def test_read_cases_names_file_and_title(tmp_path: Path) -> None:
    """The message for a bad mark says in which file and case it is."""
    path = tmp_path / "cases.txt"
    path.write_text("First\n{cue:said\n")

    with pytest.raises(MarkError, match=r"cases\.txt: First: .*never closes"):
        read_cases(path)


def test_same_content_forgives_marks_that_and_full_stop() -> None:
    """Quotation marks, a leading `that` and final punctuation make no difference; words do."""
    text = "that “it rained.”"
    whole, bare, short = Span.of(text, 0, 17), Span.of(text, 6, 15), Span.of(text, 9, 15)

    assert same_content([whole], [bare])
    assert not same_content([whole], [short])


def test_likeness_counts_letters() -> None:
    """Half of the letters shared is a likeness of a half."""
    text = "ab, cd"

    assert likeness([Span.of(text, 0, 2)], [Span.of(text, 0, 6)]) == 0.5
    assert letters([Span.of(text, 2, 4)]) == frozenset()


def _differences(name: str, case: Case) -> list[str]:
    records = attribute(case.text).records
    answers = pair([expected.content for expected in case.expected], records)
    found = []
    for index, expected in enumerate(case.expected):
        label = f"attribution {expected.number or index + 1}"
        if index not in answers:
            found.append(f"{label}: missing {_words(expected.content)}")
            continue
        record = records[answers[index]]
        found += [f"{label}: {line}" for line in _faults(expected, record, exact=case.exact)]
        if index == 0 and name in KINDS and record.kind != name:
            found.append(f"{label}: kind is {record.kind}, not {name}")
    for record in unasked(records, answers.values()):
        found.append(f"unasked: {_words(record.content)} by {record.pattern}")
    return found


def _faults(expected: Expected, record: Record, *, exact: bool) -> list[str]:
    cue = record.cue.span if record.cue else None
    faults = []
    if exact and not same_content(expected.content, record.content):
        faults.append(f"content is {_words(record.content)}, not {_words(expected.content)}")
    for role, wanted, got in (
        ("source", expected.source, record.source),
        ("cue", expected.cue, cue),
    ):
        alike = _listed(wanted) == _listed(got) if exact else meets(wanted, got)
        if not alike:
            faults.append(f"{role} is {_words(_some(got))}, not {_words(_some(wanted))}")
    return faults


def _some(span: Span | None) -> tuple[Span, ...]:
    return () if span is None else (span,)


def _listed(span: Span | None) -> frozenset[int]:
    return letters(_some(span))


def _words(spans: tuple[Span, ...]) -> str:
    return " … ".join(repr(span.text) for span in spans) or "nothing"
