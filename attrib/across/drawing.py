"""A graph drawn: SVG with the nodes in layers from left to right (Sugiyama, by grandalf)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from importlib.util import find_spec

from attrib.across.graph import Graph, Node, line_width
from attrib.errors import MissingExtraError

_WIDEST = 30
"""Characters of a name that a box shows; the whole name is its tooltip."""
_CHARACTER, _HEIGHT, _GAP, _COLUMN_GAP = 7.4, 26, 10, 90
_MARGIN, _LEGEND = 16, 34
_AT = 0.6
"""How far along a line its number stands, from 0 to 1."""
STYLE = """\
svg{--ink:#1b1f24;--paper:#fff;--line:#8a94a0;--outlet:#d6e4fb;
--person:#fde3cf;--other:#e4e7eb;--article:#dff0d8}
@media (prefers-color-scheme:dark){svg{--ink:#e6e8eb;--paper:#14171b;--line:#7b8694;
--outlet:#24436e;--person:#6b3d18;--other:#3a414a;--article:#2f4a2a}}
.paper{fill:var(--paper)}
text{font:13px system-ui,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;fill:var(--ink)}
rect{stroke:var(--line);fill:var(--other)}.outlet rect{fill:var(--outlet)}
.article rect{fill:var(--article)}
.person rect{fill:var(--person)}.anonymous rect{stroke-dasharray:4 3}
.edge{fill:none;stroke:var(--line);stroke-opacity:.75}.head{fill:var(--line)}
.weight{font-size:11px;paint-order:stroke;stroke:var(--paper);stroke-width:3px}
"""


def svg(graph: Graph) -> str:
    """A drawing of the graph that needs nothing else; MissingExtraError without grandalf.

    >>> from attrib.across.graph import Node
    >>> post, ana = Node("Post", "outlet"), Node("Ana Ruiz", "person")
    >>> drawn = svg(Graph({post: 2, ana: 2}, {(post, ana): 2}))  # doctest: +SKIP
    >>> "Ana Ruiz (person): 2" in drawn  # doctest: +SKIP
    True
    """
    places, width, height = _layout(graph)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" '
        f'width="{width:.0f}" height="{height:.0f}" role="img" aria-labelledby="title">',
        '<title id="title">Who quotes whom</title>',
        f"<style>{STYLE}</style>",
        '<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" '
        'markerHeight="8" markerUnits="userSpaceOnUse" orient="auto">'
        '<path class="head" d="M0 0L8 4L0 8z"/></marker></defs>',
        f'<rect class="paper" width="{width:.0f}" height="{height:.0f}" stroke="none"/>',
        *_legend(),
        *(_edge(first, second, count, places) for (first, second), count in graph.edges.items()),
        *(_box(node, count, places[node]) for node, count in graph.nodes.items()),
        "</svg>",
    ]
    return "\n".join(parts)


def require_library() -> None:
    """MissingExtraError where what `svg` needs is not installed: to be told before long work."""
    if find_spec("grandalf") is None:
        raise MissingExtraError(
            "a drawing needs the extra [graph]: pip install 'attrib[graph]'; "
            "dot and json need nothing"
        )


Place = tuple[float, float, float]
"""Middle of a box and its width."""


def _layout(graph: Graph) -> tuple[dict[Node, Place], float, float]:
    """Where each box stands, and the size of the drawing; parts that hang together one by one."""
    require_library()
    from grandalf.graphs import Edge, Vertex
    from grandalf.graphs import Graph as Drawing
    from grandalf.layouts import SugiyamaLayout

    vertices = {node: Vertex(node) for node in sorted(graph.nodes)}
    for node, vertex in vertices.items():
        # The library goes from top to bottom: we turn its picture by swapping the axes.
        vertex.view = _View(_HEIGHT, _box_width(node))
    edges = [Edge(vertices[first], vertices[second]) for first, second in graph.edges]
    drawing = Drawing(list(vertices.values()), edges)
    places: dict[Node, Place] = {}
    top = float(_MARGIN + _LEGEND)
    for component in drawing.C:
        layout = SugiyamaLayout(component)
        layout.xspace, layout.yspace = _GAP, _COLUMN_GAP
        layout.init_all(optimize=True)
        layout.draw(12)
        boxes = _apart([(vertex.data, *vertex.view.xy[::-1]) for vertex in component.sV])
        least_y = min(y for _, _, y in boxes) - _HEIGHT / 2
        least_x = min(x - _box_width(node) / 2 for node, x, _ in boxes)
        for node, x, y in boxes:
            places[node] = (_MARGIN + x - least_x, top + y - least_y, _box_width(node))
        top = max(places[node][1] for node, _, _ in boxes) + _HEIGHT / 2 + 2 * _GAP
    right = max((x + width / 2 for x, _, width in places.values()), default=0.0)
    return places, max(right + _MARGIN, 420), top + _MARGIN


def _apart(boxes: list[tuple[Node, float, float]]) -> list[tuple[Node, float, float]]:
    """The boxes with room between those of a column, which the library does not always leave."""
    spaced = []
    lowest: dict[float, float] = {}
    for node, x, y in sorted(boxes, key=lambda box: (box[1], box[2], box[0])):
        y = max(y, lowest.get(x, y))
        lowest[x] = y + _HEIGHT + _GAP
        spaced.append((node, x, y))
    return spaced


class _View:
    """What the layout library wants of a vertex: its size, and a place to put it."""

    def __init__(self, width: float, height: float) -> None:
        self.w, self.h = width, height
        self.xy = (0.0, 0.0)


def _edge(first: Node, second: Node, count: int, places: Mapping[Node, Place]) -> str:
    (x1, y1, width1), (x2, y2, width2) = places[first], places[second]
    start, end = x1 + width1 / 2, x2 - width2 / 2
    if x2 <= x1:
        start, end = x1 - width1 / 2, x2 + width2 / 2
    bend = (end - start) / 2 or _COLUMN_GAP / 2
    path = f"M{start:.1f} {y1:.1f}C{start + bend:.1f} {y1:.1f} {end - bend:.1f} {y2:.1f} "
    # Where lines of one box have parted, and those to one have not met.
    near, far = (1 - _AT) ** 3 + 3 * (1 - _AT) ** 2 * _AT, 3 * (1 - _AT) * _AT**2 + _AT**3
    x = (
        (1 - _AT) ** 3 * start
        + 3 * (1 - _AT) ** 2 * _AT * (start + bend)
        + 3 * (1 - _AT) * _AT**2 * (end - bend)
        + _AT**3 * end
    )
    label = (
        f'<text class="weight" text-anchor="middle" x="{x:.1f}" '
        f'y="{near * y1 + far * y2 + 4:.1f}">{count}</text>'
    )
    tip = f"{escaped(first.name)} → {escaped(second.name)}: {count}"
    return (
        f'<g class="step" data-from="{escaped(first.key)}" data-to="{escaped(second.key)}">'
        f'<title>{tip}</title><path class="edge" marker-end="url(#head)" '
        f'stroke-width="{line_width(count):.1f}" d="{path}{end:.1f} {y2:.1f}"/>{label}</g>'
    )


def _box(node: Node, count: int, place: Place) -> str:
    x, y, width = place
    return (
        f'<g class="node {node.kind}" data-node="{escaped(node.key)}">'
        f"<title>{escaped(node.name)} ({node.kind}): {count}</title>"
        f'<rect x="{x - width / 2:.1f}" y="{y - _HEIGHT / 2:.1f}" width="{width:.1f}" '
        f'height="{_HEIGHT}" rx="6"/><text x="{x:.1f}" y="{y + 4.5:.1f}" text-anchor="middle">'
        f"{escaped(_short(node.label))}</text></g>"
    )


def _legend() -> Iterator[str]:
    left = float(_MARGIN)
    for kind, words in (
        ("outlet", "outlet"),
        ("article", "article"),
        ("person", "person"),
        ("organization", "other source"),
        ("anonymous", "anonymous"),
    ):
        yield (
            f'<g class="{kind}"><rect x="{left}" y="{_MARGIN}" width="14" height="14" rx="3"/>'
            f'<text x="{left + 20}" y="{_MARGIN + 12}">{words}</text></g>'
        )
        left += 40 + len(words) * _CHARACTER


def _box_width(node: Node) -> float:
    return 18 + _CHARACTER * len(_short(node.label))


def _short(name: str) -> str:
    flat = " ".join(name.split())
    return flat if len(flat) <= _WIDEST else f"{flat[: _WIDEST - 1].rstrip()}…"


def escaped(words: str) -> str:
    """XML text: what XML 1.0 or the direction of writing cannot bear is shown as U+FFFD."""
    return escape("".join("\ufffd" if _is_control(c) else c for c in words))


def _is_control(c: str) -> bool:
    return c < " " or c in "\x7f\ufffe\uffff" or "\ud800" <= c <= "\udfff" or c in _TURNING


_TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
