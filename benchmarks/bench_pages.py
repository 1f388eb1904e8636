"""What a web page costs: attrib's reading of it beside trafilatura's own, in turns, as a ratio.

The pages are those of the tests and, where they stand beside the project, those of real news.
"""

from __future__ import annotations

import gzip
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from attrib.reading.pages import page

pytestmark = pytest.mark.benchmark(group="pages", timer=time.process_time)

ROOT = Path(__file__).parent.parent
SHARED = Path(os.environ.get("ATTRIB_SHARED", ROOT.parent / "shared"))
LIMIT = 1.2
"""Of trafilatura's time, which reads less off a page."""


def _pages() -> list[bytes]:
    real = sorted((SHARED / "news" / "pages").glob("*.html.gz"))
    if real:
        return [gzip.decompress(path.read_bytes()) for path in real]
    return [path.read_bytes() for path in sorted((ROOT / "tests/reading/pages").glob("*.html"))]


def bench_reading_of_pages(benchmark: Any, report: Callable[[str, str], None]) -> None:
    """Text and facts of each page, by both, one after the other."""
    trafilatura = pytest.importorskip("trafilatura")
    own = other = 0.0
    pages = _pages()
    for data in pages:
        started = time.process_time()
        page.read(data)
        between = time.process_time()
        trafilatura.bare_extraction(data, with_metadata=True)
        own += between - started
        other += time.process_time() - between
    benchmark.pedantic(lambda: page.read(pages[0]), rounds=3)
    report("time per page, of trafilatura's", f"{own / other:.2f}")

    assert own / other < LIMIT
