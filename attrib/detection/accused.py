"""What people say somebody did, amid a sentence about him: `A man who police say | shot a guard |
was arrested`.

The relative clause has no commas; the verb of the sentence ends what is said, told by that no
subject of its own stands before it.
"""

from __future__ import annotations

from attrib.detection.cues import CueWord
from attrib.detection.views import FINITE, SUBJECTS, Scene

_DID = FINITE | {"VBN"}
"""Tags of what he did: `shot` and `set` may be either."""
_PEOPLE = frozenset("NN NNS NNP NNPS DT JJ CD PRP PRP$ POS".split())
_MOST = 6
_HELPS = frozenset(
    """is are was were has have had will would could may might must can did does do""".split()
)
_SUBORDINATE = frozenset(
    "because when while after before since if although though where who which that as".split()
)
_JOINS = frozenset(("and", "or", "but"))
_ASIDE = frozenset(("RB", "MD"))


def tellers(scene: Scene, word: CueWord) -> tuple[int, int] | None:
    """Who says what somebody did: `A coach who | two witnesses | said lied about his age`."""
    words, tags, at = scene.words, scene.tags, word.at
    if tags[at + 1] not in _DID or words[at] in ("told", "tells") or words[at + 1] == "told":
        return None
    first = at
    while first > word.first and at - first < _MOST and tags[first - 1] in _PEOPLE:
        first -= 1
    return (first, at) if first < at and words[first - 1] == "who" else None


def end(scene: Scene, word: CueWord, first: int, last: int) -> int:
    """Where what he did ends, of a content that begins with its verb.

    A verb that a conjunction joins goes on with it, and one in a clause of its own has its subject
    there; of the others a helping one is surely the sentence’s, else the last.
    """
    words, tags = scene.words, scene.tags
    owed = 0
    later = last
    for i in range(first + 1, min(last, word.last)):
        if words[i] in (",", ";", ":"):
            break
        if words[i] in _JOINS and words[i + 1] == "who":
            return i  # `took bribes | and who fled to Spain`
        if words[i] in SUBJECTS or (words[i] in _SUBORDINATE and tags[i] != "DT"):
            owed = 1
        elif tags[i] in FINITE and tags[i - 1] not in _ASIDE and words[i - 1] not in _HELPS:
            if owed:
                owed = 0
            elif words[i - 1] not in _JOINS:
                if words[i] in _HELPS:
                    return i
                later = i
    return later
