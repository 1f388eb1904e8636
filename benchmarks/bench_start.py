"""How long attrib takes to start, over what Python itself takes."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.benchmark(group="start")

ROUNDS = 15
ARTICLE = str(Path(__file__).parent.parent / "fixtures" / "articles" / "wire-port-strike.txt")
BARE = [sys.executable, "-c", "pass"]
STARTS = {
    "import attrib": ([sys.executable, "-c", "import attrib"], 60),
    "attrib --version": ([sys.executable, "-m", "attrib", "--version"], 120),
    "attrib extract ARTICLE": ([sys.executable, "-m", "attrib", "extract", ARTICLE], 330),
}
"""What is run, and the most milliseconds it may take over bare Python."""


def _timed(command: list[str], compiled: Path) -> float:
    """Processor time of a process, which is all the time it takes where none other is busy.

    Modules are compiled beforehand, as they are where attrib is installed.
    """
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(compiled)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, env=environment) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    assert process.returncode == 0
    return used.ru_utime + used.ru_stime


@pytest.mark.parametrize("name", STARTS)
def bench_start(
    name: str, benchmark: Any, report: Callable[[str, str], None], tmp_path: Path
) -> None:
    """In turns with Python that does nothing; the least of each counts."""
    command, target = STARTS[name]
    taken: list[float] = []
    bare: list[float] = []

    def in_turns() -> None:
        bare.append(_timed(BARE, tmp_path))
        taken.append(_timed(command, tmp_path))

    benchmark.pedantic(in_turns, rounds=ROUNDS)

    over = (min(taken) - min(bare)) * 1000
    benchmark.extra_info["milliseconds over Python"] = round(over, 1)
    met = "met" if over <= target else "MISSED"
    report("start", f"{name:20} {over:6.1f} ms over Python's own  target {target}: {met}")
