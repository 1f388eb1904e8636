"""Whom a source may stand for, what a resolver may look at, and the questions they all ask."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence

from attrs import evolve, field, frozen

from attrib.knowledge import names
from attrib.knowledge.nouns import Gender
from attrib.lazily import re
from attrib.model import Attribution, Document, SpeakerKind
from attrib.outlets.mentions import OutletMention
from attrib.resolution.discourse import Discourse, Entity
from attrib.resolution.drafts import is_many, names_nation
from attrib.resolution.fronted import behind, in_front
from attrib.resolution.mentions import Mention
from attrib.resolution.phrases import Phrase
from attrib.resolution.roles import content_words


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
    likely: float | None = field(default=None, eq=False)
    """How probable it is among all whom `he` or `she` may mean; None where that is not weighed."""


@frozen(kw_only=True)
class Turn:
    """An attribution whose source has been read, in the order of the text."""

    start: int
    end: int
    sentence: int
    referent: Referent
    attribution: Attribution
    confidence: float | None = None
    """How sure it is that this is the right one; None where nobody was named."""
    within: Referent | None = None
    """In whose words it stands."""


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
    outer: Attribution | None = None
    """What that content is attributed by."""
    following: Sequence[Phrase | None] = field(default=(), repr=False)
    """The next sources of the text, not resolved yet; None for an attribution without one."""
    ask: Callable[[Scene], Referent] = field(repr=False)
    """All resolvers in their order, for a part of a source."""

    @property
    def text(self) -> str:
        """The article."""
        return self.discourse.text

    def with_phrase(self, phrase: Phrase) -> Scene:
        """The same scene for another phrase: a part of the source, or what it points back to."""
        return evolve(self, phrase=phrase, following=())

    def resolve(self, phrase: Phrase) -> Referent:
        """Whom another phrase stands for, in this scene."""
        return self.ask(self.with_phrase(phrase))


def outlet_at(scene: Scene, start: int, end: int) -> OutletMention | None:
    """The first outlet named between two offsets."""
    i = bisect_right(scene.outlets, start, key=lambda m: m.span.end)
    if i < len(scene.outlets):
        mention = scene.outlets[i]
        if mention.span.start >= start - 4 and mention.span.start < end and mention.span.end <= end:
            return mention
    return None


def entity_of(discourse: Discourse, mention: Mention) -> int | None:
    """The entity a mention belongs to; None where the article knows it by no name."""
    i = bisect_right(discourse.starts, mention.start) - 1
    while i >= 0 and discourse.mentions[i].start == mention.start:
        if discourse.mentions[i].end == mention.end:
            return discourse.owners[i] if discourse.owners[i] >= 0 else None
        i -= 1
    return None


def kind_of(scene: Scene, entity: Entity) -> SpeakerKind:
    """What kind of speaker an entity is."""
    if entity.body == "outlet":
        return "outlet"
    if entity.name in scene.discourse.people:
        return "person"
    if is_many(entity.name):
        return "group"
    if not entity.human and is_paper(entity.name):
        return "document"
    if entity.sort == "organization" or entity.body == "organization":
        return "organization"
    if entity.human:
        return "person"
    if entity.sort == "word":
        return "person" if entity.name in scene.discourse.heard else "organization"
    text = scene.text
    if text[max(0, entity.start - 4) : entity.start].lower() == "the ":
        return "organization"
    if entity.name.lower() in scene.discourse.bodies or names_nation(entity.name):
        return "organization"
    return "person"


def is_body(scene: Scene, entity: Entity) -> bool:
    """Whether an entity is a body, and not only named like one: no place is `the firm`."""
    return not entity.placed and kind_of(scene, entity) == "organization"


def is_paper(name: str) -> bool:
    """Whether a name is by its last word a law or the like: `Clean Rivers Act of 2009`.

    >>> is_paper("Clean Rivers Act of 2009"), is_paper("Paris Agreement"), is_paper("Ana Bill")
    (True, True, False)
    >>> is_paper("Data Retention Bill")
    True
    """
    words = name.split()
    if len(words) > 1 and words[-1] == "Bill" and not names.is_given(words[0].lower()):
        return True
    if len(words) > 3 and words[-1].isdigit() and words[-2] == "of":
        words = words[:-2]
    return len(words) > 1 and (words[-1] in _PAPERS or words[-2:] in _COLOURED)


_COLOURED = (["White", "Paper"], ["Green", "Paper"])
_PAPERS = frozenset(
    "Act Treaty Constitution Charter Amendment Accord Accords Agreement Protocol Convention"
    " Directive Ordinance Declaration Covenant Manifesto Bible Quran Qur’an Plan Poll Report Index"
    " Census Guidelines Memorandum Blueprint Barometer".split()
)


_OBLIQUE = frozenset(
    "of by with for to from about against at on in between than like called named over under"
    " toward towards upon behind after before including and or".split()
)


def again(scene: Scene, referent: Referent, resolver: str) -> Referent:
    """The same one once more, by another road."""
    antecedent = referent.antecedent
    if antecedent is None and referent.entity is not None:
        entity = scene.discourse.entities[referent.entity]
        antecedent = (entity.start, entity.end)
    if antecedent == referent.antecedent and resolver == referent.resolver:
        return referent
    return evolve(referent, antecedent=antecedent, resolver=resolver)


def as_written(
    scene: Scene,
    place: tuple[int, int],
    kind: SpeakerKind,
    *,
    gender: Gender | None = None,
    plural: bool = False,
    resolver: str = "pronoun",
) -> Referent:
    """Whom a pronoun means that goes by no name: the words at a place say who it is."""
    return Referent(
        name=scene.text[slice(*place)],
        kind=kind,
        gender=gender,
        plural=plural,
        antecedent=place,
        resolver=resolver,
    )


def of_entity(scene: Scene, index: int, resolver: str) -> Referent:
    """An entity as whom a source stands for; where it is named in full is the antecedent."""
    entity = scene.discourse.entities[index]
    kind = kind_of(scene, entity)
    return Referent(
        name=entity.name,
        kind=kind,
        entity=index,
        gender=entity.gender,
        antecedent=(entity.start, entity.end),
        resolver=resolver,
    )


def is_told_of(scene: Scene, word: str) -> bool:
    """Whether something is spoken of again in what a source says, and so hardly says it: `The plan
    was drawn up by Vela Trust. It said the plan was safe`."""
    attribution = scene.attribution
    if attribution is None or not word:
        return False
    again = (f"the {word.lower()} ", f"this {word.lower()} ")
    said = (scene.text[span.start : span.end].lower() + " " for span in attribution.content)
    return any(form in words for words in said for form in again)


def is_subject(text: str, mention: Mention) -> bool:
    """Whether a mention is neither possessive nor governed by a preposition."""
    if text[mention.end : mention.end + 1] in "'’" and mention.end < len(text):
        return False
    before = text[max(0, mention.start - 18) : mention.start].rstrip().removesuffix(" the")
    word = before.rpartition(" ")[2].lower()
    if word in _CONJUNCTIONS and (goes_on := _NEXT_WORD.match(text, mention.end)) is not None:
        return goes_on[1] not in _OBLIQUE and goes_on[1] not in _JOINS  # `After Ruiz met Okon, she`
    return word not in _OBLIQUE


_CONJUNCTIONS = frozenset("after before since until".split())
_NEXT_WORD = re.compile(r" ([a-z]+)\b")
_JOINS = frozenset(("and", "or"))


def is_person(discourse: Discourse, i: int) -> bool:
    """Whether mention number `i` is a person's name."""
    index = discourse.owners[i]
    if index < 0:
        return False
    return discourse.entities[index].human


def is_spoken_of(scene: Scene, index: int) -> bool:
    """Whether somebody is named within the content whose source is asked for, and so hardly says
    it: `“Ana Ruiz is right,” he said`, `He accused Ruiz of`, not `“I’m Ana Ruiz,” she said`."""
    discourse, attribution = scene.discourse, scene.attribution
    if attribution is None:
        return False
    if is_object(scene, index):
        return True
    for span in attribution.content:
        for i in discourse.within(span.start, span.end):
            start = discourse.mentions[i].start
            if discourse.owners[i] != index or discourse.quotation_at(start) is None:
                continue
            if start - 1 > span.start and scene.text[start - 1] in _INNER_MARKS:
                continue  # `“He said, ‘Ruiz, go,’” she said`
            if _OF_SOMEBODY.match(scene.text, discourse.mentions[i].end):
                continue  # `“They hit Dorn supporters,” he said`
            return not _OWN_NAME.search(scene.text, max(0, start - 20), start)
    return False


def may_be_called(scene: Scene, index: int | None) -> bool:
    noun = scene.phrase.noun
    if index is None or noun is None:
        return False
    return noun.gender is None or gender_fits(scene, index, noun.gender)


def is_object(scene: Scene, index: int) -> bool:
    """Whether a verb whose subject names nobody has somebody by name after it, and so another: `He
    accused Ruiz of lying`, `The mayor told Okon that`, `“Go,” he told Okon`; not `He praised the
    Ruiz plan`. So has a phrase before the clause, `Asked about Ruiz, he said`."""
    attribution = scene.attribution
    if attribution is None or attribution.source is None:
        return False
    if index in in_front(scene.discourse, scene.phrase.start):
        return True
    source, first = attribution.source, attribution.content[0].start
    discourse = scene.discourse
    if scene.phrase.form != "descriptor" and source.text.lower() not in _SUBJECTS:
        return False
    if source.end >= first:
        return index in behind(discourse, source.end)
    return any(
        discourse.owners[i] == index
        and discourse.quotation_at(discourse.mentions[i].start) is None
        and not scene.text.endswith(_OF_A_THING, 0, discourse.mentions[i].start)
        and not scene.text.endswith(_IN_RELATIVE, first + _OPENING, discourse.mentions[i].start)
        for i in discourse.within(source.end, min(first + _NEAR, attribution.content[0].end))
    )


_SUBJECTS = frozenset(("he", "she"))
_NEAR = 60
"""Characters of a content after which its words may be another's, or tell who `he` is."""
_OF_A_THING = (" the ", " a ", " an ")
_IN_RELATIVE = (" that ", " which ")
"""Before who tells something of a noun: `asks them to drop the plan that | Ruiz says is unfair`."""
_OPENING = 12
"""Characters of a content in which `that` opens a clause of its own."""
_OF_SOMEBODY = re.compile(
    r" (?:supporter|voter|fan|backer|follower|rally|rallies|Tower|Hotel|University|Foundation"
    r"|Organization|presidency|movement|train)s?\b"
)
"""What is called by a name that its bearer calls it too."""
_INNER_MARKS = "‘'“\""
_OWN_NAME = re.compile(r"\b(?:I['’]m|I am|It['’]s|[Nn]ame is|[Cc]all me|[Mm]e,|I,) \Z")


def gender_fits(scene: Scene, index: int, gender: Gender) -> bool:
    """Whether a pronoun or role of a gender may mean an entity: never across a clash."""
    known = scene.discourse.entities[index].gender
    return known is None or known == gender


VAGUE = frozenset(
    "former ex late longtime senior top veteran new current incoming outgoing retired then acting"
    " interim embattled controversial outspoken old year years this that said s"
    # what is thought of somebody, and tells them from nobody
    " young younger elderly ageing aging popular unpopular beloved respected renowned famous famed"
    " celebrated acclaimed award-winning prominent influential powerful ranking moderate"
    " progressive centrist hard-line hardline firebrand maverick fiery combative defiant disgraced"
    " shamed troubled beleaguered ousted deposed freshman first-term second-term two-term"
    " long-serving longest-serving long-standing longstanding seasoned experienced charismatic"
    " plain-spoken soft-spoken fellow newly-elected newly elected re-elected newly-appointed"
    " distraught grieving heartbroken tearful".split()
)
"""Words of a descriptor that need not be told of somebody elsewhere."""


def may_be(scene: Scene, referent: Referent, gender: Gender) -> bool:
    """Whether somebody may be `he`, or `she`."""
    if referent.entity is None:
        return referent.gender in (None, gender)
    fits = gender_fits(scene, referent.entity, gender)
    return fits and not is_spoken_of(scene, referent.entity)


def distinguishing(scene: Scene) -> dict[str, bool]:
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
        if word not in dropped and word not in VAGUE and len(word) > 1
    }


_CAPITAL = re.compile(r"\b[A-Z][\w-]*")


def has_word(word: str, known: frozenset[str]) -> bool:
    """Whether a word is among others, `Russian` counting as `Russia`.

    >>> has_word("russian", frozenset({"russia", "president"}))
    True
    """
    if word in known:
        return True
    stem = word[:4]
    return len(word) > 4 and any(w[:4] == stem and len(w) > 3 for w in known)


def has_title(scene: Scene, index: int) -> bool:
    """Whether somebody is called by a title anywhere."""
    return any(use.title for use in scene.discourse.entities[index].uses)
