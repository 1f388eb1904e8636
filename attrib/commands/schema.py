"""`attrib schema`."""

from __future__ import annotations

import argparse
import json
import sys

from attrib.commands.terminal import Status

EXAMPLES = """\
examples:
  attrib schema > attrib.schema.json
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """`attrib schema` takes none."""


def run(arguments: argparse.Namespace) -> Status:
    """Print the schema of a record."""
    from attrib.schema import schema

    json.dump(schema(), sys.stdout, indent=2, ensure_ascii=False)
    sys.stdout.write("\n")
    return Status.OK
