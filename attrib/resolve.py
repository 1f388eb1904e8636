"""Who is meant: from the words of a source to a named speaker, or to no name at all.

`RESOLVERS` is tried in order, and the first row that answers has decided. A row answers only where
one reading is left; where two are, the source keeps its own words: silence beats a wrong name.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence

from attrs import evolve, field, frozen

from attrib import entities, names, nouns, outlets, phrases
from attrib.entities import Discourse, Entity
from attrib.mentions import Mention
from attrib.model import (
    Addressee,
    Anonymity,
    Attribution,
    Document,
    Quotation,
    Span,
    Speaker,
    SpeakerKind,
)
from attrib.nouns import Gender
from attrib.outlets import OutletMention
from attrib.phrases import Phrase
from attrib.roles import PHRASE, SYNONYMS, Use, content_words


@frozen(kw_only=True)
class Referent:
    """Whom a source's words stand for."""

    name: str
    kind: SpeakerKind
    entity: int | None = None
    """Index of the entity; None for whoever the article does not name."""
    parts: tuple[int, ...] = ()
    """The entities of a joint source."""
    gender: Gender | None = None
    plural: bool = False
    antecedent: tuple[int, int] | None = None
    """Where the name comes from, if not from the source itself."""
    role: tuple[int, int] | None = None
    """The role of an unnamed person who speaks for a named body."""
    resolver: str = "none"


@frozen(kw_only=True)
class Turn:
    """An attribution whose source has been read, in the order of the text."""

    start: int
    end: int
    sentence: int
    referent: Referent
    attribution: Attribution


@frozen(kw_only=True)
class Scene:
    """All that a resolver may look at."""

    discourse: Discourse
    document: Document
    outlets: Sequence[OutletMention] = field(repr=False)
    attribution: Attribution | None
    """None for the addressee of a statement."""
    phrase: Phrase
    turns: Sequence[Turn] = field(repr=False)
    parent: Referent | None = None
    """Who speaks in the content that the source stands in."""
    following: Sequence[Phrase] = field(default=(), repr=False)
    """The next sources of the text, not resolved yet."""

    @property
    def text(self) -> str:
        return self.discourse.text


@frozen(kw_only=True)
class Resolver:
    """One way of telling who is meant, as it is listed, explained and tested."""

    name: str
    doc: str
    function: Callable[[Scene], Referent | None] = field(repr=False)
    example: str
    """A dialogue: `{source=who it is}`; content in square brackets where it matters."""
    counter_example: str
    """A dialogue in which this row must not decide: `{source=?}`."""


def speakers(
    document: Document,
    attributions: Sequence[Attribution],
    quotations: Sequence[Quotation],
    sentences: Sequence[tuple[int, int]],
    outlet_mentions: Sequence[OutletMention] | None = None,
) -> list[Speaker | None]:
    """The speaker of each attribution, in their order; None where there is no source.

    >>> text = "Ana Ruiz, the mayor, slept. She said it rained."
    >>> said = Attribution(pattern="", kind="indirect", confidence=1.0,
    ...     source=Span.of(text, 28, 31), content=(Span.of(text, 37, 46),))
    >>> who, = speakers(Document(text=text, id=""), [said], [], [(0, 27), (28, 47)])
    >>> who.name, who.title, who.resolved_by, who.antecedent.text
    ('Ana Ruiz', 'mayor', 'pronoun', 'Ana Ruiz')
    """
    if outlet_mentions is None:
        outlet_mentions = outlets.find(document.text, publisher=document.publisher)
    return Resolution(document, quotations, sentences, outlet_mentions).speakers(attributions)


class Resolution:
    """The resolvers at work on one article."""

    def __init__(
        self,
        document: Document,
        quotations: Sequence[Quotation],
        sentences: Sequence[tuple[int, int]],
        outlet_mentions: Sequence[OutletMention],
    ) -> None:
        self._document = document
        self._outlets = outlet_mentions
        ends = frozenset(mention.span.end for mention in outlet_mentions)
        self._discourse = entities.build(document.text, quotations, sentences, ends)
        self._turns: list[Turn] = []

    @property
    def discourse(self) -> Discourse:
        return self._discourse

    def speakers(self, attributions: Sequence[Attribution]) -> list[Speaker | None]:
        """As the function `speakers`; afterwards `addressee` knows who has spoken."""
        discourse = self._discourse
        read = [self._read(a.source) if a.source is not None else None for a in attributions]
        found: list[Referent | None] = []
        for i, attribution in enumerate(attributions):
            phrase = read[i]
            if phrase is None:
                referent = _continue(discourse, self._turns, attribution)
                start = end = attribution.content[0].start
            else:
                parent = attribution.parent
                scene = Scene(
                    discourse=discourse,
                    document=self._document,
                    outlets=self._outlets,
                    attribution=attribution,
                    phrase=phrase,
                    turns=self._turns,
                    parent=found[parent] if parent is not None and parent < i else None,
                    following=[later for later in read[i + 1 : i + 4] if later is not None],
                )
                referent = resolve(scene)
                start, end = phrase.start, phrase.end
            found.append(referent)
            if referent is not None:
                self._turns.append(
                    Turn(
                        start=start,
                        end=end,
                        sentence=discourse.sentence_at(start),
                        referent=referent,
                        attribution=attribution,
                    )
                )
        lent = _lent_titles(read, found)
        return [
            None if referent is None else _speaker(discourse, phrase, referent, lent)
            for phrase, referent in zip(read, found, strict=True)
        ]

    def addressee(self, span: Span) -> Addressee:
        """Who is meant by the words to whom something was said."""
        i = bisect_left(self._turns, span.start, key=lambda turn: turn.start)
        turns = self._turns[max(0, i - 40) : i]
        scene = Scene(
            discourse=self._discourse,
            document=self._document,
            outlets=self._outlets,
            attribution=None,
            phrase=self._read(span),
            turns=turns,
        )
        referent = resolve(scene)
        return Addressee(span=span, name=referent.name, kind=referent.kind)

    def _read(self, span: Span) -> Phrase:
        within = self._discourse.within(span.start, span.end)
        return phrases.read(
            self._discourse.text, span.start, span.end, self._discourse.named(within)
        )


def resolve(scene: Scene) -> Referent:
    """The first answer of the resolvers, or the source's own words."""
    for row in RESOLVERS:
        referent = row.function(scene)
        if referent is not None:
            return referent
    return _own_words(scene)


# --- names ----------------------------------------------------------------------------------------


def _by_name(scene: Scene) -> Referent | None:
    phrase = scene.phrase
    outlet = _outlet_in(scene)
    if outlet is not None:
        return outlet
    if phrase.form != "name" or phrase.name is None:
        return None
    referent = _named(scene, phrase.name)
    if referent is None or referent.resolver != "name":
        return None
    return referent


def _by_alias(scene: Scene) -> Referent | None:
    phrase = scene.phrase
    if phrase.form == "joined":
        return _joint(scene)
    if phrase.form != "name" or phrase.name is None:
        return None
    return _named(scene, phrase.name)


def _outlet_in(scene: Scene) -> Referent | None:
    """The outlet that a source names and is."""
    phrase = scene.phrase
    mention = _outlet_at(scene, phrase.start, phrase.end)
    if mention is None:
        return None
    named = phrase.name is not None and _entity_of(scene.discourse, phrase.name)
    if isinstance(named, int) and scene.discourse.entities[named].human:
        return None
    head_end = phrase.chunk_end or phrase.end
    rest = scene.text[mention.span.end : head_end].strip(" ,’'\"”")
    before = scene.text[phrase.start : mention.span.start].strip(' "“').lower()
    if rest not in ("", "s") or before not in ("", "the"):
        return None
    return Referent(name=mention.name, kind="outlet", resolver="name")


def _outlet_at(scene: Scene, start: int, end: int) -> OutletMention | None:
    """The first outlet named between two offsets."""
    i = bisect_right(scene.outlets, start, key=lambda m: m.span.end)
    if i < len(scene.outlets):
        mention = scene.outlets[i]
        if mention.span.start >= start - 4 and mention.span.start < end and mention.span.end <= end:
            return mention
    return None


def _named(scene: Scene, mention: Mention) -> Referent | None:
    """The entity of a mention; by `name` where the mention has the full name itself."""
    discourse = scene.discourse
    reading = mention.reading
    index = _entity_of(discourse, mention)
    if index is None:
        if reading.sort == "country" or reading.sort == "organization":
            return Referent(name=reading.name, kind="organization", resolver="name")
        if reading.sort == "people" and reading.name.isupper():
            return Referent(name=reading.name, kind="organization", resolver="name")
        if reading.sort == "people" or _is_plural(reading.name):
            return Referent(name=reading.name, kind="group", plural=True, resolver="name")
        return Referent(name=reading.name, kind=_kind_of_word(scene, mention), resolver="name")
    entity = discourse.entities[index]
    kind = _kind_of(scene, entity, mention)
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


def _entity_of(discourse: Discourse, mention: Mention) -> int | None:
    i = bisect_right(discourse.starts, mention.start) - 1
    while i >= 0 and discourse.mentions[i].start == mention.start:
        if discourse.mentions[i].end == mention.end:
            return discourse.owners[i] if discourse.owners[i] >= 0 else None
        i -= 1
    return None


def _is_plural(word: str) -> bool:
    noun = nouns.lookup(word)
    return noun is not None and noun.plural


def _kind_of_word(scene: Scene, mention: Mention) -> SpeakerKind:
    noun = nouns.lookup(mention.reading.name)
    if noun is not None and noun.category == "organization":
        return "organization"
    word = mention.reading.name
    if mention.reading.person is not None and names.is_given(word):
        return "person"
    return "group" if word.endswith("s") and word[1:].islower() else "organization"


def _kind_of(scene: Scene, entity: Entity, mention: Mention) -> SpeakerKind:
    if entity.body == "outlet":
        return "outlet"
    if entity.sort == "organization" or entity.body == "organization":
        return "organization"
    if entity.human:
        return "person"
    if entity.sort == "word":
        return "organization"
    text = scene.text
    if text[max(0, entity.start - 4) : entity.start].lower() == "the ":
        return "organization"
    if entity.name.lower() in scene.discourse.bodies:
        return "organization"
    return "person"


def _joint(scene: Scene) -> Referent | None:
    """`Putin and Xi Jinping`: each part by itself, then one name of them all."""
    text = scene.text
    found: list[Referent] = []
    for start, end in scene.phrase.parts:
        within = scene.discourse.within(start, end)
        part = phrases.read(text, start, end, scene.discourse.named(within))
        found.append(resolve(_with_phrase(scene, part)))
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


def _with_phrase(scene: Scene, phrase: Phrase) -> Scene:
    return evolve(scene, phrase=phrase, following=())


# --- pronouns -------------------------------------------------------------------------------------

_REACH = 8
"""Sentences that a pronoun looks back over."""
_OBLIQUE = frozenset(
    "of by with for to from about against at on in between than like called named over under"
    " toward towards upon behind after before including and or".split()
)


def _first_person(scene: Scene) -> Referent | None:
    if scene.phrase.pronoun not in ("self", "selves"):
        return None
    enclosing = _enclosing(scene)
    if enclosing is not None:
        return _again(scene, enclosing, "first_person")
    if scene.discourse.quotation_at(scene.phrase.start) is not None:
        return None
    author = scene.document.author
    if author is None:
        return None
    return Referent(name=author, kind="person", resolver="first_person")


def _enclosing(scene: Scene) -> Referent | None:
    """Who speaks the quotation that the source stands in."""
    if scene.parent is not None:
        return scene.parent
    at = scene.phrase.start
    for turn in reversed(scene.turns[-6:]):
        if any(span.start <= at < span.end for span in turn.attribution.content):
            return turn.referent
    return None


def _again(scene: Scene, referent: Referent, resolver: str) -> Referent:
    """The same one once more, by another road."""
    antecedent = referent.antecedent
    if antecedent is None and referent.entity is not None:
        entity = scene.discourse.entities[referent.entity]
        antecedent = (entity.start, entity.end)
    return evolve(referent, antecedent=antecedent, resolver=resolver)


def _of_entity(scene: Scene, index: int, resolver: str) -> Referent:
    entity = scene.discourse.entities[index]
    kind = _kind_of(scene, entity, scene.discourse.mentions[0])
    return Referent(
        name=entity.name,
        kind=kind,
        entity=index,
        gender=entity.gender,
        antecedent=(entity.start, entity.end),
        resolver=resolver,
    )


def _by_pronoun(scene: Scene) -> Referent | None:
    told = scene.phrase.pronoun
    if told == "m":
        return _he_or_she(scene, "m")
    if told == "f":
        return _he_or_she(scene, "f")
    if told == "plural" or told == "thing":
        return _it_or_they(scene, told)
    if told == "relative":
        return _relative(scene)
    return None


def _he_or_she(scene: Scene, gender: Gender) -> Referent | None:
    discourse = scene.discourse
    at = scene.phrase.start
    quotation = discourse.quotation_at(at)
    if scene.parent is not None and quotation is None:
        parent = scene.parent
        if parent.kind == "person" and _may_be(scene, parent, gender):
            return _again(scene, parent, "pronoun")
    barred = scene.parent if quotation is not None else None
    if quotation is not None:
        inside = [
            i
            for i in discourse.within(quotation[0], at)
            if _is_person(discourse, i) and _gender_fits(scene, discourse.owners[i], gender)
        ]
        candidates = {discourse.owners[i] for i in inside}
        known = {j for j in candidates if discourse.entities[j].gender == gender}
        candidates = known or candidates
        if len(candidates) == 1:
            return _of_entity(scene, candidates.pop(), "pronoun")
        return None
    weak: tuple[int, int] | None = None
    sentence = discourse.sentence_at(at)
    for back in range(_REACH):
        if sentence - back < 0:
            break
        start, end = discourse.window(sentence - back)
        end = min(end, at)
        turn = _turn_in(scene, start, end, gender, back)
        if isinstance(turn, Referent):
            if weak is not None and back - weak[1] >= 3:
                return _of_entity(scene, weak[0], "pronoun")
            if turn.resolver == "none" and turn.entity is None:
                return _again(scene, turn, "pronoun") if turn.kind == "anonymous" else None
            if turn != barred:
                return _again(scene, turn, "pronoun")
        subject, other = _people_in(scene, start, end, gender)
        if subject is not None:
            if weak is not None and back - weak[1] >= 3:
                return _of_entity(scene, weak[0], "pronoun")
            return _of_entity(scene, subject, "pronoun")
        if other is not None and weak is None:
            weak = (other, back)
        if weak is not None and back - weak[1] >= 4:
            break
    return _of_entity(scene, weak[0], "pronoun") if weak is not None else None


_NOMINATIVE: dict[Gender, re.Pattern[str]] = {
    "m": re.compile(r"\b[Hh]e\b"),
    "f": re.compile(r"\b[Ss]he\b"),
}
"""A sentence with one of these as its subject goes on about whoever the one before was about."""


def _turn_in(scene: Scene, start: int, end: int, gender: Gender, back: int) -> Referent | None:
    """The last speaker in a sentence that may be `he` or `she`."""
    for turn in reversed(scene.turns[-40:]):
        if turn.start < start:
            break
        if turn.start >= end:
            continue
        referent = turn.referent
        if referent.resolver == "first_person" and referent.entity is None:
            continue
        if referent.kind == "person" and _may_be(scene, referent, gender):
            return referent
        if referent.kind == "anonymous" and not referent.plural:
            opens = back <= 1 and turn.start - start < 20
            if referent.gender == gender or (referent.gender is None and opens):
                return referent
    return None


def _may_be(scene: Scene, referent: Referent, gender: Gender) -> bool:
    if referent.entity is None:
        return referent.gender in (None, gender)
    return _gender_fits(scene, referent.entity, gender)


def _people_in(scene: Scene, start: int, end: int, gender: Gender) -> tuple[int | None, int | None]:
    """The person a sentence speaks of first, and another it mentions, as far as gender allows."""
    discourse = scene.discourse
    subject: int | None = None
    others: list[int] = []
    own = scene.attribution.content if scene.attribution is not None else ()
    carried = _NOMINATIVE[gender].search(discourse.text, start, min(end, start + 60))
    if carried is not None and discourse.quotation_at(carried.start()) is not None:
        carried = None
    seen = False
    limit = start + 60
    for i in discourse.within(start, end):
        mention = discourse.mentions[i]
        if not _is_person(discourse, i):
            continue
        if discourse.quotation_at(mention.start) is not None:
            continue
        if any(span.start <= mention.start < span.end for span in own):
            continue
        index = discourse.owners[i]
        seen = seen or (carried is not None and carried.start() < mention.start)
        direct = not seen and mention.start < limit and _is_subject(discourse.text, mention)
        seen = seen or direct
        if not _gender_fits(scene, index, gender):
            continue
        if direct and subject is None:
            subject = index
        elif index not in others:
            others.append(index)
    if subject is None and len(others) > 1:
        known = [i for i in others if discourse.entities[i].gender == gender]
        others = known or others
    return subject, others[0] if others else None


def _is_subject(text: str, mention: Mention) -> bool:
    """Whether a mention is neither possessive nor governed by a preposition."""
    if text[mention.end : mention.end + 1] in "'’" and mention.end < len(text):
        return False
    word = text[max(0, mention.start - 14) : mention.start].rstrip().rpartition(" ")[2]
    return word.lower() not in _OBLIQUE


def _is_person(discourse: Discourse, i: int) -> bool:
    index = discourse.owners[i]
    if index < 0:
        return False
    return discourse.entities[index].human


def _gender_fits(scene: Scene, index: int, gender: Gender) -> bool:
    known = scene.discourse.entities[index].gender
    return known is None or known == gender


def _it_or_they(scene: Scene, told: str) -> Referent | None:
    discourse = scene.discourse
    at = scene.phrase.start
    sentence = discourse.sentence_at(at)
    fits = ("organization", "outlet", "document", "group", "anonymous")
    for turn in reversed(scene.turns[-8:]):
        if turn.sentence < sentence - 3:
            break
        if turn.start >= at:
            continue
        referent = turn.referent
        if referent.name.lower() in phrases.PRONOUNS:
            continue
        if told == "plural":
            if referent.plural or referent.kind in ("organization", "group"):
                return _again(scene, referent, "pronoun")
        elif referent.kind in fits[:3] and not referent.plural:
            return _again(scene, referent, "pronoun")
    for back in range(3):
        if sentence - back < 0:
            break
        start, end = discourse.window(sentence - back)
        for i in discourse.within(start, min(end, at)):
            index = discourse.owners[i]
            mention = discourse.mentions[i]
            if index < 0 or discourse.quotation_at(mention.start) is not None:
                continue
            entity = discourse.entities[index]
            if not _is_subject(discourse.text, mention):
                owned = _OWN_BODY.match(discourse.text, mention.end)
                if owned is not None and mention.start <= start + 4 and told == "thing":
                    noun = nouns.lookup(owned[1])
                    if noun is not None and noun.category == "organization":
                        name = discourse.text[mention.name_start : owned.end()]
                        place = (mention.name_start, owned.end())
                        return Referent(
                            name=name, kind="organization", antecedent=place, resolver="pronoun"
                        )
                continue
            if _kind_of(scene, entity, mention) == "organization":
                return _of_entity(scene, index, "pronoun")
    return None


_OWN_BODY = re.compile(r"['’]s? (\w+)")


_DETERMINER = re.compile(
    r"(?:^|(?<=[\s“\"(]))(?:an?|the|one|some|another|several|many|two|three|his|her|their|its|those)"
    r"(?= \w)",
    re.IGNORECASE,
)
_MORE_THAN_A_PHRASE = re.compile(r"[;:.!?“”\"]|, ")


def _relative(scene: Scene) -> Referent | None:
    """`who`: the name or the phrase just before it."""
    discourse = scene.discourse
    text = scene.text
    at = scene.phrase.start
    start = max(discourse.start_of(at), at - 400)
    before = len(text[start:at].rstrip(" ,—–-")) + start
    if text[before - 1 : before] == ")":
        before = max(text.rfind("(", start, before), start)
        before = len(text[start:before].rstrip()) + start
    last: Mention | None = None
    for i in discourse.within(start, before):
        mention = discourse.mentions[i]
        if mention.end == before:
            last = mention
    if last is not None and scene.phrase.pronoun == "relative":
        referent = _named(scene, last)
        if referent is not None and not phrases.common(last):
            return _again(scene, referent, "pronoun")
    window = text[max(start, before - 90) : before]
    people_only = text[at : at + 3].lower() == "who"
    for match in reversed(list(_DETERMINER.finditer(window))):
        low = before - len(window) + match.start()
        if _MORE_THAN_A_PHRASE.search(window, match.start()):
            break
        phrase = phrases.read(text, low, before, discourse.named(discourse.within(low, before)))
        if phrase.noun is None or phrase.form == "other":
            continue
        if (phrase.noun.human or phrase.noun.category == "group") == people_only:
            return _again(scene, resolve(_with_phrase(scene, phrase)), "pronoun")
    people = [
        i
        for i in discourse.within(start, before)
        if _is_person(discourse, i) and _is_subject(text, discourse.mentions[i])
    ]
    if people and text[discourse.mentions[people[-1]].end : before + 1].startswith((",", " (")):
        return _of_entity(scene, discourse.owners[people[-1]], "pronoun")
    return None


# --- descriptors ----------------------------------------------------------------------------------

_OFFICES = frozenset(
    "president senator representative governor mayor judge justice sheriff minister secretary"
    " ambassador king queen prince princess chancellor pope speaker chair director commissioner"
    " councilor superintendent principal prosecutor coroner bishop archbishop general treasurer"
    " auditor executive spokesperson coach".split()
)
"""Roles whose holder the article must have named as such."""


_BIOGRAPHIC = frozenset(
    "person man woman boy girl gentleman lady businessman businesswoman billionaire millionaire"
    " tycoon mogul magnate industrialist financier entrepreneur nominee candidate frontrunner"
    " front-runner contender hopeful native veteran politician democrat republican libertarian"
    " independent conservative liberal progressive socialist nationalist populist statesman"
    " stateswoman father mother dad mom mum grandfather grandmother parent widow widower author"
    " novelist writer poet actor actress singer rapper musician artist comedian filmmaker star"
    " celebrity athlete footballer golfer boxer swimmer runner expert analyst professor scholar"
    " scientist researcher economist historian physicist biologist pollster strategist diplomat"
    " lawmaker official politician retiree pensioner farmer teacher nurse engineer teen teenager"
    " activist advocate spokesperson spokesman spokeswoman columnist journalist freshman".split()
)
"""What may be said again of whoever was just named, who need not have been called that before."""


def _by_descriptor(scene: Scene) -> Referent | None:
    phrase = scene.phrase
    if phrase.form == "pronoun" or phrase.form == "joined":
        return None
    outlet = _described_outlet(scene)
    if outlet is not None:
        return outlet
    noun = phrase.noun
    if noun is None or phrase.form != "descriptor":
        return None
    if noun.human or noun.category == "group":
        return _described_people(scene) if noun.plural else _described_person(scene)
    if noun.category == "organization" and not noun.plural:
        return _described_body(scene)
    if noun.category == "document" and not noun.plural:
        return _printed_in(scene) or _described_document(scene)
    return None


_PRINTED = frozenset("article piece story editorial column op-ed report".split())


def _printed_in(scene: Scene) -> Referent | None:
    """`a Valley Herald article`: what an outlet prints, it says."""
    phrase = scene.phrase
    noun = phrase.noun
    if noun is None or noun.lemma not in _PRINTED:
        return None
    mention = _outlet_at(scene, phrase.start, phrase.end)
    if mention is None:
        return None
    return Referent(name=mention.name, kind="outlet", resolver="descriptor")


def _described_outlet(scene: Scene) -> Referent | None:
    phrase = scene.phrase
    if phrase.name is not None:
        return None
    words = scene.text[phrase.start : phrase.chunk_end or phrase.end]
    descriptor = outlets.describes_outlet(words)
    if descriptor is None or not descriptor.definite:
        return None
    at = phrase.start
    reported = [
        turn.referent.name
        for turn in reversed(scene.turns[-30:])
        if turn.referent.kind == "outlet" and turn.start < at
    ]
    for name in reported:
        known = outlets.lookup(name)
        if known is None or descriptor.fits(known):
            return Referent(
                name=name,
                kind="outlet",
                antecedent=_outlet_place(scene, name),
                resolver="descriptor",
            )
    if descriptor.ambiguous:
        return None
    i = bisect_right(scene.outlets, at, key=lambda m: m.span.start) - 1
    for mention in reversed(scene.outlets[max(0, i - 5) : i + 1]):
        if mention.span.start < at and descriptor.fits(mention):
            return Referent(
                name=mention.name,
                kind="outlet",
                antecedent=(mention.span.start, mention.span.end),
                resolver="descriptor",
            )
    return None


def _outlet_place(scene: Scene, name: str) -> tuple[int, int] | None:
    """The last mention of an outlet before the source."""
    i = bisect_right(scene.outlets, scene.phrase.start, key=lambda m: m.span.start)
    for mention in reversed(scene.outlets[max(0, i - 40) : i]):
        if mention.name == name:
            return mention.span.start, mention.span.end
    return None


_POSSESSIVES = frozenset("his her their its our my".split())
_DEFINITE = _POSSESSIVES | {"the", "this", "that"}


def _described_person(scene: Scene) -> Referent | None:
    phrase = scene.phrase
    noun = phrase.noun
    if noun is None:
        return None
    discourse = scene.discourse
    owner = _entity_of(discourse, phrase.owner) if phrase.owner is not None else None
    key = SYNONYMS.get(noun.lemma, noun.lemma)
    if phrase.determiner in ("my", "our"):
        return None
    if phrase.determiner not in _DEFINITE:
        later = _named_later(scene, key)
        if later is not None:
            return later
    if phrase.determiner is None or phrase.determiner in _DEFINITE:
        words = _distinguishing(scene)
        uses = [
            use
            for use in _near(discourse.roles.get(key, ()), phrase.start)
            if use.entity != owner
            and use.at != phrase.start
            and _covers(discourse, use, words)
            and (noun.gender is None or _gender_fits(scene, use.entity, noun.gender))
            and (discourse.entities[use.entity].first <= phrase.start or words)
        ]
        holders = list(dict.fromkeys(use.entity for use in uses))
        if len(holders) > 1:
            holders = _salient(scene, holders)
        if len(holders) == 1:
            use = next(use for use in uses if use.entity == holders[0])
            return _of_entity(scene, use.entity, "descriptor")
        if len(holders) > 1:
            return None
        told = _told_before(scene)
        if told is not None:
            return told
        near = _adjacent(scene, key, owner)
        if near is not None:
            return near
    return _named_later(scene, key)


def _told_before(scene: Scene) -> Referent | None:
    """`the narrator`, after `a narrator in the advertisement` has spoken."""
    phrase = scene.phrase
    noun = phrase.noun
    if noun is None or phrase.determiner != "the" or phrase.end - phrase.chunk_end > 2:
        return None
    for turn in reversed(scene.turns[-12:]):
        referent = turn.referent
        if referent.kind != "anonymous" or turn.start >= phrase.start:
            continue
        if referent.plural == noun.plural and noun.lemma in _lemmas(referent.name):
            return _again(scene, referent, "descriptor")
    return None


def _lemmas(words: str) -> set[str]:
    found = (nouns.lookup(word) for word in words.split())
    return {noun.lemma for noun in found if noun is not None}


def _near(uses: Sequence[Use], at: int) -> Sequence[Use]:
    """The uses nearest to an offset, where there are very many."""
    if len(uses) <= 32:
        return uses
    i = bisect_right(uses, at, key=lambda use: use.at)
    return uses[max(0, i - 24) : i + 8]


_VAGUE = frozenset(
    "former ex late longtime senior top veteran new current incoming outgoing retired then acting"
    " interim embattled controversial outspoken old year years this that said s".split()
)


def _distinguishing(scene: Scene) -> dict[str, bool]:
    """The words of a descriptor that a role given elsewhere must account for.

    True for those with a capital, which tell whose senator or which council's chair it is.
    """
    phrase = scene.phrase
    said = scene.text[phrase.start : phrase.core_end]
    dropped = scene.text[phrase.noun_start : phrase.noun_end].lower().split()
    forms = {form.lower(): form for form in _CAPITAL.findall(said)}
    return {
        word: word in forms
        for word in content_words(said)
        if word not in dropped and word not in _VAGUE and len(word) > 1
    }


_CAPITAL = re.compile(r"\b[A-Z][\w-]*")


def _covers(discourse: Discourse, use: Use, words: dict[str, bool]) -> bool:
    """Whether what the article says of a person accounts for a descriptor's words."""
    missing = [w for w in words if not _in(w, use.words)]
    if not missing:
        return True
    entity = discourse.entities[use.entity]
    every = frozenset().union(*(u.words for u in entity.uses), content_words(entity.name))
    missing = [w for w in missing if not _in(w, every) and not (use.affiliation and _is_body(w))]
    bare = all(w == use.role or w in _VAGUE or _is_human(w) for w in use.words)
    return not any(words[w] or not bare for w in missing)


def _is_human(word: str) -> bool:
    noun = nouns.lookup(word)
    return noun is not None and noun.human


def _is_body(word: str) -> bool:
    noun = nouns.lookup(word)
    return noun is not None and noun.category == "organization"


def _in(word: str, known: frozenset[str]) -> bool:
    if word in known:
        return True
    stem = word[:4]
    return len(word) > 4 and any(w[:4] == stem and len(w) > 3 for w in known)


def _salient(scene: Scene, holders: Sequence[int]) -> list[int]:
    """Of several who hold a role, the only one that was just mentioned."""
    discourse = scene.discourse
    at = scene.phrase.start
    sentence = discourse.sentence_at(at)
    for turn in reversed(scene.turns[-4:]):
        if turn.sentence >= sentence - 2 and turn.start < at and turn.referent.entity is not None:
            if turn.referent.entity in holders:
                return [turn.referent.entity]
            break
    start = discourse.window(max(0, sentence - 2), at)[0] if discourse.sentences else 0
    seen = {discourse.owners[i] for i in discourse.within(start, at)}
    near = [holder for holder in holders if holder in seen]
    return near or list(holders)


def _adjacent(scene: Scene, key: str, owner: int | None) -> Referent | None:
    """The person the article has just spoken of, for a definite descriptor that nobody else holds."""
    phrase = scene.phrase
    noun = phrase.noun
    if noun is None or (phrase.determiner is None and phrase.owner is None):
        return None
    chunk = scene.text[phrase.start : phrase.chunk_end]
    if phrase.determiner in _POSSESSIVES:
        return None
    if noun.lemma not in _BIOGRAPHIC and "former" not in chunk:
        return None
    if phrase.owner is None and ("’s " in chunk or "'s " in chunk):
        return None
    discourse = scene.discourse
    at = phrase.start
    sentence = discourse.sentence_at(at)
    own = scene.attribution.content if scene.attribution is not None else ()
    for back in range(3):
        if sentence - back < 0:
            return None
        start, end = discourse.window(sentence - back)
        end = min(end, at)
        people = list(
            dict.fromkeys(
                discourse.owners[i]
                for i in discourse.within(start, end)
                if _is_person(discourse, i)
                and discourse.owners[i] != owner
                and discourse.quotation_at(discourse.mentions[i].start) is None
                and not any(s.start <= discourse.mentions[i].start < s.end for s in own)
                and (noun.gender is None or _gender_fits(scene, discourse.owners[i], noun.gender))
            )
        )
        turn = next(
            (
                t
                for t in reversed(scene.turns[-12:])
                if start <= t.start < end and t.referent.entity is not None
            ),
            None,
        )
        chosen: int | None = None
        if turn is not None and turn.referent.entity in (*people, None):
            chosen = turn.referent.entity
        elif turn is not None and turn.referent.kind == "person":
            chosen = turn.referent.entity
        elif len(people) == 1:
            chosen = people[0]
        elif people and _opens(discourse, people[0], start):
            chosen = people[0]
        if chosen is not None:
            return (
                _of_entity(scene, chosen, "descriptor") if _may_hold(scene, chosen, key) else None
            )
        if people:
            return None
    return None


def _opens(discourse: Discourse, index: int, start: int) -> bool:
    """Whether a sentence begins with a person, as its subject."""
    for i in discourse.within(start, start + 60):
        mention = discourse.mentions[i]
        if discourse.owners[i] == index:
            return mention.start - start < 20 and _is_subject(discourse.text, mention)
    return False


def _may_hold(scene: Scene, index: int, key: str) -> bool:
    """Whether a person may be what a descriptor says, as far as the article tells."""
    entity = scene.discourse.entities[index]
    noun = scene.phrase.noun
    former = "former" in scene.text[scene.phrase.start : scene.phrase.chunk_end]
    for use in entity.uses:
        if use.role is None:
            continue
        same = SYNONYMS.get(use.role, use.role) == key
        if same and not _covers(scene.discourse, use, _distinguishing(scene)):
            return False
    titled = any(use.title for use in entity.uses)
    if key in _OFFICES and titled and not former:
        return False
    parties = {"democrat", "republican", "libertarian"}
    words = content_words(scene.text[scene.phrase.start : scene.phrase.chunk_end])
    said = {p for p in parties if _in(p, words)}
    known = {p for p in parties if any(_in(p, use.words) for use in entity.uses)}
    return not (said and known and not said & known) and noun is not None


def _named_later(scene: Scene, key: str) -> Referent | None:
    """A lead that keeps back the name: `A former mayor says …`, and then `Ana Ruiz said`."""
    discourse = scene.discourse
    phrase = scene.phrase
    if not _leads(discourse, phrase.start):
        return None
    sentence = discourse.sentence_at(phrase.start)
    for later in scene.following:
        if discourse.sentence_at(later.start) > sentence + 3:
            return None
        if later.name is None:
            continue
        index = _entity_of(discourse, later.name)
        if index is None or discourse.entities[index].first < phrase.end:
            return None
        entity = discourse.entities[index]
        noun = phrase.noun
        if noun is None or (noun.gender and not _gender_fits(scene, index, noun.gender)):
            return None
        roles = [use.role for use in entity.uses if use.role is not None]
        if roles and key not in {SYNONYMS.get(r, r) for r in roles}:
            return None
        if entity.sort in ("organization", "word"):
            return None
        return _of_entity(scene, index, "descriptor")
    return None


def _leads(discourse: Discourse, at: int) -> bool:
    """Whether a sentence opens the article or a part of it."""
    start = discourse.start_of(at)
    before = discourse.text[max(0, start - 300) : start].rstrip()
    if not before or start < 400:
        return True
    line = before.rpartition("\n")[2].strip()
    return len(line) < 30


def _described_people(scene: Scene) -> Referent | None:
    """`the senators`: the pair that spoke last, where both are that."""
    phrase = scene.phrase
    noun = phrase.noun
    if noun is None or phrase.determiner not in ("the", "both", "two") or phrase.complement:
        return None
    told = _told_before(scene)
    if told is not None:
        return told
    key = SYNONYMS.get(noun.lemma, noun.lemma)
    for turn in reversed(scene.turns[-8:]):
        parts = turn.referent.parts
        if len(parts) > 1 and turn.start < phrase.start:
            entity = [scene.discourse.entities[i] for i in parts]
            holds = [
                any(use.role and SYNONYMS.get(use.role, use.role) == key for use in e.uses)
                for e in entity
            ]
            if any(holds):
                return _again(scene, turn.referent, "descriptor")
    return None


_GENERIC_BODIES = frozenset(
    "agency company firm group organization organisation bank union department school university"
    " college team nonprofit charity association committee commission council board court ministry"
    " institute foundation center centre bureau office party coalition federation league network"
    " airline manufacturer startup hospital church museum corporation fund think-tank thinktank"
    " watchdog regulator service administration club society airport utility panel".split()
)


def _described_body(scene: Scene) -> Referent | None:
    phrase = scene.phrase
    noun = phrase.noun
    if noun is None or phrase.determiner not in ("the", "this", "that"):
        return None
    if phrase.owner is not None or phrase.adjunct is not None or phrase.complement is not None:
        return None
    if noun.lemma not in _GENERIC_BODIES:
        return None
    discourse = scene.discourse
    at = phrase.start
    words = _distinguishing(scene)
    for turn in reversed(scene.turns[-8:]):
        referent = turn.referent
        if referent.kind == "organization" and referent.entity is None and turn.start < at:
            if noun.lemma == referent.name.lower().rpartition(" ")[2] and all(
                w in referent.name.lower() for w in words
            ):
                return _again(scene, referent, "descriptor")
    fallback = _last_body(scene) if noun.lemma in _NAMELESS else None
    seen: list[int] = []
    stop = bisect_right(discourse.starts, at - 1)
    for i in range(stop - 1, max(-1, stop - 60), -1):
        index = discourse.owners[i]
        if index < 0 or index in seen:
            continue
        entity = discourse.entities[index]
        if discourse.quotation_at(discourse.mentions[i].start) is not None:
            continue
        own = content_words(entity.name)
        if entity.sort == "organization":
            seen.append(index)
            if noun.lemma in own and all(_in(w, own) for w in words):
                return _of_entity(scene, index, "descriptor")
        if fallback is None and _kind_of(scene, entity, discourse.mentions[i]) == "organization":
            if discourse.sentence_at(discourse.mentions[i].start) >= discourse.sentence_at(at) - 3:
                other = _own_noun(own)
                if noun.lemma in _NAMELESS and (other is None or noun.lemma in ("agency", "group")):
                    fallback = index
    if fallback is not None:
        return _of_entity(scene, fallback, "descriptor")
    return None


def _last_body(scene: Scene) -> int | None:
    """The body that spoke last, if that was just now."""
    at = scene.phrase.start
    sentence = scene.discourse.sentence_at(at)
    for turn in reversed(scene.turns[-3:]):
        if turn.start < at and turn.sentence >= sentence - 3:
            index = turn.referent.entity
            if index is not None and turn.referent.kind == "organization":
                return index
    return None


_NAMELESS = frozenset(
    "agency company firm group organization organisation bank nonprofit charity team airline"
    " manufacturer startup corporation think-tank thinktank watchdog regulator airport utility"
    " school college university hospital".split()
)
"""Nouns for bodies whose names often do not have them."""


def _own_noun(words: frozenset[str]) -> str | None:
    """The generic noun in a body's name: `commission`."""
    return next((w for w in words if w in _GENERIC_BODIES), None)


def _described_document(scene: Scene) -> Referent | None:
    """`the report`: the fuller words for it before; `the article`: the outlet that printed it."""
    phrase = scene.phrase
    noun = phrase.noun
    if noun is None or phrase.determiner not in ("the", "this", "that") or phrase.complement:
        return None
    if phrase.owner is not None or phrase.adjunct is not None:
        return None
    at = phrase.start
    for turn in reversed(scene.turns[-8:]):
        if turn.start < at and turn.referent.kind == "document":
            if noun.lemma in turn.referent.name.lower().split():
                return _again(scene, turn.referent, "descriptor")
    if noun.lemma in ("article", "piece", "story", "editorial", "column"):
        for turn in reversed(scene.turns[-8:]):
            if turn.start < at and turn.referent.kind == "outlet":
                return _again(scene, turn.referent, "descriptor")
        i = bisect_right(scene.outlets, at, key=lambda m: m.span.start) - 1
        if i >= 0 and scene.outlets[i].span.start < at:
            mention = scene.outlets[i]
            return Referent(
                name=mention.name,
                kind="outlet",
                antecedent=(mention.span.start, mention.span.end),
                resolver="descriptor",
            )
    return None


# --- those nobody names ---------------------------------------------------------------------------

_UNDISCLOSED = frozenset(
    "official aide advisor adviser source insider operative observer strategist staffer member"
    " informant confidant diplomat".split()
)
"""Plurals of these are people who stay unnamed; of any other role, a group."""
_SPEAKS_FOR = frozenset(
    "spokesperson official representative officer prosecutor investigator agent director"
    " administrator".split()
)


def _own_words(scene: Scene) -> Referent:
    """The source as it stands, with the kind that its words tell."""
    phrase = scene.phrase
    noun = phrase.noun
    if phrase.form == "pronoun":
        return Referent(
            name=scene.text[phrase.start : phrase.end], kind=_KIND_OF_PRONOUN[phrase.pronoun or ""]
        )
    words = scene.text[phrase.start : max(phrase.core_end, phrase.chunk_end)]
    if noun is None:
        if _UNNAMED_PEOPLE.search(words):
            return Referent(name=words, kind="anonymous", plural=True)
        return Referent(name=words, kind=_kind_of_unknown(scene))
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
        implied = _IMPLIED.search(words) is not None
        return Referent(name=words, kind="anonymous" if implied else "group", plural=True)
    if noun.category == "document":
        return Referent(name=words, kind="document", plural=noun.plural)
    if noun.plural and noun.lemma not in ("authority", "police"):
        return Referent(name=words, kind="group", plural=True)
    if phrase.determiner == "the" and (phrase.owner or phrase.adjunct or phrase.complement):
        words = words[4:]
    return Referent(name=words, kind="organization")


_KIND_OF_PRONOUN: dict[str, SpeakerKind] = {
    "m": "person",
    "f": "person",
    "self": "person",
    "selves": "group",
    "plural": "group",
    "thing": "organization",
    "relative": "anonymous",
}
_UNNAMED_PEOPLE = re.compile(r"\b(?:those|people|sources)\b", re.IGNORECASE)


def _kind_of_unknown(scene: Scene) -> SpeakerKind:
    phrase = scene.phrase
    words = scene.text[phrase.start : phrase.end]
    if outlets.describes_outlet(words) is not None:
        return "outlet"
    head = words[: (phrase.chunk_end or phrase.end) - phrase.start]
    if phrase.name is not None:
        return "person"
    return "group" if head.rstrip("’'").endswith("s") else "anonymous"


def _body_spoken_for(scene: Scene) -> Referent | None:
    """The named body that an unnamed official speaks for."""
    phrase = scene.phrase
    noun = phrase.noun
    if noun is None or SYNONYMS.get(noun.lemma, noun.lemma) not in _SPEAKS_FOR:
        return None
    if phrase.complement is None and phrase.owner is None and phrase.adjunct is None:
        return _described_body_spoken_for(scene)
    for mention in (phrase.owner, phrase.adjunct, phrase.complement):
        if mention is None or mention.reading.sort in ("people", "place"):
            continue
        if mention is phrase.complement:
            between = scene.text[phrase.chunk_end : mention.start].split()
            if not between or between[0] not in ("for", "of", "at", "from", "with", "in"):
                continue
            if len(between) > 3:
                continue
        index = _entity_of(scene.discourse, mention)
        if index is None:
            if mention.reading.sort != "organization":
                continue
            name = mention.reading.name
            antecedent = None
        else:
            entity = scene.discourse.entities[index]
            bare = entity.sort == "name" and not entity.human and entity.gender is None
            if not bare and _kind_of(scene, entity, mention) != "organization":
                continue
            name = entity.name
            antecedent = (entity.start, entity.end) if name != mention.reading.name else None
        return Referent(
            name=name,
            kind="organization",
            entity=index,
            antecedent=antecedent,
            role=_role_of(scene.text, phrase),
            plural=noun.plural,
            resolver="descriptor",
        )
    return None


_FOR_BODY = re.compile(r" (?:for|of|at|from|with) (?=(?:the|this) )")


def _described_body_spoken_for(scene: Scene) -> Referent | None:
    """`a spokeswoman for the company`, where it is clear which company."""
    phrase = scene.phrase
    match = _FOR_BODY.match(scene.text, phrase.chunk_end, phrase.core_end)
    if match is None:
        return None
    part = phrases.read(scene.text, match.end(), phrase.core_end, ())
    if part.form != "descriptor" or part.noun is None or part.noun.category != "organization":
        return None
    body = _described_body(_with_phrase(scene, part))
    if body is None:
        return None
    return evolve(body, role=_role_of(scene.text, phrase))


# --- continuation ---------------------------------------------------------------------------------


def _continue(
    discourse: Discourse, turns: Sequence[Turn], attribution: Attribution
) -> Referent | None:
    """Who goes on speaking in a quotation that has neither source nor cue."""
    if attribution.cue is not None or attribution.kind != "direct" or not turns:
        return None
    at = attribution.content[0].start
    for turn in reversed(turns[-6:]):
        if turn.attribution.parent is not None:
            continue
        last = max(turn.end, turn.attribution.content[-1].end)
        if last > at:
            continue
        between = discourse.text[last:at]
        if len(between) > 400 or between.count("\n") > 4:
            return None
        referent = turn.referent
        antecedent = referent.antecedent
        if antecedent is None:
            antecedent = (turn.start, turn.end) if turn.end > turn.start else None
        return evolve(referent, antecedent=antecedent, resolver="continuation")
    return None


# --- what the record says of the speaker ----------------------------------------------------------

_REQUESTED = re.compile(
    r"conditions? of anonymity|(?:not|n['’]t|un)\s?(?:been )?authori[sz]ed to|anonymously"
    r"|request(?:ed|ing) anonymity|ask(?:ed|ing) for anonymity|on background"
    r"|(?:ask|request|prefer|want|wish)\w* (?:that (?:he|she|they|his|her|their)\b[^.,;]{0,30}? )?"
    r"(?:not (?:to )?be|to (?:remain|stay)|to go) (?:named|identified|anonymous|unnamed|unidentified)"
    r"|(?:declin|refus)\w+ to (?:be (?:named|identified)|give (?:his|her|their) (?:full )?name)"
    r"|(?:did not|didn['’]t) want (?:to be (?:named|identified)|(?:his|her|their) name)",
    re.IGNORECASE,
)
_IMPLIED = re.compile(
    r"\b(?:sources?|insiders?|familiar with|close to|briefed on|knowledge of|privy to"
    r"|involved in)\b",
    re.IGNORECASE,
)
_RELATIVE = re.compile(
    rf"\)?,?\s?(?P<clause>(?:who|whose)\b(?! (?:said|says|told|added)\b){PHRASE}{{4,160}})"
)


Place = tuple[int, int]


def _lent_titles(
    read: Sequence[Phrase | None], found: Sequence[Referent | None]
) -> dict[int, Place]:
    """Titles that stand only in a descriptor: `the tax commissioner`, later named Ana Ruiz."""
    lent: dict[int, Place] = {}
    for phrase, referent in zip(read, found, strict=True):
        if phrase is None or referent is None or referent.entity is None:
            continue
        noun = phrase.noun
        if referent.kind == "person" and phrase.form == "descriptor" and noun is not None:
            if noun.category == "title":
                start = phrase.start
                if phrase.determiner is not None:
                    start += len(phrase.determiner) + 1
                lent.setdefault(referent.entity, (start, phrase.core_end))
    return lent


def _speaker(
    discourse: Discourse, phrase: Phrase | None, referent: Referent, lent: dict[int, Place]
) -> Speaker:
    text = discourse.text
    title = referent.role
    affiliation: Place | None = None
    justification: Place | None = None
    anonymity: Anonymity | None = None
    if referent.entity is not None and referent.kind == "person":
        entity = discourse.entities[referent.entity]
        title, affiliation = _title_of(entity)
        title = title or lent.get(referent.entity)
        justification = _reason(text, phrase, entity)
    elif phrase is not None and phrase.form != "pronoun":
        if referent.kind == "anonymous" and phrase.noun is not None:
            if phrase.noun.category == "title":
                title = _role_of(text, phrase)
        if referent.kind in ("anonymous", "document", "group"):
            mention = phrase.owner or phrase.adjunct or phrase.complement
            if mention is not None and mention.reading.sort in ("organization", "name"):
                affiliation = (mention.start, mention.end)
        justification = _clause(text, phrase.start, phrase.end, phrase.chunk_end)
    if referent.kind == "anonymous":
        anonymity = _anonymity(discourse, phrase, referent)
    return Speaker(
        name=referent.name,
        kind=referent.kind,
        title=text[slice(*title)] if title else None,
        title_span=_span(text, title),
        affiliation=text[slice(*affiliation)] if affiliation else None,
        affiliation_span=_span(text, affiliation),
        justification=_span(text, justification),
        anonymity=anonymity,
        resolved_by=referent.resolver,
        antecedent=_span(text, referent.antecedent),
    )


def _anonymity(discourse: Discourse, phrase: Phrase | None, referent: Referent) -> Anonymity:
    """Why a source is unnamed, as far as its sentence tells."""
    if phrase is not None and discourse.sentences:
        sentence = discourse.sentence_at(phrase.start)
        start, end = discourse.window(sentence, phrase.start)
        if _REQUESTED.search(discourse.text, start, end):
            return "requested"
    return "implied" if _IMPLIED.search(referent.name) else "unnamed"


def _span(text: str, place: Place | None) -> Span | None:
    return Span.of(text, place[0], place[1]) if place is not None else None


def _role_of(text: str, phrase: Phrase) -> Place:
    """`press secretary` in `a Wells Marsh press secretary`: the head with what it goes with."""
    owner = phrase.adjunct or phrase.owner
    start = phrase.start
    if owner is not None and owner.end < phrase.noun_start:
        start = owner.end + (2 if text[owner.end] in "'’" else 0)
    elif phrase.determiner is not None:
        start += len(phrase.determiner)
    while start < phrase.noun_start and text[start] in " -’'":
        start += 1
    return start, phrase.noun_end


def _title_of(entity: Entity) -> tuple[Place | None, Place | None]:
    """The first position of authority the article gives a person, and a body they belong to.

    A bare title is passed over for one that says where it is held: `chair of the council`.
    """
    titles = [use for use in entity.uses if use.title]
    best = titles[0] if titles else None
    if best is not None and best.affiliation is None:
        role = SYNONYMS.get(best.role or "", best.role)
        best = next(
            (u for u in titles if u.affiliation and SYNONYMS.get(u.role or "", u.role) == role),
            best,
        )
    bodies = (use.affiliation for use in (*titles, *entity.uses) if use.affiliation is not None)
    return (best.start, best.end) if best is not None else None, next(bodies, None)


def _reason(text: str, phrase: Phrase | None, entity: Entity) -> Place | None:
    """The article's own words for why this person: a relative clause, or what is set beside."""
    if phrase is not None and phrase.form != "pronoun":
        clause = _clause(text, phrase.start, phrase.end, phrase.chunk_end)
        if clause is not None:
            return clause
    match = _RELATIVE.match(text, entity.end)
    if match is not None:
        return match.span("clause")
    beside = (u for u in entity.uses if u.start > u.at and u.end - u.start > 8 and u.role)
    return next(((use.start, use.end) for use in beside), None)


def _clause(text: str, start: int, end: int, chunk_end: int) -> Place | None:
    """`who saw it`, in the source or right after it."""
    match = _RELATIVE.match(text, end) or _RELATIVE.search(text, chunk_end or start, end)
    return match.span("clause") if match is not None else None


RESOLVERS: tuple[Resolver, ...] = (
    Resolver(
        name="first_person",
        doc="`I` and `we` are whoever speaks the quotation they stand in, or the author.",
        function=_first_person,
        example="{Ana Ruiz=Ana Ruiz} said, [“{I=Ana Ruiz} think it will rain.”]",
        counter_example="{I=?} think it will rain.",
    ),
    Resolver(
        name="pronoun",
        doc="The last speaker or subject whose gender or number the pronoun fits.",
        function=_by_pronoun,
        example="{Ana Ruiz=Ana Ruiz} said [it rained]. {She=Ana Ruiz} added [that it stopped].",
        counter_example="{Ana Ruiz=Ana Ruiz} said [it rained]. {He=?} added [that it stopped].",
    ),
    Resolver(
        name="name",
        doc="The source has the fullest name the article knows.",
        function=_by_name,
        example="{Mayor Ana Ruiz=Ana Ruiz} said [it rained].",
        counter_example="{The mayor=?} said [it rained].",
    ),
    Resolver(
        name="alias",
        doc="A surname, first name, short name or acronym of somebody the article names in full.",
        function=_by_alias,
        example="Mayor Ana Ruiz slept. {Ruiz=Ana Ruiz} said [it rained].",
        counter_example="Mayor Ana Ruiz slept. {Okon=Okon} said [it rained].",
    ),
    Resolver(
        name="descriptor",
        doc="A role, or the kind of body or outlet, that fits one whom the article has named.",
        function=_by_descriptor,
        example="Ana Ruiz, the mayor of Orvale, slept. {The mayor=Ana Ruiz} said [it rained].",
        counter_example="Mayor Ana Ruiz’s aide slept. {Ruiz’s lawyer=?} said [it rained].",
    ),
)
"""All resolvers, in the order they are asked."""
