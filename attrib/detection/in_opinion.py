"""Attributions by `in the view of Ana Ruiz` and the like, before or after a clause.

`View` heads a cue in this wording, which annotated articles seldom have, and `eyes` in no other.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from operator import itemgetter

from attrib.detection.candidates import Candidate, TokenRange, formal
from attrib.detection.cues import in_context
from attrib.detection.views import FINITE
from attrib.knowledge import nouns
from attrib.words.tokens import CLOSE, OPEN, Tokens

_CONFIDENCE = 0.85
_LONGEST_SOURCE = 24
_NOUNS = frozenset(
    "view opinion eyes judgment judgement estimation assessment reckoning estimate telling mind"
    " account version reading analysis".split()
)
_JOINS = frozenset("but and yet so still".split())
_RELATIVES = frozenset("who which whose whom that where".split())
_SUBJECTS = frozenset("DT PDT PRP PRP$ NN NNS NNP NNPS JJ CD EX VBG".split())
_BREAKS = frozenset((";", ":", "—", "–", "--", OPEN, CLOSE))
_MANY = frozenset("many some most others several few".split())


def find(tokens: Tokens, tags: Sequence[str]) -> list[Candidate]:
    """A reading for each such wording that opens or ends a sentence.

    >>> from attrib.words.sentences import split
    >>> from attrib.words.tags import tag
    >>> from attrib.words.tokens import tokenize
    >>> text = "In the view of the mayor, Ana Ruiz, it leaks. It rots, in the eyes of many."
    >>> tokens = tokenize(text, [], split(text, []))
    >>> for found in find(tokens, tag(tokens)):
    ...     print([text[slice(*tokens.offsets(*part))] for part in (found.source, *found.content)])
    ['the mayor, Ana Ruiz', 'it leaks']
    ['many', 'It rots']
    """
    words, found = tokens.words, []
    for at in _wordings(words):
        if tokens.depth[at]:
            continue
        first, last = tokens.sentences[bisect_right(tokens.sentences, at, key=itemgetter(0)) - 1]
        end = last - (words[last - 1] == "." and not tokens.depth[last - 1])
        read = _before(words, tags, first, end, at) or _after(words, tags, first, end, at)
        if read is None or not _is_somebody(words, tags, *read[0]):
            continue
        source, content = read
        word = in_context(words, tags, first, last, at, words[at], "belief", ())
        parts = [(source[0], "source"), (at - 2, "cue"), (content[0], "content")]
        order = "-".join(name for _, name in sorted(parts))
        found.append(formal(word, order, (at - 2, at + 2), source, (content,), _CONFIDENCE))
    return found


def _wordings(words: Sequence[str]) -> list[int]:
    """Where the nouns of `in the view of` stand, in order."""
    found = []
    for noun in _NOUNS.intersection(words):
        at = -1
        for _ in range(words.count(noun)):
            at = words.index(noun, at + 1)
            if at > 1 and words[at - 2 : at] == ["in", "the"] and words[at + 1] == "of":
                found.append(at)
    return sorted(found)


def _before(
    words: Sequence[str], tags: Sequence[str], first: int, last: int, at: int
) -> tuple[TokenRange, TokenRange] | None:
    """Source and clause where the wording opens the sentence: `In the view of Ruiz, | it leaks`."""
    begin = at - 2
    opens = begin == first or (begin == first + 1 and words[first] in _JOINS)
    if not opens and not (begin == first + 2 and words[first + 1] == ","):
        return None
    for i in range(at + 3, min(last - 1, at + _LONGEST_SOURCE)):
        if words[i] in _BREAKS:
            return None
        if words[i] != "," or words[i + 1] in _RELATIVES:
            continue
        ends = next((n for n in range(i + 1, last) if words[n] == ","), last)
        verb = next((n for n in range(i + 1, ends) if tags[n] in FINITE), None)
        if verb is None or not _RELATIVES.isdisjoint(words[i + 1 : verb]):
            continue  # `the mayor, | a diver who led it, | it leaks`
        if tags[i + 1] in _SUBJECTS:
            return (at + 2, i), (i + 1, last)
    return None


def _after(
    words: Sequence[str], tags: Sequence[str], first: int, last: int, at: int
) -> tuple[TokenRange, TokenRange] | None:
    """Clause and source where the wording ends it: `It leaks, | in the view of Ruiz`."""
    comma = at - 3
    if comma <= first or words[comma] != "," or FINITE.isdisjoint(tags[first:comma]):
        return None
    source = range(at + 2, last)
    if len(source) > _LONGEST_SOURCE or any(words[i] in _BREAKS for i in source):
        return None
    verb = next((i for i in source if tags[i] in FINITE), None)
    if verb is not None and _RELATIVES.isdisjoint(words[at + 2 : verb]):
        return None
    return (at + 2, last), (first, comma)


def _is_somebody(words: Sequence[str], tags: Sequence[str], first: int, last: int) -> bool:
    """Whether a source has a name or a word for people, and is no sight: `the view of the sea`."""
    if first >= last:
        return False
    if words[first] in _MANY or any(tag in ("NNP", "NNPS") for tag in tags[first:last]):
        return True
    known = (nouns.lookup(word) for word in words[first:last])
    return any(
        noun.human or noun.category in ("organization", "group")
        for noun in known
        if noun is not None
    )
