"""What is attributed by its form alone, without a cue word.

Turns of an interview or a transcript are paragraphs that begin with a name and a colon, and only
where a text has several of them: `Date: Monday` on a line of its own is no turn. Credits are a
dash and a name after a quotation.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from attrib.detection.cues import CueWord, in_context
from attrib.detection.detect import Candidate, TokenRange, formal
from attrib.words.tokens import CLOSE, OPEN, Tokens

_LONGEST_LABEL = 5
_MIN_TURNS = 3


def turns(tokens: Tokens, words: Iterable[CueWord]) -> list[Candidate]:
    """A reading for each turn, if the text has at least three and a label comes more than once.

    >>> from attrib.detection.cues import find as cue_words
    >>> from attrib.words.sentences import split
    >>> from attrib.words.tags import tag
    >>> from attrib.words.tokens import tokenize
    >>> text = "Ruiz: Who paid?\\n\\nOrtega: We did. Twice.\\n\\nRuiz: Why?"
    >>> tokens = tokenize(text, (), split(text))
    >>> found = turns(tokens, cue_words(tokens, tag(tokens)))
    >>> [text[slice(*tokens.offsets(*piece))] for turn in found for piece in turn.content]
    ['Who paid?', 'We did. Twice.', 'Why?']
    """
    labelled = list(_labelled(tokens, words))
    labels = Counter(_label(tokens, source) for _, source, _ in labelled)
    if len(labelled) < _MIN_TURNS or max(labels.values(), default=0) < 2:
        return []
    return [
        formal(word, "source-cue-content", (word.at, word.at + 1), source, (content,))
        for word, source, content in labelled
    ]


def _labelled(
    tokens: Tokens, words: Iterable[CueWord]
) -> Iterator[tuple[CueWord, TokenRange, TokenRange]]:
    """The colons after a label that begins a paragraph, with the label and the rest of it."""
    ends = [first for first, _ in tokens.sentences if tokens.starts_paragraph(first)]
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


_DASHES = frozenset("— ― – - --".split())
_LONGEST_CREDIT = 14


def credits(tokens: Tokens, tags: Sequence[str]) -> list[Candidate]:  # noqa: A001 - the field's word
    """A reading for each quotation that a dash and a name follow, and nothing more.

    >>> from attrib.words.quotes import find as quotations
    >>> from attrib.words.sentences import split
    >>> from attrib.words.tags import tag
    >>> from attrib.words.tokens import tokenize
    >>> text = "“It was never meant to last.” — Ana Ruiz, engineer"
    >>> quoted, _ = quotations(text)
    >>> tokens = tokenize(text, quoted, split(text, quoted))
    >>> [text[slice(*tokens.offsets(*found.source))] for found in credits(tokens, tag(tokens))]
    ['Ana Ruiz']
    """
    found = []
    words, depth = tokens.words, tokens.depth
    for at in range(1, len(tokens) - 1):
        if words[at] in _DASHES and words[at - 1] == CLOSE and tags[at + 1] == "NNP":
            last = at + 1
            while tags[last] == "NNP" or words[last] == ".":
                last += 1
            end = next(
                (i for i in range(last, last + _LONGEST_CREDIT) if _ends_line(tokens, i)), None
            )
            first = at - 1
            while first > 0 and depth[first - 1] and words[first] != OPEN:
                first -= 1
            if end is None or words[first] != OPEN:
                continue
            word = in_context(words, tags, first, end, at, words[at], "-", ())
            source = (at + 1, last - (words[last - 1] == "."))
            found.append(formal(word, "content-cue-source", (at, at + 1), source, ((first, at),)))
    return found


def _ends_line(tokens: Tokens, at: int) -> bool:
    return at >= len(tokens) or tokens.starts_paragraph(at)
