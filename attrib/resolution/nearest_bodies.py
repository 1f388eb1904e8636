"""The nearest body that may be called by a noun: with it in its name, or the last without it.

`the commission` is one of that name; `the firm` may be any company, by whatever name it goes.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection

from attrib.lazily import re
from attrib.resolution.body_sorts import calls, clash, may_call
from attrib.resolution.discourse import Entity
from attrib.resolution.mentions import Mention
from attrib.resolution.referents import Scene, Turn, has_word, is_body, is_subject
from attrib.resolution.roles import content_words
from attrib.resolution.wares import is_no_firm

SPOKEN = frozenset(
    "club retailer carrier chain insurer lender hospice supermarket brand operator provider"
    " developer publisher supplier broadcaster carmaker automaker chipmaker drugmaker"
    " maker giant housebuilder behemoth conglomerate".split()
)
"""Nouns for a body that has just spoken, where others near by may be called so too."""
GENERIC_BODIES = SPOKEN | frozenset(
    "agency company firm business group organization organisation bank union department school"
    " clinic infirmary"
    " university college team nonprofit charity association committee commission council board"
    " court ministry institute foundation center centre bureau office party coalition federation"
    " league network airline manufacturer startup hospital church museum corporation fund"
    " think-tank thinktank chamber municipality directorate embassy inspectorate secretariat"
    " academy consortium service administration society airport utility panel"
    " force authority trust institution exchange caucus ngo pac".split()
)
"""What a body may be called, whatever it does."""
NAMELESS = frozenset(
    "agency company firm business group organization organisation bank nonprofit charity team"
    " airline manufacturer startup corporation think-tank thinktank airport utility"
    " institution exchange"
    " school college university hospital ngo pac".split()
)
"""Nouns for bodies whose names often do not have them."""
UNTOLD = NAMELESS | SPOKEN
"""Nouns for which a body's name need not be looked at."""
_FIRMS = frozenset(("company", "firm", "business", "manufacturer"))
_PUBLIC = frozenset(
    "commission council committee court ministry department authority parliament police"
    " government senate office".split()
)
"""What no firm is, though it was the last to speak."""
_PUBLIC_TOO = _PUBLIC | {"central", "federal"}
"""Words of a description that only a name with one of them answers."""
_HOLLOW = frozenset("company group corporation firm business".split())
"""What a firm's name ends with and tells no more than that it is one."""
_INCORPORATED = frozenset("ltd limited plc inc incorporated corp co llc gmbh ag sa nv spa".split())
"""What a company's full name ends with; one so named is `the company` from further away."""
NEAR = 600
"""How far back, in code points, `the company` finds a body whose name does not say so."""


def nearest_body(scene: Scene, lemma: str, words: Collection[str]) -> int | None:
    """The body with a noun in its name, or else the last that may be called so without it; one
    that only somebody's words name, `“I trust Vesper,” she said`, where no other is near."""
    own_one = _only_in_sentence(scene) if lemma in _FIRMS else None
    if own_one is not None:
        return own_one
    found = _Search(scene, lemma, words, quoted=False).nearest()
    if found is None and not scene.discourse.quotation_at(scene.phrase.start):
        found = _Search(scene, lemma, words, quoted=True).nearest()
    return found


class _Search:
    """A way back through the names before a description, the nearest first."""

    def __init__(self, scene: Scene, lemma: str, words: Collection[str], *, quoted: bool) -> None:
        self.scene = scene
        self.lemma = lemma
        self.words = [word for word in words if not is_assessing(word)]
        self.quoted = quoted
        self.at = scene.phrase.start
        self.reach = _kept_in_mind(scene.text, lemma, self.at)
        self.told: set[int] = set()
        """Whom the text says to be so: `Orvale College was one of the largest companies`."""

    def nearest(self) -> int | None:
        """The body that is meant."""
        lemma, discourse, at = self.lemma, self.scene.discourse, self.at
        fallback, spoke = None, at
        if not self.quoted and (lemma in UNTOLD or lemma in _WIDELY):
            turn = _last_turn(self.scene, lemma)
            if turn is not None and self._covers(index := turn.referent.entity or 0):
                fallback, spoke = index, max(turn.end, turn.attribution.content[-1].end)
        wide: int | None = None
        incorporated: int | None = None
        seen: set[int] = set()
        stop = bisect_right(discourse.starts, at - 1)
        for i in range(stop - 1, max(-1, stop - 60), -1):
            index, mention = discourse.owners[i], discourse.mentions[i]
            if index < 0:
                continue
            if self.quoted and at - mention.start > NEAR:
                break
            if lemma in NAMELESS and _is_said_to_be(self.scene.text, lemma, mention.end):
                self.told.add(index)
            if index in seen or (discourse.quotation_at(mention.start) is None) is self.quoted:
                continue
            entity = discourse.entities[index]
            if entity.name.endswith("-based"):
                continue
            if entity.sort == "organization":
                seen.add(index)
                if self._is_named_so(entity):
                    if has_word(lemma, content_words(entity.name)):
                        return index
                    if lemma not in _WIDELY:
                        return None if self._is_one_of_two(i) else index
                    wide = index if wide is None else wide
            own = content_words(entity.name)
            if incorporated is None and lemma in _FIRMS and not own.isdisjoint(_INCORPORATED):
                incorporated = index
            if fallback is None and (self._stands_for_it(entity, mention) or self._may_be(i)):
                if self._is_joined(i):
                    return None
                fallback = index
            elif mention.start > spoke and self._opens(mention) and self._may_be(i):
                fallback, spoke = index, at  # of whom a sentence is told since somebody spoke
        if wide is not None:
            return wide
        if fallback is not None and not _PUBLIC_TOO.isdisjoint(self.words):
            # `the government team`: not any team
            own = content_words(discourse.entities[fallback].name)
            fallback = fallback if any(tells(word, own) for word in self.words) else None
        return incorporated if fallback is None else fallback

    def _is_named_so(self, entity: Entity) -> bool:
        """Whether a body's name has the noun or one that tells as much, and all words with it."""
        own = content_words(entity.name)
        told = calls(self.lemma, entity.name)
        if self.lemma not in own and told is not True:
            # `the food company` is Brightwater Foods
            answers = told is None and self.lemma in UNTOLD and bool(self.words)
            return answers and all(tells(word, own) for word in self.words)
        words = [word for word in self.words if word not in ANY_PLACES]
        if all(tells(word, own) for word in words):
            return True
        return words == ["central"] and _BANK_OF.match(entity.name) is not None

    def _opens(self, mention: Mention) -> bool:
        """Whether a name is the subject that its sentence begins with."""
        start, text = self.scene.discourse.start_of(mention.start), self.scene.text
        before = text[start : mention.start].strip()
        return before in ("", "The", "the") and is_subject(text, mention)

    def _is_one_of_two(self, i: int) -> bool:
        """Whether the sentence of a body names another of its sort: `Vesper Motors met Tarn
        Motors`, of which neither need be `the carmaker`."""
        discourse = self.scene.discourse
        if not discourse.sentences or _last_turn(self.scene, self.lemma) is not None:
            return False
        start = discourse.start_of(discourse.mentions[i].start)
        others = {discourse.owners[j] for j in discourse.within(start, discourse.starts[i])}
        others -= {-1, discourse.owners[i]}
        return any(self._is_named_so(discourse.entities[j]) for j in others)

    def _is_joined(self, i: int) -> bool:
        """Whether a name stands beside another’s as its like: `Vesper Foods and Tarn Foods`."""
        discourse, i_before = self.scene.discourse, i - 1
        if i_before < 0 or discourse.owners[i_before] in (-1, discourse.owners[i]):
            return False
        between = self.scene.text[discourse.mentions[i_before].end : discourse.mentions[i].start]
        opens = self._opens(discourse.mentions[i_before]) or between == " and the "
        return between in (" and ", " and the ") and opens and self._may_be(i_before)

    def _stands_for_it(self, entity: Entity, mention: Mention) -> bool:
        """Whether a name is the letters of what may be such a body, or shortened to them."""
        if self.lemma not in _JOINED or self.words or self.at - mention.start >= NEAR:
            return False
        if entity.name.isupper() and entity.body != "outlet":
            return True
        return (
            self.lemma not in _OFTEN_NAMED
            and entity.sort == "organization"
            and generic_noun(entity.name) is None
            and _SHORTENED.match(self.scene.text, entity.end) is not None
        )

    def _may_be(self, i: int) -> bool:
        """Whether a name near by may be that of such a body, though it does not say so."""
        discourse, text, lemma = self.scene.discourse, self.scene.text, self.lemma
        mention, index = discourse.mentions[i], discourse.owners[i]
        entity, start = discourse.entities[index], mention.start
        if lemma not in NAMELESS or self.reach - start >= NEAR:
            return False
        if is_in_passing(text, mention) or entity.name.endswith(SEATS):
            return False
        if entity.sort in ("word", "name") and is_no_firm(text, mention):
            return False
        if not is_body(self.scene, entity):
            return False
        return index in self.told or self._covers(index)

    def _covers(self, index: int) -> bool:
        """Whether what a body's name says of it goes with the description: no `central bank` is
        Marden Bank, no `company` the Dockers’ Union."""
        name = self.scene.discourse.entities[index].name
        own = content_words(name)
        told = calls(self.lemma, name)
        if told is False or any(clash(word, name) for word in self.words):
            return False
        if self.lemma in own and self.lemma not in _HOLLOW:
            return all(tells(word, own) for word in self.words)
        if self.lemma in _WIDELY:
            return told is True and all(tells(word, own) for word in self.words)
        other = generic_noun(name)
        may = may_call(self.lemma, name) or self.lemma == "agency"
        return may or other is None or other in _HOLLOW


def tells(word: str, own: frozenset[str]) -> bool:
    """Whether a body's name has a word of its description, or what stands for it."""
    if word + "s" in own or word.removesuffix("s") in own:
        return True
    return has_word(word, own) or not _STANDS_FOR.get(word, frozenset()).isdisjoint(own)


def is_assessing(word: str) -> bool:
    """Whether a word of a description says nothing of what sort of thing a body is.

    >>> is_assessing("struggling"), is_assessing("housing"), is_assessing("central")
    (True, False, False)
    """
    return word in _ASSESSING or (word.endswith(("ing", "ed")) and word not in _FIELDS)


_ASSESSING = frozenset(
    "big bigger biggest large larger largest small smaller smallest giant tiny huge major leading"
    " top rich richest oldest famous whole entire same rival rebel scandal-hit cash-strapped"
    " loss-making debt-laden struggling two other first-ever poor biggest-ever".split()
)
_FIELDS = frozenset(
    "housing building banking engineering shipping mining brewing clothing trading publishing"
    " broadcasting marketing manufacturing advertising consulting planning cycling sailing racing"
    " rowing swimming boxing gaming gambling betting lending catering cleaning farming fishing"
    " logging teaching nursing polling training printing recycling packaging processing drilling"
    " holding parking policing heating lighting plumbing roofing streaming ticketing trucking"
    " towing united".split()
)
"""What ends like a participle and says what a body does."""
_STANDS_FOR = {"central": frozenset("reserve bundesbank riksbank ecb fed".split())}
_BANK_OF = re.compile(r"(?:(?:[A-Z][a-z’]+ )?Bank of |National Bank)")


def _only_in_sentence(scene: Scene) -> int | None:
    """The only firm that the sentence of `the company` names before it: `said Vesper may close, a
    claim the company denied`."""
    discourse, at = scene.discourse, scene.phrase.start
    if not discourse.sentences or discourse.quotation_at(at) is not None:
        return None
    found: set[int] = set()
    for i in discourse.within(discourse.start_of(at), at):
        index, mention = discourse.owners[i], discourse.mentions[i]
        if index < 0 or discourse.quotation_at(mention.start) is not None:
            continue
        entity = discourse.entities[index]
        if entity.body != "outlet" and is_body(scene, entity):
            found.add(index)
    if len(found) != 1:
        return None
    (index,) = found
    own = content_words(discourse.entities[index].name)
    return index if own.isdisjoint(_PUBLIC | GENERIC_BODIES - NAMELESS) else None


def _kept_in_mind(text: str, lemma: str, at: int) -> int:
    """Where whoever is called by a noun at some place was so called first, each time not long
    before: who is spoken of on and on is not forgotten.

    >>> _kept_in_mind("The firm shut. Pigs fly. The firm fell.", "firm", 25)
    0
    """
    for _ in range(_TIMES):
        before = text.rfind(f"he {lemma} ", max(0, at - NEAR), at)
        if before < 1:
            break
        at = before - 1
    return at


_TIMES = 3


def _is_said_to_be(text: str, lemma: str, end: int) -> bool:
    """Whether it is told of a name that ends somewhere what its bearer is, whatever it is called.

    >>> _is_said_to_be("Orvale College was one of the largest companies.", "company", 14)
    True
    """
    if not text.startswith((" is ", " was ", " became ", ", "), end):
        return False
    told = _IS.match(text, end, end + 120)
    return told is not None and told["noun"] in (lemma, lemma + "s", lemma[:-1] + "ies")


_IS = re.compile(
    r"(?: is| was| became|,)(?: now| then| once)?(?: one of)? (?:an?|the|[\w ]{2,20}[’']s)"
    r"(?: [\w’-]+){0,5}? (?P<noun>"
    + "|".join(
        f"{noun[:-1]}(?:y|ies)" if noun[-1] == "y" else f"{noun}s?" for noun in sorted(NAMELESS)
    )
    + r")\b(?! (?!(?:that|which|whose|who|in|with|of|from|based|and|for|to|on|at|when)\b)[a-z])"
)
"""What a body is said to be: `was one of the nation’s largest companies, with`."""


def is_in_passing(text: str, mention: Mention) -> bool:
    """Whether no sentence is about a name’s bearer: `wrote on X`, not `Work on Vesper’s plant`."""
    if text.startswith(("’", "'"), mention.end):
        return False
    return _IN_PASSING.search(text, max(0, mention.start - 9), mention.start) is not None


_IN_PASSING = re.compile(r" on(?: the)? \Z")
"""`wrote on X`, `offered on the NHS`: no body that a sentence is about."""
_SHORTENED = re.compile(r" \([A-Z]{2,6}\)")
"""`United Workers (UW)`: an acronym that stands for a body."""
SEATS = (" Hall", " House", " Capitol", " Palace", " Congress", " Senate")
"""What is no group, company or the like: `a march to City Hall`."""
_OFTEN_NAMED = frozenset("council committee commission group agency party network".split())
"""Nouns that the names of such bodies nearly always have."""
_JOINED = frozenset(
    "federation union league association party movement network bureau institute organization"
    " organisation agency group committee commission council foundation".split()
)
"""What an acronym near by may be called by."""


def _last_turn(scene: Scene, lemma: str) -> Turn | None:
    """The body that spoke last, if that was just now and its name does not say it is no such."""
    at = scene.phrase.start
    sentence = scene.discourse.sentence_at(at)
    for turn in reversed(scene.turns[-3:]):
        if turn.start < at and turn.sentence >= sentence - 3:
            index = turn.referent.entity
            if index is not None and turn.referent.kind == "organization":
                name = scene.discourse.entities[index].name
                if lemma in _FIRMS and not _PUBLIC.isdisjoint(content_words(name)):
                    continue
                if calls(lemma, name) is False:
                    continue
                return turn
    return None


ANY_PLACES = frozenset(("local", "national", "regional", "municipal"))
_WIDELY = frozenset("force authority department trust".split())
"""Nouns that call only what a name tells to be such, by whatever word: `the force` is a police."""


def generic_noun(name: str) -> str | None:
    """The generic noun in a body's name, of two the last: `commission` in `Bank Commission`."""
    return max(content_words(name) & GENERIC_BODIES, key=name.lower().rfind, default=None)
