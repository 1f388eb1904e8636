"""Whether a statement fell at the talk told of, or on an occasion of its own.

Its own is a place, a time, an audience or a form of which its words tell.
"""

from __future__ import annotations

from collections.abc import Sequence

from attrib.lazily import regex
from attrib.model import Attribution, Circumstances
from attrib.provenance import circumstance_patterns as patterns

REACH = 120
"""How far from an outlet's name the words stand that say what happens there."""
BEFORE = 40
"""How far before an attribution its sentence may say `at the forum`."""

_SAID_THERE = frozenset({"statement", "question", "denial"})
_TALKS = frozenset({"interview", "TV interview", "radio interview", "town hall", "forum", "debate"})
_SHARED = frozenset({"town hall", "forum", "debate"})
_LONG_AGO = regex.compile(
    r"(?i)\b(?:last (?:year|month|week|summer|season)|previously|in (?:19|20)\d\d"
    r"|(?:years?|months?) ago|earlier this (?:year|month)|in the past"
    r"|an? (?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December|(?:19|20)\d\d) (?:interview|appearance|episode|speech|profile))\b"
)
"""When a scene was that is no news: what the lead tells was said elsewhere."""


def is_news(text: str, own: Circumstances, attribution: Attribution) -> bool:
    """Whether an outlet was told something for this article, as it seems: in no debate, and not
    long ago."""
    if own.medium in _SHARED or not is_said(attribution):
        return False
    first = max(text.rfind("\n", 0, start_of(attribution)), start_of(attribution) - REACH, 0)
    return _LONG_AGO.search(text, first, end_of(attribution) + BEFORE) is None


def is_long_past(text: str, attributions: Sequence[Attribution], held: dict[int, str]) -> bool:
    """Whether the first statement of all scenes is told of as made long ago."""
    first = min((start_of(attributions[i]) for i in held), default=0)
    line = text.rfind("\n", 0, first) + 1
    return _LONG_AGO.search(text, max(line, first - 120), first + 120) is not None


def is_elsewhere(own: Circumstances) -> bool:
    """Whether what was said has a place, a time, an audience or a form of its own."""
    form = own.medium is not None and own.medium not in _TALKS
    if own.medium_span is not None and _ANOTHER_ONE.search(own.medium_span.text):
        form = True
    hearer = own.addressee is not None and not _is_there(own.addressee.span.text)
    return form or own.place is not None or own.time is not None or hearer


_ANOTHER_ONE = regex.compile(
    r"(?i)\b(?:another|separate|earlier|different|previous|later|second|subsequent|follow-up|past)\b"
)
"""Before `interview`: not the one told of."""


def has_own(text: str, attribution: Attribution) -> bool:
    """Whether the words around it tell of an occasion by other than medium, time and place:
    `In court papers, Ruiz said`, `said at trial`, `As a candidate, Ruiz said`."""
    cue, content = attribution.cue, attribution.content[0]
    if cue is None:
        return False
    first = min(start_of(attribution), cue.span.start)
    last = max(attribution.source.end if attribution.source else 0, cue.span.end)
    if content.start >= last:
        low = max(0, first - REACH, text.rfind("\n", 0, first) + 1)
        for cut in patterns.SENTENCE_BREAK.finditer(text, low, first + 2):
            low = cut.end() if cut.end() <= first else low
        if _OWN_OPENING.match(text, low, first):
            return True
        end = min(content.start, last + BEFORE)
    else:
        end = last + BEFORE
        stop = patterns.SENTENCE_BREAK.search(text, last, end)
        end = stop.start() if stop else end
    return _OWN_OCCASION.search(text, min(last, end), end) is not None


_OCCASIONS = (
    r"(?:trial|court|parliament|congress|(?:court\s|legal\s)?(?:documents|papers)|messages|diary"
    r"|diaries|documentary|film|recordings?|audio|tapes?|transcripts?|campaign|votes?|election"
    r"|ceremony|funeral|session|lecture|verdict|sentencing|arrest)\b"
)
_OWN_OCCASION = regex.compile(
    rf"(?i)\b(?:in|at|during|before|after)\s(?:(?:an?|the|his|her|their)\s)?(?:[\w’-]{{1,15}}\s)?{_OCCASIONS}"
)
_OWN_OPENING = regex.compile(
    rf"(?:(?:In|At|During|Before|After|On)\s(?:(?:an?|the|his|her|their)\s)?(?:[\w’-]{{1,15}}\s)?(?i:{_OCCASIONS})"
    r"|(?:When\s)?(?i:asked|questioned|pressed|approached|quizzed)\s(?:\w+\s)?by\s(?:[\w’-]+\s){0,3}?(?:reporters"
    r"|journalists|(?:the\s)?press|lawmakers|members|MPs|senators|councill?ors|deputies|prosecutors)\b"
    r"|As\s(?:an?\s)?\p{Ll}+(?:\s\p{Ll}+)?,\s|[^,.]{3,60}\b(?:in|since|until)\s(?:19|20)\d\d,\s)"
)


def _is_there(hearer: str) -> bool:
    """Whether who is told something takes part in the scene: `told hosts Gemma and Lou`."""
    there = _HOST.search(hearer) or _AT_TABLE.match(hearer)
    return hearer.lower() in _PRONOUNS or there is not None


_PRONOUNS = frozenset({"him", "her", "them"})
"""`he replied to her`: whoever that is, is there as well."""
_HOST = regex.compile(r"(?i)\b(?:host|presenter|interviewer|anchor|moderator)s?\b")
_AT_TABLE = regex.compile(
    r"(?i)(?:the\s(?:pair|duo|trio|two|comedians|journalists?|audience|panel|presenting\s)"
    r"|(?:the\s)?(?:listeners|viewers|panell?ists)\b)"
)
"""Who else hears what somebody says on a programme: `told the pair`."""


def is_same_talk(own: Circumstances) -> bool:
    """Whether it was said in a talk told of before: `said in the interview`.

    >>> from attrib.model import Span
    >>> is_same_talk(Circumstances(medium="interview", medium_span=Span(0, 16, "in the interview")))
    True
    """
    return (
        own.medium in _TALKS
        and own.medium_span is not None
        and _THAT_ONE.search(own.medium_span.text) is not None
    )


_THAT_ONE = regex.compile(r"(?i)\b(?:the|that|this|same|his|her|their)\b")


def is_from_afar(text: str, own: Circumstances) -> bool:
    """Whether the place is only where somebody spoke from: `Speaking from her home`."""
    if own.place is None or own.time is not None or own.medium is not None:
        return False
    end = own.place.end
    return _FROM_AFAR.search(text, max(0, own.place.start - REACH), end) is not None


_FROM_AFAR = regex.compile(r"(?i)\b(?:speaking|talking)\s(?:by\s\w+\s)?from\s[^.;\n]{1,80}\Z")


def is_of_old(text: str, attribution: Attribution) -> bool:
    """Whether it was said on no one occasion: `has previously said`, `has long said`."""
    source, cue = attribution.source, attribution.cue
    if source is None or cue is None:
        return False
    first, last = min(source.end, cue.span.start), cue.span.end
    return last - first < REACH and _OF_OLD.search(text, first, last + _SOON) is not None


def is_of_past_year(text: str, attribution: Attribution) -> bool:
    """Whether it was said in a year that is named: `told Lima TV in 2019`, `a 2011 talk`."""
    cue = attribution.cue
    if cue is None:
        return False
    first, last = start_of(attribution), end_of(attribution)
    begins = max(text.rfind("\n", 0, first) + 1, text.rfind(". ", 0, first), first - REACH, 0)
    heads = _PAST_YEAR.search(text, begins, first) is not None
    near = last if attribution.content[0].start < cue.span.start else attribution.content[0].start
    return heads or _PAST_YEAR.search(text, cue.span.end, near + BEFORE) is not None


def is_past_talk(text: str, at: int) -> bool:
    """Whether the words before an outlet tell that its talk was in a year that is named."""
    begins = max(text.rfind("\n", 0, at) + 1, text.rfind(". ", 0, at), at - REACH, 0)
    return _PAST_YEAR.search(text, begins, at) is not None


_PAST_YEAR = regex.compile(
    r"(?i)\b(?:in|back\sin|since)\s(?:(?:January|February|March|April|May|June|July|August"
    r"|September|October|November|December)\s)?(?:19|20)\d\d\b|\b(?:an?|the|his|her)\s(?:19|20)\d\d\s"
    r"(?:[\w-]+\s)?(?:interview|appearance|profile|podcast|conversation|talk|documentary)\b"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|\d+)\syears\sago\b"
)
_OF_OLD = regex.compile(
    r"\b(?:previously|had\s(?:also\s)?earlier|in\sthe\spast|once|initially|originally|at\s(?:first"
    r"|the\stime)|(?:has|have)\ssince|later\s(?:said|told|wrote|claimed|denied|apologi[sz]ed)"
    r"|(?:has|have|had)\s(?:also\s|since\s)?(?:long|repeatedly|often|always|consistently))\b"
)
_SOON = len(" in the past")


def is_host(attribution: Attribution) -> bool:
    """Whether it is the one who asks the questions."""
    return attribution.source is not None and _HOST.search(attribution.source.text) is not None


def is_to_host(own: Circumstances, scene: tuple[str, int] | None) -> bool:
    """Whether the one told is the one after whom the programme is named."""
    return own.addressee is not None and scene is not None and own.addressee.name in scene[0]


def is_said(attribution: Attribution) -> bool:
    """Whether something was said aloud, as far as the cue tells."""
    aloud = attribution.cue is None or attribution.cue.cue_class in _SAID_THERE
    return aloud or attribution.kind == "direct"  # `“Daft money,” he blasted.`


def start_of(attribution: Attribution) -> int:
    """Where the first of an attribution's parts begins."""
    start = attribution.content[0].start
    if attribution.source is not None:
        start = min(start, attribution.source.start)
    return start if attribution.cue is None else min(start, attribution.cue.span.start)


def end_of(attribution: Attribution) -> int:
    """Where its content and its cue are over."""
    cue_end = attribution.cue.span.end if attribution.cue else 0
    return max(attribution.content[-1].end, cue_end)
