"""People and bodies while an article is being read, and what each turns out to be."""

from __future__ import annotations

from attrib.knowledge import names, nouns
from attrib.knowledge.nouns import Gender
from attrib.knowledge.places import place
from attrib.resolution.discourse import Entity
from attrib.resolution.mentions import Mention
from attrib.resolution.roles import Evidence, Use


class Draft:
    """An entity while the article is being read."""

    __slots__ = (
        "by_surname",
        "end",
        "evidence",
        "first",
        "full",
        "gender",
        "name",
        "outlet",
        "person",
        "placed",
        "sort",
        "start",
        "uses",
    )

    def __init__(self, mention: Mention) -> None:
        reading = mention.reading
        self.name = reading.name
        self.person = reading.person
        self.sort = reading.sort
        self.start = mention.name_start
        self.end = mention.end
        self.first = mention.start
        self.full = 0
        self.gender = reading.gender
        self.uses: list[Use] = []
        self.evidence: Evidence | None = None
        self.outlet = False
        self.placed = False
        """Whether it is somewhere to be in: `a massacre in Orlando`."""
        self.by_surname = False
        """Whether a surname alone stands for it, or it has that of a person."""

    def add(self, mention: Mention) -> None:
        """Take in another mention of the same one."""
        reading = mention.reading
        self.first = min(self.first, mention.start)
        nicked = not _MARKS.isdisjoint(reading.name) and " " in self.name
        if len(reading.name) > len(self.name) and not nicked:  # `Ana “Lightning” Ruiz`
            self.name, self.start, self.end = reading.name, mention.name_start, mention.end
            self.person = reading.person
        if reading.sort == "person" and self.sort != "organization":
            self.sort = "person"
        self.gender = self.gender or reading.gender


_MARKS = frozenset('“”"‘(')


def gender_of(draft: Draft) -> Gender | None:
    """The gender that a title or the given name tells so far, unless one may have either."""
    if draft.gender is None and draft.person is not None and draft.person.given:
        given = draft.person.given
        return None if names.leans(given) else names.gender(given, first=True)
    return draft.gender


def holds_office(draft: Draft) -> bool:
    """Whether somebody is told to be what only people are: no `owner`, as a firm may be, too."""
    return any(use.role is not None and use.role not in _FIRMS_TOO for use in draft.uses)


_FIRMS_TOO = frozenset(
    "contractor owner co-owner developer supplier builder manufacturer promoter organizer organiser"
    " publisher employer landlord insurer lender producer sponsor provider maker operator retailer"
    " distributor auditor tenant client customer competitor rival investor shareholder partner"
    " subcontractor vendor wholesaler installer carrier bidder exporter importer broker buyer"
    " seller franchisee licensee underwriter".split()
)
"""What a firm may be called as well as a person."""


def finish(index: int, draft: Draft) -> Entity:
    """The entity that a draft has become."""
    gender = draft.gender
    if gender is None and draft.person is not None:
        given = draft.person.given
        gender = names.gender(given, first=True) if given else _gender_of_one(draft.person.surname)
    held = [use.role for use in draft.uses if use.role is not None]
    if draft.evidence == "organization" and not holds_office(draft):
        held = []  # `The mill’s owner, Vesper Compute`
    if gender is None and held:
        told = map(nouns.lookup, held)
        gender = next((noun.gender for noun in told if noun is not None and noun.gender), None)
    return Entity(
        index=index,
        name=draft.name,
        sort=draft.sort,
        start=draft.start,
        end=draft.end,
        gender=gender,
        first=draft.first,
        full_mentions=draft.full,
        uses=tuple(draft.uses),
        human=_is_human(draft, gender, bool(held)),
        body=_body(draft, bool(held)),
        placed=draft.placed and draft.evidence is None,
    )


def _gender_of_one(word: str) -> Gender | None:
    """The gender that a name of one word speaks for: a given name, or somebody well known."""
    known = names.surname_gender(word)
    return known if known == "m" or known == "f" else names.gender(word)


def _body(draft: Draft, holds: bool) -> Evidence | None:
    """What sort of body the words around a name show; they do not make a body of a person."""
    if draft.outlet:
        return "outlet"
    if draft.sort == "person" or holds:
        return None
    return None if draft.evidence == "person" else draft.evidence


def _is_human(draft: Draft, gender: Gender | None, holds: bool) -> bool:
    if draft.outlet or is_many(draft.name):
        return False
    if draft.sort == "person" or draft.evidence == "person":
        return True
    if draft.by_surname and draft.evidence != "organization" and not names_nation(draft.name):
        return True
    if draft.sort == "word":
        if draft.placed:
            return False
        team = draft.name.lower() in nouns.name_ends()  # defending champion Dodgers
        return gender is not None or names.is_surname(draft.name) or (holds and not team)
    if draft.sort != "name" or draft.evidence is not None:
        return draft.sort == "name" and holds
    # `Radek Hruska from Orvale Gardeners`: by a first name that is rare here.
    return holds or (gender is not None and bool(draft.uses))


def is_many(name: str) -> bool:
    """Whether a name says by its last word that it is many people: `Senate Democrats`.

    >>> is_many("Senate Democrats"), is_many("Orvale Rangers"), is_many("Union of Teachers")
    (True, False, False)
    >>> is_many("Cuban-Americans"), is_many("Ohio Sikhs"), is_many("Claire Danes")
    (True, True, False)
    """
    *before, last = name.replace("-", " ").split()
    if not before or last[-1] != "s" or last.lower() in nouns.name_ends():
        return False
    noun = nouns.lookup(last)
    if noun is None or not noun.plural:
        return False
    if not noun.human and noun.lemma not in nouns.peoples():
        return False
    if last.lower() in _TEAMS and place(before[-1]) == "place":
        return False
    if last.lower() in _SURNAMES and len(before) == 1 and names.is_given(before[0]):
        return False
    return "of" not in before and "for" not in before and "&" not in before


_TEAMS = frozenset(("indians", "texans"))
"""Many people, but a team behind its town: `Cleveland Indians`."""
_SURNAMES = frozenset(
    """abbots archers bakers barbers barons bishops brewers brothers butchers butlers canons
    carpenters champions childs clerks constables cooks cousins danes deacons deans drivers dukes
    earls elders farmers fellows finns fishers friars friends gardeners gunners guests hunters
    judges kings knights lords marshals masons masters millers miners monks nobles nuns painters
    palmers parsons partners pastors peers pilgrims players poles popes porters potters princes
    priors rangers sailors scots sergeants shepherds singers squires stewards strangers tanners
    turks tutors vicars waiters walkers wards weavers workers""".split()
)
"""Of such words those that are surnames too: `Claire Danes`."""


def names_nation(name: str) -> bool:
    """Whether a name begins as a body's does and hardly a person's.

    >>> names_nation("American Crossings"), names_nation("Roman Okon"), names_nation("Ana Ruiz")
    (True, False, False)
    """
    first = name.partition(" ")[0]
    return place(first) == "people" and not names.is_given(first)
