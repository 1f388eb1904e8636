"""Ids that stay, JSON that comes back, a schema that holds, and checks that find every lie."""

from __future__ import annotations

import json
from typing import Any

import jsonschema
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from attrib import attribute
from attrib.analysis import select, to_json
from attrib.detection.patterns import PATTERNS
from attrib.model import (
    Addressee,
    Attribution,
    Circumstances,
    Cue,
    Document,
    Link,
    Record,
    Span,
    Speaker,
    Time,
)
from attrib.provenance.ids import record_ids
from attrib.records.verify import verify, verify_tree
from attrib.resolution.resolve import RESOLVERS
from attrib.schema import schema

TEXT = "Mayor Ana Ruiz of Norton spoke. “We are ready,” she told reporters in Oslo on Monday."


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span.of(TEXT, start, start + len(words))


def attribution(content: str, source: str = "she", cue: str = "told") -> Attribution:
    return Attribution(
        pattern=PATTERNS[0].name,
        content=tuple(span(words) for words in content.split("|")),
        cue=Cue(span=span(cue)),
        source=span(source),
        kind="direct",
        confidence=0.9,
    )


RUIZ = Speaker(
    name="Ana Ruiz",
    kind="person",
    title="Mayor",
    title_span=span("Mayor"),
    affiliation="Norton",
    affiliation_span=span("Norton"),
    justification=span("spoke"),
    resolved_by=RESOLVERS[0].name,
    antecedent=span("Ana Ruiz"),
)
FULL = Record(
    id="a1#1",
    document=Document(
        text=TEXT, id="a1", title="Ready", credits=("Daily Post",), captions=("The mayor",)
    ),
    kind="direct",
    content=(span("“We are ready,”"),),
    cue=Cue(span=span("told"), lemma="tell"),
    source=span("she"),
    speaker=RUIZ,
    chain=(Link("publisher", "Daily Post"), Link("speaker", "Ana Ruiz")),
    circumstances=Circumstances(
        addressee=Addressee(span=span("reporters"), name="reporters", kind="group"),
        medium="statement",
        medium_span=span("spoke"),
        time=Time(span=span("on Monday"), date="2022-09-19"),
        place=span("Oslo"),
        venue="Daily Post",
    ),
    confidence=0.9,
    pattern=PATTERNS[0].name,
)
BARE = Record(
    id="a1#2",
    document=Document(text=TEXT, id="a1"),
    kind="indirect",
    content=(span("ready"),),
    cue=None,
    source=None,
    speaker=None,
    chain=(),
    confidence=0.2,
    pattern=PATTERNS[0].name,
)


def test_ids_depend_on_the_words_alone() -> None:
    """A paragraph in front or another attribution changes no id."""
    one, two = attribution("“We are ready,”"), attribution("in Oslo")
    moved = evolve(one, content=(Span(115, 130, "“We are ready,”"),))

    [first, second] = record_ids("a1", [one, two])

    assert record_ids("a1", [two, moved]) == (second, first)


def test_ids_tell_apart_what_differs_in_one_role() -> None:
    """Same content by another source, another cue, or cut elsewhere, is another attribution."""
    ids = record_ids(
        "a1",
        [
            attribution("“We are ready,”"),
            attribution("“We are ready,”", source="reporters"),
            attribution("“We are ready,”", cue="spoke"),
            attribution("“We|are ready,”"),
            attribution("“We are ready,”"),
        ],
    )

    assert len(set(ids)) == 5
    assert ids[4] == f"{ids[0]}.2"


def test_ids_take_any_text() -> None:
    """A lone surrogate is no reason to fail."""
    odd = evolve(attribution("ready"), content=(Span(0, 1, "\ud800"),))

    assert record_ids("a1", [odd])


@pytest.mark.parametrize("record", [FULL, BARE], ids=["full", "bare"])
def test_records_come_back_from_json(record: Record) -> None:
    """Writing and reading is the identity."""
    assert Record.from_dict(json.loads(to_json(record)), TEXT) == record


@given(st.text(st.characters(codec=None), min_size=1))
def test_any_text_is_one_line_of_utf8(words: str) -> None:
    """Line breaks, controls and lone surrogates are escaped and come back as they were."""
    record = evolve(BARE, content=(Span(0, len(words), words),))
    line = to_json(record)

    line.encode("utf-8")
    assert "\n" not in line
    assert "\r" not in line
    assert Record.from_dict(json.loads(line), TEXT) == record


def test_readable_characters_stay_readable() -> None:
    """No escapes for what a person may want to read or search for."""
    assert "“We are ready,”" in to_json(FULL)


def test_select_hangs_orphans_on_the_next_outer_record() -> None:
    """No record points to one that was left out."""
    chain = [FULL, evolve(BARE, id="b", nested_in="a1#1"), evolve(BARE, id="c", nested_in="b")]

    kept = select(chain, lambda record: record.id != "b")
    assert [(record.id, record.nested_in) for record in kept] == [("a1#1", None), ("c", "a1#1")]
    assert [record.nested_in for record in select(chain[1:], lambda r: r.id == "c")] == [None]


@pytest.mark.parametrize("record", [FULL, BARE], ids=["full", "bare"])
def test_records_satisfy_the_schema(record: Record) -> None:
    """The schema is valid draft 2020-12 and every record satisfies it, as do added fields."""
    jsonschema.Draft202012Validator.check_schema(schema())

    jsonschema.validate({**record.to_dict(), "mine": 1}, schema())


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "spoken"},
        {"content": []},
        {"content": [{"start": -1, "end": 2, "text": "abc"}]},
        {"confidence": 1.5},
        {"chain": [{"role": "reader", "name": "Ana"}]},
        {"cue": {"start": 0, "end": 1, "text": "a"}},
        {"nested_in": 4},
    ],
    ids=lambda wrong: next(iter(wrong)),
)
def test_the_schema_refuses_what_no_record_is(wrong: dict[str, Any]) -> None:
    """Closed sets, ranges and required fields are all in it."""
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({**FULL.to_dict(), **wrong}, schema())


def test_the_schema_says_what_every_field_means() -> None:
    """It lists exactly the fields of a record, each with a description."""

    def check(part: dict[str, Any], data: Any) -> None:
        while "anyOf" in part or "$ref" in part:
            part = part["anyOf"][0] if "anyOf" in part else part
            part = schema()["$defs"][part["$ref"].rpartition("/")[2]] if "$ref" in part else part
        if isinstance(data, dict):
            assert list(part["properties"]) == list(data) == part["required"]
            for name, value in data.items():
                assert part["properties"][name]["description"]
                check(part["properties"][name], value)
        elif isinstance(data, list):
            check(part["items"], data[0])

    check(schema(), FULL.to_dict())


@pytest.mark.parametrize("record", [FULL, BARE], ids=["full", "bare"])
def test_a_true_record_has_no_problems(record: Record) -> None:
    """Nothing is found where nothing is wrong."""
    assert verify(record, TEXT) == ()


def test_every_span_is_checked() -> None:
    """In a text that moved by one character, each span of the record is a problem."""
    problems = verify(FULL, f" {TEXT}")

    assert [problem.split(" [")[0] for problem in problems] == [
        "content",
        "cue",
        "source",
        "speaker.title_span",
        "speaker.affiliation_span",
        "speaker.justification",
        "speaker.antecedent",
        "addressee",
        "medium_span",
        "time",
        "place",
    ]


@pytest.mark.parametrize(
    ("record", "problem"),
    [
        (
            evolve(FULL, content=(Span(34, 48, "“We aren’t in,"),)),
            "content [34, 48): the record has “We aren’t in,, the text has e are ready,” ",
        ),
        (
            evolve(FULL, source=Span(90, 93, "she")),
            f"source [90, 93): the text ends at {len(TEXT)}",
        ),
        (evolve(FULL, content=()), "content: there is none"),
        (
            evolve(FULL, content=(span("ready"), span("“We are ready,”"))),
            "content [32, 47): begins before 45",
        ),
        (evolve(FULL, confidence=1.01), "confidence: 1.01 is not between 0 and 1"),
        (
            evolve(FULL, pattern="magic"),
            "pattern: there is none called magic; see attrib explain",
        ),
        (
            evolve(FULL, speaker=evolve(RUIZ, resolved_by="magic")),
            "speaker.resolved_by: no resolver is called magic",
        ),
        (
            evolve(FULL, speaker=evolve(RUIZ, name="Ana Stone")),
            "speaker.name: Stone does not stand in the text",
        ),
        (
            evolve(FULL, chain=FULL.chain[::-1]),
            "chain: the speaker Ana Ruiz is not its last link",
        ),
    ],
    ids=["words", "end", "empty", "order", "confidence", "pattern", "resolver", "name", "chain"],
)
def test_a_false_record_is_found_out(record: Record, problem: str) -> None:
    """Each lie gives the one problem that names it."""
    assert verify(record, TEXT) == (problem,)


def test_a_name_in_capitals_may_be_written_as_names_are() -> None:
    """Headlines shout; that is no invented name."""
    record = evolve(BARE, speaker=Speaker(name="Ana RUIZ", kind="person"))

    assert verify(record, TEXT) == ()


def test_an_author_may_be_told_by_the_caller() -> None:
    """`I think that it rained.` of an author whom only the caller names."""
    text = "I think that it rained."
    (record,) = attribute(text, author="Ben Okri")

    assert record.who == "Ben Okri"
    assert verify(record, text) == ()


@pytest.mark.parametrize(
    ("records", "problems"),
    [
        ([FULL, evolve(BARE, nested_in="a1#1")], []),
        ([FULL, evolve(BARE, id="a1#1")], [("a1#1", "2 records have this id")]),
        (
            [evolve(BARE, nested_in="a1#9")],
            [("a1#2", "nested_in names a1#9, which is not among the records")],
        ),
        (
            [evolve(BARE, nested_in="a1#2")],
            [("a1#2", "nested_in leads back to the record itself")],
        ),
        (
            [FULL, evolve(BARE, content=(span("Oslo"),), nested_in="a1#1")],
            [("a1#2", "the content does not stand in the content of a1#1")],
        ),
    ],
    ids=["tree", "twice", "missing", "circle", "outside"],
)
def test_nesting_is_a_tree(records: list[Record], problems: list[tuple[str, str]]) -> None:
    """Ids are unique, and a nested record stands in the content of the one it names."""
    assert list(verify_tree(records)) == problems
