"""Adverbs that open a sentence before its subject without a comma: `Meanwhile residents said`."""

from __future__ import annotations

from attrib.detection.candidates import TokenRange
from attrib.detection.cues import CueWord
from attrib.detection.views import Scene
from attrib.knowledge import nouns

_ADVERBS = frozenset(
    """accordingly additionally afterwards also apparently arguably basically behind besides
    certainly clearly consequently crucially curiously elsewhere essentially evidently finally
    fortunately furthermore happily hence here however importantly indeed inevitably instead
    interestingly ironically likewise luckily meantime meanwhile moreover nevertheless nonetheless
    notably now nowadays obviously predictably presumably rather reportedly sadly shockingly
    similarly sometimes still supposedly surprisingly tellingly thankfully then thereafter
    therefore thus today tomorrow tonight ultimately undoubtedly unfortunately understandably
    unsurprisingly worryingly yesterday yet""".split()
)
_OF_PARTICIPLES = frozenset(
    """annually eventually generally globally historically increasingly initially internationally
    lately legally locally nationally naturally normally officially originally previously privately
    publicly recently regularly repeatedly separately subsequently technically traditionally
    typically usually""".split()
)
"""What may belong to an adjective after it: `Recently released figures show`."""
_ADJECTIVES_TOO = frozenset("earlier later overnight".split())
"""Of a study or a night they are told as often: `Earlier reports said`."""
_OPENS_SUBJECT = frozenset("DT PDT PRP PRP$ CD RB NN NNS JJ JJS RBS NNP NNPS".split())
_BEGINS_PHRASE = frozenset("DT PRP PRP$ CD".split())
_LISTED = frozenset((",", "'s", "of", "and", "&", "or"))


def past(scene: Scene, word: CueWord, found: TokenRange) -> int:
    """Where a source before its cue begins, past an adverb that opens the sentence."""
    first, last = found
    forms, tags, words = scene.forms, scene.tags, scene.words
    opens = first == word.first and last - first > 1 and last <= word.at
    if not opens or not forms[first][:1].isupper() or tags[first + 1] not in _OPENS_SUBJECT:
        return first
    following = forms[first + 1]
    if following.lower() in _LISTED:
        return first
    if words[first] in _OF_PARTICIPLES and tags[first + 1] not in ("JJ", "RB"):
        return first + 1
    if words[first] in _ADVERBS:
        named = following[:1].isupper() and following.lower() in _PROGRAMMES
        return first if named else first + 1
    if words[first] in _ADJECTIVES_TOO:
        subject = tags[first + 1] in _BEGINS_PHRASE or tags[first + 1] == "NNP"
        return first + 1 if subject or _is_people(scene, first + 1, last) else first
    return first


_PROGRAMMES = frozenset("show programme program fm news tonight today show's magazine".split())
"""What makes a name of an adverb: `Today FM said`."""


def _is_people(scene: Scene, first: int, last: int) -> bool:
    """Whether the noun that words in `[first, last)` begin with means people."""
    for i in range(first, last):
        noun = nouns.lookup(scene.words[i])
        if noun is not None and (noun.plural or scene.words[i] == "police"):
            return noun.human or noun.category == "group" or scene.words[i] == "police"
        if scene.tags[i] not in ("JJ", "NN", "NNS", "NNP"):
            return False
    return False
