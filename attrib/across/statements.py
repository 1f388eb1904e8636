"""Which contents of a corpus are one statement, told by their words.

Three neighbouring words are looked up in an index of all statements seen before, longest first;
what shares some is compared word by word and joins the one it fits best. Each look-up and each
list in the index is bounded, so the cost grows with the corpus and not with its square.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nsmallest

from attrs import frozen

from attrib.across.identity import same_name
from attrib.knowledge.wording import Words, matches, words_of
from attrib.lazily import regex
from attrib.model import Record

_QUOTED = regex.compile(r"“[^“”]{1,5000}+”?|\"[^\"]{1,5000}+\"?|«[^«»]{1,5000}+»?")
ELLIPSIS = regex.compile(r"…|\.\s?\.\s?\.")
_COMMON_WORDS = """
    a an the and or but if of to in on at by for from with as that this these those it its is are
    was were be been being am i we you he she they them him her us our my your his their will
    would can could shall should may might must do does did have has had not no so than then
    there here what who which when how all any very just going get got about out up into
"""
_COMMON = frozenset(_COMMON_WORDS.split())
_NAMED = ("person", "organization", "outlet", "document")

LEAST = 5
"""Words below which a statement is nobody's in particular."""
_LEAST_CONTENT = 2
_PLAIN = 8
"""Words from which on a match tells also where a speaker is not known."""
_TELLING = 12
"""Words from which on a match tells even where the speakers differ."""
_LISTED = 16
"""Wordings kept for three neighbouring words."""
_COMPARED = 6
"""Wordings that a new one is compared with, word by word."""
_NAMES = 4
"""Speakers' names kept for a wording, the commonest."""
_ACROSS_ELLIPSIS = 60


@frozen(eq=False)
class Unit:
    """A stretch of words by which a record's statement may be found again."""

    record: Record
    text: str
    words: Words
    is_part: bool = False
    """A quotation in a content that says more."""

    def tells(self, least: int) -> bool:
        """Whether these words are more than a turn of phrase."""
        return len(self.words) >= least and _content(self.words.keys) >= _LEAST_CONTENT

    @property
    def named(self) -> str | None:
        """The speaker's name, where it is one."""
        speaker = self.record.speaker
        return speaker.name if speaker is not None and speaker.kind in _NAMED else None


@frozen(eq=False)
class _Wording:
    """A unit that stands for all that have its words, and the names it goes under."""

    unit: Unit
    names: tuple[str | None, ...]

    def same_speaker(self, other: _Wording) -> bool | None:
        """Whether one name of each can be one speaker's; None where one has no name."""
        pairs = [(a, b) for a in self.names if a for b in other.names if b]
        return any(same_name(a, b) for a, b in pairs) if pairs else None


def _units(records: Iterable[Record], least: int) -> Iterator[Unit]:
    """A record's whole content and, where it says more than they do, its quotations."""
    for record in records:
        text = " ".join(span.text for span in record.content)
        whole = Unit(record, text, words_of(text))
        named = record.kind == "direct" or whole.named is not None
        if whole.tells(least if named else max(least, _PLAIN)):
            yield whole
        if record.kind == "mixed":
            for match in _QUOTED.finditer(text):
                part = Unit(record, match[0], words_of(match[0]), is_part=True)
                if part.tells(least):
                    yield part


def groups_of(records: Iterable[Record], least: int = LEAST) -> list[list[Unit]]:
    """The units that are one statement's, of more than one article; each unit is in one group.

    A statement has at least `least` words.
    """
    units = list(_units(records, least))
    wordings: dict[tuple[object, ...], list[int]] = {}
    for n, unit in enumerate(units):
        by = unit.named if len(unit.words) < _TELLING else None
        wordings.setdefault((unit.words.keys, by), []).append(n)
    longest_first = sorted(wordings.values(), key=lambda same: -len(units[same[0]].words))
    parents = list(range(len(units)))
    index: dict[int, int | tuple[int, ...]] = {}
    wordings_seen: dict[int, _Wording] = {}
    for same in longest_first:
        names = Counter(units[n].named for n in same)
        wording = _Wording(units[same[0]], tuple(name for name, _ in names.most_common(_NAMES)))
        wordings_seen[same[0]] = wording
        shingles = _shingles(wording.unit.words.keys)
        home = _best_fit(wording, shingles, index, wordings_seen, least)
        for n in same:
            parents[n] = same[0] if home is None else _root(parents, home)
        for shingle in shingles:
            known = index.get(shingle)
            if known is None:
                index[shingle] = same[0]
            elif isinstance(known, int):
                index[shingle] = (known, same[0])
            elif len(known) < _LISTED:
                index[shingle] = (*known, same[0])
    groups: defaultdict[int, list[Unit]] = defaultdict(list)
    for n, unit in enumerate(units):
        groups[_root(parents, n)].append(unit)
    return _told_once(list(groups.values()))


def _told_once(groups: list[list[Unit]]) -> list[list[Unit]]:
    """The groups without the contents of which a quotation was found elsewhere: that is it."""
    found = {
        id(unit.record)
        for group in groups
        if len({unit.record.document.id for unit in group}) > 1
        for unit in group
        if unit.is_part
    }
    kept = (
        [unit for unit in group if unit.is_part or id(unit.record) not in found] for group in groups
    )
    return [group for group in kept if len({unit.record.document.id for unit in group}) > 1]


def _root(parents: list[int], n: int) -> int:
    while parents[n] != n:
        parents[n] = parents[parents[n]]
        n = parents[n]
    return n


def _shingles(keys: Sequence[str]) -> list[int]:
    """The runs of three words, as numbers, each once."""
    runs = zip(keys, keys[1:], keys[2:], strict=False)
    return list(dict.fromkeys(hash(run) for run in runs))


def _best_fit(
    wording: _Wording,
    shingles: Sequence[int],
    index: Mapping[int, int | tuple[int, ...]],
    seen: Mapping[int, _Wording],
    least: int,
) -> int | None:
    """Which of the wordings before says the same, the closest of them; None where none does."""
    weights: defaultdict[int, float] = defaultdict(float)
    counts: Counter[int] = Counter()
    for shingle in shingles:
        known = index.get(shingle, ())
        listed = (known,) if isinstance(known, int) else known
        counts.update(listed)
        for n in listed:
            weights[n] += 1 / len(listed)
    # A quarter of the words may be others, and each spoils three shingles.
    enough = 0.25 * len(wording.unit.words) - 2
    near = [(-weights[n], n) for n, count in counts.items() if count >= enough]
    best, best_fit = None, 0.0
    for _, n in nsmallest(_COMPARED, near):
        if seen[n].unit.record is not wording.unit.record:
            fit = _fit(wording, seen[n], least)
            if fit > best_fit:
                best, best_fit = n, fit
    return best


def _fit(part: _Wording, whole: _Wording, shortest: int) -> float:
    """How much of `part` stands in `whole`, in order and close together; 0 where too little."""
    keys, other = part.unit.words.keys, whole.unit.words.keys
    blocks = matches(keys, other)
    shared = sum(size for _, _, size in blocks)
    share = shared / len(keys)
    if share < 0.75:
        return 0.0
    extent = blocks[-1][1] + blocks[-1][2] - blocks[0][1]
    cut = ELLIPSIS.search(part.unit.text) is not None
    if extent > 1.4 * len(keys) + (_ACROSS_ELLIPSIS if cut else 2):
        return 0.0
    same = part.same_speaker(whole)
    least = max(shortest, {True: 0, None: _PLAIN, False: _TELLING}[same])
    content = sum(_content(keys[i : i + size]) for i, _, size in blocks)
    if shared < least or content < _LEAST_CONTENT:
        return 0.0
    if share < 0.9 and not (same and shared >= 6):
        return 0.0
    return share + (0.1 if same else 0.0)


def _content(keys: Sequence[str]) -> int:
    """Number of words that are not function words."""
    return sum(key not in _COMMON for key in keys)
