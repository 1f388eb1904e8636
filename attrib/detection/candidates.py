"""One reading of a cue word: which words are cue, source and content, and how likely that is."""

from __future__ import annotations

from typing import NamedTuple

from attrib.detection.cues import CueWord

TokenRange = tuple[int, int]
"""Half-open range of token indices."""


class Candidate(NamedTuple):
    """One reading of one cue word."""

    head: CueWord
    order: str
    cue: TokenRange
    """Empty where no words are one."""
    source: TokenRange | None
    content: tuple[TokenRange, ...]
    likelihood: float
    """Of the word being a cue at all, 0 to 1."""
    certainty: tuple[float, float, float]
    """Probability of the order, of the source's place and of the content's among their options."""
    confidence: float = 0.0
    """Of an annotator marking this attribution, source and content included, 0 to 1."""
    carried: bool = False
    """Whether the source only goes on from a paragraph before, and says nothing of the content."""


FORMAL = 0.95
"""Confidence in what is attributed by its form alone, if nothing else is said."""


def formal(
    head: CueWord,
    order: str,
    cue: TokenRange,
    source: TokenRange | None,
    content: tuple[TokenRange, ...],
    confidence: float = FORMAL,
) -> Candidate:
    """A reading that its form alone gives, with no choices weighed."""
    return Candidate(
        head, order, cue, source, content, confidence, (1.0, 1.0, 1.0), confidence=confidence
    )
