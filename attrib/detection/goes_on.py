"""Where a content goes on that was cut short: nobody says a phrase alone, or a clause without its
verb.

`said without a loan, | the firm would be broke`, `hopes for a deal ahead | of the vote`: each step
knows one kind of end that is none.
"""

from __future__ import annotations

from attrib.detection import cut_short, time_phrases
from attrib.detection.classes import is_of, tells
from attrib.detection.cues import CueWord
from attrib.detection.cut_short import ENDS, LONGEST_RELATIVE, PARTICIPLES, RELATIVES
from attrib.detection.views import FINITE, Scene
from attrib.words.tokens import OPEN

_FELT = frozenset(("attitude", "denial"))
_LIMITS = frozenset(("not", "only", "never"))
_GO_ON = frozenset(("to", "of"))
_WHO = frozenset(("who", "which", "whose", "whom"))
_HEARERS = frozenset(("him", "her", "them", "me", "us"))
_SEES_AS = frozenset(
    """praise describe dismiss hail slam blast reject denounce criticise criticize condemn portray
    cast characterise characterize paint depict deride decry tout mock ridicule attack see regard
    view laud commend brand""".split()
)


def end(scene: Scene, word: CueWord, first: int, last: int) -> int:
    """The end of a content that was to end before `last`.

    >>> from attrib.detection import cues, views
    >>> from attrib.words import tags
    >>> from attrib.words.tokens import tokenize
    >>> text = "Ruiz hopes for a deal ahead of the vote."
    >>> tokens = tokenize(text, [], [(0, len(text))])
    >>> scene = views.scene(tokens, tags.tag(tokens))
    >>> hopes = next(word for word in cues.find(tokens, scene.tags) if word.lemma == "hope")
    >>> tokens.forms[: end(scene, hopes, 3, 6)][-1]
    'vote'
    """
    for step in _STEPS:
        found = step(scene, word, first, last)
        if found is not None:
            return found
    words = scene.words
    if words[last] == "," and scene.depth[last] == scene.depth[word.at] and word.at < first:
        last = cut_short.past_other_name(scene, word, first, last)
    if words[last] in RELATIVES and scene.tags[last - 1] in ("NN", "NNS"):
        # No content ends before what says which it is: `wants a road | that people can use`.
        for i in range(last + 1, min(word.last, last + LONGEST_RELATIVE)):
            if words[i] in ENDS or scene.depth[i] != scene.depth[last]:
                return i
    if cut_short.is_subject_alone(scene, word, first, last):
        return _whole(scene, word)
    return cut_short.past_joint_clauses(scene, word, last)


def _whole(scene: Scene, word: CueWord) -> int:
    """The end of the sentence, without its stop."""
    return word.last - (scene.words[word.last - 1] in ENDS)


def _that_which_waits(scene: Scene, word: CueWord, first: int, last: int) -> int | None:
    """`warned of grave, | often fatal effects`, and a clause of which the main one is to come."""
    if scene.words[last] != ",":
        return None
    if (that := cut_short.that_which_waits(scene, first, last)) is not None:
        return cut_short.main_clause_ends(scene, word, that, last)
    if scene.tags[last - 1] == "JJ" and cut_short.parts_adjectives(scene, last):
        return cut_short.completed(scene, word, last)
    return None


def _saying(scene: Scene, word: CueWord, first: int, last: int) -> int | None:
    """`rejected the rules | saying “…”`: what is felt ends there."""
    words, depth = scene.words, scene.depth
    felt = is_of(word.sort, _FELT) and words[first] != OPEN
    if not felt or "saying" not in words[first + 1 : last]:
        return None
    at = words.index("saying", first + 1)
    return at if words[at + 1] == OPEN and not depth[at] and not depth[word.at] else None


def _phrase_alone(scene: Scene, word: CueWord, first: int, last: int) -> int | None:
    """`said without a loan, | the firm would be broke`, `said flows | from banks had risen`."""
    tags, depth = scene.tags, scene.depth
    if word.lemma != "say":
        return None
    no_verb = FINITE.isdisjoint(tags[first:last])
    if scene.words[last] == "," and first == word.at + 1:
        phrase = tags[first] == "IN" and no_verb and not depth[first]
        if phrase and cut_short.clause_follows(scene, word, last):
            return _whole(scene, word)
    if scene.words[last - 1] != "," and tags[last] == "IN":
        bare = no_verb and not depth[last] and first > word.at and not depth[first]
        if bare and word.tag in FINITE and cut_short.has_verb(scene, word, last):
            return _whole(scene, word)
    return None


def _owed(scene: Scene, word: CueWord, first: int, last: int) -> int | None:
    """`hopes for a deal ahead | of the vote`, `a plan allowing people | to work longer`, `wants to
    deny him | a chance to win`."""
    words = scene.words
    if scene.depth[last] != scene.depth[word.at]:
        return None
    goes_on = words[last] in _GO_ON and words[last - 1] != ","
    given = scene.tags[last] == "DT" and words[last - 1] in _HEARERS
    return cut_short.completed(scene, word, last) if goes_on or given else None


def _past_comma(scene: Scene, word: CueWord, first: int, last: int) -> int | None:
    """`that he spoke, | two weeks before the fire, of it`, `may open, | but not until after it is
    mended`."""
    words, depth = scene.words, scene.depth
    if words[last] != ",":
        return None
    if first > word.at and (on := _past_spell(scene, word, last)) > last:
        return on
    if words[last + 1] == "but" and words[last + 2] in _LIMITS:
        after = range(last + 2, word.last)
        return next((i for i in after if words[i] in ENDS or depth[i] != depth[last]), last)
    return None


def _listed(scene: Scene, word: CueWord, first: int, last: int) -> int | None:
    level = not scene.depth[last] and not scene.depth[word.at]
    if scene.words[last] == ";" and first > word.at and level:
        return cut_short.list_end(scene, word, last)
    return None


def _set_off(scene: Scene, word: CueWord, first: int, last: int) -> int | None:
    """Past what a comma sets off: who is described, whose predicate follows, who is blamed."""
    words, tags = scene.words, scene.tags
    level = words[last] == "," and scene.depth[last] == scene.depth[word.at]
    if not level or word.at >= first:
        return None
    if word.lemma in _SEES_AS and words[last + 1] in _WHO:
        return cut_short.as_what(scene, word, last)
    if tags[last + 1] in FINITE and words[last + 1] not in PARTICIPLES:
        return cut_short.with_predicate(scene, word, first, last)
    if word.lemma in _BLAMES and (of := _blamed_for(scene, word, last)):
        return of
    if tells(word.word) and FINITE.isdisjoint(tags[first:last]):
        return cut_short.past_set_off(scene, word, last)
    return None


_STEPS = (
    _that_which_waits,
    _saying,
    _phrase_alone,
    _owed,
    _past_comma,
    _listed,
    _set_off,
)
"""Asked in this order; the first that knows how the content goes on settles it."""


def _blamed_for(scene: Scene, word: CueWord, comma: int) -> int:
    """The end of what somebody is blamed for who has an apposition: `accused the mayor|, Tom Okon,
    of lying`; 0 where none has."""
    words, tags = scene.words, scene.tags
    rest = range(comma + 2, min(word.last - 2, comma + LONGEST_RELATIVE))
    shut = next((i for i in rest if words[i] == ","), 0)
    if not shut or words[shut + 1] not in ("of", "for"):
        return 0
    if not FINITE.isdisjoint(tags[comma + 1 : shut]) and words[comma + 1] not in RELATIVES:
        return 0
    after = range(shut + 2, word.last)
    ends = (i for i in after if not scene.depth[i] and words[i] in ENDS)
    return next(ends, word.last)


_BLAMES = frozenset("accuse blame suspect condemn criticise criticize fault rebuke".split())


def _past_spell(scene: Scene, word: CueWord, comma: int) -> int:
    """The end of what was said past when it was, between commas: `that he spoke|, two weeks before
    the fire that killed her, of it`; the comma where nothing of the kind follows."""
    words = scene.words
    begins = time_phrases.spell_ends(words, comma + 1)
    rest = range(begins, min(word.last - 2, begins + LONGEST_RELATIVE))
    shut = next((i for i in rest if words[i] == ","), 0)
    if begins == comma + 1 or not shut or words[shut + 1] not in ("of", "about", "to", "that"):
        return comma
    return word.last - (words[word.last - 1] in ENDS)
