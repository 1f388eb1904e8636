"""Whose wording a few quoted words are: `a mix of “misfits,” as Ana Ruiz put it, and cooks`,
`“A mess” is how she sums it up`.

Only the quotation is theirs: the sentence around it is the reporter's, and goes on after the tag.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrib.detection.candidates import Candidate, TokenRange, formal
from attrib.detection.classes import lemma_and_sort
from attrib.detection.cues import in_context
from attrib.words.tokens import CLOSE, OPEN, Tokens

_CONFIDENCE = 0.85
_LONGEST_SOURCE = 12
_LONGEST_OBJECT = 4
_SUMS_UP = frozenset("sums summed sees saw remembers remembered recalls recalled".split())
_WORDS_IT = frozenset(
    """put puts call calls called describe describes described term terms termed dub dubs dubbed
    label labels labelled labeled refer refers referred phrase phrases phrased characterise
    characterised characterize characterized style styles styled""".split()
)
_IT = frozenset("it them him her this that these those such".split())
_HELPS = frozenset("has have had once later often likes like liked".split())
_SOURCE = frozenset("DT JJ CD NN NNS NNP NNPS PRP PRP$ POS IN ,".split())
_OBJECT = frozenset("DT JJ NN NNS NNP PRP PRP$".split())
_ENDS = frozenset((",", ".", ";", "—", "–", "--", ")"))


def find(tokens: Tokens, tags: Sequence[str]) -> list[Candidate]:
    """A reading for each such tag amid a sentence or at its end.

    >>> from attrib.words.quotes import find as quotations
    >>> from attrib.words.sentences import split
    >>> from attrib.words.tags import tag
    >>> from attrib.words.tokens import tokenize
    >>> text = "They are “old hands,” as Ruiz calls them, from Orvale."
    >>> quoted, _ = quotations(text)
    >>> tokens = tokenize(text, quoted, split(text, quoted))
    >>> for found in find(tokens, tag(tokens)):
    ...     print([text[slice(*tokens.offsets(*part))] for part in (found.source, *found.content)])
    ['Ruiz', '“old hands,”']
    """
    words, found = tokens.words, []
    if OPEN not in words or not ("as" in words or "how" in words):
        return []
    for first, last in tokens.sentences:
        for at in range(first + 3, last - 2):
            how = words[at] == "how" and words[at - 1] in ("is", "was")
            if not (how or words[at] == "as") or tokens.depth[at]:
                continue
            ends = at - (how or words[at - 1] == ",")
            read = _how if how else _tag
            tag = read(words, tags, at + 1, last) if words[ends - 1] == CLOSE else None
            if tag is None:
                continue
            begins = _opens(tokens, first, ends)
            source, cue = tag
            if begins > first or how:  # a quotation that fills the clause is tagged like any other
                lemma, sort = lemma_and_sort(words[cue[0]])
                word = in_context(words, tags, first, last, cue[0], lemma, sort, ())
                parts = "content-source-cue", cue, source, ((begins, ends),)
                found.append(formal(word, *parts, _CONFIDENCE))
    return found


def _how(
    words: Sequence[str], tags: Sequence[str], first: int, last: int
) -> tuple[TokenRange, TokenRange] | None:
    """The source and the cue after `is how`: `Ana Ruiz | sums up`."""
    verb = _source_end(words, tags, first, last, _WORDS_IT | _SUMS_UP)
    said = words[verb] in _WORDS_IT or words[verb] in _SUMS_UP
    end = verb + 1 + (words[verb + 1] in ("up", "it", "them", "him", "her"))
    return ((first, verb), (verb, end)) if said and verb > first else None


def _source_end(
    words: Sequence[str], tags: Sequence[str], first: int, last: int, heads: frozenset[str]
) -> int:
    """The token after the words that may be a source, before any of the verbs `heads`."""
    verb = first
    while verb < min(last, first + _LONGEST_SOURCE) and tags[verb] in _SOURCE:
        if words[verb] in heads:
            break
        verb += 1
    return verb


def _opens(tokens: Tokens, first: int, ends: int) -> int:
    """Where the quotation begins that ends before a token."""
    depth, begins = tokens.depth, ends - 1
    while begins > first and depth[begins - 1] >= depth[ends - 1] > 0:
        begins -= 1
    return begins


def _tag(
    words: Sequence[str], tags: Sequence[str], first: int, last: int
) -> tuple[TokenRange, TokenRange] | None:
    """The source and the cue after `as`: `Ana Ruiz | has called it`."""
    verb = _source_end(words, tags, first, last, _WORDS_IT)
    source = first, verb
    while verb < last and (words[verb] in _HELPS or words[verb] == "to" or tags[verb] == "RB"):
        verb += 1
    if source[0] == source[1] or words[first] in ("if", "though", "it", "with"):
        return None
    said = words[verb] == "say" and words[verb - 1] == "to"
    if words[verb] not in _WORDS_IT and not said:
        return None
    end = verb + 1 + (words[verb + 1] == "to")
    if not said:
        pronoun = words[end] in _IT
        while end < min(last, verb + 1 + _LONGEST_OBJECT) and tags[end] in _OBJECT:
            end += 1
        if end == verb + 1 and not pronoun:
            return None
    return (source, (source[1], end)) if end >= last or words[end] in _ENDS else None
