"""Bodies that somebody unnamed speaks for: `a company spokeswoman`, `its press office`."""

from __future__ import annotations

from attrs import evolve

from attrib.knowledge import names, nationalities, nouns
from attrib.lazily import re
from attrib.outlets.runs import CAPITAL
from attrib.resolution import phrases, small_letters
from attrib.resolution.aliases import named
from attrib.resolution.body_descriptors import (
    PEOPLE_TOO,
    described_body,
    just_spoke,
    only_body_told_of,
)
from attrib.resolution.mentions import Mention
from attrib.resolution.phrases import Phrase, role_of
from attrib.resolution.referents import Referent, Scene, entity_of, kind_of
from attrib.resolution.roles import SYNONYMS
from attrib.resolution.salient_bodies import is_brought_up, is_subject_nowhere, spoken_for
from attrib.resolution.spokespeople import for_seat, its_spokesperson, outlet_spoken_for

_SPEAKS_FOR = frozenset(
    "spokesperson official representative officer prosecutor investigator agent director"
    " administrator".split()
)


def body_spoken_for(scene: Scene) -> Referent | None:
    """The named body that an unnamed official speaks for."""
    phrase = scene.phrase
    noun = phrase.noun
    if noun is None or SYNONYMS.get(noun.lemma, noun.lemma) not in _SPEAKS_FOR:
        return None
    if SYNONYMS.get(noun.lemma, noun.lemma) != "spokesperson":
        if _stays_unnamed(scene):
            return None
    elif (outlet := outlet_spoken_for(scene)) is not None:
        return outlet
    elif (seat := for_seat(scene) or small_letters.of_adjective(scene)) is not None:
        return seat
    if phrase.complement is None and phrase.owner is None and phrase.adjunct is None:
        return (
            its_spokesperson(scene)
            or _own_body_spoken_for(scene)
            or _described_body_spoken_for(scene)
            or _for_whom(scene)
        )
    if (placed := _described_by_place(scene)) is not None:
        return placed
    written_out = _for_written_out(scene)
    if written_out is not None:
        return written_out
    if (owner := phrase.complement) is not None and small_letters.OWNS.match(scene.text, owner.end):
        return small_letters.for_owned(scene, owner)
    for mention in (phrase.owner, phrase.adjunct, phrase.complement):
        between, apposed = [""], False
        if mention is None or mention.reading.sort in ("people", "place"):
            continue
        if mention is phrase.complement:
            between = scene.text[phrase.chunk_end : mention.start].split()
            if not between or between[0] not in ("for", "of", "at", "from", "with", "in"):
                continue
            if between[0] == "in" and mention.reading.sort != "organization":
                continue  # `a ministry spokesman in Bonn`
            apposed = between[-1][-1] == "," and len(between) < _LONGEST_DESCRIPTION
            if (len(between) > 3 and not apposed) or _TITLED_AFTER.match(
                scene.text, mention.end, phrase.core_end
            ):
                continue
        index = entity_of(scene.discourse, mention)
        if index is None:
            if mention.reading.sort != "organization" and not apposed:
                continue
            name = mention.reading.name
            antecedent = None
        else:
            entity = scene.discourse.entities[index]
            bare = entity.sort == "name" and not entity.human and entity.gender is None
            bare = bare or (entity.sort == "name" and _is_trade(between[-1], mention))
            if not bare and not apposed and kind_of(scene, entity) != "organization":
                continue
            name = entity.name
            antecedent = (entity.start, entity.end) if name != mention.reading.name else None
        if mention is phrase.complement:
            place = (mention.start, mention.end, phrase.core_end)
            whole = small_letters.whole_name(scene.text, *place)
            if whole is not None:
                name, index, antecedent = whole, None, None
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


def _described_by_place(scene: Scene) -> Referent | None:
    """`a spokesman for the Norwegian firm`, `for the Orvale-based charity`: whichever it is."""
    phrase, place = scene.phrase, scene.phrase.complement
    if place is None or not _FOR_BODY.match(scene.text, phrase.chunk_end, place.start):
        return None
    if place.reading.sort != "people" and not place.reading.name.endswith("-based"):
        return None
    start = scene.text.rfind(" the ", phrase.chunk_end, place.start) + 1
    if place.start - start > 5:
        return None
    mentions = scene.discourse.named(scene.discourse.within(start, phrase.core_end))
    part = phrases.read(scene.text, start, phrase.core_end, mentions)
    if part.form != "descriptor" or part.noun is None or part.noun.category != "organization":
        return None
    body = described_body(scene.with_phrase(part))
    if body is None and _is_spokesperson(phrase):
        return small_letters.called_by_place(scene, part)
    return None if body is None else evolve(body, role=role_of(scene.text, phrase))


def _is_spokesperson(phrase: Phrase) -> bool:
    noun = phrase.noun
    return noun is not None and SYNONYMS.get(noun.lemma, noun.lemma) == "spokesperson"


def _for_written_out(scene: Scene) -> Referent | None:
    """`a spokesman for Transport for Wales`, `for the Israeli military`: names with small words in
    them, which are no runs of capitals, and bodies that a country has."""
    phrase = scene.phrase
    noun = phrase.noun
    if noun is None or not _is_spokesperson(phrase):
        return None
    found = _WRITTEN_OUT.match(scene.text, phrase.noun_end, phrase.end)
    name = None if found is None else found[1]
    if name is not None and names.is_given(name.partition(" ")[0]):
        return None  # `a spokesman for Ana Ruiz for Mayor`
    if name is None:
        found = _OF_COUNTRY.match(scene.text, phrase.noun_end, phrase.end)
        if found is None or nationalities.countries(found[2]) is None:
            return None
        body = nouns.lookup(found[3])
        if body is None or body.category != "organization" or body.plural:
            return None
        name = found[1]
    return Referent(
        name=name,
        kind="organization",
        role=role_of(scene.text, phrase),
        plural=noun.plural,
        resolver="descriptor",
    )


_LONGEST_DESCRIPTION = 10
"""Words between `a spokesman` and the name of his body: `for the drug industry's lobby,`."""
_WORD = rf"[{CAPITAL}][\w’'-]+"
_WRITTEN_OUT = re.compile(
    rf" for (?:the )?({_WORD}(?: {_WORD})*(?: (?:for|the) (?:the )?{_WORD}"
    rf"(?: (?:and )?{_WORD})*)+)(?=[,.]?$)"
)
_OF_COUNTRY = re.compile(rf" for the (({_WORD}) ([a-z]+))$")


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


def _for_whom(scene: Scene) -> Referent | None:
    """`A spokesman`, of the body that has just spoken in the same paragraph or was just told of."""
    phrase = scene.phrase
    noun = phrase.noun
    if noun is None or not _is_spokesperson(phrase):
        return None
    if phrase.determiner not in ("a", "the") or phrase.noun_start - phrase.start > 4:
        return None
    alone = phrase.end - phrase.noun_end <= 2
    body = (just_spoke(scene) or only_body_told_of(scene)) if alone else None
    aside = body is not None and body.entity is not None and is_subject_nowhere(scene, body.entity)
    if alone and (body is None or aside):
        main = spoken_for(scene)
        if main is None and body is not None and body.entity is not None:
            # `The case will be heard at Orvale Crown Court. A spokesman`: hardly of the court
            body = None if is_brought_up(scene, body.entity) else body
        body = main or body
    if body is None or not body.name[:1].isupper():
        return None
    return evolve(body, role=role_of(scene.text, phrase))


def _own_body_spoken_for(scene: Scene) -> Referent | None:
    """`a company spokeswoman`, `a bureau official`, where it is clear which company."""
    phrase = scene.phrase
    before = scene.text[phrase.start : phrase.noun_start].split()
    if len(before) != 2 or before[0].lower() not in ("a", "an", "the"):
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
    r"[^.\n]{0,40}(?:(?:\b(?:not|nor)|n['’]t)\s+"
    r"(?:wish|want|willing|authori[sz]ed|permitted|allowed|be (?:named|identified|quoted))"
    r"|\banonym|declined to be (?:named|identified)|not to be (?:named|identified)|unnamed)"
)


def _stays_unnamed(scene: Scene) -> bool:
    """`a senior official in the ministry, who would not give his name`: speaks for himself."""
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


def press_office(scene: Scene) -> Referent | None:
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
    if part.form != "descriptor" or part.noun is None:
        return None
    if part.noun.category != "organization" and part.noun.lemma not in PEOPLE_TOO:
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
    if body is None and part.noun.lemma in ("ministry", "department") and owned is None:
        field = text[phrase.start : match.end("body")].partition(" ")[2]
        if " " in field:  # `a finance ministry spokesman`
            body = Referent(name=field, kind="organization")
    if body is None:
        return None
    return evolve(body, role=role_of(text, phrase), resolver="descriptor")
