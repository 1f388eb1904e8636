"""Tags after a comma or dash that stands outside the marks: `“We go”, said Ana Ruiz`, `“We go” –
said Ana Ruiz`, as most of the world sets them, and few articles that weights are learned from.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrib.detection.candidates import Candidate, TokenRange, formal
from attrib.detection.classes import lemma_and_sort
from attrib.detection.cues import in_context
from attrib.words.tokens import CLOSE, OPEN, Tokens

_VERBS = frozenset(
    """said says say added adds asked asks replied replies answered answers told tells explained
    explains responded responds continued recalled joked insisted warned declared exclaimed shouted
    cried remarked noted observed concluded wrote writes argued argues stated affirmed affirms
    assured assures confirmed confirms admitted admits acknowledged commented lamented stressed
    emphasised emphasized indicated clarified specified declared underlined reiterated
    conceded""".split()
)
_LONGEST_SOURCE = 16
_LONGEST_TAG = 12
_PHRASE = frozenset("DT NN NNS NNP NNPS PRP PRP$ POS JJ CD VBG".split())
_LINKS = frozenset(("of", "and", "for", "at", "in", "the", "."))
_CLAUSE = frozenset("VBD VBZ VBP MD TO WRB WP IN".split())
_PARTS = frozenset((",", "–", "—", "-", "--"))
_STOPS = frozenset((".", ";", ":", "?", "!", OPEN, CLOSE))


def find(tokens: Tokens, tags: Sequence[str]) -> Iterator[Candidate]:
    """A reading for each quotation with such a tag, and what it goes on with after the tag.

    >>> from attrib.words.quotes import find as quotations
    >>> from attrib.words.sentences import split
    >>> from attrib.words.tags import tag
    >>> from attrib.words.tokens import tokenize
    >>> text = "“We go”, said Ana Ruiz; “or never”."
    >>> quoted, _ = quotations(text)
    >>> tokens = tokenize(text, quoted, split(text, quoted))
    >>> found, = find(tokens, tag(tokens))
    >>> [text[slice(*tokens.offsets(*part))] for part in (found.source, *found.content)]
    ['Ana Ruiz', '“We go”', '“or never”']
    """
    words, depth = tokens.words, tokens.depth
    sentence = 0
    for at in range(2, len(tokens) - 1):
        if words[at] not in _PARTS or words[at - 1] != CLOSE or depth[at]:
            continue
        while tokens.sentences[sentence][1] <= at:
            sentence += 1
        first, last = tokens.sentences[sentence]
        begin = at - 1
        while begin > first and depth[begin - 1]:
            begin -= 1
        if words[begin] != OPEN or begin not in (first, first + 1):
            continue
        tag = _inverted(tokens, tags, at + 1, last) or _plain(tokens, tags, at + 1, last)
        if tag is None:
            continue
        verb, source, stop = tag
        content: list[TokenRange] = [(begin, at)]
        if words[stop] in (",", ";", ":") and words[stop + 1] == OPEN and stop + 1 < last:
            end = stop + 2
            while end < last and depth[end]:
                end += 1
            content.append((stop + 1, end))
        lemma, sort = lemma_and_sort(words[verb])
        word = in_context(words, tags, first, last, verb, lemma, sort, ())
        order = "content-source-cue" if source[0] < verb else "content-cue-source"
        if len(content) > 1:
            order += "-content"
        yield formal(word, order, (verb, verb + 1), source, tuple(content))


_Tag = tuple[int, TokenRange, int]
"""The verb, the source, and where the tag ends."""


def _inverted(tokens: Tokens, tags: Sequence[str], first: int, last: int) -> _Tag | None:
    """`said Ana Ruiz, the mayor`: the source up to a stop, or a comma before another quotation."""
    words = tokens.words
    if words[first] not in _VERBS or first + 1 >= last:
        return None
    begin = _after_hearer(tokens, tags, first + 1, last)
    end = begin
    while end < last and end - begin <= _LONGEST_SOURCE:
        initial = words[end] == "." and len(tokens.forms[end - 1]) <= 3 and end + 1 < last
        if words[end] in _STOPS and not initial:
            break
        if words[end] == "," and (words[end + 1] == OPEN or tags[end + 1] not in ("NNP", "DT")):
            break
        if tags[end] in _CLAUSE and words[end] not in _LINKS:
            break
        end += 1
    if end == begin or tags[begin] not in _PHRASE:
        return None
    return first, (begin, end), end


def _after_hearer(tokens: Tokens, tags: Sequence[str], at: int, last: int) -> int:
    """The token after the one told, where the source follows: `affirmed to EFE | the pilot`."""
    words, end = tokens.words, at + 1
    if words[at] not in ("to", "for"):
        return at
    while end < last and tags[end] in ("DT", "JJ", "NN") and words[end - 1] != ",":
        end += 1
    named = end
    while end < last and tags[end] in ("NNP", "NNPS"):
        end += 1
    follows = end < last and (tags[end] in ("DT", "PRP$", "NN", "JJ"))
    return end if named < end and follows else at


def _plain(tokens: Tokens, tags: Sequence[str], first: int, last: int) -> _Tag | None:
    """`Ana Ruiz told reporters`: the source before its verb, and no quotation’s subject."""
    words = tokens.words
    for verb in range(first, min(last, first + _LONGEST_TAG)):
        if words[verb] in _VERBS and verb > first:
            stop = verb + 1
            while stop < last and words[stop] not in _STOPS and words[stop] != ",":
                stop += 1
            return verb, (first, verb), stop
        if tags[verb] not in _PHRASE and words[verb] not in _LINKS:
            return None
    return None
