"""What is set off before a source, or after it: its verb stands far away.

`Ana Ruiz, one of six people who decide what fees towns pay for roads, water and other works, said`:
the verb next to `said` belongs to what is set off, and so does the noun phrase that it follows. In
`Speaking to “lost voters,” Ruiz said` the quotation is nothing she says.
"""

from __future__ import annotations

from attrib.detection import passives
from attrib.detection.candidates import TokenRange
from attrib.detection.classes import SAID, TOLD, is_of, tells
from attrib.detection.cues import CueWord
from attrib.detection.time_phrases import time_ends
from attrib.detection.views import FINITE, Scene
from attrib.words.tokens import CLOSE, OPEN

_SUBJECT = frozenset("DT JJ NN NNS NNP POS CD PRP$ IN CC".split())
_BEGINS_SUBJECT = frozenset("DT JJ NN NNS NNP CD PRP$".split())
_BEGINS_ASIDE = frozenset("WP WDT WP$ DT JJ NN NNP CD PRP$ VBN".split())
_BEGINS_CLAUSE = frozenset(("WP", "WDT", "WP$"))
_NOT_SET_OFF = frozenset((OPEN, CLOSE, ":", ";"))
_ENDS_TAG = frozenset(",.")
_SHORTEST, _LONGEST, _LONGEST_SUBJECT = 6, 48, 14


def source(scene: Scene, word: CueWord) -> TokenRange | None:
    """The source that opens a sentence and has clauses set off before its verb; else None.

    `The dam leaks, a fault that engineers know, said Ana Ruiz` has its tag turned round.
    """
    words, tags, at = scene.words, scene.tags, word.at
    helped = tags[at] == "VBN"
    while helped and words[at - 1] not in _SHUTS and at > word.first:  # `, | has also denied`
        if words[at - 1] not in _HAS and tags[at - 1] != "RB":
            return None
        at -= 1
    if not _is_shut(scene, at) or tags[at] not in FINITE or not is_of(word.sort, TOLD):
        return None
    if not _SHORTEST <= at - word.first <= _LONGEST or scene.depth[at] != scene.depth[word.first]:
        return None
    first = _clause_begins(scene, word)
    comma = _subject_end(scene, word, first)
    if comma is None:
        return None
    if tags[comma + 1] in ("VBN", "VBD") and tags[comma - 1] == "NNP":
        # `Okon, signed in May, revealed`: after a comma it is no verb of the name before it
        plain = FINITE.isdisjoint(tags[comma + 2 : at]) and "," not in words[comma + 1 : at - 1]
        tag = tells(words[comma + 1]) and tags[comma + 2] != "IN"  # `Okon, said Ruiz, revealed`
        return (first, at) if plain and not tag else None
    if tags[comma + 1] == "RB" and tags[comma + 2] == "VBN":  # `Ruiz, | once seen as safe, | said`
        plain = FINITE.isdisjoint(tags[comma + 3 : at]) and "," not in words[comma + 1 : at - 1]
        return (first, at) if plain else None
    begins = tags[comma + 1] in _BEGINS_ASIDE or words[at - 1] == CLOSE
    if not begins or _is_inverted(scene, at):
        return None
    told = _is_aside(scene, comma + 1, at - 1) or _is_apposed(scene, comma + 1, at)
    return (first, at) if told else None


def _is_shut(scene: Scene, at: int) -> bool:
    """Whether a comma ends what is set off before a verb, in the marks of its last words too: `who
    called it “a farce,” | said`."""
    words = scene.words
    return words[at - 1] == "," or words[at - 2 : at] == [",", CLOSE]


_SHUTS = frozenset((",", CLOSE))


def _is_apposed(scene: Scene, first: int, at: int) -> bool:
    """Whether tokens only say what the subject of a verb is, and a clause follows the verb: `Ruiz,
    | the mayor, | argued the road was shut`."""
    words, tags = scene.words, scene.tags
    named = words[at - 1] == CLOSE and (tags[first][:2] == "RB" or words[first] in _NAMED_SO)
    if tags[first] not in _BEGINS_SUBJECT and not named:
        return False
    if not _IN_APPOSED.issuperset(
        tags[i] for i in range(first + named, at - 1) if scene.depth[i] <= scene.depth[at]
    ):
        return False
    begins = time_ends(words, tags, at + 1, len(tags))
    return words[begins] in ("that", "against") or passives.is_bare(scene, begins)


_NAMED_SO = frozenset("known dubbed nicknamed called styled named".split())
_IN_APPOSED = _SUBJECT | {"“", "”", ",", "TO", "VBN"}
_HAS = frozenset(("has", "have", "had"))


def _clause_begins(scene: Scene, word: CueWord) -> int:
    """Where the clause of a verb begins, past one before it that has its own: `Friends say she may
    go, and | one aide, who …, said`."""
    words, tags = scene.words, scene.tags
    first = word.first
    for i in range(word.at - 4, first + 2, -1):
        if words[i] == ";" or (words[i] in _COORDINATES and words[i - 1] == ","):
            begins = tags[i + 1] in _BEGINS_SUBJECT
            verb = next((k for k in range(first, i) if tags[k] in FINITE or words[k] == ","), i)
            return i + 1 if begins and tags[verb] in FINITE else first
    return first


_COORDINATES = frozenset("and but while though although".split())


def after_quotation(scene: Scene, word: CueWord) -> TokenRange | None:
    """Who tags a quotation right after it, with what is set off before the verb: `“Go,” | the
    airline’s boss, Ana Ruiz, | admitted`."""
    words, tags, at = scene.words, scene.tags, word.at
    if words[at - 1] != "," or scene.depth[at] or word.tag not in _TOLD_TAGS:
        return None
    if not is_of(word.sort, TOLD) or words[at + 1] in _OWN_CONTENT:
        return None
    if passives.is_bare(scene, at + 1):
        return None  # `A spokesman for Orvale Zoo, the charity, said the seal was after lunch`
    first = at - 1
    while first > word.first and words[first - 1] not in _NOT_SET_OFF:
        first -= 1
    tagged = first > word.first and words[first - 2] in _ENDS_TAGGED
    if words[first - 1] != CLOSE or not tagged or at - first > _LONGEST:
        return None
    comma = words.index(",", first)
    plain = comma < at - 1 and tags[first] in _BEGINS_SUBJECT
    if not plain or not _SUBJECT.issuperset(tags[first:comma]):
        return None
    clause = tags[comma + 1] in _BEGINS_CLAUSE
    return (first, at) if clause or FINITE.isdisjoint(tags[comma + 1 : at]) else None


_TOLD_TAGS = frozenset(("VBD", "VBN", "VBZ"))
_OWN_CONTENT = frozenset(("that", ":", OPEN))
_ENDS_TAGGED = frozenset(",?!")


def made(scene: Scene, word: CueWord) -> TokenRange | None:
    """What opens a sentence, with what was done to it: `A video posted to X | shows`, `A pastor
    accused of stealing from his church | told`."""
    words, tags, first, at = scene.words, scene.tags, word.first, word.at
    if tags[first] not in ("DT", "PRP$") or word.tag not in FINITE or at - first > _LONGEST_SUBJECT:
        return None
    for i in range(first + 2, at - 2):
        if words[i] in _MADE and tags[i - 1] in ("NN", "NNS"):
            rest = {*tags[i + 1 : at]}
            return (first, at) if tags[i + 1] in ("IN", "TO") and rest <= _IN_MADE else None
        if tags[i] not in _SUBJECT:
            return None
    return None


_MADE = frozenset(
    """posted shared published released uploaded obtained leaked issued signed written filed seen
    reviewed recorded filmed taken sent circulated commissioned compiled carried prepared accused
    charged convicted suspected jailed arrested injured""".split()
)
_IN_MADE = _SUBJECT | {"TO", "RB", "VBG"}


def named(scene: Scene, word: CueWord) -> TokenRange | None:
    """A subject with its name, in another’s words: `said | the mayor, Ana Ruiz, | denied`."""
    words, tags, last = scene.words, scene.tags, word.subject
    if words[last] != "," or tags[last - 1] != "NNP" or not is_of(word.sort, TOLD):
        return None
    comma = last - 1
    while tags[comma] == "NNP" and comma > max(word.first, last - 5):
        comma -= 1
    begin = comma
    while begin > word.first and tags[begin - 1] in _OF_SUBJECT and comma - begin < 6:
        begin -= 1
    plain = words[comma] == "," and begin < comma and tags[begin] in ("DT", "PRP$")
    inner = plain and (words[begin - 1] == "that" or tells(words[begin - 1]))
    return (begin, last + 1) if inner and begin > word.first else None


_OF_SUBJECT = frozenset("DT JJ NN NNS POS PRP$".split())


def _subject_end(scene: Scene, word: CueWord, first: int) -> int | None:
    """The comma after the noun phrase that opens a clause."""
    words, tags = scene.words, scene.tags
    if tags[first] not in _BEGINS_SUBJECT:
        return None
    for i in range(first, min(word.at - 1, first + _LONGEST_SUBJECT)):
        if words[i] == ",":
            return i
        if tags[i] not in _SUBJECT and words[i] != ".":
            return None
    return None


def _is_aside(scene: Scene, first: int, last: int) -> bool:
    """Whether tokens are clauses set off, none of whose verbs is that of the sentence."""
    words, tags = scene.words, scene.tags
    clauses, around = False, scene.depth[first]
    for i in range(first, last):
        if clauses and scene.depth[i] > around:
            continue  # `who called it “a farce”`
        if words[i] in _NOT_SET_OFF:
            return False
        clauses = clauses or tags[i] in _BEGINS_CLAUSE
        after_comma = words[i - 1 - (tags[i - 1] == "RB")] == ","
        if tags[i] in FINITE and (after_comma or not clauses):
            return False
    return clauses


def _is_inverted(scene: Scene, at: int) -> bool:
    """Whether nothing but a noun phrase follows a verb, which then is its subject."""
    end = at + 1
    while scene.tags[end] in _SUBJECT:
        end += 1
    return end > at + 1 and scene.words[end] in _ENDS_TAG


def after_setting(scene: Scene, word: CueWord) -> TokenRange | None:
    """The source after a phrase that ends with words in marks, and only says when, where or how:
    `Alluding to the “old guard,” | Ruiz | said`."""
    words, tags, first, at = scene.words, scene.tags, word.first, word.phrase
    if tags[first] not in ("VBG", "IN") or word.tag not in FINITE or not is_of(word.sort, TOLD):
        return None
    if CLOSE not in words[at - 2 : at] or "," not in words[at - 2 : at] or at - first > _LONGEST:
        return None
    opens = next((i for i in range(first + 1, at) if words[i] == OPEN), None)
    if opens is None or words[opens - 1] in ("that", ",") or tags[opens - 1] in FINITE:
        return None
    set_before = FINITE.isdisjoint(tags[first:at]) and words[opens + 1 : at].count(OPEN) == 0
    return (at, word.subject + 1) if set_before and word.subject >= at else None


def named_in_marks(scene: Scene, word: CueWord) -> tuple[int, int] | None:
    """`The firm “Dry Rivers” said it would close`: the name is set in marks, and nobody's words."""
    words, tags, forms, at = scene.words, scene.tags, scene.forms, word.at
    if words[at - 1] != CLOSE or not is_of(word.sort, _TOLD_SORTS):
        return None
    opens = at - 2
    while opens > word.first and words[opens] != OPEN:
        opens -= 1
    in_capitals = all(forms[i][0].isupper() for i in (opens + 1, at - 2))
    if words[opens] != OPEN or not in_capitals or tags[opens - 1] not in ("NN", "NNP"):
        return None
    begin = opens
    while begin > word.first and (tags[begin - 1] in NAMED_THING or words[begin - 1] == "of"):
        begin -= 1
    determined = begin < opens - 1 and tags[begin] in ("DT", "PRP$", "JJ", "NNP")
    return (begin, at) if determined and at + 2 < word.last else None


_TOLD_SORTS = SAID | {"promise"}
NAMED_THING = frozenset("DT JJ NN NNP POS PRP$ VBN".split())
