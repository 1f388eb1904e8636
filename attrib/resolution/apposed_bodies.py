"""Bodies that an article says what they are, right after their name: `ARB, the dockers’ union,`."""

from __future__ import annotations

from attrib.lazily import re
from attrib.resolution.name_runs import CALENDAR
from attrib.resolution.referents import Referent, Scene, as_written, kind_of, of_entity


def apposed(scene: Scene, lemma: str, found: int | None) -> Referent | None:
    """The last body of which the article says by an apposition what it is, if `found`, which is the
    nearest otherwise, is not named so itself and later.

    >>> [_APPOSED.search(before)[1] for before in ("ARB-TORVA, the dockers’ ", "Unite, Orvale’s ")]
    ['ARB-TORVA', 'Unite']
    """
    text, at = scene.text, scene.phrase.start
    entities = scene.discourse.entities
    while (at := text.rfind(f" {lemma}", 0, at)) >= 0:
        if _AFTER.match(text, at + 1 + len(lemma)) is None:
            continue
        match = _APPOSED.search(text, max(0, at - _LONGEST), at + 1)
        if match is None or match[1].lower() in _TIMES:
            continue
        start, end = match.span(1)
        if (
            found is not None
            and entities[found].first > end
            and lemma in entities[found].name.lower()
        ):
            return None
        named = scene.discourse.within(start, end)
        index = next((scene.discourse.owners[i] for i in named), -1)
        if index < 0:
            return as_written(scene, (start, end), "organization", resolver="descriptor")
        return (
            None
            if kind_of(scene, entities[index]) == "person"
            else of_entity(scene, index, "descriptor")
        )
    return None


_LONGEST = 100
_TIMES = CALENDAR | frozenset(
    "today tonight yesterday tomorrow now later earlier meanwhile then instead however here".split()
)
"""What a sentence begins with that is no name: `Today, a group of fans`."""
_APPOSED = re.compile(
    r"(?<![\w’'-])([A-Z][\w&’'.-]*(?: (?:of|for|and|the|&|[A-Z][\w&’'.-]*)){0,6}),"
    r" (?:the|an?|(?:the )?[\w-]+[’']s?)(?: [\w’'-]+){0,4}? \Z"
)
"""A name, and all that stands before the noun that says what it is."""
_AFTER = re.compile(r"[,.;]| (?:that|which|of|for|in|based|representing)\b")
