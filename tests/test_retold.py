"""Agencies, portals, tabloids and local papers that retell others: how much comes out wholly right.

The articles of `fixtures/relays` were written before attrib had read any of them. Those in `tuned`
were looked at while the rules were made, those in `aside` only when they were done: what the README
says of such articles is said of these.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import regex
from marked import likeness

from attrib import attribute
from attrib.model import Record, Span

RELAYS = Path(__file__).parent.parent / "fixtures" / "relays"


def _right(path: Path, *, given: bool) -> tuple[int, int]:
    """How many of an article's records come out wholly right, and how many there are."""
    expected = json.loads(path.read_text(encoding="utf-8"))
    with path.with_name(expected["article"]).open(encoding="utf-8", newline="") as file:
        text = file.read()
    document = expected["document"]
    options = {key: document[key] for key in ("publisher", "published")} if given else {}
    records = attribute(text, **options).records
    items = expected["records"]
    return sum(any(_answers(item, record) for record in records) for item in items), len(items)


def _answers(item: dict[str, Any], record: Record) -> bool:
    """Whether a record has the content, kind, speaker, chain and day that an item asks for."""
    wanted = [Span.from_dict(span) for span in item["content"]]
    speaker = record.speaker
    if likeness(wanted, record.content) < 0.7 or record.kind != item["kind"] or speaker is None:
        return False
    day = item.get("time", {}).get("date")
    time = record.circumstances.time
    names = [link["name"] for link in item["chain"]]
    return (
        _alike(item["speaker"]["name"], speaker.name)
        and speaker.kind == item["speaker"]["kind"]
        and len(names) == len(record.chain)
        and all(_alike(one, link.name) for one, link in zip(names, record.chain, strict=True))
        and (day is None or (time is not None and time.date == day))
    )


def _alike(wanted: str, got: str) -> bool:
    ours, theirs = (set(regex.findall(r"\w+", name.casefold())) - _SMALL for name in (wanted, got))
    return bool(ours) and 2 * len(ours & theirs) >= max(len(ours), len(theirs))


_SMALL = {"the", "a", "an", "s", "of"}


def _share(folder: str, *, given: bool) -> float:
    found = [_right(path, given=given) for path in sorted((RELAYS / folder).glob("*.json"))]
    return sum(right for right, _ in found) / sum(asked for _, asked in found)


@pytest.mark.parametrize(
    ("folder", "given", "floor"),
    [
        pytest.param("tuned", False, 0.90, id="tuned"),
        pytest.param("aside", False, 0.85, id="aside"),
        pytest.param("aside", True, 0.85, id="aside-publisher-given"),
    ],
)
def test_records_are_wholly_right(folder: str, given: bool, floor: float) -> None:
    """Content, kind, speaker, every link of the chain and the day, as the article has them."""
    assert _share(folder, given=given) >= floor


@pytest.mark.parametrize("path", sorted(RELAYS.glob("*/*.json")), ids=lambda path: path.stem)
def test_links_prove_themselves(path: Path) -> None:
    """Every link but the speaker says by what words it is known, and they stand in the text."""
    text = path.with_name(path.name.replace(".expected.json", ".txt")).read_text(encoding="utf-8")

    for record in attribute(text).records:
        for link in record.chain:
            assert link.by is not None or link.role == "speaker", link
            if link.span is not None:
                assert text[link.span.start : link.span.end] == link.span.text
