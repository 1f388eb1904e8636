"""`attrib verify`."""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
from collections.abc import Iterator
from typing import IO, cast

from attrib import draft, workers
from attrib.cli import Status, complain, printable
from attrib.commands.inputs import Complaints, add_reading_arguments, articles
from attrib.corpus import Problem
from attrib.draft import QuotationCheck
from attrib.errors import InputError, UsageError
from attrib.extraction import Extraction
from attrib.model import Analysis
from attrib.pipeline import Attributor
from attrib.replay import Index, verdicts
from attrib.text import line_and_column

EXAMPLES = """\
examples:
  attrib extract news/ -o records.jsonl
  attrib verify records.jsonl news/
  attrib verify --draft draft.txt --against interview.txt speech.txt

A record must say of the text what stands there (offsets, words), and attrib must find it again
by the same pattern and resolve the same speaker. Every record that fails is named.

A quotation of a draft is verbatim, edited (cut with an ellipsis, with words in brackets, other
capitals or marks: fair), altered (with the difference: [-theirs-] {+yours+}), misattributed,
not found, or not checked (a word or two that nobody need have said).

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
        "--draft", metavar="DRAFT", help="check each quotation of this text instead"
    )
    parser.add_argument(
        "--against", nargs="+", metavar="SOURCE", help="the texts that the draft quotes"
    )
    parser.add_argument(
        "--offsets-only",
        action="store_true",
        help="check spans, names and nesting of records, but do not look for them again",
    )
    parser.add_argument(
        "--format",
        choices=("text", "jsonl"),
        default="text",
        help="text names what fails, jsonl is an object for each record or quotation "
        "(default: text)",
    )
    add_reading_arguments(parser)


def run(arguments: argparse.Namespace) -> Status:
    """Print what fails, then how many hold."""
    if arguments.draft is not None:
        if arguments.records is not None or not arguments.against:
            raise UsageError("write: attrib verify --draft DRAFT --against SOURCE…")
        return _check_draft(arguments)
    if not arguments.files or arguments.against:
        raise UsageError("write: attrib verify RECORDS FILE…, or --draft DRAFT --against SOURCE…")
    return _replay(arguments)


def _replay(arguments: argparse.Namespace) -> Status:
    held = failed = unread = 0
    with _records(arguments.records) as file:
        found = verdicts(Index.of(file), articles(arguments), offsets_only=arguments.offsets_only)
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


def _check_draft(arguments: argparse.Namespace) -> Status:
    complaints = Complaints()
    drafts = list(_analyses([arguments.draft], arguments, complaints))
    if not drafts:
        return Status.FAILED
    texts: dict[str, str] = {}

    def sources() -> Iterator[Analysis]:
        for analysis in _analyses(arguments.against, arguments, complaints):
            document = analysis.document
            texts[document.path or document.id] = document.text
            yield analysis

    checks = draft.check(drafts[0], sources())
    for check in checks:
        if arguments.format == "jsonl":
            print(json.dumps({"draft": arguments.draft, **check.to_dict()}))
        else:
            print(
                *map(printable, _lines(check, drafts[0].document.text, texts, arguments)),
                sep="\n    ",
            )
    fine = sum(check.ok for check in checks)
    if arguments.format == "text":
        print(f"{fine} of {len(checks)} quotations {'stands' if fine == 1 else 'stand'}")
    return Status.FAILED if fine < len(checks) else complaints.status


def _lines(
    check: QuotationCheck, text: str, sources: dict[str, str], arguments: argparse.Namespace
) -> Iterator[str]:
    """The verdict on a quotation, and where its source stands."""
    line, _ = line_and_column(text, check.quotation.start)
    words = check.difference or " ".join(span.text for span in check.quotation.spans)
    yield f"{arguments.draft}:{line}: {check.status}: {check.speaker or '?'}: {words}"
    if check.found and check.source:
        line, _ = line_and_column(sources[check.source], check.found.start)
        speaker = f" ({check.found_speaker})" if check.found_speaker else ""
        yield f"{check.source}:{line}: {check.found.text}{speaker}"


def _analyses(
    files: list[str], arguments: argparse.Namespace, complaints: Complaints
) -> Iterator[Analysis]:
    items = articles(argparse.Namespace(**{**vars(arguments), "files": files}))
    extraction = Extraction(attributor=Attributor())
    return (done.result for done in complaints.sift(workers.run(items, extraction.analyse)))


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
