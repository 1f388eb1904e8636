"""`attrib verify`."""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from typing import IO, cast

from attrib.cli import Status, complain, printable
from attrib.commands.inputs import add_reading_arguments, articles
from attrib.errors import InputError

EXAMPLES = """\
examples:
  attrib extract news/ -o records.jsonl
  attrib verify records.jsonl news/

Each record must say of the text what stands there (offsets, words), and attrib must find it
again by the same pattern and resolve the same speaker. Every record that fails is named.

exit status:
  0 when every record holds, 1 when one fails or its text cannot be read, 2 for wrong usage
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The records and their texts."""
    parser.add_argument(
        "records", metavar="RECORDS", help="JSON Lines of attrib extract, or - for standard input"
    )
    parser.add_argument(
        "files", nargs="+", metavar="FILE", help="the inputs that the records were made from"
    )
    parser.add_argument(
        "--offsets-only",
        action="store_true",
        help="check spans, names and nesting, but do not look for the records again",
    )
    parser.add_argument(
        "--format",
        choices=("text", "jsonl"),
        default="text",
        help="a line for each failure, or a JSON object for each record (default: text)",
    )
    add_reading_arguments(parser)


def run(arguments: argparse.Namespace) -> Status:
    """Print what fails, then how many held."""
    from attrib.corpus import Problem
    from attrib.replay import Index, verdicts

    held = failed = unread = 0
    with _records(arguments.records) as file:
        index = Index.of(file)
        for verdict in verdicts(index, articles(arguments), offsets_only=arguments.offsets_only):
            if isinstance(verdict, Problem):
                unread += 1
                complain(str(verdict))
                continue
            if verdict.problems:
                failed += 1
            else:
                held += 1
            if arguments.format == "jsonl":
                print(json.dumps(verdict.to_dict()))
            else:
                for problem in verdict.problems:
                    place = f"{arguments.records}:{verdict.line}"
                    print(printable(f"{place}: {verdict.id or '?'}: {problem}"))
    if arguments.format == "text":
        print(f"{held} of {held + failed} records hold")
    return Status.FAILED if failed or unread else Status.OK


def _records(name: str) -> IO[bytes]:
    """The records' file, in which one can go back."""
    if name == "-":
        copy = cast(IO[bytes], tempfile.TemporaryFile())  # noqa: SIM115 (the caller closes it)
        shutil.copyfileobj(sys.stdin.buffer, copy)
        copy.seek(0)
        return copy
    try:
        return open(name, "rb")
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise InputError(f"{name}: {reason}; give the file that attrib extract wrote") from None
