"""Runs of capitalised words, in which names stand: how far one goes, and what is only grammar."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

from attrib.knowledge import names, nouns
from attrib.lazily import re

_WESTERN = "A-ZÀ-ÖØ-Þ"
"""Capitals that all but few texts make do with: a pattern of these is compiled in no time."""
_FURTHER = "".join(chr(c) for c in range(ord("Þ") + 1, 0x0590) if chr(c).isupper())
_ACCENTS = "\u0300-\u036f"
"""Combining marks: `é` written as two characters."""
HEADS = (
    "Department Ministry University College School Institute Institution Academy Center"
    " Centre Bureau Office Board Bank Council Commission Committee Subcommittee Court"
    " Conference League Society Association Federation Union Museum Church Chamber Party"
    " Agency Fund Group House City Town County Village Foundation Alliance Coalition Campaign"
    " Organization Organisation Administration Division Daughters Sons Knights Friends Doctors"
    " Mothers Veterans Parents Citizens Students Americans Physicians Workers Partnership"
    " Order Chiefs Duke Duchess Earl Countess Marquess Bishop Archbishop Prince Princess"
    " Hall Movement Journal Centers Centres Institutes"
).split()
"""Bodies whose name goes on after `of`, `for` or `on`."""
_OFFICES = (
    *("Secretary", "Director", "Chief", "Speaker", "Minister", "Undersecretary", "Leader"),
    *("Commissioner", "Superintendent", "General", "Adviser", "Advisor", "Member", "Head", "MEC"),
    *("Coordinator", "Inspector"),
)
_SPEAKERS = ("Spokesman", "Spokeswoman", "Spokesperson")
"""Offices that are named together with their field."""
_OWNED = (
    "Union|Association|Federation|Office|Court|Hospital|Department|League|Guild|Society|Council|Alliance"
    "|Committee|Commission|Bureau|Club|Party|Foundation|Center|Museum|College|Institute|Coalition"
)
"""Bodies whose name has a possessive: `Teachers’ Union`, `Sheriff’s Office`."""
_OWNED_BY_MANY = (
    "Forum|Movement|Network|Board|Group|Congress|Centre|Trust|Fund|Campaign|Front|Service"
    "|Organisation|Organization|Assembly|Parliament|Caucus|Conference|Collective|Syndicate|Charity"
    "|Project|Cooperative|Confederation|Chamber|Watch|Initiative|Authority|Panel|Bank"
)
"""The same where the owner is many: `Sugar Producers’ Forum`, `Women’s Health Network`."""
_LISTED = "Committee|Commission|Administration|Enforcement|Services|Affairs"
"""Bodies whose name has an `and`: `Public Works and Safety Committee`."""
_SECOND_FIELDS = (
    "Drink|Midwifery|Rescue|Management|Care|Wellbeing|Safety|Wildlife|Recreation|Technology|Research|Investment"
    "|Development|Industry|Commerce|Culture|Tourism|Transport|Training|Skills|Prevention|Protection"
    "|Exchange|Budget|Export|Control|Engineering|Innovation|Sport|Environment|Nutrition|Fisheries"
    "|Forestry|Agriculture|Immigration|Border|Human|Social|Drug|Family|Children|Community|Financial"
    "|Markets|Standards|Sanitation|Consumer|Aviation|Quality|Equality|Housing|Migration|Refugees"
    "|Telecommunications|Information|Sports|Arts|Space|Planning|Marketing|Atmospheric"
    "|Inspection|Surveillance|Assessment|Oversight|Conservation|Hygiene|Monitoring|Compliance"
    "|Excise|Insurance|Securities|Investigation|Evaluation|Certification|Licensing|Literature"
    "|Heritage|Livestock|Irrigation|Broadcasting|Testing|Registration|Procurement|Sewerage"
    "|Drainage|Learning|Leisure"
)
"""What the second field of a body may be: `Fire and Rescue Service`."""
FIELDS = frozenset(_SECOND_FIELDS.split("|"))
_TWINNED = (
    "Somerset|Cornwall|Fulham|Chelsea|Hove|Kinross|Cleveland|Wrekin|Bute|Malling|Maidenhead"
    "|Ewell|Banstead|Bedworth|Bosworth|Wigston|Deane|Castlereagh|Newtownabbey|Omagh"
    "|Strabane|Glens|Wyre|Labrador|Kashmir|North East Somerset|North Down|Isles|Kesteven"
)
"""Second halves of what has one police or council: `Avon and Somerset Police`."""
LINKS = frozenset({"of", "for", "on", "the", "and", "&", ","})
PORTFOLIOS = frozenset(
    "state defense defence the treasury interior agriculture commerce labor education energy"
    " homeland security veterans affairs health and human services housing urban development"
    " transportation army navy air force staff house national intelligence foreign finance"
    " justice trade communications operations of for public safety works policy government"
    " external corporate media community engineering research marketing sales studies"
    " culture sport transport immigration equality environment climate home legal regulatory"
    " relations industry water power internal information tourism youth women forestry fisheries"
    " mines aviation railways roads infrastructure innovation planning budget economy religious"
    " parliamentary emergency situations irrigation electricity petroleum labour social regional"
    " digital technology science police opposition parliament child welfare heritage gender prisons"
    " cyber crime crimes taxation revenue lands rural tribal skill textiles sanitation steel coal"
    " cooperatives minorities disabilities higher basic maritime ports shipping".split()
)
"""Words of an office's field, between the office and its holder: `Secretary of State Jo Marsh`."""
CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june"
    " july august september october november december jan. feb. aug. sept. oct. nov. dec. am pm"
    " a.m. p.m. est edt pst pdt gmt feb apr aug sept sep oct nov dec christmas halloween"
    " thanksgiving hanukkah diwali ramadan".split()
)
GRAMMAR = frozenset(
    "the a an this that these those such and or but nor so yet if when while after before since"
    " though although because unless until as at by for from in into of on onto to with within"
    " without under over between among against about above across along around behind beside"
    " besides beyond down during except inside like near off out outside past through throughout"
    " toward towards up upon via per than unlike despite amid following including regarding"
    " according citing asked speaking he she they it we i you him them us me his her hers their"
    " its our my your who what where why how which whose whom not no yes also then there here now"
    " today yesterday tomorrow tonight still even just only both either neither each every all"
    " some any many most few several one two three four five six seven eight nine ten"
    " eleven twelve thirteen"
    " fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy"
    " eighty ninety hundred thousand hundreds thousands dozens scores other"
    " another others everybody everyone nobody somebody someone anybody anyone nothing something"
    " everything anything dear however meanwhile moreover nevertheless instead later earlier"
    " again once ever never perhaps maybe indeed rather thus hence afterwards afterward furthermore"
    " likewise nowadays elsewhere otherwise nonetheless therefore meantime thereafter overnight"
    " sometimes often is was are were be been do"
    " does did has have had will would can could may might should must shall let says said told"
    " added continued replied wrote concluded i'm i've it's"
    " i'd i'll he'd he'll she'd she'll we'd we'll they'd they'll you'd you'll i’d i’ll he’d he’ll"
    " she’d she’ll we’d we’ll they’d they’ll you’d you’ll ask"
    " he's she's that's don't can't won't didn't i’m i’ve it’s he’s she’s that’s don’t can’t"
    " won’t didn’t we’re they’re you’re we're they're you're what’s what's there’s there's"
    " crooked sleepy lying lyin' lyin’ shifty goofy sloppy".split()
)
"""Words that are no part of a name, in front of one or alone; those that mock, too."""
ACRONYMS = frozenset({"WHO", "US"})
"""What is a body's name in capitals and a word of `GRAMMAR` in small letters."""


def find(text: str) -> Iterator[re.Match[str]]:
    """The runs of a text, in order.

    >>> [match[0] for match in find("On Monday Łucja Nowak of the Bank of Orvale met Mr. Ruiz.")]
    ['On Monday Łucja Nowak', 'Bank of Orvale', 'Mr. Ruiz']
    """
    upper = _WESTERN if set(text).isdisjoint(_FURTHER) else _WESTERN + _FURTHER
    return _runs(upper, bool(_SHOUTED.search(text))).finditer(text)


_SHOUTED = re.compile(r"[A-Z]{2}\.")
"""Without this no abbreviation stands in capitals, `MR. RUIZ`, and a shorter pattern does."""


@cache
def _runs(upper: str, shouted: bool) -> re.Pattern[str]:
    """A run begins with a plain character class, which is what makes the search fast."""
    shortened = [form[:-1].capitalize() for form in nouns.courtesy() if form.endswith(".")]
    shortened += map(str.upper, shortened[:] if shouted else ())
    shortened += ["Jr", "Sr", "St", "Mt", "Ft", "Inc", "Corp", "Co", "Ltd", "Dept"]
    initial = rf"(?<=[{upper}]\.)(?<!\w..)"
    full_stop = rf"(?:\.(?:{_ends_in(shortened)}|{initial}))?"
    rest = rf"[\w{_ACCENTS}]*(?:(?:['’](?![sS]\b)|[-./])[\w{_ACCENTS}]+)*{full_stop}"
    word = rf"(?:{names.ARTICLE})?[{upper}]{rest}"
    particles = (
        "(?:(?:von|van|wa|ould|vom|dal|der|den|de(?: los| las)?|del|della|di|da|dos|du|la|le|al|el"
        "|bin|bint|ibn|ben|ter|ten|zu|zum|af|av|ap|ferch|y|op|do) |(?:in |van |op )?['’]t )"
        "{1,3}"
    )
    nickname = r"(?:[\"“'‘(]\w+(?: \w+){0,2}[\"”'’)]|\((?:[Rr]etd?|[Rr]td)\.\)) "
    incorporated = r",? (?:(?:Inc|Ltd|Corp|LLC|LLP|L\.P|LP)\b\.?|(?:PLC|Plc|plc|GmbH)\b)"
    legal = rf"[{upper}]\w+ (?:LLP|LLC|PLLC|Ltd|Inc|PLC|plc|Solicitors)\b"
    traders = (
        r", (?=[^\s,]+ (?:&|and) (?:(?:Co|Sons|Brothers|Partners|Company|Associates)\b|"
        rf"{legal}))"
    )
    linked = rf"(?: the)?(?: {word}){{1,6}}(?:,? (?:and|&)(?: {word}){{1,4}})?"
    tail = (
        rf"(?:(?= (?:of|for|on) )(?:{_ends_in(HEADS)}) (?:of|for|on)"
        rf"|(?P<people>(?<=People) for(?= the [{upper}])))"
        rf"{linked}(?: (?(people)of|(?:of|for)){linked})?"
        rf"|(?= the [{upper}])(?:{_ends_in(sorted(names.CAMPAIGNS))}) the(?: {word}){{1,2}}"
    )
    field = "(?:" + "|".join(sorted(w.capitalize() for w in PORTFOLIOS - LINKS)) + r")\b"
    office = (
        rf"(?= (?:of|for|on) )(?:(?:{_ends_in(_OFFICES)}) (?:of|for)"
        rf"|(?:{_ends_in((*_SPEAKERS, 'Adviser', 'Advisor'))}) on)"
        rf"(?: the)?(?:(?:,? and)? {field}){{1,5}}"
        rf"(?: (?:of|for)(?: the)?(?:(?:,? and)? {field}){{1,5}})?"
    )
    owned = rf"['’](?:s|(?<=s['’])) (?=(?:[{upper}]\w+ ){{0,2}}(?:{_OWNED})\b)"
    many = rf"(?=(?:[{upper}]\w+ ){{0,2}}(?:{_OWNED_BY_MANY})\b)"
    of_many = "|".join(f"(?<={end}['’])" for end in ("omen", "Men", "ermen", "hildren", "eople"))
    owned_by_many = rf"['’](?:(?<=s['’])|(?:{of_many})s) {many}"
    listed = (
        rf"and (?=(?:[{upper}][\w-]+ ){{1,3}}(?:{_LISTED})\b"
        rf"|(?:{_SECOND_FIELDS}) (?:[{upper}]\w+ ){{0,3}}(?:{'|'.join(HEADS)}"
        r"|Service|Authority|Trust|Executive)\b"
        rf"|[{upper}]\w+ (?:[{upper}]\w+ )?NHS\b|{legal}"
        r"|(?:Tobago|Herzegovina|Barbuda|Nevis|Galloway|Dagenham)\b"
        rf"|(?:{_TWINNED}) (?:[{upper}]\w+ ){{0,2}}(?:Police|Constabulary|Council|Hospitals?)\b)"
    )
    pattern = (
        rf"[{upper}](?<!\w.){rest}"
        rf"(?:(?: (?:& |{listed}|{particles}|{nickname})?|{traders}|{owned}|{owned_by_many}){word}"
        rf"|,? (?:Jr\.|Sr\.)(?=\W)|{incorporated}|{tail}|{office}){{0,11}}"
    )
    return re.compile(pattern.replace(" ", "[ \u00a0]"))


def _ends_in(words: Iterable[str]) -> str:
    """Look-behinds for any of `words`, with their full stop where the place has one."""
    by_length: dict[int, list[str]] = {}
    for word in words:
        by_length.setdefault(len(word), []).append(word)
    stop = r"\." if "Jr" in words else ""
    return "|".join(f"(?<=(?:{'|'.join(same)}){stop})" for same in by_length.values())


def is_one_of_many(name: str) -> bool:
    """Whether a run after `a` or `another` ends in what one of many is, and names nobody.

    >>> [is_one_of_many(name) for name in ("New York Democrat", "Tom Baker", "Democrat")]
    [True, False, False]
    """
    before, _, last = name.rpartition(" ")
    return before != "" and last in _ONE_OF_MANY


_ONE_OF_MANY = frozenset(
    "Democrat Republican Tory Conservative Liberal Libertarian Socialist Communist Unionist"
    " Nationalist Independent Catholic Protestant Muslim Christian Jew Hindu Sikh Buddhist Baptist"
    " Methodist Lutheran Mormon Evangelical Marine Senator Congressman Congresswoman Representative"
    " Assemblyman Councilman Councilwoman Councillor".split()
)
