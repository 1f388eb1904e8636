"""Text in, sentences out."""

from __future__ import annotations

import pytest
from clock import times_longer
from hypothesis import given
from hypothesis import strategies as st

from attrib.reading.text import paragraphs
from attrib.words.quotes import find
from attrib.words.sentences import split


def sentences(text: str) -> list[str]:
    quotations, _ = find(text)
    return [text[start:end] for start, end in split(text, quotations)]


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param("She left.| He stayed.", id="plain"),
        pytest.param("She left!| He stayed?| Nobody knows.", id="question and exclamation"),
        pytest.param(
            "Prices rose 4.5 percent.| Wages fell in 2019.| Then both rose.", id="numbers"
        ),
        pytest.param("Mr. Ruiz met Gen. Okoro and Sen. Vance.| They spoke.", id="titles"),
        pytest.param("J. R. Ruiz met A.B. Cole.| She nodded.", id="initials"),
        pytest.param("He moved to the U.S. in May.| He likes it.", id="dotted, then small"),
        pytest.param("He moved to the U.S.| The move was hard.", id="dotted at the end"),
        pytest.param("The U.S. Senate met at 5 p.m. Monday.", id="dotted, then a name"),
        pytest.param("She runs Acme Corp.| It makes nails.", id="company at the end"),
        pytest.param("She runs Acme Corp. Holdings.", id="company within"),
        pytest.param("She sold the mill to Acme Corp.| Ana Ruiz wept.", id="company, then a name"),
        pytest.param("It pleased Acme Corp. President Ana Ruiz.", id="company, then an office"),
        pytest.param("Ana Ruiz was out at 5 p.m.| Ruiz drove.", id="time, then a surname"),
        pytest.param("They went to the 9 a.m. Lenten service.", id="time that tells which"),
        pytest.param("It grew across the U.S.| Officials said so.", id="dotted, then people"),
        pytest.param("The text of S. 4417, the Act, is long.", id="bill"),
        pytest.param("He lives in Boston, Mass.| He is 40.", id="state"),
        pytest.param("The mass.| Grew.", id="not the state"),
        pytest.param("It is No. 5 on the list.| No. 6 is ours.", id="number"),
        pytest.param("He said no.| She said yes.", id="not a number"),
        pytest.param("They took plan B.| The plan failed.", id="a letter at the end"),
        pytest.param("So did I.| The rest left.", id="I"),
        pytest.param("He paused ...| Then he left.", id="ellipsis at the end"),
        pytest.param("He wanted … Ana to leave.", id="ellipsis within"),
        pytest.param("He wanted . . . Ana to leave.", id="spaced ellipsis"),
        pytest.param("“Go!” she said.| He went.", id="exclaimed, then tagged"),
        pytest.param("“Why now?” Ms. Ruiz asked.| Nobody knew.", id="tag with a capital"),
        pytest.param("“Why now?” Ruiz’s young aide asked loudly.| Nobody knew.", id="tag: an aide"),
        pytest.param(
            "“Go!” Ruiz’s niece, state Rep. Ana Cole (D-Lima), shouted.| He went.",
            id="tag with words set off",
        ),
        pytest.param("“Go!”| Ruiz, who stayed, later said that he was ill.", id="no tag"),
        pytest.param("“We will strike.”| The union then left.", id="ends at the closing mark"),
        pytest.param("“We will strike.” Ruiz said.", id="a tag that should have had a comma"),
        pytest.param('He said: "No. Never. We will not."| She left.', id="never within"),
        pytest.param(
            "She said, “We go. They stay.”| “Why?” he asked.", id="quotation after another"
        ),
        pytest.param("‘I know. It hurts,’ she said.| He left.", id="British"),
        pytest.param("The so-called “experts.”| They left.", id="scare quotes at the end"),
        pytest.param("(She left.)| He stayed.", id="brackets"),
        pytest.param("Rep. Ann Cole (D-Calif.) Monday left.", id="abbreviation in brackets"),
        pytest.param("“Go.\n|“Go now. Or never,” she said.", id="quotation over paragraphs"),
        pytest.param("A Headline\n\n|The story begins.| It ends.", id="headline"),
        pytest.param("1. Vote early.\n|2. Go home.", id="numbered list"),
        pytest.param("She left.[2]| He stayed.", id="footnote"),
        pytest.param("She lives in St. Louis.| No one else does.", id="place"),
        pytest.param("He came on Sept. 20.| It rained.", id="date"),
    ],
)
def test_boundaries(marked: str) -> None:
    """Sentences end where the case says, and nowhere else."""
    expected = [part.strip() for part in marked.split("|")]

    assert sentences(marked.replace("|", "")) == expected


def test_without_quotations() -> None:
    """Without quotations to keep whole, sentences end within the marks too."""
    text = "“We go. They stay,” she said."

    assert split(text) == [(0, 7), (8, 29)]


def test_empty() -> None:
    """An empty or blank text has no sentence."""
    assert split("") == split(" \n\r\n\t") == []


@given(st.text(alphabet=st.sampled_from("aA1.?!…\"“”‘’'()[] \n\r\u2028\u200b,-"), max_size=80))
def test_only_white_space_between(text: str) -> None:
    """Sentences stand in order, within a paragraph each, with only white space between them."""
    quotations, _ = find(text)
    found = split(text, quotations)

    position = 0
    for start, end in found:
        assert start < end
        assert not text[position:start].strip()
        position = end
    assert not text[position:].strip()
    bounds = paragraphs(text)
    for start, end in found:
        assert any(low <= start and end <= high for low, high in bounds)
    for quotation in quotations:
        for span in quotation.spans:
            assert not any(span.start < start < span.end for start, _ in found)


@given(st.text())
def test_any_text(text: str) -> None:
    """No text raises."""
    split(text, find(text)[0])


@pytest.mark.parametrize(
    "unit",
    ["Mr. ", "U.S. The ", ". . . ", "?” A b ", "a", "“Go. ", "A.", "!”) "],
    ids=ascii,
)
def test_linear(unit: str) -> None:
    """Ten times the text takes about ten times as long, whatever it is made of."""
    short, long = unit * 1_000, unit * 10_000
    few, many = find(short)[0], find(long)[0]

    assert times_longer(lambda: split(long, many), lambda: split(short, few), 30) < 30
