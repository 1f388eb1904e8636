"""What stands between a verb that tells and what it tells: whom it was told to, when and how.

`told | those families | last week | it was safe`, `I am being told |, friends, | that it is`.
"""

from __future__ import annotations

from attrib.detection import hearers, time_phrases
from attrib.detection.views import FINITE, OBJECTS, Scene
from attrib.knowledge import nouns
from attrib.words.tokens import OPEN

PRONOUNS = frozenset(
    """i we he she they it you there this that these those everybody everyone everything nobody
    nothing somebody someone something people""".split()
)
"""What a clause may begin with as it is."""
PHRASE = frozenset("DT PRP$ NNP NNPS NN NNS JJ CD POS".split())
CONTRACTED = ("'s", "'re", "'m", "'ve", "'d", "'ll")
WHEN = frozenset("for in at on over during by after before via through from under".split())
PAUSES = frozenset((",", ":"))
_CLAUSES = frozenset("that whether if when how why".split())
_TO = frozenset(("to", "at", "with"))
_NOUNS = frozenset("NN NNS NNP NNPS".split())
_ANYBODY = frozenset("people everyone everybody nobody someone somebody".split())
_IN_FORM = frozenset("writing person public private confidence passing".split())
_LONGEST_PHRASE = 7
_OFTEN = frozenset("once twice repeatedly often again before later earlier".split())
_BEGINS_OWN = frozenset("IN TO DT PRP PRP$ NNP WRB WDT WP NNS".split())
"""How what is told to a body begins: `told it | that`, `promised it | they would pay`."""


def past_hearer(scene: Scene, addressed: bool, at: int, last: int) -> int:
    """The token after whom something was told to: `told | my sister`, `said | to him`."""
    words, tags = scene.words, scene.tags
    begins = at
    if not addressed or words[at] == "to":
        if words[at] not in _TO or tags[at + 1] == "VB":
            return at
        begins = at + 1
    theirs = words[begins] == "you" and tags[begins + 1] in FINITE
    theirs = theirs or (words[begins] == "her" and _is_hers(scene, begins + 1, last))
    if words[begins] in OBJECTS and not theirs:
        return begins + 1
    itself = addressed and words[begins] == "it" and tags[begins + 1] not in FINITE
    if itself and tags[begins + 1] in _BEGINS_OWN and words[begins + 1] not in CONTRACTED:
        return begins + 1  # `which assured | it | the tower was clean`
    clause = hearers.clause_from(scene, begins, last) if addressed else None
    if clause is not None:
        return clause
    end = begins
    if words[end] in _ANYBODY:
        return end + 1 if tags[end + 1] not in FINITE else at
    if tags[end] in ("DT", "PRP$"):
        end += 1
    while end < min(last, begins + _LONGEST_PHRASE) and tags[end] in PHRASE:
        if tags[end] in ("DT", "PRP$") or words[end] in PRONOUNS:
            break
        end += 1
    alone = end == begins or tags[end - 1] in ("DT", "PRP$")
    if alone or tags[end] in FINITE or words[end] in CONTRACTED:
        return at  # `told the road was shut`, or somebody’s own clause
    return end


def _is_hers(scene: Scene, at: int, last: int) -> bool:
    """Whether `her` belongs to the noun after it, `told | her boss`, and was not told herself:
    `told her | passengers could not leave`."""
    words, tags = scene.words, scene.tags
    if words[at] in _ANYBODY or tags[at] not in _NOUNS | {"JJ"}:
        return False
    end = at
    while end < min(last, at + _LONGEST_PHRASE) and tags[end] in _NOUNS | {"JJ", "CD"}:
        end += 1
    one = tags[end - 1] == "NN" and nouns.lookup(words[end - 1]) is not None
    return one or tags[end] not in FINITE


def past_setting(scene: Scene, at: int, last: int) -> int:
    """The token after when and where it was said: `told me | in March | that`."""
    words, tags = scene.words, scene.tags
    end = time_phrases.time_ends(words, tags, at, last)
    if end == at and words[at] in _OFTEN:
        end = at + 1  # `warned the board | twice | that`
    if end == at and words[at] in WHEN and tags[at] == "IN":
        end = at + 1
        while end < min(last, at + _LONGEST_PHRASE) and tags[end] in PHRASE:
            if words[end] == "that":
                break
            end += 1
    if end == at and words[at : at + 3] == ["the", "other", "day"]:
        end = at + 3
    same = at + 1 + (words[at + 1] in ("same", "very"))
    if end == at and words[at] == "that" and words[same] in _DAYS:
        end = same + 1  # `told him | that same night | that`
    if words[at] in WHEN and words[at + 1] in _IN_FORM:
        end = at + 2  # `assured us | in writing | it was safe`
    if end == at and words[at] in ("every", "each") and tags[at + 1] in _NOUNS:
        end = at + 2
    if end == at:
        return _past_aside(scene, at, last)
    said = words[end] in PAUSES or words[end] == OPEN or words[end] in _CLAUSES
    return end if said or is_subject(words[end]) else at


_DAYS = frozenset("night day morning evening afternoon week month year summer winter".split())


def _past_aside(scene: Scene, at: int, last: int) -> int:
    """The token after what is put in before `that`: `told |, friends, | that`."""
    words = scene.words
    if words[at] != ",":
        return at
    for end in range(at + 2, min(last, at + _LONGEST_PHRASE)):
        if scene.tags[end] in FINITE:
            return at
        if words[end] == ",":
            return end + 1 if words[end + 1] == "that" else at
    return at


def is_subject(word: str) -> bool:
    """Whether a clause begins with a word as it is, with its verb or without: `she’d`, `they`."""
    stem, mark, _ = word.partition("'")
    return word in PRONOUNS or bool(mark and stem in PRONOUNS)
