"""The learned tables as a value: several sets of them live in one process."""

from __future__ import annotations

import marshal
import pickle
import shutil
from importlib.resources import files
from pathlib import Path

import pytest

from attrib import Attributor
from attrib.detection.packed import TABLES
from attrib.knowledge.weights import SHIPPED, Weights
from attrib.records.reasons import reasons

TEXT = (
    "The harbour will reopen, Ana Ruiz told reporters on Monday. According to Tom Okafor, a union "
    "leader, the cranes are old. “We said so in May,” she added, and they denied it."
)


LEARNED = Path(str(files("attrib") / "data" / "learned"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the tables that attrib ships, to be changed."""
    copied = tmp_path / "learned"
    shutil.copytree(Path(str(files("attrib") / "data" / "learned")), copied)
    return copied


def write(folder: Path, name: str, lines: list[str]) -> None:
    (folder / f"{name}.tsv").write_text("\n".join(lines) + "\n", "utf-8")


def cues(attributor: Attributor) -> list[str]:
    return [each.cue.span.text for each in attributor.attribute(TEXT).records if each.cue]


def test_two_sets_of_tables_live_in_one_process(folder: Path) -> None:
    """Each attributor reads by its own tables, in turn, also after it was pickled."""
    write(folder, "cue", [*SHIPPED.lines("cue"), "word\tdenied\t-30"])
    shipped, other = Attributor(), Attributor(learned=Weights(folder))
    of_shipped, of_other = cues(shipped), cues(other)

    assert "denied" in of_shipped
    assert of_other == [cue for cue in of_shipped if cue != "denied"]
    assert (cues(shipped), cues(other)) == (of_shipped, of_other)
    assert cues(pickle.loads(pickle.dumps(other))) == of_other
    assert pickle.loads(pickle.dumps(shipped)).learned is SHIPPED


def test_other_tables_are_read_by_alone(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No stage falls back on the tables shipped where an attributor holds others."""
    attributor = Attributor(learned=Weights(folder))
    once = Weights.once

    def own_only(self: Weights, make: object) -> object:
        assert self is attributor.learned
        return once(self, make)  # type: ignore[arg-type]

    monkeypatch.setattr(Weights, "once", own_only)
    records = attributor.attribute(TEXT).records

    assert len(records) > 2
    assert all(reasons(TEXT, record, attributor.learned) for record in records)


def test_equal_folders_hold_equal_tables(folder: Path) -> None:
    """Attributors compare by value, so that one that was pickled equals the one it was made of."""
    assert Attributor(learned=Weights(folder)) == Attributor(learned=Weights(folder))
    assert Attributor(learned=Weights(folder)) != Attributor()


@pytest.mark.parametrize("name", TABLES)
def test_packed_tables_are_the_readable_ones(name: str) -> None:
    """`benchmarks/pack.py` makes what loads fast from what people read: the same tables."""
    packed = marshal.loads((LEARNED / "packed" / f"{name}.marshal").read_bytes())

    assert packed
    assert packed == TABLES[name](Weights(LEARNED))


def test_every_large_table_is_packed() -> None:
    """Those of all choices, and what two stages look at."""
    assert {path.stem for path in (LEARNED / "packed").iterdir()} == set(TABLES)


def test_without_packed_tables_the_readable_ones_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As where a Python does not know the form that another one wrote."""

    def unknown(data: bytes) -> object:
        raise ValueError("bad marshal data")

    monkeypatch.setattr(marshal, "loads", unknown)

    assert Weights().table("reading", TABLES["reading"]) == TABLES["reading"](SHIPPED)
