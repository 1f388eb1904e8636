"""What nobody says by its wording: `it is fair to say`, `here are nine things Ruiz said`."""

from __future__ import annotations

from attrib.detection import gaps
from attrib.detection.candidates import Candidate
from attrib.detection.views import Scene
from attrib.words.tokens import OPEN


def is_nobodys(scene: Scene, reading: Candidate) -> bool:
    """Whether words only look like somebody's: an opening, a relative clause, a demand."""
    return (
        _is_only_said(scene, reading)
        or _names_by_it(scene, reading)
        or _lists(scene, reading)
        or _is_understood(scene, reading)
        or _is_by_name(scene, reading)
        or _hears(scene, reading)
        or _only_opens(scene, reading)
        or _stays_unnamed(scene, reading)
    )


def _is_only_said(scene: Scene, reading: Candidate) -> bool:
    """Whether `it` is no one: `It is fair to say that`, `it’s hard to know whether`."""
    at = reading.head.at
    impersonal = reading.head.tag == "VB" and scene.words[at - 2] in _IMPERSONAL
    if not impersonal or scene.words[at - 1] != "to":
        return False
    return _is_it(scene, reading.source) or "it" in scene.words[max(0, at - 5) : at - 2]


def _is_it(scene: Scene, source: tuple[int, int] | None) -> bool:
    return source is not None and scene.words[source[0] : source[1]] in (["it"], ["it's"], ["it’s"])


_IMPERSONAL = frozenset(
    "safe fair unfair hard harder difficult easy easier important reasonable impossible tempting"
    " interesting wrong premature early soon necessary accurate worth enough possible".split()
)


def _names_by_it(scene: Scene, reading: Candidate) -> bool:
    """Whether a relative clause only says which one is meant: `The judge he was referring to | is
    Ruiz`, `next to all the things he said, | it hurts`."""
    words, tags, source = scene.words, scene.tags, reading.source
    first, last = reading.content[0]
    if source is None:
        return False
    if reading.order == "source-cue-content" and not scene.depth[first]:
        first += tags[first] == "IN" and first + 1 < last
        told = words[first] in _IS and first - reading.cue[1] <= 1
        return told and gaps.find(scene, reading.head) is None
    after = source[1] - 1
    whose = source[1] == reading.cue[0] and after - 1 >= source[0] and tags[after - 1] == "NNS"
    return whose and words[after] in _PRONOUNS


_IS = frozenset(("is", "was", "are", "were"))
_PRONOUNS = frozenset(("he", "she", "they", "it", "we", "you"))


def _lists(scene: Scene, reading: Candidate) -> bool:
    """Whether a line only announces a list: `Here are nine things Ruiz said about it`."""
    first, words = reading.content[0][0], scene.words
    opens = tuple(words[first : first + 2])
    here = opens in _OPENS_LIST and not scene.depth[first]
    return here and reading.order.startswith("content-source")


_OPENS_LIST = frozenset(
    (("here", "are"), ("here", "is"), ("here", "'s"), ("here", "’s"), ("take", "a"))
)


def _is_understood(scene: Scene, reading: Candidate) -> bool:
    """Whether understanding is only asked for: `It involves understanding that they are late`."""
    at = reading.head.at
    return reading.head.tag == "VBG" and scene.words[at - 1] in _ASKS_FOR


_ASKS_FOR = frozenset("involves involve involved requires require required means mean".split())


def _is_by_name(scene: Scene, reading: Candidate) -> bool:
    """Whether a source only tells another name: `calling the militia, also | known as Foxes`."""
    if reading.source is None:
        return False
    first = reading.source[0] + (scene.words[reading.source[0]] in ("also", "better", "formerly"))
    return tuple(scene.words[first : first + 2]) == ("known", "as")


def _hears(scene: Scene, reading: Candidate) -> bool:
    """Whether a source is who hears it: `Ruiz reminded | his staff | about the plan`."""
    source, at = reading.source, reading.head.at
    if source is None or reading.head.lemma not in _TELLS_WHOM or source[0] != at + 1:
        return False
    after = _ABOUT.intersection(scene.words[source[0] + 1 : source[1] + 1])
    return bool(after) and scene.words[reading.content[0][0]] != OPEN


_TELLS_WHOM = frozenset("remind inform notify alert assure persuade convince warn".split())
_ABOUT = frozenset(("about", "of", "that"))


def _only_opens(scene: Scene, reading: Candidate) -> bool:
    """Whether a participle only says in view of what: `Considering its scope, Ruiz said`."""
    head = reading.head
    return head.word in _IN_VIEW_OF and head.at == head.first and not scene.depth[head.at]


_IN_VIEW_OF = frozenset("considering regarding concerning given judging assuming".split())


def _stays_unnamed(scene: Scene, reading: Candidate) -> bool:
    """Whether somebody only wants no name in the paper: `who requested anonymity`, or nobody sees
    what a film shows: `Okon is seen walking`."""
    head, at = reading.head, reading.head.at
    if reading.source is None:
        return head.word == "seen" and scene.tags[at + 1] == "VBG"
    return "anonymity" in scene.words[reading.cue[0] : reading.content[0][0] + 1]
