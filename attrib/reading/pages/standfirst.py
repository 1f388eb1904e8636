"""The standfirst: what a page shows under its headline to sum the article up.

It is known by the name of its element or, where that says nothing, by the description that the
page gives to others: the words that it shows are taken, never those that it only declares.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import Any

from attrib.lazily import re
from attrib.reading.pages.linked_data import plain

_NAMED = re.compile(
    r"(?i)(?:^|[\s_-])(?:stand-?first|dek|deck|strapline|excerpt|sub-?title|sub-?head(?:line|ing)?"
    r"|summary|lede|article-?description|intro(?:duction|-text)?|lead-(?:text|paragraph)|tagline)"
    r"(?:$|[\s_-])"
)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_WORDS = re.compile(r"[\W_]+")
_TAGS = ("p", "h2", "h3", "h4", "div", "span", "strong")
_NAMES = ("class", "id", "data-testid", "data-component", "itemprop")
_LOOK_AT = 400
_LEAST, _MOST = 20, 600


def find(tree: Any, title: str | None, descriptions: Iterable[str]) -> str | None:
    """The standfirst that `tree` shows under the headline `title`; None where there is none.

    >>> from lxml import html
    >>> page = html.fromstring("<div><h1>Rain</h1><p>It is to rain all of May.</p><p>ORVALE</p>")
    >>> find(page, "Rain", ["It is to rain all of May"])
    'It is to rain all of May.'
    """
    headline = next((h for h in tree.iter("h1") if plain("".join(h.itertext())) == title), None)
    if headline is None:
        return None
    declared = [_fold(words) for words in descriptions]
    prose = 0
    for element in islice(_after(headline), _LOOK_AT):
        if element.tag not in _TAGS or len(element) > 8 or _has_blocks(element):
            continue
        shown = plain("".join(islice(element.itertext(), 40)))
        if not shown or not _LEAST <= len(shown) <= _MOST:
            continue
        key = _fold(shown)
        if any(_are_alike(key, other) for other in declared):
            return shown
        if _is_named(element) and not prose:
            return shown
        prose += element.tag == "p" and len(shown) > 100
        if prose > 3:
            return None
    return None


def _after(element: Any) -> Iterable[Any]:
    """The elements behind one in the order of the page."""
    at = element
    while at is not None:
        for follower in at.itersiblings():
            yield from follower.iter()
        at = at.getparent()


def _has_blocks(element: Any) -> bool:
    return any(child.tag in ("p", "div", "ul", "h1", "h2", "section") for child in element)


def _is_named(element: Any) -> bool:
    own = (element.get(name) for name in _NAMES)
    around = element.getparent().get("class") if element.tag in ("p", "h2", "span") else None
    return any(_NAMED.search(_CAMEL.sub("-", name[:200])) for name in (*own, around) if name)


def _are_alike(shown: str, declared: str) -> bool:
    """Whether one is the other, or its beginning where a page cuts its description short."""
    least = min(len(shown), len(declared))
    return least >= 20 and (shown[:least] == declared[:least] if least > 60 else shown == declared)


def _fold(text: str) -> str:
    return _WORDS.sub(" ", text.casefold()).strip()
