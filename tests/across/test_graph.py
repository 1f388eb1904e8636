"""The graph of who quotes whom."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from itertools import combinations

import pytest
from attrs import evolve
from hand_made import ANALYSIS, DOCUMENT

from attrib import attribute
from attrib.across import drawing
from attrib.across import graph as graphs
from attrib.across.graph_page import html
from attrib.across.trace import Edge
from attrib.analysis import Analysis
from attrib.errors import UsageError
from attrib.model import Link, Speaker

SVG = "{http://www.w3.org/2000/svg}"


def chained(*chains: tuple[str, ...]) -> Analysis:
    """An article whose records have these chains: a first outlet, others, and last a person."""
    records = []
    for number, (publisher, *outlets, speaker) in enumerate(chains):
        links = (
            Link("publisher", publisher),
            *(Link("outlet", outlet) for outlet in outlets),
            Link("speaker", speaker),
        )
        person = Speaker(name=speaker, kind="person")
        records.append(evolve(ANALYSIS.records[0], id=str(number), speaker=person, chain=links))
    return Analysis(DOCUMENT, tuple(records))


def newsroom(speakers: int) -> Analysis:
    """Six outlets that carry each other in a circle, and as many speakers as asked for."""
    outlets = [f"The Town Gazette {number}" for number in range(6)]
    chains = [
        (
            outlets[number % 6],
            outlets[(number * 7 + 1) % 6],
            f"Speaker Number {number} of Somewhere",
        )
        for number in range(speakers)
    ]
    return chained(*chains)


def test_edges_count_the_records_that_pass_them() -> None:
    """Each step of a chain is an edge, as heavy as it has records."""
    made = graphs.graph(
        [chained(("Post", "Wire", "Ana Ruiz"), ("Post", "Wire", "Bo Lund"), ("Post", "Bo Lund"))]
    )
    edges = {(a.name, b.name): count for (a, b), count in made.edges.items()}

    assert edges == {
        ("Post", "Wire"): 2,
        ("Post", "Bo Lund"): 1,
        ("Wire", "Ana Ruiz"): 1,
        ("Wire", "Bo Lund"): 1,
    }
    assert next(iter(made.nodes)).name == "Post"


def test_an_outlet_and_a_person_of_one_name_are_two() -> None:
    """`Mercury` the paper is not Mercury the speaker."""
    made = graphs.graph([chained(("Mercury", "Mercury"))])

    assert {node.kind for node in made.nodes} == {"outlet", "person"}


def test_the_kind_is_that_of_the_speaker_in_the_record() -> None:
    """Anonymous sources are shown as such, and nested speakers in front of them as persons."""
    kinds = {node.name: node.kind for node in graphs.graph([ANALYSIS]).nodes}

    assert kinds["one official"] == "anonymous"
    assert (kinds["Tom Okafor"], kinds["Northern Courier"]) == ("person", "outlet")


def test_most_keeps_the_busiest_nodes() -> None:
    """With `most`, rarely named nodes go, and their edges with them."""
    made = graphs.graph([newsroom(40)], most=6)

    assert {node.kind for node in made.nodes} == {"outlet"}
    assert all(first in made.nodes and second in made.nodes for first, second in made.edges)
    with pytest.raises(UsageError, match="at least two nodes"):
        graphs.graph([], most=1)


def test_an_article_without_a_publisher_is_a_node() -> None:
    """Its speakers hang on it, and so does the outlet it credits."""
    text = "“We go on,” Ana Ruiz told Reuters. Ruiz told Reuters it was late."
    made = graphs.graph([attribute(text, path="notes.txt")])

    assert {(a.kind, a.name, b.name): n for (a, b), n in made.edges.items()} == {
        ("article", "notes.txt", "Reuters"): 2,
        ("outlet", "Reuters", "Ana Ruiz"): 2,
    }


def test_only_what_is_joined_and_heavy_is_drawn() -> None:
    """Edges come heaviest first, lighter ones than asked for go, and with them who hung on them."""
    articles = [chained(("Post", "Ana Ruiz"), ("Post", "Ruiz"), ("Post", "Bo Lund"))]
    made = graphs.graph(articles)
    heavy = graphs.graph(articles, least=2)

    assert list(made.edges.values()) == [2, 1]
    assert {node.name for node in heavy.nodes} == {"Post", "Ana Ruiz"}
    assert all(any(node in edge for edge in made.edges) for node in made.nodes)


def test_the_page_has_the_statements_behind_each_edge() -> None:
    """A click can list them: they are in the page, and cannot break out of it."""
    pytest.importorskip("grandalf")
    text = "“We go </script> on,” said Ana Ruiz."
    page = html(graphs.graph([attribute(text, path="notes.txt")]))

    data = page.partition('id="data">')[2].partition("</script>")[0]
    (step,) = json.loads(data)
    assert (step["from"], step["to"]) == ("article:notes.txt", "person:Ana Ruiz")
    assert step["statements"] == [["“We go </script> on,”", "Ana Ruiz", "notes.txt"]]


def test_json_is_node_link_data() -> None:
    """Edges name nodes by id, and ids are unique."""
    made = json.loads(graphs.as_json(graphs.graph([ANALYSIS])))
    ids = [node["id"] for node in made["nodes"]]

    assert len(set(ids)) == len(ids)
    assert {end for edge in made["edges"] for end in (edge["source"], edge["target"])} <= set(ids)


def test_dot_quotes_what_would_break_it() -> None:
    """Quotation marks, backslashes and line ends in a name stay inside its string."""
    made = graphs.dot(graphs.graph([chained(("Post", 'A "B"\\\n]; evil -> c'))]))

    assert r'[label="A \"B\"\\ ]; evil -> c"' in made


@pytest.mark.parametrize("speakers", [0, 1, 44], ids=["none", "one", "fifty nodes"])
def test_svg_boxes_never_overlap(speakers: int) -> None:
    """At 50 nodes every name stands in a box of its own, inside the drawing."""
    pytest.importorskip("grandalf")
    made = graphs.graph([newsroom(speakers)])
    root = ET.fromstring(drawing.svg(made))
    boxes = [
        tuple(float(rect.attrib[name]) for name in ("x", "y", "width", "height"))
        for rect in root.iter(f"{SVG}rect")
        if rect.get("rx") == "6"
    ]
    names = ["".join(text.itertext()) for text in root.iter(f"{SVG}text")]

    assert len(boxes) == len(made.nodes)
    for node in made.nodes:
        assert any(name.rstrip("…") and node.name.startswith(name.rstrip("…")) for name in names)
    for (x1, y1, w1, h1), (x2, y2, w2, h2) in combinations(boxes, 2):
        assert x1 + w1 <= x2 or x2 + w2 <= x1 or y1 + h1 <= y2 or y2 + h2 <= y1
    for x, y, w, h in boxes:
        assert 0 <= x <= x + w <= float(root.attrib["width"])
        assert 0 <= y <= y + h <= float(root.attrib["height"])


def test_svg_is_the_same_every_time() -> None:
    """The order of articles does not move the boxes."""
    pytest.importorskip("grandalf")
    first, second = chained(("Post", "Ana")), chained(("Tide", "Wire", "Bo"))

    assert drawing.svg(graphs.graph([first, second])) == drawing.svg(graphs.graph([second, first]))


def test_svg_escapes_names() -> None:
    """Markup and controls in a name are words in the drawing, which stays well-formed."""
    pytest.importorskip("grandalf")
    drawn = drawing.svg(graphs.graph([chained(("<script>", 'a"&\x00\u202eb'))]))

    assert [node.tag for node in ET.fromstring(drawn).iter(f"{SVG}script")] == []
    assert "\u202e" not in drawn


def test_copies_point_from_taker_to_giver() -> None:
    """An outlet that credits another has an arrow to it, with the statements it took."""
    made = graphs.of_copies(
        [
            Edge(source="Mercury", target="Post", statements=2),
            Edge(source="Mercury", target="Echo", statements=5),
        ],
        most=2,
    )

    names = {(taker.name, giver.name): n for (taker, giver), n in made.edges.items()}
    assert names == {("Echo", "Mercury"): 5}
