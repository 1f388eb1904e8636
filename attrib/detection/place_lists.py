"""Where those begin who are several, or of several places or bodies: `| The leaders of Norvale,
Tarn and Orvale said`, `| Teachers, parents and pupils said`. The last two pass for the source."""

from __future__ import annotations

from attrib.detection.views import Scene
from attrib.knowledge import nouns

_OF = frozenset("of in from at for".split())
_LISTED = frozenset(("NNP", "NNPS", ",", "CC"))
_BEFORE = frozenset("DT JJ NN NNS NNP POS PRP$ CD VBN JJS".split())
_KINDS = frozenset("JJ NN NNS , VBN".split())
_MOST = 24


def start(scene: Scene, begins: int, first: int, last: int) -> int:
    """The first token of a source before a verb that was found at `[first, last)`, after a comma.

    No more than the last is meant in `In the streets of Norvale, | Ana Ruiz and Tom Hale said`.
    """
    words, tags = scene.words, scene.tags
    if "and" not in words[first:last] or first - begins > _MOST:
        return first
    if tags[last - 1] == tags[first - 2] == "NNS":
        kinds = all(tag in _KINDS for tag in tags[begins:first])
        return begins if kinds and _is_many(scene, first - 2) else first
    if tags[last - 1] not in _LISTED:
        return first
    at = first - 1
    while at > begins and (tags[at] in _LISTED or words[at] == "the"):
        at -= 1
    if words[at] not in _OF or at == begins or not _is_many(scene, at - 1, words[at] == "for"):
        return first
    whose = at
    while whose > begins and tags[whose - 1] in _BEFORE:
        whose -= 1
    return whose if whose == begins or words[whose - 1] in _OPENS else first


def _is_many(scene: Scene, at: int, speaks: bool = False) -> bool:
    """Whether a noun means people or bodies; one person may speak for several."""
    noun = nouns.lookup(scene.forms[at])
    if noun is None:
        return False
    many = noun.plural or noun.lemma == "police" or (speaks and noun.human)
    return many and (noun.human or noun.category == "organization")


_OPENS = frozenset((",", "but", "and", "while", "meanwhile", ":", ";"))
