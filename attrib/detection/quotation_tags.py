"""The tags that grammar shows after a quotation: `“Wait,” cautions Ana Ruiz`.

The mark that closes, with what stands before it, tells that a tag follows, whoever is in it:
`“Go,” a man who saw it said`, `“Why?” Ana Ruiz asked Tom Okon.`
"""

from __future__ import annotations

from collections.abc import Sequence

from attrib.detection.classes import TOLD, is_of, tells
from attrib.detection.clause_tags import BEGINS_SOURCE
from attrib.detection.cues import CueWord
from attrib.detection.views import FINITE, OBJECTS, PHRASE, Scene
from attrib.knowledge import tag_verbs
from attrib.words.tokens import CLOSE, OPEN

TokenRange = tuple[int, int]

NAMES = frozenset("DT JJ NN NNS NNP POS PRP$".split())


def is_tag_with_relative(scene: Scene, word: CueWord) -> bool:
    """`“Go,” a man who saw it said.`"""
    source = with_relative(scene, word)
    return source is not None and ends_tagged(scene, source[0])


def after_inverted(scene: Scene, word: CueWord) -> TokenRange | None:
    """Whose participle follows a tag turned round: `“We left,” said | one woman, | adding`."""
    words, tags, at = scene.words, scene.tags, word.at
    if word.tag != "VBG" or words[at - 1] != "," or not is_of(word.sort, TOLD):
        return None
    first = at - 1
    while first > word.first and tags[first - 1] in PHRASE and words[first - 1] != CLOSE:
        first -= 1
    tagged = tags[first - 1] in FINITE and words[first - 2] == CLOSE
    return (first, at - 1) if tagged and first < at - 1 else None


def with_relative(scene: Scene, word: CueWord) -> TokenRange | None:
    """A source with a relative clause, over before its verb: `a man who saw it | has said`."""
    words, tags, at = scene.words, scene.tags, word.at
    while words[at - 1] in _PERFECT and at > word.first:
        at -= 1
    if at == word.at and word.tag not in FINITE:
        return None
    if "statement" not in word.sort:
        return None
    if tags[at - 1] in _NO_CLAUSE_END and words[at - 1] not in OBJECTS | {"it"}:
        return None  # but `who saw it | said`
    verbs: list[int] = []
    for i in range(at - 1, max(word.first, at - _LONGEST_RELATIVE), -1):
        if scene.depth[i] > scene.depth[at]:
            continue  # `who was told he was “fine” | has said`
        if words[i] in (",", OPEN, CLOSE, ":", ";"):
            return None
        if words[i] == "who":
            first = i
            while first > word.first and tags[first - 1] in PHRASE:
                first -= 1
            over = len(verbs) == 1 or _has_clause(scene, verbs)
            return (first, at) if over and tags[i - 1] in ("NN", "NNS", "NNP") else None
        if tags[i] in FINITE:
            verbs.append(i)
    return None


def with_bare_relative(scene: Scene, word: CueWord) -> TokenRange | None:
    """A source that ends with what somebody does to it: `The firm he founded | said`, `A study by a
    team she leads | found`."""
    words, tags, at = scene.words, scene.tags, word.at
    while words[at - 1] in _PERFECT and at > word.first:
        at -= 1
    finite = word.tag in ("VBD", "VBZ") or at < word.at
    verb, noun = at - 1, at - 3
    if not finite or noun <= word.first or scene.depth[noun] != scene.depth[word.at]:
        return None
    if words[verb - 1] not in _NOMINATIVE or tags[verb] not in ("VBD", "VBZ", "VBP", "VBN"):
        return None
    if (
        not (is_of(word.sort, _SAYS) or word.lemma in _SHOWS)
        or words[verb] in _THINKS
        or tags[noun] not in ("NN", "NNS")
    ):
        return None
    first = noun
    while first > word.first and (tags[first - 1] in PHRASE or tags[first - 1] in ("IN", "CD")):
        first -= 1
    begins = first == word.first or words[first - 1] in (",", CLOSE, "that", "but")
    whole = begins and tags[first] in ("DT", "PRP$") and words[noun] not in _TIMES
    return (first, at) if whole else None


_SAYS = TOLD | {"belief"}
_SHOWS = frozenset(("find", "show", "suggest", "indicate"))
_NOMINATIVE = frozenset("he she they we i it".split())
_THINKS = frozenset(
    """say says said think thinks thought believe believes believed claim claims claimed know knows
    knew hope hopes hoped suspect suspects suspected feel feels felt insist insists insisted fear
    fears feared""".split()
)
"""What leaves a gap: `a man she says | told her`."""
_TIMES = frozenset("day time moment way year night reason week month minute hour morning".split())


def _has_clause(scene: Scene, verbs: Sequence[int]) -> bool:
    """Whether of two verbs, the last first, one is of what the other tells: `who | thought he | had
    won`, `who | was told it | was safe`, `who | said the road | was shut`."""
    if len(verbs) != 2:
        return False
    second, first = verbs
    if scene.words[first - 1] == "who" and tells(scene.words[first]):
        return True
    subject = second - 1 - (scene.tags[second - 1] == "RB")
    return subject > first and scene.tags[subject] == "PRP"


_PERFECT = frozenset("has have had since also now".split())
_LONGEST_RELATIVE = 16
_NO_CLAUSE_END = frozenset("PRP DT IN TO CC MD WP WDT VBD VBZ VBP ,".split())


def follows_quotation(scene: Scene, word: CueWord) -> bool:
    """Whether a verb tags the quotation that closes before it: `“Wait,” cautions Ana Ruiz`."""
    return (
        ends_tagged(scene, word.at)
        and word.tag in ("VBZ", "VBD")
        and is_of(word.sort, TOLD)
        and scene.tags[word.at + 1] in BEGINS_SOURCE
    )


def cries(scene: Scene, word: CueWord) -> TokenRange | None:
    """Who tags a quotation right after it, wherever he was: `“Go!” | the crowd | shouted from the
    street`."""
    words, first = scene.words, word.phrase
    if word.tag not in ("VBD", "VBN", "VBZ") or word.subject != word.at - 1 or first <= word.first:
        return None  # in a sentence of its own it tells something else
    if not ends_tagged(scene, first):
        return None
    voiced = not is_of(word.sort, TOLD)
    if voiced and not tag_verbs.is_one(word.word):
        return None
    ends = words[word.at + 1] in _FROM_WHERE or (voiced and words[word.at + 1] == ".")
    if scene.tags[first] not in NAMES or not ends:
        return None
    return (first, word.at) if OPEN not in words[word.at : word.last] else None


def asks_whom(scene: Scene, word: CueWord) -> TokenRange | None:
    """Who tags a quotation right after it, and then says whom he asks or tells, and no more:
    `“Why?” | Ana Ruiz | asked Tom Okon.`"""
    words, tags, first = scene.words, scene.tags, word.phrase
    if word.lemma not in _TO_SOMEBODY or word.tag not in ("VBD", "VBZ"):
        return None
    if word.subject != word.at - 1 or not word.first < first < word.at:
        return None
    if not ends_tagged(scene, first):
        return None
    at = word.at + 1
    while at < word.last and tags[at] in _WHOM and not scene.depth[at]:
        at += 1
    ended = at >= word.last or words[at] in (".", ",", "on", "in", "at", "during", "after")
    whom = at > word.at + 1 and ended and OPEN not in words[at : word.last]
    return (first, word.at) if whom else None


def stops(scene: Scene, word: CueWord) -> TokenRange | None:
    """Who tags a quotation right after it, before a semicolon or dash: `“Never,” | she | joked; it
    was clear that`."""
    first, after = word.phrase, scene.words[word.at + 1]
    if (
        after not in _PARTS
        or scene.words[word.at + 2] == OPEN
        or word.subject != word.at - 1
        or first < word.first
    ):
        return None
    tagged = ends_tagged(scene, first) and word.tag in ("VBD", "VBZ") and is_of(word.sort, TOLD)
    return (first, word.at) if tagged else None


_PARTS = frozenset((";", "—", "–", "--"))
_TO_SOMEBODY = frozenset("ask tell remind warn beg assure".split())
_WHOM = frozenset("NNP NNS NN PRP DT JJ PRP$".split())
_FROM_WHERE = frozenset("from in at on outside inside as through into during".split())


def ends_tagged(scene: Scene, at: int) -> bool:
    """Whether a quotation ends before a word as one does that a tag follows."""
    return scene.words[at - 1] == CLOSE and scene.words[at - 2] in _IN_TAGGED


_IN_TAGGED = frozenset(",?!")


def ends_unclosed(scene: Scene, word: CueWord, before: int) -> bool:
    """Whether a quotation that lacks its closing mark ends with a token, and a tag begins after it:
    `“Can it last? she asked the crew.`"""
    if before < word.first or scene.depth[before + 1] > scene.depth[word.at]:
        return False
    return scene.depth[before] > scene.depth[word.at] and scene.words[before] in (",", "?", "!")
