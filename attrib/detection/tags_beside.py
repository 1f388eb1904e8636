"""Quotations that a tag stands beside which no reading of its verb has: one turned round before
them, who asks, and a tag that goes on.

`Said Ana Ruiz, a nurse, “…”`, `He was asked by Ana Ruiz, “…?”`, `“…,” the Danes state in a letter`.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrib.detection.candidates import Candidate, TokenRange, formal
from attrib.detection.classes import SAID, lemma_and_sort, tells
from attrib.detection.cues import in_context
from attrib.detection.known import PHRASE, SAME_PARAGRAPH, Known
from attrib.knowledge import nouns
from attrib.words.tokens import CLOSE, OPEN

_Tag = tuple[str, TokenRange, int]
"""The order of a tag, its source, and its verb."""
_LONGEST_ASIDE = 24
"""Words that tell more of a source before what it says."""
_LONGEST_SOURCE = 10
_BE = frozenset("was were is been being are".split())
_ASKS = frozenset("asked pressed challenged quizzed".split())
_PARTS = frozenset((",", ":"))
_GOES_ON = frozenset("in on at to of during after when while as from by before for through".split())
_SHUTS = frozenset(",?!")


def find(known: Known) -> Iterator[Candidate]:
    """The quotations that nobody has yet, with the tag beside each.

    >>> from attrib.words.quotes import find as quotations
    >>> from attrib.words.tags import tag
    >>> from attrib.words.tokens import tokenize
    >>> def tagged(text):
    ...     quoted, _ = quotations(text)
    ...     tokens = tokenize(text, quoted, [(0, len(text))])
    ...     found = find(Known([], tokens, tag(tokens)))
    ...     return [text[slice(*tokens.offsets(*each.source))] for each in found]
    >>> tagged("Said Ana Ruiz, a nurse, “We are late.”"), tagged("He was asked by Ana Ruiz, “Why?”")
    (['Ana Ruiz'], ['Ana Ruiz'])
    >>> tagged("“We are late,” the Danes state in a letter to the court.")
    ['the Danes']
    >>> tagged("It was written by Ana Ruiz, “the queen of crime.”")
    []
    """
    for first, last in known.tokens.sentences:
        if OPEN not in known.words[first:last]:
            continue
        begin = known.words.index(OPEN, first, last)
        end = begin + 1
        while end < last and known.depth[end]:
            end += 1
        if end - begin < 4 or known.is_taken(begin, end) or known.depth[begin - 1 : begin] == [1]:
            continue
        tag = _after(known, begin, end, last) if begin == first else _before(known, first, begin)
        if tag is None:
            continue
        order, source, at = tag
        lemma, sort = lemma_and_sort(known.words[at])
        word = in_context(known.words, known.tags, first, last, at, lemma, sort, ())
        yield formal(word, order, (at, at + 1), source, ((begin, end),), SAME_PARAGRAPH)


def _before(known: Known, first: int, begin: int) -> _Tag | None:
    """A tag up to the comma or colon before a quotation."""
    words = known.words
    if words[begin - 1] not in _PARTS or any(known.depth[first:begin]):
        return None
    if tells(words[first], SAID) and known.tags[first] != "VBG":
        source = _named(known, first + 1, begin)
        return ("cue-source-content", source, first) if source else None
    for at in range(first + 1, begin - 2):
        if words[at] in _ASKS and words[at - 1] in _BE and words[at + 1] == "by":
            source = _named(known, at + 2, begin)
            return ("cue-source-content", source, at) if source else None
    return None


def _named(known: Known, first: int, begin: int) -> TokenRange | None:
    """Who is named from a token to the comma before a quotation, or before what tells more of
    him."""
    end = first
    while end < begin and (known.tags[end] in PHRASE or known.words[end] == "of"):
        end += 1
    aside = known.words[end] == "," and begin - end <= _LONGEST_ASIDE
    if not first < end <= first + _LONGEST_SOURCE or not (aside or end == begin - 1):
        return None
    return (first, end) if _speaks(known, end - 1) else None


def _speaks(known: Known, at: int) -> bool:
    """Whether a noun phrase that ends with a token may be of one who speaks."""
    if known.tags[at] in ("NNP", "NNPS"):
        return True
    noun = nouns.lookup(known.words[at])
    return noun is not None and (noun.human or noun.category in ("group", "organization"))


def _after(known: Known, begin: int, end: int, last: int) -> _Tag | None:
    """A tag after a quotation that goes on: `“…,” the Danes state in a letter.`"""
    words, tags = known.words, known.tags
    if words[end - 1] != CLOSE or words[end - 2] not in _SHUTS:
        return None
    at = end
    while at < last and tags[at] in PHRASE and not tells(words[at], SAID):
        at += 1
    if not end < at <= end + _LONGEST_SOURCE or not tells(words[at], SAID):
        return None
    goes_on = words[at + 1] in _GOES_ON or words[at + 1] in (".", ",")
    return ("content-source-cue", (end, at), at) if goes_on and _speaks(known, at - 1) else None
