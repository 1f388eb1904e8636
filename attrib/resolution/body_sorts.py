"""What sort of body a name tells of, and what it may be called: `the airline` is Kestrel Air, and
no bank, no ministry and no union is `the company`."""

from __future__ import annotations

from functools import lru_cache

from attrib.lazily import re

_NAMED = {
    "court": "court courts tribunal",
    "council": "council municipality borough",
    "ministry": "ministry department office treasury chancellery secretariat",
    "police": "police constabulary garda sheriff",
    "agency": "agency commission authority bureau inspectorate directorate administration service"
    " board ombudsman committee panel watchdog regulator",
    "bank": "bank banks bancorp bancshares banking bundesbank",
    "union": "union unions brotherhood guild",
    "association": "association federation league chamber confederation network",
    "society": "society",
    "charity": "trust foundation fund charity charities mission relief aid hospice rescue refuge",
    "institute": "institute institution centre center observatory laboratory laboratories lab",
    "university": "university college polytechnic",
    "school": "school schools academy",
    "hospital": "hospital hospitals clinic infirmary",
    "museum": "museum gallery library zoo theatre theater orchestra opera ballet",
    "church": "church diocese archdiocese cathedral synod mosque synagogue",
    "party": "party bloc coalition alliance front movement democrats",
    "club": "fc united rovers wanderers rangers athletic hotspur albion club",
    "paper": "ledger herald times gazette tribune chronicle courier telegraph dispatch",
    "state": "government parliament senate assembly congress cabinet army navy military ministers",
    "airline": "air airline airlines airways",
    "insurer": "insurance assurance insurers",
    "carmaker": "motors automotive automobiles",
    "drugmaker": "pharma pharmaceutical pharmaceuticals biotech therapeutics",
    "chipmaker": "semiconductor semiconductors",
    "shop": "stores supermarkets supermarket retail",
    "utility": "water electric electricity power gas energy",
    "railway": "rail railway railways railroad trains",
    "firm": "foods technologies systems industries brewing breweries steel petroleum oil mining"
    " entertainment pictures studios telecom telecoms communications software chemicals"
    " electronics logistics shipping construction engineering homes properties pizza coffee"
    " fashion clothing footwear cosmetics hotels resorts games gaming robotics aerospace"
    " machinery cement textiles tobacco beverages dairies farms furniture",
}
_SORT_OF = {word: sort for sort, words in _NAMED.items() for word in words.split()}
_KNOWN_BY = {
    "agency": "ofcom ofgem ofwat ofsted ofqual ofs cqc fca pra cma asa ipso iopc hse caa orr ico"
    " nca hmrc dvla dvsa mhra nice ukhsa nhs sepa cps sfo gchq mi5 mi6 ftc sec fda epa faa ntsb"
    " cpsc nhtsa fcc fdic cdc nih nasa noaa fema irs osha fbi cia nsa dea atf tsa ema efsa eba esma"
    " europol interpol frontex iaea unhcr unesco unrwa iom bafin anvisa sebi apra asic accc",
    "ministry": "mod defra dwp dfe dhsc moj dft beis dcms usda hud doj dhs dod pentagon",
    "union": "unite unison gmb aslef rmt tssa usdaw nasuwt neu pcs ucu cwu bma rcn ver.di uaw seiu"
    " afscme afl-cio teamsters",
    "association": "nato wto oecd opec asean ecowas fifa uefa fia uci ioc wada fina fiba nfl nba"
    " mlb nhl ncaa iata cbi bcc tuc",
    "central": "ecb fed boe boj rba rbi snb riksbank",
    "charity": "oxfam mencap rspca rspb rnli nspcc barnardo’s barnardo's shelter scope mind crisis"
    " stonewall greenpeace amnesty wwf",
}
_KNOWN = {word: sort for sort, words in _KNOWN_BY.items() for word in words.split()}
"""Bodies that their one word tells of what sort they are, to whoever reads news."""
_HOLLOW = frozenset(
    "group holding holdings company corporation corp co inc ltd limited plc llc gmbh ag sa nv spa"
    " international worldwide uk usa us europe services".split()
)
"""What ends a name and tells of no trade: what stands before it does."""

_TRADES = "bank airline insurer carmaker drugmaker chipmaker shop utility railway firm"
_FIRMS = frozenset(_TRADES.split())
_ANY_FIRM = (_TRADES, "")
_MAY = {
    **dict.fromkeys(
        "company firm corporation conglomerate giant startup behemoth brand maker manufacturer"
        " developer publisher supplier operator provider chain multinational".split(),
        _ANY_FIRM,
    ),
    "airline": ("", "airline"),
    "carrier": ("firm railway", "airline"),
    "bank": ("", "bank central"),
    "lender": ("", "bank"),
    "insurer": ("", "insurer"),
    "carmaker": ("", "carmaker"),
    "automaker": ("", "carmaker"),
    "drugmaker": ("", "drugmaker"),
    "chipmaker": ("firm", "chipmaker"),
    "retailer": ("firm", "shop"),
    "supermarket": ("firm", "shop"),
    "housebuilder": ("firm", ""),
    "broadcaster": ("firm", ""),
    "utility": ("firm", "utility"),
    "club": ("association", "club"),
    "team": ("", "club"),
    "charity": ("society institute association", "charity"),
    "nonprofit": ("association society institute hospital museum firm", "charity"),
    "hospice": ("charity", ""),
    "ngo": ("association society institute", "charity"),
    "group": (_TRADES + " union association society charity institute party", ""),
    "business": _ANY_FIRM,
    "organization": (
        "union society institute church party club agency museum",
        "association charity",
    ),
    "organisation": (
        "union society institute church party club agency museum",
        "association charity",
    ),
    "think-tank": ("charity association", "institute"),
    "thinktank": ("charity association", "institute"),
    "institution": ("charity bank central museum hospital school", "institute university"),
    "agency": ("agency ministry police institute", ""),
    "school": ("", "university school"),
    "college": ("school", "university"),
    "university": ("institute", "university"),
    "hospital": ("charity", "hospital"),
    "academy": ("", "school"),
    "clinic": ("", "hospital"),
    "infirmary": ("", "hospital"),
    "ministry": ("", "ministry"),
    "council": ("", "council"),
    "municipality": ("", "council"),
    "airport": ("", ""),
    "exchange": ("", ""),
    "force": ("", "police"),
    "authority": ("", "council"),
    "trust": ("", "hospital"),
    "department": ("", "ministry police"),
    "union": ("society", "union association"),
    "party": ("", "party"),
}
"""By what noun a body may be called, whose name is of some sorts; the second ones it calls
rather than any other."""
_CALLS = {
    noun: (frozenset(may.split()), frozenset(own.split())) for noun, (may, own) in _MAY.items()
}


@lru_cache(2048)
def sort_told(name: str) -> str | None:
    """The sort of body that a name tells of; None where it does not.

    >>> sort_told("Bank of Orvale"), sort_told("Hospital Workers’ Union"), sort_told("Telvia")
    ('bank', 'union', None)
    >>> sort_told("Orvale Police Department"), sort_told("Kestrel Air Group")
    ('police', 'airline')
    >>> sort_told("Ofcom"), sort_told("RMT")
    ('agency', 'union')
    """
    words = _BEFORE_FIELD.split(name, 1)[0].lower().rstrip(".").split()
    incorporated = False
    while len(words) > 1 and words[-1] in _HOLLOW:
        incorporated |= words.pop() in _INCORPORATED
    if not words:
        return None
    if words[-1] in _ROOMS and words[-2:-1] and words[-2] in _MEDICAL:
        return "hospital"
    if words[-1] == "office" and len(name) > len("office") and not _GOVERN.intersection(words):
        return "agency"  # Office of Fair Trading, Audit Office
    told = _SORT_OF.get(words[-1]) or ("firm" if incorporated else None)
    if told is None and len(words) == 1:
        return _KNOWN.get(words[0])
    if told in ("ministry", "agency") and not {"police", "sheriff’s"}.isdisjoint(words[:-1]):
        return "police"
    if told == "bank" and not _CENTRAL.isdisjoint(words):
        return "central"
    return told


_INCORPORATED = frozenset(
    "holding holdings company corporation corp co inc ltd limited plc llc gmbh ag sa nv spa".split()
)
"""Of these, what only firms have."""
_GOVERN = frozenset("home foreign cabinet commonwealth war scotland wales ireland".split())
"""What offices are of that are ministries."""
_ROOMS = frozenset("center centre centers centres".split())
_MEDICAL = frozenset("medical health cancer hospital surgical".split())
_CENTRAL = frozenset(("central", "reserve"))
_BEFORE_FIELD = re.compile(r" (?:of|for|on|against|in) ")


def clash(word: str, name: str) -> bool:
    """Whether a word of a description is of another trade than a body's name tells.

    >>> clash("food", "Vesper Motors"), clash("oil", "Orvale Petroleum"), clash("food", "Telvia")
    (True, False, False)
    """
    told, said = sort_told(name), _SORT_OF.get(word) or _SORT_OF.get(word + "s")
    return told in _FIRMS and said in _FIRMS and told != said


def may_call(lemma: str, name: str) -> bool:
    """Whether a noun may call a body whose name tells of what sort it is.

    >>> may_call("group", "Tarn Foundation"), may_call("group", "Marden Bank of Orvale")
    (True, True)
    >>> may_call("group", "Orvale University"), may_call("group", "Telvia")
    (False, False)
    """
    found, told = _CALLS.get(lemma), sort_told(name)
    return found is not None and told is not None and (told in found[0] or told in found[1])


def calls(lemma: str, name: str) -> bool | None:
    """Whether a noun calls a body of some name rather than others; None where it only may.

    >>> calls("airline", "Kestrel Air"), calls("airline", "Marden Bank"), calls("airline", "Telvia")
    (True, False, None)
    >>> calls("company", "Vesper Motors"), calls("company", "Dockers’ Union")
    (None, False)
    """
    found = _CALLS.get(lemma)
    told = sort_told(name)
    if found is None or told is None:
        return None
    may, own = found
    own_agency = lemma == told == "agency" and name.lower() in _KNOWN
    return True if told in own or own_agency else None if told in may else False
