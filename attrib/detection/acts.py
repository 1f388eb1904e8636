"""What somebody does by a verb that also tells, with an object that nobody says: `dismissed the
petition`, `recalled 4,000 cars`, `likes the tram`, `could not verify the video`.

Each rule looks at what stands after the verb; who speaks in it, or is quoted, has said something.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from attrib.detection.candidates import Candidate
from attrib.detection.objects import thing_done_to
from attrib.detection.that_clauses import CLAUSES
from attrib.detection.views import FINITE, Scene
from attrib.knowledge import nouns
from attrib.words.tokens import OPEN


def is_act(scene: Scene, reading: Candidate) -> bool:
    """Whether a verb only does something to its object, by one of `RULES`."""
    head, (first, last) = reading.head, reading.content[-1]
    if head.tag[:1] != "V" or first <= head.at or OPEN in scene.words[first:last]:
        return False
    return any(rule(scene, reading) for rule in RULES)


def answers_a_filing(scene: Scene, reading: Candidate) -> bool:
    """`The board dismissed the petition`, `The judge granted the motion`, `Cole declined the
    invitation`: what was asked for is given or not. A claim is rejected in words."""
    if reading.head.lemma not in _ANSWERS or not _is_plain(scene, reading):
        return False
    thing, last = thing_done_to(scene, reading), reading.content[-1][1]
    if thing in _ASKED_FOR:  # `a request to unseal the file` tells what was asked
        return last - reading.head.at <= _FEW
    return thing in _FILINGS


_ANSWERS = frozenset(
    """reject dismiss refuse decline deny grant accept allow sustain overrule overturn uphold hear
    mention certify admit withdraw entertain consider approve""".split()
)
_FILINGS = frozenset(
    """complaint complaints petition petitions appeal appeals application applications motion
    motions bid bids lawsuit lawsuits suit suits case cases submission submissions objection
    objections answer question invitation invitations prize award gift drink seat post job role
    resignation bail parole leave extension licence license permit visa visas passport candidate
    candidates evidence""".split()
)

_ASKED_FOR = frozenset("request requests offer offers proposal plea pleas".split())


def deals_with_a_thing(scene: Scene, reading: Candidate) -> bool:
    """`Orvale Dairy recalled 4,000 tubs`, `The network licenses two films`: no word is needed."""
    head = reading.head
    if head.lemma == "certify":
        return scene.words[head.at + 1] not in CLAUSES
    if not _is_plain(scene, reading):
        return False
    if head.lemma == "recall":
        counted = scene.tags[head.at + 1] == "CD" and scene.words[head.at + 1] != "one"
        return counted or thing_done_to(scene, reading) in _RECALLED
    if head.lemma == "publish":
        return thing_done_to(scene, reading) in _PUBLISHED
    if head.lemma == "address":
        return thing_done_to(scene, reading) in _HEARERS
    return head.lemma in _DEALS


_RECALLED = frozenset(
    """car cars vehicle vehicles truck trucks model models product products batch batches toy toys
    device devices phone phones battery batteries pump pumps food drug drugs meat eggs ambassador
    ambassadors envoy envoys diplomat diplomats parliament troops player players goalkeeper
    striker""".split()
)
_PUBLISHED = frozenset(
    """story stories article articles book books novel novels photo photos photograph photographs
    picture pictures image images video videos footage interview poem poems memoir memoirs map maps
    cartoon cartoons album""".split()
)
_HEARERS = frozenset(
    """crowd crowds rally audience conference meeting council assembly parliament congress nation
    symposium gathering fans supporters delegates troops workers students pupils class court
    congregation convention summit members marchers mourners""".split()
)
_DEALS = frozenset("grant license hire exempt".split())


def likes_a_thing(scene: Scene, reading: Candidate) -> bool:
    """`Tom likes the tram`, `Their aunt hates the cold`: a taste, and no view of what is told."""
    first, last = reading.content[-1]
    alone = last - first <= _FEW and scene.tags[last - 1] in ("NN", "NNS")
    return reading.head.lemma in _LIKES and alone and _is_plain(scene, reading)


_LIKES = frozenset("like love hate enjoy adore relish mourn".split())


def takes_somebody(scene: Scene, reading: Candidate) -> bool:
    """`Ruiz did not believe her`, `The clerks trusted him`, `welcomed the guests`: whom, and not
    what."""
    head, (first, last) = reading.head, reading.content[-1]
    if head.lemma in _OF_SOMEBODY and first == head.at + 1:
        return scene.words[first] in _WHOM and _ends(scene, first + 1, last)
    if head.lemma not in _RECEIVES or not _is_plain(scene, reading):
        return False
    noun = nouns.lookup(thing_done_to(scene, reading))
    return noun is not None and noun.human


_OF_SOMEBODY = frozenset(
    "believe trust doubt like love hate admire recognise recognize remember understand know".split()
)
_WHOM = frozenset("him her them me us you".split())
_RECEIVES = frozenset("welcome summon greet".split())


def thanks(scene: Scene, reading: Candidate) -> bool:
    """`Ruiz thanked him for the soup`: for what, in nobody's words."""
    first, last = reading.content[-1]
    return reading.head.lemma == "thank" and "for" in scene.words[first:last]


def blames_each_other(scene: Scene, reading: Candidate) -> bool:
    """`Each side blames the other`: for what is not told."""
    first, last = reading.content[-1]
    if reading.head.lemma not in _BLAMES or not _ends(scene, first + 2, last):
        return False
    return tuple(scene.words[first : first + 2]) in _MUTUAL


_BLAMES = frozenset("blame accuse criticise criticize attack thank praise condemn".split())
_MUTUAL = frozenset((("each", "other"), ("one", "another"), ("the", "other"), ("the", "others")))


def leaves_untold(scene: Scene, reading: Candidate) -> bool:
    """`The Echo could not verify the video`, `The report does not name individual clerks`, `Kira
    has told nobody about it`: that somebody has not told something tells nothing."""
    head, (first, last) = reading.head, reading.content[-1]
    words = scene.words
    if head.lemma in _TELLS:
        places = (head.at + 1,) if head.lemma == "tell" else range(head.at + 2, last)
        if any(_is_nobody(words, i) and (i == head.at + 1 or words[i - 1] == "to") for i in places):
            return True
    if head.lemma not in _UNTOLD or words[first] in CLAUSES:
        return False
    before = words[max(head.first, head.at - _FEW) : head.at]
    return any(word in _NOT or word.endswith(_NO) for word in before)


def _is_nobody(words: Sequence[str], at: int) -> bool:
    return words[at] in ("nobody", "no-one") or words[at : at + 2] == ["no", "one"]


_TELLS = frozenset("tell mention confide reveal disclose".split())
_UNTOLD = frozenset("verify identify name authenticate corroborate".split())
_NOT = frozenset("not never cannot unable without".split())
_NO = ("n't", "n’t")
_FEW = 4
"""How many words an object has that says nothing more than what it is."""


def strikes_back_at(scene: Scene, reading: Candidate) -> bool:
    """`The union fired back within the hour`: when, and nothing more."""
    head, (first, last) = reading.head, reading.content[-1]
    if scene.words[head.at + 1] != "back" or head.lemma not in _STRIKES:
        return False
    began = scene.tags[first] == "IN" or scene.tags[first - 1] == "IN"
    return began and scene.words[first] not in CLAUSES and FINITE.isdisjoint(scene.tags[first:last])


_STRIKES = frozenset("fire hit shoot strike snap bite push punch".split())


def reads_it(scene: Scene, reading: Candidate) -> bool:
    """`Okon has read that letter`: somebody, and no sign."""
    head, first = reading.head, reading.content[-1][0]
    that = scene.words[first] == "that" and scene.tags[first + 1] in ("NN", "NNS")
    return head.lemma == "read" and head.auxiliaries[:2] == "ha" and that


def finds_out(scene: Scene, reading: Candidate) -> bool:
    """`She rang the ward to see whether a bed was free`: what is still to be known."""
    head, first = reading.head, reading.content[-1][0]
    aim = scene.words[head.at - 1] == "to" and head.lemma in ("see", "check", "determine")
    return aim and scene.words[first] in _QUESTIONS


_QUESTIONS = frozenset("whether if what who how why when which where".split())


def _is_plain(scene: Scene, reading: Candidate) -> bool:
    """Whether a noun phrase follows right after the verb, and neither a clause nor what to do."""
    head, (first, last) = reading.head, reading.content[-1]
    if first != head.at + 1 or scene.words[first] in CLAUSES or scene.words[first] == "to":
        return False
    return FINITE.isdisjoint(scene.tags[first:last]) and "as" not in scene.words[first:last]


def _ends(scene: Scene, first: int, last: int) -> bool:
    """Whether nothing more than a full stop is left of a content."""
    return all(scene.words[i] in (".", ",") for i in range(first, last))


RULES: tuple[Callable[[Scene, Candidate], bool], ...] = (
    answers_a_filing,
    deals_with_a_thing,
    likes_a_thing,
    takes_somebody,
    thanks,
    blames_each_other,
    leaves_untold,
    strikes_back_at,
    reads_it,
    finds_out,
)
"""Each by itself tells that nothing was said."""
