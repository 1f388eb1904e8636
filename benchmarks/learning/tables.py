"""Tables as they stand in `attrib/data/learned`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from attrib.detection.packed import TABLES, pack
from attrib.knowledge import weights
from attrib.knowledge.weights import Piece, Weights

LEARNED = Path(__file__).parent.parent.parent / "attrib" / "data" / "learned"


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


def pack_all(folder: Path) -> None:
    """Write beside the tables that readers can read those that load fast, the same figures."""
    packed = folder / "packed"
    packed.mkdir(exist_ok=True)
    for name in TABLES:
        (packed / f"{name}.marshal").write_bytes(pack(name, Weights(folder)))
