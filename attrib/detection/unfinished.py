"""Where a content goes on that stopped before its clause had its verb, or amid clauses that are all
said.

`said the mayor, who slept, | had sold it`, `said the dam was sold, | the papers were burned and the
board knew`. The learned ends look at the words around a comma; here the clause is read from its
beginning, past all that is set off in it.
"""

from __future__ import annotations

from attrib.detection.classes import CLAUSAL, tells
from attrib.detection.cues import CueWord
from attrib.detection.cut_short import DASHES, OPENS_CLAUSE
from attrib.detection.views import FINITE, Scene
from attrib.words.tokens import CLOSE, OPEN

_CLAUSAL_TOO = frozenset("tell claim believe think write".split())
_LONGEST = 60
"""Tokens in which a clause has to come to its verb."""
_SUBORDINATE = frozenset("when while if because since once after before although though as".split())
_PREPOSITIONS = frozenset("in on at by during for from under with despite".split())
_RELATIVES = frozenset(("WP", "WDT", "WRB"))
_ENDS = frozenset((";", ":", ".", "?", "!"))
_CLOSES = {"(": ")", "[": "]", OPEN: CLOSE}


def end(scene: Scene, word: CueWord, first: int, last: int) -> int:
    """The token after a content that begins at `first`, and was to end before `last`."""
    last = _past_pronoun(scene, word, last)
    after = first > word.at and scene.depth[first] == scene.depth[word.at]
    clausal = word.lemma in CLAUSAL or word.lemma in _CLAUSAL_TOO or scene.words[first] == "that"
    if not (after and clausal) or last >= word.last - 1:
        return last
    begins = first + (scene.words[first] == "that")
    begins += scene.words[begins] == ","  # `finds that, | while some left, most stayed`
    for i in range(last - 1, first, -1):
        if scene.words[i] == "that" and scene.words[i - 1] in ("and", "but"):
            begins = i + 1  # `that it leaked and | that the mayor, who slept, | had sold it`
            break
    verb = _main_verb(scene, word, begins)
    if verb is None:
        return last
    whole = word.last - (scene.words[word.last - 1] == ".")
    if verb >= last or _goes_on(scene, word, verb, last) or _is_listed(scene, last, whole):
        return whole
    return last


def _past_pronoun(scene: Scene, word: CueWord, last: int) -> int:
    """The end of a content past the pronoun that is the sentence’s last word, which seldom ends
    one in what was learned: `can't go | on like this.`, `deserved better | than that.`"""
    words, tags, stop = scene.words, scene.tags, word.last - 1
    if words[stop] != "." or tags[stop - 1] not in _PRONOUNS or words[stop - 1] not in _AT_ENDS:
        return last
    rest = range(last, stop)
    held = len(rest) <= _SHORT_REST and all(tags[i] in _IN_REST for i in rest)
    return stop if held and scene.depth[stop] == scene.depth[word.at] else last


_AT_ENDS = frozenset("this that these those it him her them all".split())
_PRONOUNS = frozenset(("DT", "PRP", "IN", "PRP$", "RB"))
_SHORT_REST, _IN_REST = 4, frozenset("DT PRP PRP$ IN RB JJ JJR RBR TO .".split())


def _main_verb(scene: Scene, word: CueWord, first: int) -> int | None:
    """The finite verb of the clause that begins with a token; None where that is not told."""
    words, tags = scene.words, scene.tags
    i, owed = _past_opening(scene, word, first), 0
    if i is None or tags[i] not in OPENS_CLAUSE or words[i] in ("that", "so"):
        return None
    stop = min(word.last, first + _LONGEST)
    if "'" in words[i]:
        return None  # `he's` has its verb
    begins = i
    while i < stop:
        if (tags[i] in FINITE or _resumes(scene, i) or _is_quoted(scene, i)) and i > begins:
            if not owed:
                return i + _is_quoted(scene, i)
            owed -= 1
        elif words[i] in _CLOSES:
            closes = _closing(scene, i, stop)
            if closes is None:
                return None
            i = closes
        elif words[i] == "," or words[i] in DASHES:
            resumes = _past_aside(scene, i, stop)
            if resumes is None:
                return None
            i = resumes - 1
        elif words[i] in _SUBORDINATE or words[i] == "to" or tags[i] in ("VBG", "PRP"):
            if not owed and (tags[i] != "PRP" or i > begins):
                return None
        elif words[i] in _ENDS and not (words[i] == "." and "." in words[i - 1]):
            return None
        elif tags[i] in _RELATIVES or (words[i] == "that" and tags[i - 1][:1] == "N"):
            owed += 1
        i += 1
    return None


def _past_opening(scene: Scene, word: CueWord, first: int) -> int | None:
    """Where the main clause begins, past what is set before it: `when he asked, | the mayor`."""
    words, tags = scene.words, scene.tags
    at = first
    while words[at] in _SUBORDINATE or (words[at] in _PREPOSITIONS and tags[at] == "IN"):
        held = words[at] in _SUBORDINATE
        for comma in range(at + 1, min(word.last, first + _LONGEST)):
            if words[comma] in _CLOSES or words[comma] in _ENDS:
                return None
            has_verb = not FINITE.isdisjoint(tags[at:comma])
            if words[comma] == "," and has_verb == held and tags[comma + 1] in OPENS_CLAUSE:
                at = comma + 1
                break
        else:
            return None
    return at


def _closing(scene: Scene, opens: int, stop: int) -> int | None:
    """What closes a bracket or a quotation."""
    closes = _CLOSES[scene.words[opens]]
    inside = scene.depth[opens]
    return next(
        (
            i
            for i in range(opens + 1, stop)
            if scene.words[i] == closes and scene.depth[i] <= inside
        ),
        None,
    )


def _past_aside(scene: Scene, mark: int, stop: int) -> int | None:
    """Where a clause goes on after what a comma or a dash sets off in its subject, with its verb:
    `the mayor, who slept, | had`; after a list, `Ruiz, the mayor and the board | had`."""
    words, tags = scene.words, scene.tags
    dash = words[mark] in DASHES
    for i in range(mark + 1, stop):
        if words[i] in _ENDS and not (words[i] == "." and "." in words[i - 1]):
            return None
        closes = words[i] in DASHES if dash else words[i] == ","
        if closes and not dash and words[i + 1] == CLOSE and tags[i + 2] in FINITE:
            return i + 2  # `the man, known as “the Fox,” | had`
        helped = tags[i + 1] == "RB" and tags[i + 2] in FINITE
        goes_on = helped or _resumes(scene, i + 1) or _is_quoted(scene, i + 1)
        if closes and (tags[i + 1] in FINITE or goes_on):
            return i + 1
        if tags[i] in FINITE and not dash and tags[mark + 1] in OPENS_CLAUSE:
            listed = "and" in words[mark:i] and FINITE.isdisjoint(tags[mark:i])
            return i if listed and tags[i - 1][:1] in ("N", CLOSE) else None
    return None


def _resumes(scene: Scene, at: int) -> bool:
    """Whether a verb that looks like a plural goes on after what is set off: `the ruling, which
    came in May, | raises questions`."""
    words, tags = scene.words, scene.tags
    mark = words[at - 1] in (",", ")") or words[at - 1] in DASHES
    return mark and tags[at] == "NNS" and (tags[at + 1] in _OBJECTS or words[at + 1] in _OBJECTS)


def _is_quoted(scene: Scene, at: int) -> bool:
    """Whether a quotation opens with the verb: `said the dam, built in May, | “should be shut”`."""
    return scene.words[at] == OPEN and scene.tags[at + 1] in FINITE


_OBJECTS = frozenset("DT CD PRP$ PRP WRB NNS how why what that".split())


def _goes_on(scene: Scene, word: CueWord, verb: int, last: int) -> bool:
    """Whether the clause goes on with another verb or the opposite of what it said: `knew of it |
    and kept it quiet`, `was about money|, not the dam`."""
    words, tags = scene.words, scene.tags
    if words[last] == "," and words[last + 1] == "not":
        end = last + 2
        while tags[end] in OPENS_CLAUSE or tags[end] in ("IN", "PRP$", "POS"):
            end += 1
        return words[end] in _ENDS or not words[end]
    joined = words[last] in ("and", "or") and words[last - 1] != ","
    if joined and tags[last + 1] == tags[verb] and not tells(words[last + 1]):
        return True
    return _is_said_too(scene, word, last)


def _is_said_too(scene: Scene, word: CueWord, last: int) -> bool:
    """Whether a clause goes on with a verb that is set back as what was said is: `said it had “full
    trust” in him | and would wait`; not with one that tells of the source, `and would not say`."""
    words, tags = scene.words, scene.tags
    joint = last + (words[last] == "," and words[last + 1] in ("and", "but"))
    at = joint + 1
    if words[joint] == "but" and joint > last and words[at] not in _SURELY_SET_BACK:
        return False
    if words[joint] not in ("and", "but", "or") or words[at] not in _SET_BACK:
        return False
    if word.tag != "VBD" or scene.depth[at] != scene.depth[word.at]:
        return False
    rest = range(at + 1, min(word.last, at + _NEAR))
    return not any(
        tags[i][:1] == "V" and tells(words[i]) and words[i - 1] not in _DONE_TO for i in rest
    )


_SET_BACK = frozenset("would had could might were was should did".split())
_SURELY_SET_BACK = frozenset("would had could might".split())
_DONE_TO = frozenset(("be", "been", "being"))
"""`said they were held and would be | released`: nobody tells it."""
_NEAR = 4


def _is_listed(scene: Scene, comma: int, whole: int) -> bool:
    """Whether clauses follow a comma, the last of them after `and`, of which none tells anything:
    `, the papers were burned, the board was paid and nobody knew`."""
    words, tags = scene.words, scene.tags
    if words[comma] != "," or "and" not in words[comma:whole] or OPEN in words[comma:whole]:
        return False
    at, clauses = comma + 1, 0
    while at < whole:
        joins = next((i for i in range(at, whole) if words[i] == "," or words[i] == "and"), whole)
        begins = at + (words[at] == "and")
        verb = next((i for i in range(begins, joins) if tags[i] in FINITE), None)
        if tags[begins] not in OPENS_CLAUSE or verb is None or verb == begins or tells(words[verb]):
            return False
        clauses += 1
        at = joins + 1 + (words[joins] == "," and words[joins + 1 : joins + 2] == ["and"])
    return clauses > 1
