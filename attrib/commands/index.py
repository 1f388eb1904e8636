"""`attrib index`."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

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

if TYPE_CHECKING:
    from attrib.desk.index import Index

EXAMPLES = """\
examples:
  attrib index news/ -o quotes.db
  attrib index corpus.jsonl.gz --workers 4 -o quotes.db
  attrib index --records records.jsonl spark-output/ -o quotes.db
  attrib search quotes.db "harbour strike" --speaker Farran

Run it again as often as you like: what is there already is passed over, what changed takes the
place of its earlier version. A run that was killed goes on where it was.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The articles and the database."""
    add_input_arguments(parser)
    parser.add_argument(
        "--records",
        action="store_true",
        help="FILE… are records: JSON Lines of attrib extract, or Parquet, also a folder of it as "
        "Spark writes it",
    )
    add_attribution_arguments(parser)
    group = parser.add_argument_group("output")
    group.add_argument(
        "-o",
        "--output",
        metavar="DATABASE",
        required=True,
        help="the SQLite database to write to, made where there is none",
    )


def run(arguments: argparse.Namespace) -> Status:
    """Write what the database lacks, and say how much that was."""
    if any(Path(name).exists() and _is_same(name, arguments.output) for name in arguments.files):
        raise UsageError(f"{arguments.output} is also an input; name another database with -o")
    from attrib.desk.database import told

    with told(Path(arguments.output)):
        return _index_records(arguments) if arguments.records else _index(arguments)


def _index(arguments: argparse.Namespace) -> Status:
    """Write articles, each read in a process of its own."""
    from attrib.batch.pool import Pool
    from attrib.desk.entry import Entries
    from attrib.desk.index import Index

    complaints = Complaints()
    work = Entries(extraction=extraction(arguments))
    with Index.open(Path(arguments.output)) as index:
        # Articles are read in processes of their own, so that writing takes no time from it.
        with Pool(work, arguments.workers) as pool:
            items = articles(arguments)
            news = index.news(items if arguments.quiet else warned(items), work.settings)
            progress = Progress.of(arguments)
            finished = complaints.sift(pool.run(news))
            for done in progress.watch(finished, lambda result: len(result[0].rows)):
                entry, notes = done.result
                for note in notes:
                    if note.span is None and not arguments.quiet:
                        complain(f"{done.article.place}: {note.reason}")
                index.add(entry)
        index.join()
        if not arguments.quiet:
            _tell(index, arguments.output)
    return complaints.status


def _index_records(arguments: argparse.Namespace) -> Status:
    """Write articles of which the records were made elsewhere."""
    from attrib.desk import made_elsewhere
    from attrib.desk.index import Index

    failed = 0
    with Index.open(Path(arguments.output)) as index:
        for name in arguments.files:
            try:
                for entry in made_elsewhere.entries(Path(name)):
                    index.renew(entry)
            except AttribError as error:
                failed += 1
                complain(str(error))
        index.join()
        if not arguments.quiet:
            _tell(index, arguments.output)
    return Status.FAILED if failed else Status.OK


def _is_same(name: str, output: str) -> bool:
    return Path(output).exists() and Path(name).samefile(output)


def _tell(index: Index, name: str) -> None:
    done = [f"{index.added} added"]
    done += [f"{index.replaced} replaced"] if index.replaced else []
    done += [f"{index.unchanged} unchanged"] if index.unchanged else []
    held = ", ".join(f"{number:,} {table}" for table, number in index.counts().items())
    complain(f"{name}: {', '.join(done)}; it holds {held}")
