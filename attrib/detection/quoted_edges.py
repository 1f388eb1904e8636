"""Quotations at the edges of a content, which it cannot end without or begins with.

`said it was a story, | one of “joy and dust”`, `brought back her father, and | the “smell of tar”`.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrib.detection.candidates import TokenRange
from attrib.detection.cues import CueWord
from attrib.detection.views import FINITE, Scene
from attrib.words.tokens import CLOSE, OPEN

_RUN_ON = frozenset("IN TO DT PRP$ VBZ VBP VBD".split())
"""A clause cannot end with these."""
_ANOTHER_CLAUSE = FINITE | {"VBG", "VBN", "NNP", "PRP", "WP", "WDT", "WRB", ".", ":", ";"}
_FURTHEST_MARK = 6
_LISTS = frozenset((",", "and", "or"))
_FINAL = frozenset((".", ",", ";", "!", "?"))


def end(scene: Scene, word: CueWord, last: int) -> int:
    """The token after a content that ends before `last`, or after the quotation that completes it.

    >>> from attrib.detection import cues, views
    >>> from attrib.words import quotes, tags
    >>> from attrib.words.tokens import tokenize
    >>> text = "He said it was a story, one of “joy”."
    >>> tokens = tokenize(text, quotes.find(text)[0], [(0, len(text))])
    >>> tagged = tags.tag(tokens)
    >>> said = cues.find(tokens, tagged)[0]
    >>> tokens.forms[end(views.scene(tokens, tagged), said, 6) - 1]
    '”'
    """
    words, tags, depth = scene.words, scene.tags, scene.depth
    around = depth[word.at]
    if depth[last - 1] > around and (words[last - 1] != CLOSE or words[last] not in _LISTS):
        return last
    for i in range(last, min(word.last, last + _FURTHEST_MARK)):
        if words[i] == OPEN:
            if tags[i - 1] not in _RUN_ON:
                return last
            while i < word.last and depth[i] > around:
                i += 1
            return i if i >= word.last or words[i] in _FINAL else last
        if tags[i] in _ANOTHER_CLAUSE and i > last:
            return last
    return last


def start(scene: Scene, word: CueWord, first: int, last: int) -> int:
    """Where content before the cue begins that ends in a quotation without its closing mark, or in
    one after a colon: `“Can it last? she asked`, `Ruiz was blunt: | “No,” she said`."""
    around, words = scene.depth[word.at], scene.words
    if scene.depth[last - 1] <= around:
        return first
    opens = last - 1
    while opens > word.first and scene.depth[opens - 1] > around and words[opens] != OPEN:
        opens -= 1
    after_colon = opens > first and words[opens - 1] == ":" and not scene.depth[opens - 1]
    return opens if words[last - 1] != CLOSE or after_colon else first


def names_topic(scene: Scene, pieces: Sequence[TokenRange]) -> bool:
    """Whether what follows a tag is what it was said of: `“I cried,” he said about the win`."""
    if len(pieces) != 2 or scene.words[pieces[1][0] - 1] not in ("about", "of"):
        return False
    return scene.words[pieces[0][1] - 1] == CLOSE and scene.words[pieces[1][0]] != OPEN


def after_subject(scene: Scene, word: CueWord, first: int, last: int) -> int | None:
    """Where a quotation begins after what it is about: `said of all who helped: | “Thanks.”`,
    `added of Okon, | “He cares.”`"""
    words, begins = scene.words, word.at + 1
    if words[begins] not in ("of", "about") or first > begins + 1 or scene.depth[word.at]:
        return None
    for i in range(begins + 1, min(last - 2, begins + _LONGEST_SUBJECT)):
        if words[i] == ":":
            return i + 1 if words[i + 1] == OPEN else None
        if words[i] == "," and words[i + 1] == OPEN and scene.forms[i + 2][:1].isupper():
            return i + 1
        if scene.depth[i] or words[i] in (";", "that"):
            return None
    return None


_LONGEST_SUBJECT = 24


def after_post(scene: Scene, word: CueWord, first: int) -> int | None:
    """Where the words begin that somebody put beside what he posted: `shared a photo with the
    caption: | “…”`."""
    words = scene.words
    if word.lemma not in _POSTS or scene.depth[word.at]:
        return None
    for i in range(first, min(word.last - 1, first + _LONGEST_POST)):
        if words[i] == ":":
            return i + 1 if words[i + 1] == OPEN else None
        if scene.tags[i] in FINITE or words[i] in (OPEN, ",", "that"):
            return None
    return None


_POSTS = frozenset("share post caption upload repost tweet publish leave pen".split())
_LONGEST_POST = 18


def after_be(scene: Scene, word: CueWord, first: int) -> int | None:
    """Where a quotation begins that a noun is said to be: `her comment was: “No.”`"""
    words = scene.words
    if word.tag[:1] != "N" or words[first] not in _BE:
        return None
    if words[first + 1] in (":", OPEN):
        return first + 1 + (words[first + 1] == ":")
    # `her answer was short: “No.”`
    for i in range(first + 2, min(word.last - 1, first + 5)):
        if words[i] == ":" and words[i + 1] == OPEN:
            return i + 1
    return None


_BE = frozenset(("is", "was", "are", "were"))
