"""Whose a participle is that stands past an object: of the subject, whatever is told of the object.

`Ana Ruiz, the mayor, | sued Tom Okon, a former judge, on Monday, claiming that` is Ruiz, not the
judge nor Okon.
"""

from __future__ import annotations

from attrib.detection.candidates import TokenRange
from attrib.detection.classes import tells
from attrib.detection.cues import CueWord
from attrib.detection.views import FINITE, Scene
from attrib.words.tokens import CLOSE, OPEN

_FURTHEST = 40
_BEGINS = frozenset("DT CD NN NNS NNP PRP$ JJ PRP".split())
_RELATIVES = frozenset("who which that whose whom where when".split())
_JOINS = frozenset(
    "as after before while because since although though if unless until once when where but so"
    " than whether that which".split()
)
_BEING = frozenset("is are was were be been being 's 're".split())
_HEARD = frozenset(
    """quote quotes quoted cite cites cited show shows showed hear hears heard see sees saw
    film films filmed record records recorded depict depicts depicted feature features
    featured portray portrays portrayed picture pictures pictured watch watched catch
    caught find finds found has had have got kept left""".split()
)
"""Verbs whose object may be the one who is heard: `The clip shows Ruiz, saying`."""
_NO_SUBJECT = frozenset("there it this that what".split())
_OPENS = frozenset("on in at during after by last earlier later then".split())


def subject(scene: Scene, word: CueWord) -> TokenRange | None:
    """The subject of the one verb before a participle that a comma sets off and that tells what is
    said: none where another may speak, in a clause of its own or as the agent of a passive.

    >>> from attrib.detection import cues, views
    >>> from attrib.words import tags
    >>> from attrib.words.tokens import tokenize
    >>> text = "Ruiz, the mayor, sued Tom Okon, a former judge, claiming that it leaked."
    >>> tokens = tokenize(text, [], [(0, len(text))])
    >>> scene = views.scene(tokens, tags.tag(tokens))
    >>> claims = next(word for word in cues.find(tokens, scene.tags) if word.lemma == "claim")
    >>> tokens.forms[slice(*subject(scene, claims))][0]
    'Ruiz'
    """
    words, tags, at = scene.words, scene.tags, word.at
    told = word.tag == "VBG" and words[at - 1] == "," and tells(words[at])
    if not told or at - word.first > _FURTHEST or OPEN in words[word.first : at]:
        return None
    verb = _main_verb(scene, word.first, at)
    begins = None if verb is None else _begins(scene, word.first, verb)
    if verb is None or begins is None or not _is_plain(scene, verb, at - 1):
        return None
    end = verb
    while end > begins and tags[end - 1] == "RB":
        end -= 1
    return (begins, end) if begins < end else None


def _begins(scene: Scene, first: int, verb: int) -> int | None:
    """Where the subject of a verb begins, after `On Monday,` and `In Marden, Ohio,` too."""
    words, tags = scene.words, scene.tags
    if tags[first] in _BEGINS and words[first] not in _NO_SUBJECT and words[first] not in _JOINS:
        return first
    if words[first] not in _OPENS or words[verb - 1] == ",":
        return None
    commas = [i for i in range(first, verb) if words[i] == ","]
    begins = commas[-1] + 1 if commas else first
    opens = commas and tags[begins] in _BEGINS and words[begins] not in _NO_SUBJECT
    return begins if opens else None


def _main_verb(scene: Scene, begins: int, at: int) -> int | None:
    """The verb after a subject, past what is set off there: `Ruiz, who leads the union, | sued`."""
    words, tags = scene.words, scene.tags
    i, relative = begins, False
    while i < at:
        if words[i] == ",":
            relative = words[i + 1] in _RELATIVES
        elif tags[i] in FINITE:
            if not relative:
                return i
        elif words[i] in _JOINS and not relative:
            return None
        i += 1
    return None


def _is_plain(scene: Scene, verb: int, comma: int) -> bool:
    """Whether the rest of a clause is an object with what is told of it, and no clause."""
    words, tags = scene.words, scene.tags
    if words[verb] in _BEING or words[verb] in _HEARD or "by" in words[verb:comma]:
        return False
    has_object = False
    for i in range(verb + 1, comma):
        if tags[i] in FINITE or words[i] in _RELATIVES:
            return False
        if words[i] == CLOSE or words[i] in (":", ";") or tags[i] == "VBG":
            return False
        has_object = has_object or tags[i] in ("NN", "NNS", "NNP", "PRP")
    return has_object
