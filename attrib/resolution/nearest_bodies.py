"""The nearest body that may be called by a noun: with it in its name, or the last without it.

`the commission` is one of that name; `the firm` may be any company, by whatever name it goes.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection

from attrib.lazily import re
from attrib.resolution.referents import Scene, has_word, kind_of
from attrib.resolution.roles import content_words
from attrib.resolution.wares import is_no_firm

SPOKEN = frozenset(
    "club retailer carrier chain insurer lender hospice supermarket brand operator provider"
    " developer publisher supplier broadcaster carmaker automaker chipmaker drugmaker"
    " maker giant housebuilder behemoth conglomerate".split()
)
"""Nouns for a body that has just spoken, where others near by may be called so too."""
GENERIC_BODIES = SPOKEN | frozenset(
    "agency company firm group organization organisation bank union department school"
    " university college team nonprofit charity association committee commission council board"
    " court ministry institute foundation center centre bureau office party coalition federation"
    " league network airline manufacturer startup hospital church museum corporation fund"
    " think-tank thinktank chamber municipality directorate embassy inspectorate secretariat"
    " academy consortium service administration society airport utility panel"
    " force authority trust institution exchange caucus ngo pac".split()
)
"""What a body may be called, whatever it does."""
NAMELESS = frozenset(
    "agency company firm group organization organisation bank nonprofit charity team airline"
    " manufacturer startup corporation think-tank thinktank airport utility"
    " institution exchange"
    " school college university hospital ngo pac".split()
)
"""Nouns for bodies whose names often do not have them."""
UNTOLD = NAMELESS | SPOKEN
"""Nouns for which a body's name need not be looked at."""
_FIRMS = frozenset(("company", "firm", "manufacturer"))
_PUBLIC = frozenset(
    "commission council committee court ministry department authority parliament police"
    " government senate office".split()
)
"""What no firm is, though it was the last to speak."""
_INCORPORATED = frozenset("ltd limited plc inc incorporated corp co llc gmbh ag sa nv spa".split())
"""What a company's full name ends with; one so named is `the company` from further away."""
NEAR = 600
"""How far back, in code points, `the company` finds a body whose name does not say so."""


def nearest_body(scene: Scene, lemma: str, words: Collection[str]) -> int | None:
    """The body with a noun in its name, or else the last that may be called so without it."""
    discourse, at = scene.discourse, scene.phrase.start
    called = _CALLED.get(lemma)
    if lemma == "bank" and "central" in words and not _has_bank(scene):
        return None
    own_one = _only_in_sentence(scene) if lemma in _FIRMS else None
    if own_one is not None:
        return own_one
    fallback = _last_body(scene, called) if lemma in UNTOLD or lemma in _CALLED else None
    words = [word for word in words if word not in _ANY_PLACES]
    if called is not None and words:  # `the water department`: not any department
        called = frozenset()
        if fallback is not None:
            own = content_words(discourse.entities[fallback].name)
            fallback = fallback if any(has_word(word, own) for word in words) else None
    firm: int | None = None
    reach = _kept_in_mind(scene.text, lemma, at)
    seen: list[int] = []
    told: set[int] = set()
    stop = bisect_right(discourse.starts, at - 1)
    for i in range(stop - 1, max(-1, stop - 60), -1):
        index = discourse.owners[i]
        if index < 0:
            continue
        if lemma in NAMELESS and _is_said_to_be(scene.text, lemma, discourse.mentions[i].end):
            told.add(index)
        if index in seen:
            continue
        entity = discourse.entities[index]
        if discourse.quotation_at(discourse.mentions[i].start) is not None:
            continue
        if entity.name.endswith("-based"):
            continue
        own = content_words(entity.name)
        if entity.sort == "organization":
            seen.append(index)
            if called and _is_called(entity.name, called):
                return index
            if lemma in own and all(has_word(w, own) for w in words):
                return index
        if firm is None and lemma in _FIRMS and not own.isdisjoint(_INCORPORATED):
            firm = index
        start = discourse.mentions[i].start
        if lemma in _JOINED and fallback is None and at - start < NEAR and not words:
            own_noun = entity.sort == "organization" and generic_noun(entity.name) is not None
            if (entity.name.isupper() and entity.body != "outlet") or (
                lemma not in _OFTEN_NAMED
                and entity.sort == "organization"
                and not own_noun
                and _SHORTENED.match(scene.text, entity.end) is not None
            ):
                fallback = index
        near = reach - start < NEAR and not _IN_PASSING.search(scene.text, max(0, start - 9), start)
        if near and entity.sort in ("word", "name"):
            near = not is_no_firm(scene.text, discourse.mentions[i])
        near = near and not entity.name.endswith(_SEATS)
        if fallback is None and near and kind_of(scene, entity) == "organization":
            other = None if index in told else generic_noun(entity.name)
            called_so = lemma == "agency" or (lemma == "group" and other not in _NO_GROUPS)
            if lemma in NAMELESS and (other is None or called_so):
                fallback = index
    if fallback is not None and not _PUBLIC.isdisjoint(words):
        # `the government team`: not any team
        own = content_words(discourse.entities[fallback].name)
        fallback = fallback if any(has_word(word, own) for word in words) else None
    return firm if fallback is None else fallback


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
        if entity.body != "outlet" and kind_of(scene, entity) == "organization":
            found.add(index)
    if len(found) != 1:
        return None
    (index,) = found
    own = content_words(discourse.entities[index].name)
    return index if own.isdisjoint(_PUBLIC | GENERIC_BODIES - NAMELESS) else None


def _has_bank(scene: Scene) -> bool:
    """Whether the article names a bank that may be a nation's."""
    names = (entity.name for entity in scene.discourse.entities)
    return any(not {"bank", "reserve"}.isdisjoint(content_words(name)) for name in names)


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
_IN_PASSING = re.compile(r" on(?: the)? \Z")
"""`wrote on X`, `offered on the NHS`: no body that a sentence is about."""
_SHORTENED = re.compile(r" \([A-Z]{2,6}\)")
"""`United Workers (UW)`: an acronym that stands for a body."""
_NO_GROUPS = frozenset(
    "university college school hospital court ministry council parliament police museum church"
    " department government city county".split()
)
"""What `the group` does not call, where researchers or protesters are spoken of, too."""
_SEATS = (" Hall", " House", " Capitol", " Palace", " Congress", " Senate")
"""What is no group, company or the like: `a march to City Hall`."""
_OFTEN_NAMED = frozenset("council committee commission group agency party network".split())
"""Nouns that the names of such bodies nearly always have."""
_JOINED = frozenset(
    "federation union league association party movement network bureau institute organization"
    " organisation agency group committee commission council foundation".split()
)
"""What an acronym near by may be called by."""


def _last_body(scene: Scene, called: frozenset[str] | None) -> int | None:
    """The body that spoke last, if that was just now; `called` is what must stand in its name."""
    at = scene.phrase.start
    sentence = scene.discourse.sentence_at(at)
    for turn in reversed(scene.turns[-3:]):
        if turn.start < at and turn.sentence >= sentence - 3:
            index = turn.referent.entity
            if index is not None and turn.referent.kind == "organization":
                name = scene.discourse.entities[index].name
                noun = scene.phrase.noun
                firm = noun is not None and noun.lemma in _FIRMS
                if firm and not _PUBLIC.isdisjoint(content_words(name)):
                    continue
                return index if called is None or _is_called(name, called) else None
    return None


_ANY_PLACES = frozenset(("local", "national", "regional", "municipal"))
_CALLED = {
    "force": frozenset("police constabulary force garda".split()),
    "authority": frozenset("council authority corporation".split()),
    "department": frozenset("department ministry office treasury police".split()),
    "trust": frozenset("trust hospital hospitals nhs".split()),
}
"""What a body is that is called so: `the force` is a police."""


def _is_called(name: str, called: frozenset[str]) -> bool:
    """Whether a body's name has one of some words, and is no union of such: `Police Federation`."""
    last = name.rpartition(" ")[2].lower()
    other = last in GENERIC_BODIES and last not in called
    return not other and not called.isdisjoint(content_words(name))


def generic_noun(name: str) -> str | None:
    """The generic noun in a body's name, of two the last: `commission` in `Bank Commission`."""
    return max(content_words(name) & GENERIC_BODIES, key=name.lower().rfind, default=None)
