"""Whom `he` or `she` means after a question: `Asked whether Ruiz would go, he said`, `When a member
asked what Ruiz meant, he said`.

Neither is Ruiz, whom the question is about: whoever is asked has spoken before. One who replies was
spoken to: `“Why?” Ruiz asked Okon. “Why not?” he replied.`
"""

from __future__ import annotations

from attrib.knowledge.nouns import Gender
from attrib.lazily import re
from attrib.resolution.phrases import PRONOUNS
from attrib.resolution.referents import (
    Referent,
    Scene,
    again,
    gender_fits,
    is_person,
    may_be,
    of_entity,
)

_ASKED = re.compile(
    r"\W*(?:[\w ]{0,20}[Ww]hen (?:(?:an?|the|another|one|some) (?:[\w’'-]+ ){1,6}?)?)?"
    r"(?:[Aa]sked|[Pp]ressed|[Qq]uestioned|[Qq]uizzed|[Cc]hallenged)(?: h[ie][mr])?"
    r" (?:further |again |later |repeatedly )?(?:by (?:[\w.’'-]+ ){1,5}?)?"
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
        if turn.start >= scene.phrase.start or referent.name.lower() in PRONOUNS:
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
    answers = last.attribution.cue.lemma == "ask" and last.attribution.kind == "indirect"
    if not (answers or cue.lemma in _REPLIES or cue.text.endswith(" back")):
        return None
    return _named_after(scene, last.attribution.cue.span.end, gender, resolver)


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
