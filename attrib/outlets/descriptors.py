"""Words that mean an outlet without naming it: `the English news agency`, `this media`.

A descriptor in; what it demands of the outlet it means, its kind and country, out.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

from attrs import frozen

from attrib.knowledge import nationalities
from attrib.lazily import re
from attrib.model import OutletKind
from attrib.outlets.catalogue import Outlet
from attrib.outlets.mentions import OutletMention


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

        >>> from attrib.outlets.catalogue import lookup
        >>> descriptor = describes_outlet("The French agency")
        >>> [descriptor.fits(lookup(name)) for name in ("AFP", "Reuters", "Le Monde")]
        [True, False, False]
        """
        if self.kinds is not None and outlet.kind is not None and outlet.kind not in self.kinds:
            return False
        return self.countries is None or outlet.country is None or outlet.country in self.countries


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


def means_outlets(words: str) -> bool:
    """Whether words that name no outlet can only mean one or some of them.

    >>> [means_outlets(words) for words in ("State media", "a state-run newspaper", "Local papers")]
    [True, True, True]
    >>> [means_outlets(words) for words in ("the media", "social media", "the agency", "a paper")]
    [False, False, False, False]
    """
    told = describes_outlet(words)
    if told is not None:
        return not told.ambiguous
    tokens = words.lower().split()
    if not 1 < len(tokens) <= _LONGEST or tokens[-1] not in _MANY:
        return False
    modifiers = [word for word in tokens[:-1] if word not in _DETERMINERS | _HOW_MANY]
    return bool(modifiers) and not isinstance(_countries(modifiers), str)


_LONGEST = 6
_MANY = frozenset(
    """media press newspapers papers broadsheets tabloids dailies weeklies magazines outlets
    broadcasters channels networks stations websites sites portals agencies radios""".split()
)
"""Heads that mean outlets after what tells their sort: `local media`, `Israeli broadcasters`."""
_HOW_MANY = frozenset("some several many other most two three various these those all".split())


def is_called(text: str, mention: OutletMention, words: str) -> bool:
    """Whether a mention is told to be what `words` call it: `the portal` for `portal Gjurma`.

    >>> from attrib.model import Span
    >>> text = "the news portal Gjurma"
    >>> mention = OutletMention(span=Span.of(text, 16, 22), name="Gjurma")
    >>> is_called(text, mention, "The portal"), is_called(text, mention, "The daily")
    (True, False)
    """
    head = words.rpartition(" ")[2].lower()
    before = text[max(0, mention.span.start - len(head) - 2) : mention.span.start]
    after = text[mention.span.end : mention.span.end + len(head) + 2]
    return before.rstrip(' “"').lower().endswith(head) or after.lstrip(' ”"').startswith(head)


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
    published = printed | frozenset[OutletKind]({"site"})
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
            "magazine|news magazine|newsmagazine|weekly magazine|trade journal|trade magazine",
        ),
        (on_air, "broadcaster|tv channel|television channel|news channel|tv network|cable network"),
        (on_air, "television network|news network|tv station|television station|radio station"),
        (on_air, "radio network|cable channel|satellite channel|television|tv|radio"),
        (online, "news site|news website|news portal|media site|online publication|news app"),
        (service, "news service|media service"),
        (None, "media outlet|news outlet|news organization|news organisation|media organization"),
        (None, "media organisation|media company|media group|news publication|news source"),
        (None, "nonprofit newsroom|non-profit newsroom|local newsroom|investigative newsroom"),
    ):
        rows |= {word: _Head(kinds) for word in words.split("|")}
    for kinds, words in (
        (agency, "agency|wire"),
        (paper, "paper|daily"),
        (printed, "weekly|journal"),
        (published, "publication"),
        (on_air, "network|channel|station"),
        (online, "site|website|portal|blog"),
        (None, "outlet|title"),
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
        *("telegram", "trade", "tv", "radio", "weekly", "well-known", "widely-read", "youtube"),
        *("ruling", "communist", "mouthpiece", "flagship", "biggest", "largest", "oldest"),
        *(
            "best-selling",
            "top-selling",
            "bestselling",
            "mass-circulation",
            "pro-opposition",
            "army",
            "religious",
            "catholic",
        ),
        *"""nationalist ultranationalist leftist rightist centrist centre-right center-right
        centre-left center-left far-left hard-left socialist populist progressive libertarian
        islamist secular jewish christian muslim evangelical satirical anti-government
        anti-establishment pro-independence pro-kremlin pro-beijing pro-european pro-kurdish
        celebrity entertainment fashion music scientific medical legal bilingual hawkish
        muckraking exiled high-circulation 24-hour rolling""".split(),
    }
)
_NEWS_MODIFIERS = frozenset(
    {"news", "media", "press", "tv", "television", "radio", "cable", "investigative"}
)
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
            if compound is None or not (
                word.endswith("-based")  # in a place that no list has
                or compound[1] in ("state", "government", "party", "privately", "militia")
            ):
                return "other"
        at += size
    return countries


def _nationality(word: str) -> frozenset[str] | None:
    compound = _COMPOUND.fullmatch(word)
    return nationalities.countries(compound[1] if compound else word)
