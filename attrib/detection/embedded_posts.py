"""Posts that a page shows in full, and plain text gives with their signature: `We are done. — Ana
Ruiz (@ana_ruiz) May 4, 2024`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrib.detection.candidates import Candidate, TokenRange
from attrib.detection.credit_lines import DASHES, name_at, signature, untagged
from attrib.words.tokens import CLOSE, OPEN, Tokens

_LONGEST_SIGNATURE = 25
_LINKS = ("pic.twitter.com", "pic.x.com", "https", "http", "t.co", "twitter.com", "x.com")


def find(tokens: Tokens, tags: Sequence[str]) -> Iterator[Candidate]:
    """A reading for each post whose paragraph, or the next, ends with who wrote it.

    >>> from attrib.words.sentences import split
    >>> from attrib.words.tags import tag
    >>> from attrib.words.tokens import tokenize
    >>> text = "We are done. So done. — Rep. Ana Ruiz (@ana_ruiz) May 4, 2024"
    >>> tokens = tokenize(text, [], split(text, []))
    >>> found, = find(tokens, tag(tokens))
    >>> [text[slice(*tokens.offsets(*part))] for part in (found.source, *found.content)]
    ['Rep. Ana Ruiz', 'We are done. So done.']
    """
    if "@" not in tokens.words:
        return
    paragraphs = tokens.paragraphs()
    for k, (first, last) in enumerate(paragraphs):
        if "@" not in tokens.words[first:last]:
            continue
        for at in range(max(first, last - _LONGEST_SIGNATURE), last):
            source = signature(tokens, at, last)
            if source is None:
                continue
            below = at == first and k > 0 and not _is_plain(tokens, tags, at)
            content = _post(tokens, *paragraphs[k - 1]) if below else None
            if at > first and tokens.words[at - 1] != CLOSE:  # those are credits
                content = _post(tokens, first, at)
            if content is not None:
                yield untagged(tokens, tags, source, content)
            break


def _is_plain(tokens: Tokens, tags: Sequence[str], at: int) -> bool:
    """Whether nothing but a name stands between a dash and the account, as `messages` reads it."""
    named = name_at(tokens, tags, at + 1)
    credit = tokens.words[at - 1] == CLOSE
    return credit or (named is not None and tokens.words[named[1]] == "(")


def _post(tokens: Tokens, first: int, last: int) -> TokenRange | None:
    """The words of a post without the links that stand at its end."""
    words = tokens.words
    link = next((i for i in range(first, last) if words[i] in _LINKS), last)
    last = link if link > first else last
    while last > first and words[last - 1] in DASHES:
        last -= 1
    if last - first < 2:
        return None
    whole = words[first] == OPEN and words[last - 1] == CLOSE
    inside = OPEN in words[first:last] and not whole
    return None if inside and words[last - 1] == CLOSE else (first, last)
