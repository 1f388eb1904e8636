"""Whom a sentence is about, for a description that calls him by other words after it.

That is its subject, the main clause's where another clause stands before that one. Within a
sentence a description is never its subject, who would be `he`: `Ruiz sued Okon after the grocer
left` tells of Okon.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrib.knowledge import nouns
from attrib.knowledge.nouns import Gender
from attrib.lazily import re
from attrib.resolution.chunks import STOPS
from attrib.resolution.discourse import Discourse
from attrib.resolution.fronted import in_front
from attrib.resolution.mentions import Mention
from attrib.resolution.referents import Scene, gender_fits, is_person, is_subject


def people_in(
    scene: Scene, start: int, end: int, gender: Gender | None, others: frozenset[int]
) -> list[int]:
    """The people named in a window, in order, but for some, and for those in quotations and in
    what is said."""
    discourse = scene.discourse
    own = scene.attribution.content if scene.attribution is not None else ()
    named = (
        discourse.owners[i]
        for i in discourse.within(start, end)
        if is_person(discourse, i)
        and discourse.owners[i] not in others
        and discourse.quotation_at(discourse.mentions[i].start) is None
        and not any(s.start <= discourse.mentions[i].start < s.end for s in own)
        and (gender is None or gender_fits(scene, discourse.owners[i], gender))
    )
    return list(dict.fromkeys(named))


def focus(scene: Scene, people: Sequence[int], start: int, end: int) -> int | None:
    """The one of some people whom a sentence is about; None where that is not told."""
    return people[0] if len(people) == 1 else _subject(scene.discourse, people, start, end)


def _subject(discourse: Discourse, people: Sequence[int], start: int, end: int) -> int | None:
    if people and opens(discourse, people[0], start):
        return people[0]
    return main_subject(discourse, people, start, end)


def opens(discourse: Discourse, index: int, start: int) -> bool:
    """Whether a sentence begins with a person, as its only subject."""
    text = discourse.text
    for i in discourse.within(start, start + 60):
        mention = discourse.mentions[i]
        if discourse.owners[i] == index:
            if _CLAUSE.search(text, start, mention.start):
                return False
            if mention.start - start >= 20 and not _is_title(text[start : mention.start].split()):
                return False
            return is_subject(text, mention) and _JOINED.match(text, mention.end) is None
    return False


def _is_title(words: list[str]) -> bool:
    """Whether words before a name may be what its bearer is: `Democratic mayoral candidate`."""
    noun = nouns.lookup(words[-1])
    no_verb = not any(word in STOPS or word.endswith("ed") for word in words)
    return len(words) < 8 and noun is not None and noun.human and no_verb


_CLAUSE = re.compile(
    r"\b(?:[Aa]fter|[Bb]efore|[Ss]ince|[Uu]ntil|[Bb]ecause|[Tt]hough|[Aa]lthough|[Ww]hen|[Ww]hile"
    r"|As|If|Once|Unlike|Like|Whereas)\b"
)
_JOINED = re.compile(r",? and (?=[A-Z])")


def main_subject(discourse: Discourse, people: Sequence[int], start: int, end: int) -> int | None:
    """Okon of `After Ruiz lost the vote, the party’s treasurer Ana Okon resigned`."""
    text = discourse.text
    if _BEFORE_MAIN.match(text, start, end) is None:
        return None
    for i in discourse.within(start, end):
        mention = discourse.mentions[i]
        if discourse.owners[i] in people and _follows_clause(text, start, mention):
            joined = _JOINED.match(text, mention.end) is not None
            return None if joined or not is_subject(text, mention) else discourse.owners[i]
    return None


_BEFORE_MAIN = re.compile(
    r"\W*(?:[A-Z][a-z]+ (?:day|week|month|year|hour)s? |An? \w+ |Ever |Even )?"
    r"(?:After|Before|Since|Until|Because|Though|Although|When|While|As|If|Once|Despite|Under|With"
    r"|At|In|On|During|For|By|Following|Amid|Unlike|Like|Asked|Pressed"
    r"|Challenged|Questioned|after|before|since|as|while|when)\b"
)


def _follows_clause(text: str, start: int, mention: Mention) -> bool:
    """Whether a name stands right after a comma, or after what its bearer is."""
    comma = text.rfind(", ", start, mention.start)
    if comma < 0 or not _VERB_NEXT.match(text, mention.end):
        return False
    between = text[comma + 2 : mention.start].split()
    return not between or _is_title(between)


_VERB_NEXT = re.compile(r" (?!(?:and|or|of|in|at|from|for|to|by|with)\b)[a-z]|, (?:who|an?|the)\b")


def barred(scene: Scene, start: int, at: int) -> frozenset[int]:
    """Who is not meant: the subject of a sentence in whose later clause a description stands, and
    others whom a phrase before it names."""
    others = in_front(scene.discourse, at)
    if _LATER_CLAUSE.search(scene.text, max(start, at - 12), at) is None:
        return others
    subject = _subject(scene.discourse, people_in(scene, start, at, None, frozenset()), start, at)
    return others if subject is None else others | {subject}


_LATER_CLAUSE = re.compile(
    r"\b(?:after|when|because|since|before|as|while|though|although|if|unless|until|that|whether"
    r"|, (?:but|whereas)) \Z"
)
