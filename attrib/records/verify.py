"""`verify`: whether a record says of a text what stands there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from attrib import arguments
from attrib.detection.patterns import PATTERNS
from attrib.errors import UsageError
from attrib.model import Record, Span
from attrib.reading import layouts
from attrib.resolution.resolve import RESOLVERS


def verify(records: Record | Iterable[Record], text: str | None = None) -> tuple[str, ...]:
    """What is wrong with a record as a statement about its text; empty where nothing is.

    Takes one record, or several of one article, also an `Analysis`: then each problem begins with
    the record's id, and the records must hang together. `text` is wanted only for records that
    were read back without it.

    Every span must say what stands there, contents must be in order, pattern and resolver must
    be known, and a person's name must be made of the article's words or be its author's.

    >>> from attrib.model import Document
    >>> text = "“No,” she said."
    >>> record = Record(id="d#1", document=Document(text=text, id="d"), kind="direct",
    ...                 content=(Span(0, 5, "“Yes”"),), cue=None, source=Span.of(text, 6, 9),
    ...                 speaker=None, chain=(), confidence=0.9, pattern="content-source-cue")
    >>> verify(record, text)[0]
    'content [0, 5): the record has “Yes”, the text has “No,”'
    >>> verify([record])[0]
    'd#1: content [0, 5): the record has “Yes”, the text has “No,”'
    """
    if isinstance(records, Record):
        return _problems(records, _text(records, text))
    try:
        several = tuple(records)
    except TypeError:
        several = (None,)  # type: ignore[assignment]
    if not all(isinstance(record, Record) for record in several):
        raise UsageError("verify takes records; Record.from_dict makes one of a JSON record")
    return (
        *(
            f"{record.id}: {problem}"
            for record in several
            for problem in _problems(record, _text(record, text))
        ),
        *(f"{name}: {problem}" for name, problem in verify_tree(several)),
    )


def _text(record: Record, text: str | None) -> str:
    if text is None and not record.document.text:
        raise UsageError("the record came without its text; give it: verify(record, text)")
    return record.document.text if text is None else arguments.article(text).text


def _problems(record: Record, text: str) -> tuple[str, ...]:
    return (
        *_span_problems(record, text),
        *_content_problems(record.content),
        *_name_problems(record, text),
        *_provenance_problems(record),
    )


def verify_tree(records: Sequence[Record]) -> Iterator[tuple[str, str]]:
    """The id of a record and what is wrong with its place among the others of its document."""
    by_id = {record.id: record for record in records}
    for record_id, count in Counter(record.id for record in records).items():
        if count > 1:
            yield record_id, f"{count} records have this id"
    for record in records:
        if record.nested_in is None:
            continue
        outer = by_id.get(record.nested_in)
        if outer is None:
            yield record.id, f"nested_in names {record.nested_in}, which is not among the records"
        elif _in_cycle(record, by_id):
            yield record.id, "nested_in leads back to the record itself"
        elif not _within(record.content, outer.content):
            yield record.id, f"the content does not stand in the content of {outer.id}"


def _in_cycle(record: Record, by_id: dict[str, Record]) -> bool:
    seen = {record.id}
    outer = record.nested_in
    while outer is not None and outer in by_id:
        if outer in seen:
            return True
        seen.add(outer)
        outer = by_id[outer].nested_in
    return False


def _within(inner: tuple[Span, ...], outer: tuple[Span, ...]) -> bool:
    start, end = outer[0].start, outer[-1].end
    return all(start <= span.start and span.end <= end for span in inner)


def _spans(record: Record) -> Iterator[tuple[str, Span]]:
    """Every span of the record with the name of its field."""
    speaker, circumstances = record.speaker, record.circumstances
    named: list[tuple[str, Span | None]] = [("content", span) for span in record.content]
    named += [("cue", record.cue.span if record.cue else None), ("source", record.source)]
    if speaker:
        named += [
            ("speaker.title_span", speaker.title_span),
            ("speaker.affiliation_span", speaker.affiliation_span),
            ("speaker.justification", speaker.justification),
            ("speaker.antecedent", speaker.antecedent),
        ]
    addressee, time = circumstances.addressee, circumstances.time
    named += [
        ("addressee", addressee.span if addressee else None),
        ("medium_span", circumstances.medium_span),
        ("time", time.span if time else None),
        ("place", circumstances.place),
    ]
    return ((name, span) for name, span in named if span)


def _span_problems(record: Record, text: str) -> Iterator[str]:
    for name, span in _spans(record):
        place = f"{name} [{span.start}, {span.end})"
        if span.end > len(text):
            yield f"{place}: the text ends at {len(text)}"
        elif not text.startswith(span.text, span.start):
            yield f"{place}: the record has {span.text}, the text has {text[span.start : span.end]}"


def _content_problems(content: tuple[Span, ...]) -> Iterator[str]:
    if not content:
        yield "content: there is none"
    for before, after in pairwise(content):
        if after.start < before.end:
            yield f"content [{after.start}, {after.end}): begins before {before.end}"


def _name_problems(record: Record, text: str) -> Iterator[str]:
    speaker = record.speaker
    if speaker is None or speaker.kind != "person":
        return
    if speaker.name == record.document.author:
        return  # who the caller may have told
    missing = [word for word in speaker.name.split() if word not in text]
    if missing:  # the name may be parted by a line's end, or in capitals
        folded = layouts.read(text).plain.casefold()
        missing = [word for word in missing if word.casefold() not in folded]
    if missing:
        yield f"speaker.name: {' '.join(missing)} does not stand in the text"


def _provenance_problems(record: Record) -> Iterator[str]:
    if not 0.0 <= record.confidence <= 1.0:
        yield f"confidence: {record.confidence} is not between 0 and 1"
    if record.pattern not in {row.name for row in PATTERNS}:
        yield f"pattern: there is none called {record.pattern}; see attrib explain"
    speaker = record.speaker
    if speaker and not 0.0 <= (speaker.confidence or 0.0) <= 1.0:
        yield f"speaker.confidence: {speaker.confidence} is not between 0 and 1"
    if speaker and speaker.resolved_by not in {"none", *(row.name for row in RESOLVERS)}:
        yield f"speaker.resolved_by: no resolver is called {speaker.resolved_by}"
    for link in record.chain[:-1]:
        if link.role == "speaker":
            yield f"chain: the speaker {link.name} is not its last link"
