"""Options, texts and the yardstick of the benchmarks: NLTK Punkt on the same text in the same run.

`pytest benchmarks --benchmark-only` runs them all and prints what each costs in units of Punkt.
Processor time is measured wherever one process does the work, so that a busy machine does not
matter; the ratios hold on any machine.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from itertools import islice
from typing import Any

import corpus
import pytest
from attrs import define, field

# Scripts that need more than the benchmarks do.
collect_ignore = ["fuzz.py", "learn.py", "learning", "spark_example.py"]


@define
class Lines:
    """What the benchmarks have to say at the end, by heading."""

    by_heading: dict[str, list[str]] = field(factory=dict)

    def add(self, heading: str, line: str) -> None:
        self.by_heading.setdefault(heading, []).append(line)


_LINES = pytest.StashKey[Lines]()


def pytest_addoption(parser: pytest.Parser) -> None:
    group = parser.getgroup("attrib")
    group.addoption(
        "--growth-size",
        type=int,
        default=200_000,
        metavar="N",
        help="code points of the larger text of the growth table (default: 200000; 1000000 for a"
        " release)",
    )
    group.addoption(
        "--stream-megabytes",
        type=int,
        default=2,
        metavar="N",
        help="size of the corpus whose streaming is measured (default: 2; 200 for a release)",
    )
    group.addoption(
        "--desk-articles",
        type=int,
        default=1_000,
        metavar="N",
        help="articles of the database that is searched (default: 1000; 100000 for a release)",
    )
    group.addoption(
        "--desk-database",
        metavar="FILE",
        help="such a database that is there already: python benchmarks/desk_corpus.py FILE",
    )


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("python_files", "bench_*.py")
    config.addinivalue_line("python_functions", "bench_*")
    config.stash[_LINES] = Lines()


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    for heading, lines in config.stash[_LINES].by_heading.items():
        terminalreporter.section(heading)
        for line in lines:
            terminalreporter.write_line(line)


@pytest.fixture
def report(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Keeps a line to be printed under a heading when all is done."""
    return request.config.stash[_LINES].add


@pytest.fixture(scope="session")
def articles() -> list[str]:
    """Articles as they come in a corpus, each once."""
    return list(islice(corpus.articles(), 45))


@pytest.fixture(scope="session")
def punkt() -> Callable[[str], list[tuple[int, int]]]:
    """Punkt alone, with the parameters that attrib gives it."""
    from attrib.words import punkt

    tokenizer = punkt.module().PunktSentenceTokenizer(punkt.parameters())
    return lambda text: list(tokenizer.span_tokenize(text))


@pytest.fixture
def against_punkt(
    benchmark: Any, punkt: Callable[[str], object], report: Callable[[str, str], None]
) -> Callable[..., float]:
    """Measures a function in units of Punkt's time for the same texts, round by round in turns."""

    def measure(
        work: Callable[[], object], texts: Sequence[str], *, rounds: int = 7, target: float = 0
    ) -> float:
        yardstick: list[float] = []

        def split() -> None:
            start = time.process_time()
            for text in texts:
                punkt(text)
            yardstick.append(time.process_time() - start)

        benchmark.pedantic(work, setup=split, rounds=rounds, warmup_rounds=1)
        fastest = benchmark.stats.stats.min
        ratio: float = fastest / min(yardstick)
        length = sum(map(len, texts))
        benchmark.extra_info["punkt"] = round(ratio, 4)
        benchmark.extra_info["code points"] = length
        said = ""
        if target:
            said = f"  target {target}: {'met' if ratio <= target else 'MISSED'}"
        rate = length / fastest / 1e6
        line = f"{benchmark.name:40} {ratio:7.2f} × Punkt {rate:9.3f} M code points/s{said}"
        report("cost in units of NLTK Punkt on the same text", line)
        return ratio

    return measure
