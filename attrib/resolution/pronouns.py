"""Sources that are pronouns: by gender and number, by who spoke last and whom it was about."""

from __future__ import annotations

from attrib.knowledge.nouns import Gender
from attrib.lazily import re
from attrib.resolution import one_of_several, phrases, quoted_antecedents, weighed
from attrib.resolution.asked import (
    answerer,
    asked_again,
    asks,
    is_put,
    pressed,
    replies,
    speaks_to_another,
    spoken_to,
    whom,
)
from attrib.resolution.by_place import by_place
from attrib.resolution.main_clauses import subject_after
from attrib.resolution.only_antecedents import (
    of_own_claim,
    of_rare_name,
    only_one_told_of,
    opens_next,
)
from attrib.resolution.pairs import is_both, named_together, spoke_both
from attrib.resolution.people_spoken_of import NOMINATIVE, is_topic, people_in
from attrib.resolution.referents import (
    Referent,
    Scene,
    Turn,
    again,
    as_written,
    gender_fits,
    is_person,
    may_be,
    of_entity,
)
from attrib.resolution.relative_pronouns import by_relative
from attrib.resolution.said_aside import beside
from attrib.resolution.spokespeople import whose_voice
from attrib.resolution.things import it_or_they
from attrib.resolution.told_of_in_speech import many_told_of
from attrib.resolution.unnamed_subjects import is_only_done_to, is_whose, unnamed_subject

_SAME = 4
"""Statements back that may have the very words of a source that another has."""
_REACH = 8
"""Sentences that a pronoun looks back over."""


def first_person(scene: Scene) -> Referent | None:
    """`I` and `we`: whoever speaks the quotation they stand in, or the article's author."""
    if scene.phrase.pronoun not in ("self", "selves"):
        return None
    enclosing = _enclosing(scene)
    if enclosing is not None:
        many = scene.phrase.pronoun == "selves" and scene.parent is not None
        whose = quoted_antecedents.body_of(scene, enclosing) if many else enclosing
        if whose is None or whose.name.lower() in phrases.PRONOUNS:
            return None
        return again(scene, whose, "first_person")
    if scene.discourse.quotation_at(scene.phrase.start) is not None:
        return None
    author = scene.document.author
    if author is not None:
        return Referent(name=author, kind="person", resolver="first_person")
    return _signed(scene) if scene.phrase.pronoun == "self" else None


def _signed(scene: Scene) -> Referent | None:
    """Whom the last lines introduce as the author: `Ana Ruiz, a teacher, is writing a book.`"""
    discourse = scene.discourse
    text = scene.text
    end = len(text.rstrip())
    start = text.rfind("\n", max(0, end - 500), end) + 1
    for i in discourse.within(start, end):
        mention = discourse.mentions[i]
        index = discourse.owners[i]
        if index < 0 or not is_person(discourse, i):
            continue
        entity = discourse.entities[index]
        sentence = discourse.start_of(mention.start)
        if entity.first < start or mention.start - sentence > 4:
            return None
        if _INTRODUCED.match(text, mention.end):
            return of_entity(scene, index, "first_person")
        return None
    return None


_INTRODUCED = re.compile(
    r"(?:,[^.;:\n]{3,120},)? (?:is|was|writes|teaches|serves|has|works|lives|covers)\b"
)


def _enclosing(scene: Scene) -> Referent | None:
    """Who speaks the quotation that the source stands in."""
    if scene.parent is not None:
        return scene.parent
    at = scene.phrase.start
    for turn in reversed(scene.turns[-6:]):
        if any(span.start <= at < span.end for span in turn.attribution.content):
            return turn.referent
    return None


def by_pronoun(scene: Scene) -> Referent | None:
    """`he`, `she`, `it`, `they` and `who`, in either case and as possessives."""
    for turn in reversed(scene.turns[-_SAME:]):
        if turn.start == scene.phrase.start and turn.referent.resolver == "pronoun":
            return again(scene, turn.referent, "pronoun")  # `They called it late | and said that`
    if (gender := scene.phrase.gender) is not None:
        return whose_voice(scene, weighed.choice(scene, gender, by_rules(scene, gender)))
    told = scene.phrase.pronoun
    if told == "plural" or told == "thing":
        near = spoke_both(scene) or many_told_of(scene)
        if near is None and told == "plural" and is_both(scene):
            many = named_together(scene) or it_or_they(scene, told)
            return many if many is not None and many.kind == "group" else None  # no body
        return near or it_or_they(scene, told) or by_place(scene)
    if told == "relative":
        return by_relative(scene)
    return None


def by_rules(scene: Scene, gender: Gender) -> Referent | None:
    """Whom `he` or `she` means by the rules alone, before anything is weighed."""
    return _he_or_she(scene, gender) or by_place(scene)


def _answers(scene: Scene) -> bool:
    """Whether a pronoun stands in what somebody says in a transcript or an interview, of himself
    as `I`."""
    outer = scene.outer
    if outer is None or (outer.cue is not None and outer.cue.span.text not in (":", ".")):
        return False
    return any(_OF_ONESELF.search(span.text) is not None for span in outer.content)


_OF_ONESELF = re.compile(r"\b(?:I|[Mm]y|[Ww]e|[Oo]ur|me)\b")


def _he_or_she(scene: Scene, gender: Gender) -> Referent | None:
    discourse = scene.discourse
    at = scene.phrase.start
    quotation = discourse.quotation_at(at)
    if scene.parent is not None and quotation is None and _answers(scene):
        return quoted_antecedents.he_or_she(scene, gender)
    if scene.parent is not None and quotation is None:
        parent = scene.parent
        single = parent.kind == "anonymous" and not parent.plural
        if (parent.kind == "person" or single) and may_be(scene, parent, gender):
            return whom(scene, gender) if _asks_another(scene) else again(scene, parent, "pronoun")
    barred = scene.parent if quotation is not None else None
    if quotation is not None and scene.parent is not None:
        return quoted_antecedents.he_or_she(scene, gender)
    if quotation is not None:
        inside = [
            i
            for i in discourse.within(quotation[0], at)
            if is_person(discourse, i) and gender_fits(scene, discourse.owners[i], gender)
        ]
        candidates = {discourse.owners[i] for i in inside}
        known = {j for j in candidates if discourse.entities[j].gender == gender}
        candidates = known or candidates
        if len(candidates) == 1:
            return of_entity(scene, candidates.pop(), "pronoun")
        return None
    weak: tuple[int, int] | None = None
    sentence = discourse.sentence_at(at)
    if (own := of_own_claim(scene, gender)) is not None:
        return own
    if (named := subject_after(scene, sentence, gender)) is not None:
        return named
    if (told := replies(scene, sentence, gender)) is not None:
        return told
    if (told := pressed(scene, sentence, gender)) is not None:
        return told
    asked = asks(scene, sentence)
    if asked and (last := asked_again(scene, sentence, gender)) is not None:
        since = _subject_since(scene, sentence, gender)
        return last if since is None else of_entity(scene, since, "pronoun")
    for back in range(1 if asked else 0, _REACH):
        if sentence - back < 0:
            break
        start, end = discourse.window(sentence - back)
        end = min(end, at)
        if back <= 1 and _PUT_TO[gender].search(scene.text, start, end) is not None:
            continue  # `When the guard told him to leave, |he said`: he is no guard
        if back == 1 and (told := answerer(scene, start, end, gender)) is not None:
            return told
        if back == 1 and (told := spoken_to(scene, start, end, gender)) is not None:
            return told
        if speaks_to_another(scene, start, end, gender):
            continue
        if back and is_put(scene, start, end, gender):
            continue
        turn = _turn_in(scene, start, end, gender, back)
        if isinstance(turn, Referent):
            if weak is not None and (
                back - weak[1] >= 3
                or _is_introduced(scene, weak[0], end, gender)
                or _is_surer(scene, weak[0], turn.entity, turn.gender, gender)
            ):
                return of_entity(scene, weak[0], "pronoun")
            if turn.resolver == "none" and turn.entity is None:
                return again(scene, turn, "pronoun") if turn.kind == "anonymous" else None
            if turn != barred:
                return again(scene, turn, "pronoun")
        if back == 0 and (supposed := _supposed(scene, start, end)) is not None:
            start = supposed.end()
        subject, other = people_in(scene, start, end, gender)
        if subject is None and discourse.quotation_at(start) is None:
            far = back > 1 and "\n" in scene.text[start:at]
            unnamed = unnamed_subject(scene, start, end, gender, other, back == 1, far)
            if unnamed is not None and weak is None:
                return unnamed
            if other is not None and back and is_only_done_to(scene, start, end, other):
                continue  # `The 28-year-old beat Okon. |He said`: whoever that is, no Okon
        if subject is not None:
            if weak is not None and (
                back - weak[1] >= 3 or _is_surer(scene, weak[0], subject, None, gender)
            ):
                return of_entity(scene, weak[0], "pronoun")
            return of_entity(scene, subject, "pronoun")
        if back == 0 and other is not None and _is_his_object(scene, start, other, gender):
            continue
        if back == 0 and other is not None and discourse.entities[other].gender == gender:
            return of_entity(scene, other, "pronoun")
        if other is not None and weak is None:
            if not _goes_on(scene) and is_topic(scene, other, start):
                return of_entity(scene, other, "pronoun")
            weak = (other, back)
        if weak is not None and back - weak[1] >= 4:
            break
    if weak is None:
        left = of_rare_name(scene) or opens_next(scene, gender)
        return left or only_one_told_of(scene, gender)
    return of_entity(scene, weak[0], "pronoun")


def _subject_since(scene: Scene, sentence: int, gender: Gender) -> int | None:
    """Whom the paragraph was about, since somebody spoke, before it says `Asked why, he`."""
    start, end = scene.discourse.window(max(0, sentence - 1))
    if "\n" in scene.text[start : scene.phrase.start] or sentence == 0:
        return None
    if any(start <= turn.start < scene.phrase.start for turn in scene.turns[-8:]):
        return None
    return people_in(scene, start, end, gender)[0]


def _is_his_object(scene: Scene, start: int, index: int, gender: Gender) -> bool:
    """Whether `he` stands before a name in a sentence, and so is another: `Though he did not name
    Ruiz, he`."""
    discourse = scene.discourse
    own = NOMINATIVE[gender].search(scene.text, start, scene.phrase.start)
    if own is None or discourse.quotation_at(own.start()) is not None:
        return False
    first = next(
        (i for i in discourse.within(start, scene.phrase.start) if discourse.owners[i] == index),
        None,
    )
    return first is not None and own.start() < discourse.mentions[first].start


def _put_to(whom: str) -> re.Pattern[str]:
    return re.compile(
        r"\b(?:told|asked|ordered|urged|warned|advised|begged|instructed|tells|asks|orders|urges)"
        rf" {whom} (?:not )?to\b"
        rf"|\b(?:asked|asks|pressed|quizzed|questioned) {whom}(?: \w+ly)? "
        r"(?:if|whether|why|what|how|about|for|when|where)\b"
    )


_PUT_TO: dict[Gender, re.Pattern[str]] = {"m": _put_to("him"), "f": _put_to("her")}
"""Who so asks him is not he, who says what follows."""


def _supposed(scene: Scene, start: int, end: int) -> re.Match[str] | None:
    """What is supposed before `he said`: of whoever is named there he speaks as of another."""
    if scene.text[start : start + 1] not in "IUES" or end < scene.phrase.start:
        return None
    if not scene.text.startswith(_SAYS, scene.phrase.end):
        return None
    return _SUPPOSED.match(scene.text, start, end)


_SAYS = (" said", " says", " added", " warned", " told", " argued", " insisted", " predicted")


_SUPPOSED = re.compile(
    r"(?:If|Even if|Unless|Should) (?!s?he\b)[A-Z][^.;:“”\"]{1,120}, (?=s?he\Z|\Z)"
)
"""`If Marsh loses, |he said`, which is not Marsh."""


def _is_introduced(scene: Scene, index: int, last: int, gender: Gender) -> bool:
    """Whether a paragraph has brought somebody up since, and then goes on about him: `Tell that to
    |Edith Moss|. She is 84. “I stay in,” |she| told me`."""
    text, first = scene.text, scene.discourse.entities[index].first
    begins = text.rfind("\n", 0, first) + 1
    if not last <= begins or "\n" in text[first : scene.phrase.start]:
        return False
    before = NOMINATIVE[gender].search(text, begins, first)
    return before is None and scene.discourse.quotation_at(first) is None


def _is_surer(
    scene: Scene, index: int, before: int | None, known: Gender | None, gender: Gender
) -> bool:
    """Whether the text tells the gender of somebody named since, and not of whom `before`."""
    entities = scene.discourse.entities
    if before is not None:
        known = entities[before].gender
    return known is None and entities[index].gender == gender


def _asks_another(scene: Scene) -> bool:
    """Whether the one who speaks means another: `Ruiz asked whether he had said so`."""
    cue = scene.outer.cue if scene.outer is not None else None
    return cue is not None and cue.lemma in _ASKS_ANOTHER


_ASKS_ANOTHER = frozenset("ask question quiz press read".split())


def _turn_in(scene: Scene, start: int, end: int, gender: Gender, back: int) -> Referent | None:
    """The last speaker in a sentence that may be `he` or `she`."""
    for turn in reversed(scene.turns[-40:]):
        if turn.start < start:
            break
        if turn.start >= end or (back > 0 and beside(scene, turn, start, end, gender)):
            continue
        referent = turn.referent
        if referent.resolver == "first_person" and referent.entity is None:
            continue
        if phrases.PRONOUNS.get(referent.name.lower(), gender) != gender:
            continue  # `She asked Ruiz. He`, whoever she is
        if turn.attribution.parent is not None and scene.parent is None:
            continue  # whom somebody speaks of within a quotation
        if one_of_several.goes_on(scene, turn, start, back, adds=_goes_on(scene)):
            return referent
        if referent.name.lower() in _NOBODY_KNOWN or referent.name in _SELVES:
            continue
        if referent.name.lower().startswith(("his ", "her ")) and NOMINATIVE[gender].search(
            scene.text, start, min(end, start + 40)
        ):
            continue  # She remembers her sister, who …; she
        if referent.kind == "person" and may_be(scene, referent, gender):
            return referent
        if referent.role is not None and referent.kind == "organization":
            who = _voice(scene, turn)
            if who is not None and (back <= 1 or _goes_on(scene)):
                return as_written(scene, who, "anonymous", gender=gender, resolver="none")
        if referent.kind == "anonymous" and not referent.plural:
            opens = back <= 1 and (turn.start - start < 20 or _goes_on(scene))
            opens = opens or _was_introduced(scene, turn)
            opens = opens and not is_whose(scene, turn.end)
            opens = opens or (back == 0 and not _names_anybody(scene, start, end))
            if referent.gender == gender or (referent.gender is None and opens):
                return referent
    return None


def _voice(scene: Scene, turn: Turn) -> tuple[int, int] | None:
    """The words for whoever spoke for a body: `an Orvale Rail official`, and then `he`."""
    words = scene.text[turn.start : turn.end]
    if not words.lower().startswith(("a ", "an ", "one ", "another ")):
        return None
    return turn.start, turn.start + len(words.partition(",")[0])


def _names_anybody(scene: Scene, start: int, end: int) -> bool:
    """Whether a stretch names a person: in `The row grew as the head of the party accused rivals of
    a plot he said` nobody else is left."""
    return any(is_person(scene.discourse, i) for i in scene.discourse.within(start, end))


def _was_introduced(scene: Scene, turn: Turn) -> bool:
    """Whether a paragraph goes on about the unnamed one: `“No,” says a nurse. … Today, she`, no
    `Dunn was asked by a caller … he`."""
    opens = turn.referent.name.lower().startswith(("a ", "an ", "one "))
    asked = scene.text.endswith(" by ", 0, turn.start)
    return opens and not asked and "\n" not in scene.text[turn.end : scene.phrase.start]


def _goes_on(scene: Scene) -> bool:
    """Whether somebody says more: `He added`, who is whoever spoke last."""
    cue = scene.attribution.cue if scene.attribution is not None else None
    return cue is not None and cue.text.lower().startswith(("added", "continued", "went on"))


_SELVES = frozenset(("I", "We", "we"))
"""An author whom nothing names, who tells what another said: `I asked Ruiz, and she said`."""
_NOBODY_KNOWN = frozenset("one some others another somebody someone nobody anyone".split())
