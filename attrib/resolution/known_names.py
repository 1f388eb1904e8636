"""Whom a short name means, `Ruiz` or `Democrats`, by the full names that an article has."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from attrib.knowledge import names, nouns
from attrib.lazily import re
from attrib.outlets.runs import places
from attrib.resolution import bearers, namesakes, surroundings
from attrib.resolution import mentions as names_in
from attrib.resolution.called_bodies import acts_as_body, bodies_among
from attrib.resolution.drafts import Draft, gender_of, is_many
from attrib.resolution.mentions import Mention
from attrib.resolution.roles import SYNONYMS
from attrib.resolution.wares import stands_at_thing


class KnownNames:
    """The names of an article read so far, and whose a short one is."""

    def __init__(self, text: str, found: list[Mention], outlet_ends: frozenset[int]) -> None:
        self.text = text
        self.found = found
        self.outlet_ends = outlet_ends
        self.drafts: list[Draft] = []
        self.owners = [-1] * len(found)
        self.by_surname: dict[str, list[int]] = {}
        self.by_given: dict[str, list[int]] = {}
        self.by_middle: dict[str, set[int]] = {}
        """First surnames of two, `Cruz` of `Maria de la Cruz Ibáñez`."""
        self.by_body: dict[str, int] = {}
        self.by_letters: dict[str, int] = {}
        """Names that may be a body's, by their initials: `World Food Program`."""
        self.latest: dict[str, int] = {}
        self.only_kin: set[int] = set()
        """Who was only named to say whose brother somebody is."""
        self.called: dict[str, tuple[int, ...]] = {}
        """Who was last called `Mrs. Okon`, and before, where several bear the surname."""
        self.said_in_full: dict[int, int] = {}
        """How often somebody who was known was quoted by the full name."""
        self.meant_alone: set[int] = set()
        """Whom a surname of several has meant."""
        self.headline_end = names_in.headline_end(text)
        self.proper: set[str] = set()
        """Words that have a capital in the middle of a sentence."""
        self.alone: dict[str, Mention] = {}
        """Where a name first stands, headlines left out."""
        self.bodies = bodies_among(found)
        self.lone = frozenset(m.reading.name for m in found if " " not in m.reading.name)
        """Names of one word."""
        self.places: dict[str, bool] = {}
        """Whether a word that a body's name begins with is the place it stands in."""
        self.affiliations: set[str] = set()
        """Names of bodies that somebody holds a title of."""

    def is_other(self, index: int, mention: Mention) -> bool:
        """Whether `President Okon` is not the Jane Okon named later, whom nobody calls that."""
        role = mention.reading.role
        draft = self.drafts[index]
        if mention.reading.gender is not None and draft.gender is None:
            given = draft.person.given if draft.person is not None else None
            told = None if given is None else names.gender(given)
            if told is not None and told != mention.reading.gender:
                # `Mr. Okon`; `Ms. Okon`, whose husband is Lee Okon
                return not names.leans(given or "") or bearers.is_spouse(self.text, draft, mention)
        if role is None or draft.full == 0:
            return False
        unlikely = draft.sort == "name" and not draft.uses and not self._speaks(draft)
        if mention.start > draft.first and not unlikely:
            return False
        key = SYNONYMS.get(role, role)
        return all(SYNONYMS.get(use.role or "", use.role) != key for use in draft.uses)

    def _speaks(self, draft: Draft) -> bool:
        """Whether a name that may be anything’s, `Thulani Mkwaka`, is of somebody who speaks."""
        return _SPEAKS.match(self.text, draft.end) is not None or self.text.endswith(
            ("said ", "says "), 0, draft.start
        )

    def is_its_place(self, body: int, short: str) -> bool:
        """Whether what a body's name begins with is where the body is, by what the text tells:
        `in Orlando`, beside `Orlando International Airport`; not `the firm Corvo`."""
        name = self.drafts[body].name
        if not name.startswith(f"{short} ") or not _OF_A_PLACE.search(name):
            return False
        if short not in self.places:
            self.places[short] = any(
                _THERE.search(self.text, max(0, at - _FAR), at)
                and not _LONGER.match(self.text, at + len(short))
                for at in places(self.text, short)
            )
        return self.places[short]

    def nicknamed(self, mention: Mention) -> int | None:
        """Philippa Moss, where `Pippa` is said of nobody else: the only one of a name that is so
        shortened or whose short one it writes out, and no child or friend who is brought up with
        words of their own; in a headline, nobody."""
        key = mention.reading.name.lower()
        if mention.reading.role is not None or key in self.by_given:
            return None
        if mention.start < self.headline_end:
            return None
        alike = names.formal(key) | names.short_forms(key)
        found = [i for name in alike for i in self.by_given.get(name, ())]
        if len(found) != 1 or self.drafts[found[0]].sort not in ("person", "name"):
            return None
        first = self.alone.get(mention.reading.name, mention)
        before = self.text[max(0, first.start - 30) : first.start].rstrip(" ,").rpartition(" ")[2]
        noun = nouns.lookup(before)
        kin = before in ("called", "named", "as") or (noun is not None and noun.human)
        return None if kin or _BROUGHT_UP.match(self.text, first.end) else found[0]

    def is_wider(self, index: int, mention: Mention) -> bool:
        """Whether `Democrats` are more than the `Moderate Democrats` named elsewhere."""
        alone = " " not in mention.reading.name and mention.reading.name[-1] == "s"
        if not alone or not is_many(self.drafts[index].name):
            return False
        return not self.text.endswith(("the ", "The "), 0, mention.start)

    def is_new(self, mention: Mention, marked: bool) -> bool:
        """Whether a short mention of nobody known is a name at all."""
        reading = mention.reading
        if reading.sort == "word":
            if reading.name.endswith(_HALF_ADJECTIVES):
                return False  # `the GOP-led inquiry`
            if mention.start < self.headline_end or nouns.lookup(reading.name) is not None:
                return False
            placed = self.text.endswith(("the ", "The "), 0, mention.start)
            if placed and stands_at_thing(self.text, mention.end):
                return False
            if reading.name.endswith("s") and _COUNTED.search(
                self.text, max(0, mention.start - 9), mention.start
            ):
                return False  # `won two Emmys`
            known = reading.name in self.proper or reading.name in self.affiliations
            if not reading.name.endswith("s") and _SPEAKS.match(self.text, mention.end):
                known = True
            if known or names.is_given(reading.name) or marked:
                return True
            if acts_as_body(self.text, mention, self.bodies):
                return True
            # `Ruiz, a nurse,` but not `Sadly, a nurse died`.
            apposed = self.text.startswith((", a ", ", an "), mention.end)
            if not apposed or reading.name.endswith("ly"):
                return False
            return surroundings.around(self.text, -1, mention, marked).evidence == "person"
        if reading.sort == "name":
            return mention.start >= self.headline_end
        return reading.sort == "person"

    def misspelt(self, mention: Mention) -> int | None:
        """Whose surname a lone name of nobody is, but for a letter or two, who is quoted by it:
        `Nathan Janzen` … `Jensen said`."""
        surname = mention.reading.name.lower()
        if mention.reading.role is not None or _QUOTES.match(self.text, mention.end) is None:
            return None
        found = [
            several[0]
            for known, several in islice(self.by_surname.items(), _MOST_SURNAMES)
            if len(several) == 1 and namesakes.are_near(known, surname)
        ]
        (index,) = found if len(found) == 1 else (None,)
        if index is None or self.drafts[index].first > mention.start:
            return None
        return index if self.drafts[index].sort == "person" else None

    def note_latest(self, index: int, surname: str, mention: Mention) -> None:
        """Who of a surname was named last in full, unless only as somebody's kin; and how often."""
        if mention.start > self.drafts[index].first and namesakes.is_quoted(self.text, mention):
            self.said_in_full[index] = self.said_in_full.get(index, 0) + 1
        if self.latest.get(surname, index) != index and namesakes.is_only_kin(self.text, mention):
            self.only_kin.add(index)
        else:
            self.latest[surname] = index
            self.only_kin.discard(index)

    def choose(self, candidates: Sequence[int], mention: Mention) -> int:
        """Which of several people with one surname a short mention is."""
        if len(candidates) == 1:
            return candidates[0]
        chosen = self._choose_by_use(candidates, mention)
        self.meant_alone.add(chosen)
        return chosen

    def _choose_by_use(self, candidates: Sequence[int], mention: Mention) -> int:
        """Which of several a surname means, the same as before after `Mrs.`."""
        if mention.reading.courtesy:
            called = self.text[mention.start : mention.end]
            often = self.called.get(called, ())
            chosen = self._choose_by_name(candidates, mention)
            if len(often) > 1 and often[-1] == often[-2] and often[-1] in candidates:
                chosen = often[-1]  # `Mrs. Okon` stays one, though a daughter is named between
            self.called[called] = (*often[-1:], chosen)
            return chosen
        return self._choose_by_name(candidates, mention)

    def _choose_by_name(self, candidates: Sequence[int], mention: Mention) -> int:
        """Which of several people of one surname is likeliest, by gender and what was said."""
        if mention.reading.role is None and mention.start >= self.headline_end:
            # of whom nobody has heard yet, a surname alone says nothing
            known = [j for j in candidates if self.drafts[j].first < mention.start]
            if len(known) == 1:
                return known[0]
            candidates = known or candidates
        gender = mention.reading.gender or namesakes.speaks_as(self.text, mention.end)
        if gender is not None:
            told = [gender_of(self.drafts[j]) for j in candidates]
            fit = [j for j, own in zip(candidates, told, strict=True) if own in (None, gender)]
            if len(fit) == 1:
                return fit[0]
            if mention.reading.courtesy and told.count(gender) == 1:
                return candidates[told.index(gender)]  # `Mrs. Okon`, whoever her son Zorb is
            candidates = fit or candidates
        pronoun = namesakes.ahead(self.text, mention.end) if gender is None else None
        told = [gender_of(self.drafts[j]) for j in candidates] if pronoun is not None else []
        if told.count(pronoun) == 1 and None not in told:
            return candidates[told.index(pronoun)]  # `Okon won, and his wife wept`
        candidates = [j for j in candidates if j not in self.only_kin] or candidates
        people = [j for j in candidates if self.drafts[j].sort == "person"]
        if len(people) == 1:
            return people[0]
        candidates = people or candidates
        surname = mention.reading.person.surname if mention.reading.person else ""
        latest = self.latest.get(surname)
        most = max(candidates, key=lambda j: (self.drafts[j].full, -self.drafts[j].first))
        if latest is not None and latest in candidates:
            other = self._other_than(latest, candidates)
            if other is not None:
                return other
            return latest if self.drafts[latest].full * 2 >= self.drafts[most].full else most
        return most

    def _other_than(self, latest: int, candidates: Sequence[int]) -> int | None:
        """Whom a surname means where the one named last is never called by it: `Eva Okon` is quoted
        by her full name again and again, and so `Okon` is her father."""
        often = self.said_in_full.get(latest, 0)
        if not often or latest in self.meant_alone:
            return None
        others = [j for j in candidates if j != latest]
        if often < _OFTEN or len(others) > 1:
            others = [j for j in others if j in self.meant_alone]
        return others[0] if len(others) == 1 else None


_OFTEN = 2
"""So many times somebody is quoted by the full name whom the surname alone does not mean."""
_QUOTES = re.compile(r" (?:said|says|added|wrote|told|noted|explained)\b")
_MOST_SURNAMES = 200
_HALF_ADJECTIVES = ("-led", "-based", "-backed", "-run", "-owned")
_COUNTED = re.compile(r"\b(?:two|three|four|five|six|seven|eight|several|many|\d+) \Z")
_SPEAKS = re.compile(
    r" (?:also |has |had |later |then )?(?:said|says|told|tells|added|tweeted|wrote|claimed|argued"
    r"|insisted|announced|replied|vowed|promised|warned)\b"
)
"""What only follows a name, at the start of a sentence too: `Okon said`."""


_BROUGHT_UP = re.compile(r",? \(?(?:who\b|aged?\b|an?\b|the\b|\d|(?:his|her|their)\b)| [A-Z]")
"""What is told of a first name that was not heard before: `Ben, 8, wept`."""


_OF_A_PLACE = re.compile(
    r" (?:Airport|Airfield|Hospital|Clinic|Cent(?:er|re)|Infirmary|Police|Department|Council|Court"
    r"|Schools|(?:High|Primary|Middle|Elementary|Grammar|Secondary) School|Community College|Museum"
    r"|Zoo|Aquarium"
    r"|Library|Jail|Prison|Cathedral|Station|Stadium|Arena|District|Authority|Commission|Commerce"
    r"|Harbou?r|Port|Board|Museum of [A-Z]\w+|Mall|Cemetery)\Z"
)
"""What the names of bodies end in that are called by the place where they are."""
_THERE = re.compile(
    r"\b(?:in|near|outside|around|from|into|across|through|to|(?:city|town|village|suburb|port"
    r"|borough) of) \Z"
)
_LONGER = re.compile(r"['’]|[ -][A-Z]|\w")
_FAR = 16
