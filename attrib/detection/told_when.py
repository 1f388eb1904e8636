"""Where a quotation opens after a verb of saying and words that only tell when: `Ruiz stated | a
day earlier, “It leaks.”`"""

from __future__ import annotations

from collections.abc import Sequence

from attrib.detection.classes import tells
from attrib.detection.time_phrases import DAYS, HOW_MANY, MONTHS, NEAR_DAYS, UNITS
from attrib.words.tokens import OPEN

_LONGEST = 10
_WHEN = frozenset("later earlier ago before after afterwards afterward then again".split())
_TIMES = frozenset(
    """morning afternoon evening night noon midnight time moment moments while breath spring summer
    autumn fall winter weekend day""".split()
)
_LINKS = frozenset(
    """the that this same next previous following last past early late mid on in at of a an few
    short couple only just at about around more than day""".split()
)
_VERBS = frozenset(("VBD", "VBZ", "VBP"))
_PHRASE = frozenset("DT JJ NN NNS NNP POS CD PRP$ IN CC".split())
_BEFORE = frozenset(("before", "after", "ahead", "during"))


def opens(words: Sequence[str], tags: Sequence[str], at: int) -> int | None:
    """The token that opens the quotation; None where other words stand before it.

    >>> words = "ruiz stated a day earlier , “ it leaks".split()
    >>> opens(words, "NNP VBD DT NN RBR , “ PRP VBZ".split(), 1)
    6
    """
    if tags[at] not in ("VBD", "VBZ") or words[at + 1] in (OPEN, ",", ":"):
        return None
    stretch = words[at + 1 : at + 2 + _LONGEST]
    if OPEN not in stretch or not tells(words[at]):
        return None
    mark = at + 1 + stretch.index(OPEN)
    if words[mark - 1] not in (",", ":"):
        return None
    return mark if _is_when(words[at + 1 : mark - 1], tags[at + 1 : mark - 1]) else None


def _is_when(words: Sequence[str], tags: Sequence[str]) -> bool:
    """Whether words only tell when: `a few minutes later`, `hours before the vote`."""
    told = False
    for i, word in enumerate(words):
        if word in _BEFORE and told:
            return all(tag in _PHRASE for tag in tags[i + 1 :])
        when = word in _WHEN | _TIMES | UNITS | DAYS | MONTHS | NEAR_DAYS
        if not (when or word in _LINKS or word in HOW_MANY or tags[i] == "CD"):
            return False
        told = told or (when and tags[i] not in _VERBS)
    return told
