"""Who quotes whom: publishers, the outlets they rely on, and the speakers at the end of the chains.

`graph` counts the steps of all chains; `dot` and `as_json` write them, `drawing.svg` draws them,
and `graph_page.html` makes a page of it, where a click lists the statements behind a line.
"""

from __future__ import annotations

import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from itertools import pairwise
from pathlib import PurePath
from typing import Literal

from attrs import field, frozen

from attrib.across.speakers import fullest, identify
from attrib.across.trace import Edge
from attrib.analysis import Analysis
from attrib.errors import UsageError
from attrib.model import Record, SpeakerKind

_KEPT = 50
"""Statements kept for a step."""
_NOBODY = frozenset("i we you me us my our he she it they who which that".split())

NodeKind = SpeakerKind | Literal["article"]


@frozen(order=True)
class Node:
    """An outlet, an article or a speaker; the same name as outlet and as person is two nodes."""

    name: str
    kind: NodeKind

    @property
    def key(self) -> str:
        return f"{self.kind}:{self.name}"

    @property
    def label(self) -> str:
        """What a drawing calls it: of a path the file."""
        return PurePath(self.name).name if self.kind == "article" else self.name


@frozen
class Passage:
    """A statement behind a step: the words, and where they stand."""

    words: str
    article: str
    speaker: str | None

    @classmethod
    def of(cls, record: Record) -> Passage:
        document = record.document
        return cls(
            " … ".join(" ".join(span.text.split()) for span in record.content),
            document.title or document.path or document.id,
            record.speaker.name if record.speaker else None,
        )


@frozen
class Graph:
    """Nodes with the number of records that name them, edges with the records that pass them.

    Both have the heaviest first; every node is an end of an edge.
    """

    nodes: Mapping[Node, int]
    edges: Mapping[tuple[Node, Node], int]
    passages: Mapping[tuple[Node, Node], tuple[Passage, ...]] = field(factory=dict, repr=False)
    """Statements that passed an edge, the first of each."""


def graph(analyses: Iterable[Analysis], *, most: int | None = None, least: int = 1) -> Graph:
    """The graph of all chains, an article that names no publisher in the place of one.

    `least` drops edges that fewer records pass; `most` keeps so many nodes, those of the heaviest
    edges.

    >>> from attrib import attribute
    >>> made = graph([attribute("“We go,” said Ana Ruiz.", path="notes.txt")])
    >>> [(first.name, second.name, count) for (first, second), count in made.edges.items()]
    [('notes.txt', 'Ana Ruiz', 1)]
    """
    _check(most, least)
    nodes: Counter[Node] = Counter()
    edges: Counter[tuple[Node, Node]] = Counter()
    passages: defaultdict[tuple[Node, Node], list[Passage]] = defaultdict(list)
    for analysis in analyses:
        for record in analysis.records:
            chain = _chain(record)
            nodes.update(set(chain))
            for step in {(first, second) for first, second in pairwise(chain) if first != second}:
                edges[step] += 1
                if len(passages[step]) < _KEPT:
                    passages[step].append(Passage.of(record))
    same = _same(nodes)
    joined: Counter[Node] = Counter()
    for node, count in nodes.items():
        joined[same[node]] += count
    steps: Counter[tuple[Node, Node]] = Counter()
    told: defaultdict[tuple[Node, Node], list[Passage]] = defaultdict(list)
    for (first, second), count in edges.items():
        step = same[first], same[second]
        if step[0] != step[1]:
            steps[step] += count
            told[step] += passages[first, second]
    return _most(joined, steps, told, most, least)


def of_copies(copies: Iterable[Edge], *, most: int | None = None, least: int = 1) -> Graph:
    """The graph of who took statements from whom, as `trace.edges` tells by explicit credit.

    >>> from attrib.across.trace import Edge
    >>> drawn = of_copies([Edge(source="Reuters", target="Daily Post", statements=3)])
    >>> [(first.name, second.name, n) for (first, second), n in drawn.edges.items()]
    [('Daily Post', 'Reuters', 3)]
    """
    _check(most, least)
    nodes: Counter[Node] = Counter()
    edges: Counter[tuple[Node, Node]] = Counter()
    for copy in copies:
        taker, giver = Node(copy.target, copy.target_kind), Node(copy.source, "outlet")
        nodes.update({taker: copy.statements, giver: copy.statements})
        edges[taker, giver] += copy.statements
    return _most(nodes, edges, {}, most, least)


def _check(most: int | None, least: int) -> None:
    if most is not None and most < 2:
        raise UsageError(f"a graph needs at least two nodes to join, not {most}")
    if least < 1:
        raise UsageError(f"an edge stands for at least one record, not {least}")


def _same(nodes: Iterable[Node]) -> dict[Node, Node]:
    """For each node the one that stands for it: `Ruiz` is Ana Ruiz where nobody else is."""
    same = {node: node for node in nodes}
    speakers: dict[tuple[SpeakerKind, str], Node] = {
        (kind, node.name): node
        for node in same
        if (kind := node.kind) != "article" and kind != "outlet"
    }
    called: defaultdict[object, Counter[str]] = defaultdict(Counter)
    identities = identify(speakers)
    for (kind, name), identity in identities.items():
        called[identity, kind][name] += 1
    for (kind, name), identity in identities.items():
        same[speakers[kind, name]] = Node(fullest(called[identity, kind]), kind)
    return same


def _most(
    nodes: Mapping[Node, int],
    edges: Mapping[tuple[Node, Node], int],
    passages: Mapping[tuple[Node, Node], list[Passage]],
    most: int | None,
    least: int,
) -> Graph:
    """The graph of the heaviest edges and the nodes at their ends; nothing that is not joined."""
    kept: dict[tuple[Node, Node], int] = {}
    ends: set[Node] = set()
    for edge, weight in sorted(edges.items(), key=lambda item: (-item[1], item[0])):
        if weight < least:
            break
        if most is None or len(ends.union(edge)) <= most:
            kept[edge] = weight
            ends.update(edge)
    ranked = sorted(ends, key=lambda node: (-nodes[node], node))
    return Graph(
        {node: nodes[node] for node in ranked},
        kept,
        {edge: tuple(passages[edge][:_KEPT]) for edge in kept if edge in passages},
    )


def as_json(graph: Graph) -> str:
    """Node-link JSON, as networkx's `node_link_graph` and d3 read it."""
    return json.dumps(
        {
            "directed": True,
            "multigraph": False,
            "graph": {},
            "nodes": [
                {"id": node.key, "name": node.name, "kind": node.kind, "records": count}
                for node, count in graph.nodes.items()
            ],
            "edges": [
                {"source": first.key, "target": second.key, "records": count}
                for (first, second), count in graph.edges.items()
            ],
        },
        ensure_ascii=False,
        indent=1,
    )


def dot(graph: Graph) -> str:
    r"""The graph in Graphviz's language.

    >>> ana = Node('Ana "Bo" Ruiz', "person")
    >>> print(dot(Graph({ana: 2}, {})))
    digraph attrib {
      rankdir=LR;
      node [shape=box, style="rounded,filled", fontname="sans-serif"];
      "person:Ana \"Bo\" Ruiz" [label="Ana \"Bo\" Ruiz", fillcolor="#fde3cf"];
    }
    """
    lines = [
        "digraph attrib {",
        "  rankdir=LR;",
        '  node [shape=box, style="rounded,filled", fontname="sans-serif"];',
    ]
    fills: dict[str, str] = {"outlet": "#d6e4fb", "person": "#fde3cf", "article": "#dff0d8"}
    for node in graph.nodes:
        fill = fills.get(node.kind, "#e4e7eb")
        label = _dot_quoted(node.name)
        lines.append(f'  {_dot_quoted(node.key)} [label={label}, fillcolor="{fill}"];')
    for (first, second), count in graph.edges.items():
        ends = f"{_dot_quoted(first.key)} -> {_dot_quoted(second.key)}"
        lines.append(f"  {ends} [label={count}, penwidth={line_width(count):.1f}];")
    return "\n".join([*lines, "}"])


def line_width(count: int) -> float:
    """How wide an edge is drawn that so many records pass."""
    return min(1 + 1.2 * math.log2(count), 7)


def _chain(record: Record) -> list[Node]:
    """The way of a statement; it begins with the article where no publisher is known."""
    speaker = record.speaker
    kind: SpeakerKind = speaker.kind if speaker else "anonymous"
    last = len(record.chain) - 1
    chain = []
    if not record.chain or record.chain[0].role != "publisher":
        document = record.document
        chain.append(Node(document.path or document.title or document.id, "article"))
    for index, link in enumerate(record.chain):
        if link.role != "speaker":
            chain.append(Node(link.name, "outlet"))
        elif link.name.casefold() not in _NOBODY:
            chain.append(Node(link.name, kind if index == last else "person"))
    return chain


def _dot_quoted(name: str) -> str:
    flat = " ".join(name.split()).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{flat}"'
