"""What stands between a verb of saying and what was said, and only tells how, where or on what
occasion: `said | in a filing | sales had fallen`, `said | flatly | it was over`.

A clause may begin with such a phrase too, `said in a crisis banks should lend`. To the saying
belong words of speech and writing, and events that are new to the story: `during a tour`.
"""

from __future__ import annotations

from attrib.detection import hearers, said_later
from attrib.detection.classes import SAID, is_of
from attrib.detection.cues import CueWord
from attrib.detection.that_clauses import is_clause
from attrib.detection.time_phrases import DAYS, MONTHS, UNITS, time_ends
from attrib.detection.views import FINITE, Scene
from attrib.knowledge import nouns

_MOST, _LONGEST = 4, 12
_NOUN = frozenset(("NN", "NNS", "NNP"))
_NAMES_OCCASION = _NOUN | {"VBG"}  # `a filing`
_WITHIN = _NOUN | frozenset(("DT", "JJ", "PRP$", "POS", "CD", "VBG", "VBN"))
_BEGINS_CLAUSE = frozenset(("PRP", "EX", "DT", "PRP$"))
_OPEN = frozenset(("a", "an", "his", "her", "their", "its"))
_LINKS = frozenset("of with to from on in at for by".split())
_PREPOSITIONS = frozenset("in at on during through via from by over".split())
_EVENTS = frozenset(
    """interview conference briefing speech address hearing debate meeting call tour visit
    ceremony trial event rally podcast session summit conversation discussion exchange dinner
    lunch breakfast
    coffee drinks appearance broadcast programme program show lecture talk gathering town-hall
    sentencing inquest keynote phone telephone email text fax letter video radio television tv
    remarks comments testimony evidence response reply answer webcast webinar livestream
    chat op-ed""".split()
)
"""Occasions on which something is said, and means by which it is."""
_NOT_MANNER = frozenset(
    """only probably possibly certainly clearly surely really finally eventually initially usually
    generally currently normally nearly hardly barely fully largely mostly partly mainly especially
    particularly simply likely early apparently presumably obviously actually basically typically
    ultimately supposedly roughly approximately unfortunately hopefully essentially virtually
    immediately previously daily weekly monthly""".split()
)
"""Adverbs of how sure, how much or how often something is, which belong to what is said."""
_BARE = frozenset(
    "court parliament congress evidence public private air camera stage oath testimony".split()
)
_BEGINNINGS = frozenset("start beginning outset moment time age point".split())


def ends(scene: Scene, word: CueWord, last: int) -> int | None:
    """Where a clause without `that` begins after phrases of how it was said; None for none."""
    at = begun = word.at + 1
    for _ in range(_MOST):
        if scene.words[at] == "to" and is_of(word.sort, SAID) and word.tag != "VB":
            clause = hearers.clause_from(scene, at + 1, last)
            if clause is not None:
                return clause  # `confirmed | to the paper | prices had risen`
        further = _adverb(scene, at) or time_ends(scene.words, scene.tags, at, last)
        if further <= at:
            further = _phrase(scene, at, last)
        if further <= at:
            further = said_later.ends(scene.words, scene.tags, at, last)
        if further <= at:
            break
        at = further
    if at > begun + 2 and scene.tags[at] in FINITE and scene.tags[at - 1] == "NNS":
        at -= 1  # the verb has a subject: `a tour of the plant | prices had risen`
    return at if begun < at < last - 1 and is_clause(scene.words, scene.tags, at) else None


def source_end(scene: Scene, first: int, last: int) -> int:
    """The end of a source after its verb, before what tells the occasion: `said one man | in a
    statement`, and not `said the man in the video`."""
    words = scene.words
    for i in range(first + 1, last - 1):
        opens = words[i] in _PREPOSITIONS and (words[i + 1] in _OPEN or i + 2 == last)
        if opens and _is_occasion(words[_head(scene, i, last) or i]):
            return i if _phrase(scene, i, last) >= last else last
    return last


def _adverb(scene: Scene, at: int) -> int:
    """The token after an adverb of how something is said; 0 for none."""
    word = scene.words[at]
    manner = scene.tags[at] == "RB" and word.endswith("ly") and word not in _NOT_MANNER
    return at + 1 if manner else 0


def _phrase(scene: Scene, at: int, last: int) -> int:
    """The token after a phrase that tells the occasion; `at` itself where none begins there."""
    words = scene.words
    if words[at] not in _PREPOSITIONS:
        return at
    if words[at + 1] in _BARE and words[at] in ("in", "on", "under"):
        return at + 2  # `said | in court | nobody had called`
    head = _head(scene, at, last)
    if head is None:
        return at
    end = head + 1
    while end < last and words[end] in _LINKS:
        further = _noun_phrase(scene, end + 1, last)
        if further <= end + 1:
            return _made_known(scene, end, last)
        end = further
    return _made_known(scene, end, last)


def _made_known(scene: Scene, at: int, last: int) -> int:
    """The token after what tells how a paper came out: `in a statement | posted on its site`, `in a
    filing | seen by lawyers`, `in a memo | announcing the deal`; `at` where nothing does."""
    words, tags = scene.words, scene.tags
    if words[at] in _ANNOUNCING:
        return max(at, _noun_phrase(scene, at + 1, last))
    if words[at] not in _MADE_KNOWN:
        return at
    end = at + 1
    while end < last:
        further = time_ends(words, tags, end, last) or end
        if further == end and (words[end] in _LINKS or words[end] == "after"):
            further = max(end, _noun_phrase(scene, end + 1, last))
        if further == end:
            return end if end > at + 1 else at
        end = further
    return end


_MADE_KNOWN = frozenset(
    """released issued posted sent published obtained seen distributed emailed e-mailed shared
    reviewed provided filed circulated written signed dated addressed given delivered made aired
    broadcast carried recorded uploaded read put leaked submitted tweeted""".split()
)
_ANNOUNCING = frozenset("announcing explaining confirming marking responding".split())


def _head(scene: Scene, at: int, last: int) -> int | None:
    """The noun of an occasion that a preposition has after it."""
    words, tags = scene.words, scene.tags
    found = None
    for i in range(at + 1, min(last, at + _LONGEST)):
        if tags[i] not in _WITHIN or (tags[i] in _BEGINS_CLAUSE and i > at + 1):
            break
        if tags[i] in _NAMES_OCCASION and _is_occasion(words[i]):
            found = i
        elif found is not None:
            break
    return found if found is not None else _new(scene, at, last)


def _is_occasion(word: str) -> bool:
    noun = nouns.lookup(word)
    return word in _EVENTS or (noun is not None and noun.category == "document")


def _new(scene: Scene, at: int, last: int) -> int | None:
    """The last noun of what is brought up as an occasion: `at | a school`, `from | his cell`,
    `through | a translator`."""
    words, tags = scene.words, scene.tags
    preposition, opens = words[at], words[at + 1]
    known = preposition == "from" and opens == "the"
    if preposition not in ("at", "during", "from", "through", "via") or not (
        opens in _OPEN or known
    ):
        return None
    end = _noun_phrase(scene, at + 1, last)
    head = words[end - 1]
    if tags[end - 1] not in _NOUN or head in _BEGINNINGS or head in UNITS | DAYS | MONTHS:
        return None
    noun = nouns.lookup(head)
    human = noun is not None and noun.human
    return end - 1 if human or preposition in ("at", "during", "from") else None


def _noun_phrase(scene: Scene, first: int, last: int) -> int:
    """The token after a noun phrase, where a clause may begin: a plural has no noun after it."""
    tags = scene.tags
    named = False
    for i in range(first, min(last, first + _LONGEST)):
        begins = tags[i] in _BEGINS_CLAUSE or (tags[i - 1] == "NNS" and tags[i] in _WITHIN)
        begins = begins or (tags[i] == "NNP" and tags[i - 1] == "NN")
        counted = tags[i] == "CD" and scene.words[i].isalpha() and tags[i - 1] in _NOUN
        begins = begins or counted  # `in a letter to members | two guards fled`
        if named and begins:
            return i
        if tags[i] not in _WITHIN:
            return i if named else first - 1
        named = named or tags[i] in _NOUN
    return min(last, first + _LONGEST) if named else first - 1
