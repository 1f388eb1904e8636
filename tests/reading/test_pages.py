"""Articles out of web pages of several layouts, and what must not leak into them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from attrib.errors import MissingExtraError
from attrib.reading.pages import page as pages

PAGES = Path(__file__).parent / "pages"
# In the pages, what is not the article begins with one of these.
LEAKS = (
    *("NAVIGATION", "CAPTION", "PULLED", "RELATED", "COMMENT", "FOOTER", "SHARE", "NEWSLETTER"),
    *("SIDEBAR", "TRENDING", "MOST READ", "VIDEO", "ADVERT", "READMORE", "SUMMARY", "TAGS"),
)
FACTS: dict[str, dict[str, str | None]] = {
    "broadsheet": {
        "title": "Ferry fares to rise in spring",
        "author": "Ida Holm, Jonas Berg",
        "published": "2024-02-11",
        "publisher": "The Evening Tide",
        "url": "https://evening-tide.example/ferry-fares",
    },
    "tabloid": {
        "title": "Goat spends night on school roof",
        "author": "Petra Vos",
        "published": "2023-10-02",
        "publisher": "Daily Lantern",
        "url": None,
    },
    "wire": {
        "title": "Bank holds rate at 3 percent",
        "author": None,
        "published": "2022-06-16",
        "publisher": None,
        "url": None,
    },
    "magazine": {
        "title": "The last lighthouse",
        "author": "Yara Quist",
        "published": "2021-12-01",
        "publisher": "Slow Water Review",
        "url": "https://slow-water.example/lighthouse",
    },
    "blog": {
        "title": "Council votes to keep the library open",
        "author": "Nils Aalto",
        "published": "2020-03-04",
        "publisher": "Ward Seven Watch",
        "url": None,
    },
    "live": {
        "title": "Storm Hanna: what we know so far",
        "author": "Radio Sound newsroom",
        "published": "2024-11-20",
        "publisher": "Radio Sound",
        "url": "https://radio-sound.example/live/hanna",
    },
}
# Each page's first and last words, and one quotation in it with its marks.
WORDS = {
    "broadsheet": ("Crossing the sound", "three minutes each.", "“But fuel has doubled, and"),
    "tabloid": ("A goat that climbed", "before the week is out.", "“The children have named her"),
    "wire": ("PORT ELLEN, June 16", "Editing by Karl Strand)", '"We think the first cut comes'),
    "magazine": ("On the rock of Senn", "becomes of the house.", "“You do not choose the light,”"),
    "blog": ("The council voted", "as soon as they are up.", "I have read nine hundred letters."),
    "live": ("Two thousand homes", "high water until Thursday.", "“at least until noon”"),
}


def page(name: str) -> pages.Page:
    pytest.importorskip("trafilatura")
    return pages.read((PAGES / f"{name}.html").read_bytes())


@pytest.mark.parametrize("name", FACTS)
def test_facts_are_what_the_page_says(name: str) -> None:
    """Title, author, date, publisher and address come from JSON-LD, meta elements or the page."""
    told = page(name).facts()

    assert {field: told[field] for field in FACTS[name]} == FACTS[name]


@pytest.mark.parametrize("name", FACTS)
def test_nothing_but_the_article_is_read(name: str) -> None:
    """Navigation, captions, pull quotes, related links and comments stay out."""
    text = page(name).text

    assert [leak for leak in LEAKS if leak in text] == []


@pytest.mark.parametrize("name", FACTS)
def test_the_whole_article_is_read(name: str) -> None:
    """The text opens with the title, and goes from the first paragraph to the last."""
    title, first, *_, last = (found := page(name).text).split("\n\n")
    begins, ends, quotation = WORDS[name]

    assert title == FACTS[name]["title"]
    assert first.startswith(begins)
    assert last.endswith(ends)
    assert quotation in found


def test_an_article_with_the_class_of_an_aside_is_read() -> None:
    """An element with most of the page's words is the article, whatever it is called."""
    pytest.importorskip("trafilatura")
    paragraphs = "".join(
        f"<p>Paragraph {n} of a long piece on the harbour says that it is too small.</p>"
        for n in range(8)
    )
    data = f"<html><body><h1>Too small</h1><div class='trending-story'>{paragraphs}</div></body>"

    assert "Paragraph 7" in pages.read(data).text


def test_the_address_given_is_kept_where_the_page_has_none() -> None:
    """`url` says where a page came from, unless the page has a canonical address."""
    pytest.importorskip("trafilatura")
    data = (PAGES / "wire.html").read_bytes()

    assert pages.read(data, url="https://wire.example/bank").url == "https://wire.example/bank"


@pytest.mark.parametrize(
    "data",
    [b"", b"plain words", b"\x00\xff\xfe", "<p>“", "<html><body></body></html>", "<" * 5000],
    ids=["empty", "no markup", "bytes", "unclosed", "no article", "brackets"],
)
def test_no_page_raises(data: bytes | str) -> None:
    """What holds no article gives an empty text, never an exception."""
    pytest.importorskip("trafilatura")

    assert pages.read(data).title is None


def test_encoding_is_the_pages_own() -> None:
    """Bytes are decoded as the page declares."""
    pytest.importorskip("trafilatura")
    words = "Le préfet a dit qu’il pleuvait. " * 12
    data = f'<html><head><meta charset="cp1252"></head><body><article><p>{words}</p></article>'

    assert "préfet a dit qu’il" in pages.read(data.encode("cp1252")).text


def test_without_the_extra_the_message_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A missing library becomes an instruction."""
    monkeypatch.setitem(sys.modules, "trafilatura", None)

    with pytest.raises(MissingExtraError, match=r"pip install 'attrib\[html\]'"):
        pages.read(b"<p>Hello.</p>")
