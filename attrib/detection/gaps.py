"""Who tells something of a noun, in a relative clause that goes on with another verb.

`a bridge that its own experts | warn | could fall`, `a cape that Ruiz insists is new but tailors |
say | is old`: a verb of saying right before a finite one leaves a gap where its subject would be.
"""

from __future__ import annotations

from typing import NamedTuple

from attrib.detection.candidates import TokenRange
from attrib.detection.classes import TOLD, is_of
from attrib.detection.cues import CueWord
from attrib.detection.views import FINITE, Scene

_RELATIVES = frozenset(("that", "which", "who"))
_NOMINAL = frozenset("DT JJ NN NNS NNP NNPS PRP$ POS CD PRP RB".split())
_HEADS = frozenset("NN NNS NNP NNPS PRP".split())
_ANTECEDENTS = frozenset("NN NNS NNP NNPS CD ,".split())
_JOINS = frozenset(("but", "and", "yet", "or"))
_LONGEST = 9


class Gap(NamedTuple):
    """Who says what fills a gap, and the order of the parts."""

    order: str
    source: TokenRange


def find(scene: Scene, word: CueWord) -> Gap | None:
    """The source before a verb of saying that a finite verb follows; None where nothing is a gap.

    >>> from attrib.detection import cues, views
    >>> from attrib.words import tags
    >>> from attrib.words.tokens import tokenize
    >>> text = "They built a bridge that its own experts warn could fall."
    >>> tokens = tokenize(text, [], [(0, len(text))])
    >>> tagged = tags.tag(tokens)
    >>> gap = find(views.scene(tokens, tagged), cues.find(tokens, tagged)[-1])
    >>> tokens.words[slice(*gap.source)]
    ['its', 'own', 'experts']
    """
    words, tags, at = scene.words, scene.tags, word.at
    if words[at - 1] == "and" and word.tag in ("VBD", "VBZ") and is_of(word.sort, TOLD):
        return _joined(scene, word)
    if word.tag not in FINITE or tags[at + 1] not in FINITE or at + 1 >= word.last:
        return None
    if scene.depth[at] != scene.depth[at + 1] or not is_of(word.sort, TOLD):
        return None
    end = at - 1
    while tags[end] == "RB" and end > word.first:
        end -= 1
    if tags[end] not in _HEADS:
        return None
    joint = None
    for i in range(end, max(word.first, at - _LONGEST), -1):
        if words[i] in _RELATIVES:
            of_noun = tags[i - 1] in _ANTECEDENTS and i < end + 1
            order = "content-source-cue-content"
            return Gap(order, (i + 1, end + 1)) if of_noun and i < end else None
        if words[i] in _JOINS and i < end:
            joint = i if joint is None else joint
        elif tags[i] not in _NOMINAL:
            break
    follows = joint is not None and any(
        words[i] in _RELATIVES and tags[i - 1] in _ANTECEDENTS for i in range(word.first + 1, joint)
    )
    return Gap("source-cue-content", (joint + 1, end + 1)) if joint and follows else None


def _joined(scene: Scene, word: CueWord) -> Gap | None:
    """Whose a verb after `and` is where a relative clause stands before it: `the Act, | which | was
    passed in 2015 and stipulated that`, but `| He | rang the line, which was shut, and said it`."""
    words, tags, at = scene.words, scene.tags, word.at
    ended = words[at - 2] == ","
    for i in range(at - 3, max(word.first, at - _LONGEST_RELATIVE), -1):
        if words[i] == "," or scene.depth[i] != scene.depth[at] or words[i] in _JOINS:
            return None
        if words[i] in _RELATIVES:
            finite = [k for k in range(i + 1, at - 1 - ended) if tags[k] in FINITE]
            if words[i - 1] != "," or words[i] == "that" or finite != [i + 1]:
                return None
            source = _subject(scene, word.first, i) if ended else (i, i + 1)
            return Gap("source-cue-content", source) if source is not None else None
    return None


_LONGEST_RELATIVE = 14


def _subject(scene: Scene, first: int, last: int) -> TokenRange | None:
    """The subject that opens a sentence and its verb, if nothing stands before that."""
    tags = scene.tags
    verb = next((i for i in range(first, last) if tags[i] in FINITE), first)
    return (first, verb) if verb > first and _NOMINAL.issuperset(tags[first:verb]) else None
