"""What to take where the page's own structure leaves it open which words are its article.

There are two other witnesses: the text that JSON-LD repeats, and what trafilatura, which knows many
more layouts, takes for the article. They are asked only in doubt, since that takes its time.
"""

from __future__ import annotations

from attrib.lazily import re
from attrib.reading.pages.body import Body, fold

_ENOUGH = 400
"""Characters; a shorter article may be the wrong one."""
_SHARE = 0.5
"""Of the page's prose; with less, half of it stands elsewhere."""
_AGREES = 0.9
_LONGER = 1.5
_PIECE = 40


def is_sure(body: Body, text: str, repeated: str | None) -> bool:
    """Whether the blocks found are surely the article."""
    if repeated and len(repeated) >= _ENOUGH:
        return coverage(repeated, text) >= _AGREES
    return len(text) >= _ENOUGH and body.share >= _SHARE


def surer(own: str, other: str, repeated: str | None) -> str:
    """Of two readings of a page the one that has more of what it repeats, or of itself.

    >>> surer("Rain fell.", "Rain fell. It was May.", None)
    'Rain fell. It was May.'
    """
    if repeated and len(repeated) >= _ENOUGH:
        had, would_have = coverage(repeated, own), coverage(repeated, other)
        if had < _SHARE:
            # The page does not show it, so the other knows of it by the same way at best.
            known = paragraphs(repeated)
            better = would_have >= _AGREES and other.count("\n") > known.count("\n")
            return other if better else known
        return other if would_have > had + 0.1 else own
    return other if len(other) > max(_LONGER * len(own), len(own) + 10) else own


def coverage(wanted: str, text: str) -> float:
    """The share of `wanted` that `text` has, in pieces, marks and case folded.

    >>> coverage("Rain fell in May.", "It is said: rain fell, in May")
    1.0
    """
    wanted, text = fold(wanted), fold(text)
    places = range(0, max(len(wanted) - _PIECE, 0) + 1, _PIECE)
    pieces = [wanted[at : at + _PIECE] for at in places]
    return sum(piece in text for piece in pieces) / len(pieces)


def paragraphs(repeated: str) -> str:
    """The text of JSON-LD, a paragraph wherever it breaks a line."""
    lines = (" ".join(line.split()) for line in re.split(r"\s*\n\s*", repeated))
    return "\n\n".join(line for line in lines if line)
