"""Sources that say what a body is: `the agency`, `the Norwegian firm`, `the force`."""

from __future__ import annotations

from collections.abc import Iterable

from attrib.knowledge.nouns import Gender
from attrib.lazily import re
from attrib.resolution import (
    armed_forces,
    introduced_bodies,
    leagues,
    named_places,
    overseers,
    owned_bodies,
    phrases,
    small_letters,
)
from attrib.resolution.apposed_bodies import apposed
from attrib.resolution.bodies_named_later import named_next
from attrib.resolution.body_sorts import calls
from attrib.resolution.mentions import Mention
from attrib.resolution.named_bodies import in_small_letters
from attrib.resolution.nearest_bodies import (
    GENERIC_BODIES,
    NAMELESS,
    NEAR,
    SPOKEN,
    UNTOLD,
    generic_noun,
    nearest_body,
)
from attrib.resolution.phrases import PRONOUNS, Phrase
from attrib.resolution.referents import (
    Referent,
    Scene,
    again,
    as_written,
    distinguishing,
    gender_fits,
    is_body,
    is_person,
    is_subject,
    of_entity,
)
from attrib.resolution.roles import content_words
from attrib.resolution.salient_bodies import (
    TOLD_APART,
    described_main,
    is_brought_up,
    main_body,
    spoken_of_before,
)
from attrib.resolution.wares import is_no_firm


def described_body(scene: Scene) -> Referent | None:
    """`the agency`: the nearest body with that noun in its name, or else the last body at all, or
    the one that is only told by whose it is."""
    if (named := armed_forces.forces(scene)) is not None:
        return named
    if small_letters.is_owned(scene.text, scene.phrase):
        return None
    known = _known_body(scene) or small_letters.told_before(scene) or described_main(scene)
    return known or named_next(scene)


def _known_body(scene: Scene) -> Referent | None:
    phrase = scene.phrase
    noun = phrase.noun
    if noun is None:
        return None
    if phrase.determiner in ("its", "their", "his", "her"):
        return _owned_body(scene)
    if phrase.determiner not in ("the", "this", "that"):
        return None
    if phrase.owner is not None or phrase.complement is not None:
        return None
    if TOLD_APART.match(scene.text, phrase.chunk_end, phrase.end):
        return None  # `the hospital treating the injured`, which nobody has named
    if phrase.adjunct is not None and not _says_where(scene.text, phrase.adjunct):
        return None
    if noun.lemma in ("country", "nation"):
        return _country(scene)
    if noun.lemma in leagues.NAMES:
        return leagues.described_league(scene)
    if noun.lemma in owned_bodies.NOUNS and phrase.adjunct is None:
        return _said_before(scene, noun.lemma, ()) or owned_bodies.only_one(scene, noun.lemma)
    if noun.lemma in overseers.NOUNS:
        words = distinguishing(scene)
        told = _said_before(scene, noun.lemma, words) or apposed(scene, noun.lemma, words, None)
        return told or overseers.described(scene, words)
    if noun.lemma in named_places.NOUNS:
        if words := distinguishing(scene):
            return apposed(scene, noun.lemma, words, None)
        told = apposed(scene, noun.lemma, (), None)
        return told or named_places.described_place(scene, noun.lemma)
    if noun.lemma not in GENERIC_BODIES:
        return _named_or_told(scene, noun.lemma)
    if noun.lemma == "team" and _RESEARCH.search(
        scene.text, max(0, phrase.start - NEAR), phrase.start
    ):
        # those who did a study, whatever body or journal is near
        name = scene.text[phrase.start : phrase.chunk_end]
        return Referent(name=name, kind="group", plural=True)
    if phrase.adjunct is not None and not _is_backed(phrase.adjunct):
        return _body_of_place(scene, noun.lemma)
    words = distinguishing(scene)
    same = _said_before(scene, noun.lemma, words)
    if same is not None or (noun.lemma == "team" and not _TASKS.isdisjoint(words)):
        return same
    found = nearest_body(scene, noun.lemma, words)
    if found is not None and is_brought_up(scene, found):
        main = main_body(scene, noun.lemma, words)
        found = found if main is None else main
    just = found is not None and _spoke_last(scene, found)
    if (words or not just) and (told := apposed(scene, noun.lemma, words, found)) is not None:
        return told
    if found is not None and not just and spoken_of_before(scene, noun.lemma, found):
        return None
    if (other := introduced_bodies.brought_up(scene, noun.lemma, found)) is not None:
        return other
    if noun.lemma in NAMELESS and (new := introduced_bodies.near(scene, noun.lemma, found)):
        return new
    if found is not None:
        return of_entity(scene, found, "descriptor")
    if noun.lemma in NAMELESS and (place := in_small_letters(scene.text)) is not None:
        return as_written(scene, place, "organization", resolver="descriptor")
    if noun.lemma not in SPOKEN:
        return _body_in_title(scene, noun.lemma)
    spoke = just_spoke(scene)  # whom the article names by one word
    named = spoke is not None and spoke.name[:1].isupper() and spoke.name[:4] != "The "
    if spoke is not None and named and calls(noun.lemma, spoke.name) is not False:
        return spoke
    made = noun.lemma == "maker" and not _MAKES.isdisjoint(words)
    return None if made else _only_body(scene, noun.lemma)


def _named_or_told(scene: Scene, lemma: str) -> Referent | None:
    """`the brewery`: the one that is named so, or of which the article says that it is one."""
    words = distinguishing(scene)
    found = nearest_body(scene, lemma, words)
    told = apposed(scene, lemma, words, found)
    if told is not None or found is None:
        return told
    return of_entity(scene, found, "descriptor")


def _said_before(scene: Scene, lemma: str, words: Iterable[str]) -> Referent | None:
    """The body without a name that spoke before by the same noun: `the city council`."""
    for turn in reversed(scene.turns[-8:]):
        referent = turn.referent
        if referent.kind != "organization" or referent.entity is not None:
            continue
        if turn.start >= scene.phrase.start:
            continue
        spoken = referent.name.lower()
        head = _HEAD.split(spoken, 1)[0].rpartition(" ")[2]
        if " " in spoken and lemma == head and all(word in spoken for word in words):
            return again(scene, referent, "descriptor")
    return None


_HEAD = re.compile(r" (?:for|representing|that|which|of)\b")
"""After the head of a body's description: `the trade group | for the mills`."""


def _spoke_last(scene: Scene, index: int) -> bool:
    """Whether a body has said something in the sentence before, whatever was so called earlier."""
    turns, sentence = scene.turns, scene.discourse.sentence_at(scene.phrase.start)
    last = turns[-1] if turns else None
    return last is not None and last.referent.entity == index and sentence - last.sentence <= 1


def _says_where(text: str, mention: Mention) -> bool:
    """`the Norwegian firm`, `the San Francisco-based company`, `the Iran-backed group`."""
    based = mention.reading.name.endswith("-based") or _BASED.match(text, mention.end) is not None
    return mention.reading.sort in ("people", "country") or based or _is_backed(mention)


_BASED = re.compile(r"(?:, [A-Z][\w. ]{2,30})?-based ")


def _is_backed(mention: Mention) -> bool:
    return mention.reading.name.endswith(("-backed", "-led", "-run", "-owned"))


def just_spoke(scene: Scene) -> Referent | None:
    """The body that spoke last in the same paragraph."""
    paragraph = scene.text.rfind("\n", 0, scene.phrase.start)
    for turn in reversed(scene.turns[-1:]):
        if paragraph < turn.start < scene.phrase.start and turn.referent.kind == "organization":
            return again(scene, turn.referent, "descriptor")
    return None


def only_body_told_of(scene: Scene) -> Referent | None:
    """The one body in the sentence before, or the one before that, where nobody else is named:
    `The fair was run by Vela Trust. | A spokesman said`."""
    discourse, at = scene.discourse, scene.phrase.start
    sentence = discourse.sentence_at(at)
    for back in range(sentence - 1, max(-1, sentence - 3), -1):
        start, end = discourse.window(back)
        if back < sentence - 1 and "\n" in scene.text[start:at]:
            break
        found = set()
        for i in discourse.within(start, end):
            index, mention = discourse.owners[i], discourse.mentions[i]
            if mention.reading.sort in ("place", "people", "country"):
                continue
            if index < 0 or discourse.quotation_at(mention.start) is not None:
                return None
            found.add(index)
        if found:
            entity = discourse.entities[found.pop()]
            whole = is_body(scene, entity) and entity.body != "outlet"
            return of_entity(scene, entity.index, "descriptor") if whole and not found else None
        if (told := _BODY_FIRST.match(scene.text, start, end)) is not None:
            return _called_so(scene, *told.span())  # `The trust denies it. | A spokesman said`
    return None


def _called_so(scene: Scene, start: int, end: int) -> Referent | None:
    part = phrases.read(scene.text, start, end, ())
    if part.noun is None or part.noun.category != "organization" or part.noun.plural:
        return None
    body = described_body(scene.with_phrase(part))
    return body if body is not None and body.entity is not None else None


_BODY_FIRST = re.compile(r"The [a-z]+(?=,? [a-z]+)")


_MAKES = frozenset("film policy law dress match peace play map mischief".split())
"""What somebody makes who is no firm."""


def _only_body(scene: Scene, lemma: str) -> Referent | None:
    """The only body of this sentence and the two before it, councils and what a noun does not call
    not counted."""
    discourse = scene.discourse
    at = scene.phrase.start
    sentence = discourse.sentence_at(at)
    if not discourse.sentences:
        return None
    found = set()
    for i in discourse.within(discourse.window(max(0, sentence - 2), at)[0], at):
        index, start = discourse.owners[i], discourse.mentions[i].start
        if index < 0 or discourse.quotation_at(start) is not None:
            continue
        entity = discourse.entities[index]
        if not is_body(scene, entity) or entity.body == "outlet":
            continue
        if entity.sort in ("word", "name") and is_no_firm(scene.text, discourse.mentions[i]):
            continue
        public = generic_noun(entity.name)
        if (public is None or public in NAMELESS) and calls(lemma, entity.name) is not False:
            found.add(index)
    return of_entity(scene, found.pop(), "descriptor") if len(found) == 1 else None


def _body_of_place(scene: Scene, lemma: str) -> Referent | None:
    """`the Norwegian firm`, `the Orvale-based think tank`: one whose name says it is such a body,
    the one that has just spoken, that an article is about, or the only one."""
    place = scene.phrase.adjunct
    own = content_words(place.reading.name) if place is not None else frozenset()
    words = [word for word in distinguishing(scene) if word not in own and "-based" not in word]
    told = apposed(scene, lemma, words, None)
    if told is not None:
        return told
    found = nearest_body(scene, lemma, words)
    name = "" if found is None else scene.discourse.entities[found].name
    if found is not None and (lemma in content_words(name) or calls(lemma, name)):
        return of_entity(scene, found, "descriptor")
    if lemma not in UNTOLD:
        return None
    return just_spoke(scene) or _first_body(scene) or _only_body(scene, lemma)


def _first_body(scene: Scene) -> Referent | None:
    """The body named first and oftener than once: of which an article says where it sits."""
    discourse = scene.discourse
    bodies = [
        (entity.first, entity.index)
        for entity in discourse.entities[:_TITLED]
        if entity.first < scene.phrase.start and is_body(scene, entity)
    ]
    for _, index in sorted(bodies)[:_FIRST]:
        if discourse.owners[:_LOOKED].count(index) > 1:
            return of_entity(scene, index, "descriptor")
    return None


_TASKS = frozenset(
    "rescue legal defense defence research medical search design production negotiating management"
    " leadership transition press communications security forensic surgical investigative editorial"
    " marketing sales survey recovery response diving prosecution coaching".split()
)
"""What a team is for that goes by no name: `the rescue team` is no club."""
_RESEARCH = re.compile(r"(?i)\b(?:researchers?|scientists?|stud(?:y|ies)|journal|lab|trial)\b")
_FIRST = 3
"""The body that an article is about is one of so many that it names first."""
_LOOKED = 400
"""Among so many mentions it is named again."""


def _body_in_title(scene: Scene, lemma: str) -> Referent | None:
    """`the bank`, after `Central Bank of Norvale Governor Petra Lind`."""
    at = scene.phrase.start
    places = [
        use.affiliation
        for entity in scene.discourse.entities[:_TITLED]
        for use in entity.uses
        if use.affiliation is not None and use.affiliation[1] <= at
    ]
    for start, end in sorted(places, reverse=True):
        name = scene.text[start:end]
        if lemma in content_words(name) and name[:1].isupper() and " " in name:
            return Referent(
                name=name, kind="organization", antecedent=(start, end), resolver="descriptor"
            )
    return None


_TITLED = 200
"""Names whose bearers' titles are looked through for a body."""


def _owned_body(scene: Scene) -> Referent | None:
    """`its government`, `her campaign`: named after whoever owns it, where that is clear."""
    phrase = scene.phrase
    owner = phrase.determiner or ""
    end = phrase.start + len(owner)
    pronoun = Phrase(
        start=phrase.start,
        end=end,
        form="pronoun",
        pronoun=PRONOUNS[owner],
        chunk_end=end,
        core_end=end,
    )
    told = _speaks_through(scene) or scene.resolve(pronoun)
    if told.resolver == "none" or told.name.lower() in PRONOUNS or not told.name[:1].isupper():
        return None
    mark = "'" if "'s " in scene.text and "’s " not in scene.text else "’"
    name = f"{told.name}{mark}s{scene.text[end : phrase.chunk_end]}"
    return Referent(
        name=name, kind="organization", antecedent=told.antecedent, resolver="descriptor"
    )


def _speaks_through(scene: Scene) -> Referent | None:
    """Ruiz of `Ruiz had ordered it, his office said`: whom the sentence is about."""
    content = scene.attribution.content if scene.attribution is not None else ()
    if scene.phrase.determiner not in ("his", "her") or not content:
        return None
    start, end = content[0].start, content[0].end
    discourse = scene.discourse
    if end > scene.phrase.start or discourse.quotation_at(start + 1) is not None:
        return None
    within = discourse.within(start, end)
    if not within or discourse.mentions[within[0]].start > start + 4:
        return None
    index = discourse.owners[within[0]]
    gender: Gender = "m" if scene.phrase.determiner == "his" else "f"
    if not is_person(discourse, within[0]) or not gender_fits(scene, index, gender):
        return None
    return of_entity(scene, index, "pronoun")


def _country(scene: Scene) -> Referent | None:
    """`the country`: the one that an earlier sentence spoke of first."""
    discourse = scene.discourse
    at = scene.phrase.start
    sentence = discourse.sentence_at(at)
    for back in range(4):
        if sentence - back < 0 or not discourse.sentences:
            return None
        start, end = discourse.window(sentence - back)
        named = [
            discourse.mentions[i]
            for i in discourse.within(start, min(end, at))
            if discourse.mentions[i].reading.sort == "country"
        ]
        if named:
            found = next((m for m in named if is_subject(scene.text, m)), named[0])
            return Referent(
                name=found.reading.name,
                kind="organization",
                antecedent=(found.name_start, found.end),
                resolver="descriptor",
            )
    return None


PEOPLE_TOO = frozenset("regulator retailer developer publisher supplier broadcaster".split())
"""Nouns for bodies that are nouns for people as well."""
