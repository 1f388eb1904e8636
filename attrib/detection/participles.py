"""Participles set off by a comma: what they go on with, and whose they are.

`It was cold, said Ana Ruiz, closing the schools`: they close because it was cold. `said Ana Ruiz,
noting that …` and `said Ana Ruiz, shaking her head` is she.
"""

from __future__ import annotations

from attrib.detection import senders
from attrib.detection.candidates import TokenRange
from attrib.detection.classes import TOLD, is_of, lemma_and_sort, tells
from attrib.detection.cues import CueWord
from attrib.detection.views import FINITE, OBJECTS, PHRASE, SUBJECTS, Scene
from attrib.knowledge import nouns
from attrib.words.tokens import CLOSE, OPEN

_RELATIVES = frozenset(("WP", "WDT"))
_NAMES = PHRASE | {","}
_FURTHEST = 16
_OWN = frozenset("his her their".split())
_SPEAKERS = frozenset(
    """speaking talking writing referring pointing alluding citing quoting gesturing
    standing sitting walking smiling laughing grinning sobbing crying holding wearing
    looking shaking wiping nodding sighing shrugging addressing urging calling describing
    using echoing recalling reflecting clutching fighting choking praising thanking
    appearing reading turning summing""".split()
)
"""What whoever speaks does, and no part of what was said."""


def cut(scene: Scene, first: int, last: int) -> int:
    """The end of a source before a participle: `said Ana Ruiz|, building ties with Lima`."""
    for i in range(first + 1, last - 1):
        if scene.words[i] == "," and scene.tags[i + 1] == "VBG":
            return i
    return last


def goes_on(scene: Scene, at: int, last: int) -> bool:
    """Whether a participle after a tag goes on with the claim: `, said Ruiz, | forcing a sale`."""
    words = scene.words
    if scene.tags[at] != "VBG" or words[at] in _SPEAKERS or words[at + 1] in _OWN:
        return False
    return last - at > 3 and not tells(words[at])


def by_saying(scene: Scene, word: CueWord) -> TokenRange | None:
    """Who stands before a verb that something is done by: `a line | she | ended by saying`, `met
    Ruiz, | who | drew a crowd by saying`."""
    words, tags, at = scene.words, scene.tags, word.at
    if word.tag != "VBG" or words[at - 1] != "by" or not tells(word.word):
        return None
    for i in range(at - 2, max(word.first - 1, at - _FURTHEST), -1):
        pronoun, _, verb = words[i].partition("'")
        near = pronoun in SUBJECTS and at - i < _FURTHEST // 2
        if (near or tags[i] in _RELATIVES) and (verb or tags[i + 1] in FINITE):
            return i, i + 1
        if words[i] in (",", OPEN, CLOSE, ";", ":"):
            return None
    return None


def of_sentence(scene: Scene, word: CueWord) -> TokenRange | None:
    """The subject, with a participle of its own, of a sentence that has one verb before another
    participle: `A man accused of setting fire to a hostel | pleaded guilty, telling the judge`."""
    words, tags, first, at = scene.words, scene.tags, word.first, word.at
    if word.tag != "VBG" or words[at - 1] != "," or not tells(words[at]):
        return None
    verb = next((i for i in range(first, min(at, first + _FURTHEST)) if tags[i] in FINITE), at)
    if verb < at and words[verb] in ("said", "says") and "," not in words[first:verb]:
        # `It said it was broke, adding the deal was dead`
        others = any(_is_told(scene, i) for i in range(verb + 1, at))
        alone = OPEN not in words[first:at] and not scene.depth[first] and not others
        return (first, verb) if alone else None
    if tags[first] not in _BEGINS_SUBJECT or at - first > _LONGEST_SENTENCE:
        return None
    verbs = [i for i in range(first, at) if tags[i] in FINITE]
    if len(verbs) != 1 or "," in words[first : at - 1] or OPEN in words[first:at]:
        return None
    subject = tags[first : verbs[0]]
    return (first, verbs[0]) if "VBN" in subject[1:] and subject[-1] != "RB" else None


def _is_told(scene: Scene, verb: int) -> bool:
    """Whether somebody who can speak tells something by a verb: `Ruiz | warned`, and neither `the
    roof | leaked` nor `nobody | called`."""
    if scene.tags[verb] not in FINITE or not tells(scene.words[verb]):
        return False
    subject = verb - 1 - (scene.tags[verb - 1] == "RB")
    word = scene.words[subject]
    named = scene.tags[subject] == "NNP" or word in SUBJECTS or scene.tags[subject] in _RELATIVES
    return named or (nouns.lookup(word) is not None and word not in _NOBODY)


_NOBODY = frozenset("nobody no-one none nothing neither nor".split())


def of_object(scene: Scene, word: CueWord) -> TokenRange | None:
    """Who does what is said, no comma before it: `Ruiz | defended the rules saying “…”`."""
    words, tags, first, at = scene.words, scene.tags, word.first, word.at
    if words[at] not in ("saying", "adding") or tags[at - 1] not in ("NN", "NNS"):
        return None
    for i in range(at - 1, max(first, at - _FURTHEST // 2), -1):
        if tags[i] in FINITE:
            begins = i
            while begins > first and tags[begins - 1] in PHRASE:
                begins -= 1
            felt = is_of(lemma_and_sort(words[i])[1], _FELT)  # not `sent a letter saying`
            return (begins, i) if felt and begins == first < i else None
        if tags[i] not in PHRASE:
            return None
    return None


_FELT = frozenset(("attitude", "denial"))


def of_clause(scene: Scene, word: CueWord) -> TokenRange | None:
    """Who speaks in a clause after a main one of things: `Shares fell after | the firm | warned
    that it was short, blaming the rain`."""
    words, tags, first, at = scene.words, scene.tags, word.first, word.at
    if word.tag != "VBG" or words[at - 1] != "," or tags[first] not in ("NN", "NNS", "DT"):
        return None
    main = next((i for i in range(first, min(at, first + _FURTHEST)) if tags[i] in FINITE), at)
    head = next((i for i in range(first, main) if tags[i] in ("IN", ",")), main) - 1
    if main == at or tags[head] not in ("NN", "NNS") or nouns.lookup(words[head]) is not None:
        return None
    for i in range(main + 1, at - 2):
        if words[i] in _SUBORDINATES and tags[i + 1] in _BEGINS_SUBJECT:
            end = i + 1
            while end < at and tags[end] in PHRASE:
                end += 1
            return (i + 1, end) if tags[end] in FINITE and tells(words[end]) else None
    return None


_SUBORDINATES = frozenset("after as when because since while".split())
_BEGINS_SUBJECT = frozenset("DT CD NN NNS NNP PRP$ JJ".split())
_LONGEST_SENTENCE = 40


def says(scene: Scene, word: CueWord) -> bool:
    """Whether a participle tells what somebody says, or a message, however seldom it was met."""
    sender = senders.of_message(scene, word) or senders.of_relative(scene, word)
    sent = sender is not None and tells(word.word)
    return sent or before_clause(scene, word) or with_somebody(scene, word) is not None


def before_clause(scene: Scene, word: CueWord) -> bool:
    """Whether a participle set off by a comma has a clause right after it that nothing opens:
    `They sued the town, seeking a halt, claiming | the road would flood`."""
    words, tags, at = scene.words, scene.tags, word.at
    if word.tag != "VBG" or words[at - 1] != "," or word.lemma not in _TELLS_CLAUSE:
        return False
    if tags[at + 1] not in PHRASE or at == word.first + 1:
        return False
    for i in range(at + 2, min(word.last, at + _FURTHEST)):
        if tags[i] in FINITE:
            return tags[i - 1] not in ("DT", "POS", "PRP$", "IN")
        if tags[i] not in PHRASE and words[i] not in ("of", "in", "for"):
            return False
    return False


_TELLS_CLAUSE = frozenset(
    """say claim argue insist add warn note suggest admit allege complain explain predict declare
    stress maintain assert""".split()
)


def with_somebody(scene: Scene, word: CueWord) -> TokenRange | None:
    """Who says something after `with`: `Fans of Ruiz were thrilled, with | one | writing: “…”`, and
    after another such: `with some calling it dull and | others | branding it a joke`."""
    words, tags, at = scene.words, scene.tags, word.at
    if word.tag != "VBG" or not is_of(word.sort, TOLD) or tags[at - 1] not in _ENDS_SUBJECT:
        return None
    for i in range(at - 2, max(word.first, at - _FURTHEST // 2), -1):
        if words[i] == "with" and words[i - 1] == ",":
            return i + 1, at
        if words[i] in ("and", "while") and words[i + 1] in _OTHERS:
            pair = "with" in words[word.first : i] and words[words.index("with", word.first) - 1]
            return (i + 1, at) if pair == "," else None
        if tags[i] not in PHRASE and words[i] != "of":
            return None
    return None


_ENDS_SUBJECT = frozenset("NN NNS NNP NNPS DT CD JJ PRP".split())
_OTHERS = frozenset("others another many most some several one".split())


def of_spent(scene: Scene, word: CueWord) -> TokenRange | None:
    """Who spent the time doing what a participle tells: `Ruiz | spent the run-up to the vote
    portraying him as old`."""
    words, tags, at = scene.words, scene.tags, word.at
    if word.tag != "VBG" or words[at - 1] in (",", "and"):
        return None
    for i in range(at - 2, max(word.first, at - _FURTHEST), -1):
        if words[i] in ("spent", "spends", "spend", "spending"):
            begins = end = i
            while begins > word.first and (tags[begins - 1] in PHRASE or words[begins - 1] == "of"):
                begins -= 1
            return (begins, end) if begins == word.first and begins < end else None
        if tags[i] in FINITE or words[i] in (",", OPEN, CLOSE):
            return None
    return None


def of_caught(scene: Scene, word: CueWord) -> TokenRange | None:
    """Who was caught saying something: `Ana Ruiz, the head of the board, | was caught on tape last
    week calling parents fools`."""
    words, tags, at = scene.words, scene.tags, word.at
    if word.tag != "VBG" or words[at - 1] in (",", "and", "by"):
        return None
    for i in range(at - 1, max(word.first, at - _FURTHEST), -1):
        if words[i] in _CAUGHT and words[i - 1] in _BEING:
            end = i - 1
            while end > word.first and words[end - 1] in _BEING:
                end -= 1
            begins = end
            while begins > word.first and (
                tags[begins - 1] in _OF_SUBJECT or words[begins - 1] in _WITHIN
            ):
                begins -= 1
            if words[word.first] in _WITHIN and "," in words[begins:end]:
                begins = words.index(",", begins) + 1  # `In a clip, | Ruiz was filmed`
            whole = begins == word.first or words[begins - 1] == ","
            end -= words[end - 1] == ","
            return (begins, end) if whole and begins < end else None
        if tags[i] in FINITE or words[i] in (",", OPEN, CLOSE):
            return None
    return None


_CAUGHT = frozenset(
    "caught filmed recorded captured taped videotaped seen heard overheard spotted pictured shown"
    " picked".split()
)
_BEING = frozenset("was were is are be been being got has had have can could".split())
_OF_SUBJECT = PHRASE | {",", "CD", "$"}
_WITHIN = frozenset("of in at for on".split())


def subject(scene: Scene, word: CueWord) -> TokenRange | None:
    """Whose a participle is that says something: of the tag before it, `said Ruiz, noting that`;
    not of the object before it, `A man ran behind her shouting “…”`."""
    words, tags, at = scene.words, scene.tags, word.at
    comma = at - 1 - (words[at - 1] in ("before", "while"))  # `said Ruiz, | before adding that`
    if words[comma] == ",":
        for i in range(comma - 1, max(word.first, at - _FURTHEST), -1):
            if tags[i] in FINITE:
                tag = words[i - 1] == "," or words[i - 1] == CLOSE
                return (i + 1, comma) if tag and i + 1 < comma and tells(words[i]) else None
            if tags[i] not in _NAMES:
                return None
    elif words[at - 1] in OBJECTS and (
        tags[at - 2] in ("IN", "RB", "RP") or words[at - 2] == "past"
    ):
        for i in range(word.first + 1, min(at - 2, word.first + _FURTHEST)):
            if tags[i] in FINITE:
                return word.first, i
            if tags[i] not in _NAMES or words[i] == ",":
                return None
    return None
