"""What the last word of a name tells: that it is an outlet’s, or a newspaper’s.

`mentions` asks it of a publisher, and the venues of `provenance` of whatever a talk was held with.
"""

from __future__ import annotations

from attrib.outlets.forms import KINDS, LAST_WORDS, SAME_AS_ANYTHING, is_spelt_like_one


def looks_like_one(name: str) -> bool:
    """Whether a name alone gives an outlet away.

    >>> looks_like_one("Orvale Courier"), looks_like_one("Corvane Energy")
    (True, False)
    """
    words = name.split()
    return words[-1] in LAST_WORDS or is_spelt_like_one(words[-1]) or "Agency" in words


def ends_like_newspaper(name: str) -> bool:
    """Whether a name has the last word of a newspaper's.

    >>> [ends_like_newspaper(name) for name in ("The Orvale Courier", "Orvale News", "Orvale TV")]
    [True, False, False]
    """
    last = name.rpartition(" ")[2]
    papers = last in LAST_WORDS and last not in SAME_AS_ANYTHING
    return papers and KINDS.get(last, "newspaper") == "newspaper"
