"""What speaks for and against each end of each part: rows of `evidence.Choice`, as in `evidence`.

Each is a choice among the tokens that `options` finds worth weighing; `places` makes it.
"""

from __future__ import annotations

from attrib.detection.evidence import Choice

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
