"""Where a content ends that is told in a relative clause of the subject: `A nurse who warned of
strikes| has quit`, `The letter which says the road is unsafe| will be read in court`.

A sentence has a verb of its own beside that of the relative clause, so that the only verb that
follows is that one; where a clause is told, the verb after the clause's.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrib.detection.classes import CLAUSAL, TOLD, is_of, tells
from attrib.detection.cues import CueWord
from attrib.detection.cut_short import is_helped
from attrib.detection.views import FINITE, Scene

_RELATIVES = frozenset(("who", "which", "that"))
_BEFORE_VERB = frozenset(("RB", "MD"))
_HELPERS = frozenset("has have had is are was were did do does be been".split())
_PHRASE = frozenset("DT JJ JJR JJS NN NNS NNP NNPS CD IN TO POS PRP$ VBN VBG VBD CC RB".split())
_LEADS = frozenset(("CC", "RB"))
_CLAUSES = frozenset("that how why whether what if".split())
_STOPS = frozenset("who which whom whose when while because although though if but ; : ,".split())
_OF_CLAUSES = CLAUSAL | frozenset("tell think believe insist know hope fear".split())
_PREPOSITIONS = frozenset(("IN", "TO"))
_PRONOUNS = frozenset(("PRP", "EX"))
_NO_VERB_AFTER = frozenset("DT TO IN PRP$ POS , CC MD".split())


def main_verb(scene: Scene, word: CueWord, first: int, last: int) -> int | None:
    """The verb of the sentence after a content; None where the verb tells nothing of the subject.

    >>> from attrib.detection import cues, views
    >>> from attrib.words import tags
    >>> from attrib.words.tokens import tokenize
    >>> def rest(text):
    ...     tokens = tokenize(text, [], [(0, len(text))])
    ...     scene = views.scene(tokens, tags.tag(tokens))
    ...     warned = next(word for word in cues.find(tokens, scene.tags) if word.lemma == "warn")
    ...     verb = main_verb(scene, warned, warned.at + 1, len(tokens))
    ...     return None if verb is None else tokens.forms[verb]
    >>> rest("A nurse who warned of strikes has quit."), rest("A nurse who warned that it is dry.")
    ('has', None)
    >>> rest("The note that warned it was dry is lost."), rest("He met a nurse who warned of ice.")
    ('is', None)
    """
    if first <= word.at or scene.depth[word.at] or not _is_of_subject(scene, word):
        return None
    words, tags = scene.words, scene.tags
    clause = words[first] in _CLAUSES
    verbs: list[int] = []
    for i in range(first + clause, word.last):
        if words[i] in _STOPS or scene.depth[i] or (words[i] == "that" and tags[i] == "IN"):
            break
        joined = verbs and verbs[-1] == i - 1 and words[i - 1] in _HELPERS
        if tags[i] in FINITE and not joined and not is_helped(scene, first, i):
            verbs.append(i)
    bare = word.lemma in _OF_CLAUSES and _PREPOSITIONS.isdisjoint(tags[first - 1 : first + 1])
    own = clause or bare or (bool(verbs) and tags[verbs[0] - 1] in _PRONOUNS)
    verb = _main(scene, verbs[own:], own)
    while tags[verb - 1] == "RB" and verb > first:
        verb -= 1
    plain = first < verb <= last and tags[verb - 1] not in _NO_VERB_AFTER
    return verb if plain and word.last - verb > 1 else None


def _main(scene: Scene, verbs: Sequence[int], own: bool) -> int:
    """Which of the verbs after what is told is the sentence’s; 0 where that cannot be told."""
    if not verbs:
        return 0
    words, verb = scene.words, verbs[0]
    if len(verbs) == 1 or tells(words[verb]) or tells(words[verb + 1]):
        return verb
    return verbs[1] if len(verbs) == 2 and not own else 0


def _is_of_subject(scene: Scene, word: CueWord) -> bool:
    """Whether a verb stands in a relative clause without commas of what opens the sentence."""
    words, tags, at = scene.words, scene.tags, word.at - 1
    while tags[at] in _BEFORE_VERB or words[at] in _HELPERS:
        at -= 1
    if words[at] not in _RELATIVES or at <= word.first:
        return False
    if words[at] != "who" and not is_of(word.sort, TOLD):
        return False  # `the plan that drew praise`
    first = word.first + (tags[word.first] in _LEADS)
    return _PHRASE.issuperset(tags[first:at]) and not _runs(scene, first, at)


def _runs(scene: Scene, first: int, at: int) -> bool:
    """Whether a verb before the relative pronoun has an object or a past of its own: `It | drew a
    crowd | that`, and not `A letter | seen by the Echo | that`."""
    words, tags = scene.words, scene.tags
    return any(
        tags[i] == "VBD" and words[i + 1] not in ("by", "on", "in", "to", "last", "from", "for")
        for i in range(first, at)
    )
