"""Text in, a note where it was decoded wrongly out."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib import attribute
from attrib.mojibake import REASON, find


def spoilt(text: str) -> str:
    """UTF-8 read as cp1252, the bytes that it leaves undefined kept as they are."""
    return "".join(
        bytes([byte]).decode("cp1252", "replace").replace("\ufffd", chr(byte))
        for byte in text.encode()
    )


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“We go,” said Ana Ruiz.", id="curly marks"),
        pytest.param("It rained – it’s over", id="dash and apostrophe"),
        pytest.param("El año pasado, en Málaga, José Núñez", id="accents"),
        pytest.param("Ready 🙂", id="emoji"),
        pytest.param("He waits … still", id="ellipsis"),
    ],
)
def test_wrong_decoding_is_noted(text: str) -> None:
    """What was UTF-8 and was read as cp1252 is told by a note at its first bad place."""
    wrong = spoilt(text)

    (note,) = find(wrong)

    assert note.reason == REASON
    assert note.span is not None
    assert wrong.startswith(note.span.text, note.span.start)
    assert text.startswith(wrong[: note.span.start])
    assert find(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Plain ASCII.", id="ASCII"),
        pytest.param("“NÃO,” disse João. «Âge», «FIANCÉ» – SÃO PAULO", id="capitals"),
        pytest.param("A palavra “IRMÔ e “MANHÔ", id="capitals before marks"),
        pytest.param("He paid â‚ for it? Non: 5 €.", id="a euro sign"),
        pytest.param("Việt Nam, Łódź, Žižek, Ångström", id="other letters"),
    ],
)
def test_good_text_has_no_note(text: str) -> None:
    """Letters with accents and marks after them are no sign by themselves."""
    assert find(text) == ()


@given(st.text(alphabet="“”’–…", min_size=1))
def test_no_punctuation_is_missed(text: str) -> None:
    """Whatever the mark, its wrong reading is seen."""
    assert find(spoilt(text))


def test_an_analysis_has_the_note_and_the_text_as_it_was() -> None:
    """What is wrong is said and left alone."""
    wrong = spoilt("“We are ready,” said Ana Ruiz.")
    analysis = attribute(wrong)

    assert analysis.document.text == wrong
    assert REASON in [note.reason for note in analysis.notes]
