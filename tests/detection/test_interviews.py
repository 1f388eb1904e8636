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
