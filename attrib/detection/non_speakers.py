"""Whether a source is nobody who can say anything: `you`, `However`, `Two`, `Orvale 1-3 Kelby`.

A reading with such a source is let go, or has to be surer where a thing may be said to speak.
"""

from __future__ import annotations

from attrib.detection import adverbials
from attrib.detection.candidates import Candidate
from attrib.detection.classes import tells
from attrib.detection.cues import CueWord
from attrib.detection.labels import NOT_SPEAKERS, heads_a_list
from attrib.detection.views import FINITE, Scene
from attrib.knowledge import nouns
from attrib.lazily import re
from attrib.words.tokens import OPEN

_POINTING = frozenset(("this", "that", "these", "those"))
_ANYBODY = frozenset(("you", "one"))
_WHOEVER = frozenset(("whoever", "whatever", "whichever", "anyone", "anybody"))


def is_experience(scene: Scene, source: tuple[int, int]) -> bool:
    """Whether nobody in particular shows something: `experience has shown that`."""
    return scene.words[source[1] - 1] in ("experience", "history", "time", "practice")


def is_anybody(scene: Scene, source: tuple[int, int], head: CueWord, quoted: int) -> bool:
    """Whether a source is no one in particular: `you’ll be glad to hear`, `whoever says so`, `one
    could say`; and not whoever spoke once, `Neighbours came. One said`."""
    word = scene.words[source[0]].partition("'")[0]
    if source[1] - source[0] > 1:
        return False
    spoke = word == "one" and (head.tag in _SPOKE or head.auxiliaries.startswith("had"))
    return word in _WHOEVER or (word in _ANYBODY and not quoted and not spoke)


_SPOKE = frozenset(("VBD", "VBG"))
"""`One said`, `, with one telling the paper that`."""


def is_marker(scene: Scene, reading: Candidate, source: tuple[int, int]) -> bool:
    """Whether a source and cue only link what follows to what was said: `That said, it rained`."""
    head, words = reading.head, scene.words
    links = head.word == "said" and words[head.at + 1] == "," and head.at - source[0] <= 2
    return links and words[head.at - 1] in ("that", "being")


def is_no_source(scene: Scene, reading: Candidate, source: tuple[int, int]) -> bool:
    """Whether a source is only a number that a noun follows, `Two fires`, an adjective of one,
    `Bilateral talks on`, or a clause."""
    (first, last), head = source, reading.head
    tags = scene.tags
    held = head.lemma in _HELD and head.tag in ("VBN", "VBD") and not head.auxiliaries
    if held and last == head.at and scene.words[head.at + 1] == "to":
        # `a man thought to have left has returned`, and not `“Go,” Ruiz said to her`
        to_do = tags[head.at + 2] == "VB" and reading.order.startswith("source")
        return to_do and adverbials.that_at(scene.words, tags, head.at) is None
    if last - first == 1 and last == head.at:
        if tags[first] == "CD" and head.tag == "VBZ" and scene.words[first] != "one":
            return True
        describes = tags[first] in ("JJ", "VBN", "VBG") or scene.words[first] in _OF_TALKS
        return head.tag in ("NN", "NNS") and describes
    if tags[first] == "WDT" and head.tag == "VB" and not FINITE.isdisjoint(tags[first + 1 : last]):
        return True  # `which made the children cry`
    # `Orvale has pledged aid, committed to peace`, `Staff are in Orvale to discuss it`
    if last > reading.cue[0] or scene.depth[first] or not _WHO.isdisjoint(tags[first:last]):
        return False
    if head.tag[:1] == "V" and head.auxiliaries.partition(" ")[0] in _HAS:
        return False  # `people the party has met have refused`
    return any(
        scene.words[i] in _IS or (scene.words[i] in _HAS and "V" in "".join(tags[i + 1 : last]))
        for i in range(first + 1, last)
    )


_HELD = frozenset("think believe understand know suspect say report allege".split())
_IS = frozenset(("is", "are", "was", "were"))
_HAS = frozenset("has have had will would".split())
"""What makes a clause of a source, with a verb after it: not `Orvale had on Sunday| reported`."""
_WHO = frozenset(("WP", "WDT", "WRB"))
_OF_TALKS = frozenset("bilateral trilateral multilateral renewed formal informal fresh".split())
"""What a sentence may begin with and looks like a name there: `Bilateral talks`."""


def is_mute(scene: Scene, first: int, last: int) -> bool:
    """Whether a source is headed by a common noun that no list has as anybody's: `His arrival`."""
    ends = next((i for i in range(first, last) if scene.tags[i] in _AFTER_HEAD), last)
    common = scene.tags[ends - 1] in ("NN", "NNS")
    return common and nouns.lookup(scene.forms[ends - 1]) is None


def only_connects(scene: Scene, first: int, last: int) -> bool:
    """Whether a source is only a word between sentences: `However, complaining is not enough`."""
    return scene.words[first] in _CONNECTS and (last - first == 1 or scene.words[first + 1] == ",")


_CONNECTS = frozenset(
    """however moreover furthermore nevertheless nonetheless meanwhile instead then indeed therefore
    thus otherwise besides additionally finally similarly likewise still""".split()
)


def is_field(scene: Scene, reading: Candidate) -> bool:
    """Whether a label says what follows and not who says it: `Quote: “…”`, `Orvale 1-3 Kelby:`."""
    first, last = reading.source or (0, 0)
    if any(_SCORE.fullmatch(word) for word in scene.words[first:last]):
        return True
    if scene.words[first] == "dear" and reading.head.word == ":":
        return True  # `Dear Ana: my husband snores`
    if last - first == 1 and scene.words[first] in NOT_SPEAKERS:
        return True
    apart = last - first == 1 and last < reading.head.at and scene.tags[first] == "NNP"
    if apart and scene.forms[first].lower() in scene.forms:
        return True  # `Ferry saved at last: ‘We can breathe’`, of a ferry
    acts = (i for i in range(first + 1, last - 1) if scene.tags[i] in ("VBD", "VBN"))
    if any(scene.tags[i + 1] in ("IN", "TO") and scene.words[i - 1] != "," for i in acts):
        return True  # `The singer shared on her page: “…”` has a verb, if none that tells
    if first == 0 and all(form.isupper() for form in scene.forms[first:last]):
        # `LIMA: The minister said on Monday that rain was due`
        begins, ends = reading.content[0]
        told = any(scene.tags[i] in FINITE and tells(scene.words[i]) for i in range(begins, ends))
        mine = _FIRST_PERSON.isdisjoint(scene.words[begins:ends])
        if told and mine and scene.words[begins] != OPEN:
            return True
    return heads_a_list(scene.words, (first, last), reading.content[0])


_FIRST_PERSON = frozenset("i we you my our your".split())
_SCORE = re.compile(r"\d{1,3}[-–]\d{1,3}")


def is_thing(scene: Scene, first: int, last: int) -> bool:
    """Whether a source is headed by a common noun that is no speaker's, or only points."""
    words, tags = scene.words, scene.tags
    if words[first] in _POINTING:
        head = last - 1
    else:
        head = -1
        for i in range(first, last):
            if head >= 0 and tags[i] in _AFTER_HEAD:
                break
            if tags[i] in ("NN", "NNS", "NNP", "PRP", "WP", "DT", "JJ", "CD"):
                head = i
    if (
        head < 0
        or tags[head] == "NNP"
        or scene.forms[head].isupper()
        or nouns.lookup(scene.forms[head]) is not None
    ):
        return False
    return tags[head] in ("NN", "NNS") or words[first] in _POINTING


_AFTER_HEAD = frozenset(("IN", ",", "WP", "WDT", "(", "VBN", "VBG"))
