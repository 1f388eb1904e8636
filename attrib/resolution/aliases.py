"""Sources that are names: full names, surnames, short names and acronyms, joint sources."""

from __future__ import annotations

from attrs import evolve

from attrib.knowledge import names, nouns
from attrib.lazily import re
from attrib.model import SpeakerKind
from attrib.outlets.descriptors import describes_outlet
from attrib.resolution import phrases
from attrib.resolution.body_descriptors import PEOPLE_TOO
from attrib.resolution.countrymen import is_one_of_a_people
from attrib.resolution.mentions import Mention
from attrib.resolution.phrases import Phrase
from attrib.resolution.recalled import by_country
from attrib.resolution.referents import (
    Referent,
    Scene,
    as_written,
    entity_of,
    kind_of,
    of_entity,
    outlet_at,
)


def by_name(scene: Scene) -> Referent | None:
    """An outlet, or somebody whose fullest name the source has itself."""
    phrase = scene.phrase
    outlet = _outlet_in(scene) or _work(scene)
    if outlet is not None:
        return outlet
    apposed = _without_capitals(scene) or _family(scene) or _given_as(scene)
    if apposed is not None:
        return apposed
    if phrase.form != "name" or phrase.name is None or _one_of_a_people(scene):
        return None
    if by_country(scene) is not None or _by_initials(scene) is not None:
        return None
    if _is_title(scene, phrase):
        return None
    referent = named(scene, phrase.name)
    if referent is None or referent.resolver != "name":
        return None
    if _is_called(scene, phrase, referent):
        return evolve(referent, kind="person")
    noun = phrase.noun
    if referent.kind == "document" and noun is not None and noun.category == "organization":
        return evolve(referent, kind="organization")  # `One group, Occupy the Convention,`
    return referent


def _is_called(scene: Scene, phrase: Phrase, referent: Referent) -> bool:
    """Whether a lone name is somebody's by the noun before it: `a rebel spokesman, Falcon,`."""
    noun, name = phrase.noun, phrase.name
    if noun is None or not noun.human or noun.plural or name is None:
        return False
    if referent.kind != "organization" or name.reading.sort != "word":
        return False
    entity = None if referent.entity is None else scene.discourse.entities[referent.entity]
    unknown = entity is None or entity.body is None
    return unknown and noun.lemma not in PEOPLE_TOO and name.start > phrase.chunk_end


def _given_as(scene: Scene) -> Referent | None:
    """Who lets only part of a name be known: `a nurse who asked to be named only as Beth`."""
    match = _GIVEN_AS.search(scene.text, scene.phrase.start, scene.phrase.end)
    noun = scene.phrase.noun
    if match is None or (noun is not None and not noun.human):
        return None
    place, name = match.span("name"), match["name"]
    owners = {scene.discourse.owners[i] for i in scene.discourse.within(*place)}
    if any(i >= 0 and scene.discourse.entities[i].name != name for i in owners):
        return None  # whom the article names in full
    return Referent(name=name, kind="person", antecedent=place, resolver="name")


_GIVEN_AS = re.compile(
    r"\b(?:(?:identified|named|known|introduced)(?: (?:him|her)self)?(?: only| just| simply)?"
    r"|(?:gave|giving) (?:his|her|their) (?:first )?name(?: only)?) as"
    r" (?P<name>[A-Z][\w’'-]+(?: [A-Z][\w.’'-]+){0,2})(?=,?\Z|,? (?:said|told|who)\b)"
)


def _family(scene: Scene) -> Referent | None:
    """`the Okons`, where the article names one of them."""
    match = _OF_ONE_NAME.fullmatch(scene.text, scene.phrase.start, scene.phrase.end)
    if match is None:
        return None
    surname = f" {match['surname']}"
    people = scene.discourse.entities[:_MOST_TITLED]
    if not any(entity.human and entity.name.endswith(surname) for entity in people):
        return None
    return Referent(name=match[0], kind="group", plural=True, resolver="name")


_OF_ONE_NAME = re.compile(r"[Tt]he (?P<surname>[A-Z][a-z]+?)(?:s|(?<=[sxz])es)")


def _work(scene: Scene) -> Referent | None:
    """A book or a film by its title in marks: `according to “The Fall of Brightway,”`; a verse by
    its number: `Isaiah 40:3`."""
    said = scene.attribution
    if said is None or said.source is None:
        return None
    if said.source.text[-1].isdigit() and _VERSE.fullmatch(said.source.text):
        return Referent(name=said.source.text, kind="document", resolver="name")
    if said.cue is None:
        return None
    match = _TITLE_IN_MARKS.fullmatch(said.source.text)
    if match is None or not said.cue.text.lower().startswith("according"):
        return None
    return Referent(name=match["title"], kind="document", resolver="name")


_VERSE = re.compile(r"(?:[1-3] )?[A-Z][a-z]+(?: [A-Z][a-z]+)? \d{1,3}:\d{1,3}(?:[-–]\d{1,3})?")
_TITLE_IN_MARKS = re.compile(r"[“\"‘'«](?P<title>[A-Z].*?)[,.]?[”\"’'»]")


def by_alias(scene: Scene) -> Referent | None:
    """Somebody whom the article names more fully elsewhere, and joint sources."""
    phrase = scene.phrase
    if phrase.form == "joined":
        return _joint(scene)
    held = _by_initials(scene) or _in_headline(scene)
    if held is not None:
        return held
    if phrase.form != "name" or phrase.name is None or _one_of_a_people(scene):
        return None
    if by_country(scene) is not None or _is_title(scene, phrase):
        return None
    return named(scene, phrase.name)


def _in_headline(scene: Scene) -> Referent | None:
    """`Ruiz Steps In: Vows …`, of the only Ruiz: a headline hides by its capitals who is named."""
    phrase = scene.phrase
    if phrase.form != "other" or phrase.start > scene.text.find("\n", 0, _LONGEST_HEADLINE):
        return None
    surname, *rest = scene.text[phrase.start : phrase.end].split()
    if len(rest) > 2 or not surname.isalpha() or not surname[0].isupper():
        return None
    if len(rest) == 1 and rest[0][-1] == "s":
        rest += scene.text[phrase.end : phrase.end + 6].split()[:1]
    if rest and not (rest[0][-1] == "s" and rest[-1].rstrip(":,") in _PARTICLES):
        return None
    people = [
        entity.index
        for entity in scene.discourse.entities[:_MOST_TITLED]
        if entity.human and entity.name.endswith(f" {surname}")
    ]
    return of_entity(scene, people[0], "alias") if len(people) == 1 else None


_LONGEST_HEADLINE = 300
_PARTICLES = frozenset("In Up Out On Off Down Back Over Away".split())
_LETTERS = re.compile(r"[Tt]he (?P<letters>[A-Z]{2,4})")
_MOST_TITLED = 200
"""Names whose titles are looked through for initials."""


def _by_initials(scene: Scene) -> Referent | None:
    """`the CM`, of the only one whose title has these initials: `Chief Minister Ana Ruiz`."""
    phrase = scene.phrase
    match = _LETTERS.fullmatch(scene.text, phrase.start, phrase.end)
    if match is None:
        return None
    if phrase.name is not None:
        index = entity_of(scene.discourse, phrase.name)
        if index is not None and scene.discourse.entities[index].name != match["letters"]:
            return None
    holders = {
        use.entity
        for entity in scene.discourse.entities[:_MOST_TITLED]
        if entity.first < phrase.start
        for use in entity.uses
        if use.role is not None and _has_initials(scene.text[use.start : use.end], match["letters"])
    }
    return of_entity(scene, holders.pop(), "alias") if len(holders) == 1 else None


def _has_initials(title: str, letters: str) -> bool:
    """Whether words of a title, the last one for a person, begin with these letters.

    >>> _has_initials("Orvale Chief Minister", "CM"), _has_initials("Chief Minister", "MP")
    (True, False)
    >>> _has_initials("Deputy Commissioner of Police (Cyber Crimes)", "DCP")
    True
    """
    words = title.partition(" (")[0].replace("-", " ").split()
    full = "".join(word[0] for word in words if word[0].isupper())
    if full == letters and len(full) < len(words) and words[-1] in _FIELDS:
        return True  # what is held of a field: `Superintendent of Police`
    initials = "".join(word[0] for word in words).upper()
    at = initials.find(letters)
    if at < 0 and letters[-1] == "I":
        letters = letters[:-1]  # CJI, of India
        at = initials.find(letters)
    last = nouns.lookup(words[at + len(letters) - 1]) if at >= 0 else None
    return last is not None and last.human


_FIELDS = frozenset(("Police", "Prisons", "Customs", "State", "Works"))


def _without_capitals(scene: Scene) -> Referent | None:
    """`her aide, 李明,`: a name in a script that has no capitals, or in a text without any."""
    phrase, text = scene.phrase, scene.text
    if phrase.noun is None or not phrase.noun.human or phrase.noun.plural:
        return None
    start = text.rfind(", ", phrase.start, phrase.end) + 2
    if start < phrase.noun_end:
        return None
    words = text[start : phrase.end].split()
    if not 0 < len(words) <= 4:
        return None
    uncased = all(word.upper() == word.lower() and word[0].isalpha() for word in words)
    if not uncased:
        given = len(words) in (2, 3) and names.is_given(words[0]) and words[-1].isalpha()
        if not given or not text[:_ENOUGH].islower():
            return None
    return Referent(
        name=text[start : phrase.end],
        kind="person",
        gender=phrase.noun.gender,
        antecedent=(start, phrase.end),
        resolver="name",
    )


_ENOUGH = 2000
"""So much of a text without a capital has none."""


def _is_title(scene: Scene, phrase: Phrase) -> bool:
    """`the report “Dry Rivers”`: what a paper is called, and nobody's name."""
    if phrase.name is None or phrase.noun is None or phrase.noun.category != "document":
        return False
    before = scene.text[phrase.noun_end : phrase.name.start]
    return before.strip() in ("“", '"', "‘", "'")


def _one_of_a_people(scene: Scene) -> bool:
    """`another Muslim`, `a Norwegian who saw it`, `the Norwegian`: nobody's name."""
    phrase = scene.phrase
    if phrase.name is None or phrase.name.reading.sort not in ("people", "word"):
        return False
    of_them = phrase.name.reading.sort == "people"
    unnamed = of_them and phrase.determiner in ("a", "an", "another", "one")
    return unnamed or is_one_of_a_people(phrase, scene.text)


def _outlet_in(scene: Scene) -> Referent | None:
    """The outlet that a source names and is."""
    phrase = scene.phrase
    mention = outlet_at(scene, phrase.start, phrase.end)
    if mention is None:
        return None
    named = entity_of(scene.discourse, phrase.name) if phrase.name is not None else None
    whole = phrase.name is not None and mention.span.end <= phrase.name.end
    if named is not None and whole and scene.discourse.entities[named].human:
        return None  # but `Time magazine`, whoever Time may be
    head_end = phrase.chunk_end or phrase.end
    if " and " in mention.name:
        head_end = mention.span.end  # the channel “Metal and People”
    rest = scene.text[mention.span.end : head_end].strip(" ,’'\"”")
    before = scene.text[phrase.start : mention.span.start].strip(' "“').lower()
    if rest not in ("", "s", "news") or before not in ("", "the"):
        # `the newspaper Shomal`, `the state-run Payam news agency`, `Iran’s semi-official Tasnim`
        around = _POSSESSOR.sub("the ", f"{before or 'the'} {rest}".strip()).strip()
        understood = "" if rest else " news agency"
        if not any(map(describes_outlet, (around, around + understood))):
            return None
    return Referent(name=mention.name, kind="outlet", resolver="name")


_POSSESSOR = re.compile(r"^[\w ]+['’]s(?: |$)")
"""`Iran’s` in `Iran’s semi-official news agency`, `Iran’s Tasnim news agency`."""


def named(scene: Scene, mention: Mention) -> Referent | None:
    """The entity of a mention; by `name` where the mention has the full name itself."""
    discourse = scene.discourse
    reading = mention.reading
    if reading.name in _HALVES and (whole := _of_half(scene, mention)) is not None:
        return whole
    index = entity_of(discourse, mention)
    if index is None:
        is_body = reading.sort == "organization" and reading.name not in discourse.people
        if reading.sort == "country" or is_body:
            return Referent(name=reading.name, kind="organization", resolver="name")
        if reading.sort == "people" and reading.name.isupper():
            return Referent(name=reading.name, kind="organization", resolver="name")
        if reading.sort == "people" or _is_plural(reading.name):
            return Referent(name=reading.name, kind="group", plural=True, resolver="name")
        return Referent(name=reading.name, kind=_kind_of_word(scene, mention), resolver="name")
    entity = discourse.entities[index]
    kind = kind_of(scene, entity)
    own = reading.name == entity.name
    name = entity.name
    antecedent = None if own else (entity.start, entity.end)
    return Referent(
        name=name,
        kind=kind,
        entity=index,
        gender=entity.gender,
        antecedent=antecedent,
        resolver="name" if own else "alias",
    )


_HALVES = frozenset(("North", "South"))


def _of_half(scene: Scene, mention: Mention) -> Referent | None:
    """`the North`, of the one country whose name begins so: `North Korea`."""
    if not scene.text.endswith(("the ", "The "), 0, mention.start):
        return None
    half = mention.reading.name
    countries = [m for m in reversed(scene.discourse.mentions) if m.reading.sort == "country"]
    found: dict[str, Mention] = {}
    for begins in (f"{half} ", f"{half[0]}. "):
        so_called = {m.reading.name: m for m in countries if m.reading.name.startswith(begins)}
        found = found or so_called
    if len(found) != 1:
        return None
    ((name, whole),) = found.items()
    place = (whole.name_start, whole.end)
    return Referent(name=name, kind="organization", antecedent=place, resolver="alias")


def _is_plural(word: str) -> bool:
    noun = nouns.lookup(word)
    return noun is not None and noun.plural


def _kind_of_word(scene: Scene, mention: Mention) -> SpeakerKind:
    noun = nouns.lookup(mention.reading.name)
    if noun is not None and noun.category == "organization":
        return "organization"
    word = mention.reading.name
    given = mention.reading.person is not None and names.is_given(word)
    if given or names.is_surname(word) or word in scene.discourse.people:
        return "person"
    if word.endswith("s") and word[1:].islower():
        return "group"
    return "person" if word in scene.discourse.heard else "organization"


def _of_several(scene: Scene, start: int, end: int) -> Referent | None:
    """The first of two after what both are: `Professors Ruiz` of `Professors Ruiz and Okon`."""
    word, _, surname = scene.text[start:end].partition(" ")
    noun = nouns.lookup(word) if surname.isalpha() else None
    if noun is None or not (noun.human and noun.plural):
        return None
    so_called = [
        entity.index
        for entity in scene.discourse.entities[:_MOST_TITLED]
        if entity.human and entity.name.endswith(f" {surname}") and not entity.name.startswith(word)
    ]
    return of_entity(scene, so_called[0], "alias") if len(so_called) == 1 else None


def _joint(scene: Scene) -> Referent | None:
    """`Putin and Xi Jinping`: each part by itself, then one name of them all."""
    text = scene.text
    found: list[Referent] = []
    for start, end in scene.phrase.parts:
        within = scene.discourse.within(start, end)
        part = phrases.read(text, start, end, scene.discourse.named(within))
        several = _of_several(scene, start, end) if not found else None
        if found and part.form == "descriptor" and text.startswith("its ", start):
            # `The company and its founder`, whoever founded another
            several = as_written(scene, (start, part.core_end or end), "anonymous")
        found.append(several or scene.resolve(part))
        if part.form == "pronoun" and found[-1].entity is None:
            # `she and another reporter`, after an agent without a name
            return Referent(name=text[scene.phrase.start : scene.phrase.end], kind="anonymous")
    if found[0].entity is not None and len({r.entity for r in found}) == 1:
        return found[0]  # `The farmer and the father of two`
    name = " and ".join((", ".join(r.name for r in found[:-1]), found[-1].name))
    changed = any(r.resolver not in ("name", "none") for r in found)
    antecedent = next((r.antecedent for r in found if r.antecedent is not None), None)
    return Referent(
        name=name,
        kind="group",
        parts=tuple(r.entity for r in found if r.entity is not None),
        plural=True,
        antecedent=antecedent,
        resolver="alias" if changed else "name",
    )
