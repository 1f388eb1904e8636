"""Sources whom nobody names: they keep their words, and those words tell what kind they are."""

from __future__ import annotations

from attrs import evolve

from attrib.knowledge import names, nouns
from attrib.lazily import re
from attrib.model import SpeakerKind
from attrib.outlets.descriptors import describes_outlet
from attrib.resolution import phrases
from attrib.resolution.aliases import named
from attrib.resolution.body_descriptors import described_body
from attrib.resolution.chunks import DETERMINERS
from attrib.resolution.mentions import Mention
from attrib.resolution.phrases import Phrase, role_of
from attrib.resolution.referents import Referent, Scene, entity_of, kind_of
from attrib.resolution.roles import SYNONYMS
from attrib.resolution.speaker_details import IMPLIED

_UNDISCLOSED = frozenset(
    "official aide advisor adviser source insider operative observer strategist staffer"
    " informant confidant diplomat interlocutor".split()
)
"""Plurals of these are people who stay unnamed; of any other role, a group."""


_SPEAKS_FOR = frozenset(
    "spokesperson official representative officer prosecutor investigator agent director"
    " administrator".split()
)


def own_words(scene: Scene) -> Referent:
    """The source as it stands, with the kind that its words tell."""
    phrase = scene.phrase
    noun = phrase.noun
    if phrase.form == "pronoun":
        return Referent(
            name=scene.text[phrase.start : phrase.end], kind=_KIND_OF_PRONOUN[phrase.pronoun or ""]
        )
    handle = _HANDLE.fullmatch(scene.text, phrase.start, phrase.end)
    if handle is not None:
        return Referent(name=handle[1], kind="person")
    words = scene.text[phrase.start : max(phrase.core_end, phrase.chunk_end)]
    if _OWN_OFFICE.search(words):
        return Referent(name=words.removeprefix("The "), kind="organization")
    office = _press_office(scene)
    if office is not None:
        return office
    if noun is None:
        inner = _parted(scene)
        if inner is not None:
            return inner
        if _UNNAMED_PEOPLE.search(words):
            return Referent(name=words, kind="anonymous", plural=True)
        return Referent(name=words, kind=_kind_of_unknown(scene))
    inner = _parted(scene)
    if inner is not None:
        return inner
    if noun.human:
        body = _body_spoken_for(scene)
        if body is not None:
            return body
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
    if noun.plural and noun.lemma not in ("authority", "police"):
        return Referent(name=words, kind="group", plural=True)
    if phrase.determiner == "the" and (phrase.owner or phrase.adjunct or phrase.complement):
        words = words[4:]
    return Referent(name=words, kind="organization")


_PARTS = frozenset(
    "pair series set round number average copy batch collection version list handful group team"
    " majority minority trio couple string spate panel coalition host raft handful".split()
)
"""What says only how many, or in what form: `a copy of the filing` is a document."""
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
    if not counted and words[-1].removesuffix("s") not in _PARTS:
        return None
    inner = phrases.read(scene.text, match.end(), phrase.core_end, ())
    noun = inner.noun
    if noun is None or not (noun.category == "document" or noun.plural):
        return None
    name = scene.text[phrase.start : phrase.core_end]
    if noun.category == "document":
        return Referent(name=name, kind="document", plural=noun.plural)
    unnamed = few and (noun.lemma in _UNDISCLOSED or noun.lemma == "people")
    return Referent(name=name, kind="anonymous" if unnamed else "group", plural=True)


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


_OWN_OFFICE = re.compile(r"\w['’]s? (?:office|campaign|administration|foundation|estate)\Z")
"""`the Mayor of London’s office`."""
_BODILY = re.compile(r"[a-z]{1,5}[A-Z]\w+|N(?:o|o\.|umber) 1[01](?: Downing Street)?")
"""`easyGlide`, `No 10`."""


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
    return "group" if head.rstrip("’'").endswith("s") else "anonymous"


def _body_spoken_for(scene: Scene) -> Referent | None:
    """The named body that an unnamed official speaks for."""
    phrase = scene.phrase
    noun = phrase.noun
    if noun is None or SYNONYMS.get(noun.lemma, noun.lemma) not in _SPEAKS_FOR:
        return None
    if SYNONYMS.get(noun.lemma, noun.lemma) != "spokesperson" and _stays_unnamed(scene):
        return None
    if phrase.complement is None and phrase.owner is None and phrase.adjunct is None:
        return _own_body_spoken_for(scene) or _described_body_spoken_for(scene)
    for mention in (phrase.owner, phrase.adjunct, phrase.complement):
        between = [""]
        if mention is None or mention.reading.sort in ("people", "place"):
            continue
        if mention is phrase.complement:
            between = scene.text[phrase.chunk_end : mention.start].split()
            if not between or between[0] not in ("for", "of", "at", "from", "with", "in"):
                continue
            if len(between) > 3 or _TITLED_AFTER.match(scene.text, mention.end, phrase.core_end):
                continue
        index = entity_of(scene.discourse, mention)
        if index is None:
            if mention.reading.sort != "organization":
                continue
            name = mention.reading.name
            antecedent = None
        else:
            entity = scene.discourse.entities[index]
            bare = entity.sort == "name" and not entity.human and entity.gender is None
            bare = bare or (entity.sort == "name" and _is_trade(between[-1], mention))
            if not bare and kind_of(scene, entity) != "organization":
                continue
            name = entity.name
            antecedent = (entity.start, entity.end) if name != mention.reading.name else None
        return Referent(
            name=name,
            kind="organization",
            entity=index,
            antecedent=antecedent,
            role=role_of(scene.text, phrase),
            plural=noun.plural,
            resolver="descriptor",
        )
    return _compound_body(scene)


_TITLED_AFTER = re.compile(r" (?:[a-z-]+ )?[A-Z]")
"""`a spokesman for Orvale mayor Ana Ruiz` speaks for no Orvale."""
_TRADES = frozenset(
    "contractor owner developer supplier builder manufacturer promoter organizer organiser"
    " publisher employer landlord insurer lender producer sponsor provider maker".split()
)
"""What a firm may be called as well as a person."""


def _is_trade(word: str, mention: Mention) -> bool:
    """`contractor` before `Beckwith Civil`, where no given name opens the name."""
    first = mention.reading.name.partition(" ")[0]
    unknown = not names.is_given(first) and names.gender(first, first=True) is None
    return word in _TRADES and unknown


def _own_body_spoken_for(scene: Scene) -> Referent | None:
    """`a company spokeswoman`, `a bureau official`, where it is clear which company."""
    phrase = scene.phrase
    before = scene.text[phrase.start : phrase.noun_start].split()
    if len(before) != 2 or before[0].lower() not in ("a", "an", "the", "one"):
        return None
    noun = nouns.lookup(before[1])
    if noun is None or noun.category != "organization" or noun.plural or not before[1].islower():
        return None
    start = scene.text.index(before[1], phrase.start)
    end = start + len(before[1])
    part = Phrase(
        start=phrase.start,
        end=end,
        form="descriptor",
        noun=noun,
        noun_start=start,
        noun_end=end,
        chunk_end=end,
        core_end=end,
        determiner="the",
    )
    body = described_body(scene.with_phrase(part))
    return None if body is None else evolve(body, role=role_of(scene.text, phrase))


_FOR_PLAIN = re.compile(r" for ([a-z][\w.-]{3,})")
"""`a spokesman for flydubai`: a body that writes itself without a capital."""


_IN_BODY = re.compile(r" (?:in|within|inside) ")
_UNNAMED = re.compile(
    r"[^.\n]{0,40}\b(?:(?:not|nor) (?:wish|want|willing|authori[sz]ed|be (?:named|identified))"
    r"|anonym|declined to be (?:named|identified)|not to be (?:named|identified)|unnamed)"
)


def _stays_unnamed(scene: Scene) -> bool:
    """`a senior official in the ministry, who did not wish to be named`: speaks for himself."""
    phrase = scene.phrase
    if _IN_BODY.match(scene.text, phrase.chunk_end):
        return True
    after = _UNNAMED.match(scene.text, phrase.core_end, phrase.core_end + 160)
    return after is not None or _UNNAMED.match(scene.text, phrase.start, phrase.end) is not None


_PRESS = (
    r"(?:press|public relations|public affairs|information|media|communications)"
    r" (?:service|office|centre|center|department|wing|team|desk)"
)
_PRESS_OFFICE = re.compile(
    rf"(?:[Tt]he|[Tt]his) (?P<owner>[\w -]{{2,40}}?)['’]s? {_PRESS}\b"
    rf"|[Tt]he {_PRESS} (?:of|at) (?P<of>(?:the )?)(?=\w)"
)


def _press_office(scene: Scene) -> Referent | None:
    """`the ministry’s press office`: the body speaks, where it is clear which."""
    phrase, text = scene.phrase, scene.text
    match = _PRESS_OFFICE.match(text, phrase.start, phrase.end)
    if match is None:
        return None
    if match["of"] is not None:
        start, end = match.start("of"), phrase.core_end
    else:
        start, end = phrase.start, match.end("owner")
    within = scene.discourse.within(start, end)
    part = phrases.read(text, start, end, scene.discourse.named(within))
    body = None
    if part.name is not None:
        body = named(scene, part.name)
        if body is not None and part.name.reading.sort == "name" and body.kind == "person":
            body = evolve(body, kind="organization") if _HAS_NOUN.search(text, start, end) else None
    elif (whose := _HAS_NOUN.search(text, start, end)) is not None and within:
        mention = scene.discourse.mentions[within[0]]
        if mention.end == whose.start():
            body = Referent(name=mention.reading.name, kind="organization")
    elif part.noun is not None and part.noun.category == "organization":
        body = described_body(scene.with_phrase(part))
        if body is None and part.noun.lemma in _ONLY_ONE:
            body = Referent(name=text[part.noun_start : part.noun_end], kind="organization")
    if body is None or body.kind != "organization":
        return None
    return evolve(body, role=(match.start(), match.end()), resolver="descriptor")


_HAS_NOUN = re.compile(r" (?:company|concern|group|corporation|plant|holding|firm|bank|club)\Z")
"""After a name: it is a body’s."""
_COMPOUND = re.compile(r"(?:[Aa]n?|[Tt]he) (?:[\w-]+ )?(?P<body>[\w-]+)(?:['’]s)? \Z")
_OWNED = re.compile(r"(?P<body>(?:[Tt]he|[Tt]his) (?:[\w-]+ ){0,2}[\w-]+)['’]s? (?:[\w-]+ ){0,2}\Z")
_FOR_BODY = re.compile(r" (?:for|of|at|from|with) (?=(?:the|this) )")


def _described_body_spoken_for(scene: Scene) -> Referent | None:
    """`a spokeswoman for the company`, where it is clear which company."""
    phrase = scene.phrase
    plain = _FOR_PLAIN.fullmatch(scene.text, phrase.chunk_end, phrase.core_end)
    if plain is not None and nouns.lookup(plain[1]) is None:
        return Referent(
            name=plain[1],
            kind="organization",
            role=role_of(scene.text, phrase),
            resolver="descriptor",
        )
    match = _FOR_BODY.match(scene.text, phrase.chunk_end, phrase.core_end)
    if match is None:
        return _compound_body(scene)
    apposed = _apposed_body(scene)
    if apposed is not None:
        return apposed
    part = phrases.read(scene.text, match.end(), phrase.core_end, ())
    if part.form != "descriptor" or part.noun is None or part.noun.category != "organization":
        return None
    body = described_body(scene.with_phrase(part))
    if body is None:
        words = scene.text[match.end() + 4 : part.core_end]
        if part.noun_start - match.end() <= 4 or not words:
            return None
        # `a spokeswoman for the sheriff’s office`: so much is said of it that it is named.
        return Referent(
            name=words,
            kind="organization",
            role=role_of(scene.text, phrase),
            resolver="descriptor",
        )
    return evolve(body, role=role_of(scene.text, phrase))


def _apposed_body(scene: Scene) -> Referent | None:
    """`a spokesman for the cable’s owner, Gulf Bridge Telecom,`: the body that is named last."""
    phrase = scene.phrase
    start = phrase.core_end + 2
    for i in scene.discourse.within(start, phrase.end):
        mention = scene.discourse.mentions[i]
        ends = scene.text[mention.end : mention.end + 1] in ("", ",") or mention.end == phrase.end
        if mention.start != start or not ends or mention.reading.sort in ("people", "place"):
            return None
        index = entity_of(scene.discourse, mention)
        entity = None if index is None else scene.discourse.entities[index]
        if mention.reading.sort == "person" or (entity is not None and entity.human):
            return None
        return Referent(
            name=mention.reading.name if entity is None else entity.name,
            kind="organization",
            entity=index,
            role=role_of(scene.text, phrase),
            resolver="descriptor",
        )
    return None


_ONLY_ONE = frozenset("army police navy military coastguard cabinet presidency".split())
"""Bodies of which an article has one: `an army spokesperson` speaks for the army."""


def _compound_body(scene: Scene) -> Referent | None:
    """`a company spokesman`, `the council’s spokeswoman`, where it is clear which."""
    phrase, text = scene.phrase, scene.text
    noun = phrase.noun
    if noun is None or SYNONYMS.get(noun.lemma, noun.lemma) not in (
        "spokesperson",
        "representative",
    ):
        return None
    owned = _OWNED.search(text, phrase.start, phrase.noun_start)
    match = owned or _COMPOUND.search(text, phrase.start, phrase.noun_start)
    if match is None:
        return None
    part = phrases.read(text, match.start("body"), match.end("body"), ())
    if part.noun is None or part.noun.category != "organization":
        return None
    body = described_body(scene.with_phrase(evolve(part, form="descriptor", determiner="the")))
    if body is None and phrase.adjunct is not None and phrase.adjunct.reading.sort == "people":
        place = (phrase.adjunct.start, match.end("body"))  # a Scottish government spokeswoman
        body = Referent(name=text[slice(*place)], kind="organization")
    if body is None and part.noun.lemma in _ONLY_ONE:
        body = Referent(name=text[slice(*match.span("body"))], kind="organization")
    if body is None:
        return None
    return evolve(body, role=role_of(text, phrase), resolver="descriptor")
