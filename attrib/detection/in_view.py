"""Attributions by whose view it is: `In the mayor’s view, the road floods`, `By her own admission,
the plan was late`.

`View` heads a cue in this place alone, so that the weights, which know it from `the view that`,
seldom are sure of it.
"""

from __future__ import annotations

from attrib.detection.candidates import TokenRange
from attrib.detection.cues import CueWord
from attrib.detection.views import FINITE, PHRASE, Scene

_VIEWS = frozenset("view opinion estimation telling judgment judgement reckoning".split())
_OWN = frozenset("admission account reckoning estimate".split())
_LONGEST = 12


def source(scene: Scene, word: CueWord) -> TokenRange | None:
    """Whose view opens a sentence of which a clause is the rest; None where none does.

    >>> from attrib.detection import cues, views
    >>> from attrib.words import tags
    >>> from attrib.words.tokens import tokenize
    >>> text = "In the mayor’s view, the road was shut."
    >>> tokens = tokenize(text, [], [(0, len(text))])
    >>> scene = views.scene(tokens, tags.tag(tokens))
    >>> view = next(word for word in cues.find(tokens, scene.tags) if word.lemma == "view")
    >>> tokens.forms[slice(*source(scene, view))]
    ['the', 'mayor']
    """
    words, tags, at, first = scene.words, scene.tags, word.at, word.first
    if word.lemma in _TELLS and words[at + 1] == "it" and words[at + 2] == ",":
        return _as_seen(scene, word)
    own = words[first] == "by" and words[at - 1] == "own" and words[at] in _OWN
    if not own and (words[at] not in _VIEWS or words[first] != "in"):
        return None
    if words[at + 1] != ",":
        return None
    if not first + 1 < at < first + _LONGEST or scene.depth[at]:
        return None
    owner = at - 1 - (tags[at - 1] == "JJ")
    if tags[owner] == "PRP$" and owner == first + 1 and words[owner] not in ("my", "our"):
        whose = owner, owner + 1
    elif tags[owner] == "POS" and all(tags[i] in PHRASE for i in range(first + 1, owner)):
        whose = first + 1, owner
    else:
        return None
    return None if FINITE.isdisjoint(tags[at + 2 : word.last]) else whose


_TELLS = frozenset(("see", "tell", "view"))


def _as_seen(scene: Scene, word: CueWord) -> TokenRange | None:
    """Who sees it: `As Ruiz sees it, the road floods`, `The way she tells it, nobody came`."""
    words, tags, at, first = scene.words, scene.tags, word.at, word.first
    begins = first + 1 if words[first] == "as" else first + 2
    opens = words[first] == "as" or words[first : first + 2] == ["the", "way"]
    if not opens or not begins < at < first + _LONGEST or scene.depth[at]:
        return None
    plain = all(tags[i] in PHRASE for i in range(begins, at))
    clause = not FINITE.isdisjoint(tags[at + 3 : word.last])
    return (begins, at) if plain and clause else None
