"""How much there is of something, as somebody puts it: `Police put the crowd at 4,000`.

`put` tells something only with a number, or with words in marks that stand for one.
"""

from __future__ import annotations

from attrib.detection.cues import CueWord
from attrib.detection.views import Scene
from attrib.words.tokens import OPEN


def puts_at(scene: Scene, word: CueWord) -> bool:
    """Whether somebody says how much there is of something: `put the death toll at 31`, `put the
    party on 24%`.

    >>> from attrib.detection import cues, views
    >>> from attrib.words import tags
    >>> from attrib.words.tokens import tokenize
    >>> text = "Police put the crowd at 4,000."
    >>> tokens = tokenize(text, [], [(0, len(text))])
    >>> scene = views.scene(tokens, tags.tag(tokens))
    >>> puts = next(word for word in cues.find(tokens, scene.tags) if word.lemma == "put")
    >>> puts_at(scene, puts)
    True
    """
    words, tags, at = scene.words, scene.tags, word.at
    if word.lemma != "put":
        return False
    ends = min(word.last, at + _LONGEST_SUM)
    shares = any(words[i] in _SHARE and tags[i - 1] == "CD" for i in range(at + 4, ends))
    if shares and "on" in words[at + 2 : ends]:
        return True
    if words[at + 1 : at + 3] == ["it", "at"] or words[at + 1 : at + 4] == ["it", "closer", "to"]:
        return "CD" in tags[at + 3 : ends]
    if "at" not in words[at + 2 : at + _LONGEST_SUM]:
        return False
    number = words.index("at", at + 2)
    counted = not _SUMS.isdisjoint(words[at + 1 : number])
    return counted and ("CD" in tags[number + 1 : number + 5] or words[number + 1] == OPEN)


_LONGEST_SUM = 16
_SHARE = frozenset(("%", "percent", "per"))
_SUMS = frozenset(
    """number numbers toll cost costs total figure value price damage bill loss losses odds chance
    turnout deaths size count rate worth population deficit share proportion
    risk likelihood point start beginning origin end age date year time speed temperature distance
    height depth length weight width volume capacity range average median income wage salary rent
    budget debt fee fine ransom share rise fall increase drop growth inflation unemployment rainfall
    magnitude circulation audience crowd attendance strength""".split()
)
