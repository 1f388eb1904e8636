"""What the whole pipeline costs, on articles, on one text of each size, and on each construct."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import corpus
import pytest

from attrib.attributor import attribute

pytestmark = pytest.mark.benchmark(group="whole pipeline", timer=time.process_time)

TARGET = 1.5
"""Most that the whole pipeline may cost, in units of Punkt."""
SAMPLES = sorted(Path(__file__).with_name("samples").glob("*.txt"))
SIZES = {"1 kB": 1_000, "10 kB": 10_000, "100 kB": 100_000, "1 MB": 1_000_000}


def bench_articles(articles: list[str], against_punkt: Callable[..., float]) -> None:
    """Articles one after another, as a corpus gives them."""
    against_punkt(lambda: [attribute(text) for text in articles], articles, target=TARGET)


@pytest.mark.parametrize("size", SIZES)
def bench_size(size: str, against_punkt: Callable[..., float]) -> None:
    """One text of many articles."""
    text = corpus.text(SIZES[size])
    rounds = 2 if len(text) > 500_000 else 7

    against_punkt(lambda: attribute(text), [text], rounds=rounds, target=TARGET)


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda path: path.stem)
def bench_construct(sample: Path, against_punkt: Callable[..., float]) -> None:
    """One construct over and over, which shows the dear ones."""
    text = sample.read_text("utf-8")
    texts = ["\n\n".join([text] * (4_000 // len(text) + 1))] * 3

    against_punkt(lambda: [attribute(text) for text in texts], texts)
