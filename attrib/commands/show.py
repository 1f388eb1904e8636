"""`attrib show`."""

from __future__ import annotations

import argparse
import shutil
import sys

from attrib.commands.inputs import (
    Complaints,
    add_attribution_arguments,
    add_input_arguments,
    analyses,
    notes,
)
from attrib.commands.terminal import Status, printable

EXAMPLES = """\
examples:
  attrib show article.txt
  attrib show https://gazette.example/rain
  attrib show article.txt --color always | less -R
  NO_COLOR=1 attrib show news/ | less

Each passage bears the number of its line in the list below the article. Without colour, [1 …]
stands round a content, _…_ round a source and /…/ round a cue.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The articles and how they look."""
    add_input_arguments(parser)
    add_attribution_arguments(parser)
    group = parser.add_argument_group("output")
    group.add_argument(
        "--color",
        choices=("auto", "always", "never"),
        default="auto",
        help="auto colours a terminal unless NO_COLOR is set (default: auto)",
    )
    group.add_argument(
        "--width", type=int, metavar="COLUMNS", help="of the lines (default: the terminal's)"
    )


def run(arguments: argparse.Namespace) -> Status:
    """Print each article with its attributions marked, then a list of them, then its notes."""
    from attrib.display.show import render, wants_color

    color = arguments.color == "always" or (arguments.color == "auto" and wants_color(sys.stdout))
    width = arguments.width or shutil.get_terminal_size().columns
    complaints = Complaints()
    for number, analysis in enumerate(analyses(arguments, complaints, from_web=True)):
        if number:
            print("\n")
        document = analysis.document
        print(printable(document.path or document.title or document.id), end="\n\n")
        print(render(analysis, width=width, color=color))
        if analysis.notes:
            print("", *map(printable, notes(analysis)), sep="\n")
    return complaints.status
