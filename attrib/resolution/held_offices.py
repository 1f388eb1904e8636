"""A run of capitalised words after an office and `of`: the body, then who holds it there."""

from __future__ import annotations

from functools import lru_cache

from attrs import evolve

from attrib.knowledge import names
from attrib.resolution.before_names import due_to_place
from attrib.resolution.name_runs import LINKS, PORTFOLIOS
from attrib.resolution.offices import Word, is_name, is_role, is_title
from attrib.resolution.readings import WORD, Reading, read
from attrib.resolution.sorts import is_body


@lru_cache(512)
def read_held(run: str) -> tuple[Reading, ...]:
    """The names in a run after an office and `of`: the body, and who holds the office there.

    >>> [(r.sort, r.name) for r in read_held("Orvale Gas Company Ana Ruiz")]
    [('organization', 'Orvale Gas Company'), ('person', 'Ana Ruiz')]
    """
    words = [(m.start(), m.end(), m[0], m[0].lower()) for m in WORD.finditer(run)]
    at = _holder_start(words)
    if not at:
        return read(run, due_to_place(run))  # `a spokeswoman for Changing Lives`
    start = words[at][0]
    name = run[start:]
    held = read(run[: words[at - 1][1]])
    holder = [
        evolve(r, start=r.start + start, name_start=r.name_start + start, end=r.end + start)
        for r in read(name)
    ]
    return (*held, *(evolve(r, sort="person", person=names.parse(r.name)) for r in holder))


def _holder_start(words: list[Word]) -> int:
    """Index of the first word of a person's name, with its rank, that ends a run; 0 for none.

    `Mayor Ana Ruiz` is one name: only a body or its field before the rank makes two.
    """
    for i in range(max(1, len(words) - 3), len(words) - 1):
        if any(is_body(word) or word[3] in LINKS for word in words[i:]):
            continue
        at = i
        while at and (is_title(words[at - 1]) or is_role(words[at - 1])):
            if at > 1 and words[at - 1][3] in PORTFOLIOS and words[at - 2][3] in LINKS:
                break  # Party for Justice Ana Ruiz
            at -= 1
        if at < i:
            return at if any(map(is_body, words[:at])) else 0
        if all(map(is_name, words[:at])):
            return 0  # `a friend of K. R. Voss`
        if is_name(words[i]) or names.gender(words[i][3], first=True) is not None:
            return at
    return 0
