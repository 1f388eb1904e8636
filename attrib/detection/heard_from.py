"""Whom somebody heard it from: `The inquiry heard from | Dr Tom Okon | that the ward was full`.

Who hears it is a court, a council or anybody at all; who tells it stands between `from` and the
clause.
"""

from __future__ import annotations

from attrib.detection.candidates import TokenRange
from attrib.detection.cues import CueWord
from attrib.detection.views import FINITE, Scene
from attrib.knowledge import nouns
from attrib.words.tokens import CLOSE, OPEN

_WAYS = frozenset(("heard", "hears", "hear", "learned", "learnt"))
_CLAUSES = frozenset("that how why what about".split())
_LONGEST = 16


def source(scene: Scene, word: CueWord) -> TokenRange | None:
    """The tokens of who tells it; None where no clause follows or nobody is named."""
    words, tags, first = scene.words, scene.tags, word.at + 2
    if words[word.at] not in _WAYS or words[first - 1] != "from" or scene.depth[word.at]:
        return None
    for i in range(first + 1, min(word.last - 2, first + _LONGEST)):
        if words[i] in _CLAUSES and tags[i - 1] != "IN":
            if words[i] == "about" or FINITE.isdisjoint(tags[i + 1 : word.last]):
                return None
            last = i - (words[i - 1] == ",")
            return (first, last) if _is_somebody(scene, first, last) else None
        if words[i] in (OPEN, CLOSE, ";", ":") or tags[i] in FINITE:
            return None
    return None


def _is_somebody(scene: Scene, first: int, last: int) -> bool:
    """Whether tokens name somebody, or say who it is: `residents`, `the regulator, Ana Ruiz`."""
    end = next((i for i in range(first, last) if scene.words[i] in (",", "of", "at")), last)
    noun = nouns.lookup(scene.forms[end - 1])
    known = noun is not None and (noun.human or noun.category in ("group", "organization"))
    return known or scene.tags[end - 1] == "NNP"
