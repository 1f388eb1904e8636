"""Documents that say something, with all that is told of them before their verb.

`Records released under the law | show officers knew`, `A poll aired Tuesday on Channel 13 | found
58 percent favor it`, `Costs doubled, an audit seen by the Echo | suggests`. What was made, seen or
dated looks like a verb of its own; of a document it only tells which one it is.
"""

from __future__ import annotations

from attrib.detection.cues import CueWord
from attrib.detection.that_clauses import CLAUSES, clause_verb
from attrib.detection.views import FINITE, Scene
from attrib.detection.whole_clauses import is_clause
from attrib.knowledge import nouns
from attrib.words.tokens import CLOSE, OPEN

TokenRange = tuple[int, int]

_SAYS = frozenset(
    """show find suggest say reveal indicate state claim allege warn conclude estimate confirm
    note predict argue assert stress disclose acknowledge recommend project forecast
    report""".split()
)
_MADE = frozenset(
    """released published seen obtained filed compiled commissioned dated sent made aired shared
    leaked posted carried conducted reviewed provided issued submitted written signed produced
    prepared gathered collected circulated presented unsealed shown given drawn read viewed
    verified taken held kept recorded analysed analyzed examined cited addressed attached based
    entitled titled called handed delivered uploaded broadcast distributed completed authored
    co-authored led funded backed updated accessed recovered captured filmed drafted exchanged
    unearthed included contained""".split()
)
"""What is done with a document before it says anything."""
_DATA = frozenset(
    """data figures statistics emails e-mails images footage messages examination findings
    records filings minutes logs metadata samples tests scans readings results numbers returns
    maps stats correspondence evidence cctv testing sampling analysis tracking monitoring""".split()
)
_NOUNS = frozenset("NN NNS NNP NNPS".split())
_OPENS = _NOUNS | frozenset("DT JJ JJR JJS CD PRP$ POS VBG VBN".split())
"""Tags of the words up to the noun."""
_HANGS_ON = _OPENS | frozenset("IN TO CC RB RP :".split())
"""Tags of the words that tell more of it."""
_LONGEST = 40


def subject(scene: Scene, word: CueWord) -> TokenRange | None:
    """The document that a verb has for its subject, where a clause follows it; None for none.

    >>> from attrib.detection import cues, views
    >>> from attrib.words import tags
    >>> from attrib.words.tokens import tokenize
    >>> text = "An audit released last week by the council alleges Kelder Steel sold the mill."
    >>> tokens = tokenize(text, [], [(0, len(text))])
    >>> scene = views.scene(tokens, tags.tag(tokens))
    >>> alleges = next(word for word in cues.find(tokens, scene.tags) if word.lemma == "allege")
    >>> tokens.forms[slice(*subject(scene, alleges))][-2:]
    ['the', 'council']
    """
    if not _may_say(scene, word):
        return None
    if word.subject < word.first or not _is_said(scene, word):
        return None
    first = _opening(scene, word.first)
    return (first, word.subject + 1) if _is_document(scene, first, word.subject + 1) else None


def tag(scene: Scene, word: CueWord) -> TokenRange | None:
    """The document that a verb tags a clause with, at the end of its sentence.

    >>> from attrib.detection import cues, views
    >>> from attrib.words import tags
    >>> from attrib.words.tokens import tokenize
    >>> text = "The pumps were old, an audit seen by the Echo suggests."
    >>> tokens = tokenize(text, [], [(0, len(text))])
    >>> scene = views.scene(tokens, tags.tag(tokens))
    >>> suggests = next(word for word in cues.find(tokens, scene.tags) if word.lemma == "suggest")
    >>> tokens.forms[slice(*tag(scene, suggests))][:2]
    ['an', 'audit']
    """
    words = scene.words
    if not _may_say(scene, word) or words[word.at + 1] not in (".", ";"):
        return None
    shut = next((i for i in range(word.subject, word.first, -1) if words[i] == CLOSE), 0)
    if shut and words[shut - 1] == "," and words[word.first] != OPEN:
        # `Ruiz said she “saw nothing,” | the affidavit states.`
        paper = _is_document(scene, shut + 1, word.subject + 1)
        whole = paper and is_clause(scene, word.first, shut - 1)
        return (shut + 1, word.subject + 1) if whole else None
    for comma in range(word.first + 2, word.subject):
        if words[comma] == "," and _is_document(scene, comma + 1, word.subject + 1):
            return (comma + 1, word.subject + 1) if is_clause(scene, word.first, comma) else None
        if words[comma] in (OPEN, CLOSE):
            return None
    return None


def _may_say(scene: Scene, word: CueWord) -> bool:
    if word.lemma not in _SAYS or scene.depth[word.at]:
        return False
    if word.auxiliaries:
        return word.tag == "VBN" and word.auxiliaries.split(" ")[0] in ("has", "have", "had")
    return word.tag in _VERBS


_VERBS = frozenset("VBD VBZ VBP VBN VB NN NNS JJ".split())
"""Tags that such a verb may have, rightly or not: `records dated July 28 | show`."""


def _is_said(scene: Scene, word: CueWord) -> bool:
    """Whether what follows a verb may be what a document says: a clause, or what it shows."""
    words, tags, after = scene.words, scene.tags, word.at + 1
    if words[after] in CLAUSES or clause_verb(words, tags, after) is not None:
        return True
    said = tags[after] in _OPENS or words[after] in QUANTITIES
    return said and word.lemma in _OF_CLAUSES and not _DOES.isdisjoint(tags[after + 1 : word.last])


_OF_CLAUSES = frozenset(
    "show suggest reveal indicate find say claim allege warn conclude estimate confirm".split()
)
_DOES = FINITE | {"VBN", "VB", "NNS"}
QUANTITIES = frozenset("about around nearly almost roughly some over more fewer less at".split())
"""What a number may begin with: `about a third`, `at least 14`."""


def _opening(scene: Scene, first: int) -> int:
    """Where a subject may begin, past what links its sentence: `But | records`."""
    return first + (scene.words[first] in ("but", "and", "yet", "while", "still"))


def _is_document(scene: Scene, first: int, last: int) -> bool:
    """Whether words are a noun phrase for a document with what tells of it, and no clause."""
    words, tags = scene.words, scene.tags
    if last - first > _LONGEST or first >= last or words[last - 1] in (":", "to"):
        return False
    head = first
    while head < last and tags[head] in _OPENS and not (words[head] in _MADE and head > first):
        head += 1
    if head == first or not _names_document(words[head - 1]):
        return False
    at, shut = head, True
    while at < last:
        at, shut = _past_part(scene, at, last, shut)
        if at < 0:
            return False
    return shut


def _past_part(scene: Scene, at: int, last: int, shut: bool) -> tuple[int, bool]:
    """The token after a word that tells more of a document, and whether all commas are paired; a
    negative one where none does."""
    words, tags = scene.words, scene.tags
    if words[at] == ",":
        opens = words[at + 1] in _MADE or tags[at + 1] in ("WDT", "VBG", "VBN")
        date = tags[at - 1] == "CD" and tags[at + 1] == "CD"  # `July 28, 2025`
        return (at + 1, shut if date else not shut) if opens or not shut or date else (-1, shut)
    if words[at] in ("that", "which", "who"):
        verb = at + 1 + (tags[at + 1] == "RB")
        return (verb + 1, shut) if tags[verb] in FINITE else (-1, shut)
    told = words[at] in _MADE or tags[at] in _HANGS_ON or words[at] == "public"
    return (at + 1, shut) if told and words[at] not in (OPEN, CLOSE, ";") else (-1, shut)


def _names_document(word: str) -> bool:
    noun = nouns.lookup(word)
    return word in _DATA or (noun is not None and noun.category == "document")
