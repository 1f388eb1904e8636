"""Why a page has no article: it lists some, shows a video, or keeps its own for subscribers.

A page is believed to have one wherever it has prose enough, whatever it says of itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrib.reading.pages.blocks import Block
from attrib.reading.pages.body import Body
from attrib.reading.pages.facts import Facts

INDEX = "it lists articles; give the pages that it leads to"
VIDEO = "it shows a video; give its transcript as text"
PAYWALL = "it keeps its article for subscribers; save it when signed in"
NONE = "no article found in this page; save its text and give that"

_LITTLE = 300
"""Characters of prose; with fewer, what the page says of itself decides."""
_LISTED = 8
"""Headlines that are links; with as many, a page without an article of its own is a list."""
_AMONG = 0.7
"""Headlines that are links for each paragraph among them: then the paragraphs are what they say."""


def reason(facts: Facts, blocks: Sequence[Block], body: Body) -> str | None:
    """Why there is no article, and what to give instead; None where there is one."""
    prose = [block for block in body.blocks if block.is_prose]
    length = sum(len(block.text) for block in prose)
    kind = (facts.kind or "").casefold()
    if length < _LITTLE:
        if "video" in kind:
            return VIDEO
        if not facts.is_free:
            return PAYWALL
        if sum(map(_is_listed, blocks)) >= _LISTED:
            return INDEX
    is_article = any(word in kind for word in ("article", "posting", "report"))
    if not is_article and body.listed >= _LISTED / 2 and body.listed >= _AMONG * len(prose):
        return INDEX
    return None if body.blocks else NONE


def _is_listed(block: Block) -> bool:
    return block.kind in ("heading", "item") and block.linked > 25
