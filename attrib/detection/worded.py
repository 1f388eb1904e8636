"""Idioms with words of their own: `put it bluntly`, `was quoted as saying`, `neither confirm nor`.

`idioms` asks them where their words stand; what they do not settle is left open.
"""

from __future__ import annotations

from typing import NamedTuple

from attrib.detection import as_noted, sums
from attrib.detection.cues import CueWord
from attrib.detection.no_content import NEITHER_NOR
from attrib.detection.quoted_as import (
    FURTHEST,
    QUOTES,
    SAYING,
    is_passive,
    order_of_parts,
    saying_after,
    says,
)
from attrib.detection.views import Scene
from attrib.words.tokens import CLOSE, OPEN

_AFTER_PUT_IT = frozenset((",", ":", ".", OPEN, "in", "to", "on", "during"))
_REPORTED = frozenset(("reported", "recorded"))
BREAKS = frozenset((",", ";", ":", CLOSE))


class Idiom(NamedTuple):
    """What the grammar tells, in token indices; None for what it leaves open."""

    order: str | None = None
    cue_last: int | None = None
    cue_first: int | None = None
    source: tuple[int, int] | None = None
    reach: int | None = None
    """The last of the words between the cue and its content, where grammar tells them."""
    clause: int | None = None
    """Where the clause begins in which somebody else quotes the source: that of `Interfax`."""


NONE = Idiom()


def find(scene: Scene, word: CueWord) -> Idiom | None:
    """The idiom of a word that heads one of these, `NONE` where it settles nothing there; None for
    every other word.

    >>> from attrib.detection import cues, views
    >>> from attrib.words import tags
    >>> from attrib.words.tokens import tokenize
    >>> text = "Police put the crowd at 4,000."
    >>> tokens = tokenize(text, [], [(0, len(text))])
    >>> scene = views.scene(tokens, tags.tag(tokens))
    >>> puts = next(word for word in cues.find(tokens, scene.tags) if word.lemma == "put")
    >>> find(scene, puts).order
    'source-cue-content'
    """
    if word.lemma == "put":
        return _put_it(scene, word)
    if word.word in QUOTES or (word.word in _REPORTED and says(scene, word)):
        return _quoted_as_saying(scene, word)
    if word.word in SAYING and scene.words[word.at - 1] == "as":
        return _saying(scene, word)
    return None


def neither_nor(scene: Scene, word: CueWord) -> Idiom | None:
    """`Ruiz would neither confirm nor deny it`: one cue, that begins before `neither`."""
    words, at = scene.words, word.at
    if word.lemma not in NEITHER_NOR or words[at - 1] not in ("neither", "nor"):
        return None
    if words[at - 1] == "neither" and words[at + 1] == "nor" and words[at + 3] not in _AFTER_PUT_IT:
        return Idiom("source-cue-content", cue_last=at + 2)
    return NONE


def _put_it(scene: Scene, word: CueWord) -> Idiom:
    """`As Ruiz put it, “…”`."""
    words, at = scene.words, word.at
    if sums.puts_at(scene, word):
        return Idiom("source-cue-content", cue_last=at)
    if words[at + 1] != "it":
        return NONE
    for colon in range(at + 3, at + _HOW_LONG):
        if words[colon : colon + 2] == [":", OPEN]:
            return Idiom("source-cue-content", cue_last=colon)  # `put it bluntly: “…”`
    if words[at + 2] not in _AFTER_PUT_IT:
        return NONE
    order = None
    if (begins := as_noted.begins(scene, word)) is not None:
        order = "source-cue-content"
        if (comma := as_noted.comma(scene, word)) is not None:
            return Idiom(order, cue_last=at + 1, source=(begins, at), reach=comma - 1)
    elif words[at + 2] == ".":
        order = "content-source-cue"
    return Idiom(order, cue_last=at + 1)


_HOW_LONG = 8
"""`put it even more simply in a post: “…”`"""


def _quoted_as_saying(scene: Scene, word: CueWord) -> Idiom:
    """`Ana Ruiz was quoted as saying …`."""
    saying = saying_after(scene, word)
    if saying == word.at + 2 and is_passive(scene, word.at):
        return Idiom(order_of_parts(scene, word, saying), cue_last=saying)
    words, at = scene.words, word.at
    if saying is None and not is_passive(scene, at):
        for i in range(at + 2, min(word.last - 1, at + FURTHEST)):
            if words[i] == ":" and words[i + 1] == OPEN:
                return Idiom("cue-source-content", source=(at + 1, i))
            if words[i] in (":", ";", OPEN, CLOSE):
                break
    return NONE


def _saying(scene: Scene, word: CueWord) -> Idiom:
    """`Interfax quoted Ana Ruiz as saying …`."""
    words, at = scene.words, word.at
    for verb in range(at - 2, max(word.first, at - FURTHEST) - 1, -1):
        if words[verb] in QUOTES:
            last = at - 1 - (words[at - 2] == ",")
            if verb + 1 >= last or is_passive(scene, verb):
                return NONE
            clause = verb
            while clause > word.first and words[clause - 1] not in BREAKS:
                clause -= 1
            return Idiom(order_of_parts(scene, word, at), source=(verb + 1, last), clause=clause)
    return NONE
