"""Part-of-speech tags, by a lexicon and, for words with more than one tag, by their neighbours.

The tags are those of the Penn Treebank, with `NNPS`, `JJR`, `JJS`, `RBR`, `RBS`, `WP$` and `PDT`
folded into their plain relatives; a mark of punctuation is its own tag. Four words in five have
one tag only, so that the weights are asked for one word in five.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from attrib import weights
from attrib.tokens import OPEN, PADDING, Tokens
from attrib.weights import Evidence

SEPARATOR = "/"
"""Stands between the tags of a word that may have several: `NN/VB`."""


class Lexicon(NamedTuple):
    """What tags a word may have."""

    classes: dict[str, str]
    """Tags of a word in lower case."""
    proper: frozenset[str]
    """Words that are names when they stand with a capital where any word would have one."""
    suffixes: dict[str, str]
    """Tags by the last letters of a word that is not in `classes`."""


def tag(tokens: Tokens) -> list[str]:
    """One tag a token, padded as the tokens are.

    >>> from attrib.tokens import tokenize
    >>> tag(tokenize("They will vote on the vote.", [], [(0, 27)]))[:7]
    ['PRP', 'MD', 'VB', 'IN', 'DT', 'NN', '.']
    """
    classes = word_classes(tokens, lexicon())
    options, table = weights.option_table("tags")
    index = {option: i for i, option in enumerate(options)}
    tags: list[str] = []
    for i in range(len(tokens)):
        chosen = classes[i]
        if SEPARATOR in chosen:
            scores = [0.0] * len(options)
            for name in evidence(tokens.words, classes, tags, i):
                for option, weight in table.get(name, ()):
                    scores[option] += weight
            chosen = max(chosen.split(SEPARATOR), key=lambda option: scores[index[option]])
        tags.append(chosen)
    return tags + [""] * PADDING


def evidence(words: Sequence[str], classes: Sequence[str], tags: Sequence[str], i: int) -> Evidence:
    """What speaks for one tag or another of the word at `i`, whose left neighbours are tagged."""
    own, after, word = classes[i], classes[i + 1], words[i]
    before = tags[i - 1] if i else ""
    return (
        ("word", word),
        ("word, tag before", word, before),
        ("class after", own, after),
        ("tag before, class after", own, before, after),
        ("word before", own, words[i - 1]),
        ("word after", own, words[i + 1]),
    )


def word_classes(tokens: Tokens, lexicon: Lexicon) -> list[str]:
    """The tags that each token may have, padded: `NN/VB` for `plan`."""
    known, proper, suffixes = lexicon
    forms, words = tokens.forms, tokens.words
    classes: list[str] = []
    for first, last in tokens.sentences:
        title_case = is_title_case(forms, first, last)
        for i in range(first, last):
            word = words[i]
            if not forms[i][0].isupper():
                classes.append(known.get(word) or _by_shape(word, suffixes))
            elif (title_case or i == first or words[i - 1] == OPEN) and word not in proper:
                classes.append(known.get(word, "NNP"))
            else:
                classes.append("NNP")
    return classes + [""] * PADDING


def is_title_case(forms: Sequence[str], first: int, last: int) -> bool:
    """Whether most words of a sentence have a capital, as in a headline, so that none tells.

    >>> is_title_case("Mayor Vows To Cut Fares by June".split(), 0, 7)
    True
    """
    long = [form for form in forms[first:last] if len(form) > 3]
    return last - first < 40 and sum(form[0].isupper() for form in long) >= 0.75 * len(long) > 1


def _by_shape(word: str, suffixes: dict[str, str]) -> str:
    if word[0].isdigit():
        return "CD"
    if not word[0].isalnum() and word[0] not in "'$%":
        return word[0] if word[0] != SEPARATOR else ":"
    for length in (4, 3, 2, 1):
        if len(word) > length + 1 and word[-length:] in suffixes:
            return suffixes[word[-length:]]
    return "NN"


@cache
def lexicon() -> Lexicon:
    """The lexicon attrib ships, read once."""
    return parse_lexicon(weights.lines("words"))


def parse_lexicon(lines: Sequence[str]) -> Lexicon:
    """A lexicon from lines `TAGS<tab>WORD WORD …`; suffixes are written `-ing`.

    >>> lexicon = parse_lexicon(["NN/VB\\tplan", "NNP\\truiz", "NNP/VB\\ttrump", "VBG\\t-ing"])
    >>> lexicon.classes, sorted(lexicon.proper), lexicon.suffixes
    ({'plan': 'NN/VB', 'trump': 'VB'}, ['ruiz', 'trump'], {'ing': 'VBG'})
    """
    classes: dict[str, str] = {}
    suffixes: dict[str, str] = {}
    proper: list[str] = []
    for line in lines:
        tags, _, words = line.partition("\t")
        for word in words.split(" "):
            if word.startswith("-") and len(word) > 1:
                suffixes[word[1:]] = tags
            elif tags.startswith("NNP"):
                proper.append(word)
            if not word.startswith("-") and tags != "NNP":
                classes[word] = tags.removeprefix("NNP" + SEPARATOR)
    return Lexicon(classes, frozenset(proper), suffixes)
