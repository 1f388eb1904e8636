"""Where a text names news outlets: those on our list, and those that their form gives away.

A name that also means something else (`Time`, `the Post`) counts only where the words around it
speak of an outlet, or after the outlet's unmarked name.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from attrs import evolve, frozen

from attrib.knowledge.places import place
from attrib.lazily import re
from attrib.model import OutletKind, Span
from attrib.outlets import forms as outlet_forms
from attrib.outlets import memory, name_ends
from attrib.outlets.catalogue import (
    WORD,
    Name,
    Namesakes,
    Outlet,
    as_listed,
    by_first_word,
    first_words,
    lookup,
    lower_case_names,
    namesakes,
)
from attrib.outlets.runs import CAPITAL, Form
from attrib.outlets.surroundings import SAYS_AFTER, after_capital, has_reporter, speaks_of_outlet

_ARTICLE = re.compile(r"\b[Tt]he\s{1,2}$")
_MID_SENTENCE = re.compile(r"\b[a-z][\w’'-]*,?\s[\"“]?$")
# `the Age of Oversupply`, `the State Department`: the start of a longer name.
_LONGER = re.compile(rf"\s(?:of\s|for\s)?[{CAPITAL}]")
_SPEAKS = re.compile(r"\s+(?:also\s+|later\s+|has\s+)?(?:said|says|added|noted|claimed)\b")
_ON_AIR = re.compile(
    r"(?:['’]s?|\bon|\bhost\s+of|\bof)\s+(?:[Tt]he\s+)?[\"“‘'`]{1,2}(?:[Tt]he\s+)?$"
    r"|\b(?:told|tells|telling)\s+(?:the\s+)?[\"“‘'`]{0,2}(?:[Tt]he\s+)?$"
)
# `the Washington Post Company` speaks of a firm, `the Reuters Institute` of a school.
_OTHER_BODY = re.compile(
    r"(?:['’]s)?\s(?:Award|Building|Cent(?:er|re)|College|Compan(?:y|ies)|Corp|Foundation|Group|Holdings"
    r"|Inc|Institute|Island|Ltd|Party|Plc|Press|Prize|School|Society|Square|Street|Tower|University)\b"
)

_LOCAL = re.compile(rf"(?: Radio|(?<= Radio)) [{CAPITAL}]\w+(?: [{CAPITAL}]\w+)?")
"""`BBC | Radio Riverton` is a station of its own."""


@frozen(kw_only=True)
class OutletMention:
    """An outlet named in a text; a programme counts as a mention of its outlet."""

    span: Span
    """With the article, where that belongs to the name: `the Guardian`."""
    name: str
    """As fully as this text has it; a programme's own where its outlet is not named beside it."""
    listed_as: str | None = None
    """The outlet's name on the list: `Agence France-Presse` for `AFP`."""
    country: str | None = None
    kind: OutletKind | None = None
    programme: bool = False

    @property
    def listed(self) -> bool:
        """False for an outlet told by its form or by the words around: `the Riverton Gazette`."""
        return self.listed_as is not None


def find(
    text: str, *, publisher: str | None = None, credited: Iterable[str] = ()
) -> list[OutletMention]:
    """All mentions of outlets in `text`, in order, none inside another.

    The `publisher` counts as named from the start, so that `The Post` is itself to its readers;
    what an article's credits name, `credited`, is an outlet wherever it stands in it, and so is
    what the words around a name have once told to be one.

    >>> [(found.span.text, found.name) for found in find("AFP, citing the Dar Herald, wrote")]
    [('AFP', 'AFP'), ('the Dar Herald', 'Dar Herald')]
    >>> [found.name for found in find("She told the portal Gjurma. Gjurma asked why.")]
    ['Gjurma', 'Gjurma']
    >>> find("It was time to post the sun cream.")
    []
    >>> [found.name for found in find("Ana Ruiz told Vesper so.", credited=["Vesper"])]
    ['Vesper']
    """
    listed, wanted = first_words(), _wanted()
    last_words = []
    anchors = []
    for match in WORD.finditer(text):
        word = match[0]
        if word in wanted:
            if word in listed:
                anchors.append((match.start(), by_first_word(word)))
            if word in outlet_forms.LAST_WORDS:
                last_words.append(match.start())
    anchors = _with_lower_case(text, anchors)
    mentions = list(_listed_mentions(text, anchors, lookup(publisher) if publisher else None))
    told = list(outlet_forms.find(text, last_words, publisher))
    known = {name: None for name in credited if lookup(name) is None}
    if publisher and lookup(publisher) is None and _is_outlet(text, publisher):
        known[publisher] = None  # a firm publishes its press releases, and is no outlet
    told += memory.recall(text, told, known)
    forms = sorted(told, key=lambda form: (form.start, -form.end, form.kind is None))
    found = _named_alike(_without_owned(text, _merge(text, mentions, forms)), publisher)
    return found if publisher is None else [_of_publisher(mention, publisher) for mention in found]


def _is_outlet(text: str, publisher: str) -> bool:
    """Whether a publisher is one by its name or by what it says of itself: `told Side Line`.

    >>> _is_outlet("It may go, Side Line understands.", "Side Line")
    True
    >>> _is_outlet("Corvane Energy said that it grew.", "Corvane Energy")
    False
    """
    if name_ends.looks_like_one(publisher):
        return True
    at = text.find(publisher)
    while at >= 0:
        end = at + len(publisher)
        if _OF_ITSELF.match(text, end) or text.endswith(("told ", "tells "), 0, at):
            return True
        at = text.find(publisher, end)
    return False


_OF_ITSELF = re.compile(
    r" (?:understands|gathere?[ds]|(?:has|have) (?:\w+ly )?(?:learn(?:ed|t)|seen)"
    r"|can (?:\w+ly )?(?:reveal|confirm|report|disclose)"
    r"|(?:\w+ly )?reported (?:that|on|last|earlier))\b"
)


def _of_publisher(mention: OutletMention, publisher: str) -> OutletMention:
    """A mention by its publisher's name, where it is short for that: `Ars`, `the Nation` in what
    `Ars Technica` and the `Daily Nation` publish."""
    short, full = mention.name.removeprefix("The "), publisher.removeprefix("The ")
    first = full.startswith(f"{short} ") and not mention.listed
    first = first or (short.isupper() and not mention.listed and memory.stands_for(short, full))
    article = mention.span.text[:4].lower() == "the " or mention.name[:4] == "The "
    last = full.endswith(f" {short}") and article and short not in _SISTERS
    return evolve(mention, name=publisher) if first or last else mention


_SISTERS = frozenset(("Times", "News"))
"""What papers of several places are called where nobody says whose: `the Times`."""


def _without_owned(text: str, mentions: Sequence[OutletMention]) -> list[OutletMention]:
    """The mentions without programmes whose outlet is named before them, `CNN’s “New Day”`, and
    without networks before their stations: `CNN affiliate KFSD`."""
    kept: list[OutletMention] = []
    for mention in mentions:
        between = text[kept[-1].span.end : mention.span.start] if kept else "."
        if len(between) < 30 and _STATION_OF.fullmatch(between):
            kept.pop()
        network = len(between) < 20 and _ITS_STATION.fullmatch(between)
        if network and text.startswith(" affiliate", mention.span.end):
            continue  # `WKOW, the ABC affiliate`
        if not (mention.programme and len(between) < 60 and _OWNS.fullmatch(between)):
            kept.append(mention)
    return kept


_STATION_OF = re.compile(r"(?:['’]s)?\s(?:local\s|sister\s)?(?:affiliate|station)\s")
_ITS_STATION = re.compile(r",\s(?:the|an?|its)\s(?:local\s)?")
_OWNS = re.compile(r"['’]s?\s(?:[\w-]+\s){0,4}[\"“„'‘`]{0,2}(?:[Tt]he\s)?")


def _named_alike(mentions: Sequence[OutletMention], publisher: str | None) -> list[OutletMention]:
    """The mentions, each listed outlet by the fullest of the names that the text has for it."""
    fullest: dict[str, str] = {}
    listed = lookup(publisher) if publisher else None
    if publisher is not None and listed is not None:
        fullest[listed.name] = publisher
    for mention in mentions:
        if mention.listed_as is not None and not mention.programme:
            known = fullest.setdefault(mention.listed_as, mention.name)
            if known not in (mention.listed_as, publisher) and (
                mention.name == mention.listed_as or len(mention.name) > len(known)
            ):
                fullest[mention.listed_as] = mention.name
    return [
        mention
        if mention.programme or fullest.get(mention.listed_as or "", mention.name) == mention.name
        else evolve(mention, name=fullest[mention.listed_as or ""])
        for mention in mentions
    ]


_Anchor = tuple[int, Namesakes]
"""Where the capital of a listed name may stand, and the names that have it."""


def _listed_mentions(
    text: str, anchors: Iterable[_Anchor], publisher: Outlet | None
) -> Iterator[OutletMention]:
    """Mentions of listed outlets at the `anchors`."""
    # Outlets called by name so far, and where: the latest owns a short name that several share.
    called: dict[str, int] = {publisher.name: -1} if publisher else {}
    plain = as_listed(text)
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
            local = _local_end(text, stop, name) if outlet.kind == "broadcaster" else None
            if local is not None:
                stop = local
                yield OutletMention(
                    span=Span.of(text, start, stop),
                    name=" ".join(text[start:stop].split()),
                    country=outlet.country or None,
                    kind="broadcaster",
                )
                end = stop
                break
            article = _ARTICLE.search(text, max(0, start - 5), start)
            begin = article.start() if article and name.article else start
            yield OutletMention(
                span=Span.of(text, begin, stop),
                name=outlet.name if article and _is_short(name) else _shown(name, outlet),
                listed_as=outlet.name,
                country=outlet.country or None,
                kind=outlet.kind,
                programme=name.programme,
            )
            end = stop
            break


def _local_end(text: str, stop: int, name: Name) -> int | None:
    """Where the name of a local station ends that begins with its network's: `BBC Radio Kent`,
    `NBC | Bay Area`, `CBS | Miami`, `Fox | 29 Philadelphia`."""
    local = _LOCAL.match(text, stop)
    if local is not None or name.words not in _NETWORKS:
        return None if local is None else local.end()
    local = _STATION.match(text, stop)
    placed = local is not None and (local["known"] or place(local["place"] or "") == "place")
    return local.end() if local is not None and placed else None


_NETWORKS = frozenset("NBC CBS ABC FOX Fox PBS CW Telemundo Univision".split())
_STATION = re.compile(
    r" (?:(?P<known>\d{1,2}\b(?! (?:percent|per|million|hours|times|days))"
    r"(?: (?!\w+day\b)[A-Z][a-z]+\b)?"
    r"|(?:South|North|Bay|Los|San|New|Central) [A-Z][a-z]+\b)|(?P<place>[A-Z][a-z]+)\b)"
)


def _shown(name: Name, outlet: Outlet) -> str:
    """The name as the list writes it, with the article that belongs to it."""
    if outlet.name.removeprefix("The ") == name.words or name.words.startswith(
        outlet.name.removeprefix("The ") + " "
    ):
        return outlet.name  # `Reuters news agency`
    return f"The {name.words}" if name.article and not name.words.isupper() else name.words


def _is_short(name: Name) -> bool:
    """Whether it only points to the outlet where an article leads it: `the AP`, `the Post`."""
    return name.words.isupper() or name.marked


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
    text: str, mentions: Sequence[OutletMention], forms: Sequence[Form]
) -> list[OutletMention]:
    """Both in order, a form left out where it overlaps a listed outlet or an earlier form."""
    merged: list[OutletMention] = []
    at = 0
    end = 0
    for form in forms:
        while at < len(mentions) and mentions[at].span.start < form.end:
            if not (_is_called(mentions[at], form) or _is_cut_short(text, mentions[at], form)):
                merged.append(mentions[at])
                end = mentions[at].span.end
            at += 1
        if form.start >= end:
            span = Span.of(text, form.start, form.end)
            outlet = lookup(form.name)
            merged.append(
                OutletMention(span=span, name=form.name, kind=form.kind)
                if outlet is None
                else OutletMention(
                    span=span,
                    name=form.name,
                    listed_as=outlet.name,
                    country=outlet.country,
                    kind=outlet.kind,
                )
            )
            end = form.end
    return [*merged, *mentions[at:]]


def _is_called(mention: OutletMention, form: Form) -> bool:
    """Whether `the Express`, which a list has, is what the `Calder Express` is called here."""
    span = mention.span
    if (span.start, span.end) != (form.start, form.end) or lookup(form.name) is not None:
        return False
    words = span.text.removeprefix("the ").removeprefix("The ")
    return form.name != mention.name and form.name.endswith(f" {words}")


def _is_cut_short(text: str, mention: OutletMention, form: Form) -> bool:
    """Whether a listed name is only how a longer one begins: `El Faro` of `El Faro del Sur`."""
    span = mention.span
    if span.end >= form.end or lookup(form.name) is not None:
        return False
    article = text[span.start : form.start].lower() if span.start < form.start else ""
    if span.start > form.start or article not in ("", "the "):
        return False
    return _GOES_ON.match(text, span.end, form.end) is not None


_GOES_ON = re.compile(r" (?:del|della|dello|de|do|da|du|des|di|of) ")


def _with_lower_case(text: str, anchors: list[_Anchor]) -> list[_Anchor]:
    """The anchors, and those of the few names that have no capital: `dpa`."""
    lower: list[_Anchor] = []
    for name in lower_case_names():
        at = text.find(name.words)
        while at >= 0:
            lower.append((at, namesakes([name])))
            at = text.find(name.words, at + 1)
    return sorted(anchors + lower, key=lambda anchor: anchor[0]) if lower else anchors


def _meant(
    text: str, start: int, stop: int, name: Name, called: Mapping[str, int]
) -> Outlet | None:
    """The outlet that `name` means here, None where the words mean no outlet."""
    article = _ARTICLE.search(text, max(0, start - 5), start) if name.article else None
    if not name.marked:  # `International Business Times` is not `The Business Times`
        part_of_longer = name.article and article is None and after_capital(text, start)
        return None if part_of_longer else name.outlets[0]
    bare = name.article and article is None
    if (bare and not has_reporter(text, start, stop)) or _LONGER.match(text, stop):
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
    speaks = article is not None and name.words in _PAPERS and SAYS_AFTER.match(text, stop)
    told = (capital_article and mid_sentence) or speaks or speaks_of_outlet(text, begin, stop)
    if not told:
        return None
    if len(name.outlets) == 1:
        return name.outlets[0]
    shown = f"The {name.words}" if name.article else name.words
    own = [outlet for outlet in name.outlets if outlet.name == shown]
    # Namesakes that nothing here tells apart: the words themselves are the name.
    return own[0] if len(own) == 1 else evolve(name.outlets[0], name=shown, country="")


_PAPERS = frozenset(
    """Advertiser Argus BMJ Chronicle Courier Dispatch Economist Enquirer Examiner FT Gazette
    Guardian Herald Inquirer Journal Lancet Mirror Observer Post Scotsman Sentinel Spectator
    Statesman Sun Telegraph Times Tribune""".split()
) | {"Daily News", "Daily Observer", "Free Press", "Sunday Times"}
"""Short names that, with an article, hardly anybody else has who says something."""


@cache
def _wanted() -> frozenset[str]:
    return outlet_forms.LAST_WORDS.union(first_words())
