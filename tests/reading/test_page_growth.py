"""No page takes more than its length: hostile ones either."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from clock import seconds

from attrib.reading.pages import page as pages

PROSE = "A paragraph of prose says that the harbour is too small for all of the boats. "
UNITS: dict[str, Callable[[int], str]] = {
    "paragraphs": lambda n: f"<p>{PROSE}</p>" * n,
    "open boxes": lambda n: f"<div><p>{PROSE}</p>" * n,
    "nested quotations": lambda n: "<p>" + "<q>" * n + PROSE,
    "nested blocks": lambda n: f"<blockquote><p>{PROSE}</p>" * n,
    "announced blocks": lambda n: f"<p>He wrote:</p><blockquote>{PROSE}</blockquote>" * n,
    "posts": lambda n: f"<blockquote class='twitter-tweet'>{PROSE}<p>— A (@b)</blockquote>" * n,
    "a long class": lambda n: f"<div class='{'share-widget ' * n * 10}'>{PROSE}</div>",
    "many classes": lambda n: "".join(f"<p class='x{i}-related'>{PROSE}" for i in range(n)),
    "captions": lambda n: f"<figure><img><figcaption>{PROSE}</figcaption></figure>" * n,
    "headlines": lambda n: f"<h1>{PROSE}</h1>" * n,
    "lines": lambda n: "<p>" + "Rain fell.<br>" * n,
    "links": lambda n: f"<p><a href='x'>{PROSE}</a></p>" * n,
    "tabs": lambda n: f"<div role=tabpanel>{PROSE}</div>" * n,
    "brackets": lambda n: "<" * n * 20,
    "linked data": lambda n: (
        '<script type="application/ld+json">['
        + ",".join(['{"@type": "NewsArticle", "headline": "Rain"}'] * n)
        + f"]</script><p>{PROSE}</p>"
    ),
    "repeated text": lambda n: (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Rain", '
        f'"articleBody": "{PROSE * n}"}}</script><p>{PROSE}</p>'
    ),
}
TIMES = 8
LIMIT = 3 * TIMES
"""Twice the way of a page may grow with its logarithm, and the machine may be busy."""


@pytest.mark.parametrize("page", UNITS.values(), ids=UNITS)
def test_a_page_is_read_in_time_that_grows_with_it(page: Callable[[int], str]) -> None:
    """Eight times the page takes about eight times as long."""
    pytest.importorskip("trafilatura")
    short, long = (f"<html><body><article>{page(n)}" for n in (300, 300 * TIMES))
    pages.read(short)

    ratio = seconds(lambda: pages.read(long)) / max(seconds(lambda: pages.read(short)), 0.01)

    assert ratio < LIMIT
