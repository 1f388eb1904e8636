"""Whom something was told to, where no `that` parts them from it: `told the court | trials took too
long`, `told BBC Radio 4’s Today programme | Norway was ready`.

Two noun phrases stand side by side, and the clause is the second with its verb. A word that begins
a phrase parts them surely, a name after a noun or a noun after a name less so.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrib.detection.cues import CueWord
from attrib.detection.that_clauses import clause_verb, ends_abbreviation
from attrib.detection.time_phrases import DAYS, MONTHS, NEAR_DAYS, UNITS
from attrib.detection.views import FINITE, Scene
from attrib.knowledge import nouns
from attrib.words.tokens import CLOSE, MARK, OPEN

_TELLS = frozenset("tell inform assure reassure warn remind".split())
_HAS = frozenset(("has", "have", "had", "'ve", "'s", "'d"))
_LONGEST = 16
_NOUNS = frozenset("NN NNS NNP NNPS".split())
_HEARER = _NOUNS | frozenset("DT JJ POS IN CD RB CC PRP$ PRP EX VBN VBG".split()) | {MARK}
"""Tags of the words of a hearer with what hangs on it: `an audience of farmers`."""
_BEGINS = frozenset(("DT", "PRP$", "PRP", "EX"))
_BEGINS_TOO = frozenset(
    """such all both half many much most some any every each nobody nothing everyone everybody
    everything someone somebody something anyone anybody no-one none if""".split()
)
_QUANTITY = frozenset("more less fewer about around nearly almost roughly over".split())
_TITLES = frozenset("mr mr. mrs mrs. ms ms. dr dr. sir prof prof. lord lady president".split())
_ONE_WORD_OUTLETS = frozenset(
    """reuters bloomberg politico axios newsweek vox afp ap upi dpa tass xinhua yonhap kyodo bbc cnn
    nbc cbs abc msnbc cnbc npr pbs itv rte cbc ctv espn""".split()
)
_NAMES_OUTLET = frozenset(
    """news radio world sport sports tv television breakfast newsnight today newsradio business
    politics africa arabic persian indonesia""".split()
)
"""What such an outlet's name may go on with."""


def clause_begins(scene: Scene, word: CueWord) -> int | None:
    """Where what was told begins, right after whom it was told to; None where it is not plain.

    >>> from attrib.detection import cues, views
    >>> from attrib.words import tags
    >>> from attrib.words.tokens import tokenize
    >>> text = "Moss told the head of the union passengers from Oslo, 34 in all, were safe."
    >>> tokens = tokenize(text, [], [(0, len(text))])
    >>> scene = views.scene(tokens, tags.tag(tokens))
    >>> told = next(word for word in cues.find(tokens, scene.tags) if word.lemma == "tell")
    >>> tokens.forms[clause_begins(scene, told)]
    'passengers'
    """
    return clause_from(scene, word.at + 1, word.last, word.lemma in _TELLS)


def clause_from(scene: Scene, begun: int, last: int, tells: bool = True) -> int | None:
    """The same after a hearer that begins with a token, in a sentence up to another; where the verb
    may not tell, `show members the way`, only what parts phrases surely does."""
    words, tags = scene.words, scene.tags
    unsure = None
    if any(is_aired(words, i) for i in range(begun + 2, min(last - 1, begun + _LONGEST))):
        return None  # `told state radio in an interview | aired on Monday that`
    for i in range(begun, min(last - 1, begun + _LONGEST)):
        if words[i] in ("that", "to", OPEN, CLOSE) or tags[i] in FINITE:
            break
        if i > begun and clause_verb(words, tags, i) is not None:
            if _parts(scene, i):
                return i
            if unsure is None and tells and _may_part(scene, begun, i):
                unsure = i
        if tags[i] not in _HEARER and not ends_abbreviation(words, i):
            break
    return unsure


def is_aired(words: Sequence[str], at: int) -> bool:
    """Whether a participle only tells when a talk was heard.

    >>> words = "told them in an interview aired that day".split()
    >>> is_aired(words, 5), is_aired(words, 4)
    (True, False)
    """
    return words[at] in _AIRED and words[at - 1] in _TALKS


_AIRED = frozenset("aired broadcast published released posted shown recorded taped filmed".split())
_TALKS = frozenset(
    "interview speech podcast statement address broadcast video remarks comments message".split()
)


def are_told(scene: Scene, word: CueWord) -> bool:
    """Whether somebody tells hearers a clause without `that`: `had told jurors | Kane left`."""
    tells = word.lemma in _TELLS and word.tag in ("VBD", "VBZ", "VBP", "VBN")
    if not tells or word.subject < word.first or scene.depth[word.at]:
        return False
    helped = word.tag != "VBN" or not _HAS.isdisjoint(word.auxiliaries.split(" "))
    return helped and clause_begins(scene, word) is not None


def _parts(scene: Scene, at: int) -> bool:
    """Whether a word begins a new phrase, and what stands before it ends one."""
    begins = scene.tags[at] in _BEGINS or scene.words[at] in _BEGINS_TOO
    return begins and (_ends(scene, at) or scene.tags[at - 1] == "RB")


def _ends(scene: Scene, at: int) -> bool:
    """Whether a hearer, or when or where it heard it, may end before a word."""
    before = scene.words[at - 1]
    if scene.tags[at - 1] in _NOUNS or before in NEAR_DAYS or before in _ENDS:
        return True
    return scene.tags[at - 1] == "JJ" and _is_somebody(before)  # `the | inquest`, as if it were one


_ENDS = frozenset(("ago", "later", "us", MARK))


def _may_part(scene: Scene, begun: int, at: int) -> bool:
    """Whether two nouns side by side are of two phrases: `the judge | Omar Kane`."""
    words, tags = scene.words, scene.tags
    before, tag = tags[at - 1], tags[at]
    if not _ends(scene, at) or tag not in _NOUNS | {"JJ", "CD", "IN", "RBR", "JJR"}:
        return False
    if words[at] in _PLACES_TO_HEAR or words[at] in nouns.bodies():
        return False  # `the city | council`, `Today | programme`
    if _is_when(words[at - 1]):
        return not _is_when(words[at]) and tag != "CD"
    if tag in ("IN", "RBR", "JJR"):
        return words[at] in _QUANTITY and "CD" in tags[at + 1 : at + 3]
    if before == "NNP" and tag == "NNP":
        return words[at] in _TITLES or (
            at == begun + 1 and words[begun] in _ONE_WORD_OUTLETS and words[at] not in _NAMES_OUTLET
        )
    if before == "NNP":
        return tag != "CD" and not _is_of_them(scene, at)
    if tag == "NNP":
        return not _is_when(words[at])
    hears = before == "NNS" or _is_somebody(words[at - 1]) or words[at - 1] in _MEDIA
    return hears and not _is_of_them(scene, at)


def _is_somebody(word: str) -> bool:
    noun = nouns.lookup(word)
    return word in _PLACES_TO_HEAR or (noun is not None and noun.category != "document")


_OUTLETS = frozenset(
    """newspaper paper magazine programme program podcast show station channel network website site
    broadcaster agency outlet daily weekly tabloid""".split()
)
_PLACES_TO_HEAR = _OUTLETS | frozenset(
    """court jury inquest tribunal inquiry hearing panel committee trial commission conference
    meeting summit crowd audience rally staff police congress parliament""".split()
)


_MEDIA = frozenset("letter email statement memo note interview message call podcast".split())


def _is_of_them(scene: Scene, at: int) -> bool:
    """Whether a noun tells who the hearers are: `the union | members`, `police | officers`."""
    words = scene.words
    after = words[at + 1] not in ("of", "from", "in", "at", "with")
    return words[at] in _MEMBERS and scene.tags[at - 1] != "NNS" and after


_MEMBERS = frozenset(
    """members officials officers leaders staff workers employees delegates chiefs bosses sources
    investigators detectives reporters journalists correspondents editors readers lawmakers
    councillors councilors colleagues executives supporters activists representatives
    negotiators lawyers prosecutors magistrates clerks directors managers shareholders
    investors""".split()
)


def _is_when(word: str) -> bool:
    return word in DAYS or word in MONTHS or word in UNITS or word in NEAR_DAYS
