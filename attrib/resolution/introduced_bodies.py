"""Bodies that are told by what they are for, and by no name: `the trade group for the mills`."""

from __future__ import annotations

from bisect import bisect_left

from attrib.knowledge import nouns
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


def brought_up(scene: Scene, lemma: str, found: int | None) -> Referent | None:
    """The body without a name that opened a sentence since the one found by name was named or
    spoke: `A rival firm has opened nearby. | The firm`."""
    text, discourse, at = scene.text, scene.discourse, scene.phrase.start
    if found is None or not discourse.sentences or discourse.quotation_at(at) is not None:
        return None
    i = bisect_left(discourse.places[found], bisect_left(discourse.starts, at)) - 1
    last = discourse.mentions[discourse.places[found][i]].end if i >= 0 else 0
    spoke = (turn.end for turn in scene.turns[-6:] if turn.referent.entity == found)
    last = max((last, *(end for end in spoke if end < at)))
    here = discourse.sentence_at(at)
    for sentence in range(here - 1, max(-1, here - 1 - _BACK), -1):
        start, end = discourse.window(sentence)
        if start < last:
            return None
        opens = _OPENS.match(text, start, end)
        if opens is None or opens["noun"] != lemma or discourse.quotation_at(start) is not None:
            continue
        after = nouns.lookup(opens["after"])
        if after is None and not discourse.within(start, opens.end() + 1):
            return as_written(scene, opens.span("np"), "organization", resolver="descriptor")
    return None


_BACK = 2
_OPENS = re.compile(
    r"\s*(?P<np>(?:An?|Another) (?:[a-z-]+ ){0,3}?(?P<noun>[a-z-]+))"
    r" (?P<after>(?:that|which|has|had|is|was|will|in|from|near|based|owned|run|called|[a-z]+ed)\b)"
)
_DESCRIBED = re.compile(r"\b(?:[Tt]he|[Aa]n?)(?: [a-z-]+){0,2}\Z")
_COMPLEMENT = re.compile(r" for (?:the )?(?:[A-Z][\w-]* )*[\w-]+")
