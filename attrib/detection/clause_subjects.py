"""Whose a joined verb is, where its clause has a subject of its own: `The union left, while the
firm | bought the mill and said that it would pay`.

The weights know the first subject of a sentence best. A clause set off by a comma and `while` or
`but`, or by a semicolon, has its own.
"""

from __future__ import annotations

from attrib.detection.candidates import TokenRange
from attrib.detection.classes import TOLD, is_of
from attrib.detection.cues import CueWord
from attrib.detection.views import FINITE, Scene

_OPENERS = frozenset("while whereas although though but and".split())
_IN_SUBJECT = frozenset("DT JJ NN NNS NNP NNPS POS PRP$ CD IN RB".split())
_HEADS = frozenset("NN NNS NNP NNPS CD".split())
_NO_PLAIN_CLAUSE = frozenset("WP WDT WRB".split())
_LONGEST = 30


def subject(scene: Scene, word: CueWord) -> TokenRange | None:
    """The subject of the clause whose second verb it is; None where the clause has none.

    >>> from attrib.detection import cues, views
    >>> from attrib.words import tags
    >>> from attrib.words.tokens import tokenize
    >>> text = "The union left, while the firm bought the mill and said that it would pay."
    >>> tokens = tokenize(text, [], [(0, len(text))])
    >>> scene = views.scene(tokens, tags.tag(tokens))
    >>> said = next(word for word in cues.find(tokens, scene.tags) if word.lemma == "say")
    >>> tokens.forms[slice(*subject(scene, said))]
    ['the', 'firm']
    """
    words, tags, depth = scene.words, scene.tags, scene.depth
    joint = word.at - 1 - (tags[word.at - 1] == "RB")
    if words[joint] != "and" or word.tag not in FINITE or word.auxiliaries:
        return None
    if not is_of(word.sort, TOLD) or words[joint - 1] == ",":
        return None
    opens = _opening(scene, word.first, joint)
    if opens is None:
        return None
    verb = next((i for i in range(opens + 1, joint) if tags[i] in FINITE), opens + 1)
    last = verb - (tags[verb - 1] == "RB")
    within = range(opens, last)
    if last == opens or tags[last - 1] not in _HEADS or any(depth[i] for i in within):
        return None
    if not all(tags[i] in _IN_SUBJECT for i in within) or tags[opens] in ("IN", "RB"):
        return None
    return opens, last


def _opening(scene: Scene, first: int, joint: int) -> int | None:
    """Where the clause begins that a joint ends, if it is one of one verb and set off."""
    words, tags = scene.words, scene.tags
    verbs = 0
    for i in range(joint - 1, max(first, joint - _LONGEST), -1):
        if words[i] == ";" or (words[i] in _OPENERS and words[i - 1] == ","):
            return i + 1 if verbs == 1 and not scene.depth[i] else None
        if words[i] == "," or words[i] == "that" or tags[i] in _NO_PLAIN_CLAUSE:
            return None
        verbs += tags[i] in FINITE and tags[i + 1] not in FINITE
        if verbs > 1:
            return None
    return None
