"""brat standoff in PolNeAR's layout: `NAME.txt` and beside it `NAME_attrib.ann`.

| brat | attrib |
|---|---|
| `T1 Content 56 114;120 130` | content; one fragment a piece, and one a line of a piece |
| `T2 Source 0 31` | source |
| `T3 Cue 32 36` | cue |
| `T4 Attribution 32 36`, `E1 Attribution:T4 Content:T1 Cue:T3 Source:T2` | a record |
| `#1 AnnotatorNotes E1 …` | the record's id, kind, speaker and confidence, for the eye only |
| nothing | speaker, chain, circumstances, nesting as such |

Without a cue the `Attribution` stands on the first fragment of the content.

brat allows no line break in a span's words, so a span over several lines is cut at them; reading
joins fragments again that white space without a blank line parts. Offsets are code points, as brat
counts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from attrib.analysis import Analysis
from attrib.batch.output import whole
from attrib.errors import InputError
from attrib.formats import from_spans
from attrib.lazily import re
from attrib.model import Document, Record, Span

_LINE = re.compile(r"[^\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_LINE_BREAK = re.compile(r"[^\S\r\n]*(?:\r?\n[^\S\r\n]*)?")
_ROLE = re.compile(r"(Source|Cue|Content)\d*")


def write(analyses: Iterable[Analysis], folder: Path, *, annotator: str = "attrib") -> None:
    """Write `NAME.txt` and `NAME_ANNOTATOR.ann` into a folder for each article, both or neither."""
    folder.mkdir(parents=True, exist_ok=True)
    taken: set[str] = set()
    for analysis in analyses:
        name = _name(analysis.document, taken)
        lines = standoff(analysis.records)
        # The text is there first: a .ann without its text could not be read.
        with (
            whole(folder / f"{name}_{annotator}.ann") as ann_part,
            whole(folder / f"{name}.txt") as text_part,
        ):
            ann_part.write_bytes(lines.encode("utf-8"))
            text_part.write_bytes(analysis.document.text.encode("utf-8"))


def standoff(records: Iterable[Record]) -> str:
    r"""The lines of a `.ann` file.

    >>> text = "“We are ready,” said Ana Ruiz, “and able.”"
    >>> content = (Span.of(text, 0, 15), Span.of(text, 31, 42))
    >>> document = Document(text=text, id="a")
    >>> spans = content, Span.of(text, 16, 20), Span.of(text, 21, 29)
    >>> lines = standoff([from_spans.record(document, "1", *spans)])
    >>> print(lines.replace("\t", "  "), end="")
    T1  Source 21 29  Ana Ruiz
    T2  Cue 16 20  said
    T3  Content 0 15;31 42  “We are ready,” “and able.”
    T4  Attribution 16 20  said
    E1  Attribution:T4 Content:T3 Cue:T2 Source:T1
    #1  AnnotatorNotes E1  id=1 kind=direct confidence=1.00
    """
    lines: list[str] = []
    marks = 0
    for number, record in enumerate(records, 1):
        cue = (record.cue.span,) if record.cue else ()
        source = (record.source,) if record.source else ()
        arguments = []
        for role, spans in (("Source", source), ("Cue", cue), ("Content", record.content)):
            if spans:
                marks += 1
                lines.append(_mark(marks, role, _fragments(spans)))
                arguments.append(f"{role}:T{marks}")
        marks += 1
        anchor = _fragments(cue or record.content)[: None if cue else 1]
        lines.append(_mark(marks, "Attribution", anchor))
        event = " ".join((f"Attribution:T{marks}", *sorted(arguments)))
        lines.append(f"E{number}\t{event}")
        lines.append(f"#{number}\tAnnotatorNotes E{number}\t{_note(record)}")
    return "".join(f"{line}\n" for line in lines)


def read(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a `.ann` file, or of every `.ann` file in a folder.

    The text is looked for beside the file, or in a folder `text` beside its folder.
    """
    files = sorted(path.rglob("*.ann")) if path.is_dir() else [path]
    if not files:
        raise InputError(f"{path}: no .ann file in this folder")
    for file in files:
        yield from (record.to_dict() for record in records(file))


def records(path: Path) -> Iterator[Record]:
    """The records of one `.ann` file, with their document and its text."""
    text_path = _text_path(path)
    with text_path.open(encoding="utf-8", newline="") as file:
        text = file.read()
    document = Document(text=text, id=text_path.stem, path=str(text_path))
    marks: dict[str, tuple[Span, ...]] = {}
    events: list[tuple[str, list[str]]] = []
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            fields = line.rstrip("\n").split("\t")
            try:
                if line.startswith("T"):
                    marks[fields[0]] = _spans(text, fields[1].split(" ", 1)[1])
                elif line.startswith("E"):
                    events.append((fields[0], fields[1].split()))
            except (IndexError, ValueError) as error:
                raise InputError(f"{path}:{number}: not brat standoff: {error}") from error
    for name, arguments in events:
        roles: dict[str, list[Span]] = {"Source": [], "Cue": [], "Content": []}
        for argument in arguments:
            label, _, mark = argument.partition(":")
            if (role := _ROLE.fullmatch(label)) and mark in marks:
                roles[role[1]].extend(marks[mark])
        if roles["Content"]:
            cue, source = (_hull(text, roles[role]) for role in ("Cue", "Source"))
            yield from_spans.record(document, name, roles["Content"], cue, source)


def _name(document: Document, taken: set[str]) -> str:
    stem = Path(document.path or document.id).name.removesuffix(".txt")
    stem = re.sub(r"[^\w.-]+", "-", stem).strip(".-") or "article"
    name, number = stem, 2
    while name in taken:
        name, number = f"{stem}-{number}", number + 1
    taken.add(name)
    return name


def _fragments(spans: Iterable[Span]) -> list[Span]:
    return [
        Span(span.start + line.start(), span.start + line.end(), line[0])
        for span in spans
        for line in _LINE.finditer(span.text)
        if line[0].strip()
    ] or list(spans)[:1]


def _mark(number: int, label: str, fragments: list[Span]) -> str:
    offsets = ";".join(f"{fragment.start} {fragment.end}" for fragment in fragments)
    return f"T{number}\t{label} {offsets}\t{' '.join(fragment.text for fragment in fragments)}"


def _note(record: Record) -> str:
    note = f"id={record.id} kind={record.kind} confidence={record.confidence:.2f}"
    if record.speaker:
        note += f" speaker={record.speaker.name}"
    return " ".join(note.split())


def _text_path(path: Path) -> Path:
    stem = path.stem.rpartition("_")[0] or path.stem
    places = (
        path.with_name(f"{stem}.txt"),
        path.with_suffix(".txt"),
        path.parent.parent / "text" / f"{stem}.txt",
    )
    for place in places:
        if place.is_file():
            return place
    raise InputError(f"{path}: its text is not there; put {stem}.txt beside it")


def _spans(text: str, offsets: str) -> tuple[Span, ...]:
    """The spans of `481 514;520 530`, joined again where `standoff` had to cut them."""
    spans: list[Span] = []
    for pair in offsets.split(";"):
        start, end = map(int, pair.split())
        if spans and _LINE_BREAK.fullmatch(text, spans[-1].end, start):
            start = spans.pop().start
        spans.append(Span.of(text, start, end))
    return tuple(spans)


def _hull(text: str, spans: list[Span]) -> Span | None:
    """One span over all of them: a record has one source and one cue, brat may have pieces."""
    if not spans:
        return None
    return Span.of(text, min(span.start for span in spans), max(span.end for span in spans))
