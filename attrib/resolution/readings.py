"""What a run of capitalised words says of itself: which words are a name and of which sort.

It does not depend on where the run stands, so each is read once.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from attrs import evolve, frozen

from attrib.knowledge import names, nouns
from attrib.knowledge.names import Name
from attrib.knowledge.nouns import Gender
from attrib.knowledge.places import place
from attrib.lazily import re
from attrib.resolution.before_names import (
    NO_BODIES,
    SHORTENED,
    bare,
    before_several,
    is_one_of_them,
    is_verb,
)
from attrib.resolution.name_runs import ACRONYMS, CALENDAR, GRAMMAR, LINKS, PORTFOLIOS
from attrib.resolution.offices import (
    LETTERS,
    Word,
    is_held,
    is_name,
    is_office,
    is_title,
    title_end,
    told,
)
from attrib.resolution.sorts import Sort, is_body, is_only_of_people, sort_of
from attrib.words.named_for_deeds import TRADES


@frozen(kw_only=True)
class Reading:
    """What a run of capitalised words says of itself; offsets count from its start."""

    sort: Sort
    start: int
    """Title included."""
    name_start: int
    end: int
    name: str
    """Without title: `Ana Ruiz`."""
    person: Name | None
    """The name taken apart, where it may be a person's."""
    role: str | None = None
    """Lemma of the title's last noun: `secretary` in `Homeland Security Secretary`."""
    gender: Gender | None = None
    """Told by the title."""
    courtesy: bool = False
    """Whether the title is no more than `Mr.`, `Ms.`, `Dr.`"""


@lru_cache(512)
def read(run: str, inside: bool = False) -> tuple[Reading, ...]:
    """The names in one run of capitalised words; mostly one, none where it is only grammar.

    `inside` says that it stands inside a sentence, where a capital is never due to the place.

    >>> [(r.sort, r.name) for r in read("But Russian President Ivan Orlov")]
    [('person', 'Ivan Orlov')]
    >>> [(r.sort, r.name) for r in read("The Orlov Foundation")], read("However")
    ([('organization', 'Orlov Foundation')], ())
    >>> [r.name for r in read("Will Orlov")], [r.name for r in read("Will Orlov", inside=True)]
    (['Orlov'], ['Will Orlov'])
    """
    if WORD.fullmatch(run):
        return _read_word(run)
    return tuple(_readings(run, inside))


def _read_word(word: str) -> tuple[Reading, ...]:
    """The reading of a run of one word, as most are."""
    low = word.lower()
    if (low in GRAMMAR and word not in ACRONYMS) or low in CALENDAR or low.endswith(SHORTENED):
        return ()
    if is_verb(word):
        return ()
    sort = place(word)
    if sort is None:
        return tuple(_single((0, len(word), word, low)))
    return (_whole(sort, word, 0, len(word)),)


def _whole(sort: Sort, name: str, start: int, end: int) -> Reading:
    """A reading that is nothing but a name, which may be a person's all the same."""
    person = names.parse(name)
    return Reading(sort=sort, start=start, name_start=start, end=end, name=name, person=person)


@lru_cache(512)
def as_name(reading: Reading) -> Reading:
    """A single word that turned out to be somebody's name."""
    return evolve(reading, sort="name")


def read_headline(run: str) -> Iterator[Reading]:
    """The people in a run of a headline, where every word has a capital: told by a given name.

    >>> [reading.name for reading in read_headline("Why Ana Ruiz Wants Smaller Trains")]
    ['Ana Ruiz']
    """
    words = [(m.start(), m.end(), m[0], m[0].lower()) for m in WORD.finditer(run)]
    if len(words) < 3:
        yield from read(run)
        return
    yield from _titled_people(run, words)


def _titled_people(run: str, words: list[Word]) -> Iterator[Reading]:
    for word, after in pairwise(words):
        if names.is_given(word[3]) and after[3] not in GRAMMAR and not _is_common(after):
            name = run[word[0] : after[1]]
            yield Reading(
                sort="person",
                start=word[0],
                name_start=word[0],
                end=after[1],
                name=name,
                person=names.parse(name),
            )


_LEGISLATORS = frozenset(("mps", "meps"))
_LONGEST = 4
"""Full words that a name may have, without initials; more are a line in title case."""
_TRADERS = frozenset(
    "developers builders housebuilders accountants solicitors brokers consultants auditors"
    " retailers architects brewers insurers lenders carmakers".split()
)
"""What the people of a body do, in front of its name: `Developers Arden Homes`."""
_EITHER = frozenset(
    "rival developer supplier competitor landlord promoter sponsor shareholder investor backer"
    " bidder creditor".split()
)
"""What people are and companies too, in front of its name: `Rival Orvale Lines`."""
_HOW_HIGH = frozenset("senior top leading former longtime veteran opposition ruling".split())
_TITLE_CASE = frozenset(
    "A An The His Her Its Their Our My How Why When Where Is Are Was Were Will To In On At By With"
    " From As After Over Not No If".split()
)
"""Capitals that only a headline or a title of a work has, after its first word."""
WORD = re.compile(r"\S+")


def _readings(run: str, inside: bool = False) -> Iterator[Reading]:
    words = [(m.start(), m.end(), m[0], m[0].lower()) for m in WORD.finditer(run)]
    for sentence in _sentences(words) if ". " in run else (words,):
        yield from _names_of(run, sentence, inside)
        inside = False


def _sentences(words: list[Word]) -> Iterator[list[Word]]:
    """The words of a run apart where a sentence ends in it: `the U.S.| While Okon`."""
    first = 0
    for i, (before, word) in enumerate(pairwise(words), start=1):
        if word[3] in GRAMMAR and before[2][-1] == "." and len(before[2]) > 2:
            yield words[first:i]
            first = i
    yield words[first:]


def _names_of(run: str, words: list[Word], inside: bool) -> Iterator[Reading]:
    """The names in the words of a run that no sentence ends in."""
    if not _TITLE_CASE.isdisjoint([word[2] for word in words[1:]]):
        yield from _titled_people(run, words)
        return
    first = 0
    for i, word in enumerate(words):
        named = is_name(word) or (i > 0 and is_title(words[i - 1]))  # `Mr Sunday Igwe`
        day = word[3] in CALENDAR and not (named and words[i + 1 : i + 2])
        if day or is_verb(word[2]):
            yield from _reading(run, bare(words[first:i], inside and not first))
            first = i + 1
    yield from _reading(run, bare(words[first:] if first else words, inside and not first))


def _reading(run: str, words: list[Word]) -> Iterator[Reading]:
    """The name in the words of a run."""
    while words and words[-1][3] in LINKS:
        words = words[:-1]  # `Supreme Court on`, before a day
    if not words:
        return
    if len(words) > 2 and words[0][3] in _NOBLES and words[1][3] == "of":
        yield _noble(run, words)
        return
    if len(words) > 2 and words[1][3] in ("of", "for") and words[0][3] not in PORTFOLIOS:
        noun = nouns.lookup(words[0][3])
        if noun is not None and noun.human and (is_name(words[2]) or is_title(words[2])):
            words = words[2:]
    if len(words) > 1 and words[0][3] in _EITHER and not is_name(words[1]):
        words = words[1:]
    trade = len(words) > 1 and (
        words[0][3] in TRADES or (words[0][3] in _TRADERS and not is_name(words[1]))
    )
    if trade:
        words = words[1:]
    if len(words) > 1 and words[-1][3] in _LEGISLATORS:
        return  # Opposition MPs
    start, end = words[0][0], words[-1][1]
    while len(words) > 2 and words[-1][2] in names.HONOURS:
        words = words[:-1]
    name_end = words[-1][1]
    whole = run[start:name_end]
    if len(words) > 2 and words[-1][2] in nouns.known_bodies() and is_body(words[-2]):
        # `Orvale Airways Boeing`, before `737`
        yield from _reading(run, words[:-1])
        return
    placed = place(whole)
    if placed is not None:
        person = names.parse(whole) if len(words) == 1 else None
        yield Reading(
            sort=placed, start=start, name_start=start, end=end, name=whole, person=person
        )
        return
    if " " in whole and whole in nouns.known_bodies():
        yield Reading(
            sort="organization", start=start, name_start=start, end=end, name=whole, person=None
        )
        return
    titled = _titled(run, words, end)
    if titled is not None:
        yield titled
        return
    if (held := before_several(words)) is not None:
        yield _person(run, words, 1, end, (held, None, False))
        return
    if len(words) > 1 and words[0][3] in _HOW_HIGH:
        words = words[1:]  # `Senior Hezbollah`, before `official`
    if not trade and is_only_of_people(words):
        yield from _reading(run, words[-1:])  # `Stricter Kenyan`, before `rules`
        return
    if len(words) == 1 and not trade:
        yield from _single(words[0])
        return
    if is_office(words) or is_one_of_them(words):
        return
    named = words
    if (lettered := _after_letters(words)) is not None:
        named = lettered
    elif len(words) > 3 and not is_name(words[0]) and names.is_given(words[-2][3]):
        # Valley News Ana Ruiz, but no Canal & River Trust
        named = named if words[-3][3] in LINKS or is_body(words[-1]) else words[-2:]
    elif place(words[0][2]) == "people" and len(words) > 2 and is_name(words[1]):
        named = words[1:]
    name = run[named[0][0] : name_end]
    if (
        len(named) > _LONGEST
        and sum(len(w[3]) > 2 and w[2] not in names.PARTICLES for w in named) > _LONGEST
        and not (trade or any(is_body(word) or word[3] in LINKS for word in named))
    ):
        yield from _titled_people(run, named)
        return
    sort = "organization" if trade else "person" if name_end < end else sort_of(named)
    yield Reading(
        sort=sort,
        start=start,
        name_start=named[0][0],
        end=end,
        name=name,
        person=None if sort == "organization" else names.parse(name),
    )


def _titled(run: str, words: list[Word], end: int) -> Reading | None:
    """A person’s name after a title that tells so, in a run that goes on until `end`."""
    at = title_end(words)
    title, named = words[:at], words[at:]
    if len(named) == 1 and (_is_thing(named[0]) or is_held(named[0])):
        return None  # `the Brightway Developers Blog`, `Lord Chancellor`
    if len(named) == 1 and at == 1 and named[0][3] in _CRIES:
        return None  # `Justice Now`
    if len(named) > 1 and is_office(named):
        return None  # `Deputy Prime Minister` is nobody called Prime Minister
    if not at or (
        any(map(is_body, named)) and not (len(named) > 1 and names.is_given(named[0][3]))
    ):
        return None
    return _person(run, words, at, end, told(title))


def _person(
    run: str, words: list[Word], at: int, end: int, title: tuple[str | None, Gender | None, bool]
) -> Reading:
    """A person, whose name begins with word number `at`, and what the title tells."""
    role, gender, courtesy = title
    name = run[words[at][0] : words[-1][1]]
    return Reading(
        sort="person",
        start=words[0][0],
        name_start=words[at][0],
        end=end,
        name=name,
        person=names.parse(name),
        role=role,
        gender=gender,
        courtesy=courtesy,
    )


def _is_thing(word: Word) -> bool:
    """Whether a word of a run is a common noun for a thing, and nobody's surname."""
    noun = nouns.lookup(word[3])
    printed = word[3] in _PRINTED or (noun is not None and noun.category == "document")
    return printed and not names.is_surname(word[3])


_CRIES = frozenset("now first together watch matters forever united action alliance".split())
"""How a body's name ends whose first word is nobody's title."""
_PRINTED = frozenset(("blog", "podcast", "website", "forum"))


def _after_letters(words: list[Word]) -> list[Word] | None:
    """The name after an office in letters: `Likud MK Ana Ruiz`."""
    for i, word in enumerate(words[:-2]):
        if word[2] in LETTERS and not any(map(is_body, words[i + 1 :])):
            return words[i + 1 :]
    return None


_NOBLES = frozenset("duke duchess earl countess marquess bishop archbishop prince princess".split())


def _noble(run: str, words: list[Word]) -> Reading:
    """Whoever is called by a title and its place: `Duchess of Wexborough`; or by a name after
    them, `Bishop of Wexborough Ana Ruiz`."""
    start, end = words[0][0], words[-1][1]
    noun = nouns.lookup(words[0][3])
    named = next((word[0] for word in words[3:-1] if is_name(word)), start)
    name = run[named:end]
    return Reading(
        sort="person",
        start=start,
        name_start=named,
        end=end,
        name=name,
        person=Name(None, name.lower()) if named == start else names.parse(name),
        role=noun.lemma if noun is not None and named > start else None,
        gender=noun.gender if noun is not None else None,
    )


_ROAD = re.compile(r"[ABM]\d{1,4}")
"""A road's number: `the M62`, which nobody speaks for."""


def _single(word: Word) -> Iterator[Reading]:
    start, end, form, low = word
    if low in nouns.courtesy():
        return
    if form.isupper() and len(form) > 3:
        if low in GRAMMAR:
            return
        placed = place(form.capitalize())
        if placed is not None:
            yield _whole(placed, form, start, end)
            return
    if form in NO_BODIES or _ROAD.fullmatch(form):
        return
    sort: Sort = "word"
    named = names.has_article(form)
    body = form[0].upper() + form[1:].replace("-", " ", 1) if named else form
    if not nouns.known_bodies().isdisjoint((form, body)):
        sort = "organization"  # `al-Shabaab` is Al Shabaab
    elif form.isupper() and len(form) > 1 and low.replace(".", "").isalpha():
        sort = "organization"
    elif (inner := _CAMEL.fullmatch(form)) is not None and not _is_given(inner[1]):
        sort = "organization"  # `QuickPay`, and no `MacDonald`, no `MaryAnn`
    elif named:
        sort = "person"
    person = None if sort == "organization" else names.parse(form)
    yield Reading(sort=sort, start=start, name_start=start, end=end, name=form, person=person)


_CAMEL = re.compile(
    r"(?!Mac|Van|Von|Fitz|Del|Des|Dos|Ben|Ter|Ap|Saint|Ter)([A-Z][a-z]{2,})[A-Z]\w+"
)
"""Words with a capital within, as firms have them."""


def _is_given(word: str) -> bool:
    return names.is_given(word.lower()) or names.gender(word.lower(), first=True) is not None


def _is_common(word: Word) -> bool:
    return nouns.lookup(word[3]) is not None or word[3].endswith(("s", "ing", "ed"))
