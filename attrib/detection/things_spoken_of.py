"""Things that somebody speaks of, with what a relative clause tells of them: `referred to |a law
that the council passed|`. Nobody says the clause alone.
"""

from __future__ import annotations

from attrib.detection import signs
from attrib.detection.cues import CueWord
from attrib.detection.views import Scene
from attrib.knowledge import nouns

_SPEAKS = {
    "to": frozenset("refer point allude object react respond reply listen return".split()),
    "on": frozenset("focus comment reflect dwell elaborate expand seize touch".split()),
    "of": frozenset("warn speak boast complain tell brag dream remind".split()),
    "at": frozenset("hint balk scoff bristle laugh".split()),
    "about": frozenset(
        "warn speak talk complain boast joke rave rant brag muse worry ask lie tweet".split()
    ),
}
"""Verbs by the preposition that comes before what is spoken of, and before no hearer."""
_THOUGHTS = frozenset(
    """fact idea claim report belief view possibility risk evidence notion suggestion rumour rumor
    allegation accusation hope fear concern sign proof statement argument assertion prospect danger
    chance likelihood theory news warning promise pledge complaint perception impression feeling
    sense reality truth finding conclusion prediction assumption expectation charge suspicion
    criticism consensus doubt indication recognition realisation realization assurance
    insistence admission announcement""".split()
)
"""What a clause says itself: `the fact that prices rose`."""
_THING = frozenset("DT JJ JJR JJS NN NNS CD PRP$ POS NNP VBN VBG HYPH - :".split())


def begins(scene: Scene, word: CueWord, first: int) -> int:
    """Where content begins that was found to begin with `that`: at the thing of which it tells."""
    words, tags = scene.words, scene.tags
    if (sign := signs.begins(scene, word, first)) is not None:
        return sign
    speaks = _SPEAKS.get(words[word.at + 1])
    if speaks is None or word.lemma not in speaks or first - word.at < _NEAREST:
        return first
    between = range(word.at + 2, first)
    if len(between) > _LONGEST or any(tags[i] not in _THING and words[i] != "of" for i in between):
        return first
    if tags[first - 1] not in ("NN", "NNS") or _is_thought(words[first - 1]):
        return first
    return word.at + 2


_NEAREST = 3
_LONGEST = 7


def _is_thought(word: str) -> bool:
    """Whether a noun may have after it what is thought, or stands for somebody who hears it."""
    noun = nouns.lookup(word)
    if noun is not None and noun.human:
        return True
    return word in _THOUGHTS or word.removesuffix("s") in _THOUGHTS
