"""A graph as a page for the browser: a click on a line lists the statements behind it.

The page asks for nothing from outside: style, script and data are in it, and its policy forbids
the browser any request.
"""

from __future__ import annotations

import base64
import hashlib
import json
from importlib.resources import files
from string import Template

from attrib.across.drawing import STYLE, escaped, svg
from attrib.across.graph import Graph


def html(graph: Graph) -> str:
    """The drawing of a graph in one page; MissingExtraError without grandalf.

    >>> from attrib.across.graph import Node, Passage
    >>> post, ana = Node("Post", "outlet"), Node("Ana Ruiz", "person")
    >>> step = post, ana
    >>> passages = {step: (Passage("We go", "n.txt", None),)}
    >>> page = html(Graph({post: 1, ana: 1}, {step: 1}, passages))  # doctest: +SKIP
    >>> "We go" in page, "https:" in page  # doctest: +SKIP
    (True, False)
    """
    steps = [
        {
            "from": first.key,
            "to": second.key,
            "name": f"{escaped(first.label)} → {escaped(second.label)}",
            "records": count,
            "statements": [
                [passage.words, passage.speaker or "nobody named", passage.article]
                for passage in graph.passages.get((first, second), ())
            ],
        }
        for (first, second), count in graph.edges.items()
    ]
    style, script = _data("graph.css"), _data("graph.js")
    policy = (
        f"default-src 'none'; style-src '{_digest(style)}' '{_digest(STYLE)}'; "
        f"script-src '{_digest(script)}'; base-uri 'none'; form-action 'none'"
    )
    rows = "".join(
        f'<li><button data-step="{n}">{step["name"]} <b>{step["records"]}</b></button></li>'
        for n, step in enumerate(steps)
    )
    return Template(_data("graph.html")).substitute(
        policy=policy,
        style=style,
        script=script,
        nodes=len(graph.nodes),
        steps=len(steps),
        drawing=svg(graph),
        rows=rows,
        # Nothing in the data can end the element it stands in.
        data=json.dumps(steps, ensure_ascii=True).replace("<", "\\u003c"),
    )


def _data(name: str) -> str:
    return files("attrib").joinpath("data", name).read_text(encoding="utf-8")


def _digest(words: str) -> str:
    return f"sha256-{base64.b64encode(hashlib.sha256(words.encode()).digest()).decode()}"
