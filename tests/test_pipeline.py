"""The whole pipeline: options, many articles, and what holds for any text at all."""

from __future__ import annotations

import json
import time
from itertools import pairwise
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from attrib import Attributor, UsageError, attribute
from attrib.model import Record
from attrib.provenance import to_json, verify, verify_tree
from attrib.schema import schema

ARTICLES = sorted((Path(__file__).parent.parent / "fixtures" / "articles").glob("*.txt"))
READY = "“We are ready,” said Ana Ruiz."
PIECES = st.sampled_from(
    [
        *(
            "“",
            "”",
            '"',
            "‘",
            "’",
            "'",
            "«",
            "»",
            "„",
            "``",
            "''",
            ",",
            ".",
            "?",
            "!",
            ":",
            ";",
            "—",
        ),
        *("(", ")", " ", " ", " ", " ", "\n", "\n\n", "\r\n", "\u2028", "\0", "\ud800", "é", "🙂"),
        *("Ana Ruiz", "Mr Stone", "the mayor", "he", "they", "police", "Reuters", "the ministry"),
        *("said", "told", "added that", "according to", "who", "did not say", "says", "claims"),
        *(
            "it rained",
            "We are ready",
            "on Monday",
            "6",
            "workers’",
            "U.S.",
            "that",
            "which",
            "and",
        ),
    ]
)
TEXTS = st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=200)


def read(path: Path) -> str:
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("publisher", "Daily Post"),
        ("published", "2022-09-20"),
        ("url", "https://post.example/1"),
        ("title", "Ready"),
        ("author", "Bo Lund"),
    ],
)
def test_what_is_given_wins_over_the_options(option: str, value: str) -> None:
    """An article's own facts, then those of all articles, then what the text says."""
    attributor = Attributor(**{option: value})  # type: ignore[arg-type]
    other = "2021-01-01" if option == "published" else "other"

    assert getattr(attributor.attribute(READY).document, option) == value
    assert getattr(attributor.attribute(READY, **{option: other}).document, option) == other  # type: ignore[arg-type]


def test_a_day_that_is_none_is_refused() -> None:
    """Publication dates are dates."""
    with pytest.raises(UsageError, match="soon"):
        attribute(READY, published="soon")


def test_pipe_gives_each_article_its_analysis() -> None:
    """In order, one at a time, each as if it were alone."""
    taken = []

    def texts() -> list[str]:
        return [READY, "It rained.", READY]

    analyses = Attributor().pipe(taken.append(text) or text for text in texts())  # type: ignore[func-returns-value]

    assert next(analyses) == attribute(READY)
    assert taken == [READY]
    assert list(analyses) == [attribute("It rained."), attribute(READY)]


def test_a_higher_threshold_keeps_the_surer_records() -> None:
    """`min_confidence` leaves out records below it."""
    text = read(ARTICLES[0])
    confidences = [r.confidence for r in Attributor(min_confidence=0.9).attribute(text).records]

    assert confidences
    assert min(confidences) >= 0.9
    assert len(confidences) < len(attribute(text).records)


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_records_of_an_article_hold(path: Path) -> None:
    """Each record satisfies the schema, verifies against the text and comes back from its JSON."""
    text = read(path)
    records = attribute(text).records
    validator = jsonschema.Draft202012Validator(schema())

    assert records
    assert list(verify_tree(records)) == []
    for record in records:
        assert verify(record, text) == ()
        validator.validate(record.to_dict())
        assert Record.from_dict(json.loads(to_json(record)), text) == record


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_the_same_text_gives_the_same_records(path: Path) -> None:
    """Nothing is kept from one article to the next."""
    first = attribute(read(path))
    attribute(READY)

    assert attribute(read(path)) == first


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_any_text_gives_sound_records(text: str) -> None:
    """No text raises, and what is found in it stands there, in order and nested as it says."""
    records = attribute(text).records

    assert list(verify_tree(records)) == []
    for record in records:
        assert verify(record, text) == ()
        assert all(one.end <= two.start for one, two in pairwise(record.content))


@settings(max_examples=50, deadline=None)
@given(TEXTS)
def test_a_paragraph_in_front_moves_quotations_and_no_more(text: str) -> None:
    """Neutral words before an article shift the spans of its direct quotations."""
    front = "The weather stayed dry along the coast.\n\n"
    before = [r for r in attribute(text, title="T").records if r.kind == "direct"]
    after = [r for r in attribute(front + text, title="T").records if r.kind == "direct"]

    assert [[span.text for span in r.content] for r in after] == [
        [span.text for span in r.content] for r in before
    ]


@pytest.mark.parametrize(
    "unit",
    [
        "“We are ready,” said Ana Ruiz. ",
        "“",
        "said that ",
        "he said ",
        "Ana Ruiz, ",
        "“a, ",
        "according to ",
        "(said: ",
        "Mr. ",
    ],
)
def test_cost_is_linear(unit: str) -> None:
    """Eight times the text costs little more than eight times the time, whatever it repeats."""

    def cost(length: int) -> float:
        text = unit * (length // len(unit))
        start = time.process_time()
        attribute(text)
        return time.process_time() - start

    cost(1000)
    short = min(cost(2_000) for _ in range(3))

    assert cost(16_000) <= 8 * 2.5 * max(short, 0.01)
