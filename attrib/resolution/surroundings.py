"""What the words around a name say its bearer is: title, role, party, the body they belong to.

`Mayor Ana Ruiz`, `Ana Ruiz, the mayor of Orvale,`, `the mayor of Orvale, Ana Ruiz,`,
`Ana Ruiz (D-Ohio)`, `Ana Ruiz of the Orvale council`, `the newspaper Orvale Today`.
"""

from __future__ import annotations

from attrs import frozen

from attrib.knowledge import nouns
from attrib.knowledge.nouns import Noun
from attrib.lazily import re
from attrib.outlets.descriptors import describes_outlet
from attrib.resolution import chunks, named_bodies, names_beside, titles
from attrib.resolution.closing_tags import is_closing_tag
from attrib.resolution.described_before import body_before, told_before
from attrib.resolution.fronted import OPENERS
from attrib.resolution.lone_names import marks_person, tells_person
from attrib.resolution.mentions import Mention
from attrib.resolution.roles import RANKS, Evidence, Use, content_words

PHRASE = (
    r"(?:[^,;:.!?()“”\"\n—–]|\.(?=[\w,])|(?<=\b[A-Z])\.|(?<=\.[A-Z])\.|(?<= (?:St|Mr|Ms|Dr))\."
    r"|(?<= (?:Inc|Mrs|Sen|Rep|Gov|Gen|Rev))\.)"
)
"""One character of a phrase that is set beside a name."""
BEING = (
    r"(?:is|was|became|remains|(?:has|had) (?:been|become)|used to be"
    r"|(?:(?:has|had) )?(?:served?|serves|works?|worked|trained|qualified|spent [\w -]{3,20}) as"
    r"|(?:made (?:his|her) name|began (?:his|her) career|started out) as)"
    r"(?: (?:now|once|also|still|then|previously|formerly|currently|himself|herself))?"
)
"""What says that somebody is something, before its article."""
_AFTER = re.compile(
    r"(?: \((?P<party>[^()\n]{1,30})\))?"
    r"(?:,?[\"”]?, (?:\d{1,3},? )?| [—–] | -- | \((?=an? |the )|(?= [a-z]))"
    rf"(?: ?{BEING} (?=an? |the )|who {BEING} "
    r"|(?:(?:then|now|once|formerly|previously|herself|himself|also|long"
    r"|(?:best |better |also )?known as) (?=an? |the ))|(?! ))"
    rf"(?P<np>{PHRASE}{{3,140}})"
)
_PARTY = re.compile(r" \(([^()\n]{1,30})\)|, ([DRIL]-[A-Z][\w. ]{1,20}?)(?=,| and | said)")
_OF_BODY = re.compile(rf"[\"”]? (?:of|from|with|at) (?:the )?(?P<body>{titles.NAMED_BODY})")
_RELATIVE = re.compile(
    r" (?:who|whose|whom|which|that|when|where|said|says|told|and (?:is|was|has))\b"
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
_OPENERS = (
    *(", ", ',", ', ",”, ", '", ', "”, ", " (", " — ", " – ", " -- ", " is ", " was ", " became "),
    *(" remains ", " serve", " has ", " had ", " used to ", " work", " train", " qualified as "),
    *(" spent ", " made h", " began h", " started out "),
)
"""How what is set beside a name begins."""
_OF = (" of ", " from ", " at ", '" ', "” ")
_SET_OFF_OF = (", of ", ", from ")


def around(text: str, index: int, mention: Mention, marked: bool | None = None) -> Said:
    """The roles that the words around a mention give its bearer, entity number `index`.

    `marked` is what `marks_person` says of it, where that has been asked already.

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
        before = titles.title_before(text, index, start, name_start, mention.reading.role)
    elif name_start == start and text.startswith(" ", start - 1) and start:
        previous = text[max(0, start - 24) : start]
        word = previous[:-1].rpartition(" ")[2]
        noun = nouns.lookup(word) if word.islower() else None
        if word in _FIRMS_TOO and mention.reading.sort != "person" and "-" in mention.reading.name:
            evidence = "organization"  # `broker Carrel-Cole Mayne`
        elif noun is not None and noun.human and not noun.plural:
            before = titles.title_before(text, index, start - 1 - len(word), name_start, noun.lemma)
        elif word in names_beside.COUNCILS or word in names_beside.LANDS:
            before = titles.office_before(text, index, start, name_start)
        if before is None and mention.reading.sort != "person" and word.islower():
            evidence = evidence or _kind_told(noun, word, previous)
    elif text[start - 1 : start] in _MARKS and text[start - 2 : start - 1] == " " and start > 1:
        # the movement “Free Lock”
        previous = text[max(0, start - 24) : start - 1]
        word = previous[:-1].rpartition(" ")[2]
        if mention.reading.sort != "person" and word.islower():
            evidence = _kind_told(nouns.lookup(word), word, previous)
    person = mention.reading.sort == "person" and mention.reading.role is None
    if before is None and person and text.endswith(" ", 0, start):
        word = text[max(0, start - 24) : start - 1].rpartition(" ")[2]
        if word[:1].isupper() or (name_start > start and word in ("of", "for")):
            before = titles.office_before(text, index, start, name_start)
    if evidence is None and mention.reading.sort in ("word", "name"):
        evidence = body_before(text, start, end)
    if evidence is None and mention.reading.sort == "word":
        marked = marks_person(text, mention) if marked is None else marked
        evidence = "person" if marked else None
    if evidence is None and mention.reading.sort == "name" and tells_person(text, mention):
        evidence = "person"
    if before is not None:
        uses.append(before)
    if before is None or before.role in RANKS:
        apposed = told_before(text, index, mention)
        if apposed is not None:
            uses.append(apposed)
    if evidence is None and mention.reading.sort == "name" and text.startswith(", which ", end):
        evidence = "organization"  # `Orvale Lifts, which makes them, said`
    if evidence is None and mention.reading.sort in ("name", "word"):
        called = named_bodies.CALLED.search(text, max(0, start - 40), start)
        noun = nouns.lookup(called["noun"]) if called is not None else None
        evidence = _kind_told(noun, called["noun"], text[:0]) if called is not None else None
    if evidence is None and mention.reading.sort in ("name", "word"):
        work = _WORK_BEFORE.search(text, max(0, start - 40), start)
        ends = text[end : end + 1] in _ENDS
        evidence = "organization" if work is not None and work[1] in _WORKS and ends else None
    if evidence is None and text.startswith((" (", " <"), end) and _TICKER.match(text, end):
        evidence = "organization"
    renamed = text.endswith(("formerly ", "previously ", "now called "), 0, start)
    if text.startswith(_OPENERS, end) and not renamed and not _opens_clause(text, start, end):
        told = _apposed_after(text, index, mention, uses)
        evidence = evidence or told
    set_off = text.startswith(_SET_OFF_OF, end)
    if set_off or text.startswith(_OF, end):
        match = _OF_BODY.match(text, end + set_off)
        if match is not None and (not set_off or _names_body(match["body"])):
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


def _opens_clause(text: str, start: int, end: int) -> bool:
    """Whether what follows a name is no apposition: `According to Ana Ruiz, the county knew`, `In
    “The Dry Sea”, the host waved`, `After talks with Ana Ruiz, the president left`."""
    opens = text.startswith(("”, ", '", '), end) or _FRONTED.search(text, max(0, start - 90), start)
    return bool(opens) and not _CLOSED.match(text, end)


_WORK_BEFORE = re.compile(r"(?:['’]s|\b(?:the|his|her|their|its|our)) (?:\w+ ){0,2}(\w+), \Z")
"""`told the station’s afternoon show, | Drivetime Orvale.`"""
_ENDS = frozenset(".;”")
_TICKER = re.compile(r" [(<](?:[A-Z]{2,6}: ?[A-Z]{1,5}|[A-Z]{1,6}\.[A-Z]{1,3})[)>]")
"""What a firm’s shares are called: `(NYSE: ORV)`, `<ORV.L>`."""
_FIRMS_TOO = frozenset(
    "broker stockbroker pollster forecaster auditor brokerage underwriter developer".split()
)
"""What a firm is called as often as somebody, right before its name."""
_MARKS = frozenset('“"')
_FRONTED = re.compile(rf"(?:^|[.?!”\"] |\n){OPENERS}[^,.;:!?\n“\"]*\Z")
"""A phrase before the main clause that ends with a name."""
_NO_VERB = r"(?!(?:is|was|are|were|has|had|have|will|would)\b)[\w’'&-]+"
_CLOSED = re.compile(rf"[”\"]?,[”\"]? {_NO_VERB}(?: {_NO_VERB}){{0,8}}(?<!ed)(?<!said),")


def _names_body(words: str) -> bool:
    """Whether a name says that it is a body's: `Orvale Police`, not `Mill Road`."""
    *_, last = words.split()
    known = last.lower() in nouns.bodies() or last.lower() in nouns.name_ends()
    return known or " of " in words or (last.isupper() and len(last) > 1)


_ALWAYS_OUTLETS = frozenset("blog podcast newsletter tabloid newspaper broadsheet".split())
_OUTLET_NOUNS = frozenset(
    "agency newspaper daily tabloid broadsheet paper magazine weekly broadcaster channel network"
    " website portal outlet service station".split()
)


_GROUPS = frozenset(
    "movement community coalition initiative campaign network lobby think-tank thinktank website"
    " site app platform portal forum".split()
)


_WORKS = frozenset(
    "show programme program series documentary film movie play novel album song musical opera"
    " sitcom soap drama memoir comedy thriller boat ship ferry trawler yacht pub restaurant cafe"
    " café bistro hotel bar nightclub".split()
)
"""What has a name and is nobody: `the school drama Lower Sixth`."""


def _kind_told(noun: Noun | None, word: str, previous: str) -> Evidence | None:
    """What `company` or `news agency` says of the name after it."""
    if word in _ALWAYS_OUTLETS:
        return "outlet"
    if word in _OUTLET_NOUNS:
        two = describes_outlet("the " + " ".join(previous.split()[-2:]))
        one = describes_outlet("the " + word)
        if any(told is not None and not told.ambiguous for told in (two, one)):
            return "outlet"
    if noun is not None and not noun.plural and noun.category == "organization":
        return "organization"
    return (
        "organization"
        if word in _GROUPS or word in _WORKS or previous.endswith("think tank ")
        else None
    )


def _apposed_after(text: str, index: int, mention: Mention, uses: list[Use]) -> Evidence | None:
    """`NAME, the head of the council,` and `NAME (R-Vt.)`: adds the roles, returns the evidence."""
    end = mention.end
    match = _PARTY.match(text, end) if text.startswith((" (", ", "), end) else None
    if match is not None:
        inside = match.span(1 if match[1] is not None else 2)
        words = _party_words(text[slice(*inside)])
        if words:
            uses.append(
                Use(
                    entity=index,
                    start=inside[0],
                    end=inside[1],
                    role=next(iter(words & set(_PARTIES.values())), None),
                    title=False,
                    words=frozenset(words),
                    affiliation=inside if "-" in text[slice(*inside)] else None,
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
    shut = text.startswith(", ", end) and text.endswith(", ", 0, mention.start) and bool(uses)
    if _TELLS.match(np) or (shut and not _SAYS_WHO.match(np)):
        return evidence  # `his clerk, Tim Rusk, said the judge was late`
    if _INSIDE.match(text, mention.start - 2) and is_closing_tag(np):
        return evidence  # `He met Ruiz in Orvale, the nurse added.`
    relative = _RELATIVE.search(np)
    if relative is not None:
        if relative[0] in _TAGS and text[mention.start - 2 : mention.start - 1].isalpha():
            return evidence  # `near Orvale, a source said`
        np = np[: relative.start()]
    noun = chunks.head_of(np)
    if np[:1] == " ":
        return evidence
    lone = mention.reading.sort == "word"
    if lone and text.endswith(_THERE, 0, mention.start):
        return evidence  # `She grew up in Orvale, the daughter of a miner`
    definite = np[:2] in ("a ", "an", "th")
    if noun is None or not noun.human:
        told = describes_outlet(np.strip()) if definite else None
        periodical = definite and np.split()[-1] in _PERIODICALS
        if periodical or (told is not None and not (told.ambiguous and told.countries is None)):
            return "outlet"
    if noun is None:
        return evidence
    if noun.human and _GREATEST.search(np) and mention.reading.sort != "person":
        return "organization"  # `Orvale Lifts, the town’s biggest employer,`
    if noun.human and lone and noun.lemma in _SUPPLIERS:
        return "organization"  # `hired by Norvane, a supplier`
    if noun.human and not (noun.plural and not np.startswith("one of ")):
        end = start + len(np.rstrip())
        uses.append(titles.use_of(text, index, start, end, noun.lemma, mention.start))
        return "person"
    one = not noun.plural or np.startswith("one of ")
    whose = definite or noun.plural or _WHOSE.match(np) is not None
    if noun.category == "organization" and one and whose:
        return "organization"
    return evidence


_THERE = (" in ", " near ", " outside ", " around ", " across ")
_SUPPLIERS = frozenset(
    "supplier subcontractor contractor exporter importer wholesaler brewer distiller bookmaker"
    " housebuilder shipbuilder builder underwriter stockbroker reseller installer recycler"
    " landlord publisher".split()
)
"""What a lone name with it beside is a firm by more often than a person."""
_TELLS = re.compile(
    r"(?:said|says|told|tells|asked|added|wrote|argued|warned|testified|ruled|claimed|insisted|noted"
    r"|agreed|explained|accused|acknowledged|announced|confirmed|denied|called|criticized)\b"
)
_SAYS_WHO = re.compile(r"(?:an?|the|his|her|their|its|one|former|now|then)\b|[A-Z]")
"""How a second apposition begins: `the mayor, Ana Ruiz, a nurse,`; what else follows is a verb."""
_WHOSE = re.compile(r"[A-Z][\w-]*(?: [A-Z]\w+)?['’]s? [a-z]")
_GREATEST = re.compile(
    r"\b(?:biggest|largest|main|leading|oldest|second-largest|second-biggest) (?:[a-z-]+ ){0,2}"
    r"(?:employer|landlord|landowner|developer|supplier|sponsor|investor|exporter|importer|producer"
    r"|competitor|rival|shareholder|creditor|bidder|contractor|builder|publisher|distributor|trader)"
    r"\b"
)
"""What bodies are more often than people, if the greatest of all."""
_TAGS = frozenset((" said", " says"))
_INSIDE = re.compile(r"[\w,’')] ")
"""Before a name that does not begin its sentence."""
_PERIODICALS = frozenset("daily weekly monthly tabloid broadsheet newspaper magazine".split())
_AGED = re.compile(
    r", (?:aged )?(?:\d{1,3}|"
    + "|".join("one two three four five six seven eight nine ten eleven twelve".split())
    + r")\b(?=[,.]| and)"
)


def _party_words(inside: str) -> set[str]:
    party, dash, state = inside.lower().rstrip(".").partition("-")
    if party.strip(". ") not in _PARTIES:
        return set()
    words = {_PARTIES[party.strip(". ")]}
    if dash:
        words |= set(_STATES.get(state.replace(" ", ""), state).split())
    return words
