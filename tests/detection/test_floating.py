"""Quotations without a tag of their own, in their paragraphs."""

from __future__ import annotations

import pytest

from attrib import attribute


def said(text: str) -> list[tuple[str | None, list[str]]]:
    """Who says what in a text, by the records that have a quotation."""
    return [
        (
            record.speaker.name if record.speaker else None,
            [span.text for span in record.content],
        )
        for record in attribute(text).records
        if record.kind == "direct" and record.nested_in is None
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Engineer Ana Ruiz said the lock was old.\n\n“It was old when I came. It leaks.”\n\n"
            "The mayor, Carlo Marin, said it would hold.",
            [("Ana Ruiz", ["“It was old when I came. It leaks.”"])],
            id="paragraph after a report",
        ),
        pytest.param(
            "Engineer Ana Ruiz said the lock was old.\n\n“It was old when I came.\n\n“It leaks.”"
            "\n\n"
            "The mayor, Carlo Marin, said it would hold.",
            [("Ana Ruiz", ["“It was old when I came.", "“It leaks.”"])],
            id="paragraphs after a report",
        ),
        pytest.param(
            "“It was old when I came.\n\n“It leaks,” engineer Ana Ruiz said.",
            [("Ana Ruiz", ["“It was old when I came.", "“It leaks,”"])],
            id="only the last paragraph is tagged",
        ),
        pytest.param(
            "“It was old.” “It still is,” engineer Ana Ruiz said.",
            [("Ana Ruiz", ["“It was old.”", "“It still is,”"])],
            id="before a tagged one",
        ),
        pytest.param(
            "‘It was older than my father’\n\nThe lock broke on Monday.\n\n"
            "“It was older than my father, and it leaked,” engineer Ana Ruiz said.",
            [
                ("Ana Ruiz", ["‘It was older than my father’"]),
                ("Ana Ruiz", ["“It was older than my father, and it leaked,”"]),
            ],
            id="crosshead",
        ),
        pytest.param(
            "“It was never safe.” That was engineer Ana Ruiz on Monday.",
            [("Ana Ruiz", ["“It was never safe.”"])],
            id="named after it",
        ),
        pytest.param(
            "“It was never safe. I told them so.\n\n“It leaks,” engineer Ana Ruiz told me.",
            [("Ana Ruiz", ["“It was never safe. I told them so.", "“It leaks,”"])],
            id="somebody is told something within it",
        ),
        pytest.param(
            "Ana Ruiz came in. “We are late.” She put down the lamp. “Very late.”",
            [("Ana Ruiz", ["“We are late.”"]), ("Ana Ruiz", ["“Very late.”"])],
            id="before and after what she does",
        ),
        pytest.param(
            "Ana Ruiz’s view is simple. “They knew.”",
            [("Ana Ruiz", ["“They knew.”"])],
            id="after a view",
        ),
        pytest.param(
            "The lock broke on Monday. The barge sank.\n\n“It was old when I came.”",
            [],
            id="nobody introduced",
        ),
        pytest.param(
            "Ana Ruiz said the lock was old, but Carlo Marin said it was new.\n\n“It was fine.”",
            [],
            id="two introduced",
        ),
    ],
)
def test_untagged(text: str, expected: list[tuple[str | None, list[str]]]) -> None:
    """A quotation goes to whom the text introduces, and to nobody where that leaves a doubt."""
    assert said(text) == expected


def test_the_ledger_tells_why() -> None:
    """What stands in no record is in the ledger with the reason, and in the notes."""
    analysis = attribute(
        "The barge sank. “It went like a stone.” The novel “Dry Rivers” lay on the so-called"
        " “table”."
    )

    assert [(entry.span.text, entry.reason) for entry in analysis.quotations] == [
        ("“It went like a stone.”", "no speaker found"),
        ("“Dry Rivers”", "title"),
        ("“table”", "scare quotes"),
    ]
    assert [note.span for note in analysis.notes] == [entry.span for entry in analysis.quotations]
