"""Interviews whose questions and answers have no labels."""

from __future__ import annotations

from attrib import attribute

INTRO = (
    "Few in Orvale have as many eels as Marta Kvist.\n\n"
    "Kvist, 61, has kept them since she was nine. Our conversation has been cut for length."
)
TALK = (
    "Why eels?",
    "I fell into the pond. They did not mind, and I stayed.",
    "You once said they can count.",
    "I said it to annoy a man from the ministry. He told me I was mad.",
    "They cannot, then?",
    "To three, perhaps. We never tried four.",
    "And what will become of the pond?",
    "My niece has it from spring. She promised me she would not fill it in.",
)


def test_answers_are_what_the_one_interviewed_says() -> None:
    """Each answer is hers, and what is told in it is told by others."""
    records = attribute("\n\n".join((INTRO, *TALK, "Kvist shows us out.")), publisher="The Echo")
    said = [(r.speaker.name if r.speaker else None, r.content[0].text) for r in records]
    assert [text for who, text in said if who == "Marta Kvist" and text in TALK] == [*TALK[1::2]]
    assert all("shows us out" not in text for _, text in said)
    assert ("a man", "I was mad") in said
    assert ("My niece", "she would not fill it in") in said


def test_advice_that_asks_is_no_interview() -> None:
    """Questions that a writer answers for readers are nobody's."""
    advice = (
        "Marta Kvist kept eels, and many of you sent us questions. Kvist has retired.",
        "How deep is a pond?",
        "Two spades deep is enough for most of them.",
        "What do they eat?",
        "Snails. The shops sell these by the pound.",
        "Do they bite?",
        "Seldom, and only if their nest is in danger.",
    )
    assert not [r for r in attribute("\n\n".join(advice)) if r.cue is None]


HEAD = "Lena Ostrow has run the ferry for nine years. Ostrow, 44, is about to leave.\n\n"
NOTE = "This interview has been edited and condensed.\n\n"
TURNS = (
    "Why are you going?\n\nThe boats are old. My deputy said the hull leaks.\n\nIt is cold.\n\n"
    "You have said that before.\n\nI have. Nobody listened.\n\n"
    "(Her firm did not reply.)\n\nWhat comes next?\n\nSleep.\n\nOstrow leaves on Friday."
)


def answers(text: str) -> list[tuple[str, list[str]]]:
    """Whose the records are that stand in no other, with their content."""
    return [
        (record.speaker.name if record.speaker else "", [piece.text for piece in record.content])
        for record in attribute(text).records
        if record.nested_in is None
    ]


def test_answers_are_of_whom_the_lines_above_are_about() -> None:
    """Each answer is one record, of all its paragraphs."""
    found = answers(HEAD + NOTE + TURNS)

    assert found == [
        ("Lena Ostrow", ["The boats are old. My deputy said the hull leaks.", "It is cold."]),
        ("Lena Ostrow", ["I have. Nobody listened."]),
        ("Lena Ostrow", ["Sleep."]),
    ]


def test_what_is_told_within_an_answer_ends_with_its_sentence() -> None:
    """What the deputy said is no more than a sentence."""
    told = [r for r in attribute(HEAD + NOTE + TURNS).records if r.nested_in is not None]

    assert [r.content[0].text for r in told] == ["the hull leaks"]


def test_without_a_note_nobody_is_interviewed() -> None:
    """Questions alone make no interview, nor does a note under which nobody is named."""
    assert not [found for found in answers(HEAD + TURNS) if found[1] == ["Sleep."]]
    assert not [found for found in answers("It rained.\n\n" + NOTE + TURNS) if "Sleep." in found[1]]
