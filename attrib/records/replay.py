"""Replay a file of records against the texts they were made from.

The file is indexed once, by document; the records of a document are read when its text comes,
so memory holds one article and its records, however many there are.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO, Any

from attrs import field, frozen

from attrib import schema
from attrib.article import metadata
from attrib.attributor import Attributor
from attrib.model import Record, Span
from attrib.reading.corpus import Article, Problem
from attrib.records.verify import verify, verify_tree

_NOT_REPLAYED = frozenset(("id", "document", "nested_in", "confidence"))
"""Fields that depend on which records were wanted, or are checked by themselves."""
Key = tuple[str | None, str]
"""Path and id of a document."""
_Place = tuple[str, Span | None, Span | None, tuple[Span, ...]]


@frozen
class Verdict:
    """A line of the records' file and what is wrong with it; nothing where it holds."""

    line: int
    id: str | None
    problems: tuple[str, ...]

    def to_dict(self) -> dict[str, Any]:
        return {"line": self.line, "id": self.id, "problems": list(self.problems)}


@frozen
class _Line:
    number: int
    offset: int


@frozen
class Index:
    """Where the records of each document stand in the file."""

    file: IO[bytes]
    lines: dict[Key, list[_Line]] = field(factory=lambda: defaultdict(list))
    broken: list[Verdict] = field(factory=list)
    """Lines that are no records."""

    @classmethod
    def of(cls, file: IO[bytes]) -> Index:
        """Read through the file once."""
        index, offset = cls(file), 0
        for number, line in enumerate(file, 1):
            if line.strip():
                try:
                    document = json.loads(line)["document"]
                    index.lines[document.get("path"), document["id"]].append(_Line(number, offset))
                except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
                    index.broken.append(Verdict(number, None, ("not a record of attrib",)))
            offset += len(line)
        return index

    def claim(self, article: Article) -> list[_Line]:
        """Take the lines about the article out of the index.

        They are known by id and path, else by id, else by the name of the file: a text that was
        changed since has another id.
        """
        name = article.id or metadata.read(article.text).id
        keys: list[Key] = [(article.path, name)]
        if keys[0] not in self.lines:
            keys = [key for key in self.lines if key[1] == name]
        if not keys and article.path and article.place == article.path:
            file_name = Path(article.path).name
            keys = [key for key in self.lines if key[0] and Path(key[0]).name == file_name]
        return [line for key in keys for line in self.lines.pop(key)]

    def data(self, line: _Line) -> Any:
        """The JSON of a line."""
        self.file.seek(line.offset)
        return json.loads(self.file.readline())


def verdicts(
    index: Index,
    items: Iterable[Article | Problem],
    *,
    offsets_only: bool = False,
    min_confidence: float | None = None,
) -> Iterator[Verdict | Problem]:
    """What comes of every record: those of each article in turn, then those without an article.

    `min_confidence` is that of the run which made the records: others change who is meant by `he`.
    """
    yield from index.broken
    for item in items:
        if isinstance(item, Problem):
            yield item
        else:
            yield from _verdicts_on(item, index, offsets_only, min_confidence)
    for lines in index.lines.values():
        for line in lines:
            data = index.data(line)
            named = data["document"].get("path") or data["document"]["id"]
            reason = f"its text, {named}, is not among the files given"
            yield Verdict(line.number, _id(data), (reason,))


def _id(data: Mapping[str, Any]) -> str | None:
    """The record's id, if it has one: what is checked may be any JSON object."""
    name = data.get("id")
    return name if isinstance(name, str) else None


def _verdicts_on(
    article: Article, index: Index, offsets_only: bool, min_confidence: float | None
) -> Iterator[Verdict]:
    found: list[tuple[_Line, Record]] = []
    problems: dict[int, list[str]] = defaultdict(list)
    ids: dict[int, str | None] = {}
    lines = index.claim(article)
    for line in lines:
        data = index.data(line)
        ids[line.number] = _id(data)
        wrong = list(schema.problems(data))
        try:
            if not wrong:
                found.append((line, Record.from_dict(data, article.text)))
        except ValueError as error:
            wrong = [str(error)]
        problems[line.number] += wrong
    records = [record for _, record in found]
    misplaced = defaultdict(list)
    for record_id, reason in verify_tree(records):
        misplaced[record_id].append(reason)
    again = {} if offsets_only else _replayed(records, article.text, min_confidence)
    for line, record in found:
        problems[line.number] += [*verify(record, article.text), *misplaced[record.id]]
        if not offsets_only:
            problems[line.number] += _differences(record, again)
    for line in lines:
        yield Verdict(line.number, ids[line.number], tuple(problems[line.number]))


def _replayed(
    records: Sequence[Record], text: str, min_confidence: float | None
) -> dict[_Place, Record]:
    """What attrib makes of the text now, told the same about it."""
    again: dict[_Place, Record] = {}
    if not records:
        return again
    document = records[0].document
    # As by default; and, where that leaves some out, as with the --min-confidence they may have.
    likely = (None, min(record.confidence for record in records))
    for least in likely if min_confidence is None else (min_confidence,):
        if all(_place(record) in again for record in records):
            break
        analysis = Attributor(min_confidence=least).attribute(
            text,
            id=document.id,
            path=document.path,
            url=document.url,
            title=document.title,
            publisher=document.publisher,
            published=document.published,
            author=document.author,
            subtitle=document.subtitle,
            modified=document.modified,
            credits=document.credits,
            captions=document.captions,
        )
        again = {**{_place(record): record for record in analysis.records}, **again}
    return again


def _place(record: Record) -> _Place:
    """Same place and same roles, found by the same pattern."""
    cue = record.cue.span if record.cue else None
    return record.pattern, record.source, cue, record.content


def _differences(record: Record, again: Mapping[_Place, Record]) -> Iterator[str]:
    now = again.get(_place(record))
    if now is None:
        yield f"pattern {record.pattern}: does not find this source, cue and content in the text"
        return
    was, is_now = (
        f"{it.name} by {it.resolved_by}" if it else "nobody" for it in (record.speaker, now.speaker)
    )
    if was != is_now:
        yield f"speaker: the record has {was}, the replay gives {is_now}"
    for name, before, after in _parted(record.to_dict(), now.to_dict()):
        if was == is_now or not name.startswith(("speaker", "chain")):
            told = (json.dumps(value, ensure_ascii=False) for value in (before, after))
            yield "{}: the record has {}, the replay gives {}".format(name, *told)


def _parted(
    was: Mapping[str, Any], now: Mapping[str, Any], within: str = ""
) -> Iterator[tuple[str, Any, Any]]:
    """Each field that differs, `speaker.title`, and what it is in both."""
    for name, before in was.items():
        after = now[name]
        if before == after or f"{within}{name}" in _NOT_REPLAYED:
            continue
        both = isinstance(before, dict) and isinstance(after, dict)
        if both and before.keys() != {"start", "end", "text"}:
            yield from _parted(before, after, f"{within}{name}.")
        else:
            yield f"{within}{name}", before, after
