"""Verbs of saying before a clause with `that`: whatever was learned of the verb, they are cues."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from attrib.detection import adverbials
from attrib.detection.classes import CLAUSAL, TOLD, is_of
from attrib.detection.time_phrases import time_ends
from attrib.knowledge import lexicon

_SUBJECTS = frozenset("he she they we i".split())
"""Pronouns that are no objects: what follows a verb with one is a clause without `that`."""
_NO_CLAUSE = frozenset("VBD VBZ VBP MD CC WP WDT VBG VBN , . : ” )".split())
"""Tags that no clause begins with."""
_VERBS = frozenset("VBD VBZ VBP MD VB".split())
_FINITE = frozenset("VBD VBZ VBP MD".split())
_FURTHEST_VERB = 20


_FORCED = frozenset("forced had has have obliged compelled on quick keen pains".split())
"""Before `to admit that`: whoever was forced to admit it did."""
CLAUSES = frozenset("that how why whether".split())
"""What begins a clause that can be said, also by what only found or knew it."""
_HAS = frozenset(("has", "have", "had", "'s", "'ve", "'d"))
_WHEN = frozenset("in on last this earlier late yesterday today".split())


def before_clause(words: Sequence[str], tags: Sequence[str], at: int, sort: str) -> bool:
    """Whether a verb of saying, finite or set off by a comma, has a clause right after it.

    >>> words = "it rained , stating that nobody came".split()
    >>> tags = ["PRP", "VBD", ",", "VBG", "IN", "NN", "VBD"]
    >>> before_clause(words, tags, 3, "statement")
    True
    """
    that = at + 1
    if words[that] in _WHEN and "that" in words[that : that + 4]:
        that = words.index("that", that)  # `admitted last week that`
    elif (further := that_after(words, tags, at)) is not None:
        that = further
    bare = words[that] in _SUBJECTS and tags[that + 1] in _VERBS
    bare = bare or has_clause(words, tags, that - 1, words[at])
    if not (bare or words[that] in CLAUSES) or not is_of(sort, TOLD):
        return False
    if not _is_said(words, tags, at):
        return False
    begins = tags[that + 1] not in _NO_CLAUSE or is_plural_subject(words, tags, that + 1)
    return bare or (begins and _has_verb(words, tags, that + 1))


def has_clause(words: Sequence[str], tags: Sequence[str], at: int, verb: str = "") -> bool:
    """Whether a clause without `that` follows a verb that often has one: `stated |it leaked`,
    `stated on Monday |it leaked`."""
    if (verb or words[at]) not in _clausal():
        return False
    return is_clause(words, tags, time_ends(words, tags, at + 1, len(tags)))


def ends_tag(words: Sequence[str], tags: Sequence[str], at: int) -> bool:
    """Whether a verb that often has a clause stands where a tag ends: `It leaks, Ruiz |stated|.`"""
    return words[at + 1] in _ENDS_TAG and tags[at][:1] == "V" and words[at] in _clausal()


_ENDS_TAG = frozenset(".,;")


@cache
def _clausal() -> frozenset[str]:
    """The forms of `CLAUSAL` but for those in -ing."""
    forms = (form for lemma in CLAUSAL for form in lexicon.forms(lemma, "verb"))
    return frozenset(form for form in forms if not form.endswith("ing"))


def _is_said(words: Sequence[str], tags: Sequence[str], at: int) -> bool:
    helped = tags[at] == "VBN" and not _HAS.isdisjoint(words[max(0, at - 2) : at])
    if tags[at] in ("VBG", "VBN") and not helped:  # `, including why` names a theme
        return words[at - 1] == "," and words[at + 1] not in ("how", "why")
    if tags[at] == "VB" or words[at - 1] == "to":
        return words[at - 1] == "to" and words[at - 2] in _FORCED
    return helped or tags[at] in ("VBD", "VBZ", "VBP")


def _has_verb(words: Sequence[str], tags: Sequence[str], first: int) -> bool:
    for i in range(first, min(len(tags), first + _FURTHEST_VERB)):
        if words[i] in _STOPS:
            return False
        if tags[i] in _VERBS:
            return True
    return False


def is_clause(words: Sequence[str], tags: Sequence[str], first: int) -> bool:
    """Whether a clause without `that` begins at a token: a subject and its verb."""
    return clause_verb(words, tags, first) is not None


def clause_verb(words: Sequence[str], tags: Sequence[str], first: int) -> int | None:
    """The verb of a clause without `that` that begins at a token; None where none does.

    >>> words, tags = "the deal they made was bad".split(), "DT NN PRP VBD VBD JJ".split()
    >>> clause_verb(words, tags, 0), clause_verb(words[:4] + [""] * 9, tags[:4] + [""] * 9, 0)
    (4, None)
    """
    if words[first] in _CONTRACTED:
        return first
    if tags[first] not in _BEGINS_SUBJECT or words[first] in _NO_SUBJECTS:
        return None
    resumes, owed = first, 0  # a relative clause has a verb of its own
    for i in range(first + 1, min(len(tags), first + _LONGEST_SUBJECT)):
        if i < resumes:
            continue
        if i - resumes > _LONGEST_PART:
            return None
        if tags[i] in _FINITE:
            if not owed:
                return i
            owed -= 1
        elif words[i] == "," and resumes == first and _is_aside(words, tags, i):
            resumes = words.index(",", i + 2) + 1  # `directors, including Ruiz, made`
        elif words[i] == "(" and ")" in words[i + 1 : i + _LONGEST_ASIDE]:
            resumes = words.index(")", i) + 1
        elif ends_abbreviation(words, i):
            continue
        elif words[i] == "to" and tags[i + 1] in _OF_ROAD:
            continue  # `the road to the coast`
        elif tags[i] not in _IN_SUBJECT or words[i] in _NOT_IN_SUBJECT:
            return None
        elif tags[i - 1] in _NOUNS and (words[i] in _NOMINATIVE or tags[i] == "DT"):
            owed += 1
    return None


def _is_aside(words: Sequence[str], tags: Sequence[str], comma: int) -> bool:
    """Whether a second comma ends what one opens: longer where a relative clause is between."""
    describes = tags[comma + 1] in _DESCRIBES
    longest = _LONGEST_RELATIVE if describes else _LONGEST_ASIDE
    return "," in words[comma + 2 : comma + longest]


def ends_abbreviation(words: Sequence[str], at: int) -> bool:
    """Whether a full stop is part of the word before it: `Mr. Okon`, `U.S. troops`."""
    return words[at] == "." and words[at - 1] in _ABBREVIATED


_ABBREVIATED = frozenset(
    """mr mrs ms dr prof st sen rep gov gen col lt sgt capt rev hon u.s u.k u.n e.u jr sr""".split()
)
_DESCRIBES = frozenset(("WP", "WDT", "WP$", "WRB", "DT"))
_BEGINS_SUBJECT = frozenset("DT JJ CD NN NNS NNP PRP PRP$ EX".split())
_CONTRACTED = frozenset(
    f"{one}'{verb}"
    for one in "he she they we i it there".split()
    for verb in "d s ll ve re".split()
)
"""Subjects that have their verb in one word."""
_NO_SUBJECTS = frozenset("that so me him us them".split())
_NOT_IN_SUBJECT = frozenset(
    ", to that as because if while although though unless until whether".split()
)
_OF_ROAD = frozenset(("DT", "NNP", "PRP$", "CD"))
_IN_SUBJECT = _BEGINS_SUBJECT | {"POS", "CC", "IN", "VBN", "RB"}
_LONGEST_SUBJECT, _LONGEST_ASIDE, _LONGEST_RELATIVE = 36, 8, 22
_LONGEST_PART = 13
_NOUNS = frozenset(("NN", "NNS", "NNP"))
_NOMINATIVE = frozenset("he she they we i it you".split())
_STOPS = frozenset((".", "”", ""))


def is_plural_subject(words: Sequence[str], tags: Sequence[str], at: int) -> bool:
    """Whether what looks like a verb is a plural: `that talks with them are going on`."""
    plural = tags[at] == "VBZ" and words[at] not in ("is", "has", "does", "was")
    return plural and not _VERBS.isdisjoint(tags[at + 1 : at + 8])


_WHERE = frozenset("in on for to at of about during after through via by from outside near".split())
_FURTHEST_THAT = 14
_IN_PHRASE = frozenset("DT JJ NN NNS NNP NNPS CD PRP$ IN TO CC POS VBN VBG".split())


def that_after(words: Sequence[str], tags: Sequence[str], at: int) -> int | None:
    """Where `that` stands after a verb, or a phrase: `stated | in an interview | that`, `stated,
    while speaking to the council, | that`."""
    if words[at + 1] == "that":
        return at + 1
    if words[at + 1] == ",":
        return _that_past_commas(words, tags, at)
    if words[at] in TOLD_WHOM and tags[at] in ("VBD", "VBZ", "VBN"):
        return past_whom(words, tags, at)
    if words[at + 1] == "as" and tags[at] in ("VBD", "VBN"):
        end = time_ends(words, tags, at + 1, len(words) - 1)
        return end if end > at + 1 and words[end] == "that" else None  # `as recently as May that`
    if tags[at] not in ("VBD", "VBZ", "VBN"):
        return None
    said = tags[at] != "VBN" or _is_said(words, tags, at)
    when = time_ends(words, tags, at + 1, len(words) - 2)
    if when > at + 1 and words[when] in _WHERE and words[when] != "to":
        at = when - 1  # `insisted on 3 May | in a speech to staff that`
    if words[at + 1] not in _WHERE or words[at + 1] == "to":
        how = adverbials.that_at(words, tags, at)
        if how is not None or words[at + 1] not in _WHERE:
            return how
    if not said:
        return None
    for i in range(at + 2, min(at + _FURTHEST_THAT, len(words) - 1)):
        if words[i] == "that":
            begins = tags[i + 1] not in _VERBS or is_plural_subject(words, tags, i + 1)
            return i if tags[i] == "IN" and begins else None
        if tags[i] not in _IN_PHRASE:
            return None
    return None


def _that_past_commas(words: Sequence[str], tags: Sequence[str], at: int) -> int | None:
    if tags[at] not in ("VBD", "VBZ") or words[at + 2] not in _ASIDES:
        return None
    for i in range(at + 4, min(at + _FURTHEST_THAT + 2, len(words) - 2)):
        if words[i] == ",":
            that = words[i + 1] == "that" and tags[i + 2] not in _NO_CLAUSE
            return i + 1 if that else None
        if words[i] in _STOPS or words[i] == ";":
            return None
    return None


TOLD_WHOM = frozenset("warned told reminded informed assured warns tells reminds assures".split())


def past_whom(words: Sequence[str], tags: Sequence[str], at: int) -> int | None:
    """Where `that` stands after whom it was told to: `warned Lima, its ally, |that`."""
    if "," not in words[at + 2 : at + _FURTHEST_THAT]:
        return None
    for i in range(at + 1, min(at + _FURTHEST_THAT, len(words) - 1)):
        if words[i] == "that":
            return i if words[i - 1] == "," and tags[i + 1] not in _VERBS else None
        if tags[i] not in _IN_PHRASE and words[i] != ",":
            return None
    return None


_ASIDES = _WHERE | frozenset("when while as before after without perhaps despite".split())


def says_where(words: Sequence[str], tags: Sequence[str], at: int, sort: str) -> bool:
    """Whether words between a verb of saying and `that` say where: `had announced in a report`."""
    that = that_after(words, tags, at) if is_of(sort, TOLD) else None
    return that is not None and that > at + 1 and "been" not in words[max(0, at - 3) : at]
