"""Who is heard saying something in what others show or tell of: `a clip of | Ana Ruiz | warning
that`, `It reminds me of | my mother | saying`. Who shows it, and the clip, pass for the speaker.
"""

from __future__ import annotations

from attrib.detection.candidates import Candidate, TokenRange
from attrib.detection.classes import tells
from attrib.detection.cues import CueWord
from attrib.detection.views import OBJECTS, Scene
from attrib.knowledge import nouns

_RECORDINGS = frozenset(
    """clip clips video videos footage recording recordings tape tapes audio film films image images
    picture pictures photo photos animation deepfake deepfakes livestream montage excerpt excerpts
    snippet snippets""".split()
)
_SHOWS = _RECORDINGS | frozenset(
    """report reports story stories account accounts memory memories rumor rumors rumour rumours
    talk tale tales recollection recollections impression example examples instance evidence idea
    thought prospect sight sound spectacle possibility""".split()
)
_RECALLS = frozenset(
    """reminds reminded reminding remind thinks think thought thinking dream dreamed dreams tired
    weary accused""".split()
)
_BEGINS_WITH = frozenset(
    """begins begin began opens open opened starts start started ends end ended closes close closed
    concludes concluded""".split()
)
_WHOM = frozenset("me us him her them you".split())
_LONGEST = 14


def source(scene: Scene, word: CueWord) -> TokenRange | None:
    """Who says what a participle tells right after the name, past `of` or `with`; None where that
    is what somebody else does."""
    words, tags, at = scene.words, scene.tags, word.at
    if word.tag != "VBG" or not tells(word.word) or scene.depth[at]:
        return None
    if words[at - 1] not in OBJECTS and tags[at - 1] not in _ENDS:
        return None
    of = at - 1
    while of > word.first and at - of < _LONGEST and tags[of] in _OF_NAME:
        of -= 1
    if of + 1 >= at or not _is_somebody(scene, at):
        return None
    before = words[of - 1]
    if words[of] == "of":
        heard = before in _SHOWS or before in _RECALLS
        recalled = before in _WHOM and words[of - 2] in _RECALLS
        return (of + 1, at) if heard or recalled else None
    return (of + 1, at) if words[of] == "with" and before in _BEGINS_WITH else None


def is_played(scene: Scene, reading: Candidate) -> bool:
    """Whether somebody only plays what is on a tape: `showed | a clip of Ruiz warning that`."""
    first, words = reading.content[-1][0], scene.words
    if reading.head.lemma not in _PLAYS or first < reading.head.at or scene.depth[first]:
        return False
    noun = first + (scene.tags[first] in ("DT", "PRP$", "CD"))
    noun += scene.tags[noun] == "JJ"
    return words[noun] in _RECORDINGS and words[noun + 1] in ("of", "from", "in")


_PLAYS = frozenset("show air share post release play broadcast feature unveil publish".split())
_ENDS = frozenset("NN NNS NNP".split())
_OF_NAME = frozenset("DT JJ NN NNS NNP POS PRP$ PRP CD".split())


def _is_somebody(scene: Scene, last: int) -> bool:
    """Whether a phrase is a name, a pronoun or somebody by what he is."""
    if scene.tags[last - 1] in ("NNP", "PRP") or scene.words[last - 1] in OBJECTS:
        return True
    noun = nouns.lookup(scene.forms[last - 1])
    return noun is not None and noun.human
