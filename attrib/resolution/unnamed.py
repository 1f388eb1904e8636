"""Sources whom nobody names: they keep their words, and those words tell what kind they are."""

from __future__ import annotations

from attrib.lazily import re
from attrib.model import SpeakerKind
from attrib.outlets.descriptors import describes_outlet, means_outlets
from attrib.resolution import figures, phrases, small_letters
from attrib.resolution.chunks import DETERMINERS
from attrib.resolution.named_bodies import in_small_letters
from attrib.resolution.phrases import Phrase
from attrib.resolution.referents import Referent, Scene, entity_of
from attrib.resolution.shares import end_of_share
from attrib.resolution.speaker_details import IMPLIED
from attrib.resolution.spoken_for import body_spoken_for, press_office

_UNDISCLOSED = frozenset(
    "official aide advisor adviser source insider operative observer strategist staffer"
    " informant confidant diplomat interlocutor".split()
)
"""Plurals of these are people who stay unnamed; of any other role, a group."""


def own_words(scene: Scene) -> Referent:
    """The source as it stands, with the kind that its words tell."""
    phrase = scene.phrase
    noun = phrase.noun
    if phrase.form == "pronoun":
        words = scene.text[phrase.start : phrase.end]
        bare = _BARE_PRONOUN.match(words)
        kind = _KIND_OF_PRONOUN[phrase.pronoun or ""]
        kind = "document" if _is_read_out(scene) else kind
        return Referent(name=words if bare is None else bare[0], kind=kind)
    handle = _HANDLE.fullmatch(scene.text, phrase.start, phrase.end)
    if handle is not None:
        return Referent(name=handle[1], kind="person")
    words = scene.text[phrase.start : max(phrase.core_end, phrase.chunk_end)]
    if _NTH.fullmatch(words) and _ONE_BEFORE.search(
        scene.text, max(0, phrase.start - 300), phrase.start
    ):
        return Referent(name=words, kind="anonymous")  # one more, and not a part of them
    if noun is not None and noun.lemma == "figure" and figures.are_people(scene):
        many = noun.plural
        return Referent(name=words, kind="group" if many else "anonymous", plural=many)
    if figures.are_counted(scene):
        return Referent(name=words, kind="document")
    other = noun is not None and (noun.human or noun.category == "document")
    other = other and not scene.text.startswith(" of ", phrase.chunk_end)
    if _GUARDS.search(words):
        return Referent(name=words, kind="organization")
    if not other and _OWN_OFFICE.search(words):
        return Referent(name=words.removeprefix("The "), kind="organization")
    if means_outlets(words[: phrase.chunk_end - phrase.start]):
        return Referent(name=words, kind="outlet")
    office = press_office(scene)
    if office is not None:
        return office
    if words.lower() in _SOMEBODYS:
        return Referent(name=words, kind="anonymous")
    whole = scene.text[phrase.start : phrase.end].rstrip(", ")
    if _SHARE.search(whole) and figures.count_people(whole):
        return Referent(name=whole, kind="group", plural=True)
    if phrase.form == "other" and end_of_share(scene.text, phrase.start, phrase.end) is not None:
        return Referent(name=words, kind="group", plural=True)
    if noun is None:
        one = _ONE_OF_THEM.fullmatch(scene.text, phrase.start, phrase.end)
        if one is not None:
            return Referent(name=one[1], kind="anonymous")
        inner = _parted(scene)
        if inner is not None:
            return inner
        if _UNNAMED_PEOPLE.search(words):
            many = words.lower().startswith("those ") and IMPLIED.search(words) is None
            return Referent(name=words, kind="group" if many else "anonymous", plural=True)
        small = in_small_letters(scene.text) if words.islower() else None
        if small is not None and words == scene.text[slice(*small)]:
            return Referent(name=words, kind="organization")
        return Referent(name=words, kind=_kind_of_unknown(scene))
    inner = _parted(scene)
    if inner is not None:
        return inner
    if noun.human:
        body = body_spoken_for(scene)
        if body is not None:
            return body
        if small_letters.speaks_for_one(words):
            return Referent(name=words, kind="organization")
        if not noun.plural:
            return Referent(name=words, kind="anonymous", gender=noun.gender)
        counted = phrase.determiner in ("two", "three", "four")
        anonymous = counted or noun.lemma in _UNDISCLOSED
        return Referent(name=words, kind="anonymous" if anonymous else "group", plural=True)
    if noun.category == "group":
        implied = IMPLIED.search(words) is not None
        return Referent(name=words, kind="anonymous" if implied else "group", plural=True)
    if noun.category == "document":
        return Referent(name=words, kind="document", plural=noun.plural)
    led = noun.lemma == "group" and _LED_BY.match(scene.text, phrase.chunk_end)
    together = noun.lemma in _TEAMS and not (_OWN_TEAM.search(words) or _is_somebodys(scene))
    if led or together:
        return Referent(name=words, kind="group", plural=True)
    if words[:4] == "The " and _NAMED_FOR.match(words, 4):
        return Referent(name=words[4:], kind="organization")
    if noun.plural and noun.lemma not in ("authority", "police"):
        return Referent(name=words, kind="group", plural=True)
    if _OWNED_OUTLET.search(words) and describes_outlet(_OWNED_OUTLET.sub("the ", words)):
        return Referent(name=words, kind="outlet")
    if phrase.determiner == "the" and (phrase.owner or phrase.adjunct or phrase.complement):
        words = words[4:]
    return Referent(name=words, kind="organization")


def _is_somebodys(scene: Scene) -> bool:
    """Whether a team is called by a person, for whom it speaks: `the Ruiz team`."""
    adjunct = scene.phrase.adjunct
    index = None if adjunct is None else entity_of(scene.discourse, adjunct)
    return index is not None and scene.discourse.entities[index].human


def _is_read_out(scene: Scene) -> bool:
    """Whether somebody tells what stands in something: `“My phone pings. It says, ‘Go,’” she
    said`."""
    said = scene.attribution
    if scene.phrase.pronoun != "thing" or said is None or said.cue is None:
        return False
    nested = scene.parent is not None and scene.parent.kind in ("person", "anonymous")
    return nested and said.kind == "direct" and said.cue.lemma in ("say", "read", "go")


_SHARE = re.compile(r" (?:in|out of) [\w ]+\Z|(?:%|cent|half|(?:third|quarter|fifth|tenth)s?)\Z")
"""How a share ends: `only about four in ten`, `just under a third`."""
_TEAMS = frozenset("team squad troupe".split())
"""People who do something together, and no body: `the research team`."""
_OWN_TEAM = re.compile(r"['’]s? team\Z|\b(?:campaign|transition|press|media|communications) team\Z")
"""`Ruiz’s team`, which speaks for her."""
_SOMEBODYS = frozenset(("mine", "hers"))
"""Whose husband or the like was just told of: `“Are husbands deaf? Mine says so.”`"""
_LED_BY = re.compile(r",? (?:led|headed|directed|coordinated) by ")
"""After people who did something together: `a group led by Ana Ruiz`."""
_NAMED_FOR = re.compile(r"[A-Z][a-z]+s (?:for|of|against|on|without) (?:the )?[A-Z]")
"""`The Centers for Plague Control`: a body, whatever its number."""
_OWNED_OUTLET = re.compile(r"\A(?:[Tt]he )?[A-Z][\w. -]*['’]s? ")
"""`North Korea’s official newspaper`: whose it is tells nothing of what it is."""
_PARTS = frozenset(
    "pair series set round number average copy batch collection version list handful group team"
    " majority minority trio couple string spate panel coalition host raft trove cache exchange"
    " body line decade year month wave slew flurry stack page stream sample selection volley array"
    " tranche pile mountain rest cross-section army swarm horde throng legion gaggle chorus cadre"
    " contingent phalanx bunch".split()
)
"""What says only how many, or in what form: `a copy of the filing` is a document."""
_ONE = frozenset("one another each first second third fourth last latest earliest some".split())
"""Which of some papers: `one of the emails`."""
_NUMBERS = frozenset(
    "five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty dozen dozens scores hundreds thousands half most many".split()
)
"""How many of some people: `twelve of the 20 members`."""
_OF = re.compile(r" of ")


def _parted(scene: Scene) -> Referent | None:
    """The source by what it is a part or a number of, where that tells its kind."""
    phrase = scene.phrase
    words = scene.text[phrase.start : phrase.chunk_end].lower().split()
    match = _OF.match(scene.text, phrase.chunk_end, phrase.core_end)
    if not words or match is None:
        return None
    few = words[-1] in ("two", "three", "four", "several")
    counted = few or words[-1].isdigit() or words[-1] in _NUMBERS
    one = words[-1] in _ONE
    if not (counted or one or words[-1].removesuffix("s") in _PARTS):
        return None
    inner = phrases.read(scene.text, match.end(), phrase.core_end, ())
    noun = inner.noun
    if noun is None or not (noun.category == "document" or noun.plural):
        return None
    name = scene.text[phrase.start : phrase.core_end]
    if noun.category == "document":
        return Referent(name=name, kind="document", plural=noun.plural and not one)
    if one:
        return None
    unnamed = few and (noun.lemma in _UNDISCLOSED or noun.lemma == "people")
    return Referent(name=name, kind="anonymous" if unnamed else "group", plural=True)


_BARE_PRONOUN = re.compile(r"\w+(?=['’](?:re|m) )|who(?= )", re.IGNORECASE)
"""Of `They’re sure`, `who in the past`."""
_KIND_OF_PRONOUN: dict[str, SpeakerKind] = {
    "m": "person",
    "f": "person",
    "self": "person",
    "selves": "group",
    "plural": "group",
    "thing": "organization",
    "relative": "anonymous",
}


_HANDLE = re.compile(
    r"(?:(?:[Tt]he )?(?:(?:Twitter |X |Instagram |Reddit |TikTok )?(?:[Uu]ser|account)) )?(@[\w.]+)"
)
_ONE_OF_THEM = re.compile(
    r"(?:[Oo]ne|[Aa]nother|[Tt]he (?:first|second|third|other)), (an? [^,]{3,60}),?"
)
"""`One, a pharmacist,`"""
_NTH = re.compile(r"[Aa] (?:second|third|fourth|fifth)")
_ONE_BEFORE = re.compile(r"\b(?:[Oo]ne|[Aa]nother|[Aa] second)\b")
_UNNAMED_PEOPLE = re.compile(r"\b(?:those|people|sources)\b", re.IGNORECASE)


def _is_slogan(phrase: Phrase, head: str) -> bool:
    """Whether a source is a body by its capitals alone: `Save Our Pool`, `The INTO`."""
    words = head.split()
    if phrase.name is not None and phrase.name.reading.sort == "people":
        return False
    if len(words) < 2:
        return len(head) > 2 and head.isupper()
    capitals = all(word[:1].isupper() for word in words)
    return capitals and words[0].lower() not in DETERMINERS


_GUARDS = re.compile(
    r"\A[Tt]he (?:[\w.]+ )?(?i:coast|national|civil|revolutionary|presidential)[ -]?(?i:guards?)\Z"
    r"|\A(?:[A-Z]\w+ ){0,3}(?:Local|Lodge|Branch) \d+\Z"
)
"""Bodies by what somebody is called: `the coast guard`, `Local 212`."""
_OWN_OFFICE = re.compile(r"\w['’]s? (?:office|campaign|administration|foundation|estate)\Z")
"""`the Mayor of London’s office`."""
_BODILY = re.compile(
    r"[a-z]{1,5}[A-Z]\w+|N(?:o|o\.|umber) 1[01](?: Downing Street)?"
    r"|(?:[A-Z]\w+ ){1,3}\d+|\d+[A-Z]\w*|[A-Z]\w+(?: (?:& )?[A-Z]\w+){0,3}['’]s"
)
"""`easyGlide`, `No 10`, `Local 212`, `3Q`, `Brandt’s`."""


def _kind_of_unknown(scene: Scene) -> SpeakerKind:
    phrase = scene.phrase
    words = scene.text[phrase.start : phrase.end]
    if describes_outlet(words) is not None:
        return "outlet"
    head = words[: (phrase.chunk_end or phrase.end) - phrase.start]
    if _BODILY.fullmatch(head) or _is_slogan(phrase, head.removeprefix("The ")):
        return "organization"
    if phrase.name is not None:
        return "anonymous" if phrase.name.reading.sort == "people" else "person"
    if phrase.determiner is None and scene.text.startswith((":", ">"), phrase.end):
        return "person"  # [10:14] ada: is it open?
    many = head.rstrip("’'").endswith("s") or figures.count_people(head)
    return "group" if many else "anonymous"
