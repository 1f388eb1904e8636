"""What stands before a name and says what its bearer is: `the head of the council, Ana Ruiz`, `a
nurse called Ana Ruiz`, `As a nurse, Ana Ruiz`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from attrs import evolve

from attrib.lazily import re
from attrib.resolution import chunks, titles
from attrib.resolution.mentions import Mention
from attrib.resolution.name_runs import GRAMMAR
from attrib.resolution.roles import Use

_BEFORE = re.compile(
    r"(?:^|(?<=[\s“\"(]))(?:the|a|an|his|her|their|its|another|The|A|An|His|Her|Their|Its|Another"
    r"|[A-Z][\w.-]*(?: [A-Z][\w.-]*){0,4}[’']s?)(?= )"
)
_BARE_OFFICE = re.compile(r" ?(?P<np>[A-Z][\w.-]*(?: [\w.’'-]+){0,9})\Z")
"""`Norvalian Ambassador to Lima`, as an office without an article stands in front of a name."""
_COMMAS = (", ", ', "', ", “")


def told_before(text: str, index: int, mention: Mention) -> Use | None:
    """`the head of the council, NAME`, `a nurse called NAME`, `The head of the council is NAME`."""
    if text.endswith(_COMMAS, 0, mention.start):
        return _apposed_before(text, index, mention, text.rfind(",", 0, mention.start))
    if text.endswith(_COPULAS, 0, mention.start):
        return _equated(text, index, mention)
    if not text.endswith(_CALLS, 0, mention.start):
        return None
    called = _CALLED.search(text, max(0, mention.start - 60), mention.start)
    if called is None or mention.reading.sort not in _PERSONAL:
        return None
    low = max(0, called.start() - 60)
    np = text[low : called.start()].rpartition("\n")[2]
    begins = [match.start() for match in _BEFORE.finditer(np)][-1:]
    return _use_before(text, index, mention, called.start(), np, begins)


def body_before(text: str, start: int, end: int) -> Literal["organization"] | None:
    """Whether a name is that of the body that is the subject: `Its parent company, Brightway,`."""
    if not (text.startswith(", ", end) and text.endswith(", ", 0, start)):
        return None
    opens = _SUBJECT.search(text, max(0, start - 70), start - 2)
    noun = None if opens is None else chunks.head_of(opens["np"])
    if noun is None or noun.category != "organization" or noun.plural:
        return None
    return "organization" if _PREDICATE.match(text, end) else None


_SUBJECT = re.compile(
    r"(?:^|[.!?”\"\n] ?)(?P<np>(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Aa]n?|[Aa]nother|[Oo]ne)"
    r"(?: [\w’'-]+){1,6})\Z"
)
_PREDICATE = re.compile(r", (?:said|says|told|has|had|is|was|will|would|declined|\w{3,}ed)\b")
_PERSONAL = frozenset(("person", "name", "word"))
_CALLS = (" called ", " named ", " as ", " only ")
_CALLED = re.compile(
    r",? (?:who (?:is|was) |(?:better|also|best) )?"
    r"(?:(?:known|identified|named)(?: by [\w ]{3,20}?)?(?: only)? as"
    r"|(?:called|named)(?: only)?) \Z"
)
"""Between what somebody is and their name."""


_COPULAS = (" is ", " was ", " be ", " remains ")
_EQUATED = re.compile(
    r"(?:^|[.!?”\"\n] ?|, and |; )(?P<np>(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Oo]ur|[Mm]y"
    r"|(?:The |the )?[A-Z][\w.-]*(?: [A-Z][\w.-]*){0,3}[’']s?|The [a-z]+[’']s?)(?: [\w’'-]+){1,9}?)"
    r" (?:is|was|remains|is to be|will be|turned out to be|turns out to be|proved to be)"
    r"(?: one| a certain)? \Z"
)
_ENDS = re.compile(r"\W*(?:\Z|[.,;:(]| who\b| and\b)(?!['’]s)")
"""After a name that is all of what somebody is said to be: not `was Ruiz’s cousin`."""


def _equated(text: str, index: int, mention: Mention) -> Use | None:
    """`The head of the council is NAME`: a whole clause."""
    if mention.reading.sort not in _PERSONAL or _ENDS.match(text, mention.end) is None:
        return None
    low = max(0, mention.start - 120)
    found = _EQUATED.search(text, low, mention.start)
    if found is None:
        return None
    noun = chunks.head_of(found["np"])
    if noun is None or not noun.human or noun.plural:
        return None
    return titles.use_of(text, index, *found.span("np"), noun.lemma, mention.start)


def _apposed_before(text: str, index: int, mention: Mention, comma: int) -> Use | None:
    """What ends at `comma`, right before a name: `the head of the council`."""
    low = max(0, comma - 130)
    window = text[low:comma]
    cut = (
        max(
            window.rfind(mark)
            for mark in (",", ";", ":", "! ", "? ", ". ", "(", ")", "“", "”", "\n")
        )
        + 1
    )
    bare = _BARE_OFFICE.match(window, cut)
    if bare is not None and bare["np"].split(" ", 1)[0].lower() not in GRAMMAR:
        noun = chunks.head_of(bare["np"])
        if noun is not None and noun.category == "title" and not noun.plural:
            return titles.use_of(
                text, index, low + bare.start("np"), comma, noun.lemma, mention.start
            )
    return _use_before(text, index, mention, comma, window[cut:], _begins(window[cut:]))


def _use_before(
    text: str, index: int, mention: Mention, end: int, window: str, begins: Sequence[int]
) -> Use | None:
    """The first phrase that says what somebody is, of those that go on to the end of a window."""
    held = True
    for begin in begins:
        np = window[begin:]
        noun = chunks.head_of(np)
        before = window[:begin].lower()
        if before.endswith(("as ", "like ", "than ", "unlike ")):
            if before.strip() != "as" or not np.startswith(("a ", "an ")):
                continue
            held = False  # `As a nurse, Ana Ruiz`, who may have been one once
        if " and " in np and _TWO.search(np):
            continue  # `the mayor and the first lady, Ana Ruiz`: she is the lady
        if noun is not None and noun.human and not noun.plural:
            use = titles.use_of(text, index, end - len(np), end, noun.lemma, mention.start)
            return use if held else evolve(use, title=False, affiliation=None)
    return None


def _begins(window: str) -> list[int]:
    """Where a phrase may begin that goes on to the end of a window: not before a verb, `A guard met
    |a farmer`, as no other word than a preposition stands before an article."""
    begins: list[int] = []
    for match in _BEFORE.finditer(window):
        article = match[0][0].islower()
        word = window[: match.start()].rstrip().rpartition(" ")[2].lower()
        if begins and article and word not in _WITHIN:
            begins.clear()
        begins.append(match.start())
    return begins


_WITHIN = frozenset("of for at in on to with from by under over and or near into than".split())
_TWO = re.compile(r" and (?:the|an?|his|her|their) ")
