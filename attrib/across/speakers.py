"""Every speaker of a corpus, once: the names used, what they are, how often they are heard.

Within an article a speaker is already resolved to the fullest name in it. Across articles,
`Ruiz`, `A. Ruiz` and `Ana Ruiz` are one speaker as long as the corpus has only one Ruiz they
can be; where it has two, the bare surname stays a speaker of its own. A suffix, another given name,
another office in the same days make two people of one name. Nobody is guessed.
"""

from __future__ import annotations

import csv
import io
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import Any

from attrs import field, frozen

from attrib.across.identity import Person, Shelf, initials_of, name_words
from attrib.display.columns import cell, columns, fit, width
from attrib.knowledge.wording import words_of
from attrib.lazily import regex
from attrib.model import Record, Speaker, SpeakerKind

_PRONOUNS = frozenset(
    "he she it they i we you who which that this these those one him her me us them myself".split()
)
_PHRASE_END = regex.compile(r"[,;:(—–“”\"]| - |\.\s")
_LONGEST_VARIANT = 6
"""Words of a source that may be what somebody is called; longer ones tell more."""
_SAME_DAYS = 7
"""Days in which nobody changes office without a word of it."""
_LONG_WORD = 4
_BODIES = ("organization", "outlet", "document")
_COLUMNS = ("name", "kind", "title", "affiliation", "variants", "records", "words", "documents")

_Name = tuple[SpeakerKind, str]
_Identity = tuple[str, tuple[str, ...]]


@frozen(kw_only=True)
class Heard:
    """How much of a speaker one outlet carries."""

    outlet: str | None
    """Publisher of the articles, None where they do not say."""
    records: int
    words: int


@frozen(kw_only=True)
class SpeakerRow:
    """One speaker of a corpus.

    An anonymous speaker or a group is a description, not a person: the row for `a police
    officer` counts everyone so described.
    """

    name: str
    """The fullest of the variants, the commonest of those."""
    kind: SpeakerKind
    title: str | None = None
    affiliation: str | None = None
    variants: tuple[str, ...] = ()
    """Every name and every wording of the source, the commonest first; pronouns left out."""
    records: int
    words: int
    """Words of the contents; a claim inside another claim counts for both speakers."""
    documents: int
    outlets: tuple[Heard, ...]
    """The one that carries most of it first."""
    carriers: tuple[str, ...] = ()
    """Other outlets through whom it came, as the chains tell; the one named most first."""

    def to_dict(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "kind": self.kind,
            "title": self.title,
            "affiliation": self.affiliation,
            "variants": list(self.variants),
            "records": self.records,
            "words": self.words,
            "documents": self.documents,
            "outlets": [
                {"outlet": heard.outlet, "records": heard.records, "words": heard.words}
                for heard in self.outlets
            ],
            "carriers": list(self.carriers),
        }


def speakers(records: Iterable[Record]) -> tuple[SpeakerRow, ...]:
    """Every speaker of `records`, the most heard first; records of nobody are left out.

    >>> from attrib.model import Document, Record, Span, Speaker
    >>> def record(name, said, text=""):
    ...     return Record(
    ...         id=name, document=Document(text="", id=name, publisher="Valley Herald"),
    ...         kind="direct", content=(Span(0, len(said), said),), cue=None, source=None,
    ...         speaker=Speaker(name=name, kind="person"), chain=(), confidence=1, pattern="")
    >>> rows = speakers([record("Ana Ruiz", "“We go.”"), record("Ruiz", "“We stay here.”")])
    >>> [(row.name, row.variants, row.records, row.words) for row in rows]
    [('Ana Ruiz', ('Ana Ruiz', 'Ruiz'), 2, 5)]
    """
    heard = [
        (record, record.speaker)
        for record in records
        if record.speaker is not None and record.speaker.name.casefold() not in _PRONOUNS
    ]
    identities = identify((speaker.kind, speaker.name) for _, speaker in heard)
    members: defaultdict[_Identity, list[tuple[Record, Speaker]]] = defaultdict(list)
    for record, speaker in heard:
        members[identities[speaker.kind, speaker.name]].append((record, speaker))
    rows = [_row(one) for said in members.values() for one in _namesakes(said)]
    return tuple(sorted(rows, key=lambda row: (-row.records, -row.words, row.name)))


def identify(names: Iterable[_Name]) -> dict[_Name, _Identity]:
    """Which of the names of a corpus, each with its kind, are one speaker's.

    >>> found = identify([("person", "Ana Ruiz"), ("person", "Ruiz"), ("person", "Ivo Stone")])
    >>> found["person", "Ruiz"] == found["person", "Ana Ruiz"], len(set(found.values()))
    (True, 2)
    """
    used = set(names)
    return {**_bodies(used), **_people(used)}


def keys(name: _Name) -> frozenset[str]:
    """What a name shares with every other that `identify` may give to the same speaker.

    So a corpus too large to be held is joined bit by bit: a name matters only to those with which
    it shares a key.

    >>> sorted(keys(("person", "Mayor Ana Ruiz"))), sorted(keys(("organization", "CRB")))
    (['person ruiz'], ['body crb', 'body initials CRB'])
    """
    kind, words = name
    if kind == "person":
        return frozenset({f"person {' '.join(Person.of(words).surname)}"})
    folded = " ".join(name_words(words))
    if kind not in _BODIES:
        return frozenset({f"{kind} {folded}"})
    return frozenset({f"body {folded}", f"body initials {initials_of(words) or words}"})


def fullest(counts: Mapping[str, int]) -> str:
    """The name that says most, of those used so often; the commonest of equals.

    >>> fullest({"Ruiz": 7, "A. Ruiz": 2, "Ana Ruiz": 1})
    'Ana Ruiz'
    """
    return max(sorted(counts), key=lambda name: (*_extent(name), counts[name]))


@frozen
class _Known:
    """A person of the corpus and the names seen so far."""

    identity: _Identity
    names: list[Person] = field(factory=list)

    def may_be(self, person: Person) -> bool:
        return all(name.may_be(person) for name in self.names)


def _bodies(used: Iterable[_Name]) -> dict[_Name, _Identity]:
    """Who each name that is no person's belongs to: same words, or the acronym of just one."""
    identities: dict[_Name, _Identity] = {}
    owners: defaultdict[str, set[_Identity]] = defaultdict(set)
    for kind, name in used:
        if kind == "person":
            continue
        identity = ("body" if kind in _BODIES else kind, name_words(name))
        identities[kind, name] = identity
        if kind in _BODIES and (acronym := initials_of(name)):
            owners[acronym].add(identity)
    for kind, name in identities:
        if kind in _BODIES and len(owners.get(name, ())) == 1:
            (identities[kind, name],) = owners[name]
    return identities


def _people(used: Iterable[_Name]) -> dict[_Name, _Identity]:
    """Who each person's name belongs to: the one it can be, itself where it can be several."""
    people = [(Person.of(name), name) for kind, name in used if kind == "person"]
    people.sort(key=lambda item: (item[0].fullness, item[1]), reverse=True)
    identities: dict[_Name, _Identity] = {}
    shelves: defaultdict[Shelf, list[_Known]] = defaultdict(list)
    for person, name in people:
        candidates = (known for known in shelves[person.shelf] if known.may_be(person))
        found = list(islice(candidates, 2))
        if len(found) == 1:
            (known,) = found
            known.names.append(person)
        else:
            known = _Known(("person", (*person.given, *person.surname, person.generation)))
            known.names.append(person)
            for shelf in person.shelves:
                shelves[shelf].append(known)
        identities["person", name] = known.identity
    return identities


_Said = Sequence[tuple[Record, Speaker]]


def _namesakes(said: _Said) -> list[list[tuple[Record, Speaker]]]:
    """The records of each person of one name: two offices in the same days are two people's.

    Where there are two, an article that tells of no office is neither's for sure.
    """
    if said[0][1].kind != "person":
        return [list(said)]
    articles: defaultdict[str, list[tuple[Record, Speaker]]] = defaultdict(list)
    for record, speaker in said:
        articles[record.document.id].append((record, speaker))
    people: list[list[str]] = []
    without = []
    for article in sorted(articles, key=lambda article: (_day(articles[article]) or 0, article)):
        if not _office(articles[article]):
            without.append(article)
            continue
        own = articles[article]
        fits = [
            person for person in people if not any(_clash(own, articles[each]) for each in person)
        ]
        shares = [
            person
            for person in fits
            if any(_office(own) & _office(articles[each]) for each in person)
        ]
        home = next(iter(shares or fits), None)
        if home is None:
            people.append([article])
        else:
            home.append(article)
    if len(people) < 2:
        return [list(said)]
    groups = [*people, without] if without else people
    return [[each for article in group for each in articles[article]] for group in groups]


def _office(said: _Said) -> frozenset[str]:
    """The words that tell what somebody is, in one article; none without an affiliation."""
    if not any(speaker.affiliation for _, speaker in said):
        return frozenset()
    told = (f"{speaker.title or ''} {speaker.affiliation or ''}" for _, speaker in said)
    return frozenset(key for each in told for key in words_of(each).keys if len(key) >= _LONG_WORD)


def _day(said: _Said) -> int | None:
    published = said[0][0].document.published
    return date.fromisoformat(published[:10]).toordinal() if published else None


def _clash(one: _Said, other: _Said) -> bool:
    """Whether two articles have people of other offices in the same days."""
    days = _day(one), _day(other)
    if days[0] is None or days[1] is None or abs(days[0] - days[1]) > _SAME_DAYS:
        return False
    return not _office(one) & _office(other)


def _row(said: _Said) -> SpeakerRow:
    """One speaker out of all the records of that speaker."""
    kinds = Counter(speaker.kind for _, speaker in said)
    called = Counter(speaker.name for _, speaker in said)
    name = fullest(called)
    wordings = Counter(
        variant
        for record, _ in said
        if record.source is not None and (variant := _variant(record.source.text, name))
    )
    heard: defaultdict[str | None, list[int]] = defaultdict(list)
    carriers: Counter[str] = Counter()
    for record, _ in said:
        count = sum(len(words_of(span.text)) for span in record.content)
        through = [link.name for link in record.chain if link.role != "speaker"]
        outlet = record.document.publisher or next(iter(through), None)
        heard[outlet].append(count)
        carriers.update(each for each in through if each not in (outlet, name))
    outlets = [
        Heard(outlet=outlet, records=len(counts), words=sum(counts))
        for outlet, counts in heard.items()
    ]
    return SpeakerRow(
        name=name,
        kind=kinds.most_common(1)[0][0],
        title=_commonest(speaker.title for _, speaker in said),
        affiliation=_commonest(speaker.affiliation for _, speaker in said),
        variants=tuple(variant for variant, _ in (called + wordings).most_common()),
        records=len(said),
        words=sum(outlet.words for outlet in outlets),
        documents=len({record.document.id for record, _ in said}),
        outlets=tuple(sorted(outlets, key=lambda o: (-o.records, -o.words, o.outlet or ""))),
        carriers=tuple(name for name, _ in carriers.most_common()),
    )


def _variant(source: str, name: str) -> str | None:
    """What the source's words call the speaker; None for a pronoun and for half a sentence."""
    cut = _PHRASE_END.search(source)
    short = " ".join((source[: cut.start()] if cut else source).split())
    words = words_of(short).keys
    if not words or len(words) > _LONGEST_VARIANT or words[0] in _PRONOUNS:
        return None
    own = frozenset(words_of(name).keys)
    described = words[0] in ("the", "a", "an", "his", "her", "their", "its", "our", "my")
    return short if described or own.intersection(words) else None


def _extent(name: str) -> tuple[int, int]:
    """How full a name is: words written out, then words and initials."""
    words = name_words(name)
    return sum(len(word) > 1 for word in words), len(words)


def _commonest(values: Iterable[str | None]) -> str | None:
    """The value found most often, the first found among equals."""
    counts = Counter(value for value in values if value)
    return counts.most_common(1)[0][0] if counts else None


def to_table(rows: Sequence[SpeakerRow], wide: int = 120) -> str:
    """The rows as text for a terminal `wide` columns wide, long cells cut."""
    cells = [
        (
            f"{row.name}, {row.title}" if row.title else row.name,
            row.kind,
            str(row.records),
            str(row.words),
            "; ".join(f"{heard.outlet or '?'} {heard.records}" for heard in row.outlets)
            + (f"; via {', '.join(row.carriers)}" if row.carriers else ""),
            "; ".join(variant for variant in row.variants if variant != row.name),
        )
        for row in rows
    ]
    # What is left of a line by the kind and the two numbers.
    room = max(30, wide - max((len(row.kind) for row in rows), default=4) - 7 - 5 - 5 * 2)
    widest = {0: room * 2 // 5, 4: room * 3 // 10, 5: room * 3 // 10}
    header = ("SPEAKER", "KIND", "RECORDS", "WORDS", "OUTLETS", "ALSO")
    cut = [
        [fit(cell, min(width(cell), widest.get(i, wide))) for i, cell in enumerate(row)]
        for row in cells
    ]
    return columns([header, *cut], widest=wide, right={2, 3})


def to_csv(rows: Sequence[SpeakerRow], by_outlet: bool = False) -> str:
    """The rows as CSV, one for each speaker or, `by_outlet`, for each speaker and outlet.

    No cell can be taken for a formula by a spreadsheet.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([*_COLUMNS, "outlet" if by_outlet else "outlets"])
    for row in rows:
        fixed = [row.name, row.kind, row.title, row.affiliation, "; ".join(row.variants)]
        if by_outlet:
            for heard in row.outlets:
                counts = [heard.records, heard.words, row.documents, heard.outlet]
                writer.writerow([cell(value) for value in [*fixed, *counts]])
        else:
            outlets = "; ".join(f"{heard.outlet or ''}: {heard.records}" for heard in row.outlets)
            counts = [row.records, row.words, row.documents, outlets]
            writer.writerow([cell(value) for value in [*fixed, *counts]])
    return out.getvalue()
