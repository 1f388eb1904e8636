"""Whether words are a main clause, which may be said as it stands: what a tag follows has to be."""

from __future__ import annotations

from attrib.detection.views import FINITE, Scene

SUBORDINATE = frozenset(
    """when while as after before if although though because since once until unless whereas where
    despite in on at by for with during""".split()
)
"""What begins a clause or phrase that a main clause follows: `When it rained, the judge ruled.`"""
_PREPOSITIONS = frozenset("despite in on at by for with during".split())
"""Of these, what a clause may follow without a comma: `On Monday two men fled, police said.`"""
_RELATIVES = frozenset(("WP", "WDT"))


def is_clause(scene: Scene, first: int, comma: int) -> bool:
    """Whether what stands before a comma is a main clause, so that nothing else need follow it."""
    words, tags, opens = scene.words, scene.tags, first
    if words[first] in SUBORDINATE and not is_number(scene, first):
        first = next((i for i in range(first, comma) if words[i] == ","), -1)
        if first < 0:
            first = _past_phrase(scene, opens, comma)
    aside, owed = False, 0  # `Ruiz, who knew, …`; `a man who knew left` has two verbs
    for i in range(first, comma):
        if words[i] == ",":
            aside = False
        elif tags[i] in _RELATIVES:
            aside = words[i - 1] == ","
            owed += 1
        elif not aside and (tags[i] in FINITE or _looks_bare(scene, i) or _moved(scene, i)):
            if not owed:
                return True
            owed -= 1
    # `Ruiz, of Mill Road, used a ladder`, where `used` looks like a participle
    return any(
        tags[i] == "VBN" and words[i - 1] == "," and "," in words[first : i - 1]
        for i in range(first + 3, comma)
    )


def _moved(scene: Scene, i: int) -> bool:
    """Whether a word tells how a figure moved, whatever its tag: `Sales | rose | last year`, not
    `sales | dropped | by the firm`."""
    words, tags = scene.words, scene.tags
    if words[i] not in _MOVED or not tags[i - 1].startswith("NN"):
        return False
    return words[i + 1] != "by" or tags[i + 2] == "CD" or words[i + 2] in _SHARES


_MOVED = frozenset(
    "rose slid plummeted plunged averaged stalled tripled doubled quadrupled tumbled rebounded"
    " eased jumped dropped soared surged slumped slipped edged spiked swelled halved"
    " declined".split()
)
_SHARES = frozenset("a almost nearly about around more less half over just".split())
"""By how much something moved."""


def is_number(scene: Scene, first: int) -> bool:
    """Whether a preposition only begins how many there are: `At least 14 people fled`."""
    return scene.words[first] == "at" and scene.words[first + 1] in ("least", "most")


def _past_phrase(scene: Scene, first: int, last: int) -> int:
    """Where a main clause may begin after a phrase without a comma: `After the storm | the road was
    shut`; `last` where all is the subordinate clause, `When it rained`."""
    if scene.words[first] in _PREPOSITIONS:
        return first
    if scene.words[first] not in ("after", "before", "since", "until"):
        return last
    tags = scene.tags
    begins = (
        i
        for i in range(first + 2, last)
        if tags[i] in ("DT", "PRP", "PRP$") and tags[i - 1] in ("NN", "NNS", "NNP", "CD")
    )
    return next(begins, last)


def _looks_bare(scene: Scene, at: int) -> bool:
    """Whether a verb in the plural looks like an infinitive: `Bees that sleep badly make honey`."""
    tags = scene.tags
    return (
        tags[at] == "VB"
        and tags[at - 1] in ("NNS", "RB", "WDT", "WP")
        and _HELPERS.isdisjoint(tags[max(0, at - 4) : at])
    )


_HELPERS = frozenset(("TO", "MD", "VBD", "VBZ", "VBP"))
