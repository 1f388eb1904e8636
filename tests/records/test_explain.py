"""What `attrib explain` tells: rows at work, and how a record came about."""

from __future__ import annotations

import pytest
from attrs import evolve
from marked import parse

from attrib import attribute, explain
from attrib.detection import detect
from attrib.detection.patterns import PATTERNS, Pattern, named
from attrib.knowledge import weights
from attrib.model import Record, Span
from attrib.records.explain import overview
from attrib.records.reasons import reasons
from attrib.records.story import marked, tell

TOLD = (
    "Fog hid the pier. “We are ready,” said Ana Ruiz, who was quoted as saying that it would rain."
)


def first(text: str) -> Record:
    """The first record of a text."""
    return attribute(text).records[0]


@pytest.mark.parametrize("row", PATTERNS, ids=lambda row: row.name)
def test_page_of_a_pattern_reads_its_example_as_it_is_marked(row: Pattern) -> None:
    """The marks of the example are found again by running it, and nothing in what looks alike."""
    page = explain(row.name)
    start, end = row.example.index("{"), row.example.rindex("}") + 1

    assert page.startswith(f"{row.name} (pattern)\n\n{row.doc}\n")
    assert f"    {row.name}: {row.example[start:end]}" in page.splitlines()
    assert f"    {row.counter_example}" in page.splitlines()


def test_overview_shows_every_pattern_with_its_doc_and_example() -> None:
    """A row can be chosen without asking for its page."""
    lines = overview().splitlines()

    for row in PATTERNS:
        at = lines.index(row.name)
        assert lines[at + 1 : at + 3] == [f"    {row.doc}", f"    {row.example}"]


def test_marked_words_stand_as_in_the_text() -> None:
    """What is between the marks is the article's, but for the width of its spaces."""
    text = "“We are\t ready,”\u2003said  Ana Ruiz."

    assert marked(first(text), text) == "{content:“We are ready,”} {cue:said} {source:Ana Ruiz}"


def test_long_words_are_shown_by_beginning_and_end() -> None:
    """A quotation of many lines does not hide who said it."""
    text = f"“{'We are ready, and we shall go. ' * 20}We are off,” said Ana Ruiz."

    shown = marked(first(text), text)

    assert shown.startswith("{content:“We are ready, and we shall go. ")
    assert shown.endswith("We are off,”} {cue:said} {source:Ana Ruiz}")
    assert "… " in shown
    assert len(shown) < 200


@pytest.mark.parametrize("row", PATTERNS, ids=lambda row: row.name)
def test_reasons_add_up_to_a_likely_cue(row: Pattern) -> None:
    """What is told of the evidence is what the record was made from."""
    text, _ = parse(row.example)
    (record,) = [r for r in attribute(text).records if r.pattern == row.name]

    total = sum(weight for _, weight in reasons(text, record))

    assert weights.probability(total) >= detect.MIN_LIKELIHOOD


def test_reasons_come_heaviest_first() -> None:
    """The first is the one that decided most, for or against."""
    weighed = [abs(weight) for _, weight in reasons(TOLD, first(TOLD))]

    assert len(weighed) > 5
    assert weighed == sorted(weighed, reverse=True)


def test_no_reasons_without_a_cue() -> None:
    """A record that another program made without a cue has none to give reasons for."""
    assert reasons(TOLD, evolve(first(TOLD), cue=None)) == []


def test_no_reasons_for_words_that_no_cue_can_be() -> None:
    """Nor has one whose cue attrib would never weigh."""
    cue = first(TOLD).cue
    assert cue

    fog = evolve(cue, span=Span.of(TOLD, 0, 3))

    assert reasons(TOLD, evolve(first(TOLD), cue=fog)) == []


def test_story_tells_the_pattern_and_what_weighed() -> None:
    """Marked words, the row with its doc and, last, the evidence for the cue with its weights."""
    record = first(TOLD)
    story = list(tell(record, TOLD))

    heaviest = reasons(TOLD, record)[0]
    assert story[1] == marked(record, TOLD)
    assert story[2] == f"The pattern {record.pattern} found it: {named(record.pattern).doc}"
    at = next(i for i, line in enumerate(story) if line.startswith("That “said” is a cue has"))
    likelihood = weights.probability(sum(weight for _, weight in reasons(TOLD, record)))
    assert f"probability {likelihood:.2f}" in story[at]
    assert story[at + 1].startswith(f"{heaviest[1]:+.2f} {heaviest[0][0]}: ")
