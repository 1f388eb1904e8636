"""How right attrib is on news that it was not made with: a floor for each yardstick.

The articles and the referees that count stand outside the project, beside it, and these tests are
skipped where they are not. A floor is raised when it is passed, and never lowered to pass.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SHARED = Path(os.environ.get("ATTRIB_SHARED", ROOT.parent / "shared"))
ATTRIB = (sys.executable, "-m", "attrib")

pytestmark = pytest.mark.skipif(
    not (SHARED / "tools").is_dir(), reason="the yardsticks are not beside the project"
)


def output_of(*command: str | Path) -> str:
    """What a referee prints."""
    return subprocess.run(
        [sys.executable, *map(str, command)],
        cwd=SHARED / "tools",
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def hold(line: str, floors: Mapping[str, float]) -> None:
    """Every figure named in the line is at its floor or above."""
    for name, floor in floors.items():
        found = re.search(rf"(?:^|\s){re.escape(name)}\s+(\d+(?:\.\d+)?)", line)
        assert found, f"no figure {name!r} in {line!r}"
        assert float(found[1]) >= floor, f"{name} is {found[1]}, the floor {floor}: {line}"


def test_real_news() -> None:
    """Statements of real articles are found, named and traced to their outlets."""
    line = output_of("score_news.py", "../news/articles", *ATTRIB).strip()
    hold(
        line,
        {
            "recall": 90.3,
            "precision": 95.6,
            "name": 93.4,
            "speaker kind": 95.1,
            "chain": 93.0,
            "whole": 81.3,
        },
    )


@pytest.mark.parametrize(("options", "floor"), [((), 88), (("--publisher-given",), 90)])
def test_agencies_and_relays(options: tuple[str, ...], floor: int) -> None:
    """Articles in which one outlet retells another."""
    line = output_of("score_articles.py", "../articles", *ATTRIB, *options).splitlines()[-1]
    assert int(line.split()[0]) >= floor, line


def test_small_texts() -> None:
    """Texts after faults that users of such tools report."""
    line = output_of("score_cases.py", "../cases/cases.jsonl", *ATTRIB).splitlines()[-1]
    assert int(line.split()[0]) >= 77, line


def test_layouts() -> None:
    """The same article gives the same records, however its lines are set."""
    line = output_of("score_layouts.py", "../articles", sys.executable).splitlines()[-1]
    hold(line, {"mean": 99.5, "worst": 94.2})


def test_pages() -> None:
    """Saved web pages give their articles, whole, and what is known of them."""
    pytest.importorskip("trafilatura")
    line = output_of("score_pages.py", "../news/pages", *ATTRIB).splitlines()[-1]
    everyone = dict.fromkeys(("title", "publisher", "published", "author", "url"), 33)
    hold(line, {**everyone, "recall": 98.0})
    leak = re.search(r"leak (\S+)", line)
    assert leak is not None
    assert float(leak[1]) <= 2.5, line


def test_polnear(tmp_path: Path) -> None:
    """Annotated articles of one corpus: what attrib was made with must not sink."""
    made = tmp_path / "records.jsonl"
    texts = sorted((SHARED / "polnear" / "dev" / "text").glob("*.txt"))
    with made.open("wb") as stream:
        subprocess.run([*ATTRIB, "extract", *map(str, texts)], stdout=stream, check=True, cwd=ROOT)
    lines = output_of("score.py", made).splitlines()
    by_name = {line.split()[0]: line for line in lines if line}
    hold(by_name["attribution"], {"F": 73.7})
    hold(by_name["direct"], {"R": 92.1, "P": 92.0})
    hold(by_name["speakers"], {"name, end to end": 88.0, "reporting outlet, end to end": 66.6})
