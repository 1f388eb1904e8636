"""Classes of cue words in the lexicon: of which a word is, and which tell what was put in words."""

from __future__ import annotations

from functools import cache, lru_cache

from attrib.knowledge import lexicon
from attrib.words import verbs

SAID = frozenset(("statement", "question", "denial"))
"""What was said, and not only what the speaker feels, wants or plans."""
TOLD = SAID | {"disclosure", "promise", "order"}
"""What was put in words."""
SO_CALLED = frozenset("call deem dub label brand term".split())
"""Verbs that give something a name: `called the claim “laughable”`."""

_HAVE_OBJECTS = frozenset(
    "demand propose recommend remind reassure wonder convey ponder shout".split()
)
CLAUSAL = (verbs.WITH_CLAUSE - _HAVE_OBJECTS) | frozenset(
    "add affirm agree argue calculate confide forecast guess note reaffirm reason say state".split()
)
"""Verbs of saying that have a clause, mostly with `that` and often without."""


@lru_cache(1024)
def lemma_and_sort(word: str) -> tuple[str, str]:
    """Lemma of a word and its class, or classes, in the lexicon of cues.

    >>> lemma_and_sort("denied"), lemma_and_sort("table")
    (('deny', 'denial'), ('table', '-'))
    """
    entries = lexicon.entries(word)
    lemma = lexicon.lemma(word) if word[:1].isalpha() else word
    return lemma, "+".join(sorted({entry.cue_class for entry in entries})) or "-"


@cache
def is_of(sort: str, classes: frozenset[str]) -> bool:
    """Whether one of a word's classes, as `lemma_and_sort` has them, is among some.

    >>> is_of("belief+statement", SAID), is_of("-", TOLD)
    (True, False)
    """
    return not classes.isdisjoint(sort.split("+"))


def tells(word: str, classes: frozenset[str] = TOLD) -> bool:
    """Whether a word may tell what was put in words, as the lexicon has it.

    >>> tells("noted"), tells("promised", SAID)
    (True, False)
    """
    return is_of(lemma_and_sort(word)[1], classes)
