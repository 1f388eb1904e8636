"""Attributions of the sentence before, to which one points back: `Prices fell. That’s according to
the bank`, `That is the verdict of Ana Ruiz`, `So says a new study`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrib.detection.candidates import Candidate, TokenRange, formal
from attrib.detection.classes import lemma_and_sort
from attrib.detection.cues import in_context
from attrib.detection.views import FINITE
from attrib.knowledge import nouns
from attrib.words.tokens import CLOSE, OPEN, Tokens

_CONFIDENCE = 0.85
_POINTS = frozenset(("that", "this", "so"))
_IS = frozenset(("is", "was", "'s"))
_ASIDE = frozenset("all least anyway anyhow course at , of perhaps certainly".split())
"""What may stand around the word that points: `All that is`, `That, at least, is`."""
_ONLY = frozenset("only also mainly largely partly still".split())
_NOUNS = frozenset(
    """view opinion claim contention message conclusion verdict warning allegation prediction belief
    assessment assertion finding forecast estimate argument advice judgement judgment""".split()
)
_OF = frozenset(("of", "from", "by"))
_SAYS = frozenset(("says", "said", "say"))
_TELLS = _SAYS | frozenset("told tells according added adds saying wrote writes".split())
_JOINS = frozenset(("and", "but", "or"))
_OPENS = _POINTS | _ASIDE | _JOINS
_NO_SOURCES = frozenset(
    """plan plans law schedule rules custom tradition need needs taste size age script that this it
    these those one you""".split()
)
_CATEGORIES = frozenset(("organization", "group", "document"))
_BREAKS = frozenset(", ; : — – after before following ahead when as but".split())
_DESCRIBES = frozenset("DT JJ JJS VBN NN VBG".split())
_NO_APPOSITION = frozenset("VBN VBG IN WDT WP WRB CC RB".split())
_SHORTEST, _LONGEST_SOURCE = 2, 24


def find(tokens: Tokens, tags: Sequence[str]) -> list[Candidate]:
    """A reading for each sentence that says whose the one before it is.

    >>> from attrib.words.sentences import split
    >>> from attrib.words.tags import tag
    >>> from attrib.words.tokens import tokenize
    >>> text = "Rents fell. That's according to the bank. It rose. That is the law of Norvale."
    >>> tokens = tokenize(text, [], split(text, []))
    >>> found, = find(tokens, tag(tokens))
    >>> [text[slice(*tokens.offsets(*part))] for part in (*found.content, found.cue, found.source)]
    ['Rents fell.', 'according to', 'the bank']
    """
    return [
        found
        for before, (first, last) in pairwise(tokens.sentences)
        if tokens.words[first] in _OPENS and not tokens.depth[first]
        for found in _in(tokens, tags, before, (first, last))
    ]


def _in(
    tokens: Tokens, tags: Sequence[str], before: TokenRange, sentence: TokenRange
) -> Iterator[Candidate]:
    first, last = sentence
    cue = _cue(tokens.words, tags, *sentence)
    if cue is None or not _is_untold(tokens, *before):
        return
    begins, head, end = cue
    source = _source(tokens, tags, end, last)
    if source is not None:
        lemma, sort = lemma_and_sort(tokens.words[head])
        word = in_context(tokens.words, tags, first, last, head, lemma, sort, ())
        yield formal(word, "content-cue-source", (begins, end), source, (before,), _CONFIDENCE)


def _cue(
    words: Sequence[str], tags: Sequence[str], first: int, last: int
) -> tuple[int, int, int] | None:
    """Where the words begin that tell whose it is, their head, and where they end."""
    at = first + (words[first] in _JOINS)
    if words[at] == "so" and words[at + 1] in _SAYS:
        return at + 1, at + 1, at + 2
    while at < last and words[at] in _ASIDE:
        at += 1
    at += words[at] in _POINTS
    while at < last and words[at] in _ASIDE:
        at += 1
    if words[at] not in _IS:
        return None
    at += 1 + (words[at + 1] in _ONLY)
    if words[at] == "according":
        return (at, at, at + 2) if words[at + 1] == "to" else None
    noun = at
    while tags[noun] in _DESCRIBES and words[noun] not in _NOUNS and noun < last:
        noun += 1
    if noun == at or words[noun] not in _NOUNS:
        return None
    of = noun + 1 + (words[noun + 1] in ("made", "given"))
    return (at, noun, of + 1) if words[of] in _OF else None


def _is_untold(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a sentence states something, in the reporter’s words or wholly quoted, and names
    nobody who said it."""
    words = tokens.words
    if words[first] == OPEN:
        return words[last - 1] == CLOSE and CLOSE not in words[first : last - 1]
    return (
        words[last - 1] == "."
        and last - first > _SHORTEST
        and _TELLS.isdisjoint(words[first:last])
        and OPEN not in words[first:last]
    )


def _source(tokens: Tokens, tags: Sequence[str], first: int, last: int) -> TokenRange | None:
    """Whoever is named up to the end of the sentence, or up to a comma after which more is told."""
    words = tokens.words
    end = last - (words[last - 1] in (".", "!"))
    comma = next((i for i in range(first, end) if words[i] in _BREAKS), end)
    more = words[comma] != "," or tags[comma + 1] in _NO_APPOSITION
    if more or not FINITE.isdisjoint(tags[comma:end]):
        end = comma
    if not 0 < end - first <= _LONGEST_SOURCE or words[first] == OPEN:
        return None
    return (first, end) if _is_somebody(words, tags, first, comma) else None


def _is_somebody(words: Sequence[str], tags: Sequence[str], first: int, end: int) -> bool:
    if words[end - 1] in _NO_SOURCES:
        return False
    if any(tag in ("NNP", "NNPS") for tag in tags[first:end]):
        return True
    known = (nouns.lookup(word) for word in words[first:end])
    return any(noun.human or noun.category in _CATEGORIES for noun in known if noun is not None)
