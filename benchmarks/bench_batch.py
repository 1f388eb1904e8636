"""Many articles through the command line: by one process and by two, and in how much memory."""

from __future__ import annotations

import os
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import corpus
import pytest

from attrib.corpus import read
from attrib.extraction import Extraction
from attrib.pipeline import Attributor
from attrib.workers import run

pytestmark = pytest.mark.benchmark(group="batch")

ROOT = Path(__file__).parents[1]
MEGABYTE = 1_000_000
RSS_TARGET = 60
"""Most megabytes that one process may hold, however long the corpus is."""
SPEEDUP_TARGET = 1.8
# Prints the most memory that attrib, run in its place, ever held resident, in kilobytes.
_MEASURED = """
import resource, sys
from attrib.cli import main
status = main(sys.argv[1:])
most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(most // 1024 if sys.platform == "darwin" else most, file=sys.stderr)
sys.exit(status)
"""


def _extract(inputs: Path, *options: str) -> int:
    """Peak resident memory, in bytes, of `attrib extract` over `inputs`."""
    done = subprocess.run(
        [sys.executable, "-c", _MEASURED, "extract", str(inputs), *options, "-o", os.devnull],
        check=True,
        cwd=ROOT,
        stderr=subprocess.PIPE,
        text=True,
    )
    return int(done.stderr.split()[-1]) * 1024


def bench_two_workers(benchmark: Any, report: Callable[[str, str], None], tmp_path: Path) -> None:
    """Two processes against one, in turns, over the same corpus."""
    lines = tmp_path / "corpus.jsonl"
    corpus.write(lines, 2 * MEGABYTE)
    one: list[float] = []

    def by_one() -> None:
        start = time.perf_counter()
        _extract(lines)
        one.append(time.perf_counter() - start)

    benchmark.pedantic(_extract, args=(lines, "--workers", "2"), setup=by_one, rounds=3)

    two = benchmark.stats.stats.min
    gain = min(one) / two
    benchmark.extra_info["gain"] = round(gain, 2)
    met = "met" if gain >= SPEEDUP_TARGET else "MISSED"
    report(
        "batches",
        f"2 MB by one process in {min(one):.2f} s, by two in {two:.2f} s: {gain:.2f} ×"
        f"  target {SPEEDUP_TARGET}: {met} ({os.cpu_count()} cores, load {os.getloadavg()[0]:.1f})",
    )


def bench_resident_memory(
    benchmark: Any,
    report: Callable[[str, str], None],
    request: pytest.FixtureRequest,
    tmp_path: Path,
) -> None:
    """Ten times the corpus takes no more memory."""
    size = request.config.getoption("--stream-megabytes")
    small, large = tmp_path / "small.jsonl", tmp_path / "large.jsonl"
    corpus.write(small, size * MEGABYTE // 10)
    corpus.write(large, size * MEGABYTE)
    on_small = _extract(small) / MEGABYTE

    on_large = benchmark.pedantic(_extract, args=(large,), rounds=1) / MEGABYTE

    benchmark.extra_info["MB resident"] = round(on_large, 1)
    met = "met" if on_large <= RSS_TARGET else "MISSED"
    report(
        "batches",
        f"at most {on_small:.1f} MB resident over {size / 10:g} MB of JSON Lines,"
        f" {on_large:.1f} MB over {size} MB  target {RSS_TARGET}: {met}",
    )
    assert on_large < on_small + 10


def bench_allocated_memory(
    benchmark: Any, report: Callable[[str, str], None], tmp_path: Path
) -> None:
    """What Python's own objects take at most while a corpus goes by."""
    lines = tmp_path / "corpus.jsonl"
    corpus.write(lines, MEGABYTE)
    extraction = Extraction(attributor=Attributor())
    for _ in _records(lines, extraction):  # what is loaded once is no part of the stream
        break

    def peak() -> int:
        tracemalloc.start()
        for _ in _records(lines, extraction):
            pass
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    most = benchmark.pedantic(peak, rounds=1) / MEGABYTE

    benchmark.extra_info["MB allocated"] = round(most, 2)
    report("batches", f"at most {most:.2f} MB allocated by the stream itself (tracemalloc)")


def _records(lines: Path, extraction: Extraction) -> Iterator[object]:
    return run(read([str(lines)]), extraction.lines)
