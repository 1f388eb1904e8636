"""Every row of the pattern table holds what it promises, through the whole program."""

from __future__ import annotations

from typing import get_args

import pytest
from marked import letters, parse

from attrib import UsageError, attribute
from attrib.detection import detect
from attrib.detection.cues import CueWord
from attrib.detection.patterns import (
    ORDERS,
    PATTERNS,
    UNTAGGED,
    Pattern,
    Sort,
    named,
    near_names,
    row_of,
    sort_of,
)
from attrib.knowledge.weights import SHIPPED
from attrib.model import Record

ROWS = pytest.mark.parametrize("row", PATTERNS, ids=lambda row: row.name)


def by_row(row: Pattern, text: str) -> list[Record]:
    """The records of a text that the row made."""
    return [record for record in attribute(text).records if record.pattern == row.name]


@ROWS
def test_example_gives_its_spans_by_its_own_row(row: Pattern) -> None:
    """What is marked in the example is what the row finds there, to the letter."""
    text, (expected,) = parse(row.example)

    (record,) = by_row(row, text)

    cue = record.cue.span if record.cue else None
    assert (record.source, cue) == (expected.source, expected.cue)
    assert record.content == expected.content


@ROWS
def test_example_is_typical(row: Pattern) -> None:
    """The example is no borderline case, and no other row finds what it marks."""
    text, (expected,) = parse(row.example)
    records = attribute(text).records

    (record,) = [
        record for record in records if letters(record.content) & letters(expected.content)
    ]

    assert record.confidence >= detect.Limits().plain


@ROWS
def test_counter_example_gives_nothing(row: Pattern) -> None:
    """In what only looks alike the row finds nothing."""
    assert not by_row(row, row.counter_example)


@ROWS
def test_names_say_the_roles_in_order(row: Pattern) -> None:
    """A name is the row's order with its sort of cue in words."""
    cue = "according-to" if row.sort == "preposition" else row.sort or ""

    assert row.name == row.order.replace("cue", cue)
    assert row.order in (*ORDERS, UNTAGGED)


def test_names_are_unique() -> None:
    """A row can be asked for by its name alone."""
    assert len({row.name for row in PATTERNS}) == len(PATTERNS)


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize("sort", get_args(Sort))
def test_every_order_and_sort_has_a_row(order: str, sort: Sort) -> None:
    """Whatever is chosen has a row with the same roles, its own where the table has one."""
    row = row_of(order, sort)

    assert sorted(row.order.split("-")) == sorted(order.split("-"))
    assert (row.order, row.sort) == (order, sort) or all(
        (other.order, other.sort) != (order, sort) for other in PATTERNS
    )


def test_orders_are_those_that_were_learned() -> None:
    """The learned table weighs the orders of this one."""
    assert SHIPPED.options("order") == ORDERS


def test_rows_are_found_by_name() -> None:
    """A name leads to its row."""
    assert [named(row.name) for row in PATTERNS] == list(PATTERNS)


def test_unknown_name_is_told_the_nearest() -> None:
    """A slip of the pen is answered with what was meant."""
    with pytest.raises(UsageError, match="did you mean content-verb-source"):
        named("content-verb-sauce")


def test_name_near_to_none_is_told_where_they_are_listed() -> None:
    """Where nothing is near, the list is named."""
    assert near_names("xyz", ["noun-content"]) == "attrib explain lists them"


def test_three_names_are_offered_at_most() -> None:
    """The nearest come first."""
    known = [f"noun-content-{letter}" for letter in "abcd"]

    assert near_names("noun-content-a", known).count("noun-content") == 3
    assert near_names("noun-content-a", known).startswith("did you mean noun-content-a or ")


@pytest.mark.parametrize(
    ("word", "lemma", "tag", "sort"),
    [
        pytest.param(":", ":", ":", "colon", id="colon"),
        pytest.param("—", "—", ":", "dash", id="dash"),
        pytest.param("--", "--", ":", "dash", id="typed dash"),
        pytest.param("according", "according", "VBG", "preposition", id="preposition by its lemma"),
        pytest.param("claims", "claim", "VBZ", "verb", id="verb by its tag"),
        pytest.param("claims", "claim", "NNS", "noun", id="noun by its tag"),
        pytest.param("said", "say", "NN", "verb", id="never a noun"),
        pytest.param("rasped", "rasp", "VBD", "verb", id="unknown verb"),
        pytest.param("e-mailed", "e-mail", "VBD", "verb", id="one letter and a hyphen"),
        pytest.param("lament", "lament", "JJ", "verb", id="first part where the tag is none"),
        pytest.param("adamant", "adamant", "JJ", "adjective", id="adjective"),
    ],
)
def test_sort_of_a_cue_word(word: str, lemma: str, tag: str, sort: Sort) -> None:
    """What the lexicon knows a word to be goes before its tag, and marks are no words."""
    cue = CueWord._make([None] * len(CueWord._fields))._replace(word=word, lemma=lemma, tag=tag)

    assert sort_of(cue) == sort
