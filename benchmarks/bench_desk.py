"""The desk: indexing against extracting, in how much memory, and search in a large database."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import corpus
import desk_corpus
import pytest
from bench_batch import MEASURED, MEGABYTE, RSS_TARGET

from attrib.desk import database, lookup
from attrib.desk.query import Query
from attrib.desk.search import search

pytestmark = pytest.mark.benchmark(group="desk")

ROOT = Path(__file__).parents[1]
SPEED_TARGET = 0.9
"""Of the speed of `attrib extract`."""
SEARCH_TARGET = 0.050
"""Seconds, in 100,000 articles."""
MOST = "Barbar Herald"
"""The outlet that publishes and carries most in the made corpus."""
QUERIES: dict[str, Query] = {
    "a word": Query(words="harbour"),
    "the commonest word": Query(words="the"),
    "two words": Query(words="military cooperation"),
    "a phrase": Query(words='"water schools"'),
    "a beginning": Query(words="cooperat* border"),
    "a beginning of three letters": Query(words="coo*"),
    "a beginning of one letter": Query(words="c*"),
    "the commonest word of an outlet": Query(words="the", outlet=MOST),
    "the commonest word of a year": Query(words="the", since="2018-01-01", until="2018-12-31"),
    "this or that, not those": Query(words="harbour OR strike -the"),
    "words of a speaker": Query(words="government budget", speaker_id=1),
    "words of an outlet": Query(words="energy price", outlet=MOST),
    "words of a publisher": Query(words="energy price", publisher=MOST),
    "words of a year": Query(words="energy price", since="2018-01-01", until="2018-12-31"),
    "words of an outlet, in a year": Query(
        words="energy price", outlet=MOST, since="2018-01-01", until="2018-12-31"
    ),
    "a speaker's latest": Query(speaker_id=1),
    "an outlet's latest": Query(outlet=MOST),
    "an outlet's in a year": Query(outlet=MOST, since="2018-01-01", until="2018-12-31"),
    "in whole articles": Query(words="hospital strike", in_articles=True),
    "a beginning in whole articles": Query(words="co*", in_articles=True),
}
PAGES: dict[str, Callable[[sqlite3.Connection], object]] = {
    "how much there is": lookup.counts,
    "the most heard": lookup.speakers,
    "all outlets": lookup.outlets,
    "the most heard speaker": lambda opened: lookup.speaker(
        opened, lookup.speakers(opened, limit=1)[0].id
    ),
    "the largest outlet": lambda opened: lookup.outlet(opened, MOST),
    "an article": lambda opened: lookup.article(opened, 1),
}


def _run(*words: str) -> tuple[float, int]:
    """Seconds and peak resident bytes of a command."""
    started = time.perf_counter()
    done = subprocess.run(
        [sys.executable, "-c", MEASURED, *words],
        check=True,
        cwd=ROOT,
        stderr=subprocess.PIPE,
        text=True,
    )
    return time.perf_counter() - started, int(done.stderr.split()[-1]) * 1024


def bench_index(
    benchmark: Any,
    report: Callable[[str, str], None],
    request: pytest.FixtureRequest,
    tmp_path: Path,
) -> None:
    """The same articles, extracted and indexed in turns."""
    lines = tmp_path / "corpus.jsonl"
    size = request.config.getoption("--stream-megabytes")
    corpus.write(lines, size * MEGABYTE)
    extracted: list[float] = []
    memory: list[int] = []
    written = iter(range(9))

    def extract() -> None:
        extracted.append(_run("extract", str(lines), "-o", str(tmp_path / "records.jsonl"))[0])

    def index() -> None:
        memory.append(_run("index", str(lines), "-o", str(tmp_path / f"{next(written)}.db"))[1])

    benchmark.pedantic(index, setup=extract, rounds=3 if size < 20 else 1)

    speed = min(extracted) / benchmark.stats.stats.min
    met = "met" if speed >= SPEED_TARGET else "MISSED"
    report(
        "desk", f"index runs at {speed:.2f} × the speed of extract  target {SPEED_TARGET}: {met}"
    )
    most = max(memory) / MEGABYTE
    met = "met" if most <= RSS_TARGET else "MISSED"
    report(
        "desk",
        f"the process that writes holds {most:.1f} MB over {size} MB of JSON Lines  "
        f"target {RSS_TARGET}: {met}",
    )


@pytest.fixture(scope="module")
def large(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of so many articles, made for this run or at hand."""
    given = request.config.getoption("--desk-database")
    if given:
        return Path(given)
    file = tmp_path_factory.mktemp("desk") / "large.db"
    desk_corpus.write(file, request.config.getoption("--desk-articles"))
    return file


@pytest.mark.parametrize("name", [*QUERIES, *PAGES])
def bench_large(name: str, large: Path, benchmark: Any, report: Callable[[str, str], None]) -> None:
    """Open the database, and read the first twenty hits, or what a page shows."""

    def ask() -> str:
        with closing(database.for_reading(large)) as opened:
            if name in PAGES:
                assert PAGES[name](opened)
                return ""
            return f"{search(opened, QUERIES[name]).total:6} hits"

    told = benchmark.pedantic(ask, rounds=20, warmup_rounds=1)

    times = sorted(benchmark.stats.stats.data)
    median, late = benchmark.stats.stats.median, times[int(0.95 * len(times))]
    met = "met" if median <= SEARCH_TARGET else "MISSED"
    report(
        "desk",
        f"{name:30} {median * 1000:7.1f} ms, 95 % within {late * 1000:7.1f}  {told:12} "
        f"target {SEARCH_TARGET * 1000:.0f} ms: {met}",
    )
