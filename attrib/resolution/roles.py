"""What the words around a name say its bearer is: title, role, party, the body they belong to.

`Mayor Ana Ruiz`, `Ana Ruiz, the mayor of Orvale,`, `the mayor of Orvale, Ana Ruiz,`,
`Ana Ruiz (D-Ohio)`, `Ana Ruiz of the Orvale council`, `the newspaper Orvale Today`.
"""

from __future__ import annotations

import re
from typing import Literal

from attrs import frozen

from attrib.knowledge import nouns
from attrib.knowledge.nouns import Noun
from attrib.outlets import outlets
from attrib.resolution import mentions, phrases
from attrib.resolution.mentions import Mention

Evidence = Literal["person", "organization", "outlet"]

SYNONYMS = {
    **dict.fromkeys(
        ("chairman", "chairwoman", "chairperson", "co-chairman", "co-chairwoman", "co-chair"),
        "chair",
    ),
    **dict.fromkeys(("spokesman", "spokeswoman", "co-spokesman"), "spokesperson"),
    **dict.fromkeys(("congressman", "congresswoman", "congressperson"), "representative"),
    "legislator": "lawmaker",
    **dict.fromkeys(("adviser", "aide", "staffer"), "advisor"),
    **dict.fromkeys(("lawyer", "solicitor", "barrister"), "attorney"),
    **dict.fromkeys(("councilman", "councilwoman", "councillor", "councilmember"), "councilor"),
    **dict.fromkeys(("premier",), "minister"),
    **dict.fromkeys(("ceo", "chief"), "executive"),
    **dict.fromkeys(("doctor",), "physician"),
    **dict.fromkeys(
        ("frontrunner", "front-runner", "contender", "hopeful", "nominee"), "candidate"
    ),
    **dict.fromkeys(("businesswoman", "mogul", "tycoon", "billionaire"), "businessman"),
    **dict.fromkeys(("co-founder",), "founder"),
    **dict.fromkeys(("head", "leader"), "leader"),
}
"""Roles that count as one when a descriptor is matched with a role given elsewhere."""


@frozen(kw_only=True)
class Use:
    """A role the article gives a person: `the head of the council`, set beside the name."""

    entity: int
    start: int
    end: int
    role: str | None
    """Lemma of the head noun, None for a mere `NAME of BODY`."""
    title: bool
    """Whether the head noun is a position of authority."""
    words: frozenset[str]
    """Every word of it in lower case, articles and the like left out."""
    affiliation: tuple[int, int] | None = None
    at: int
    """Where the name stands to which it belongs."""


RANKS = frozenset("doctor sir dame lord lady".split())
"""`Dr. Ana Ruiz` and `Sir Tom Cole` have their position elsewhere, if the article tells it."""

_WIDER = {
    **dict.fromkeys(("senator", "representative", "assemblymember", "delegate"), "lawmaker"),
    **dict.fromkeys(("assemblyman", "assemblywoman"), "lawmaker"),
    **dict.fromkeys(("sergeant", "lieutenant", "captain", "detective", "corporal"), "officer"),
}
"""Roles that may be called by a wider word: a senator is a lawmaker."""


def said_roles(use: Use) -> set[str]:
    """Every role in a title, synonyms as one: `police spokesman Lt.` is both.

    >>> use = Use(entity=0, start=0, end=9, role="senator", title=True, at=9,
    ...     words=frozenset({"state", "senator"}))
    >>> sorted(said_roles(use))
    ['lawmaker', 'senator']
    """
    found = set()
    for noun in map(nouns.lookup, use.words):
        if noun is not None and noun.human:
            found.add(SYNONYMS.get(noun.lemma, noun.lemma))
            if noun.lemma in _WIDER:
                found.add(_WIDER[noun.lemma])
    return found


_SMALL = frozenset(
    "the a an of for at in on and or to from with his her their its who is was one s by".split()
)
_WORDS = re.compile(r"\w[\w-]*")


def content_words(phrase: str) -> frozenset[str]:
    """The words of a descriptor or title by which it is compared.

    >>> sorted(content_words("the Valley’s chief executive"))
    ['chief', 'executive', 'valley']
    """
    return frozenset(_WORDS.findall(phrase.lower())) - _SMALL


PHRASE = (
    r"(?:[^,;:.!?()“”\"\n—–]|\.(?=[\w,])|(?<=\b[A-Z])\.|(?<=\.[A-Z])\.|(?<= (?:St|Mr|Ms|Dr))\."
    r"|(?<= (?:Inc|Mrs|Sen|Rep|Gov|Gen|Rev))\.)"
)
"""One character of a phrase that is set beside a name."""
_CAPITALS = r"[A-Z][\w&’'-]*(?:\.\w[\w&’'-]*)*(?:(?<=\.[A-Z])\.)?"
_NAMED_BODY = rf"{_CAPITALS}(?: (?:(?:of|for|and|the|on|&) ){{0,2}}{_CAPITALS}){{0,6}}"
_AFTER = re.compile(
    rf"""(?:\ \((?P<party>[^()\n]{{1,30}})\))?
    (?: ,?[\"”]?,\ (?:\d{{1,3}},\ )? | \ [—–]\ | \ --\ |
        \ (?:is|was|became|remains|serves\ as|served\ as)\ (?=an?\ |the\ ) )
    (?:(?P<who>who\ (?:is|was|serves\ as|served\ as|has\ been)\ ) )?
    (?P<np>{PHRASE}{{3,140}})""",
    re.VERBOSE,
)
_PARTY = re.compile(r" \(([^()\n]{1,30})\)")
_OF_BODY = re.compile(rf"[\"”]? (?:of|from|with|at) (?:the )?(?P<body>{_NAMED_BODY})")
_IN_BODY = re.compile(rf" (?:of|for|at|with|in|from|to|on) (?:the )?(?P<body>{_NAMED_BODY})")
_RELATIVE = re.compile(
    r" (?:who|whose|whom|which|that|when|where|said|says|told|and (?:is|was|has))\b"
)
_BEFORE = re.compile(
    r"(?:^|(?<=[\s“\"(]))(?:the|a|an|his|her|their|its|another|The|A|An|His|Her|Their|Its|Another"
    r"|[A-Z][\w.-]*(?: [A-Z][\w.-]*){0,4}[’']s?)(?= )"
)
_PARTIES = {"d": "democrat", "r": "republican", "i": "independent", "l": "libertarian"}
_STATES = dict(
    pair.split("=")
    for pair in (
        "ala=alabama ariz=arizona ark=arkansas calif=california colo=colorado conn=connecticut"
        " del=delaware fla=florida ga=georgia ill=illinois ind=indiana kan=kansas ky=kentucky"
        " la=louisiana md=maryland mass=massachusetts mich=michigan minn=minnesota"
        " miss=mississippi mo=missouri mont=montana neb=nebraska nev=nevada okla=oklahoma"
        " ore=oregon pa=pennsylvania tenn=tennessee tex=texas vt=vermont va=virginia"
        " wash=washington wis=wisconsin wyo=wyoming n.h=hampshire n.j=jersey n.m=mexico n.y=york"
        " n.c=carolina n.d=dakota r.i=rhode s.c=carolina s.d=dakota w.va=virginia"
    ).split()
)


@frozen
class Said:
    """What the words around one mention say."""

    uses: tuple[Use, ...] = ()
    evidence: Evidence | None = None
    """What sort of bearer they show, where they do."""


_NOTHING = Said()
_COMMAS = (", ", ', "', ", “")
_OPENERS = (
    *(", ", ',", ', ",”, ", '", ', "”, ", " (", " — ", " – ", " -- "),
    *(" is ", " was ", " became ", " remains ", " serves as ", " served as "),
)
"""How what is set beside a name begins."""
_OF = (" of ", " from ", " at ", '" ', "” ")


def around(text: str, index: int, mention: Mention) -> Said:
    """The roles that the words around a mention give its bearer, entity number `index`.

    >>> from attrib.resolution.mentions import find
    >>> text = "the head of the Orvale council, Ana Ruiz (D-Ohio), 54, a former nurse, wept"
    >>> said = around(text, 7, find(text)[1])
    >>> [text[use.start : use.end] for use in said.uses]
    ['head of the Orvale council', 'D-Ohio', 'former nurse']
    >>> around("the newspaper Orvale Today wept", 7, find("Orvale Today")[0])
    Said(uses=(), evidence=None)
    """
    uses: list[Use] = []
    evidence: Evidence | None = None
    start, name_start, end = mention.start, mention.name_start, mention.end
    before: Use | None = None
    if mention.reading.role is not None:
        before = _title_before(text, index, start, name_start, mention.reading.role)
    elif name_start == start and text.startswith(" ", start - 1) and start:
        previous = text[max(0, start - 24) : start]
        word = previous[:-1].rpartition(" ")[2]
        noun = nouns.lookup(word) if word.islower() else None
        if noun is not None and noun.human and not noun.plural:
            before = _title_before(text, index, start - 1 - len(word), name_start, noun.lemma)
        elif word in phrases.COUNCILS:
            before = _office_before(text, index, start)
        if before is None and mention.reading.sort != "person" and word.islower():
            evidence = _kind_told(noun, word, previous)
    if evidence is None and mention.reading.sort == "word" and marks_person(text, mention):
        evidence = "person"
    if before is not None:
        uses.append(before)
    if (before is None or before.role in RANKS) and text.endswith(_COMMAS, 0, start):
        apposed = _apposed_before(text, index, mention)
        if apposed is not None:
            uses.append(apposed)
    if text.startswith(_OPENERS, end):
        told = _apposed_after(text, index, mention, uses)
        evidence = evidence or told
    if text.startswith(_OF, end):
        match = _OF_BODY.match(text, end)
        if match is not None:
            uses.append(
                Use(
                    entity=index,
                    start=match.start("body"),
                    end=match.end("body"),
                    role=None,
                    title=False,
                    words=content_words(match["body"]),
                    affiliation=match.span("body"),
                    at=start,
                )
            )
    return Said(tuple(uses), evidence) if uses or evidence else _NOTHING


_OUTLET_NOUNS = frozenset(
    "agency newspaper daily tabloid broadsheet paper magazine weekly broadcaster channel network"
    " website portal outlet service station".split()
)


def _office_before(text: str, index: int, start: int) -> Use | None:
    """An office with its body in front of the name: `leader of the council Ana Ruiz`."""
    match = _OFFICE.search(text, max(0, start - 60), start)
    noun = nouns.lookup(match["role"]) if match is not None else None
    if match is None or noun is None or not noun.human or noun.plural:
        return None
    return _use(text, index, match.start(), start - 1, noun.lemma, start)


_OFFICE = re.compile(r"\b(?P<role>[\w-]+) of (?:the )?(?:[\w-]+ ){1,3}\Z")


def _kind_told(noun: Noun | None, word: str, previous: str) -> Evidence | None:
    """What `company` or `news agency` says of the name after it."""
    if word in _OUTLET_NOUNS:
        two = outlets.describes_outlet("the " + " ".join(previous.split()[-2:]))
        one = outlets.describes_outlet("the " + word)
        if any(told is not None and not told.ambiguous for told in (two, one)):
            return "outlet"
    if noun is not None and noun.category == "organization" and not noun.plural:
        return "organization"
    return None


_TITLE_STOPS = frozenset(
    "the a an his her their its our my this that and or but of for at in on to from with by as"
    " said says told added asked called like when while after before if than who which where"
    " because against about between among over under into is was are were has had have met meets"
    " saw sees hit beat won lost led lead sent gave took made held put ran left kept got backs"
    " joins hires names replaces".split()
)


_TITLE_CUT = re.compile(r"[,;:!?()“”\"\n—–]|--| - |(?<!\b\w)(?<!\b(?:St|Lt))\.(?= )")


def _title_before(text: str, index: int, start: int, name_start: int, role: str) -> Use | None:
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
    words = text[begin:end]
    noun = nouns.lookup(role)
    spans = _body_in_title(text, begin, end)
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
            or form in mentions.GRAMMAR
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


def _body_in_title(text: str, start: int, end: int) -> tuple[int, int] | None:
    """`White House` in `former White House press secretary`, `Research Council` in `Research
    Council Communications Director`."""
    run: list[re.Match[str]] = []
    for match in _SPACED.finditer(text, start, end):
        word = match[0]
        if word[0].isupper() and not (not run and word.lower() in _WHEN):
            run.append(match)
        elif run:
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
    if mentions.place(run[-1][0]) == "people" or text[first:last].lower() in _NO_BODIES:
        return None
    return first, last


def _is_human(word: str) -> bool:
    noun = nouns.lookup(word)
    return noun is not None and noun.human


_SPACED = re.compile(r"\S+")
_WHEN = frozenset(
    "former ex- then- acting interim retired disgraced late longtime incoming outgoing new then"
    " current another one".split()
)
_MODIFIERS = _WHEN | frozenset(
    "deputy assistant vice senior chief prime first second lady press executive managing state"
    " national federal presidential vice-presidential democratic republican general campaign"
    " communications research majority minority associate policy finance operations program"
    " fire police".split()
)
_NO_BODIES = frozenset("city state county district town deputy u.s. us american".split())


def _apposed_before(text: str, index: int, mention: Mention) -> Use | None:
    """`the head of the council, NAME`."""
    comma = text.rfind(",", 0, mention.start)
    low = max(0, comma - 130)
    window = text[low:comma]
    cut = (
        max(
            window.rfind(mark)
            for mark in (",", ";", ":", "! ", "? ", ". ", "(", ")", "“", "”", "\n")
        )
        + 1
    )
    for match in _BEFORE.finditer(window, cut):
        np = window[match.start() :]
        noun = _head(np)
        if window[: match.start()].lower().endswith(("as ", "like ", "than ", "unlike ")):
            continue
        if noun is not None and noun.human and not noun.plural:
            return _use(text, index, low + match.start(), comma, noun.lemma, mention.start)
    return None


def _apposed_after(text: str, index: int, mention: Mention, uses: list[Use]) -> Evidence | None:
    """`NAME, the head of the council,` and `NAME (R-Vt.)`: adds the roles, returns the evidence."""
    end = mention.end
    match = _PARTY.match(text, end) if text.startswith(" (", end) else None
    if match is not None:
        words = _party_words(match[1])
        if words:
            uses.append(
                Use(
                    entity=index,
                    start=match.start(1),
                    end=match.end(1),
                    role=next(iter(words & set(_PARTIES.values())), None),
                    title=False,
                    words=frozenset(words),
                    affiliation=match.span(1) if "-" in match[1] else None,
                    at=mention.start,
                )
            )
    evidence: Evidence | None = None
    if text.startswith(", ", end) and _AGED.match(text, end):
        evidence = "person"
    match = _AFTER.match(text, end)
    if match is None:
        return evidence
    start = match.start("np")
    np = match["np"]
    relative = _RELATIVE.search(np)
    if relative is not None:
        np = np[: relative.start()]
    noun = _head(np)
    if np[:1] == " ":
        return evidence
    definite = np[:2] in ("a ", "an", "th")
    if noun is None or not noun.human:
        told = outlets.describes_outlet(np.strip()) if definite else None
        periodical = definite and np.split()[-1] in _PERIODICALS
        if periodical or (told is not None and not (told.ambiguous and told.countries is None)):
            return "outlet"
    if noun is None:
        return evidence
    if noun.human and not (noun.plural and not np.startswith("one of ")):
        end = start + len(np.rstrip())
        uses.append(_use(text, index, start, end, noun.lemma, mention.start))
        return "person"
    if noun.category == "organization" and not noun.plural and definite:
        return "organization"
    return evidence


_PERIODICALS = frozenset("daily weekly monthly tabloid broadsheet newspaper magazine".split())
_AGED = re.compile(
    r", (?:\d{1,3}|"
    + "|".join("one two three four five six seven eight nine ten eleven twelve".split())
    + r")\b(?=[,.]| and)"
)


def marks_person(text: str, mention: Mention) -> bool:
    """Whether what stands around a lone name shows that it is a person's.

    People, far more often than bodies, are the tag of a quotation; `Ruiz, who stayed, …` must
    begin its sentence, for before `who` may stand more than a name: `the owner of Lumenex, who`.

    >>> from attrib.resolution.mentions import find
    >>> text = "“We go,” said Ruiz. “We stay,” Okon said. Marsh, who wept, left Noll, who fled."
    >>> [mention.reading.name for mention in find(text) if marks_person(text, mention)]
    ['Ruiz', 'Okon', 'Marsh']
    """
    start, end = mention.start, mention.end
    if text[start - 2 : start - 1] in _CLOSING_MARKS and _SAID_AFTER.match(text, end):
        return True
    if _LEADS_IN.match(text, end):
        return True
    before = text[max(0, start - 20) : start]
    if before.endswith("d ") and _SAID_BEFORE.search(before) and _NAME_ENDS.match(text, end):
        return True
    return text[start - 2 : start] in _SENTENCE_BREAKS and _WHO.match(text, end) is not None


_SENTENCE_BREAKS = ("", ". ", "\n\n", ".\n", "” ", '" ')
_WHO = re.compile(r", who(?:se|m)?\b(?! (?:have|are|were|do|want|say)\b)")
_CLOSING_MARKS = ("”", '"', "’", "'")
_SAID = r"(?:said|added|asked|told|replied|recalled|continued|explained|joked)"
_SAID_AFTER = re.compile(rf" {_SAID}\b(?! in an? (?:\w+ )?(?:statement|release|report|letter))")
_LEADS_IN = re.compile(rf" {_SAID}[:,] [“\"‘']")
_NAME_ENDS = re.compile(
    r"[.,;:!?)]|\s(?:in|on|at|to|of|from|during|after|who|and|as|with|when|while|last|this)\b|\s*\Z"
)
_SAID_BEFORE = re.compile(rf"[{''.join(_CLOSING_MARKS)}] {_SAID} \Z")


def _use(text: str, index: int, start: int, end: int, role: str, at: int) -> Use:
    noun = nouns.lookup(role)
    first = text[start:end].split(" ", 1)
    if len(first) > 1 and first[0].lower() in _ARTICLES:
        start += len(first[0]) + 1
    body = _IN_BODY.search(text, start, end)
    return Use(
        entity=index,
        start=start,
        end=end,
        role=role,
        title=noun is not None and noun.category == "title",
        words=content_words(text[start:end]) | {role},
        affiliation=body.span("body") if body is not None else _body_in_title(text, start, end),
        at=at,
    )


_ARTICLES = frozenset("the a an his her their its another".split())


def _head(np: str) -> Noun | None:
    """The head of a noun phrase that may stand beside a name."""
    np = np.removeprefix("one of ")
    chunk = phrases.chunk(np, 0, len(np))
    for i, token in enumerate(chunk[1:], 1):
        if token[2] in ("the", "a", "an"):
            chunk = chunk[:i]
            break
    if not chunk or len(chunk) > 9:
        return None
    return phrases.noun_of(chunk[-1][2])


def _party_words(inside: str) -> set[str]:
    party, dash, state = inside.lower().rstrip(".").partition("-")
    if party.strip(". ") not in _PARTIES:
        return set()
    words = {_PARTIES[party.strip(". ")]}
    if dash:
        words |= set(_STATES.get(state.replace(" ", ""), state).split())
    return words
