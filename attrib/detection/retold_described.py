"""Whom a phrase before a verb only describes, as `retold_tellers` asks for it.

`a manager | who had left in May`, `an inspector | named Rook`, `no one | at the school`
"""

from __future__ import annotations

from attrib.detection.retold_verbs import SHOWS, TELLS
from attrib.detection.views import FINITE, Scene

_NOUNS = frozenset("NN NNS NNP NNPS".split())
_VERBS = frozenset("VB VBD VBN VBG VBZ VBP".split())
_BEFORE = frozenset(
    """of from in at on for with inside within outside near around across by to about against into
    under over as behind through beside opposite""".split()
)
"""What stands before a phrase that is not the subject itself."""
_NAMES = frozenset("named called identified known dubbed nicknamed".split())
_SENT = frozenset("sent dated written signed addressed".split())
"""What was done to a paper, whatever it is tagged: `an email | sent in May`."""
_NEAR_IT = frozenset(
    """familiar close near loyal allied opposed sympathetic next involved present aware critical
    responsible based""".split()
)
"""How somebody is described after the noun: `officials | familiar with the plan`."""
_THINKS = frozenset(
    """think thinks thought believe believes believed know knows knew feel feels felt see saw sees
    fear fears feared hope hopes hoped mean means meant learn learned heard hear hears""".split()
)
_STOPS = frozenset((",", ";", ":", "(", ")", "“", "”", "—", "–"))
_LONGEST_RELATIVE = 14


def hangs(scene: Scene, begin: int) -> bool:
    """Whether a phrase hangs on a word before it, so that it is no subject."""
    words, tags = scene.words, scene.tags
    return words[begin - 1] in _BEFORE - {"as"} and tags[begin - 1] in ("IN", "TO", "RP")


def noun(scene: Scene, begin: int, first: int) -> int | None:
    """The last token of what is described up to where a phrase begins, or None.

    >>> from attrib.detection import views
    >>> from attrib.words import tags
    >>> from attrib.words.tokens import tokenize
    >>> text = "A guard who had left in May told her to wait."
    >>> tokens = tokenize(text, [], [(0, len(text))])
    >>> scene = views.scene(tokens, tags.tag(tokens))
    >>> tokens.forms[noun(scene, tokens.forms.index("May"), 0)]
    'guard'
    """
    words, tags = scene.words, scene.tags
    by = begin - 1
    if words[by] in _BEFORE:
        by -= 1
    if tags[by] == "RB" and by < begin - 1:
        by -= 1  # `identified | only | as`
    named = words[by] in _NAMES and tags[by] in ("VBN", "VBD")
    doing = tags[by] == "VBG" and words[by] not in TELLS and words[by] not in SHOWS
    done = (tags[by] in ("VBN", "VBD") or words[by] in _SENT) and by < begin - 1
    near = words[by] in _NEAR_IT and by < begin - 1
    if by - 1 >= first and (named or doing or done or near) and tags[by - 1] in _NOUNS:
        return by - 1
    return _relative(scene, begin, first)


def _relative(scene: Scene, begin: int, first: int) -> int | None:
    """The noun before a `who` whose clause ends with the phrase that begins with a token."""
    words, tags = scene.words, scene.tags
    before = begin - 1
    thinks = words[before] in TELLS or words[before] in SHOWS or words[before] in _THINKS
    ends = tags[before] in _VERBS or words[before] in _OBJECTS
    if not hangs(scene, begin) and (not ends or thinks):
        return None
    for i in range(before, max(first, begin - _LONGEST_RELATIVE), -1):
        if words[i] in _STOPS:
            return None
        if words[i] == "who":
            verb = not FINITE.isdisjoint(tags[i + 1 : i + 4])
            return i - 1 if verb and tags[i - 1] in _NOUNS else None
        # `a woman | she had met on the train`
        if words[i] in _SUBJECTS and tags[i - 1] in ("NN", "NNS") and tags[i + 1] in FINITE:
            return i - 1
    return None


_SUBJECTS = frozenset("he she they i we".split())
_OBJECTS = frozenset("him her them me us".split())
