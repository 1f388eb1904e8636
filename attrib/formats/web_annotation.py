"""W3C Web Annotation (JSON-LD): one Annotation a record, in an AnnotationCollection.

| Web Annotation | attrib |
|---|---|
| `target`: a SpecificResource for each piece, with both text selectors | content |
| `target.source` | the article's URL, else `urn:attrib:article:ID` |
| body TextualBody, purpose `identifying` | the speaker's name |
| body SpecificResource, purpose `identifying` | the source's words |
| body SpecificResource, purpose `highlighting` | the cue's words |
| body TextualBody, purpose `describing`, format `application/json` | the whole JSON record |
| `motivation` `identifying` | the annotation says whose words the target is |

Positions count code points, start included and end not, as the standard does. The JSON body keeps
what the standard has no word for, so nothing is lost; annotations of others, which lack it, are
read by their selectors.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, TextIO

from attrib.analysis import Analysis
from attrib.errors import InputError
from attrib.formats import from_spans
from attrib.formats.selectors import article_iri, record_iri, selectors
from attrib.model import Document, Record, Span

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_JSON = "application/json"


def write(analyses: Iterable[Analysis], out: TextIO) -> None:
    """Write the collection annotation by annotation; its total stands at the end."""
    head = {"@context": CONTEXT, "id": "urn:attrib:annotations", "type": "AnnotationCollection"}
    out.write(json.dumps(head)[:-1])
    out.write(', "first": {"id": "urn:attrib:annotations:1", "type": "AnnotationPage", "items": [')
    total = 0
    for analysis in analyses:
        for record in analysis.records:
            out.write(",\n" if total else "\n")
            out.write(json.dumps(annotation(record, analysis.document.text), ensure_ascii=False))
            total += 1
    out.write(f'\n]}}, "total": {total}}}\n')


def annotation(record: Record, text: str) -> dict[str, Any]:
    """The Annotation of a record.

    >>> text = "“We are ready,” said Ana Ruiz."
    >>> spans = (Span.of(text, 0, 15),), None, Span.of(text, 21, 29)
    >>> found = annotation(from_spans.record(Document(text=text, id="a"), "1", *spans), text)
    >>> found["target"][0]["selector"][1]
    {'type': 'TextPositionSelector', 'start': 0, 'end': 15}
    """
    article = article_iri(record.document)
    body: list[dict[str, Any]] = []
    if record.speaker:
        body.append(_text_body("identifying", record.speaker.name, "text/plain"))
    for purpose, span in (
        ("identifying", record.source),
        ("highlighting", record.cue and record.cue.span),
    ):
        if span:
            body.append({**_resource(article, span, text), "purpose": purpose})
    whole = json.dumps(record.to_dict(), ensure_ascii=False)
    body.append(_text_body("describing", whole, _JSON))
    return {
        "id": record_iri(record),
        "type": "Annotation",
        "motivation": "identifying",
        "generator": {"id": "urn:attrib", "type": "Software", "name": "attrib"},
        "body": body,
        "target": [_resource(article, span, text) for span in record.content],
    }


def read(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a collection, a page, a list of annotations or a single one."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
        for number, item in enumerate(_items(found), 1):
            yield _record(item, number)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise InputError(f"{path}: not Web Annotations that attrib can read: {error!r}") from error


def _text_body(purpose: str, value: str, media_type: str) -> dict[str, Any]:
    return {"type": "TextualBody", "purpose": purpose, "value": value, "format": media_type}


def _resource(article: str, span: Span, text: str) -> dict[str, Any]:
    return {
        "type": "SpecificResource",
        "source": article,
        "selector": selectors(span, text),
    }


def _items(found: Any) -> list[Any]:
    if isinstance(found, list):
        return found
    page = found.get("first", found)
    items: list[Any] = page.get("items", [found])
    return items


def _record(item: Mapping[str, Any], number: int) -> dict[str, Any]:
    bodies = _list(item.get("body"))
    for body in bodies:
        if isinstance(body, Mapping) and body.get("format") == _JSON:
            whole: dict[str, Any] = json.loads(body["value"])
            return whole
    targets = _list(item["target"])
    found = {
        body.get("purpose"): _selected(body)
        for body in bodies
        if isinstance(body, Mapping) and "selector" in body
    }
    article = targets[0]["source"]
    return from_spans.record(
        Document(text="", id=article, url=article),
        item.get("id", str(number)),
        [_selected(target) for target in targets],
        found.get("highlighting"),
        found.get("identifying"),
    ).to_dict()


def _selected(resource: Mapping[str, Any]) -> Span:
    fields: dict[str, Any] = {}
    for selector in _list(resource["selector"]):
        fields.update(selector)
    return Span(fields["start"], fields["end"], fields["exact"])


def _list(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]
