"""`attrib graph`."""

from __future__ import annotations

import argparse

from attrib.commands.inputs import Complaints
from attrib.commands.record_inputs import add_record_arguments, records
from attrib.commands.terminal import Status

EXAMPLES = """\
examples:
  attrib graph news/ -o graph.svg
  attrib graph news/ --format dot | dot -Tpng > graph.png
  attrib graph --records records.jsonl --format json --most 200
  attrib graph --copies news/ -o copies.svg

An arrow goes from a publisher to the outlet it relies on, and from there to the speaker: the
number on it says how many records went that way. SVG needs the extra [graph].
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The corpus and the form of the graph."""
    add_record_arguments(parser)
    group = parser.add_argument_group("output")
    group.add_argument(
        "--format",
        choices=("svg", "dot", "json"),
        default="svg",
        help="a drawing, Graphviz's language, or node-link JSON (default: svg)",
    )
    group.add_argument(
        "--copies",
        action="store_true",
        help="draw which outlet took statements from which, as attrib trace tells by their credits",
    )
    group.add_argument(
        "--most",
        type=int,
        default=50,
        metavar="N",
        help="only the N outlets and speakers with the most records (default: 50)",
    )
    group.add_argument(
        "-o", "--output", metavar="OUT", help="the file to write (default: standard output)"
    )


def run(arguments: argparse.Namespace) -> Status:
    """Write who quotes whom."""
    from attrib.across.graph import WRITERS, graph, of_copies, require_library
    from attrib.across.trace import edges, trace
    from attrib.analysis import Analysis
    from attrib.batch.output import Output

    if arguments.format == "svg":
        require_library()
    complaints = Complaints()
    found = records(arguments, complaints)
    if arguments.copies:
        made = of_copies(edges(trace(found)), most=arguments.most)
    else:
        made = graph((Analysis(each.document, (each,)) for each in found), most=arguments.most)
    drawn = WRITERS[arguments.format](made)
    with Output.open(arguments.output) as out:
        out.write(f"{drawn}\n".encode("utf-8", "replace"))
    return complaints.status
