"""When something was said, at the end of a content: `called it theft | in a speech to farmers`."""

from __future__ import annotations

from attrib.detection.classes import TOLD, is_of, tells
from attrib.detection.cues import CueWord
from attrib.detection.views import FINITE, Scene
from attrib.knowledge import nouns
from attrib.words.tokens import CLOSE

_TOLD = TOLD | {"attitude"}
_AT = frozenset(("during", "in", "at", "on"))
_WHOSE = frozenset("a an his her their its".split())
_EVENTS = frozenset(
    """interview interviews speech address debate rally appearance briefing podcast sermon
    conference keynote monologue livestream webinar lecture testimony""".split()
)
_BEFORE_EVENT = frozenset("JJ NN NNP CD VBN VBG POS RB".split())
_VERBS = frozenset(("VB", "VBG", "VBN"))
_LONGEST_BEFORE = 6
_SHORTEST = 2


def before(scene: Scene, word: CueWord, first: int, last: int) -> int:
    """The end of a content that follows its cue, before when it was said."""
    words, tags, depth = scene.words, scene.tags, scene.depth
    if first <= word.at or depth[word.at] or not is_of(word.sort, _TOLD) or depth[first]:
        return last
    for at in range(first + _SHORTEST, last - 2):
        if words[at] in _THROUGH and not depth[at] and _is_whose_helper(scene, at + 1, last):
            return at if FINITE.isdisjoint(tags[first:at]) else last
        if words[at] not in _AT or depth[at] or words[at + 1] not in _WHOSE:
            continue
        event = at + 2
        while tags[event] in _BEFORE_EVENT and words[event] not in _EVENTS:
            event += 1
        if event >= min(last, at + _LONGEST_BEFORE) or words[event] not in _EVENTS:
            continue
        return at if _is_of_cue(scene, first, at) and not _goes_on(scene, event, last) else last
    return last


_THROUGH = frozenset(("through", "via"))


def _is_whose_helper(scene: Scene, first: int, last: int) -> bool:
    """Whether a content ends with who told it for somebody: `denied it through | his lawyer`."""
    end = last - (scene.words[last - 1] == ".")
    noun = nouns.lookup(scene.words[end - 1])
    helps = noun is not None and noun.human and end - first <= _LONGEST_BEFORE
    return helps and scene.words[first] in _WHOSE and FINITE.isdisjoint(scene.tags[first:end])


def _is_of_cue(scene: Scene, first: int, at: int) -> bool:
    """Whether it was then that somebody spoke, and not what was told of: `said | Ruiz lied in an
    interview`, `said | Ruiz shook in her first debate`."""
    words, tags = scene.words, scene.tags
    verbs = [i for i in range(first, at) if tags[i] in FINITE or tags[i] in _VERBS]
    if words[at - 1] == CLOSE:
        return True
    if not verbs or tags[verbs[0]] not in FINITE or any(tells(words[i]) for i in verbs):
        return False
    return words[at + 1] in ("a", "an") or tags[verbs[0] - 1] not in ("NNP", "PRP")


def _goes_on(scene: Scene, first: int, last: int) -> bool:
    """Whether another clause of what was said follows: `, and some laughed`."""
    commas = (i for i in range(first, last - 2) if scene.words[i] == ",")
    return any(scene.tags[i + 1] == "CC" for i in commas)
