"""Who is meant: from the words of a source to a named speaker, or to no name at all.

`RESOLVERS` is tried in order, and the first row that answers has decided. A row answers only where
one reading is left; where two are, the source keeps its own words: silence beats a wrong name.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence

from attrs import evolve, field, frozen

from attrib.detection import nesting
from attrib.lazily import re
from attrib.model import Addressee, Attribution, Document, Quotation, Span, Speaker
from attrib.outlets import mentions as outlets
from attrib.outlets.mentions import OutletMention
from attrib.resolution import doubt, entities, phrases, voices
from attrib.resolution.aliases import by_alias, by_name
from attrib.resolution.beside_story import without_lines_beside
from attrib.resolution.descriptors import by_descriptor
from attrib.resolution.discourse import Discourse
from attrib.resolution.persons_too import as_person
from attrib.resolution.phrases import Phrase
from attrib.resolution.pronouns import by_pronoun, first_person
from attrib.resolution.referents import Referent, Scene, Turn
from attrib.resolution.speaker_details import Portraits, asks_to_stay_unnamed, lent_titles
from attrib.resolution.unnamed import own_words


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
        outlet_mentions = outlets.find(
            document.text, publisher=document.publisher, credited=document.credits
        )
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
        if "‘" in document.text:  # `Ruiz‘s`, by whoever set it
            document = evolve(document, text=_WRONG_APOSTROPHE.sub("’", document.text))
        self._document = document
        self._outlets = outlet_mentions
        ends = frozenset(mention.span.end for mention in outlet_mentions)
        place = document.dateline
        self._discourse = entities.build(document.text, quotations, sentences, ends, place)
        self._turns: list[Turn] = []
        self._scenes: list[_Decided] = []
        """Of each attribution: what the resolvers saw, whom they chose, and how sure that is."""

    @property
    def discourse(self) -> Discourse:
        """What the resolvers know of the article."""
        return self._discourse

    def speakers(self, attributions: Sequence[Attribution]) -> list[Speaker | None]:
        """As the function `speakers`; afterwards `addressee` knows who has spoken."""
        read = [self._read(a.source) if a.source is not None else None for a in attributions]
        text = self._document.text
        self._discourse = discourse = evolve(
            without_lines_beside(self._discourse, attributions),
            people=voices.people(text, attributions, read),
            heard=voices.quoted(text, attributions, read),
        )
        found: list[Referent | None] = [None] * len(attributions)
        scenes: dict[int, _Decided] = {}
        for i in nesting.outer_first(attributions):
            attribution, phrase = attributions[i], read[i]
            if phrase is None:
                phrase = phrases.absent(attribution.content[0].start)
            parent, before = attribution.parent, len(self._turns)
            if parent is not None and parent > i:
                before = bisect_left(self._turns, phrase.start, key=_start)
                # `“He told me,” she said`: her words. `It leaks, he said, Bob told us`: not yet.
                if discourse.quotation_at(phrase.start) is None:
                    parent = None
            scene = Scene(
                discourse=discourse,
                document=self._document,
                outlets=self._outlets,
                attribution=attribution,
                phrase=phrase,
                turns=self._turns_before(before),
                parent=None if parent is None else found[parent],
                outer=None if parent is None else attributions[parent],
                following=read[i + 1 : i + 4],
                ask=resolve,
            )
            referent = resolve(scene) if read[i] is not None else _continue(scene)
            found[i] = referent
            sure = None
            if referent is not None and referent.resolver != "none":
                sure = doubt.confidence(scene, referent)
            scenes[i] = scene, referent, sure
            if referent is not None:
                self._turns.insert(before, _turn(scene, attribution, referent, sure))
        self._scenes = [scenes[i] for i in range(len(attributions))]
        portraits = Portraits(discourse, lent_titles(discourse.text, read, found))
        return [
            None if kept is None else portraits.speaker(phrase, kept, sure)
            for phrase, (kept, sure) in zip(read, map(_kept, self._scenes), strict=True)
        ]

    def _turns_before(self, index: int) -> Sequence[Turn]:
        """The turns up to one, of which no resolver looks at many."""
        if index == len(self._turns):
            return self._turns
        return self._turns[max(0, index - _RECENT) : index]

    def decided(self, index: int) -> _Decided:
        """What the resolvers saw of an attribution, whom they chose, and how sure that is."""
        return self._scenes[index]

    def candidates(self, index: int) -> list[str]:
        """Who else the source of an attribution might be, nearest first, after `speakers`.

        Whoever was chosen and given up as too doubtful is the first of them.
        """
        scene, referent, sure = self._scenes[index]
        if referent is None or sure is None:
            return []
        given_up = [referent.name] if sure < doubt.LEAST else []
        return given_up + [other.name for other in doubt.rivals(scene, referent)]

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
            ask=resolve,
        )
        referent = resolve(scene)
        return Addressee(span=span, name=referent.name, kind=referent.kind)

    def _read(self, span: Span) -> Phrase:
        pronoun = phrases.pronoun(span)
        if pronoun is not None:
            return pronoun
        start = self._discourse.name_start(span.start, span.end)
        text, end = self._discourse.text, span.end
        within = self._discourse.within(start, end + 1)
        if within and self._discourse.mentions[within[-1]].end > end:
            # `said Ana Ruiz Jr|.`: a full stop of both
            end += text.startswith(".", end)
            within = self._discourse.within(start, end)
        return as_person(text, phrases.read(text, start, end, self._discourse.named(within)))


def resolve(scene: Scene) -> Referent:
    """The first answer of the resolvers, or the source's own words."""
    for row in RESOLVERS:
        referent = row.function(scene)
        if referent is not None:
            if _is_unnamed(scene, referent):
                continue
            return own_words(scene) if _says_it_of_himself(scene, referent) else referent
    return own_words(scene)


def _is_unnamed(scene: Scene, referent: Referent) -> bool:
    """Whether a source that is not to be named would be: `said the clerk, who asked not to be`."""
    phrase = scene.phrase
    return (
        referent.kind == "person"
        and phrase.form == "descriptor"
        and asks_to_stay_unnamed(scene.text, phrase.core_end)
    )


def _says_it_of_himself(scene: Scene, referent: Referent) -> bool:
    """Whether a role in what somebody says would be his own: he says `the doctor` of another."""
    parent = scene.parent
    if parent is None or parent.entity is None or scene.phrase.form != "descriptor":
        return False
    if referent.entity != parent.entity or parent.kind != "person" or scene.outer is None:
        return False
    at, source = scene.phrase.start, scene.outer.source
    same = source is not None and scene.discourse.start_of(at) <= source.start < at
    return same or scene.discourse.quotation_at(at) is not None


def _kept(decided: _Decided) -> _Kept:
    """The choice and its confidence; the source's own words where it is too doubtful."""
    scene, referent, sure = decided
    if referent is None or sure is None or sure >= doubt.LEAST:
        return referent, sure
    if referent.kind == "outlet" or referent.role is not None:
        return referent, sure  # the words say what it is: only one outlet, one body fits them
    if referent.kind == "anonymous" and scene.phrase.form == "descriptor":
        return referent, sure  # `an official in the ministry`, then `the official`
    return (own_words(scene) if scene.phrase.form != "absent" else None), None


_WRONG_APOSTROPHE = re.compile(r"(?<=\w)‘(?=s\b)")
_Kept = tuple[Referent | None, float | None]
_Decided = tuple[Scene, Referent | None, float | None]
"""What the resolvers saw of an attribution, whom they chose, and how sure that is."""


def _start(turn: Turn) -> int:
    return turn.start


def _turn(scene: Scene, attribution: Attribution, referent: Referent, sure: float | None) -> Turn:
    return Turn(
        start=scene.phrase.start,
        end=scene.phrase.end,
        sentence=scene.discourse.sentence_at(scene.phrase.start),
        referent=referent,
        attribution=attribution,
        confidence=sure,
        within=scene.parent,
    )


_RECENT = 64


def _continue(scene: Scene) -> Referent | None:
    """Who goes on speaking in a quotation that has neither source nor cue."""
    attribution = scene.attribution
    if scene.phrase.form != "absent" or attribution is None:
        return None
    if attribution.kind != "direct" or not (attribution.cue is None or _adds(scene)):
        return None
    at = attribution.content[0].start
    adds = attribution.cue is not None
    for turn in reversed(scene.turns[-6:]):
        if turn.attribution.parent is not None:
            continue
        if adds and turn.sentence < scene.discourse.sentence_at(at) - 1:
            return None
        last = max(turn.end, turn.attribution.content[-1].end)
        if last > at:
            continue
        between = scene.text[last:at]
        if len(between) > 400 or between.count("\n") > 4:
            return None
        antecedent = turn.referent.antecedent
        if antecedent is None and turn.end > turn.start:
            antecedent = (turn.start, turn.end)
        return evolve(turn.referent, antecedent=antecedent, resolver="continuation")
    return None


def _adds(scene: Scene) -> bool:
    """Whether a participle alone opens a sentence: `Adding, “We are late.”`"""
    cue = scene.attribution.cue if scene.attribution is not None else None
    if cue is None or not cue.text.endswith("ing") or not cue.text[0].isupper():
        return False
    return cue.span.start == scene.discourse.start_of(cue.span.start)


RESOLVERS: tuple[Resolver, ...] = (
    Resolver(
        name="continuation",
        doc="A quotation with neither source nor cue goes on from whoever spoke or acted before.",
        function=_continue,
        example="[“We are ready,”] {Ana Ruiz=Ana Ruiz} said. {=Ana Ruiz} [“The trains are full.”]",
        counter_example="Ana Ruiz slept. {She=Ana Ruiz} said [it rained].",
    ),
    Resolver(
        name="first_person",
        doc="`I` and `we` are whoever speaks the quotation they stand in, or the author.",
        function=first_person,
        example="{Ana Ruiz=Ana Ruiz} said, [“{I=Ana Ruiz} think it will rain.”]",
        counter_example="{I=?} think it will rain.",
    ),
    Resolver(
        name="pronoun",
        doc="The last speaker or subject that it fits, or one for whom more speaks.",
        function=by_pronoun,
        example="{Ana Ruiz=Ana Ruiz} said [it rained]. {She=Ana Ruiz} added [that it stopped].",
        counter_example="{Ana Ruiz=Ana Ruiz} said [it rained]. {He=?} added [that it stopped].",
    ),
    Resolver(
        name="name",
        doc="The source has the fullest name the article knows.",
        function=by_name,
        example="{Mayor Ana Ruiz=Ana Ruiz} said [it rained].",
        counter_example="{The mayor=?} said [it rained].",
    ),
    Resolver(
        name="alias",
        doc="A surname, first name, short name or acronym of somebody the article names in full.",
        function=by_alias,
        example="Mayor Ana Ruiz slept. {Ruiz=Ana Ruiz} said [it rained].",
        counter_example="Mayor Ana Ruiz slept. {Okon=Okon} said [it rained].",
    ),
    Resolver(
        name="descriptor",
        doc="A role, or the kind of body or outlet, that fits one whom the article has named.",
        function=by_descriptor,
        example="Ana Ruiz, the mayor of Orvale, slept. {The mayor=Ana Ruiz} said [it rained].",
        counter_example="Mayor Ana Ruiz’s aide slept. {Ruiz’s lawyer=?} said [it rained].",
    ),
)
"""All resolvers, in the order they are asked."""
