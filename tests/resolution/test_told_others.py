"""Who speaks next to whoever was told or asked something: told by the cue, in whole texts."""

from __future__ import annotations

import pytest

import attrib

TOLD = (
    "Ada Moss wept as Judge Zorb Norr fined her. “You knew,” Norr told her.\n\nShe said it rained."
)
ASKED = "The mother rang, frantic. The dispatcher asked where she was. She said it was dark."
SAID = "“You knew,” Zorb Norr told the clerk. She said it rained."


@pytest.mark.parametrize(
    ("text", "name"),
    [(TOLD, "Ada Moss"), (ASKED, "The mother"), (SAID, "Zorb Norr")],
    ids=["told her", "asked where she was", "told another"],
)
def test_she_is_whoever_was_spoken_to(text: str, name: str) -> None:
    """`She` is the one told or asked, and no speaker whose gender nothing tells."""
    *_, last = attrib.attribute(text)

    assert last.speaker is not None
    assert last.speaker.name == name
