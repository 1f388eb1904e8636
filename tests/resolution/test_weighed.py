"""Whom `he` or `she` means where the rules’ answer is weighed against the others."""

from __future__ import annotations

import pytest
import regex

from attrib import attribute
from attrib.resolution import weighed

PASSED_BY = (
    "Vera Lind runs a mail service in Orvale. Lind, 34, has sold it twice. Lind would not comment "
    "on the price. But in a chat on the firm’s Larkdown on Monday night, she acknowledged that the "
    "vault was dear to keep."
)


def meant(text: str) -> str:
    """Whom the last record of a text is attributed to."""
    speaker = attribute(text).records[-1].speaker
    assert speaker is not None
    return speaker.name


def test_another_is_taken_for_whom_much_more_speaks() -> None:
    """She of whom the paragraph is, and not a name of one word after a preposition."""
    assert meant(PASSED_BY) == "Vera Lind"


def test_the_rules_stand_where_little_more_speaks_for_another(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Their answer falls only to one who outweighs it by the margin."""
    monkeypatch.setattr(weighed, "MARGIN", 100.0)

    assert meant(PASSED_BY) == "Larkdown"


@pytest.mark.parametrize(
    ("text", "who"),
    [
        pytest.param(
            "“It pays,” Vera Lind said.\n\nEven as she warned that it would cost more, Ines Okon "
            "called for calm.",
            "Ines Okon",
            id="who is named only afterwards is no candidate",
        ),
        pytest.param(
            "Vera Lind told Ines Okon and Petra Noll that the gates were shut. “It will hold,” she "
            "said.",
            "Vera Lind",
            id="the nearest subject needs no weighing",
        ),
        pytest.param(
            "Karl Okon, Mark Dunn and Owen Marsh saw the dam. “It will hold,” she said.",
            "she",
            id="no gender that does not fit is weighed",
        ),
    ],
)
def test_weighing_keeps_what_is_plain(text: str, who: str) -> None:
    """Grammar and gender are not outweighed."""
    assert meant(text) == who


_WHERE = r"(?:in a quotation|in what is told|opening a sentence|further on)"
_BACK = r"(?:[0-6] sentences back|7 or more sentences back)"
_SEEN = regex.compile(
    rf"(?:not )?chosen by the rules|(?:{_WHERE}, )?{_BACK}|gender (?:not )?known"
    r"|has (?:no|a full) name"
    rf"|{_WHERE}, last (?:quoted|owner|oblique|(?:first )?subject)(?: [0-3] sentences back)?"
    r"|last by (?:a full name|one word)|spoken of in what is said|share of the mentions [0-4]"
    r"|described by (?:one of )?[a-z]+|says what the pronoun stands in"
    r"|does not say what it stands in"
)


def test_every_weight_is_of_something_that_may_be_seen() -> None:
    """The table has no name that `evidence` never says."""
    assert [name for name in weighed._weights() if not _SEEN.fullmatch(name)] == []
