"""Whom somebody blames for what, within what another says: `said a guard accused | her of lying`.

The weights read such verbs where they stand alone, and seldom in what another says.
"""

from __future__ import annotations

from attrib.detection import retold_content, retold_hearers, retold_tellers
from attrib.detection.candidates import Candidate, TokenRange, formal
from attrib.detection.classes import lemma_and_sort
from attrib.detection.cues import in_context
from attrib.detection.retold_verbs import Verb
from attrib.detection.views import Scene

_FOR = frozenset(("for", "over"))
_OF = frozenset(("of",))
_OBJECTS = {"accuse": _OF, "blame": _FOR, "criticize": _FOR, "criticise": _FOR, "praise": _FOR}
VERBS = {
    form: Verb("past", True, False, False, False)
    for form in "accused blamed criticized criticised praised".split()
}
"""The forms that tell of blame or praise put in words, once."""
_CONFIDENCE = 0.75


def read(scene: Scene, sentence: TokenRange, at: int) -> Candidate | None:
    """What somebody is accused of, or blamed or praised for, and who he is."""
    words, (first, last) = scene.words, sentence
    lemma, sort = lemma_and_sort(words[at])
    teller = retold_tellers.find(scene, VERBS[words[at]], at, first)
    if teller is None or teller.form != "past":
        return None
    whom = retold_hearers.past_hearer(scene, True, at + 1, last)
    if whom == at + 1 or words[whom] not in _OBJECTS.get(lemma, _OF) or whom + 1 >= last:
        return None
    end = retold_content.end(scene, sentence, whom)
    if end is None:
        return None
    head = in_context(words, scene.tags, first, last, at, lemma, sort, ())
    cue, content = (teller.first, at + 1), ((at + 1, end),)
    return formal(head, "source-cue-content", cue, teller.source, content, _CONFIDENCE)
