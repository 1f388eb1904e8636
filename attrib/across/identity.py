"""Whether two names can be one speaker's, and how sure it is who is meant."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from attrs import evolve, frozen

from attrib.knowledge import names
from attrib.knowledge.nouns import lookup
from attrib.knowledge.wording import words_of
from attrib.lazily import regex
from attrib.model import Speaker

_HONORIFICS = frozenset(
    """
    mr mrs ms miss mx dr prof professor sen senator rep representative congressman congresswoman
    gov governor president mayor judge justice minister secretary chancellor king queen prince
    princess pope sir dame lord lady gen general col colonel maj major capt captain lt lieutenant
    sgt sergeant officer detective sheriff rev reverend father sister bishop rabbi imam sheikh
    the hon ambassador attorney dean coach deputy vice former prime chief
""".split()
)
_PARTICLES = frozenset(
    "von van der den de del della di da dos du la le al el bin ibn ben st ter ten zu wa".split()
)
_GENERATIONS = frozenset("jr sr ii iii iv".split())
_NAME_WORD = regex.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_POSSESSIVE = regex.compile(r"['’][sS]?$")
_NAMED = ("person", "organization", "outlet", "document")
_SURE = 0.95
"""Confidence from which on a speaker may be held against a draft."""
_DOUBTFUL = 0.35
"""Confidence below which a speaker speaks neither for a draft nor against it."""
_STATED = ("name", "alias")
"""Rows of `RESOLVERS` that go by a name in the source."""
_FIRST = (("i",), ("we",), ("you",), ("me",), ("us",))
_PRONOUNS = "he she it they i we you who which that this these those one"
_ROLE_LABELS = frozenset(("q", "a", "question", "answer", "reporter", "moderator", "host"))

Shelf = tuple[tuple[str, ...], str]


def same_name(a: str, b: str) -> bool:
    """Whether two names can be one speaker's: the surname and the full name, initials, titles.

    >>> same_name("Ruiz", "Mayor Ana Ruiz"), same_name("A. M. Ruiz", "Ana Ruiz")
    (True, True)
    >>> same_name("Ana Ruiz", "Ivo Ruiz"), same_name("Ray Stone Jr.", "Ray Stone Sr.")
    (False, False)
    >>> same_name("Ray Stone Jr.", "Ray Stone"), same_name("Ray Stone Jr.", "Stone")
    (False, True)
    >>> same_name("the Water Board", "Water Board"), same_name("CRB", "Clear River Board")
    (True, True)
    """
    a_words, b_words = name_words(a), name_words(b)
    if a_words == b_words or initials_of(a) == b or initials_of(b) == a:
        return True
    one, other = Person.of(a), Person.of(b)
    if not one.generation_fits(other):
        return False
    shorter, longer = sorted((one.words, other.words), key=len)
    if longer[-len(shorter) :] == shorter or longer[: len(shorter)] == shorter:
        return True
    return one.may_be(other)


@frozen
class Person:
    """A person's name in its parts, folded."""

    given: tuple[str, ...]
    surname: tuple[str, ...]
    generation: str

    @classmethod
    def of(cls, name: str) -> Person:
        words = list(name_words(name))
        # US President Ana Ruiz: what stands before a title is no given name.
        for at in range(len(words) - 2, 0, -1):
            if words[at] in _HONORIFICS and not names.is_given(words[at]):
                del words[: at + 1]
                break
        generation = words.pop() if len(words) > 1 and words[-1] in _GENERATIONS else ""
        cut = max(len(words) - 1, 0)
        while cut > 0 and words[cut - 1] in _PARTICLES:
            cut -= 1
        return cls(tuple(words[:cut]), tuple(words[cut:]), generation)

    @property
    def fullness(self) -> tuple[int, int, bool]:
        """Greater for the name that says more: it has to be placed before a shorter one."""
        return len(self.given), len(self.given[0]) if self.given else 0, bool(self.generation)

    @property
    def shelf(self) -> Shelf:
        """Where to look for whom this may be: by given name, by its initial, or all namesakes."""
        return self.surname, self.given[0] if self.given else ""

    @property
    def shelves(self) -> tuple[Shelf, ...]:
        """Where this one is found, by the full name and by all that can be short for it."""
        if not self.given:
            return ((self.surname, ""),)
        initial = (self.surname, self.given[0][0])
        full = (self.surname, self.given[0])
        return ((self.surname, ""), *dict.fromkeys((initial, full)))

    @property
    def words(self) -> tuple[str, ...]:
        """The name without its suffix."""
        return self.given + self.surname

    def generation_fits(self, other: Person) -> bool:
        """Whether the suffixes are the same, or one is a surname that goes without."""
        if self.generation == other.generation:
            return True
        bare = self if not self.generation else other
        return not bare.generation and len(bare.words) == 1

    def may_be(self, other: Person) -> bool:
        """Whether nothing in the two names keeps them from being one person's."""
        if self.surname != other.surname:
            return False
        if not self.generation_fits(other):
            return False
        if not self.given or not other.given:
            return True
        if not _agree(self.given[0], other.given[0]):
            return False
        middle, other_middle = self.given[1:], other.given[1:]
        return all(_agree(a, b) for a, b in zip(middle, other_middle, strict=False))


def _agree(a: str, b: str) -> bool:
    """Whether two given names are the same, or one is the other's initial or short form."""
    return names.agree(names.Name(a, "", len(a) == 1), names.Name(b, "", len(b) == 1))


@lru_cache(4096)
def name_words(name: str) -> tuple[str, ...]:
    """The words of a name that tell it from others, without case, accents or honorifics."""
    folded = name.casefold()
    if not name.isascii():
        folded = unicodedata.normalize("NFKD", name)
        folded = "".join(c for c in folded if not unicodedata.combining(c)).casefold()
    words = [_POSSESSIVE.sub("", word) for word in _NAME_WORD.findall(folded)]
    while len(words) > 1 and words[0] in _HONORIFICS:
        if len(words) == 2 and names.is_given(words[0]):
            break  # Dean Marsh may be no dean.
        del words[0]
    return tuple(word for word in words if word) or (name.casefold(),)


def initials_of(name: str) -> str | None:
    """The acronym a body's name gives, where it gives one of three letters or more."""
    letters = [word[0] for word in _NAME_WORD.findall(name) if word[0].isupper()]
    return "".join(letters) if len(letters) >= 3 else None


def agreement(draft: Speaker, source: Speaker) -> bool | None:
    """Whether both are one speaker; None where a name is missing, or the two may be one.

    >>> person = lambda name, **more: Speaker(name=name, kind="person", **more)
    >>> [agreement(person("Ruiz"), person(name)) for name in ("Ana Ruiz", "Ivo Stone")]
    [True, False]
    >>> board = Speaker(name="Water Board", kind="organization")
    >>> agreement(board, person("Ana Ruiz", affiliation="the Water Board"))
    True
    """
    if any(map(str.isupper, draft.name)) and same_name(draft.name, source.name):
        return True  # Also where `Baker` was taken for a trade.
    if not (is_named(draft) and is_named(source)):
        return None
    if source.affiliation and draft.kind != "person" and same_name(draft.name, source.affiliation):
        return True  # Somebody speaks for the body that the draft names.
    if draft.affiliation and source.kind != "person" and same_name(draft.affiliation, source.name):
        return None  # The source leaves open who speaks for the body.
    return None if _differ_by_generation(draft.name, source.name) else False


def _differ_by_generation(a: str, b: str) -> bool:
    """Whether only one of two names has a suffix: `Ray Stone`, `Ray Stone Jr.`"""
    one, other = Person.of(a), Person.of(b)
    return bool(one.generation) != bool(other.generation) and (
        evolve(one, generation="") == evolve(other, generation="")
    )


def is_named(speaker: Speaker) -> bool:
    """Whether the name is one, and not the words that stand for somebody."""
    words = words_of(speaker.name).keys
    if speaker.kind not in _NAMED or _ROLE_LABELS.intersection(words) or words[:1] in _FIRST:
        return False
    if speaker.kind in ("person", "document") and words[:1] == ("the",):
        return False
    # A firm may write itself small: one word that is no word for somebody.
    small = len(words) == 1 and lookup(words[0]) is None and words[0] not in _PRONOUNS.split()
    return any(map(str.isupper, speaker.name)) or (speaker.kind != "person" and small)


def is_proper(name: str) -> bool:
    """Whether a name is more than a title: `Union Minister` is none.

    >>> is_proper("Union Minister"), is_proper("Minister Ana Ruiz"), is_proper("Harbour Board")
    (False, True, True)
    """
    noun = lookup(name.split()[-1])
    return noun is None or not noun.human


def is_stated(speaker: Speaker) -> bool:
    """Whether it is sure enough who is meant to say that it is nobody else.

    Without a confidence, a name that the article states is; a pronoun or a description was
    resolved, and may have been resolved wrongly.
    """
    if speaker.confidence is not None:
        return speaker.confidence >= _SURE
    return speaker.resolved_by in _STATED


def is_doubtful(speaker: Speaker) -> bool:
    """Whether it is rather a guess who is meant."""
    return speaker.confidence is not None and speaker.confidence < _DOUBTFUL
