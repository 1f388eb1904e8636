"""Tags shut in between commas after a conjunction: `It is cheap, but, engineers say, it leaks`.

Only the clause that the conjunction begins is theirs.
"""

from __future__ import annotations

from typing import NamedTuple

from attrib.detection.candidates import TokenRange
from attrib.detection.classes import TOLD, is_of
from attrib.detection.cues import CueWord
from attrib.detection.views import FINITE, PHRASE, Scene
from attrib.words.tokens import CLOSE, OPEN

_CONJUNCTIONS = frozenset("but and while whereas although though yet however so because".split())
_LONGEST_SOURCE = 12
_FURTHEST_VERB = 24
_ENDS = frozenset((";", ":", OPEN, CLOSE))


class Aside(NamedTuple):
    """How a tag that is shut in is read."""

    order: str
    source: TokenRange


def after_conjunction(scene: Scene, word: CueWord) -> Aside | None:
    """The tag that a word heads, if commas shut it in after a conjunction.

    >>> from attrib.detection import cues, views
    >>> from attrib.words import tags
    >>> from attrib.words.tokens import tokenize
    >>> def read(text):
    ...     tokens = tokenize(text, [], [(0, len(text))])
    ...     scene = views.scene(tokens, tags.tag(tokens))
    ...     found = [after_conjunction(scene, word) for word in cues.find(tokens, scene.tags)]
    ...     return [" ".join(tokens.forms[slice(*one.source)]) for one in found if one]
    >>> read("It was cheap, but, according to Mr Bell, it leaked.")
    ['Mr Bell']
    >>> read("It was cheap, but engineers said it leaked.")
    []
    """
    words, at = scene.words, word.at
    if word.lemma == "according":
        comma, first = at - 1, at + 2
        last = _comma(scene, first, min(word.last, first + _LONGEST_SOURCE))
        order, after = "cue-source-content", last
    elif words[at + 1] == "," and is_of(word.sort, TOLD) and scene.tags[at] in FINITE:
        comma = first = last = at
        while first > word.first and scene.tags[first - 1] in PHRASE:
            first -= 1
        comma, order, after = first - 1, "source-cue-content", at + 1
    else:
        return None
    if comma <= word.first or words[comma] != "," or words[comma - 1] not in _CONJUNCTIONS:
        return None
    if first >= last or FINITE.isdisjoint(scene.tags[word.first : comma - 1]):
        return None
    return Aside(order, (first, last)) if _goes_on(scene, after + 1, word.last) else None


def _comma(scene: Scene, first: int, last: int) -> int:
    """The comma after a name or the like; 0 where a verb or a mark comes before it."""
    for i in range(first, last):
        if scene.words[i] == ",":
            return i
        if scene.words[i] in _ENDS or scene.tags[i] in FINITE:
            return 0
    return 0


def _goes_on(scene: Scene, first: int, last: int) -> bool:
    """Whether a clause follows: a verb, with nothing before it that would end the sentence."""
    for i in range(first + 1, min(last, first + _FURTHEST_VERB)):
        if scene.tags[i] in FINITE:
            return True
        if scene.words[i] in _ENDS:
            return False
    return False
