"""Evaluation against annotations, and its agreement with the referee of the annotated articles."""

from __future__ import annotations

import argparse
import importlib.util
import json
import os
import random
import re
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

import attrs
import pytest

from attrib.commands import evaluate as command
from attrib.errors import InputError, UsageError
from attrib.evaluation import report as reporting
from attrib.evaluation.marked import Marked, MarkedArticle, Spans, parse_brat, read
from attrib.evaluation.score import Report, kind_of, pairs, score
from attrib.evaluation.tokens import align, elements, project, token_table

TEXT = "“We will mend the dam,” said Ana Ruiz. Ivo Stone fears that the mill will pay “in full”."


def span(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def marked(content: str, source: str = "", cue: str = "", **more: Any) -> Marked:
    return Marked(
        content=(span(content),),
        source=(span(source),) if source else (),
        cue=(span(cue),) if cue else (),
        **more,
    )


DAM = marked("“We will mend the dam,”", "Ana Ruiz", "said")
MILL = marked("that the mill will pay “in full”", "Ivo Stone", "fears")
GOLD = {"a": MarkedArticle(text=TEXT, marked=(DAM, MILL))}


def sorts(found: list[Marked]) -> list[str]:
    return [outcome.sort for outcome in score(GOLD, {"a": found}).outcomes]


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        pytest.param([DAM, MILL], ["right", "right"], id="the same"),
        pytest.param([], ["missed", "missed"], id="nothing"),
        pytest.param(
            [marked("We will mend", "Ruiz"), MILL], ["right", "right"], id="half of the letters"
        ),
        pytest.param([marked("will", "Ruiz"), MILL], ["missed", "right", "false"], id="too little"),
        pytest.param(
            [marked("“We will mend the dam,”", "Ivo Stone"), MILL],
            ["wrong source", "right"],
            id="another source",
        ),
        pytest.param(
            [marked("“We will mend the dam,”"), MILL], ["wrong source", "right"], id="no source"
        ),
        pytest.param([DAM, DAM, MILL], ["right", "right", "false"], id="one to one"),
        pytest.param(
            [
                attrs.evolve(MILL, id="outer"),
                DAM,
                marked("“in full”", "Ana Ruiz", id="inner", nested_in="outer"),
            ],
            ["right", "right"],
            id="a claim in a claim is not judged",
        ),
        pytest.param(
            [
                DAM,
                marked("will", id="outer"),
                marked("“in full”", "Ana Ruiz", id="inner", nested_in="outer"),
            ],
            ["right", "missed", "false", "false"],
            id="unless the outer one is false",
        ),
    ],
)
def test_what_matches(found: list[Marked], expected: list[str]) -> None:
    """A record matches an annotation by half of the union of letters and is right by source."""
    assert sorts(found) == expected


def test_figures_of_a_small_case() -> None:
    """Precision, recall and F of each table follow from the matches."""
    found = [
        attrs.evolve(DAM, confidence=0.95, pattern="tag"),
        marked("will pay “in full”", "Ana Ruiz", "fears", confidence=0.85, pattern="verb"),
        marked("Ana Ruiz", confidence=0.15, pattern="verb"),
    ]

    report = score(GOLD, {"a": found})

    assert (report.content.precision, report.content.recall) == (2 / 3, 1.0)
    assert (report.attribution.precision, report.attribution.recall) == (1 / 3, 0.5)
    assert report.attribution.f == pytest.approx(0.4)
    assert report.exact["content"].recall == 0.5
    assert (report.exact["cue"].precision, report.exact["cue"].recall) == (1.0, 1.0)
    assert (report.overlap["source"].precision, report.overlap["source"].recall) == (0.5, 0.5)
    assert (report.kinds["direct"].precision, report.kinds["direct"].recall) == (1.0, 1.0)
    assert (report.kinds["mixed"].precision, report.kinds["mixed"].recall) == (0.0, 0.0)
    assert {name: rate.precision for name, rate in report.patterns.items()} == {
        "tag": 1.0,
        "verb": 0.0,
    }
    assert [(each.low, each.records, each.right) for each in report.bins] == [
        (0.1, 1, 0.0),
        (0.8, 1, 0.0),
        (0.9, 1, 1.0),
    ]
    assert report.brier == pytest.approx((0.05**2 + 0.85**2 + 0.15**2) / 3, abs=1e-4)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        ("“We will mend the dam,”", "direct"),
        ("We will mend the dam,", "direct"),
        ("that the mill will pay “in full”", "mixed"),
        ("that the mill will pay", "indirect"),
    ],
)
def test_kinds(content: str, kind: str) -> None:
    """The kind goes by how many of the content's words stand in quotation marks."""
    assert kind_of(marked(content), TEXT) == kind


def test_pairs_prefer_the_closest() -> None:
    """Of two records over one content, the closer one matches."""
    found = [marked("“We will mend the"), DAM]

    assert pairs([DAM], found, TEXT) == [(0, 1)]


def brat(folder: Path, annotator: str, *attributions: Marked, name: str = "dam") -> None:
    """Write annotations in the layout of a corpus with `text/` and `attributions/`."""
    (folder / "text").mkdir(exist_ok=True, parents=True)
    (folder / "attributions").mkdir(exist_ok=True)
    (folder / "text" / f"{name}.txt").write_text(TEXT, encoding="utf-8", newline="")
    lines: list[str] = []
    for n, each in enumerate(attributions, 1):
        event = f"E{n}\tAttribution:T{n}9"
        for letter, role in (("1", "content"), ("2", "source"), ("3", "cue")):
            spans: Spans = getattr(each, role)
            if spans:
                fragments = ";".join(f"{start} {end}" for start, end in spans)
                lines.append(f"T{n}{letter}\t{role.title()} {fragments}\twords")
                event += f" {role.title()}:T{n}{letter}"
        lines.append(event)
    path = folder / "attributions" / f"{name}_{annotator}.ann"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_a_brat_folder_is_read(tmp_path: Path) -> None:
    """Texts and attributions of a folder with `text/` and `attributions/` are read as marked."""
    brat(tmp_path, "x", DAM, MILL)

    article = read(tmp_path)["dam"]

    assert article.text == TEXT
    assert [each.key for each in article.marked] == [DAM.key, MILL.key]


def test_of_several_annotators_the_first_or_the_named_one_is_taken(tmp_path: Path) -> None:
    """An article with several annotators is read once."""
    brat(tmp_path, "b", DAM)
    brat(tmp_path, "a", DAM, MILL)

    assert len(read(tmp_path)["dam"].marked) == 2
    assert len(read(tmp_path, "b")["dam"].marked) == 1
    with pytest.raises(UsageError, match="nobody called 'c'"):
        read(tmp_path, "c")


def test_a_flat_brat_folder_is_read(tmp_path: Path) -> None:
    """`NAME.txt` and `NAME.ann` side by side are a brat folder too."""
    brat(tmp_path / "nested", "x", DAM)
    (tmp_path / "nested" / "text" / "dam.txt").rename(tmp_path / "dam.txt")
    (tmp_path / "nested" / "attributions" / "dam_x.ann").rename(tmp_path / "dam.ann")

    assert read(tmp_path)["dam"].marked[0].key == DAM.key


def test_text_that_goes_on_over_a_line_end_is_passed_over() -> None:
    """Some annotators' files break a marked text where the article breaks its line."""
    lines = ["T1\tContent 0 20\tThe dam", "The rest of it\n", "E1\tAttribution:T1 Content:T1"]

    assert parse_brat(lines, "a.ann")[0].content == ((0, 20),)


@pytest.mark.parametrize("line", ["T1\tContent", "T1\tContent 3 x\twords", "E1"])
def test_bad_standoff_is_named_with_its_line(line: str) -> None:
    """What is not standoff is refused with file and line."""
    with pytest.raises(InputError, match=r"a\.ann:2: not brat standoff"):
        parse_brat(["T9\tCue 1 2\tx", line], "a.ann")


def test_missing_text_and_empty_folder_are_named(tmp_path: Path) -> None:
    """A folder without annotations, or without their texts, is refused by name."""
    with pytest.raises(InputError, match=r"no \.ann file"):
        read(tmp_path)
    (tmp_path / "dam_x.ann").write_text("")
    with pytest.raises(InputError, match=r"dam\.txt: no such file"):
        read(tmp_path)
    with pytest.raises(InputError, match="no such file or folder"):
        read(tmp_path / "nowhere")


def json_record(name: str, text: str, marked: Marked) -> str:
    """A line of `attrib extract`, as far as evaluation reads it."""

    def spans(each: Spans) -> list[dict[str, Any]]:
        return [{"start": start, "end": end, "text": text[start:end]} for start, end in each]

    return json.dumps(
        {
            "id": marked.id,
            "document": {"id": name, "path": f"gone/{name}.txt", "length": len(text)},
            "content": spans(marked.content),
            "source": next(iter(spans(marked.source)), None),
            "cue": next(iter(spans(marked.cue)), None),
            "nested_in": marked.nested_in,
            "confidence": marked.confidence,
            "pattern": marked.pattern,
        }
    )


def test_json_lines_are_gold_too(tmp_path: Path) -> None:
    """Records serve as gold though their text is gone: they quote what is needed of it."""
    path = tmp_path / "gold.jsonl"
    path.write_text("\n".join(json_record("dam", TEXT, each) for each in (DAM, MILL)))

    gold = read(path)

    report = score(gold, {"dam": [DAM, MILL]})
    assert report.attribution.f == 1.0
    assert report.kinds["direct"].wanted == 1


def test_gains_and_losses_against_a_saved_run(tmp_path: Path) -> None:
    """Against a saved run, each case that changed is told, and the figures then and now."""
    run = tmp_path / "run.json"
    false = marked("Ana Ruiz")
    reporting.save(score(GOLD, {"a": [DAM, false]}), run)

    difference = reporting.against(score(GOLD, {"a": [MILL, marked("Stone")]}), run)

    assert [outcome.gold for outcome in difference.gained] == [MILL]
    assert [outcome.gold for outcome in difference.lost] == [DAM]
    assert (len(difference.new_false), difference.gone_false) == (1, 1)
    assert difference.figures["direct"] == (100.0, 0.0)
    shown = reporting.against_text(difference, GOLD, 5)
    assert "1 gained, 1 lost; 1 new false records, 1 gone" in shown
    assert "+ a: [Ivo Stone] <fears> that the mill will pay “in full”" in shown


def test_a_file_that_is_no_saved_run_is_refused(tmp_path: Path) -> None:
    """Gains and losses are only told against what --save wrote."""
    (tmp_path / "run.json").write_text("[]")

    with pytest.raises(InputError, match="not a run that --save wrote"):
        reporting.against(score(GOLD, {}), tmp_path / "run.json")


def test_text_report_has_every_figure() -> None:
    """The tables name each figure with P, R and F."""
    text = reporting.to_text(score(GOLD, {"a": [attrs.evolve(DAM, confidence=0.9, pattern="tag")]}),
                             patterns=True)  # fmt: skip

    assert re.search(r"attribution +2 +1 +100\.00 +50\.00 +66\.67\n", text)
    assert re.search(r"- direct +1 +1 +100\.00 +100\.00 +100\.00\n", text)
    assert re.search(r"cue, exact +2 +1 +100\.00 +50\.00 +66\.67\n", text)
    assert re.search(r"0\.9-1\.0 +1 +0\.90 +1\.00\n", text)
    assert re.search(r"tag +1 +1 +100\.0\n", text)


def test_cases_are_shown_with_their_words() -> None:
    """A wrong case is one line: what, where, source, cue, content, and what was found instead."""
    found = [marked("“We will mend the dam,”", "Ivo Stone"), marked("Ruiz", pattern="verb")]

    lines = list(reporting.cases(score(GOLD, {"a": found}).outcomes, GOLD, 5))

    assert lines == [
        "wrong source: a: [Ana Ruiz] <said> “We will mend the dam,” -- got [Ivo Stone]",
        "missed: a: [Ivo Stone] <fears> that the mill will pay “in full”",
        "false: a: [] <> Ruiz -- by verb",
    ]


def test_page_shows_each_miss_in_its_place_and_runs_nothing() -> None:
    """The page marks gold and found in the text, and text never becomes markup."""
    text = f"<script>alert(1)</script> \u202e{TEXT}"
    shift = len(text) - len(TEXT)

    def moved(each: Marked) -> Marked:
        content, source, cue = (
            tuple((start + shift, end + shift) for start, end in spans)
            for spans in (each.content, each.source, each.cue)
        )
        return Marked(content=content, source=source, cue=cue)

    gold = {"<a>": MarkedArticle(text=text, marked=(moved(DAM), moved(MILL)))}

    page = reporting.to_html(score(gold, {"<a>": [moved(MILL)]}), gold)

    assert '<mark class="gold-content">“We will mend the dam,”</mark>' in page
    assert '<mark class="gold-source">Ana Ruiz</mark>' in page
    assert page.count("<section") == 1
    assert "&lt;script&gt;" in page
    assert "<script" not in page
    assert "\u202e" not in page
    assert "&lt;a&gt;" in page


def run(*words: str) -> int:
    parser = argparse.ArgumentParser()
    command.add_arguments(parser)
    return command.run(parser.parse_args(words))


def test_the_command_measures_saves_and_compares(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """`attrib evaluate` prints figures, keeps a run, tells gains and losses, writes the page."""
    gold, then, now = tmp_path / "gold", tmp_path / "then.jsonl", tmp_path / "now.jsonl"
    brat(gold, "x", DAM, MILL)
    then.write_text(json_record("dam", TEXT, DAM), encoding="utf-8")
    now.write_text(json_record("dam", TEXT, MILL), encoding="utf-8")
    saved, page = tmp_path / "run.json", tmp_path / "page.html"

    assert run(str(gold), str(then), "--save", str(saved), "--json") == 0
    figures = json.loads(capsys.readouterr().out)
    assert (
        run(str(gold), str(now), "--against", str(saved), "--html", str(page), "--show", "3") == 0
    )
    shown = capsys.readouterr().out

    assert figures["attribution"]["f"] == 66.67
    assert "1 gained, 1 lost; 0 new false records, 0 gone" in shown
    assert "missed: dam: [Ana Ruiz] <said> “We will mend the dam,”" in shown
    assert "Missed (1)" in page.read_text(encoding="utf-8")


def test_the_command_wants_records_or_a_run(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Neither or both of PRED and --run is refused; records of other articles are told."""
    brat(tmp_path / "gold", "x", DAM)
    other = tmp_path / "other.jsonl"
    other.write_text(json_record("mill", TEXT, DAM), encoding="utf-8")

    with pytest.raises(UsageError, match="or --run"):
        run(str(tmp_path / "gold"))
    with pytest.raises(UsageError, match="or --run"):
        run(str(tmp_path / "gold"), str(other), "--run")
    assert run(str(tmp_path / "gold"), str(other)) == 0
    assert "no article of the gold is among the records" in capsys.readouterr().err


def shared() -> Path:
    """The annotated articles and their referee, where they are there."""
    place = os.environ.get("ATTRIB_SHARED")
    path = Path(place) if place else Path(__file__).parents[3] / "shared"
    if not (path / "tools" / "score.py").is_file():
        pytest.skip("the annotated articles are not here")
    return path


@pytest.fixture(scope="module")
def referee() -> ModuleType:
    path = shared() / "tools" / "score.py"
    spec = importlib.util.spec_from_file_location("referee", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.path.insert(0, str(path.parent))
    spec.loader.exec_module(module)
    return module


def disturbed(gold: dict[str, MarkedArticle], seed: int) -> str:
    """Records that are the gold with pieces lost, moved, doubled, nested and made up."""
    chooser = random.Random(seed)

    def shaken(spans: Spans, size: int) -> Spans:
        first, last = spans[0][0], spans[-1][1]
        first = max(0, first + chooser.choice((0, 0, 0, 2, 12, -7)))
        last = min(size, last + chooser.choice((0, 0, 0, 1, -4, 25)))
        return ((first, max(last, first + 1)),)

    lines: list[str] = []
    for name, article in gold.items():
        size, found = len(article.text), list[Marked]()
        for n, each in enumerate(article.marked):
            for copy in range(chooser.choice((0, 1, 1, 1, 1, 2))):
                content = each.content if chooser.random() < 0.5 else shaken(each.content, size)
                source = each.source
                if source and chooser.random() < 0.3:
                    source = chooser.choice(((), shaken(source, size), each.cue[:1]))
                found.append(
                    Marked(
                        content=tuple(sorted(content)),
                        source=source[:1],
                        cue=each.cue[:1],
                        id=f"{n}-{copy}",
                        nested_in=f"{chooser.randrange(n + 1)}-0" if n % 5 == 4 else None,
                        confidence=chooser.random(),
                    )
                )
            if chooser.random() < 0.2:
                at = chooser.randrange(size - 40)
                found.append(Marked(content=((at, at + 40),), id=f"{n}-false"))
        lines.extend(json_record(name, article.text, each) for each in found)
    return "".join(f"{line}\n" for line in lines)


@pytest.mark.parametrize("seed", [1, 2])
def test_the_referee_agrees(referee: ModuleType, tmp_path: Path, seed: int) -> None:
    """Contents, attributions and kinds come out as the referee has them, to the second decimal."""
    folder = shared() / "polnear" / "dev"
    gold = read(folder)
    path = tmp_path / "found.jsonl"
    path.write_text(disturbed(gold, seed), encoding="utf-8")

    theirs = referee.score(str(folder), referee.load_records(str(path)))
    ours: Report = score(gold, {name: each.marked for name, each in read(path).items()})

    assert (theirs["gold"], theirs["records"]) == (ours.content.wanted, ours.content.found)
    for name, rate in (("content", ours.content), ("attribution", ours.attribution)):
        figures = (rate.precision, rate.recall, rate.f)
        expected = tuple(round(theirs[name][letter], 2) for letter in "PRF")
        assert tuple(round(100 * figure, 2) for figure in figures) == expected
    for kind, rate in ours.kinds.items():
        assert (rate.wanted, rate.found) == (theirs[kind]["gold"], theirs[kind]["records"])
        assert round(100 * rate.precision, 2) == round(theirs[kind]["P"], 2)
        assert round(100 * rate.recall, 2) == round(theirs[kind]["R"], 2)


@pytest.mark.parametrize("seed", [3, 4])
def test_the_referee_agrees_on_tokens(referee: ModuleType, tmp_path: Path, seed: int) -> None:
    """Exact, begin and Jaccard scores of tokens come out as the referee has them."""
    folder = shared() / "polnear" / "dev"
    gold = read(folder)
    path = tmp_path / "found.jsonl"
    path.write_text(disturbed(gold, seed), encoding="utf-8")

    theirs = referee.score(str(folder), referee.load_records(str(path)))["tokens"]
    found = {name: each.marked for name, each in read(path).items()}
    ours = token_table(folder / "tokens.jsonl", gold, found).to_dict()

    assert ours == {
        name: {role: round(figure, 2) for role, figure in table.items()}
        for name, table in theirs.items()
    }


def test_token_labels_of_a_sentence() -> None:
    """Tokens as the Penn Treebank writes them are found in the text and labelled by role."""
    tokens = ["``", "We", "will", "mend", "the", "dam", ",", "''", "said", "Ana", "Ruiz", "."]

    (spans,) = align([tokens], TEXT)

    labels = project(spans, [DAM])
    assert labels == ["B-content", *["I-content"] * 7, "B-cue", "B-source", "I-source", "O"]
    assert elements(labels) == {"content": [(0, 8)], "cue": [(8, 9)], "source": [(9, 11)]}


def test_a_sentence_that_is_not_there_as_a_whole_is_found_token_by_token() -> None:
    """A token too many costs that token alone."""
    (spans,) = align([["We", "will", "zzz", "mend"]], TEXT)

    assert spans == [span("We"), span("will"), None, span("mend")]
