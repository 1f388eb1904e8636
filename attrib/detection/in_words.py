"""Attributions by `in her words` and `in the words of Ana Ruiz`, beside a quotation.

`Words` heads a cue in this wording alone, which is too rare in annotated articles to be learned.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrib.detection.candidates import Candidate, TokenRange, formal
from attrib.detection.cues import in_context
from attrib.words.tokens import CLOSE, OPEN, Tokens

_CONFIDENCE = 0.85
_LONGEST_SOURCE = 12
_ADJECTIVES = frozenset(("own", "famous", "exact"))
_BREAKS = frozenset((",", ".", ":", ";", "—", "–", "--", OPEN, CLOSE))


def find(tokens: Tokens, tags: Sequence[str]) -> list[Candidate]:
    """A reading for each such wording in a sentence with a quotation.

    >>> from attrib.words.quotes import find as quotations
    >>> from attrib.words.sentences import split
    >>> from attrib.words.tags import tag
    >>> from attrib.words.tokens import tokenize
    >>> text = "The plan is, in Ruiz’s words, “a farce.” In the words of her aide, it “stinks”."
    >>> quoted, _ = quotations(text)
    >>> tokens = tokenize(text, quoted, split(text, quoted))
    >>> for found in find(tokens, tag(tokens)):
    ...     print([text[slice(*tokens.offsets(*part))] for part in (found.source, *found.content)])
    ['Ruiz', 'The plan is', '“a farce.”']
    ['her aide', 'it “stinks”']
    """
    found = []
    words = tokens.words
    if "words" not in words:
        return []
    for first, last in tokens.sentences:
        if "words" not in words[first:last] or OPEN not in words[first:last]:
            continue
        at = words.index("words", first, last)
        aside = None if tokens.depth[at] else _aside(words, tags, first, last, at)
        if aside is None:
            continue
        begins, ends, source, cue = aside
        ending = words[last - 1] == "." and not tokens.depth[last - 1]
        content = tuple(_content(words, tags, first, last - ending, begins, ends))
        if content:
            parts = [(source[0], "source"), (cue[0], "cue"), *((a, "content") for a, _ in content)]
            word = in_context(words, tags, first, last, at, "word", "statement", ())
            order = "-".join(name for _, name in sorted(parts))
            found.append(formal(word, order, cue, source, content, _CONFIDENCE))
    return found


def _aside(
    words: Sequence[str], tags: Sequence[str], first: int, last: int, at: int
) -> tuple[int, int, TokenRange, TokenRange] | None:
    """Where the whole wording begins and ends, its source and its cue."""
    if words[at - 2 : at] == ["in", "the"] and words[at + 1] == "of":
        end = at + 2
        while end < min(last, at + _LONGEST_SOURCE) and words[end] not in _BREAKS:
            end += 1
        named = end + 1
        while named < last and tags[named] == "NNP":
            named += 1  # `in the words of the mayor, | Ana Ruiz,`
        end = named if words[end] == "," == words[named] and named > end + 1 else end
        return (at - 2, end, (at + 2, end), (at - 2, at + 2)) if end > at + 2 else None
    owner = at - 1 - (words[at - 1] in _ADJECTIVES)
    if words[at + 1] not in _BREAKS:
        return None
    if tags[owner] == "PRP$" and words[owner - 1] == "in":
        return owner - 1, at + 1, (owner, owner + 1), (owner + 1, at + 1)
    if tags[owner] == "POS":
        for begins in range(owner - 2, max(first, owner - _LONGEST_SOURCE) - 1, -1):
            if words[begins] == "in":
                return begins, at + 1, (begins + 1, owner), (owner, at + 1)
    return None


def _content(
    words: Sequence[str], tags: Sequence[str], first: int, last: int, begins: int, ends: int
) -> Iterator[TokenRange]:
    """What the wording parts: the sentence up to the end of its quotation, and without it.

    `The plan is, in her words, “a farce”` is hers as a whole, and so are no clauses before it that
    do not lack the quotation.
    """
    after = ends + (words[ends] in (",", ":"))
    quoted_after = OPEN in words[after:last]
    if begins > first:
        before = begins - (words[begins - 1] not in (OPEN, CLOSE))
        quoted_before = OPEN in words[first:before]
        if words[begins - 1] not in _BREAKS or not (quoted_before or words[after] == OPEN):
            return
        if quoted_before or tags[before - 1][:1] == "V":
            yield first, before
        quoted_after = words[after] == OPEN
    if quoted_after:
        quotation_ends = begins > first and CLOSE in words[after:last]
        yield after, words.index(CLOSE, after, last) + 1 if quotation_ends else last
