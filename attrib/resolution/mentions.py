"""Names in the text: every run of capitalised words, parted into title and name.

One pass over the whole text, with no look at what stands around a name; `entities` finds out who
is who.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import attrgetter

from attrs import evolve, frozen

from attrib.knowledge import names, nouns
from attrib.lazily import re
from attrib.resolution import name_runs
from attrib.resolution.before_names import due_to_place
from attrib.resolution.held_offices import read_held
from attrib.resolution.parted_bodies import where_parted
from attrib.resolution.readings import Reading, read, read_headline
from attrib.words import named_for_deeds


@frozen
class Mention:
    """A reading at its place; `start` and `end` are offsets of the text, title included."""

    start: int
    end: int
    reading: Reading

    @property
    def name_start(self) -> int:
        """Where the name starts, after its title."""
        return self.end - self.reading.end + self.reading.name_start

    @property
    def titled(self) -> bool:
        """Whether it is a person's with a title: `Mr. Hale`, whatever `Hale Motors` may be."""
        person = self.reading.sort == "person"
        return person and (self.reading.courtesy or self.reading.role is not None)


def find(text: str, run_in: Sequence[int] = ()) -> list[Mention]:
    """All names in a text, in order; at the offsets `run_in` a sentence begins within a word.

    >>> [(m.reading.name, m.reading.role) for m in find("On Monday Gov. Ana Ruiz of Ohio wept.")]
    [('Ana Ruiz', 'governor'), ('Ohio', None)]
    >>> [m.reading.name for m in find("The Department of Public Works fined J. K. Marsh’s firm.")]
    ['Department of Public Works', 'J. K. Marsh']
    >>> [m.reading.name for m in find("What may healRuiz said so.", [13])]
    ['Ruiz']
    """
    found = []
    headline = headline_end(text)
    for match in name_runs.find(text):
        start, run = match.start(), match[0]
        if text[start - 1 : start] in _BEFORE_SURNAMES:
            particle = _particle(text, start)
            start, run = start - len(particle), particle + run
        if run[1:2] == "-" and _PARTY.fullmatch(run) and text[start - 1] in "( ":
            continue  # `Ana Ruiz (R-Ohio)`
        if run.endswith(_SEATS) and _is_one_of(text, start, run):
            if run.endswith(_IN_LETTERS):
                continue
            run = run[: run.rindex(" ")]
        if _MAY_BE_TWO.search(run) and (parts := where_parted(text, start, run)) is not None:
            after = start + parts[1]
            second = run[parts[1] :]
            found += [Mention(after + each.start, after + each.end, each) for each in read(second)]
            run = run[: parts[0]]
        if start < headline:
            readings = tuple(read_headline(run))
        elif (
            " " in run and text.endswith(_HELD_IN, max(0, start - 8), start) and _held(text, start)
        ):
            readings = read_held(run)
        elif due_to_place(run):
            before = text[max(0, start - 2) : start - 1]
            inside = before.islower() or before == ","
            deed = run.partition(" ")[0].endswith("ing")
            if deed and not inside and named_for_deeds.is_one(text, start, start + len(run)):
                readings = _body(run)
            else:
                readings = read(run, inside)
        else:
            readings = read(run)
        for reading in readings:
            found.append(Mention(start + reading.start, start + reading.end, reading))
    for at in run_in:
        for mention in find(text[at : at + _LONGEST_RUN])[:1]:
            if not mention.start:
                found.append(Mention(at, at + mention.end, mention.reading))
    found.sort(key=attrgetter("start"))
    return _named_in_headline(text, headline, found) if headline else found


def _body(run: str) -> tuple[Reading, ...]:
    """The reading of a run that begins with what a body does: `Rising Tide`, whole."""
    found = read(run, inside=True)
    if len(found) == 1 and found[0].name == run and found[0].sort == "name":
        return (evolve(found[0], sort="organization"),)
    if found or _OWN.search(run) is None:
        return found
    end = len(run)
    return (Reading(sort="organization", start=0, name_start=0, end=end, name=run, person=None),)


_OWN = re.compile(r" (?:Our|My|Your|The) ")
"""Grammar within a name: `Shaping Our Towns`."""
_LONGEST_RUN = 80
_PARTY = re.compile(r"[DRI]-(?!Wave\b|Day\b)[A-Z][A-Za-z.]*(?: [A-Z][a-z.]+)*")
_MAY_BE_TWO = re.compile(r" (?:for|and) |[a-zM]\. ")


def _named_in_headline(text: str, headline: int, found: list[Mention]) -> list[Mention]:
    """The mentions, with the people of a headline whom the story names in full: `Jo Banks Says`.

    What ends a name there, only the story tells.
    """
    people: dict[str, Mention] = {}
    for mention in found:
        reading = mention.reading
        if mention.start < headline or reading.sort != "person" or " " not in reading.name:
            continue
        at = text.find(reading.name, 0, headline)
        if at < 0 or reading.name in people or text[at + len(reading.name)].isalnum():
            continue
        end = at + len(reading.name)
        plain = evolve(reading, start=0, name_start=0, end=end - at, role=None, courtesy=False)
        people[reading.name] = Mention(at, end, plain)
    told = {(m.start, m.end) for m in found if m.reading.sort == "person"}
    new = [m for m in people.values() if not any(a <= m.start and m.end <= b for a, b in told)]
    if not new:
        return found
    kept = (m for m in found if not any(m.start < n.end and n.start < m.end for n in new))
    return sorted([*kept, *new], key=attrgetter("start"))


_IN_LETTERS = (" TD", " MK")
"""Seats that no noun of the lexicon is, since their letters may mean something else."""
_SEATS = (" MP", " MEP", " MSP", " MLA", " MLC", " MNA", *_IN_LETTERS)
_DETERMINERS = frozenset("a an one another the any no each every his her their".split())


def _is_one_of(text: str, start: int, run: str) -> bool:
    """Whether a run that ends with a seat is nobody's name: `a Labour MP`, not `Ana Ruiz MP`."""
    first, _, rest = run.partition(" ")
    if " " in rest and first.lower() in _DETERMINERS:
        return True
    word = text[max(0, start - 8) : start - 1].rpartition(" ")[2]
    return start > 0 and word.lower() in _DETERMINERS


def _particle(text: str, start: int) -> str:
    """What belongs to a surname in front of it, with its space: `van |Dijk`, `al-|Masri`."""
    before = text[max(0, start - 12) : start]
    if before[-1:] != " ":
        found = _ARTICLE.search(before)
        return found[0] if found else ""
    words = before.split(" ")
    if words[-2] not in names.OF_FAMILIES and words[-2] not in _OF_PLACES_TOO:
        return ""
    vehicle = words[-2] == "van" and words[-3:-2] and words[-3].lower() in _DETERMINERS
    return "" if vehicle or words[-2] == "ten" else words[-2] + " "


_BEFORE_SURNAMES = frozenset(" -'’")
_ARTICLE = re.compile(rf"(?<!\w){names.ARTICLE}\Z")
_OF_PLACES_TOO = frozenset("de del della".split())
_HELD_IN = ("of ", "for ", "to ", "of the ", "for the ", "to the ", "in the ", "at the ")


def _held(text: str, start: int) -> bool:
    """Whether an office stands before a run: `Deputy Minister of |Industry Jo Marsh|`."""
    words = text[max(0, start - 40) : start].split()
    words = words[: -1 - (words[-1] == "the")]
    noun = nouns.lookup(words[-1]) if words else None
    return noun is not None and noun.human and not noun.plural


_STOPS = (".", ".”", '."')


def headline_end(text: str) -> int:
    """End of the first line, where that is set in title case; 0 where it is a sentence, of whatever
    names.

    >>> headline_end("Mayor Ruiz Wins Again in Orvale\\nShe won.")
    31
    >>> headline_end("She won on Monday.\\nAgain."), headline_end("Ana Ruiz met Thomas Cole.\\nNo.")
    (0, 0)
    """
    end = text.find("\n")
    words = [word for word in text[: min(max(end, 0), 300)].split() if len(word) > 3]
    capital = sum(word[:1].isupper() for word in words)
    if text[:end].rstrip().endswith(_STOPS) and 0 < end < 300:
        said = (word.strip('.,:;”"') for word in text[:end].split())
        if any(word.islower() and word not in name_runs.GRAMMAR for word in said):
            return 0  # a verb or a noun without a capital
    return end if len(words) > 3 and capital >= 0.7 * len(words) else 0
