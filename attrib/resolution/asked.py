"""Whom `he` or `she` means after a question: `Asked whether Ruiz would go, he said`, `When a member
asked what Ruiz meant, he said`.

Neither is Ruiz, whom the question is about: whoever is asked has spoken before. One who replies was
spoken to: `“Why?” Ruiz asked Okon. “Why not?” he replied.`
"""

from __future__ import annotations

from attrs import evolve

from attrib.knowledge.nouns import Gender
from attrib.lazily import re
from attrib.model import Span
from attrib.resolution import phrases
from attrib.resolution.referents import (
    Referent,
    Scene,
    Turn,
    again,
    gender_fits,
    is_person,
    is_subject,
    may_be,
    of_entity,
)

_ASKED = re.compile(
    r"\W*(?:[\w ]{0,20}[Ww]hen (?:(?:an?|the|another|one|some) (?:[\w’'-]+ ){1,6}?)?)?"
    r"(?:[Aa]sked|[Pp]ressed|[Qq]uestioned|[Qq]uizzed|[Cc]hallenged)(?: h[ie][mr])?"
    r" (?:further |again |later |repeatedly )?"
    r"(?:by (?:(?:[\w.’'-]+ ){1,5}?|(?:[\w.’'-]+ ){0,5}[\w.’'-]+, [^,;.:]{3,80}, ))?"
    r"(?:whether|if|why|how|what|when|who|about|on|over)\b"
)
_SPOKE = 3
"""How many sentences back somebody is asked more, and among how many who spoke."""


def asks(scene: Scene, sentence: int) -> bool:
    """Whether the pronoun's sentence opens with what was asked."""
    discourse, at = scene.discourse, scene.phrase.start
    if not discourse.sentences:
        return False
    return _ASKED.match(scene.text, discourse.window(sentence)[0], at) is not None


def asked_again(
    scene: Scene, sentence: int, gender: Gender | None, resolver: str = "pronoun"
) -> Referent | None:
    """Whoever spoke last, of whom more is asked: also `the mayor's spokesman`."""
    for turn in reversed(scene.turns[-_SPOKE:]):
        if turn.sentence == sentence:
            continue  # who asks
        if turn.sentence < sentence - _SPOKE or turn.attribution.parent is not None:
            return None
        referent = turn.referent
        if turn.start >= scene.phrase.start or referent.name.lower() in phrases.PRONOUNS:
            continue
        one = referent.kind == "person" or (referent.kind == "anonymous" and not referent.plural)
        if one and (gender is None or may_be(scene, referent, gender)):
            return again(scene, referent, resolver)
        return None
    return None


def replies(
    scene: Scene, sentence: int, gender: Gender | None, resolver: str = "pronoun"
) -> Referent | None:
    """Whom the last speaker asked or told something by name, where a reply comes next."""
    cue = scene.attribution.cue if scene.attribution is not None else None
    if cue is None or scene.attribution is None:
        return None
    at = scene.phrase.start
    last = next((turn for turn in reversed(scene.turns[-_SPOKE:]) if turn.start < at), None)
    if last is None or last.sentence < sentence - 1 or last.attribution.cue is None:
        return None
    # `Hask asked Marsh about it. “Never,” he said`
    if (asked := _asked_meanwhile(scene, last, gender, resolver)) is not None:
        return asked
    answers = last.attribution.cue.lemma == "ask" and last.attribution.kind == "indirect"
    if not (answers or cue.lemma in _REPLIES or cue.text.endswith(" back")):
        return None
    return _named_after(scene, last.attribution.cue.span.end, gender, resolver)


def _asked_meanwhile(
    scene: Scene, asks: Turn, gender: Gender | None, resolver: str
) -> Referent | None:
    """The subject of a sentence in which somebody else asks in passing: `Ruiz shrugged when Okon
    asked whether it leaked. | “It does,” he said.`"""
    said, discourse = asks.attribution, scene.discourse
    if said.cue is None or said.source is None or said.parent is not None:
        return None
    if said.cue.lemma not in _QUESTIONS or asks.sentence == discourse.sentence_at(
        scene.phrase.start
    ):
        return None
    start, end = discourse.window(asks.sentence)
    if _MEANWHILE.search(scene.text, start, said.source.start) is None:
        return None
    for i in discourse.within(start, end):
        mention = discourse.mentions[i]
        index = discourse.owners[i]
        if not is_person(discourse, i) or index == asks.referent.entity:
            continue
        opens = mention.start - start <= _TITLED_FIRST
        after = scene.text[mention.start - 2 : mention.start] == ", "
        if (opens or after) and is_subject(scene.text, mention):
            fits = gender is None or gender_fits(scene, index, gender)
            return of_entity(scene, index, resolver) if fits else None
    return None


_QUESTIONS = frozenset("ask press question quiz inquire wonder challenge".split())
_MEANWHILE = re.compile(r"\b(?:[Ww]hen|[Aa]s|[Aa]fter|[Oo]nce|[Bb]efore) (?:[\w.’'-]+ ){0,6}\Z")
_TITLED_FIRST = 24


def asker(scene: Scene, start: int, end: int) -> int | None:
    """Who asked what a sentence answers: Hask of `Asked by Hask where she was, a nurse said`."""
    by = _BY.match(scene.text, start, end)
    if by is None:
        return None
    discourse = scene.discourse
    near = (i for i in discourse.within(by.end(), end) if is_person(discourse, i))
    first = next(near, None)
    if first is None or discourse.mentions[first].start - by.end() > _TITLE_LENGTH:
        return None
    return discourse.owners[first] if discourse.owners[first] >= 0 else None


_BY = re.compile(
    r"\W*(?:[Aa]sked|[Pp]ressed|[Qq]uestioned|[Qq]uizzed|[Cc]hallenged|Grilled|Cross-examined"
    r"|Under (?:cross-examination|questioning))(?: [a-z]+)? (?:by|from) "
)
_TITLE_LENGTH = 40


def answerer(scene: Scene, start: int, end: int, gender: Gender) -> Referent | None:
    """The nurse, and no more the one who asked her, in the sentence after."""
    asks = asker(scene, start, end)
    if asks is None:
        return None
    for turn in scene.turns[-_SPOKE:]:
        referent = turn.referent
        if not start <= turn.start < end or turn.attribution.parent is not None:
            continue
        one = referent.kind == "person" or (referent.kind == "anonymous" and not referent.plural)
        if one and referent.entity != asks and may_be(scene, referent, gender):
            return again(scene, referent, "pronoun")
    return None


def pressed(scene: Scene, sentence: int, gender: Gender) -> Referent | None:
    """Whom somebody put questions to in the sentence before: `Hask quizzed Marsh about it. He`."""
    discourse = scene.discourse
    if not sentence or scene.outer is not None:
        return None
    start, end = discourse.window(sentence - 1)
    found = None
    for match in _PRESSES.finditer(scene.text, start, end):
        found = None if discourse.quotation_at(match.start()) else match
    told = None if found is None else _named_after(scene, found.end(), gender)
    after = None if told is None or told.antecedent is None else told.entity
    if found is None or after is None:
        return None
    for i in discourse.within(found.end(), end):
        if discourse.owners[i] == after:
            return told if _ON.match(scene.text, discourse.mentions[i].end) else None
    return None


_PRESSES = re.compile(
    r"\b(?:pressed|quizzed|grilled|questioned|interviewed|cross-examined|asked)"
    r"(?= (?:[A-Z]|the |former ))"
)
_ON = re.compile(r"(?:,[^,;]{2,60},)? (?:on|about|over|as to|with|whether|why|if|how|at|for)\b|\.")


def whom(scene: Scene, gender: Gender) -> Referent | None:
    """Marsh of `Hask asked Marsh why he had said so`, where somebody is named right there."""
    cue = scene.outer.cue if scene.outer is not None else None
    found = _named_after(scene, cue.span.end, gender) if cue is not None else None
    same = found is not None and scene.parent is not None and found.entity == scene.parent.entity
    return None if same else found


def _named_after(
    scene: Scene, told: int, gender: Gender | None, resolver: str = "pronoun"
) -> Referent | None:
    """Who is named right after a cue, if a pronoun of a gender may be said of him."""
    discourse = scene.discourse
    for i in discourse.within(told, told + _LONGEST_NAME):
        index = discourse.owners[i]
        near = discourse.mentions[i].start - told <= _TITLED
        near = (
            near
            and scene.text[discourse.mentions[i].end : discourse.mentions[i].end + 1] not in _OWNS
        )
        fits = near and is_person(discourse, i)
        if fits and (gender is None or gender_fits(scene, index, gender)):
            return of_entity(scene, index, resolver)
    return None


_OWNS = frozenset("'’")
"""After a name of which something is: `asked Marsh’s daughter`."""
_REPLIES = frozenset("reply answer respond retort counter".split())
_LONGEST_NAME = 60
_TITLED = 6
"""Characters after `asked` within which the name of whoever is asked begins, with its title."""


def _known_gender(scene: Scene, referent: Referent) -> Gender | None:
    if referent.entity is None:
        return referent.gender
    return scene.discourse.entities[referent.entity].gender


def speaks_to_another(scene: Scene, start: int, end: int, gender: Gender) -> bool:
    """Whether a sentence is what somebody of no known gender says to another: `“Go,” the judge told
    |her|. She`; or asks of him: `The guard asks where |he| is. He`."""
    told = [turn for turn in scene.turns[-4:] if start <= turn.start < end]
    return any(
        _known_gender(scene, turn.referent) is None and _speaks_to(scene, turn, gender)
        for turn in told
    )


def spoken_to(scene: Scene, start: int, end: int, gender: Gender) -> Referent | None:
    """Who is spoken to in a sentence: the guard of `A guard came. He told |her| so. She`."""
    turn = next((turn for turn in reversed(scene.turns[-4:]) if turn.start < end), None)
    if turn is None or _known_gender(scene, turn.referent) == gender:
        return None
    cue = turn.attribution.cue
    at = _TO[gender].match(scene.text, cue.span.end) if cue is not None else None
    if at is None or turn.start < start:
        return None
    phrase = phrases.pronoun(Span.of(scene.text, at.start() + 1, at.end()))
    if phrase is None:
        return None
    told = scene.ask(evolve(scene.with_phrase(phrase), attribution=None))
    return None if told.resolver == "none" else again(scene, told, "pronoun")


def _speaks_to(scene: Scene, turn: Turn, gender: Gender) -> bool:
    cue, content = turn.attribution.cue, turn.attribution.content
    if cue is None or scene.parent is not None:
        return False
    if _TO[gender].match(scene.text, cue.span.end) is not None:
        return True
    first = content[0].start
    asked = cue.lemma in ("ask", "wonder") and turn.attribution.kind == "indirect"
    return asked and _ASKS_OF[gender].match(scene.text, first) is not None


_TO: dict[Gender, re.Pattern[str]] = {
    "m": re.compile(r" him\b"),
    "f": re.compile(
        r" her(?=[,.:;]| (?:he|she|they|it|there|his|the|that|to|in|on|at|as|if|whether|why|what"
        r"|how|when)\b)"
    ),
}
_ASKS_OF: dict[Gender, re.Pattern[str]] = {
    "m": re.compile(r"(?:if|whether|where|what|why|how|when|who)(?: \w+)? he\b"),
    "f": re.compile(r"(?:if|whether|where|what|why|how|when|who)(?: \w+)? she\b"),
}


def is_put(scene: Scene, start: int, end: int, gender: Gender) -> bool:
    """Whether a story itself puts a question in a paragraph before, to which somebody who has
    spoken answers: `But what if Ruiz wins? | “So be it,” he said`."""
    text, turns = scene.text, scene.turns
    if not text.endswith("?", start, end) or "\n" not in text[end : scene.phrase.start]:
        return False
    if not turns or turns[-1].end > start or _OWN[gender].search(text, start, end) is not None:
        return False
    near = turns[-1].sentence >= scene.discourse.sentence_at(start) - _SPOKE
    return near and scene.discourse.quotation_at(start) is None


_OWN: dict[Gender, re.Pattern[str]] = {
    "m": re.compile(r"\b(?:[Hh]e|[Hh]is|[Hh]im)\b|[“”\"]"),
    "f": re.compile(r"\b(?:[Ss]he|[Hh]ers?)\b|[“”\"]"),
}
"""Of whom a question goes on to speak."""
