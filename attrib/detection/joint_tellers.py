"""Whose a second verb of saying is, where somebody says what another told and said.

`The union says managers admitted the leak | and promised to mend it`: the promise is theirs, and
part of what the union says. The weights know the first source of a sentence best.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrib.detection import retold_blame, retold_tellers
from attrib.detection.candidates import Candidate, TokenRange
from attrib.detection.retold_phrases import HAVE
from attrib.detection.retold_verbs import SHOWS, TELLS
from attrib.detection.views import Scene


def given(scene: Scene, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The readings, without second verbs that belong to whoever is told of within a content; that
    content goes on over them, where `retold` finds them."""
    found: list[Candidate] = []
    for each in candidates:
        outer = next((one for one in reversed(found[-_NEAREST:]) if _is_outer(one, each)), None)
        if outer is not None and _is_told_of(scene, outer, each):
            first, last = outer.content[-1]
            longer = (*outer.content[:-1], (first, max(last, each.content[-1][1])))
            found[found.index(outer)] = outer._replace(content=longer)
        else:
            found.append(each)
    return found


_NEAREST = 4


def _is_outer(outer: Candidate, other: Candidate) -> bool:
    """Whether a verb was given to the source of another that comes first."""
    return (
        outer.head.first == other.head.first
        and outer.source is not None
        and other.source == outer.source
        and outer.order in ("source-cue-content", "cue-source-content")
        and outer.content[0][0] >= outer.cue[1]
        and outer.content[0][0] < other.cue[0] <= other.content[0][0]
    )


def _is_told_of(scene: Scene, outer: Candidate, other: Candidate) -> bool:
    """Whether a second verb is that of somebody whom the content names, and who tells something."""
    words, begin, joint = scene.words, outer.content[0][0], other.cue[0] - 1
    # `promised | to repeat`
    at = next((i for i in range(joint + 1, other.head.at + 1) if words[i] in TELLS), joint)
    verb = TELLS.get(words[at])
    if verb is None or verb.form != "past" or words[joint] not in _JOINS or scene.depth[at]:
        return False
    if other.head.lemma == outer.head.lemma:
        return False  # who repeats `said` goes on himself
    teller = retold_tellers.find(scene, verb, at, begin)
    if teller is None or teller.form != "past" or not begin <= teller.source[0] < joint:
        return False
    if outer.head.tag in _PRESENT or outer.head.lemma == "according":
        # It is not of the tense of the outer verb.
        person = words[joint] == "and" and words[teller.source[0]] != "it"
        return person or _tells(scene, teller.source)
    if words[joint - 1] == ",":
        return False
    had = words[teller.source[1]] in HAVE
    if had and words[at] not in _TO_ANOTHER:
        return False  # `said he had told them it leaked | and warned that`
    return _tells(scene, teller.source)


def _tells(scene: Scene, subject: TokenRange) -> bool:
    """Whether what somebody does first is telling something."""
    for i in range(subject[1], subject[1] + _FURTHEST_VERB):
        if scene.tags[i] in ("VBD", "VBN") and scene.words[i] not in HAVE:
            word = scene.words[i]
            return word in TELLS or word in SHOWS or word in retold_blame.VERBS
    return False


_FURTHEST_VERB = 4
_JOINS = frozenset(("and", "but", "then"))
_PRESENT = frozenset(("VBZ", "VBP"))
_TO_ANOTHER = frozenset(
    """promised agreed threatened offered refused denied declined admitted asked told ordered
    demanded""".split()
)
"""What may go on from `had told` as well: a promise, or what was done to somebody."""
