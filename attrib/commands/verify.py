"""`attrib verify`."""

from __future__ import annotations

import argparse
import codecs
import json
import shutil
import sys
import tempfile
from typing import IO, cast

from attrib.commands import draft
from attrib.commands.inputs import add_reading_arguments, articles, probability
from attrib.commands.terminal import Status, complain, printable
from attrib.errors import InputError, UsageError

EXAMPLES = f"""\
examples:
  attrib extract news/ -o records.jsonl
  attrib verify records.jsonl news/
{draft.EXAMPLES}
A record must say of the text what stands there (offsets, words), and attrib must find it again
by the same pattern and resolve the same speaker. Every record that fails is named.

exit status:
  0 when all hold, 1 when one fails or a text cannot be read, 2 for wrong usage
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Records and their texts, or a draft and its sources."""
    parser.add_argument(
        "records",
        nargs="?",
        metavar="RECORDS",
        help="JSON Lines of attrib extract, or - for standard input",
    )
    parser.add_argument(
        "files", nargs="*", metavar="FILE", help="the inputs that the records were made from"
    )
    parser.add_argument(
        "--offsets-only",
        action="store_true",
        help="check spans, names and nesting of records, but do not look for them again",
    )
    parser.add_argument(
        "--min-confidence",
        type=probability,
        metavar="P",
        help="the one that the records were extracted with, if it was given",
    )
    parser.add_argument(
        "--format",
        choices=("text", "jsonl"),
        default="text",
        help="text names what fails, jsonl is an object for each record or quotation "
        "(default: text)",
    )
    draft.add_arguments(parser)
    add_reading_arguments(parser)


def run(arguments: argparse.Namespace) -> Status:
    """Print what fails, then how many hold."""
    if arguments.draft is not None:
        if arguments.records is not None:
            raise UsageError("--draft takes no records: attrib verify --draft DRAFT --against …")
        return draft.run(arguments)
    if not arguments.files or arguments.against:
        raise UsageError("write: attrib verify RECORDS FILE…, or --draft DRAFT --against SOURCE…")
    return _replay(arguments)


def _replay(arguments: argparse.Namespace) -> Status:
    from attrib.reading.corpus import Problem
    from attrib.records.replay import Index, verdicts

    held = failed = unread = 0
    with _records(arguments.records) as file:
        _refuse_prose(file, arguments.records)
        found = verdicts(
            Index.of(file),
            articles(arguments),
            offsets_only=arguments.offsets_only,
            min_confidence=arguments.min_confidence,
        )
        for verdict in found:
            if isinstance(verdict, Problem):
                unread += 1
                complain(str(verdict))
                continue
            failed += bool(verdict.problems)
            held += not verdict.problems
            if arguments.format == "jsonl":
                print(json.dumps(verdict.to_dict()))
            else:
                for problem in verdict.problems:
                    place = f"{arguments.records}:{verdict.line}"
                    print(printable(f"{place}: {verdict.id or '?'}: {problem}"))
    if arguments.format == "text":
        print(f"{held} of {held + failed} records hold")
    return Status.FAILED if failed or unread else Status.OK


def _refuse_prose(file: IO[bytes], name: str) -> None:
    """InputError for a text in the place of the records, before each of its lines fails."""
    first = file.read(1024).removeprefix(codecs.BOM_UTF8).lstrip()[:1]
    file.seek(0)
    if first not in b"{[":
        raise InputError(f"{name}: not JSON Lines; write the records first: verify RECORDS FILE…")


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
        reason = (error.strerror or str(error)).lower().replace(" or directory", "")
        raise InputError(f"{name}: {reason}; give the file that attrib extract wrote") from None
