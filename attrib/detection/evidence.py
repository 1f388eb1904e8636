"""What speaks for and against each choice: a table of views, and of the pieces made of them.

A *view* is something to look at, written as an expression over the tokens around: `tag_before` is
`tags[at - 1]`. A *piece* of evidence is what one or more views show together: `"lemma, after"` is
`("lemma, after", "say", "that")`. A choice has a row here with all its pieces; each piece has a
learned weight in `data/learned/NAME.tsv`. To try another one, write it into the row and learn the
weights anew (CONTRIBUTING.md says how). `scoring` turns each row into the code that weighs it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import accumulate, repeat
from sys import intern
from typing import NamedTuple

from attrib.detection.cues import steps
from attrib.words.tokens import LONGEST_SENTENCE, PADDING, Tokens


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

    def sentence_at(self, first: int) -> tuple[int, int]:
        """The sentence that begins with a token."""
        return self.sentences[bisect_left(self.sentences, (first, 0))]


def scene(tokens: Tokens, tags: Sequence[str]) -> Scene:
    """What the evidence is drawn from."""
    headline = tokens.sentences[0][1] if tokens.sentences else 0
    if headline == len(tokens) or not tokens.starts_paragraph(headline):
        headline = 0
    counts = list(accumulate(map(_PACKED.get, tags, repeat(0)), initial=0))
    return Scene(tokens.words, tags, tokens.forms, tokens.depth, counts, headline, tokens.sentences)


class Choice(NamedTuple):
    """A choice among options, and what speaks for one or another of them."""

    name: str
    """Also that of its table of weights."""
    doc: str
    pieces: tuple[str, ...]
    """Each the names of its views, with commas between."""
    views: Mapping[str, str]
    """Views of this choice alone; those of `VIEWS` are common to all."""
    given: frozenset[str] = frozenset()
    """Views by whose values the weights are looked up first, where that is not left to whether
    they depend on the option: those that many pieces share."""


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


AROUND_CUE = {
    "subject": "words[cue.subject]",
    "subject_tag": "tags[cue.subject]",
    "on_right": "words[cue.after]",
    "tag_on_right": "tags[cue.after]",
    "first_word": "words[cue.first]",
    "quotation_before": "min(cue.quoted_before, 5)",
    "quotation_ahead": "min(cue.quoted_after, 5)",
    "first_opens": "first_word == OPEN",
    "that": "how_soon_that(words, at, cue.last)",
    "rest": "STEPS[cue.last - at]",
    "before_phrase": "cue.before",
    "verb_ahead": "how_soon_verb(tags, at, cue.last)",
}

CUE = Choice(
    "cue",
    "Whether the word at `at` is the head of a cue at all.",
    (
        "word",
        "lemma, tag",
        "lemma, after",
        "lemma, tag_after",
        "lemma, tag_before",
        "sort, tag, tag_after",
        "tag, tag_before, tag_after",
        "tag, two_tags_before, tag_before",
        "tag, after",
        "lemma, subject_tag",
        "sort, subject",
        "tag, auxiliaries",
        "lemma, auxiliaries",
        "tag, quotation_before, quotation_ahead, quoted, first_opens",
        "lemma, quotation_before, quotation_ahead, quoted",
        "sort, quotation_before, quotation_ahead, quoted, first_opens",
        "sort, in_headline, tag",
        "lemma, that",
        "tag, strong_before, strong_after",
        "lemma, strong_before, strong_after",
        "tag, on_right",
        "lemma, on_right",
        "tag, before_phrase",
        "lemma, long_rest",
        "first_word",
        "sort, on_right",
        "sort, after",
        "sort, quoted, tag",
        "lemma, verb_ahead",
        "sort, next_cue",
        "tag, previous_cue",
        "sort, previous_cue",
        "lemma, position",
        "before_phrase, subject_tag, tag",
        "tag, verb_ahead, subject_tag",
        "quoted, lemma",
        "sort, verb_ahead, that",
    ),
    AROUND_CUE
    | {
        "tag": "cue.tag",
        "in_headline": "cue.last <= headline",
        "strong_before": "cue.strong_before",
        "strong_after": "cue.strong_after",
        "long_rest": "rest > 2",
        "previous_cue": "cue.previous",
        "next_cue": "cue.next",
    },
    frozenset(("lemma", "sort", "tag")),
)

ORDER = Choice(
    "order",
    "In which order source, cue and content stand, given that the word at `at` heads a cue.",
    (
        "lemma",
        "quotation_before, quotation_ahead, quoted, first_opens",
        "before_phrase",
        "before_phrase, after",
        "tag, subject_tag, auxiliaries",
        "lemma, auxiliaries",
        "tag, tag_after",
        "after",
        "lemma, on_right",
        "sort, tag_on_right",
        "comma_before, pause_after, first_opens",
        "tag, that",
        "tag, before",
        "tag, tag_after, two_tags_after",
        "word_before_sentence, first_word",
        "sort, quotation_before, quotation_ahead, comma_before",
        "subject_tag",
        "on_right, subject_tag",
        "rest, nouns_before",
        "tag, two_tags_before",
        "subject, to_follows",
    ),
    AROUND_CUE
    | {
        "tag": "cue.tag",
        "comma_before": "STEPS[to_comma(words, cue.first, at)]",
        "pause_after": "STEPS[to_pause(words, at, cue.last)]",
        "nouns_before": "min(3, (counts[at] - counts[cue.first]) & 1023)",
        "to_follows": "'to' in words[at + 1 : at + 4]",
        "word_before_sentence": "words[cue.first - 1]",
    },
    frozenset(("lemma", "sort", "tag")),
)

CUE_START = Choice(
    "cue_start",
    "Whether the cue begins at `at`, which is its head (the anchor) or stands before it.",
    (
        "tag_before, tag, distance",
        "words_to_head",
        "helps, helps_before, adverb_before, adverb",
        "tags_to_head",
        "order, before",
        "tag, order",
        "word, helps",
        "tag, tag_after",
        "tag_before, order",
    ),
    {
        "words_to_head": "' '.join(words[at : anchor + 1]) if anchor - at < 4 else ''",
        "tags_to_head": "' '.join(tags[at : anchor]) if anchor - at < 4 else ''",
        "helps": "word in AUXILIARIES",
        "helps_before": "before in AUXILIARIES",
        "adverb": "tag == 'RB'",
        "adverb_before": "tag_before == 'RB'",
    },
)

CUE_END = Choice(
    "cue_end",
    "Whether the cue ends with `at`, which is its head (the anchor) or stands after it.",
    (
        "lemma, distance",
        "word, further",
        "after, further",
        "order, distance",
        "tags_from_head",
        "order, tag, tag_after",
    ),
    {
        "further": "at > anchor",
        "tags_from_head": "' '.join(tags[anchor + 1 : at + 1]) if at - anchor < 4 else ''",
    },
)

SOURCE_END = Choice(
    "source_end",
    "Whether `at` is the last token of a source before the cue, which begins at the anchor.",
    (
        "distance",
        "order, distance",
        "word",
        "tag, tag_after",
        "after, two_tags_after",
        "tag, between",
        "tag_before, tag, tag_after",
        "tag_after, distance",
        "two_after, verb_follows",
        "tag, two_tags_before",
        "after, tag_before_anchor",
        "cue_tag, between, tag_before_anchor",
        "tag_before, anchor_tag, verb_follows",
    ),
    {
        "distance": "STEPS[anchor - 1 - at]",
        "between": "kinds_between(counts[anchor] - counts[at + 1])",
        "verb_follows": "tag_after in FINITE",
    },
)

SOURCE_START = Choice(
    "source_start",
    "Whether a source before the cue that ends with the anchor begins at `at`.",
    (
        "word",
        "before",
        "tag_before, tag",
        "anchor_tag, tag, distance",
        "sentence_begins, tag",
        "within",
        "two_tags_before, tag_before, tag",
        "anchor_word, within",
        "order, before",
        "tag_before, tag_after_anchor",
        "before, two_tags_before",
        "before, tag_after",
        "before, sentence_begins",
    ),
    {
        "anchor_word": "words[anchor]",
        "within": "kinds_between(counts[anchor] - counts[at])",
    },
)

LATER_SOURCE_START = Choice(
    "later_source_start",
    "Whether a source after the cue, which ends with the anchor, begins at `at`.",
    (
        "order, distance",
        "tag",
        "before",
        "tag_before, tag",
        "order, between",
        "before, between",
        "tag_before, cue_tag, sort",
    ),
    {
        "distance": "STEPS[at - anchor - 1]",
        "between": "kinds_between(counts[at] - counts[anchor + 1])",
    },
)

LATER_SOURCE_END = Choice(
    "later_source_end",
    "Whether a source after the cue that begins at the anchor ends with `at`.",
    (
        "distance",
        "tag",
        "after",
        "tag, tag_after",
        "tag, tag_after, two_tags_after",
        "within",
        "tag_after, within",
        "order, after",
        "order, sentence_ends",
        "lemma, after",
        "tag, within",
        "tag_before, comma_follows, three_tags_before",
        "two_tags_before, distance, tag_before_anchor",
        "tag_after, anchor_tag, sentence_ends",
    ),
    {
        "within": "kinds_between(counts[at + 1] - counts[anchor])",
        "sentence_ends": "at + 2 >= cue.last",
        "comma_follows": "after == ','",
        "three_tags_before": "tags[at - 3]",
    },
)

CONTENT_START = Choice(
    "content_start",
    "Whether content after the cue begins at `at`; the anchor is the first token it could.",
    (
        "distance",
        "order, distance",
        "word",
        "lemma, distance",
        "tag_before, tag",
        "order, before",
        "order, between",
        "anchor_tag, distance",
        "word, tag_after",
        "sort, word",
        "tag_before, distance",
    ),
    {
        "between": "kinds_between(counts[at] - counts[anchor])",
    },
)

CONTENT_END = Choice(
    "content_end",
    "Whether content after the cue that begins at the anchor ends with `at`.",
    (
        "ends, distance",
        "after",
        "tag_after, tag",
        "after, two_tags_after",
        "after, two_after",
        "anchor_opens, leaves_quotation, after",
        "anchor_opens, leaves_quotation, before",
        "anchor_depth, depth_here, depth_after",
        "order, after",
        "tag_after, rest",
        "word, ends",
        "tag_after, within",
        "two_after, strong_after",
        "tag_after, word_before_anchor",
        "tag_after, before_phrase",
        "after, three_tags_after",
    ),
    {
        "within": "kinds_between(counts[at + 1] - counts[anchor])",
        "last_word": "last_plain_word(words, cue.last)",
        "ends": "at >= last_word",
        "after": "END if ends else words[at + 1]",
        "tag_after": "END if ends else tags[at + 1]",
        "two_after": "'' if ends else words[at + 2]",
        "two_tags_after": "'' if ends else tags[at + 2]",
        "anchor_opens": "words[anchor] == OPEN",
        "anchor_depth": "depth[anchor]",
        "depth_here": "depth[at]",
        "depth_after": "depth[at + 1] if at + 1 < cue.last else 0",
        "leaves_quotation": "depth_here > depth_after",
        "rest": "STEPS[cue.last - 1 - at]",
        "strong_after": "cue.strong_after",
        "word_before_anchor": "words[anchor - 1]",
        "before_phrase": "cue.before",
        "three_tags_after": "tags[at + 3]",
    },
)

EARLIER_CONTENT_START = Choice(
    "earlier_content_start",
    "Whether content before the cue that ends with the anchor begins at `at`.",
    (
        "sentence_begins, opens",
        "order, sentence_begins",
        "before",
        "word",
        "distance, sentence_begins",
        "position, before",
        "opens, sentence_begins, anchor_closes",
        "lemma, sentence_begins",
        "tag_before, tag, opens",
        "within, sentence_begins",
        "within, tag_after_anchor",
        "anchor_tag, within",
        "before, tag_after_anchor",
        "tag_before, two_tags_before",
    ),
    {
        "within": "kinds_between(counts[anchor] - counts[at])",
        "anchor_closes": "words[anchor] == CLOSE",
    },
)

EARLIER_CONTENT_END = Choice(
    "earlier_content_end",
    "Whether content before source and cue, which begin at the anchor, ends with `at`.",
    (
        "distance",
        "order, distance",
        "tag, tag_after",
        "between",
        "anchor_word, distance",
        "sort, closes, distance",
        "tag_after, distance, anchor_tag",
        "tag, two_tags_before",
    ),
    {
        "anchor_word": "words[anchor]",
        "distance": "STEPS[anchor - 1 - at]",
        "between": "kinds_between(counts[anchor] - counts[at + 1])",
    },
)


READING = Choice(
    "reading",
    "Whether an annotator would mark what the reading `at` found, source and content included.",
    (
        "order, sort",
        "lemma, content_kinds",
        "lemma, content_tag",
        "source_word",
        "source_tag, source_length",
        "source_tag, source_gap",
        "content_word",
        "content_length, content_quoted, ends_quoted",
        "order, content_length",
        "after_content",
        "word_before_content",
        "in_headline, order",
        "source_first_word",
        "word_before_source",
        "reaches_end, sort",
        "lemma, reaches_end",
        "content_length, left_over",
        "left_over, quotation_ahead",
    ),
    {
        "source_first": "at.source[0] if at.source else -1",
        "source_last": "at.source[1] - 1 if at.source else -1",
        "source_word": "words[source_last]",
        "source_tag": "tags[source_last]",
        "source_length": "STEPS[source_last - source_first]",
        "source_gap": "STEPS[max(at.cue[0] - at.source[1], at.source[0] - at.cue[1], 0)]"
        " if at.source else -1",
        "source_first_word": "words[source_first]",
        "word_before_source": "words[source_first - 1] if source_first > cue.first else ''",
        "content_first": "at.content[0][0]",
        "content_last": "at.content[-1][1] - 1",
        "content_word": "words[content_first]",
        "content_tag": "tags[content_first]",
        "content_quoted": "depth[content_first] > 0",
        "ends_quoted": "depth[content_last] > 0",
        "left_over": "STEPS[max(0, cue.last - content_last - 1)] if content_last > cue.at else -1",
        "reaches_end": "left_over < 3",
        "quotation_ahead": "min(cue.quoted_after, 5)",
        "content_length": "STEPS[min(content_last - content_first, 40)]",
        "content_kinds": "kinds_between(counts[content_last + 1] - counts[content_first])",
        "after_content": "words[content_last + 1]",
        "word_before_content": "words[content_first - 1]",
        "in_headline": "cue.last <= headline",
    },
)


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
    return next((at - i for i in range(at - 1, first - 1, -1) if words[i] == ","), 0)


def to_pause(words: Sequence[str], at: int, last: int) -> int:
    """How far ahead the nearest comma or colon stands; 0 where there is none."""
    return next((i - at for i in range(at + 1, last) if words[i] in ",:"), 0)


def how_soon_verb(tags: Sequence[str], at: int, last: int) -> int:
    """How soon a finite verb follows, in steps; 0 where none does before a comma."""
    for i in range(at + 1, min(last, at + 16)):
        tag = tags[i]
        if tag in FINITE:
            return steps(i - at)
        if tag == ",":
            return 0
    return 0


FINITE = frozenset(("VBD", "VBZ", "VBP", "MD"))


def last_plain_word(words: Sequence[str], last: int) -> int:
    """The last token of a sentence but for final punctuation; `last` is the one after it."""
    if words[last - 2] in _FINAL:
        return last - 3
    return last - 2 if words[last - 1] in _FINAL else last - 1


_FINAL = frozenset(".?!;")
