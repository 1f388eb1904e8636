"""Outlets of any name, told by the frame of speech that they stand in: `told the Ottery Packet`.

A text in, the names out. In some frames hardly anything but an outlet stands (`comments published
by Vesper`, `In a column for Vesper,`); in others bodies and people do as well (`told`, `Asked by`),
so that a name there must be of no known sort, and must not act elsewhere in the text.
"""

from __future__ import annotations

from collections.abc import Iterator

from attrib.knowledge import names, nationalities, nouns
from attrib.knowledge.places import place
from attrib.lazily import regex
from attrib.outlets import citing
from attrib.outlets.interviews import is_fuller
from attrib.outlets.runs import CAPITAL, NOT_NAMES, Form, first_name, places
from attrib.outlets.surroundings import REPORTS

_WORD = rf"[{CAPITAL}][\w’'&.-]{{0,24}}"
_NAME = rf"(?P<the>the\s)?(?P<name>{_WORD}(?:\s{_WORD}){{0,3}})"
_DAY = r"(?:\s(?:on\s)?\w{3,6}day)?"
_PRINTED = r"(?:published|carried|aired|broadcast|reported|posted|quoted|cited|printed|run|shared)"
_SURE = regex.compile(
    rf"""(?x)\b (?:
        (?: [Ii]n | [Dd]uring | [Aa]fter | [Gg](?:a|i)ve | [Gg]iven | [Gg]iving ) \s
        (?: an? | his | her | their | the ) \s (?:[\w-]{{1,15}}\s){{0,3}}? interview \s
        (?: (?:{_PRINTED}{_DAY}\s)? (?: with | to | for | by ) | {_PRINTED}{_DAY}\s in )
      | (?: comments | remarks | quotes | words | interview ) \s {_PRINTED}{_DAY} \s
        (?: by | on | in )
      | [Ww]riting {_DAY} \s (?: in | for )
      | (?: column | op-ed | opinion\spiece | essay | commentary | guest\spost ) \s
        (?:published{_DAY}\s)? (?: for | in | by )
      | quoted \s (?:as\ssaying\s)? by
      | (?: sat | sits | sitting ) \s down \s with
      | (?: opened | opens | opening ) \s up \s (?: to | with )
    ) \s {_NAME}"""
)
"""Before an outlet, and before a person whom a given name or a fuller one shows to be one."""
_OPEN = regex.compile(
    rf"""(?x)\b (?:
        (?: told | tells | telling
        | (?: confirm | reveal | admit | explain | disclos | insist )(?: ed | s | ing ) \s to )
      | [Ss]peaking {_DAY} \s (?:exclusively\s)? (?: to | with )
      | [Aa]sked \s by | [Aa]ppear(?: ed | ing | ance ) \s on
      | (?: comments | remarks | statement | reply | response | e-?mail ) \s (?:made\s|sent\s)? to
    ) \s {_NAME}"""
)
"""Before an outlet, a body or a person."""
_QUOTED = regex.compile(
    rf"\b(?:told|tells|telling)\s[“\"](?P<name>{_WORD}(?:\s(?:{_WORD}|of|the|and|with|in|on|&)){{1,5}})"
    r"(?<![,.])(?=[,.]?[”\"])"
)
"""`told “The Late Lagoon” that`."""
_NEXT = regex.compile(
    r"[,.]?['’”\"]?(?:[.,:;]|\s(?:on|in|last|this|earlier|during|after|before|that|late|later|at|he|she|they|there"
    r"|it|no|nobody|nothing|the|a|an|his|her|their|how|why|as|published|aired|broadcast"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b)"
    r"|\s?\Z"
)
"""After the name in either."""
_ABOUT = regex.compile(r"\s(?:about|to|for|whether|if|why)\b")
"""After the name too, where only an outlet stands, or is asked by."""
_REPORTS = regex.compile(
    rf"(?<![\w-])(?:(?P<the>[Tt]he)\s)?(?P<name>{_WORD}(?:\s{_WORD}){{0,3}}?)"
    rf"(?:\s(?:has|had|first|later|also))?\s(?P<verb>reported|reports|revealed|wrote(?!\sto\b)|writes(?!\sto\b)|quoted|quotes|cited|cites)\b"
    r"(?P<cites>\s[^;:“”\"\n]{3,120}?\sas\s(?:saying|telling|having\ssaid)\b)?"
)
"""`Vesper quoted a clerk as saying`, `The Ottery Packet reported`."""
_QUOTES = ("quoted", "quotes", "cited", "cites")
_INTERVIEW = regex.compile(
    rf"\b(?:[Ii]n|[Dd]uring)\san?\s(?:recent\s|new\s|rare\s)?(?P<name>{_WORD}(?:\s{_WORD}){{0,3}}?)"
    r"\s(?:TV\s|radio\s|podcast\s)?interview\b(?!er)"
    rf"|\b[Oo]n\s(?P<the>the\s)?(?P<airs>{_WORD}(?:\s{_WORD}){{0,3}}?)['’]s\s(?:[a-z-]+\s){{0,2}}podcast\b"
)
"""`In a | Vesper | interview`, `On | Vesper |’s podcast`."""
_MEANS = frozenset(
    """Zoom Skype FaceTime YouTube Instagram Facebook Telegram TV Twitter Q&A Christmas
    Easter Halloween Thanksgiving Brexit Covid Olympic""".split()
)
"""By what else one is interviewed, and when."""
_DOES = regex.compile(
    rf"['’]s?\s(?!(?:[\w“\"-]+\s){{0,2}}?(?:podcast|show|programme|program|report|story|article|interview"
    r"|reporters?|website|editor|journalists?|correspondent|readers)\b)"
    rf"|\s(?!(?:has|had|was|is|also|later|first)?\s?(?:{REPORTS}|said|says|asked|spoke|noted|added)\b)"
    r"(?:has|have|had|is|are|was|were|will|would|can|could|did|does|[a-z]{2,12}ed|bought|sold|made|won"
    r"|lost|took|gave|went|built|cut|paid|hit|held|began|became|came|got|kept|left|led|met|put|ran|saw"
    r"|sent|set|spent|stood|grew|fell|rose|chose|fought|sought|wins|makes|owns|plans|employs|needs"
    r"|wants|expects|faces|operates|supplies|sells|builds)\b"
)
"""After a name that acts: `Norvane bought`, `Norvane’s shares`."""
_BEFORE_ACTING = regex.compile(r"\b(?:in|at|against|from|for|of|near|and|joined|left|bought)\s\Z")
_NO_OUTLETS = frozenset(
    """commons lords bailey holyrood westminster stormont whitehall sejm dáil dail riksdag
    folketing storting diet duma lok sabha eduskunta verkhovna rada majlis cortes vatican
    summit hearing marathon olympics games cup convention inquiry festival fair hague capitol
    broadway street square hill palace castle bridge tower house hall room stage parade gala
    ball dinner awards trial jury crown estate treasury exchange reserve front corps guard
    authority office bureau mission task force god mufti lama ayatollah rebbe imam caliph arch
    chatgpt siri alexa gemini claude copilot ai jan feb mar apr jun jul aug sep sept oct nov dec
    mon tue tues wed weds thu thur thurs fri sat sun""".split()
)
"""Last words of what else is told something, or is appeared on."""


def find(text: str) -> Iterator[Form]:
    """Names that stand where outlets do, in no order; they may overlap.

    >>> [form.name for form in find("Ana Ruiz told the Ottery Packet that it rained.")]
    ['Ottery Packet']
    >>> [form.name for form in find("In comments published by Vesper, she said no.")]
    ['Vesper']
    >>> list(find("She told Norvane that it rained. Norvane bought it, and told the Ottery Bank."))
    []
    >>> list(find("She said in an interview in Amherst that it rained."))  # where it was given
    []
    """
    for match in _SURE.finditer(text):
        yield from _form(text, match, sure=True)
    for match in _OPEN.finditer(text):
        yield from _form(text, match, sure=False)
    for match in _QUOTED.finditer(text):
        if _NEXT.match(text, match.end("name")):
            yield Form(*match.span("name"), match["name"], "broadcaster")
    for match in _INTERVIEW.finditer(text):
        part = "name" if match["name"] else "airs"
        name = match[part]
        article = " " in name and (bool(match["the"]) or name.split()[0] in ("Sunday", "Saturday"))
        if name.partition(" ")[0] not in _MEANS and _is_outlet(
            text, name, match.start(part), article=article, sure=True
        ):
            yield Form(*match.span(part), name, None)
    for match in _REPORTS.finditer(text):
        name = match["name"]
        verb = match["verb"]
        if not match["cites"] and (not match["the"] or " " not in name or verb in _QUOTES):
            continue
        sure = verb in _QUOTES
        if _is_outlet(text, name, match.start("name"), article=bool(match["the"]), sure=sure):
            yield Form(match.start("name"), match.end("name"), name, None)
    for start, end, article in citing.find(text):
        name = first_name(text[start:end])
        if len(name) < end - start or names.is_surname(name) or names.is_family_name(name.lower()):
            continue
        if _is_outlet(text, name, start, article=article, sure=True):
            yield Form(start, end, name, None)


def _form(text: str, match: regex.Match[str], *, sure: bool) -> Iterator[Form]:
    start = match.start("name")
    name = first_name(match["name"])
    end = start + len(name)
    asks = match[0][:8].lower().startswith("asked by")
    if not _NEXT.match(text, end) and not ((sure or asks) and _ABOUT.match(text, end)):
        return
    if _is_outlet(text, name, start, article=bool(match["the"]), sure=sure):
        yield Form(start, end, name, None)


def _is_outlet(text: str, name: str, at: int, *, article: bool, sure: bool) -> bool:
    """Whether nothing known of a name speaks against an outlet."""
    words = name.split()
    first, last = words[0], words[-1]
    low = last.lower()
    if first in NOT_NAMES and not (article and len(words) > 1 and first.endswith("day")):
        return False
    if names.is_given(first) and not article:
        return False
    if any(_is_title(word) for word in words):
        return False  # `told Rear Admiral Pike`
    if len(first.rstrip(".")) == 1 or first.rstrip(".").lower() in nouns.courtesy():
        return False
    if nationalities.countries(name) is not None or place(name) is not None:
        return False
    if low in _NO_OUTLETS or low in nouns.name_ends() or name in nouns.known_bodies():
        return False
    noun = nouns.lookup(last)
    if noun is not None and not (article and len(words) > 1 and noun.category == "person"):
        return False
    if article and len(words) == 1:
        return False  # `told the Storting`
    if article:
        return not low.endswith("s") or sure
    if is_fuller(text, name) or nouns.lookup(first) is not None:
        return False
    if len(words) > 1 and (names.is_surname(last) or _is_alone(text, name)):
        return False
    if sure:
        return True
    if len(words) > 1 or name.isupper() or names.is_surname(name) or names.is_family_name(low):
        return False  # `told Aurelio Torino`, `told Nato`, `told Wang`
    return not any(
        there != at
        and (
            _DOES.match(text, there + len(name))
            or _BEFORE_ACTING.search(text, max(0, there - 10), there)
        )
        for there in places(text, name)
    )


def _is_title(word: str) -> bool:
    noun = nouns.lookup(word)
    return noun is not None and noun.category in ("title", "kin")


def _is_alone(text: str, name: str) -> bool:
    """Whether the last word of a name stands elsewhere without those before it.

    >>> _is_alone("Elm Hill; Hill slept", "Elm Hill"), _is_alone("Elm Hill", "Elm Hill")
    (True, False)
    """
    before, _, last = name.rpartition(" ")
    return any(
        not text.endswith(f"{before} ", 0, there)
        and not text[there - 1 : there].isalnum()
        and not text[there + len(last) : there + len(last) + 1].isalnum()
        for there in places(text, last)
    )
