"""What is said in brackets stays in them: `He built 40 schools (and two mills, | records show) in
May`: neither source nor content reaches out."""

from __future__ import annotations

from attrib.detection.candidates import Candidate, TokenRange
from attrib.detection.views import Scene

_LONGEST = 60


def within(scene: Scene, reading: Candidate) -> Candidate:
    """A reading whose cue stands in brackets, without the words outside them."""
    inside = _brackets(scene, reading)
    if inside is None:
        return reading
    source = reading.source and _clipped(reading.source, inside)
    clipped = (_clipped(piece, inside) for piece in reading.content)
    content = tuple(piece for piece in clipped if piece is not None)
    if not content and source is not None and scene.words[source[0] - 1] == ",":
        before = inside[0], source[0] - 1  # `(he paid no tax, | filings say) before he left`
        content = (before,) if before[0] < before[1] else ()
    if not content or (reading.source is not None and source is None):
        return reading
    return reading._replace(source=source, content=content)


def _brackets(scene: Scene, reading: Candidate) -> TokenRange | None:
    """The tokens in the brackets that a cue stands in; None where it stands in none."""
    words, word = scene.words, reading.head
    opens = None
    for i in range(word.at - 1, max(word.first - 1, word.at - _LONGEST), -1):
        if words[i] == ")":
            return None
        if words[i] == "(":
            opens = i
            break
    if opens is None or scene.depth[opens] != scene.depth[word.at]:
        return None
    closes = (i for i in range(word.at + 1, min(word.last, word.at + _LONGEST)) if words[i] == ")")
    end = next(closes, None)
    return (opens + 1, end) if end is not None else None


def _clipped(piece: TokenRange, inside: TokenRange) -> TokenRange | None:
    """The part of a stretch that stands in brackets; None for none."""
    first, last = max(piece[0], inside[0]), min(piece[1], inside[1])
    return (first, last) if first < last else None
