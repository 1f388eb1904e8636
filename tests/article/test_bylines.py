"""Agencies in bylines that callers and pages give."""

from __future__ import annotations

import pytest

from attrib import attribute

TEXT = "Court hears case\n\nThe court sat on Thursday. “We are ready,” said Ana Ruiz."


@pytest.mark.parametrize(
    ("byline", "agency"),
    [
        ("Jo Lund, AP", "AP"),
        ("By Jo Lund and Bo Ek | AFP", "AFP"),
        ("Jo Lund (Reuters)", "Reuters"),
        ("Reuters Staff", "Reuters"),
        ("Associated Press", "The Associated Press"),
        ("Jo Lund of dpa", "dpa"),
    ],
)
def test_an_agency_in_the_byline_is_in_credits_and_chain(byline: str, agency: str) -> None:
    """What it reported came through it, after the publisher."""
    analysis = attribute(TEXT, author=byline, publisher="Valley Courier")

    assert analysis.document.author == byline
    assert analysis.document.credits == (agency,)
    assert [link.name for link in analysis.records[0].chain] == [
        "Valley Courier",
        agency,
        "Ana Ruiz",
    ]


@pytest.mark.parametrize(
    "byline", ["Jo Lund", "Valley Courier", "Jo Lund, Chief Reporter", "A. P."]
)
def test_a_byline_without_one_changes_nothing(byline: str) -> None:
    """Names and jobs are no agencies."""
    analysis = attribute(TEXT, author=byline, publisher="Valley Courier")

    assert analysis.document.credits == ()
    assert len(analysis.records[0].chain) == 2


def test_an_agency_on_its_own_page_is_the_publisher() -> None:
    """It stands in the chain once."""
    analysis = attribute(TEXT, author="Jo Lund, Reuters", publisher="Reuters")

    assert [link.role for link in analysis.records[0].chain] == ["publisher", "speaker"]


@pytest.mark.parametrize(
    ("credit", "outlet"),
    [
        ("First published in The Conversation.", "The Conversation"),
        ("This article was originally published by The Conversation", "The Conversation"),
        ("Additional reporting by dpa.", "dpa"),
        ("With files from The Associated Press", "The Associated Press"),
    ],
)
def test_a_closing_credit_names_whose_material_it_is(credit: str, outlet: str) -> None:
    """It joins the credits, however short the line."""
    analysis = attribute(f"{TEXT}\n\n{credit}", publisher="Valley Courier")

    assert analysis.document.credits == (outlet,)
