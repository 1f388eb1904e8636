"""The HTML report, as text and in a browser."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from browser import find, start
from hand_made import ANALYSIS, DOCUMENT, TEXT

from attrib.analysis import Analysis
from attrib.display import page as view
from attrib.formats import from_spans
from attrib.model import Document, Link, Span, Speaker

HOSTILE = (
    "</script><script>document.title='owned'</script><img src=x onerror=alert(1)> \u202edlrow\x00"
)


def hostile() -> Analysis:
    """An article in which text, title, names and notes all try to break out of the page."""
    text = f"“{HOSTILE}” said {HOSTILE} today."
    document = Document(text=text, id=HOSTILE, title=HOSTILE, publisher=HOSTILE, path=HOSTILE)
    end = 2 + len(HOSTILE)
    spans = (Span.of(text, 0, end),), None, Span.of(text, end + 6, end + 6 + len(HOSTILE))
    record = evolve(
        from_spans.record(document, HOSTILE, *spans),
        speaker=Speaker(name=HOSTILE, kind="person", title=HOSTILE),
        chain=(Link("publisher", HOSTILE),),
        pattern=HOSTILE,
    )
    return Analysis(document, (record,))


class _Reader(HTMLParser):
    """Collects tags and the text within the article."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self.path: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "input"):
            self.path.append(dict(attrs).get("class") or tag)

    def handle_endtag(self, tag: str) -> None:
        self.path.pop()

    def handle_data(self, data: str) -> None:
        if "text" in self.path and not any(name.startswith("ref") for name in self.path):
            self.words.append(data)


def parsed(page: str) -> _Reader:
    reader = _Reader()
    reader.feed(page)
    reader.close()
    return reader


def test_the_article_is_all_there() -> None:
    """Nothing of the article is lost or doubled by the colouring, and every tag is closed."""
    reader = parsed(view.report([ANALYSIS]))

    assert "".join("".join(reader.words).split()) == "".join(TEXT.split())
    assert reader.path == []


def test_the_page_asks_for_nothing() -> None:
    """No element names a resource, and the policy forbids all that is not in the page."""
    reader = parsed(view.report([ANALYSIS, ANALYSIS]))
    policy = next(a["content"] for t, a in reader.tags if "http-equiv" in a) or ""

    assert not [a for _, a in reader.tags if {"src", "srcset", "data"} & a.keys()]
    assert not [t for t, _ in reader.tags if t in ("link", "img", "iframe", "object", "base")]
    assert not [a for _, a in reader.tags if not (a.get("href") or "#").startswith("#")]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy


@pytest.mark.parametrize(
    "make", [lambda: view.report([hostile()]), lambda: view.fragment(hostile())]
)
def test_hostile_text_stays_text(make: Any) -> None:
    """Script, event handlers and controls in any field are shown, not obeyed."""
    page = make()
    reader = parsed(page)

    assert not [t for t, a in reader.tags if t == "img" or "onerror" in a]
    assert len([t for t, _ in reader.tags if t == "script"]) == page.count("<script>")
    assert "\u202e" not in page
    assert "\x00" not in page
    assert "⟨U+202E⟩" in page


def test_several_articles_have_an_index() -> None:
    """The index links to each article, with its number of attributions and speakers."""
    page = view.report([ANALYSIS, hostile(), Analysis(DOCUMENT, ())])

    assert re.findall(r'<a href="#(a\d+)"><bdi>Harbour', page) == ["a1", "a3"]
    assert "Most quoted" in page
    assert 'id="index"' not in view.report([ANALYSIS])


def test_the_filters_begin_with_all_that_is_there() -> None:
    """Every box is ticked, and the scale of confidence begins at the least there is."""
    inputs = [a for t, a in parsed(view.report([ANALYSIS])).tags if t == "input"]
    boxes = [a for a in inputs if a["type"] == "checkbox"]
    (scale,) = (a for a in inputs if a["type"] == "range")

    assert boxes
    assert all("checked" in a for a in boxes)
    least = min(record.confidence for record in ANALYSIS.records)
    assert least - 0.05 < float(scale["min"] or 1) <= least
    assert scale["min"] == scale["value"]


def test_names_of_the_index_open_their_passages() -> None:
    """Under each of the most quoted stand links to what they said, with the article's name."""
    page = view.report([ANALYSIS, ANALYSIS])
    quoted = page.split("Most quoted")[1].split("</section>")[0]

    assert len(re.findall(r'<a href="#a[12]-\d+">', quoted)) == 2 * len(ANALYSIS.records)
    for link in re.findall(r'href="#(a[12]-\d+)"', quoted):
        assert f'id="{link}"' in page


@pytest.mark.parametrize(
    ("text", "title", "path", "times"),
    [
        ("Dam holds\n\nIt rained.", "Dam holds", "a.txt", 1),
        ("It rained.", "Dam holds", "a.txt", 1),
        ("It rained.", None, "Dam holds", 1),
    ],
    ids=["title in the text", "title given", "no title"],
)
def test_the_title_is_shown_once(text: str, title: str, path: str, times: int) -> None:
    """In the text where it stands there, else above it; so is the file's name without one."""
    page = view.report([Analysis(Document(text=text, id="a", title=title, path=path), ())])
    seen = re.sub(r'<h1 tabindex="-1" class="aside">.*?</h1>|<title>.*?</title>', "", page)

    assert seen.count("Dam holds") == times


def test_records_without_their_text_are_still_listed() -> None:
    """Read back without text, records show as cards, and the page says why there is no article."""
    page = view.report([Analysis(evolve(DOCUMENT, text=""), ANALYSIS.records)])

    assert "was not given with its records" in page
    assert page.count('class="card ') == len(ANALYSIS.records)


def test_fragment_has_no_script_and_no_ids() -> None:
    """A notebook may hold many fragments and runs no script for them."""
    tags = parsed(view.fragment(ANALYSIS)).tags

    assert "script" not in [tag for tag, _ in tags]
    assert not [attributes for _, attributes in tags if "id" in attributes]


@pytest.mark.parametrize(
    ("text", "number"),
    [("One.\nTwo.\n\nThree.", 2), (f"{'Long ' * 30}.\nTwo.\nThree.", 3), ("\n\n", 0)],
    ids=["wrapped by hand", "a line a paragraph", "blank"],
)
def test_paragraphs_follow_the_text(text: str, number: int) -> None:
    """Line ends part paragraphs only where lines are not simply wrapped."""
    page = view.fragment(Analysis(Document(text=text, id="a"), ()))

    assert page.count("<p>") == number


# --- in a browser


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A headless Chromium, where there is one."""
    running = start(tmp_path_factory.mktemp("chromium"))
    yield running
    running.quit()


@pytest.fixture
def opened(browser: Any, tmp_path: Path) -> Iterator[Any]:
    """Opens a report and, at the end, sees that the console stayed empty."""

    def open_report(*analyses: Analysis) -> Any:
        path = tmp_path / "report.html"
        path.write_text(view.report(analyses), encoding="utf-8", errors="strict")
        browser.get(path.as_uri())
        return browser

    yield open_report
    assert browser.get_log("browser") == []


def test_a_click_shows_chain_pattern_confidence_antecedent(opened: Any) -> None:
    """A tapped passage tells all that is known of it, and Escape puts the card away."""
    page = opened(ANALYSIS)
    find(page, ".text .c")[1].click()
    (card,) = find(page, "#card")

    for words in ("The Evening Tide → Ana Ruiz", "content-source-cue-content", "0.98", "pronoun"):
        assert words in card.text
    assert "by pronoun from Ana Ruiz" in card.text
    assert len(find(page, ".on")) == 4
    page.switch_to.active_element.send_keys("\ue00c")
    assert find(page, "#card") == []


def test_the_innermost_passage_answers(opened: Any) -> None:
    """In a nested quotation the inner speaker is shown, and the way to the outer one."""
    page = opened(ANALYSIS)
    find(page, ".text .deep")[-1].click()

    assert find(page, "#card h3 bdi")[0].text == "Ana Ruiz"
    assert "attribution 4" in find(page, "#card")[0].text


def test_filters_narrow_by_speaker_kind_and_confidence(opened: Any) -> None:
    """Each filter leaves its own attributions coloured, and the status line counts them."""
    page = opened(ANALYSIS)

    def status() -> str:
        return str(find(page, ".shown")[0].text)

    assert status() == "8 of 8 attributions shown"
    for kind in ("mixed", "indirect"):
        find(page, f"[name=kind][value={kind}]")[0].click()
    assert status() == "3 of 8 attributions shown"
    find(page, "[name=none]")[0].click()
    assert status() == "0 of 8 attributions shown"
    find(page, "[name=speaker]")[0].click()
    assert status() == "3 of 8 attributions shown"
    page.execute_script(
        "const r = document.querySelector('[name=least]'); r.value = 0.9;"
        "r.dispatchEvent(new Event('input', {bubbles: true}));"
    )
    assert status() == "2 of 8 attributions shown"
    assert len(find(page, ".text .ref")) == 2
    assert len(find(page, ".text .c")) == 4
    find(page, "[name=reset]")[0].click()
    assert status() == "8 of 8 attributions shown"


def test_the_keyboard_is_enough(opened: Any) -> None:
    """Tab reaches each attribution's number, named for a screen reader, and shows its card."""
    page = opened(ANALYSIS)
    seen = []
    for _ in range(40):
        page.switch_to.active_element.send_keys("\ue004")
        active = page.switch_to.active_element
        if "ref" in (active.get_attribute("class") or ""):
            seen.append(active.get_attribute("aria-label"))
            assert find(page, "#card")

    assert seen[:2] == ["Attribution 1: Ana Ruiz, indirect", "Attribution 2: Ana Ruiz, direct"]
    assert len(set(seen)) == 8


def test_hostile_text_runs_nothing(opened: Any) -> None:
    """A browser shows the script as words, its title too."""
    page = opened(hostile())
    find(page, ".text .c")[0].click()

    assert page.title.startswith("</script>")
    assert "<img src=x onerror=alert(1)>" in find(page, ".text")[0].text
    assert page.find_elements("css selector", "img") == []


def test_the_index_turns_the_pages(opened: Any) -> None:
    """One article is seen at a time, and the way back leads to the index."""
    page = opened(ANALYSIS, hostile())
    assert len(find(page, ".page")) == 1
    find(page, "#index a")[0].click()
    assert [one.get_attribute("id") for one in find(page, ".page")] == ["a1"]
    find(page, ".back a")[0].click()

    assert [one.get_attribute("id") for one in find(page, ".page")] == ["index"]


def test_a_name_of_the_index_leads_to_the_passage(opened: Any) -> None:
    """It opens what they said, and a click there shows the passage in its article."""
    page = opened(ANALYSIS, hostile())
    find(page, ".quoted summary")[0].click()
    find(page, ".quoted ul a")[0].click()

    assert [one.get_attribute("id") for one in find(page, ".page")] == ["a1"]
    assert find(page, "#card")


def test_a_phone_needs_no_sideways_scrolling(opened: Any) -> None:
    """At 360 pixels the page is as wide as the screen, also with long words and names."""
    page = opened(hostile())
    metrics = {"width": 360, "height": 700, "deviceScaleFactor": 1, "mobile": True}
    page.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", metrics)
    widths = page.execute_script(
        "return JSON.stringify([document.documentElement.scrollWidth, innerWidth])"
    )
    page.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})

    assert json.loads(widths) == [360, 360]


def test_dark_mode_keeps_text_readable(opened: Any) -> None:
    """In dark mode the ground is dark and words on coloured ground have contrast enough."""
    page = opened(ANALYSIS)
    for scheme in ("light", "dark"):
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
        for passage in find(page, ".text .c"):
            ink = _luminance(passage.value_of_css_property("color"))
            ground = _luminance(passage.value_of_css_property("background-color"))
            lighter, darker = max(ink, ground), min(ink, ground)

            assert (lighter + 0.05) / (darker + 0.05) >= 4.5
            assert (ground < 0.3) == (scheme == "dark")
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})


def _luminance(colour: str) -> float:
    channels = [int(part) / 255 for part in re.findall(r"\d+", colour)[:3]]
    red, green, blue = (
        c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
