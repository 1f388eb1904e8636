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
