"""`attrib graph`."""

from __future__ import annotations

import argparse

from attrib.commands.inputs import Complaints
from attrib.commands.record_inputs import add_record_arguments, records
from attrib.commands.terminal import Status, complain

EXAMPLES = """\
examples:
  attrib graph news/ -o graph.svg
  attrib graph news/ --format html --least 3 -o graph.html
  attrib graph news/ --format dot | dot -Tpng > graph.png
  attrib graph --records records.jsonl --format json --most 200
  attrib graph --copies news/ -o copies.svg

An arrow goes from a publisher to the outlet it relies on, and from there to the speaker: the
number on it says how many records went that way. An article that names no publisher stands for
itself; --publisher gives one. In HTML, a click on an arrow lists the statements behind it. SVG and
HTML need the extra [graph].
"""

_NOTHING_JOINS = (
    "nothing joins: no record leads from a publisher or an article to a speaker; give the "
    "publisher with --publisher NAME, and fewer records to an arrow with --least 1"
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The corpus and the form of the graph."""
    add_record_arguments(parser)
    group = parser.add_argument_group("output")
    group.add_argument(
        "--format",
        choices=("svg", "html", "dot", "json"),
        default="svg",
        help="a drawing, a page to click on, Graphviz's language, or node-link JSON (default: svg)",
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
        help="only the N outlets, articles and speakers of the heaviest arrows (default: 50)",
    )
    group.add_argument(
        "--least",
        type=int,
        default=1,
        metavar="N",
        help="only arrows that N records or more went (default: 1)",
    )
    group.add_argument(
        "-o", "--output", metavar="OUT", help="the file to write (default: standard output)"
    )


def run(arguments: argparse.Namespace) -> Status:
    """Write who quotes whom."""
    from attrib.across.drawing import require_library, svg
    from attrib.across.graph import as_json, dot, graph, of_copies
    from attrib.across.graph_page import html
    from attrib.across.trace import edges, trace
    from attrib.analysis import Analysis
    from attrib.batch.output import Output

    if arguments.format in ("svg", "html"):
        require_library()
    complaints = Complaints()
    found = records(arguments, complaints)
    bounds = {"most": arguments.most, "least": arguments.least}
    if arguments.copies:
        made = of_copies(edges(trace(found)), **bounds)
    else:
        made = graph((Analysis(each.document, (each,)) for each in found), **bounds)
    if not made.edges:
        complain(_NOTHING_JOINS)
    writers = {"svg": svg, "html": html, "dot": dot, "json": as_json}
    drawn = writers[arguments.format](made)
    with Output.open(arguments.output) as out:
        out.write(f"{drawn}\n".encode("utf-8", "replace"))
    return complaints.status
