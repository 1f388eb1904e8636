"""Where a content ends before somebody else's words, or before what is said next.

`said the tunnel leaks|; Ruiz argued that it is safe`, `warned that it leaks|, before adding: “…”`.
"""

from __future__ import annotations

from attrib.detection import (
    absolutes,
    claimed,
    cut_lists,
    cut_short,
    fronted_clauses,
    goes_on,
    joined_clauses,
    reserve,
    subject_relatives,
)
from attrib.detection.candidates import Candidate
from attrib.detection.classes import tells
from attrib.detection.cues import CueWord
from attrib.detection.cut_short import (
    DASHES,
    ENDS,
    LONGEST_SUBJECT,
    OPENS_CLAUSE,
    SUBJECT,
    is_helped,
)
from attrib.detection.views import FINITE, Scene
from attrib.words.tokens import CLOSE, OPEN


def without_main(scene: Scene, reading: Candidate) -> Candidate:
    """A reading whose content ends before the clause that it depends on: `Although police said he
    was armed|, no gun was found`, `Their claim that it leaks| drew laughter`."""
    first, last = reading.content[-1]
    stop = _after_aside(scene, reading, _before_main(scene, reading, first, last))
    if _tells_which(scene, reading):
        stop = _before_predicate(scene, reading.head, first, stop, _has_clause(scene, reading))
    if stop >= last:
        return reading
    return reading._replace(content=(*reading.content[:-1], (first, stop)))


def _after_aside(scene: Scene, reading: Candidate, last: int) -> int:
    """The end of what is told of the subject in passing: `Ruiz, who says it leaks|, has left`."""
    words, tags, source, first = scene.words, scene.tags, reading.source, reading.content[-1][0]
    if source is None or words[source[0]] not in _RELATIVES or first < source[0]:
        return last
    if words[source[0] - 1] != "," or scene.depth[source[0]]:
        return last
    if not FINITE.isdisjoint(tags[reading.head.first : source[0]]):
        return last  # `They met Ruiz, who says that`
    for i in range(last - 2, first + 1, -1):
        verb = i + 1 + (tags[i + 1] == "RB")  # `, also left`
        if words[i] == "," and tags[verb] in _SURELY_FINITE and not scene.depth[i]:
            return i
    return last


_RELATIVES = frozenset(("who", "which", "whose"))


def without_predicate(scene: Scene, reading: Candidate) -> Candidate:
    """A reading whose content ends before the verb of those who tell it: `a man who said he was
    ill | had called`."""
    first, last = reading.content[-1]
    tags = scene.tags
    commas = [i for i in range(first + 1, last - 1) if scene.words[i] == ","]
    end = next((i for i in commas if tags[i + 1] in _SURELY_FINITE), last)
    stop = _before_predicate(scene, reading.head, first, end)
    return reading._replace(content=(*reading.content[:-1], (first, stop)))


def _before_main(scene: Scene, reading: Candidate, first: int, last: int) -> int:
    word, source = reading.head, reading.source or (0, 0)
    if word.at >= first or scene.depth[first] or scene.depth[word.at]:
        return last
    owned = scene.tags[word.at - 1] == "POS" and first == word.at + 2  # `his aide’s repeated claim`
    if (word.tag[:1] == "N" or owned) and scene.words[first] == "that":
        stop = _before_predicate(scene, word, first, last)
        return stop if stop < last else claimed.end(scene, word, first, last)
    within = scene.words[source[0] - 1] in _OPENERS and scene.words[source[0] - 2] in _BEFORE
    if not within and not fronted_clauses.opens(scene, word):
        return last
    for i in range(first + 1, min(last, word.last)):
        if scene.words[i] == "," and not scene.depth[i] and _is_clause(scene, i + 1, word.last):
            clause = not FINITE.isdisjoint(scene.tags[first:i])
            return i if clause or scene.tags[first] != "IN" else last
    return last


_OPENERS = frozenset(
    "while although though after before when if as because since once whereas unless until".split()
)
_BEFORE = frozenset((",", "that"))
"""`found that, | while some say it leaks, most do not`."""


def _is_clause(scene: Scene, first: int, last: int) -> bool:
    """Whether a subject and a verb stand before the next comma."""
    if scene.tags[first] not in OPENS_CLAUSE and scene.words[first] != "that":
        return False
    for i in range(first + 1, last):
        if scene.tags[i] in FINITE:
            return True
        if scene.words[i] in ENDS or scene.tags[i] in _NO_SUBJECT or scene.depth[i]:
            return False
    return False


_NO_SUBJECT = frozenset("WP WDT WRB CC VBG".split())


_OF_A_SUBJECT = frozenset("DT JJ NN NNS NNP NNPS POS PRP$ CD".split())


def _tells_which(scene: Scene, reading: Candidate) -> bool:
    """Whether a participle only tells which is meant, and the sentence's verb is still to come: `A
    letter asking for help | was sent`."""
    word, source = reading.head, reading.source
    if word.tag != "VBG" or source is None or source[1] != word.at or scene.depth[word.at]:
        return False
    return source[0] == word.first and reading.content[-1][0] > word.at


def _has_clause(scene: Scene, reading: Candidate) -> int:
    """How many verbs belong to what is told, of which `claiming he was robbed` has one."""
    at = reading.content[-1][0]
    plain = scene.words[at] not in ("that", "whether", "how", "why") and scene.tags[at] != "PRP"
    return int(not plain or (tells(reading.head.word) and scene.tags[at - 1] != "IN"))


def _before_predicate(scene: Scene, word: CueWord, first: int, last: int, owed: int = 1) -> int:
    """The end of a clause that tells a noun, before the verb of which that noun is the subject."""
    tags, words = scene.tags, scene.words
    begins = word.at
    while begins > word.first and tags[begins - 1] in _OF_A_SUBJECT:
        begins -= 1
    opened = (
        words[begins - 1] in fronted_clauses.OPENERS or words[begins - 1] == "that"
    )  # `said that his claim …`
    if not opened and not FINITE.isdisjoint(tags[word.first : word.at]):
        return last  # `They heard the claim that …`
    for i in range(first + 1, last):
        if words[i] == "that" and tags[i] == "IN":
            owed = 1  # `the claim that he said | that it leaks | is false`
        elif (
            words[i] == ","
            or tags[i] in _NO_SUBJECT
            or words[i] in fronted_clauses.OPENERS | {"that"}
        ):
            return last  # a clause more, and no telling which verb is whose
        # `the claim that it leaks | is false`
        another = words[i] in _HELPS and tags[i - 1] == "VBZ"
        if tags[i - 1] == "RB" and is_helped(scene, first, i):
            continue  # `a nurse who said they had never | heard of it`
        if tags[i] in _SURELY_FINITE and (tags[i - 1] not in _SURELY_FINITE or another):
            if not owed and (tags[i - 1] in _ENDS_CLAUSE or another):
                return i
            owed = 0
    return last


_HELPS = frozenset("is was has had will would".split())
_SURELY_FINITE = frozenset(("VBZ", "VBD", "MD"))
_ENDS_CLAUSE = frozenset("NN NNS NNP JJ RB VBN CD RP VB".split())


def before_next(scene: Scene, word: CueWord, first: int, last: int) -> int:
    """The end of a content, of which what another tag says is no part; past where it was cut
    short, as `goes_on` tells."""
    last = cut_lists.past(scene, word, first, last)
    if (main := _main_after_aside(scene, word, first, last)) is not None:
        return main
    if (holds_back := reserve.begins(scene, word, first, last)) is not None:
        return holds_back - (scene.words[holds_back - 1] == ",")
    if scene.words[last] in DASHES or not DASHES.isdisjoint(scene.words[first + 1 : last]):
        last = cut_short.past_dashes(scene, word, first, last)
    for step in _STEPS:
        end = step(scene, word, first, last)
        if end is not None:
            return end
    return goes_on.end(scene, word, first, last)


def _before_telling(scene: Scene, word: CueWord, first: int, last: int) -> int | None:
    """`warned that it leaks|, before adding: “…”`."""
    words, depth = scene.words, scene.depth
    if "before" not in words[first + 2 : last]:
        return None
    at = words.index("before", first + 2)
    said = depth[at] == depth[word.at] and tells(words[at + 1])
    if said and (words[at + 2] in (":", OPEN, "that") or at + 2 >= last):
        return at - (words[at - 1] == ",")
    return None


def _that_alone(scene: Scene, word: CueWord, first: int, last: int) -> int | None:
    """`would not confirm that|, but an aide said`."""
    alone = scene.words[first] == "that" and scene.words[first + 1] == ","
    return first + 1 if alone and scene.tags[first + 2] == "CC" else None


def _in_relative(scene: Scene, word: CueWord, first: int, last: int) -> int | None:
    """`The clerk, who asked that she not be named|, said`, `A nurse who was told she was well|
    said`."""
    words = scene.words
    if words[word.subject] != "who":
        return None
    if words[word.subject - 1] == "," and first > word.at:
        comma = words.index(",", first, last) if "," in words[first:last] else first
        if first + 2 < comma and scene.tags[comma + 1] in FINITE and not scene.depth[comma]:
            return comma
    return _main_verb(scene, word, first, last)


def _after_marks(scene: Scene, word: CueWord, first: int, last: int) -> int | None:
    """`quoted as saying “go”| as the plane lands`."""
    words = scene.words
    quoted = word.word in ("quoted", "saying") and "as" in words[word.at - 1 : word.at + 2]
    shouts = quoted or word.lemma in _SHOUTS
    if words[first] != OPEN or not shouts or CLOSE not in words[first:last]:
        return None
    at = words.index(CLOSE, first) + 1
    return at if scene.tags[at] in ("IN", "TO") else last


def _own_deed(scene: Scene, word: CueWord, first: int, last: int) -> int | None:
    """`denied shelling it| and blamed the army`, with no verb within to be joined to; `said it
    regrets it| and thanked its customers`."""
    words, depth = scene.words, scene.depth
    for at in range(first + 1, last - 1):
        if words[at] == "and" and scene.tags[at + 1] == "VBD" and tells(words[at + 1]):
            joins = FINITE.isdisjoint(scene.tags[first:at]) and not depth[at] and not depth[word.at]
            if joins and word.tag in FINITE and words[first] != "that":
                return at - (words[at - 1] == ",")
            return None
        if words[at] == "and" and _goes_back(scene, word, first, at):
            return at
    return None


def _semicolon(scene: Scene, word: CueWord, first: int, last: int) -> int | None:
    """`said the tunnel leaks|; Ruiz argued that it is safe`."""
    if ";" not in scene.words[first:last]:
        return None
    at = scene.words.index(";", first)
    cut = last - at < 3  # `it looked forward to it; privately|, some`
    level = scene.depth[at] == scene.depth[word.at]
    return at if level and (cut or is_told(scene, at + 1, last)) else None


def _granted(scene: Scene, word: CueWord, first: int, last: int) -> int | None:
    """`visits fell|, although its own survey suggested that`."""
    words, depth = scene.words, scene.depth
    for at in range(first + 3, last - 1):
        if words[at] in _GRANTING and words[at - 1] == "," and not depth[at] and not depth[first]:
            return at - 1 if is_told(scene, at + 1, word.last) else last
    return None


def _but_others(scene: Scene, word: CueWord, first: int, last: int) -> int | None:
    """`denied it leaks| but the council said it did`."""
    words, depth = scene.words, scene.depth
    if "but" not in words[first + 1 : last] or words[first] in _CLAUSES:
        return None
    at = words.index("but", first + 1)
    others = not depth[at] and not depth[word.at] and is_told(scene, at + 1, last)
    return at - (words[at - 1] == ",") if others else None


def _reply(scene: Scene, word: CueWord, first: int, last: int) -> int | None:
    """`told me to stop| and I said, “Why?”`, `asked me if it was shut| and I told him it was`."""
    words, depth = scene.words, scene.depth
    if "and" not in words[first + 1 : last] or words[first] == "that":
        return None
    at = words.index("and", first + 1)
    # where the cue stands in a quotation, so does the reply
    replies = words[at + 1] in _WHO_REPLIES and tells(words[at + 2]) and depth[at] == depth[word.at]
    told = words[at + 1] in _MYSELF and words[word.at + 1] in _HEARERS
    if not replies or not (told or OPEN in words[at + 3 : at + 5]):
        return None
    return at - (words[at - 1] == ",")


def _and_others(scene: Scene, word: CueWord, first: int, last: int) -> int | None:
    """`He said he would run|, and other leaders said he could win`, `Some said they would go| and
    others said they would stay`."""
    words, depth = scene.words, scene.depth
    for at in range(first + 3, last - 3):
        if words[at] == "," and words[at + 1] in _AND and not depth[at] and not depth[word.at]:
            hears = not _HEARERS.isdisjoint(words[at + 3 : at + 3 + LONGEST_SUBJECT])
            if scene.tags[at + 2] != "PRP" and not hears and is_told(scene, at + 2, last):
                return at
        others = words[at] == "and" and words[at + 1] in _OTHERS and not depth[at]
        if others and not depth[word.at] and is_told(scene, at + 1, last):
            return at
    return None


_STEPS = (
    _before_telling,
    _that_alone,
    _in_relative,
    subject_relatives.main_verb,
    _after_marks,
    _own_deed,
    _semicolon,
    _granted,
    _but_others,
    _reply,
    _and_others,
    joined_clauses.end,
    absolutes.end,
)
"""Asked in this order; the first that finds an end settles it."""


def _main_after_aside(scene: Scene, word: CueWord, first: int, last: int) -> int | None:
    """The comma after a relative clause in which somebody says a thing of its noun: `An email,
    which the lawyers say was his|, reads: “…”`."""
    words, tags = scene.words, scene.tags
    opens = word.phrase - 1
    if first < word.at or words[opens] not in ("which", "who") or words[opens - 1] != ",":
        return None
    before = range(word.first, opens - 1)
    # `An email | quoted in the suit, which`: a participle
    if any(tags[i] in FINITE and not (tags[i] == "VBD" and tags[i + 1] == "IN") for i in before):
        return None
    for i in range(first + 1, last - 1):
        if words[i] == "," and not scene.depth[i]:
            return i if tags[i + 1] in FINITE else None
    return None


def _main_verb(scene: Scene, word: CueWord, first: int, last: int) -> int | None:
    """The verb of whom a relative clause was about: `A nurse who was told she was well | said`."""
    tags, seen = scene.tags, False
    for i in range(first, last):
        if tags[i] not in FINITE or scene.depth[i]:
            continue
        inner = seen and i > first and tags[i - 1] in _ENDS_INNER and first > word.at
        if inner and not is_helped(scene, first, i):
            return i
        seen = True
    return None


_ENDS_INNER = frozenset("JJ RB RP VBN VBD VB".split())
_WHO_REPLIES = frozenset("i we he she they".split())
_MYSELF = frozenset(("i", "we"))


_OTHERS = frozenset("others some many another officials critics experts police".split())
_HEARERS = frozenset(("him", "her", "them", "me", "us"))
"""To whom what is retold was said: `said he called, and a nurse told him to wait`."""
_AND = frozenset(("and", "while", "though", "although"))
_CLAUSES = frozenset(("that", OPEN))
"""What goes on after `but` alike: `said that it leaks, but the council says it is dry`."""
_SHOUTS = frozenset("shout yell chant scream cry bellow sing".split())
"""Before a quotation, and then where or at whom: `shouting “go home” at the crew`."""


def _goes_back(scene: Scene, word: CueWord, first: int, joined: int) -> bool:
    """Whether a verb after `and` is in the tense of the cue, and not of a content that is told in
    the present."""
    words, tags, depth = scene.words, scene.tags, scene.depth
    if word.tag != "VBD" or tags[joined + 1] != "VBD" or depth[joined] or depth[word.at]:
        return False
    verbs = [i for i in range(first, joined) if tags[i] in FINITE]
    present = all(tags[i] in ("VBZ", "VBP") and words[i] not in _HAVE for i in verbs)
    return bool(verbs) and present and tags[joined + 2] in _BEGINS_OBJECT


_HAVE = frozenset(("has", "have", "'s", "'ve", "is", "are", "'re"))
"""Their participles look like a past tense: `it is fenced and guarded the whole night`."""
_BEGINS_OBJECT = frozenset("DT PRP PRP$ NNS NNP JJ".split())


_GRANTING = frozenset(("although", "though", "while", "whereas"))


def is_told(scene: Scene, first: int, last: int) -> bool:
    """Whether a clause begins with who says the rest of it: `Ruiz argued that`."""
    words, tags = scene.words, scene.tags
    first += 2 * (tags[first] == "RB" and words[first + 1] == ",")  # `; privately, | some said`
    for i in range(first, min(last - 1, first + LONGEST_SUBJECT)):
        if tags[i] in FINITE:
            verb = i + (words[i] in ("has", "have", "had"))  # `others | have said`
            return i > first and (tells(words[verb]) or words[verb + 1] == "that")
        early = i < first + 2 and words[i] != "of"  # `some of them`
        if tags[i] not in SUBJECT and (tags[i] not in ("IN", "TO") or early):
            return False
    return False
