"""What `attribute` returns: an article with all that was found in it, parts of it, and its JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, get_args, overload

from attrs import evolve, frozen

from attrib.errors import UsageError
from attrib.model import CueClass, Document, Entry, Kind, Note, Record

NO_CUE = "statement"
"""The class of a record without a cue: a quotation that goes on, a headline's colon."""
_SHOWN = 72
"""How much of a content a line of `str(analysis)` shows."""


@frozen(repr=False)
class Analysis:
    """What `attribute` returns for one article: its document, records and notes.

    It has the length of its records and yields them.

    >>> from attrib import attribute
    >>> analysis = attribute("“We are ready,” said Ana Ruiz. She denied that it rained.")
    >>> len(analysis), [record.who for record in analysis], analysis[0].what
    (2, ['Ana Ruiz', 'Ana Ruiz'], '“We are ready,”')
    >>> analysis
    <Analysis of '“We are ready,” said Ana Ruiz. She deni…': 2 records>
    >>> print(analysis)
    Ana Ruiz | said | “We are ready,”
    Ana Ruiz | denied | that it rained
    """

    document: Document
    records: tuple[Record, ...]
    notes: tuple[Note, ...] = ()
    quotations: tuple[Entry, ...] = ()
    """The ledger: each outermost quotation of the text once, with its record or why it has none."""

    def __len__(self) -> int:
        return len(self.records)

    def __bool__(self) -> bool:
        """True even where nothing was found: it is an analysis all the same."""
        return True

    def __iter__(self) -> Iterator[Record]:
        return iter(self.records)

    @overload
    def __getitem__(self, index: int) -> Record: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Record, ...]: ...
    def __getitem__(self, index: int | slice) -> Record | tuple[Record, ...]:
        return self.records[index]

    def __repr__(self) -> str:
        name = self.document.title or _line(self.document.text) or self.document.id
        notes = f", {_count(self.notes, 'note')}" if self.notes else ""
        return f"<Analysis of {_cut(name, 40)!r}: {_count(self.records, 'record')}{notes}>"

    def __str__(self) -> str:
        lines = [f"{r.who} | {r.how or '–'} | {_cut(r.what, _SHOWN)}" for r in self.records]
        return "\n".join(lines) or "no attribution found"

    def by_speaker(self) -> dict[str, tuple[Record, ...]]:
        """The records of each `who`, in the order in which the article brings them up.

        >>> from attrib import attribute
        >>> analysis = attribute("“Yes,” said Ana Ruiz. Bob Cole said no. “Now,” she said.")
        >>> {who: len(records) for who, records in analysis.by_speaker().items()}
        {'Ana Ruiz': 2, 'Bob Cole': 1}
        """
        found: dict[str, list[Record]] = {}
        for record in self.records:
            found.setdefault(record.who, []).append(record)
        return {who: tuple(records) for who, records in found.items()}

    def filter(
        self,
        keep: Callable[[Record], bool] | None = None,
        *,
        who: str | None = None,
        kind: str | None = None,
        cue_class: str | None = None,
        min_confidence: float = 0.0,
    ) -> Analysis:
        """The analysis with the records that meet every condition given.

        A record nested in one that goes hangs on the next outer one that stays.

        >>> from attrib import attribute
        >>> analysis = attribute("“We are ready,” said Ana Ruiz. She denied that it rained.")
        >>> [record.what for record in analysis.filter(kind="direct")]
        ['“We are ready,”']
        >>> [record.what for record in analysis.filter(lambda record: "rain" in record.what)]
        ['that it rained']
        """
        _refuse_unknown("kind", kind, get_args(Kind))
        _refuse_unknown("cue_class", cue_class, get_args(CueClass))

        def wanted(record: Record) -> bool:
            return (
                (who is None or record.who == who)
                and (kind is None or record.kind == kind)
                and (cue_class is None or class_of(record) == cue_class)
                and record.confidence >= min_confidence
                and (keep is None or keep(record))
            )

        return evolve(self, records=select(self.records, wanted))

    def to_dict(self, *, text: bool = False) -> dict[str, Any]:
        """As JSON, ready for `json.dumps`: what `attrib extract --format json` writes of it.

        `text` puts the article's text into it, with which `from_dict` needs nothing else.
        """
        return {
            "document": self.document.to_dict(),
            **({"text": self.document.text} if text else {}),
            "records": [record.to_dict() for record in self.records],
            "notes": [note.to_dict() for note in self.notes],
            "quotations": [entry.to_dict() for entry in self.quotations],
        }

    def to_json(self, *, text: bool = False, indent: int | None = None) -> str:
        """`to_dict` as a string; characters stay readable wherever UTF-8 can hold them."""
        return dumps(self.to_dict(text=text), indent=indent)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any], text: str = "") -> Analysis:
        """Read back what `to_dict` wrote, equal to it where the text is given here or in `data`.

        >>> from attrib import attribute
        >>> analysis = attribute("“We are ready,” said Ana Ruiz.")
        >>> Analysis.from_dict(analysis.to_dict(text=True)) == analysis
        True
        """
        text = text or data.get("text", "")
        return cls(
            Document.from_dict(data["document"], text),
            tuple(Record.from_dict(record, text) for record in data["records"]),
            tuple(Note.from_dict(note) for note in data.get("notes", ())),
            tuple(Entry.from_dict(entry) for entry in data.get("quotations", ())),
        )

    def _repr_html_(self) -> str:
        """The article with its attributions coloured, as a notebook shows it."""
        from attrib.display.page import fragment  # not before: few analyses are looked at

        return fragment(self)


def class_of(record: Record) -> str:
    """The class of the record's cue, that of a statement where it has none."""
    return record.cue.cue_class if record.cue else NO_CUE


def select(records: Sequence[Record], keep: Callable[[Record], bool]) -> tuple[Record, ...]:
    """The records that `keep` keeps; one nested in a record that goes hangs on the next outer one.

    >>> def record(id, nested_in=None):
    ...     return Record(id=id, document=Document(text="", id="d"), kind="direct", content=(),
    ...                   cue=None, source=None, speaker=None, chain=(), nested_in=nested_in,
    ...                   confidence=1.0, pattern="p")
    >>> records = (record("a"), record("b", "a"), record("c", "b"))
    >>> [(r.id, r.nested_in) for r in select(records, lambda r: r.id != "b")]
    [('a', None), ('c', 'a')]
    """
    kept = {record.id for record in records if keep(record)}
    if len(kept) == len(records):
        return tuple(records)
    outer = {record.id: record.nested_in for record in records}

    def nearest(parent: str | None) -> str | None:
        while parent is not None and parent not in kept:
            parent = outer.get(parent)
        return parent

    return tuple(
        evolve(record, nested_in=nearest(record.nested_in))
        for record in records
        if record.id in kept
    )


def to_json(record: Record) -> str:
    """The record as one line of JSON, without the line break."""
    return dumps(record.to_dict())


def dumps(data: Mapping[str, Any], indent: int | None = None) -> str:
    """JSON whose characters stay readable, except where a lone surrogate leaves only the escape."""
    separators = (",", ":") if indent is None else (",", ": ")
    written = json.dumps(data, ensure_ascii=False, separators=separators, indent=indent)
    if written.isascii() or _encodes(written):
        return written
    return json.dumps(data, separators=separators, indent=indent)


def _encodes(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _refuse_unknown(name: str, value: str | None, known: Sequence[str]) -> None:
    if value is not None and value not in known:
        raise UsageError(f"no {name} is called {value!r}; there are {', '.join(known)}")


def _count(things: Sequence[object], name: str) -> str:
    return f"{len(things)} {name}{'' if len(things) == 1 else 's'}"


def _line(text: str) -> str:
    return " ".join(text[:200].split())


def _cut(words: str, most: int) -> str:
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"
