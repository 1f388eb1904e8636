"""What stands under a page's pictures: taken out of the article, and kept apart.

A caption is no part of the text, since it stands beside it; but it can quote, so it is not lost.
"""

from __future__ import annotations

from itertools import islice
from typing import Any

from attrs import frozen

from attrib.lazily import re
from attrib.reading.pages.linked_data import plain

_CAPTION = re.compile(r"(?i)(?:^|[\s_-])(?:wp-)?(?:\w*image|\w*photo|picture|media)?[_-]?caption")
_PICTURE = re.compile(r"(?i)(?:^|[\s_-])(?:image|photo|picture)(?:[_-]|$|\s)")
_CREDIT = re.compile(r"(?i)credit|copyright|source|attribution|author")
_SENTENCE_END = re.compile(r"[.!?…][\"“”’'»)\]]*\Z")
_LEAST, _MOST = 12, 800


@frozen(eq=False)
class Caption:
    """A caption and the element that holds its picture."""

    text: str
    holder: Any


def take(tree: Any) -> list[Caption]:
    """The captions of a page, in its order; they are taken out of `tree`.

    >>> from lxml import html
    >>> page = html.fromstring("<p><figure><figcaption>The new pool, empty</figcaption></figure>")
    >>> [caption.text for caption in take(page)]
    ['The new pool, empty']
    """
    found: list[Caption] = []
    for element in list(tree.iter("figcaption", "p", "div", "span", "em", "i")):
        parent = element.getparent()
        if parent is None or not _is_caption(element):
            continue
        picture = next(element.iterancestors("figure"), element)
        if picture.find(".//blockquote") is not None:
            continue  # a quotation with its source, not a picture
        holder = picture.getparent()
        words = plain(" ".join(part for part in _words(element)))
        if words and holder is not None and _LEAST <= len(words) <= _MOST:
            if all(words != caption.text for caption in found[-8:]):
                found.append(Caption(words, holder))
            element.drop_tree()
    return found


def _is_caption(element: Any) -> bool:
    if element.tag == "figcaption":
        return True
    if element.tag in ("div", "span", "p"):
        named = element.get("class") or ""
        if "aption" in named and _CAPTION.search(named) and element.find(".//p/p") is None:
            return len(element) < 12
        if element.tag == "div" and _PICTURE.search(named):
            return _is_picture_box(element)
    return element.tag == "p" and _is_under_picture(element)


def _is_picture_box(box: Any) -> bool:
    """A box called after the picture in it, with no more words than a caption has."""
    if len(box) > 6 or box.find(".//img") is None or box.find(".//h2") is not None:
        return False
    return len("".join(islice(box.itertext(), 40)).strip()) < _MOST / 2


def _is_under_picture(paragraph: Any) -> bool:
    """A picture with words in italics that end no sentence, below or in one paragraph with it."""
    if len(paragraph) > 4 or (paragraph.text or "").strip():
        return False
    tags = [child.tag for child in paragraph]
    if not any(tag in ("em", "i") for tag in tags) or set(tags) - _PICTURED:
        return False
    if any((child.tail or "").strip() for child in paragraph):
        return False
    words = "".join(paragraph.itertext()).strip()
    before = paragraph if "img" in tags or "picture" in tags else paragraph.getprevious()
    return (
        before is not None
        and _SENTENCE_END.search(words) is None
        and (before.tag in ("img", "picture") or before.find(".//img") is not None)
    )


_PICTURED = frozenset(("img", "picture", "em", "i", "br", "a"))


_NO_WORDS = ("button", "script", "style", "svg")


def _words(element: Any) -> list[str]:
    """The words of a caption, without those who took the picture and the buttons to show more."""
    parts = [element.text or ""]
    for child in element:
        if child.tag in _NO_WORDS or not isinstance(child.tag, str):
            continue
        if not _CREDIT.search(child.get("class") or ""):
            parts += child.itertext()
        parts.append(child.tail or "")
    return parts
