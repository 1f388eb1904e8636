"""`attrib trace`."""

from __future__ import annotations

import argparse
import json
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
or in part. By date, the first carrier comes first; --published or the articles' own dates tell.
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


def run(arguments: argparse.Namespace) -> Status:
    """Print the statements that more than one article carries."""
    from attrib.across.trace import edges, to_table, trace

    complaints = Complaints()
    statements = trace(records(arguments, complaints))
    if arguments.format == "table":
        none = "no statement stands in more than one article\n"
        sys.stdout.write(to_table(statements) or none)
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
