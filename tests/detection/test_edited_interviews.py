"""An interview without labels: the answers are found, and neither questions nor the reporter's."""

from __future__ import annotations

from attrib import attribute

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
