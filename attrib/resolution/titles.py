"""Titles in front of a name, `former White House press secretary`, and the body held in them."""

from __future__ import annotations

from attrib.knowledge import nouns
from attrib.knowledge.places import place
from attrib.lazily import re
from attrib.resolution import name_runs
from attrib.resolution.roles import RANKS, Use, content_words


def office_before(text: str, index: int, start: int, name_start: int) -> Use | None:
    """An office with its body in front of the name: `leader of the council Ana Ruiz`.

    `start` is where the mention begins, with its courtesy title.
    """
    low = max(0, start - 90)
    match = _NAMED_OFFICE.search(text, low, name_start) or _OFFICE.search(text, low, start)
    noun = nouns.lookup(match["role"]) if match is not None else None
    if match is None or noun is None or not noun.human or noun.plural:
        return None
    begin = match.start("role")
    line = text[max(low, begin - 40) : begin].rpartition("\n")[2]
    for word in reversed(line.split(" ")[:-1]):
        titled = word in _MODIFIERS or (word.istitle() and match["role"].istitle())
        if not titled or word.lower() in name_runs.GRAMMAR | name_runs.CALENDAR:
            break
        begin -= len(word) + 1
    end = match.end() - 1
    last = text[begin:end].rpartition(" ")[2]
    if last.lower() in nouns.courtesy():
        end -= len(last) + 1
    return use_of(text, index, begin, end, noun.lemma, start)


_OFFICE = re.compile(r"\b(?P<role>[\w-]+) of (?:the )?(?:[\w-]+ ){1,3}\Z")
_NAMED_OFFICE = re.compile(
    r"\b(?P<role>[\w-]+) (?:of|for|to|in|at) (?:the )?"
    r"(?:(?:[A-Z][\w&’'-]*|[A-Z]\w{0,2}\.|Corp\.|of|for|and|the) ){1,6}\Z"
)
"""`Union Minister of State for Works Shri Ana Ruiz`: the name stands right after the office."""


_TITLE_STOPS = frozenset(
    "the a an his her their its our my this that and or but of for at in on to from with by as"
    " said says told added asked called like when while after before if than who which where"
    " because against about between among over under into is was are were has had have met meets"
    " saw sees hit beat won lost led lead sent gave took made held put ran left kept got backs"
    " joins hires names replaces".split()
)


_TITLE_CUT = re.compile(r"[,;:!?()“”\"\n—–]|--| - |(?<!\b\w)(?<!\b(?:St|Lt))\.(?= )")


def title_before(text: str, index: int, start: int, name_start: int, role: str) -> Use | None:
    """A title in front of the name, from the first word that belongs to it."""
    low = max(0, start - 90)
    begin, seen = _title_start(text, low, start)
    cut = max((m.end() for m in _TITLE_CUT.finditer(text, max(low, seen - 1), start)), default=low)
    if cut > seen:
        begin, _ = _title_start(text, cut, start)
    end = name_start
    while end > begin and text[end - 1] in ' “"':
        end -= 1
    if end <= begin:
        return None
    office, _, courtesy = text[begin:end].rpartition(" ")
    if " of " in office and nouns.courtesy().get(courtesy.lower(), ("", None))[0] is None:
        end = begin + len(office)  # `Leader of Opposition Smt.`
    words = text[begin:end]
    if role in RANKS:  # `Vale chairwoman Lady Ana Ruiz`
        held = nouns.lookup(text[begin:start].rstrip().rpartition(" ")[2])
        role = held.lemma if held is not None and held.category == "title" else role
    noun = nouns.lookup(role)
    spans = body_in_title(text, begin, end)
    return Use(
        entity=index,
        start=begin,
        end=end,
        role=role,
        title=noun is not None and noun.category == "title",
        words=content_words(words) | {role},
        affiliation=spans,
        at=start,
    )


def _title_start(text: str, low: int, start: int) -> tuple[int, int]:
    """Where the last words before `start` begin that may belong to a title, none before `low`.

    Next to it, where the first word begins that was looked at.
    """
    begin = at = start
    for word in reversed(text[low:start].split()):
        at = text.rindex(word, low, at)
        form = word.lower()
        if (
            form in _TITLE_STOPS
            or (form in name_runs.GRAMMAR and word not in name_runs.ACRONYMS)
            or word[0] in "'‘`"
            or form.endswith(("’s", "'s", "s’", "ly"))
            or (form.endswith("ing") and form not in _MODIFIERS)
        ):
            break
        if form.endswith("ed") and form not in _MODIFIERS:
            break
        known = form in _MODIFIERS or nouns.lookup(form) is not None
        if word.islower() and not known and text[begin].isupper():
            break
        begin = at
    return begin, at


def body_in_title(text: str, start: int, end: int) -> tuple[int, int] | None:
    """`White House` in `former White House press secretary`, `Research Council` in `Research
    Council Communications Director`."""
    run: list[re.Match[str]] = []
    for match in _SPACED.finditer(text, start, end):
        word = match[0]
        if word[0].isupper() and not (not run and word.lower() in _WHEN):
            run.append(match)
        elif run and not (word in ("of", "for", "&") and _GOES_ON.match(text, match.end(), end)):
            break
    attorney = False
    while run:
        word = run[-1][0].lower()
        if not (word in _MODIFIERS or _is_human(word) or (attorney and word == "district")):
            break
        attorney = word == "attorney"
        run.pop()
    if not run:
        return None
    first, last = run[0].start(), run[-1].end()
    if len(run) == 1 and _is_field(run[0][0], text[last:end]):
        return None  # Foreign Minister, Truck driver
    held = text[last:end].rstrip(", ").rpartition(" ")[2]
    noun = nouns.lookup(held) if held else None
    if noun is not None and noun.category == "kin" and _POSSESSED.search(text, first, last):
        return None  # Mr Okon’s wife
    if place(run[-1][0]) == "people" or text[first:last].lower() in _NO_BODIES:
        return None
    owner = _OWNER.match(text, first, last)
    if owner is None:
        return first, last
    return owner.span("body") if noun is None or noun.category == "title" else None


def _is_field(word: str, office: str) -> bool:
    """Whether a word is a field of work, and no body: `Unification Minister`, `Truck driver`."""
    low = word.lower()
    if low in name_runs.PORTFOLIOS or low in _FIELDS:
        return True
    return office.strip() in ("Minister", "Secretary") and not word.isupper() and not place(word)


_FIELDS = frozenset(
    "protest truck lorry bus taxi area group relationship relationships climate environmental"
    " royal additional housing team project program programme youth music fashion food travel"
    " film art arts science technology tech business crime religious beauty fitness wellness"
    " dating wedding property energy cyber data community parish village regional branch ward"
    " club union company dairy sheep poultry cattle football cricket rugby tennis golf boxing"
    " weather traffic water wildlife bird marine forest mountain space nuclear solar oil gas"
    " mining shipping aviation rail road railway airport airline bank banking credit mortgage"
    " insurance tax pensions pension labour employment wage retail consumer hotel tourism family"
    " divorce immigration asylum refugee prison drugs vaccine cancer heart diet sleep mental"
    " child childcare care elderly disability women gender gun knife street corner market shop"
    " pub restaurant coffee wine beer garden flood fire rescue security military naval local"
    " political medical social industrial agricultural financial defence defense legal"
    " maths english physics history geography resources auto estate health opposition"
    " main chief co-lead joint co fellow top senior junior veteran former independent".split()
)
"""What a capital at the start of a sentence makes look like a body: `Truck driver Ana Ruiz`."""
_OWNER = re.compile(r"(?P<body>[^'’]+)['’]s?(?: |\Z)")


def _is_human(word: str) -> bool:
    noun = nouns.lookup(word)
    return noun is not None and noun.human


_POSSESSED = re.compile(r"['’]s?\Z")
_GOES_ON = re.compile(r" (?:the )?[A-Z]")
_SPACED = re.compile(r"\S+")
_WHEN = frozenset(
    "senior top leading opposition former ex- then- acting interim retired disgraced late longtime"
    " incoming outgoing new then current another one".split()
)
_MODIFIERS = _WHEN | frozenset(
    "deputy assistant vice senior chief prime first second lady press executive managing state"
    " national federal presidential vice-presidential democratic republican general campaign"
    " communications research majority minority associate policy finance operations program"
    " fire police con ch pro tem sir dame cabinet".split()
)
_NO_BODIES = frozenset("hall pr city state county district town deputy u.s. us american".split())


def use_of(text: str, index: int, start: int, end: int, role: str, at: int) -> Use:
    noun = nouns.lookup(role)
    first = text[start:end].split(" ", 1)
    if len(first) > 1 and first[0].lower() in _ARTICLES:
        start += len(first[0]) + 1
    body = _IN_BODY.search(text, start, end)
    affiliation = body.span("body") if body is not None else body_in_title(text, start, end)
    return Use(
        entity=index,
        start=start,
        end=end,
        role=role,
        title=noun is not None and noun.category == "title",
        words=content_words(text[start:end]) | {role},
        affiliation=None if body is not None and role in _AUTHORS else affiliation,
        at=at,
    )


_AUTHORS = frozenset("author co-author novelist screenwriter playwright poet creator".split())
"""Whose `of` names a work, and no body: `author of Rain in Orvale`."""
_ARTICLES = frozenset("the a an his her their its another".split())
_CAPITALS = r"[A-Z][\w&’'-]*(?:\.\w[\w&’'-]*)*(?:(?<=\.[A-Z])\.)?"
NAMED_BODY = rf"{_CAPITALS}(?: (?:(?:of|for|and|the|on|&) ){{0,2}}{_CAPITALS}){{0,6}}"
_IN_BODY = re.compile(rf" (?:of|for|at|with|in|from|to|on) (?:the )?(?P<body>{NAMED_BODY})")
