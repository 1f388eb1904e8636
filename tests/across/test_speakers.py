"""The table of the speakers of a corpus."""

from __future__ import annotations

import argparse
import csv
import io
import json
from pathlib import Path

import attrs
import pytest
from clock import times_longer

from attrib.across.identity import same_name
from attrib.across.speakers import SpeakerRow, speakers, to_csv, to_table
from attrib.commands import speakers as command
from attrib.errors import InputError
from attrib.model import Document, Link, Record, Span, Speaker, SpeakerKind


def record(
    name: str,
    said: str = "We shall see.",
    *,
    kind: SpeakerKind = "person",
    article: str = "a",
    publisher: str | None = "Valley Herald",
    source: str | None = None,
    title: str | None = None,
    affiliation: str | None = None,
    published: str | None = None,
    chain: tuple[Link, ...] = (),
) -> Record:
    """A record of `name` saying `said` in `article`."""
    return Record(
        id=f"{article}-{name}-{said}",
        document=Document(text="", id=article, publisher=publisher, published=published),
        kind="direct",
        content=(Span(0, len(said), said),),
        cue=None,
        source=Span(0, len(source), source) if source else None,
        speaker=Speaker(name=name, kind=kind, title=title, affiliation=affiliation),
        chain=chain,
        confidence=1.0,
        pattern="made",
    )


def names(*records: Record) -> list[tuple[str, int]]:
    return sorted((row.name, row.records) for row in speakers(records))


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param("Ana Ruiz", "Ruiz", id="surname"),
        pytest.param("Ana Ruiz", "Mayor Ruiz", id="title and surname"),
        pytest.param("Ana Ruiz", "A. Ruiz", id="initial"),
        pytest.param("Ana M. Ruiz", "Ana Ruiz", id="middle initial"),
        pytest.param("Ana Maria Ruiz", "Ana M. Ruiz", id="middle name and its initial"),
        pytest.param("Bill Marsh", "William Marsh", id="short form"),
        pytest.param("Ursula von der Tann", "von der Tann", id="particles"),
        pytest.param("José Núñez", "Jose Nunez", id="accents"),
        pytest.param("Ruiz’s", "Ruiz", id="possessive"),
        pytest.param("the Harbor Council", "Harbor Council", id="article"),
        pytest.param("Clear River Board", "CRB", id="acronym"),
    ],
)
def test_names_that_can_be_one_speakers(a: str, b: str) -> None:
    """Two names are the same speaker's where nothing in them speaks against it."""
    assert same_name(a, b)
    assert same_name(b, a)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param("Ana Ruiz", "Ivo Ruiz", id="other given name"),
        pytest.param("Ana Ruiz", "I. Ruiz", id="other initial"),
        pytest.param("Ana B. Ruiz", "Ana C. Ruiz", id="other middle initial"),
        pytest.param("Ray Stone Jr.", "Ray Stone Sr.", id="generation"),
        pytest.param("Ray Stone Jr.", "Ray Stone", id="suffix"),
        pytest.param("Ray Stone Jr", "US President Ray Stone", id="suffix, and a title"),
        pytest.param("Dean Marsh", "Will Marsh", id="a given name that is a title too"),
        pytest.param("Ana Ruiz", "Ana Stone", id="other surname"),
        pytest.param("Harbor Council", "Harbor Board", id="other body"),
        pytest.param("…", "?", id="no letters"),
    ],
)
def test_names_that_cannot_be_one_speakers(a: str, b: str) -> None:
    """Two names that clash are two speakers'."""
    assert not same_name(a, b)
    assert not same_name(b, a)


def test_variants_across_articles_are_one_row() -> None:
    """The surname of one article and the full name of another are one speaker."""
    (row,) = speakers(
        [
            record("Ruiz", "No.", article="a"),
            record("Ana Ruiz", "We go on.", article="b", source="the mayor", title="mayor"),
            record("Ana Ruiz", "Yes, we do.", article="b", publisher="Daily Post", source="she"),
        ]
    )

    assert (row.name, row.kind, row.title) == ("Ana Ruiz", "person", "mayor")
    assert row.variants == ("Ana Ruiz", "Ruiz", "the mayor")
    assert (row.records, row.words, row.documents) == (3, 7, 2)
    assert [(h.outlet, h.records, h.words) for h in row.outlets] == [
        ("Valley Herald", 2, 4),
        ("Daily Post", 1, 3),
    ]


def test_a_suffix_parts_two_people() -> None:
    """The son does not absorb the father, however the father is titled."""
    assert names(
        record("Ray Stone Jr.", article="a"),
        record("US President Ray Stone", article="b"),
        record("President Stone", article="b"),
    ) == [("President Stone", 1), ("Ray Stone Jr.", 1), ("US President Ray Stone", 1)]


@pytest.mark.parametrize("word", ["I", "we", "You", "who"])
def test_a_pronoun_is_nobody(word: str) -> None:
    """First persons of several articles are not one speaker, and none at all."""
    assert names(record(word, article="a"), record(word, article="b")) == []


def test_only_what_calls_somebody_is_an_alias() -> None:
    """What the source tells beyond the name, and half sentences, are no variants of it."""
    (row,) = speakers(
        [
            record("Ana Ruiz", source="Ana Ruiz, who runs the mill below the dam,"),
            record("Ana Ruiz", source="the old mayor"),
            record("Ana Ruiz", source="Stone did not appear at the hearing but"),
        ]
    )

    assert row.variants == ("Ana Ruiz", "the old mayor")


@pytest.mark.parametrize(
    ("office", "day", "rows"),
    [
        pytest.param("Harbour Board", "2026-03-04", 1, id="the same office"),
        pytest.param("Quarry Union", "2026-03-04", 2, id="another in the same days"),
        pytest.param("Quarry Union", "2027-03-04", 1, id="another, a year later"),
        pytest.param("Quarry Union", None, 1, id="another, who knows when"),
    ],
)
def test_another_office_in_the_same_days_parts_two_people(
    office: str, day: str | None, rows: int
) -> None:
    """Nobody is an engineer here and a singer there on one day."""
    found = speakers(
        [
            record("Ana Ruiz", article="a", affiliation="Harbour Board", published="2026-03-02"),
            record("Ana Ruiz", article="b", affiliation=office, published=day),
        ]
    )

    assert len(found) == rows


def test_the_carriers_that_the_chains_know() -> None:
    """Where an article names no publisher, the outlet of the chain carries; others are named."""
    through = (Link("outlet", "Nordwire"), Link("outlet", "Radio Sorrel"), Link("speaker", "Ruiz"))
    (row,) = speakers([record("Ana Ruiz", publisher=None, chain=through)])

    assert ([heard.outlet for heard in row.outlets], row.carriers) == (
        ["Nordwire"],
        ("Radio Sorrel",),
    )


@pytest.mark.parametrize("wide", [70, 100, 200])
def test_the_table_keeps_to_its_width(wide: int) -> None:
    """No line is wider than the terminal."""
    long = "The Very Long and Winding Harbour and River Board of Old Clear River Town"
    rows = speakers([record(long, kind="organization", publisher=long, source=f"the {long}")])

    assert max(map(len, to_table(rows, wide).splitlines())) <= wide


def test_a_surname_two_people_share_joins_neither() -> None:
    """Where the corpus has two people it can be, a bare surname stays a row of its own."""
    assert names(record("Ana Ruiz"), record("Ivo Ruiz"), record("Ruiz")) == [
        ("Ana Ruiz", 1),
        ("Ivo Ruiz", 1),
        ("Ruiz", 1),
    ]


def test_an_initial_joins_the_only_one_it_can_be() -> None:
    """`A. Ruiz` is Ana where the other Ruiz is Ivo."""
    assert names(record("Ana Ruiz"), record("Ivo Ruiz"), record("A. Ruiz")) == [
        ("Ana Ruiz", 2),
        ("Ivo Ruiz", 1),
    ]


def test_the_acronym_of_one_body_joins_it() -> None:
    """An acronym goes to the body whose initials it is, and to none where two bodies have it."""
    one = [record("Clear River Board", kind="organization"), record("CRB", kind="organization")]
    two = [*one, record("Central Road Bureau", kind="organization")]

    assert names(*one) == [("Clear River Board", 2)]
    assert len(names(*two)) == 3


def test_a_person_and_a_body_of_one_name_stay_apart() -> None:
    """Kinds that cannot be one speaker are never joined, kinds of bodies are."""
    found = names(
        record("Stone", kind="person"),
        record("Stone", kind="organization"),
        record("the Stone", kind="outlet"),
    )

    assert found == [("Stone", 1), ("Stone", 2)]


def test_records_of_nobody_are_left_out() -> None:
    """A record without a speaker makes no row."""
    assert speakers([attrs.evolve(record("x"), speaker=None)]) == ()


def test_csv_reads_back_and_runs_no_formula() -> None:
    """The CSV has a row for each speaker and no cell that starts like a formula."""
    rows = speakers([record("=HYPERLINK(1)", kind="group"), record("Ana, “the boss” Ruiz")])

    cells = list(csv.DictReader(io.StringIO(to_csv(rows))))

    assert [row["name"] for row in cells] == ["'=HYPERLINK(1)", "Ana, “the boss” Ruiz"]
    assert {row["outlets"] for row in cells} == {"Valley Herald: 1"}


def test_csv_by_outlet_has_a_row_for_each_outlet() -> None:
    """By outlet, a speaker heard in two outlets has two rows with the counts of each."""
    rows = speakers([record("Ana Ruiz"), record("Ana Ruiz", "No.", publisher=None)])

    cells = list(csv.DictReader(io.StringIO(to_csv(rows, by_outlet=True))))

    assert [(row["outlet"], row["records"], row["words"]) for row in cells] == [
        ("Valley Herald", "1", "3"),
        ("", "1", "1"),
    ]


def test_table_names_speaker_outlets_and_variants() -> None:
    """The table shows who, what kind, how much, where and by which other names."""
    table = to_table(speakers([record("Ana Ruiz", title="mayor"), record("Ruiz")]))

    assert table.splitlines() == [
        "SPEAKER          KIND    RECORDS  WORDS  OUTLETS          ALSO",
        "Ana Ruiz, mayor  person        2      6  Valley Herald 2  Ruiz",
    ]


def test_json_has_every_field() -> None:
    """The JSON row has the fields of the value under the same names."""
    (row,) = speakers([record("Ana Ruiz")])

    assert list(row.to_dict()) == [field.name for field in attrs.fields(SpeakerRow)]


def test_cost_grows_with_the_number_of_names() -> None:
    """Ten times the namesakes cost about ten times the time, not a hundred times."""

    def namesakes(count: int) -> list[Record]:
        letters = "abcdefghij"
        people = [
            record("".join(letters[int(digit)] for digit in f"{n:05}").title() + " Stone")
            for n in range(count)
        ]
        return [*people, record("Stone"), record("A. Stone")]

    few, many = namesakes(400), namesakes(4000)

    assert len(speakers(many)) == 4002
    assert times_longer(lambda: speakers(many), lambda: speakers(few), 40, 0.005) < 40


@pytest.mark.parametrize("form", ["table", "csv", "json"])
def test_the_command_reads_records(
    form: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`attrib speakers --records` lists the speakers of records made before, in each form."""
    path = tmp_path / "records.jsonl"
    lines = [json.dumps(each.to_dict()) for each in (record("Ana Ruiz"), record("Ruiz", "No."))]
    path.write_text("\n".join(lines), encoding="utf-8")
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)

    status = command.run(parser.parse_args(["--records", str(path), "--format", form]))

    out = capsys.readouterr().out
    assert status == 0
    if form == "json":
        assert [(row["name"], row["records"]) for row in json.loads(out)] == [("Ana Ruiz", 2)]
    else:
        assert len(out.splitlines()) == 2
        assert "Ana Ruiz" in out.splitlines()[1]


def test_the_command_names_what_is_no_record(tmp_path: Path) -> None:
    """A line that is JSON but no record is refused by file and id."""
    path = tmp_path / "records.jsonl"
    path.write_text('{"id": "x", "content": []}\n', encoding="utf-8")
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)

    with pytest.raises(InputError, match=r"records\.jsonl: x: not a record"):
        command.run(parser.parse_args(["--records", str(path)]))
