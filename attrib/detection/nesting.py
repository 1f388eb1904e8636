"""Which readings stand in the content of others, and what is retold there.

`parents` tells of each reading in whose content it stands, `without_tags` cuts off that one’s tag;
`outer_first` is the order in which nobody comes before the one whose content that is; `with_retold`
adds what `retold` found.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from attrib.detection.candidates import Candidate, TokenRange
from attrib.detection.choose import stands_in
from attrib.detection.detect import Limits
from attrib.model import Attribution


def parents(chosen: Sequence[Candidate]) -> list[int | None]:
    """For each attribution the index of the innermost one in whose content it stands, or None."""
    pieces = sorted(
        (first, last, i) for i, other in enumerate(chosen) for first, last in other.content
    )
    lengths = [sum(last - first for first, last in each.content) for each in chosen]
    found: list[int | None] = []
    for i, candidate in enumerate(chosen):
        first, at = candidate.content[0][0], candidate.head.at
        begun = bisect_right(pieces, (at,))
        around = [
            (lengths[j], j)
            for start, end, j in pieces[max(0, begun - _REACH) : begun]
            if at < end and start <= first and lengths[j] > lengths[i]
            if all(stands_in(a, chosen[j].content) for a, _ in candidate.content)
            and all(stands_in(b - 1, chosen[j].content) for _, b in candidate.content)
        ]
        found.append(min(around)[1] if around else None)
    return found


_REACH = 40
"""How many pieces of content that begin before a cue are asked whether they reach over it."""


def without_tags(chosen: Sequence[Candidate]) -> list[Candidate]:
    """The attributions, none with the tag of the one it stands in: `He said it was “old,” | Ruiz
    recalled`, where what he said ends as what she recalled does."""
    return [_without_tag(each, chosen[i + 1 : i + 1 + _REACH]) for i, each in enumerate(chosen)]


def _without_tag(candidate: Candidate, following: Sequence[Candidate]) -> Candidate:
    *before, (first, last) = candidate.content
    if first < candidate.head.at:
        return candidate
    for other in following:
        if other.head.at >= last:
            break
        end = other.content[-1][1]
        tag = min(other.cue[0], other.source[0] if other.source is not None else other.cue[0])
        around = stands_in(candidate.head.at, other.content)
        if around and first < end <= tag < last:
            return candidate._replace(content=(*before, (first, end)))
    return candidate


def outer_first(attributions: Sequence[Attribution]) -> Iterator[int]:
    """The attributions in order, but each after the one that it stands in.

    >>> from attrs import evolve
    >>> from attrib.model import Span
    >>> said = Attribution(pattern="", kind="direct", confidence=1.0, content=(Span(0, 1, "a"),))
    >>> list(outer_first([evolve(said, parent=2), said, said]))
    [1, 2, 0]
    """
    waiting: dict[int, list[int]] = {}
    done = [False] * len(attributions)
    for i in range(len(attributions)):
        ready = [i]
        while ready:
            at = ready.pop()
            parent = attributions[at].parent
            if parent is not None and not done[parent]:
                waiting.setdefault(parent, []).append(at)
                continue
            done[at] = True
            yield at
            ready += reversed(waiting.pop(at, ()))


def with_retold(
    chosen: Sequence[Candidate], told: Sequence[Candidate], limits: Limits
) -> list[Candidate]:
    """The attributions, with what is retold within what is somebody's.

    Grammar is surer of that than the weights, and what clashes with it goes.
    """
    pieces = sorted(piece for each in chosen for piece in each.content)
    if not pieces:
        return [*chosen]
    after = sorted(piece for each in chosen for piece in each.content if piece[0] > each.head.at)
    alone = {
        each.head.at
        for each, parent in zip(chosen, parents(chosen), strict=True)
        if parent is None and not _is_inside(each.head.at, after)
    }
    kept = []
    for each in told:
        if each.head.at in alone:
            continue  # `Ruiz said she felt “sick,” she said`
        if _is_inside(each.head.at, pieces) and each.confidence >= limits.quoted:
            kept.append(each)
    if not kept:
        return [*chosen]
    heads = [each.head.at for each in kept]
    stays = []
    for one in chosen:
        first = bisect_right(heads, one.head.first - 1)
        last = bisect_right(heads, one.head.last)
        if not any(_clashes(one, each) for each in kept[first:last]):
            stays.append(one)
    return sorted((*stays, *kept), key=lambda each: each.head.at)


def _is_inside(at: int, pieces: Sequence[TokenRange]) -> bool:
    """Whether a token stands in one of many ranges, in order."""
    near = bisect_right(pieces, (at,))
    return stands_in(at, pieces[max(0, near - _REACH) : near])


def _clashes(one: Candidate, told: Candidate) -> bool:
    """Whether a reading and what is retold, not within it, cannot both be right."""
    at = told.head.at
    if stands_in(at, one.content):
        return False
    parts = (one.cue, one.source or one.cue)
    if stands_in(at, parts) or stands_in(one.head.at, (told.cue, told.source or told.cue)):
        return True
    if stands_in(one.head.at, told.content):
        return False
    first, last = told.content[0]
    return any(a < last and first < b for a, b in one.content)
