"""Cost grows with the length of the text and no faster, whatever the text is."""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable
from itertools import cycle
from typing import Any

import corpus
import pytest

from attrib.attributor import attribute

# Full passes of the garbage collector begin somewhere between the sizes, so it is left out.
pytestmark = pytest.mark.benchmark(group="growth", timer=time.process_time, disable_gc=True)

LIMIT = 11.0
"""Most that ten times the text may cost."""
SECONDS = 10
"""For which a pair that grows too much is measured again: a busy machine may be all there is."""
_GIVEN = ("Ana", "Ben", "Carla", "Dennis", "Erin", "Frank", "Grace", "Hugo", "Iris", "Jo")
_SYLLABLES = ("bar", "dol", "ken", "lin", "mar", "nor", "pel", "rus", "tav", "wick")


def _filled(piece: str, length: int) -> str:
    return (piece * (length // len(piece) + 1))[:length]


def _names(length: int) -> str:
    """A name for every ten code points asked for, hardly any twice: 100,000 for a million."""
    sentences = []
    for number in range(length // 10):
        digits = [int(digit) for digit in f"{number:05}"]
        surname = "".join(_SYLLABLES[digit] for digit in digits[2:]).capitalize()
        name = f"{_GIVEN[digits[0]]} {_GIVEN[digits[1]][0]}. {surname}"
        sentences.append(f"{name} said it held.")
    return " ".join(sentences)


def _sentence(length: int) -> str:
    """One sentence, of words such as news has, with neither full stop nor quotation mark."""
    words = [word for word in corpus.text(40_000).split() if word.isalpha()]
    parts = []
    total = 0
    for word in cycle(words):
        parts.append(word)
        total += len(word) + 1
        if total >= length:
            break
    return " ".join(parts)[:length]


_CUES = "said told asked according to claims denied reports that says added statement warned "
TEXTS: dict[str, Callable[[int], str]] = {
    "news": corpus.text,
    "all quotation marks, curly": lambda length: _filled("“”‘’", length),
    "all quotation marks, straight": lambda length: _filled("\"'", length),
    "all opening marks": lambda length: _filled("“", length),
    "all cue words": lambda length: _filled(_CUES, length),
    "one sentence": _sentence,
    "one word": lambda length: "a" * length,
    "one capitalised word": lambda length: "A" * length,
    "a mark that never closes": lambda length: "“" + corpus.text(length).translate(_NO_MARKS),
    "names": _names,
    "digits": lambda length: "7" * length,
    "full stops": lambda length: "." * length,
    "spaces": lambda length: "a" + " " * length + "b",
    "line breaks": lambda length: "a" + "\n" * length + "b",
}
_NO_MARKS = dict.fromkeys(map(ord, "“”‘’\"'«»"))


@pytest.mark.parametrize("name", TEXTS)
def bench_growth(
    name: str, benchmark: Any, report: Callable[[str, str], None], request: pytest.FixtureRequest
) -> None:
    """Ten times the text takes at most eleven times as long."""
    large_size = request.config.getoption("--growth-size")
    small, large = TEXTS[name](large_size // 10), TEXTS[name](large_size)
    attribute(small)

    benchmark.pedantic(attribute, args=(large,), setup=_forget, rounds=1)

    on_large = spent = benchmark.stats.stats.min
    on_small = min(_timed(small) for _ in range(5))
    while on_large > LIMIT * on_small and spent < SECONDS:
        on_small = min(on_small, _timed(small))
        taken = _timed(large)
        on_large, spent = min(on_large, taken), spent + taken
    growth = on_large / on_small
    benchmark.extra_info["growth"] = round(growth, 2)
    report(
        "growth: time at 10 × size ÷ time at size",
        f"{name:32} {len(small):>9,} in {on_small:7.4f} s, {len(large):>9,} in {on_large:7.4f} s:"
        f" {growth:6.2f}{'' if growth <= LIMIT else f'  TOO MUCH, at most {LIMIT:g}'}",
    )
    assert growth <= LIMIT


def _timed(text: str) -> float:
    _forget()
    gc.disable()
    start = time.process_time()
    attribute(text)
    taken = time.process_time() - start
    gc.enable()
    return taken


def _forget() -> None:
    """Empty the caches of words, which know all of a small text when it comes again."""
    for name, module in list(sys.modules.items()):
        if name.startswith("attrib."):
            for value in vars(module).values():
                if hasattr(value, "cache_parameters") and value.cache_parameters()["maxsize"]:
                    value.cache_clear()
