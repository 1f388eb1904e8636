"""Who answers what somebody else asks in passing."""

from __future__ import annotations

import pytest

from attrib import attribute

_BEFORE = "Mayor Karl Okon spoke on Monday. Okon said he was not ready.\n\n"


@pytest.mark.parametrize(
    ("told", "who"),
    [
        ("Okon shrugged when the host Tom Hale asked whether it would hold.", "Karl Okon"),
        ("After Tom Hale pressed him on the cost, Okon looked away.", "Karl Okon"),
        ("Tom Hale asked why nobody had mended the dam.", "Tom Hale"),
    ],
    ids=["asked after the verb", "asked before it", "asks, and goes on himself"],
)
def test_he_is_not_who_only_asks(told: str, who: str) -> None:
    """`He` after a question in a clause of its own is the subject of the main clause."""
    records = attribute(f"{_BEFORE}{told}\n\n“Nobody can tell,” he said.").records

    assert records[-1].who == who
