"""Whose a second verb of saying is, where somebody says what another told and said.

`The union says managers admitted the leak | and promised to mend it`: the promise is theirs, and
part of what the union says. The weights know the first source of a sentence best.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from attrib.detection import retold_blame, retold_content, retold_tellers
from attrib.detection.candidates import Candidate, TokenRange, formal
from attrib.detection.classes import SAID, is_of, lemma_and_sort
from attrib.detection.cues import in_context
from attrib.detection.retold_phrases import HAVE
from attrib.detection.retold_verbs import SHOWS, TELLS
from attrib.detection.views import FINITE, Scene
from attrib.words.tokens import OPEN


def given(scene: Scene, candidates: Sequence[Candidate]) -> list[Candidate]:
    """The readings, without second verbs that belong to whoever is told of within a content; that
    content goes on over them, where `retold` finds them."""
    found: list[Candidate] = []
    for each in candidates:
        each = _of_first(scene, found[-_NEAREST:], each)
        near = range(len(found) - 1, max(-1, len(found) - 1 - _NEAREST), -1)
        at = next((i for i in near if _is_outer(found[i], each)), None)
        if at is not None and _is_told_of(scene, outer := found[at], each):
            first, last = outer.content[-1]
            longer = (*outer.content[:-1], (first, max(last, each.content[-1][1])))
            found[at] = outer._replace(content=longer)
        else:
            found.append(each)
    heads = {each.head.at for each in found}
    added = [one for each in found for one in _adding(scene, each, heads)]
    return sorted((*found, *added), key=lambda each: each.head.at)


_NEAREST = 4


def _of_first(scene: Scene, before: Sequence[Candidate], other: Candidate) -> Candidate:
    """A verb whose source was taken to reach over the first: a participle or second verb is of who
    says the rest, `Ruiz |said| the dam, which leaks, was shut, | adding that`."""
    source, joint = other.source, other.cue[0] - 1
    if source is None and before and _goes_on_with(scene, before[-1], other, joint):
        return other._replace(source=before[-1].source, order="source-cue-content")
    if source is None or scene.depth[other.head.at] or not other.order.startswith("source"):
        return other
    participle = scene.words[joint] == "," and other.head.tag == "VBG"
    goes_on = participle or scene.words[joint] in _GOES_ON
    for one in before:
        tells = one.order == "source-cue-content" and one.source is not None
        if not tells or not source[0] <= one.head.at < source[1] or one.head.tag not in FINITE:
            continue
        if goes_on:
            return other._replace(source=one.source)
        begins, ends = one.content[0]
        begins += scene.words[begins] == "that"
        apart = scene.words[one.head.at + 1 : source[1]]  # `A group, which cheered it, | said`
        told = scene.words[one.head.at] in TELLS and "," not in apart
        if told and one.head.at < begins < source[1] == other.cue[0] < ends:
            return other._replace(source=(begins, source[1]))  # `Police said | a guard | called`
    return other


def _goes_on_with(scene: Scene, one: Candidate, other: Candidate, joint: int) -> bool:
    """Whether a verb that was given nobody is of who says the first, in the same tense: `Ruiz
    writes that it is “old,” | and asks whether it can be mended`."""
    told = one.order == "source-cue-content" and other.order == "cue-content"
    if not told or scene.words[joint] != "and" or other.head.auxiliaries:
        return False
    same = one.head.tag == other.head.tag and other.head.tag in FINITE
    same = same and one.head.first == other.head.first and not scene.depth[other.head.at]
    return same and joint - 1 <= one.content[-1][1] <= joint and not scene.depth[one.head.at]


_GOES_ON = frozenset(("and", "but", "then", "before", "while", "after", "by"))


def _adding(scene: Scene, outer: Candidate, heads: Collection[int]) -> Iterator[Candidate]:
    """What somebody adds in a participle that the weights passed over: `…, | adding that`."""
    words, tags, depth = scene.words, scene.tags, scene.depth
    first = outer.content[-1][0]
    told = outer.order == "source-cue-content" and is_of(outer.head.sort, SAID)
    if not told or outer.head.tag not in FINITE or depth[outer.head.at] or first < outer.head.at:
        return
    for i in range(first + 1, outer.head.last - 2):
        if depth[i]:
            continue
        verb = TELLS.get(words[i])
        if verb is not None and i in heads and words[i - 1] != ",":
            return  # what follows may be another’s
        if verb is None or verb.form != "ing" or tags[i] != "VBG" or i in heads:
            continue
        if words[i - 1] not in _ADDS or words[i + 1] not in ("that", OPEN):
            continue
        sentence = outer.head.first, outer.head.last
        content = retold_content.find(scene, verb, sentence, i + 1, "past")
        if content is None:
            return
        lemma, sort = lemma_and_sort(words[i])
        head = in_context(words, tags, *sentence, i, lemma, sort, ())
        cue = (i, i + 1)
        yield formal(head, "source-cue-content", cue, outer.source, (content,), _CONFIDENCE)
        return


_ADDS = frozenset((",", "before", "while"))
_CONFIDENCE = 0.7


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
    if not _PUBLIC.isdisjoint(words[at + 1 : at + 3]):
        return False  # `police say he admitted it | and urged the public to call`
    sentence = outer.head.first, outer.head.last
    if retold_content.find(scene, verb, sentence, at + 1, "past") is None:
        return False  # nothing that `retold` could find: `and promised an inquiry`
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


_PUBLIC = frozenset("public witnesses anyone anybody people residents motorists drivers".split())
_FURTHEST_VERB = 4
_JOINS = frozenset(("and", "but", "then"))
_PRESENT = frozenset(("VBZ", "VBP"))
_TO_ANOTHER = frozenset(
    """promised agreed threatened offered refused denied declined admitted asked told ordered
    demanded""".split()
)
"""What may go on from `had told` as well: a promise, or what was done to somebody."""
