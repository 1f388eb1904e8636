"""What a page holds that is no part of its article: menus, boxes, related links, comments.

Told by tags and by whole words of class, id and data attributes, the names that those who build
pages share (`data/page_elements.tsv`). No name is believed against the words themselves: an element
with much of the page's prose is the article, or around it, whatever it is called: `has-sidebar`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

from attrib.lazily import re
from attrib.reading.pages.lists import rows

# These never hold the words of an article.
_DEAD = frozenset(
    "script style svg template iframe object embed canvas video audio select option textarea input"
    " map link meta head noscript datalist progress meter math img picture source".split()
)
# These hold some only on pages that are built wrongly.
_APART = frozenset("nav footer aside form button dialog menu figure figcaption".split())
_ROLES = frozenset(
    "navigation complementary contentinfo search dialog alertdialog form toolbar menu".split()
)
_NAMES = ("class", "id", "data-component", "data-testid", "data-module", "data-type", "data-name")
# What an article's own element says of its subject, in the fashion of WordPress: `tag-newsletter`.
_SUBJECT = re.compile(r"(?:tag|category|topic|section|post|page|author|format|type|status)-")
_LONGEST_NAME = 5
"""Words; what has more is an address made of a headline."""
_CAMEL = re.compile(r"(?<=[a-z\d])(?=[A-Z])")
_APART_WORDS = re.compile(r"[^a-z\d]+")


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    """The names of one kind in `data/page_elements.tsv`, as whole words."""
    words = sorted((word for what, word in rows("page_elements.tsv") if what == kind), key=len)
    return re.compile(f"-(?:{'|'.join(reversed(words))})(?=-)")


# Shares of the page's prose from which elements of one name are the article's.
_GUARD = {"surely": 0.35, "longer": 0.9, "often": 0.08}


def prune(tree: Any) -> None:
    """Take out of `tree` what is no part of its article.

    >>> from lxml import html
    >>> page = html.fromstring("<main><p>Rain is near.</p><p class='read-more'>Sun</p></main>")
    >>> prune(page)
    >>> page.text_content()
    'Rain is near.'
    """
    for element in list(tree.iter(*_DEAD)):
        _drop(element)
    prose = _Prose(tree)
    guards: dict[str, float] = {}
    doubtful: list[tuple[Any, float, str]] = []
    # All of one doubtful name count together: a page may set each paragraph in a `widget`.
    shares: dict[str, float] = {}
    for element in tree.iter():
        if isinstance(element.tag, str) and element.getparent() is not None:
            guard, name = _guard(element, guards)
            if guard:
                doubtful.append((element, guard, name))
                shares[name] = shares.get(name, 0.0) + prose.share(element)
    for element, guard, name in doubtful:
        share = shares[name] if guard == _GUARD["often"] else prose.share(element)
        if share < guard:
            _drop(element)


def _guard(element: Any, seen: dict[str, float]) -> tuple[float, str]:
    """The share of prose from which `element` stays, 0 where nothing speaks against it; and why."""
    guard, name = 0.0, ""
    if element.tag in _APART or element.get("role") in _ROLES:
        guard, name = _GUARD["surely"], f"<{element.tag}>"
    if element.tag in ("html", "body", "main"):
        return guard, name
    if _is_hidden(element):
        guard, name = _GUARD["surely"], "hidden"
    for attribute in _NAMES:
        value = element.get(attribute)
        if value:
            if value not in seen:
                seen[value] = max(map(_named, _names(value)), default=0.0)
            # A comment is an `<article>` too, and so is what is called after its author.
            if seen[value] > guard and (element.tag != "article" or seen[value] > _GUARD["often"]):
                guard, name = seen[value], value
    return guard, name


def _named(name: str) -> float:
    """The guard of the strictest list that has a word of `name`."""
    for kind in ("longer", "surely", "often"):
        if _pattern(kind).search(name):
            return _GUARD[kind]
    return 0.0


def _names(value: str) -> Iterator[str]:
    """Each name in an attribute, its words in hyphens: `ShareBar_x1` is `-share-bar-x1-`."""
    for name in value.split()[:40]:
        words = _APART_WORDS.sub("-", _CAMEL.sub("-", name[:200]).lower()).strip("-")
        if words and words.count("-") < _LONGEST_NAME and not _SUBJECT.match(words):
            yield f"-{words}-"


_HIDDEN = frozenset(("hidden", "hide", "d-none", "is-hidden", "u-hidden", "display-none"))


def _is_hidden(element: Any) -> bool:
    # What is kept from screen readers is seen, and a paywall hides paragraphs one by one.
    if element.tag in ("p", "li", "h2", "h3", "blockquote"):
        return False
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    classes = element.get("class")
    if classes and "h" in classes and not _HIDDEN.isdisjoint(classes.split()):
        return True
    style = element.get("style")
    if style and "none" in style and re.search(r"display\s*:\s*none", style):
        return True
    return element.get("role") == "tabpanel" and _is_closed_tab(element)


def _is_closed_tab(panel: Any) -> bool:
    """Whether a panel of tabs is not the one that shows."""
    parent = panel.getparent()
    panels = [one for one in parent if one.get("role") == "tabpanel"] if len(parent) < 20 else []
    shown = [one for one in panels if {"active", "show"} & set((one.get("class") or "").split())]
    return bool(shown) and panel not in shown


class _Prose:
    """How much of the page's prose stands in each element."""

    def __init__(self, tree: Any) -> None:
        self._weights: dict[Any, int] = {}
        own: dict[Any, int] = {}
        for paragraph in tree.iter("p", "blockquote", "li", "div", "section", "span", "td"):
            length = _prose_in(paragraph)
            if length:
                own[paragraph] = length
        # Children come after their parents in the order of the page, so add up from its end.
        for element in reversed(list(tree.iter())):
            weight = own.get(element, 0) + sum(self._weights.get(child, 0) for child in element)
            if weight:
                self._weights[element] = weight
        self._all = self._weights.get(tree, 0)

    def share(self, element: Any) -> float:
        """Of the page's prose, the part within `element`."""
        return self._weights.get(element, 0) / self._all if self._all else 0.0


_LEAST_PROSE = 60
_INLINE_PROSE = frozenset("b strong i em span font q cite u mark small abbr".split())


def _prose_in(element: Any) -> int:
    """Characters of `element` that are its own words, if they make a paragraph; links count not."""
    words = len((element.text or "").strip())
    for child in element:
        words += len((child.tail or "").strip())
        if child.tag in _INLINE_PROSE:
            words += len((child.text or "").strip())
    if words >= _LEAST_PROSE or (element.tag == "p" and words >= _LEAST_PROSE // 2):
        return words
    return 0


def _drop(element: Any) -> None:
    if element.getparent() is not None:
        element.drop_tree()
