"""The small gold folder of the fixtures, with which `attrib evaluate` can be tried."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from attrib.cli import main

FIXTURES = Path(__file__).parents[2] / "fixtures"
GOLD = FIXTURES / "gold"
NAMES = sorted(path.stem for path in GOLD.glob("*.ann"))


@pytest.mark.parametrize("name", NAMES)
def test_it_marks_what_the_expectations_do(name: str) -> None:
    """Its articles are those of `fixtures/articles`, and its marks those written by hand there."""
    text = (GOLD / f"{name}.txt").read_bytes()
    assert text == (FIXTURES / "articles" / f"{name}.txt").read_bytes()

    expected = json.loads((FIXTURES / "articles" / f"{name}.expected.json").read_bytes())
    wanted = [
        ";".join(f"{span['start']} {span['end']}" for span in record["content"])
        for record in expected["records"]
    ]
    marks = (GOLD / f"{name}.ann").read_text("utf-8")
    assert re.findall(r"^T\d+\tContent ([\d ;]+)\t", marks, re.MULTILINE) == wanted


def test_evaluate_can_be_tried_with_it(capsys: pytest.CaptureFixture[str]) -> None:
    """The command of the README measures what attrib finds there, most of it right."""
    assert main(["evaluate", str(GOLD), "--run", "--json"]) == 0

    figures = json.loads(capsys.readouterr().out)
    assert figures["articles"] == len(NAMES) > 3
    assert figures["attribution"]["f"] > 75
