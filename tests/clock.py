"""How long something takes, for the tests of cost."""

from __future__ import annotations

import time
import timeit
from collections.abc import Callable


def seconds(call: Callable[[], object], runs: int = 2) -> float:
    """Seconds of this process's own time, the least of some runs.

    `timeit` keeps the garbage of the tests before from being collected in the midst of one.
    """
    return min(timeit.repeat(call, timer=time.process_time, number=1, repeat=runs))
