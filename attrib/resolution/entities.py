"""Who an article is about: its people and bodies, with their names, roles, gender and mentions.

`build` reads the article once. What is here is what the article says; `resolve` draws conclusions.
"""

from __future__ import annotations

import heapq
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from attrs import evolve

from attrib.knowledge import names, nouns
from attrib.knowledge.places import place
from attrib.lazily import re
from attrib.model import Quotation, Span
from attrib.resolution import bearers, namesakes, occupations, relatives, surroundings
from attrib.resolution import mentions as names_in
from attrib.resolution.born_as import born_as
from attrib.resolution.discourse import Discourse
from attrib.resolution.drafts import Draft, finish, gender_of
from attrib.resolution.known_names import KnownNames
from attrib.resolution.lone_names import marks_person, starts_sentence
from attrib.resolution.mentions import Mention
from attrib.resolution.picture_credits import without_photographers
from attrib.resolution.roles import Use, said_roles
from attrib.resolution.shared_surnames import with_shared_surnames
from attrib.resolution.wares import (
    is_firm,
    is_legal,
    is_letters_of_thing,
    is_no_firm,
    is_of_holder,
    is_of_place,
    is_part_of_firm,
    is_the_ware,
    short_names,
    turned_names,
)


def build(
    text: str,
    quotations: Sequence[Quotation],
    sentences: Sequence[tuple[int, int]],
    outlet_ends: frozenset[int] = frozenset(),
    dateline: str | None = None,
) -> Discourse:
    """The discourse model of an article; `outlet_ends` says where names of outlets end, `dateline`
    from which place it comes.

    >>> text = "Gov. Ana Ruiz, a Democrat, met Mr. Marsh. Ruiz wept."
    >>> model = build(text, [], [(0, 41), (42, 52)])
    >>> [(entity.name, entity.sort, entity.gender) for entity in model.entities]
    [('Ana Ruiz', 'person', 'f'), ('Marsh', 'person', 'm')]
    >>> [use.role for use in model.entities[0].uses], list(model.owners)
    (['governor', 'democrat'], [0, -1, 1, 0])
    """
    parted = ((end, start) for (_, end), (start, _) in pairwise(sentences) if end == start)
    run_in = [start for end, start in parted if text[end - 1].islower()]
    found = without_photographers(text, names_in.find(text, run_in))
    found = relatives.with_family_names(text, with_shared_surnames(text, found))
    if dateline is not None:
        place_from = dateline.lower().partition(",")[0]
        found = [_in_place(mention, place_from) for mention in found]
    reader = _Reader(text, found, outlet_ends)
    reader.read()
    bearers.tell_sorts(text, found, reader.owners, reader.drafts)
    bearers.tell_genders(text, found, reader.owners, reader.drafts)
    starts = [mention.start for mention in found]
    quoted = sorted(
        (span.start, span.end)
        for quotation in quotations
        if quotation.depth == 0
        for span in quotation.spans
        if not _is_quoted_name(span, found, starts)
    )
    occupations.tell(text, found, reader.owners, reader.drafts, sentences, quoted)
    uses: dict[str, list[Use]] = {}
    entities = []
    for index, draft in enumerate(reader.drafts):
        entities.append(finish(index, draft))
        for use in draft.uses:
            for role in said_roles(use, text):
                uses.setdefault(role, []).append(use)
    for several in uses.values():
        several.sort(key=lambda use: use.at)
    places: list[list[int]] = [[] for _ in entities]
    for i, owner in enumerate(reader.owners):
        if owner >= 0:
            places[owner].append(i)
    people = (index for index, entity in enumerate(entities) if entity.human)
    return Discourse(
        text=text,
        mentions=found,
        starts=starts,
        owners=reader.owners,
        places=places,
        leading=heapq.nlargest(_LEADING, people, key=lambda index: len(places[index])),
        entities=entities,
        roles=uses,
        quoted=quoted,
        sentences=sentences,
        sentence_starts=[start for start, _ in sentences],
        bodies=frozenset(
            text[use.affiliation[0] : use.affiliation[1]].lower()
            for several in uses.values()
            for use in several
            if use.affiliation is not None
        ),
    )


_LEADING = 3
"""How many of the people in an article may be whom it is about."""


def _is_quoted_name(span: Span, found: Sequence[Mention], starts: Sequence[int]) -> bool:
    """`"Ana Ruiz"` as some translated news sets names: no quotation."""
    if span.end - span.start > 60:
        return False
    i = bisect_left(starts, span.start)
    return i < len(found) and found[i].start <= span.start + 1 and found[i].end >= span.end - 2


def _in_place(mention: Mention, place: str) -> Mention:
    """A mention, as that of a place if it names the one of the dateline: `ORVALE, May 3 —`."""
    reading = mention.reading
    if reading.name.lower() != place or reading.sort not in ("organization", "name", "word"):
        return mention
    return evolve(mention, reading=evolve(reading, sort="place"))


class _Reader(KnownNames):
    """Joins mentions to entities, full names first, and collects the roles given to people."""

    def read(self) -> None:
        """Full names in a first pass, so that short ones find theirs wherever it stands."""
        for i, mention in enumerate(self.found):
            sort = mention.reading.sort
            if sort in _ALONE and mention.start >= self.headline_end:
                self.alone.setdefault(mention.reading.name, mention)
            if sort == "person" or sort == "name":
                self._read_full(i, mention)
            elif sort == "organization" and not is_letters_of_thing(self.text, mention):
                name = mention.reading.name
                if " " in name or not name.isalpha():
                    self.owners[i] = self._body(mention)
            elif (
                sort == "word"
                and mention.start >= self.headline_end
                and not starts_sentence(self.text, mention.start)
            ):
                self.proper.add(mention.reading.name)
        for i, mention in enumerate(self.found):
            if self.owners[i] < 0:
                self._read_short(i, mention)
            else:
                person = mention.reading.person
                if person is not None:
                    self.note_latest(self.owners[i], person.surname, mention)
                    if person.given is not None and names.is_family_name(person.given):
                        self.latest[person.given] = self.owners[i]
        for several in self.by_surname.values():
            if len(several) > 1:
                self._mark_family(several[:_MOST_NAMESAKES])

    def _mark_family(self, several: Sequence[int]) -> None:
        """A name that may be anything's is a person's where a person has the same surname."""
        drafts = [self.drafts[j] for j in several]
        if any(draft.sort == "person" for draft in drafts):
            for draft in drafts:
                draft.by_surname = draft.by_surname or draft.sort == "name"

    def _read_full(self, i: int, mention: Mention) -> None:
        """A name of several words that is or may be a person's."""
        reading = mention.reading
        person = reading.person
        if person is None or person.given is None:
            return
        if reading.sort == "name" and mention.start < self.headline_end:
            return
        if (born := born_as(self.text, mention, self.drafts)) is not None:
            self.owners[i] = born
            return
        if reading.sort == "name" and (firm := self.by_body.get(reading.name.lower())) is not None:
            self.owners[i] = firm  # Eastwold Karnack, of the Eastwold Karnack Co
            return
        index = next(
            (
                j
                for j in self.by_surname.get(person.surname, ())[:_MOST_NAMESAKES]
                if (known := self.drafts[j].person) is not None
                and (
                    names.agree(known, person)
                    or namesakes.is_surname_of(reading, self.drafts[j].name)
                )
            ),
            -1,
        )
        if index < 0 and person.surname in self.by_surname:
            held = namesakes.called_by_job(mention)
            if held is not None:
                self.found[i] = held  # Skipper Ruiz, whose full name is known
                return
        if index < 0:
            index = len(self.drafts)
            self.drafts.append(Draft(mention))
            self.by_surname.setdefault(person.surname, []).append(index)
            if nouns.lookup(reading.name.split()[0]) is None and not is_the_ware(
                self.text, mention
            ):
                self.by_given.setdefault(reading.name.split()[0].lower(), []).append(index)
            if reading.sort == "name" and reading.name.count(" ") > 1:
                self.by_letters.setdefault(_initials(reading.name), index)
            for word in names.first_surnames(reading.name):
                self.by_middle.setdefault(word, set()).add(index)
        else:
            self.drafts[index].add(mention)
        self.drafts[index].full += 1
        self.owners[i] = index
        self._roles(index, mention)

    def _body(self, mention: Mention) -> int:
        key = mention.reading.name.lower()
        index = self.by_body.get(key)
        if index is None and key[1:2] == ".":
            index = self._initialled(key)
        if index is None:
            index = self.by_body[key] = len(self.drafts)
            self.drafts.append(Draft(mention))
            words = mention.reading.name.split()
            if len(words) > 1:
                letters = _initials(mention.reading.name)
                if len(letters) > 1:
                    self.by_body.setdefault(letters, index)
                    self.by_body.setdefault("".join(w[0] for w in words).lower(), index)  # MoH
                placed = place(words[0]) is not None
                if placed and len(letters) > 3:  # U.S. Grain Exchange Commission
                    self.by_body.setdefault(letters[1:], index)
                common = words[0].lower() in _COMMON_FIRST or placed or is_of_holder(words)
                acronym = words[0].isupper() and not is_legal(words[-1])
                common = common or is_no_firm(self.text, mention)  # the Vesta Air phone, of Vesta
                if not acronym and not common and not self._is_part(mention, words):
                    self.by_body.setdefault(words[0].lower(), index)
                for cut in range(1, len(words) - 1):
                    if is_of_place(words, cut):
                        continue  # `New South Wales`, of the Bank of New South Wales
                    self.by_body.setdefault(" ".join(words[cut:]).lower(), index)
                for short in (*short_names(words), *turned_names(mention.reading.name)):
                    self.by_body.setdefault(short, index)
            after = _ACRONYM.match(self.text, mention.end)
            if after is not None:
                self.by_body[after[1].lower()] = index
        self.drafts[index].full += 1
        self._roles(index, mention)
        return index

    def _initialled(self, key: str) -> int | None:
        """`b.c. resources`, the British Columbia Resources Investment Corp named before."""
        letters, _, rest = key.replace(".", "", 1).partition(" ")
        letters = letters.replace(".", "")
        if not 1 < len(letters) < 5 or not rest:
            return None
        for known, index in self.by_body.items():
            words = known.split()
            first = "".join(word[0] for word in words[: len(letters)])
            if first == letters and " ".join(words[len(letters) :]).startswith(rest):
                self.by_body[key] = index
                return index
        return None

    def _is_part(self, mention: Mention, words: Sequence[str]) -> bool:
        """Whether a body is but a part of one named by its first word before: `Corvo Retail`."""
        first = self.alone.get(words[0])
        if first is None or first.start > mention.start:
            return False
        known = first.reading.sort == "organization"  # `Nissan`, whose `Nissan Connect` is a ware
        return is_part_of_firm(words) or (known and not is_firm(words))

    def _read_short(self, i: int, mention: Mention) -> None:
        """Surnames, first names and short names of bodies, now that the full names are known."""
        marked: bool | None = None
        reading = mention.reading
        person = reading.person
        key = reading.name.lower()
        body = None if mention.titled else self.by_body.get(key)
        if body is None and "." in key:
            body = self.by_body.get(key.replace(".", ""))
        if body is not None and self.is_its_place(body, reading.name):
            body = None
        surname = person.surname if person is not None else key
        candidates = self.by_surname.get(surname, [])
        letters = body is not None and reading.name.isupper()  # SVP, whoever `Young SVP` is
        if candidates and (letters or self.is_wider(candidates[0], mention)):
            candidates = []
        if len(candidates) > _MOST_NAMESAKES:
            latest = self.latest.get(surname)
            candidates = candidates[:_MOST_NAMESAKES] + ([latest] if latest is not None else [])
        if candidates and (person is None or person.given is None):
            candidates = [j for j in candidates if not self.is_other(j, mention)]
            if reading.courtesy and reading.gender is not None:  # `Mrs. Okon` is no Donald Okon
                fits = (None, reading.gender)
                candidates = [j for j in candidates if gender_of(self.drafts[j]) in fits]
                candidates = relatives.without_children(
                    self.text, self.drafts, candidates, self.lone
                )
        if candidates and (person is None or person.given is None):
            self.owners[i] = self.choose(candidates, mention)
        elif reading.sort == "organization":
            if body is None and reading.name.isupper():
                body = self.by_letters.get(key)
            self.owners[i] = self._body(mention) if body is None else body
        elif body is not None:
            self.owners[i] = body
        elif person is not None and len(self.by_given.get(key, ())) == 1:
            self.owners[i] = self.by_given[key][0]
        elif person is not None and names.is_family_name(key) and key in self.by_given:
            several = self.by_given[key][:_MOST_NAMESAKES]
            last = self.latest.get(key)
            self.owners[i] = last if last in several else self.choose(several, mention)
        elif person is not None and len(self.by_middle.get(surname, ())) == 1:
            (self.owners[i],) = self.by_middle[surname]
        elif person is not None and (called := self.nicknamed(mention)) is not None:
            self.owners[i] = called
        elif person is None:
            return
        elif (misspelt := self.misspelt(mention)) is not None:
            self.owners[i] = misspelt
        else:
            alone = reading.sort == "word" and mention.start >= self.headline_end
            marked = alone and marks_person(self.text, mention)
            if not self.is_new(mention, marked):
                return
            self.owners[i] = len(self.drafts)
            self.by_surname.setdefault(person.surname, []).append(self.owners[i])
            self.drafts.append(Draft(mention))
            if reading.role is not None:
                self.latest[person.surname] = self.owners[i]
        index = self.owners[i]
        if index >= 0:
            draft = self.drafts[index]
            draft.full += reading.role is not None
            draft.first = min(draft.first, mention.start)
            if person is not None and draft.person is not None and draft.sort == "name":
                draft.by_surname = draft.person.surname == person.surname
            if reading.sort == "person":
                draft.gender = draft.gender or reading.gender
                if draft.sort in ("name", "word"):
                    draft.sort = "person"
            told = (
                reading.role is not None
                or draft.first == mention.start
                or self.text[mention.end : mention.end + 2] in _TELLING
                or self.text.startswith(_IS_SOMEBODY, mention.end)
            )
            if told and draft.sort != "organization":
                self._roles(index, mention, marked)

    def _roles(self, index: int, mention: Mention, marked: bool | None = None) -> None:
        """Add what the words around a name say its bearer is; `marked` as `around` has it."""
        draft = self.drafts[index]
        if mention.end in self.outlet_ends and draft.sort != "person":
            draft.outlet = True
            return
        said = surroundings.around(self.text, index, mention, marked)
        for use in said.uses:
            if use.affiliation is not None:
                self.affiliations.add(self.text[use.affiliation[0] : use.affiliation[1]])
            if len(draft.uses) < _MOST_USES and all(
                use.role != known.role or use.words != known.words for known in draft.uses
            ):
                draft.uses.append(use)
        draft.evidence = draft.evidence or said.evidence


def _initials(name: str) -> str:
    """The first letters of a name's capitalised words, in lower case."""
    return "".join(word[0] for word in name.split() if word[0].isupper()).lower()


_ALONE = frozenset(("word", "organization"))
_MOST_USES = 12
"""Roles kept of one person, repetitions left out; nobody has more, and cost must not grow."""
_MOST_NAMESAKES = 8
"""People of one surname who are told apart, besides the one mentioned last."""
_IS_SOMEBODY = (" is a ", " is an ", " is the ", " was a ", " was an ", " was the ")
_TELLING = frozenset({", ", " (", " —", " –"})
"""What follows a surname where the words after it say who that is."""
_COMMON_FIRST = frozenset(
    "national federal international united royal central american general state public first new"
    " global world european british southern northern eastern western supreme democratic republican"
    " white house senate city county school high homeland human social department ministry office"
    " university institute center bureau board bank council commission committee".split()
)
"""First words of bodies' names that do not stand for the whole."""
_ACRONYM = re.compile(r"(?:['’]s)?,? (?:[(<]|or )([A-Z][A-Z&.-]{1,9}|[A-Z][A-Za-z]{0,2}[A-Z])[),>]")
