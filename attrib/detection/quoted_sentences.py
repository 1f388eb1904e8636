"""The sentences within a quotation, which to all else is one: `“It leaks. | He said so.”`"""

from __future__ import annotations

from collections.abc import Sequence

from attrib.words.tokens import CLOSE, OPEN

_FINAL = frozenset(".?!")
_SHORTENED = frozenset(
    """mr mrs ms dr sen rep gov st jr sr gen lt col capt maj prof rev hon jan feb mar apr jun jul
    aug sep sept oct nov dec""".split()
)


def quoted_sentence(
    words: Sequence[str],
    forms: Sequence[str],
    depth: Sequence[int],
    sentence: tuple[int, int],
    at: int,
) -> tuple[int, int]:
    """The sentence that a word stands in within a quotation, which `sentences` never splits.

    A quotation within it is whole, however many sentences that one has.
    """
    first, last = sentence
    around = depth[at]
    start = at
    while start > first and not _begins(words, forms, depth, start, around):
        start -= 1
    end = at + 1
    while end < last and (words[end] != CLOSE or depth[end] > around):
        if _begins(words, forms, depth, end, around):
            break
        end += 1
    return start, end


def _begins(
    words: Sequence[str], forms: Sequence[str], depth: Sequence[int], at: int, around: int
) -> bool:
    """Whether a sentence begins with a token, in a quotation that is so deep."""
    before = at - 1
    if depth[before] > around:
        if words[before] != CLOSE or depth[at] > around:
            return False  # within a quotation
        return words[before - 1] in _FINAL and not forms[at][:1].islower()
    return words[before] == OPEN or _ends(words, forms, before)


def _ends(words: Sequence[str], forms: Sequence[str], at: int) -> bool:
    """Whether a full stop, or its like, ends a sentence."""
    return (
        words[at] in _FINAL
        and not forms[at + 1][:1].islower()
        and (words[at] != "." or words[at - 1] not in _SHORTENED)
    )
