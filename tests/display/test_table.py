"""Records as a table in a terminal."""

from __future__ import annotations

import pytest

from attrib import Analysis, attribute
from attrib.display.columns import width
from attrib.display.table import table

TEXT = (
    "Alderhaven News Agency, citing Radio Sorrel, reported the talks had failed. “We are ready to "
    "wait for as long as it takes,” Claus Ohm told the Sorrel Bay Evening Courier on Monday. "
    "“No,” said Ana Ruiz.\n\nIt was said that 東京 would wait."
)


@pytest.fixture(scope="module")
def analysis() -> Analysis:
    return attribute(TEXT, publisher="Daily Post", published="2022-09-20", title="Talks fail")


@pytest.mark.parametrize("columns", [60, 80, 109, 110, 200])
def test_no_line_is_wider_than_the_terminal(analysis: Analysis, columns: int) -> None:
    """Whatever the terminal's width, and with letters that take two columns."""
    for line in table(analysis, "a.txt", columns).splitlines():
        assert width(line) <= columns


def test_the_publisher_stands_in_the_first_line_alone(analysis: Analysis) -> None:
    """It is the same for every row, so no row repeats it."""
    shown = table(analysis, "a.txt", 100)

    assert shown.startswith("a.txt: Talks fail (Daily Post, 2022-09-20)\n")
    assert shown.count("Daily Post") == 1


def test_line_and_confidence_stand_where_there_is_room(analysis: Analysis) -> None:
    """From 110 columns on, and where nothing is cut."""
    assert "CONF" not in table(analysis, "a.txt", 109)
    for columns in (110, None):
        headings, *rows = table(analysis, "a.txt", columns).splitlines()[1:]
        assert headings.startswith("LINE  SPEAKER")
        assert headings.endswith("CONF")
        assert rows[0].startswith("1 ")
        assert rows[0].endswith(f"{analysis[0].confidence:.2f}")


def test_without_a_limit_nothing_is_cut(analysis: Analysis) -> None:
    """`--wide` shows every word of every record."""
    shown = table(analysis, "a.txt", None)

    assert "…" not in shown.replace(" … ", "")
    assert all(record.what in shown for record in analysis)


def test_an_article_without_records_says_so() -> None:
    """The title, and that nothing was found."""
    assert table(attribute("It rained."), "a.txt", 80) == "a.txt\nno attribution found\n"
