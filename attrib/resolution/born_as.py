"""Who is told of by the name she was born with: `Agnes “Nell” Porter … died Friday. Agnes Rose
Hartwig was born in 1936.`"""

from __future__ import annotations

from collections.abc import Sequence

from attrib.lazily import re
from attrib.resolution.drafts import Draft
from attrib.resolution.mentions import Mention


def born_as(text: str, mention: Mention, drafts: Sequence[Draft]) -> int | None:
    """Whose name at birth a mention is: the one of whose death an article tells first, by the same
    first name.

    >>> _DIED.search("Agnes Porter, who skated, died Friday. She was 88.")[0]
    ' died Friday'
    """
    person = mention.reading.person
    if person is None or person.given is None or not _BORN.match(text, mention.end):
        return None
    if not drafts or _DIED.search(text, 0, _FIRST) is None:
        return None
    first = drafts[0].person
    same = first is not None and first.given == person.given
    return 0 if same and drafts[0].first < _FIRST else None


_BORN = re.compile(r",? (?:was|is) born\b|,? born (?:in|on|at)\b")
_DIED = re.compile(r" (?:has )?(?:died|passed away|dies)(?: [A-Z]\w+| on| in| at| of|,)")
_FIRST = 300
"""Characters at the head of an article in which it says who has died."""
