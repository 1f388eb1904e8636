"""Where the words end that tell when something was said: `said | afterwards | she was tired`, `said
| after the hearing | he would appeal`, `said | at the time | it was safe`.

`settings` asks here, and only where a clause follows that nothing opens.
"""

from __future__ import annotations

from collections.abc import Sequence

_ALONE = frozenset("afterwards afterward later earlier beforehand subsequently again".split())
_HOW_LONG = frozenset(
    """some shortly soon moments minutes hours days weeks months years long immediately just right
    time""".split()
)
_FIXED = tuple(
    tuple(phrase.split())
    for phrase in (
        "at the time",
        "at the weekend",
        "at one point",
        "at first",
        "at last",
        "early on",
        "in the aftermath",
        "in the meantime",
    )
)
_OPENS = frozenset(words[0] for words in _FIXED) | _ALONE | _HOW_LONG | {"after", "before"}
_BOUNDS = frozenset("start beginning end outset height opening close".split())
_WHOSE = frozenset("the a his her their its today's sunday's saturday's friday's".split())
_OCCASIONS = frozenset(
    """match game hearing trial meeting vote race session interview briefing ceremony verdict
    sentencing ruling service inquest fight bout final semi-final defeat win victory loss draw talks
    summit debate announcement conference kick-off contest round qualifying training tie derby
    screening premiere show launch protest rally funeral event visit judgment judgement
    decision""".split()
)
_MOST = 3
"""Words between `the` and the occasion: `after the | League Cup | final`."""


def ends(words: Sequence[str], tags: Sequence[str], at: int, last: int) -> int:
    """The token after such words; the first of them where there are none.

    >>> words = "some time later at the end of the game after his first fight the bank".split()
    >>> [" ".join(words[i : ends(words, [""] * 16, i, 15)]) for i in (0, 3, 9, 13)]
    ['some time later', 'at the end of the game', 'after his first fight', '']
    """
    if words[at] not in _OPENS:
        return at
    if words[at] in _ALONE:
        describes = words[at] in ("later", "earlier") and tags[at + 1] in ("NN", "NNS", "JJ")
        return at if describes else at + 1  # `said | later floods would be worse`
    for phrase in _FIXED:
        if tuple(words[at : at + len(phrase)]) == phrase:
            return at + len(phrase)
    if words[at] in _HOW_LONG:
        long = at + 1 + (words[at + 1] in _HOW_LONG)
        if words[long] in _ALONE:
            return long + 1
        return _after(words, long, last, at)
    if words[at] == "at" and words[at + 1] == "the" and words[at + 2] in _BOUNDS:
        return _occasion(words, at + 4, last, at) if words[at + 3] == "of" else at
    return _after(words, at, last, at)


def _after(words: Sequence[str], at: int, last: int, none: int) -> int:
    """The token after `after the hearing`; `none` where there is no such phrase."""
    return _occasion(words, at + 1, last, none) if words[at] in ("after", "before") else none


def _occasion(words: Sequence[str], at: int, last: int, none: int) -> int:
    """The token after `the hearing`, an occasion after which somebody speaks."""
    if words[at] not in _WHOSE:
        return none
    for i in range(at + 1, min(last, at + 2 + _MOST)):
        if words[i] in _OCCASIONS:
            return i + 1
    return none
