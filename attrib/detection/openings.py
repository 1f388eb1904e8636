"""Where a source begins that was found from within what opens its sentence: where, and when.

`Tuesday at a rally in Berea, OH, after the vote, | Gov. Ana Ruiz (R-OH), said`; and where a subject
begins that has a town with its state in it: `| A study of wells near Orven, Calif., that cost
millions, found`.
"""

from __future__ import annotations

from bisect import bisect_right

from attrib.detection.cues import CueWord
from attrib.detection.time_phrases import DAYS, time_ends
from attrib.detection.views import FINITE, Scene
from attrib.words.tokens import CLOSE

_NAME = frozenset(("NNP", "NN", "JJ", "VBN"))
_SUBJECT = frozenset("DT JJ NN NNS NNP POS PRP$ CD IN VBN".split())
_BEGINS_SUBJECT = frozenset("DT PRP$ NNP NNS CD JJ".split())
_OPENS = frozenset(("IN", "VBG", "RB"))
_FURTHEST_DAY = 4
_AFTER_NAME = frozenset("jr sr inc corp ltd co llc esq".split())


def past(scene: Scene, word: CueWord, first: int, last: int) -> int:
    """The first token of the source before a verb that was found at `[first, last)`."""
    if first == word.first:
        first = _after_time(scene, first, last)
    stretch = _with_party(scene, word, first, last)
    if stretch is not None:
        return stretch
    after = _after_state(scene, first)
    if after is None or after >= last:
        return first
    opening = range(word.first, first - 1)
    if all(scene.tags[i] in _SUBJECT for i in opening):
        if scene.tags[word.first] == "IN" or _opens_with_day(scene, word.first):
            return after
        return word.first if scene.tags[word.first] in _BEGINS_SUBJECT else first
    return first


def _after_time(scene: Scene, first: int, last: int) -> int:
    """The token after the time with which a source was found to begin: `Friday, | the council,
    which runs the port,`."""
    comma = time_ends(scene.words, scene.tags, first, last)
    parted = first < comma < last - 1 and scene.words[comma] == ","
    return comma + 1 if parted and scene.tags[comma + 1] in _BEGINS_NAME else first


_BEGINS_NAME = frozenset("DT PRP$ PRP NNP NNS NN JJ CD".split())


def is_place(scene: Scene, first: int, last: int) -> bool:
    """Whether tokens only tell when and where: `Late Friday on ABC’s “This Week,”`, or end so."""
    first = scene.sentences[bisect_right(scene.sentences, (first, last)) - 1][0]
    return FINITE.isdisjoint(scene.tags[first:last]) and _opens_with_day(scene, first)


def _with_party(scene: Scene, word: CueWord, first: int, last: int) -> int | None:
    """Where a name with its party in brackets begins, at the end of a source that has more in it;
    None where there is none, or where what stands before it may be somebody."""
    words, tags = scene.words, scene.tags
    if words[last - 2 : last] != [")", ","] or "(" not in words[first : last - 2]:
        return None
    opens = next(i for i in range(last - 2, first, -1) if words[i] == "(")
    begins = opens
    while begins > first and (tags[begins - 1] in _NAME or _ends_title(scene, begins)):
        begins -= 1
    comma = begins - 1 - (words[begins - 1] == CLOSE)  # `“New Day,” | Gov. Ana Ruiz (R-OH),`
    parted = words[comma] == "," and comma > first
    if not parted or tags[opens - 1] != "NNP" or opens == begins:
        return None
    before = next((i for i in range(comma - 1, first, -1) if words[i] == ","), first - 1)
    opening = not _OPENS.isdisjoint((tags[first], tags[before + 1]))
    opening = opening or _opens_with_day(scene, word.first)
    return begins if opening and words[comma - 1] != ")" else None


def _ends_title(scene: Scene, at: int) -> bool:
    """Whether the full stop before a token is that of `Gov.`"""
    return scene.words[at - 1] == "." and scene.tags[at - 2] == "NNP"


def _opens_with_day(scene: Scene, first: int) -> bool:
    """Whether a sentence opens with a day and where: `Late Friday at a rally`."""
    opening = range(first, first + _FURTHEST_DAY)
    day = next((i for i in opening if scene.words[i] in DAYS), None)
    return day is not None and "IN" in scene.tags[day + 1 : day + 3]


def _after_state(scene: Scene, first: int) -> int | None:
    """The token after `Calif.,` where a source was found to begin with it; None for no state."""
    words, forms = scene.words, scene.forms
    if words[first - 1] != "," or scene.tags[first - 2] != "NNP" or scene.tags[first] != "NNP":
        return None
    if words[first + 1 : first + 3] == [".", ","] and words[first] not in _AFTER_NAME:
        return None if "-" in words[first] or FINITE & {scene.tags[first]} else first + 3
    code = len(forms[first]) == 2 and forms[first].isupper() and words[first + 1] == ","
    return first + 2 if code else None
