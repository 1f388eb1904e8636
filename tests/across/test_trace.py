"""The same statement across a corpus."""

from __future__ import annotations

import argparse
import json
import textwrap
from itertools import combinations
from pathlib import Path

import pytest
from clock import seconds, times_longer
from made_corpus import Corpus, make

from attrib import attribute
from attrib.across.trace import Statement, edges, to_table, trace
from attrib.commands import trace as command
from attrib.model import Document, Kind, Link, Record, Span, Speaker, SpeakerKind

DAM = "The old dam above the mill must come down before the winter floods, and it will"


def record(
    article: str,
    said: str,
    speaker: str | None = "Ana Ruiz",
    *,
    number: str = "1",
    kind: Kind = "direct",
    speaker_kind: SpeakerKind = "person",
    outlet: str | None = None,
    published: str | None = None,
    by_way_of: str | None = None,
    credited: tuple[str, ...] = (),
    nested_in: str | None = None,
) -> Record:
    """A record of `speaker` saying `said` in `article`."""
    return Record(
        id=number,
        document=Document(
            text="", id=article, publisher=outlet, published=published, credits=credited
        ),
        kind=kind,
        content=(Span(0, len(said), said),),
        cue=None,
        source=None,
        speaker=Speaker(name=speaker, kind=speaker_kind) if speaker else None,
        chain=(Link("outlet", by_way_of),) if by_way_of else (),
        nested_in=nested_in,
        confidence=1.0,
        pattern="made",
    )


def relations(statement: Statement) -> dict[str, str]:
    return {item.record.document.id: item.relation for item in statement.appearances}


@pytest.mark.parametrize(
    ("said", "relation"),
    [
        pytest.param(f"“{DAM},”", "exact", id="the very words"),
        pytest.param(f'"{DAM.lower()}."', "exact", id="other marks and capitals"),
        pytest.param(f"“{DAM.replace('winter', 'spring')}.”", "near", id="a word changed"),
        pytest.param(f"“{DAM.replace(' old', '')}.”", "near", id="a word left out"),
        pytest.param("“must come down before the winter floods”", "partial", id="a part"),
        pytest.param("“The old dam … must come down before the winter”", "partial", id="…"),
    ],
)
def test_versions_of_a_statement(said: str, relation: str) -> None:
    """Another article's version is found and told to be exact, near or a part."""
    (statement,) = trace([record("a", f"“{DAM}.”"), record("b", said, "Ruiz")])

    assert statement.wording == DAM
    assert relations(statement) == {"a": "exact", "b": relation}
    assert statement.speakers == ("Ana Ruiz",)


def test_a_part_inside_a_paraphrase_is_found() -> None:
    """A few words quoted in an article's own sentence belong to the statement they are from."""
    part = "that the dam was done for and “must come down before the winter floods”"

    (statement,) = trace([record("a", f"“{DAM}.”"), record("b", part, kind="mixed")])

    assert relations(statement) == {"a": "exact", "b": "partial"}
    assert statement.appearances[1].words == "must come down before the winter floods"


def test_an_indirect_copy_is_found() -> None:
    """The same words without quotation marks are the same statement."""
    (statement,) = trace([record("a", f"“{DAM}.”"), record("b", f"that {DAM}", kind="indirect")])

    assert set(relations(statement)) == {"a", "b"}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param(
            record("a", "“We will not let that happen here.”"),
            record("b", "“We will not let that happen here.”", "Ivo Stone"),
            id="a phrase anyone might use, two speakers",
        ),
        pytest.param(
            record("a", "“we are going to do it”"),
            record("b", "“we are going to do it”"),
            id="no word that tells",
        ),
        pytest.param(
            record("a", "“I told the council to mend the gates of the dam this year.”"),
            record("b", "“I told the council to sell the mill to the farmers this year.”"),
            id="a shared opening",
        ),
        pytest.param(record("a", "“a disaster”"), record("b", "“a disaster”"), id="too short"),
        pytest.param(
            record("a", f"“{DAM}.”"), record("a", f"“{DAM}.”", number="2"), id="in one article"
        ),
    ],
)
def test_different_statements_stay_apart(a: Record, b: Record) -> None:
    """What only sounds alike is not traced."""
    assert trace([a, b]) == ()


def test_five_words_of_one_speaker_are_a_statement() -> None:
    """From five words up, or as many as asked for, the same words of one speaker are found."""
    short = [record("a", "“the dam must come down”"), record("b", "“The dam must come down.”")]
    claims = [record(each, "that the dam must come down", kind="indirect") for each in ("a", "b")]

    assert len(trace(short)) == len(trace(claims)) == 1
    assert trace(short, least=6) == ()


def test_an_article_is_no_outlet() -> None:
    """An article without a known publisher that credits another is told to be an article."""
    found = trace([record("a", f"“{DAM}.”"), record("b", f"“{DAM}.”", by_way_of="Valley Herald")])

    assert [(edge.source, edge.target, edge.target_kind) for edge in edges(found)] == [
        ("Valley Herald", "b", "article")
    ]
    assert "(b)" in to_table(found)


STORY = Path(__file__).parents[2] / "fixtures" / "story"


def test_one_story_from_the_wire_to_the_papers() -> None:
    """The wire is first, and what each paper did to its quotations comes out, and nothing else."""
    records = [
        each
        for path in sorted(STORY.glob("*.txt"))
        for each in attribute(path.read_text("utf-8"), path=path.name).records
    ]

    bridge, drivers = trace(records)

    assert [statement.speakers for statement in (bridge, drivers)] == [
        ("Marit Soland",),
        ("Jon Brekke",),
    ]
    assert [(item.article, item.published, item.relation) for item in bridge.appearances] == [
        ("1-wire.txt", "2026-03-02", "exact"),
        ("2-gazette.txt", "2026-03-03", "exact"),
        ("3-courier.txt", "2026-03-04", "near"),
        ("4-letter.txt", "2026-03-05", "partial"),
    ]
    assert bridge.appearances[2].difference == (
        'We will not reopen the bridge before every {+last+} cable has been tested," "Nobody '
        "[-in this office-] is going to gamble with [-forty-]{+fourteen+} thousand crossings a day"
    )
    assert [item.difference for item in drivers.appearances] == [
        "",
        "",
        "Our drivers will lose [-two-]{+three+} hours on every [-single-] run",
    ]
    assert {each.first for each in (bridge, drivers)} == {
        (bridge.appearances[0].record.document.id,)
    }


def test_a_wrong_speaker_is_shown() -> None:
    """A long statement under another name is the same one, and both names are given."""
    (statement,) = trace(
        [record("a", f"“{DAM}.”"), record("b", f"“{DAM}.”", "Ivo Stone"), record("c", f"“{DAM}.”")]
    )

    assert statement.speakers == ("Ana Ruiz", "Ivo Stone")


def test_the_difference_is_shown_word_by_word() -> None:
    """Where the wording parts, both versions are shown."""
    (statement,) = trace(
        [
            record("a", f"“{DAM}.”"),
            record("b", "“The dam above the mill should come down before the winter floods.”"),
        ]
    )

    assert [item.difference for item in statement.appearances] == [
        "",
        "The [-old-] dam above the mill [-must-]{+should+} come down before the winter floods "
        "[-and it will-]",
    ]


def test_the_earliest_article_is_first() -> None:
    """By date, whatever the order of the input; an undated article is never first."""
    (statement,) = trace(
        [
            record("undated", f"“{DAM}.”"),
            record("later", f"“{DAM}.”", published="2026-03-02"),
            record("earlier", f"“{DAM}.”", published="2026-03-01"),
        ]
    )

    assert statement.first == ("earlier",)
    assert [item.record.document.id for item in statement.appearances] == [
        "earlier",
        "later",
        "undated",
    ]


def test_on_one_day_who_credits_is_not_first() -> None:
    """Of two articles of a day, the one that credits the other is not first."""
    (statement,) = trace(
        [
            record("a", f"“{DAM}.”", outlet="Daily Post", published="2026-03-01",
                   by_way_of="Valley Herald"),
            record("b", f"“{DAM}.”", outlet="Valley Herald", published="2026-03-01"),
            record("c", f"“{DAM}.”", outlet="Harbor Tribune", published="2026-03-01"),
        ]
    )  # fmt: skip

    assert statement.first == ("b", "c")


def test_without_dates_nobody_is_first() -> None:
    """Nothing is said of who was first where no article has a date."""
    (statement,) = trace([record("a", f"“{DAM}.”"), record("b", f"“{DAM}.”")])

    assert statement.first == ()


def test_credits_become_copies_and_edges() -> None:
    """A credit leads to the credited outlet's article, or out of the corpus; never to oneself."""
    statements = trace(
        [
            record("a", f"“{DAM}.”", outlet="The Valley Herald", published="2026-03-01"),
            record("b", f"“{DAM}.”", outlet="Daily Post", by_way_of="Valley Herald",
                   credited=("Valley Herald", "Northern Wire", "Daily Post")),
        ]
    )  # fmt: skip

    copies = [
        (copy.document, copy.credited, copy.original, copy.by) for copy in statements[0].copies
    ]
    assert copies == [("b", "Valley Herald", "a", "chain"), ("b", "Northern Wire", None, "credit")]
    assert [(edge.source, edge.target, edge.statements) for edge in edges(statements)] == [
        ("Northern Wire", "Daily Post", 1),
        ("Valley Herald", "Daily Post", 1),
    ]


def test_a_claim_in_a_claim_is_the_inner_speakers() -> None:
    """Of a content and the one inside it, the inner record tells who said it."""
    outer = record("a", f"“She told me, ‘{DAM}.’”", "Ivo Stone", number="outer")
    inner = record("a", f"‘{DAM}.’", "Ana Ruiz", number="inner", nested_in="outer")

    (statement,) = trace([outer, inner, record("b", f"“{DAM}.”", "Ruiz")])

    assert statement.speakers == ("Ana Ruiz",)
    assert [item.record.id for item in statement.appearances] == ["inner", "1"]


def test_json_names_articles_and_relations() -> None:
    """The JSON has what a graph or a table needs."""
    (statement,) = trace([record("a", f"“{DAM}.”"), record("b", f"“{DAM}.”")])

    data = statement.to_dict()
    assert data["wording"] == DAM
    assert [item["document"] for item in data["appearances"]] == ["a", "b"]
    assert {item["relation"] for item in data["appearances"]} == {"exact"}


def found_pairs(corpus: Corpus, statements: tuple[Statement, ...]) -> set[tuple[int, ...]]:
    place = {record.id: n for n, record in enumerate(corpus.records)}
    return {
        tuple(sorted((place[a.record.id], place[b.record.id])))
        for statement in statements
        for a, b in combinations(statement.appearances, 2)
    }


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_made_corpus_with_known_answer(seed: int) -> None:
    """Recall is at least 95 % at a precision of at least 98 %, by pairs of records."""
    corpus = make(600, seed)

    statements = trace(corpus.records)

    found, true = found_pairs(corpus, statements), corpus.true_pairs()
    assert len(found & true) / len(true) >= 0.95
    assert len(found & true) / len(found) >= 0.98


def test_the_first_article_of_a_made_corpus() -> None:
    """The article that a statement starts from is the one named first."""
    corpus = make(300)
    number_of = {
        record.id: number for record, number in zip(corpus.records, corpus.statements, strict=True)
    }

    right = [
        statement.first == (corpus.firsts[number_of[statement.appearances[0].record.id]],)
        for statement in trace(corpus.records)
    ]

    assert sum(right) / len(right) >= 0.98


def test_the_order_of_the_records_does_not_matter() -> None:
    """The same corpus in another order gives the same groups of articles."""
    corpus = make(200)

    groups = [
        {frozenset(item.record.id for item in found.appearances) for found in trace(records)}
        for records in (corpus.records, corpus.records[::-1])
    ]

    assert len(groups[0] & groups[1]) >= 0.98 * max(map(len, groups))


def test_cost_grows_with_the_corpus() -> None:
    """Eight times the corpus costs about eight times the time."""

    few, many = make(150).records, make(1200).records

    assert times_longer(lambda: trace(many), lambda: trace(few), 16) < 16


def test_a_statement_that_everybody_carries() -> None:
    """A statement in a thousand articles, each with a word of its own, is one and found soon."""
    records = [record(str(n), f"“{DAM.replace('winter', f'winter{n}')}.”") for n in range(1000)]

    (statement,) = trace(records)

    assert len(statement.appearances) == 1000
    assert seconds(lambda: trace(records), enough=10) < 10


@pytest.mark.parametrize("form", ["table", "json", "edges"])
def test_the_command_traces_records(
    form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`attrib trace --records` shows statements for people, for programs, and as edges."""
    path = tmp_path / "records.jsonl"
    records = [
        record("a", f"“\x1b]{DAM}.”", outlet="Valley Herald\x07", published="2026-03-01"),
        record("b", f"“{DAM}.”", outlet="Daily Post", by_way_of="Valley Herald"),
    ]
    path.write_text("\n".join(json.dumps(each.to_dict()) for each in records), encoding="utf-8")
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    monkeypatch.setenv("COLUMNS", "80")

    status = command.run(parser.parse_args(["--records", str(path), "--format", form]))

    out = capsys.readouterr().out
    assert status == 0
    if form == "table":
        assert out.splitlines() == [
            *textwrap.wrap(f"“{DAM}” (Ana Ruiz)", 80),
            "2026-03-01  Valley Herald�  first  Ana Ruiz",
            "no date     Daily Post      exact  Ana Ruiz  credits Valley Herald",
        ]
    elif form == "json":
        assert json.loads(out)["statements"][0]["first"] == ["a"]
    else:
        assert json.loads(out) == {
            "source": "Valley Herald",
            "target": "Daily Post",
            "target_kind": "outlet",
            "statements": 1,
        }
