"""Trades that go by several words: a `programmer` here is a `developer` there, a `geologist` is the
`scientist`, and whoever is a `baker` is no `plumber`."""

from __future__ import annotations

from attrib.resolution.holders import covers
from attrib.resolution.referents import Scene, distinguishing, gender_fits
from attrib.resolution.roles import SYNONYMS


def akin(key: str) -> frozenset[str]:
    """The words that may be said of whoever is called by one.

    >>> "developer" in akin("programmer"), akin("mayor")
    (True, frozenset())
    """
    return frozenset().union(*(trade for trade in _TRADES if key in trade))


def wider(key: str) -> frozenset[str]:
    """The narrower words for those whom a wide one calls: `geologist` of `scientist`.

    >>> "geologist" in wider("scientist"), "plumber" in wider("scientist")
    (True, False)
    """
    return _WIDER.get(key, frozenset())


def clash(scene: Scene, index: int, key: str) -> bool:
    """Whether somebody is told to be of a trade or office, and is called by another trade: `Tom
    Hale, the council leader, spoke. The plumber`."""
    if key not in _ALL:
        return False
    uses = scene.discourse.entities[index].uses
    held = {SYNONYMS.get(use.role, use.role) for use in uses if use.role is not None}
    may = akin(key) | wider(key) | BROADER.get(key, frozenset()) | {key}
    known = {role for role in held if role in _ALL or role in _POSTS}
    return bool(known) and not any(_may_be(role, key, may) for role in known)


def _may_be(role: str, key: str, may: frozenset[str]) -> bool:
    called = {SYNONYMS.get(word, word) for word in may}
    return role in called or key in wider(role) or key in BROADER.get(role, frozenset())


def holder(scene: Scene, key: str) -> int | None:
    """The only person before a descriptor of whom another word for the same trade is told."""
    discourse, noun = scene.discourse, scene.phrase.noun
    named = {word: True for word, capital in distinguishing(scene).items() if capital}
    called = akin(key) | wider(key) | (BROADER.get(key, frozenset()) if named else frozenset())
    held = {
        use.entity
        for word in called
        for use in discourse.roles.get(SYNONYMS.get(word, word), ())[:_MOST]
        if use.at < scene.phrase.start
        and discourse.entities[use.entity].human
        and (not named or covers(discourse, use, named))
        and (key != "prosecutor" or word != "attorney" or not _PUBLIC.isdisjoint(use.words))
    }
    fits = [
        i for i in held if noun is None or not noun.gender or gender_fits(scene, i, noun.gender)
    ]
    return fits[0] if len(fits) == 1 else None


_MOST = 32
_PUBLIC = frozenset("u assistant district state county federal".split())
"""Words of the titles of attorneys who prosecute: `Assistant U.S. Attorney`."""
_TRADES = tuple(
    frozenset(words.split())
    for words in (
        "programmer developer coder engineer hacker researcher technologist",
        "physician surgeon consultant specialist pediatrician paediatrician gp medic registrar",
        "officer sergeant constable detective inspector lieutenant captain trooper patrolman"
        " policeman policewoman superintendent",
        "detective investigator inspector sleuth",
        "coach manager trainer gaffer",
        "teacher educator lecturer instructor tutor professor principal headteacher schoolteacher"
        " schoolmaster schoolmistress",
        "headteacher headmaster headmistress principal",
        "academic professor lecturer historian scholar researcher fellow don",
        "attorney counsel prosecutor litigator advocate",
        "judge jurist sheriff",
        "farmer grower rancher smallholder grazier crofter",
        "player striker goalkeeper midfielder defender forward winger pitcher quarterback guard"
        " footballer fullback batsman bowler captain",
        "striker forward",
        "singer musician rapper songwriter drummer guitarist performer star vocalist frontman"
        " bassist",
        "actor star performer comedian actress thespian",
        "comedian comic stand-up entertainer",
        "author writer novelist poet essayist playwright dramatist biographer memoirist",
        "activist campaigner organizer organiser advocate",
        "businessman entrepreneur founder owner investor developer industrialist financier",
        "shopkeeper retailer owner trader grocer storekeeper",
        "soldier sergeant private corporal captain lieutenant major veteran marine serviceman"
        " servicewoman infantryman paratrooper",
        "goalkeeper keeper goalie",
        "pilot captain aviator flyer",
        "analyst economist strategist forecaster trader",
        "trucker driver haulier lorry-driver",
        "driver motorist cabbie chauffeur",
        "carpenter joiner woodworker cabinetmaker",
        "builder bricklayer roofer tradesman contractor plasterer",
        "cook chef restaurateur",
        "publican landlord landlady licensee bartender barman barmaid innkeeper",
        "fisherman skipper trawlerman angler captain crabber",
        "sailor skipper yachtsman yachtswoman mariner",
        "mountaineer climber alpinist",
        "nurse carer caregiver midwife matron medic",
        "director filmmaker film-maker auteur",
        "vet veterinarian",
        "journalist reporter correspondent columnist broadcaster presenter newsreader editor"
        " blogger hack",
        "presenter broadcaster host newsreader anchor",
        "photographer photojournalist snapper",
        "tailor dressmaker seamstress",
        "designer couturier",
        "shepherd farmer drover",
        "gardener landscaper horticulturist horticulturalist",
        "librarian archivist curator",
        "paramedic medic ambulanceman",
        "firefighter fireman",
        "student undergraduate postgraduate pupil",
        "pensioner retiree",
        "cyclist rider racer",
        "racer driver",
        "beekeeper apiarist",
        "winemaker vintner winegrower",
        "undertaker mortician",
        "optician optometrist",
        "pharmacist chemist",
        "stockbroker broker trader banker",
        "priest cleric minister preacher",
        "cabbie cabby taxi-driver cab-driver driver",
        "bus-driver driver",
        "binman dustman",
        "mason stonemason bricklayer",
        "labourer laborer workman navvy farmhand docker fitter rigger machinist",
        "salesman saleswoman salesperson shop-assistant sales-assistant shop-girl cashier",
        "physio physiotherapist therapist osteopath",
        "steward stewardess flight-attendant attendant",
        "postman postie postwoman",
        "doorman bouncer bodyguard",
        "hairdresser hairstylist stylist barber",
        "jeweller jeweler goldsmith",
        "fisherman lobsterman deckhand crewman",
        "comedian comedienne",
        "cleaner maid housekeeper",
        "goalkeeper netminder",
    )
)
"""Who may be called by one of these words here and by another there."""
_SCIENCES = (
    "biologist physicist chemist geologist ecologist botanist zoologist astronomer geneticist"
    " climatologist meteorologist glaciologist oceanographer seismologist volcanologist hydrologist"
    " palaeontologist paleontologist microbiologist virologist epidemiologist immunologist"
    " neuroscientist biochemist entomologist ornithologist astrophysicist ethologist mycologist"
    " toxicologist geophysicist agronomist mathematician statistician"
)
_WIDER = {
    wide: frozenset(narrow.split())
    for wide, narrow in {
        "scientist": _SCIENCES + " psychologist anthropologist archaeologist researcher professor",
        "researcher": _SCIENCES + " psychologist anthropologist archaeologist sociologist economist"
        " historian scientist professor",
        "academic": _SCIENCES + " psychologist anthropologist archaeologist sociologist economist"
        " philosopher linguist geographer criminologist theologian",
        "physician": "cardiologist neurologist oncologist psychiatrist gynaecologist gynecologist"
        " obstetrician dermatologist radiologist anaesthetist anesthesiologist urologist"
        " paediatrician pediatrician pathologist geriatrician neurosurgeon haematologist"
        " gastroenterologist rheumatologist ophthalmologist",
        "specialist": "cardiologist neurologist oncologist psychiatrist obstetrician dermatologist",
        "artist": "painter sculptor photographer illustrator muralist printmaker ceramicist potter"
        " cartoonist performer singer rapper musician",
        "musician": "pianist violinist cellist conductor composer saxophonist trumpeter organist"
        " flautist harpist fiddler percussionist dj",
        "athlete": "sprinter swimmer cyclist runner boxer gymnast rower hurdler decathlete"
        " heptathlete skier skater wrestler triathlete paralympian olympian marathoner footballer"
        " tennis-player golfer judoka fencer weightlifter snowboarder surfer",
        "runner": "sprinter marathoner hurdler",
        "sportsman": "footballer cricketer boxer golfer runner swimmer cyclist",
        "politician": "lawmaker senator representative mp minister councilor mayor governor"
        " congressman mep deputy peer",
        "lawmaker": "senator representative mp delegate assemblyman",
        "cleric": "priest bishop archbishop imam rabbi vicar cardinal mullah ayatollah monk",
        "clergyman": "priest bishop archbishop vicar rector",
        "craftsman": "carpenter joiner potter blacksmith thatcher stonemason cabinetmaker glazier",
        "tradesman": "plumber electrician joiner carpenter plasterer roofer builder",
        "entertainer": "singer comedian actor magician dancer",
        "clinician": "physician surgeon nurse psychologist cardiologist psychiatrist midwife",
        "investigator": "detective constable sergeant",
        "creator": "youtuber vlogger influencer streamer podcaster",
        "influencer": "youtuber vlogger streamer blogger",
    }.items()
}
"""What many trades are called by one word."""
_POSTS = frozenset(
    "mayor leader senator governor minister councilor representative mp president chair judge"
    " executive director secretary treasurer attorney bishop ambassador".split()
)
"""Offices whose holder is not called by a trade."""
_ALL = frozenset(
    "plumber electrician mechanic baker butcher grocer hairdresser barber cleaner caretaker janitor"
    " receptionist cashier waiter waitress foreman miner welder postman courier roadworker"
    " plasterer accountant architect surveyor dentist pharmacist lifeguard bouncer blacksmith"
    " florist jeweller tattooist beautician masseur babysitter nanny childminder gamekeeper"
    " forester lumberjack jockey sculptor painter pianist violinist dancer"
    " magician acrobat ballerina barista bookseller brewer caddie cameraman coastguard cobbler"
    " decorator docker fishmonger fitter greengrocer groomer hotelier housekeeper knitter locksmith"
    " machinist milkman ploughman saddler scaffolder signalman sommelier stallholder stuntman"
    " telephonist usher watchmaker weaver zookeeper actuary choreographer speechwriter nutritionist"
    " publicist realtor lobbyist model screenwriter".split()
).union(*_TRADES, *_WIDER.values()) - frozenset(
    "captain owner founder investor leader head star performer fellow specialist researcher"
    " professor expert veteran author writer activist campaigner advocate organizer organiser"
    " consultant analyst manager director minister guard private major host counsel developer"
    " officer politician businessman entrepreneur farmer player deputy peer pensioner retiree"
    " mayor senator governor representative mp lawmaker councilor principal editor tutor".split()
)
"""Trades of which nobody is called by two that are not akin; not what many are beside a trade."""
_CHIEFS = frozenset(
    "president chair director executive manager secretary commissioner dean governor principal"
    " superintendent chancellor rector minister mayor founder owner coordinator convener".split()
)
"""Offices of those who head something."""


BROADER = {
    "leader": _CHIEFS,
    "boss": _CHIEFS,
    "executive": frozenset("president chair director officer manager vice-president".split()),
    "expert": frozenset(
        "professor researcher scientist analyst economist specialist lecturer physician".split()
    ),
    "official": frozenset(
        "minister secretary commissioner director officer undersecretary".split()
    ),
    "politician": frozenset("lawmaker senator representative mp minister councilor mayor".split()),
    "lawmaker": frozenset("senator representative mp delegate assemblyman congressman".split()),
    "celebrity": frozenset("actor singer rapper model presenter comedian star".split()),
}
"""What a lead may call somebody of whom a narrower office is told below."""
