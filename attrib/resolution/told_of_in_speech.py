"""Whom `they` means in what somebody says: the many, or the body, that he has just spoken of.

`“My parents rang. They said no,” she said`; `“I tried the garage,” she said. “They said no.”`
"""

from __future__ import annotations

from collections.abc import Iterator

from attrib.resolution.by_place import candidate_in, referent_of
from attrib.resolution.referents import Referent, Scene

_BACK = 4
"""Sentences of what somebody says that are looked back over."""
_MOST = 1500
"""Characters before the pronoun that are looked through."""


def many_told_of(scene: Scene) -> Referent | None:
    """The many, or else the body, of the nearest sentence that speaks of any, in the words of the
    same speaker; None where somebody has spoken there since, or two are as likely."""
    discourse, outer = scene.discourse, scene.outer
    if scene.phrase.pronoun != "plural" or scene.parent is None or outer is None:
        return None
    if discourse.quotation_at(scene.phrase.start) is None or not discourse.sentences:
        return None
    spoke = max((t.start for t in scene.turns[-12:] if t.start < scene.phrase.start), default=-1)
    for start, end in _sentences(scene):
        found = candidate_in(scene, start, end)
        if found is None:
            continue
        told = spoke >= max(found.end, start) and discourse.quotation_at(spoke) is not None
        return None if told else referent_of(scene, found)
    return None


def _sentences(scene: Scene) -> Iterator[tuple[int, int]]:
    """The sentences of what the speaker has said before the pronoun, the nearest first."""
    discourse, at = scene.discourse, scene.phrase.start
    content = scene.outer.content if scene.outer is not None else ()
    left = _BACK
    for span in sorted(content, key=lambda span: -span.start):
        end = min(span.end, at)
        if span.start >= at:
            continue
        sentence = discourse.sentence_at(end - 1)
        while sentence >= 0 and left and at - end < _MOST:
            start = max(discourse.window(sentence)[0], span.start)
            if start < end:
                yield start + (scene.text[start] in "“‘\"'"), end
                left -= 1
            if start <= span.start:
                break
            end, sentence = start, sentence - 1
