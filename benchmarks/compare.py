"""Hold a run of the benchmarks to a saved one: `python compare.py SAVED.json NEW.json`.

    pytest benchmarks --benchmark-only --benchmark-json new.json
    python benchmarks/compare.py saved.json new.json

Compared is what holds on any machine: cost in units of NLTK Punkt measured in the same run, and
how cost grows. The exit status is 1 where anything costs over 20 % more than it did, grows
faster than it may, or is not measured any more.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ALLOWED = 1.2
GROWTH_LIMIT = 11.0

Ratios = Mapping[str, float]


def ratios(run: Mapping[str, Any], what: str) -> dict[str, float]:
    """What a run says of `punkt` or `growth`, by the name of the benchmark.

    >>> run = {"benchmarks": [{"name": "bench_size[1 kB]", "extra_info": {"punkt": 1.25}}]}
    >>> ratios(run, "punkt"), ratios(run, "growth")
    ({'bench_size[1 kB]': 1.25}, {})
    """
    return {
        row["name"]: float(row["extra_info"][what])
        for row in run["benchmarks"]
        if what in row["extra_info"]
    }


def losses(saved: Ratios, new: Ratios) -> dict[str, str]:
    """What is wrong with the costs of a new run, by benchmark; empty where nothing is.

    >>> losses({"a": 1.0, "b": 1.0, "c": 1.0}, {"a": 1.19, "b": 1.3})
    {'b': 'costs 30 % more', 'c': 'is not measured any more'}
    """
    found = {}
    for name, before in saved.items():
        if name not in new:
            found[name] = "is not measured any more"
        elif new[name] > before * ALLOWED:
            found[name] = f"costs {new[name] / before - 1:.0%} more".replace("%", " %")
    return found


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Compare two runs of the benchmarks.")
    parser.add_argument("saved", type=Path)
    parser.add_argument("new", type=Path)
    arguments = parser.parse_args(argv)
    runs = [json.loads(path.read_text("utf-8")) for path in (arguments.saved, arguments.new)]
    saved, new = (ratios(run, "punkt") for run in runs)
    wrong = losses(saved, new)
    for name, before in saved.items():
        now = f"{new[name]:8.2f}" if name in new else "       -"
        print(f"{name:44} {before:8.2f} -> {now} × Punkt  {wrong.get(name, '')}")
    for name, growth in ratios(runs[1], "growth").items():
        if growth > GROWTH_LIMIT:
            wrong[name] = f"grows {growth:g} × over ten times the text"
    for name in ratios(runs[0], "growth").keys() - ratios(runs[1], "growth").keys():
        wrong[name] = "is not measured any more"
    if wrong:
        print(f"\nSLOWER THAN {arguments.saved}:", file=sys.stderr)
        for name, what in sorted(wrong.items()):
            print(f"  {name} {what}", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
