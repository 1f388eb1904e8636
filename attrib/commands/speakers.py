"""`attrib speakers`."""

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
  attrib speakers news/
  attrib speakers news/ --format csv --by-outlet > speakers.csv
  attrib extract news/ -o records.jsonl && attrib speakers --records records.jsonl --format json

One row for each speaker, over all articles: a surname, an initial or an acronym joins the one
full name it can belong to, and stays a row of its own where there are several.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The corpus and the form of the table."""
    add_record_arguments(parser)
    group = parser.add_argument_group("output")
    group.add_argument(
        "--format",
        choices=("table", "csv", "json"),
        default="table",
        help="columns for people, CSV that no spreadsheet runs, or JSON (default: table)",
    )
    group.add_argument(
        "--by-outlet",
        action="store_true",
        help="in CSV, a row for each speaker and outlet",
    )


def run(arguments: argparse.Namespace) -> Status:
    """Print each speaker once."""
    from attrib.across.speakers import speakers, to_csv, to_table

    complaints = Complaints()
    rows = speakers(records(arguments, complaints))
    if arguments.format == "json":
        json.dump([row.to_dict() for row in rows], sys.stdout, ensure_ascii=False, indent=1)
        sys.stdout.write("\n")
    elif arguments.format == "csv":
        sys.stdout.write(to_csv(rows, arguments.by_outlet))
    else:
        sys.stdout.write(to_table(rows, shutil.get_terminal_size().columns))
    return complaints.status
