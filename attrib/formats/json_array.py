"""JSON: one array with an object for each article. Nothing is lost, notes included.

| JSON | attrib |
|---|---|
| `document` | `Document.to_dict()` |
| `text` | the article, where the option `text` asks for it |
| `records` | `Record.to_dict()` of each |
| `notes` | `Note.to_dict()` of each |
| `quotations` | `Entry.to_dict()` of each: the ledger |
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, TextIO

from attrib.analysis import Analysis
from attrib.errors import InputError


def write(analyses: Iterable[Analysis], out: TextIO, *, text: bool = False) -> None:
    """Write the array article by article; `text` puts each article's text into its object."""
    out.write("[")
    before = "\n"
    for analysis in analyses:
        out.write(before)
        out.write(json.dumps(analysis.to_dict(text=text), ensure_ascii=False))
        before = ",\n"
    out.write("\n]\n")


def read(path: Path) -> Iterator[dict[str, Any]]:
    """The records of every article in the array, in order."""
    try:
        articles = json.loads(path.read_text(encoding="utf-8"))
        records = [record for article in articles for record in article["records"]]
    except (ValueError, TypeError, KeyError) as error:
        raise InputError(f"{path}: not what `--format json` writes: {error!r}") from error
    yield from records
