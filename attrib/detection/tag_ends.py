"""Where a tag ends, past whom something was told to, when, in what form and on what occasion.

`Ruiz told reporters on Monday`, `it said on X`, `she said by phone during a hearing`.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrib.detection import time_phrases
from attrib.detection.cues import CueWord
from attrib.detection.views import FINITE, Scene

MEANWHILE = frozenset("as after while amid when before days hours weeks".split())
"""What begins the reporter's words after a tag: `…, the firm said, as its shares fell.`"""
_SOON = frozenset("just shortly soon moments minutes months years days hours weeks".split())
_PAIRS = {"ahead": "of", "even": "as"}
_COMMENTS = frozenset("latest sign blow move twist setback".split())


def is_meanwhile(words: Sequence[str], at: int) -> bool:
    """Whether what follows a tag’s comma is the reporter’s: `…, he said, | nine days after it
    fell`, `shortly before the vote`, `ahead of the game`, `in the latest setback for the firm`.

    >>> told = ["nine days after it", "just before", "ahead of it", "in a blow to it", "in a week"]
    >>> [is_meanwhile(f"{each} closes .".split(), 0) for each in told]
    [True, True, True, True, False]
    """
    after = time_phrases.spell_ends(words, at)
    if words[after] in MEANWHILE:
        return True
    following = words[at + 1]
    if words[at] in _SOON:
        return following in ("after", "before", "as", "when")
    if words[at] in _PAIRS:
        return following == _PAIRS[words[at]]
    return words[at] == "in" and following in ("the", "a") and words[at + 2] in _COMMENTS


def tag_end(scene: Scene, word: CueWord, end: int) -> int:
    """The token after a tag whose verb ends before `end`, with all that is told of the telling."""
    end = _past_addressee(scene, word, end)
    return _past_circumstances(scene, word, end)


def _past_addressee(scene: Scene, word: CueWord, end: int) -> int:
    """Where a tag ends, past whom it was told to and when: `Ruiz told reporters on Monday`."""
    words, tags = scene.words, scene.tags
    after_subject = words[word.at - 1] != ","
    if word.lemma in _TO_WHOM or (word.lemma in _WARN and after_subject):
        while end < word.last and words[end] not in MEANWHILE and _is_told(scene, end):
            time = time_phrases.time_ends(words, tags, end, word.last)
            end = time if time > end else end + 1
    while (time := time_phrases.time_ends(words, tags, end, word.last)) > end:
        end = time
    return _past_medium(scene, word, end)


def _past_circumstances(scene: Scene, word: CueWord, end: int) -> int:
    """Where a tag ends amid a clause, past where and when it was said: `Trust, Ruiz said | during a
    call with staff late Monday, | is rare`."""
    words, tags = scene.words, scene.tags
    begun = end > word.at + 1
    if words[end] in (",", "that") or not (begun or tags[end] in ("IN", "TO")):
        return end
    comma = end
    while tags[comma] in _IN_CIRCUMSTANCES and comma < min(word.last, end + _LONGEST_CIRCUMSTANCES):
        comma += 1
    if words[end] in _ON_WHICH and words[comma] in FINAL and comma >= word.last - 2:
        return comma  # `…, Ruiz said | by phone during a hearing.`
    verb = comma + 1 + (tags[comma + 1] == "RB")
    return comma if words[comma] == "," and tags[verb] in FINITE else end


_ON_WHICH = frozenset(
    """by during in at on after before over via through from outside inside under without""".split()
)
FINAL = frozenset(".?!;")

_IN_CIRCUMSTANCES = frozenset("DT NN NNS NNP JJ POS PRP$ PRP CD IN TO RB CC".split())
_LONGEST_CIRCUMSTANCES = 16


def _past_medium(scene: Scene, word: CueWord, end: int) -> int:
    """Where a tag ends, past in what it was said: `it said | on X`, `in a later statement`."""
    words, tags = scene.words, scene.tags
    if words[end] not in ("on", "in"):
        return end
    noun = end + 1
    while noun < word.last and tags[noun] in ("DT", "JJ") and noun < end + 4:
        noun += 1
    return noun + 1 if words[noun] in _MEDIA else end


_TO_WHOM = frozenset("tell assure reassure inform remind".split())
_WARN = frozenset("warn caution advise notify alert promise lecture".split())
"""The same after their subject; after them stands who says it: `Unless it rains, | warns Ruiz`."""
_MEDIA = frozenset(
    """x facebook twitter instagram telegram tiktok linkedin weibo statement post tweet report
    email letter note memo blog message interview filing update bulletin release""".split()
)


def _is_told(scene: Scene, at: int) -> bool:
    """Whether a word may be of whom something is told: of `the Spanish daily El Faro` any."""
    return scene.tags[at] in _ADDRESSEE or scene.words[at] in ("daily", "weekly", "her")


_ADDRESSEE = frozenset("DT NN NNS NNP JJ POS PRP CD IN".split())
