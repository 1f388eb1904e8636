"""The same statement across a corpus: who carried it first, who copied it, what changed."""

from __future__ import annotations

import textwrap
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal

from attrs import frozen

from attrib.across.identity import same_name
from attrib.across.statements import ELLIPSIS, LEAST, Unit, groups_of
from attrib.display.columns import columns
from attrib.errors import UsageError
from attrib.knowledge.datestamps import SHORT_DAY, iso_date
from attrib.knowledge.wording import changes, matches, words_of
from attrib.lazily import regex
from attrib.model import Document, Record

Relation = Literal["exact", "near", "partial"]

_HEAD = 600
"""Characters of an article in which its dateline stands."""
_DATELINE = regex.compile(rf"(?i)[\p{{L}}.],?\s+(?P<day>{SHORT_DAY})\s*(?:\(|[-–—/])")


@frozen(kw_only=True)
class Appearance:
    """One article's version of a statement."""

    record: Record
    words: str
    """The stretch that is the statement: the content, or the part of it in quotation marks."""
    relation: Relation
    """To the statement's wording: its very words, other words in places, or a part of it."""
    difference: str = ""
    """The words with `[-the statement's-]` and `{+this article's+}` where they part."""
    published: str | None = None
    """The article's date; its dateline's where it has no other, `--03-14` without a year."""

    @property
    def outlet(self) -> str | None:
        return self.record.document.publisher

    @property
    def article(self) -> str:
        """What to call the article: its path, or its id."""
        return self.record.document.path or self.record.document.id

    @property
    def speaker(self) -> str | None:
        return self.record.speaker.name if self.record.speaker else None

    def to_dict(self) -> dict[str, Any]:
        document = self.record.document
        return {
            "document": document.id,
            "path": document.path,
            "url": document.url,
            "record": self.record.id,
            "outlet": self.outlet,
            "published": self.published,
            "speaker": self.speaker,
            "start": self.record.content[0].start,
            "words": self.words,
            "relation": self.relation,
            "difference": self.difference,
        }


@frozen(kw_only=True)
class Copy:
    """An article that says where it has the statement from."""

    document: str
    """Id of the article that credits."""
    path: str | None = None
    """Where that article stands."""
    outlet: str | None
    """Its publisher."""
    credited: str
    """The outlet it credits, in its own words' full name."""
    original: str | None
    """Id of that outlet's article with the statement, None where the corpus has none."""
    by: Literal["chain", "credit"]
    """Credited for this statement, or for material of the article."""

    def to_dict(self) -> dict[str, Any]:
        return {
            "document": self.document,
            "path": self.path,
            "outlet": self.outlet,
            "credited": self.credited,
            "original": self.original,
            "by": self.by,
        }


@frozen(kw_only=True)
class Statement:
    """What several articles carry in the same words, or nearly."""

    wording: str
    """The longest version; the commonest of the longest."""
    speakers: tuple[str, ...]
    """Each one once, by the fullest name; more than one where the articles disagree."""
    appearances: tuple[Appearance, ...]
    """By date; undated ones last."""
    first: tuple[str, ...]
    """Ids of the articles that can have carried it first: the earliest date, those out that
    credit another one. Empty where no article has a date."""
    copies: tuple[Copy, ...]

    def to_dict(self) -> dict[str, Any]:
        return {
            "wording": self.wording,
            "speakers": list(self.speakers),
            "first": list(self.first),
            "appearances": [appearance.to_dict() for appearance in self.appearances],
            "copies": [copy.to_dict() for copy in self.copies],
        }


@frozen(kw_only=True)
class Edge:
    """How many statements one outlet has from another, by its own account."""

    source: str
    target: str
    """Who has them: an outlet, or an article whose publisher is not known."""
    statements: int
    target_kind: Literal["outlet", "article"] = "outlet"

    def to_dict(self) -> dict[str, Any]:
        return {
            "source": self.source,
            "target": self.target,
            "target_kind": self.target_kind,
            "statements": self.statements,
        }


def trace(records: Iterable[Record], *, least: int = LEAST) -> tuple[Statement, ...]:
    """The statements of `least` words or more in several articles, the most carried first.

    >>> from attrib.model import Document, Record, Span, Speaker
    >>> def record(article, said, published):
    ...     return Record(
    ...         id="1", document=Document(text="", id=article, published=published),
    ...         kind="direct", content=(Span(0, len(said), said),), cue=None, source=None,
    ...         speaker=Speaker(name="Ana Ruiz", kind="person"), chain=(), confidence=1, pattern="")
    >>> (statement,) = trace([
    ...     record("post", "“The old dam must come down now.”", "2026-03-02"),
    ...     record("herald", "“The dam must come down now.”", "2026-03-01")])
    >>> statement.first, [appearance.difference for appearance in statement.appearances]
    (('herald',), ['The [-old-] dam must come down now', ''])
    """
    if least < 1:
        raise UsageError(f"a statement has at least one word, not {least}")
    statements = [_statement(group) for group in groups_of(records, least)]
    return tuple(sorted(statements, key=lambda found: (-len(found.appearances), found.wording)))


def edges(statements: Iterable[Statement]) -> tuple[Edge, ...]:
    """Who has statements from whom, by explicit credit: from the credited outlet to the copier."""
    counts: Counter[tuple[str, str, Literal["outlet", "article"]]] = Counter()
    for statement in statements:
        counts.update(
            {
                (copy.credited, copy.outlet, "outlet")
                if copy.outlet
                else (copy.credited, copy.path or copy.document, "article")
                for copy in statement.copies
            }
        )
    return tuple(
        Edge(source=source, target=target, target_kind=kind, statements=count)
        for (source, target, kind), count in sorted(
            counts.items(), key=lambda item: (-item[1], item[0])
        )
    )


def _statement(group: Sequence[Unit]) -> Statement:
    """What a group of units has in common, and how each article has it."""
    by_record: dict[int, Unit] = {}
    for unit in sorted(group, key=lambda unit: -len(unit.words)):
        by_record.setdefault(id(unit.record), unit)
    units = list(by_record.values())
    # What somebody said that somebody said stands in both contents; the inner one is the speaker's.
    outer = {(unit.record.document.id, unit.record.nested_in) for unit in units}
    units = [unit for unit in units if (unit.record.document.id, unit.record.id) not in outer]
    days = _days([unit.record.document for unit in units])
    units.sort(key=lambda unit: _when(unit.record.document, days))
    counts = Counter(unit.words.keys for unit in units)
    model = max(units, key=lambda unit: (len(unit.words), counts[unit.words.keys]))
    appearances = tuple(_appearance(unit, model, days) for unit in units)
    copies = tuple(_copies(appearances))
    return Statement(
        wording=_trimmed(model),
        speakers=_speakers(units),
        appearances=appearances,
        first=_first(appearances, copies),
        copies=copies,
    )


def _days(documents: Iterable[Document]) -> dict[str, str | None]:
    """The day of each article by its id, as it says so or by its dateline.

    A dateline seldom has a year: it is that of the other articles, if they have one year.
    """
    days = {document.id: document.published for document in documents}
    years = {day[:4] for day in days.values() if day}
    for document in documents:
        match = _DATELINE.search(document.text, 0, _HEAD) if not days[document.id] else None
        if match and document.dateline:
            day = iso_date(f"{match['day']}, 2000")  # A leap year, which has every day.
            year = next(iter(years)) if len(years) == 1 else "-"
            days[document.id] = f"{year}{day[4:]}" if day else None
    return days


def _when(document: Document, days: Mapping[str, str | None]) -> tuple[bool, str, str]:
    """Sorts by date, the undated ones last."""
    day = days[document.id]
    return day is None, day or "", document.id


def _trimmed(unit: Unit) -> str:
    """The unit's words without the marks around them."""
    return " ".join(unit.text[unit.words.starts[0] : unit.words.ends[-1]].split())


def _appearance(unit: Unit, model: Unit, days: Mapping[str, str | None]) -> Appearance:
    keys, wanted = unit.words.keys, model.words.keys
    blocks = matches(wanted, keys)
    all_there = sum(size for _, _, size in blocks) == len(keys)
    whole = all_there and len(blocks) == 1
    cut = all_there and ELLIPSIS.search(unit.text) is not None
    covered = blocks[-1][0] + blocks[-1][2] - blocks[0][0] if blocks else len(wanted)
    relation: Relation = "near"
    if keys == wanted:
        relation = "exact"
    elif whole or cut or covered < 0.75 * len(wanted):
        relation = "partial"
    return Appearance(
        record=unit.record,
        words=_trimmed(unit),
        relation=relation,
        difference=_difference(unit, model) if relation != "exact" else "",
        published=days[unit.record.document.id],
    )


def _difference(unit: Unit, model: Unit) -> str:
    """Both wordings in one line."""
    parts = []
    at = 0
    keys = unit.words.keys
    end = len(model.words.keys)
    for i, j, k, m in [*changes(model.words.keys, keys), (end, end, len(keys), len(keys))]:
        if k > at:
            parts.append(_slice(unit, at, k))
        removed = f"[-{_slice(model, i, j)}-]" if j > i else ""
        added = f"{{+{_slice(unit, k, m)}+}}" if m > k else ""
        parts.append(removed + added)
        at = m
    return " ".join(part for part in parts if part)


def _slice(unit: Unit, start: int, end: int) -> str:
    return " ".join(unit.text[unit.words.starts[start] : unit.words.ends[end - 1]].split())


def _speakers(units: Sequence[Unit]) -> tuple[str, ...]:
    """Each speaker once by the fullest name; the words for an unnamed one where none has a name."""
    called = Counter(unit.named for unit in units if unit.named)
    if not called:
        called = Counter(unit.record.speaker.name for unit in units if unit.record.speaker)
    found: list[str] = []
    for name in sorted(called, key=lambda name: (-len(name.split()), -called[name], name)):
        if not any(same_name(name, other) for other in found):
            found.append(name)
    return tuple(found)


def _copies(appearances: Sequence[Appearance]) -> Iterator[Copy]:
    """For each article, the outlets it credits and their articles with the statement."""
    carriers: dict[tuple[str, ...], str] = {}
    for appearance in appearances:
        if appearance.outlet:
            carriers.setdefault(_outlet_key(appearance.outlet), appearance.record.document.id)
    seen = set()
    for appearance in appearances:
        document = appearance.record.document
        own = _outlet_key(document.publisher or "")
        for name, by in _credited(appearance.record):
            key = _outlet_key(name)
            if key == own or (document.id, key) in seen:
                continue
            seen.add((document.id, key))
            yield Copy(
                document=document.id,
                path=document.path,
                outlet=document.publisher,
                credited=name,
                original=carriers.get(key),
                by=by,
            )


def _credited(record: Record) -> Iterator[tuple[str, Literal["chain", "credit"]]]:
    for link in record.chain:
        if link.role == "outlet":
            yield link.name, "chain"
    for name in record.document.credits:
        yield name, "credit"


def _outlet_key(name: str) -> tuple[str, ...]:
    keys = words_of(name).keys
    return keys[1:] if keys[:1] == ("the",) else keys


def _first(appearances: Sequence[Appearance], copies: Sequence[Copy]) -> tuple[str, ...]:
    dates = [appearance.published[:10] for appearance in appearances if appearance.published]
    if not dates:
        return ()
    earliest = dict.fromkeys(
        appearance.record.document.id
        for appearance in appearances
        if appearance.published and appearance.published[:10] == min(dates)
    )
    copied = {copy.document for copy in copies if copy.original in earliest}
    return tuple(document for document in earliest if document not in copied) or tuple(earliest)


def to_table(statements: Sequence[Statement], wide: int = 120) -> str:
    """Each statement with who carries it and every difference, for a terminal so wide."""
    blocks = []
    for statement in statements:
        credited: defaultdict[str, list[str]] = defaultdict(list)
        for copy in statement.copies:
            credited[copy.document].append(copy.credited)
        rows = [
            (
                item.published or "no date",
                # In brackets: an article is no outlet.
                item.outlet or f"({item.article})",
                "first" if item.record.document.id in statement.first else item.relation,
                item.speaker or "?",
                ", ".join(f"credits {name}" for name in credited[item.record.document.id]),
            )
            for item in statement.appearances
        ]
        speakers = " or ".join(statement.speakers) or "nobody named"
        lines = _wrapped(f"“{statement.wording}” ({speakers})", "", wide)
        table = columns(rows, widest=30).splitlines()
        for line, item in zip(table, statement.appearances, strict=True):
            lines.append(line[:wide].rstrip())
            lines += _wrapped(item.difference, "  ", wide)
        blocks.append("".join(f"{line}\n" for line in lines))
    return "\n".join(blocks)


def _wrapped(text: str, indent: str, wide: int) -> list[str]:
    """The text in lines that fit, whole."""
    plain = "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text)
    return textwrap.wrap(plain, wide, initial_indent=indent, subsequent_indent=indent)
