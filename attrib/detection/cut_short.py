"""Where a content goes on that was cut short: `said the loan, made in May, | matches another`.

A subject without its verb, what a comma, a dash or a semicolon set off, or a word that nothing can
stop before: what follows is still said.
"""

from __future__ import annotations

from attrib.detection.classes import tells
from attrib.detection.cues import CueWord
from attrib.detection.views import FINITE, Scene
from attrib.words.tokens import CLOSE, OPEN

SUBJECT = frozenset("DT JJ NN NNS NNP POS CD PRP PRP$ CC".split())
LONGEST_SUBJECT = 8
OPENS_CLAUSE = frozenset("DT PRP PRP$ NNP NNS NN JJ CD EX".split())
DASHES = frozenset(("—", "–", "--", "-"))
RELATIVES = frozenset(("that", "which", "whose", "who"))
LONGEST_RELATIVE = 20
ENDS = frozenset((",", ";", ".", ":", "?", "!", "—", "–", "--"))


def past_dashes(scene: Scene, word: CueWord, first: int, last: int) -> int:
    """Where a content ends whose subject is explained between dashes: `said the lake — a reservoir
    dug in 1900 — | leaks`."""
    words, tags, depth = scene.words, scene.tags, scene.depth
    opens = next((i for i in range(first + 1, last + 1) if words[i] in DASHES), last)
    if word.at > first or opens == first or not FINITE.isdisjoint(tags[first:opens]):
        return last
    for i in range(opens + 1, min(word.last - 1, opens + LONGEST_RELATIVE)):
        if depth[i] != depth[opens] or words[i] in (";", ":"):
            return last
        if words[i] in DASHES:
            goes_on = tags[i + 1] in FINITE and not tells(words[i + 1])
            return word.last - (words[word.last - 1] == ".") if goes_on else last
    return last


def is_subject_alone(scene: Scene, word: CueWord, first: int, last: int) -> bool:
    """Whether a content ends with a clause that has no verb yet: `leaks, but the boat | ignored
    it`."""
    words, tags = scene.words, scene.tags
    if first < word.at or scene.depth[last] or scene.depth[word.at] or last + 2 > word.last:
        return False
    if words[last] in ENDS or tags[last] not in ("VBD", "VBZ", "VBP", "MD", "JJ", "VBN"):
        return False
    for i in range(last - 1, max(first, last - LONGEST_SUBJECT), -1):
        if words[i] in _JOINS and words[i - 1] == ",":
            return (
                i < last - 1
                and tags[i + 1] in ("DT", "PRP", "PRP$", "NNP")
                and not tells(words[last])
            )
        if words[i] == "," and tags[first] == "IN" and word.lemma == "say":
            return i < last - 1 and FINITE.isdisjoint(tags[first:i]) and not tells(words[last])
        if tags[i] not in ("DT", "JJ", "NN", "NNS", "NNP", "PRP", "PRP$", "CD"):
            return False
    return False


def past_joint_clauses(scene: Scene, word: CueWord, last: int) -> int:
    """Where a content ends that goes on with a clause alike: `said it leaks | and that it rots`."""
    words, depth = scene.words, scene.depth
    joint = last + (words[last] == ",")
    if words[joint] not in ("and", "but") or words[joint + 1] != "that":
        return last
    if depth[joint] != depth[word.at] or scene.tags[joint + 2] in _NO_CLAUSE:
        return last
    for i in range(joint + 3, word.last):
        if depth[i] == depth[joint] and (words[i] == ";" or _leaves(words[i], words[i + 1])):
            return i
    return word.last - (words[word.last - 1] in ENDS)


def clause_follows(scene: Scene, word: CueWord, comma: int) -> bool:
    """Whether a clause begins after a comma, and goes on to the end: `, | the firm would go`."""
    tags = scene.tags
    if tags[comma + 1] not in ("DT", "PRP", "PRP$", "NNP", "NN", "NNS", "JJ"):
        return False
    for i in range(comma + 2, min(word.last, comma + _LONGEST_SET_OFF)):
        if tags[i] in FINITE:
            return not tells(scene.words[i])
        if scene.words[i] in ENDS or scene.depth[i]:
            return False
    return False


def has_verb(scene: Scene, word: CueWord, last: int) -> bool:
    """Whether a phrase goes on to a verb that no comma or mark parts from it."""
    for i in range(last + 1, min(word.last, last + _LONGEST_SET_OFF)):
        if scene.tags[i] in FINITE:
            return True
        if scene.words[i] in ENDS or scene.depth[i] or scene.tags[i] in ("WP", "WDT", "WRB"):
            return False
    return False


def _leaves(word: str, following: str) -> bool:
    return word == "," and following in _LEAVES


_LEAVES = frozenset("while although though adding according but whereas".split())
"""What follows a comma after the last of the clauses that somebody says."""
_NO_CLAUSE = FINITE | {"IN", "TO", "CC", ",", "."}


def main_clause_ends(scene: Scene, word: CueWord, first: int, comma: int) -> int:
    """The end of a content that was cut after its first, subordinate clause: `said that while the
    law works, | reforms were needed`."""
    words, tags, depth = scene.words, scene.tags, scene.depth
    if "," in words[first:comma] or not FINITE.intersection(tags[first:comma]):
        return comma
    around, verb = depth[comma], False
    for i in range(comma + 1, word.last):
        verb = verb or (tags[i] in FINITE and i > comma + 1)
        if depth[i] == around and words[i] in ENDS:
            return i if verb else comma
        if words[i] == CLOSE and words[i - 1] == "." and i + 1 >= word.last:
            return i + 1 if verb else comma
    return word.last if verb else comma


def completed(scene: Scene, word: CueWord, last: int) -> int:
    """The end of a content that stopped before a word that nothing can stop before."""
    words, tags, depth = scene.words, scene.tags, scene.depth
    if last + 1 >= word.last or (words[last] == "to" and tags[last + 1] == "CD"):
        return last
    for i in range(last + 1, word.last):
        joins = words[i] in _JOINS and tags[i + 1] in FINITE
        if words[i] == "." and i + 1 < word.last:
            continue  # `Mr.`
        if words[i] in ENDS or words[i] in _ADVERBIAL or joins or depth[i] != depth[last]:
            return i
    return word.last


def parts_adjectives(scene: Scene, comma: int) -> bool:
    """Whether a comma parts adjectives before their noun."""
    tags = scene.tags
    if tags[comma - 2] not in ("IN", "DT", "PRP$") or tags[comma + 1] not in ("JJ", "RB", "VBN"):
        return False
    at = comma + 1 + (tags[comma + 1] == "RB")
    return tags[at] in ("JJ", "VBN") and tags[at + 1] in ("NN", "NNS")


_JOINS = frozenset(("and", "or", "but"))
_ADVERBIAL = frozenset("as after when while before because but although though during".split())


def with_predicate(scene: Scene, word: CueWord, first: int, comma: int) -> int:
    """The end of a content that was cut after what is set off, before the verb of its subject:
    `said that the worker, known as Fox, | had prevented a blast`."""
    set_off = "," in scene.words[first:comma]
    relative = scene.words[word.subject] in ("who", "which", "that")
    if relative or not set_off or tells(scene.words[comma + 1]):
        return comma
    return word.last - (scene.words[word.last - 1] == ".")


def past_set_off(scene: Scene, word: CueWord, comma: int) -> int:
    """The end of a content of which only the subject was taken: `said the message, | from his wife,
    had been opened`."""
    words, tags = scene.words, scene.tags
    whole = word.last - (words[word.last - 1] == ".")
    for i in range(comma + 1, min(word.last - 1, comma + _LONGEST_SET_OFF)):
        if scene.depth[i] != scene.depth[comma]:
            return comma
        if tags[i] in FINITE and words[i] not in PARTICIPLES:
            # `said the bank, the ministry and two agencies | met`
            listed = "and" in words[comma + 2 : i] and tags[i - 1] in ("NN", "NNS", "NNP")
            listed = listed and tags[comma + 1] != "CC" and _LISTED.issuperset(tags[comma + 1 : i])
            return whole if listed and not tells(words[i]) else comma
        if words[i] == "," and tags[comma + 1] in ("DT", "NNP", "JJ") and "and" in words[i : i + 8]:
            continue
        if words[i] == ",":
            verb = tags[i + 1] in FINITE and not tells(words[i + 1])
            # a verb that looks like a plural: `said the loan, made in May, | matches another`
            verb = verb or (tags[i + 1] == "NNS" and tags[i + 2] in ("DT", "CD", "PRP$"))
            return whole if verb else comma
    return comma


_LONGEST_SET_OFF = 18
PARTICIPLES = frozenset("aged named called known identified described dubbed".split())
"""After a comma they tell a noun, `the man, | named locally as Ruiz, | was found`."""
_LISTED = frozenset("DT JJ NN NNS NNP CC , POS IN CD".split())


def as_what(scene: Scene, word: CueWord, comma: int) -> int:
    """The end of a content that was cut before a clause about its noun, and goes on with what that
    is said to be: `praised Ruiz, | who left the race, as “a friend”`."""
    words, depth = scene.words, scene.depth
    for i in range(comma + 2, min(word.last - 2, comma + LONGEST_RELATIVE)):
        if depth[i] != depth[comma] or words[i] in (";", ":"):
            return comma
        if words[i] == ",":
            if words[i + 1] != "as":
                return comma
            end = i + 2
            while end < word.last and (depth[end] > depth[comma] or words[end] not in ENDS):
                end += 1
                if depth[end - 1] > depth[comma] >= depth[end] and words[end] != OPEN:
                    break
            return end
    return comma


def past_other_name(scene: Scene, word: CueWord, first: int, comma: int) -> int:
    """The end of a content that stopped after what something is also called, and before which one
    it is: `said there was a second room, the old vault, | that nobody had opened`."""
    words, tags = scene.words, scene.tags
    if words[comma + 1] not in RELATIVES or tags[comma + 2] == ",":
        return comma
    for i in range(comma - 1, max(first + 1, comma - LONGEST_SUBJECT), -1):
        if words[i] == "," and FINITE.intersection(tags[first:i]):
            return completed(scene, word, comma + 1)
        if tags[i] not in SUBJECT or scene.depth[i] != scene.depth[comma]:
            return comma
    return comma


def list_end(scene: Scene, word: CueWord, last: int) -> int:
    """The end of a list that semicolons part: `had burned; sunk; | or washed ashore`."""
    words = scene.words
    marks = [i for i in range(last, word.last) if words[i] == ";"]
    if len(marks) < 2 or marks[-1] + 1 == word.last:
        return last
    listed = words[marks[-1] + 1] in ("or", "and") and scene.tags[last + 1] not in OPENS_CLAUSE
    if not listed:
        return last
    return word.last - (words[word.last - 1] == ".")


def that_which_waits(scene: Scene, first: int, last: int) -> int | None:
    """Where a clause begins whose main one is still to come: `said Ruiz told her | that if it
    leaks`."""
    words = scene.words
    for i in range(last - 2, first - 1, -1):
        if words[i] == "that" and scene.depth[i] == scene.depth[last]:
            return i if words[i + 1] in _SUBORDINATORS else None
    return None


_SUBORDINATORS = frozenset(
    "while although though if because when whenever after once unless whereas since as".split()
)


def is_helped(scene: Scene, first: int, verb: int) -> bool:
    """Whether a verb goes with a helper before its adverb, however it is tagged: `who said he | had
    never heard | it`, `he would soon think`."""
    before = verb - 1
    while before > first and scene.tags[before] == "RB":
        before -= 1
    helper = scene.tags[before] == "MD" or scene.words[before] in _HELPERS
    helper = helper and scene.words[verb] not in _HELPERS and scene.tags[verb] != "MD"
    return helper and before < verb - 1


_HELPERS = frozenset("has have had 've did does do".split())
