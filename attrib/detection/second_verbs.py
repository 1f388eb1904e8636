"""Where content ends before what else its speaker did: `vowed to keep the mine open | and left`."""

from __future__ import annotations

from attrib.detection.candidates import Candidate
from attrib.detection.views import FINITE, Scene

_DID = frozenset(("VBD", "VBZ"))
_SPEAKS = frozenset(("VBD", "VBZ", "VBN"))


def with_infinitive(scene: Scene, reading: Candidate) -> Candidate:
    """A reading of what somebody offers to do, with the verb of it: `offered | to pay for | the
    roof`."""
    word, (first, last) = reading.head, reading.content[-1]
    to = word.at + 1
    glued = scene.words[to] == "to" and scene.tags[to + 1] == "VB" and to < first == reading.cue[1]
    if not glued or word.lemma not in _PROMISES or scene.depth[first] != scene.depth[word.at]:
        return reading
    return reading._replace(cue=(reading.cue[0], to), content=(*reading.content[:-1], (to, last)))


_PROMISES = frozenset("offer agree vow promise pledge threaten volunteer propose".split())


def without(scene: Scene, reading: Candidate) -> Candidate:
    """A reading of what is to be done without the finite verb that goes on with its own: nobody
    joins `left` to `to keep`."""
    word, (first, last) = reading.head, reading.content[-1]
    tags, words = scene.tags, scene.words
    after = reading.source is not None and reading.source[1] <= word.at < first
    if not after or word.tag not in _SPEAKS or scene.depth[first] or "to" not in words[first:last]:
        return reading
    for i in range(first + 2, last - 1):
        if tags[i] in FINITE or tags[i] in ("WP", "WDT", "WRB"):
            return reading
        if words[i] == "and" and tags[i + 1] in _DID and tags[i - 1] != "VB":
            end = i - (words[i - 1] == ",")
            infinitive = "VB" in tags[first:end]
            content = (*reading.content[:-1], (first, end))
            return reading._replace(content=content) if infinitive else reading
    return reading
