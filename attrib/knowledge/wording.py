"""The words of a passage as they are compared: without case, marks, spacing or punctuation.

What counts as the same word here is the ground of `draft` and `trace`, which tell whether two
passages say the same thing in the same words, and which words differ.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from difflib import SequenceMatcher

from attrs import frozen

from attrib.lazily import regex

_WORD = regex.compile(
    r"(?:\p{L}\.){2,}"  # U.S. is one word
    r"|\p{N}+(?:[.,]\p{N}+)*+"
    r"|[\p{L}\p{M}\p{N}]++(?:['’ʼ‘][\p{L}\p{M}\p{N}]++)*+"
)
_APOSTROPHES = str.maketrans("’ʼ‘", "'''")
_WIDEST_GAP = 250_000
"""Most comparisons (words times words) spent on a stretch with no landmark in it."""

Change = tuple[int, int, int, int]
"""`a[i:j]` stands where `b[k:l]` stands in the other passage."""


@frozen
class Words:
    """The words of a passage: what they are compared by, and where each stands in the text."""

    keys: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.keys)


def words_of(text: str, start: int = 0, end: int | None = None) -> Words:
    """The words of `text` between `start` and `end`, with offsets into `text`.

    >>> words_of("“We don’t,” the U.S. said.").keys
    ('we', "don't", 'the', 'us', 'said')
    """
    spans = [match.span() for match in _WORD.finditer(text, start, end)]
    return Words(
        tuple(key_of(text[i:j]) for i, j in spans),
        tuple(i for i, _ in spans),
        tuple(j for _, j in spans),
    )


def key_of(word: str) -> str:
    """What a single word is compared by.

    >>> key_of("Don’t"), key_of("U.S."), key_of("1,200")
    ("don't", 'us', '1200')
    """
    if not word.isascii():
        word = unicodedata.normalize("NFC", word).translate(_APOSTROPHES)
    if "." in word or "," in word:
        word = word.replace(",", "")
        if not word[0].isdecimal():
            word = word.replace(".", "")
    return word.casefold()


_SHORTENED = {
    "am": "'m",
    "are": "'re",
    "had": "'d",
    "has": "'s",
    "have": "'ve",
    "is": "'s",
    "not": "n't",
    "will": "'ll",
    "would": "'d",
}
_BEFORE_S = frozenset("he here how it she that there what when where who why".split())
"""Words after which 's is `is` or `has` and no possessive."""
_IRREGULAR = {
    ("can", "not"): "can't",
    ("cannot",): "can't",
    ("let", "us"): "let's",
    ("shall", "not"): "shan't",
    ("will", "not"): "won't",
}


def contraction(*words: str) -> str | None:
    """The one word that these are said as; None where they stay as they are.

    >>> contraction("i", "am"), contraction("will", "not"), contraction("cannot")
    ("i'm", "won't", "can't")
    >>> contraction("it", "is"), contraction("mayor", "is")
    ("it's", None)
    """
    short = _SHORTENED.get(words[-1]) if len(words) == 2 else None
    if short is None or (short == "'s" and words[0] not in _BEFORE_S):
        return _IRREGULAR.get(words)
    return _IRREGULAR.get(words, words[0] + short)


def expansions(word: str) -> list[tuple[str, ...]]:
    """The words of which this one may be a contraction; none for any other word.

    >>> expansions("it's"), expansions("can't"), expansions("mayor's")
    ([('it', 'has'), ('it', 'is')], [('can', 'not'), ('cannot',)], [])
    """
    if "'" not in word:
        return []
    irregular = [words for words, short in _IRREGULAR.items() if short == word]
    regular = ((word.removesuffix(short), second) for second, short in _SHORTENED.items())
    return irregular or [words for words in regular if words[0] and contraction(*words) == word]


def changes(a: Sequence[str], b: Sequence[str]) -> list[Change]:
    """Where the words of `a` and `b` part, in order; nothing where they are the same.

    >>> changes("we will raise taxes".split(), "we will not raise any taxes".split())
    [(2, 2, 2, 3), (3, 3, 4, 5)]
    """
    found: list[Change] = []
    at_a = at_b = 0
    for i, k, size in matches(a, b):
        if i > at_a or k > at_b:
            found.append((at_a, i, at_b, k))
        at_a, at_b = i + size, k + size
    if at_a < len(a) or at_b < len(b):
        found.append((at_a, len(a), at_b, len(b)))
    return found


def matches(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int, int]]:
    """The stretches `a` and `b` share, in order: where in `a`, where in `b`, how many words.

    Long passages are first pinned together at the word pairs each has once, so that the cost
    grows with their length and not with its square.

    >>> matches("a b c d".split(), "b c x d".split())
    [(1, 0, 2), (3, 3, 1)]
    """
    found: list[tuple[int, int, int]] = []
    at_a = at_b = 0
    for i, k in [*_landmarks(a, b), (len(a), len(b))]:
        if i < at_a or k < at_b:
            continue
        if (i - at_a) * (k - at_b) <= _WIDEST_GAP:
            matcher = SequenceMatcher(None, a[at_a:i], b[at_b:k], autojunk=False)
            for block in matcher.get_matching_blocks():
                _append(found, at_a + block.a, at_b + block.b, block.size)
        if i < len(a) and k < len(b):
            _append(found, i, k, 1)
        at_a, at_b = i + 1, k + 1
    return found


def _append(found: list[tuple[int, int, int]], i: int, k: int, size: int) -> None:
    """Add a shared stretch, joined to the one before where nothing stands between them."""
    if not size:
        return
    if found and found[-1][0] + found[-1][2] == i and found[-1][1] + found[-1][2] == k:
        i, k, before = found.pop()
        size += before
    found.append((i, k, size))


def _landmarks(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int]]:
    """Pairs of places with the same two words, once in each passage, rising in both."""
    if len(a) * len(b) <= _WIDEST_GAP:
        return []
    in_b = _places_of_unique_pairs(b)
    pairs = [(i, in_b[pair]) for pair, i in _places_of_unique_pairs(a).items() if pair in in_b]
    return _longest_rising(pairs)


def _places_of_unique_pairs(keys: Sequence[str]) -> dict[tuple[str, str], int]:
    places: dict[tuple[str, str], int] = {}
    repeated = set()
    for i in range(len(keys) - 1):
        pair = keys[i], keys[i + 1]
        if pair in places:
            repeated.add(pair)
        places[pair] = i
    return {pair: i for pair, i in places.items() if pair not in repeated}


def _longest_rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest run of `pairs`, sorted by their first number, in which the second rises too."""
    tails: list[int] = []
    last: list[int] = []
    before: list[int] = []
    for n, (_, k) in enumerate(pairs):
        rank = bisect_left(tails, k)
        before.append(last[rank - 1] if rank else -1)
        tails[rank : rank + 1] = [k]
        last[rank : rank + 1] = [n]
    run = []
    n = last[-1] if last else -1
    while n >= 0:
        run.append(pairs[n])
        n = before[n]
    return run[::-1]
