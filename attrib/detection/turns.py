"""The turns of dialogues that have no tag: two people speak them in turn.

What looks like a turn `dialogue` says; who the two are, the tags before and after tell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrib.detection import dialogue
from attrib.detection.candidates import Candidate, TokenRange
from attrib.detection.known import NEXT_PARAGRAPH, Known
from attrib.words.tokens import CLOSE

_LONGEST_TAGGED = 60
"""Tokens of a paragraph before a dialogue, or after it, that tells by its tag who speaks."""


def find(known: Known) -> Iterator[Candidate]:
    """The turns of dialogues that have no tag, given to two people in turn."""
    paragraphs = known.paragraphs
    k = 1
    while k < len(paragraphs):
        turns: list[TokenRange] = []
        while k < len(paragraphs) and _is_answer(known, paragraphs, k, begun=bool(turns)):
            turns.append(paragraphs[k])
            k += 1
        if not turns:
            k += 1
            continue
        before = k - len(turns) - 1
        asked, other = _heard_in(known, paragraphs[before]), None
        if before:
            other = _heard_in(known, paragraphs[before - 1])
        ended = _heard_in(known, paragraphs[k]) if k < len(paragraphs) else None
        if other is None and len(turns) % 2 == 0:
            other = ended
        if asked is None or other is None or _is_same(known, asked, other):
            continue
        two = (other, asked)
        if ended is not None and _is_same(known, ended, two[(len(turns) + 1) % 2]):
            continue  # somebody has said two in a row
        for i, (first, last) in enumerate(turns):
            sentence = known.sentence_of(first)
            turn = ((first, last),)
            each = known.untagged(sentence, first, two[i % 2], turn, NEXT_PARAGRAPH)
            yield each._replace(carried=True)


def _is_answer(known: Known, paragraphs: Sequence[TokenRange], k: int, begun: bool) -> bool:
    """Whether a paragraph is a turn without a tag, in a dialogue that has begun or begins."""
    first, last = paragraphs[k]
    if not dialogue.is_turn(known.tokens, first, last) or known.is_taken(first, last):
        return False
    if not dialogue.is_bare(known.tokens, first, last):
        return False
    return begun or dialogue.answers(known.tokens, paragraphs, k)


def _heard_in(known: Known, paragraph: TokenRange) -> TokenRange | None:
    """The only one who speaks in a turn with a tag."""
    first, last = paragraph
    if last - first > _LONGEST_TAGGED or CLOSE not in known.words[first:last]:
        return None
    sentences = range(known.sentence_of(first), known.sentence_of(last - 1) + 1)
    found = [
        known.chosen[i].source
        for sentence in sentences
        for i in known.by_sentence.get(sentence, ())
        if not known.depth[known.chosen[i].head.at]
    ]
    return found[0] if len(found) == 1 else None


def _is_same(known: Known, one: TokenRange, other: TokenRange) -> bool:
    return known.forms[one[1] - 1] == known.forms[other[1] - 1]
