"""Circumstances: the cases of fixtures/cases/circumstances.txt, and words for a time as dates."""

from __future__ import annotations

from pathlib import Path

import pytest
import regex
from attrs import frozen
from clock import seconds
from marked import parse

from attrib.knowledge import dates
from attrib.model import Attribution, Circumstances, Cue, Document, Speaker
from attrib.outlets import mentions as outlets
from attrib.provenance import circumstance_patterns as patterns
from attrib.provenance import circumstances, signs

PUBLISHED = "2022-09-20"
FIXTURES = Path(__file__).parents[2] / "fixtures"
FILE = FIXTURES / "cases" / "circumstances.txt"
ARTICLES = sorted((FIXTURES / "articles").glob("*.txt"))
_KEY = regex.compile(r"(?m)^(addressee|medium|time|place|venue|speaker)(\d*): (.+)$")


@frozen(kw_only=True)
class Case:
    """Marked text and what must be found of each attribution, by the digits of its marks."""

    title: str
    marked: str
    speakers: dict[str, str]
    expected: dict[str, dict[str, str]]


def read_cases(path: Path) -> list[Case]:
    """The cases of a file; its head says how they are written."""
    text = regex.sub(r"(?m)^#.*\n", "", path.read_text(encoding="utf-8"))
    cases = []
    for block in text.strip("\n").split("\n\n"):
        title, _, rest = block.partition("\n")
        speakers: dict[str, str] = {}
        expected: dict[str, dict[str, str]] = {}
        for key, number, value in _KEY.findall(rest):
            if key == "speaker":
                speakers[number] = value
            else:
                expected.setdefault(number, {})[key] = value
        marked = regex.sub(r"(?m)^¶$", "", _KEY.sub("", rest).rstrip("\n"))
        cases.append(Case(title=title, marked=marked, speakers=speakers, expected=expected))
    return cases


CASES = read_cases(FILE)


def shown(found: Circumstances) -> dict[str, str]:
    """The circumstances as the lines of a case."""
    values = {
        "addressee": found.addressee and found.addressee.name,
        "medium": found.medium,
        "place": found.place and found.place.text,
        "venue": found.venue,
    }
    if found.time:
        days = [day for day in (found.time.date, found.time.date_end) if day]
        values["time"] = found.time.span.text + (" = " + "..".join(days) if days else "")
    return {key: value for key, value in values.items() if value}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.title)
def test_case(case: Case) -> None:
    """Each attribution of a case has the circumstances that the case says, and no other."""
    text, marked = parse(case.marked)
    attributions = [
        Attribution(
            pattern="marked",
            content=one.content,
            source=one.source,
            cue=Cue(span=one.cue) if one.cue else None,
            kind="direct" if "“" in one.content[0].text else "indirect",
            confidence=1.0,
        )
        for one in marked
    ]
    speakers = [
        Speaker(name=case.speakers.get(one.number, one.source.text), kind="person")
        for one in marked
        if one.source
    ]
    document = Document(text=text, id="d", published=PUBLISHED)
    found = circumstances.find(document, attributions, speakers, outlets.find(text))

    assert {one.number: shown(own) for one, own in zip(marked, found, strict=True)} == {
        one.number: case.expected.get(one.number, {}) for one in marked
    }


def test_file_is_full() -> None:
    """The file has its number of cases, no title twice, and every medium of the cases is known."""
    titles = [case.title for case in CASES]
    media = {one.get("medium") for case in CASES for one in case.expected.values()} - {None}

    assert len(titles) >= 60
    assert len(set(titles)) == len(titles)
    assert media <= set(circumstances.MEDIA)


def test_spans_are_of_the_text() -> None:
    """Every span of the circumstances is cut from the text at its offsets."""
    text = "Ruiz told aides in Lima on Monday in a letter that it rained."
    source, cue, content = text[:4], "told", "that it rained"
    attribution = made(text, source, cue, content)
    (found,) = circumstances.find(Document(text=text, id="d"), [attribution])
    spans = [
        found.addressee and found.addressee.span,
        found.medium_span,
        found.time and found.time.span,
        found.place,
    ]

    assert [span and text[span.start : span.end] for span in spans] == [
        "aides",
        "in a letter",
        "on Monday",
        "in Lima",
    ]
    assert [span and span.text for span in spans] == [
        span and text[span.start : span.end] for span in spans
    ]


def test_no_date_without_a_publication_date() -> None:
    """Where it is not known when the article was published, a time has words and no date."""
    text = "Ruiz said on Monday that it rained."
    attribution = made(text, "Ruiz", "said", "that it rained")
    (found,) = circumstances.find(Document(text=text, id="d"), [attribution])

    assert found.time is not None
    assert (found.time.span.text, found.time.date) == ("on Monday", None)


@pytest.mark.parametrize(
    "filler",
    ["on Monday in ", "told the ", "In an interview with ", "a " * 5, "“", ". ", "\n", "A. "],
)
def test_cost_is_linear(filler: str) -> None:
    """However long the text around them goes on, an attribution costs the same."""
    text = filler * 20_000 + "Ruiz said that it rained. " + filler * 20_000
    attribution = made(text, "Ruiz", "said", "that it rained")
    document = Document(text=text, id="d", published=PUBLISHED)

    assert seconds(lambda: circumstances.find(document, [attribution] * 100)) < 1.0


@pytest.mark.parametrize(
    ("words", "published", "expected"),
    [
        ("Tuesday", "2022-09-20", "2022-09-20..2022-09-20"),
        ("last Tuesday", "2022-09-20", "2022-09-13..2022-09-13"),
        ("next Tuesday", "2022-09-20", "2022-09-27..2022-09-27"),
        ("Wed.", "2022-09-20", "2022-09-14..2022-09-14"),
        ("yesterday", "2022-03-01", "2022-02-28..2022-02-28"),
        ("last night", "2022-01-01", "2021-12-31..2021-12-31"),
        ("tomorrow", "2022-12-31", "2023-01-01..2023-01-01"),
        ("Dec. 24", "2022-01-05", "2021-12-24..2021-12-24"),
        ("24 December 2020", "2022-01-05", "2020-12-24..2020-12-24"),
        ("in December", "2022-01-05", "2021-12-01..2021-12-31"),
        ("in January", "2022-01-05", "2022-01-01..2022-01-05"),
        ("last January", "2022-01-05", "2021-01-01..2021-01-31"),
        ("next January", "2022-01-05", "2023-01-01..2023-01-31"),
        ("February 2020", "2022-01-05", "2020-02-01..2020-02-29"),
        ("this week", "2022-09-20", "2022-09-19..2022-09-20"),
        ("last month", "2022-01-05", "2021-12-01..2021-12-31"),
        ("last year", "2022-01-05", "2021-01-01..2021-12-31"),
        ("over the weekend", "2022-09-20", "2022-09-17..2022-09-18"),
        ("a week ago", "2022-09-20", "2022-09-12..2022-09-18"),
        ("three months ago", "2022-02-10", "2021-11-01..2021-11-30"),
        ("ten years ago", "2022-02-10", "2012-01-01..2012-12-31"),
        ("Feb. 30", "2022-09-20", None),
        ("on Monday", "soon", None),
        ("on Monday", "0001-01-01", None),
        ("two days later", "2022-09-20", None),
        ("several days ago", "2022-09-20", None),
    ],
    ids=lambda value: str(value),
)
def test_dates(words: str, published: str, expected: str | None) -> None:
    """Words for a time give their first and last day, or nothing where it is not known."""
    days = dates.resolve(words, published)

    assert (f"{days[0]}..{days[1]}" if days else None) == expected


def made(text: str, source: str, cue: str, content: str) -> Attribution:
    """An attribution by the words of its parts."""
    marked = text.replace(f"{source} {cue}", f"{{source:{source}}} {{cue:{cue}}}", 1)
    _, (one,) = parse(marked.replace(content, f"{{content:{content}}}", 1))
    return Attribution(
        pattern="made",
        content=one.content,
        source=one.source,
        cue=Cue(span=one.cue) if one.cue else None,
        kind="indirect",
        confidence=1.0,
    )


@pytest.mark.parametrize("name", ["MEDIUM", "TIME", "PLACE", "TOLD", "SAID_TO", "SHOW"])
def test_signs(name: str) -> None:
    """No window is passed over in which a pattern would be found: each match has a sign of it."""
    pattern, sought = getattr(patterns, name), getattr(signs, name)
    texts = [*(case.marked for case in CASES), *(path.read_text("utf-8") for path in ARTICLES)]
    found = [(text, match.span()) for text in texts for match in pattern.finditer(text)]

    assert found
    assert [
        text[slice(*at)]
        for text, at in found
        if sought.isdisjoint(words := signs.words(text, *at))
        or (name == "PLACE" and not signs.may_have_place(words, text, *at))
    ] == []
