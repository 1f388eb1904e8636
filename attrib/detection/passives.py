"""Passives of telling and describing: who is told says nothing, and who says comes after `by`.

`She was told by two aides to wait`, `Staff were told they would go`, `hailed by farmers as a boon`.
"""

from __future__ import annotations

from typing import NamedTuple

from attrib.detection import bounds, that_clauses, time_phrases
from attrib.detection.addressees import HEARERS
from attrib.detection.candidates import Candidate
from attrib.detection.cues import CueWord
from attrib.detection.views import FINITE, PHRASE, SUBJECTS, Scene
from attrib.knowledge import nouns
from attrib.words.tokens import CLOSE, OPEN

TokenRange = tuple[int, int]

_BE = frozenset("was were been is are 'm 's 're".split())
_TELLS = frozenset(
    "tell inform warn advise assure urge remind order ask instruct notify reassure promise".split()
)
_DESCRIBES = frozenset(
    """describe hail brand label dub praise criticize condemn denounce dismiss characterize portray
    blast slam call term deride mock""".split()
)
_CHARGES = {
    "accuse": frozenset(("of",)),
    "criticize": frozenset(("for", "over")),
    "criticise": frozenset(("for", "over")),
    "praise": frozenset(("for", "over")),
    "blame": frozenset(("for",)),
    "fault": frozenset(("for",)),
    "commend": frozenset(("for",)),
    "mock": frozenset(("for", "over")),
    "condemn": frozenset(("for", "over")),
    "denounce": frozenset(("for", "over")),
    "compare": frozenset(("to", "with")),
    "liken": frozenset(("to",)),
}
"""What comes between who accuses somebody and of what."""
_WHAT_IS_TOLD = frozenset(("that", "to", "not", "whether", "if", "how", "what", "why", "who", OPEN))
_LONGEST_SOURCE = 16


class Passive(NamedTuple):
    """An order that a passive gives, and the tokens of its source; None where it names none."""

    order: str
    source: TokenRange | None = None


def find(scene: Scene, word: CueWord) -> Passive | None:
    """The passive that a participle heads."""
    if word.tag not in ("VBN", "VBD") or scene.depth[word.at]:
        return None
    if word.lemma in _TELLS:
        return _told_by(scene, word) or _told_to(scene, word)
    charged = _charged(scene, word) if word.lemma in _CHARGES else None
    if charged is None and word.lemma in _DESCRIBES:
        return _described(scene, word)
    return charged or _said_to(scene, word)


def _is_passive(scene: Scene, word: CueWord) -> bool:
    """Whether a finite `be` stands before a participle, as in no `wants her to be told to hush`."""
    # `They have repeatedly been told`
    return not _BE.isdisjoint((*word.auxiliaries.split(" "), scene.words[word.at - 1]))


def begins_late(scene: Scene, word: CueWord, first: int) -> bool:
    """Whether a clause of its own stands before who is told: `He said | he was told to wait`."""
    clause = not FINITE.isdisjoint(scene.tags[first : word.phrase])
    if not clause or scene.words[word.phrase - 2] in ("who", "which", "that"):
        return False
    return (word.lemma in _DESCRIBES and _is_passive(scene, word)) or find(scene, word) is not None


def _agent(scene: Scene, word: CueWord, ends: frozenset[str]) -> TokenRange | None:
    """Whom `by` names right after a participle, up to one of some words."""
    words, tags = scene.words, scene.tags
    begins = word.at + 2
    if words[word.at + 1] != "by" or words[begins] in MEANS:
        return None
    closes = begins
    for i in range(begins, min(word.last, begins + _LONGEST_SOURCE)):
        if words[i] in ends and _has_object(scene, word, i):
            whole = (words[i - 1] == ",") == (closes > begins)
            return (begins, i) if i > begins and whole else None
        if words[i] == "," and closes == begins:
            # `by Ana Ruiz, a professor, of hiding it`
            aside = range(i + 2, min(word.last, i + _LONGEST_SOURCE))
            closes = next((k for k in aside if words[k] == ","), begins)
        elif tags[i] not in PHRASE and i != closes and not _is_title(scene, i):
            return None
    return None


def _is_title(scene: Scene, at: int) -> bool:
    """Whether a full stop is that of `Mr. Okon`."""
    return scene.words[at] == "." and scene.tags[at - 1] == scene.tags[at + 1] == "NNP"


def _has_object(scene: Scene, word: CueWord, at: int) -> bool:
    """Whether a preposition has what somebody is accused of: no `members | of | the board of`."""
    if word.lemma != "accuse":
        return True
    later = scene.words[at + 1 : min(word.last, at + _LONGEST_SOURCE // 2)]
    return scene.tags[at + 1] == "VBG" or "of" not in later


MEANS = frozenset("phone telephone email e-mail text letter video fax post radio".split())
"""By which something is said, and nobody: `warned by phone`."""


def _told_by(scene: Scene, word: CueWord) -> Passive | None:
    """`was warned by the bank that`, `told by two aides to wait`."""
    source = _agent(scene, word, _WHAT_IS_TOLD)
    return Passive("cue-source-content", source) if source else None


def _told_to(scene: Scene, word: CueWord) -> Passive | None:
    """`he had been warned not to`: what is told begins with whom it is told to."""
    words, at = scene.words, word.at
    to = at + 1 + (words[at + 1] == "not")
    to_do = words[to] == "to" and scene.tags[to + 1] == "VB"
    if not _is_passive(scene, word):
        return None
    if to_do:
        return Passive("content-cue-content")
    after = time_phrases.time_ends(words, scene.tags, at + 1, word.last)
    return Passive("cue-content") if word.lemma != "ask" and is_bare(scene, after) else None


def is_bare(scene: Scene, first: int) -> bool:
    """Whether a clause without `that` begins at a token: `the jury was told |the man had fled`."""
    return that_clauses.is_clause(scene.words, scene.tags, first)


def is_told_in_court(scene: Scene, word: CueWord) -> bool:
    """`The inquest was told the man fell`: where only what was said is told."""
    if word.lemma not in _TELLS or word.tag != "VBN" or word.subject < 0:
        return False
    return is_hearer(scene, word.subject, word.first) and _is_passive(scene, word)


_LONGEST_SUBJECT = 14


def is_hearer(scene: Scene, at: int, first: int) -> bool:
    """Whether a subject that ends with a token is one that hears: `a court in Ohio`."""
    words, tags = scene.words, scene.tags
    if words[at] in HEARERS:
        return True
    for i in range(at - 1, max(first, at - _LONGEST_SUBJECT) - 1, -1):
        if tags[i] not in PHRASE:
            return False
        if words[i] in HEARERS:
            return tags[i + 1] == "IN"
    return False


def without_hearer(scene: Scene, reading: Candidate) -> Candidate:
    """A reading without a source that only hears: `Staff were told that`, `a jury heard that`."""
    order = _WITHOUT_SOURCE.get(reading.order)
    if order is None or scene.depth[reading.head.at] or not _only_hears(scene, reading):
        return reading
    return reading._replace(order=order, source=None)


_WITHOUT_SOURCE = {
    "source-cue-content": "cue-content",
    "content-source-cue": "content-cue",
    "content-source-cue-content": "content-cue-content",
}


def _only_hears(scene: Scene, reading: Candidate) -> bool:
    words, tags, word = scene.words, scene.tags, reading.head
    if word.lemma == "hear":
        source = reading.source
        return source is not None and is_hearer(scene, source[1] - 1, source[0])
    if words[word.at - 1] == "being" and word.word in ("told", "informed", "warned", "assured"):
        return True  # `left after being told that`
    if word.lemma not in _TELLS or word.lemma == "ask" or not _is_passive(scene, word):
        return False
    if word.word.endswith("ing"):
        return False  # `Officials are warning that`
    after = time_phrases.time_ends(words, tags, word.at + 1, word.last)
    clause = words[after] == "that" or (words[after] in SUBJECTS and tags[after + 1] in FINITE)
    return clause or reading.order.startswith("content")


def _said_to(scene: Scene, word: CueWord) -> Passive | None:
    """`is also said to have left`, whatever the adverb makes of the participle."""
    words, at = scene.words, word.at
    said = word.lemma in _HELD and words[at + 1] == "to" and scene.tags[at + 2] == "VB"
    return Passive("content-cue-content") if said and _is_passive(scene, word) else None


_HELD = frozenset("say believe think understand allege rumour rumor".split())


def agent(scene: Scene, content: TokenRange) -> TokenRange | None:
    """Who did what a passive says, at the end of a content or after it, from its `by`: `as a bully
    by two aides`, `branded “a bully” by two aides last week`."""
    words, tags = scene.words, scene.tags
    first, last = content
    by = last if words[last] == "by" else -1
    for at in range(first, last):
        if words[at] == "by" and time_phrases.time_ends(words, tags, at, last) == at:
            by = at
            break
        to = at == first and words[at] == "to"  # `likened | to “a mill” by critics`
        if tags[at] in bounds.NO_PHRASE and not scene.depth[at] and not to:
            return None  # `is believed to have been painted by Brandt`
    if by <= first:
        return None
    ends = by + 1
    while ends < by + _LONGEST_SOURCE and words[ends] not in _THEN:
        if tags[ends] not in _AGENT and not _is_title(scene, ends):
            break
        ends += 1
    if tags[ends] in FINITE or tags[ends - 1] == "CC":  # `by the ministry, and all ties were cut`
        ends = next((i for i in range(ends - 1, by, -1) if tags[i] == "CC"), ends)
    named = ends + 1
    while words[ends] == "," and tags[named] == "NNP":
        named += 1
    if named == ends + 1 and words[ends] == "," and words[named] in ("a", "an", "the"):
        while tags[named] in _AGENT and named < ends + _LONGEST_SOURCE:
            named += 1
    if named > ends + 2 and words[named] in (".", ","):
        return by, named  # `by the team’s coach, Ana Ruiz.`, `by Ana Ruiz, a coach.`
    return _named_agent(scene, by, ends)


def _named_agent(scene: Scene, by: int, last: int) -> TokenRange | None:
    """`by` and whom it names, without when: `by the ministry | in May`."""
    words, tags = scene.words, scene.tags
    when = range(max(by + 2, last - 5), last)
    last = next((at for at in when if time_phrases.time_ends(words, tags, at, last) == last), last)
    heads = [i for i in range(by + 1, last) if tags[i] in _NOUNS]
    noun = nouns.lookup(scene.forms[heads[-1]]) if heads else None
    speaks = noun is not None and noun.category != "document"
    return (by, last) if heads and (speaks or tags[heads[-1]] == "NNP") else None


_NOUNS = frozenset("NN NNS NNP".split())
_AGENT = frozenset("DT JJ NN NNS NNP POS CD PRP$ CC IN".split())
_THEN = frozenset("after before when while as since during over because amid".split())


def _charged(scene: Scene, word: CueWord) -> Passive | None:
    """`was accused by two aides of lying`, `has been likened by critics to a mill`."""
    if not _is_passive(scene, word):
        return None
    source = _agent(scene, word, _CHARGES[word.lemma])
    if source is not None:
        return Passive("content-cue-source-content", source)
    likened = scene.words[word.at + 1] in _CHARGES[word.lemma] and word.lemma in _LIKENS
    likened = likened and "by" in scene.words[word.at : word.last]
    return Passive("content-cue-content") if likened else None


_LIKENS = frozenset(("liken", "compare"))


def _described(scene: Scene, word: CueWord) -> Passive | None:
    """`has been described by friends as shy`."""
    if not _is_passive(scene, word):
        return None
    source = _agent(scene, word, frozenset(("as", OPEN)))
    if source is not None:
        return Passive("content-cue-source-content", source)
    # `was hailed as “a boon” by farmers`, whose words come last
    said = scene.words[word.at + 1 : word.last]
    named = said[:1] == [OPEN] and CLOSE in said and said[said.index(CLOSE) + 1 :][:1] == ["by"]
    described = named or (said[:1] == ["as"] and "by" in said)
    return Passive("content-cue-content") if described else None
