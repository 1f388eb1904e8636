"""`attrib convert`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

from attrib.batch.output import whole
from attrib.commands.inputs import add_reading_arguments, articles
from attrib.commands.terminal import Status
from attrib.errors import InputError, UsageError
from attrib.formats import FORMATS, convert, named

if TYPE_CHECKING:
    from attrib.model import Document

EXAMPLES = """\
examples:
  attrib convert records.jsonl --to csv --bom -o records.csv
  attrib convert records.csv --to jsonl -o records.jsonl
  attrib convert annotated/ --to jsonl
  attrib convert records.jsonl --to brat --lossy --texts news/ -o annotated/

Where the new format holds less than the old one, nothing is written before --lossy permits it.
"""

_READABLE = tuple(row.name for row in FORMATS if row.readable)
_SOURCES = {".jsonl": "jsonl", ".json": "json", ".csv": "csv", ".ann": "brat", ".jsonld": "webanno"}
_SOURCES |= {".parquet": "parquet"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The records, the two formats, and the texts that some formats contain."""
    parser.add_argument("records", metavar="RECORDS", help="the file, for brat also the folder")
    parser.add_argument(
        "--from",
        dest="source",
        choices=_READABLE,
        help="what RECORDS is (default: what its name ends in; a folder is brat, or Parquet where "
        "it holds such files)",
    )
    parser.add_argument(
        "--to",
        dest="target",
        required=True,
        metavar="FORMAT",
        choices=tuple(row.name for row in FORMATS),
        help="; ".join(f"{row.name}: {row.doc}" for row in FORMATS),
    )
    parser.add_argument(
        "-o", "--output", metavar="OUT", help="the file to write, for brat the folder"
    )
    parser.add_argument(
        "--lossy", action="store_true", help="leave out what the new format cannot hold"
    )
    parser.add_argument(
        "--bom", action="store_true", help="with --to csv: the mark by which Excel knows UTF-8"
    )
    parser.add_argument(
        "--texts",
        nargs="+",
        metavar="FILE",
        help="the articles, for brat and citron, which contain them (default: the files that the "
        "records name)",
    )
    add_reading_arguments(parser)


def run(arguments: argparse.Namespace) -> Status:
    """Write the records anew."""
    path = Path(arguments.records)
    source = arguments.source or _source(path)
    target = named(arguments.target)
    if arguments.bom and target.name != "csv":
        raise UsageError("--bom is for --to csv")
    if target.is_folder and not arguments.output:
        raise UsageError(f"{target.name} is written as files: name a folder for them with -o")
    if target.is_binary and not arguments.output:
        raise UsageError(f"{target.name} is no text: name a file for it with -o")
    out = Path(arguments.output) if arguments.output else None
    if out and path.exists() and out.exists() and path.samefile(out):
        raise UsageError(f"{path} is the input; write the records elsewhere")
    with nullcontext(out) if out is None or target.is_folder else whole(out) as written:
        convert(
            source,
            path,
            target.name,
            written or sys.stdout,
            text_of=_Texts(arguments).of if target.needs_text else None,
            lossy=arguments.lossy,
            **({"bom": True} if arguments.bom else {}),
        )
    return Status.OK


def _source(path: Path) -> str:
    if path.is_dir():
        return "parquet" if next(path.rglob("*.parquet"), None) else "brat"
    if path.suffix in _SOURCES:
        return _SOURCES[path.suffix]
    raise UsageError(f"what is {path}? Say it with --from: {', '.join(_READABLE)}")


Key = tuple[str | None, str | None]
"""Path of a file and id of an article, either of them None where the other one tells enough."""


class _Texts:
    """The texts of documents: those of `--texts`, or of the files that the documents name."""

    def __init__(self, arguments: argparse.Namespace) -> None:
        self._arguments = arguments
        self._texts: dict[Key, str] = {}
        if arguments.texts:
            self._load(arguments.texts)

    def of(self, document: Document) -> str:
        """The document's text; InputError where it is not there or has changed."""
        path, name = document.path, document.id
        keys = [(path, name), (path, None), (None, name)]
        if path:
            keys.append((Path(path).name, None))
            if not self._arguments.texts and (path, name) not in self._texts:
                self._texts.clear()  # of the file before
                self._load([path])
        text = next((self._texts[key] for key in keys if key in self._texts), None)
        if text is None:
            raise InputError(f"{path or name}: its text is not at hand; name it with --texts")
        if document.length not in (0, len(text)):
            raise InputError(f"{path or name}: its text has changed since; extract it again")
        return text

    def _load(self, files: Iterable[str]) -> None:
        from attrib.article import metadata
        from attrib.reading.corpus import Problem

        for item in articles(argparse.Namespace(**{**vars(self._arguments), "files": files})):
            if isinstance(item, Problem):
                raise InputError(str(item))
            name = item.id or metadata.read(item.text).id
            keys: list[Key] = [(item.path, name), (None, name)]
            if item.path and item.place == item.path:  # the only article of its file
                keys += [(item.path, None), (Path(item.path).name, None)]
            self._texts.update(dict.fromkeys(keys, item.text))
