"""`attrib trace`."""

from __future__ import annotations

import argparse
import json
import shutil
import sys

from attrib.commands.inputs import Complaints
from attrib.commands.record_inputs import add_record_arguments, records
from attrib.commands.terminal import Status

EXAMPLES = """\
examples:
  attrib trace news/
  attrib trace news/ --format json > statements.json
  attrib trace --records records.jsonl --format edges

A statement is shown when more than one article carries it: in the same words, with some changed,
or in part; [-words-] are the statement's and {+words+} the article's. By date, the first carrier
comes first; --published, the articles' own dates or their datelines tell.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The corpus and the form of the output."""
    add_record_arguments(parser)
    group = parser.add_argument_group("output")
    group.add_argument(
        "--format",
        choices=("table", "json", "edges"),
        default="table",
        help="statements for people, statements and edges as JSON, or who has statements from "
        "whom as JSON Lines (default: table)",
    )
    group.add_argument(
        "--least",
        type=int,
        default=5,
        metavar="WORDS",
        help="of a statement; a shorter one is nobody's in particular (default: 5)",
    )


def run(arguments: argparse.Namespace) -> Status:
    """Print the statements that more than one article carries."""
    from attrib.across.trace import edges, to_table, trace

    complaints = Complaints()
    statements = trace(records(arguments, complaints), least=arguments.least)
    if arguments.format == "table":
        none = f"no statement of {arguments.least} words or more stands in several articles\n"
        sys.stdout.write(to_table(statements, shutil.get_terminal_size().columns) or none)
    elif arguments.format == "edges":
        for edge in edges(statements):
            print(json.dumps(edge.to_dict(), ensure_ascii=False))
    else:
        found = {
            "statements": [statement.to_dict() for statement in statements],
            "edges": [edge.to_dict() for edge in edges(statements)],
        }
        json.dump(found, sys.stdout, ensure_ascii=False, indent=1)
        sys.stdout.write("\n")
    return complaints.status
