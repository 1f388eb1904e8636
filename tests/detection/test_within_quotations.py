"""What is told within what somebody says: all of it, and nothing that only looks like it."""

from __future__ import annotations

import pytest

from attrib import attribute


def retold(said: str) -> list[tuple[str | None, str, str]]:
    """Source, cue and content of the records within a quotation."""
    records = attribute(f"“{said}” Ana Ruiz said.").records
    return [
        (
            record.source.text if record.source else None,
            record.cue.text if record.cue else "",
            " … ".join(piece.text for piece in record.content),
        )
        for record in records
        if record.nested_in
    ]


@pytest.mark.parametrize(
    "said",
    [
        "He is more like a spoiled child.",
        "It was like a party in here.",
        "Everything he says she has to do.",
        "He is who he says he is.",
        "We told the ‘bigots’ off.",
        "I can tell you that it is false.",
        "We are asking people to stay calm.",
        "I promise you we will fix it.",
        "The United States must act.",
        "I would say that it is a storm in a cup.",
        "Tell them that we are coming.",
        "So he calls me up at night.",
    ],
)
def test_nothing_is_retold(said: str) -> None:
    """What is said now, meant, or only compared is told by nobody else."""
    assert retold(f"{said} We slept,") == []


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("He told me it leaks, you know,", [("He", "told", "it leaks")]),
        ("When he said it leaks, I wept,", [("he", "said", "it leaks")]),
        ("She rang me and said it leaks,", [("She", "said", "it leaks")]),
        ("We’ve always said that it leaks,", [("We", "always said", "that it leaks")]),
        ("They keep telling us it leaks,", [("They", "keep telling", "it leaks")]),
        ("I said, ‘It leaks. It stinks.’ He left,", [("I", "said", "‘It leaks. It stinks.’")]),
        ("The mayor, Tom Okon, said it leaks,", [("The mayor, Tom Okon,", "said", "it leaks")]),
        ("He asks me each week when it opens,", [("He", "asks", "when it opens")]),
        ("She said for years that it leaks,", [("She", "said", "that it leaks")]),
        ("It was claimed that it leaks,", [(None, "was claimed", "that it leaks")]),
        ("I was told by two aides that it leaks,", [("two aides", "was told", "that it leaks")]),
    ],
)
def test_retold(said: str, told: list[tuple[str | None, str, str]]) -> None:
    """Who tells it, by which words, from its beginning to its end."""
    assert retold(said) == told


def test_what_nobody_says_holds_nothing_retold() -> None:
    """In a quotation that is nobody's nothing is retold."""
    found = attribute("The old “she said it was fine” excuse failed him again.").records

    assert not [record for record in found if record.source and record.source.text == "she"]


def test_who_asks_whether_he_said_it_means_another() -> None:
    """`He` in what somebody asks is whoever is asked, who may be nobody that is named."""
    records = attribute("Tom Okon asked whether he had told them that it rained.").records
    names = [record.speaker.name for record in records if record.speaker]

    assert names == ["Tom Okon", "he"]
