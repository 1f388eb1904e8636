"""Whom `it` means that has a body as the subject of its own sentence, or of the one before: `The
group runs a shelter, which it says is full`, `The union has 400 members. It said`, whoever spoke
before."""

from __future__ import annotations

from attrib.knowledge import nouns
from attrib.lazily import re
from attrib.resolution import phrases
from attrib.resolution.referents import Referent, Scene, again, as_written, kind_of, of_entity

_SPOKE = frozenset(("organization", "outlet"))
_NEAREST = 12
"""Code points of the shortest subject with its verb."""


def body_that_opens(scene: Scene) -> Referent | None:
    """The body that opens the sentence in which `it` stands; None where anything else does."""
    discourse, at = scene.discourse, scene.phrase.start
    if not discourse.sentences or discourse.quotation_at(at) is not None:
        return None
    start = discourse.window(discourse.sentence_at(at))[0]
    start += len(scene.text[start:at]) - len(scene.text[start:at].lstrip())
    if at - start < _NEAREST or discourse.quotation_at(start) is not None:
        return None
    return _opens(scene, start, at)


def body_before(scene: Scene) -> Referent | None:
    """The body that opens the sentence before, where `it` opens the next one."""
    discourse, at = scene.discourse, scene.phrase.start
    sentence = discourse.sentence_at(at) if discourse.sentences else 0
    if not sentence or at - discourse.start_of(at) > _NEAR:
        return None
    start, end = discourse.window(sentence - 1)
    start += len(scene.text[start:end]) - len(scene.text[start:end].lstrip())
    if discourse.quotation_at(start) is not None or discourse.quotation_at(at) is not None:
        return None
    return _opens(scene, start, end)


_NEAR = 12
"""How far from the start of its sentence `it` may stand: `Later, it says`."""


def opens_with_body(scene: Scene, start: int, end: int) -> bool:
    """Whether a sentence has a body as its subject."""
    start += len(scene.text[start:end]) - len(scene.text[start:end].lstrip())
    return _opens(scene, start, end) is not None


def _opens(scene: Scene, start: int, at: int) -> Referent | None:
    """The body that is the subject of what begins at `start`, before `at`."""
    discourse = scene.discourse
    for i in discourse.within(start, at):
        mention, index = discourse.mentions[i], discourse.owners[i]
        if mention.start > start + 4:
            break
        opens = mention.start == start or scene.text.startswith(("The ", "the "), start)
        if opens and (owned := _OWNED.match(scene.text, mention.end, at)):
            noun = nouns.lookup(owned["body"])
            if noun is None or noun.category != "organization" or noun.plural:
                return None
            return as_written(scene, (mention.name_start, owned.end("body")), "organization")
        if not opens or index < 0 or scene.text[mention.end : mention.end + 1] != " ":
            return None
        entity = discourse.entities[index]
        is_body = kind_of(scene, entity) in _SPOKE and not entity.placed
        after = _WORD.match(scene.text, mention.end + 1)
        compound = after is None or nouns.lookup(after[0]) is not None
        return of_entity(scene, index, "pronoun") if is_body and not compound else None
    return _apposed(scene, start, at) or _described(scene, start, at)


def _apposed(scene: Scene, start: int, at: int) -> Referent | None:
    """The body that a description names as the subject: `The supplier, Peru’s Tanbit Cell, is`."""
    told = _NAMED_NEXT.match(scene.text, start, at)
    if told is None:
        return None
    for i in scene.discourse.within(told.end(), at):
        mention, index = scene.discourse.mentions[i], scene.discourse.owners[i]
        if mention.start == told.end() and index >= 0:
            entity = scene.discourse.entities[index]
            closed = _CLOSED.match(scene.text, mention.end) is not None
            body = kind_of(scene, entity) in _SPOKE and not entity.placed
            return of_entity(scene, index, "pronoun") if closed and body else None
    return None


_NAMED_NEXT = re.compile(
    r"(?:The|Its|Their|His|Her) (?:[\w-]+(?:['’]s)? ){0,4}[a-z-]+, "
    r"(?:[A-Z]\w+(?: [A-Z]\w+)?['’]s )?(?=[A-Z])"
)
_CLOSED = re.compile(r",? (?:is|was|has|had|did|does|will|would|[a-z]+ed|[a-z]+s)\b|, which ")
_OWNED = re.compile(r"['’]s? (?:[a-z-]+ )??(?P<body>[a-z]+)(?= [a-z])")


def _described(scene: Scene, start: int, at: int) -> Referent | None:
    """`The housing charity`, by whatever name the article gives it."""
    text = scene.text
    opens = _DETERMINED.match(text, start, at)
    if opens is None:
        return None
    for match in _WORD.finditer(text, opens.end(), min(at, opens.end() + _LONGEST)):
        noun = nouns.lookup(match[0])
        if match[0] in _ENDS:
            return None
        if noun is None or noun.plural:
            continue
        after = _WORD.match(text, match.end() + 1)
        set_off = text[match.end() : match.end() + 1] in ("'", "’") or _SET_OFF.match(
            text, match.end()
        )
        if not set_off and (after is None or nouns.lookup(after[0]) is not None):
            continue
        if noun.category != "organization" or text[match.end()] not in " '’,":
            return None
        if text[match.end()] in "'’":
            if _of_people(text, match.end()):
                return None
            if (owned := _OWNED.match(text, match.end(), at)) is not None:
                own = nouns.lookup(owned["body"])
                if own is not None and own.category == "organization" and not own.plural:
                    # `The dam firm’s operator`, and not the firm
                    return as_written(scene, (start, owned.end("body")), "organization")
        told = scene.resolve(phrases.read(text, start, match.end(), ()))
        if told.kind in _SPOKE and told.resolver != "none":
            return again(scene, told, "pronoun")
        for turn in reversed(scene.turns[-_RECENT:]):  # `the city` is the city of Orvale that spoke
            if turn.start < at and noun.lemma in turn.referent.name.lower().split():
                return again(scene, turn.referent, "pronoun")
        return as_written(scene, (start, match.end()), "organization")
    return None


def _of_people(text: str, at: int) -> bool:
    """Whether what a body has is somebody: `The council’s leader left. It`."""
    own = _OWN.match(text, at)
    words = own[1].split() if own is not None else []
    found = (nouns.lookup(word) for word in words[:3])
    return own is None or any(n is not None and (n.human or n.category == "group") for n in found)


_SET_OFF = re.compile(r", (?:the|an?|one of|which|based|[\w-]+['’]s) ")
"""After a body of which more is told: `The charity, the town’s biggest employer, cut`."""
_OWN = re.compile(r"['’]s? ((?:[a-z-]+ ){1,3})")
_DETERMINED = re.compile(r"(?:The|An?|This) (?=[a-z])")
_WORD = re.compile(r"[a-z-]+")
_ENDS = frozenset("of for in at who which that is was has had said says and or".split())
_LONGEST = 40
_RECENT = 4
