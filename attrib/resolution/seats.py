"""Whom a source calls by state and party: `the Montana Republican`, of `Sen. Ana Ruiz (R-MT)`."""

from __future__ import annotations

from collections.abc import Iterator

from attrib.knowledge.nouns import Gender
from attrib.lazily import re
from attrib.resolution.referents import Referent, Scene, gender_fits, is_person, of_entity

STATES = {
    short: name
    for name, shorts in (
        line.split(":")
        for line in """Alabama:AL Ala|Alaska:AK|Arizona:AZ Ariz|Arkansas:AR Ark|California:CA Calif
        |Colorado:CO Colo|Connecticut:CT Conn|Delaware:DE Del|Florida:FL Fla|Georgia:GA Ga
        |Hawaii:HI|Idaho:ID|Illinois:IL Ill|Indiana:IN Ind|Iowa:IA|Kansas:KS Kan|Kentucky:KY Ky
        |Louisiana:LA La|Maine:ME|Maryland:MD Md|Massachusetts:MA Mass|Michigan:MI Mich
        |Minnesota:MN Minn|Mississippi:MS Miss|Missouri:MO Mo|Montana:MT Mont|Nebraska:NE Neb
        |Nevada:NV Nev|New Hampshire:NH N.H|New Jersey:NJ N.J|New Mexico:NM N.M|New York:NY N.Y
        |North Carolina:NC N.C|North Dakota:ND N.D|Ohio:OH|Oklahoma:OK Okla|Oregon:OR Ore
        |Pennsylvania:PA Pa Penn|Rhode Island:RI R.I|South Carolina:SC S.C|South Dakota:SD S.D
        |Tennessee:TN Tenn|Texas:TX Tex|Utah:UT|Vermont:VT Vt|Virginia:VA Va
        |Washington:WA Wash|West Virginia:WV W.Va|Wisconsin:WI Wis Wisc|Wyoming:WY Wyo""".split("|")
    )
    for short in shorts.split()
}
"""What a state is shortened to behind a party: `R-MT`, `D-Calif.`"""
_OF_SEAT = re.compile(
    r"[Tt]he (?:(?:\d\d-year-old|freshman|outspoken|veteran|junior|senior) )?"
    r"(?:(?P<state>(?!GOP |Republican |Democratic )[A-Z][a-z]+(?: [A-Z][a-z]+)?) )?"
    r"(?:(?P<of>Republican|Democrat|GOP|Democratic)(?: (?=[a-z]))?)?(?P<held>senator|congressman"
    r"|congresswoman|representative|lawmaker|governor|legislator)?"
)
_TAG = re.compile(
    r"(?:(?:,| \() ?(?P<party>[RDI])[-–—]| \((?=[A-Z][A-Za-z. ]{1,14}\.?\)))"
    r"(?P<state>[A-Z][A-Za-z.]*(?: [A-Z][a-z]+\.?)?)(?=[,);:. ])"
)
"""Of which party and state: `Ana Ruiz (R-MT)`, `Ana Ruiz (Mont.)`."""
_FROM = re.compile(r" of (?P<state>[A-Z][a-z]+(?: [A-Z][a-z]+)?)\b")
_CALLED = re.compile(r"\b(Republican|GOP|Democratic) (?:(?:U\.S\.|US) )?[A-Z][a-z]+\. \Z")
_TITLES = {
    "senator": ("Sen",),
    "congressman": ("Rep", "Cong"),
    "congresswoman": ("Rep", "Cong"),
    "representative": ("Rep", "Cong"),
    "governor": ("Gov",),
}


_SEATED = ("Sen", "Rep", "Gov", "Cong", "Former")


def by_seat(scene: Scene) -> Referent | None:
    """The only one whom the article gives that state or party, and no other of either, or chamber.

    >>> said = ("the Montana Republican", "the New York GOP senator", "the Ohio State lawmaker")
    >>> [_OF_SEAT.fullmatch(words).group("state", "of", "held") for words in said[:2]]
    [('Montana', 'Republican', None), ('New York', 'GOP', 'senator')]
    """
    phrase, text = scene.phrase, scene.text
    said = _OF_SEAT.fullmatch(text, phrase.start, phrase.end)
    if said is None:
        return None
    sits = said["held"] in ("congressman", "congresswoman")
    if not (said["of"] or sits or (said["held"] and said["state"])):
        return None
    party = None if said["of"] is None else "D" if said["of"].startswith("D") else "R"
    titles = _TITLES.get(said["held"] or "", ("",))
    named = list(_from(scene, said["state"]))
    if said["state"] is None and not sits:
        told = {index for index, own, _ in named if own is not None}
        if any(index not in told and title.startswith(_SEATED) for index, _, title in named):
            return None  # of whose party nothing is told
    gender = _GENDERS.get(said["held"])
    loose = sits or said["state"] is not None
    found = {
        index
        for index, own, title in named
        if (own == party or (loose and (own is None or party is None)))
        and (any(each in title for each in titles) or (not title and not sits))
        and (gender is None or gender_fits(scene, index, gender))
    }
    return of_entity(scene, found.pop(), "descriptor") if len(found) == 1 else None


_GENDERS: dict[str | None, Gender] = {"congressman": "m", "congresswoman": "f"}


def sits_elsewhere(scene: Scene, index: int) -> bool:
    """Whether somebody is of another state or party than a source says, or one who asks questions
    of those who sit: no host is `the Republican`."""
    phrase, discourse = scene.phrase, scene.discourse
    said = _OF_SEAT.fullmatch(scene.text, phrase.start, phrase.end)
    if said is None or not (said["of"] or said["held"]):
        return False
    if any(use.role in _ASKERS for use in discourse.entities[index].uses):
        return True
    party = None if said["of"] is None else "D" if said["of"].startswith("D") else "R"
    for i in discourse.places[index]:
        tag = _TAG.match(scene.text, discourse.mentions[i].end)
        if tag is not None:
            short = tag["state"].rstrip(".")
            other = said["state"] is not None and STATES.get(short, short) != said["state"]
            return (other and short in STATES) or (
                party is not None and tag["party"] not in (None, party)
            )
    return False


_ASKERS = frozenset("host anchor presenter moderator interviewer reporter correspondent".split())


def _from(scene: Scene, state: str | None) -> Iterator[tuple[int, str | None, str]]:
    """Who of those named before is of a state, with party and title: `Sen. Ana Ruiz (R-MT)`."""
    discourse, text = scene.discourse, scene.text
    for i in discourse.within(0, scene.phrase.start):
        mention = discourse.mentions[i]
        if not is_person(discourse, i):
            continue
        title = text[mention.start : mention.name_start]
        tag = _TAG.match(text, mention.end)
        if tag is not None:
            short = tag["state"].rstrip(".")
            if state is None or STATES.get(short, short) == state:
                yield discourse.owners[i], tag["party"], title
            continue
        placed = _FROM.match(text, mention.end) if title else None
        before = text[max(0, mention.start - 40) : mention.name_start]
        same = state is None or (placed is not None and placed["state"] == state)
        called = _CALLED.search(before)
        party = None if called is None else "D" if called[1] == "Democratic" else "R"
        if title and (same or f"{state} " in before):
            yield discourse.owners[i], party, title
