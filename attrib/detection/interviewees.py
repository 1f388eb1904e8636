"""Whom an interview is with, by the lines above it.

`Q&A with Ana Ruiz`, `Ruiz spoke with the Courier`, `The Courier’s Tom Cole sat down with Ana Ruiz`:
of all whom they name it is the one who talks or is talked with, is named in the headline and most
often; nobody who wrote it or asks.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrib.detection.candidates import TokenRange
from attrib.knowledge import names, nouns
from attrib.words.tokens import Tokens

_TALKS = frozenset(
    """spoke speaks talked talks answered answers told tells sat discussed discusses explained
    explains reflects reflected chatted opens""".split()
)
_TALK = _TALKS | frozenset(
    "interview conversation q&a q questions talk chat speaking talking sits caught met a".split()
)
"""Before `with Ruiz`, `to Ruiz` and the like, in which she answers."""
_WITH = frozenset("with to for from".split())
_INTERVIEWED = frozenset("interviewed interviews interview asked asks quizzed questioned".split())
_ASKERS = frozenset(
    """reporter writer correspondent editor columnist journalist host presenter interviewer critic
    contributor producer staff photographer""".split()
)
_SUBJECTS = frozenset("he she who".split())
_OWN = frozenset(("'s", "’s", "'", "’"))
_POSTS = frozenset(("of", "for", "from"))
_BACK = 7
"""Words before a name in which is told that somebody talked with its bearer."""


def interviewed(tokens: Tokens, tags: Sequence[str], before: int) -> TokenRange | None:
    """The person whom the lines above the first turn present as the one who answers."""
    points: dict[str, int] = {}
    named: dict[str, TokenRange] = {}
    askers: set[str] = set()
    for first, last in _runs(tokens, tags, before):
        key = tokens.words[last - 1]
        told = _told(tokens, tags, first, last, before)
        if told is None:
            askers.add(key)
            continue
        if last - first > 1 and (told or _is_name(tokens, first, last)):
            named.setdefault(key, (_past_titles(tokens, first, last), last))
        opens = tokens.starts_paragraph(first) + _is_on_top(tokens, first)
        points[key] = points.get(key, 0) + told + 1 + opens
    found = {key: points[key] for key in named if key not in askers}
    if not found:
        return None
    best = max(found, key=found.__getitem__)
    if any(found[key] == found[best] for key in found if key != best):
        return None
    return named[best]


def _runs(tokens: Tokens, tags: Sequence[str], before: int) -> Iterator[TokenRange]:
    """The runs of capitalised words that may be names of people."""
    bodies = nouns.bodies()
    i = 0
    while i < before:
        end = i + (tags[i] == "NNP")
        while i < end < before and tags[end] == "NNP" and not tokens.starts_paragraph(end):
            end += 1
        if end > i and bodies.isdisjoint(tokens.words[i:end]):
            yield i, end
        i = max(end, i + 1)


def _told(tokens: Tokens, tags: Sequence[str], first: int, last: int, before: int) -> int | None:
    """How much is told of one who is named as of the one who answers; None for who asks."""
    words = tokens.words
    back = words[max(0, first - _BACK) : first]
    asker = first and (words[first - 1] in _ASKERS or words[first - 1] == "by")
    asks = words[last] in _TALKS | _INTERVIEWED
    if asker or (first and words[first - 1] in _OWN and asks) or words[last] == "interviewed":
        return None
    if words[last] in _POSTS and tags[min(last + 2, before)] == "NNP":
        return None if set(back) & _TALK or asks else 0  # `Tom Cole of the Courier`
    if words[last] == "," and not _ASKERS.isdisjoint(words[last : last + 6]):
        return None
    points = 2 * asks
    was = words[last] in ("was", "is") and words[min(last + 1, before)] == "interviewed"
    at = next((i for i in range(len(back) - 1, -1, -1) if back[i] in _WITH), None)
    if at is not None and at > 1 and back[at - 1] in _TALKS and back[at - 2] in _SUBJECTS:
        return None  # `She spoke to Tom Cole`
    talked = at is not None and not _TALK.isdisjoint(back[max(0, at - 3) : at])
    titled = at is not None and all(word not in (",", ".", "who") for word in back[at:-1])
    return points + 3 * bool((talked and titled) or was or _INTERVIEWED.intersection(back[-3:]))


def _is_name(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a run has a first name or a title in it, or what its bearer is before it."""
    words = tokens.words
    if any(names.is_given(words[i]) for i in range(first, last - 1)):
        return True
    titles = (nouns.lookup(words[i]) for i in range(max(0, first - 1), last - 1))
    return any(noun is not None and noun.human for noun in titles)


def _past_titles(tokens: Tokens, first: int, last: int) -> int:
    """Where a name begins after its titles: of `Vice President Joe Cole` at `Joe`."""
    while first < last - 2:
        noun = nouns.lookup(tokens.words[first])
        if noun is None or not noun.human or names.is_given(tokens.words[first]):
            break
        first += 1
    return first


def _is_on_top(tokens: Tokens, at: int) -> bool:
    """Whether a name stands in the first line."""
    paragraphs = tokens.paragraphs()
    return bool(paragraphs) and at < paragraphs[0][1]
