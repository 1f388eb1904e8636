"""Word lists in the form that loads fast."""

from __future__ import annotations

import marshal
from collections.abc import Callable
from pathlib import Path

import pytest

import attrib.pipeline  # noqa: F401 - every module that has a table
from attrib.knowledge import shipped
from attrib.knowledge.shipped import PACKED, packed

FOLDER = Path(shipped.__file__).parent.parent / "data" / "packed"


@pytest.mark.parametrize("name", PACKED)
def test_packed_lists_are_the_readable_ones(name: str) -> None:
    """`benchmarks/pack.py` makes what loads fast from what people write: the same tables."""
    kept = marshal.loads((FOLDER / f"{name}.marshal").read_bytes())

    assert kept == marshal.loads(PACKED[name]())


def test_nothing_else_is_kept() -> None:
    """A table that no module asks for any more is deleted."""
    assert {path.stem for path in FOLDER.iterdir()} == set(PACKED)


def test_a_changed_list_is_read_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was kept of a list before a change is of no use after it."""
    files = {"words.txt": b"rain", "packed/lengths.marshal": marshal.dumps(((0,), {"sun": 3}), 4)}
    monkeypatch.setattr(shipped, "read", files.__getitem__)
    monkeypatch.setattr(shipped, "PACKED", {})

    @packed("words.txt")
    def lengths() -> dict[str, int]:
        word = files["words.txt"].decode()
        return {word: len(word)}

    assert lengths() == {"rain": 4}


def test_an_unchanged_list_is_not_read_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was kept is taken, and nothing made anew."""
    files = {"words.txt": b"rain"}
    monkeypatch.setattr(shipped, "read", files.__getitem__)
    kept: dict[str, Callable[[], bytes]] = {}
    monkeypatch.setattr(shipped, "PACKED", kept)
    made = []

    def lengths() -> dict[str, int]:
        made.append(True)
        return {"rain": 4}

    packed("words.txt")(lengths)
    files["packed/lengths.marshal"] = kept["lengths"]()

    assert packed("words.txt")(lengths)() == {"rain": 4}
    assert len(made) == 1
