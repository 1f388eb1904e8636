"""Where a word that may be a cue has no content: `In an email seen by Interfax, Ruiz wrote`.

It says who quotes, where or how something was said, or a name; what was said is another word's.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrib.detection import as_noted, full_texts, gaps, hearers, senders, time_phrases
from attrib.detection.classes import SO_CALLED, lemma_and_sort, tells
from attrib.detection.cues import CueWord
from attrib.detection.quoted_as import (
    BE,
    FURTHEST,
    QUOTES,
    SAYS,
    is_passive,
    order_of_parts,
    saying_after,
)
from attrib.detection.views import FINITE, Scene
from attrib.knowledge import nouns
from attrib.words.known_words import FELT, STIRS
from attrib.words.tokens import OPEN
from attrib.words.verbs import finite_forms

NEITHER_NOR = frozenset(("confirm", "deny"))
_ASKED = frozenset("whether if about why how what when who".split())
"""`Ruiz, asked whether he would run, laughed`: somebody asks him."""
_GESTURES = frozenset(("pointing", "gesturing", "nodding"))
_ANSWERS = frozenset("response reply answer reaction".split())
_LONGEST_LABEL = 4
_SEEN = frozenset("seen obtained viewed leaked".split())


def has_no_content(scene: Scene, word: CueWord) -> bool:
    """Whether a verb only says who quotes: `Interfax quoted Ana Ruiz as saying`, after what she
    said; `Ana Ruiz was quoted by Interfax as saying`; `Ana Ruiz, quoted by Interfax, said`."""
    words, at = scene.words, word.at
    colon = words.index(":", at) if ":" in words[at : at + _LONGEST_LABEL] else word.last
    if colon < word.last and full_texts.announces(words, scene.tags, word.first, colon + 1):
        return True  # `Transcript as follows:`, `From Ruiz’s Facebook post:`
    if word.lemma == "decline" and words[at + 1] in ("to", "by") and _is_amount(scene, at + 2):
        return True  # `Fees declined to $281 million`
    described = words[at - 1] in _BEFORE_ADJECTIVES and scene.tags[at + 1] in _DESCRIBED
    if described and words[at].endswith("ed"):
        return True  # `put off a proposed 400-acre park`
    if _is_reduced(scene, word):
        return True  # `A man blamed for the fire left`
    if word.word == "warning" and words[at + 1] in _WARNINGS and words[at - 1] in _LISTS:
        return True  # `secure lids and warning labels`
    if word.lemma == "name" and _only_tells_name(scene, word):
        return True  # `A nurse named Lee left`
    if word.tag in ("VBD", "VBN") and hearers.is_aired(words, at):
        return True  # `said in an interview aired on Monday that`
    if _is_stirred(words, at) or _is_stirred(words, at + 1):
        return True  # `It came late, fuelling fears that`, `raised hopes that`
    if gaps.is_antecedent(scene, word):
        return True  # `moves that he said saved the town`
    if senders.goes_on(scene, word):
        return True  # `sent a letter to customers, saying`
    if word.lemma == "call" and (
        _is_telephone_call(scene, at) or _is_called_out(scene, word) or _is_name_told(scene, word)
    ):
        return True
    if word.word in _ANSWERS and words[at - 1] == "in" and words[at + 1] == "to":
        return (
            "that" in words[at : min(word.last, at + FURTHEST)]
        )  # `In reply to Okon’s charge that`
    if words[at - 1] in ("or", "and") and _is_joined_to_base(scene, word):
        return True
    if words[at - 1] in SAYS and word.tag in ("VBG", "NN") and scene.tags[at + 1] == "NNS":
        return True  # `said warning lights were lit`
    if word.lemma in _TALKS and word.tag == "NN" and words[at + 1] in _WHERE:
        return True
    if words[at - 1 : at + 2] == [",", "provided", "that"] or _is_summed_up(scene, at):
        return True
    if words[at - 1] == "," and words[at] in _GESTURES and OPEN in words[at + 2 : word.last]:
        return True  # `“We have it,” she said, pointing to a letter, “and it is signed.”`
    near = slice(at + 2, min(word.last, at + FURTHEST))
    if words[at - 1 : at + 1] == [",", "asked"] and "," in words[near]:
        return words[at + 1] in _ASKED and scene.tags[at - 2] in ("NNP", "NN", "NNS")
    if words[word.first] == "what" and at == word.last - 1 and word.last - word.first < 6:
        return True  # `What they say`, over what they say
    if word.lemma == "know" and words[at - 1] == "to" and words[at - 2] in _WANTED:
        return True  # `sought to know why`, over what they sought
    if words[at - 1 : at + 1] == [",", "defending"] and "," in words[near]:
        return True  # `Ruiz, defending Okon, said`: in court
    if words[at] in _SEEN and words[at + 1] == "by":
        return True  # `In an email seen by Interfax, Ruiz wrote`
    thing = word.lemma == "put" and words[at + 1] in _THINGS and words[at + 2] in _PUT_WHERE
    if thing and as_noted.begins(scene, word) is None:
        return True  # `putting it into the file: “…”`
    if word.tag == "VBG" and words[at - 2 : at] == ["but", "not"] and words[at - 3][-3:] == "ing":
        return True  # `his way of supporting but not endorsing Ruiz`
    if word.lemma in _PUBLISHES and _only_says_where(scene, word):
        return True  # `A poll published on Monday showed that`
    if word.lemma == "identify" and words[at + 1] in _REFLEXIVES:
        return words[at + 2] == "as" and scene.tags[at + 3] == "NNP"  # `… herself as Ana`
    if word.lemma == "go" and words[at + 1] == "by":
        return True  # `Ruiz, who goes by “Fox”`
    if word.lemma == "blame" and words[at - 1] == "to" and words[at - 2] in BE:
        return True  # `asked if pay was to blame`
    if word.lemma in _REFERS and not _QUESTIONS.isdisjoint(words[at + 1 : at + 4]):
        return "to" in words[at + 2 : at + 7]  # `referred questions to the sheriff`
    if words[at + 1] == OPEN and _is_named_so(scene, at):
        return True  # `called that claim “laughable”`
    if words[at - 1] == "nor" and word.lemma in NEITHER_NOR and "neither" in words[at - 4 : at]:
        return True
    if word.word not in QUOTES:
        return False
    saying = saying_after(scene, word)
    if is_passive(scene, at):
        aside = words[at - 1] == "," and "," in words[at + 2 : at + 8]
        return aside or (saying is not None and saying > at + 2)
    return saying is not None and order_of_parts(scene, word, saying).startswith("content")


def _is_amount(scene: Scene, at: int) -> bool:
    """Whether a figure or a level stands where what is declined would: `to | its lowest level`."""
    return scene.tags[at] in ("CD", "DT", "PRP$") or scene.words[at] in _MONEY


_MONEY = frozenset(("$", "£", "€", "about", "around", "nearly"))


def _is_reduced(scene: Scene, word: CueWord) -> bool:
    """Whether a verb that has no object is a participle that tells of a noun: `A sect accused of
    fraud paid him`."""
    words, at = scene.words, word.at
    passive = is_passive(scene, at) or not BE.isdisjoint(word.auxiliaries.split(" "))
    alone = word.tag in ("VBD", "VBN") and words[at + 1] in _CHARGED.get(word.lemma, ())
    before = scene.tags[at - 1] in _NOUNS or (words[at - 1] == "," and word.tag == "VBN")
    gap = _RELATIVES.isdisjoint(words[max(word.first, at - _LONGEST_PLACE) : at])
    return alone and before and gap and not passive and not word.auxiliaries


_BEFORE_ADJECTIVES = frozenset("a an the another every".split())
"""Before which a participle only describes: `a proposed park`."""
_DESCRIBED = frozenset("CD JJ NN NNS $".split())


def _only_tells_name(scene: Scene, word: CueWord) -> bool:
    """Whether a participle tells what somebody is called of whom a verb tells more."""
    tags, after = scene.tags, word.at + 1
    if tags[word.at - 1] not in ("NN", "NNS") or tags[after] != "NNP" or word.auxiliaries:
        return False
    while after < word.last and tags[after] == "NNP":
        after += 1
    return tags[after] in FINITE


_LISTS = frozenset(("and", ",", "or"))
_WARNINGS = frozenset(
    "label labels light lights sign signs system systems shot shots letter letters notice notices"
    " bell bells siren sirens signals".split()
)


def _is_stirred(words: Sequence[str], at: int) -> bool:
    """Whether a thing that happened only makes people hope or fear something."""
    felt = words[at] in FELT or words[at] == "speculation"
    stirred = felt and words[at - 1] in STIRS
    return stirred or (words[at] == "hopes" and words[at - 1] in _RAISES)


_RAISES = frozenset("raised raising raises dashed dashing boosted boosting lifted lifting".split())
_RELATIVES = frozenset("what that which who whom".split())
_NOUNS = frozenset("NN NNS NNP NNPS".split())
_CHARGED = {
    "accuse": ("of",),
    "blame": ("for",),
    "criticize": ("for", "over"),
    "criticise": ("for", "over"),
    "praise": ("for",),
    "credit": ("with", "for"),
    "fault": ("for",),
    "denounce": ("for",),
    "oppose": ("to",),
}
"""What one is accused of, and the word before it; whoever accuses has an object first."""


_PUBLISHES = frozenset("publish release issue post print file share circulate air".split())


def _only_says_where(scene: Scene, word: CueWord) -> bool:
    """Whether a verb only tells of a document where it is to be found, before the document's own
    verb: `A letter | posted | online says`."""
    words, tags, at = scene.words, scene.tags, word.at
    noun = nouns.lookup(words[at - 1])
    paper = noun is not None and noun.category == "document"
    if tags[at] not in ("VBD", "VBN") or word.auxiliaries or tags[at - 1] not in _NOUNS:
        return False
    for i in range(at + 1, min(word.last, at + _LONGEST_PLACE)):
        if tags[i] in FINITE:
            return paper and i > at + 1
        if tags[i] == "WDT" and i > at + 1 and words[i - 1] != ",":
            return tags[i + 1] in FINITE  # `A letter posted online | that says`
        if words[i] in (",", "that", OPEN, ":"):
            return False
    return False


_LONGEST_PLACE = 10


def _is_named_so(scene: Scene, at: int) -> bool:
    """Whether a word ends what a verb before it calls by what comes next."""
    for i in range(at - 1, max(0, at - _LONGEST_OBJECT), -1):
        if lemma_and_sort(scene.words[i])[0] in SO_CALLED:
            return True
        if scene.tags[i] not in _OF_OBJECT and scene.words[i] != "that":
            return False
    return False


_OF_OBJECT = frozenset("DT JJ NN NNS NNP POS PRP$".split())
_LONGEST_OBJECT = 6
_REFERS = frozenset("refer direct redirect forward".split())
_QUESTIONS = frozenset(
    "question questions query queries inquiry inquiries enquiries calls requests reporters".split()
)
_REFLEXIVES = frozenset("himself herself themselves itself".split())
_THINGS = frozenset(("it", "them", "him", "her", "me", "us"))
_PUT_WHERE = frozenset(
    "into in on onto through away back down up out under inside behind together off".split()
)
_WANTED = frozenset("sought seek seeks wanted wants want asked demanded demands".split())


def _is_summed_up(scene: Scene, at: int) -> bool:
    """Whether a noun only sums up what stands before it: `…, a claim that ministers dispute`."""
    words = scene.words
    return (
        scene.tags[at] == "NN"
        and words[at - 1] in ("a", "an")
        and words[at - 2] in _SETS_OFF
        and words[at + 1] in ("that", "which")
    )


_SETS_OFF = frozenset((",", "—", "–", "-", "--"))


def _is_telephone_call(scene: Scene, at: int) -> bool:
    """Whether a call is where something is said: `on an earnings call`, not `a call for peace`."""
    words = scene.words
    if words[at + 2] in ("up", "back") or words[at + 1] == "up":
        return True  # `he calls me up`
    if words[at + 1] == "in" and scene.tags[at] in ("VBD", "VBN", "VBZ", "VBP"):
        # `called in a mediator`
        return words[at + 2] in ("a", "an", "the") and (
            "to" in words[at + 4 : at + 8]
            or any(noun and noun.human for noun in map(nouns.lookup, words[at + 3 : at + 7]))
        )
    if _is_rung(scene, at):
        return True
    if words[at] != "call" or words[at + 1] in ("for", "to"):
        return False
    for i in range(at - 1, max(0, at - _LONGEST_CALL), -1):
        if scene.tags[i] in ("DT", "PRP$"):
            return words[i - 1] in _CALLED_ON
    return False


def _is_joined_to_base(scene: Scene, word: CueWord) -> bool:
    """Whether a word is one more thing that somebody else might do: `said it could cut fees or |
    call for`, whatever its tag."""
    if finite_forms().get(word.word) != "VBP" or word.tag not in ("NN", "VB"):
        return False
    if word.tag == "VB" and SAYS.isdisjoint(scene.words[word.first : word.at]):
        return False
    before = (scene.tags[i] for i in range(word.at - 2, word.first, -1))
    return next((tag for tag in before if tag[:1] == "V"), "") == "VB"


def _is_rung(scene: Scene, at: int) -> bool:
    """Whether it is told how often somebody was called, and nothing that he was called: `called
    the owner twice`, `called the office in Orvale several times`."""
    words, tags = scene.words, scene.tags
    if tags[at] not in ("VBD", "VBZ", "VBP", "VBN") or words[at - 1] in BE:
        return False
    i = at + 1 + (tags[at + 1] in ("DT", "PRP$"))
    while tags[i] in _RUNG or (tags[i] == "DT" and tags[i - 1] == "IN"):
        if words[i] in _HOW_OFTEN or words[i + 1] == "times":
            return i > at + 1
        i += 1
    return False


_RUNG = frozenset("NN NNS NNP NNPS JJ POS IN CD PRP RB VBG".split())
_HOW_OFTEN = frozenset("twice thrice repeatedly".split())


def _is_called_out(scene: Scene, word: CueWord) -> bool:
    """Whether somebody is sent for: `Police were called at noon to reports of smoke`."""
    after = word.at + 1
    if word.word != "called" or BE.isdisjoint(word.auxiliaries.split(" ")):
        return False
    sent = scene.words[after] in ("to", "out", "at", "in", "into", "after", "shortly", "just")
    return sent or time_phrases.time_ends(scene.words, scene.tags, after, word.last) > after


def _is_name_told(scene: Scene, word: CueWord) -> bool:
    """Whether it only tells a name: `An NGO called Safe Seas ran`, `the drug, called Velanor,`."""
    words, tags, after = scene.words, scene.tags, word.at + 1
    named = word.word == "called" and words[word.at - 1] == ","
    named = named and "," not in words[word.first : word.at - 1]
    if named and tags[word.at - 2] in ("NN", "NNS"):
        after += tags[after] == "DT"
        while tags[after] in _OF_NAMES:
            after += 1
        return words[after] in (",", "by") or tags[after] in FINITE or after >= word.last - 1
    if word.word != "called" or word.auxiliaries or tags[after] != "NNP":
        return False
    while tags[after] in ("NNP", "CD"):
        after += 1
    if tags[after] not in FINITE:
        return False
    before = range(word.at - 1, max(word.first, word.at - _LONGEST_CALL - 2) - 1, -1)
    opens = next((words[i] for i in before if tags[i] == "DT" or tags[i] in FINITE), "")
    return opens in ("a", "an", "another")


_OF_NAMES = frozenset("JJ NN NNS NNP NNPS POS CD".split())
_TALKS = frozenset(("talk", "speech", "lecture", "interview", "sermon", "presentation"))
_WHERE = frozenset(("at", "in", "to"))
"""After which stands where a talk was given, and nothing of what was said."""
_LONGEST_CALL = 5
_CALLED_ON = frozenset("on in during after".split())


def is_nothing(scene: Scene, first: int, last: int) -> bool:
    """Whether a content is the word that says that nothing was said: `but said nothing`; or what
    was said next, by a cue of its own: `he argued, adding that`."""
    if scene.words[first - 1] == "," and scene.tags[first] == "VBG":
        return tells(scene.words[first])
    ends = time_phrases.time_ends(scene.words, scene.tags, first, last)
    if (ends == last and not scene.depth[first]) or senders.is_relative(scene, first):
        return True  # `officials said | late Sunday`
    last -= scene.words[last - 1] == "."
    return last - first == 1 and scene.words[first] in _NOTHING and not scene.depth[first]


_NOTHING = frozenset(("nothing", "to"))
