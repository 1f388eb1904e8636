"""Descriptions that call whoever was just named by other words: `the electrician`, `the Turk`."""

from __future__ import annotations

from attrs import evolve

from attrib.knowledge import nationalities, nouns
from attrib.knowledge.nouns import Noun
from attrib.lazily import re
from attrib.resolution import ages
from attrib.resolution.asked import asked_again, asks, replies
from attrib.resolution.countrymen import AGED, DEMONYMS, OF_MANY, countryman, is_of_another
from attrib.resolution.focused import barred, focus, people_in
from attrib.resolution.holders import holds_other, may_hold
from attrib.resolution.officials import is_doubtful, speaks_of_others
from attrib.resolution.phrases import PRONOUNS
from attrib.resolution.referents import (
    Referent,
    Scene,
    Turn,
    again,
    has_title,
    is_person,
    may_be_called,
    of_entity,
)
from attrib.resolution.seats import by_seat, sits_elsewhere
from attrib.resolution.trades import clash

_BIOGRAPHIC = frozenset(
    "person man woman gentleman lady hitmaker songwriter songstress crooner"
    " businessman businesswoman billionaire millionaire"
    " tycoon mogul magnate industrialist financier entrepreneur nominee candidate frontrunner"
    " front-runner contender hopeful native veteran politician democrat republican libertarian"
    " independent conservative liberal progressive socialist nationalist populist statesman"
    " stateswoman father mother dad mom mum grandfather grandmother parent widow widower author"
    " gran granny nan nana grandma grandad grandpa bride groom mum-to-be mother-to-be"
    " dad-to-be father-to-be bride-to-be"
    " novelist writer poet actor actress singer rapper musician artist comedian filmmaker star"
    " celebrity athlete footballer golfer boxer swimmer runner expert analyst professor scholar"
    " scientist researcher economist historian physicist biologist pollster strategist diplomat"
    " lawmaker legislator official retiree pensioner teen teenager"
    " activist advocate defendant suspect plaintiff spokesperson spokesman spokeswoman columnist"
    " journalist freshman".split()
)
"""What may be said again of whoever was just named, who need not have been called that before."""
OTHERS = frozenset(
    "victim attacker assailant gunman shooter murderer killer burglar robber rapist thief hijacker"
    " bomber source insider caller critic opponent rival neighbor neighbour witness eyewitness"
    " bystander onlooker customer client patient passenger user reader viewer listener colleague"
    " coworker co-worker friend classmate roommate housemate flatmate teammate co-star partner"
    " stranger visitor guest buyer seller consumer shopper tenant landlord landlady employee"
    " employer worker volunteer supporter backer fan accuser complainant successor predecessor"
    " counterpart questioner interviewer driver pilot conductor guard referee umpire juror"
    " translator interpreter narrator recipient beneficiary applicant donor participant attendee"
    " subscriber heir trustee announcer presenter"
    " contractor subcontractor builder supplier vendor wholesaler courier installer surveyor"
    " assessor valuer adjuster caterer removal-man handyman"
    " someone somebody anyone everyone nobody individual baby toddler child"
    " kid girl boy youth crew troop rebel militant terrorist hostage detainee inmate prisoner"
    " moderator independent forward keeper informant confidant host subject".split()
)
"""People of whom a story has several: `the victim` is rarely who spoke just now."""


_PROFESSIONS = frozenset(
    "accountant actuary anchorman anchorwoman architect archivist astronaut astronomer banker"
    " biographer broker choreographer cosmonaut demographer dentist designer"
    " developer educator engineer entrepreneur ethnographer financier firefighter"
    " geographer investor librarian lobbyist mathematician neurosurgeon obstetrician optician"
    " paediatrician pediatrician philosopher physician realtor showrunner speechwriter"
    " statistician stockbroker surgeon theologian trader veterinarian".split()
)
"""What somebody is by trade and holds no office as; whose help a story has, the doctor or lawyer,
is another as often."""


_NO_OFFICE = frozenset("pensioner retiree teenager teen student youngster".split())
"""What nobody is called who was just named with an office."""


def _may_recall(noun: Noun, owned: bool) -> bool:
    """Whether a noun may say again who was just named: `the striker`, not `the caller`."""
    if noun.lemma in _BIOGRAPHIC or owned:
        return noun.lemma in _BIOGRAPHIC
    learned = noun.lemma.endswith("ist") or noun.lemma in _PROFESSIONS
    learned = learned and noun.category == "title"
    return learned or (noun.category == "person" and noun.lemma not in OTHERS)


def so_called_before(scene: Scene, *, lead: bool = False) -> Referent | None:
    """`the senator`, after `the Orvale senator` was found to be Ruiz; in a `lead`, only where she
    was brought up so before she was named: `A retired senator`."""
    phrase, text = scene.phrase, scene.text
    if phrase.determiner not in ("the", "their") or phrase.noun is None:
        return None
    told = phrase.noun.lemma in _SEATS or _is_of_trade(phrase.noun)
    if phrase.determiner == "their" and phrase.noun.category != "kin":
        return None
    said = {word for word in text[phrase.start + 4 : phrase.core_end].split() if word[0].isupper()}
    for turn in reversed(scene.turns[-12:]):
        words = text[turn.start : turn.end]
        if turn.referent.entity is None or turn.referent.resolver != "descriptor":
            continue
        brought_up = words.startswith(("A ", "An ", "a ", "an "))
        if not brought_up and (lead or not told):
            continue
        called = nouns.lookup(words.rpartition(" ")[2])
        if called is not None and _alike(called, phrase.noun) and said <= set(words.split()):
            return again(scene, turn.referent, "descriptor")
    return None


def _is_of_trade(noun: Noun) -> bool:
    """Whether a noun is of everyday work or of a family, and no office that others hold."""
    return noun.category in ("person", "kin") and noun.lemma not in OTHERS


def _alike(one: Noun, other: Noun) -> bool:
    """Whether a person may be called by both: `A Leeds mum`, and then `the mother`."""
    if one.lemma == other.lemma:
        return True
    return any(one.lemma in family and other.lemma in family for family in _FAMILIES)


_FAMILIES = tuple(
    frozenset(words.split())
    for words in (
        "mum mom mam mother",
        "dad father",
        "gran granny nan nana grandma grandmother",
        "grandad grandpa granddad grandfather",
        "hubby husband",
    )
)


def recalls_anybody(noun: Noun) -> bool:
    """Whether a noun may mean whoever was just named, though the article calls several so."""
    return noun.lemma in _BIOGRAPHIC


def only_speaker(scene: Scene, key: str) -> Referent | None:
    """`the expert`, where one person alone has been named and speaks in the whole article."""
    phrase = scene.phrase
    noun = phrase.noun
    if noun is None or phrase.determiner != "the" or noun.lemma not in _BIOGRAPHIC:
        return None
    if phrase.owner is not None or phrase.complement is not None or phrase.adjunct is not None:
        return None
    if len(scene.discourse.entities) > _FEW or _OWNED.search(scene.text, phrase.start, phrase.end):
        return None
    people = [entity.index for entity in scene.discourse.entities if entity.human]
    spoken = {turn.referent.entity for turn in scene.turns if turn.start < phrase.start}
    if len(people) != 1 or people[0] not in spoken or not may_be_called(scene, people[0]):
        return None
    if noun.lemma in _NO_OFFICE and has_title(scene, people[0]):
        return None
    if _is_of_another(scene, people[0], key) or not may_hold(scene, people[0], key):
        return None
    return of_entity(scene, people[0], "descriptor")


def _is_of_another(scene: Scene, index: int, key: str) -> bool:
    """Whether somebody is of another trade than a descriptor says he is, and not only was."""
    phrase = scene.phrase
    return _LIFE.search(scene.text, phrase.start, phrase.chunk_end) is None and clash(
        scene, index, key
    )


_OWNED = re.compile(r"\w['’](?:s )?[a-z ]")
"""`the governor’s spokesman`."""
_FEW = 60
"""Names in an article in which one person alone may be named; more are not looked through."""


def just_named(scene: Scene, key: str, owner: int | None) -> Referent | None:
    """The person just spoken of, for a definite descriptor that is nobody else's."""
    phrase = scene.phrase
    noun = phrase.noun
    if noun is None or (phrase.determiner is None and phrase.owner is None):
        return None
    chunk = scene.text[phrase.start : phrase.chunk_end]
    if phrase.determiner not in (None, "the", "this", "that"):
        return None
    recalls = _may_recall(noun, phrase.owner is not None) or _LIFE.search(chunk) is not None
    recalls = recalls or _JOBS.search(chunk) is not None
    recalls = recalls or _AGE_NEXT.match(scene.text, phrase.chunk_end) is not None
    leads = not recalls and _heads_country(scene, key)
    if not (recalls or leads or noun.lemma in _SEATS or _LEADS.search(chunk)):
        return None
    if phrase.owner is None and ("’s " in chunk or "'s " in chunk):
        return None
    if " and " in chunk:
        return None  # `The company and its founder`
    discourse = scene.discourse
    at = phrase.start
    sentence = discourse.sentence_at(at)
    answers = replies(scene, sentence, noun.gender, "descriptor") if owner is None else None
    if answers is not None and answers.entity is not None and may_hold(scene, answers.entity, key):
        return None if _is_somebody_else(scene, answers.entity) else answers
    if owner is None and asks(scene, sentence):
        # `Asked if he feared the sack, the former midfielder said`
        last = asked_again(scene, sentence, noun.gender, "descriptor")
        if last is not None and last.entity is not None:
            return None if _is_somebody_else(scene, last.entity) else last
    if owner is None and noun.lemma in _PLAYERS:
        owner = _manager(scene)
    others: frozenset[int] = frozenset()
    for back in range(3 if owner is None else 4):
        if sentence - back < 0:
            return None
        start, end = discourse.window(sentence - back)
        end = min(end, at)
        if back == 0:
            others = barred(scene, start, at)
            others = others if owner is None else others | {owner}
        people = people_in(scene, start, end, noun.gender, others)
        people = [p for p in people if not speaks_of_others(scene, p)]
        people = [p for p in people if may_hold(scene, p, key)] or people
        turn = _turn_in(scene, start, end, owner)
        chosen: int | None = None
        if turn is not None and _may_be_again(scene, turn, others, key):
            chosen = turn.referent.entity
        else:
            chosen = focus(scene, people, start, end)
        if chosen is not None and noun.lemma in _NO_OFFICE and has_title(scene, chosen):
            return None
        if chosen is not None and (
            _is_somebody_else(scene, chosen) or _is_anothers(scene, noun, chosen, owner)
        ):
            return None
        if chosen is not None and (
            ages.is_other(scene, chosen)
            or _is_of_another(scene, chosen, key)
            or is_doubtful(scene, chosen)
            or sits_elsewhere(scene, chosen)
        ):
            return None
        if chosen is not None and not recalls and leads and discourse.entities[chosen].uses:
            return None
        if chosen is not None and not recalls and holds_other(discourse.entities[chosen], key):
            return None
        if chosen is not None:
            return of_entity(scene, chosen, "descriptor") if may_hold(scene, chosen, key) else None
        if people:
            return None
    return None


def _is_anothers(scene: Scene, noun: Noun, chosen: int, owner: int | None) -> bool:
    """Whether a noun says whose somebody is, `Okon’s father`, who was not just named: not what one
    is besides, `Okon’s biographer`, nor one who has the same surname."""
    if owner is None or not (noun.category == "kin" or noun.lemma in _ANOTHERS):
        return False
    whose, who = scene.discourse.entities[owner], scene.discourse.entities[chosen]
    of_person = whose.human or whose.gender is not None
    return of_person and whose.name.rpartition(" ")[2] != who.name.rpartition(" ")[2]


_ANOTHERS = frozenset(
    "father mother dad mom mum parent grandfather grandmother widow widower representative"
    " rep agent publicist star hero".split()
)
_LIFE = re.compile(
    r"\b(?:former|retired|trainee|apprentice|junior|aspiring|budding|part-time|ex|one-?time|then|veteran|long-?time|freshman|outspoken|self-[a-z]+"
    r"|[a-z\d]+-(?:year-old|born|term|time|winning|turned|trained|educated))\b"
)
"""What is told of somebody’s life, and not to say which of several: `the retired baker`."""
_JOBS = re.compile(
    r"\b(?:care|support|teaching|nursing|shop|dental|classroom|sales|healthcare|office|social"
    r"|youth|warehouse|factory|retail|fund|money|portfolio)"
    r" (?:assistant|worker|manager|operative)\Z"
)
"""Jobs by which a story calls whoever was just named: `the care assistant`."""
_AGE_NEXT = re.compile(r", [1-9]\d,")
"""`The barrister, 24,` is told more of, and so was just named."""
_HEADS = frozenset("president minister chancellor premier leader king queen".split())


def _heads_country(scene: Scene, key: str) -> bool:
    """`the Norvalian president`, of whom the article has told no office, since all know him."""
    body = scene.phrase.adjunct
    if body is None or key not in _HEADS or nationalities.countries(body.reading.name) is None:
        return False
    return not scene.discourse.roles.get(key)


_SEATS = frozenset(
    "senator congressman congresswoman representative lawmaker legislator governor assemblyman"
    " assemblywoman councilman councilwoman councillor councilor parliamentarian".split()
)
"""Offices of which there are many, so that the article need not say first who holds one."""
_LEADS = re.compile(r"\b(?:Senate|House|[Mm]inority|[Mm]ajority)\b.* (?:leader|whip)\Z")


def _may_be_again(scene: Scene, turn: Turn, others: frozenset[int], key: str) -> bool:
    """Whether who spoke may be called so; in `Ruiz met Okon, who said so`, it is Ruiz again."""
    index = turn.referent.entity
    if turn.referent.kind != "person" or index is None or index in others:
        return False
    relative = PRONOUNS.get(scene.text[turn.start : turn.end].lower()) == "relative"
    return not relative and may_hold(scene, index, key)


def _turn_in(scene: Scene, start: int, end: int, owner: int | None) -> Turn | None:
    """The last that somebody said in a window who may be called so."""
    for turn in reversed(scene.turns[-12:]):
        index = turn.referent.entity
        near = start <= turn.start < end and index != owner and may_be_called(scene, index)
        if near and (index is None or not speaks_of_others(scene, index)):
            return turn
    return None


_FOR_COUNTRY = re.compile(r"[Tt]he (?:former )?[A-Z]\w+(?: [A-Z]\w+)? international\Z")


def by_country(scene: Scene) -> Referent | None:
    """`the Portuguese`, `the Nigeria international`: the person who has just spoken."""
    phrase = scene.phrase
    if phrase.determiner != "the":
        return None
    if (seated := by_seat(scene)) is not None:
        return seated
    words = scene.text[phrase.start : min(phrase.end, phrase.start + 60)].partition(", who")[0]
    word = AGED.sub("", words[4:])
    one = word in DEMONYMS
    if not one and _FOR_COUNTRY.match(words) is None:
        return None
    paragraph = scene.text.rfind("\n", 0, phrase.start)
    named = any(
        is_person(scene.discourse, i) for i in scene.discourse.within(paragraph + 1, phrase.start)
    )
    if one and (named or word not in OF_MANY):
        told = countryman(scene, word)
        if told is not None:
            return told
    if one and not named and (word in OF_MANY or not _has_just_spoken(scene)):
        return None
    person = scene.with_phrase(evolve(phrase, noun=_PLAYER, owner=None))
    found = just_named(person, "person", None if one else _manager(scene))
    index = found.entity if found is not None else None
    return None if one and index is not None and is_of_another(scene, index, word) else found


def _has_just_spoken(scene: Scene) -> bool:
    """Whether the last one heard is a person named in the sentence before, or the one before it."""
    sentence = scene.discourse.sentence_at(scene.phrase.start)
    for turn in reversed(scene.turns[-3:]):
        if turn.start < scene.phrase.start and turn.attribution.parent is None:
            return turn.referent.kind == "person" and turn.sentence >= sentence - 2
    return False


_PLAYER = Noun("person", "person")
_PLAYERS = frozenset(
    "player striker winger midfielder goalkeeper defender centre-back full-back left-back"
    " right-back batter batsman bowler seamer spinner opener wicketkeeper all-rounder left-hander"
    " right-hander pitcher quarterback catcher footballer".split()
)
_MANAGERS = frozenset("manager boss coach chairman president owner director executive".split())


def _manager(scene: Scene) -> int | None:
    """Who spoke last, where that is one who leads a team and does not play in it."""
    for turn in reversed(scene.turns[-2:]):
        if turn.referent.entity is not None and turn.start < scene.phrase.start:
            entity = scene.discourse.entities[turn.referent.entity]
            leads = any(use.role in _MANAGERS for use in entity.uses)
            return entity.index if leads else None
    return None


def _is_somebody_else(scene: Scene, chosen: int) -> bool:
    """Whether the article has called another one so: `A plumber wept. Ana Ruiz said …`."""
    phrase, text = scene.phrase, scene.text
    word = text[phrase.noun_start : phrase.noun_end]
    if phrase.noun is None or phrase.noun.lemma in _BIOGRAPHIC or not word.islower():
        return False
    low, at = max(0, phrase.start - _RECENT), phrase.start
    while (at := text.rfind(f" {word}", low, at) + 1) and text[at + len(word)].isalpha():
        pass  # `leadership` is no leader
    if not at:
        # `Hacker who read Ruiz’s mail`, in a headline
        return text.startswith(f"{word.capitalize()} ") and phrase.start < _RECENT
    named = _CAPITAL.findall(text, phrase.start + 4, phrase.noun_start)
    if named and not any(name in text[max(0, at - _BESIDE) : at] for name in named):
        return False  # `the Norvale senator`, after `an Orvale senator`
    uses = scene.discourse.entities[chosen].uses
    held = any(use.start <= at < use.end for use in uses)
    spoke = any(t.start <= at < t.end and t.referent.entity == chosen for t in scene.turns[-12:])
    return not (held or spoke)


_RECENT = 3000
_BESIDE = 40
_CAPITAL = re.compile(r"\b[A-Z][\w-]+")
