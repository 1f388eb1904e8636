"""What was given to a speaker, and is told by somebody in what he says.

`Ruiz said Haas, the harbor master, | announced that it leaks`: Haas announced it, and Ruiz said so.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from attrib.detection import retold_tellers
from attrib.detection.candidates import Candidate
from attrib.detection.classes import SAID, is_of
from attrib.detection.retold_verbs import TELLS
from attrib.detection.views import FINITE, Scene

_PLAIN = "source-cue-content"


def returned(scene: Scene, chosen: Sequence[Candidate]) -> list[Candidate]:
    """The readings, with what is told within a content as part of it, and of no reading of its own.

    Such a clause has its own subject right before its verb, where the content begins; the weights
    took the one who says it all for the subject, as his words are parted there by a comma.
    """
    kept: dict[int, Candidate] = dict(enumerate(chosen))
    beside: dict[int, list[int]] = {}
    for i, each in enumerate(chosen):
        beside.setdefault(each.head.first, []).append(i)
    for i, two in enumerate(chosen):
        alike = beside[two.head.first]
        place = bisect_left(alike, i)
        for j in alike[max(0, place - _NEAR) : place + _NEAR]:
            one = kept.get(j)
            if one is None or j == i:
                continue
            within = _is_told_within(scene, one, two)
            if within or _is_opened_by(scene, one, two):
                whole = (one.content[-1][0], two.content[-1][1])
                kept[j] = one._replace(content=(*one.content[:-1], whole))
                if within:
                    kept.pop(i, None)
                break
    return [*kept.values()]


_NEAR = 12
"""Readings of a sentence before and after one that may have it within them."""


def _is_opened_by(scene: Scene, one: Candidate, two: Candidate) -> bool:
    """Whether the content begins with the source of the other, and ends before what that tells:
    `She said | Mr. Orr, the pilot, announced` `that it leaks`."""
    plain = one.order == two.order == _PLAIN and len(one.content) == len(two.content) == 1
    if not plain or two.source is None or scene.depth[two.head.at] or scene.depth[one.head.at]:
        return False
    first, last = one.content[0]
    near = one.head.at < first and last <= two.content[0][0] < one.head.last
    return near and two.source[0] == first + (scene.words[first] == "that")


def _is_told_within(scene: Scene, one: Candidate, two: Candidate) -> bool:
    """Whether the second has the source of the first, but somebody in its content tells it."""
    words, tags, at = scene.words, scene.tags, two.head.at
    plain = one.order == two.order == _PLAIN and len(two.content) == 1
    plain = plain and (is_of(one.head.sort, SAID) or one.head.lemma in TELLS)
    if not plain or one.source is None or one.source != two.source or words[at] not in TELLS:
        return False
    first, last = one.content[-1]
    near = one.head.at < first < last <= at < two.content[0][0] and at < one.head.last
    if not near or scene.depth[at] or scene.depth[first]:
        return False
    first += words[first] == "that"
    teller = retold_tellers.find(scene, TELLS[words[at]], at, first)
    if teller is None or teller.source[0] < first:
        return False
    begins = teller.source[0]
    reached = not _REACHES.isdisjoint(words[teller.source[1] : at])
    joined = words[teller.first - 1] in ("and", "but", "then")
    joined = joined or TELLS[words[at]].form == "ing"
    own = not joined or reached or words[two.cue[0]] == "had"
    return own and FINITE.isdisjoint(tags[first:begins])


_REACHES = frozenset(
    """rang rung called phoned telephoned wrote texted messaged emailed contacted visited approached
    replied responded interrupted answered""".split()
)
"""How somebody reached whom he then told something: `the clerk | called | and said`."""
