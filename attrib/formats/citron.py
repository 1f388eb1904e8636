"""BBC Citron's JSON: `{"text", "quotes": [...], "coreference_groups": []}`, one document a file.

| Citron | attrib |
|---|---|
| `text` | the article |
| `quotes[].contents`, `sources`, `cue` | content, source, cue: `{start, end, text}` |
| `quotes[].coreferences` | the antecedent that gave the speaker's name |
| `quotes[].confidence` | confidence, as a string, which is what Citron writes |
| `quotes[].id` | number in the file |
| `coreference_groups` | source and antecedent of each record that has both |
| nothing | speaker's name, kind and title, chain, circumstances, nesting, pattern |

Citron needs a cue; a record without one is written with the `cue` null and is skipped by Citron's
own evaluation. Several articles are written as JSON Lines, one Citron document a line.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TextIO

from attrib.analysis import Analysis
from attrib.errors import InputError
from attrib.formats import from_spans
from attrib.model import Document, Record, Span


def write(analyses: Iterable[Analysis], out: TextIO) -> None:
    """Write one Citron document a line, as soon as its article is there."""
    for analysis in analyses:
        out.write(json.dumps(document(analysis), ensure_ascii=False))
        out.write("\n")


def document(analysis: Analysis) -> dict[str, Any]:
    """The Citron document of an article.

    >>> text = "“We are ready,” said Ana Ruiz."
    >>> spans = (Span.of(text, 0, 15),), Span.of(text, 16, 20), Span.of(text, 21, 29)
    >>> article = Document(text=text, id="a")
    >>> quotes = document(Analysis(article, (from_spans.record(article, "1", *spans),)))["quotes"]
    >>> quotes[0]["cue"], quotes[0]["confidence"]
    ({'start': 16, 'end': 20, 'text': 'said'}, '1.0')
    """
    groups = []
    for record in analysis.records:
        antecedents = _antecedents(record)
        if record.source and antecedents:
            groups.append([record.source.to_dict(), *antecedents])
    return {
        "text": analysis.document.text,
        "quotes": [_quote(record, number) for number, record in enumerate(analysis.records)],
        "coreference_groups": groups,
    }


def read(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a Citron file, whether one document or one document a line."""
    data = path.read_text(encoding="utf-8")
    try:
        documents = [json.loads(data)]
    except ValueError:
        documents = list(_lines(path, data))
    for number, found in enumerate(documents, 1):
        name = path.stem if len(documents) == 1 else f"{path.stem}-{number}"
        try:
            for quote in found["quotes"]:
                yield _record(quote, Document(text=found["text"], id=name)).to_dict()
        except (KeyError, TypeError, ValueError) as error:
            raise InputError(f"{path}: not Citron's JSON: {error!r}") from error


def _lines(path: Path, data: str) -> Iterator[Any]:
    for number, line in enumerate(data.split("\n"), 1):
        if line.strip():
            try:
                yield json.loads(line)
            except ValueError as error:
                raise InputError(f"{path}:{number}: not JSON: {error}") from error


def _quote(record: Record, number: int) -> dict[str, Any]:
    return {
        "id": number,
        "cue": record.cue.span.to_dict() if record.cue else None,
        "sources": [record.source.to_dict()] if record.source else [],
        "contents": [span.to_dict() for span in record.content],
        "coreferences": _antecedents(record),
        "confidence": str(record.confidence),
    }


def _antecedents(record: Record) -> list[dict[str, Any]]:
    antecedent = record.speaker.antecedent if record.speaker else None
    return [antecedent.to_dict()] if antecedent else []


def _record(quote: Mapping[str, Any], document: Document) -> Record:
    sources = [Span.from_dict(span) for span in quote.get("sources", ())]
    return from_spans.record(
        document,
        str(quote["id"]),
        [Span.from_dict(span) for span in quote["contents"]],
        Span.from_dict(quote["cue"]) if quote.get("cue") else None,
        sources[0] if sources else None,
        confidence=float(quote.get("confidence", 1)),
        pattern="citron",
    )
