"""Records that others wrote are held to the schema before anything is made of them."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import examples

from attrib import attribute, formats
from attrib.cli import main
from attrib.schema import problems, schema

TEXT = "“We will not,” Ana Ruiz, the mayor, told Reuters in a letter on Monday.\n"
RECORD = json.loads(json.dumps(attribute(TEXT, path="a.txt").records[0].to_dict()))
JUNK: list[Any] = [None, True, 1, 0.5, "", "x", "speaker", [], {}, [{}], ["x"], {"start": 0}]


def places(value: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every key and index of a record, those of its parts included."""
    if not isinstance(value, dict | list):
        return []
    keys = list(value) if isinstance(value, dict) else list(range(len(value)))
    return [(*path, key) for key in keys] + [
        place for key in keys for place in places(value[key], (*path, key))
    ]


def spoilt(place: tuple[Any, ...], junk: Any) -> Any:
    record = deepcopy(RECORD)
    part = record
    for key in place[:-1]:
        part = part[key]
    part[place[-1]] = junk
    return record


@examples(300)
@given(st.sampled_from(places(RECORD)), st.sampled_from(JUNK))
def test_problems_are_those_that_jsonschema_sees(place: tuple[Any, ...], junk: Any) -> None:
    """Whatever one puts in whatever place, both say alike whether it is still a record."""
    record = spoilt(place, junk)

    assert (list(problems(record)) == []) == jsonschema.Draft202012Validator(schema()).is_valid(
        record
    )


@pytest.mark.parametrize(
    "place",
    [place for place in places(RECORD) if isinstance(place[-1], str)],
    ids=lambda place: ".".join(map(str, place)),
)
def test_what_is_missing_is_named(place: tuple[Any, ...]) -> None:
    """A record that lacks a field says which."""
    record = deepcopy(RECORD)
    part = record
    for key in place[:-1]:
        part = part[key]
    del part[place[-1]]

    assert [problem.partition(": ")[2] for problem in problems(record)] == [f"lacks {place[-1]!r}"]


def test_verify_names_every_spoilt_record(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """No record, however odd, stops `attrib verify`, and none passes for good but the first."""
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(TEXT, "utf-8")
    spoils = [(place, junk) for place in places(RECORD) for junk in JUNK]
    records = [RECORD] + [
        record for record in (spoilt(*spoil) for spoil in spoils) if list(problems(record))
    ]
    Path("r.jsonl").write_text("\n".join(map(json.dumps, records)), "utf-8")

    status = main(["verify", "r.jsonl", "a.txt"])

    out = capsys.readouterr().out
    assert status == 1
    assert out.endswith(f"1 of {len(records)} records hold\n")


HOSTILE = {
    "deep JSON": b"[" * 200_000,
    "not UTF-8": b"caf\xe9",
    "binary": b"\x7fELF\x02\x00\x00\xd0",
    "no object": b"[1]",
    "no record": b'{"content": 1}',
    "wrong types": json.dumps(spoilt(("content", 0, "start"), "x")).encode(),
    "no content": json.dumps(spoilt(("content",), [])).encode(),
    "long cell": b'"' + b"x" * 200_000 + b'"',
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize(
    "command",
    [
        *(["speakers", "--records"], ["trace", "--records"]),
        *(["convert", "--to", "csv", "--from", name] for name in ("jsonl", "json", "csv")),
        *(["convert", "--to", "csv", "--from", name] for name in ("webanno", "citron")),
    ],
    ids=" ".join,
)
def test_what_holds_no_records_is_said_so(
    command: list[str], data: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file that is none of attrib's ends in a message that names it, and status 1."""
    path = tmp_path / "r.jsonl"
    path.write_bytes(data)

    status = main([*command, str(path)])

    printed, message = capsys.readouterr()
    assert status == 1
    assert message.startswith(f"attrib: {path}")
    assert printed.count("\n") <= 1


def test_a_table_may_have_an_article_in_a_cell(tmp_path: Path) -> None:
    """The limit that the module `csv` sets to cells is no limit to contents."""
    path, text = tmp_path / "r.csv", "x" * 200_000
    span = {"start": 0, "end": len(text), "text": text}
    (tmp_path / "r.jsonl").write_text(json.dumps(spoilt(("content",), [span])), "utf-8")

    assert main(["convert", str(tmp_path / "r.jsonl"), "--to", "csv", "-o", str(path)]) == 0
    assert next(formats.read("csv", path))["content"] == [span]
