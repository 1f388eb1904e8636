"""Whole articles: the records that people expect of each come out, and hardly any others.

`fixtures/articles/NAME.expected.json` lists them. A record marked `optional` may be missing; one
with `known_failure` is a strict xfail; a field that is absent is not looked at.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import regex
from marked import letters, likeness, meets, pair, same_content, unasked

from attrib import attribute
from attrib.analysis import Analysis
from attrib.model import Record, Span

ROOT = Path(__file__).parent.parent
FIXTURES = ROOT / "fixtures" / "articles"
MAX_EXTRA = 0.2
"""Share of an article's records that may answer nothing expected, nested ones left out."""

DESCRIBED = ("document", "group", "anonymous")
"""Kinds of speaker whose name is a description: half of its words are enough."""


EXPECTATIONS = {
    path.name.removesuffix(".expected.json"): path
    for path in sorted(FIXTURES.glob("*.expected.json"))
}


@cache
def _expected(name: str) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(EXPECTATIONS[name].read_text(encoding="utf-8"))
    return data


@cache
def _text(name: str) -> str:
    path = EXPECTATIONS[name].with_name(f"{name}.txt")
    with path.open(encoding="utf-8", newline="") as file:
        return file.read()


@cache
def _analysis(name: str) -> Analysis:
    return attribute(_text(name), **_expected(name).get("options", {}))


@cache
def _answers(name: str) -> dict[int, Record]:
    """Expected record number to the record that answers it."""
    expected, records = _expected(name)["records"], _analysis(name).records
    pairs = pair([_spans(item["content"]) for item in expected], records)
    return {expected[i]["n"]: records[j] for i, j in pairs.items()}


def _demanded() -> list[object]:
    return [
        pytest.param(
            name,
            item,
            id=f"{name}-{item['n']}",
            marks=[pytest.mark.xfail(strict=True, reason=item["known_failure"])]
            if "known_failure" in item
            else [],
        )
        for name in EXPECTATIONS
        for item in _expected(name)["records"]
        if not item.get("optional")
    ]


@pytest.mark.parametrize("name", EXPECTATIONS)
def test_fixture_is_true_to_its_text(name: str) -> None:
    """Every span of the expected records has its text at its place, and numbers run from 1."""
    expected, text = _expected(name), _text(name)
    spans = [span for item in expected["records"] for span in _all_spans(item)]
    spans += [item["span"] for item in expected["not_quotations"]]

    wrong = [span for span in spans if text[span["start"] : span["end"]] != span["text"]]
    assert not wrong
    assert expected["document"]["length"] == len(text)
    assert [item["n"] for item in expected["records"]] == [*range(1, len(expected["records"]) + 1)]


def test_there_are_articles_in_many_house_styles() -> None:
    """The collection is at least as large as it is said to be."""
    assert len(list(FIXTURES.glob("*.txt"))) >= 12


@pytest.mark.parametrize(("name", "item"), _demanded())
def test_expected_record_comes_out(name: str, item: dict[str, Any]) -> None:
    """An expected record is found, with the content, source, speaker and chain it should have."""
    record = _answers(name).get(item["n"])

    assert record is not None, f"{name} record {item['n']} missing: {_content(item)!r}"
    differences = _differences(name, item, record)
    assert not differences, f"{name} record {item['n']}, {_content(item)!r}: {differences}"


@pytest.mark.parametrize("name", EXPECTATIONS)
def test_document_is_read(name: str) -> None:
    """Title, publisher, date and the rest are read where the article states them."""
    document = _analysis(name).document.to_dict()

    wanted = dict(_expected(name)["document"])
    publisher = wanted.pop("publisher", None)
    assert {key: document[key] for key in wanted} == wanted
    assert publisher is None or _same_name(publisher, document["publisher"] or "", "outlet")


def _accepted(name: str, record: Record) -> bool:
    """Whether a record is made of quoted words of which the article's answers say it may be."""
    return any(
        letters(_spans([item["span"]])) <= letters(record.content)
        for item in _expected(name)["not_quotations"]
        if "accepted" in item["why"]
    )


def _known(key: str) -> list[object]:
    """Every article, those marked that are known to fail what `key` names."""
    known = {name: _expected(name).get("known_failures", {}) for name in EXPECTATIONS}
    return [
        pytest.param(
            name,
            marks=[pytest.mark.xfail(strict=True, reason=known[name][key])]
            if key in known[name]
            else [],
        )
        for name in EXPECTATIONS
    ]


@pytest.mark.parametrize("name", _known("extra"))
def test_few_records_are_unasked(name: str) -> None:
    """Hardly any record answers nothing expected."""
    records = _analysis(name).records
    answering = [records.index(record) for record in _answers(name).values()]

    extra = [record for record in unasked(records, answering) if not _accepted(name, record)]
    shown = "\n".join(f"  {record.pattern}: {_joined(record.content)!r}" for record in extra)
    assert len(extra) <= MAX_EXTRA * len(records), f"{name}: {len(extra)} extra:\n{shown}"


@pytest.mark.parametrize("name", _known("quoted words"))
def test_quoted_words_that_quote_nobody_are_no_record(name: str) -> None:
    """Nicknames, titles and scare quotes are not taken for what somebody said."""
    expected = _expected(name)
    asked = [_spans(item["content"]) for item in expected["records"]]
    for item in expected["not_quotations"]:
        quoted = letters(_spans([item["span"]]))
        made = [
            record
            for record in _analysis(name).records
            if letters(record.content) <= quoted
            and not any(likeness(record.content, content) >= 0.5 for content in asked)
        ]

        assert not made, f"{name}: {item['why']}: {_joined(made[0].content)!r}"


def _differences(name: str, item: dict[str, Any], record: Record) -> list[str]:
    """What is wrong with the record, a line for each field that differs."""
    faults = []

    def check(field: str, alike: bool, wanted: object, got: object) -> None:
        if not alike:
            faults.append(f"{field} is {got!r}, not {wanted!r}")

    content = _spans(item["content"])
    if item.get("kind") in ("direct", "mixed"):
        alike = same_content(content, record.content)
        check("content", alike, _joined(content), _joined(record.content))
    if "kind" in item:
        check("kind", record.kind == item["kind"], item["kind"], record.kind)
    cue = record.cue.span if record.cue else None
    for role, got in (("source", record.source), ("cue", cue)):
        check(role, meets(_span(item[role]), got), _written(item[role]), got and got.text)
    if "speaker" in item:
        wanted, speaker = item["speaker"], record.speaker
        if wanted is None or speaker is None:
            check("speaker", wanted is speaker, wanted, speaker)
        else:
            alike = _same_name(wanted["name"], speaker.name, wanted["kind"])
            check("speaker name", alike, wanted["name"], speaker.name)
            alike = wanted["kind"] == speaker.kind
            check("speaker kind", alike, wanted["kind"], speaker.kind)
    if "must_not_be" in item and record.speaker:
        refused = item["must_not_be"]
        check("speaker", record.speaker.name != refused, f"anybody but {refused}", refused)
    if "chain" in item:
        links = [(link["role"], link["name"]) for link in item["chain"]]
        made = [(link.role, link.name) for link in record.chain]
        kind = (item.get("speaker") or {}).get("kind", "person")
        check("chain", _same_chain(links, made, kind), links, made)
    outer = _answers(name).get(item.get("nested_in", 0))
    check("nested_in", record.nested_in == (outer and outer.id), outer, record.nested_in)
    faults += _circumstantial_faults(item, record)
    return faults


def _circumstantial_faults(item: dict[str, Any], record: Record) -> list[str]:
    made = record.circumstances
    faults = []
    if "medium" in item and made.medium != item["medium"]:
        faults.append(f"medium is {made.medium!r}, not {item['medium']!r}")
    if "time" in item:
        wanted = item["time"]
        if made.time is None or made.time.span.text not in wanted["text"]:
            faults.append(f"time is {made.time!r}, not {wanted['text']!r}")
        elif "date" in wanted and made.time.date != wanted["date"]:
            faults.append(f"date is {made.time.date!r}, not {wanted['date']!r}")
    if "addressee" in item:
        heard = made.addressee.span if made.addressee else None
        if not meets(_span(item["addressee"]), heard):
            faults.append(f"addressee is {heard!r}, not {item['addressee']['text']!r}")
    return faults


def _same_name(wanted: str, got: str, kind: str) -> bool:
    ours, theirs = _name_words(wanted), _name_words(got)
    if kind not in DESCRIBED:
        return ours == theirs
    longer = max(len(ours), len(theirs))
    return 2 * len(set(ours) & set(theirs)) >= longer


def _same_chain(
    wanted: Sequence[tuple[str, str]], got: Sequence[tuple[str, str]], kind: str
) -> bool:
    """Equal link by link; a publisher that is also the outlet or the speaker may be named once."""
    ours, theirs = _without_echo(wanted), _without_echo(got)
    return [role for role, _ in ours] == [role for role, _ in theirs] and all(
        _same_name(one, other, kind if role == "speaker" else "outlet")
        for (role, one), (_, other) in zip(ours, theirs, strict=True)
    )


def _without_echo(links: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    first = _name_words(links[0][1]) if links else []
    return [*links[:1], *(link for link in links[1:] if _name_words(link[1]) != first)]


def _name_words(name: str) -> list[str]:
    words = regex.findall(r"[\w.&]+", name.casefold())
    return words[1:] if words[:1] in (["the"], ["a"], ["an"]) else words


def _all_spans(item: dict[str, Any]) -> list[dict[str, Any]]:
    single = [item.get(role) for role in ("source", "cue", "time", "addressee")]
    return [*item["content"], *(span for span in single if span and "start" in span)]


def _spans(items: list[dict[str, Any]]) -> tuple[Span, ...]:
    return tuple(Span.from_dict(item) for item in items)


def _span(item: dict[str, Any] | None) -> Span | None:
    return Span.from_dict(item) if item else None


def _written(item: dict[str, Any] | None) -> str | None:
    return item["text"] if item else None


def _content(item: dict[str, Any]) -> str:
    return _joined(_spans(item["content"]))


def _joined(spans: tuple[Span, ...]) -> str:
    return " … ".join(span.text for span in spans)
