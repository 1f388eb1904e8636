"""What is written on things: `a sign that read “Go home”`, `Her shirt said, “No dams.”`

A thing that people write on has no other voice, so that the words in marks right after `read` or
`said` are what stands on it, however few they are and whoever holds it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrib.detection.candidates import Candidate, TokenRange, formal
from attrib.detection.classes import lemma_and_sort
from attrib.detection.cues import in_context
from attrib.knowledge import nouns
from attrib.words.tokens import CLOSE, OPEN, Tokens

_THINGS = frozenset(
    f"{thing}{s}"
    for thing in """sign banner placard poster sticker shirt t-shirt tee hoodie sweatshirt jersey
    hat cap badge plaque billboard headline caption tattoo mug flag noticeboard
    signboard whiteboard chalkboard blackboard label inscription graffiti marquee hoarding
    leaflet flyer flier card postcard note notice sash bib vest jacket bag armband wristband
    headstone tombstone gravestone slogan doormat magnet bumper ribbon bottle
    balloon mural""".split()
    for s in ("", "s", "es")
)
_FINITE = frozenset("read reads said says".split())
_OF_THING = frozenset("reading saying".split())
_WHICH = frozenset(("that", "which"))
_PHRASE = frozenset("DT PRP$ JJ NN NNS CD VBN NNP POS JJR".split())
_BEGINS = frozenset(("DT", "PRP$", "CD", "POS"))
_HANGS_ON = frozenset(
    "on in at above over outside near by from behind under beside across with of".split()
)
_BEFORE_SUBJECT = frozenset((",", "CC", "IN", "WRB", ";", ":"))
_LONGEST = 10


def find(tokens: Tokens, tags: Sequence[str]) -> Iterator[Candidate]:
    """A reading of each verb between a thing and the words that stand on it.

    >>> from attrib.words.quotes import find as quotations
    >>> from attrib.words.sentences import split
    >>> from attrib.words.tags import tag
    >>> from attrib.words.tokens import tokenize
    >>> text = "He held a small sign reading “Go.” Her cap said, “No.” A man said “Yes.”"
    >>> quoted, _ = quotations(text)
    >>> tokens = tokenize(text, quoted, split(text, quoted))
    >>> for found in find(tokens, tag(tokens)):
    ...     parts = (found.source, *found.content)
    ...     print([text[slice(*tokens.offsets(*part))] for part in parts])
    ['a small sign', '“Go.”']
    ['Her cap', '“No.”']
    """
    words, depth = tokens.words, tokens.depth
    for first, last in tokens.sentences:
        if OPEN not in words[first:last]:
            continue
        for at in range(first + 1, last - 1):
            if depth[at] or words[at] not in _FINITE | _OF_THING:
                continue
            opens = at + 1 + (words[at + 1] in (",", ":"))
            if words[opens] != OPEN or depth[opens] != 1 or opens + 1 >= last:
                continue
            source = _thing(tokens, tags, first, at)
            if source is None:
                continue
            end = opens + 1
            while end < last and not (words[end] == CLOSE and depth[end] == 1):
                end += 1
            content = (opens, min(end + 1, last))
            lemma, sort = lemma_and_sort(words[at])
            word = in_context(words, tags, first, last, at, lemma, sort, ())
            yield formal(word, "source-cue-content", (at, at + 1), source, (content,))


def _thing(tokens: Tokens, tags: Sequence[str], first: int, at: int) -> TokenRange | None:
    """The thing that a verb tells of: the noun phrase before it, or `that`, if papers do."""
    words = tokens.words
    relative = words[at - 1] in _WHICH and words[at] in _FINITE
    end = at - 1 - (relative and words[at - 2] == ",") if relative else at
    finite = words[at] in _FINITE and not relative
    phrase = _noun_phrase(tokens, tags, first, end)
    while phrase is not None and words[phrase[0] - 1] in _HANGS_ON and phrase[0] - 1 > first:
        if not finite and words[phrase[1] - 1] in _THINGS:
            break  # `under | a sign | that read`
        phrase = _noun_phrase(tokens, tags, first, phrase[0] - 1)  # `A banner | on the railings`
    if phrase is None or tokens.forms[phrase[1] - 1] not in _THINGS:
        return None
    begin = phrase[0]
    if finite and begin > first and tags[begin - 1] not in _BEFORE_SUBJECT:
        return None  # `the man with | a badge | said`
    noun = nouns.lookup(words[phrase[1] - 1]) if relative else None
    if noun is not None and noun.category == "document":
        return at - 1, at  # as with any paper; of `a shirt | that` nothing else tells
    return begin, end if finite else phrase[1]


def _noun_phrase(tokens: Tokens, tags: Sequence[str], first: int, end: int) -> TokenRange | None:
    """The noun phrase that ends before a token."""
    begin = end
    while begin > first and tags[begin - 1] in _PHRASE and end - begin < _LONGEST:
        begin -= 1
        if tags[begin] in _BEGINS and tags[begin] != "POS" and tags[begin - 1] != "DT":
            break
    return (begin, end) if begin < end and not tokens.depth[begin] else None
