"""Where the words end that say when: `on Sunday evening`, `two weeks ago`, `May 5, 2026`.

Of a source or a content they are seldom part: what parts them asks here.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrib.knowledge import dates, nouns

DAYS = frozenset(dates.WEEKDAYS)
NEAR_DAYS = frozenset("today yesterday tomorrow tonight".split())
MONTHS = frozenset(dates.MONTHS).union("jan feb mar apr jun jul aug sep sept oct nov dec".split())
UNITS = frozenset(
    """second seconds minute minutes hour hours day days night nights week weeks weekend weekends
    month months quarter quarters year years decade decades""".split()
)
_PARTS_OF_DAY = frozenset("morning afternoon evening night lunchtime noon midnight".split())
_SEASONS = frozenset("spring summer autumn fall winter".split())
_CLOCK = frozenset("at by before after since until around about".split())
_HALVES = frozenset(("am", "pm", "a.m", "p.m", "a.m.", "p.m."))
_WHICH = frozenset("last next this earlier later late early recent past coming".split())
_OVER = frozenset(("past", "coming", "recent", "last", "next"))
HOW_MANY = frozenset("a an one two three four five six seven several few some many".split())
_COUNTS = HOW_MANY | frozenset(
    """eight nine ten eleven twelve thirteen fourteen eighteen twenty barely nearly almost just
    shortly only""".split()
)
_AT_TIMES = frozenset("on in at since during by for over before after until late early".split())
_SO = frozenset("recently late early lately".split())
_BRIEF = frozenset("seconds moments minutes hours days weeks months years decades".split())
_FROM_NOW = frozenset("ago earlier later".split())


def time_ends(words: Sequence[str], tags: Sequence[str], at: int, last: int) -> int:
    """The token after a time that begins at a token; that token itself where none does.

    >>> words = "on sunday evening city hall said two weeks ago that may smith left".split()
    >>> [words[i : time_ends(words, [""] * 20, i, 12)] for i in (0, 3, 6, 10)]
    [['on', 'sunday', 'evening'], [], ['two', 'weeks', 'ago'], []]
    """
    if words[at] in ("late", "early") and words[at + 1] in ("on", "in") and at + 2 < last:
        end = time_ends(words, tags, at + 1, last)  # `said | late on Monday`
        return end if end > at + 1 else at
    if words[at] == "as" and words[at + 2 : at + 3] == ["as"] and words[at + 1] in _SO:
        end = time_ends(words, tags, at + 3, last)  # `said | as recently as Sunday`
        return end if end > at + 3 else at + 4 if words[at + 3] in MONTHS else at
    i = at
    preposition = words[i] in _AT_TIMES
    i += preposition
    if i >= last:
        return at
    if preposition and words[i] == "now":
        return i + 1
    if preposition and tags[i] == "CD" and len(words[i]) == 4 and words[i].isdigit():
        return i + 1
    if words[at] in _CLOCK and (clock := _clock_ends(words, tags, i, last)) > i:
        return clock
    if words[i] in NEAR_DAYS:
        return i + 1 + (words[i + 1] in _PARTS_OF_DAY)
    i += words[i] == "the" and words[i + 1] in _OVER
    begun = i
    while i < last and words[i] in _WHICH:
        i += 1
    if i < last and words[i] in DAYS:
        i += 1 + (words[i + 1] in _PARTS_OF_DAY)
        date = _date_ends(words, tags, i + (words[i] == ","), last)
        return date if date > i + 1 else i
    if i > begun and i < last and words[i] in UNITS | _PARTS_OF_DAY | MONTHS | _SEASONS:
        return i + 1
    if i < last and (words[i] in HOW_MANY or tags[i] == "CD"):
        units = i + 1 + (words[i + 1] == "few")
        if units < last and words[units] in UNITS and words[units + 1] in _FROM_NOW:
            return units + 2
    if i < last and words[i] in _BRIEF and words[i + 1] in _FROM_NOW:
        return i + 2  # `Hours later`
    date = _date_ends(words, tags, i, last)
    return date if date > i + 1 or (preposition and date > i) else at


def after_times(words: Sequence[str], tags: Sequence[str], first: int, last: int) -> int:
    """Where a source begins, past the time before it: `Friday, | officials`, `last night | Ruiz`.

    >>> words = "two days later she".split()
    >>> after_times(words, ["CD", "NNS", "RB", "PRP"], 0, 4)
    3
    """
    end = time_ends(words, tags, first, last)
    if end == first or tags[end] == "POS":
        return first
    if end < last:
        # … but `Thursday night fire`, `Sunday Times`
        bare = end == first + 1 and words[first] not in NEAR_DAYS
        noun = nouns.lookup(words[end]) if tags[end] == "NNS" and not bare else None
        people = noun is not None and noun.human  # `Last month | officials`
        if (tags[end] in ("NN", "NNS") and not people) or (bare and tags[end] == "NNP"):
            return first
    return end


def spell_ends(words: Sequence[str], at: int) -> int:
    """The token after how long before or after something it was: `a day | after`, `hours | before`.

    >>> words = "a day after it fell hours before two men nine weeks after".split()
    >>> [spell_ends(words, i) for i in (0, 5, 7, 9)]
    [2, 6, 7, 11]
    """
    end = at + (words[at] in _COUNTS or words[at].isdigit())
    return end + 1 if words[end] in UNITS and words[end + 1] in ("after", "before") else at


def _clock_ends(words: Sequence[str], tags: Sequence[str], at: int, last: int) -> int:
    """The token after `4:50`, `4.50 pm`, `nine o’clock` or `noon`; `at` where none begins there.

    >>> words = "4 : 50 p.m. that nine o'clock he noon six men".split()
    >>> tags = "CD : CD RB IN CD NN PRP NN CD NNS".split()
    >>> [words[i : _clock_ends(words, tags, i, 11)] for i in (0, 5, 8, 9)]
    [['4', ':', '50', 'p.m.'], ['nine', "o'clock"], ['noon'], []]
    """
    if words[at] in ("noon", "midnight", "dawn", "dusk"):
        return at + 1
    if tags[at] != "CD":
        return at
    i = at + 1
    if words[i] in (":", ".") and tags[i + 1] == "CD" and len(words[i + 1]) == 2:
        i += 2
    if words[i] in _HALVES:
        return min(i + 1 + (words[i + 1] == "." and i + 2 < last), last)
    if words[i] in ("o'clock", "o’clock"):
        return min(i + 1, last)
    told = i > at + 1 or words[at].endswith(("am", "pm"))  # `6.15pm`
    return min(i, last) if told else at


def _date_ends(words: Sequence[str], tags: Sequence[str], at: int, last: int) -> int:
    """The token after `May`, `May 5`, `5 May 2026` or `May 5, 2026`."""
    i = at
    if tags[i] == "CD" and words[i + 1] in MONTHS:
        i += 1
    if i >= last or words[i] not in MONTHS:
        return at
    i += 1 + (words[i + 1] == ".")
    if tags[i] == "CD" and i < last:
        i += 1
    if words[i] == "," and tags[i + 1] == "CD" and len(words[i + 1]) == 4 and i + 1 < last:
        i += 2
    return min(i, last)
