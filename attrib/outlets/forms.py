"""Names of outlets told by their form, for the many that no list holds.

`the Riverton Gazette`, `Radio Riverton`, `Handelsbladet`, `The Ana Ruiz Show`: the form gives them
away, where need be with `surroundings`; `by_noun` and `podcasts` add those with a noun
beside them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, partial

from attrib.knowledge import names, nationalities, nouns
from attrib.lazily import re
from attrib.model import OutletKind
from attrib.outlets import by_article, by_frame, by_noun, digests, interviews, podcasts
from attrib.outlets.runs import (
    ARTICLE,
    CAPITAL,
    NOT_NAMES,
    SPACES,
    WORD,
    Form,
    first_name,
    is_word,
    run_start,
)
from attrib.outlets.surroundings import SAYS_AFTER, on_air, speaks_of_outlet


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
    yield from by_article.find(text)
    yield from interviews.find(text)
    yield from by_frame.find(text)
    yield from _informing(text)
    yield from _airing(text)
    yield from by_noun.find(text)
    yield from podcasts.find(text)
    for credit in digests.credited(text):
        name = text[slice(*credit.name)].removeprefix("the ")
        yield Form(*credit.name, name, None)
    for match in _TOP_LEVEL.finditer(text):
        yield from _domain(text, match)


# Last words of names that hardly anything else has, then those that need `the` or more around them.
_ALONE = (
    "Gazette|Herald|Tribune|Chronicle|Enquirer|Inquirer|News Agency|Press Agency|News Service"
    "|Press Service|Daily News|Evening News|Morning News|Broadcasting Corporation|News Network"
    "|Zeitung|Nachrichten|Tageblatt|Newswire|Broadcasting Service|Public Radio|Public Television"
    "|Public Media|Public Broadcasting|Community Radio|News Radio|Talk Radio|Business Journal"
    "|Post-Dispatch|Times-Union"
)
_WITH_ARTICLE = (
    "Advertiser|Argus|Bulletin|Courier|Daily|Dispatch|Examiner|Intelligencer|Observer|Sentinel"
    "|Telegraph|Times|Echo|Journal|Ledger|Beacon|Post|Mercury|Statesman"
)
_IN_CONTEXT = (
    "Banner|Bee|Blog|Eagle|Express|Globe|Guardian|Independent|Leader|Magazine"
    "|Mail|Mirror|Monitor|News|Newspaper|Patch|Podcast|Press|Radio|Register|Review|Spectator|Standard|Star"
    "|Sun|Television|Today|TV|Weekly|Wire|Anzeiger|Clarion|Citizen|Digest|Digital|FM|Insider|Kurier"
    "|Live|Media|Nation|Online|Pulse|Punch|Record|Report|Rundschau|Trumpet|Vanguard|Voice|Lantern"
    "|Broadcasting|Comet|Gleaner|Messenger|Newsletter|Recorder|Despatch|Samachar|Patrika|Darpan|Novosti|Vijesti"
)
_LAST_WORD = re.compile(rf"(?:({_ALONE})|({_WITH_ARTICLE})|({_IN_CONTEXT})|(Show))(?![\w-])")
LAST_WORDS = frozenset(
    re.split(r"[ -]", words)[0]
    for words in f"{_ALONE}|{_WITH_ARTICLE}|{_IN_CONTEXT}|Show".split("|")
)
"""The last words of such names; of `News Agency` and the like, the first of the two."""
KINDS: dict[str, OutletKind] = {
    **dict.fromkeys(("News Agency", "Press Agency", "News Service", "Press Service"), "agency"),
    **dict.fromkeys(("Newswire",), "agency"),
    **dict.fromkeys(("Broadcasting Service", "FM"), "broadcaster"),
    **dict.fromkeys(("Blog", "Digital", "Insider", "Live", "Online"), "site"),
    **dict.fromkeys(
        ("Broadcasting Corporation", "News Network", "Radio", "Television"), "broadcaster"
    ),
    **dict.fromkeys(("Broadcasting", "TV", "Show", "Podcast"), "broadcaster"),
    **dict.fromkeys(("Magazine", "Review"), "magazine"),
}
SAME_AS_ANYTHING = frozenset({"News", "Wire", "Press", "Media", "Report", "Today", "Voice"})
_NOT_ALONE = SAME_AS_ANYTHING | frozenset(
    {
        *("Leader", "Nation", "Citizen", "Record", "Register", "Standard", "Review", "Star"),
        *("Independent", "Sun", "Globe", "Blog", "Podcast", "Magazine", "Newsletter", "Digital"),
        *("Live", "Online", "FM", "TV", "Radio", "Television", "Show", "Broadcasting", "Weekly"),
    }
)
"""What an article before it leaves anybody's: `told the Leader`."""
_GOES_ON = re.compile(rf"[-–]?\s?(?:of\s(?:the\s)?)?[{CAPITAL}]|\s(?:team|committee|group|board)\b")
# `Gold Star`, `Breaking News`: set phrases that end in the last word of many names.
_SET_PHRASES = frozenset(
    {
        *("Gold Star", "Lone Star", "North Star", "Rock Star", "Breaking News", "Fake News"),
        *("Trading Post", "Command Post", "Observation Post", "Guard Post", "Border Post"),
        *("Last Post", "Outer Post", "Control Post", "Army Post", "Phoenix Mercury", "Royal Mail"),
        *("Good News", "Bad News", "Top News", "Latest News", "Golden Globe"),
        *("Supreme Leader", "Opposition Leader", "Majority Leader", "Minority Leader"),
        *("House Leader", "Council Leader", "Party Leader", "Deputy Leader", "Dear Leader"),
        *("Royal Mail", "American Express", "Orient Express", "National Express"),
        *("Federal Register", "National Register", "Congressional Record", "World Record"),
        *("Cash Register", "Modern Times", "Hard Times", "New Times", "Free Press"),
    }
)


def _by_last_word(text: str, last_words: Iterable[int], publisher: str | None) -> Iterator[Form]:
    """`the Riverton Gazette`, then `the Gazette`."""
    called: dict[str, str] = {}
    bare_ones: list[tuple[int, re.Match[str]]] = []
    if publisher is not None and publisher.rpartition(" ")[2] in LAST_WORDS:
        called[publisher.rpartition(" ")[2]] = publisher
    for anchor in last_words:
        match = _LAST_WORD.match(text, anchor)
        if match is None or not is_word(text, anchor):
            continue
        last = match[0]
        spaced = match.start() > 0 and text[match.start() - 1] in SPACES
        start = run_start(text, match.start() - 1) if spaced else match.start()
        bare = start >= match.start() - 1
        start = match.start() if bare else start
        if bare and text.endswith(("the Sunday ", "The Sunday "), 0, start):
            start, bare = start - len("Sunday "), False
        article = ARTICLE.search(text, max(0, start - 6), start)
        begin = article.start() if article else start
        if bare:
            if article is not None:
                bare_ones.append((begin, match))
            continue
        if (of := text.find(" of ", start, match.start())) > 0 and names.is_given(
            text[start:of].partition(" ")[0]
        ):
            start = begin = of + len(" of ")  # `told Carl Dunn of | Lima TV`
        name = " ".join(text[start : match.end()].split())
        if " ".join(name.split()[-2:]) in _SET_PHRASES or not _admits(
            text, begin, match, article, name
        ):
            continue
        if match[4]:
            name = f"The {name}"
        called[last] = name
        kind = None if last in SAME_AS_ANYTHING else KINDS.get(last, "newspaper")
        yield Form(begin, match.end(), name, kind)
    yield from _alone(text, bare_ones, called)


def _alone(
    text: str, bare: Sequence[tuple[int, re.Match[str]]], called: dict[str, str]
) -> Iterator[Form]:
    """`the Gazette` for the Riverton Gazette; where none is named, `told the Ledger` is one too."""
    for begin, match in bare:
        last = match[0]
        if (
            last not in called
            and last not in _NOT_ALONE
            and not _GOES_ON.match(text, match.end())
            and speaks_of_outlet(text, begin, match.end())
        ):
            called[last] = f"The {last}"
    for begin, match in bare:
        if match[0] in called:
            yield Form(begin, match.end(), called[match[0]], KINDS.get(match[0], "newspaper"))


_DAY = re.compile(r"\s(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
"""After an outlet, when: `told the Riverton Courier Monday`."""


def _admits(
    text: str, begin: int, match: re.Match[str], article: re.Match[str] | None, name: str
) -> bool:
    """Whether a name with this last word is an outlet's where it stands."""
    after = re.match(rf"\s(?:of\s(?:the\s)?)?[{CAPITAL}]", text[match.end() : match.end() + 9])
    if after and not _DAY.match(text, match.end()):
        return False  # `the Turkish Journal of Surgery`
    if match[1]:
        return True
    if match[2] and article is not None and not _NUMBERED.match(text, match.end()):
        return True
    if match[4]:
        return article is not None and on_air(text, begin)
    if " " in name and names.is_given(name.partition(" ")[0]) and name.count(" ") == 1:
        return False
    if match[0] in _ON_AIR and (on_air(text, begin) or _AIRS_SPEECH.match(text, match.end())):
        return True
    paper = match[0] in _PAPERS and article is not None and name not in nouns.known_bodies()
    if paper and " " in name and SAYS_AFTER.match(text, match.end()):
        return True  # `The Tarn Mail says`, as no other body is called
    return speaks_of_outlet(text, begin, match.end()) or (
        " " in name and _SAID_TO.search(text, max(0, begin - 120), begin) is not None
    )


_PAPERS = frozenset(
    "Anzeiger Beacon Bee Clarion Comet Despatch Echo Gleaner Globe Guardian Journal Kurier Lantern"
    " Ledger Mail Mercury Mirror Post Rundschau Spectator Statesman Sun Trumpet".split()
)
"""What hardly any other body is called after an article and more of a name."""
_ON_AIR = frozenset({"TV", "Radio", "Television", "FM", "Broadcasting"})
_AIRS_SPEECH = re.compile(
    r"\s(?:(?:has|had|also|later|then)\s)?(?:said|says|asked|told|broadcast|aired|announced|noted)\b"
)
_NUMBERED = re.compile(r"\s\d")
"""After no newspaper: `the Legion Post 12`."""
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
    "Weekend ",
    "Corriere ",
    "Gazzetta ",
    "Giornale ",
    "Jornal ",
    "Folha ",
    "Diário ",
    "Dagens ",
    "Dziennik ",
    "Novaya ",
    "Vecernji ",
    "Večernji ",
)
_AIR = frozenset({"Radio ", "Television ", "TV ", "Channel "}) | frozenset(
    f"{word} "
    for word in (
        *("Diario", "Gazeta", "Corriere", "Gazzetta", "Giornale", "Jornal", "Folha", "Diário"),
        *("Dagens", "Dziennik"),
    )
)
"""What tells an outlet where it only says something."""
_SPEAKS = re.compile(
    rf"{SAYS_AFTER.pattern}|\s(?:announced|broadcast|quoted|cited|interviewed|published|aired"
    r"|spoke\s(?:to|with)|ha[sd]\s(?:seen|obtained|learned))\b"
)
_BROADCASTERS = frozenset({"Radio ", "Channel ", "Television ", "TV ", "Kanal "})
_STATION = re.compile(
    rf"(?:(?:del|della|dello|di|do|da|de|des|du|la) )?(?:{WORD}|\d{{1,3}}\b)(?: {WORD}){{0,2}}"
)


def _by_first_word(text: str) -> Iterator[Form]:
    """`told Radio Riverton`, which only the words around it tell from `Radio City Music Hall`."""
    for first in _FIRST_WORDS:
        start = text.find(first)
        while start >= 0:
            found = _STATION.match(text, start + len(first))
            if found is not None and is_word(text, start):
                name = first_name(found[0])
                end = found.start() + len(name)
                airs = (
                    first in _AIR
                    and _SPEAKS.match(text, end)
                    and not names.is_given(name.split()[0])
                )
                if airs or speaks_of_outlet(text, start, end) or on_air(text, start):
                    kind: OutletKind = "broadcaster" if first in _BROADCASTERS else "newspaper"
                    yield Form(start, end, text[start:end], kind)
            start = text.find(first, start + 1)


# `Handelsbladet`, `Sydtidende`: compounds that are hardly anything else, then those that the words
# around must tell from firms; `WORV-TV`, and `WORV` where they do.
_COMPOUND = re.compile(
    rf"[{CAPITAL}](?<![\w-].)[a-zà-ÿß]{{2,20}}(?:(?P<sure>zeitung|nachrichten|bladet|tidende|avisen"
    r"|posten|tageblatt|kurier)|blatt|blad|inform|press|news|media|funk|rundfunk)(?![\w-])"
)
_CALL_SIGN = re.compile(
    r"(?P<letters>[WK](?<![\w-].)[A-Z]{2,3})(?P<band>-(?:TV|FM|AM|DT))?(?![\w-])"
)


def is_spelt_like_one(word: str) -> bool:
    """Whether a word has the form of an outlet's name in its own language.

    >>> is_spelt_like_one("Handelsbladet"), is_spelt_like_one("Vesta-Inform")
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


# `…, Vesper informs.`: what an agency adds to the words of others.
_INFORMS = re.compile(
    rf"[,”\"]\s(?P<name>{WORD}(?:\s{WORD}){{0,2}})\s(?:(?P<sure>informs|transmits)|reports|writes)"
    r"(?=[.\n]|\Z|,?\s(?:with\sreference|citing|quoting|referring))"
)
# `the show “Open Table” on Telma`, `Telma’s show “Open Table”`.
_AIRS = re.compile(
    rf"\b(?:show|programme|program|podcast|newscast|bulletin)\s[„“\"‘'][^„“”\"\n]{{2,40}}[”“\"’'],?\s"
    rf"(?:on|of|by)\s(?:the\s)?(?P<on>{WORD}(?:\s{WORD}){{0,2}})"
    rf"|\b(?P<of>{WORD}(?:\s{WORD}){{0,2}}?)['’]s\s(?:[\w-]{{1,15}}\s){{0,2}}(?:show|programme|program"
    r"|newscast|bulletin)\s[„“\"]"
)


# `her weekly radio programme, “Open Table”`, of whatever station.
_ON_RADIO = re.compile(
    r"\b(?:[Oo]n|to|for|during|guest\sof)\s(?:[\w’'-]+\s){0,4}?"
    r"(?:radio|talk|cable|breakfast|morning|evening|late-night)\s"
    r"(?:(?:talk|radio|news|variety|chat)\s)?(?:show|programme|program),?\s"
    r"(?:(?:called|titled)\s)?[„“\"](?P<show>[^„“”\"\n]{2,50}?)[,.]?[”“\"]"
)


_INFORMING = ("informs", "transmits", " reports.", " reports\n", " reports ", " writes")
_AIRING = ("show", "program", "podcast ", "newscast ", "bulletin ")
"""What a text must have for the patterns above to be found in it."""


def _informing(text: str) -> Iterator[Form]:
    if not any(word in text for word in _INFORMING):
        return
    is_fuller = cache(partial(interviews.is_fuller, text))
    for match in _INFORMS.finditer(text):
        name = match["name"]
        first, last = name.partition(" ")[0], name.rpartition(" ")[2]
        if first in NOT_NAMES or names.is_given(first) or nationalities.countries(name):
            continue
        if len(first.rstrip(".")) == 1:
            continue  # `told K. R. Lund`
        if nouns.lookup(last) is not None and not match["sure"]:
            continue
        if is_fuller(name):
            continue
        yield Form(match.start("name"), match.end("name"), name, None)


def _airing(text: str) -> Iterator[Form]:
    if not any(word in text for word in _AIRING):
        return
    for match in _AIRS.finditer(text):
        part = "on" if match["on"] else "of"
        name = match[part].rstrip(".'’-").removesuffix("'s").removesuffix("’s")
        first = name.partition(" ")[0]
        if first not in NOT_NAMES and not names.is_given(first):
            start = match.start(part)
            yield Form(start, start + len(name), name, "broadcaster")
    for match in _ON_RADIO.finditer(text):
        if match["show"][0].isupper():
            yield Form(*match.span("show"), match["show"], "broadcaster")


_TOP_LEVEL = re.compile(
    r"\.(?:com|net|org|info|news|tv|co\.uk|[Rr][Uu]|ir|af|ua|ie|de|fr)(?![\w-])(?!\.\w)"
)
_SITE_NAME = re.compile(r"(?<![\w@./-])[\w-]{2,30}(?:\.[\w-]{2,20})?$")
_SITE_BEFORE = re.compile(r"\b(?:website|site|portal|outlet|blog|newspaper)\s+$")
_SPOKEN_TO = re.compile(
    r"\b(?:[Ss]p(?:eak|oke)|[Tt](?:old|ell|alk)|[Ss]a(?:id|ys)|[Rr]eveal|[Cc]onfirm|[Cc]hat|[Ii]nterview"
    r"|[Ee]xplain|[Ee]xclusive|[Ss]tatement|[Cc]omment)[a-z]*(?:\s[\w’'-]+){0,3}\s(?:to|with|by|for)\s\Z"
)
_SITE_AFTER = re.compile(r"\s+(?:reported|reports|wrote)\b")


def _domain(text: str, match: re.Match[str]) -> Iterator[Form]:
    """`the news site Shomal.example.com`, `Riverton.com reported`."""
    found = _SITE_NAME.search(text, max(0, match.start() - 52), match.start())
    if found is None:
        return
    start = found.start()
    if (
        _SITE_BEFORE.search(text[max(0, start - 12) : start])
        or _SITE_AFTER.match(text, match.end())
        or _SPOKEN_TO.search(text, max(0, start - 60), start)
        or speaks_of_outlet(text, start, match.end())
    ):
        yield Form(start, match.end(), text[start : match.end()], "site")
