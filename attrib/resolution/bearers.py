"""Whether a name that may be anybody's is a person's or a body's, by what stands near all of it.

`Orvale cut its forecast` and `Orvale’s shareholders` speak of a body, `Okon repeated his offer` of
a person. Only what stands right beside a mention counts, up to the next name.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from attrib.knowledge import names, nouns
from attrib.lazily import re
from attrib.resolution.called_bodies import bodies_among, is_called_body, is_of_things
from attrib.resolution.drafts import Draft, holds_office
from attrib.resolution.mentions import Mention
from attrib.resolution.roles import Evidence
from attrib.resolution.told_places import is_after_town, is_place
from attrib.resolution.wares import stands_at_thing
from attrib.words.tags import is_plain

_MENTIONS = 8
"""How many mentions of a name are looked at."""
_REACH = 140
_PERSONAL = re.compile(r"\b(?:he|she|his|her|him|himself|herself)\b", re.IGNORECASE)
_IMPERSONAL = re.compile(r"\b(?:[Ii]ts|itself)\b")
_SAYS_IT = re.compile(
    r" (?:has |had )?(?:said|says|added|insisted|confirmed|denied|announced)"
    r"(?: that| on \w+day| in a statement| later){0,2} it"
    r"(?: (?:had|has|would|will|could|did|does)(?: not|n['’]t)? (?!be\b|been\b|ma[dk]e\b|take)"
    r"| expect| plan| inten| sees?\b| saw| sold| cut| paid| knew| want| hope| believe| need"
    r"| found"
    r"| (?:was|is) (?:\w+ing|aware|committed|sorry|disappointed|pleased)\b)"
)
"""`it` that is whoever speaks, and not the weather: `Orvale Vale said it had no plans`."""
_STOP = re.compile(r"[“”\"\n]|[.!?] (?![HS]h?e |His |Her |Its? )")
_TAGS_NEXT = re.compile(
    r"[.!?]?\s{1,2}[“\"][^“”\"\n]{1,400}[”\"],? (?:he|she) (?:said|says|added|told|asked)\b"
)
"""What was said next is tagged with `he` or `she`."""
_TAG_ASIDE = re.compile(r", s?he [a-z]+,")
"""Who says it of that name: `Orvale, she predicted, would wait`."""
_BODILY = re.compile(
    r"(?:['’]s?)? (?:(?:chief executive|co-?founder|founder|ceo|cfo|chairman|chairwoman|chair"
    r"|shareholders?|shares?|stock|investors|board|headquarters|customers|employees|staff|workers"
    r"|website|spokes(?:man|woman|person)|executives?|officials|subsidiary|profits?|revenues?"
    r"|users|members|fans|supporters’ trust|striker|midfielder|goalkeeper|manager)\b)",
    re.IGNORECASE,
)
_HUMAN_AFTER = re.compile(
    r", who\b|, \d{2},|(?:['’]s?) (?:wife|husband|mother|father|son|daughter"
    r"|family|lawyer|attorney|brother|sister|friends?|death|career|campaign)\b"
)
_OBLIQUE = re.compile(r"\b(?:of|in|at|from|to|near|into|on|across|outside|around|for|by) \Z")
_INSIDE = re.compile(r"(?:\b(?:at|inside|joined|acquired|bought|owns|based at)|-based) \Z")


def told(
    text: str,
    found: Sequence[Mention],
    starts: Sequence[int],
    humans: Sequence[int] | None = None,
    persons: Sequence[int] = (),
) -> Evidence | None:
    """`person` or `organization` where the text around the mentions of one name shows which.

    `starts` is where every name of the text starts, `humans` where those do that may be people's,
    `persons` where those do that are.

    >>> from attrib.resolution.mentions import find
    >>> text = "Tarn Vale cut its forecast. Tarn Vale’s shareholders wept."
    >>> told(text, find(text), [0, 28])
    'organization'
    >>> text = "Okon repeated his offer."
    >>> told(text, find(text), [0])
    'person'
    """
    person = body = 0
    humans = starts if humans is None else humans
    for mention in found[:_MENTIONS]:
        at = mention.end
        i = bisect_left(starts, at)
        j = bisect_left(humans, at)
        stop = min(at + _REACH, starts[i] if i < len(starts) else len(text))
        goes_on = min(at + _REACH, humans[j] if j < len(humans) else len(text))
        end = _STOP.search(text, at, goes_on)
        if end is not None:
            goes_on, stop = end.start() + 1, min(stop, end.start() + 1)
        oblique = _OBLIQUE.search(text, max(0, mention.start - 12), mention.start) is not None
        oblique = oblique or _says_whence(text, at)
        personal = None if oblique else _PERSONAL.search(text, at, goes_on)
        if personal is not None and personal.start() == at + 2 and _TAG_ASIDE.match(text, at):
            personal = None
        if personal is None and end is not None and not oblique:
            personal = _TAGS_NEXT.match(text, end.start())
        impersonal = _IMPERSONAL.search(text, at, stop)
        if personal and (not impersonal or personal.start() < impersonal.start()):
            person += not _follows_person(text, mention, persons)
        elif impersonal:
            body += 1
        body += 2 * (_BODILY.match(text, at) is not None)
        body += 2 * (_SAYS_IT.match(text, at) is not None)
        person += 2 * (_HUMAN_AFTER.match(text, at) is not None and not oblique)
        body += 2 * (text.startswith(", which ", at) and not oblique)
        definite = text[max(0, mention.start - 4) : mention.start].lower() == "the "
        body += definite and not stands_at_thing(text, at)
        body += _INSIDE.search(text, max(0, mention.start - 12), mention.start) is not None
    if person > body:
        return "person"
    return "organization" if body > person else None


def _says_whence(text: str, end: int) -> bool:
    """Whether a name that ends at an offset tells whence somebody is, who goes on to be `he`.

    >>> _says_whence("a Leeds man who said he", 7), _says_whence("Leeds said he", 5)
    (True, False)
    """
    match = _QUALIFIED.match(text, end)
    noun = nouns.lookup(match[1]) if match is not None else None
    return noun is not None and noun.human and not noun.plural


_QUALIFIED = re.compile(r" ([a-z][\w-]+)")


def _follows_person(text: str, mention: Mention, persons: Sequence[int]) -> bool:
    """Whether its sentence names a person before a mention, of whom it says `he` or `she` then:
    `Ana Ruiz sued Orvale Lifts after she lost her job`."""
    i = bisect_left(persons, mention.start)
    if not i or mention.start - persons[i - 1] > _REACH:
        return False
    return _STOP.search(text, persons[i - 1], mention.start) is None


_HE_OR_SHE = re.compile(
    r"\b(?:(?P<m>he|his|himself)|(?P<f>she|herself|her(?!['’\w]|[,.;:!?]|\Z"
    r"| (?:to|that|in|on|at|as|if|for|from|by|with|and|out|off|about|whether|why|how)\b)))\b",
    re.IGNORECASE,
)
"""No `her` that is another, whom the bearer does something to: `Zorb Norr told | her.`"""
_SPOUSE = re.compile(r" (?:late |ex-|former |new )?(?:husband|wife|hubby|spouse|fianc[eé]e?)\b")
"""After whose: `Dana Marlow and her | husband` tells at once."""
_END = re.compile(r"[“”\"\n;]|[.!?] (?!(?:He|She|His|Her) )")


def gender_told(text: str, found: Sequence[Mention], persons: Sequence[int]) -> tuple[int, int]:
    """How often `he` and `she` follow the mentions of one name, before another person is named.

    `persons` is where every person's name of the text starts.

    >>> from attrib.resolution.mentions import find
    >>> text = "Zorb Tarn sold her farm in Orvale. She wept."
    >>> gender_told(text, find(text)[:1], [0])
    (0, 1)
    """
    he = she = 0
    for mention in found[:_MENTIONS]:
        at = mention.end
        if _OBLIQUE.search(text, max(0, mention.start - 12), mention.start):
            continue
        i = bisect_left(persons, at)
        stop = min(at + _REACH, persons[i] if i < len(persons) else len(text))
        end = _END.search(text, at, stop)
        match = _HE_OR_SHE.search(text, at, stop if end is None else end.start() + 1)
        if match is not None:
            told = 1 + (_SPOUSE.match(text, match.end()) is not None)
            he += told * (match.lastgroup == "m")
            she += told * (match.lastgroup == "f")
    return he, she


def tell_sorts(
    text: str, found: Sequence[Mention], owners: Sequence[int], drafts: Sequence[Draft]
) -> None:
    """Ask what stands around all mentions of a name that may still be anybody's or anything's."""
    open_to = {
        index: []
        for index, draft in enumerate(drafts)
        if draft.sort in ("name", "word")
        and draft.evidence is None
        and not (draft.outlet or draft.by_surname or holds_office(draft))
    }  # type: dict[int, list[Mention]]
    for mention, owner in zip(found, owners, strict=True):
        if owner in open_to:
            open_to[owner].append(mention)
    starts = [mention.start for mention in found]
    humans = [
        mention.start
        for mention in found
        if mention.reading.sort in _MAY_BE_PEOPLE
        and not (
            mention.reading.sort == "word" and text.endswith((" in ", " at "), 0, mention.start)
        )
    ]
    persons = [
        mention.start
        for mention, owner in zip(found, owners, strict=True)
        if mention.reading.sort == "person" or (owner >= 0 and drafts[owner].sort == "person")
    ]
    small = set(text.split()) if open_to else set()
    bodies = bodies_among(found)
    for index, several in open_to.items():
        draft = drafts[index]
        if is_after_town(text, draft.name, several):
            draft.placed = True  # `Born in Augusta, Georgia, she`
            continue
        draft.evidence = told(text, several, starts, humans, persons)
        draft.placed = draft.sort == "word" and all(
            text.endswith(_IN, 0, mention.start) for mention in several
        )
        draft.placed = draft.placed or (draft.evidence is None and is_place(text, several))
        last = draft.name.rpartition(" ")[2].lower()
        common = last in small and len(last) > _SHORT and last not in _SURNAMES
        if draft.evidence is None and draft.sort == "name" and common:
            draft.evidence = "organization"  # `Alberta Wildfire`, where there is a wildfire
        elif draft.evidence is None and draft.sort == "name" and _is_of_plain_words(draft.name):
            draft.evidence = "organization"  # `Second Water`
        elif draft.evidence is None and draft.sort == "name" and not draft.placed:
            plural = last not in _SURNAMES and is_of_things(draft.name)
            if plural or any(is_called_body(text, m, bodies) for m in several[:_FIRST]):
                draft.evidence = "organization"


def _is_of_plain_words(name: str) -> bool:
    """Whether a name is two plain words, neither of which people are called by.

    >>> _is_of_plain_words("Second Chance"), _is_of_plain_words("Second Water")
    (False, True)
    """
    words = name.lower().split()
    if len(words) != len(("first", "last")) or names.is_given(words[0]):
        return False
    called = words[1] in _SURNAMES or names.gender(words[0], first=True) is not None
    return not called and all(map(is_plain, words)) and not names.is_surname(words[1])


_IN = (" in ", "\nIn ", " near ", " outside ")
_MAY_BE_PEOPLE = frozenset(("person", "name", "word"))
_SHORT = 4
_FIRST = 2
"""Mentions of a name after which it may be called a body."""
_SURNAMES = frozenset(
    "small price young short white black green brown woods stone rivers bishop knight baker hope"
    " fields gates waters banks moore wells parks bridges brooks hills field ponds lakes snow frost"
    " winter summers winters may march rich good noble sharp swift wise strong armstrong bright"
    " moody gentle savage loving grant chance faith grace love joy pride power powers singer cooper"
    " carter miller fisher hunter shepherd butcher carpenter mason potter porter parker walker"
    " farmer gardener tailor weaver turner cook driver judge constable marshal major sergeant page"
    " prince pope king queen duke earl baron lord church temple abbey chapel house hall castle"
    " towers street lane north south east west sunday monday friday christmas light lights rose"
    " lily flowers flower berry cherry plum apple pepper salt sugar rice bean beans lamb bull wolf"
    " swan drake crane finch wren robin martin heron hawk falcon eagle crow raven bird fish bass"
    " pike salmon trout crabb storm rain gale blizzard thunder battle battles wars peace law laws"
    " justice court case cases bond bonds cash money penny pound sterling silver gold diamond"
    " ruby pearl steel irons glass wood branch forest grove meadows heath marsh moss reed".split()
)
"""Common words that people are called by too."""


def tell_genders(
    text: str, found: Sequence[Mention], owners: Sequence[int], drafts: Sequence[Draft]
) -> None:
    """Ask which pronouns follow a name that speaks for no gender, or seldom is heard."""
    unsure: dict[int, list[Mention]] = {}
    persons = []
    for mention, owner in zip(found, owners, strict=True):
        if owner < 0 or drafts[owner].sort not in ("person", "name", "word"):
            continue
        draft = drafts[owner]
        persons.append(mention.start)
        given = draft.person.given if draft.person is not None else None
        sure = given and names.gender(given) and not names.leans(given)
        if draft.gender is None and not sure:
            unsure.setdefault(owner, []).append(mention)
    for index, several in unsure.items():
        he, she = gender_told(text, several, persons)
        given = (drafts[index].person or _NOBODY).given
        known = names.gender(given, first=True) if given else None
        least = 1 if known and not names.leans(given or "") else 2
        if max(he, she) >= least and not min(he, she):
            drafts[index].gender = "m" if he else "f"


_NOBODY = names.Name(None, "")


def is_spouse(text: str, draft: Draft, mention: Mention) -> bool:
    """Whether `Ms. Ruiz` may be the wife of a Lee Ruiz, whom a text calls `he` or married, and not
    Lee Ruiz herself."""
    about = min(draft.end + _REACH, len(text))
    if _WEDDED.search(text, draft.end, about) or _WEDDED.search(
        text, max(0, mention.start - _REACH), mention.start
    ):
        return True
    end = _END.search(text, draft.end, about)
    match = _HE_OR_SHE.search(text, draft.end, about if end is None else end.start())
    return match is not None and match.lastgroup != mention.reading.gender


_WEDDED = re.compile(r"\b(?:wife|husband|hubby|widow|widower|spouse|wed|married|fianc[eé]e?)\b")
