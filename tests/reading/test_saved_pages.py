"""Pages in the containers that browsers and crawlers keep them in."""

from __future__ import annotations

import gzip
import io
import resource
from email.mime.image import MIMEImage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

import pytest

from attrib.reading.corpus import Article, Problem, read

PAGES = Path(__file__).parent / "pages"
PAGE = (PAGES / "posts.html").read_bytes()


def outline(path: Path) -> list[str]:
    """Each item on a line: an article's title and address, or the problem."""
    pytest.importorskip("trafilatura")
    return [
        str(item).replace(str(path), path.name)
        if isinstance(item, Problem)
        else f"{item.title} {item.url}"
        for item in read([str(path)])
    ]


def test_a_compressed_page(tmp_path: Path) -> None:
    """`.htm.gz` is a page."""
    path = tmp_path / "page.htm.gz"
    path.write_bytes(gzip.compress(PAGE))

    assert outline(path) == ["Blackout in Merrow None"]


def test_a_page_saved_with_its_pictures(tmp_path: Path) -> None:
    """`.mhtml` gives the page, and where it came from."""
    message = MIMEMultipart("related")
    message["Snapshot-Content-Location"] = "https://radio-merrow.example/blackout"
    message.attach(MIMEText(PAGE.decode("utf-8"), "html", "utf-8"))
    message.attach(MIMEImage(b"\x89PNG", "png"))
    path = tmp_path / "page.mhtml"
    path.write_bytes(message.as_bytes())

    assert outline(path) == ["Blackout in Merrow https://radio-merrow.example/blackout"]


def test_what_only_calls_itself_mhtml_is_named(tmp_path: Path) -> None:
    """A file without a page in it is a problem."""
    path = tmp_path / "page.mht"
    path.write_bytes(b"Subject: hello\n\nNo page.")

    assert outline(path) == ["page.mht: no page in it; save it as HTML"]


def archive(path: Path, pages: list[tuple[str, bytes, dict[str, str]]]) -> None:
    """Write a compressed WARC with these responses."""
    warcwriter = pytest.importorskip("warcio.warcwriter")
    headers = pytest.importorskip("warcio.statusandheaders")
    with path.open("wb") as file:
        writer = warcwriter.WARCWriter(file, gzip=True)
        for url, data, told in pages:
            kinds = {"Content-Type": "text/html; charset=utf-8", **told}
            answer = headers.StatusAndHeaders("200 OK", list(kinds.items()), protocol="HTTP/1.1")
            writer.write_record(
                writer.create_warc_record(
                    url, "response", payload=io.BytesIO(data), http_headers=answer
                )
            )


def test_an_archive_is_read_page_by_page(tmp_path: Path) -> None:
    """Pages compressed or not; pictures are passed over; a bad page costs itself."""
    path = tmp_path / "news.warc.gz"
    lantern = (PAGES / "agency.html").read_bytes()
    archive(
        path,
        [
            ("https://a.example/1", PAGE, {}),
            ("https://a.example/p.png", b"\x89PNG", {"Content-Type": "image/png"}),
            ("https://a.example/2", b"<html><body><h1>Not here</h1></body></html>", {}),
            ("https://a.example/3", b"no gzip at all", {"Content-Encoding": "br"}),
            ("https://a.example/4", gzip.compress(lantern), {"Content-Encoding": "gzip"}),
        ],
    )

    first, bad, worse, last = outline(path)

    assert first == "Blackout in Merrow https://a.example/1"
    assert bad.startswith("news.warc.gz: https://a.example/2: no article found")
    assert worse.startswith("news.warc.gz: https://a.example/3: ")
    assert last.startswith("Ministers ‘close’ to deal on river tolls https://lakeland-daily")


def test_an_archive_that_breaks_off_gives_what_came_before(tmp_path: Path) -> None:
    """The end is named, and the pages before it are read."""
    path = tmp_path / "news.warc.gz"
    archive(path, [("https://a.example/1", PAGE, {}), ("https://a.example/2", PAGE, {})])
    path.write_bytes(path.read_bytes()[:-400])

    first, problem = outline(path)

    assert first == "Blackout in Merrow https://a.example/1"
    assert problem == (
        "news.warc.gz: https://a.example/2: the archive ends within this page; fetch it again"
    )


def test_what_only_calls_itself_warc_is_named(tmp_path: Path) -> None:
    """A page with the wrong ending is no archive."""
    pytest.importorskip("warcio")
    path = tmp_path / "news.warc"
    path.write_bytes(PAGE)

    [problem] = outline(path)

    assert problem.startswith("news.warc: not WARC, or damaged")


def test_memory_is_that_of_a_page(tmp_path: Path) -> None:
    """Many pages take no more of it than a few."""
    path = tmp_path / "news.warc.gz"
    padded = PAGE.replace(b"</body>", b"<!--" + b"x" * 200_000 + b"--></body>")
    archive(path, [(f"https://a.example/{n}", padded, {}) for n in range(300)])
    items = read([str(path)])
    for _ in range(20):
        next(items)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    assert sum(isinstance(item, Article) for item in items) == 280
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 30_000
