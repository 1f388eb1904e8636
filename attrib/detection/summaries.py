"""What an article calls a claim that it has just told, and who says what of it.

`The rebels said they held the town, a claim the army denied`: she denies the claim, and it is no
part of what the rebels said.
"""

from __future__ import annotations

from attrib.detection.candidates import Candidate, TokenRange
from attrib.detection.classes import lemma_and_sort
from attrib.detection.views import Scene
from attrib.words.tokens import CLOSE

_SUMMARIES = frozenset(
    "move step decision date figure pledge promise view prospect threat claim charge assertion"
    " account accusation allegation idea notion assessment stance version forecast prediction"
    " estimate conclusion verdict suggestion description characterization characterisation"
    " contention insinuation criticism complaint depiction portrayal".split()
)
_SEVERAL = frozenset(
    "claims charges allegations accusations assertions suggestions contentions".split()
)
_OF_A_NAME = frozenset("DT JJ NN NNS NNP POS PRP PRP$ CD".split())
_BEGINS_SUBJECT = frozenset("DT NN NNS NNP PRP PRP$".split())
_LONGEST_SUBJECT = 8
_PARTS = frozenset((",", "—", "–"))


def is_summary(word: str) -> bool:
    """Whether a noun may sum up what was said: `claim`, `statement`, but no `road`."""
    return word in _SUMMARIES or "statement" in lemma_and_sort(word)[1]


def of_claim(scene: Scene, reading: Candidate) -> Candidate:
    """A reading whose source begins with the claim it speaks of, `a claim | the army denied`, with
    that claim as its content."""
    if reading.source is None or not reading.order.startswith("content-source"):
        return reading
    verb = reading.cue[0]
    claim = _before(scene, verb)
    if claim is None or reading.source[1] > verb:
        return reading
    after = tuple(piece for piece in reading.content if piece[0] > verb)
    return reading._replace(source=(claim[1], verb), content=(claim, *after))


def _before(scene: Scene, verb: int) -> TokenRange | None:
    """The claim before the subject of a verb: `, a false claim | the army denied`."""
    words, tags = scene.words, scene.tags
    for i in range(verb - 2, max(1, verb - _LONGEST_SUBJECT), -1):
        if words[i] == "something":
            return (i, i + 1) if words[i - 1] in _PARTS else None
        if words[i] in _SEVERAL and tags[i + 1] in _BEGINS_SUBJECT:
            begins = i - (tags[i - 1] == "JJ")
            return (begins, i + 1) if _is_parted(scene, begins) else None
        if is_summary(words[i]) and tags[i + 1] in _BEGINS_SUBJECT:
            begins = i - 1 - (tags[i - 1] == "JJ")
            apposed = words[begins] in ("a", "an") and _is_parted(scene, begins)
            return (begins, i + 1) if apposed else None
        if tags[i] not in _OF_A_NAME:
            return None
    return None


def _is_parted(scene: Scene, at: int) -> bool:
    """Whether a comma or dash stands before a word, `“It leaks,” | a claim` too."""
    return scene.words[at - 1] in _PARTS or scene.words[at - 2 : at] == [",", CLOSE]


def without(scene: Scene, reading: Candidate) -> Candidate:
    """A reading whose content ends before what the article calls it: `it rained|, a claim the army
    denies`."""
    first, last = reading.content[-1]
    if scene.depth[first] or first < reading.head.at:
        return reading
    for i in range(first + 2, last - 3):
        if scene.words[i] in _PARTS and begins_at(scene, i):
            return reading._replace(content=(*reading.content[:-1], (first, i)))
    return reading


def begins_at(scene: Scene, comma: int) -> bool:
    """Whether a comma parts what was said from what the article calls it: `it rained|, a claim
    that`, `it rained|, a claim the army denies`."""
    words, tags = scene.words, scene.tags
    if words[comma : comma + 2] == [",", "something"]:
        return tags[comma + 2] in _BEGINS_SUBJECT and not scene.depth[comma]
    if words[comma + 1] not in ("a", "an") or not is_summary(words[comma + 2]):
        return False
    further = words[comma + 3] in ("that", "which") or tags[comma + 3] in _BEGINS_SUBJECT
    return further and not scene.depth[comma]
