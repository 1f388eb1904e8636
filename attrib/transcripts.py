"""Turns of an interview or a transcript: paragraphs that begin with a name and a colon.

No cue word tells these, only their form, and only where a text has several of them: `Date: Monday`
on a line of its own is no turn.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from attrib.cues import CueWord
from attrib.detect import Candidate, TokenRange, starts_paragraph
from attrib.tokens import OPEN, Tokens

_CONFIDENCE = 0.95
_LONGEST_LABEL = 5
_MIN_TURNS = 3


def find(tokens: Tokens, words: Iterable[CueWord]) -> list[Candidate]:
    """A reading for each turn, if the text has at least three and a label comes more than once.

    >>> from attrib.cues import find as cue_words
    >>> from attrib.sentences import split
    >>> from attrib.tags import tag
    >>> from attrib.tokens import tokenize
    >>> text = "Ruiz: Who paid?\\n\\nOrtega: We did. Twice.\\n\\nRuiz: Why?"
    >>> tokens = tokenize(text, (), split(text))
    >>> turns = find(tokens, cue_words(tokens, tag(tokens)))
    >>> [text[slice(*tokens.offsets(*piece))] for turn in turns for piece in turn.content]
    ['Who paid?', 'We did. Twice.', 'Why?']
    """
    turns = list(_labelled(tokens, words))
    labels = Counter(_label(tokens, source) for _, source, _ in turns)
    if len(turns) < _MIN_TURNS or max(labels.values(), default=0) < 2:
        return []
    return [
        Candidate(
            word,
            "source-cue-content",
            (word.at, word.at + 1),
            source,
            (content,),
            likelihood=_CONFIDENCE,
            certainty=(1.0, 1.0, 1.0),
            confidence=_CONFIDENCE,
        )
        for word, source, content in turns
    ]


def _labelled(
    tokens: Tokens, words: Iterable[CueWord]
) -> Iterator[tuple[CueWord, TokenRange, TokenRange]]:
    """The colons after a label that begins a paragraph, with the label and the rest of it."""
    ends = [first for first, _ in tokens.sentences if starts_paragraph(tokens, first)]
    ends.append(len(tokens))
    paragraph = 0
    for word in words:
        if word.word != ":":
            continue
        while paragraph + 1 < len(ends) and ends[paragraph + 1] <= word.at:
            paragraph += 1
        first, last = ends[paragraph], ends[min(paragraph + 1, len(ends) - 1)]
        first += tokens.words[first] == OPEN
        if (
            0 < word.at - first <= _LONGEST_LABEL
            and word.at + 1 < last
            and all(form[0].isupper() or form == "." for form in tokens.forms[first : word.at])
        ):
            yield word, (first, word.at), (word.at + 1, last)


def _label(tokens: Tokens, source: TokenRange) -> str:
    return " ".join(tokens.forms[source[0] : source[1]])
