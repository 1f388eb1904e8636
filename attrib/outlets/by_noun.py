"""Names of outlets told by the noun beside them: `Payam news agency`, `the daily Shomal`.

A text in, the names with what the noun says of their kind out.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrib.knowledge import names, nationalities
from attrib.lazily import re
from attrib.model import OutletKind
from attrib.outlets.runs import ARTICLE, NOT_NAMES, RUN, RUN_WORDS, SPACES, Form, is_word, run_start
from attrib.outlets.surroundings import REPORTS, SPEAKS_BEFORE

# Nouns that say of the name next to them that it is an outlet's.
_NOUNS: dict[str, OutletKind | None] = {
    "agency": "agency",
    "press agency": "agency",
    "information agency": "agency",
    "newswire": "agency",
    "media outlet": None,
    "publication": None,
    "portal": "site",
    "site": "site",
    "outlet": None,
    "channel": "broadcaster",
    "television channel": "broadcaster",
    "TV channel": "broadcaster",
    "TV station": "broadcaster",
    "television station": "broadcaster",
    "station": "broadcaster",
    "radio": "broadcaster",
    "network": "broadcaster",
    "Telegram channel": "channel",
    "telegram channel": "channel",
    "YouTube channel": "channel",
    "newsletter": "site",
    "newspaper": "newspaper",
    "daily": "newspaper",
    "tabloid": "newspaper",
    "broadsheet": "newspaper",
    "weekly": None,
    "magazine": "magazine",
    "journal": "magazine",
    "news agency": "agency",
    "news site": "site",
    "news website": "site",
    "news portal": "site",
    "website": "site",
    "news outlet": None,
    "online outlet": None,
    "online newspaper": "newspaper",
    "online magazine": "magazine",
    "online portal": "site",
    "investigative outlet": None,
    "news channel": "broadcaster",
    "broadcaster": "broadcaster",
    "television": "broadcaster",
    "radio station": "broadcaster",
}
_NOUN = re.compile(f"({'|'.join(sorted(_NOUNS, key=len, reverse=True))})(?!\\w)")
# The nouns' beginnings: `str.find` meets them sooner than a pattern of alternatives does.
_NOUN_ANCHORS = (
    *(
        "news",
        "daily",
        "tabloid",
        "broadsheet",
        "weekly",
        "magazine",
        "journal",
        "website",
        "media outlet",
    ),
    *("broadcaster", "television", "radio", "press agency", "information agency", "agency"),
    *("portal", "site", "outlet", "channel", "TV channel", "TV station", "station", "network"),
    *("Telegram channel", "telegram channel", "YouTube channel", "publication"),
    *("newsletter", "online", "investigative outlet"),
)
# `Shomal website` and the like may be anybody's; after a name they need the words of reporting.
_ANYBODYS = frozenset(
    {
        *("website", "journal", "television", "daily", "weekly", "broadcaster", "agency", "site"),
        *("outlet", "channel", "station", "radio", "network", "portal", "publication"),
        "newsletter",
    }
)
# `the network Ana Ruiz built`: after these a name needs the words of reporting.
_SELDOM = frozenset({"agency", "outlet", "station", "network", "site", "publication", "journal"})
_MODIFIED = re.compile(
    r"(?:\b(?:local|state|daily|weekly|official|regional|national|independent|popular|private|public"
    r"|German|Danish)|[\w’']+-(?:language|based|run|owned|backed)|[’']s|\b[A-Z]\w+(?:ian|ish|ese|ch"
    r"|an|i|ic))\s+$"
)
_AUXILIARY = re.compile(
    r"[\"”’“]?\s+(?:is|are|was|were|would|will|could|can|did|does|has\s+been|had\s+been)\b"
)
_REPORTING_NEXT = re.compile(
    rf"[\"”’']?(?:\s+\([^()\n]{{1,20}}\))?(?:[,.;:)]|\s+(?:{REPORTS}|said|says|added|has|had|that"
    r"|spoke|asked|claims?|claimed|obtained|understands|learned|carried|carries|aired|leads|ran)\b)"
)
# `a Kansas City newspaper`, `the New York-based magazine`: descriptors, not names.
_INDEFINITE = re.compile(r"\b[Aa]n?\s$")
_COMPOUNDS = ("-based", "-language", "-owned", "-run", "-funded")


def find(text: str) -> Iterator[Form]:
    """Names that stand before or after a noun for outlets, in no order; they may overlap.

    >>> [(form.name, form.kind) for form in find("the daily Shomal reported, and a daily bus")]
    [('Shomal', 'newspaper')]
    """
    for match in _nouns(text):
        yield from _before_noun(text, match)
        yield from _after_noun(text, match)
        yield from _set_off(text, match)
        yield from _apposed(text, match)
    for match in _OPENS.finditer(text):
        yield from _after_noun(text, match)
    if "affiliate" in text or "station" in text:
        for match in _CALL_SIGN.finditer(text):
            yield Form(
                *match.span(match.lastindex or 0), match[match.lastindex or 0], "broadcaster"
            )


_OPENS = re.compile(
    r"(?:^|(?<=[.!?”’\"]\s)|(?<=\n))((?:State |Public |National |Regional |Local )?"
    r"(?:[Bb]roadcaster|[Nn]ewspaper|[Mm]agazine|[Tt]abloid"
    r"|[Nn]ews (?:agency|site|website|outlet|portal|channel)))(?!\w)"
)
"""A noun that opens a sentence: `Broadcaster TRK quoted her`."""
_CALL_SIGN = re.compile(
    r"\b(?:affiliate|station)s? ([KW][A-Z]{2,3}(?:-[A-Z]{2})?)\b"
    r"|\b([KW][A-Z]{2,3}(?:-[A-Z]{2})?)"
    r"(?=, (?:the|an?|its) (?:[\w-]+ ){0,2}(?:affiliate|station)\b)"
)
"""By what an American station goes: `told affiliate KFSD`, `KFSD, the ABC affiliate`."""
_SORTS = frozenset("TV Television Radio News Online Internet Cable".split())
"""What sort of channel: `the TV channel Vesna`."""


def _nouns(text: str) -> Iterator[re.Match[str]]:
    for anchor in _NOUN_ANCHORS:
        at = text.find(anchor)
        while at >= 0:
            match = _NOUN.match(text, at) if is_word(text, at) else None
            if match is not None:
                yield match
            at = text.find(anchor, at + len(anchor))


def _before_noun(text: str, match: re.Match[str]) -> Iterator[Form]:
    """`Payam news agency`, `the Shomal newspaper`, but no `Iranian newspaper`."""
    stop = match.start() - 1
    if stop < 1 or text[stop] not in SPACES:
        return
    stop -= text[stop - 1] in '"”'
    start = run_start(text, stop)
    words = text[start:stop].split()
    while words and (nationalities.countries(words[0]) or words[0].endswith(_COMPOUNDS)):
        start += len(words.pop(0)) + 1
    if (
        not words
        or nationalities.countries(" ".join(words))
        or _INDEFINITE.search(text, max(0, start - 4), start)
    ):
        return
    if words[0] in _SORTS and len(words) == 1:
        return
    noun = match[1]
    sort = _SORT_BEFORE.search(text, max(0, start - 40), start)
    begin = sort.start() if sort is not None else start
    owned = _OWNERS.search(text, max(0, begin - 8), begin) if match[1] in _ONES_OWN else None
    begin = owned.start() if owned is not None else begin
    told = SPEAKS_BEFORE.search(text[max(0, begin - 40) : begin]) is not None
    if noun in _ANYBODYS and not told and not _REPORTING_NEXT.match(text, match.end()):
        return
    owner = text[max(0, begin - 3) : begin].rstrip() in ("'s", "’s", "s'", "s’")
    owner = owner or owned is not None
    article = ARTICLE.search(text, max(0, begin - 6), begin)
    if noun in _ANYBODYS and article is None and not owner and not (told and len(words) > 1):
        return
    if noun in _SELDOM and len(words) == 1 and _places(words[0]):
        return
    if text[match.end() : match.end() + 1] == "," and _NAMED.search(
        text, max(0, start - 40), start
    ):
        return  # `Handelsbrief, the Orvale daily,` is not called Orvale
    yield Form(start, stop, " ".join(words), _NOUNS[noun])


_NAMED = re.compile(r"[A-Z][\w’'-]+, the \Z")
_SORT_BEFORE = re.compile(
    r"\b(?:(?:semi-)?official|independent|private|local|national|regional|public|popular|leading"
    r"|state|opposition|liberal|conservative|investigative|online|pro-[\w-]{3,20}"
    r"|\w{3,14}-(?:run|owned|controlled|backed|funded|linked|affiliated|aligned|language|based))\s$"
)
"""What sort of outlet: `told the state-run | Anadolu agency`."""
_ONES_OWN = frozenset(("newsletter",))
_OWNERS = re.compile(r"\b(?:his|her|their|my|our)\s$")
"""Whose newsletter: `in his Slow Money newsletter`."""


def _set_off(text: str, match: re.Match[str]) -> Iterator[Form]:
    """`The website, Kvalo, published`: the name after a comma, of what reports."""
    found = None if match[1] in _ONLY_OUTLETS else _REPORTS_SO.match(text, match.end())
    if found is None or not _THE.search(text, max(0, match.start() - 30), match.start()):
        return
    yield Form(*found.span("name"), found["name"], _NOUNS[match[1]])


_THE = re.compile(r"\b[Tt]he (?:[a-z-]+ )?\Z")
_REPORTS_SO = re.compile(
    rf", (?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){{0,3}}),"
    rf" (?:which )?(?:{REPORTS}|said|says|published|quoted|quotes|ran|printed)\b"
)


def _after_noun(text: str, match: re.Match[str]) -> Iterator[Form]:
    """`the daily Shomal reported`, but no `the magazine Ana Ruiz reads`."""
    noun = match[1].lower() if match[1][0].isupper() else match[1]
    noun = noun if noun in _NOUNS else noun.partition(" ")[2]
    found = (
        RUN.match(text, match.end() + 1) if text[match.end() : match.end() + 1].isspace() else None
    )
    if found is None:
        small = _SMALL_NAME.match(text, match.end())
        if small is not None and noun not in _SELDOM:
            yield Form(*small.span("name"), small["name"], _NOUNS[noun])
        return
    stop = found.end(1)
    if sentence_end := _SENTENCE_END.search(text, found.start(1), stop):
        stop = sentence_end.end()
    if not _REPORTING_NEXT.match(text, stop):
        before = text[max(0, match.start() - 40) : match.start()]
        modified = _MODIFIED.search(before) or noun.partition(" ")[0] in _PLATFORMS
        if noun in _SELDOM or not (modified or SPEAKS_BEFORE.search(before)):
            return
        if _AUXILIARY.match(text, stop):
            return
    name = " ".join(text[found.start(1) : stop].split())
    if name.endswith(("'s", "’s")):
        name, stop = name[:-2], stop - 2
    elif name.endswith("."):
        name, stop = name[:-1], stop - 1
    first = name.partition(" ")[0]
    if not name or nationalities.countries(name):
        return
    if names.is_given(first) and first not in _FOREIGN_ARTICLES:
        return
    if first in NOT_NAMES and not (first == "The" and " " in name):
        return
    yield Form(found.start(1), stop, name, _NOUNS[noun])


def _apposed(text: str, match: re.Match[str]) -> Iterator[Form]:
    """`The student newspaper, the Shomal Log, was first`: a name set off after what it is."""
    if match[1] not in _ONLY_OUTLETS:
        return
    found = _SET_OFF.match(text, match.end())
    name = found["name"] if found is not None else ""
    if found is None or names.is_given(name.partition(" ")[0]) or nationalities.countries(name):
        return
    if _DEFINITE.search(text, max(0, match.start() - 50), match.start()):
        yield Form(*found.span("name"), name, _NOUNS[match[1]])


_ONLY_OUTLETS = frozenset(
    (
        *(
            "newspaper",
            "tabloid",
            "broadsheet",
            "daily",
            "weekly",
            "magazine",
            "news agency",
            "news site",
        ),
        *("news website", "news portal", "news outlet", "news channel", "broadcaster"),
        *("radio station", "television station", "TV station", "television channel", "TV channel"),
    )
)
_SET_OFF = re.compile(rf", (?:the )?(?P<name>{RUN_WORDS}), (?!and\b|or\b)")
_DEFINITE = re.compile(r"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Oo]ur|[A-Z]\w+['’]s) (?:[\w’'-]+ ){0,3}\Z")
_SMALL_NAME = re.compile(
    r"\s[\"“]?(?P<name>(?=[a-z]+[\dA-Z])[a-z]{1,12}[\dA-Z][\w-]{0,15})(?![\w’'.-]*\w)"
)
"""A name without a capital at its head, after a noun that only outlets have: `the portal |
kurir24`."""
_SENTENCE_END = re.compile(r"[^\W\d_]{4,}(?=\.\s)|(?<=\w)(?=['’]s\s)")
_PLATFORMS = frozenset({"Telegram", "telegram", "YouTube"})
_FOREIGN_ARTICLES = frozenset({"Al", "El", "La", "Le", "Il", "Les", "Los", "Die", "Der", "Das"})


def _places(word: str) -> bool:
    return nationalities.countries(word) is not None
