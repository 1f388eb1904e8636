"""`attrib explain`."""

from __future__ import annotations

import argparse
import os
import sys

from attrib.commands.inputs import (
    Complaints,
    add_attribution_arguments,
    add_reading_arguments,
    analyses,
    notes,
)
from attrib.commands.terminal import Status
from attrib.errors import UsageError
from attrib.reading.web import is_address

EXAMPLES = """\
examples:
  attrib explain                              the patterns and resolvers
  attrib explain content-verb-source          one of them, its example run
  attrib explain article.txt                  how each record came about
  attrib explain article.txt --record 17fbbf51
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """A name or a file, and which of its records."""
    parser.add_argument(
        "subject",
        nargs="?",
        metavar="NAME|FILE",
        help="a pattern, a resolver, or a file whose records are to be explained",
    )
    parser.add_argument(
        "--record", metavar="ID", help="only this record: its id, or what stands after the #"
    )
    add_reading_arguments(parser)
    add_attribution_arguments(parser)


def run(arguments: argparse.Namespace) -> Status:
    """Print the overview, a row, or the story of records."""
    from attrib.records.explain import explain, overview

    if arguments.subject is None and arguments.record is None:
        sys.stdout.write(overview())
        return Status.OK
    if arguments.subject is None:
        raise UsageError("--record needs the file: attrib explain FILE --record ID")
    if arguments.record is None and not _is_input(arguments.subject):
        sys.stdout.write(explain(arguments.subject))
        return Status.OK
    return _tell(arguments)


def _tell(arguments: argparse.Namespace) -> Status:
    from attrib.commands.terminal import printable
    from attrib.records.story import tell

    arguments.files = [arguments.subject]
    complaints = Complaints()
    told = 0
    for analysis in analyses(arguments, complaints, from_web=True):
        for record in analysis.records:
            if arguments.record in (None, record.id, record.id.rpartition("#")[2]):
                story = tell(record, analysis.document.text)
                print(*map(printable, story), sep="\n  ", end="\n\n")
                told += 1
        if analysis.notes and arguments.record is None:
            print(*map(printable, notes(analysis)), sep="\n", end="\n\n")
    if not told and arguments.record and not complaints.count:
        raise UsageError(
            f"no record {arguments.record!r} in {arguments.subject}; "
            f"attrib explain {arguments.subject} tells them all"
        )
    return complaints.status


def _is_input(subject: str) -> bool:
    return subject == "-" or is_address(subject) or os.path.exists(subject)
