"""Clauses that stand before the main one of a sentence, with a cue of their own.

`Even as Ruiz, who is ill, called for a vote, Okon left`, `Unlike Ruiz, who called for one, Okon`:
what is said there ends before the main clause.
"""

from __future__ import annotations

from attrib.detection.cues import CueWord
from attrib.detection.cut_short import RELATIVES
from attrib.detection.views import FINITE, Scene

OPENERS = frozenset(
    "while although though after before when if as because since once whereas unless until".split()
)
_GRANTS = frozenset(("considering", "given", "granted", "now"))
_AUXILIARIES = 2
_BEFORE_OPENER = frozenset("even ever just only but and yet so".split())


def opens(scene: Scene, word: CueWord) -> bool:
    """Whether a cue's clause is the first of its sentence and depends on the next: `Even as Ruiz,
    who is ill, called for a vote,`, `Unlike Ruiz, who called for one,`.

    >>> from attrib.detection import cues, views
    >>> from attrib.words import tags
    >>> from attrib.words.tokens import tokenize
    >>> text = "Although Ruiz said it leaked, nobody left."
    >>> tokens = tokenize(text, [], [(0, len(text))])
    >>> scene = views.scene(tokens, tags.tag(tokens))
    >>> said = next(word for word in cues.find(tokens, scene.tags) if word.lemma == "say")
    >>> opens(scene, said)
    True
    """
    words, tags, first = scene.words, scene.tags, word.first
    first += words[first] in _BEFORE_OPENER
    first += 2 * (words[first : first + 3] == ["by", "the", "time"])
    opener = words[first]
    opens = opener in OPENERS or (opener in _GRANTS and words[first + 1] == "that")
    comma = words.index(",", first, word.at) if "," in words[first : word.at] else word.at
    aside = comma < word.at and words[comma + 1] in RELATIVES | {"who"}
    verb = word.at - _AUXILIARIES
    if opener == "unlike" and aside:
        return FINITE.isdisjoint(tags[comma:verb])
    shut = comma
    if aside and "," in words[comma + 1 : word.at]:
        shut = words.index(",", comma + 1)
    before = (*tags[first : min(comma, verb)], *tags[shut:verb])
    return (opens or opener == "time") and FINITE.isdisjoint(before)
