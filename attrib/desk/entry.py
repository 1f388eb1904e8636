"""An article as the database holds it: an analysis goes in, rows come out, and the way back.

Made where the article is read, in a worker process where there are several, so that the one
process that writes has little to do.

A record's spans are kept as offsets where the article's text is kept too, since the text at an
offset is the text of the span. Lone surrogates, which no database takes, become U+FFFD; offsets
stay what they are.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from attrs import frozen

from attrib import __version__
from attrib.analysis import Analysis
from attrib.desk import facts as facts_of
from attrib.lazily import re
from attrib.model import Document, Note, Record
from attrib.reading.corpus import Article
from attrib.schema import schema

if TYPE_CHECKING:
    from attrib.batch.extraction import Extraction

PIECES = " … "
_FACTS = (
    *("path", "url", "title", "subtitle", "publisher", "published", "author", "dateline"),
    *("story_code", "length"),
)
ARTICLE_COLUMNS = (
    "key",
    "document",
    *_FACTS,
    "credits",
    "text",
    "notes",
    "quotations",
    "hash",
    "made_by",
    "more",
    "facts",
)
RECORD_COLUMNS = (
    *("record", "kind", "content", "content_start", "content_end"),
    *("cue", "cue_class", "polarity", "source", "title", "affiliation", "addressee"),
    *("medium", "date", "place", "venue", "nested_in", "confidence", "pattern", "json"),
)
"""Its facts, which name the speaker by number, and the numbers themselves come when it is added."""
_SURROGATE = re.compile("[\ud800-\udfff]")
Value = str | int | float | None


@frozen
class Row:
    """A record: its columns, who speaks by name and kind, and the chain."""

    values: tuple[Value, ...]
    name: tuple[str, str] | None
    links: tuple[tuple[str, str], ...]
    facts: str
    """By which it is found, but for the speaker (`attrib.desk.facts`)."""


@frozen(kw_only=True)
class Entry:
    """An article's row and those of its records; columns as `ARTICLE_COLUMNS` and so on say."""

    key: str
    hash: str
    made_by: str
    values: tuple[Value, ...]
    rows: tuple[Row, ...]


@frozen(kw_only=True)
class Entries:
    """The work of `attrib index`: articles in, entries out; it travels to worker processes."""

    extraction: Extraction

    def __call__(self, article: Article) -> tuple[Entry, tuple[Note, ...]]:
        """What the database is to hold of an article, and what to know of it."""
        analysis = self.extraction.analyse(article)
        made = made_by(article, self.settings)
        return of_analysis(analysis, key=key_of(article), made_by=made), analysis.notes

    @property
    def settings(self) -> str:
        """What decides, beside the article, which records there are."""
        asked = self.extraction
        return repr(
            (__version__, asked.attributor, sorted(asked.given.items()), sorted(asked.only))
        )


def key_of(article: Article) -> str:
    """By what an article is known again: its URL, its id, its path, or its words.

    A bare number tells it only from the others of its file, and the address of a whole site tells
    nothing.

    >>> key_of(Article(text="It rained.", place="a.jsonl:1", path="a.jsonl", id="nw-17"))
    'nw-17'
    >>> key_of(Article(text="It rained.", place="a.jsonl:1", path="/news/a.jsonl", id="17"))
    '/news/a.jsonl#17'
    """
    return _key(article.url, article.id, article.path, article.text)


def _key(url: str | None, name: str | None, path: str | None, text: str) -> str:
    if url and urlsplit(url).path.strip("/"):
        return url
    if name and not name.isdecimal():
        return name
    if name or path:
        return f"{path or ''}#{name}" if name else str(path)
    return hash_of(text)


def hash_of(text: str) -> str:
    """SHA-256 of the text, in hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def made_by(article: Article, settings: str) -> str:
    """A digest of all that decides the entry beside the text."""
    told = repr((settings, article.metadata()))
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def of_analysis(analysis: Analysis, *, key: str, made_by: str) -> Entry:
    """The entry of an analysis, whose document may lack its text."""
    document = analysis.document
    facts = document.to_dict()
    dated = facts_of.of_article(_known(document.publisher), document.published)
    rows = tuple(_row(record, document.text, dated) for record in analysis.records)
    carried = {facts_of.of_outlet(name) for row in rows for name in _carried(row.links)}
    said = document.text or "".join(str(row.values) for row in rows)
    digest = hash_of(said)
    known = {"id", "credits", *_FACTS}
    more = {name: value for name, value in facts.items() if name not in known}
    values = (
        key,
        document.id,
        *(facts[name] for name in _FACTS),
        _json(facts["credits"]),
        document.text or None,
        _json([note.to_dict() for note in analysis.notes]),
        _json([_stripped(entry.to_dict(), document.text) for entry in analysis.quotations]),
        digest,
        made_by,
        _json(more) if more else None,
        " ".join((dated, *sorted(carried))),
    )
    return Entry(
        key=key, hash=digest, made_by=made_by, values=tuple(map(_storable, values)), rows=rows
    )


def of_records(records: Iterable[Record], text: str) -> Entry:
    """The entry of an article of which there are records, made elsewhere, and perhaps its text."""
    found = tuple(records)
    document = found[0].document
    key = _key(document.url, document.id, document.path, text)
    told = repr([record.to_dict() for record in found])
    made_by = hash_of(told)[:16]
    if text:
        document = Document.from_dict(document.to_dict(), text)
    return of_analysis(Analysis(document, found), key=key, made_by=made_by)


def document_of(article: Mapping[str, Any]) -> dict[str, Any]:
    """The `document` of the JSON record, from a row of the table `articles`."""
    facts = {"id": article["document"], **{name: article[name] for name in _FACTS}}
    facts["credits"] = json.loads(article["credits"])
    facts.update(json.loads(article["more"] or "{}"))
    contract = _contract()["$defs"]
    found: dict[str, Any] = _complete(facts, contract["document"], contract)
    return found


def record_of(kept: str, document: Mapping[str, Any], text: str | None) -> dict[str, Any]:
    """The JSON record, from the column `json` and the article it stands in."""
    record: dict[str, Any] = json.loads(kept)
    if text:
        for span in _spans(record):
            span.setdefault("text", text[span["start"] : span["end"]])
    contract = _contract()
    found: dict[str, Any] = _complete({**record, "document": None}, contract, contract["$defs"])
    return {**found, "document": dict(document)}


def quotations_of(kept: str, text: str | None) -> list[dict[str, Any]]:
    """The ledger, from the column `quotations` and the article it stands in."""
    entries: list[dict[str, Any]] = json.loads(kept)
    for entry in entries:
        span = entry["span"]
        if text:
            span.setdefault("text", text[span["start"] : span["end"]])
    return entries


@cache
def _contract() -> dict[str, Any]:
    return schema()


def _complete(value: Any, node: Mapping[str, Any], defs: Mapping[str, Any]) -> Any:
    """The value in the order of the schema, null where nothing was kept."""
    if value is None:
        return None
    if "anyOf" in node:
        node = node["anyOf"][0]
    if "$ref" in node:
        node = defs[node["$ref"].rpartition("/")[2]]
    if isinstance(value, list):
        return [_complete(item, node["items"], defs) for item in value]
    if "properties" in node:
        fields = node["properties"].items()
        return {name: _complete(value.get(name), field, defs) for name, field in fields}
    return value


def _row(record: Record, text: str, dated: str) -> Row:
    data = record.to_dict()
    cue, speaker, time = record.cue, record.speaker, record.circumstances.time
    circumstances = record.circumstances
    del data["document"]
    if text:
        for span in _spans(data):
            _strip(span, text)
    values = (
        record.id,
        record.kind,
        PIECES.join(span.text for span in record.content),
        record.content[0].start,
        record.content[-1].end,
        cue.span.text if cue else None,
        cue.cue_class if cue else None,
        cue.polarity if cue else None,
        record.source.text if record.source else None,
        speaker.title if speaker else None,
        speaker.affiliation if speaker else None,
        circumstances.addressee.name if circumstances.addressee else None,
        circumstances.medium,
        time.date if time else None,
        circumstances.place.text if circumstances.place else None,
        circumstances.venue,
        record.nested_in,
        record.confidence,
        record.pattern,
        _json(_present(data)),
    )
    links = tuple((link.role, _whole(link.name)) for link in record.chain)
    return Row(
        values=tuple(map(_storable, values)),
        name=(_whole(speaker.name), speaker.kind) if speaker else None,
        links=links,
        facts=facts_of.of_record(
            dated, record.kind, cue.cue_class if cue else None, _carried(links)
        ),
    )


def _carried(links: Iterable[tuple[str, str]]) -> list[str]:
    """The outlets that carried it."""
    return list(dict.fromkeys(name for role, name in links if role == "outlet"))


def _known(name: str | None) -> str | None:
    return _whole(name) if name else None


def _spans(record: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """The spans of a JSON record: its own, those of its content and those of its parts."""
    yield from record["content"]
    for part in (*record.values(), *record["chain"]):
        if isinstance(part, dict):
            if "start" in part:
                yield part
            for value in part.values():
                if isinstance(value, dict) and "start" in value:
                    yield value


def _strip(span: dict[str, Any], text: str) -> None:
    if span["text"] == text[span["start"] : span["end"]]:
        del span["text"]


def _stripped(entry: dict[str, Any], text: str) -> dict[str, Any]:
    """An entry of the ledger without the words of its span, where the text has them."""
    if text:
        _strip(entry["span"], text)
    return entry


def _present(value: Any) -> Any:
    """The value without the fields that say null."""
    if isinstance(value, dict):
        return {
            name: _present(part) if isinstance(part, (dict, list)) else part
            for name, part in value.items()
            if part is not None
        }
    return [_present(part) for part in value] if isinstance(value, list) else value


def _json(value: object) -> str:
    return _written(value)


_written = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def _storable(value: Value) -> Value:
    return _whole(value) if isinstance(value, str) else value


def _whole(words: str) -> str:
    """The words without lone surrogates, as long as before."""
    return words if words.isascii() else _SURROGATE.sub("\ufffd", words)
