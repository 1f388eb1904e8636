"""Tables as they stand in `attrib/data/learned`."""

from __future__ import annotations

import marshal
from collections.abc import Sequence
from pathlib import Path

import attrib.pipeline  # noqa: F401 - all modules that have a table, so that each is known
from attrib.detection.packed import TABLES, pack
from attrib.knowledge import shipped, weights
from attrib.knowledge.weights import Piece, Weights

DATA = Path(__file__).parent.parent.parent / "attrib" / "data"
LEARNED = DATA / "learned"
LISTS = DATA / "packed"


def lines(fitted: dict[Piece, float]) -> list[str]:
    return sorted(f"{weights.encode(piece)}\t{weight:g}" for piece, weight in fitted.items())


def option_lines(options: Sequence[str], fitted: dict[Piece, dict[str, float]]) -> list[str]:
    rows = sorted(
        f"{weights.encode(piece)}\t{' '.join(f'{o}={weight:g}' for o, weight in row.items())}"
        for piece, row in fitted.items()
    )
    return [f"{weights.BY_OPTION}{' '.join(options)}", *rows]


def write(folder: Path, name: str, content: Sequence[str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    head = "# Learned by benchmarks/learn.py; do not edit.\n"
    (folder / f"{name}.tsv").write_text(head + "\n".join(content) + "\n", "utf-8")
    print(f"{name}: {len(content)} lines", flush=True)


WEIGHED = (
    "cue",
    "cue_start",
    "cue_end",
    "source_start",
    "source_end",
    "content_start",
    "content_end",
    "later_source_start",
    "later_source_end",
    "earlier_content_start",
    "earlier_content_end",
    "order",
    "confidence",
    "reading",
)
"""The tables that hold weights of choices."""
SMALL = 0.03
"""A mean of two weights that is dropped."""


def take_mean(folder: Path, other: Path) -> None:
    """Make each weight of a choice the mean of those in two folders, where a missing one is 0."""
    for name in WEIGHED:
        means: dict[str, dict[str, float]] = {}
        for line in _rows(folder, name) + _rows(other, name):
            piece, _, row = line.rpartition("\t")
            mean = means.setdefault(piece, {})
            for each in row.split(" "):
                option, _, weight = each.rpartition("=")
                mean[option] = mean.get(option, 0.0) + float(weight) / 2
        head = [line for line in _lines(folder, name) if line.startswith(weights.BY_OPTION)]
        named = name == "confidence"  # a few numbers, in their order
        rows = [_row(piece, mean, 3 if named else 2) for piece, mean in means.items()]
        write(folder, name, head + [row for row in (rows if named else sorted(rows)) if row])


def _lines(folder: Path, name: str) -> list[str]:
    return (folder / f"{name}.tsv").read_text("utf-8").splitlines()[1:]


def _rows(folder: Path, name: str) -> list[str]:
    return [line for line in _lines(folder, name) if not line.startswith(weights.BY_OPTION)]


def _row(piece: str, mean: dict[str, float], digits: int) -> str:
    """A row of a table, or nothing where all its weights are small."""
    kept = {option: weight for option, weight in mean.items() if abs(weight) >= SMALL}
    row = (f"{o}={w:.{digits}f}" if o else f"{w:.{digits}f}" for o, w in kept.items())
    return f"{piece}\t{' '.join(row)}" if kept else ""


def pack_lists() -> None:
    """Write what the word lists are looked up by, where it is another than what is there."""
    LISTS.mkdir(exist_ok=True)
    for name, make in shipped.PACKED.items():
        path = LISTS / f"{name}.marshal"
        # The same tables may be written in more than one way, by how often a word is in use.
        if not path.exists() or marshal.loads(path.read_bytes()) != marshal.loads(make()):
            path.write_bytes(make())


def pack_all(folder: Path) -> None:
    """Write beside the tables that readers can read those that load fast, the same figures."""
    packed = folder / "packed"
    packed.mkdir(exist_ok=True)
    for name in TABLES:
        (packed / f"{name}.marshal").write_bytes(pack(name, Weights(folder)))
