"""What annotators or attrib marked, article by article, out of brat folders and JSON Lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from attrs import field, frozen

from attrib.errors import InputError, UsageError
from attrib.formats import jsonl
from attrib.lazily import re

Spans = tuple[tuple[int, int], ...]
ROLES = ("content", "source", "cue")

_ROLE = re.compile(r"(Content|Source|Cue)\d*:(\S+)")


@frozen(kw_only=True)
class Marked:
    """One attribution, by an annotator or by attrib: where its parts stand."""

    content: Spans
    """In the order in which they were marked."""
    source: Spans = ()
    cue: Spans = ()
    id: str | None = None
    nested_in: str | None = None
    confidence: float | None = None
    pattern: str | None = None

    @property
    def key(self) -> str:
        """The same for the same content and source, from run to run."""
        return "|".join(
            ";".join(f"{start} {end}" for start, end in spans)
            for spans in (self.content, self.source)
        )

    @classmethod
    def of_record(cls, record: Mapping[str, Any]) -> Marked:
        """The parts of a record of the JSON contract."""

        def one(span: Mapping[str, Any] | None) -> Spans:
            return ((span["start"], span["end"]),) if span else ()

        return cls(
            content=tuple((span["start"], span["end"]) for span in record["content"]),
            source=one(record["source"]),
            cue=one(record["cue"]),
            id=record.get("id"),
            nested_in=record.get("nested_in"),
            confidence=record.get("confidence"),
            pattern=record.get("pattern"),
        )


@frozen(kw_only=True)
class MarkedArticle:
    """An article and what is marked in it."""

    text: str = field(repr=False)
    marked: tuple[Marked, ...]


def read(path: Path, annotator: str | None = None) -> dict[str, MarkedArticle]:
    """What a brat folder or a file of JSON Lines marks, by the article's name.

    A brat folder holds `NAME.txt` with `NAME.ann` or `NAME_ANNOTATOR.ann` beside it, or the two
    in `text/` and `attributions/`. Where an article has several annotators, the first by name is
    taken, or `annotator`.
    """
    if path.is_dir():
        return _read_brat(path, annotator)
    if not path.exists():
        raise InputError(f"{path}: no such file or folder; check the path")
    return _read_jsonl(path)


_ANNOTATION = re.compile(r"[TE]\d+(?:\s|$)")


def parse_brat(lines: Iterable[str], place: str) -> tuple[Marked, ...]:
    """The attributions of a `.ann` file.

    A line that begins no annotation is passed over: some writers let a text go on over line ends.

    >>> parse_brat(["T1\\tSource 15 18\\tAna", "T2\\tContent 0 8;20 25\\t“We go,” “now”",
    ...             "E1\\tAttribution:T3 Source:T1 Content:T2"], "a.ann")[0].content
    ((0, 8), (20, 25))
    """
    spans: dict[str, Spans] = {}
    events: list[tuple[str, str]] = []
    for number, line in enumerate(lines, 1):
        fields = line.rstrip("\r\n").split("\t")
        try:
            if not _ANNOTATION.match(line):
                continue
            if line.startswith("T"):
                offsets = fields[1].split(" ", 1)[1]
                spans[fields[0]] = tuple(_pair(fragment) for fragment in offsets.split(";"))
            elif line.startswith("E"):
                events.append((fields[0], fields[1]))
        except (IndexError, ValueError):
            raise InputError(f"{place}:{number}: not brat standoff: {line.strip()!r}") from None
    found = []
    for name, arguments in events:
        parts: dict[str, Spans] = dict.fromkeys(ROLES, ())
        for role, mark in _ROLE.findall(arguments):
            parts[role.lower()] += spans.get(mark, ())
        if parts["content"]:
            content, source, cue = (parts[role] for role in ROLES)
            found.append(Marked(content=content, source=source, cue=cue, id=name))
    return tuple(found)


def _pair(fragment: str) -> tuple[int, int]:
    start, end = map(int, fragment.split())
    return start, end


def _read_brat(folder: Path, annotator: str | None) -> dict[str, MarkedArticle]:
    places = (folder / "text", folder / "attributions")
    texts, standoff = places if places[1].is_dir() else (folder, folder)
    files: dict[str, dict[str, Path]] = {}
    for path in sorted(standoff.glob("*.ann")):
        name, who = path.stem, ""
        if not (texts / f"{name}.txt").exists():
            name, _, who = name.rpartition("_")
        files.setdefault(name, {})[who] = path
    if not files:
        raise InputError(f"{folder}: no .ann file here or in attributions/; give a brat folder")
    articles = {}
    for name, by in files.items():
        if annotator is not None and annotator not in by:
            if len(files) == 1 or not any(annotator in others for others in files.values()):
                raise UsageError(f"{folder}: nobody called {annotator!r} marked anything here")
            continue
        chosen = by[annotator] if annotator is not None else next(iter(by.values()))
        with chosen.open(encoding="utf-8") as lines:
            marked = parse_brat(lines, str(chosen))
        articles[name] = MarkedArticle(text=_text(texts / f"{name}.txt"), marked=marked)
    return articles


def _text(path: Path) -> str:
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return file.read()
    except FileNotFoundError:
        raise InputError(f"{path}: no such file; put the annotated text there") from None


def _read_jsonl(path: Path) -> dict[str, MarkedArticle]:
    by_article: dict[str, list[dict[str, Any]]] = {}
    for record in jsonl.read(path):
        by_article.setdefault(article_name(record["document"]), []).append(record)
    return {
        name: MarkedArticle(
            text=_text_of(records, path.parent),
            # Outer records first: where a claim in a claim overlaps one gold content, both match.
            marked=tuple(
                Marked.of_record(record)
                for record in sorted(
                    records,
                    key=lambda record: (bool(record["nested_in"]), record["content"][0]["start"]),
                )
            ),
        )
        for name, records in by_article.items()
    }


def article_name(document: Mapping[str, Any]) -> str:
    """The name by which records and annotations of one article are brought together.

    >>> article_name({"id": "x", "path": "news/dam.txt"}), article_name({"id": "x"})
    ('dam', 'x')
    """
    return Path(document.get("path") or document["id"]).name.removesuffix(".txt")


def _text_of(records: list[dict[str, Any]], folder: Path) -> str:
    """The records' text from its file or, where that is gone, what the records quote of it."""
    document = records[0]["document"]
    if document.get("path"):
        for place in (Path(document["path"]), folder / Path(document["path"]).name):
            if place.suffix == ".txt" and place.is_file():
                return _text(place)
    letters = [" "] * document.get("length", 0)
    for record in records:
        for span in (*record["content"], record["source"], record["cue"]):
            if span:
                missing = span["end"] - len(letters)
                letters.extend(" " * max(missing, 0))
                letters[span["start"] : span["end"]] = span["text"]
    return "".join(letters)
