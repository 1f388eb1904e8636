"""Text in, a note where it was decoded wrongly out."""

from __future__ import annotations

import sys
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from attrib import attribute
from attrib.reading.mojibake import REASON, find


def spoilt(text: str) -> str:
    """UTF-8 read as cp1252, the bytes that it leaves undefined kept as they are."""
    return "".join(
        bytes([byte]).decode("cp1252", "replace").replace("\ufffd", chr(byte))
        for byte in text.encode()
    )


def mended(text: str) -> str:
    """What `spoilt` was given, as far as the text goes back into bytes."""
    raw = b"".join(
        char.encode("latin-1") if ord(char) < 0x100 else char.encode("cp1252") for char in text
    )
    return raw.decode("utf-8")


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

    assert note.reason.startswith(REASON)
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
    assert any(note.reason.startswith(REASON) for note in analysis.notes)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("They said: “We go,” and went", "(â€œWe for “We)", id="a mark before a word"),
        pytest.param("¿Qué? ¿Está\nlisto? ¿Sí?", "(Â¿QuÃ©? for ¿Qué?)", id="the whole word"),
        pytest.param("Voilà, à côté: déjà vu", "(VoilÃ\xa0, for Voilà,)", id="a no-break space"),
        pytest.param(f"{'x' * 99}“{'y' * 99}", f"({'x' * 40}â€œ{'y' * 40} for", id="no spaces"),
    ],
)
def test_with_ftfy_the_note_says_what_was_meant(
    monkeypatch: pytest.MonkeyPatch, text: str, told: str
) -> None:
    """ftfy, where it is installed, is asked about the first spoilt word; nothing else changes."""
    wrong = spoilt(text)
    monkeypatch.setitem(sys.modules, "ftfy", None)
    (without,) = find(wrong)
    ftfy = ModuleType("ftfy")
    ftfy.fix_encoding = mended  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "ftfy", ftfy)
    (note,) = find(wrong)

    assert note.span == without.span
    assert without.reason.startswith(f"{REASON}; ")
    assert note.reason.startswith(f"{REASON} {told}")


def test_where_ftfy_cannot_tell_the_note_stays_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """A word that ftfy would not mend is not set beside itself."""
    monkeypatch.setitem(sys.modules, "ftfy", None)
    without = find("It rained â€œ")
    ftfy = ModuleType("ftfy")
    ftfy.fix_encoding = str  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "ftfy", ftfy)

    assert find("It rained â€œ") == without


@pytest.mark.parametrize("text", ["“We go,” and went", "El año, en Málaga, José", "Ready 🙂"])
def test_ftfy_itself_gives_back_what_was_spoilt(text: str) -> None:
    """The stand-in of these tests answers as ftfy does."""
    ftfy = pytest.importorskip("ftfy")

    assert ftfy.fix_encoding(spoilt(text)) == text == mended(spoilt(text))


@given(st.text(alphabet=st.characters() | st.sampled_from("âÃÂ€œ™\x9d\xa0 "), max_size=60))
def test_no_text_is_too_spoilt_for_ftfy(text: str) -> None:
    """Whatever stands about the place, surrogates and controls too, ftfy is asked in peace."""
    pytest.importorskip("ftfy")

    assert find(f"{text}â€œ{text}")
