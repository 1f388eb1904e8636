"""Quotations whose words stand in another whose speaker is known: crossheads, titles.

`“We are late by a month”` on a line of its own has no tag, and needs none: further down somebody
says just that. Where two people say it, nothing is given.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrib.detection.candidates import Candidate, TokenRange
from attrib.detection.known import NEXT_PARAGRAPH, Known
from attrib.words.tokens import OPEN

_LEAST_REPEATED = 3
"""Words that a quotation must have to be known again: a crosshead of what is said below it."""


def find(known: Known) -> Iterator[Candidate]:
    """Quotations whose words stand in one that somebody is known to say: crossheads, titles.

    >>> from attrib.detection.plain_tags import find as tagged
    >>> from attrib.words.quotes import find as quotations
    >>> from attrib.words.sentences import split
    >>> from attrib.words.tags import tag
    >>> from attrib.words.tokens import tokenize
    >>> text = "“We are a month late”\\n\\n“We are a month late now,” the letter stated."
    >>> quoted, _ = quotations(text)
    >>> tokens = tokenize(text, quoted, split(text, quoted))
    >>> known = Known([], tokens, tag(tokens))
    >>> known.learn([*tagged(known)])
    >>> found, = find(known)
    >>> [text[slice(*tokens.offsets(*part))] for part in (found.source, *found.content)]
    ['the letter', '“We are a month late”']
    """
    said: list[tuple[str, TokenRange]] = []
    for each in known.chosen:
        if each.source is not None:
            for first, last in each.content:
                if any(known.depth[first:last]):
                    said.append((_plain(known, first, last), each.source))
    if not said:
        return
    for i, (first, last) in enumerate(known.tokens.sentences):
        if known.words[first] != OPEN or not known.tokens.starts_paragraph(first):
            continue
        end = first + 1
        while end < last and known.depth[end]:
            end += 1
        if end < last - 1 or known.is_taken(first, end):
            continue
        words = _plain(known, first, end)
        if words.count(" ") <= _LEAST_REPEATED:  # one before and after each word
            continue
        sources = {source: None for passage, source in said if words in passage}
        if len({tuple(known.forms[a:b]) for a, b in sources}) == 1:
            yield known.untagged(i, first, next(iter(sources)), ((first, end),), NEXT_PARAGRAPH)


def _plain(known: Known, first: int, last: int) -> str:
    words = [known.words[i] for i in range(first, last) if known.forms[i][0].isalnum()]
    return f" {' '.join(words)} "
