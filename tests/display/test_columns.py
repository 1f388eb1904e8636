"""Columns for a terminal and cells for a spreadsheet."""

from __future__ import annotations

import pytest

from attrib.display.columns import cell, columns


def test_wide_letters_and_accents_keep_the_columns() -> None:
    """A wide letter takes two columns, a combining mark none."""
    lines = columns([("東京", "x"), ("e\u0301", "x")]).splitlines()

    assert lines == ["東京  x", "e\u0301     x"]


def test_a_long_cell_is_cut_and_told_so() -> None:
    """A cell wider than allowed ends in an ellipsis and keeps to its width."""
    assert columns([("never-ending story", "x")], widest=8) == "never-e…  x\n"
    assert columns([("東京東京", "x")], widest=5) == "東京…  x\n"


def test_control_characters_do_not_reach_the_terminal() -> None:
    """What a terminal would obey is shown as a sign, a line break as a space."""
    assert columns([("a\x1b[31m\u202eb\nc",)]) == "a�[31m�b c\n"


@pytest.mark.parametrize("value", ["=1", "+1", "-1", "@x", "\t=1", "\r=1", "'=1"])
def test_no_cell_is_a_formula(value: str) -> None:
    """A text that a spreadsheet would run is set off by an apostrophe."""
    assert cell(value) == f"'{value}"


@pytest.mark.parametrize(("value", "expected"), [("a=1", "a=1"), (-1, "-1"), ("’tis", "’tis")])
def test_other_cells_stay(value: object, expected: str) -> None:
    """Numbers and other texts are written as they are."""
    assert cell(value) == expected
