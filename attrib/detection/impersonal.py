"""What nobody says by its wording: `it is fair to say`, `here are nine things Ruiz said`."""

from __future__ import annotations

from attrib.detection import gaps
from attrib.detection.candidates import Candidate
from attrib.detection.classes import tells
from attrib.detection.that_clauses import CLAUSES
from attrib.detection.views import FINITE, Scene
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
        or _is_habit(scene, reading)
        or _is_yet_to_come(scene, reading)
        or _means(scene, reading)
        or _is_demanded(scene, reading)
        or _only_examines(scene, reading)
        or _is_shown_by_deed(scene, reading)
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
    begins, (_, source_end) = reading.content[0][0], reading.source
    start = source_end if reading.cue[1] <= source_end <= begins else reading.cue[0]
    before = scene.words[start : begins + 1]
    if "condition" in before and head.word not in _SPEAKS:
        # `Two clerks told Reuters on condition of anonymity | that it leaks`
        return not (scene.words[begins] == "that" or scene.depth[begins])
    return "anonymity" in before


_SPEAKS = frozenset("spoke speaks speak speaking talked talking".split())


def _is_habit(scene: Scene, reading: Candidate) -> bool:
    """Whether it only tells what somebody likes to do: `The singer loves to bet on horses`."""
    head, first = reading.head, reading.content[-1][0]
    to_do = scene.words[first] == "to" and scene.tags[first + 1] == "VB"
    return to_do and head.tag in _TENSED and head.lemma in _LIKES and not head.auxiliaries


_TENSED = ("VBZ", "VBP", "VBD")
_LIKES = frozenset("love like enjoy hate prefer dislike".split())


def _is_yet_to_come(scene: Scene, reading: Candidate) -> bool:
    """Whether somebody only will or may come to know it: `Fans will remember when she sang`."""
    head = reading.head
    may = not scene.depth[head.at] and head.auxiliaries.partition(" ")[0] in _WILL
    if not may or head.tag != "VB" or "not" in head.auxiliaries:
        return False
    clause = scene.words[reading.content[-1][0]] in CLAUSES
    return head.lemma in _KNOWS or (head.lemma == "recall" and clause)


_WILL = frozenset(("will", "may", "might", "'ll", "’ll"))
_KNOWS = frozenset("remember know recognize recognise realize realise notice".split())


def _means(scene: Scene, reading: Candidate) -> bool:
    """Whether it only says what is meant: `I am speaking, naturally, about tea`."""
    head, source = reading.head, reading.source
    if head.word not in ("talking", "speaking") or source is None or source[1] - source[0] > 1:
        return False
    who = scene.words[source[0]]
    return who in _WE_ARE or (who in _WE and not _ARE.isdisjoint(scene.words[source[1] : head.at]))


_WE = frozenset(("we", "i", "you"))
_WE_ARE = frozenset(("we're", "we’re", "i'm", "i’m", "you're", "you’re"))
_ARE = frozenset(("are", "am", "'re", "’re", "'m", "’m"))


def _is_demanded(scene: Scene, reading: Candidate) -> bool:
    """Whether something only is to be said or shown: `Applicants must show that they can pay`, `Do
    not ask the staff to lift it`."""
    head, source = reading.head, reading.source
    if source is None:
        words, at = scene.words, head.at
        return head.tag == "VB" and " ".join(words[at - 2 : at]).endswith(("don't", "do not"))
    ought = not _OUGHT.isdisjoint(head.auxiliaries.split()[:1])
    ought = ought or (head.at > 1 and tuple(scene.words[head.at - 2 : head.at]) in _HAVE_TO)
    return ought and head.tag == "VB" and _SOME.isdisjoint(scene.tags[slice(*source)])


_OUGHT = frozenset(("must", "should", "ought"))
_SOME = frozenset("DT PRP PRP$ NNP CD".split())
"""What a source has that is not just anybody of a kind."""
_HAVE_TO = frozenset((("have", "to"), ("has", "to"), ("need", "to"), ("needs", "to")))


def _only_examines(scene: Scene, reading: Candidate) -> bool:
    """Whether it is only to be found out, by what is used: `figures to assess whether`."""
    head = reading.head
    to_see = head.tag == "VB" and scene.words[head.at - 1] == "to" and head.lemma in _EXAMINES
    return to_see and scene.words[reading.content[-1][0]] in ("whether", "if", "how", "what")


_EXAMINES = frozenset("assess evaluate check determine establish test gauge measure".split())


def _is_shown_by_deed(scene: Scene, reading: Candidate) -> bool:
    """Whether somebody takes a side by a deed: `The club backed the town by sending food`."""
    head, words = reading.head, scene.words
    if head.sort != "attitude" or reading.content[-1][0] < head.at:
        return False
    for i in range(head.at + 2, min(head.last - 1, head.at + _FEW_WORDS)):
        if words[i] == "by":
            return scene.tags[i + 1] == "VBG" and not tells(words[i + 1])
        if scene.tags[i] in FINITE or words[i] == ",":
            break
    return False


_FEW_WORDS = 10


def shows_a_fact(scene: Scene, reading: Candidate) -> bool:
    """Whether a clause is shown, and not a thing before another clause: `The coats showed leg, and
    it was cold`."""
    words = scene.words
    for first, last in reading.content:
        ends = next((i for i in range(first, last) if words[i : i + 2] == [",", "and"]), last)
        if any(tag in FINITE for tag in scene.tags[first:ends]):
            return True
    return False


def shows_itself(scene: Scene, reading: Candidate) -> bool:
    """Whether what is seen is no figure, nor anybody who does something, as `Ruiz leading` is."""
    shown = (tag for first, last in reading.content for tag in scene.tags[first:last])
    return reading.head.lemma == "show" and _MEASURED.isdisjoint(shown)


_MEASURED = frozenset(("CD", "VBG"))
