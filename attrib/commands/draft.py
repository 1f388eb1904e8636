"""`attrib verify --draft DRAFT --against SOURCE…`."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from attrib.commands.inputs import articles, warned
from attrib.commands.terminal import Status, complain, printable
from attrib.errors import UsageError

if TYPE_CHECKING:
    from attrib.across.draft import QuotationCheck
    from attrib.analysis import Analysis

EXAMPLES = """\
  attrib verify --draft draft.txt --against transcript.txt notes.txt
  attrib verify --draft draft.txt --against sources/ --format jsonl

With --draft, each quotation of the draft is looked for in the sources: verbatim, edited (an
ellipsis, brackets, a capital), altered (the words differ and are shown), misattributed (found,
but said by somebody else), not found, or not checked (a title, a word in scare quotes).
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The draft and its sources."""
    group = parser.add_argument_group("checking the quotations of a draft")
    group.add_argument("--draft", metavar="DRAFT", help="check the quotations of this text")
    group.add_argument(
        "--against",
        nargs="+",
        metavar="SOURCE",
        help="the texts that they must stand in: files, folders, globs",
    )


def run(arguments: argparse.Namespace) -> Status:
    """Print what became of each quotation; fail where one may not be printed as it is."""
    from attrib.across.draft import check

    if not arguments.against:
        raise UsageError("--draft needs --against SOURCE…: the texts its quotations are from")
    problems: list[str] = []
    sources = list(_analyses(arguments, arguments.against, problems))
    failed = False
    for draft in _analyses(arguments, [arguments.draft], problems):
        checks = check(draft, sources)
        failed |= not all(each.ok for each in checks)
        if arguments.format == "jsonl":
            for each in checks:
                print(json.dumps({"draft": _name(draft), **each.to_dict()}, ensure_ascii=False))
        else:
            print(_table(draft, sources, checks), end="")
    for problem in problems:
        complain(problem)
    return Status.FAILED if failed or problems else Status.OK


def _analyses(
    arguments: argparse.Namespace, files: Sequence[str], problems: list[str]
) -> Iterator[Analysis]:
    from attrib.pipeline import Attributor
    from attrib.reading.corpus import Problem

    for article in warned(articles(argparse.Namespace(**{**vars(arguments), "files": files}))):
        if isinstance(article, Problem):
            problems.append(str(article))
        else:
            yield Attributor().attribute(article.text, **article.metadata())


def _name(analysis: Analysis) -> str:
    return analysis.document.path or analysis.document.id


def _table(draft: Analysis, sources: Sequence[Analysis], checks: Sequence[QuotationCheck]) -> str:
    """A row for each quotation, then the words that differ, whole."""
    from attrib.display.columns import columns
    from attrib.reading.text import line_and_column

    texts = {_name(source): source.document.text for source in sources}
    rows = [("LINE", "STATUS", "SPEAKER", "QUOTATION", "FOUND")]
    notes = []
    for each in checks:
        place = ":".join(map(str, line_and_column(draft.document.text, each.quotation.start)))
        found = ""
        if each.source is not None and each.found is not None:
            line, _ = line_and_column(texts[each.source], each.found.start)
            found = f"{each.source}:{line}"
        quotation = " ".join(span.text for span in each.quotation.spans)
        rows.append((place, each.status, each.speaker or "?", quotation, found))
        if each.status == "misattributed":
            notes.append(f"{place}: said by {each.found_speaker} in {found}, not {each.speaker}")
        if any(piece.edit == "changed" for piece in each.pieces):
            notes.append(f"{place}: {each.difference}")
    failing = sum(not each.ok for each in checks)
    notes.append(f"{len(checks) - failing} of {len(checks)} quotations hold")
    return columns(rows) + "\n" + "".join(f"{printable(note)}\n" for note in notes)
