"""How sure a name is: told with every name that is given, and never for words that were kept."""

from __future__ import annotations

import pytest

from attrib import attribute
from attrib.model import Speaker
from attrib.records.story import tell
from attrib.resolution import doubt

SURE = "Ana Ruiz, the mayor of Orvale, opened the dam. Ruiz said the water was clean."
UNSURE = (
    "“It leaks,” Ana Ruiz said. Hana Marsh met Petra Noll on Monday.\n\n"
    "The gates were opened for Lena Voss and Ines Okon.\n\n“It will hold,” she said."
)


def speaker(text: str) -> Speaker:
    """The speaker of the last record."""
    found = attribute(text).records[-1].speaker
    assert found is not None
    return found


def test_a_name_that_is_clear_is_surer_than_a_pronoun_with_five_women_about() -> None:
    """What the article leaves open shows in the figure."""
    sure, unsure = speaker(SURE), speaker(UNSURE)

    assert sure.name == "Ana Ruiz"
    assert sure.confidence is not None
    assert sure.confidence > 0.9
    assert unsure.confidence is not None
    assert unsure.confidence < sure.confidence - 0.05


def test_words_that_were_kept_have_no_confidence() -> None:
    """Nobody was named, so no name can be right."""
    kept = speaker("A passer-by said the dam would hold.")

    assert (kept.resolved_by, kept.confidence) == ("none", None)


def test_a_name_below_the_limit_is_not_given(monkeypatch: pytest.MonkeyPatch) -> None:
    """The source keeps its words, and `explain` still tells whom it might be."""
    monkeypatch.setattr(doubt, "LEAST", 1.0)
    text = "Ana Ruiz opened the dam. “It will hold,” she said."
    record = attribute(text).records[-1]

    assert record.speaker is not None
    assert (record.speaker.name, record.speaker.resolved_by) == ("she", "none")
    assert any("It might also be" in line and "Ana Ruiz" in line for line in tell(record, text))


def test_explain_lists_the_other_candidates() -> None:
    """Rivals are told, the nearest first."""
    told = " ".join(tell(attribute(UNSURE).records[-1], UNSURE))

    assert "It might also be Ines Okon, Lena Voss or Ana Ruiz." in told
