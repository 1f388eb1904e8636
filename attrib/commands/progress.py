"""What a run over many articles says on standard error: how far it is, and what came of it."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import define, field

from attrib.commands.terminal import complain

if TYPE_CHECKING:
    import argparse

    from attrib.batch.work import Done

Result = TypeVar("Result")

BAR_AFTER = 2.0
"""Seconds before a bar is drawn: a short run needs none."""


def add_message_arguments(parser: argparse.ArgumentParser) -> None:
    """How much is said beside the results."""
    group = parser.add_argument_group("messages")
    chosen = group.add_mutually_exclusive_group()
    chosen.add_argument(
        "-q", "--quiet", action="store_true", help="say nothing but what went wrong"
    )
    chosen.add_argument("-v", "--verbose", action="store_true", help="also a line for each article")


@define
class Progress:
    """Counts what comes by and says so: a bar on a terminal, a last line for a file or a person."""

    output: str | None = None
    quiet: bool = False
    verbose: bool = False
    told_elsewhere: bool = False
    """The output itself says where nothing was found."""
    articles: int = 0
    records: int = 0
    _started: float = field(factory=time.monotonic, init=False)

    @classmethod
    def of(cls, arguments: argparse.Namespace) -> Progress:
        """As the arguments of a command ask for it."""
        return cls(
            output=getattr(arguments, "output", None),
            quiet=getattr(arguments, "quiet", False),
            verbose=getattr(arguments, "verbose", False),
            told_elsewhere=getattr(arguments, "format", None) == "table",
        )

    def watch(
        self, finished: Iterable[Done[Result]], records: Callable[[Result], int]
    ) -> Iterator[Done[Result]]:
        """The same, counted; once all came by, the last line."""
        for done in self._shown(finished):
            found = records(done.result)
            self.articles += 1
            self.records += found
            if self.verbose:
                complain(f"{done.article.place}: {count(found, 'record')}")
            yield done

    def close(self, failed: int = 0) -> None:
        """Say what came of it all, where that is more than the output shows."""
        if self.quiet or not self.articles:
            return
        if self.output or (self.articles + failed > 1 and sys.stderr.isatty()):
            complain(self.summary(failed))
        elif not self.records and not self.told_elsewhere:
            complain("no attribution found")

    def summary(self, failed: int = 0) -> str:
        """The last line.

        >>> Progress(output="out.jsonl", articles=763, records=16000).summary(failed=2)
        '763 articles, 16,000 records, 2 failed → out.jsonl'
        >>> Progress(articles=3).summary()
        '3 articles, no attribution found'
        """
        parts = [count(self.articles, "article")]
        parts.append(count(self.records, "record") if self.records else "no attribution found")
        parts += [f"{failed:,} failed"] if failed else []
        parts += [f"{seconds:.0f} s"] if self.verbose and (seconds := self._seconds()) else []
        return ", ".join(parts) + (f" → {self.output}" if self.output else "")

    def _seconds(self) -> float:
        return time.monotonic() - self._started

    def _shown(self, finished: Iterable[Done[Result]]) -> Iterable[Done[Result]]:
        """The same, with a bar where a person looks on and reads nothing else."""
        watched = sys.stderr.isatty() and (self.output is not None or not sys.stdout.isatty())
        if self.quiet or not watched:
            return finished
        from tqdm import tqdm  # type: ignore[import-untyped]

        tqdm.monitor_interval = 0  # no thread beside the worker processes
        bar: Any = tqdm(
            finished,
            unit=" articles",
            file=sys.stderr,
            leave=False,
            dynamic_ncols=True,
            delay=BAR_AFTER,
        )
        shown: Iterable[Done[Result]] = bar
        return shown


def count(number: int, noun: str) -> str:
    """A number and what it counts.

    >>> count(1, "record"), count(16000, "record")
    ('1 record', '16,000 records')
    """
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
