"""Who says what stands in a message that he sends: `The bank | sent a letter to customers saying`.

Neither the customers say it, nor the letter, where somebody is told of who sent it.
"""

from __future__ import annotations

from attrib.detection import that_clauses
from attrib.detection.candidates import TokenRange
from attrib.detection.classes import tells
from attrib.detection.cues import CueWord
from attrib.detection.quoted_as import BE
from attrib.detection.views import FINITE, PHRASE, Scene
from attrib.knowledge import nouns
from attrib.words.tokens import CLOSE, OPEN

_SENDS = frozenset(
    """sent sends send issued issues issue released releases release posted posts post circulated
    circulates published publishes distributed distributes mailed mails emailed emails e-mailed
    shared shares fired put puts wrote writes written tweeted tweets delivered filed files handed
    left leaves penned aired airs drafted submitted sending issuing releasing posting circulating
    publishing forwarded forwards blasted blasts fires dashed shot dispatched dispatches passed
    relayed relays transmitted addressed composed typed uploaded pinned forwarding dispatching
    blasting firing""".split()
)
_MESSAGES = frozenset(
    "message note text email e-mail messages emails texts notes warning alert notice".split()
)
_PARTICLES = frozenset("out off on up around round along over back".split())
_WITHIN = PHRASE | {"TO", "RB", "RBR", "VBG"}
_AUXILIARY = frozenset("has had have also later then soon since already just even".split())
_SAID_NEXT = frozenset(("that", ":", ",", OPEN))
_OF_NOUN = frozenset("DT JJ NN NNS NNP CD VBN".split())
_TO = frozenset(("to", "for", "on", "about"))
_BY = frozenset(("from", "by"))
_JOINS = frozenset(("and", "but", "then"))
_FURTHEST = 18
_LONGEST_SUBJECT = 14


def of_message(scene: Scene, word: CueWord) -> TokenRange | None:
    """Who sends what a participle says: `| The union | posted a note late Friday warning that`."""
    if scene.depth[word.at] or not _is_participle(scene, word.at):
        return None
    verb = _sends(scene, word)
    return None if verb is None else subject(scene, verb, word.first)


def goes_on(scene: Scene, word: CueWord) -> bool:
    """Whether a verb only tells that a message was sent, of which a participle says more."""
    words, tags, at = scene.words, scene.tags, word.at
    if words[at] not in _SENDS:
        return False
    for i in range(at + 2, min(word.last, at + _FURTHEST)):
        if _is_participle(scene, i) and tells(words[i]):
            return _is_message(scene, at, i)
        if (tags[i] in FINITE and words[i] != "may") or words[i] in (OPEN, ":", ";"):
            return False
    return False


def of_relative(scene: Scene, word: CueWord) -> TokenRange | None:
    """The document that says something in a clause of its own: `sent | a letter | that accused
    Ruiz of theft`, `| a statement | that, while brief, blamed her`."""
    words, tags, at = scene.words, scene.tags, word.at
    if word.tag not in ("VBD", "VBZ") or scene.depth[at]:
        return None
    that = at - 1 - (tags[at - 1] == "RB")
    if words[that] == ",":
        commas = range(that - 1, max(word.first, that - _FURTHEST // 2), -1)
        opens = next((i for i in commas if words[i] == ","), 1)
        that = opens - 1 if tags[opens + 1] in ("IN", "VBG") else that
    end = that - (words[that - 1] == ",")
    if words[that] not in ("that", "which") or end <= word.first + 1:
        return None
    begins = end
    while begins > word.first and (tags[begins - 1] in _OF_NOUN or words[begins - 1] in _TO):
        begins -= 1
    last = next((i for i in range(begins, end) if words[i] in _TO), end)
    verb = begins - 1 - (words[begins - 1] in _PARTICLES)
    sent = last > begins + 1 and words[verb] in _SENDS and words[verb - 1] not in BE
    return (begins, last) if sent and _is_paper(words[last - 1]) else None


def is_relative(scene: Scene, first: int) -> bool:
    """Whether `that` is a paper, and begins nothing it says: `aired an ad | that accused Ruiz`."""
    verb = first + 1 + (scene.tags[first + 1] == "RB")
    if scene.words[first + 1] == "," and "," in scene.words[first + 2 : first + _FURTHEST // 2]:
        verb = scene.words.index(",", first + 2) + 1  # `that, while brief, accused`
    noun = scene.tags[first - 1] in ("NN", "NNS") and _is_paper(scene.words[first - 1])
    says = scene.tags[verb] in ("VBD", "VBZ")
    says = says and not that_clauses.is_plural_subject(scene.words, scene.tags, verb)
    return noun and scene.words[first] == "that" and says  # not `that | results had fallen`


def _is_paper(word: str) -> bool:
    """Whether a noun names a message or another document."""
    noun = nouns.lookup(word)
    return word in _MESSAGES or (noun is not None and noun.category == "document")


def _sends(scene: Scene, word: CueWord) -> int | None:
    """The verb by which a message is sent that a participle tells more of."""
    for i in range(word.at - 2, max(word.first, word.at - _FURTHEST), -1):
        if scene.words[i] in _SENDS and scene.tags[i] in ("VBD", "VBZ", "VBP", "VBN", "VBG"):
            return i if _is_message(scene, i, word.at) else None
        finite = scene.tags[i] in FINITE and scene.words[i] != "may"
        if finite or scene.words[i] in (OPEN, CLOSE, ":", ";", "who", "which"):
            return None
    return None


def _is_participle(scene: Scene, at: int) -> bool:
    """Whether a word is a participle, or looks a noun and has what is said after it: `a note |
    warning | that it leaks`."""
    said = scene.words[at + 1] in _SAID_NEXT and scene.words[at].endswith("ing")
    return scene.tags[at] == "VBG" or (said and scene.tags[at] == "NN")


def _is_message(scene: Scene, verb: int, at: int) -> bool:
    """Whether a verb has a message for its object, and only tells to whom, and when, it went."""
    words, tags = scene.words, scene.tags
    begins = verb + 1 + (words[verb + 1] in _PARTICLES)
    inner = range(begins, at - (words[at - 1] == ","))
    if (
        not all(tags[i] in _WITHIN or words[i] in ("$", "may") for i in inner)
        or words[begins] == "that"
    ):
        return False
    if (words[verb] in ("put", "puts") and begins == verb + 1) or words[verb - 1] in BE:
        return False
    if not _BY.isdisjoint(words[begins:at]):
        return False  # `shared a letter from Ruiz saying`
    head = begins
    while head + 1 < at and tags[head + 1] in ("NN", "NNS", "NNP", "JJ", "CD", "VBN"):
        head += 1
        if _is_paper(words[head]):
            return True
    return False


def subject(scene: Scene, verb: int, first: int) -> TokenRange | None:
    """The subject of a verb, where it stands before it or before one that it is joined to."""
    words, tags = scene.words, scene.tags
    end = verb
    while end > first and words[end - 1] in _AUXILIARY:
        end -= 1
    if words[end - 1] == "who":
        return end - 1, end
    if words[end - 1] in _JOINS and end - 1 > first:
        before = (i for i in range(end - 2, first, -1) if tags[i] in FINITE)
        joined = next(before, None)
        return None if joined is None else subject(scene, joined, first)
    begins = last = end - (words[end - 1] == ",")
    while begins > first and (tags[begins - 1] in PHRASE or words[begins - 1] == "."):
        begins -= 1
    if last < end and words[begins - 1] == "," and begins - 1 > first:
        begins -= 1  # `Tom Lind, a lawyer for the port, | sent`
        while begins > first and tags[begins - 1] in PHRASE:
            begins -= 1
    named = begins < last and end - begins <= _LONGEST_SUBJECT
    return (begins, end) if named and tags[begins] not in ("IN", "CC") else None
