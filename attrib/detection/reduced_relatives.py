"""Sources that open a sentence with a participle that tells who is meant: `Residents evacuated from
their homes after the flood | said`, `A nurse hoping to fly home | told the court`.
"""

from __future__ import annotations

from attrib.detection.classes import TOLD, is_of
from attrib.detection.cues import CueWord
from attrib.detection.views import FINITE, Scene
from attrib.knowledge import nouns
from attrib.words.tokens import CLOSE, OPEN

TokenRange = tuple[int, int]

_PERFECT = frozenset(("has", "have", "had", "also", "since", "now"))
_PAST = frozenset(("VBN", "VBD", "JJ"))
_AFTER_PAST = frozenset(("IN", "TO", "RP"))
_ENDS = frozenset("NN NNS NNP CD RB VB JJ".split())
_STOPS = frozenset((",", ";", ":", "that", "who", "which", "whom", "whose", "what", OPEN, CLOSE))
_SUBORDINATE = frozenset("after before when while as since until because if once where".split())
_SPEAKS = frozenset(("organization", "group", "document"))
_LEADS = frozenset(("CC", "RB"))
_HEAD = frozenset("DT JJ NN NNS NNP NNPS POS PRP$ CD".split())
_LONGEST, _LONGEST_HEAD = 24, 8


def source(scene: Scene, word: CueWord) -> TokenRange | None:
    """Whoever a verb tells of with such a participle; None for none.

    >>> from attrib.detection import cues, views
    >>> from attrib.words import tags
    >>> from attrib.words.tokens import tokenize
    >>> def who(text):
    ...     tokens = tokenize(text, [], [(0, len(text))])
    ...     scene = views.scene(tokens, tags.tag(tokens))
    ...     said = next(word for word in cues.find(tokens, scene.tags) if word.lemma == "say")
    ...     found = source(scene, said)
    ...     return found and " ".join(tokens.forms[slice(*found)])
    >>> who("Residents evacuated from their homes after the flood said it was dry.")
    'Residents evacuated from their homes after the flood'
    >>> who("Residents complained to the mayor after the council said it was dry.")
    """
    words, tags, at = scene.words, scene.tags, word.at
    while words[at - 1] in _PERFECT and at > word.first:
        at -= 1
    finite = word.tag in FINITE or (at < word.at and word.tag == "VBN")
    if not finite or scene.depth[at] or not is_of(word.sort, TOLD) or tags[at - 1] not in _ENDS:
        return None
    first = word.first + (tags[word.first] in _LEADS)
    told = first
    while told < at and told < first + _LONGEST_HEAD and _is_of_head(scene, told):
        told += 1
    if not first < told < at - 1 or at - first > _LONGEST or not _is_people(scene, told - 1):
        return None
    past = tags[told] in _PAST and words[told][-2:] in _PAST_ENDS and tags[told + 1] in _AFTER_PAST
    if not past and tags[told] != "VBG":
        return None
    between = range(told + 1, at)
    if any(tags[i] in FINITE or words[i] in _STOPS for i in between):
        return None
    return None if _has_own_subject(scene, told, at) else (first, at)


_PAST_ENDS = frozenset(("ed", "en", "wn", "ht", "ld", "ut", "it"))
"""How participles end: `trapped`, `taken`, `known`, `caught`, `told`, `hit`."""


def _is_of_head(scene: Scene, at: int) -> bool:
    """Whether a word belongs to the noun phrase before the participle."""
    participle = scene.tags[at] == "JJ" and scene.tags[at - 1] in ("NN", "NNS")
    return (scene.tags[at] in _HEAD or scene.words[at] == "of") and not participle


def _is_people(scene: Scene, at: int) -> bool:
    noun = nouns.lookup(scene.words[at])
    return noun is not None and (noun.human or noun.category == "group")


def _has_own_subject(scene: Scene, first: int, at: int) -> bool:
    """Whether the noun before a verb is its subject: `complained | after the council | said`."""
    begins = at - 1
    while begins > first and scene.tags[begins - 1] in _HEAD:
        begins -= 1
    if scene.words[begins - 1] not in _SUBORDINATE:
        return False
    if any(tag in ("NNP", "PRP") for tag in scene.tags[begins:at]):
        return True
    noun = nouns.lookup(scene.words[at - 1])
    return noun is not None and (noun.human or noun.category in _SPEAKS)
