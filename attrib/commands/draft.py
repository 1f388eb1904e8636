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
  attrib verify --draft draft.txt --against sources/ --transcript speech.txt

With --draft, each quotation of the draft is looked for in the sources, and where its words stand
decides. Those may be printed that a source has in quotation marks, or in a transcript, for the
same speaker:
  verbatim               the very words
  edited                 but for an ellipsis, brackets, a capital
and those may not:
  altered                other words, or two quotations as one; the difference is shown
  another speaker        the source names somebody else
  speaker not confirmed  the source does not state who speaks, or only by a doubtful pronoun
  paraphrase in marks    the reporter’s wording of what somebody said
  not said               the reporter’s own words
  not found              in none of the sources
A title, or a word in scare quotes that the draft has nobody say, is not checked.
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
    group.add_argument(
        "--transcript",
        nargs="*",
        metavar="SOURCE",
        help="such texts that are one person's words throughout: a speech, a statement; "
        "without SOURCE, all those of --against are",
    )


def run(arguments: argparse.Namespace) -> Status:
    """Print what became of each quotation; fail where one may not be printed as it is."""
    from attrib.across.draft import check

    if not arguments.against and not arguments.transcript:
        raise UsageError("--draft needs --against SOURCE…: the texts its quotations are from")
    problems: list[str] = []
    sources = list(_analyses(arguments, arguments.against or (), problems))
    transcripts = list(_analyses(arguments, arguments.transcript or (), problems))
    if arguments.transcript == []:
        sources, transcripts = [], sources
    failed = False
    for draft in _analyses(arguments, [arguments.draft], problems):
        checks = check(draft, sources, transcripts)
        failed |= not all(each.ok for each in checks)
        if arguments.format == "jsonl":
            for each in checks:
                print(json.dumps({"draft": _name(draft), **each.to_dict()}, ensure_ascii=False))
        else:
            print(_table(draft, [*sources, *transcripts], checks), end="")
    for problem in problems:
        complain(problem)
    return Status.FAILED if failed or problems else Status.OK


def _analyses(
    arguments: argparse.Namespace, files: Sequence[str], problems: list[str]
) -> Iterator[Analysis]:
    from attrib.attributor import Attributor
    from attrib.reading.corpus import Problem

    only = argparse.Namespace(**{**vars(arguments), "files": files})
    for article in warned(articles(only, from_web=True)):
        if isinstance(article, Problem):
            problems.append(str(article))
        else:
            yield Attributor().attribute(article.text, **article.metadata())


def _name(analysis: Analysis) -> str:
    return analysis.document.path or analysis.document.id


def _table(draft: Analysis, sources: Sequence[Analysis], checks: Sequence[QuotationCheck]) -> str:
    """A row for each quotation, then a sentence for each that may not be printed as it is."""
    from attrib.display.columns import columns
    from attrib.reading.text import line_and_column

    if not checks:
        return f"{_name(draft)}: no quotations to check\n"
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
        if each.status not in ("verbatim", "not checked"):
            notes.append(f"{place}: {each.explained(found or None)}")
    failing = sum(not each.ok for each in checks)
    notes.append(f"{len(checks) - failing} of {len(checks)} quotations hold")
    return columns(rows) + "\n" + "".join(f"{printable(note)}\n" for note in notes)
