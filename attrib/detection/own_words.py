"""Where a content ends before what the reporter tells of it: `said the mill would shut|, drawing
boos from the crowd`.

How it was received, what is made of it, what the speaker did with his voice and what had just
happened is no part of what somebody said.
"""

from __future__ import annotations

from attrib.detection.candidates import Candidate
from attrib.detection.time_phrases import UNITS
from attrib.detection.views import FINITE, Scene
from attrib.words.tokens import CLOSE


def without(scene: Scene, reading: Candidate) -> Candidate:
    """A reading whose content ends before the reporter’s own words at its end."""
    first, last = reading.content[-1]
    if reading.head.at > first or reading.head.tag[:1] != "V" or scene.depth[reading.head.at]:
        return reading
    remarked = next((i for i in range(first + 2, last - 2) if _is_remarked(scene, i)), None)
    if remarked is not None and not _goes_on(scene, remarked, last):
        return reading._replace(content=(*reading.content[:-1], (first, remarked)))
    for i in range(first + _LEAST, last - 1):
        if scene.depth[i] or scene.depth[first]:
            continue
        if scene.words[i] == "," and _is_own(scene, first, i + 1, last):
            return reading._replace(content=(*reading.content[:-1], (first, i)))
        if scene.words[i] == ";" and _is_silent(scene, i + 1, last):
            return reading._replace(content=(*reading.content[:-1], (first, i)))
    return reading


_LEAST = 3


def _is_own(scene: Scene, first: int, at: int, last: int) -> bool:
    if _is_named_claim(scene, at, last) or _is_bearing(scene, at, last):
        return True
    if not _is_to_come(scene, first, at):
        return False  # `the man was found, a day after he went missing`: he says that too
    return _is_reception(scene, at, last) or _has_just_been(scene, at, last)


def _is_to_come(scene: Scene, first: int, last: int) -> bool:
    """Whether what is said is or will be so, and tells of no past event."""
    return "MD" in scene.tags[first:last] or "VBD" not in scene.tags[first:last]


def _is_reception(scene: Scene, at: int, last: int) -> bool:
    """`, drawing applause and laughs from the crowd`, `, to loud boos`"""
    drawn = scene.words[at] in _DRAWS
    return drawn and not _HEARD.isdisjoint(scene.words[at + 1 : min(last, at + 6)])


_DRAWS = frozenset("drawing earning eliciting prompting provoking sparking winning to".split())
_HEARD = frozenset(
    """applause laughter laughs cheers boos jeers jeering booing cheering ovation groans gasps
    outrage condemnation ridicule derision""".split()
)


def _is_named_claim(scene: Scene, at: int, last: int) -> bool:
    """`, a claim the mayor denies`, `, a figure that the union disputes`"""
    words = scene.words
    if words[at] not in ("a", "an", "the") or words[at + 1] not in _SAID:
        return False
    return not _DISPUTES.isdisjoint(words[at + 2 : min(last, at + _FURTHEST)])


_SAID = frozenset(
    """claim charge figure allegation accusation assertion suggestion number contention account
    characterization characterisation description statement version notion idea argument theory
    view charges claims allegations""".split()
)
_DISPUTES = frozenset(
    """denies denied deny disputes disputed dispute rejects rejected reject contests contested
    dismissed dismisses refuted refutes""".split()
)
_FURTHEST = 14


def _is_remarked(scene: Scene, at: int) -> bool:
    """Whether what a quotation is called begins: `was “theatre,” | a remark he withdrew`, `was
    “theatre”|, an apparent reference to the play`, `“theatre” | — her word for it`."""
    words, tags = scene.words, scene.tags
    parted = words[at] in _SETS_OFF and not scene.depth[at]
    if words[at - 1] != CLOSE or not (parted or words[at - 2] == ","):
        return False
    begins = noun = at + parted
    if words[begins] == "what":
        return not scene.depth[begins]  # `, what some took for a swipe at the mayor`
    if words[begins] == "in" and tags[begins + 1] == "DT":
        begins = noun = begins + 1  # `, in an apparent reference to`
    while tags[noun] in _BEFORE_NOUN and noun - begins < _LONGEST_NAME_OF_IT:
        noun += 1
    bare = noun == begins
    while tags[noun + 1] in ("NN", "NNS") and words[noun] not in _CALLED:
        noun += 1
    if words[noun] not in _CALLED or (bare and words[noun] not in _CALLED_BARELY):
        return False
    return words[noun + 1] not in _GOES_ON


def _goes_on(scene: Scene, at: int, last: int) -> bool:
    """Whether a clause goes on after what is set off: `the “theatre,” a word of his, | burned`."""
    return any(
        scene.words[i] == "," and scene.tags[i + 1] in FINITE for i in range(at + 2, last - 1)
    )


_SETS_OFF = frozenset((",", "—", "–", "-", "--"))
_BEFORE_NOUN = frozenset("DT JJ JJR JJS RB VBN VBG PRP$ CD HYPH , NNP POS".split())
_LONGEST_NAME_OF_IT = 6
_GOES_ON = frozenset((",", "and", "or", ".", "is", "was", "are", "were", "has", "had"))
_CALLED = frozenset(
    """reference references allusion nod swipe dig jab remark remarks comment comments phrase line
    term word words language wording expression sentence saying quote quotation quip joke jibe gibe
    barb insult slur epithet nickname moniker label slogan mantra refrain catchphrase lyric
    metaphor analogy simile comparison parallel euphemism description characterization
    characterisation depiction portrayal caricature claim charge accusation allegation assertion
    contention suggestion insinuation statement message sentiment view opinion stance argument
    notion idea warning threat promise pledge vow admission concession acknowledgment
    acknowledgement confession denial rebuke retort riposte response reply complaint criticism
    critique compliment apology appeal plea demand observation assessment judgment verdict
    prediction echo paraphrase hint shorthand theory conclusion question point boast
    lament""".split()
)
_CALLED_BARELY = frozenset("words language remarks comments shorthand wording claims".split())


def _is_bearing(scene: Scene, at: int, last: int) -> bool:
    """`, her voice breaking`, `, his hands folded on the table`"""
    words, tags = scene.words, scene.tags
    body = tags[at] == "PRP$" and words[at + 1] in _OF_THE_BODY
    does = words[at + 1] == "voice" or tags[at + 2] == "VBG"  # no `her hands tied`
    return body and does and tags[at + 2] not in FINITE - {"VBD"} and last - at < _FURTHEST


_OF_THE_BODY = frozenset("voice eyes hands hand fist fists head face lips arms fingers".split())


def _has_just_been(scene: Scene, at: int, last: int) -> bool:
    """`, days after a report raised questions`, `, a day before the vote`"""
    words = scene.words
    at += words[at] in ("just", "only", "barely")
    unit = next((i for i in range(at, min(last, at + 3)) if words[i] in _SPANS), None)
    if unit is None or words[unit + 1] not in ("after", "before"):
        return False
    # `that he spoke, three weeks before the fire, of a way to burn it` goes on
    return unit + 2 < last and words[unit + 2] != "that" and "," not in words[at:last]


_SPANS = UNITS | {"moments", "shortly"}


def _is_silent(scene: Scene, at: int, last: int) -> bool:
    """`; the mayor did not respond`, `; a spokesman declined to comment`"""
    words = scene.words[at:last]
    silent = " ".join(words).rstrip(" .")
    return silent.endswith(_SILENT)


_SILENT = ("not respond", "not comment", "not answer", "to comment", "no comment", "not reply")
