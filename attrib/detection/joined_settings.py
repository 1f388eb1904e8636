"""Who says what a verb tells that is joined to another, past where he says it: `Ruiz | closed the
plant and in a statement said that`.

Neither a statement says it, nor all that stands before; the subject is that of the verb before.
"""

from __future__ import annotations

from attrib.detection import senders
from attrib.detection.candidates import TokenRange
from attrib.detection.cues import CueWord
from attrib.detection.time_phrases import DAYS, MONTHS, time_ends
from attrib.detection.views import FINITE, Scene
from attrib.knowledge import nouns

_JOINS = frozenset(("and", "but", "then"))
_PLACES = frozenset("in on at through during via by after before from with to of for over".split())
_OPENS = frozenset("in on at through during via by after before".split())
_BEFORE_NOUN = frozenset("DT PRP$ JJ CD VBN VBG JJR JJS POS".split())
_NOUNS = frozenset("NN NNS NNP NNPS".split())
_LONGEST = 14


def subject(scene: Scene, word: CueWord) -> TokenRange | None:
    """The subject of the verb before, if a cue word is joined to that with a setting between.

    >>> from attrib.detection import cues, views
    >>> from attrib.words import tags
    >>> from attrib.words.tokens import tokenize
    >>> text = "Ruiz closed the mill and in a statement said that it was old."
    >>> tokens = tokenize(text, [], [(0, len(text))])
    >>> scene = views.scene(tokens, tags.tag(tokens))
    >>> said = next(word for word in cues.find(tokens, scene.tags) if word.lemma == "say")
    >>> tokens.forms[slice(*subject(scene, said))]
    ['Ruiz']
    """
    words, tags, at = scene.words, scene.tags, word.at
    if word.tag not in ("VBD", "VBZ") or scene.depth[at]:
        return None
    verb = at - (tags[at - 1] == "RB")
    joint = _joint(scene, word.first, verb)
    if joint is None or not _is_setting(scene, joint + 1, verb):
        return None
    finite = [i for i in range(word.first, joint) if tags[i] in FINITE]
    inner = any(words[i] in _INNER for i in range(word.first, joint))
    if len(finite) != 1 or inner or any(scene.depth[word.first : joint]):
        return None
    return senders.subject(scene, finite[0], word.first)


_INNER = frozenset("who which that whom whose when while after because if although : ;".split())


def _joint(scene: Scene, first: int, verb: int) -> int | None:
    """The conjunction after which a setting opens that goes on to a verb."""
    for i in range(verb - 2, max(first + 1, verb - _LONGEST), -1):
        if scene.words[i] in _JOINS and scene.words[i + 1] in _OPENS:
            return i
        if scene.tags[i] in FINITE or scene.words[i] == ",":
            return None
    return None


def _is_setting(scene: Scene, first: int, verb: int) -> bool:
    """Whether only places, times and forms stand between, and nobody who would say it: not `in a
    statement | officials`, `in Marden | Ruiz`."""
    words, tags, at = scene.words, scene.tags, first
    while at < verb:
        time = time_ends(words, tags, at, verb)
        if time > at:
            at = time
            continue
        if words[at] not in _PLACES:
            return False
        begins = at = at + 1
        while at < verb and tags[at] in _BEFORE_NOUN:
            at += 1
        head = at
        while (
            at < verb and tags[at] in _NOUNS and words[at] not in DAYS and words[at] not in MONTHS
        ):
            at += 1
        if at == head and not (at > begins and words[at - 1] in DAYS):
            return False
        if at - head > 1 and _may_speak(scene, begins, head, at):
            return False
    return at == verb


_OCCASIONS = frozenset("conference conferences convention session hearing interview".split())
"""Which are bodies too: `at a news conference`."""


def _may_speak(scene: Scene, begins: int, head: int, end: int) -> bool:
    """Whether the last of several nouns may be a subject by itself: `in a statement officials`."""
    noun = nouns.lookup(scene.words[end - 1])
    speaks = noun is not None and noun.category != "document"
    speaks = speaks and scene.words[end - 1] not in _OCCASIONS
    names = scene.tags[end - 1] == "NNP" and scene.tags[head] != "NNP"
    bare = begins == head and scene.words[begins - 1] in _OPENS and scene.tags[end - 1] == "NNP"
    return speaks or names or (bare and scene.words[end - 1] != "news")
