"""`attrib view`."""

from __future__ import annotations

import argparse

from attrib.commands.inputs import (
    Complaints,
    add_attribution_arguments,
    add_input_arguments,
    analyses,
)
from attrib.commands.terminal import Status

EXAMPLES = """\
examples:
  attrib view article.txt -o article.html
  attrib view news/ --publisher "Daily Post" -o report.html
  attrib view page.html > report.html

The page needs nothing else: no network, no other file. Contents, cues and sources are coloured
by speaker; a click shows chain, pattern and confidence; several articles get an index.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The articles and the page."""
    add_input_arguments(parser)
    add_attribution_arguments(parser)
    group = parser.add_argument_group("output")
    group.add_argument(
        "-o", "--output", metavar="OUT", help="the page to write (default: standard output)"
    )


def run(arguments: argparse.Namespace) -> Status:
    """Write the page of all articles that could be read."""
    from attrib.batch.output import Output
    from attrib.display.page import report

    complaints = Complaints()
    found = list(analyses(arguments, complaints, from_web=True))
    if found:
        with Output.open(arguments.output) as out:
            out.write(report(found).encode("utf-8", "replace"))
    return complaints.status
