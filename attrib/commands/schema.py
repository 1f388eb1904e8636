"""`attrib schema`."""

from __future__ import annotations

import argparse
import json
import sys

from attrib.commands.terminal import Status

EXAMPLES = """\
examples:
  attrib schema > attrib.schema.json
  attrib schema --article      what --format json writes of an article: records,
                               notes and the ledger of its quotations
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Of what the schema is."""
    parser.add_argument(
        "--article",
        action="store_true",
        help="of an article with its records, notes and quotations, as --format json has it",
    )


def run(arguments: argparse.Namespace) -> Status:
    """Print the schema of a record, or of an article."""
    from attrib.schema import article, schema

    wanted = article() if arguments.article else schema()
    json.dump(wanted, sys.stdout, indent=2, ensure_ascii=False)
    sys.stdout.write("\n")
    return Status.OK
