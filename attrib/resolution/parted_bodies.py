"""Two names in one run of capitals: `left the Tarn Institute |for the| Food Safety Agency`,
`between the Bureau of Statistics |and| Orvale City Council`."""

from __future__ import annotations

from attrib.knowledge import names, nouns
from attrib.lazily import re
from attrib.resolution.name_runs import FIELDS, HEADS
from attrib.words import after_abbreviations

_WHOLE = (
    frozenset(HEADS) - frozenset("House City Town County Village Order Hall Group".split())
) | {
    *"Authority Trust Hospital Police Club Bancorp Airlines Airways Motors United Rovers Ministry"
    " Inc Ltd Plc Corp Company Holdings Parliament Army".split()
}
"""What the name of a body ends with, and the field of another hardly."""
_PLURALS = frozenset(word for word in _WHOLE if word.endswith("s")) - {
    "Airlines",
    "Airways",
    "Motors",
}
_STOP = re.compile(r"\. (?=[A-Z])")
_BEFORE = 60
"""Characters before a run in which its sentence has some words."""
_JOINT = re.compile(r" (?P<word>for|and) (?P<the>the )?")
_LEAVES = re.compile(
    r"\b(?:left|leaves?|leaving|quit|quits|quitting|swapped|traded|exchanged)(?: the)? \Z"
)
"""Before a body that somebody leaves `for` another."""


def where_parted(text: str, start: int, run: str) -> tuple[int, int] | None:
    """Where in a run that begins at `start` the first name ends and the second begins.

    >>> run = "Bureau of Statistics and Orvale City Council"
    >>> end, begins = where_parted(run, 0, run)
    >>> run[:end], run[begins:]
    ('Bureau of Statistics', 'Orvale City Council')
    >>> run = "Bank of Orvale Governor Ana Ruiz and Coach Tom Hale"
    >>> run[slice(*where_parted(run, 0, run))]
    ' and '
    >>> where_parted("Ana Ruiz sold it to Apex Inc. Ruiz left.", 20, "Apex Inc. Ruiz")
    (9, 10)
    >>> where_parted("", 0, "Ministry of Health and Safety Board") is None
    True
    """
    for stop in _STOP.finditer(run):
        begins = max(0, start - _BEFORE), start + stop.start(), start + stop.end()
        if after_abbreviations.begins(text, *begins, len(text)):
            return stop.start() + 1, stop.end()
    for joint in _JOINT.finditer(run):
        first, second = run[: joint.start()].split(), run[joint.end() :].split()
        if joint["word"] == "and" and _ends_in_person(first):
            return joint.start(), joint.end()
        ends = first[-1] in _WHOLE or (len(first) > 2 and first[-2] == "of")
        if not ends or _WHOLE.isdisjoint(first):
            continue
        whole = len(second) > 1 and second[-1] in _WHOLE - _PLURALS
        if joint["word"] == "for":
            leaves = _LEAVES.search(text, max(0, start - 14), start) is not None
            if leaves or (whole and first[-1] in _WHOLE):
                return joint.start(), joint.end()
        elif whole and (joint["the"] or second[0] not in FIELDS):
            return joint.start(), joint.end()
    return None


def _ends_in_person(words: list[str]) -> bool:
    """Whether what begins with a body ends in a person: `Bank of Orvale Governor Ana Ruiz`."""
    if len(words) < _WITH_PERSON or not names.is_given(words[-2].lower()):
        return False
    held = nouns.lookup(words[-3])
    return held is not None and held.category == "title" and not held.plural


_WITH_PERSON = 4
"""Words of a body, a title, and a person's name, at least."""
