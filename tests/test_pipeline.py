"""The whole pipeline: its options, many articles one after another, and its cost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from clock import times_longer

from attrib import Attributor, UsageError, attribute
from attrib.detection import cues
from attrib.knowledge.weights import SHIPPED

ARTICLES = sorted((Path(__file__).parent.parent / "fixtures" / "articles").glob("*.txt"))
READY = "“We are ready,” said Ana Ruiz."


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
    assert getattr(attributor.attribute(READY, **{option: other}).document, option) == other


def test_a_day_that_is_none_is_refused() -> None:
    """Publication dates are dates."""
    with pytest.raises(UsageError, match="soon"):
        attribute(READY, published="soon")


def test_pipe_gives_each_article_its_analysis() -> None:
    """In order, one at a time, each as if it were alone."""
    taken: list[str] = []

    def texts() -> Iterator[str]:
        for text in (READY, "It rained.", READY):
            taken.append(text)
            yield text

    analyses = Attributor().pipe(texts())

    assert next(analyses) == attribute(READY)
    assert taken == [READY]
    assert list(analyses) == [attribute("It rained."), attribute(READY)]


def test_a_higher_threshold_keeps_the_surer_records() -> None:
    """`min_confidence` leaves out records below it."""
    text = read(ARTICLES[0])
    confidences = [r.confidence for r in Attributor(min_confidence=0.6).attribute(text).records]

    assert confidences
    assert min(confidences) >= 0.6
    assert len(confidences) < len(attribute(text).records)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Neither Ana Ruiz nor Tom Cole responded to a request.", ("disclosure", "negative")),
        ("Nobody said the mine would close.", ("statement", "negative")),
        ("No minister has said who paid.", ("statement", "negative")),
        ("No. 10 said the mine would close.", ("statement", "positive")),
        ("Ana Ruiz said nobody would pay.", ("statement", "positive")),
    ],
)
def test_what_nobody_says_is_negative(text: str, expected: tuple[str, str]) -> None:
    """A source that is nobody denies the cue, as `not` within the cue does."""
    record = attribute(text).records[0]

    assert record.cue is not None
    assert (record.cue.cue_class, record.cue.polarity) == expected


def test_the_author_of_a_byline_is_no_antecedent() -> None:
    """A pronoun is somebody of the story, not who wrote it."""
    text = "Rain in Orvale\n\nBy Pat Dunne\n\nIt rained in Orvale on Monday. She said it snowed."
    analysis = attribute(text)

    assert analysis.document.author == "Pat Dunne"
    assert [r.speaker.name for r in analysis.records if r.speaker is not None] == ["She"]


def test_an_agency_of_the_dateline_is_an_outlet_throughout() -> None:
    """What the credits name is an outlet, also where no list and no form tells."""
    text = "ORVALE (Vesper) - It rained.\n\nAsked by Vesper whether it rained, Ana Ruiz smiled."
    (record,) = attribute(text).records

    assert record.speaker is not None
    assert (record.speaker.name, record.speaker.kind) == ("Vesper", "outlet")
    assert [link.name for link in record.chain] == ["Vesper"]


def test_a_used_up_budget_is_noted() -> None:
    """An article out of time keeps its document and says that it was not searched."""
    analysis = Attributor(max_seconds=0).attribute(READY)

    assert analysis.records == ()
    assert "seconds used up" in analysis.notes[-1].reason


def test_what_is_remembered_of_words_is_forgotten(monkeypatch: pytest.MonkeyPatch) -> None:
    """Memory stays flat over articles with ever new words, and the records stay the same."""
    texts = [f"Ana Ruiz {word}ed that it rained, and said so." for word in "abcdefghij"]
    once = [attribute(text).records for text in texts]
    monkeypatch.setattr(cues, "_REMEMBERED", 3)
    remembered = cues._conditions(SHIPPED.once(cues._learned_heads))

    assert [attribute(text).records for text in texts] == once
    assert len(remembered) <= len(texts[-1].split()) + 3


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

    short, long = (unit * (length // len(unit)) for length in (1_250, 10_000))
    limit = 8 * 2.5

    assert times_longer(lambda: attribute(long), lambda: attribute(short), limit, 0.01) < limit


@pytest.mark.parametrize("credit", ["- Reuters.", "— Reuters", "[Reuters]"])
def test_an_agency_below_a_report_says_no_quotation(credit: str) -> None:
    """A report may end in a quotation; the agency under it has carried all, and said nothing."""
    text = f"The bridge is to open in May. Ruth Adeyemi called it “my own bridge.”\n\n{credit}\n"
    (record,) = attribute(text)

    assert [link.name for link in record.chain] == ["Reuters", "Ruth Adeyemi"]
