"""The article in a terminal."""

from __future__ import annotations

import io
import re

import pytest
from attrs import evolve
from hand_made import ANALYSIS, DOCUMENT, TEXT

from attrib.analysis import Analysis
from attrib.display import show
from attrib.formats import from_spans
from attrib.model import Document, Span, Speaker

ANSI = re.compile(r"\x1b\[[0-9;]*m")


def article(rendered: str) -> str:
    """What is rendered before the list of attributions."""
    return rendered.rpartition("\n\n1  ")[0]


def plain(rendered: str) -> str:
    """Without the escape sequences, and without the numbers of passages."""
    return ANSI.sub("", re.sub(r"\x1b\[38;5;\d+;7m\d+\x1b\[0m", "", rendered))


def test_colour_changes_no_word() -> None:
    """Without its escape sequences and numbers, the coloured article is the article."""
    rendered = plain(show.render(ANALYSIS, width=60, color=True))

    assert article(rendered).split() == TEXT.split()


@pytest.mark.parametrize("width", [20, 40, 80, 200])
def test_lines_keep_to_the_width(width: int) -> None:
    """No line is wider than the terminal unless a single word is."""
    rendered = ANSI.sub("", show.render(ANALYSIS, width=width, color=True))

    for line in article(rendered).split("\n"):
        assert len(line) <= width or " " not in line


def test_wide_characters_count_double() -> None:
    """A line of ideographs is wrapped where the terminal would have to."""
    text = "東京 " * 20
    rendered = show.render(Analysis(Document(text=text, id="a"), ()), width=24)

    assert {len(line) for line in rendered.split("\n")} == {14}


def test_a_speaker_keeps_the_colour() -> None:
    """All contents of one speaker have one colour; another speaker has another."""
    rendered = show.render(ANALYSIS, width=500, color=True)

    def colour(words: str) -> str:
        found = re.search(rf"38;5;(\d+)[0-9;]*m{re.escape(words)}", rendered)
        assert found
        return found[1]

    assert colour("“It") == colour("“We") == colour("The") != colour("Tom")


def test_without_colour_marks_tell_the_parts() -> None:
    """Brackets with the attribution's number, underscores and slashes, nested ones too."""
    rendered = show.render(ANALYSIS, width=500)

    assert "[2 “It is safe today,”] _she_ /said/, [2 “but it will not be for long.”]" in rendered
    assert "_Tom Okafor_, who runs the ferry, /said/ [4 that _Ruiz_ /had promised/ him" in rendered
    assert "him [5 “a pier of his own”]]." in rendered
    assert "\x1b" not in rendered


def test_in_colour_each_passage_bears_its_number() -> None:
    """Every piece of a content has the number of its row, as between brackets."""
    rendered = show.render(ANALYSIS, width=500, color=True)
    numbers = re.findall(r"\x1b\[38;5;\d+;7m(\d+)\x1b\[0m", rendered)

    pieces = [n for n, r in enumerate(ANALYSIS.records, 1) for _ in r.content]
    assert sorted(map(int, numbers)) == pieces


def test_contents_that_cross_say_which_of_them_ends() -> None:
    """Of two brackets that are open, the closing one tells whose it is."""
    text = "Rain and hail and snow."
    document = Document(text=text, id="a")
    first = from_spans.record(document, "1", (Span.of(text, 0, 13),), None, None)
    second = from_spans.record(document, "2", (Span.of(text, 9, 22),), None, None)

    rendered = show.render(Analysis(document, (first, second)))

    assert rendered.startswith("[1 Rain and [2 hail 1] and snow 2].")


def test_a_source_with_two_contents_is_marked_once() -> None:
    """Records that share their source share its sign."""
    text = "Ana Ruiz said it rained and denied that it hailed."
    document = Document(text=text, id="a")
    ana = Span.of(text, 0, 8)
    rained = from_spans.record(document, "1", (Span.of(text, 14, 23),), Span.of(text, 9, 13), ana)
    hailed = from_spans.record(document, "2", (Span.of(text, 35, 49),), Span.of(text, 28, 34), ana)

    rendered = show.render(Analysis(document, (rained, hailed)))

    assert rendered.startswith("_Ana Ruiz_ /said/ [1 it rained] and /denied/ [2 that it hailed].")


def test_the_list_names_speaker_kind_and_chain() -> None:
    """Each attribution has a row, and its chain under it."""
    rendered = show.render(ANALYSIS, width=80)

    assert "5  Ana Ruiz  direct  0.62  source-cue-content\n   The Evening Tide → Tom" in rendered
    assert "8  no source named  indirect  0.30  follow-on" in rendered


def test_an_article_cannot_steer_the_terminal() -> None:
    """Escape sequences and controls of direction in text and names are shown, not sent."""
    text = "\x1b]0;owned\x07 “Yes\u202e,” said \x9b31mBo.\r\nDone."
    document = Document(text=text, id="a")
    record = from_spans.record(document, "1", (Span.of(text, 11, 18),), None, None)
    record = evolve(record, speaker=Speaker(name="\x1b[2JBo", kind="person"))
    analysis = Analysis(document, (record,))

    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", show.render(analysis))
    coloured = re.sub(r"\x1b\[(1;)?38;5;\d+(;7)?m|\x1b\[0m", "", show.render(analysis, color=True))
    assert "\x1b" not in coloured


def test_empty_articles_are_empty() -> None:
    """No text and no records give nothing; records without text give their list."""
    assert show.render(Analysis(Document(text="", id="a"), ())) == ""
    assert show.render(Analysis(evolve(DOCUMENT, text=""), ANALYSIS.records)).startswith("1  Ana")


@pytest.mark.parametrize(
    ("environment", "terminal", "wanted"),
    [
        ({}, True, True),
        ({}, False, False),
        ({"NO_COLOR": "1"}, True, False),
        ({"NO_COLOR": ""}, True, True),
        ({"TERM": "dumb"}, True, False),
    ],
    ids=["terminal", "pipe", "NO_COLOR", "NO_COLOR empty", "dumb"],
)
def test_colour_is_wanted_by_terminals_only(
    environment: dict[str, str], terminal: bool, wanted: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """NO_COLOR, when not empty, wins over a terminal."""
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    stream = io.StringIO()
    monkeypatch.setattr(stream, "isatty", lambda: terminal)

    assert show.wants_color(stream) is wanted
