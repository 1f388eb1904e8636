"""Dialogue: short quotations, a paragraph each, that two people say in turn.

Reporters let a speaker go on in a paragraph of their own; in a dialogue the same look means that
the other one answers. It is one where the paragraphs are short and somebody asks: `“Why not?”`.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrib.detection.candidates import TokenRange
from attrib.words.tokens import CLOSE, Tokens

_SHORT = 22
"""Tokens of a paragraph in a dialogue, its tag and marks included."""
_CURT = 6
"""Tokens of an answer of few words, with its marks and stop: `“Because it rains.”`"""
_BEFORE_YOU = frozenset("are were did do have will would can could".split())
_AFTER_YOU = frozenset("are were did said promised".split())
"""Beside `you` these speak to somebody: `are you`, `you said`; `you feel it` speaks of anybody."""
_LEAST = 3
"""Signs that it takes."""


def answers(tokens: Tokens, paragraphs: Sequence[TokenRange], k: int) -> bool:
    """Whether paragraph `k`, nothing but a quotation, answers the paragraph before it.

    >>> from attrib.words.quotes import find as quotations
    >>> from attrib.words.sentences import split
    >>> from attrib.words.tokens import tokenize
    >>> text = "“Will you come?” Ruiz asked.\\n\\n“No.”\\n\\n“Why?”\\n\\nIt rained."
    >>> quoted, _ = quotations(text)
    >>> tokens = tokenize(text, quoted, split(text, quoted))
    >>> [answers(tokens, tokens.paragraphs(), k) for k in (1, 2)]
    [True, True]
    """
    first, last = paragraphs[k]
    begin, end = paragraphs[k - 1]
    if k == 0 or not is_turn(tokens, first, last) or not is_turn(tokens, begin, end):
        return False
    asks, asked = _ends_in_question(tokens, first, last), _ends_in_question(tokens, begin, end)
    curt = last - first <= _CURT
    to_you = _speaks_to_somebody(tokens.words, begin, last)
    before = k > 1 and is_turn(tokens, *paragraphs[k - 2])
    after = k + 1 < len(paragraphs) and is_turn(tokens, *paragraphs[k + 1])
    signs = 2 * asks + 2 * asked + curt + to_you + before + after
    return signs >= _LEAST and (asks or asked or (curt and to_you))


def is_turn(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a paragraph is short and has a quotation."""
    return last - first <= _SHORT and CLOSE in tokens.words[first:last]


def is_bare(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a turn is nothing but a quotation."""
    return tokens.words[last - 1] == CLOSE and all(tokens.depth[first:last])


def is_crosshead(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a quotation on a line of its own ends without a stop: it heads what follows.

    >>> from attrib.words.quotes import find as quotations
    >>> from attrib.words.tokens import tokenize
    >>> text = "“It fell.”\\n\\n‘We are not safe’\\n\\nIt rained."
    >>> tokens = tokenize(text, quotations(text)[0], [(0, 10), (12, 29), (31, 41)])
    >>> is_crosshead(tokens, 0, 5), is_crosshead(tokens, 5, 11)
    (False, True)
    """
    ends = last == len(tokens) or tokens.starts_paragraph(last)
    closed = tokens.words[last - 1] == CLOSE and tokens.words[last - 2] not in _STOPS
    return ends and closed and tokens.starts_paragraph(first)


_STOPS = frozenset((".", "?", "!", ",", ";", "…", CLOSE))


def _speaks_to_somebody(words: Sequence[str], first: int, last: int) -> bool:
    return any(
        words[i] == "you're"
        or (words[i] == "you" and (words[i - 1] in _BEFORE_YOU or words[i + 1] in _AFTER_YOU))
        for i in range(first, last)
    )


def _ends_in_question(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the quotation of a paragraph ends in a question mark."""
    words = tokens.words
    return any(words[i] == "?" and words[i + 1] == CLOSE for i in range(first, last - 1))
