"""Names in a text: where they start and end, what is title and what is name, what sort each is."""

from __future__ import annotations

import pytest

from attrib.resolution import mentions
from attrib.resolution.entities import build
from attrib.words import quotes, sentences


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("But Ana Ruiz wept.", ["Ana Ruiz"]),
        ("On Monday Ruiz wept.", ["Ruiz"]),
        ("Ruiz wept Monday.", ["Ruiz"]),
        ("Ana Ruiz’s sister wept.", ["Ana Ruiz"]),
        ("J. K. Marsh wept.", ["J. K. Marsh"]),
        ("John F. Marsh Jr. wept.", ["John F. Marsh Jr."]),
        ("Mayor Pieter van der Holt wept.", ["Pieter van der Holt"]),
        ("Rep. Robert C. “Bobby” Grange wept.", ["Robert C. “Bobby” Grange"]),
        ("Former Orvale Council Director Ana Ruiz wept.", ["Ana Ruiz"]),
        ("Secretary of State Jo Marsh met Attorney General Ana Ruiz.", ["Jo Marsh", "Ana Ruiz"]),
        ("Gov. Earl Ray Tomb of West Virginia wept.", ["Earl Ray Tomb", "West Virginia"]),
        ("Republican Ana Ruiz wept.", ["Ana Ruiz"]),
        ("Moderator June Castell wept in June.", ["June Castell"]),
        ("The Department of Public Works wept.", ["Department of Public Works"]),
        ("the Orvale County Sheriff’s Office wept", ["Orvale County Sheriff’s Office"]),
        ("the Orvale Teachers’ Union wept", ["Orvale Teachers’ Union"]),
        ("the Works and Safety Committee wept", ["Works and Safety Committee"]),
        ("Friends of Mr Fell wept.", ["Fell"]),
        ("Oslo-based Heis wept.", ["Heis"]),
        ("However, he wept.", []),
        ("Onlooker Besa Lekaj wept.", ["Besa Lekaj"]),
        ("Neighbour Zorica wept.", ["Zorica"]),
        ("Victim Support wept.", ["Victim Support"]),
        ("PC Colm Drury met Det Con Besa Lekaj.", ["Colm Drury", "Besa Lekaj"]),
        ("Justice (Retd) Mohan Tarn wept.", ["Mohan Tarn"]),
        ("Council President Pro Tem Zola Tarn wept.", ["Zola Tarn"]),
        ("Vale Party (VP) MLA Besa Lekaj wept.", ["Besa Lekaj"]),
        ("Rival Zorb Micro wept.", ["Zorb Micro"]),
        ("The Bank of Orvale Governor wept.", []),
        ("Bank of Orvale Governor Ned Vale wept.", ["Ned Vale"]),
        ("Lord Chancellor wept.", []),
        ("The Chief Medical Officer wept.", []),
        ("Their boss Will Tarn wept.", ["Will Tarn"]),
        ("Will Tarn wait?", ["Tarn"]),
        ("It said Downing Street wept.", ["Downing Street"]),
        ("Mererid ap Gwion wept.", ["Mererid ap Gwion"]),
        ("The Supreme Court on Monday wept.", ["Supreme Court"]),
        ("Sri Lanka Sailing met Sri Tarn.", ["Sri Lanka Sailing", "Tarn"]),
        ("West Orvale Fire and Rescue Service wept.", ["West Orvale Fire and Rescue Service"]),
        ("Orvale and Tarn NHS Trust wept.", ["Orvale and Tarn NHS Trust"]),
        ("Tarn and Orvale Council wept.", ["Tarn", "Orvale Council"]),
        ("Norvale’s Joint Chiefs of Staff wept.", ["Norvale", "Joint Chiefs of Staff"]),
        ("The Union Minister of State wept.", []),
        ("The Attorney General wept.", []),
        ("Ana\u00a0Ruiz wept.", ["Ana\u00a0Ruiz"]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_names(text: str, names: list[str]) -> None:
    """A text gives its names, without titles, possessives, grammar and days."""
    found = mentions.find(text)

    assert [mention.reading.name for mention in found] == names
    assert all(text[m.name_start : m.end] == m.reading.name for m in found)


@pytest.mark.parametrize(
    ("text", "sort"),
    [
        ("Ana Ruiz", "person"),
        ("Mr. Tarn", "person"),
        ("Zorb Q. Tarn", "person"),
        ("Orvale University", "organization"),
        ("Marsh & Lind", "organization"),
        ("NASA", "organization"),
        ("Japan", "country"),
        ("West Virginia", "place"),
        ("Russian", "people"),
        ("Zorb Tarn", "name"),
        ("Zorb", "word"),
        ("Ana Banks", "person"),
        ("Orvale Air", "organization"),
        ("Historic Orvale", "organization"),
        ("Sport Scotland", "organization"),
    ],
)
def test_sorts(text: str, sort: str) -> None:
    """A name tells what sort it is, as far as its own words go."""
    assert [mention.reading.sort for mention in mentions.find(text)] == [sort]


def test_headline_in_title_case_gives_people_only() -> None:
    """Where every word has a capital, only what follows a given name is taken for a name."""
    text = "Why Mayor Ana Ruiz Wants Smaller Trains Now\n\nRuiz wept."

    assert [mention.reading.name for mention in mentions.find(text)] == ["Ana Ruiz", "Ruiz"]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ana Ruiz wept. Ruiz left.", ["Ana Ruiz"]),
        ("Ana Ruiz wept. A. Ruiz left.", ["Ana Ruiz"]),
        ("Bill Marsh wept. William Marsh left.", ["William Marsh"]),
        ("Bill Marsh wept. Edith Marsh left.", ["Bill Marsh", "Edith Marsh"]),
        ("Marsh Energy failed. Marsh rose.", ["Marsh Energy"]),
        ("President Okon wept. Jane Okon wept too.", ["Jane Okon", "Okon"]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_entities_join_the_names_of_one(text: str, names: list[str]) -> None:
    """Mentions of one person or body are one entity, by its fullest name; others stay apart."""
    quotations, _ = quotes.find(text)
    discourse = build(text, quotations, sentences.split(text, quotations))

    assert [entity.name for entity in discourse.entities] == names


@pytest.mark.parametrize(
    ("text", "gender"),
    [
        ("Mr. Lin Tarn wept.", "m"),
        ("Maria Tarn wept.", "f"),
        ("Lin Tarn, a congresswoman, wept.", "f"),
        ("Congressman Lin Tarn wept.", "m"),
        ("Lin Tarn wept.", None),
    ],
)
def test_gender_evidence(text: str, gender: str | None) -> None:
    """Courtesy titles, given names and roles tell a gender; nothing else does."""
    (entity,) = build(text, (), [(0, len(text))]).entities

    assert entity.gender == gender


def test_long_run_of_capitals_is_cut() -> None:
    """A line of a hundred thousand capitals makes many short names, not one."""
    found = mentions.find("Orvale " * 100_000)

    assert max(mention.end - mention.start for mention in found) < 200


def test_an_office_behind_a_rank_is_nobodys_name() -> None:
    """`Deputy Prime Minister and …` names no deputy called Prime Minister."""
    found = mentions.find("It was Deputy Prime Minister and Minister of Finance Jo Marsh who left.")

    assert "Prime Minister" not in [mention.reading.name for mention in found]
