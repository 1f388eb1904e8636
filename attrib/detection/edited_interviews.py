"""Answers of an interview printed without labels or marks, below a line that says it was edited.

    The conversation has been edited for length.

    Why did nobody notice?

    Because nobody looked. We had one van.

A paragraph that asks is the reporter's; those after it are said by the one person whom the lines
above are about, up to the next question or to a paragraph that tells of that person.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrib.detection.candidates import Candidate, TokenRange, formal
from attrib.detection.cues import in_context
from attrib.detection.patterns import UNTAGGED
from attrib.knowledge import nouns
from attrib.words.tokens import OPEN, Tokens

_CONFIDENCE = 0.8
_TALKS = frozenset("conversation interview exchange discussion transcript answers q&a talk".split())
_EDITED = frozenset("edited condensed shortened abridged trimmed".split())
_LONGEST_NOTE, _LONGEST_QUESTION = 30, 70
_SHORT = 24
"""Tokens of a remark of the reporter's that asks nothing: `You have criticised the network.`"""
_LEAST_QUESTIONS = 2
_YOU = frozenset(("you", "your", "you're", "you've", "you'd", "yours"))
_SPEAKER = frozenset("i my me we our i'm i've i'd we've we're us".split())
_FINITE = frozenset("VBD VBZ VBP MD".split())


def find(tokens: Tokens, tags: Sequence[str]) -> list[Candidate]:
    """The answers, each with the questions around it left to the reporter.

    >>> from attrib.words.sentences import split
    >>> from attrib.words.tags import tag
    >>> from attrib.words.tokens import tokenize
    >>> text = (
    ...     "Ana Ruiz runs the dam. Ruiz is 47.\\n\\nThis interview has been edited.\\n\\n"
    ...     "Is it safe?\\n\\nIt is. We looked.\\n\\nAnd you?\\n\\nI swim."
    ... )
    >>> tokens = tokenize(text, (), split(text))
    >>> [text[slice(*tokens.offsets(*found.content[0]))] for found in find(tokens, tag(tokens))]
    ['It is. We looked.', 'I swim.']
    """
    if _EDITED.isdisjoint(tokens.words):
        return []
    paragraphs = tokens.paragraphs()
    for k in range(1, len(paragraphs) - _LEAST_QUESTIONS):
        if _is_note(tokens, *paragraphs[k]):
            person = _interviewed(tokens, tags, paragraphs[k][0])
            answers = list(_answers(tokens, tags, paragraphs[k + 1 :], person)) if person else []
            if person and len(answers) >= _LEAST_QUESTIONS:
                return [_reading(tokens, tags, person, answer) for answer in answers]
    return []


def _is_note(tokens: Tokens, first: int, last: int) -> bool:
    """`This conversation has been lightly edited and condensed.`"""
    words = tokens.words[first:last]
    short = last - first <= _LONGEST_NOTE and OPEN not in words
    return short and not (_EDITED.isdisjoint(words) or _TALKS.isdisjoint(words))


def _interviewed(tokens: Tokens, tags: Sequence[str], before: int) -> TokenRange | None:
    """The one person named in full above, and then again by the last name alone."""
    runs: list[TokenRange] = []
    i = 0
    while i < before:
        end = i
        while end < before and tags[end] == "NNP" and tokens.forms[end][0].isupper():
            end += 1
        if end > i:
            runs.append((i, end))
        i = max(end, i + 1)
    again = {tokens.words[first] for first, last in runs if last == first + 1}
    found = {
        tokens.words[last - 1]: (first, last)
        for first, last in runs
        if last - first > 1 and tokens.words[last - 1] in again
        if not any(tokens.words[i] in nouns.bodies() for i in range(first, last))
    }
    return next(iter(found.values())) if len(found) == 1 else None


def _answers(
    tokens: Tokens, tags: Sequence[str], paragraphs: Sequence[TokenRange], person: TokenRange
) -> Iterator[tuple[TokenRange, ...]]:
    """The paragraphs of each answer."""
    answer: list[TokenRange] = []
    asked = False
    for first, last in paragraphs:
        if _tells_of(tokens, tags, person, first, last):
            break
        if _asks(tokens, first, last, begun=asked and bool(answer)):
            if answer:
                yield tuple(answer)
            answer, asked = [], True
        elif not asked:
            return
        elif tokens.words[first] not in ("(", "["):
            answer.append((first, last))
    if answer:
        yield tuple(answer)


def _asks(tokens: Tokens, first: int, last: int, *, begun: bool) -> bool:
    """Whether a paragraph is the reporter's: it ends in a question, or says a little to `you`."""
    words = tokens.words[first:last]
    own = not _SPEAKER.isdisjoint(words)
    if words[-1] == "?" and last - first <= _LONGEST_QUESTION:
        return not own or not _YOU.isdisjoint(words)
    remark = last - first <= _SHORT and not own and not _YOU.isdisjoint(words[:3])
    return remark and begun


def _tells_of(
    tokens: Tokens, tags: Sequence[str], person: TokenRange, first: int, last: int
) -> bool:
    """Whether a paragraph is the reporter's again: `Ruiz's own arms, that day, were red.`"""
    end = first
    while end < last and tags[end] == "NNP":
        end += 1
    named = tokens.words[person[1] - 1] in tokens.words[first:end]
    return named and (tags[end] in _FINITE or tags[end] == "POS" or tokens.words[end] == ",")


def _reading(
    tokens: Tokens, tags: Sequence[str], person: TokenRange, content: tuple[TokenRange, ...]
) -> Candidate:
    first, last = content[0]
    word = in_context(tokens.words, tags, first, last, first, tokens.words[first], "-", ())
    return formal(word, UNTAGGED, (first, first), person, content, _CONFIDENCE)
