"""How long something takes, for the tests of cost: told apart from how busy the machine is.

The tests run side by side, also on a machine that others use. What counts is this process's own
time, and what was too slow is tried again: a slow program is slow every time.
"""

from __future__ import annotations

import math
import time
import timeit
from collections.abc import Callable

TRIES = 6
NOISE = 0.002
"""Seconds below which a measured time says little."""


def seconds(call: Callable[[], object], runs: int = 3, enough: float = 0.0) -> float:
    """Seconds of this process's own time, the least of some runs; no more once below `enough`.

    `timeit` keeps the garbage of the tests before from being collected in the midst of one.
    """
    least = math.inf
    for _ in range(runs):
        least = min(least, timeit.timeit(call, timer=time.process_time, number=1))
        if least < enough:
            break
    return least


def times_longer(
    long: Callable[[], object], short: Callable[[], object], limit: float, noise: float = NOISE
) -> float:
    """How many times longer `long` takes than `short`, both measured anew while over `limit`."""
    ratio = math.inf
    for _ in range(TRIES):
        once = max(seconds(short, runs=2), noise)
        ratio = min(ratio, seconds(long, runs=1) / once)
        if ratio < limit:
            break
    return ratio
