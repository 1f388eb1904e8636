"""Signs of something, which are told together with it: `found | no evidence that it leaks`, `shows
| few signs that it will end`. What they are signs of alone may be what nobody says.
"""

from __future__ import annotations

from attrib.detection.cues import CueWord
from attrib.detection.views import Scene
from attrib.knowledge import nouns

_SIGNS = frozenset(
    "evidence sign signs proof indication indications hint hints trace traces".split()
)
_TELLS = frozenset("find see uncover discover detect".split())
"""What whoever looks does, and says so."""
_SHOWS = _TELLS | frozenset(
    "show reveal offer provide give present contain yield produce supply".split()
)
"""What a document does."""
_HOW_MANY = frozenset("DT JJ JJR RB NN VBG".split())
_LONGEST = 5


def begins(scene: Scene, word: CueWord, first: int) -> int | None:
    """Where content begins that was found to begin with `that`, where signs stand before it.

    >>> from attrib.detection import cues, views
    >>> from attrib.words import tags
    >>> from attrib.words.tokens import tokenize
    >>> text = "The survey found not enough evidence that rents fell."
    >>> tokens = tokenize(text, [], [(0, len(text))])
    >>> scene = views.scene(tokens, tags.tag(tokens))
    >>> found = next(word for word in cues.find(tokens, scene.tags) if word.lemma == "find")
    >>> tokens.forms[begins(scene, found, tokens.words.index("that"))]
    'not'
    """
    if word.lemma not in _SHOWS or scene.words[first - 1] not in _SIGNS:
        return None
    plain = _HOW_MANY.issuperset(scene.tags[word.at + 1 : first - 1])
    return word.at + 1 if plain and first - word.at <= _LONGEST else None


def are_told(scene: Scene, word: CueWord) -> bool:
    """Whether a verb has signs of something for its object, and whoever says so for its subject."""
    if word.lemma not in _SHOWS or scene.depth[word.at] or word.subject < word.first:
        return False
    that = word.at + 1
    while that < word.at + _LONGEST and scene.words[that] != "that":
        that += 1
    if scene.words[that] != "that" or begins(scene, word, that) is None:
        return False
    noun = nouns.lookup(scene.words[word.subject])
    if noun is not None and noun.category == "document":
        return True
    return word.lemma in _TELLS and (noun is None or noun.human or noun.category == "organization")
