"""What holds for the records of any text at all; `ATTRIB_EXAMPLES=20000` tries harder."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from strategies import TEXTS, articles, examples, mutated

from attrib import Attributor, attribute
from attrib.across.draft import check as check_draft
from attrib.analysis import Analysis, to_json
from attrib.model import Record, Span
from attrib.reading import layouts
from attrib.records.verify import verify, verify_tree
from attrib.schema import schema
from attrib.words import quotes


def spans(data: Any) -> Iterator[tuple[int, int, str]]:
    """Every span anywhere in a record's JSON."""
    if isinstance(data, dict):
        if data.keys() >= {"start", "end", "text"}:
            yield data["start"], data["end"], data["text"]
        data = list(data.values())
    if isinstance(data, list):
        for value in data:
            yield from spans(value)


@cache
def validator() -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(schema())


def check(text: str) -> Analysis:
    """The analysis of a text, once all that must hold for it has been found to hold."""
    analysis = attribute(text)
    records = analysis.records
    for record in records:
        data = record.to_dict()
        for start, end, words in spans(data):
            assert 0 <= start < end <= len(text)
            assert text[start:end] == words
        assert all(one.end <= two.start for one, two in pairwise(record.content))
        assert verify(record, text) == ()
        validator().validate(data)
        line = to_json(record)
        assert "\n" not in line
        assert Record.from_dict(json.loads(line), text) == record
    assert list(verify_tree(records)) == []
    assert len({record.id for record in records}) == len(records)
    for note in analysis.notes:
        assert note.span is None or text[note.span.start : note.span.end] == note.span.text
    check_ledger(analysis)
    return analysis


def check_ledger(analysis: Analysis) -> None:
    """Each outermost quotation of the text is in the ledger once, with a record or a reason."""
    layout = layouts.read(analysis.document.text)
    outermost = [
        layout.span(Span.of(layout.plain, quotation.start, quotation.end))
        for quotation in quotes.find(layout.plain)[0]
        if quotation.depth == 0
    ]
    assert [entry.span for entry in analysis.quotations] == outermost
    for entry in analysis.quotations:
        assert (entry.record is None) != (entry.reason is None)
        assert entry.record is None or entry.record in {record.id for record in analysis.records}


@examples(300)
@given(TEXTS)
def test_records_of_any_text_are_sound(text: str) -> None:
    """No text raises; spans say what stands there, records nest in a tree, verify and come back."""
    check(text)


@examples(300)
@given(mutated())
def test_records_of_spoilt_news_are_sound(text: str) -> None:
    """What a cut, a lost mark or a word too much makes of our own articles is read as well."""
    check(text)


@examples(60)
@given(TEXTS)
def test_the_same_text_gives_the_same_bytes(text: str) -> None:
    """Nothing is kept from one article to the next, and nothing depends on chance."""
    first = [to_json(record) for record in attribute(text).records]
    attribute("“We are ready,” said Bob Cole, 54, the mayor, who told Reuters he would go.")

    assert [to_json(record) for record in attribute(text).records] == first


@examples(60)
@given(TEXTS)
def test_a_lower_threshold_is_sound_too(text: str) -> None:
    """The records below the usual threshold hold as the others do."""
    records = Attributor(min_confidence=0.0).attribute(text).records

    assert list(verify_tree(records)) == []
    assert all(verify(record, text) == () for record in records)


NEUTRAL = "The week was dry.\n\n"
OPENING = "Dam holds\n\n" + NEUTRAL * 4


def moved(data: Any, by: int) -> Any:
    """JSON with all spans moved."""
    if isinstance(data, dict):
        data = {key: moved(value, by) for key, value in data.items() if key != "document"}
        if data.keys() >= {"start", "end", "text"}:
            data = {**data, "start": data["start"] + by, "end": data["end"] + by}
    return [moved(value, by) for value in data] if isinstance(data, list) else data


@examples(100)
@given(articles())
def test_a_neutral_paragraph_in_front_moves_spans_and_no_more(text: str) -> None:
    """Behind an article's opening, one more neutral paragraph changes nothing but offsets.

    The opening is read for what it is, a header and a lead that tells whose interview follows,
    and a sentence is weighed with the words before it in view; hence paragraphs of one wording.
    """
    plain = attribute(OPENING + text, id="a", publisher="Riverton Gazette")
    longer = attribute(OPENING + NEUTRAL + text, id="a", publisher="Riverton Gazette")

    assert [record.to_dict() | {"document": None} for record in longer.records] == [
        moved(record.to_dict(), len(NEUTRAL)) | {"document": None} for record in plain.records
    ]


@examples(60)
@given(TEXTS)
def test_every_quotation_of_a_text_stands_in_it(text: str) -> None:
    """A text checked as a draft against itself holds, whatever its marks, brackets and ellipses.

    But for marks that never close: nobody vouches for words of which the end is not told.
    """
    analysis = attribute(text)

    wrong = [found for found in check_draft(analysis, [analysis]) if not found.ok]
    assert [found.difference for found in wrong if found.quotation.closed] == []


@examples(60)
@given(TEXTS, TEXTS)
def test_any_text_is_checked_against_any_other(text: str, source: str) -> None:
    """What is found of a draft stands in its source, at the offsets told."""
    for found in check_draft(attribute(text), [attribute(source)]):
        assert found.found is None or source.startswith(found.found.text, found.found.start)
        assert all(text.startswith(span.text, span.start) for span in found.quotation.spans)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("\ufeff", id="only a byte order mark"),
        pytest.param("\r", id="only a carriage return"),
        pytest.param("\ud800 said \udfff.", id="surrogates"),
        pytest.param("Ana Ruiz said in a ſtatement that it rained.", id="long s in a medium"),
        pytest.param(
            "Dam holds\n\n20 ſep 2022\n\nIt rained, Ana Ruiz said.", id="long s in a date"
        ),
        pytest.param("ſource: Reuters\n\nIt rained, Ana Ruiz said.", id="long s in a header"),
        pytest.param(";;\n&", id="a headline of semicolons"),
        pytest.param("0”a0D The Post", id="an outlet where nobody is named"),
        pytest.param(
            'anyone who doubts that has no business here," said Cole.\nCole’s view is grim.',
            id="no source but a mark",
        ),
        pytest.param(
            "Ana Ruiz said the clerks vowed to guard the U.S.-Lima border, the Post reports.",
            id="an outlet around the one it seems to stand in",
        ),
        pytest.param(
            "Fans chanted, “Build it,” referring to the mayor’s vow to build a wall along the"
            " U.S.-Lima border, the Riverton Gazette reports.",
            id="an outlet that seems to say less than it reports",
        ),
        pytest.param(
            "She added, “we also know that it leaks.” and CNN informs, Interfax reported.",
            id="an outlet after one of the same words",
        ),
        pytest.param(
            "TASS, with reference to the mayor, added: “The boats wait.”, CNN added.",
            id="an outlet after another",
        ),
        pytest.param(
            "He was not referring to them as ‘Ace’ and ‘Dot.’ and TASS said, citing the mayor.",
            id="an outlet and whom it cites after what they do not say",
        ),
        pytest.param(
            "It sank, CNN reported,” Reuters said. “It is a vote,” Ana Ruiz said. “She can’t.”",
            id="what is cut from an outlet",
        ),
        pytest.param(
            "She rang a ‘man calling himself “Kai” (Monday Monday.",
            id="a bracket that is never closed near the end",
        ),
        pytest.param("tİtle: Rain\n\nIt rained, Ana Ruiz said.", id="dotted I in a header"),
        pytest.param(
            ", Reuters, citing Bob Cole, said, citing the mayor, Reuters, citing Bob Cole, said,"
            " citing the mayor",
            id="a mark before whom an outlet cites",
        ),
    ],
)
def test_what_once_went_wrong(text: str) -> None:
    """Texts that a property, the fuzzer or a reader once found to break something."""
    check(text)
    Attributor(min_confidence=0.0).attribute(text)
