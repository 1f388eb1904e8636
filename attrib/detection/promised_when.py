"""Where what is promised or warned of begins, past when and where: `promised | at a rally in Orvale
on Sunday | to end tolls`, `warned | in a speech to staff | of strikes`, `insisted | Monday in a
note to staff | that it leaks`.
"""

from __future__ import annotations

from attrib.detection import that_clauses, time_phrases
from attrib.detection.cues import CueWord
from attrib.detection.views import FINITE, Scene

_TO = frozenset(
    """promise vow pledge threaten offer agree refuse swear undertake demand decline volunteer
    propose commit""".split()
)
_OF = frozenset("warn complain speak boast".split())
_WHERE = frozenset("at in on during after before over by via through from".split())
_STOPS = frozenset((",", ";", ":", "that", "who", "which", "when", "if", "not"))
_FURTHEST = 16


def begins(scene: Scene, word: CueWord) -> int | None:
    """The token at which it begins; None where nothing stands between, or no more than a thing.

    >>> from attrib.detection import cues, views
    >>> from attrib.words import tags
    >>> from attrib.words.tokens import tokenize
    >>> def what(text):
    ...     tokens = tokenize(text, [], [(0, len(text))])
    ...     scene = views.scene(tokens, tags.tag(tokens))
    ...     found = begins(scene, cues.find(tokens, scene.tags)[0])
    ...     return found and " ".join(tokens.forms[found : len(tokens) - 1])
    >>> what("Ruiz vowed at a rally in Orvale on Sunday to end tolls.")
    'to end tolls'
    >>> what("Ruiz warned in a speech to staff of strikes.")
    'of strikes'
    >>> what("Ruiz insisted on Monday in a note to staff that it leaks.")
    'that it leaks'
    >>> what("Ruiz promised farmers to end tolls."), what("Ruiz warned at a meeting of ministers.")
    (None, None)
    """
    words, tags, first = scene.words, scene.tags, word.at + 1
    if words[word.at] in ("told", "tells") and words[first] == "of":
        return first + 1  # `Survivors told of | their terror as the boat sank`
    times = time_phrases.time_ends(words, tags, first, word.last)
    if times > first and words[times] in _WHERE:
        that = that_clauses.that_after(words, tags, word.at)
        if that is not None:
            return that
    infinitive = word.lemma in _TO
    if not (infinitive or word.lemma in _OF) or scene.depth[word.at]:
        return None
    placed = words[first] in _WHERE and tags[first] == "IN"
    if times == first and not placed:
        return None
    for i in range(max(times, first + 1), min(word.last - 1, first + _FURTHEST)):
        if tags[i] in FINITE or words[i] in _STOPS or scene.depth[i]:
            return None
        if infinitive and words[i] == "to" and tags[i + 1] in ("VB", "RB"):
            return i
        if not infinitive and words[i] == "of" and not _names(scene, i):
            return i
    return None


def _names(scene: Scene, of: int) -> bool:
    """Whether `of` tells which meeting or the like it was: `at a meeting | of | ministers`."""
    return scene.words[of - 1] in _OCCASIONS


_OCCASIONS = frozenset(
    """meeting meetings conference session gathering tour visit launch opening house chamber
    hearing summit end start anniversary event rally front course day eve part edition number
    series members member""".split()
)
