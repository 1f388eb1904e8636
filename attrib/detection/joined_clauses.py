"""Where the object of what somebody feels or does ends before another clause: `Ruiz criticized the
plan| and two ministers resigned`, `praised the board| while shares fell`."""

from __future__ import annotations

from attrib.detection.cues import CueWord
from attrib.detection.cut_short import LONGEST_SUBJECT, SUBJECT
from attrib.detection.views import FINITE, Scene

_ONLY_OBJECTS = frozenset(
    """criticize criticise condemn praise denounce reject question welcome defend blast slam rip
    hail laud applaud commend oppose support endorse back investigate probe decry deplore bemoan
    lament mock ridicule deride lambast lambaste castigate rebuke chide scold attack assail bash
    berate pan savage trash dismiss disparage champion salute honor honour thank congratulate
    blame accuse favor favour dislike resent hate love admire prefer review examine scrutinize
    scrutinise cheer toast mourn""".split()
)
"""Verbs that no clause of their own may follow without `that`."""
_JOINS = frozenset("and but while so yet".split())
_BEGINS = frozenset("DT PRP$ NNP NNS NN JJ CD PRP $".split())
_WITHIN = FINITE | {"WP", "WDT", "WRB", "VBG"}
_MOST = 24


def end(scene: Scene, word: CueWord, first: int, last: int) -> int | None:
    """The token before which such an object ends; None where the object is all there is."""
    words, tags, depth = scene.words, scene.tags, scene.depth
    if word.lemma not in _ONLY_OBJECTS or not word.at < first <= word.at + 2:
        return None
    if tags[first] not in _BEGINS or depth[word.at]:
        return None
    for at in range(first + 1, min(last, first + _MOST)):
        if tags[at] in _WITHIN or depth[at]:
            return None
        if words[at] in _JOINS and _is_clause(scene, at + 1, word.last):
            return at - (words[at - 1] == ",")
    return None


def _is_clause(scene: Scene, first: int, last: int) -> bool:
    """Whether a subject and its verb follow, and no participle: `and the tax raised by Ruiz`."""
    tags = scene.tags
    if tags[first] not in _BEGINS:
        return False
    for i in range(first + 1, min(last, first + LONGEST_SUBJECT)):
        if tags[i] in FINITE:
            return scene.words[i + 1] != "by" and not scene.depth[i]
        if tags[i] not in SUBJECT and scene.words[i] != "of":
            return False
    return False
