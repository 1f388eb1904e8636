"""What one does who speaks and holds back, or holds on: `said it was sound | but gave no date`.

Nobody says that of a thing, so it is no part of what was said, though it goes on without a subject.
"""

from __future__ import annotations

from attrib.detection.cues import CueWord
from attrib.detection.views import FINITE, Scene
from attrib.knowledge import nouns

_KEEPS = frozenset("remained remains stayed stays kept keeps held holds stood stands".split())
_SILENT = frozenset(
    """vague silent mum coy quiet tight-lipped evasive cagey guarded noncommittal non-committal
    reticent adamant steadfast defiant unapologetic unmoved unrepentant sceptical skeptical
    cautious""".split()
)
_FIRM = frozenset(("firm", "fast", "steady"))
_GIVES = frozenset("gave gives offered offers provided provides cited cites had has".split())
_GIVING = frozenset(
    """giving offering providing citing elaborating naming specifying explaining saying identifying
    presenting evidence mentioning disclosing detailing going further""".split()
)
"""What one does not who says a thing `, without | giving details`."""
_HARDLY_ANY = frozenset("no few little scant".split())
_PARTICULARS = frozenset(
    """detail details figure figures date dates evidence example examples reason reasons explanation
    timetable timeline timeframe name names answer answers specifics proof information comment
    source sources further more particulars deadline schedule""".split()
)
_NOT = frozenset(("not", "n't"))
_SAYS = frozenset(
    """say name elaborate specify give identify provide disclose reveal explain comment answer offer
    mention confirm discuss address describe clarify""".split()
)
_CONJUNCTIONS = frozenset(("but", "and", "though", "yet"))
_SHORTEST = 2


def begins(scene: Scene, word: CueWord, first: int, last: int) -> int | None:
    """The word from which on a content says no more, but its speaker holds back."""
    words, tags, depth = scene.words, scene.tags, scene.depth
    if word.tag not in ("VBD", "VBZ") or first <= word.at or depth[word.at]:
        return None
    for at in range(first + _SHORTEST, last - 1):
        if words[at] == "without" and words[at + 1] in _GIVING and words[at - 1] == ",":
            return at
        if words[at] not in _CONJUNCTIONS or depth[at] or not _holds_back(scene, at + 1, last):
            continue
        verb = next((i for i in range(first, at) if tags[i] in FINITE), None)
        if verb is None:
            return None
        head = next((i for i in range(first + 1, verb) if tags[i] == "IN"), verb) - 1
        return None if _is_somebody(scene, head) else at  # `her talk with Ruiz | was “good”`
    return None


def _holds_back(scene: Scene, at: int, last: int) -> bool:
    """Whether a predicate begins here that is of speakers: `stopped short of a promise`."""
    words = scene.words
    if words[at] == "stopped":
        return words[at + 1] == "short"
    if words[at] in _KEEPS:
        own = words[at + 1] in _FIRM and words[at + 2] in ("in", "on", "by", "to")
        return own or not _SILENT.isdisjoint(words[at + 1 : at + 3])
    if words[at] in _GIVES and words[at + 1] in _HARDLY_ANY:
        return not _PARTICULARS.isdisjoint(words[at + 2 : min(last, at + 5)])
    if words[at + 1] in _NOT and scene.tags[at] in FINITE:
        return words[at + 2] in _SAYS or words[at + 3] in _SAYS
    return words[at].endswith("n't") and words[at + 1] in _SAYS


def _is_somebody(scene: Scene, at: int) -> bool:
    """Whether the subject within the content is somebody else, who may hold back as well."""
    noun = nouns.lookup(scene.forms[at])
    return scene.tags[at] == "NNP" or (noun is not None and noun.category != "document")
