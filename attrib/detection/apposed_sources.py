"""Sources with what is told of them between commas: those of `according to` before a clause
(`apposed`), amid one (`shut_in`) and at the end of a sentence (`told_of`).

`According to Clear Water, a charity, | permits were sold`, `According to its keeper, Ana Ruiz, |
the dam leaks`; but of `According to police, a man, 34, fled` the source ends before `a man`.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from attrs import frozen

from attrib.detection.candidates import TokenRange
from attrib.detection.classes import SAID, tells
from attrib.detection.cues import CueWord
from attrib.detection.views import FINITE, Scene
from attrib.knowledge import names, nouns
from attrib.knowledge.nouns import Noun
from attrib.words.tokens import CLOSE, OPEN

Sort = Literal["name", "the", "a", "age", "told", "joined", "clause", "other"]
"""`told` is what only tells more: `who runs the mill`, `of Elm Road`, `speaking in May`; `joined`
who else says it: `and Tom Hale`."""


@frozen
class Part:
    """What stands between two commas."""

    first: int
    last: int
    sort: Sort


_FURTHEST = 70
_MOST_PARTS = 8
_TITLES = frozenset("mr mrs ms dr gov sen rep prof st".split())
_STOPS = frozenset((";", ":", ".", OPEN, CLOSE))
_BEGINS_SUBJECT = frozenset("DT PDT PRP PRP$ NNP NNPS NN NNS JJ JJS RBS CD EX".split())
_HOW_MANY = frozenset("most about more nearly almost half both".split())


def apposed(scene: Scene, word: CueWord) -> TokenRange | None:
    """The source with all that is told of it; None where a clause follows at once."""
    parts = _parts(scene, word.at + 2, word.last)
    if len(parts) < 3 or parts[-1].sort != "clause" or parts[0].sort == "clause":
        return None
    begins = _begins_clause(scene, parts)
    named = _is_named(scene, parts[0])
    described = not named and has_a_name(scene, parts)
    by_whom = not named and ends_with_name(scene, parts[0])
    for i, part in enumerate(parts[1:begins], 1):
        if by_whom and tells_who(scene, part):
            continue
        if (part.sort == "joined" and i > 1) or (part.sort == "name" and described and i == 1):
            continue
        of_kind = part.sort == "a" if named else part.sort == "a" and i > 1
        if part.sort == "the" and (named or i > 1):
            of_kind = is_somebody(scene, part) or _is_ordinal(scene, part.first)
        if not (of_kind or part.sort in ("age", "told")):
            return None
    if begins == 1 and scene.words[parts[-1].first] in _TELL:
        return None  # what is told is told by the clause’s own speaker
    return (parts[0].first, parts[begins].first - 1) if begins else None


def shut_in(scene: Scene, word: CueWord) -> TokenRange | None:
    """The source amid a clause with all that is told of it: `The dam, according to | the mayor, Ana
    Ruiz, who built it|, has leaked.`"""
    parts = _parts(scene, word.at + 2, word.last)
    if scene.words[word.at - 1] != "," or len(parts) < 2 or parts[-1].sort != "clause":
        return None
    last = int(has_a_name(scene, parts))
    more, first = parts[last + 1 : -1], parts[-1].first
    if parts[0].sort == "clause" or not all(tells_who(scene, part) for part in more):
        return None
    return (parts[0].first, first - 1) if scene.tags[first] in FINITE else None


def told_of(scene: Scene, word: CueWord) -> TokenRange | None:
    """The source that ends a sentence, up to its name, where all after that only tells who it is:
    `It fell, according to | the mayor, Ana Ruiz|, 54, a former diver who led it`."""
    parts = _parts(scene, word.at + 2, word.last)
    if len(parts) < 2 or parts[-1].last < word.last - 1 or scene.words[word.last - 1] != ".":
        return None
    named = int(has_a_name(scene, parts))
    if parts[0].sort == "clause" or not all(tells_who(scene, p) for p in parts[named + 1 :]):
        return None
    last = max((i for i, part in enumerate(parts) if part.sort == "joined"), default=named)
    if last == 1 and not named:
        return None  # `The fire killed a cook, according to police, | and two nurses.`
    return parts[0].first, parts[last].last


def ends_with_name(scene: Scene, part: Part) -> bool:
    """Whether a part ends with whose work it is: `a study led by Ana Ruiz`, and what follows may
    tell who that is."""
    words, tags, at = scene.words, scene.tags, part.last - 1
    while at > part.first and tags[at] == "NNP":
        at -= 1
    return part.first < at < part.last - 2 and words[at] in ("by", "from", "of")


def tells_who(scene: Scene, part: Part) -> bool:
    """Whether a part says of one who is named before what or how old that is."""
    words, tags, head = scene.words, scene.tags, part.first
    if part.sort == "told":
        return tags[head][:1] == "W" or words[head] in ("speaking", "writing")
    if part.sort not in ("a", "the"):
        return part.sort in ("age", "joined")
    if words[head : head + 2] == ["one", "of"]:
        head += 2
    elif _is_ordinal(scene, head):
        return True
    while head + 1 < part.last and tags[head + 1] in _OF_A_KIND:
        head += 1
    return _is_told_by(nouns.lookup(words[head]))


def _is_told_by(noun: Noun | None) -> bool:
    """Whether a noun is one for people or bodies."""
    return noun is not None and noun.category != "document"


def _is_ordinal(scene: Scene, first: int) -> bool:
    """Whether a phrase begins as `the first woman to lead it`, `the only nurse there` do, and not
    as `the first time`."""
    words = scene.words
    if words[first] != "the" or words[first + 1] not in _ORDINALS:
        return False
    noun = nouns.lookup(words[first + 2])
    return words[first + 2] in ("one", "to") or (noun is not None and noun.human)


_OF_A_KIND = frozenset("JJ NN NNS NNP CD POS VBG".split())
_ORDINALS = frozenset("first second third only last oldest youngest".split())


_TELL = frozenset("told said says tells wrote added asked warned announced claimed".split())


def _begins_clause(scene: Scene, parts: Sequence[Part]) -> int:
    """With which part the clause begins that the last part ends; 0 where that is not clear."""
    clause = len(parts) - 1
    tags, first = scene.tags, parts[-1].first
    if tags[first] in FINITE or (tags[first] == "RB" and tags[first + 1] in FINITE):
        subject = next((i for i in range(clause - 1, 0, -1) if parts[i].sort in ("name", "the")), 0)
        before = parts[subject - 1].sort if subject > 1 else None
        if (
            parts[subject].sort == "the"
            and before == "name"
            and not (subject == 2 and _is_person(scene, parts[0]))
        ):
            return subject - 1  # `Tom Hale, the mayor, | fled`
        if parts[0].sort != "name" and parts[subject].sort == "name" and before == "the":
            return subject - 1  # `the mayor, Tom Hale, | fled`
        return subject or next((i for i in range(1, clause) if parts[i].sort == "a"), 0)
    if tags[first] not in _BEGINS_SUBJECT and scene.words[first] not in _HOW_MANY:
        return 0
    finite = next(i for i in range(first, parts[-1].last) if tags[i] in FINITE)
    if "CC" in tags[first:finite]:
        alike: Sort = "name" if tags[first] == "NNP" else "the"
        while clause > 1 and parts[clause - 1].sort == alike:
            clause -= 1  # `the bank, | the union and the council sold it`
    return clause


def _parts(scene: Scene, first: int, last: int) -> list[Part]:
    """The source of `according to` and what follows between commas, up to a clause."""
    parts: list[Part] = []
    begins = first
    for i in range(first, min(last, first + _FURTHEST)):
        if scene.words[i] in _STOPS and not (scene.words[i] == "." and i + 1 >= last):
            if scene.words[i - 1] in _TITLES and scene.words[i] == ".":
                continue  # `a friend of Mrs. Okon`
            break
        if scene.words[i] not in (",", "."):
            continue
        if i == begins or len(parts) == _MOST_PARTS:
            return []
        parts.append(Part(begins, i, sort_of(scene, begins, i)))
        begins = i + 1
        if parts[-1].sort == "clause":
            return parts
    end = min(last, first + _FURTHEST)
    if begins < end and not FINITE.isdisjoint(scene.tags[begins:end]):
        parts.append(Part(begins, end, "clause"))
    return parts


def sort_of(scene: Scene, first: int, last: int) -> Sort:
    words, tags = scene.words[first:last], scene.tags[first:last]
    if words[0] in ("who", "whose", "which", "where") or tags[0] in ("VBG", "VBN"):
        return "told"
    if words[0] in ("of", "from"):
        return "told" if tags[-1] in ("NNP", "NNPS") else "other"
    if len(tags) == 1 and tags[0] == "CD":
        return "age"
    at = next((i for i, tag in enumerate(tags) if tag in FINITE), -1)
    if at >= 0 and not any(w in ("who", "that", "which", "whose") for w in words[:at]):
        participle = tags[at] == "VBD" and at + 1 < len(tags) and tags[at + 1] in ("IN", "RP")
        if not (participle and words[0] in ("a", "an", "one")):
            return "clause"
    if words[0] == "and" and len(words) > 1:
        named = tags[1] == tags[-1] == "NNP" or words[-1] == "others"
        noun = nouns.lookup(words[-1])
        return "joined" if named or _is_told_by(noun) else "other"
    if tags[0] in ("IN", "RB", "WRB", "TO", "CC"):
        return "other"
    form = scene.forms[last - 1]
    described = words[0] in ("the", "a", "an", "one", "his", "her", "its", "their", "another")
    if form[:1].isupper() and not described and nouns.lookup(scene.forms[first]) is None:
        return "name"
    return "a" if words[0] in ("a", "an", "one", "another") else "the"


def is_job(scene: Scene, first: int, last: int) -> bool:
    """Whether a participle only begins what somebody named is: `, teaching assistant Ana Ruiz,` and
    not `, quoting the mayor, Ana Ruiz,`."""
    tags, words = scene.tags[first:last], scene.words[first:last]
    named = next((i for i, tag in enumerate(tags) if tag == "NNP"), 0)
    if named < 2 or not set(tags[1:named]) <= {"NN", "JJ"} or tells(words[0], SAID):
        return False
    noun = nouns.lookup(words[named - 1])
    return noun is not None and noun.human and not noun.plural


def has_a_name(scene: Scene, parts: Sequence[Part]) -> bool:
    """Whether the second part may be the name of whom the first describes: not of `the police`."""
    if parts[1].sort != "name" or parts[0].sort == "name" or not is_somebody(scene, parts[0]):
        return False
    return _is_person(scene, parts[0]) or not names.is_given(scene.words[parts[1].first])


def _is_named(scene: Scene, part: Part) -> bool:
    """Whether a part names whom it is about: `Ana Ruiz`, `union president Ana Ruiz`."""
    tags = scene.tags[part.first : part.last]
    return part.sort == "name" or (
        tags[0] in ("NN", "JJ") and tags[-1] == "NNP" and "IN" not in tags
    )


def _is_person(scene: Scene, part: Part) -> bool:
    noun = _noun(scene, part)
    return noun is not None and noun.human


def is_somebody(scene: Scene, part: Part) -> bool:
    """Whether a phrase calls one person or body by what that is."""
    noun = _noun(scene, part)
    return noun is not None and not noun.plural and (noun.human or noun.category == "organization")


def _noun(scene: Scene, part: Part) -> Noun | None:
    """The noun before the first preposition of a part, or at its end; one of several as one."""
    first, words = part.first, scene.words
    one = words[first : first + 2] == ["one", "of"]
    ends = (i for i in range(first + 1 + one, part.last) if scene.tags[i] == "IN")
    noun = nouns.lookup(words[next(ends, part.last) - 1])
    return noun._replace(plural=False) if noun is not None and one else noun
