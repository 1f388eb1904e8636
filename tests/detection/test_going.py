"""What speech puts before a quotation: `he’s going, ‘No’`."""

from __future__ import annotations

import pytest

import attrib


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "“He looks at me and he’s going, ‘I did not,’ and I left,” Ana Ruiz said.",
            "‘I did not,’",
        ),
        ("“My aunt kept going, ‘It’s fine,’ and I left,” Ana Ruiz said.", "‘It’s fine,’"),
        ("“He’s going home and I’m going, too, ‘Swan’ or no,” Ana Ruiz said.", None),
    ],
    ids=["he’s going", "kept going", "going home"],
)
def test_going_before_a_quotation_tells_it(text: str, said: str | None) -> None:
    """`Going` tells a quotation right after it, and nothing else."""
    found = [record.content[0].text for record in attrib.attribute(text)]

    assert (said in found) if said is not None else len(found) == 1
