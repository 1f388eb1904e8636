"""What a caller from Python meets: natural names that never fail, and errors told in words."""

from __future__ import annotations

import io
import json
import logging
import math
import subprocess
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

import attrib
from attrib import Analysis, Attributor, Record, attribute
from attrib.errors import AttribError, InputError, UsageError

ROOT = Path(__file__).parent.parent
ARTICLES = sorted((ROOT / "fixtures" / "articles").glob("*.txt"))
TEXT = "“We are ready,” said Ana Ruiz. She denied that it rained. “Now,” Bob Cole told Reuters."


@pytest.fixture(scope="module")
def analysis() -> Analysis:
    return attribute(TEXT, publisher="Daily Post")


def test_names_complete() -> None:
    """Tab completion shows the public names before any of them was used, and no module."""
    code = "import attrib; print(*dir(attrib))"
    shown = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    ).stdout.split()

    assert [name for name in shown if not name.startswith("_")] == sorted(attrib.__all__)


@pytest.mark.parametrize("name", [name for name in attrib.__all__ if name != "PATTERNS"])
def test_public_names_have_an_example(name: str) -> None:
    """`help` of each shows it in use."""
    assert ">>>" in (getattr(attrib, name).__doc__ or "")


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_who_how_and_what_are_text(path: Path) -> None:
    """On any article, whatever a record lacks, the natural loop runs."""
    for record in attribute(path):
        assert record.who
        assert record.what
        assert all(isinstance(part, str) for part in (record.who, record.how, record.what))
        assert "\n" not in record.who + record.how + record.what


def test_who_falls_back_on_the_source_and_on_a_question_mark(analysis: Analysis) -> None:
    """Without a speaker the source's words stand, and `?` without both."""
    data = analysis[0].to_dict() | {"speaker": None}

    assert Record.from_dict(data).who == "Ana Ruiz"
    assert Record.from_dict(data | {"source": None, "cue": None}).who == "?"
    assert Record.from_dict(data | {"source": None, "cue": None}).how == ""


def test_what_stands_somewhere_says_where(analysis: Analysis) -> None:
    """A cue, an addressee and a time have the offsets and words that their JSON has."""
    told = analysis[2]
    for placed in (told.cue, told.circumstances.addressee):
        assert placed is not None
        data = placed.to_dict()
        assert (placed.start, placed.end, placed.text) == (data["start"], data["end"], data["text"])


def test_an_analysis_is_a_sequence_of_its_records(analysis: Analysis) -> None:
    """Length, iteration, places and slices."""
    assert len(analysis) == len(list(analysis)) == len(analysis.records)
    assert analysis[0] is analysis.records[0]
    assert analysis[1:] == analysis.records[1:]


def test_an_analysis_without_records_is_still_one() -> None:
    """`if analysis` asks whether there is one, not whether somebody is quoted."""
    assert attribute("It rained.")
    assert str(attribute("It rained.")) == "no attribution found"


def test_an_analysis_shows_itself_in_one_line(analysis: Analysis) -> None:
    """At the prompt an article is a line, and printed a line for each record."""
    assert "\n" not in repr(analysis)
    assert "3 records" in repr(analysis)
    assert len(str(analysis).splitlines()) == 3


def test_records_by_speaker(analysis: Analysis) -> None:
    """Each name once, in the order of the article, none of the records lost."""
    found = analysis.by_speaker()

    assert [*found] == ["Ana Ruiz", "Bob Cole"]
    assert sorted(r.id for records in found.values() for r in records) == sorted(
        record.id for record in analysis
    )


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        ({"who": "Ana Ruiz"}, 2),
        ({"kind": "direct"}, 2),
        ({"cue_class": "denial"}, 1),
        ({"min_confidence": 1.1}, 0),
        ({"who": "Ana Ruiz", "kind": "direct"}, 1),
        ({}, 3),
    ],
    ids=str,
)
def test_filter(analysis: Analysis, wanted: dict[str, Any], count: int) -> None:
    """Every condition given must hold."""
    assert len(analysis.filter(**wanted)) == count


def test_filter_takes_a_function_and_keeps_the_rest(analysis: Analysis) -> None:
    """Document and notes stay as they are."""
    found = analysis.filter(lambda record: record.how == "denied")

    assert [record.what for record in found] == ["that it rained"]
    assert found.document == analysis.document


def test_a_filter_that_nothing_can_meet_is_told() -> None:
    """A misspelt kind is no empty result."""
    with pytest.raises(UsageError, match="no kind is called 'quoted'; there are direct"):
        attribute("It rained.").filter(kind="quoted")


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_an_analysis_comes_back_from_json(path: Path) -> None:
    """Through JSON and back it is equal, the text put into it or given beside it."""
    found = attribute(path)

    assert Analysis.from_dict(json.loads(found.to_json(text=True))) == found
    assert Analysis.from_dict(json.loads(found.to_json(indent=2)), found.document.text) == found
    for record in found:
        assert Record.from_dict(json.loads(json.dumps(record.to_dict())), record.document.text) == (
            record
        )


def test_json_holds_any_text() -> None:
    """A lone surrogate is written as its escape, readable characters as they are."""
    assert "“" in attribute(TEXT).to_json()
    attribute("“We \ud800 are ready,” said Ana Ruiz.").to_json(text=True).encode("utf-8")


def test_explain_and_verify_take_what_is_at_hand(analysis: Analysis) -> None:
    """A record or an analysis, with the text it has or with one given."""
    assert "pattern" in attrib.explain(analysis[0])
    assert attrib.explain(analysis).count("The pattern") == 3
    assert attrib.verify(analysis) == attrib.verify(analysis[0]) == ()
    assert attrib.verify(list(analysis), TEXT) == ()
    assert attrib.verify(analysis, TEXT.replace("ready", "happy"))[0].startswith(analysis[0].id)

    bare = Record.from_dict(analysis[0].to_dict())
    assert attrib.verify(bare, TEXT) == ()
    assert attrib.explain(bare, TEXT) == attrib.explain(analysis[0])
    with pytest.raises(UsageError, match=r"give it: verify\(record, text\)"):
        attrib.verify(bare)
    with pytest.raises(UsageError, match=r"give it: explain\(record, text\)"):
        attrib.explain(bare)


@pytest.mark.parametrize("wrong", [3, "text", [{"id": "a"}], None], ids=str)
def test_verify_says_what_it_takes(wrong: Any) -> None:
    """JSON or anything else in the place of records is told."""
    with pytest.raises(UsageError, match="verify takes records"):
        attrib.verify(wrong, TEXT)


def test_explain_says_what_it_takes() -> None:
    """So is a number in the place of a record."""
    with pytest.raises(UsageError, match="explain takes a record, an analysis"):
        attrib.explain(3)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (None, "a str or a path, not None"),
        (b"It rained.", "not bytes; decode them"),
        (7, "not an int"),
        (["It rained."], "not a list"),
        (io.StringIO("It rained."), "what its read"),
    ],
    ids=["None", "bytes", "number", "list", "file"],
)
def test_what_is_no_text_is_told(wrong: Any, message: str) -> None:
    """The message says what was given and what to give instead."""
    with pytest.raises(UsageError, match=message):
        attribute(wrong)


def test_a_path_is_read(tmp_path: Path) -> None:
    """As the command line reads it: the text, and what its container says."""
    plain = tmp_path / "a.txt"
    plain.write_bytes(TEXT.encode("utf-8") + b"\r\n")
    line = tmp_path / "a.jsonl"
    line.write_text(json.dumps({"id": "x", "text": TEXT, "publisher": "Daily Post"}))

    assert attribute(plain).document.text == TEXT + "\r\n"
    assert attribute(plain).document.path == str(plain)
    assert attribute(line).document.publisher == "Daily Post"
    assert attribute(line, publisher="Evening Post", id=7).document.publisher == "Evening Post"
    assert attribute(line, id=7).document.id == "7"


def test_a_path_that_gives_no_article_is_told(tmp_path: Path) -> None:
    """Missing, a folder, or several articles in one file."""
    several = tmp_path / "several.jsonl"
    several.write_text('{"text": "It rained."}\n{"text": "It snowed."}\n')
    (tmp_path / "none.jsonl").write_text("")

    for path, message in (
        (tmp_path / "nowhere.txt", "no such file"),
        (tmp_path, "a folder"),
        (several, "several articles"),
        (tmp_path / "none.jsonl", "no article"),
    ):
        with pytest.raises(InputError, match=message):
            attribute(path)


def test_the_name_of_a_file_as_text_gets_a_note() -> None:
    """No prose raises, so the likely mistake is a note."""
    assert ["pathlib.Path" in note.reason for note in attribute("news/article.txt").notes] == [True]
    assert attribute("It rained.").notes == ()


@pytest.mark.parametrize("day", [date(2022, 9, 20), datetime(2022, 9, 20, 7, 30), "20 Sept. 2022"])
def test_a_day_is_a_date_or_a_string(day: Any) -> None:
    """Whichever the caller has."""
    assert attribute("It rained.", published=day).document.published == "2022-09-20"
    assert Attributor(published=day).attribute("It rained.").document.published == "2022-09-20"


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"min_confidence": 80}, "0 to 1, not 80; did you mean 0.8"),
        ({"min_confidence": -1}, "0 to 1, not -1"),
        ({"min_confidence": math.nan}, "0 to 1, not nan"),
        ({"min_confidence": "0.5"}, "a number, 0 to 1, not a str"),
        ({"max_seconds": -1}, "a number, 0 or more, not -1"),
        ({"max_seconds": None}, "a number, 0 or more, not None"),
        ({"publisher": 7}, "publisher is a str, not an int"),
        ({"published": 2022}, "published is a str or a datetime.date, not an int"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_wrong_options_are_told(options: dict[str, Any], message: str) -> None:
    """By the function and by the `Attributor`, before any article is read."""
    with pytest.raises(UsageError, match=message):
        Attributor(**options)
    with pytest.raises(UsageError, match=message):
        attribute(TEXT, **options)


def test_the_least_confidence_is_an_argument_of_the_function() -> None:
    """As it is an option of the `Attributor`."""
    assert len(attribute(TEXT, min_confidence=1.0)) == 0


@pytest.mark.parametrize("workers", [1, 2])
def test_pipe_keeps_the_order_and_what_comes_along(workers: int) -> None:
    """With one process or two, each analysis comes out beside the caller's own."""
    texts = [(TEXT, "a"), ("It rained.", {"any": "thing"}), (TEXT, None)]

    found = list(Attributor().pipe(texts, as_tuples=True, workers=workers))
    assert [(len(analysis), mine) for analysis, mine in found] == [
        (3, "a"),
        (0, {"any": "thing"}),
        (3, None),
    ]
    plain = list(Attributor().pipe((text for text, _ in texts), workers=workers))
    assert plain == [analysis for analysis, _ in found] == [attribute(text) for text, _ in texts]


def test_pipe_reads_as_it_is_asked() -> None:
    """An endless stream of texts gives its first analysis at once."""

    def endless() -> Any:
        while True:
            yield "It rained."

    assert len(next(iter(Attributor().pipe(endless())))) == 0


@pytest.mark.parametrize("wrong", ["one text", b"bytes", Path("a.txt"), None, 7], ids=str)
def test_pipe_says_that_it_takes_many(wrong: Any) -> None:
    """At the call, not when the first analysis is asked for."""
    with pytest.raises(UsageError, match="pipe takes many texts"):
        Attributor().pipe(wrong)


@pytest.mark.parametrize("workers", [1, 2])
def test_pipe_tells_what_is_no_text(workers: int) -> None:
    """A None among the texts is told as `attribute(None)` is."""
    with pytest.raises(AttribError, match="not None"):
        list(Attributor().pipe(["It rained.", None], workers=workers))  # type: ignore[list-item]
    with pytest.raises(UsageError, match="each item is a pair"):
        list(Attributor().pipe(["It rained."], as_tuples=True))  # type: ignore[call-overload]
    with pytest.raises(UsageError, match="workers is a number"):
        Attributor().pipe(["It rained."], workers=-1)


def test_the_logger_is_silent_until_asked(caplog: pytest.LogCaptureFixture) -> None:
    """`logging.getLogger("attrib")` has a line for each article at DEBUG; nothing is printed."""
    code = "import attrib; attrib.attribute('told Reuters ' * 4000, max_seconds=1e-9)"
    quiet = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert quiet.stdout + quiet.stderr == ""

    with caplog.at_level(logging.DEBUG, "attrib"):
        attribute(TEXT)
    assert "3 records" in caplog.text
