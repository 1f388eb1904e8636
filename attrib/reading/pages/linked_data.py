"""JSON-LD in a page: the node that describes the article, and those of the site around it.

Pages write it badly, so every value is taken for what it is: a string, an object with a name, or a
list of either; what is none of them counts as absent. Entities are resolved, also where they were
escaped twice.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from html import unescape
from typing import Any

from attrs import frozen

from attrib.lazily import re

Node = Mapping[str, Any]

_ARTICLE = re.compile(r"(?i)article|posting|report")
_PAGE = re.compile(r"(?i)webpage")
_NOTHING = re.compile(r"\A\Z")
_SITE = re.compile(r"(?i)website")
_DEEPEST = 6
_MOST_NODES = 2000


@frozen
class LinkedData:
    """The nodes of a page, and the one that is its article."""

    nodes: Sequence[Node]
    article: Node
    """Empty where the page has none."""

    def names_of_site(self) -> Iterator[str]:
        """What nodes for the whole site are called."""
        for node in self.nodes:
            if _SITE.search(text(node.get("@type")) or ""):
                yield from filter(None, [text(node.get("name"))])

    def named(self, value: Any) -> Any:
        """The node that `{"@id": …}` stands for; any other value itself."""
        if isinstance(value, dict) and "name" not in value and "@id" in value:
            same = (n for n in self.nodes if n.get("@id") == value["@id"] and "name" in n)
            return next(same, value)
        return value

    def names(self, value: Any) -> list[str]:
        """The names of one or several people or bodies."""
        items = value if isinstance(value, list) else [value]
        found = []
        for item in map(self.named, items):
            told = item.get("name") if isinstance(item, dict) else item
            for name in map(text, told if isinstance(told, list) else [told]):
                if name and name not in found:
                    found.append(name)
        return found


def read(scripts: Sequence[str], titles: Collection[str] = ()) -> LinkedData:
    """The nodes in the texts of a page's JSON-LD scripts.

    Of several articles the one that has one of `titles` is the page's own.

    >>> data = read(['{"@type": "NewsArticle", "headline": "Rain &amp;#8217;til May"}'])
    >>> text(data.article["headline"])
    'Rain ’til May'
    """
    nodes: list[Node] = []
    for script in scripts:
        for node in _nodes(_json(script)):
            nodes.append(node)
            if len(nodes) >= _MOST_NODES:
                break
    headed = [node for node in nodes if text(node.get("headline"))]
    for kind in (_ARTICLE, _PAGE, _NOTHING):
        found = [node for node in headed if kind.search(text(node.get("@type")) or "")]
        if found:
            own = (node for node in found if text(node["headline"]) in titles)
            return LinkedData(nodes, next(own, found[0]))
    return LinkedData(nodes, {})


def text(value: Any) -> str | None:
    """The first string of a JSON-LD value, its entities resolved and its white space folded."""
    if isinstance(value, list):
        value = next((item for item in value if isinstance(item, str)), None)
    return plain(value) if isinstance(value, str) else None


def plain(words: str) -> str | None:
    """Words as people read them; None where there are none.

    >>> plain(" Rain &amp;amp; wind&nbsp;")
    'Rain & wind'
    """
    if "&" in words:
        words = unescape(unescape(words))
    if "<" in words:
        words = _TAG.sub("", words)
    return " ".join(words.split()) or None


_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_COMMENTED = re.compile(r"\A\s*(?://)?\s*<!\[CDATA\[|(?://)?\s*\]\]>\s*;?\s*\Z|\A\s*<!--|-->\s*\Z")


def _json(script: str) -> Any:
    try:
        return json.loads(_COMMENTED.sub("", script).strip().rstrip(";"), strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(value: Any, depth: int = 0) -> Iterator[Node]:
    if depth > _DEEPEST:
        return
    if isinstance(value, list):
        for item in value[:_MOST_NODES]:
            yield from _nodes(item, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage", "isPartOf"):
            yield from _nodes(value.get(key), depth + 1)
