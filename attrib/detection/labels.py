"""Labels of lines that say what follows, and not who says it: `Photo:`, `Quote:`, `Ohio:`."""

from __future__ import annotations

from collections.abc import Sequence

from attrib.knowledge.dates import WEEKDAYS
from attrib.knowledge.places import place
from attrib.words.tokens import OPEN

NOT_SPEAKERS = frozenset(
    """photo photos photograph photographs picture pictures image video watch read more note notes
    update updated breaking live source sources date time place title headline by credit graphic
    listen related correction editor subject to cc sent re where when what why how who cost rating
    address phone tel email website exclusive opinion analysis latest quote quotes new developing
    recap explainer explained podcast gallery slideshow map chart timeline spoiler disclaimer
    disclosure fact facts verdict advertisement transcript background sport sports football soccer
    rugby cricket tennis golf netball hockey athletics cycling boxing swimming rowing basketball
    baseball volleyball badminton snooker darts racing motorsport sailing skiing weather business
    politics health science travel culture film music books entertainment lifestyle property
    profile interview obituary""".split()
    + list(WEEKDAYS)
)


def heads_a_list(words: Sequence[str], label: tuple[int, int], content: tuple[int, int]) -> bool:
    """Whether a label, in tokens of lower case, is a place of a list, `Ohio: Schools reopen`, and
    no delegation: `FRANCE: We object`.

    >>> words = "ohio : schools reopen . france : we object".split()
    >>> heads_a_list(words, (0, 1), (2, 5)), heads_a_list(words, (5, 6), (7, 9))
    (True, False)
    """
    name = " ".join(map(str.capitalize, words[slice(*label)]))
    return place(name) is not None and _SAYS.isdisjoint(words[slice(*content)])


_SAYS = frozenset("i we us our my me".split()) | {OPEN}
