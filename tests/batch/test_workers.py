"""Several processes do what one does: same results, same order, whatever happens to one."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from attrs import frozen

from attrib.batch import pool
from attrib.batch.work import Done
from attrib.batch.workers import run
from attrib.errors import InputError
from attrib.reading.corpus import Article, Problem


def article(number: int, text: str = "") -> Article:
    return Article(text=text or f"text {number}", place=f"c.jsonl:{number}")


def shout(item: Article) -> str:
    """The work of these tests; some texts do harm."""
    if item.text == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if item.text == "refuse":
        raise InputError("not wanted")
    if item.text == "fail":
        raise RuntimeError("a defect")
    if item.text == "slow":
        time.sleep(0.2)
    return item.text.upper()


def outline(items: Iterator[Done[str] | Problem]) -> list[str]:
    return [str(item) if isinstance(item, Problem) else item.result for item in items]


@pytest.fixture(autouse=True)
def _small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pool, "BATCH_ARTICLES", 4)


@pytest.fixture(autouse=True)
def _nobody_left_behind() -> Iterator[None]:
    yield
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize("count", [1, 2, 3])
def test_results_come_in_the_order_of_the_articles(count: int) -> None:
    """A slow article holds its place, and problems of the inputs pass through in theirs."""
    items = [article(n) for n in range(50)]
    items[3] = article(3, "slow")
    mixed: list[Article | Problem] = [*items, Problem("x.txt", "no such file")]
    mixed += [article(n) for n in range(50, 60)]

    found = outline(run(iter(mixed), shout, count))

    wanted = [f"TEXT {n}" for n in range(60)]
    wanted[3] = "SLOW"
    assert found == [*wanted[:50], "x.txt: no such file", *wanted[50:]]


@pytest.mark.parametrize("count", [1, 2])
def test_an_article_that_fails_costs_itself_alone(count: int) -> None:
    """What the library refuses is told as it is; a defect names itself and asks for a report."""
    items = [article(1), article(2, "refuse"), article(3, "fail"), article(4)]

    assert outline(run(items, shout, count)) == [
        "TEXT 1",
        "c.jsonl:2: not wanted",
        "c.jsonl:3: attrib failed (RuntimeError: a defect); please report this article",
        "TEXT 4",
    ]


def test_an_article_that_kills_its_worker_twice_is_told() -> None:
    """The others of its batch and of the other worker lose nothing and keep their places."""
    items = [article(n) for n in range(40)]
    items[5] = article(5, "die")
    items[6] = article(6, "die")

    found = outline(run(items, shout, 2))

    killed = "its worker was killed twice (SIGKILL); try it alone"
    wanted = [f"TEXT {n}" for n in range(40)]
    wanted[5:7] = [f"c.jsonl:5: {killed}", f"c.jsonl:6: {killed}"]
    assert found == wanted


@frozen
class DieOnce:
    """Kills its worker at the first sight of an article, as a passing lack of memory would."""

    trace: Path

    def __call__(self, item: Article) -> str:
        if item.text == "die":
            try:
                self.trace.touch(exist_ok=False)
            except FileExistsError:
                return "ALIVE"
            os.kill(os.getpid(), signal.SIGKILL)
        return item.text.upper()


def test_a_killed_worker_is_replaced_and_its_articles_tried_again(tmp_path: Path) -> None:
    """One death costs nothing."""
    items = [article(1), article(2, "die"), article(3)]

    found = outline(run(items, DieOnce(tmp_path / "died"), 2))

    assert found == ["TEXT 1", "ALIVE", "TEXT 3"]


def test_a_slow_reader_slows_the_reading_of_articles() -> None:
    """Only so many batches are under way, so memory stays flat however long the corpus is."""
    taken = 0

    def endless() -> Iterator[Article]:
        nonlocal taken
        while True:
            taken += 1
            yield article(taken)

    outcomes = run(endless(), shout, 2)
    for _ in range(10):
        next(outcomes)
    outcomes.close()  # type: ignore[attr-defined]

    assert taken <= 10 + 2 * pool.BATCHES_PER_WORKER * pool.BATCH_ARTICLES


def test_results_larger_than_a_pipe_come_whole() -> None:
    """Neither side waits for the other when batches and results are large."""
    items = [article(n, "x" * 300_000) for n in range(12)]

    assert outline(run(items, shout, 2)) == ["X" * 300_000] * 12


def test_stopping_early_ends_the_workers() -> None:
    """A reader that goes away leaves no process behind, not even a busy one."""
    outcomes = run((article(n, "slow") for n in range(20)), shout, 2)
    next(outcomes)
    started = time.monotonic()
    outcomes.close()  # type: ignore[attr-defined]

    assert time.monotonic() - started < 2


_ENDLESS = """
import itertools, multiprocessing, sys
from attrib.reading.corpus import Article
from attrib.batch.workers import run

def shout(article):
    return article.text.upper()

if __name__ == "__main__":
    endless = (Article(text=str(n), place="c") for n in itertools.count())
    outcomes = run(endless, shout, 3)
    next(outcomes)
    print(*(child.pid for child in multiprocessing.active_children()), flush=True)
    sys.stdin.read()
"""


def test_workers_end_when_the_process_they_work_for_is_killed(tmp_path: Path) -> None:
    """Not even `kill -9` leaves processes behind that wait for ever."""
    script = tmp_path / "endless.py"
    script.write_text(_ENDLESS, "utf-8")
    with subprocess.Popen(
        [sys.executable, script],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    ) as parent:
        assert parent.stdout is not None
        pids = [int(pid) for pid in parent.stdout.readline().split()]
        parent.kill()

    assert len(pids) == 3
    deadline = time.monotonic() + 10
    while any(map(_is_alive, pids)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(map(_is_alive, pids))


def _is_alive(pid: int) -> bool:
    """Whether a process runs; one that nobody has buried yet does not."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    status = Path(f"/proc/{pid}/stat")
    return not (status.exists() and status.read_text().rpartition(")")[2].split()[0] == "Z")


def test_a_worker_ends_quietly_where_its_answer_is_never_read() -> None:
    """Closing with an answer unread resets the connection, which is an end like any other."""
    before = signal.getsignal(signal.SIGINT)
    ours, theirs = multiprocessing.Pipe()
    theirs.send(["an answer"])
    try:
        pool._serve(theirs, ours, shout)
    finally:
        signal.signal(signal.SIGINT, before)

    assert ours.closed
