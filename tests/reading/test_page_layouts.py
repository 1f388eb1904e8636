"""Layouts on which readers of pages lose parts of an article, or take for it what is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from test_pages import LEAKS

from attrib import attribute
from attrib.reading.pages import absence
from attrib.reading.pages import page as pages

PAGES = Path(__file__).parent / "pages"
FACTS: dict[str, dict[str, object]] = {
    "containers": {
        "title": "Salt barge aground off Tern Point",
        "subtitle": "Nobody was hurt, but the channel will stay closed until the salt is off.",
        "author": "Orla Finch",
        "published": "2025-02-03",
        "modified": "2025-02-04",
        "publisher": "Sound and Harbour",
        "url": "https://soundandharbour.example/news/salt-barge",
    },
    "tabs": {
        "title": "Court hears case of the missing bells",
        "author": "Lene Voss",
        "published": "2024-09-12",
        "modified": "2024-09-13",
        "publisher": "Valley Courier",
        "url": "https://valley-courier.example/bells",
    },
    "agency": {
        "title": "Ministers ‘close’ to deal on river tolls",
        "author": "Jo Lund, AP",
        "published": "2023-05-30",
        "publisher": "Lakeland Daily",
        "url": "https://lakeland-daily.example/world/tolls",
    },
    "posts": {
        "title": "Blackout in Merrow",
        "published": "2025-06-14",
        "publisher": "Radio Merrow",
        "captions": ("CAPTION Candles in the bakery. “It smells better,” says Nuri Aydin.",),
    },
    "liveposts": {
        "title": "Ice on the Orva: live updates",
        "author": "The Evening Tide",
        "published": "2026-01-09",
        "modified": "2026-01-09",
        "publisher": "The Evening Tide",
        "url": "https://evening-tide.example/live/ice",
    },
    "slides": {
        "title": "Every halt on the Brenn line, from smallest to almost large",
        "author": "Yara Quist",
        "published": "2024-04-01",
        "publisher": "Slow Water Review",
        "url": "https://slowwaterreview.example/halts",
        "captions": ("CAPTION Hoff, from the train.", "CAPTION The poster."),
    },
    "scripted": {
        "title": "Vineyard to close after a century",
        "author": "Mara Tull",
        "published": "2025-10-02",
        "publisher": "Hill Country News",
        "url": "https://hillcountry.example/vineyard",
    },
}
# What the article has besides its headline: the beginning of each paragraph, in order.
PARAGRAPHS = {
    "containers": (
        *("Nobody was hurt", "A barge with", "“We heard her", "The owner, Brine & Sons of Colm,"),
        *("Harbour master", "What happens to the salt", "Most of it", "Asked whether"),
    ),
    "tabs": ("Three bells that", "The foundry’s lawyer", "Judge Pia Holt", "A ruling is expected"),
    "agency": ("Ministers from", "“There is one", "The lower states", "Shippers paid"),
    "posts": (
        *("Merrow was without", "“Whole town dark. Even the bakery! Send candles.”"),
        *("— Merrow Fire Service (@merrowfire) June 14, 2025", "The mayor, Ilse Brandt, said “"),
        *("The company’s statement reads:", "“A fault was found", "“We bake by hand anyway.”"),
        *("— Nuri Aydin, baker", "A notice on the town hall door said:\nClosed", "Power came back"),
    ),
    "liveposts": (
        *("The river has frozen", "Old bridge is shut", "The old bridge has", "‘Stay off it’"),
        *("“Stay off it, whatever", "Twelve centimetres", "Four in midstream", "Skaters out since"),
        "Some have been",
    ),
    "slides": (
        *("The Brenn line has", "We got off at three", "Nobody gets off at Hoff"),
        *("Hoff has one bench", "“I clean it", "Little Marn still", "The poster is for a fair"),
        *("Brenn Halt is not", "It is four kilometres"),
    ),
    "scripted": ("The oldest", "“My knees have", "The land will be let", "The last barrels"),
}


def page(name: str) -> pages.Page:
    pytest.importorskip("trafilatura")
    return pages.read((PAGES / f"{name}.html").read_text("utf-8"))


@pytest.mark.parametrize("name", FACTS)
def test_facts_are_what_the_page_shows(name: str) -> None:
    """Headline before declared titles, the site's name before its slogan or key, canonical URL."""
    told = {field: value for field, value in page(name).facts().items() if value}

    assert told == FACTS[name]


@pytest.mark.parametrize("name", PARAGRAPHS)
def test_the_article_is_whole_and_nothing_else(name: str) -> None:
    """Every paragraph, in order, and no line between, before or after them."""
    title, *paragraphs = page(name).text.split("\n\n")
    begins = PARAGRAPHS[name]

    assert title == FACTS[name]["title"]
    assert [p for p in paragraphs if any(leak in p for leak in LEAKS)] == []
    shown = [p[: len(begin)] for p, begin in zip(paragraphs, begins, strict=False)]
    assert (shown, len(paragraphs)) == (list(begins), len(begins))


def test_quotations_of_elements_are_in_marks() -> None:
    """`<q>` alternates its marks with the depth; a page's own marks are not doubled."""
    assert "said “nobody told me, and I live next to the station”." in page("posts").text
    assert "added: “I asked him ‘when’, and he hung up.”" in page("posts").text


@pytest.mark.parametrize(
    ("author", "source"),
    [
        ("Ana Ruiz (@anaruiz)", "Ana Ruiz"),
        ("Merrow Fire Service (@merrowfire)", "Merrow Fire Service"),
        ("merrow 🔥 26 (@merrow_fire)", "@merrow_fire"),
        ("the baker (@bread1)", "@bread1"),
        ("@bread1", "@bread1"),
    ],
)
def test_an_embedded_post_is_attributed_to_who_wrote_it(author: str, source: str) -> None:
    """By name, or by the handle where what stands before it is no name."""
    pytest.importorskip("trafilatura")
    found = pages.read(
        f"<article><h1>Blackout in Merrow</h1>{PROSE}<blockquote class='twitter-tweet'><p>Whole "
        f"town dark. Send candles.</p>— {author} <a href='x'>June 14, 2025</a></blockquote>{PROSE}"
    )
    [record] = attribute(found.text).records

    assert record.content[0].text == "“Whole town dark. Send candles.”"
    assert record.source is not None
    assert record.source.text == source


PROSE = "<p>A long enough paragraph of prose shows the harbour, which is too small for us.</p>"
TEASERS = "".join(
    f"<h3><a href='/{n}'>Harbour story number {n}, in full</a></h3>" for n in range(12)
)
NO_ARTICLE = {
    "index": (f"<main>{TEASERS}</main>", absence.INDEX),
    "index with blurbs": (
        "<main>"
        + "".join(
            f"<div><h3><a href='/{n}'>Harbour story number {n}, told</a></h3>{PROSE}</div>"
            for n in range(9)
        )
        + "</main>",
        absence.INDEX,
    ),
    "video": (
        '<script type="application/ld+json">{"@type": "VideoObject", "name": "Boats"}</script>'
        "<h1>Boats</h1><video src='a.mp4'></video><p>Watch the boats come in.</p>",
        absence.VIDEO,
    ),
    "paywall": (
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Boats", '
        f'"isAccessibleForFree": false}}</script><article><h1>Boats</h1>{PROSE}</article>',
        absence.PAYWALL,
    ),
    "nothing": ("<main><h1>Not found</h1></main>", absence.NONE),
}


@pytest.mark.parametrize(("data", "reason"), NO_ARTICLE.values(), ids=NO_ARTICLE)
def test_a_page_without_an_article_says_what_it_is(data: str, reason: str) -> None:
    """A list of articles, a video, a closed page: no text, and what to do instead."""
    pytest.importorskip("trafilatura")
    found = pages.read(f"<html><body>{data}</body></html>")

    assert (found.text, found.absence) == ("", reason)
