"""Claims that somebody only faces or hears of, and does not make: `Ruiz faces | accusations that
she lied`, `He resigned over | allegations that`. Whose they are is not told."""

from __future__ import annotations

from attrib.detection.candidates import Candidate
from attrib.detection.views import Scene

_CLAIMS = frozenset(
    """accusation accusations allegation allegations claim claims charge charges rumor rumors rumour
    rumours report reports suggestion suggestions complaint complaints insinuation insinuations
    assertion assertions speculation criticism warnings warning""".split()
)
_MET_BY = frozenset("about over of by against amid after to on despite following from".split())
_FACES = frozenset(
    """faces faced face facing hears heard hear receives received receive draws drew drawn draw
    prompts prompted sparks sparked fuels fueled fuelled investigates investigated investigate
    investigating probes probed probing examines examined examining confronts confronted fights
    fought battles battled attracts attracted provoked triggers triggered gets got endured reviews
    reviewed reviewing weighs weighed studies studied studying weathered survived""".split()
)
_WITHOUT_SOURCE = {"source-cue-content": "cue-content"}
_ON = frozenset(("about", "over", "of", "on"))
_OWN = frozenset(("PRP$", "POS"))
_MOST_BETWEEN = 4


def unowned(scene: Scene, reading: Candidate) -> Candidate:
    """A reading of a claim without the source that does not make it, and a reading of what was
    talked about with the whole of it: `spoke | about accusations that he lied`."""
    words, word, first = scene.words, reading.head, reading.content[-1][0]
    source, noun = reading.source, first - 1
    claim = words[first] == "that" and words[noun] in _CLAIMS and scene.tags[noun][:1] == "N"
    if not claim or source is None or source[1] > noun:
        return reading
    begins = noun
    while scene.tags[begins - 1] in ("JJ", "DT", "CD", "NN"):
        begins -= words[begins - 1] not in _FACES
        if words[begins - 1] in _FACES:
            break
    if not _OWN.isdisjoint(scene.tags[begins - 1 : noun]):
        return reading
    met = words[begins - 1] in _MET_BY and begins - 1 > source[1]
    if word.at != noun:
        verb = met and word.tag[:1] == "V" and words[begins - 1] in _ON
        piece = (begins, reading.content[-1][1])
        return reading._replace(content=(*reading.content[:-1], piece)) if verb else reading
    faces = not _FACES.isdisjoint(words[max(source[0], begins - _MOST_BETWEEN) : begins])
    order = _WITHOUT_SOURCE.get(reading.order)
    if order is None or not (met or faces):
        return reading
    return reading._replace(order=order, source=None, cue=(noun, max(reading.cue[1], noun + 1)))
