"""What speaks for and against each choice, as short readable strings.

One function a choice. Learning and reading call the same functions, so that what was weighed in
the annotated articles is what is weighed in a new one. Each string names what was looked at and
what was seen: `lemma, next tag:say IN`, `before phrase:,`.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from attrib.cues import AUXILIARIES, CueWord, lemma_and_sort, steps
from attrib.tokens import CLOSE, OPEN, Tokens


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


def of_cue(scene: Scene, cue: CueWord) -> tuple[str, ...]:
    """Whether a word is the head of a cue at all."""
    words, tags = scene.words, scene.tags
    at, lemma, sort, tag = cue.at, cue.lemma, cue.sort, cue.tag
    before, after = words[at - 1], words[at + 1]
    tag_before, tag_after, tag_second = tags[at - 1], tags[at + 1], tags[at + 2]
    subject = words[cue.subject] if cue.subject >= 0 else "<s>"
    subject_tag = tags[cue.subject] if cue.subject >= 0 else "<s>"
    on_right, tag_on_right = words[cue.after], tags[cue.after]
    quoted = 1 if scene.depth[at] else 0
    marks = f"{min(cue.quoted_before, 5)} {min(cue.quoted_after, 5)} {quoted}"
    starts_quoted = words[cue.first] == OPEN
    that = _that(words, at, cue.last)
    position, rest = steps(at - cue.first), steps(cue.last - at)
    in_headline = cue.last <= scene.headline
    return (
        f"word:{cue.word}",
        f"lemma, tag:{lemma} {tag}",
        f"lemma, next:{lemma} {after}",
        f"lemma, next tag:{lemma} {tag_after}",
        f"lemma, previous:{lemma} {before}",
        f"lemma, previous tag:{lemma} {tag_before}",
        f"sort, tag, next tag:{sort} {tag} {tag_after}",
        f"sort, tag, previous tag:{sort} {tag} {tag_before}",
        f"tag, tags around:{tag_before} {tag} {tag_after}",
        f"tag, two tags before:{tags[at - 2]} {tag_before} {tag}",
        f"tag, two tags after:{tag} {tag_after} {tag_second}",
        f"tag, next:{tag} {after}",
        f"tag, previous:{tag} {before}",
        f"lemma, subject tag:{lemma} {subject_tag}",
        f"sort, subject:{sort} {subject}",
        f"tag, auxiliaries:{tag} {cue.auxiliaries}",
        f"lemma, auxiliaries:{lemma} {cue.auxiliaries}",
        f"tag, marks:{tag} {marks} {starts_quoted:d}",
        f"lemma, marks:{lemma} {marks}",
        f"sort, marks:{sort} {marks} {starts_quoted:d}",
        f"next two:{after} {words[at + 2]}",
        f"previous two:{words[at - 2]} {before}",
        f"headline, sort, tag:{in_headline:d} {sort} {tag}",
        f"tag, position:{tag} {position}",
        f"tag, subject:{tag} {subject}",
        f"lemma, that:{lemma} {that}",
        f"sort, tag, that:{sort} {tag} {that}",
        f"tag, strong cues around:{tag} {cue.strong_before} {cue.strong_after}",
        f"lemma, strong cues around:{lemma} {cue.strong_before} {cue.strong_after}",
        f"ending, tag, next tag:{cue.word[-3:]} {tag} {tag_after}",
        f"lemma, next two:{lemma} {after} {words[at + 2]}",
        f"tag, after adverbs:{tag} {on_right}",
        f"lemma, after adverbs:{lemma} {on_right}",
        f"lemma, before phrase:{lemma} {cue.before}",
        f"tag, before phrase:{tag} {cue.before}",
        f"sort, subject tag, tag after adverbs:{sort} {subject_tag} {tag_on_right}",
        f"tag, rest:{tag} {rest}",
        f"lemma, rest:{lemma} {rest > 2:d}",
        f"sentence begins:{words[cue.first]}",
        f"lemma, second tag:{lemma} {tag_second}",
        f"sort, after adverbs:{sort} {on_right}",
        f"sort, previous:{sort} {before}",
        f"tag, subject ending:{tag} {subject[-4:]}",
        f"sort, next:{sort} {after}",
        f"quoted, sort, tag:{quoted} {sort} {tag}",
    )


def of_order(scene: Scene, cue: CueWord) -> tuple[str, ...]:
    """In which order source, cue and content stand, given that the word heads a cue."""
    words, tags = scene.words, scene.tags
    at, lemma, sort, tag = cue.at, cue.lemma, cue.sort, cue.tag
    before, after, tag_after = words[at - 1], words[at + 1], tags[at + 1]
    subject = words[cue.subject] if cue.subject >= 0 else "<s>"
    subject_tag = tags[cue.subject] if cue.subject >= 0 else "<s>"
    on_right, tag_on_right = words[cue.after], tags[cue.after]
    starts_quoted = words[cue.first] == OPEN
    marks = (
        f"{min(cue.quoted_before, 5)} {min(cue.quoted_after, 5)} "
        f"{scene.depth[at] > 0:d} {starts_quoted:d}"
    )
    that = _that(words, at, cue.last)
    comma = next((at - i for i in range(at - 1, cue.first - 1, -1) if words[i] == ","), 0)
    pause = next((i - at for i in range(at + 1, cue.last) if words[i] in ",:"), 0)
    rest, lead = steps(cue.last - at), steps(cue.phrase - cue.first)
    return (
        f"lemma:{lemma}",
        f"lemma, tag:{lemma} {tag}",
        f"sort, tag:{sort} {tag}",
        f"marks:{marks}",
        f"tag, marks:{tag} {marks}",
        f"lemma, marks:{lemma} {marks}",
        f"before phrase:{cue.before}",
        f"before phrase, next:{cue.before} {after}",
        f"before phrase, tag, marks:{cue.before} {tag} {marks}",
        f"tag, position:{tag} {steps(at - cue.first)}",
        f"lemma, rest:{lemma} {rest}",
        f"rest, before phrase:{rest} {cue.before}",
        f"tag, subject:{tag} {subject}",
        f"tag, subject tag:{tag} {subject_tag}",
        f"tag, subject tag, auxiliaries:{tag} {subject_tag} {cue.auxiliaries}",
        f"lemma, auxiliaries:{lemma} {cue.auxiliaries}",
        f"lemma, next:{lemma} {after}",
        f"tag, next tag:{tag} {tag_after}",
        f"next:{after}",
        f"lemma, after adverbs:{lemma} {on_right}",
        f"tag, tag after adverbs:{tag} {tag_on_right}",
        f"sort, tag after adverbs:{sort} {tag_on_right}",
        f"tag, comma before:{tag} {steps(comma)}",
        f"comma before, pause after:{steps(comma)} {steps(pause)} {starts_quoted:d}",
        f"tag, that:{tag} {that}",
        f"lemma, that:{lemma} {that}",
        f"tag, lead:{tag} {lead}",
        f"lemma, lead:{lemma} {lead}",
        f"before phrase, rest, next:{cue.before} {rest} {after}",
        f"tag, sentence begins:{tag} {words[cue.first]}",
        f"tags around:{tags[at - 1]} {tag} {tag_after}",
        f"lemma, subject tag:{lemma} {subject_tag}",
        f"tag, previous:{tag} {before}",
        f"lemma, previous:{lemma} {before}",
        f"tag, next two:{tag} {after} {words[at + 2]}",
        f"tag, two tags after:{tag} {tag_after} {tags[at + 2]}",
        f"sentence before:{words[cue.first - 1]} {words[cue.first]}",
    )


def of_cue_start(scene: Scene, cue: CueWord, pattern: str, head: int, at: int) -> tuple[str, ...]:
    """Whether the cue begins at token `at`, which is its head or stands before it."""
    words, tags = scene.words, scene.tags
    back, word, before = head - at, words[at], words[at - 1]
    short = back < 4
    return (
        f"back, tag:{back} {cue.tag}",
        f"word, back:{word} {back}",
        f"tag before, tag, back:{tags[at - 1]} {tags[at]} {back}",
        f"pattern, back:{pattern} {back}",
        f"head tag, tag before:{cue.tag} {tags[at - 1]}",
        f"words:{' '.join(words[at : head + 1]) if short else ''}",
        f"before, back:{before} {back}",
        f"auxiliaries, adverbs:{word in AUXILIARIES:d}{before in AUXILIARIES:d}"
        f"{tags[at - 1] == 'RB':d}{tags[at] == 'RB':d}",
        f"tags:{' '.join(tags[at:head]) if short else ''}",
    )


def of_cue_end(scene: Scene, cue: CueWord, pattern: str, head: int, at: int) -> tuple[str, ...]:
    """Whether the cue ends with token `at`, which is its head or stands after it."""
    words, tags = scene.words, scene.tags
    ahead, word, after = at - head, words[at], words[at + 1]
    further = ahead > 0
    return (
        f"ahead, tag:{ahead} {cue.tag}",
        f"lemma, ahead:{cue.lemma} {ahead}",
        f"word:{word} {further:d}",
        f"after:{after} {further:d}",
        f"tag, tag after:{tags[at]} {tags[at + 1]} {further:d}",
        f"lemma, after:{cue.lemma} {after}",
        f"pattern, ahead:{pattern} {ahead}",
        f"sort, tag, ahead:{cue.sort} {cue.tag} {ahead}",
        f"two tags after:{tags[at + 1]} {tags[at + 2]}",
        f"sort, tag, tag after:{cue.sort} {tags[at]} {tags[at + 1]}",
        f"tags:{' '.join(tags[head + 1 : at + 1]) if ahead < 4 else ''}",
    )


def of_source_end(
    scene: Scene, cue: CueWord, pattern: str, cue_first: int, at: int
) -> tuple[str, ...]:
    """Whether token `at` is the last of a source that stands before the cue."""
    words, tags = scene.words, scene.tags
    tag, word, after = tags[at], words[at], words[at + 1]
    gap = steps(cue_first - 1 - at)
    between = _between(scene, at + 1, cue_first)
    return (
        f"gap:{gap}",
        f"pattern, gap:{pattern} {gap}",
        f"tag, gap:{tag} {gap}",
        f"word:{word}",
        f"tag, tag after:{tag} {tags[at + 1]}",
        f"after, second tag:{after} {tags[at + 2]}",
        f"between:{between}",
        f"cue tag, between:{cue.tag} {between}",
        f"tag, between:{tag} {between}",
        f"lemma, tag, adjacent:{cue.lemma} {tag} {gap == 0:d}",
        f"cue tag, auxiliaries, gap:{cue.tag} {cue.auxiliaries} {gap}",
        f"pattern, after:{pattern} {after}",
        f"quoted:{scene.depth[at] > 0:d} {scene.depth[cue.at] > 0:d}",
        f"three tags:{tags[at - 1]} {tag} {tags[at + 1]}",
        f"position:{steps(at - cue.first)}",
        f"capital, tag, gap:{scene.forms[at][:1].isupper():d} {tag} {gap}",
    )


def of_source_start(
    scene: Scene, cue: CueWord, pattern: str, last: int, at: int
) -> tuple[str, ...]:
    """Whether a source that stands before the cue and ends with token `last` begins at `at`."""
    words, tags = scene.words, scene.tags
    tag, word, before, tag_before = tags[at], words[at], words[at - 1], tags[at - 1]
    length = steps(last - at)
    within = _between(scene, at, last)
    opens = at == cue.first
    return (
        f"length:{length}",
        f"word:{word}",
        f"before:{before}",
        f"tag before, tag:{tag_before} {tag}",
        f"last tag, tag, length:{tags[last]} {tag} {length}",
        f"sentence begins, tag:{opens:d} {tag}",
        f"sentence begins, length:{opens:d} {length}",
        f"within:{within}",
        f"tag before, within:{tag_before} {within}",
        f"tag, within:{tag} {within}",
        f"pattern, tag before, length:{pattern} {tag_before} {length}",
        f"tags before:{tags[at - 2]} {tag_before} {tag}",
        f"comma, quoted:{before == ',':d} {scene.depth[at] > 0:d}",
        f"two before:{words[at - 2]} {before}",
        f"cue tag, tag before, one word:{cue.tag} {tag_before} {last == at:d}",
    )


def of_later_source_start(
    scene: Scene, cue: CueWord, pattern: str, cue_last: int, at: int
) -> tuple[str, ...]:
    """Whether a source that stands after the cue, whose last token is given, begins at `at`."""
    words, tags = scene.words, scene.tags
    word, tag, before = words[at], tags[at], words[at - 1]
    gap = steps(at - cue_last - 1)
    between = _between(scene, cue_last + 1, at)
    return (
        f"gap:{gap}",
        f"pattern, gap:{pattern} {gap}",
        f"tag:{tag}",
        f"before:{before}",
        f"tag before, tag:{tags[at - 1]} {tag}",
        f"lemma, adjacent:{cue.lemma} {gap == 0:d}",
        f"pattern, between:{pattern} {between}",
        f"tag, between:{tag} {between}",
        f"two tags:{tag} {tags[at + 1]}",
        f"sort, before:{cue.sort} {before}",
    )


def of_later_source_end(
    scene: Scene, cue: CueWord, pattern: str, first: int, at: int
) -> tuple[str, ...]:
    """Whether a source that stands after the cue and begins with token `first` ends with `at`."""
    words, tags = scene.words, scene.tags
    word, tag, after, tag_after = words[at], tags[at], words[at + 1], tags[at + 1]
    within = _between(scene, first, at + 1)
    return (
        f"length:{steps(at - first)}",
        f"tag:{tag}",
        f"after:{after}",
        f"two tags:{tag} {tag_after}",
        f"after, length:{after} {steps(at - first)}",
        f"three tags:{tag} {tag_after} {tags[at + 2]}",
        f"word:{word}",
        f"within:{within}",
        f"tag after, within:{tag_after} {within}",
        f"pattern, after:{pattern} {after}",
        f"first tag, tag, after:{tags[first]} {tag} {after}",
        f"sentence ends, pattern:{at + 2 >= cue.last:d} {pattern}",
        f"ends with comma:{at > first and word == ',':d}",
        f"quoted, pattern:{scene.depth[at + 1] > 0:d} {pattern}",
        f"lemma, after:{cue.lemma} {after}",
    )


def of_content_start(
    scene: Scene, cue: CueWord, pattern: str, free: int, at: int
) -> tuple[str, ...]:
    """Whether content after the cue begins at `at`; `free` is the first token it could begin at."""
    words, tags = scene.words, scene.tags
    word, tag, before, tag_before = words[at], tags[at], words[at - 1], tags[at - 1]
    gap = steps(at - free)
    between = _between(scene, free, at)
    opens = word == OPEN
    return (
        f"gap:{gap}",
        f"pattern, gap:{pattern} {gap}",
        f"word:{word}",
        f"lemma, word:{cue.lemma} {word}",
        f"lemma, gap:{cue.lemma} {gap}",
        f"tag before, tag:{tag_before} {tag}",
        f"lemma, before:{cue.lemma} {before}",
        f"pattern, before:{pattern} {before}",
        f"pattern, between:{pattern} {between}",
        f"first free tag, gap:{tags[free]} {gap}",
        f"sort, tag, gap:{cue.sort} {tag} {gap}",
        f"two tags:{tag} {tags[at + 1]}",
        f"quoted, opens, sort:{scene.depth[at] > 0:d} {opens:d} {cue.sort}",
        f"quotation ahead, gap:{cue.quoted_after} {gap}",
    )


def of_content_end(
    scene: Scene, cue: CueWord, pattern: str, first: int, at: int
) -> tuple[str, ...]:
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
        f"ends, length:{ends:d} {length}",
        f"after:{after}",
        f"tag after, tag:{tag_after} {tag}",
        f"after, second tag:{after} {second_tag}",
        f"after, second:{after} {second}",
        f"lemma, after:{cue.lemma} {after}",
        f"lemma, ends:{cue.lemma} {ends:d}",
        f"first tag, tag after:{tags[first]} {tag_after}",
        f"quoted:{start == OPEN:d} {inside > 0:d} {inside_after > 0:d} {word} {ends:d}",
        f"quotation ends:{start == OPEN:d} {inside > inside_after:d} {after}",
        f"depths:{depth[first]} {inside} {inside_after}",
        f"three tags:{tag} {tag_after} {second_tag}",
        f"word, after:{word} {after}",
        f"pattern, after:{pattern} {after}",
        f"tag after, rest:{tag_after} {rest}",
        f"after, rest:{after} {rest}",
        f"word, ends:{word} {ends:d}",
        f"another cue, sort:{another} {sort}",
    )


def of_earlier_content_start(
    scene: Scene, cue: CueWord, pattern: str, last: int, at: int
) -> tuple[str, ...]:
    """Whether content before the cue that ends with token `last` begins with token `at`."""
    words, tags, depth = scene.words, scene.tags, scene.depth
    word, tag, before = words[at], tags[at], words[at - 1]
    begins, opens, closes = at == cue.first, word == OPEN, words[last] == CLOSE
    return (
        f"begins, opens:{begins:d} {opens:d}",
        f"begins, pattern:{begins:d} {pattern}",
        f"before:{before}",
        f"tag before, tag:{tags[at - 1]} {tag}",
        f"pattern, before:{pattern} {before}",
        f"word:{word}",
        f"length, begins:{steps(last - at)} {begins:d}",
        f"lead, before:{steps(at - cue.first)} {before}",
        f"quoted:{depth[at] > 0:d} {depth[last] > 0:d} {opens:d} {closes:d}",
        f"sort, before:{cue.sort} {before}",
        f"before, lemma:{before} {cue.lemma}",
        f"opens, begins, closes:{opens:d} {begins:d} {closes:d}",
        f"lemma, begins:{cue.lemma} {begins:d}",
    )


def of_earlier_content_end(
    scene: Scene, cue: CueWord, pattern: str, limit: int, at: int
) -> tuple[str, ...]:
    """Whether content before the source and cue, which begin at `limit`, ends with token `at`."""
    words, tags, depth = scene.words, scene.tags, scene.depth
    word, after = words[at], words[at + 1]
    gap = steps(limit - 1 - at)
    between = _between(scene, at + 1, limit)
    return (
        f"gap:{gap}",
        f"pattern, gap:{pattern} {gap}",
        f"word, gap:{word} {gap}",
        f"two tags:{tags[at]} {tags[at + 1]}",
        f"between:{between}",
        f"pattern, between:{pattern} {between}",
        f"after, between:{after} {between}",
        f"lemma, gap:{cue.lemma} {gap}",
        f"closes, after, gap:{word == CLOSE:d} {after} {gap}",
        f"before limit, gap:{words[limit - 1]} {gap}",
        f"quoted, pattern:{depth[at] > 0:d} {depth[at + 1] > 0:d} {pattern}",
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
    return f"{min(verbs, 2)} {min(nouns, 2)} {min(commas, 2)}"


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
