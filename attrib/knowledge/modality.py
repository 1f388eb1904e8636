"""Whether what a cue tells of was done at all: said, to be said, or only thought of as said."""

from __future__ import annotations

from functools import lru_cache

from attrib.lazily import regex
from attrib.model import Modality


def modality(cue: str, before: str = "") -> Modality:
    """Of a whole cue, with the words of its sentence that stand before its source.

    >>> modality("said"), modality("might answer"), modality("will announce")
    ('actual', 'hypothetical', 'future')
    >>> modality("would later say"), modality("would not comment"), modality("may have told")
    ('actual', 'actual', 'hypothetical')
    >>> modality("says", "but if")
    'hypothetical'
    """
    return "hypothetical" if _CONDITION.search(before) else _alone(cue)


@lru_cache(1024)
def _alone(cue: str) -> Modality:
    """Of a cue, whatever stands before."""
    if _WITHHELD.search(cue) or _AFTERWARDS.search(cue):
        return "actual"
    if _POSSIBLE.search(cue):
        return "hypothetical"
    return "future" if _TO_COME.search(cue) else "actual"


_CONDITION = regex.compile(r"(?i)(?<!as )(?<!even )\b(?:if|unless|suppose|imagine)\s*+\Z")
_POSSIBLE = regex.compile(
    r"(?i)^(?:\w++\h){0,2}?(?:may|might|could|would|can|should|must|ought|[a-z]++['’]d)\b"
)
_TO_COME = regex.compile(
    r"(?i)^(?:\w++\h){0,2}?(?:will|shall|won['’]t|\w++['’]ll"
    r"|(?:is|are|was|were)\h(?:expected|due|set|going|scheduled|about|likely|to)\b)"
)
_AFTERWARDS = regex.compile(
    r"(?i)\bwould\h(?:later|then|only|often|always|eventually|subsequently|go\hon|come\hto)\b"
)
_WITHHELD = regex.compile(r"(?i)\b(?:not|never|neither|nor|cannot)\b|n['’]t\b")
"""Who would not say it, or could neither confirm nor deny it, did not say it: told by polarity."""
