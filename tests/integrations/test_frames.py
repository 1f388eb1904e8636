"""Records as a data frame."""

from __future__ import annotations

import sys

import pytest
from hand_made import ANALYSIS

from attrib.errors import MissingExtraError
from attrib.integrations.frames import to_dataframe
from attrib.model import Record


def test_a_row_a_record_with_numbers_as_numbers() -> None:
    """Offsets are whole numbers, missing where there is no span, and words are words."""
    pytest.importorskip("pandas")
    frame = to_dataframe(ANALYSIS)
    quoted = frame.groupby("speaker")["id"].count().to_dict()

    assert len(frame) == len(ANALYSIS.records)
    assert str(frame["source_start"].dtype) == "Int64"
    assert frame["source_start"].isna().tolist() == [False] * 7 + [True]
    assert quoted["Ana Ruiz"] == 4
    assert frame["content"][6] == "=SUM(1) costs rose"


def test_analyses_records_and_json_give_the_same() -> None:
    """Whatever records come as, the frame is one."""
    pd = pytest.importorskip("pandas")
    dicts = [record.to_dict() for record in ANALYSIS.records]

    pd.testing.assert_frame_equal(to_dataframe([ANALYSIS]), to_dataframe(ANALYSIS.records))
    pd.testing.assert_frame_equal(to_dataframe(dicts), to_dataframe(ANALYSIS))


def test_no_records_are_an_empty_frame_with_all_columns() -> None:
    """Code that selects a column works on an article without records."""
    pytest.importorskip("pandas")
    nothing: list[Record] = []

    assert list(to_dataframe(nothing).columns) == list(to_dataframe(ANALYSIS).columns)


def test_without_the_extra_the_message_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A missing library becomes an instruction."""
    monkeypatch.setitem(sys.modules, "pandas", None)

    with pytest.raises(MissingExtraError, match=r"pip install 'attrib\[pandas\]'"):
        to_dataframe(ANALYSIS)
