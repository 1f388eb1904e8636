"""What verbs, and not commas, say somebody is: `a nurse called Ana Ruiz`, `As a nurse, Ana Ruiz
knows`, `Ana Ruiz wept. She is a nurse.`"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from attrib.knowledge.nouns import Gender
from attrib.lazily import re
from attrib.resolution import chunks, titles
from attrib.resolution.drafts import Draft, gender_of
from attrib.resolution.mentions import Mention
from attrib.resolution.surroundings import BEING, PHRASE

_SHE_IS = re.compile(
    rf"(?:(?<=[.!?”\"] )|(?<=\n))(?:(?P<m>He)|(?P<f>She)) {BEING} (?P<np>an? {PHRASE}{{2,100}})"
)
_BACK = 3
"""Sentences looked through for whom `she` means."""
_MOST = 200


def tell(
    text: str,
    found: Sequence[Mention],
    owners: Sequence[int],
    drafts: Sequence[Draft],
    sentences: Sequence[tuple[int, int]],
    quoted: Sequence[tuple[int, int]],
) -> None:
    """Give people the roles that a sentence about `he` or `she` tells, right after one that names
    nobody else whom it may mean."""
    starts = [mention.start for mention in found]
    sentence_starts = [start for start, _ in sentences]
    for count, match in enumerate(_SHE_IS.finditer(text)):
        noun = chunks.head_of(match["np"])
        if count > _MOST or noun is None or not noun.human or noun.plural:
            continue
        if _is_inside(quoted, match.start()):
            continue
        gender: Gender = "m" if match["m"] else "f"
        sentence = bisect_right(sentence_starts, match.start()) - 1
        for back in range(1, _BACK + 1):
            if sentence < back:
                break
            window = range(
                bisect_left(starts, sentence_starts[sentence - back]),
                bisect_left(starts, sentence_starts[sentence - back + 1]),
            )
            several = {i: owners[i] for i in window if _may_be(drafts, owners[i], gender)}
            if several:
                if len(set(several.values())) == 1:
                    i, index = several.popitem()
                    span = match.span("np")
                    use = titles.use_of(text, index, *span, noun.lemma, found[i].start)
                    drafts[index].uses.append(use)
                break


def _may_be(drafts: Sequence[Draft], index: int, gender: Gender) -> bool:
    """Whether `he` or `she` may be this one."""
    if index < 0:
        return False
    draft = drafts[index]
    person = draft.sort == "person" or draft.evidence == "person" or draft.by_surname
    person = person or (draft.sort == "name" and draft.evidence is None and not draft.outlet)
    return person and gender_of(draft) in (None, gender)


def _is_inside(spans: Sequence[tuple[int, int]], at: int) -> bool:
    i = bisect_right(spans, (at, at)) - 1
    return i >= 0 and spans[i][0] <= at < spans[i][1]
