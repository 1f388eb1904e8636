"""`One said it rained. He added that it was cold`: one of several without a name, who says more."""

from __future__ import annotations

from attrib.lazily import re
from attrib.resolution.referents import Scene, Turn


def goes_on(scene: Scene, turn: Turn, start: int, back: int, *, adds: bool) -> bool:
    """Whether `he` is who spoke just before as `one` or `another`: at the start of the sentence
    before, in the same paragraph, or in another, where he `adds` something.

    Of what many write, `One wrote: “No.”`, none is told more.
    """
    if back != 1 or _OF_ONE.match(turn.referent.name) is None:
        return False
    if turn.start - start > _NEAR and scene.text[turn.start - 2] not in _CLOSES:
        return False
    cue = turn.attribution.cue
    if cue is not None and not _WRITES.isdisjoint((cue.lemma, cue.span.text.rstrip(" :"))):
        return False
    return adds or "\n" not in scene.text[turn.end : scene.phrase.start]


_NEAR = 2
_CLOSES = frozenset("”\"’'")
"""What ends a quotation: `“It rained,” another said.`"""
_OF_ONE = re.compile(r"(?:[Oo]ne|[Aa]nother|[Aa] (?:second|third|fourth)|[Tt]he other)\Z")
_WRITES = frozenset(
    "write wrote tweet tweeted post posted comment commented reply replied joke joked quip quipped"
    " ask asked read".split()
)
"""How those speak of whom a text tells nothing more."""
