"""What is told by a noun within what somebody says: `said the guard’s promise that it was safe`.

The weights know such nouns where they stand alone, and seldom in what another says.
"""

from __future__ import annotations

from attrib.detection import clause_ends, retold_content, retold_phrases
from attrib.detection.candidates import Candidate, TokenRange, formal
from attrib.detection.classes import lemma_and_sort
from attrib.detection.cues import in_context
from attrib.detection.retold_verbs import TELLS
from attrib.detection.views import FINITE, Scene

NOUNS = frozenset(
    """claim claims promise promises warning warnings assertion assertions allegation allegations
    accusation accusations statement statements assurance assurances admission admissions
    confession announcement insistence contention contentions argument arguments complaint
    complaints denial testimony suggestion suggestions threat threats pledge pledges vow
    declaration prediction predictions acknowledgment acknowledgement""".split()
)
_FROM = frozenset(("from", "by"))
_OWNS = frozenset("his her its their my our".split())
_CONFIDENCE = 0.75


def read(scene: Scene, sentence: TokenRange, at: int) -> Candidate | None:
    """What is told by a noun whose owner is named and that a clause follows."""
    words, tags = scene.words, scene.tags
    first, last = sentence
    if tags[at] not in ("NN", "NNS", "VBG") or at <= first:
        return None
    that, source = at + 1, _owner(scene, at, first)
    order = "source-cue-content"
    if source is None and words[that] in _FROM:
        source = retold_phrases.agent(scene, that, last, _FROM)
        order = "cue-source-content"
        that = source[1] if source else that
    clause = words[that] == "that" and not FINITE.isdisjoint(tags[that + 1 : last])
    pointing = tags[that + 1] in FINITE  # `the promise | that binds them`
    if source is None or not clause or pointing:
        return None
    content = retold_content.find(scene, TELLS["claimed"], sentence, that, "past")
    if content is None:
        return None
    lemma, sort = lemma_and_sort(words[at])
    head = in_context(words, tags, first, last, at, lemma, sort, ())
    begins = source[1] if order.startswith("source") and words[source[1]] != "'s" else at
    reading = formal(head, order, (begins, at + 1), source, (content,), _CONFIDENCE)
    return clause_ends.without_main(scene, reading)


def _owner(scene: Scene, at: int, first: int) -> TokenRange | None:
    """Whose a noun is: `the guard’s | promise`, `his earlier | claim`."""
    words, tags = scene.words, scene.tags
    owns = at - 1
    while owns > first and tags[owns] in ("JJ", "VBN", "NN") and at - owns < 3:
        owns -= 1
    if tags[owns] == "PRP$" and words[owns] in _OWNS and owns >= first:
        return owns, owns + 1
    if tags[owns] != "POS" or owns <= first:
        return None
    whole = retold_phrases.start(scene, owns - 1, first)
    return None if whole is None else (whole, owns + 1)
