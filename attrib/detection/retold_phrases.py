"""The phrases that name who tells something, as `retold_tellers` asks for them.

`a relative of the victim | begged`, `her aunt and uncle | said`, `told by | a ward nurse`
"""

from __future__ import annotations

from collections.abc import Collection

from attrib.detection import retold_described
from attrib.detection.candidates import TokenRange
from attrib.detection.views import Scene
from attrib.knowledge import nouns
from attrib.words.tokens import OPEN

HAVE = frozenset("has have had hasn't haven't hadn't 've 'd 's".split())
ANYONE = frozenset("people everyone everybody somebody someone nobody no-one others".split())
NO_ONE = frozenset("no any some every".split())
HOW_MANY = frozenset("one some many most two three all both none several half".split())
NOUNS = frozenset("NN NNS NNP NNPS".split())
_IN_PHRASE = NOUNS | {"JJ", "CD", "POS", "VBN"}
_IN_TITLES = frozenset(("acting", "outgoing", "incoming", "leading", "sitting", "managing"))
BEGINS_PHRASE = frozenset(("DT", "PRP$"))
_HANGS_ON = frozenset("of from in at on for with inside within outside near around across".split())
_TRADES = ("tor", "ter", "er", "ist", "ian")
"""How a noun that no list has ends, if it is somebody: `my tutor`."""
LONGEST_SOURCE = 12
OBJECTS = frozenset("him her them".split())


def start(scene: Scene, last: int, first: int) -> int | None:
    """Where a noun phrase begins that ends with a token; None where nobody speaks by it."""
    words, tags = scene.words, scene.tags
    if tags[last] not in NOUNS and words[last] not in _AS_NOUNS:
        return None
    begin = last
    while begin > first and last - begin < LONGEST_SOURCE and tags[begin] not in BEGINS_PHRASE:
        part = tags[begin - 1] in _IN_PHRASE or words[begin - 1] in _IN_TITLES
        if not part and tags[begin - 1] not in BEGINS_PHRASE:
            break
        if words[begin - 1] in (",", OPEN) or _is_apart(scene, begin):
            break
        begin -= 1
    if words[begin - 1] == "." and words[begin - 2] in _TITLES and begin - 2 >= first:
        begin -= 2  # `Mr. | Haas`, `Texas Sen. | Okon`
        while begin > first and tags[begin - 1] in ("NNP", "JJ") and tags[begin - 2] != "NN":
            begin -= 1
    if words[begin - 1] == "." and words[begin - 2] in _STATES and begin - 2 >= first:
        begin -= 2 + (
            tags[begin - 3] in BEGINS_PHRASE and begin - 3 >= first
        )  # `a U.S. | official`
    if words[begin - 1] == "and" and tags[begin - 2] == tags[begin] == "JJ" and begin - 2 >= first:
        begin -= 2  # `current and former officials`
    if words[begin - 1] in _PART and begin - 1 >= first and tags[begin] in _IN_PHRASE:
        begin -= 1
    for about in _ABOUT:
        opens = begin - len(about) + (words[begin] == about[-1])
        if opens >= first and tuple(words[opens : opens + len(about)]) == about:
            return opens  # `said | at least three residents | told`
    if tags[begin] == "VBN" and words[begin - 1] in HAVE and begin < last:
        begin += 1  # `it had received | nine letters saying`
    if tags[begin] == "CD" and words[begin - 1] == "in" and begin < last:
        begin += 1  # `in 2019 | Ruiz told`
    if words[begin - 1] == "of" and words[begin - 2] in HOW_MANY and begin - 1 > first:
        return begin - 2
    if words[begin - 1] in _HANGS_ON and words[begin - 2] in ANYONE and begin - 2 >= first:
        return begin - 2  # `nobody | from the council`
    if words[begin - 1] in _HANGS_ON and words[begin - 2] == "one" and begin - 3 >= first:
        return begin - 3 if words[begin - 3] in NO_ONE else None
    headed = tags[begin - 2] in NOUNS or words[begin - 2] in _AS_NOUNS
    hangs = words[begin - 1] in _HANGS_ON and headed
    by = words[begin - 1] == "by" and tags[begin - 2] == "VBN"  # `a man seen | by staff`
    if (hangs or by) and begin - 2 >= first:
        whole = start(scene, begin - 2 - by, first)
        if whole is not None:
            return whole
    if words[begin - 1] == "to" and words[begin - 2] in _CLOSE and tags[begin - 3] in NOUNS:
        return start(scene, begin - 3, first)  # `a source | close to Brandt`
    described = retold_described.noun(scene, begin, first)
    if described is not None:
        return start(scene, described, first)
    if retold_described.hangs(scene, begin) and begin - 1 > first:
        return None  # `a letter to | Okon | said`
    joined = _joined(scene, begin, first)
    if joined is not None:
        return joined
    noun = nouns.lookup(scene.forms[last]) or _of_many(scene.forms[last])
    named = tags[last] in ("NNP", "NNPS") and scene.forms[last][:1].isupper()
    counted = tags[begin] in BEGINS_PHRASE or tags[begin] == "CD"
    trade = counted and (words[last].endswith(_TRADES) or _is_heard(scene, last + 1))
    known = noun is not None or words[last] in _AS_NOUNS or words[last] == "voice"
    return begin if known or named or trade else None


_STATES = frozenset(("u.s", "u.k", "u.n"))
_PART = frozenset("most many several few fewer some all both other another".split())
_ABOUT = (("at", "least"), ("at", "most"), ("more", "than"), ("fewer", "than"), ("up", "to"))


def _is_heard(scene: Scene, at: int) -> bool:
    """Whether somebody hears what a verb tells, whoever tells it: `one patron | told them`."""
    words = scene.words
    at += words[at] in HAVE
    at += scene.tags[at] == "RB"
    to = words[at + 1] in OBJECTS or words[at + 1] in ("me", "us", "police", "reporters")
    return to and words[at] in _TO_HEARERS


_TO_HEARERS = frozenset("told asked warned assured promised informed reminded advised".split())
_AS_NOUNS = frozenset("person expert relative representative individual native local".split())
"""Who somebody is, tagged as if it were an adjective."""


def _of_many(form: str) -> nouns.Noun | None:
    """What is known of each of many: `senators`."""
    return nouns.lookup(form[:-1]) if form.endswith("s") and not form.endswith("ss") else None


def _joined(scene: Scene, begin: int, first: int) -> int | None:
    """Where the first of two begins who tell something together: `her aunt and | uncle`."""
    words, tags = scene.words, scene.tags
    if words[begin - 1] != "and" or begin - 2 < first or tags[begin - 2] not in NOUNS:
        return None
    begins = start(scene, begin - 2, first)
    if begins is not None and (tags[begins - 1] in _TENSED or words[begin - 2] in _WHEN):
        return None  # `he called the office in May and | staff told him`
    bare = tags[begin] == "NN"
    opens = begins is not None and (begins == first or words[begins - 1] in ("that", ","))
    return begins if bare or opens else None


_TENSED = frozenset("VBD VBZ VBP VB".split())
_TITLES = frozenset(
    """mr mrs ms dr prof rev gen col lt capt sgt maj cmdr adm gov sen rep hon st supt insp det
    msgr fr sr jr""".split()
)
_CLOSE = frozenset("close near loyal allied opposed sympathetic next".split())


def _is_apart(scene: Scene, at: int) -> bool:
    """Whether a name begins with a token, after a noun that is none of it: `at dawn | Ruiz`."""
    words, tags = scene.words, scene.tags
    if words[at - 1] in _WHEN or (words[at - 1] in _TIMES and tags[at] in ("NNS", "NNP")):
        return True  # `in March | two guards`, `at one point | neighbors`
    if words[at] in HOW_MANY and tags[at] == "CD" and tags[at - 1] in ("NN", "NNS"):
        return True  # `before the storm | two officers`
    if tags[at] != "NNP" or tags[at - 1] != "NN":
        return False
    noun = nouns.lookup(words[at - 1])
    return noun is None and not words[at - 1].endswith(_TRADES)


_WHEN = frozenset(
    """january february march april may june july august september october november december monday
    tuesday wednesday thursday friday saturday sunday yesterday today""".split()
)
_TIMES = frozenset(
    "point time times occasion occasions night day days week weeks month months year years".split()
)


def agent(
    scene: Scene, first: int, last: int, by: Collection[str] = frozenset(("by",))
) -> TokenRange | None:
    """Whom `by` names right after a passive: `I was told | by the doctor | that`."""
    words, tags = scene.words, scene.tags
    if words[first] not in by:
        return None
    end = first + 1
    pronoun = words[end] in OBJECTS or words[end] in ("me", "us")
    if pronoun and (words[end] != "her" or tags[end + 1] not in _IN_PHRASE):
        return end, end + 1
    while end < min(last, first + LONGEST_SOURCE):
        begins = tags[end] in BEGINS_PHRASE or tags[end] == "EX" or words[end] in ANYONE
        if begins and tags[end - 1] in NOUNS | {"JJ", "VBN"}:
            break  # `told by the firm | the boat was safe`
        named = words[end] in _NAMED and tags[end + 1] in NOUNS
        part = tags[end] in _IN_PHRASE or begins or words[end] in _HANGS_ON or named
        if not part or words[end] == "that":
            break
        end += 1
    return (first + 1, end) if end > first + 1 else None


_NAMED = frozenset("named called identified known".split())
