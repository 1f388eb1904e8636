"""What speaks for and against each choice, as short readable tuples.

One function a choice. Learning and reading call the same functions, so that what was weighed in
the annotated articles is what is weighed in a new one. Each piece names what was looked at and
says what was seen: `("lemma, next tag", "say", "IN")`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from attrib.cues import AUXILIARIES, CueWord, lemma_and_sort, steps
from attrib.tokens import CLOSE, OPEN, Tokens
from attrib.weights import Evidence


class Scene(NamedTuple):
    """The words around, padded, as `tokens` and `tags` give them."""

    words: Sequence[str]
    tags: Sequence[str]
    forms: Sequence[str]
    depth: Sequence[int]
    headline: int
    """The first token after the headline, 0 where there is none."""
    sentences: Sequence[tuple[int, int]]

    def sentence_at(self, first: int) -> tuple[int, int]:
        """The sentence that begins with a token."""
        return self.sentences[bisect_left(self.sentences, (first, 0))]


def scene(tokens: Tokens, tags: Sequence[str]) -> Scene:
    """What the evidence is drawn from."""
    headline = tokens.sentences[0][1] if tokens.sentences else 0
    return Scene(tokens.words, tags, tokens.forms, tokens.depth, headline, tokens.sentences)


def of_cue(scene: Scene, cue: CueWord) -> Evidence:
    """Whether a word is the head of a cue at all."""
    words, tags = scene.words, scene.tags
    at, lemma, sort, tag = cue.at, cue.lemma, cue.sort, cue.tag
    before, after = words[at - 1], words[at + 1]
    tag_before, tag_after, tag_second = tags[at - 1], tags[at + 1], tags[at + 2]
    subject = words[cue.subject] if cue.subject >= 0 else "<s>"
    subject_tag = tags[cue.subject] if cue.subject >= 0 else "<s>"
    on_right, tag_on_right = words[cue.after], tags[cue.after]
    quoted = 1 if scene.depth[at] else 0
    marks = (min(cue.quoted_before, 5), min(cue.quoted_after, 5), quoted)
    starts_quoted = words[cue.first] == OPEN
    that = _that(words, at, cue.last)
    position, rest = steps(at - cue.first), steps(cue.last - at)
    in_headline = cue.last <= scene.headline
    return (
        ("word", cue.word),
        ("lemma, tag", lemma, tag),
        ("lemma, next", lemma, after),
        ("lemma, next tag", lemma, tag_after),
        ("lemma, previous", lemma, before),
        ("lemma, previous tag", lemma, tag_before),
        ("sort, tag, next tag", sort, tag, tag_after),
        ("sort, tag, previous tag", sort, tag, tag_before),
        ("tag, tags around", tag_before, tag, tag_after),
        ("tag, two tags before", tags[at - 2], tag_before, tag),
        ("tag, two tags after", tag, tag_after, tag_second),
        ("tag, next", tag, after),
        ("tag, previous", tag, before),
        ("lemma, subject tag", lemma, subject_tag),
        ("sort, subject", sort, subject),
        ("tag, auxiliaries", tag, cue.auxiliaries),
        ("lemma, auxiliaries", lemma, cue.auxiliaries),
        ("tag, marks", tag, *marks, starts_quoted),
        ("lemma, marks", lemma, *marks),
        ("sort, marks", sort, *marks, starts_quoted),
        ("next two", after, words[at + 2]),
        ("previous two", words[at - 2], before),
        ("headline, sort, tag", in_headline, sort, tag),
        ("tag, position", tag, position),
        ("tag, subject", tag, subject),
        ("lemma, that", lemma, that),
        ("sort, tag, that", sort, tag, that),
        ("tag, strong cues around", tag, cue.strong_before, cue.strong_after),
        ("lemma, strong cues around", lemma, cue.strong_before, cue.strong_after),
        ("ending, tag, next tag", cue.word[-3:], tag, tag_after),
        ("lemma, next two", lemma, after, words[at + 2]),
        ("tag, after adverbs", tag, on_right),
        ("lemma, after adverbs", lemma, on_right),
        ("lemma, before phrase", lemma, cue.before),
        ("tag, before phrase", tag, cue.before),
        ("sort, subject tag, tag after adverbs", sort, subject_tag, tag_on_right),
        ("tag, rest", tag, rest),
        ("lemma, rest", lemma, rest > 2),
        ("sentence begins", words[cue.first]),
        ("lemma, second tag", lemma, tag_second),
        ("sort, after adverbs", sort, on_right),
        ("sort, previous", sort, before),
        ("tag, subject ending", tag, subject[-4:]),
        ("sort, next", sort, after),
        ("quoted, sort, tag", quoted, sort, tag),
    )


def of_order(scene: Scene, cue: CueWord) -> Evidence:
    """In which order source, cue and content stand, given that the word heads a cue."""
    words, tags = scene.words, scene.tags
    at, lemma, sort, tag = cue.at, cue.lemma, cue.sort, cue.tag
    before, after, tag_after = words[at - 1], words[at + 1], tags[at + 1]
    subject = words[cue.subject] if cue.subject >= 0 else "<s>"
    subject_tag = tags[cue.subject] if cue.subject >= 0 else "<s>"
    on_right, tag_on_right = words[cue.after], tags[cue.after]
    starts_quoted = words[cue.first] == OPEN
    marks = (
        min(cue.quoted_before, 5),
        min(cue.quoted_after, 5),
        scene.depth[at] > 0,
        starts_quoted,
    )
    that = _that(words, at, cue.last)
    comma = next((at - i for i in range(at - 1, cue.first - 1, -1) if words[i] == ","), 0)
    pause = next((i - at for i in range(at + 1, cue.last) if words[i] in ",:"), 0)
    rest, lead = steps(cue.last - at), steps(cue.phrase - cue.first)
    return (
        ("lemma", lemma),
        ("lemma, tag", lemma, tag),
        ("sort, tag", sort, tag),
        ("marks", *marks),
        ("tag, marks", tag, *marks),
        ("lemma, marks", lemma, *marks),
        ("before phrase", cue.before),
        ("before phrase, next", cue.before, after),
        ("before phrase, tag, marks", cue.before, tag, *marks),
        ("tag, position", tag, steps(at - cue.first)),
        ("lemma, rest", lemma, rest),
        ("rest, before phrase", rest, cue.before),
        ("tag, subject", tag, subject),
        ("tag, subject tag", tag, subject_tag),
        ("tag, subject tag, auxiliaries", tag, subject_tag, cue.auxiliaries),
        ("lemma, auxiliaries", lemma, cue.auxiliaries),
        ("lemma, next", lemma, after),
        ("tag, next tag", tag, tag_after),
        ("next", after),
        ("lemma, after adverbs", lemma, on_right),
        ("tag, tag after adverbs", tag, tag_on_right),
        ("sort, tag after adverbs", sort, tag_on_right),
        ("tag, comma before", tag, steps(comma)),
        ("comma before, pause after", steps(comma), steps(pause), starts_quoted),
        ("tag, that", tag, that),
        ("lemma, that", lemma, that),
        ("tag, lead", tag, lead),
        ("lemma, lead", lemma, lead),
        ("before phrase, rest, next", cue.before, rest, after),
        ("tag, sentence begins", tag, words[cue.first]),
        ("tags around", tags[at - 1], tag, tag_after),
        ("lemma, subject tag", lemma, subject_tag),
        ("tag, previous", tag, before),
        ("lemma, previous", lemma, before),
        ("tag, next two", tag, after, words[at + 2]),
        ("tag, two tags after", tag, tag_after, tags[at + 2]),
        ("sentence before", words[cue.first - 1], words[cue.first]),
    )


def of_cue_start(scene: Scene, cue: CueWord, pattern: str, head: int, at: int) -> Evidence:
    """Whether the cue begins at token `at`, which is its head or stands before it."""
    words, tags = scene.words, scene.tags
    back, word, before = head - at, words[at], words[at - 1]
    short = back < 4
    return (
        ("back, tag", back, cue.tag),
        ("word, back", word, back),
        ("tag before, tag, back", tags[at - 1], tags[at], back),
        ("pattern, back", pattern, back),
        ("head tag, tag before", cue.tag, tags[at - 1]),
        ("words", " ".join(words[at : head + 1]) if short else ""),
        ("before, back", before, back),
        (
            "auxiliaries, adverbs",
            word in AUXILIARIES,
            before in AUXILIARIES,
            tags[at - 1] == "RB",
            tags[at] == "RB",
        ),
        ("tags", " ".join(tags[at:head]) if short else ""),
    )


def of_cue_end(scene: Scene, cue: CueWord, pattern: str, head: int, at: int) -> Evidence:
    """Whether the cue ends with token `at`, which is its head or stands after it."""
    words, tags = scene.words, scene.tags
    ahead, word, after = at - head, words[at], words[at + 1]
    further = ahead > 0
    return (
        ("ahead, tag", ahead, cue.tag),
        ("lemma, ahead", cue.lemma, ahead),
        ("word", word, further),
        ("after", after, further),
        ("tag, tag after", tags[at], tags[at + 1], further),
        ("lemma, after", cue.lemma, after),
        ("pattern, ahead", pattern, ahead),
        ("sort, tag, ahead", cue.sort, cue.tag, ahead),
        ("two tags after", tags[at + 1], tags[at + 2]),
        ("sort, tag, tag after", cue.sort, tags[at], tags[at + 1]),
        ("tags", " ".join(tags[head + 1 : at + 1]) if ahead < 4 else ""),
    )


def of_source_end(scene: Scene, cue: CueWord, pattern: str, cue_first: int, at: int) -> Evidence:
    """Whether token `at` is the last of a source that stands before the cue."""
    words, tags = scene.words, scene.tags
    tag, word, after = tags[at], words[at], words[at + 1]
    gap = steps(cue_first - 1 - at)
    between = _between(scene, at + 1, cue_first)
    return (
        ("gap", gap),
        ("pattern, gap", pattern, gap),
        ("tag, gap", tag, gap),
        ("word", word),
        ("tag, tag after", tag, tags[at + 1]),
        ("after, second tag", after, tags[at + 2]),
        ("between", between),
        ("cue tag, between", cue.tag, between),
        ("tag, between", tag, between),
        ("lemma, tag, adjacent", cue.lemma, tag, gap == 0),
        ("cue tag, auxiliaries, gap", cue.tag, cue.auxiliaries, gap),
        ("pattern, after", pattern, after),
        ("quoted", scene.depth[at] > 0, scene.depth[cue.at] > 0),
        ("three tags", tags[at - 1], tag, tags[at + 1]),
        ("position", steps(at - cue.first)),
        ("capital, tag, gap", scene.forms[at][:1].isupper(), tag, gap),
    )


def of_source_start(scene: Scene, cue: CueWord, pattern: str, last: int, at: int) -> Evidence:
    """Whether a source that stands before the cue and ends with token `last` begins at `at`."""
    words, tags = scene.words, scene.tags
    tag, word, before, tag_before = tags[at], words[at], words[at - 1], tags[at - 1]
    length = steps(last - at)
    within = _between(scene, at, last)
    opens = at == cue.first
    return (
        ("length", length),
        ("word", word),
        ("before", before),
        ("tag before, tag", tag_before, tag),
        ("last tag, tag, length", tags[last], tag, length),
        ("sentence begins, tag", opens, tag),
        ("sentence begins, length", opens, length),
        ("within", within),
        ("tag before, within", tag_before, within),
        ("tag, within", tag, within),
        ("pattern, tag before, length", pattern, tag_before, length),
        ("tags before", tags[at - 2], tag_before, tag),
        ("comma, quoted", before == ",", scene.depth[at] > 0),
        ("two before", words[at - 2], before),
        ("cue tag, tag before, one word", cue.tag, tag_before, last == at),
    )


def of_later_source_start(
    scene: Scene, cue: CueWord, pattern: str, cue_last: int, at: int
) -> Evidence:
    """Whether a source that stands after the cue, whose last token is given, begins at `at`."""
    words, tags = scene.words, scene.tags
    tag, before = tags[at], words[at - 1]
    gap = steps(at - cue_last - 1)
    between = _between(scene, cue_last + 1, at)
    return (
        ("gap", gap),
        ("pattern, gap", pattern, gap),
        ("tag", tag),
        ("before", before),
        ("tag before, tag", tags[at - 1], tag),
        ("lemma, adjacent", cue.lemma, gap == 0),
        ("pattern, between", pattern, between),
        ("tag, between", tag, between),
        ("two tags", tag, tags[at + 1]),
        ("sort, before", cue.sort, before),
    )


def of_later_source_end(scene: Scene, cue: CueWord, pattern: str, first: int, at: int) -> Evidence:
    """Whether a source that stands after the cue and begins with token `first` ends with `at`."""
    words, tags = scene.words, scene.tags
    word, tag, after, tag_after = words[at], tags[at], words[at + 1], tags[at + 1]
    within = _between(scene, first, at + 1)
    return (
        ("length", steps(at - first)),
        ("tag", tag),
        ("after", after),
        ("two tags", tag, tag_after),
        ("after, length", after, steps(at - first)),
        ("three tags", tag, tag_after, tags[at + 2]),
        ("word", word),
        ("within", within),
        ("tag after, within", tag_after, within),
        ("pattern, after", pattern, after),
        ("first tag, tag, after", tags[first], tag, after),
        ("sentence ends, pattern", at + 2 >= cue.last, pattern),
        ("ends with comma", at > first and word == ","),
        ("quoted, pattern", scene.depth[at + 1] > 0, pattern),
        ("lemma, after", cue.lemma, after),
    )


def of_content_start(scene: Scene, cue: CueWord, pattern: str, free: int, at: int) -> Evidence:
    """Whether content after the cue begins at `at`; `free` is the first token it could begin at."""
    words, tags = scene.words, scene.tags
    word, tag, before, tag_before = words[at], tags[at], words[at - 1], tags[at - 1]
    gap = steps(at - free)
    between = _between(scene, free, at)
    opens = word == OPEN
    return (
        ("gap", gap),
        ("pattern, gap", pattern, gap),
        ("word", word),
        ("lemma, word", cue.lemma, word),
        ("lemma, gap", cue.lemma, gap),
        ("tag before, tag", tag_before, tag),
        ("lemma, before", cue.lemma, before),
        ("pattern, before", pattern, before),
        ("pattern, between", pattern, between),
        ("first free tag, gap", tags[free], gap),
        ("sort, tag, gap", cue.sort, tag, gap),
        ("two tags", tag, tags[at + 1]),
        ("quoted, opens, sort", scene.depth[at] > 0, opens, cue.sort),
        ("quotation ahead, gap", cue.quoted_after, gap),
    )


def of_content_end(scene: Scene, cue: CueWord, pattern: str, first: int, at: int) -> Evidence:
    """Whether content after the cue that begins with token `first` ends with token `at`."""
    words, tags, depth = scene.words, scene.tags, scene.depth
    ends = _ends_sentence(words, cue.last, at)
    if ends:
        after = tag_after = "</s>"
        second = second_tag = another = ""
    else:
        after, tag_after = words[at + 1], tags[at + 1]
        second, second_tag = words[at + 2], tags[at + 2]
        another = lemma_and_sort(after)[1] if after[:1].isalpha() else after
    word, tag, start = words[at], tags[at], words[first]
    length, rest = steps(at - first), steps(cue.last - 1 - at)
    inside, inside_after = depth[at], depth[at + 1] if at + 1 < cue.last else 0
    sort = cue.sort
    return (
        ("ends, length", ends, length),
        ("after", after),
        ("tag after, tag", tag_after, tag),
        ("after, second tag", after, second_tag),
        ("after, second", after, second),
        ("lemma, after", cue.lemma, after),
        ("lemma, ends", cue.lemma, ends),
        ("first tag, tag after", tags[first], tag_after),
        ("quoted", start == OPEN, inside > 0, inside_after > 0, word, ends),
        ("quotation ends", start == OPEN, inside > inside_after, after),
        ("depths", depth[first], inside, inside_after),
        ("three tags", tag, tag_after, second_tag),
        ("word, after", word, after),
        ("pattern, after", pattern, after),
        ("tag after, rest", tag_after, rest),
        ("after, rest", after, rest),
        ("word, ends", word, ends),
        ("another cue, sort", another, sort),
    )


def of_earlier_content_start(
    scene: Scene, cue: CueWord, pattern: str, last: int, at: int
) -> Evidence:
    """Whether content before the cue that ends with token `last` begins with token `at`."""
    words, tags, depth = scene.words, scene.tags, scene.depth
    word, tag, before = words[at], tags[at], words[at - 1]
    begins, opens, closes = at == cue.first, word == OPEN, words[last] == CLOSE
    return (
        ("begins, opens", begins, opens),
        ("begins, pattern", begins, pattern),
        ("before", before),
        ("tag before, tag", tags[at - 1], tag),
        ("pattern, before", pattern, before),
        ("word", word),
        ("length, begins", steps(last - at), begins),
        ("lead, before", steps(at - cue.first), before),
        ("quoted", depth[at] > 0, depth[last] > 0, opens, closes),
        ("sort, before", cue.sort, before),
        ("before, lemma", before, cue.lemma),
        ("opens, begins, closes", opens, begins, closes),
        ("lemma, begins", cue.lemma, begins),
    )


def of_earlier_content_end(
    scene: Scene, cue: CueWord, pattern: str, limit: int, at: int
) -> Evidence:
    """Whether content before the source and cue, which begin at `limit`, ends with token `at`."""
    words, tags, depth = scene.words, scene.tags, scene.depth
    word, after = words[at], words[at + 1]
    gap = steps(limit - 1 - at)
    between = _between(scene, at + 1, limit)
    return (
        ("gap", gap),
        ("pattern, gap", pattern, gap),
        ("word, gap", word, gap),
        ("two tags", tags[at], tags[at + 1]),
        ("between", between),
        ("pattern, between", pattern, between),
        ("after, between", after, between),
        ("lemma, gap", cue.lemma, gap),
        ("closes, after, gap", word == CLOSE, after, gap),
        ("before limit, gap", words[limit - 1], gap),
        ("quoted, pattern", depth[at] > 0, depth[at + 1] > 0, pattern),
    )


def _that(words: Sequence[str], at: int, last: int) -> int:
    """How soon `that` follows, in tokens up to 4; 0 where it does not."""
    for i in range(at + 1, min(last, at + 8)):
        if words[i] == "that":
            return min(i - at, 4)
    return 0


def _between(scene: Scene, first: int, last: int) -> str:
    """How many verbs, nouns and commas stand in `[first, last)`, each up to two."""
    verbs = nouns = commas = 0
    tags = scene.tags
    for i in range(first, last):
        tag = tags[i]
        if tag in _NOUNS:
            nouns += 1
        elif tag == ",":
            commas += 1
        elif tag[:1] == "V":
            verbs += 1
    return _COUNTS[min(verbs, 2) * 9 + min(nouns, 2) * 3 + min(commas, 2)]


_COUNTS = tuple(f"{v} {n} {c}" for v in range(3) for n in range(3) for c in range(3))
_NOUNS = frozenset(("NN", "NNS", "NNP", "PRP"))
_FINAL = frozenset(".?!;")


def _ends_sentence(words: Sequence[str], last: int, at: int) -> bool:
    """Whether nothing but final punctuation follows in the sentence."""
    left = last - 1 - at
    return (
        left == 0
        or (left == 1 and words[last - 1] in _FINAL)
        or (left == 2 and words[last - 2] in _FINAL)
    )
