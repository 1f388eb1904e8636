"""A page as blocks: paragraphs, headings, items of lists, each with its text as a reader sees it.

`<q>` stands in quotation marks, `<br>` begins a new line, two of them a new paragraph. Nothing here
judges; it only reads. The walk holds its own stack, so depth costs no more than length.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

from attrs import field, frozen

from attrib.lazily import re

BlockKind = Literal["paragraph", "heading", "item", "quotation", "other"]

_INLINE = frozenset(
    "a abbr acronym b bdi bdo big br cite code data del dfn em font i ins kbd label mark nobr q s"
    " samp small span strike strong sub sup time tt u var wbr".split()
)
_KINDS: dict[str, BlockKind] = {
    "p": "paragraph",
    "li": "item",
    "dd": "item",
    "dt": "item",
    "blockquote": "quotation",
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
}
_PLAIN = frozenset(("div", "section", "article", "main", "td", "span", "center", "font"))
"""Elements whose own text is as good as a paragraph: old pages and new frameworks write so."""
_MARK = re.compile("[\"“”„«»‟＂‘’']")
_WORD = re.compile(r"\w")
_UNSEEN = str.maketrans("", "", "\u00ad\u200b\u2060\ufeff")
"""What only tells where a line may break."""
_EMPTY_LINE = re.compile(r"\n(?:\s*\n)+")
_SPACE = re.compile(r"[^\S\n]+")
_REFERENCE = re.compile(r"\[?[\d,–-]{1,7}\]?|[*†‡]")


@frozen(eq=False)
class Block:
    """A stretch of text that a page sets apart, and where it stands."""

    text: str
    """With single spaces; a line feed where the page breaks a line."""
    kind: BlockKind
    element: Any = field(repr=False)
    """The block element that holds it, of lxml."""
    linked: int = 0
    """How many of its characters are links."""

    @property
    def is_prose(self) -> bool:
        """Whether it reads as a paragraph of prose: long enough, ended, and more than links."""
        return (
            self.kind != "heading"
            and len(self.text) >= _LEAST_PROSE
            and self.linked * 2 < len(self.text)
            and _ENDS_SENTENCE.search(self.text) is not None
        )


_LEAST_PROSE = 50
_ENDS_SENTENCE = re.compile(r"[.!?…:;][\"“”’'»)\]]*(?:\s|\Z)")


def read(root: Any) -> list[Block]:
    """The blocks under `root`, in the order of the page.

    >>> from lxml import html
    >>> page = html.fromstring("<div><p>She said <q>no</q>.<br>And left.</p>Bye</div>")
    >>> [(block.kind, block.text) for block in read(page)]
    [('paragraph', 'She said “no”.\\nAnd left.'), ('paragraph', 'Bye')]
    """
    return list(_Reader(root).blocks())


class _Reader:
    """One walk over a tree; what it has gathered goes out as a block where a block ends."""

    def __init__(self, root: Any) -> None:
        self._root = root
        self._holders: list[tuple[Any, BlockKind]] = []
        self._parts: list[str] = []
        self._links: list[bool] = []
        self._linked = 0
        self._quotes: list[str] = []

    def blocks(self) -> Iterator[Block]:
        stack: list[tuple[Any, bool]] = [(self._root, False)]
        while stack:
            element, leaves = stack.pop()
            tag = element.tag if isinstance(element.tag, str) else "!"
            inline = tag in _INLINE and element is not self._root
            if leaves:
                if inline:
                    self._leave(tag)
                else:
                    yield from self._flush()
                    self._holders.pop()
            elif tag != "!":
                if not inline:
                    yield from self._flush()
                    self._holders.append((element, self._kind(tag)))
                elif not self._enter(element, tag):
                    self._add(element.tail)
                    continue
                self._add(element.text)
                stack.append((element, True))
                stack.extend((child, False) for child in reversed(element))
                continue
            if element is not self._root:
                self._add(element.tail)

    def _enter(self, element: Any, tag: str) -> bool:
        """Begin an inline element; whether there is more of it to read."""
        if tag == "br":
            self._parts.append("\n")
        elif tag == "a":
            # A link within the page is how a heading can be pointed at.
            counts = not (element.get("href") or "").startswith("#")
            self._links.append(counts)
        elif tag == "q":
            first = next((part for part in element.itertext() if part.strip()), "")
            # Marks alternate with the depth, as in print; the page may have written its own.
            open_, close = ("“", "”") if len(self._quotes) % 2 == 0 else ("‘", "’")
            own = _MARK.match(first.lstrip()) is not None
            self._quotes.append("" if own else close)
            self._parts.append("" if own else open_)
        # The number of a footnote is no word of the text.
        return tag != "br" and not (tag == "sup" and _is_reference(element))

    def _leave(self, tag: str) -> None:
        if tag == "a":
            self._links.pop()
        elif tag == "q":
            self._parts.append(self._quotes.pop())

    def _add(self, text: str | None) -> None:
        if text:
            self._parts.append(text.replace("\n", " "))
            if any(self._links[-4:]):
                self._linked += len(text.strip())

    def _flush(self) -> Iterator[Block]:
        if not self._parts:
            return
        text, linked = _SPACE.sub(" ", "".join(self._parts)).translate(_UNSEEN), self._linked
        self._parts.clear()
        self._linked = 0
        element, kind = self._holders[-1]
        for piece in _EMPTY_LINE.split(text):
            lines = [line.strip() for line in piece.split("\n")]
            shown = "\n".join(line for line in lines if line)
            if _WORD.search(shown):
                yield Block(shown, kind, element, min(linked, len(shown)))

    def _kind(self, tag: str) -> BlockKind:
        kind = _KINDS.get(tag)
        around = self._holders[-1][1] if self._holders else "other"
        if kind in (None, "paragraph") and around in ("quotation", "item"):
            return around  # a paragraph within one is a part of it
        return kind or ("paragraph" if tag in _PLAIN else "other")


def _is_reference(element: Any) -> bool:
    if len(element) > 2:
        return False
    words = "".join(element.itertext()).strip() if len(element) else element.text or ""
    linked = len(element) or element.getparent().tag == "a"
    return bool(linked) and _REFERENCE.fullmatch(words.strip()) is not None
