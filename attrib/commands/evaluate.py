"""`attrib evaluate`."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from attrib.commands.terminal import Status, complain, printable
from attrib.errors import UsageError

if TYPE_CHECKING:
    from attrib.evaluation.marked import Marked, MarkedArticle

EXAMPLES = """\
examples:
  attrib evaluate gold/ records.jsonl
  attrib evaluate gold/ --run --html misses.html
  attrib evaluate gold/ --run --save before.json
  attrib evaluate gold/ --run --against before.json --show 20

GOLD is a brat folder (NAME.txt with NAME.ann or NAME_ANNOTATOR.ann, side by side or in text/ and
attributions/) or JSON Lines. A record matches an annotation when their contents overlap by half
of their union, and is right when the sources overlap by half of the shorter one as well. Where
GOLD has a tokens.jsonl (sentences with BIO labels), the token scores are printed too.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Gold, what is measured, and what is to be shown."""
    parser.add_argument("gold", metavar="GOLD", help="a brat folder or JSON Lines of records")
    parser.add_argument(
        "found", nargs="?", metavar="PRED", help="JSON Lines of attrib extract, or a brat folder"
    )
    parser.add_argument("--run", action="store_true", help="read the gold's texts with attrib now")
    parser.add_argument(
        "--annotator", metavar="NAME", help="whose annotations count (default: the first by name)"
    )
    group = parser.add_argument_group("output")
    group.add_argument("--json", action="store_true", help="the figures for a program")
    group.add_argument("--patterns", action="store_true", help="also how each pattern does")
    group.add_argument(
        "--show",
        type=int,
        default=0,
        metavar="N",
        help="also N cases of each sort: missed, false, wrong source, gained, lost",
    )
    group.add_argument("--html", metavar="FILE", help="write every wrong case in its place")
    group.add_argument("--save", metavar="FILE", help="keep this run to compare others with")
    group.add_argument("--against", metavar="FILE", help="tell gains and losses from a saved run")


def run(arguments: argparse.Namespace) -> Status:
    """Print how far the records agree with the annotations."""
    from attrib.evaluation import report as reporting
    from attrib.evaluation.marked import read
    from attrib.evaluation.score import score
    from attrib.evaluation.tokens import token_table

    if arguments.run == (arguments.found is not None):
        raise UsageError("give the records to measure, or --run to make them now")
    gold = read(Path(arguments.gold), arguments.annotator)
    if arguments.run:
        found = _run(gold)
    else:
        found = {name: each.marked for name, each in read(Path(arguments.found)).items()}
        if not found.keys() & gold.keys():
            complain("no article of the gold is among the records; compare the files' names")
    report = score(gold, found)
    tokens = None
    if (labels := Path(arguments.gold, "tokens.jsonl")).is_file():
        tokens = token_table(labels, gold, found)
    difference = reporting.against(report, Path(arguments.against)) if arguments.against else None
    if arguments.json:
        json.dump(reporting.to_json(report, tokens, difference), sys.stdout, ensure_ascii=False)
        sys.stdout.write("\n")
    else:
        sys.stdout.write(reporting.to_text(report, tokens=tokens, patterns=arguments.patterns))
        if difference is not None:
            sys.stdout.write("\n" + reporting.against_text(difference, gold, arguments.show))
        for line in reporting.cases(report.outcomes, gold, arguments.show):
            print(printable(line))
    if arguments.html:
        Path(arguments.html).write_text(reporting.to_html(report, gold), encoding="utf-8")
    if arguments.save:
        reporting.save(report, Path(arguments.save))
    return Status.OK


def _run(gold: Mapping[str, MarkedArticle]) -> dict[str, tuple[Marked, ...]]:
    from attrib.attributor import attribute
    from attrib.evaluation.marked import Marked

    found = {}
    for name, article in gold.items():
        records = attribute(article.text, id=name).records
        outer_first = sorted(records, key=lambda r: (r.nested_in is not None, r.content[0].start))
        found[name] = tuple(Marked.of_record(record.to_dict()) for record in outer_first)
    return found
