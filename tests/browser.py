"""A headless Chromium for the tests of pages, where there is one."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest


def start(profile: Path) -> Any:
    """The browser, with a profile of its own; the test that asks is skipped where there is none."""
    webdriver = pytest.importorskip("selenium.webdriver")
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not (chromium and driver):
        pytest.skip("no chromium with its driver")
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for flag in (
        *("headless", "no-sandbox", "disable-gpu", "disable-background-networking"),
        *("disable-component-update", "disable-sync", "no-first-run", "window-size=1280,900"),
        f"user-data-dir={profile}",
    ):
        options.add_argument(f"--{flag}")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    return webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))


def find(page: Any, selector: str) -> list[Any]:
    """What a reader of the page sees of a selector."""
    return [one for one in page.find_elements("css selector", selector) if one.is_displayed()]
