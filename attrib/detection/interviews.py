"""Interviews without labels: paragraphs that ask, each with what was answered below it.

`Why so many? / There was nobody to stop us. / And now? / Now we wait.` Papers set the questions in
bold, which no text keeps. An interview is told by its look: questions that fill a paragraph, three
answers at least in which somebody speaks of themselves, and a word above for what it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrib.detection.candidates import Candidate, TokenRange
from attrib.detection.choose import stands_in
from attrib.detection.credit_lines import untagged
from attrib.detection.interviewees import interviewed
from attrib.knowledge import nouns
from attrib.words.tokens import CLOSE, OPEN, Tokens

_MIN_QUESTIONS, _MIN_ANSWERS = 2, 3
_LONGEST_QUESTION = 60
_LONGEST_REMARK = 25
_SELF = frozenset("i we my me our us myself ourselves".split())
_YOU = frozenset("you your yours yourself".split())
_NAMED_SO = frozenset(
    "interview interviewed conversation questions spoke talked speaks talks answers q&a".split()
)
"""What an interview is called by the lines above it."""


def find(
    tokens: Tokens, tags: Sequence[str], outside: Sequence[TokenRange] = ()
) -> list[Candidate]:
    """A reading for each answer, if the text is an interview; `outside` are lines of no prose.

    >>> from attrib.words.sentences import split
    >>> from attrib.words.tags import tag
    >>> from attrib.words.tokens import tokenize
    >>> text = "\\n\\n".join((
    ...     "Jun Tarrow mends nets. This conversation has been cut.", "Why nets?", "I like knots.",
    ...     "And rope?", "My father sold rope.", "What is next?", "We shall see. I may sail.",
    ... ))
    >>> tokens = tokenize(text, (), split(text))
    >>> answers = find(tokens, tag(tokens))
    >>> [text[slice(*tokens.offsets(*piece))] for each in answers for piece in each.content]
    ['I like knots.', 'My father sold rope.', 'We shall see. I may sail.']
    """
    if tokens.words.count("?") < _MIN_QUESTIONS:
        return []
    paragraphs = [each for each in tokens.paragraphs() if not stands_in(each[0], outside)]
    asks = [_asks(tokens, *each) for each in paragraphs]
    first = next((i for i, asked in enumerate(asks) if asked), 0)
    begins = paragraphs[first][0] if paragraphs else 0
    if not _NAMED_SO.intersection(tokens.words[:begins]):
        return []
    person = interviewed(tokens, tags, begins) or _met_again(tokens, tags, begins)
    if person is None:
        return []
    answers = list(_answers(tokens, paragraphs, asks, tokens.words[person[1] - 1]))
    of_self = sum(
        not _SELF.isdisjoint(tokens.words[a:b]) for answer in answers for a, b in answer[:1]
    )
    if len(answers) < _MIN_ANSWERS or 2 * of_self < len(answers):
        return []
    return [
        untagged(tokens, tags, person, *answer)._replace(confidence=_CONFIDENCE, carried=True)
        for answer in answers
    ]


_CONFIDENCE = 0.8
"""In an answer that nothing but its place shows to be one."""


def _met_again(tokens: Tokens, tags: Sequence[str], before: int) -> TokenRange | None:
    """The first name above of which the last word comes again there, and that is no body's."""
    words, i = tokens.words, 0
    while i < before:
        end = i
        while end < before and tags[end] == "NNP":
            end += 1
        alone = nouns.bodies().isdisjoint(words[i:end]) and end - i > 1
        if alone and words[end - 1] in words[end:before]:
            return i, end
        i = max(end, i + 1)
    return None


def _asks(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a paragraph is a question, or a remark to whoever answers below it."""
    words = tokens.words[first:last]
    if OPEN in words or CLOSE in words or len(words) > _LONGEST_QUESTION:
        return False
    remark = len(words) <= _LONGEST_REMARK and not _YOU.isdisjoint(words)
    return words[-1] == "?" or (remark and _SELF.isdisjoint(words))


def _answers(
    tokens: Tokens,
    paragraphs: Sequence[TokenRange],
    asks: Sequence[bool],
    surname: str,
) -> Iterator[list[TokenRange]]:
    """The paragraphs of each answer: what follows a question, up to the next or to where the writer
    tells of whoever answers."""
    answer: list[TokenRange] = []
    answering = False
    for (first, last), asked in zip(paragraphs, asks, strict=True):
        if asked:
            if answer:
                yield answer
            answer, answering = [], True
        elif surname in tokens.words[first:last]:
            answering = False
        elif answering and tokens.words[first] not in ("(", "["):
            answer.append((first, last))
    if answer:
        yield answer
