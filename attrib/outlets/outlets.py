"""News outlets in a text: those on our list, those that their form gives away, and descriptors.

The list is `data/outlets.tsv`, with the programmes of `data/programmes.tsv` as further names of
their outlets. A name that also means something else (`Time`, `the Post`) is marked there and counts
only where the words around it speak of an outlet, or after the outlet's unmarked name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Literal, NamedTuple, cast

from attrs import evolve, field, frozen

from attrib.knowledge import nationalities
from attrib.knowledge.nouns import rows
from attrib.model import Span
from attrib.outlets import forms as outlet_forms
from attrib.outlets.forms import CAPITAL, OutletKind, after_capital, speaks_of_outlet

_WORD = re.compile(rf"[{CAPITAL}0-9]\w*")
_ARTICLE = re.compile(r"\b[Tt]he\s{1,2}$")
_MID_SENTENCE = re.compile(r"\b[a-z][\w’'-]*,?\s[\"“]?$")
# `the Age of Oversupply`, `the State Department`: the start of a longer name.
_LONGER = re.compile(rf"\s(?:of\s|for\s)?[{CAPITAL}]")
_SPEAKS = re.compile(r"\s+(?:also\s+|later\s+|has\s+)?(?:said|says|added|noted|claimed)\b")
_ON_AIR = re.compile(
    r"(?:['’]s?|\bon|\bhost\s+of|\bof)\s+(?:[Tt]he\s+)?[\"“‘'`]{1,2}(?:[Tt]he\s+)?$"
)
# `the Washington Post Company` speaks of a firm, `the Reuters Institute` of a school.
_OTHER_BODY = re.compile(
    r"(?:['’]s)?\s(?:Award|Building|Cent(?:er|re)|College|Compan(?:y|ies)|Corp|Foundation|Group|Holdings"
    r"|Inc|Institute|Island|Ltd|Party|Plc|Press|Prize|School|Society|Square|Street|Tower|University)\b"
)


@frozen(kw_only=True)
class Outlet:
    """A news outlet of the list."""

    name: str
    country: str
    """ISO 3166 code of the country its newsroom is in."""
    kind: OutletKind
    names: tuple[str, ...] = field(repr=False)
    """All its names as the list has them, marks and brackets included."""


@frozen(kw_only=True)
class OutletMention:
    """An outlet named in a text; a programme counts as a mention of its outlet."""

    span: Span
    """With the article, where that belongs to the name: `the Guardian`."""
    name: str
    """Canonical: from the list, or as fully as this text has it."""
    country: str | None = None
    kind: OutletKind | None = None
    listed: bool = True
    """False for an outlet told by its form only: `the Riverton Gazette`."""


@frozen(kw_only=True)
class OutletDescriptor:
    """What a descriptor such as `the English news agency` demands of the outlet it means."""

    kinds: frozenset[OutletKind] | None = None
    """None where any kind fits: `this media outlet`."""
    countries: frozenset[str] | None = None
    """ISO 3166 codes; None where no nationality is told."""
    definite: bool = True
    """False for `a news agency`, which points back to nobody."""
    ambiguous: bool = False
    """True where the words may mean another thing as well: `the agency`, `the station`."""

    def fits(self, outlet: Outlet | OutletMention) -> bool:
        """Whether `outlet` can be meant; what is not known of it speaks for it.

        >>> descriptor = describes_outlet("The French agency")
        >>> [descriptor.fits(lookup(name)) for name in ("AFP", "Reuters", "Le Monde")]
        [True, False, False]
        """
        if self.kinds is not None and outlet.kind is not None and outlet.kind not in self.kinds:
            return False
        return self.countries is None or outlet.country is None or outlet.country in self.countries


def find(
    text: str, *, publisher: str | None = None, credited: Iterable[str] = ()
) -> list[OutletMention]:
    """All mentions of outlets in `text`, in order, none inside another.

    The `publisher` counts as named from the start, so that `The Post` is itself to its readers;
    what an article's credits name, `credited`, is an outlet wherever it stands in it.

    >>> [(found.span.text, found.name) for found in find("AFP, citing the Dar Herald, wrote")]
    [('AFP', 'Agence France-Presse'), ('the Dar Herald', 'Dar Herald')]
    >>> find("It was time to post the sun cream.")
    []
    >>> [found.name for found in find("Ana Ruiz told Vesper so.", credited=["Vesper"])]
    ['Vesper']
    """
    index, wanted = _index(), _wanted()
    last_words = []
    anchors = []
    for match in _WORD.finditer(text):
        word = match[0]
        if word in wanted:
            if word in index:
                anchors.append((match.start(), index[word]))
            if word in outlet_forms.LAST_WORDS:
                last_words.append(match.start())
    anchors = _with_lower_case(text, anchors)
    mentions = list(_listed_mentions(text, anchors, lookup(publisher) if publisher else None))
    found = [*outlet_forms.find(text, last_words), *_credited(text, credited)]
    forms = sorted(found, key=lambda form: (form.start, -form.end))
    return _merge(text, mentions, forms)


def _credited(text: str, credited: Iterable[str]) -> Iterator[outlet_forms.Form]:
    """The unlisted outlets that an article's credits name, wherever it names them."""
    for name in credited:
        if lookup(name) is None and name[:1].isupper():
            for match in re.finditer(rf"\b{re.escape(name)}\b", text):
                yield outlet_forms.Form(match.start(), match.end(), name, None)


def lookup(name: str) -> Outlet | None:
    """The listed outlet that `name` stands for on its own, if there is just one; case is ignored.

    >>> lookup("the associated press").name, lookup("AFP").country
    ('The Associated Press', 'FR')
    >>> lookup("the Post") is None
    True
    """
    rows = _by_name().get(_key(name), ())
    return rows[0] if len(rows) == 1 else None


def describes_outlet(words: str) -> OutletDescriptor | None:
    """What `words` demand of an outlet, if they are a descriptor of one and not a name.

    >>> descriptor = describes_outlet("The English news agency")
    >>> descriptor.kinds, descriptor.countries, descriptor.ambiguous
    (frozenset({'agency'}), frozenset({'GB'}), False)
    >>> describes_outlet("this media").kinds is None
    True
    >>> describes_outlet("the ministry"), describes_outlet("the media")
    (None, None)
    """
    tokens = words.replace("’", "'").removesuffix("'s").split()
    if not 1 <= len(tokens) <= 9 or tokens[-1].strip('"“”,').lower() not in _LAST_OF_HEADS:
        return None
    lowered = [token.strip('"“”,').lower() for token in tokens]
    determiner = lowered[0] if lowered[0] in _DETERMINERS else None
    for size in (3, 2, 1):
        head = _HEADS.get(" ".join(lowered[-size:]))
        if head is not None and len(lowered) >= size:
            break
    else:
        return None
    if head.singular_only and determiner not in ("this", "that"):
        return None
    modifiers = lowered[determiner is not None : len(lowered) - size]
    countries = _countries(modifiers)
    if isinstance(countries, str):
        return None
    return OutletDescriptor(
        kinds=head.kinds,
        countries=countries,
        definite=determiner is not None and determiner not in ("a", "an", "another", "one"),
        ambiguous=head.ambiguous and not _tells_of_news(modifiers),
    )


class _Head(NamedTuple):
    """What a descriptor's last words say: `news agency`."""

    kinds: frozenset[OutletKind] | None
    ambiguous: bool = False
    singular_only: bool = False
    """`media` is one outlet only in translated English: `this media`."""


def _heads() -> dict[str, _Head]:
    agency = frozenset[OutletKind]({"agency"})
    paper = frozenset[OutletKind]({"newspaper"})
    printed = frozenset[OutletKind]({"newspaper", "magazine"})
    on_air = frozenset[OutletKind]({"broadcaster"})
    online = frozenset[OutletKind]({"site", "newspaper", "magazine", "broadcaster"})
    service = frozenset[OutletKind]({"agency", "broadcaster", "site"})
    rows: dict[str, _Head] = {}
    for kinds, words in (
        (agency, "news agency|press agency|wire agency|newswire|wire service|information agency"),
        (paper, "newspaper|broadsheet|tabloid|daily newspaper|paper of record|sunday newspaper"),
        (printed, "weekly newspaper|periodical|print publication"),
        (
            frozenset[OutletKind]({"magazine"}),
            "magazine|news magazine|newsmagazine|weekly magazine",
        ),
        (on_air, "broadcaster|tv channel|television channel|news channel|tv network|cable network"),
        (on_air, "television network|news network|tv station|television station|radio station"),
        (on_air, "radio network|cable channel|satellite channel|television|tv|radio"),
        (online, "news site|news website|news portal|media site|online publication|news app"),
        (service, "news service|media service"),
        (None, "media outlet|news outlet|news organization|news organisation|media organization"),
        (None, "media organisation|media company|media group|news publication|news source"),
    ):
        rows |= {word: _Head(kinds) for word in words.split("|")}
    for kinds, words in (
        (agency, "agency|wire"),
        (paper, "paper|daily"),
        (printed, "weekly|journal|publication"),
        (on_air, "network|channel|station"),
        (online, "site|website|portal|blog"),
        (None, "outlet"),
    ):
        rows |= {word: _Head(kinds, ambiguous=True) for word in words.split("|")}
    return rows | {"media": _Head(None, singular_only=True)}


_HEADS = _heads()
_LAST_OF_HEADS = frozenset(words.rpartition(" ")[2] for words in _HEADS)
_DETERMINERS = frozenset(
    {"the", "this", "that", "a", "an", "another", "one", "its", "their", "his", "her", "our"}
)
# Words that may stand before the head without telling whose outlet it is.
_MODIFIERS = frozenset(
    {
        *("above-mentioned", "aforementioned", "business", "cable", "conservative", "daily"),
        *("digital", "evening", "famous", "far-right", "financial", "foreign", "former", "free"),
        *("government", "governmental", "hardline", "hard-line", "independent", "influential"),
        *("international", "investigative", "leading", "left-leaning", "left-wing", "liberal"),
        *("local", "main", "mainstream", "major", "media", "military", "morning", "national"),
        *("news", "nonprofit", "non-profit", "official", "online", "opposition", "party"),
        *("political", "popular", "press", "prestigious", "print", "private", "pro-government"),
        *("prominent", "public", "reformist", "regional", "respected", "right-leaning", "said"),
        *("right-wing", "same", "satellite", "semi-official", "semiofficial", "sister", "small"),
        *("social-democratic", "sports", "state", "student", "tabloid", "tech", "television"),
        *("trade", "tv", "radio", "weekly", "well-known", "widely-read"),
    }
)
_NEWS_MODIFIERS = frozenset({"news", "media", "press", "tv", "television", "radio", "cable"})
_COMPOUND = re.compile(
    r"(.+)-(?:based|run|owned|funded|backed|controlled|led|financed|affiliated|sponsored)"
)


def _tells_of_news(modifiers: Sequence[str]) -> bool:
    return any(word in _NEWS_MODIFIERS for word in modifiers)


def _countries(modifiers: Sequence[str]) -> frozenset[str] | Literal["other"] | None:
    """The countries that a descriptor's modifiers tell; `other` where one does not belong there."""
    countries: frozenset[str] | None = None
    at = 0
    while at < len(modifiers):
        two = " ".join(modifiers[at : at + 2])
        size = 2 if at + 1 < len(modifiers) and _nationality(two) is not None else 1
        word = two if size == 2 else modifiers[at]
        told = _nationality(word)
        if told is not None:
            countries = told if countries is None else countries & told or countries
        elif word not in _MODIFIERS and not word.endswith(("-language", "-old")):
            compound = _COMPOUND.fullmatch(word)
            if compound is None or (
                compound[1] not in ("state", "government", "party", "privately", "militia")
            ):
                return "other"
        at += size
    return countries


def _nationality(word: str) -> frozenset[str] | None:
    compound = _COMPOUND.fullmatch(word)
    return nationalities.countries(compound[1] if compound else word)


class _Name(NamedTuple):
    """One way to write one or more outlets' names, ready to be compared with the text."""

    words: str
    """Without a leading article."""
    lead: int
    """How far into `words` the first capital or digit is, by which the name is found."""
    article: bool
    """Whether the name is written with `the`."""
    marked: bool
    programme: bool
    outlets: tuple[Outlet, ...]


class _Namesakes(NamedTuple):
    """The names with one first capitalised word, longest first."""

    names: tuple[_Name, ...]
    leads: tuple[int, ...]
    """How far before that word any of the names begins."""
    written: tuple[str, ...]


_Anchor = tuple[int, _Namesakes]
"""Where the capital of a listed name may stand, and the names that have it."""


def _listed_mentions(
    text: str, anchors: Iterable[_Anchor], publisher: Outlet | None
) -> Iterator[OutletMention]:
    """Mentions of listed outlets at the `anchors`."""
    # Outlets called by name so far, and where: the latest owns a short name that several share.
    called: dict[str, int] = {publisher.name: -1} if publisher else {}
    plain = _plain(text)
    end = 0
    for anchor, (names, leads, written) in anchors:
        if anchor < end or not any(plain.startswith(written, anchor - lead) for lead in leads):
            continue
        for name in names:
            start = anchor - name.lead
            if not plain.startswith(name.words, start):
                continue
            stop = start + len(name.words)
            if _within_word(text, start, stop) or _OTHER_BODY.match(text, stop):
                continue
            outlet = _meant(text, start, stop, name, called)
            if outlet is None:
                continue
            if not name.programme:
                called[outlet.name] = start
            article = _ARTICLE.search(text, max(0, start - 5), start) if name.article else None
            begin = article.start() if article else start
            yield OutletMention(
                span=Span.of(text, begin, stop),
                name=outlet.name,
                country=outlet.country or None,
                kind=outlet.kind,
            )
            end = stop
            break


def _within_word(text: str, start: int, stop: int) -> bool:
    """Whether a longer word surrounds it: `Timeshare`, `Time-Life`, `@Time`, but not `Time's`."""
    before = text[start - 1] if start else " "
    after = text[stop : stop + 2]
    return (
        before.isalnum()
        or before in "@#_/-"
        or after[:1].isalnum()
        or (after[:1] in ("-", "_", "@", "&") and after[1:].isalnum())
    )


def _merge(
    text: str, mentions: Sequence[OutletMention], forms: Sequence[outlet_forms.Form]
) -> list[OutletMention]:
    """Both in order, a form left out where it overlaps a listed outlet or an earlier form."""
    merged: list[OutletMention] = []
    at = 0
    end = 0
    for form in forms:
        while at < len(mentions) and mentions[at].span.start < form.end:
            merged.append(mentions[at])
            end = mentions[at].span.end
            at += 1
        if form.start >= end:
            span = Span.of(text, form.start, form.end)
            outlet = lookup(form.name)
            merged.append(
                OutletMention(span=span, name=form.name, kind=form.kind, listed=False)
                if outlet is None
                else OutletMention(
                    span=span, name=outlet.name, country=outlet.country, kind=outlet.kind
                )
            )
            end = form.end
    return [*merged, *mentions[at:]]


def _with_lower_case(text: str, anchors: list[_Anchor]) -> list[_Anchor]:
    """The anchors, and those of the few names that have no capital: `dpa`."""
    lower: list[_Anchor] = []
    for name in _lower_case_names():
        at = text.find(name.words)
        while at >= 0:
            lower.append((at, _namesakes([name])))
            at = text.find(name.words, at + 1)
    return sorted(anchors + lower, key=lambda anchor: anchor[0]) if lower else anchors


def _meant(
    text: str, start: int, stop: int, name: _Name, called: Mapping[str, int]
) -> Outlet | None:
    """The outlet that `name` means here, None where the words mean no outlet."""
    article = _ARTICLE.search(text, max(0, start - 5), start) if name.article else None
    if not name.marked:
        # `International Business Times` is not `The Business Times`.
        part_of_longer = name.article and article is None and after_capital(text, start)
        return None if part_of_longer else name.outlets[0]
    if (name.article and article is None) or _LONGER.match(text, stop):
        return None
    begin = article.start() if article else start
    before = text[max(0, begin - 40) : begin]
    if name.programme:
        return name.outlets[0] if _ON_AIR.search(before + text[begin:start]) else None
    mid_sentence = _MID_SENTENCE.search(before) is not None
    known = [outlet for outlet in name.outlets if outlet.name in called]
    if known and (article is not None or mid_sentence or _SPEAKS.match(text, stop)):
        return max(known, key=lambda outlet: called[outlet.name])
    capital_article = article is not None and article[0].startswith("T")
    if not (capital_article and mid_sentence) and not speaks_of_outlet(text, begin, stop):
        return None
    if len(name.outlets) == 1:
        return name.outlets[0]
    shown = f"The {name.words}" if name.article else name.words
    own = [outlet for outlet in name.outlets if outlet.name == shown]
    # Namesakes, and nothing here tells them apart: the words themselves are the name.
    return own[0] if len(own) == 1 else evolve(name.outlets[0], name=shown, country="")


def _plain(text: str) -> str:
    """The text as the list writes names: it may break one over two lines, or curl an apostrophe.

    One for one, so that offsets stay.
    """
    return text.replace("\n", " ").replace("\xa0", " ").replace("’", "'")


def _key(name: str) -> str:
    return " ".join(_plain(name).casefold().split()).removeprefix("the ")


@cache
def _outlets() -> tuple[Outlet, ...]:
    return tuple(
        Outlet(
            name=_shown(name),
            country=country,
            kind=cast(OutletKind, kind),
            names=(name, *(others[0].split("|") if others else ())),
        )
        for name, country, kind, *others in rows("outlets.tsv")
    )


def _shown(name: str) -> str:
    """The name without mark and brackets."""
    return name.removeprefix("?").partition(" (")[0]


@cache
def _names() -> tuple[_Name, ...]:
    """Every way to write every outlet's name, namesakes together, unmarked before marked."""
    owners: dict[tuple[bool, str], list[Outlet]] = {}
    with_article = set()
    programmes = rows("programmes.tsv")
    written = [(name, outlet) for outlet in _outlets() for name in outlet.names]
    by_shown = {outlet.name: outlet for outlet in _outlets()}
    written += [(programme, by_shown[owner]) for programme, owner in programmes]
    for name, outlet in written:
        shown = _shown(name)
        words = shown.removeprefix("The ").removeprefix("the ")
        if words != shown:
            with_article.add(words)
        owners.setdefault((name.startswith("?") or "(" in name, words), []).append(outlet)
    on_air = {_shown(programme).removeprefix("The ") for programme, _ in programmes}
    return tuple(
        _Name(
            words=words,
            lead=first.start() if (first := _WORD.search(words)) else -1,
            article=words in with_article,
            marked=marked,
            programme=words in on_air,
            outlets=tuple(dict.fromkeys(outlets)),
        )
        for (marked, words), outlets in owners.items()
        if not (marked and (False, words) in owners)
    )


@cache
def _index() -> dict[str, _Namesakes]:
    """Names by their first capitalised word, as a walk over the text meets it."""
    index: dict[str, list[_Name]] = {}
    for name in _names():
        first = _WORD.search(name.words)
        if first is not None:
            index.setdefault(first[0], []).append(name)
    return {first: _namesakes(names) for first, names in index.items()}


def _namesakes(names: Iterable[_Name]) -> _Namesakes:
    names = tuple(sorted(names, key=lambda name: -len(name.words)))
    leads = tuple({name.lead for name in names})
    return _Namesakes(names, leads, tuple(name.words for name in names))


@cache
def _wanted() -> frozenset[str]:
    return outlet_forms.LAST_WORDS.union(_index())


@cache
def _lower_case_names() -> tuple[_Name, ...]:
    return tuple(
        name._replace(lead=0) for name in _names() if name.lead < 0 and "." not in name.words
    )


@cache
def _by_name() -> dict[str, tuple[Outlet, ...]]:
    """Outlets by the key of each name; an own name goes before an alias, unmarked before marked."""
    own: dict[str, list[Outlet]] = {}
    alias: dict[str, list[Outlet]] = {}
    for outlet in _outlets():
        own.setdefault(_key(outlet.name), []).append(outlet)
        for name in outlet.names:
            if "(" in name:
                own.setdefault(_key(name.removeprefix("?")), []).append(outlet)
    for written in _names():
        alias.setdefault(_key(written.words), []).extend(written.outlets)
    # Brackets tell namesakes apart, so `The Nation` alone is none of them.
    return {key: tuple(dict.fromkeys(rows)) for key, rows in {**alias, **own}.items()}
