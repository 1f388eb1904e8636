"""Attributions by a noun that says what somebody’s words are: `Ruiz’s view is that the law is bad`.

No verb of saying signals them, so that the weights seldom know them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrib.detection.candidates import Candidate, TokenRange, formal
from attrib.detection.classes import lemma_and_sort
from attrib.detection.cues import in_context
from attrib.words.tokens import OPEN, Tokens

_CONFIDENCE = 0.85
_NOUNS = frozenset(
    """view opinion position argument claim contention message conclusion verdict advice warning
    allegation complaint recommendation prediction answer response belief assessment promise demand
    plea suggestion stance assertion explanation excuse finding forecast estimate""".split()
)
_IS = frozenset(("is", "was", "remains", "remained"))
_ADVISES = frozenset("advice recommendation suggestion plea demand promise message answer".split())
"""What may be to do something: `Her advice is to walk`."""
_OF = frozenset(("from", "of", "among", "by"))
_TO = frozenset(("to", "for", "on", "about"))
_OWNS = frozenset("his her its their".split())
_PHRASE = frozenset("DT JJ CD NN NNS NNP NNPS POS PRP$ VBG".split())
_FINITE = frozenset("VBD VBZ VBP MD".split())
_FURTHEST = 14
_SHORTEST = 3


def find(tokens: Tokens, tags: Sequence[str]) -> list[Candidate]:
    """A reading for each such predicate.

    >>> from attrib.words.tags import tag
    >>> from attrib.words.tokens import tokenize
    >>> text = "The message from the port is that fares will rise."
    >>> tokens = tokenize(text, [], [(0, len(text))])
    >>> found, = find(tokens, tag(tokens))
    >>> [text[slice(*tokens.offsets(*part))] for part in (found.source, *found.content)]
    ['the port', 'that fares will rise']
    """
    if _LABELS.isdisjoint(tokens.words):
        return []
    return [found for first, last in tokens.sentences for found in _in(tokens, tags, first, last)]


def _in(tokens: Tokens, tags: Sequence[str], first: int, last: int) -> Iterator[Candidate]:
    words = tokens.words
    if (labelled := _labelled(tokens, tags, first, last)) is not None:
        yield labelled
    for at in range(first + 2, last - _SHORTEST):
        if words[at] not in _IS or tokens.depth[at]:
            continue
        begins = at + 1 + (words[at + 1] in ("simply", "simple", "clear"))
        points = tags[begins + 1] in ("VBD", "VBZ", "IN") and tags[begins + 2] not in _FINITE
        said = words[begins] == "that" and not points  # not `that of the board`
        colon = at + 1
        while tags[colon] in ("JJ", "RB", "VBN", "NN", "VB", "VBP"):
            colon += 1
        if words[colon] == ":" and colon < min(last - 2, at + _SHORTEST + 1):
            begins, said = colon + 1, True  # `Her message was blunt: pay up`
        noun = _noun_before(words, first, at)
        if noun is None or not (said or (words[begins] == "to" and words[noun] in _ADVISES)):
            continue
        source = _whose(words, tags, first, noun, at)
        if source is None or OPEN in words[first:at]:
            continue
        ends = last - (words[last - 1] in (".", "!", ";"))
        lemma, sort = lemma_and_sort(words[noun])
        word = in_context(words, tags, first, last, noun, lemma, sort, ())
        cue = (at if source[0] > noun else source[1], begins)
        yield formal(word, "source-cue-content", cue, source, ((begins, ends),), _CONFIDENCE)


def _labelled(tokens: Tokens, tags: Sequence[str], first: int, last: int) -> Candidate | None:
    """`His rule: If it costs more than an hour’s wage, skip it`, `Okon’s verdict: It leaks.`"""
    words, noun = tokens.words, first + 1
    while tags[noun] in _PHRASE and words[noun + 1] != ":" and noun < first + _FURTHEST:
        noun += 1
    owner = noun - 1 - (tags[noun - 1] == "JJ")
    begins = noun + 2
    if words[noun + 1] != ":" or words[noun] not in _LABELS or last - begins < _SHORTEST:
        return None
    if words[begins] == OPEN or tokens.depth[first] or OPEN in words[first:noun]:
        return None
    own = words[owner] in _OWNS and owner == first
    if not own and not (tags[owner] == "POS" and owner > first):
        return None
    if not any(tag[:1] == "V" or tag == "MD" for tag in tags[begins:last]):
        return None
    source = (owner, owner + 1) if own else (first, owner)
    ends = last - (words[last - 1] in (".", "!"))
    lemma, sort = lemma_and_sort(words[noun])
    word = in_context(words, tags, first, last, noun, lemma, sort, ())
    cue = (source[1], begins)
    return formal(word, "source-cue-content", cue, source, ((begins, ends),), _CONFIDENCE)


_LABELS = _NOUNS | {"rule", "tip", "theory", "motto", "question", "reply", "hunch", "hope", "fear"}
"""What may stand before a colon and what somebody says: not `Her finding: a coin`."""


def _noun_before(words: Sequence[str], first: int, at: int) -> int | None:
    """The noun that is the subject of `is`, by what it says."""
    for i in range(at - 1, max(first, at - _FURTHEST), -1):
        if words[i] in _NOUNS:
            return i
        if words[i] in (",", ";", ":", "and", "that", "which", "who"):
            return None
    return None


def _whose(
    words: Sequence[str], tags: Sequence[str], first: int, noun: int, at: int
) -> TokenRange | None:
    """Whose words the noun names: of `Ruiz’s view`, `the view of the board`, `her advice to me`."""
    owner = noun - 1
    while owner > first and tags[owner] in ("JJ", "NN") and owner > noun - 3:
        owner -= 1
    rest = words[noun + 1 : at]
    if words[owner] in _OWNS:
        return (owner, owner + 1) if not rest or rest[0] in _TO else None
    if tags[owner] == "POS":
        begins = owner
        while begins > first and tags[begins - 1] in _PHRASE:
            begins -= 1
        return (begins, owner) if begins < owner and (not rest or rest[0] in _TO) else None
    plain = bool(rest) and rest[0] in _OF and words[noun - 1] not in _OWNS
    inside = all(tag in _PHRASE for tag in tags[noun + 2 : at])
    return (noun + 2, at) if plain and inside and at > noun + 2 else None
