"""Worker processes, and the batches of articles under way.

Each worker process has a pipe of its own, so it is known which articles a worker had when it
was killed. Those are tried once more, each by itself, and an article that kills its worker again
becomes a `Problem`: the others lose nothing. Only so many batches are under way at a time, so a
slow reader of the results slows the reading of the articles, and memory stays flat.
"""

from __future__ import annotations

import multiprocessing
import signal
import threading
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Generic

from attrs import define

from attrib.batch.work import Done, Result, Work, attempt
from attrib.reading.corpus import Article, Problem

BATCH_LENGTH = 65_536
"""Code points of text after which a batch is full."""
BATCH_ARTICLES = 64
BATCHES_PER_WORKER = 3


@define(eq=False)
class _Batch(Generic[Result]):
    """Items that travel together; `outcomes` are None until they are all there."""

    items: list[Article | Problem]
    outcomes: list[Done[Result] | Problem] | None = None
    retried: bool = False

    def articles(self) -> list[Article]:
        return [item for item in self.items if isinstance(item, Article)]

    def finish(self, answers: Iterable[Result | Problem]) -> None:
        """Put the answers in the articles' places."""
        left = iter(answers)
        self.outcomes = []
        for item in self.items:
            if isinstance(item, Problem):
                self.outcomes.append(item)
            else:
                answer = next(left)
                done = answer if isinstance(answer, Problem) else Done(item, answer)
                self.outcomes.append(done)


def _batches(items: Iterable[Article | Problem]) -> Iterator[_Batch[Result]]:
    batch: list[Article | Problem] = []
    length = 0
    for item in items:
        batch.append(item)
        length += len(item.text) if isinstance(item, Article) else 0
        if length >= BATCH_LENGTH or len(batch) >= BATCH_ARTICLES:
            yield _Batch(batch)
            batch, length = [], 0
    if batch:
        yield _Batch(batch)


@define(eq=False)
class _Worker(Generic[Result]):
    process: BaseProcess
    connection: Connection
    batch: _Batch[Result] | None = None


class Pool(Generic[Result]):
    """Worker processes and the window of batches under way."""

    def __init__(self, work: Work[Result], size: int) -> None:
        self._work = work
        self._size = size
        self._workers: list[_Worker[Result]] = []
        self._window: deque[_Batch[Result]] = deque()  # in order; the first is given out first
        self._waiting: deque[_Batch[Result]] = deque()  # those no worker has yet

    def __enter__(self) -> Pool[Result]:
        return self

    def __exit__(self, *reason: object) -> None:
        for worker in self._workers:
            worker.connection.close()
            worker.process.terminate()
        for worker in self._workers:
            worker.process.join()

    def run(self, items: Iterable[Article | Problem]) -> Iterator[Done[Result] | Problem]:
        source: Iterator[_Batch[Result]] = _batches(items)
        more = True
        while more or self._window:
            while more and len(self._window) < self._size * BATCHES_PER_WORKER:
                batch = next(source, None)
                if batch is None:
                    more = False
                else:
                    self._window.append(batch)
                    self._waiting.append(batch)
                    self._hand_out()
            if self._window and self._window[0].outcomes is None:
                self._collect()
            while self._window and self._window[0].outcomes is not None:
                yield from self._window.popleft().outcomes or ()
                self._collect(timeout=0)

    def _hand_out(self) -> None:
        """Give a waiting batch to every worker that has none."""
        while self._waiting:
            worker = next((worker for worker in self._workers if worker.batch is None), None)
            if worker is None and len(self._workers) < self._size:
                worker = self._start()
            if worker is None:
                return
            worker.batch = self._waiting.popleft()
            try:
                worker.connection.send(worker.batch.articles())
            except OSError:  # killed while it had nothing to do
                self._bury(worker)

    def _collect(self, timeout: float | None = None) -> None:
        """Take what workers have finished, and wait until one has."""
        busy = {worker.connection: worker for worker in self._workers if worker.batch}
        for connection in wait(list(busy), timeout):
            worker = busy[connection]  # type: ignore[index]
            try:
                answers = worker.connection.recv()
            except (EOFError, OSError):
                self._bury(worker)
            else:
                assert worker.batch is not None
                worker.batch.finish(answers)
                worker.batch = None
        self._hand_out()

    def _bury(self, worker: _Worker[Result]) -> None:
        """Take leave of a killed worker; each of its articles is tried once more by itself."""
        self._workers.remove(worker)
        worker.connection.close()
        worker.process.join()
        batch = worker.batch
        assert batch is not None
        if batch.retried:
            code = worker.process.exitcode or 0
            how = signal.Signals(-code).name if code < 0 else f"exit status {code}"
            batch.finish(
                Problem(article.place, f"its worker was killed twice ({how}); try it alone")
                for article in batch.articles()
            )
            return
        singles: list[_Batch[Result]] = [_Batch([item], retried=True) for item in batch.items]
        place = self._window.index(batch)
        self._window.rotate(-place)
        self._window.popleft()
        self._window.extendleft(reversed(singles))
        self._window.rotate(place)
        self._waiting.extendleft(reversed(singles))

    def _start(self) -> _Worker[Result]:
        ours, theirs = multiprocessing.Pipe()
        process = multiprocessing.Process(
            target=_serve, args=(theirs, ours, self._work), daemon=True
        )
        with _ignoring_interrupts():
            process.start()
        theirs.close()
        worker: _Worker[Result] = _Worker(process, ours)
        self._workers.append(worker)
        return worker


@contextmanager
def _ignoring_interrupts() -> Iterator[None]:
    """Processes started here leave Ctrl-C to the one that started them."""
    if threading.current_thread() is not threading.main_thread():  # it may not set signals
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before or signal.SIG_DFL)


def _serve(connection: Connection, other_end: Connection, work: Work[Result]) -> None:
    """What a worker does: articles in, answers out, until the other end is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # A forked process has a copy of it, and would wait on itself when its parent is killed.
    other_end.close()
    while True:
        try:
            articles = connection.recv()
        except (EOFError, OSError):  # closed, or closed with an answer unread, which resets it
            return
        outcomes = [attempt(work, article) for article in articles]
        try:
            connection.send(
                [outcome.result if isinstance(outcome, Done) else outcome for outcome in outcomes]
            )
        except OSError:  # nobody is there any more
            return
