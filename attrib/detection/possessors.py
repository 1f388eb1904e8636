"""Sources that a noun belongs to: `amid the court’s finding that he had lied`, the court's."""

from __future__ import annotations

from attrib.detection.classes import SAID, is_of
from attrib.detection.cues import CueWord
from attrib.detection.views import Scene

_SORTS = SAID | {"order", "perception", "belief", "promise", "denial"}
_WITHIN = frozenset("DT JJ NN NNS NNP NNPS PRP$ CD VBN POS".split())
_ADJECTIVES = frozenset("JJ VBN".split())
_NOUNS = frozenset("NN NNS VBG VB JJ".split())
"""What a noun is tagged, a `finding` or a `warning` as if it were a verb."""
_ACTS = frozenset("NN NNS NNP PRP".split())
_LONGEST = 8


def find(scene: Scene, word: CueWord) -> tuple[int, int] | None:
    """The tokens of whoever a noun before `that` belongs to, with the possessive.

    >>> from attrib.detection import cues, views
    >>> from attrib.words import tags
    >>> from attrib.words.tokens import tokenize
    >>> text = "Ruiz quit amid the court’s finding that she had lied."
    >>> tokens = tokenize(text, [], [(0, len(text))])
    >>> scene = views.scene(tokens, tags.tag(tokens))
    >>> finding = next(w for w in cues.find(tokens, scene.tags) if w.lemma == "find")
    >>> tokens.forms[slice(*find(scene, finding))]
    ['the', 'court', '’s']
    """
    words, tags, at = scene.words, scene.tags, word.at
    if words[at + 1] != "that" or tags[at] not in _NOUNS:
        return None
    owns = at - 1 - (tags[at - 1] in _ADJECTIVES)
    if owns <= word.first or tags[owns] != "POS" or not is_of(word.sort, _SORTS):
        return None
    first = owns
    while first > max(word.first, owns - _LONGEST):
        initial = words[first - 1] == "." and tags[first - 2] == "NNP"  # `Mr. Ruiz’s claim that`
        if not (initial or tags[first - 1] in _WITHIN):
            break
        past = tags[first - 1] == "VBN" or (
            tags[first - 1] == "JJ" and words[first - 1][-2:] == "ed"
        )
        if past and first - 1 > word.first and tags[first - 2] in _ACTS:
            break  # `Unions ignored | Ruiz’s claim that`
        first -= 1 + initial
        if tags[first] in ("DT", "PRP$"):
            break
    return (first, owns + 1) if first < owns else None
