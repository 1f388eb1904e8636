"""`attrib extract`."""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from attrib.cli import Status
from attrib.commands.inputs import (
    Complaints,
    add_attribution_arguments,
    add_input_arguments,
    articles,
    extraction,
)
from attrib.errors import UsageError

if TYPE_CHECKING:
    from attrib.corpus import Article, Problem
    from attrib.extraction import Extraction
    from attrib.workers import Done

Item = TypeVar("Item")

EXAMPLES = """\
examples:
  attrib extract article.txt
  attrib extract article.txt --format table
  attrib extract news/ --publisher "Daily Post" --date 2022-09-20 -o records.jsonl
  attrib extract corpus.jsonl.gz --workers 4 -o records.jsonl
  attrib extract corpus.jsonl.gz --workers 4 -o records.jsonl --resume
  cat article.txt | attrib extract -

exit status:
  0, 1 when an input failed (the others come out), 2 for wrong usage
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Inputs, what is known of them, and the form of the output."""
    add_input_arguments(parser)
    add_attribution_arguments(parser)
    group = parser.add_argument_group("output")
    group.add_argument(
        "--format",
        choices=("jsonl", "table"),
        default="jsonl",
        help="a record a line for programs, or a table for people (default: jsonl)",
    )
    group.add_argument("-o", "--output", metavar="OUT", help="the file to write")
    group.add_argument(
        "--resume",
        action="store_true",
        help="go on with an interrupted run from what stands in OUT",
    )


def run(arguments: argparse.Namespace) -> Status:
    """Write the records of every article; say which inputs gave none."""
    from attrib.output import Output
    from attrib.workers import run as work

    if arguments.resume and (arguments.output is None or arguments.format != "jsonl"):
        raise UsageError("--resume goes on from a file of JSON Lines: name it with -o")
    extracting = extraction(arguments)
    items, keep = articles(arguments), 0
    if arguments.resume and Path(arguments.output).exists():
        items, keep = _resumed(items, Path(arguments.output), extracting)
    render = extracting.lines
    if arguments.format == "table":
        from attrib.table import Table

        render = Table(extracting, shutil.get_terminal_size().columns).lines
    complaints = Complaints()
    with Output.open(arguments.output, keep=keep) as out:
        outcomes = work(items, render, arguments.workers)
        for done in _shown(complaints.sift(outcomes)):
            out.write(done.result)
    return complaints.status


def _resumed(
    items: Iterable[Article | Problem], out: Path, extracting: Extraction
) -> tuple[Iterator[Article | Problem], int]:
    """The items that `out` does not answer yet, and how much of it stays."""
    from attrib.resume import remaining, whole

    end = whole(out)
    return remaining(items, out, end, extracting.key), end


def _shown(finished: Iterable[Done[bytes]]) -> Iterator[Done[bytes]]:
    """The same, with a count of articles while a person looks on."""
    if not sys.stderr.isatty() or sys.stdout.isatty():
        yield from finished
        return
    from tqdm import tqdm  # type: ignore[import-untyped]

    tqdm.monitor_interval = 0  # no thread beside the worker processes
    yield from tqdm(finished, unit=" articles", file=sys.stderr, leave=False, dynamic_ncols=True)
