"""Many articles through the command line: by one process and by two, and in how much memory."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
import tracemalloc
from collections.abc import Callable
from itertools import islice
from pathlib import Path
from typing import Any

import corpus
import pytest

from attrib.attributor import Attributor, attribute
from attrib.batch.extraction import Extraction
from attrib.batch.workers import run
from attrib.reading.corpus import Article, read

pytestmark = pytest.mark.benchmark(group="batch")

ROOT = Path(__file__).parents[1]
MEGABYTE = 1_000_000
RSS_TARGET = 60
"""Most megabytes that one process may hold, however long the corpus is."""
SPEEDUP_TARGET = 1.8
# Prints the most memory that attrib, run in its place, held resident, in kilobytes. Linux counts
# in `ru_maxrss` what the process that started this one held.
MEASURED = """
import resource, sys
from attrib.cli import main
status = main(sys.argv[1:])
try:
    with open("/proc/self/status") as facts:
        most = next(int(fact.split()[1]) for fact in facts if fact.startswith("VmHWM"))
except OSError:
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    most //= 1024 if sys.platform == "darwin" else 1
print(most, file=sys.stderr)
sys.exit(status)
"""


def _extract(inputs: Path, *options: str) -> int:
    """Peak resident memory, in bytes, of `attrib extract` over `inputs`."""
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, "extract", str(inputs), *options, "-o", os.devnull],
        check=True,
        cwd=ROOT,
        stderr=subprocess.PIPE,
        text=True,
    )
    return int(done.stderr.split()[-1]) * 1024


def bench_two_workers(benchmark: Any, report: Callable[[str, str], None]) -> None:
    """Two processes against one, in turns, over the same articles, when all is loaded."""
    texts = islice(corpus.articles(), 400)
    articles = [Article(text=text, place=f"{number}") for number, text in enumerate(texts)]
    length = sum(len(article.text) for article in articles)
    work = Extraction(attributor=Attributor()).lines
    one: list[float] = []

    used: dict[int, float] = {}

    def timed(workers: int) -> float:
        before, start = _processor_time(), time.perf_counter()
        for _ in run(articles, work, workers):
            pass
        used[workers] = _processor_time() - before
        return time.perf_counter() - start

    timed(1)
    benchmark.pedantic(timed, args=(2,), setup=lambda: one.append(timed(1)), rounds=3)

    two = benchmark.stats.stats.min
    gain = min(one) / two
    benchmark.extra_info["gain"] = round(gain, 2)
    met = "met" if gain >= SPEEDUP_TARGET else "MISSED"
    busy = f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}"
    report(
        "batches",
        f"{length / min(one) / 1e6:.3f} M code points/s by one process,"
        f" {length / two / 1e6:.3f} by two ({busy}): {gain:.2f} ×  target {SPEEDUP_TARGET}: {met}",
    )
    report("batches", f"two use {used[2] / used[1]:.2f} × the processor time that one uses")


def _processor_time() -> float:
    """What this process and those it has buried have used."""
    all_of = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(sum(resource.getrusage(who)[:2]) for who in all_of)


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
    corpus.write(lines, MEGABYTE // 4)
    extraction = Extraction(attributor=Attributor())
    for text in corpus.originals():  # what is loaded once is no part of the stream
        attribute(text)

    def peak() -> int:
        tracemalloc.start()
        for _ in run(read([str(lines)]), extraction.lines):
            pass
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    most = benchmark.pedantic(peak, rounds=1) / MEGABYTE

    benchmark.extra_info["MB allocated"] = round(most, 2)
    report("batches", f"at most {most:.2f} MB allocated by the stream itself (tracemalloc)")
