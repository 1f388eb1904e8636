"""Passives of telling and describing: who is told says nothing, and who says comes after `by`.

`She was told by two aides to wait`, `Staff were told they would go`, `hailed by farmers as a boon`.
"""

from __future__ import annotations

from typing import NamedTuple

from attrib.detection.cues import CueWord
from attrib.detection.views import FINITE, Scene
from attrib.words.tokens import OPEN

TokenRange = tuple[int, int]

_BE = frozenset("was were been is are 'm 's 're".split())
_TELLS = frozenset(
    "tell inform warn advise assure urge remind order ask instruct notify reassure".split()
)
_DESCRIBES = frozenset(
    """describe hail brand label dub praise criticize condemn denounce dismiss characterize portray
    blast slam""".split()
)
_WHAT_IS_TOLD = frozenset(("that", "to", "not", "whether", "if", "how", "what", "why", "who", OPEN))
_HEARERS = frozenset("court jury inquest tribunal inquiry hearing".split())
"""They name where something was said, and stand for whoever said it."""
_SUBJECTS = frozenset("he she they it we i there".split())
_PHRASE = frozenset("DT JJ NN NNS NNP POS CD PRP PRP$ CC IN VBN".split())
_LONGEST_SOURCE = 16


class Passive(NamedTuple):
    """An order that a passive gives, and the tokens of its source; None where it names none."""

    order: str
    source: TokenRange | None = None


def find(scene: Scene, word: CueWord) -> Passive | None:
    """The passive that a participle heads."""
    if word.tag not in ("VBN", "VBD") or scene.depth[word.at]:
        return None
    if word.lemma in _TELLS:
        return _told_by(scene, word) or _told_to(scene, word) or _told_that(scene, word)
    if word.lemma in _DESCRIBES:
        return _described(scene, word)
    return None


def _is_passive(word: CueWord) -> bool:
    """Whether a finite `be` stands before a participle, as in no `wants her to be told to hush`."""
    return not _BE.isdisjoint(word.auxiliaries.split(" "))


def _agent(scene: Scene, word: CueWord, ends: frozenset[str]) -> TokenRange | None:
    """Whom `by` names right after a participle, up to one of some words."""
    words, tags = scene.words, scene.tags
    begins = word.at + 2
    if words[word.at + 1] != "by":
        return None
    for i in range(begins, min(word.last, begins + _LONGEST_SOURCE)):
        if words[i] in ends:
            return (begins, i) if i > begins else None
        if tags[i] not in _PHRASE:
            return None
    return None


def _told_by(scene: Scene, word: CueWord) -> Passive | None:
    """`was warned by the bank that`, `told by two aides to wait`."""
    source = _agent(scene, word, _WHAT_IS_TOLD)
    return Passive("cue-source-content", source) if source else None


def _told_to(scene: Scene, word: CueWord) -> Passive | None:
    """`he had been warned not to`: what is told begins with whom it is told to."""
    words, at = scene.words, word.at
    to = at + 1 + (words[at + 1] == "not")
    to_do = words[to] == "to" and scene.tags[to + 1] == "VB"
    return Passive("content-cue-content") if to_do and _is_passive(word) else None


def _told_that(scene: Scene, word: CueWord) -> Passive | None:
    """`Staff were told that they would go`, `were told they would go`."""
    words, tags, after = scene.words, scene.tags, word.at + 1
    told = words[after] == "that" or (words[after] in _SUBJECTS and tags[after + 1] in FINITE)
    if not told or word.lemma == "ask" or not _is_passive(word):
        return None
    hears = word.subject >= 0 and words[word.subject] in _HEARERS
    return None if hears else Passive("cue-content")


def _described(scene: Scene, word: CueWord) -> Passive | None:
    """`has been described by friends as shy`."""
    source = _agent(scene, word, frozenset(("as", OPEN)))
    if source is None or not _is_passive(word):
        return None
    return Passive("content-cue-source-content", source)
