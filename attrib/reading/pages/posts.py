"""Posts from elsewhere that a page embeds: their words in quotation marks, who wrote them below.

The platforms give pages a `<blockquote>` of a known class; it holds the post and, after a dash,
the author with the handle. Other quotations set off as blocks are handled likewise where they name
their source in `<cite>` or `<footer>`, or where the paragraph above announces them.
"""

from __future__ import annotations

from typing import Any

from attrib.lazily import re
from attrib.reading.pages.linked_data import plain

_PLATFORM = re.compile(
    r"(?i)(?:^|[\s_-])(?:twitter-(?:tweet|video)|instagram-media|tiktok-embed|bluesky-embed"
    r"|mastodon-embed|fb-post|reddit-(?:embed|card)|threads-post|text-post-media|telegram-post)"
)
_AUTHOR = re.compile(r"\s*(?:—|–|―|--|&mdash;)\s*(?=\S)")
_MARKED = re.compile('[“„«"‘]')
_LINK = re.compile(r"(?:https?://|pic\.twitter\.com/|\bt\.co/)\S*")
_SOURCES = ("cite", "footer", "figcaption")
_LONGEST_SOURCE = 160
_MOST_LINES = 60


def mark(tree: Any) -> None:
    """Write every embedded post in `tree` as quotation and source.

    >>> from lxml import html
    >>> page = html.fromstring("<div><blockquote class='twitter-tweet'><p>Rain!</p>"
    ...     "— Orvale Weather (@orvale) <a>May 3, 2024</a></blockquote></div>")
    >>> mark(page)
    >>> [paragraph.text for paragraph in page.iter("p")]
    ['“Rain!”', '— Orvale Weather (@orvale) May 3, 2024']
    """
    for block in list(tree.iter("blockquote")):
        if next(block.iterancestors("blockquote"), None) is not None:
            continue
        if _PLATFORM.search(block.get("class") or ""):
            lines, author = _post(block)
            _write(block, [" ".join(lines)] if lines else [], author)
        elif len(block) < _MOST_LINES:
            source = _source(block)
            if source or _is_announced(block):
                lines = _lines(block)
                if lines and not _MARKED.match(lines[0]):
                    _write(block, lines, f"— {source}" if source else None)
                elif lines and source:
                    _write(block, lines, f"— {source}", marks=False)


def _post(block: Any) -> tuple[list[str], str | None]:
    """The lines of a post, and the line that says whose it is."""
    lines = _lines(block)
    for at in range(len(lines) - 1, -1, -1):
        if _AUTHOR.match(lines[at]) and len(lines[at]) <= _LONGEST_SOURCE:
            author = " ".join(lines[at:])
            return lines[:at], f"— {_AUTHOR.sub('', author, count=1)}"
    return lines, None


def _lines(block: Any) -> list[str]:
    """The lines of a block: what its paragraphs and line breaks part."""
    parts: list[str] = []

    def add(element: Any, depth: int) -> None:
        if element.tag in ("script", "style", "svg"):
            return
        apart = element.tag in ("p", "div", "br", "li", "section")
        parts.append("\n" if apart else "")
        parts.append((element.text or "").replace("\n", " "))
        for child in element if depth < 20 else ():
            if isinstance(child.tag, str):
                add(child, depth + 1)
            parts.append((child.tail or "").replace("\n", " "))
        parts.append("\n" if apart and element.tag != "br" else "")

    add(block, 0)
    text = _LINK.sub("", "".join(parts))
    return [line for line in map(plain, text.split("\n")) if line][:_MOST_LINES]


def _source(block: Any) -> str | None:
    """Who is named as the source, within the block or in the figure around it; taken out of it."""
    figure = block.getparent() if block.getparent().tag == "figure" else None
    for holder in (block, figure):
        for element in holder.iter(*_SOURCES) if holder is not None else ():
            words = plain("".join(element.itertext()))
            if words and len(words) <= _LONGEST_SOURCE:
                element.drop_tree()
                return _AUTHOR.sub("", words, count=1) if _AUTHOR.match(words) else words
    return None


def _is_announced(block: Any) -> bool:
    """Whether the paragraph above ends with a colon: `The council wrote:`."""
    before = block.getprevious()
    if before is None or before.tag not in ("p", "div"):
        return False
    return "".join(before.itertext()).rstrip().endswith(":")


def _write(block: Any, lines: list[str], source: str | None, *, marks: bool = True) -> None:
    for child in list(block):
        block.remove(child)
    block.text = None
    if not lines:
        return
    words = block.makeelement("p")
    words.text = f"“{lines[0]}" if marks else lines[0]
    for line in lines[1:]:
        end = words.makeelement("br")
        end.tail = line
        words.append(end)
    if marks and len(words):
        words[-1].tail += "”"
    elif marks:
        words.text += "”"
    block.append(words)
    if block.getparent().tag == "figure":
        block.getparent().tag = "div"  # it shows words, not a picture
    if source:
        author = block.makeelement("p")
        author.text = source
        block.append(author)
