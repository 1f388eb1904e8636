"""Which blocks of a page are its article: those in the element that holds most of its prose.

The element is sought from the root down, as long as one child has nearly all the prose. Within what
the page itself calls its article (`itemprop="articleBody"`, `article-body`, `<article>`) a part is
given up only when it is next to nothing, so that a body in several containers stays whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from attrs import frozen

from attrib.lazily import re
from attrib.reading.pages.blocks import Block
from attrib.reading.pages.furniture import closes, is_biography, is_furniture

_MOST = 0.75
"""A child with so much of the prose has the article, outside of what is called so."""
_NEARLY_ALL = 0.97
_MAY_CLOSE = 0.8
"""Of the prose, what must have come before a heading can close the article."""
_ARTICLE = re.compile(
    r"(?i)(?:^|[\s_-])(?:article|story|post|entry|news|content|page)[_-]{0,2}(?:body|content|text)"
    r"|(?:^|\s)(?:body|content)[_-]{0,2}(?:article|story|text|copy)|articlebody|storybody"
)
_FOLDED = re.compile(r"[\W_]+")


@frozen
class Body:
    """An article's blocks, and what tells how surely they are all of it."""

    blocks: Sequence[Block] = ()
    holder: Any = None
    """The element that they were found in."""
    share: float = 0.0
    """How much of the prose that the page has they are."""
    listed: int = 0
    """How many headlines among them are links, which an article seldom has."""

    def text(self) -> str:
        """The blocks, parted by empty lines."""
        return "\n\n".join(block.text for block in self.blocks)

    def is_around(self, element: Any) -> bool:
        """Whether an element stands within the article, or between its headline and its end."""
        if self.holder is None:
            return False
        whole = self.holder
        for outer in self.holder.iterancestors():
            if outer.tag in ("body", "html") or whole.find(".//h1") is not None:
                break
            whole = outer
        return _is_within(element, whole)


def choose(
    blocks: Sequence[Block], *, titles: Iterable[str] = (), authors: tuple[str, ...] = ()
) -> Body:
    """The blocks of the article, from its first paragraph to its last, without its headline."""
    prose = [block for block in blocks if block.is_prose and not is_furniture(block)]
    if not prose:
        return Body()
    holder = _holder(prose)
    inside = [block for block in blocks if _is_within(block.element, holder)]
    places = [at for at, block in enumerate(inside) if block.is_prose and not is_furniture(block)]
    chosen = inside[_beginning(inside, places[0]) : _end(inside, places[-1])]
    listed = sum(block.kind in ("heading", "item") and block.linked > 25 for block in chosen)
    kept = _before_the_close(chosen)
    kept = [block for block in kept if not is_furniture(block)]
    kept = _once(_without_biographies(kept, authors), titles)
    length = sum(len(block.text) for block in kept if block.is_prose)
    return Body(kept, holder, length / sum(len(block.text) for block in prose), listed)


def fold(text: str) -> str:
    """Words without marks, case and space, to compare by."""
    return _FOLDED.sub(" ", text.casefold()).strip()


def _holder(prose: Sequence[Block]) -> Any:
    """The innermost element with most of the prose."""
    weights: dict[Any, int] = {}
    for block in prose:
        element = block.element
        while element is not None:
            weights[element] = weights.get(element, 0) + len(block.text) - block.linked
            element = element.getparent()
    holder = prose[0].element.getroottree().getroot()
    called = False
    while True:
        called = called or _is_called_article(holder)
        least = (_NEARLY_ALL if called else _MOST) * weights[holder]
        inner = [child for child in holder if weights.get(child, 0) >= least]
        if not inner and not called:
            # Long notices elsewhere on the page: the article is where its headline is.
            inner = [
                child
                for child in holder
                if weights.get(child, 0) >= 0.3 * weights[holder]
                and child.find(".//h1") is not None
            ]
        if not inner:
            return holder
        holder = inner[0]


def _is_called_article(element: Any) -> bool:
    if element.tag == "article" or element.get("itemprop") == "articleBody":
        return True
    if element.tag in ("html", "body"):
        return False
    return any(_ARTICLE.search(element.get(name) or "") for name in ("class", "id", "data-testid"))


def _is_within(element: Any, holder: Any) -> bool:
    while element is not None:
        if element is holder:
            return True
        element = element.getparent()
    return False


def _beginning(blocks: Sequence[Block], first: int) -> int:
    """Where the article begins: before its first prose stand items and headings of its own."""
    at = first
    parent = blocks[first].element.getparent()
    while at > 0:
        before = blocks[at - 1]
        beside = before.element.getparent() is parent and not _HEADER.match(before.text)
        if before.kind != "item" and not (beside and len(before.text) >= _LEAST_BESIDE):
            break
        at -= 1
    return at


_LEAST_BESIDE = 40
_HEADER = re.compile(r"(?i)by\b|(?:published|updated|posted|last|first)\b|\W*\d")


def _end(blocks: Sequence[Block], last: int) -> int:
    """Past its last prose an article has short lines like those before: a credit, a last word."""
    at = last + 1
    parent = blocks[last].element.getparent()
    while at < len(blocks):
        block = blocks[at]
        same = block.element.getparent() is parent and block.kind in ("paragraph", "quotation")
        if not same or closes(block):
            break
        at += 1
    return at


def _before_the_close(blocks: list[Block]) -> list[Block]:
    lengths = [len(block.text) if block.is_prose else 0 for block in blocks]
    total, sofar = sum(lengths), 0
    for at, block in enumerate(blocks):
        if sofar >= _MAY_CLOSE * total and block.kind != "paragraph" and closes(block):
            return blocks[:at]
        sofar += lengths[at]
    return blocks


def _without_biographies(blocks: list[Block], authors: tuple[str, ...]) -> list[Block]:
    end = len(blocks)
    least = max(1, end - 8)
    for at in range(end - 1, least - 1, -1):
        if is_biography(blocks[at], authors):
            end = at
    return blocks[:end]


def _once(blocks: Sequence[Block], titles: Iterable[str]) -> list[Block]:
    """Each long block once, no pull quote, and no second copy of the headline."""
    keys = [fold(block.text) for block in blocks]
    prose = "\n".join(
        key for key, block in zip(keys, blocks, strict=True) if block.kind == "paragraph"
    )
    seen = {fold(title) for title in titles}
    pulled = 0
    kept = []
    for key, block in zip(keys, blocks, strict=True):
        if key in seen:
            continue
        # A pull quote repeats words of a paragraph in an element of its own.
        if block.kind in ("quotation", "other") and len(key) > 30 and pulled < _MOST_PULLED:
            pulled += 1
            if key in prose:
                continue
        if len(key) > 60:
            seen.add(key)
        kept.append(block)
    return kept


_MOST_PULLED = 100
