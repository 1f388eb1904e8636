"""Descriptors that a relative clause narrows, `the officer who made the arrest`: one of several,
and nobody of whom the article tells no such thing."""

from __future__ import annotations

from attrib.lazily import re
from attrib.resolution.referents import Scene

_CLAUSE = re.compile(r" (?:who|whose|whom|that) (?P<told>[^,;:.!?“”\"\n]{3,})\Z")
_WORD = re.compile(r"[^\W\d_]{4,}")
_SAY_LITTLE = frozenset(
    """were been have will would could should with from their them they this that these those what
    when where which about after before into over under more most than then there here also only
    just very some such does being made make took take came come went gave give""".split()
)
_STEM = 5
_MOST = 40
"""Mentions of a person that are looked at."""


def is_another(scene: Scene, index: int) -> bool:
    """Whether a relative clause that is not set off tells of a source what the article nowhere
    tells of a person.

    So `the officer who made the arrest` is no police chief of whom only a speech is told.
    """
    phrase, text, discourse = scene.phrase, scene.text, scene.discourse
    clause = _CLAUSE.search(text, phrase.noun_end, phrase.end)
    if clause is None or phrase.determiner not in ("the", "one", None):
        return False
    if clause.start() > phrase.noun_end and text[phrase.noun_end] == ",":
        return False
    wanted = _stems(clause["told"])
    sentences = {
        discourse.sentence_at(discourse.mentions[i].start) for i in discourse.places[index][:_MOST]
    }
    own = discourse.sentence_at(phrase.start)
    near = {s + step for s in sentences for step in (0, 1)} - {own}
    last = len(discourse.sentences)
    told = (_stems(text[slice(*discourse.window(s))]) for s in near if s < last)
    return not any(wanted & stems for stems in told)


def _stems(words: str) -> set[str]:
    """How the words begin that say something.

    >>> sorted(_stems("who examined the bridge with them"))
    ['bridg', 'exami']
    """
    found = (match[0].lower() for match in _WORD.finditer(words))
    return {word[:_STEM] for word in found if word not in _SAY_LITTLE}
