"""Names of outlets told by their form, for the many that no list holds, and by the words around.

`the Riverton Gazette`, `the daily Shomal`, `Payam news agency`, `The Ana Ruiz Show`: the form gives
them away. `speaks_of_outlet` reads the words around a name that may mean something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from attrib.knowledge import names, nationalities, nouns
from attrib.model import OutletKind

CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪİĶŁŃŇŐŒŘŚŞŠŤŪŮŹŻŽ"

_REPORTS = (
    r"reports?|reported|reporting|writes?|wrote|quot(?:es?|ed|ing)|cit(?:es?|ed|ing)"
    r"|publish(?:es|ed|ing)|reveal(?:s|ed)|editorialized|opined|broke\s+the"
)
_SPEAKS_AFTER = re.compile(
    r"(?:['’]s?)?[\"”]?(?:\s+\([^()\n]{1,20}\))?,?\s+"
    r"(?:(?:[a-z]{1,12}ly|also|first|later|has|had|then)\s+)?"
    rf"(?:{_REPORTS}|newspapers?|magazine|daily|weekly|tabloid|website|news\s+(?:agency|site|channel)"
    r"|reporters?|correspondents?|journalists?|columnists?|editors?|editorials?|op-eds?|interview"
    r"|anchor|host|readers|newsroom|articles?|investigation)\b"
)
_SPEAKS_BEFORE = re.compile(
    r"\b(?:[Tt]old|[Tt]ells|[Tt]elling|[Qq]uoted\s+(?:by|in)|[Rr]eference\s+to|[Ii]nterviews?\s+(?:with|to|by|in|on)|[Ii]nterviewed\s+(?:by|on)"
    r"|[Aa]ccording\s+to|[Rr]eports?\s+(?:by|in|from)|[Rr]eported\s+(?:by|in)"
    r"|[Ss]p(?:eaking|oke)\s+(?:to|with)|[Qq]uoted\s+(?:by|in)|[Cc]ited\s+(?:by|in)|[Cc]iting|[Qq]uoting"
    r"|(?:[Ll]eaked|[Ss]ent|[Ss]hown)\s+to|(?:[Ss]een|[Oo]btained|[Rr]eviewed|[Pp]ublished)\s+by"
    r"|[Pp]ublished\s+in|[Ww]r(?:iting|ites|itten|ote)\s+(?:in|for)"
    r"|(?:[Aa]rticle|[Cc]olumn|[Ee]ssay|[Oo]p-ed|[Ee]ditorial|[Ss]tory)\s+(?:in|for|by)"
    r"|[Nn]ewspaper|[Mm]agazine|[Dd]aily|[Ww]eekly|[Tt]abloid|[Ww]ebsite|[Nn]etwork|[Bb]roadcaster"
    r"|[Nn]ews\s+(?:agency|site|outlet)|[Cc]hannel|[Jj]ournal|state\s+TV"
    r"|[Aa]ppear(?:ed|ing|s|ance)\s+on|said\s+on)"
    r"\s+[\"“‘']?(?:[Tt]he\s+)?$"
)


def speaks_of_outlet(text: str, start: int, end: int) -> bool:
    """Whether the words around `[start, end)` make an outlet of the name there.

    >>> text = "She told Time that the war"
    >>> speaks_of_outlet(text, 9, 13), speaks_of_outlet(text, 23, 26)
    (True, False)
    """
    if _SPEAKS_BEFORE.search(text[max(0, start - 40) : start]):
        return True
    return _SPEAKS_AFTER.match(text, end) is not None and not after_capital(text, start)


def after_capital(text: str, start: int) -> bool:
    """Whether a capitalised word stands directly before: the `Forbes` of `Steve Forbes`."""
    before = _CAPITAL_BEFORE.search(text[max(0, start - 24) : start])
    return (
        before is not None
        and before[1] not in _NOT_NAMES
        and not before[1].endswith(("'s", "’s", "s'", "s’"))
    )


class Form(NamedTuple):
    """An outlet's name found by its form."""

    start: int
    end: int
    name: str
    kind: OutletKind | None


def find(text: str, last_words: Iterable[int], publisher: str | None = None) -> Iterator[Form]:
    """Names of outlets by their form, in no order; they may overlap each other.

    `last_words` are the offsets of words of `LAST_WORDS`: the caller walks the text anyway. What
    the `publisher` is called last, `the Courier`, is itself.

    >>> text = "the daily Shomal reported, and the Riverton Gazette agreed"
    >>> [form.name for form in find(text, [text.index("Gazette")])]
    ['Riverton Gazette', 'Shomal']
    >>> [form.name for form in find("Ana Ruiz told Radio Riverton: it rained", [])]
    ['Radio Riverton']
    """
    yield from _by_last_word(text, last_words, publisher)
    yield from _by_first_word(text)
    yield from _by_spelling(text)
    yield from _by_article(text)
    yield from _told(text)
    for match in _nouns(text):
        yield from _before_noun(text, match)
        yield from _after_noun(text, match)
    for match in _TOP_LEVEL.finditer(text):
        yield from _domain(text, match)


_SPACES = frozenset(" \n\xa0")
_WORD = rf"[{CAPITAL}][\w’'&.-]{{0,24}}"
_CAPITAL_BEFORE = re.compile(rf"\b([{CAPITAL}][\w.’'-]{{0,22}})\s$")
_RUN_BEFORE = re.compile(
    rf"(?<![\w.’'-])((?:{_WORD}[ \xa0\n](?:(?:of|and|de|la|e)[ ])?){{1,4}})[\"“]?$"
)
_RUN = re.compile(rf"[\"“']?({_WORD}(?:[ \xa0\n](?:(?:of|and|de|la|e)[ ])?{_WORD}){{0,3}})")
_ARTICLE = re.compile(r"\b([Tt]he)\s[\"“]?$")

# Last words of names that hardly anything else has, then those that need `the` or more around them.
_ALONE = (
    "Gazette|Herald|Tribune|Chronicle|Enquirer|Inquirer|News Agency|Press Agency|News Service"
    "|Press Service|Daily News|Evening News|Morning News|Broadcasting Corporation|News Network"
    "|Zeitung|Nachrichten|Tageblatt|Newswire|Broadcasting Service"
)
_WITH_ARTICLE = (
    "Advertiser|Argus|Bulletin|Courier|Daily|Dispatch|Examiner|Intelligencer|Observer|Sentinel"
    "|Telegraph|Times"
)
_IN_CONTEXT = (
    "Banner|Beacon|Bee|Echo|Eagle|Express|Globe|Guardian|Independent|Journal|Leader|Ledger|Magazine"
    "|Mail|Mercury|Mirror|Monitor|News|Podcast|Post|Press|Radio|Register|Review|Spectator|Standard|Star"
    "|Sun|Television|Today|TV|Weekly|Wire|Anzeiger|Clarion|Citizen|Digest|Digital|FM|Insider|Kurier"
    "|Live|Media|Nation|Online|Pulse|Punch|Record|Report|Rundschau|Trumpet|Vanguard|Voice"
)
_LAST_WORD = re.compile(rf"(?:({_ALONE})|({_WITH_ARTICLE})|({_IN_CONTEXT})|(Show))(?![\w-])")
LAST_WORDS = frozenset(
    words.partition(" ")[0] for words in f"{_ALONE}|{_WITH_ARTICLE}|{_IN_CONTEXT}|Show".split("|")
)
"""The last words of such names; of `News Agency` and the like, the first of the two."""
_KINDS: dict[str, OutletKind] = {
    **dict.fromkeys(("News Agency", "Press Agency", "News Service", "Press Service"), "agency"),
    **dict.fromkeys(("Newswire",), "agency"),
    **dict.fromkeys(("Broadcasting Service", "FM"), "broadcaster"),
    **dict.fromkeys(("Digital", "Insider", "Live", "Online"), "site"),
    **dict.fromkeys(
        ("Broadcasting Corporation", "News Network", "Radio", "Television"), "broadcaster"
    ),
    **dict.fromkeys(("TV", "Show", "Podcast"), "broadcaster"),
    **dict.fromkeys(("Magazine", "Review"), "magazine"),
}
_SAME_AS_ANYTHING = frozenset({"News", "Wire", "Press", "Media", "Report", "Today", "Voice"})
# `Gold Star`, `Breaking News`: set phrases that end in the last word of many names.
_SET_PHRASES = frozenset(
    {
        *("Gold Star", "Lone Star", "North Star", "Rock Star", "Breaking News", "Fake News"),
        *("Good News", "Bad News", "Top News", "Latest News", "Golden Globe"),
        *("Cash Register", "Modern Times", "Hard Times", "New Times", "Free Press"),
    }
)
# Capitalised where a sentence opens, or no part of an outlet's name.
_NOT_NAMES = frozenset(
    {
        *("A", "According", "After", "Also", "Although", "An", "And", "As", "At", "Because"),
        *("Before", "But", "By", "Citing", "During", "Earlier", "Even", "For", "Former", "From"),
        *("He", "Her", "His", "However", "I", "If", "In", "It", "Its", "Last", "Like", "Meanwhile"),
        *("Mr", "My", "Now", "Of", "On", "Or", "Our", "Per", "President", "Read", "She", "Since"),
        *("So", "Still", "That", "The", "Their", "Then", "There", "These", "They", "This", "Those"),
        *("Though", "To", "Told", "Until", "Via", "We", "What", "When", "Where", "While", "Who"),
        *("With", "Yet", "You", "Your", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday"),
        *("Saturday", "Sunday", "January", "February", "March", "April", "May", "June", "July"),
        *("August", "September", "October", "November", "December"),
    }
)


def _by_last_word(text: str, last_words: Iterable[int], publisher: str | None) -> Iterator[Form]:
    """`the Riverton Gazette`, then `the Gazette`."""
    called: dict[str, str] = {}
    if publisher is not None and publisher.rpartition(" ")[2] in LAST_WORDS:
        called[publisher.rpartition(" ")[2]] = publisher
    for anchor in last_words:
        match = _LAST_WORD.match(text, anchor)
        if match is None or not _is_word(text, anchor):
            continue
        last = match[0]
        spaced = match.start() > 0 and text[match.start() - 1] in _SPACES
        start = _run_start(text, match.start() - 1) if spaced else match.start()
        bare = start >= match.start() - 1
        start = match.start() if bare else start
        article = _ARTICLE.search(text, max(0, start - 6), start)
        begin = article.start() if article else start
        if bare:
            if article is not None and last in called:
                yield Form(begin, match.end(), called[last], _KINDS.get(last, "newspaper"))
            continue
        name = " ".join(text[start : match.end()].split())
        if name in _SET_PHRASES or not _admits(text, begin, match, article, name):
            continue
        if match[4]:
            name = f"The {name}"
        called[last] = name
        kind = None if last in _SAME_AS_ANYTHING else _KINDS.get(last, "newspaper")
        yield Form(begin, match.end(), name, kind)


def _admits(
    text: str, begin: int, match: re.Match[str], article: re.Match[str] | None, name: str
) -> bool:
    """Whether a name with this last word is an outlet's where it stands."""
    if re.match(rf"\s(?:of\s(?:the\s)?)?[{CAPITAL}]", text[match.end() : match.end() + 9]):
        return False  # `the Turkish Journal of Surgery`
    if match[1]:
        return True
    if match[2] and article is not None:
        return True
    if match[4]:
        return article is not None and _on_air(text, begin)
    if " " in name and names.is_given(name.partition(" ")[0]) and name.count(" ") == 1:
        return False
    return speaks_of_outlet(text, begin, match.end()) or (
        " " in name and _SAID_TO.search(text, max(0, begin - 120), begin) is not None
    )


_SAID_TO = re.compile(
    r"\b(?:sa(?:id|ys)|confirmed|statement|spoke|speaking|explained|revealed|commented|interview(?:ed)?)"
    r"\b[^.\n]{0,80}\s(?:to|with|on|for|by)\s(?:the\s)?[\"“]?$"
)
_FIRST_WORDS = (
    "Daily ",
    "Radio ",
    "Channel ",
    "Television ",
    "TV ",
    "Kanal ",
    "Diario ",
    "Gazeta ",
)
_NO_BROADCASTERS = frozenset({"Daily ", "Diario ", "Gazeta "})
_STATION = re.compile(rf"{_WORD}(?: {_WORD}){{0,2}}")


def _by_first_word(text: str) -> Iterator[Form]:
    """`told Radio Riverton`, which only the words around it tell from `Radio City Music Hall`."""
    for first in _FIRST_WORDS:
        start = text.find(first)
        while start >= 0:
            found = _STATION.match(text, start + len(first))
            if found is not None and _is_word(text, start):
                name = found[0].rstrip(".'’-").removesuffix("'s").removesuffix("’s")
                end = found.start() + len(name)
                if speaks_of_outlet(text, start, end) or _on_air(text, start):
                    kind: OutletKind = "newspaper" if first in _NO_BROADCASTERS else "broadcaster"
                    yield Form(start, end, text[start:end], kind)
            start = text.find(first, start + 1)


# `Handelsposten`, `Sydtidende`: compounds that are hardly anything else, then those that the words
# around must tell from firms; `WORV-TV`, and `WORV` where they do.
_COMPOUND = re.compile(
    rf"(?<![\w-])[{CAPITAL}][a-zà-ÿß]{{2,20}}(?:(?P<sure>zeitung|nachrichten|bladet|tidende|avisen"
    r"|posten|tageblatt|kurier)|blatt|blad|inform|press|news|media|funk|rundfunk)(?![\w-])"
)
_CALL_SIGN = re.compile(
    r"(?<![\w-])(?P<letters>[WK][A-Z]{2,3})(?P<band>-(?:TV|FM|AM|DT))?(?![\w-])"
)


def looks_like_one(name: str) -> bool:
    """Whether a name alone gives an outlet away: `Orvale Live`, but no `Corvane Energy`."""
    words = name.split()
    return words[-1] in LAST_WORDS or is_spelt_like_one(words[-1]) or "Agency" in words


def is_spelt_like_one(word: str) -> bool:
    """Whether a word has the form of an outlet's name in its own language.

    >>> is_spelt_like_one("Handelsposten"), is_spelt_like_one("Vesta-Inform")
    (True, True)
    """
    return _COMPOUND.fullmatch(word) is not None or word.endswith(("-Inform", "-Press", "-TV"))


def _by_spelling(text: str) -> Iterator[Form]:
    for match in _COMPOUND.finditer(text):
        if match["sure"] or speaks_of_outlet(text, match.start(), match.end()):
            yield Form(match.start(), match.end(), match[0], None)
    for match in _CALL_SIGN.finditer(text):
        start, end = match.span()
        if match["band"] or speaks_of_outlet(text, start, end):
            yield Form(start, end, match[0], "broadcaster")


# A capital article within a sentence is a periodical's: `according to The Assembly`.
_CAPITAL_ARTICLE = re.compile(
    rf"\b(?:according\s+to|told|tells|citing|quoting|quoted\s+by|reported\s+by|interview\s+with)\s+"
    rf"(?P<name>The\s(?P<bare>{_WORD}(?:\s{_WORD}){{0,3}}))"
)


def _by_article(text: str) -> Iterator[Form]:
    for match in _CAPITAL_ARTICLE.finditer(text):
        bare = match["bare"].rstrip(".'’-").removesuffix("'s").removesuffix("’s")
        if nationalities.countries(bare) is None and bare not in ("Hague", "Gambia", "Bronx"):
            start = match.start("bare")
            yield Form(match.start("name"), start + len(bare), f"The {bare}", None)


# `…,” Ana Ruiz told Vesper.`: nobody whom the article knows by a fuller name.
_TELLS = re.compile(
    rf"[,”\"'’]\s[^.,;:“”\"\n]{{2,160}}?\s(?:told|tells)\s(?P<name>{_WORD}(?:\s{_WORD}){{0,2}})"
    r"(?=[.,;]|\s(?:on|in|last|this|earlier|during|after|before|that|late|at)\b)"
)


def _told(text: str) -> Iterator[Form]:
    for match in _TELLS.finditer(text):
        name = match["name"].rstrip(".'’-")
        first, last = name.partition(" ")[0], name.rpartition(" ")[2]
        if first in _NOT_NAMES or names.is_given(first) or nationalities.countries(name):
            continue
        if nouns.lookup(last) is not None or name.endswith(("'s", "’s")):
            continue  # `told Parliament`, `told Senator Ruiz`
        start = match.start("name")
        fuller = (
            rf"{_WORD} {re.escape(name)}(?![\w-])|(?<!{re.escape(first)} )\b{re.escape(last)}\b"
        )
        if re.search(fuller if last != name else fuller.partition("|")[0], text) is None:
            yield Form(start, start + len(name), name, None)


_ON_AIR = re.compile(r"\b(?:on|to|by|of|hosts?|joined)\s+[\"“]?$")


def _on_air(text: str, start: int) -> bool:
    return _ON_AIR.search(text[max(0, start - 12) : start]) is not None


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
    "podcast": "broadcaster",
    "newspaper": "newspaper",
    "daily": "newspaper",
    "tabloid": "newspaper",
    "weekly": None,
    "magazine": "magazine",
    "journal": "magazine",
    "news agency": "agency",
    "news site": "site",
    "news website": "site",
    "news portal": "site",
    "website": "site",
    "news outlet": None,
    "news channel": "broadcaster",
    "broadcaster": "broadcaster",
    "television": "broadcaster",
    "radio station": "broadcaster",
}
_NOUN = re.compile(f"({'|'.join(sorted(_NOUNS, key=len, reverse=True))})(?!\\w)")
# The nouns' beginnings: `str.find` meets them sooner than a pattern of alternatives does.
_NOUN_ANCHORS = (
    *("news", "daily", "tabloid", "weekly", "magazine", "journal", "website", "media outlet"),
    *("broadcaster", "television", "radio", "press agency", "information agency", "agency"),
    *("portal", "site", "outlet", "channel", "TV channel", "TV station", "station", "network"),
    *("Telegram channel", "telegram channel", "YouTube channel", "podcast", "publication"),
)
# `Shomal website` and the like may be anybody's; after a name they need the words of reporting.
_ANYBODYS = frozenset(
    {
        *("website", "journal", "television", "daily", "weekly", "broadcaster", "agency", "site"),
        *("outlet", "channel", "station", "radio", "network", "portal", "publication", "podcast"),
    }
)
# `the network Ana Ruiz built`: after these a name needs the words of reporting.
_SELDOM = frozenset({"agency", "outlet", "station", "network", "site", "publication", "journal"})
_MODIFIED = re.compile(
    r"(?:\b(?:local|state|daily|weekly|official|regional|national|independent|popular|private|public"
    r"|German|Danish)|[\w’']+-(?:language|based|run|owned|backed)|[’']s|\b[A-Z]\w+(?:ian|ish|ese|ch"
    r"|an|i|ic))\s+$"
)
_RELATES = re.compile(
    r"\b(?:told|tells|by|in|on|to|with|citing|quoting|the|that|a)\s+(?:\w+\s+)?$", re.IGNORECASE
)
_AUXILIARY = re.compile(
    r"[\"”’“]?\s+(?:is|are|was|were|would|will|could|can|did|does|has\s+been|had\s+been)\b"
)
_REPORTING_NEXT = re.compile(
    rf"[\"”’']?(?:\s+\([^()\n]{{1,20}}\))?(?:[,.;:)]|\s+(?:{_REPORTS}|said|says|added|has|had|that)\b)"
)


# `a Kansas City newspaper`, `the New York-based magazine`: descriptors, not names.
_INDEFINITE = re.compile(r"\b[Aa]n?\s$")
_COMPOUNDS = ("-based", "-language", "-owned", "-run", "-funded")


def _nouns(text: str) -> Iterator[re.Match[str]]:
    for anchor in _NOUN_ANCHORS:
        at = text.find(anchor)
        while at >= 0:
            match = _NOUN.match(text, at) if _is_word(text, at) else None
            if match is not None:
                yield match
            at = text.find(anchor, at + len(anchor))


def _before_noun(text: str, match: re.Match[str]) -> Iterator[Form]:
    """`Payam news agency`, `the Shomal newspaper`, but no `Iranian newspaper`."""
    stop = match.start() - 1
    if stop < 1 or text[stop] not in _SPACES:
        return
    stop -= text[stop - 1] in '"”'
    start = _run_start(text, stop)
    words = text[start:stop].split()
    while words and (nationalities.countries(words[0]) or words[0].endswith(_COMPOUNDS)):
        start += len(words.pop(0)) + 1
    if (
        not words
        or nationalities.countries(" ".join(words))
        or _INDEFINITE.search(text, max(0, start - 4), start)
    ):
        return
    noun = match[1]
    told = _SPEAKS_BEFORE.search(text[max(0, start - 40) : start]) is not None
    if noun in _ANYBODYS and not told and not _REPORTING_NEXT.match(text, match.end()):
        return
    owner = text[max(0, start - 3) : start].rstrip() in ("'s", "’s", "s'", "s’")
    article = _ARTICLE.search(text, max(0, start - 6), start)
    if noun in _ANYBODYS and article is None and not owner:
        return
    if noun in _SELDOM and len(words) == 1 and _places(words[0]):
        return
    yield Form(start, stop, " ".join(words), _NOUNS[noun])


def _after_noun(text: str, match: re.Match[str]) -> Iterator[Form]:
    """`the daily Shomal reported`, but no `the magazine Ana Ruiz reads`."""
    found = (
        _RUN.match(text, match.end() + 1) if text[match.end() : match.end() + 1].isspace() else None
    )
    if found is None:
        return
    stop = found.end(1)
    if sentence_end := _SENTENCE_END.search(text, found.start(1), stop):
        stop = sentence_end.end()
    if not _REPORTING_NEXT.match(text, stop):
        before = text[max(0, match.start() - 40) : match.start()]
        modified = _MODIFIED.search(before) or match[1].partition(" ")[0] in _PLATFORMS
        if match[1] in _SELDOM or not (modified or _SPEAKS_BEFORE.search(before)):
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
    if first in _NOT_NAMES and not (first == "The" and " " in name):
        return
    yield Form(found.start(1), stop, name, _NOUNS[match[1]])


_SENTENCE_END = re.compile(r"[^\W\d_]{4,}(?=\.\s)")
_PLATFORMS = frozenset({"Telegram", "telegram", "YouTube", "podcast"})
_FOREIGN_ARTICLES = frozenset({"Al", "El", "La", "Le", "Il", "Les", "Los", "Die", "Der", "Das"})


def _places(word: str) -> bool:
    return nationalities.countries(word) is not None


_TOP_LEVEL = re.compile(
    r"\.(?:com|net|org|info|news|tv|co\.uk|ru|ir|af|ua|ie|de|fr)(?![\w-])(?!\.\w)"
)
_SITE_NAME = re.compile(r"(?<![\w@./-])[\w-]{2,30}(?:\.[\w-]{2,20})?$")
_SITE_BEFORE = re.compile(r"\b(?:website|site|portal|outlet|blog|newspaper)\s+$")
_SITE_AFTER = re.compile(r"\s+(?:reported|reports|wrote)\b")


def _domain(text: str, match: re.Match[str]) -> Iterator[Form]:
    """`the news site Shomal.example.com`, `Riverton.com reported`."""
    found = _SITE_NAME.search(text, max(0, match.start() - 52), match.start())
    if found is None:
        return
    start = found.start()
    if _SITE_BEFORE.search(text[max(0, start - 12) : start]) or _SITE_AFTER.match(
        text, match.end()
    ):
        yield Form(start, match.end(), text[start : match.end()], "site")


def _run_start(text: str, end: int) -> int:
    """Where the capitalised words that stop at `end` begin, sentence openers cut off."""
    window = max(0, end - 60)
    found = _RUN_BEFORE.search(text[window:end] + " ")
    if found is None:
        return end
    start = window + found.start(1)
    kept = start
    for word in re.finditer(r"\S+", found[1]):
        # An abbreviation ends a sentence or is a title; `St. Ives Herald` is the exception.
        openers = word[0] in _NOT_NAMES or word[0].endswith(("'s", "’s", "'", "’"))
        if openers or (word[0].endswith(".") and word[0] != "St."):
            kept = start + word.end() + 1
    return min(kept, end)


def _is_word(text: str, start: int) -> bool:
    return start == 0 or not (text[start - 1].isalnum() or text[start - 1] in "-'’@#_")
