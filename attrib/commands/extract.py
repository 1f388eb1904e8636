"""`attrib extract`."""

from __future__ import annotations

import argparse
import errno
import io
import os
import shutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from attrib import formats
from attrib.analysis import Analysis
from attrib.batch import workers
from attrib.batch.extraction import Extraction, Lines
from attrib.batch.output import Output, whole
from attrib.batch.work import Done
from attrib.commands.inputs import (
    Complaints,
    add_attribution_arguments,
    add_input_arguments,
    articles,
    extraction,
    warned,
)
from attrib.commands.progress import Progress
from attrib.commands.terminal import Status, complain
from attrib.errors import AttribError, UsageError
from attrib.formats import FORMATS
from attrib.model import Entry
from attrib.provenance import ledger
from attrib.reading.corpus import Article, Problem
from attrib.reading.web import is_address, kept_name

Result = TypeVar("Result", Analysis, Lines)

EXAMPLES = """\
examples:
  attrib extract article.txt
  attrib extract article.txt --format table
  attrib extract https://gazette.example/rain --keep-text
  attrib extract news/ --format csv --bom -o records.csv
  attrib extract news/ --format brat -o annotated/
  attrib extract news/ --publisher "Daily Post" --date 2022-09-20 -o records.jsonl
  attrib extract corpus.jsonl.gz --workers 4 -o records.jsonl
  attrib extract corpus.jsonl.gz --workers 4 -o records.jsonl --resume
  cat article.txt | attrib extract -

exit status:
  0, 1 when an input failed (the others come out), 2 for wrong usage
"""

_RESUMABLE = (
    "no space left on device; the articles written so far are whole: make room and use --resume"
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Inputs, what is known of them, and the form of the output."""
    add_input_arguments(parser)
    add_attribution_arguments(parser)
    group = parser.add_argument_group("output")
    group.add_argument(
        "--format",
        choices=("jsonl", "table", *(row.name for row in FORMATS if row.name != "jsonl")),
        default="jsonl",
        help="jsonl is a record a line, table is for people (default: jsonl); "
        + "; ".join(f"{row.name}: {row.doc}" for row in FORMATS if row.name != "jsonl"),
    )
    group.add_argument(
        "--width",
        type=int,
        metavar="COLUMNS",
        help="with --format table: of the lines (default: the terminal's)",
    )
    group.add_argument(
        "--wide", action="store_true", help="with --format table: cut nothing, show every column"
    )
    group.add_argument(
        "--bom", action="store_true", help="with --format csv: the mark by which Excel knows UTF-8"
    )
    group.add_argument(
        "--with-text", action="store_true", help="with --format json: each article's text too"
    )
    group.add_argument(
        "-o", "--output", metavar="OUT", help="the file to write, for brat the folder"
    )
    group.add_argument(
        "--resume",
        action="store_true",
        help="go on with an interrupted run from what stands in OUT",
    )
    group.add_argument(
        "--keep-text",
        action="store_true",
        help="write the text taken from page.html, which offsets refer to, into page.html.txt, "
        "that of an address on the web into a file named after it",
    )


def run(arguments: argparse.Namespace) -> Status:
    """Write the records of every article; say which inputs gave none."""
    if arguments.resume and (arguments.output is None or arguments.format != "jsonl"):
        raise UsageError("--resume goes on from a file of JSON Lines: name it with -o")
    if arguments.format == "parquet" and not arguments.output:
        raise UsageError("parquet is no text: name a file for it with -o")
    if arguments.bom and arguments.format != "csv":
        raise UsageError("--bom is for --format csv")
    if (arguments.wide or arguments.width is not None) and arguments.format != "table":
        raise UsageError("--width and --wide are for --format table")
    if arguments.with_text and arguments.format != "json":
        raise UsageError("--with-text is for --format json")
    if arguments.output and any(_is_same(name, arguments.output) for name in arguments.files):
        raise UsageError(f"{arguments.output} is also an input; write the records elsewhere")
    complaints = Complaints()
    if arguments.format in ("jsonl", "table"):
        try:
            _write_lines(arguments, complaints)
        except OSError as error:
            if error.errno == errno.ENOSPC and arguments.output and arguments.format == "jsonl":
                raise AttribError(_RESUMABLE) from error
            raise
    else:
        _write_format(arguments, complaints)
    return complaints.status


def _is_same(name: str, output: str) -> bool:
    return os.path.isfile(name) and os.path.exists(output) and os.path.samefile(name, output)


def _write_lines(arguments: argparse.Namespace, complaints: Complaints) -> None:
    """Each article's lines, made by the workers."""
    extracting = extraction(arguments)
    items, keep = _articles(arguments), 0
    if arguments.resume and Path(arguments.output).exists():
        items, keep = _resumed(items, Path(arguments.output), extracting)
    lines = extracting.lines
    if arguments.format == "table":
        from attrib.batch.table import Table

        columns = arguments.width or shutil.get_terminal_size().columns
        lines = Table(extracting, None if arguments.wide else columns).lines
    with Output.open(arguments.output, keep=keep) as out:
        outcomes = workers.run(items, lines, arguments.workers)
        progress = Progress.of(arguments)
        finished = progress.watch(complaints.sift(outcomes), lambda lines: lines.records)
        for done in _noted(finished, arguments):
            out.write(done.result.block)
    progress.close(complaints.count)


def _write_format(arguments: argparse.Namespace, complaints: Complaints) -> None:
    """The analyses, written by the module of the format."""
    options = {"bom": arguments.bom, "text": arguments.with_text}
    options = {name: value for name, value in options.items() if value}
    outcomes = workers.run(_articles(arguments), extraction(arguments).analyse, arguments.workers)
    progress = Progress.of(arguments)
    finished = progress.watch(complaints.sift(outcomes), len)
    analyses = (done.result for done in _noted(finished, arguments))
    _write_analyses(arguments, analyses, options)
    progress.close(complaints.count)


def _write_analyses(
    arguments: argparse.Namespace, analyses: Iterator[Analysis], options: dict[str, bool]
) -> None:
    if formats.named(arguments.format).is_folder:
        folder = Path(arguments.output) if arguments.output else sys.stdout
        formats.write(arguments.format, analyses, folder, **options)
        return
    if formats.named(arguments.format).is_binary:
        with whole(Path(arguments.output)) as part:
            formats.write(arguments.format, analyses, part, **options)
        return
    with Output.open(arguments.output) as out:
        buffer = io.StringIO()

        def flushed() -> Iterator[Analysis]:
            """Between two articles, what was written about the first goes out as one block."""
            for analysis in analyses:
                yield analysis
                _flush(buffer, out)

        formats.write(arguments.format, flushed(), buffer, **options)
        _flush(buffer, out)


def _flush(buffer: io.StringIO, out: Output) -> None:
    # In JSON the replacement of a lone surrogate is its escape.
    out.write(buffer.getvalue().encode("utf-8", "backslashreplace"))
    buffer.seek(0)
    buffer.truncate()


def _articles(arguments: argparse.Namespace) -> Iterator[Article | Problem]:
    """The articles, the texts of pages kept beside them where that is wanted."""
    items = articles(arguments, from_web=True)
    for item in items if arguments.quiet else warned(items):
        if arguments.keep_text and isinstance(item, Article) and item.from_page:
            kept = _kept(item)
            if kept is None:
                complain(f"{item.place}: its text is not kept; nothing tells what to call it")
            else:
                kept.write_bytes(item.text.encode("utf-8", "surrogatepass"))
        yield item


def _kept(article: Article) -> Path | None:
    """The file for the text of a page: beside it, or here where it came from the web.

    The pages of an archive go into a folder beside it, each named after its address.
    """
    if article.path and article.place == article.path:
        return Path(f"{article.path}.txt")
    address = article.place if is_address(article.place) else article.url
    if not address:
        return None
    folder = Path(f"{article.path}.texts") if article.path else Path()
    folder.mkdir(exist_ok=True)
    return folder / kept_name(address)


def _resumed(
    items: Iterable[Article | Problem], out: Path, extracting: Extraction
) -> tuple[Iterator[Article | Problem], int]:
    """The items that `out` does not answer yet, and how much of it stays."""
    from attrib.batch import resume

    end = resume.whole(out)
    return resume.remaining(items, out, end, extracting.key), end


def _noted(
    finished: Iterable[Done[Result]], arguments: argparse.Namespace
) -> Iterator[Done[Result]]:
    """The same; what concerns an article as a whole, or all of them, is said on standard error."""
    entries: list[Entry] = []
    for done in finished:
        if sys.stderr.isatty() and not arguments.quiet:
            entries += done.result.quotations
        for note in done.result.notes:
            if note.span is None and not arguments.quiet:
                complain(f"{done.article.place}: {note.reason}")
        yield done
    told = ledger.told(entries)
    if told:
        complain(f"{told}; attrib show tells which, and so does --format json")
