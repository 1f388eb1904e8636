"""The desk in a browser, as people who never type a command use it."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from browser import find, start
from served import Server

ROOT = Path(__file__).parents[2]
STRIKE = (ROOT / "fixtures" / "articles" / "wire-port-strike.txt").read_text("utf-8")
HOSTILE = (
    "“</textarea></script><script>document.title='owned'</script><img src=x onerror=alert(1)>”"
    " said Ana Quilby \u202edlrow.\n"
)


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    pytest.importorskip("uvicorn")
    pytest.importorskip("starlette")
    browser = start(tmp_path_factory.mktemp("chromium"))
    downloads = tmp_path_factory.mktemp("downloads")
    allowed = {"behavior": "allow", "downloadPath": str(downloads)}
    browser.execute_cdp_cmd("Page.setDownloadBehavior", allowed)
    browser.downloads = downloads
    browser.gone = pytest.importorskip("selenium.common.exceptions").WebDriverException
    yield browser
    browser.quit()


@pytest.fixture(scope="module")
def desk(running: Any, quotes: Path) -> Iterator[Server]:
    server = Server(str(quotes))
    yield server
    assert server.end() == 0


@pytest.fixture
def opened(running: Any, desk: Server) -> Iterator[Callable[[str], Any]]:
    """Opens a page of the desk; at the end the console must be empty."""

    def open_page(path: str) -> Any:
        running.get(desk.address + path)
        return running

    yield open_page
    assert running.get_log("browser") == []


def turned(page: Any, action: Callable[[], object]) -> None:
    """Do what leads to another page, and wait until that is there."""
    before = page.find_element("css selector", "html").id
    action()
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        try:
            is_there = page.execute_script("return document.readyState") == "complete"
            if is_there and page.find_element("css selector", "html").id != before:
                return
        except page.gone:  # between two pages
            pass
        time.sleep(0.05)
    raise AssertionError("no other page came")


def paste(page: Any, text: str) -> None:
    """Put a text into the form, as pasting does, and send it."""
    area = page.find_element("css selector", "textarea")
    page.execute_script("arguments[0].value = arguments[1]", area, text)
    turned(page, find(page, "form button.main")[-1].click)


def test_a_pasted_article_is_shown_and_downloaded(opened: Any) -> None:
    """Paste, look, filter, save: the file has the records that are shown."""
    page = opened("/")
    paste(page, STRIKE)
    assert page.title.startswith("Dockers in Alderhaven vote to extend strike as talks falter")
    shown = find(page, ".shown")[0].text
    for kind in ("mixed", "indirect"):
        find(page, f"[name=kind][value={kind}]")[0].click()
    assert find(page, ".shown")[0].text != shown
    find(page, ".text .c")[0].click()
    assert "Ilse Farran" in find(page, "#card")[0].text
    find(page, "details.download summary")[0].click()
    find(page, "button[value=jsonl]")[0].click()
    file = _downloaded(page.downloads, ".jsonl")

    records = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    assert f"of {len(records)} attributions" in shown
    for record in records:
        for span in record["content"]:
            assert STRIKE[span["start"] : span["end"]] == span["text"]


def _downloaded(folder: Path, ending: str) -> Path:
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        if found := list(folder.glob(f"*{ending}")):
            return found[0]
        time.sleep(0.1)
    raise AssertionError(f"no file in {folder}")


def test_a_file_is_read_in_the_browser(opened: Any, tmp_path: Path) -> None:
    """A chosen file stands in the form, whatever its encoding, and is read from there."""
    article = tmp_path / "article.txt"
    article.write_bytes("“We are ready,” said Ana Quilby.\n".encode("cp1252"))
    page = opened("/")
    find(page, "#file")[0].send_keys(str(article))
    deadline = time.monotonic() + 20
    while not find(page, "form [role=status]")[-1].text and time.monotonic() < deadline:
        time.sleep(0.05)

    assert "article.txt is ready" in find(page, "form [role=status]")[-1].text
    turned(page, find(page, "form button.main")[-1].click)
    assert find(page, ".text .c")[0].text == "“We are ready,”"


def test_search_narrow_and_open(opened: Any) -> None:
    """From words to the statement in its article, its speaker and the outlet that carried it."""
    page = opened("/")
    field = find(page, "[name=q]")[0]
    turned(page, lambda: field.send_keys("river water\n"))
    assert len(find(page, ".hit")) == 2
    assert find(page, "mark")[0].text in ("water", "river", "clear river")
    narrower = find(page, "#speaker")[0]
    turned(page, lambda: narrower.send_keys("Stone\n"))
    (hit,) = find(page, ".hit")
    assert "Bob Stone" in hit.text
    turned(page, find(page, ".hit .where a")[0].click)
    assert page.title.startswith("Harbour to close")
    assert page.current_url.endswith("#a1-1")
    turned(page, page.back)
    turned(page, find(page, ".hit h3 a")[0].click)
    assert find(page, "h1")[0].text == "Bob Stone"
    turned(page, find(page, "aside a")[0].click)
    assert find(page, "h1")[0].text == "Riverton Gazette"
    assert "Reuters" in find(page, ".main")[0].text


def test_nothing_found_says_what_to_do(opened: Any) -> None:
    """An empty list is no dead end."""
    page = opened("/search?q=zzyzx")

    assert "Try fewer words" in find(page, "[role=status]")[0].text


def test_hostile_articles_run_nothing(opened: Any) -> None:
    """Shown, carried in the form for the download, and given back in a mistake, it stays text."""
    page = opened("/")
    paste(page, HOSTILE)

    assert "owned" not in page.title
    assert "<img src=x onerror=alert(1)>" in find(page, ".text")[0].text
    assert "⟨U+202E⟩" in find(page, ".text")[0].text
    assert page.find_elements("css selector", "img") == []
    carried = page.find_element("css selector", "form[action='/download'] [name=text]")
    assert carried.get_attribute("value") == HOSTILE


def test_the_keyboard_is_enough(opened: Any) -> None:
    """The first Tab leads past the navigation, and each field has a name for a screen reader."""
    page = opened("/search?q=river")
    page.switch_to.active_element.send_keys("\ue004")
    assert page.switch_to.active_element.text == "To the content"
    unnamed = page.execute_script(
        "return [...document.querySelectorAll('input:not([type=hidden]), select, button')]"
        ".filter(one => !(one.labels && one.labels.length) && !one.getAttribute('aria-label')"
        " && !one.textContent.trim()).map(one => one.outerHTML)"
    )

    assert unnamed == []


@pytest.mark.parametrize("path", ["/", "/search?q=the", "/speakers", "/outlets", "/articles/15"])
def test_a_phone_needs_no_sideways_scrolling(opened: Any, path: str) -> None:
    """At 360 pixels every page is as wide as the screen."""
    page = opened("/")
    metrics = {"width": 360, "height": 700, "deviceScaleFactor": 1, "mobile": True}
    page.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    page = opened(path)
    width = page.execute_script("return document.documentElement.scrollWidth")
    page.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})

    assert width == 360
