"""Where a clause ends that tells what the subject of a sentence is: `The council’s denial that the
dam leaks | surprised few`, whatever its verb is tagged."""

from __future__ import annotations

from attrib.detection.cues import CueWord
from attrib.detection.cut_short import is_helped
from attrib.detection.quoted_as import BE
from attrib.detection.views import FINITE, Scene
from attrib.words.tokens import CLOSE, OPEN

_STOPS = frozenset((",", "that", "what", "which", "who", OPEN, CLOSE))
_OF_SUBJECT = frozenset("DT JJ NN NNS NNP POS PRP$ CD VBN".split())
_BEGINS = frozenset("DT PRP$ NNP NNPS".split())
_GOES_ON = frozenset("DT JJ NN NNS NNP PRP PRP$ CD IN RB TO .".split())
_ENDS_CLAUSE = frozenset("NN NNS NNP JJ RB VBN CD RP VB VBD".split())


def end(scene: Scene, word: CueWord, first: int, last: int) -> int:
    """The token before the last verb of a sentence that begins with a noun and what it claims."""
    words, tags = scene.words, scene.tags
    if last < word.last - 1 or tags[word.first] not in _BEGINS or first > word.at + 2:
        return last
    if not all(tags[i] in _OF_SUBJECT or words[i] == "." for i in range(word.first, word.at)):
        return last
    verb = next((i for i in range(first + 2, last) if tags[i] in FINITE), last)
    if not _STOPS.isdisjoint(words[first + 1 : last]):
        return last  # no telling which verb is whose
    for i in range(last - 1, verb + 1, -1):
        past = tags[i] in ("VBN", "VBD", "JJ") and words[i].endswith("ed") and words[i + 1] != "by"
        if (
            past
            and words[i - 1] not in BE
            and tags[i - 1] in _ENDS_CLAUSE
            and tags[i + 1] in _GOES_ON
        ):
            return last if is_helped(scene, first, i) else i
    return last
