"""JSON Lines: one record a line, the JSON contract of `Record.to_dict`. Nothing is lost.

| JSON Lines | attrib |
|---|---|
| a line | a record, with its document's facts in `document` |
| nothing | an article without records, notes, the article's text |
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TextIO

from attrib.analysis import Analysis
from attrib.errors import InputError


def write(analyses: Iterable[Analysis], out: TextIO) -> None:
    """Write each record as one line, as soon as its article is there."""
    for analysis in analyses:
        for record in analysis.records:
            # Not `json.dump`, which encodes in Python, at a third of the speed.
            out.write(f"{json.dumps(record.to_dict(), ensure_ascii=False)}\n")


def read(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a file, one by one; blank lines are skipped."""
    with path.open("rb") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                record = json.loads(line.decode("utf-8"))
            except (ValueError, RecursionError) as error:
                raise InputError(f"{path}:{number}: not JSON: {error}") from error
            if not isinstance(record, dict) or "content" not in record:
                raise InputError(f"{path}:{number}: not a record; one JSON object a line is wanted")
            yield record
