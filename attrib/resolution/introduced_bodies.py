"""Bodies that are told by what they are for, and by no name: `the trade group for the mills`."""

from __future__ import annotations

from attrib.lazily import re
from attrib.resolution.referents import Referent, Scene, as_written


def near(scene: Scene, lemma: str, found: int | None) -> Referent | None:
    """The body of a noun that these two sentences tell so, nearer than the one found by name."""
    text, at = scene.text, scene.phrase.start
    start = scene.discourse.window(max(0, scene.discourse.sentence_at(at) - 1), at)[0]
    named = text.rfind(f" {lemma} for ", start, at)
    if named < 0:
        return None
    opens = _DESCRIBED.search(text, max(start, named - 40), named)
    ends = _COMPLEMENT.match(text, named + 1 + len(lemma))
    if opens is None or ends is None:
        return None
    if found is not None and any(
        scene.discourse.owners[i] == found for i in scene.discourse.within(named, at)
    ):
        return None
    return as_written(scene, (opens.start(), ends.end()), "organization", resolver="descriptor")


_DESCRIBED = re.compile(r"\b(?:[Tt]he|[Aa]n?)(?: [a-z-]+){0,2}\Z")
_COMPLEMENT = re.compile(r" for (?:the )?(?:[A-Z][\w-]* )*[\w-]+")
