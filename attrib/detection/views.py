"""What there is to look at: the words around, and the views that all choices share.

A view is written as an expression over the fields of a `Scene`, the cue word (`cue`), the option
(`at`) and the token that the choice hangs on (`anchor`). What it may call stands here as well.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate, repeat
from sys import intern
from typing import NamedTuple

from attrib.detection.cues import steps
from attrib.knowledge.weights import SHIPPED, Weights
from attrib.words.tokens import LONGEST_SENTENCE, PADDING, Tokens

FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))
"""Tags of verbs that make a clause."""
PHRASE = frozenset("DT JJ NN NNS NNP POS CD PRP PRP$ CC IN VBN".split())
"""Tags of the words of a name or noun phrase with all that may hang on it: `two aides to Ruiz`."""
SUBJECTS = frozenset("he she they it we i there".split())
"""Words that begin another clause, whatever their tags."""
OBJECTS = frozenset("me him her us them you".split())


class Scene(NamedTuple):
    """The words around, padded, as `tokens` and `tags` give them."""

    words: Sequence[str]
    tags: Sequence[str]
    forms: Sequence[str]
    depth: Sequence[int]
    counts: Sequence[int]
    """Nouns, commas and verbs before each token, packed in one number; see `kinds_between`."""
    headline: int
    """The first token after the headline, or what stands in a paragraph of its own for it; 0 where
    there is none."""
    sentences: Sequence[tuple[int, int]]
    learned: Weights
    """The figures by which its words are weighed."""

    def sentence_at(self, first: int) -> tuple[int, int]:
        """The sentence that begins with a token."""
        return self.sentences[bisect_left(self.sentences, (first, 0))]


def scene(tokens: Tokens, tags: Sequence[str], learned: Weights = SHIPPED) -> Scene:
    """What the evidence is drawn from."""
    headline = tokens.sentences[0][1] if tokens.sentences else 0
    if headline == len(tokens) or not tokens.starts_paragraph(headline):
        headline = 0
    counts = list(accumulate(map(_PACKED.get, tags, repeat(0)), initial=0))
    return Scene(
        tokens.words,
        tags,
        tokens.forms,
        tokens.depth,
        counts,
        headline,
        tokens.sentences,
        learned,
    )


VIEWS = {
    # What stands at the option and around it
    "word": "words[at]",
    "tag": "tags[at]",
    "before": "words[at - 1]",
    "tag_before": "tags[at - 1]",
    "after": "words[at + 1]",
    "tag_after": "tags[at + 1]",
    "two_tags_before": "tags[at - 2]",
    "two_after": "words[at + 2]",
    "two_tags_after": "tags[at + 2]",
    "quoted": "depth[at] > 0",
    "opens": "word == OPEN",
    "closes": "word == CLOSE",
    # The cue, which all options share
    "lemma": "cue.lemma",
    "cue_tag": "cue.tag",
    "sort": "cue.sort",
    "auxiliaries": "cue.auxiliaries",
    "order": "order",
    # Where the option stands
    "distance": "STEPS[abs(at - anchor)]",
    "position": "STEPS[at - cue.first]",
    "sentence_begins": "at == cue.first",
    "anchor_tag": "tags[anchor]",
    "tag_before_anchor": "tags[anchor - 1]",
    "tag_after_anchor": "tags[anchor + 1]",
}
"""`at` is the option, a token; `anchor` the token that the choice hangs on."""


# What the views call

END = "</s>"
"""Stands for the word after the last of a sentence."""

STEPS = tuple(map(steps, range(LONGEST_SENTENCE + PADDING)))
"""`cues.steps` of every distance within a sentence."""

_NOUN, _COMMA, _VERB = 1, 1 << 10, 1 << 20
_PACKED = dict.fromkeys(("NN", "NNS", "NNP", "PRP"), _NOUN) | {",": _COMMA}
_PACKED |= dict.fromkeys(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"), _VERB)


@lru_cache(1024)
def kinds_between(difference: int) -> str:
    """How many verbs, nouns and commas stand between two tokens, each up to two.

    >>> kinds_between(_VERB + 3 * _NOUN)
    '1v 2n 0,'
    """
    verbs, commas, nouns = difference >> 20, (difference >> 10) & 1023, difference & 1023
    return intern(f"{min(verbs, 2)}v {min(nouns, 2)}n {min(commas, 2)},")


def how_soon_that(words: Sequence[str], at: int, last: int) -> int:
    """How soon `that` follows, in tokens up to 4; 0 where it does not."""
    ahead = words[at + 1 : min(last, at + 8)]
    return min(ahead.index("that") + 1, 4) if "that" in ahead else 0


def to_comma(words: Sequence[str], first: int, at: int) -> int:
    """How far back the nearest comma stands; 0 where there is none."""
    for i in range(at - 1, first - 1, -1):
        if words[i] == ",":
            return at - i
    return 0


def to_pause(words: Sequence[str], at: int, last: int) -> int:
    """How far ahead the nearest comma or colon stands; 0 where there is none."""
    for i in range(at + 1, last):
        if words[i] in ",:":
            return i - at
    return 0


def how_soon_verb(tags: Sequence[str], at: int, last: int) -> int:
    """How soon a finite verb follows, in steps; 0 where none does before a comma."""
    for i in range(at + 1, min(last, at + 16)):
        tag = tags[i]
        if tag in FINITE:
            return steps(i - at)
        if tag == ",":
            return 0
    return 0


def last_plain_word(words: Sequence[str], last: int) -> int:
    """The last token of a sentence but for final punctuation; `last` is the one after it."""
    if words[last - 2] in _FINAL:
        return last - 3
    return last - 2 if words[last - 1] in _FINAL else last - 1


_FINAL = frozenset(".?!;")
