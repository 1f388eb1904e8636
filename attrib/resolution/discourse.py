"""An article as the resolvers see it: its people and bodies, and where each is mentioned."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from attrs import field, frozen

from attrib.knowledge.nouns import Gender
from attrib.resolution.mentions import Mention
from attrib.resolution.readings import as_name
from attrib.resolution.roles import Evidence, Use
from attrib.resolution.sorts import Sort


@frozen(kw_only=True)
class Entity:
    """A person or body with the fullest name the article has for it."""

    index: int
    name: str
    sort: Sort
    start: int
    """The fullest mention, without title."""
    end: int
    gender: Gender | None
    first: int
    """Where it is first mentioned."""
    full_mentions: int
    uses: tuple[Use, ...]
    human: bool
    """Whether the article shows that this is a person."""
    body: Evidence | None
    """`organization` or `outlet` where the words around a name show that."""
    placed: bool = False
    """Whether the words around a name show that it is a place."""


@frozen(kw_only=True)
class Discourse:
    """An article as the resolvers see it; built once, changed by nobody."""

    text: str = field(repr=False)
    mentions: Sequence[Mention] = field(repr=False)
    starts: Sequence[int] = field(repr=False)
    """Where each mention starts, for searching."""
    owners: Sequence[int] = field(repr=False)
    """For each mention, the index of its entity, or -1."""
    places: Sequence[Sequence[int]] = field(repr=False)
    """For each entity, the indices of its mentions."""
    leading: Sequence[int]
    """The few people who are mentioned most."""
    entities: Sequence[Entity]
    roles: dict[str, list[Use]] = field(repr=False)
    """Uses by role, synonyms as one, in order of place."""
    quoted: Sequence[tuple[int, int]] = field(repr=False)
    """Outermost quotations, one stretch for each paragraph."""
    sentences: Sequence[tuple[int, int]] = field(repr=False)
    sentence_starts: Sequence[int] = field(repr=False)
    bodies: frozenset[str] = field(repr=False)
    """Lower-case names that somebody holds a title of: `wells marsh` in `Wells Marsh CEO`."""
    people: frozenset[str] = frozenset()
    """Lone names of those who are heard as only people are."""
    heard: frozenset[str] = frozenset()
    """Lone names of those who are quoted, most of them people."""

    def within(self, start: int, end: int) -> range:
        """Indices of the mentions that stand between two offsets."""
        low = bisect_left(self.starts, start)
        high = bisect_left(self.starts, end, low) if end > start else low
        while high > low and self.mentions[high - 1].end > end:
            high -= 1
        return range(low, high)

    def name_start(self, start: int, end: int) -> int:
        """Where a source starts that a nickname in quotation marks has cut, `Jo “Ace” Ruiz`, or
        that begins after a title, `Gov. |Jo Ruiz|`."""
        i = bisect_left(self.starts, start) - 1
        if i < 0 or not start < self.mentions[i].end <= end:
            return start
        untitled = self.mentions[i].name_start == start
        cut = self.text[max(0, start - 2) : start] in _AFTER_NICKNAME
        return self.mentions[i].start if untitled or cut else start

    def named(self, within: range) -> list[Mention]:
        """Mentions by their indices; a word that is somebody's name here counts as a name."""
        found = []
        for i in within:
            mention = self.mentions[i]
            if mention.reading.sort == "word" and self.owners[i] >= 0:
                mention = Mention(mention.start, mention.end, as_name(mention.reading))
            found.append(mention)
        return found

    def quotation_at(self, offset: int) -> tuple[int, int] | None:
        """The outermost quotation an offset stands in."""
        i = bisect_right(self.quoted, (offset, len(self.text) + 1)) - 1
        if i >= 0 and self.quoted[i][0] <= offset < self.quoted[i][1]:
            return self.quoted[i]
        return None

    def sentence_at(self, offset: int) -> int:
        """Index of the sentence an offset stands in, or of the last one before it."""
        return max(0, bisect_right(self.sentence_starts, offset) - 1)

    def start_of(self, offset: int) -> int:
        """Where the sentence of an offset starts."""
        return self.sentences[self.sentence_at(offset)][0] if self.sentences else 0

    def window(self, sentence: int, offset: int | None = None) -> tuple[int, int]:
        """Start and end of a sentence; of a very long one, what is near its end or an offset."""
        start, end = self.sentences[sentence]
        if end - start <= _WINDOW:
            return start, end
        middle = end if offset is None else offset
        return max(start, middle - _WINDOW), min(end, middle + _WINDOW)


_WINDOW = 1500
_AFTER_NICKNAME = ('" ', "” ", "' ", "’ ", ") ")
