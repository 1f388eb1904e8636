"""Lines within an article that are not its words: `Read more: …`, `Advertisement`, `Sign up to …`.

Told by what they say and how they are linked, since pages set them as paragraphs like any other.
A long paragraph is never taken for one by its first words alone.
"""

from __future__ import annotations

from functools import cache

from attrib.lazily import re
from attrib.reading.pages.blocks import Block
from attrib.reading.pages.lists import rows

# The line under a post of a live page: `20:42 KEY EVENT`, `10.15am Ana Ruiz`.
_STAMP = re.compile(
    r"(?i)\s*\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?(?:\s*[A-Z]{2,4})?(?:[\s|•·,-]*[\w.'’-]+){0,5}\s*"
)
_ENDING = re.compile(r"[.!?…][\"“”’'»)\]]*\Z")
_SHORT = 220
_ALL_LINK = 0.85


def is_furniture(block: Block) -> bool:
    """Whether a block is a line that no article's words make.

    >>> def block(text, linked=0):
    ...     return Block(text, "paragraph", None, linked)
    >>> is_furniture(block("Advertisement")), is_furniture(block("READ MORE: Rain in May"))
    (True, True)
    >>> is_furniture(block("Read more books, the mayor told pupils on Monday."))
    False
    """
    text = block.text
    if len(text) <= 80 and (_pattern("whole").fullmatch(text) or _is_stamp(text)):
        return True
    if block.linked >= _ALL_LINK * len(text):
        # A paragraph that is one link and a whole sentence is the article's own; a title is not.
        return not (block.kind == "paragraph" and len(text) > 60 and text.endswith("."))
    if len(text) > _SHORT and block.linked * 2 < len(text):
        return False
    return _pattern("begins").match(text) is not None


def closes(block: Block) -> bool:
    """Whether a line stands over what comes after an article."""
    return len(block.text) <= 80 and _pattern("closes").fullmatch(block.text) is not None


@cache
def _pattern(what: str) -> re.Pattern[str]:
    """One pattern of all rows of `data/page_lines.tsv` that say `what`."""
    found = [pattern for kind, pattern in rows("page_lines.tsv") if kind == what]
    if what == "begins":
        points = "|".join(pattern for kind, pattern in rows("page_lines.tsv") if kind == "points")
        found.append(rf"(?:{points})\s*(?: here)?\s*(?:[:|»>–—-]| - )")
    # Words in quotation marks are somebody's.
    tail = "" if what == "begins" else r"\W*"
    return re.compile(rf"(?i)[^\w“\"‘«]*(?:{'|'.join(found)}){tail}")


def _is_stamp(text: str) -> bool:
    return _STAMP.fullmatch(text) is not None and not _ENDING.search(text)


_BIO = re.compile(
    r"(?i)\b(?:journalist|reporter|editor|writer|correspondent|columnist|critic|broadcaster|producer"
    r"|professor|lecturer|researcher|fellow|author|freelance\w*|contributor|covers|covered|writes|reports"
    r"|joined|based in|award-winning|editorial|graduate[ds]?|degree)\b"
)
_OPENS_BIO = re.compile(
    r"(?i)\A(?:is|was|has|covers|writes)\b|\A(?:a|an)\s.{0,60}\b(?:journalist|writer)"
)


def is_biography(block: Block, authors: tuple[str, ...]) -> bool:
    """Whether a block at an article's end says who its author is.

    >>> text = "Ana Ruiz is a reporter who covers the harbour."
    >>> is_biography(Block(text, "paragraph", None), ("Ana Ruiz",))
    True
    """
    text = block.text
    if any(mark in text for mark in '“"«') or not _BIO.search(text):
        return False
    if any(text.startswith(name) for name in authors):
        return True
    given = [name.split()[0] for name in authors if len(name.split()) > 1]
    named = any(name in text for name in authors) or any(
        re.search(rf"\b{re.escape(name)}\b", text) for name in given
    )
    return named and len(text) < 700 and (_OPENS_BIO.search(text) is not None or len(text) < 400)
