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
            "Engineer Ana Ruiz called the lock “a disgrace.”\n\n“It leaks.”\n\nIt rained.",
            [("Ana Ruiz", ["“It leaks.”"])],
            id="paragraph after one that ends in marks",
        ),
        pytest.param(
            "Ana Ruiz said it leaked. It was built in May 1931.\n\n“It was old.”\n\nIt rained.",
            [("Ana Ruiz", ["“It was old.”"])],
            id="paragraph after a fact that is nobody’s",
        ),
        pytest.param(
            "Ana Ruiz said it leaked.\n\nAnd the mill? “They can keep it.”",
            [("Ana Ruiz", ["“They can keep it.”"])],
            id="answer to a question that opens a paragraph",
        ),
        pytest.param(
            "Ana Ruiz said it leaked.\n\nThe council declined to comment.\n\n“They know.”",
            [],
            id="paragraph after one who would not speak",
        ),
        pytest.param(
            "Ana Ruiz said it leaked.\n\n“My son asked, ‘Why?’ And I said, ‘Because it’s old.’”",
            [("Ana Ruiz", ["“My son asked, ‘Why?’ And I said, ‘Because it’s old.’”"])],
            id="what it retells ends it",
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
            "“You left at nine, walked to the shop on Mill Road and came back by the river, is "
            "that right?” Okon asked.\n\n“Yes,” Felk said.\n\n“Did you see him?”\n\n“No.”\n\n"
            "The trial goes on.",
            [
                (
                    "Okon",
                    [
                        "“You left at nine, walked to the shop on Mill Road and came back by the "
                        "river, is that right?”"
                    ],
                ),
                ("Felk", ["“Yes,”"]),
                ("Okon", ["“Did you see him?”"]),
                ("Felk", ["“No.”"]),
            ],
            id="after a long question",
        ),
        pytest.param(
            "Engineer Ana Ruiz runs the lock. Asked by the Ledger whether she would stay, she left "
            "the door ajar.\n\n“It is no farce. I like it.”",
            [("Ana Ruiz", ["“It is no farce. I like it.”"])],
            id="by whom was asked",
        ),
        pytest.param(
            "In a letter dated May 3, 2025, a clerk whose name was struck out raised doubts with "
            "the bank:\n\n“I was told to sign.\n\n“I will not.”",
            [("a clerk", ["“I was told to sign.", "“I will not.”"])],
            id="in a letter, by somebody of whom more is told",
        ),
        pytest.param(
            "The file has this, from the boy’s aunt:\n\n“He was asleep.”",
            [("the boy’s aunt", ["“He was asleep.”"])],
            id="this, from somebody",
        ),
        pytest.param(
            "“Is it shut?” Okon asked.\n\n“It is,” said Felk.\n\n“Since when?”\n\n“Since May.”",
            [
                ("Okon", ["“Is it shut?”"]),
                ("Felk", ["“It is,”"]),
                ("Okon", ["“Since when?”"]),
                ("Felk", ["“Since May.”"]),
            ],
            id="dialogue that alternates",
        ),
        pytest.param(
            "“You’re early,” said Ana Ruiz.\n\n“I know.”\n\n“It is not yet six.”\n\n"
            "“I know that too,” said Karl Okon.",
            [
                ("Ana Ruiz", ["“You’re early,”"]),
                ("Karl Okon", ["“I know.”"]),
                ("Ana Ruiz", ["“It is not yet six.”"]),
                ("Karl Okon", ["“I know that too,”"]),
            ],
            id="dialogue whose other speaker is named last",
        ),
        pytest.param(
            "“Where is the key?” the guard asked.\n\n“In the lock.”\n\n“And the lock?”",
            [("the guard", ["“Where is the key?”"])],
            id="dialogue with somebody who is not named",
        ),
        pytest.param(
            "“It was loud,” said Ana Ruiz.\n\n“You could feel it in the floor.”\n\n“We ran.”",
            [("Ana Ruiz", ["“It was loud,”", "“You could feel it in the floor.”", "“We ran.”"])],
            id="short paragraphs of one speaker",
        ),
        pytest.param(
            "Ruiz folded her arms. “It was dry in May.”",
            [("Ruiz", ["“It was dry in May.”"])],
            id="what only people do",
        ),
        pytest.param(
            "Orvale won in the rain. “I am proud of them.”", [], id="a team wins, somebody speaks"
        ),
        pytest.param(
            "Her lawyer was blunt. “Nobody lied.”",
            [("Her lawyer", ["“Nobody lied.”"])],
            id="somebody without a name reacts",
        ),
        pytest.param(
            "What does Ana Ruiz make of it? “Nobody asked me.”",
            [("Ana Ruiz", ["“Nobody asked me.”"])],
            id="a question put to her",
        ),
        pytest.param(
            "“I never slept so well.” That is how Ana Ruiz puts it.",
            [("Ana Ruiz", ["“I never slept so well.”"])],
            id="how she puts it",
        ),
        pytest.param(
            "“No comment.”\n\nThat was all Ana Ruiz would say.",
            [("Ana Ruiz", ["“No comment.”"])],
            id="all she would say, in the next paragraph",
        ),
        pytest.param(
            "“I never slept so well.” Ana Ruiz still shakes her head.",
            [("Ana Ruiz", ["“I never slept so well.”"])],
            id="what she does afterwards",
        ),
        pytest.param(
            "Okon on Felk: “He is late.” Felk on Okon: “So is he.”",
            [("Okon", ["“He is late.”"]), ("Felk", ["“So is he.”"])],
            id="one on the other",
        ),
        pytest.param(
            "“I never slept so well” (Ana Ruiz, baker).",
            [("Ana Ruiz", ["“I never slept so well”"])],
            id="a name in brackets",
        ),
        pytest.param("“I never slept so well” (Ruiz 2019: 44).", [], id="a reference in brackets"),
        pytest.param(
            "“I had a job,” Ana Ruiz says. “And I was afraid.”\n\nOf what? “That it would rain.”",
            [
                ("Ana Ruiz", ["“I had a job,”", "“And I was afraid.”"]),
                ("Ana Ruiz", ["“That it would rain.”"]),
            ],
            id="a few words ask on",
        ),
        pytest.param(
            "Shop owner Ina Felk was less happy. “Nobody comes by any more.”",
            [("Ina Felk", ["“Nobody comes by any more.”"])],
            id="a job without a capital tells a person",
        ),
        pytest.param(
            "“That is no trout.”\n— Felk, baker\n\n“It is.”\n— Felk’s wife, Ida, asked about it",
            [("Felk", ["“That is no trout.”"]), ("Ida", ["“It is.”"])],
            id="credit of somebody’s wife",
        ),
        pytest.param(
            "“Waste of money.” Karl Okon, 70, retired",
            [("Karl Okon", ["“Waste of money.”"])],
            id="name and age after it, with no mark between",
        ),
        pytest.param(
            "“Like Venice, only colder”: a resident rows to the shop.",
            [("a resident", ["“Like Venice, only colder”"])],
            id="caption of one without a name",
        ),
        pytest.param(
            "Ana Ruiz looked up.\n\n‘Rain makes them glad: Felk and Sons\n\nIt rained.",
            [],
            id="a heading without its closing mark",
        ),
        pytest.param(
            "It was dark. I had an email answer from a mill spokeswoman.\n\n“It will open.”\n\n"
            "It rained.",
            [("a mill spokeswoman", ["“It will open.”"])],
            id="word from somebody, at a paragraph’s end",
        ),
        pytest.param(
            "‘Rain makes them glad: Ana Ruiz\n\nIt rained in Holm.",
            [("Ana Ruiz", ["‘Rain makes them glad"])],
            id="caption without its closing mark",
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
