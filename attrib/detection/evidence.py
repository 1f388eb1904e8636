"""What speaks for and against each choice: a table of views, and of the pieces made of them.

A *view* is something to look at, written as an expression over the tokens around: `tag_before` is
`tags[at - 1]`. A *piece* of evidence is what one or more views show together: `"lemma, after"` is
`("lemma, after", "say", "that")`. A choice has a row here with all its pieces; each piece has a
learned weight in `data/learned/NAME.tsv`. To try another one, write it into the row and learn the
weights anew (CONTRIBUTING.md says how). `scoring` turns each row into the code that weighs it. The
rows here are of whole words and whole readings; those of where parts begin and end are in `edges`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Choice(NamedTuple):
    """A choice among options, and what speaks for one or another of them."""

    name: str
    """Also that of its table of weights."""
    doc: str
    pieces: tuple[str, ...]
    """Each the names of its views, with commas between."""
    views: Mapping[str, str]
    """Views of this choice alone; those of `views.VIEWS` are common to all."""
    given: frozenset[str] = frozenset()
    """Views by whose values the weights are looked up first, where that is not left to whether
    they depend on the option: those that many pieces share."""


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
