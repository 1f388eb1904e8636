"""Outlets told of as the place of a talk: `told Lima TV`, `She was speaking to Lima TV`.

Attributions, their circumstances and the outlets of a text in, the talks out, each with the words
that tell of it; `scenes` says how long each holds.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from attrs import evolve

from attrib.knowledge import names
from attrib.lazily import regex
from attrib.model import Attribution, Circumstances, Span
from attrib.provenance import circumstance_patterns as patterns
from attrib.provenance.occasions import REACH, start_of

if TYPE_CHECKING:
    from attrib.outlets.mentions import OutletMention

_OCCASION = regex.compile(
    r"(?i)\b(?P<shared>town[\s-]hall|forum)\b|\b(?:interview(?:ed)?|appear(?:ed|ing|ance)"
    r"|spoke|speaking|conversation|chat(?:s|ted|ting)?|catch-up|phone-in|grilling|tells?|told|telling|talked|comments|remarks|doubled\sdown"
    r"|repeated|reiterated|answer(?:ed|ing|s)\squestions|podcast|episode|guest|(?:opened|opens|opening)\sup|(?:sat|sits|sitting)\sdown"
    r")\b|\b(?:went|goes|was|were|asked|pressed|questioned|grilled)\son(?=\s(?:the\s)?[“\"]?\Z)"
)
"""What is told of a talk; on a podcast nothing else happens."""
_PRINTED = regex.compile(
    r"(?i)\b(?:name|photo|picture|image|letter|story|article|report|ad|advert|review|column|obituary"
    r"|cartoon)s?\b[^.;]{0,40}?\bappear(?:ed|s|ing)?\s(?:in|on)\b[^.;,]{0,40}\Z"
    r"|\bappear(?:ed|s|ing)?\sin\s(?:the\s)?\Z"
)
"""What is printed somewhere is not said there: `After her name appeared in |the Herald|`."""
_HOSTED = regex.compile(
    r"(?i)\b(?:sponsored|hosted|organi[sz]ed|moderated|aired|broadcast|televised)\s(?:by|on)\s"
    r"(?:the\s)?\Z"
)
_OWN_OCCASION = regex.compile(
    r"(?i)(?:/[\w’']++)?(?:['’]s)?\s(?:(?!(?:in|at|on|during|to|for|with|after|of|from"
    r"|about|that|and|ahead|before|following)\s)[\w“\"-]{1,20}\s){0,3}"
    r"(?:town[\s-]hall|forum|debate|interview)\b"
)


class Talk(NamedTuple):
    """An outlet named as the place of a talk."""

    at: int
    name: str
    shared: bool
    """Several speak: a forum, a town hall."""
    span: Span
    """The words that tell of it."""
    owner: int = -1
    """Place of the attribution that names it for itself; -1 where the text does."""
    of: str = ""
    """Who speaks there, where the text says so and not an attribution."""
    of_before: bool = False
    """Whether what was said just before was said there: `She made the remarks to …`."""


def named(found: Sequence[Circumstances], attributions: Sequence[Attribution]) -> Iterator[Talk]:
    """Venues that an attribution names for itself."""
    for i, (own, attribution) in enumerate(zip(found, attributions, strict=True)):
        if own.venue is not None and attribution.cue is not None:
            shared = own.medium in ("town hall", "forum")
            cue = attribution.cue.span
            yield Talk(cue.start, own.venue, shared, own.venue_span or cue, i)


def told_of(
    text: str,
    attributions: Sequence[Attribution],
    speakers: Sequence[str],
    outlets: Sequence[OutletMention],
) -> Iterator[Talk]:
    """Venues that the text tells of, outside what is quoted.

    `speakers` are those of the attributions by name.
    """
    turns = sorted(
        (start_of(one), name)
        for one, name in zip(attributions, speakers, strict=False)
        if name.rpartition(" ")[2][:1].isupper()
    )
    quoted = sorted(
        (span.start, span.end) for a in attributions if a.kind == "direct" for span in a.content
    )
    if any(word in text for word in patterns.SHOWS):
        for show in patterns.SHOW.finditer(text):
            span = Span.of(text, *show.span("show"))
            yield Talk(show.start(), patterns.show_name(show), False, span)
    talked = 0  # where the outlet of the talk told of last ends
    for outlet in outlets:
        start, end = outlet.span.start, outlet.span.end
        i = bisect_right(quoted, (start, len(text))) - 1
        if i >= 0 and start < quoted[i][1]:
            continue
        low = max(0, text.rfind("\n", max(0, start - REACH), start), start - REACH)
        for cut in patterns.SENTENCE_BREAK.finditer(text, low, start):
            low = cut.end()
        hosted = _HOSTED.search(text, low, start)
        own = _OWN_OCCASION.match(text, end, end + REACH)
        there = patterns.BEFORE_OUTLET.search(text, low, start)
        asks = _ASKS.match(text, end)
        joins = _JOINS.search(text, low, start) if _TO_TALK.match(text, end) else None
        if joins is not None:
            of = _who_talks(text, low, start, turns)
            yield Talk(start, outlet.name, False, outlet.span, of=of)
            continue
        if asks is not None:
            of = _who_is_asked(text, asks.end(), turns)
            yield Talk(start, outlet.name, False, outlet.span, of=of)
            continue
        if there and _BY.search(text, there.start(), start):
            there = _MET_BY.search(text, low, start)  # not `of a leak reported by |the Herald|`
        if not (hosted or own or there) or patterns.OUTLETS_OWN.match(text, end):
            continue
        podcast = text.startswith((" podcast", "” podcast", '" podcast'), end)
        last = own.end() if own else end + len("” podcast") if podcast else start
        occasion = _OCCASION.search(text, low, last)
        if occasion and talked > low:
            occasion = _own_occasion(text, talked, occasion, last)
        if occasion and not _PRINTED.search(text, low, start):
            talked = end
            shared = occasion["shared"] is not None
            of = "" if shared else _who_talks(text, low, start, turns)
            remarked = of != "" and _REMARKS.search(text, low, start) is not None
            yield Talk(start, outlet.name, shared, outlet.span, of=of, of_before=remarked)


def without_aside(
    text: str, found: list[Circumstances], attributions: Sequence[Attribution], told: list[Talk]
) -> list[Talk]:
    """The talks, in order, but those that a talk with another outlet was about; in `found` these
    lose their venue."""
    for i in _told_aside(text, found, attributions, told):
        told = [talk for talk in told if not _is_named_by(talk, attributions[i], i)]
        found[i] = evolve(found[i], venue=None)
    return told


def _told_aside(
    text: str,
    found: Sequence[Circumstances],
    attributions: Sequence[Attribution],
    told: Sequence[Talk],
) -> Iterator[int]:
    """The places of attributions whose outlet a talk with another was about: `In an interview with
    Lima TV, Ruiz was asked of a claim that she told the Herald so`."""
    starts = [talk.at for talk in told]
    for i, (own, attribution) in enumerate(zip(found, attributions, strict=True)):
        if own.venue_by != "told" or attribution.cue is None:
            continue
        at = attribution.cue.span.start
        before = bisect_left(starts, at) - 1
        while before >= 0 and told[before].owner >= 0:
            before -= 1
        if before < 0 or told[before].name == own.venue or told[before].shared:
            continue
        end = told[before].span.end
        apart = at - end > _LONGEST or patterns.SENTENCE_BREAK.search(text, end, at)
        if not apart and _CLAUSE.search(text, end, at) and "\n" not in text[end:at]:
            yield i


_LONGEST = 300


def _is_named_by(talk: Talk, attribution: Attribution, place: int) -> bool:
    """Whether a talk is told of by the attribution at a place, or by the text after its cue."""
    if talk.owner >= 0 or attribution.cue is None:
        return talk.owner == place
    return 0 <= talk.at - attribution.cue.span.end < len(" exclusively the ")


def _own_occasion(
    text: str, talked: int, occasion: regex.Match[str], last: int
) -> regex.Match[str] | None:
    """What is told of the talk with a second outlet of a sentence: of the first, where it goes on
    (`an interview with Lima TV and |`), or anew, and not of what was spoken of (`an interview with
    Lima TV about what she told |`)."""
    if occasion.start() < talked and _ABOUT_ANOTHER.search(text, talked, last) is None:
        return occasion
    anew = _OCCASION.search(text, talked, last)
    if anew is None or _CLAUSE.search(text, talked, anew.start()):
        return None
    return anew


def _who_talks(text: str, low: int, at: int, turns: Sequence[tuple[int, str]]) -> str:
    """Who speaks to the outlet at an offset, as its sentence, which begins at `low`, tells.

    A speaker whom it names; the one who spoke last for a pronoun and for `The remarks were made`,
    unless somebody speaks in what follows of the paragraph.
    """
    i = bisect_left(turns, (low, ""))
    if i < len(turns) and turns[i][0] < at:
        return ""  # `Johnson told |Lima TV|`: the attribution knows who that is
    sentence = text[low:at]
    places = {name: sentence.find(name.rpartition(" ")[2]) for _, name in turns}
    told = [name for _, name in reversed(turns[:i]) if places.get(name, -1) >= 0]
    told += [name for _, name in turns[i:] if places.get(name, -1) >= 0]
    if told:
        first = min(places[name] for name in told)
        return next(name for name in told if places[name] == first)
    if _HEARS.search(sentence):
        return ""
    if (somebody := _somebody(sentence)) is not None:
        return somebody
    subject = _SUBJECT.match(text, low, at)
    if subject is None or i == 0:
        return ""
    name, end = turns[i - 1][1], text.find("\n", at)
    if text.count("\n\n", turns[i - 1][0], low) > 1 or not _may_be(subject[1], name):
        return ""
    speaks_on = i < len(turns) and (end < 0 or turns[i][0] < end)
    return "" if speaks_on else name


def _who_is_asked(text: str, at: int, turns: Sequence[tuple[int, str]]) -> str:
    """The speaker whom the words at an offset name: `Lima TV interviewed | Ana Ruiz`."""
    words = text[at : at + REACH].partition(".")[0]
    named = next((name for _, name in turns if words.startswith(name)), "")
    return named or _somebody(words) or ""


def _somebody(words: str) -> str | None:
    """The first full name of a person among words, who need not speak anywhere else."""
    for found in _FULL_NAME.finditer(words):
        if names.is_given(found[1]):
            return f"{found[1]} {found[2]}"
    return None


_BY = regex.compile(r"\b[Bb]y\s(?:[Tt]he\s)?(?:[\w’'-]+\s){0,2}\Z")
_MET_BY = regex.compile(
    r"(?i)\b(?:interview|told|question|quizz|grill|ask|press|host|present|moderat|contact|reach|approach"
    r"|met|chat|podcast|programme|program|show|episode|forum|town[\s-]hall)\w*\s"
    r"(?:(?!about\b|on\b|of\b|the\b)\w+\s){0,3}?by\s(?:the\s)?(?:[\w’'-]+\s){0,2}\Z"
)
"""Before an outlet by which somebody was met, and nothing was published."""
_ABOUT_ANOTHER = regex.compile(
    r"\b(?:that|which|who|whom|whose|what|whether|if|after|before|because|as|when|while|since|by"
    r"|about|over|published|reported|obtained|in|from|he|she|they)\b"
)
"""After an outlet, before what is told of another."""
_CLAUSE = regex.compile(
    r"\b(?:that|which|who|whom|whose|what|whether|if|after|before|because|as|when|while|since|he"
    r"|she|they)\b"
)
"""After an outlet, before a clause of its own."""
_HEARS = regex.compile(r"\bas\s(?:he\s|she\s|they\s)?told\sto\s[^.;]{0,40}?\p{Lu}\p{Ll}+\s\p{Lu}")
"""Whoever is named hears it: `The truth, as told to hosts Ana Ruiz and Karl Okon on |`."""
_FULL_NAME = regex.compile(r"\b(?=(\p{Lu}\p{Ll}+)\s(\p{Lu}[\p{L}-]+))")


_ASKS = regex.compile(
    r"\s(?:(?:has|had|also|recently|first)\s){0,2}(?:interviewed|asked|caught\sup\swith|contacted"
    r"|(?:spoke|spoken|talked)\s(?:to|with)|sat\sdown\swith)\s"
)
"""What an outlet does with whoever answers it: `|Lima TV| interviewed Ana Ruiz`."""


_JOINS = regex.compile(
    r"\b(?:joined|joins|joining|visited)\s(?:the\s)?(?:(?:hosts?|team)\s.{0,40})?\Z"
)
_TO_TALK = regex.compile(
    r"(?:['’]s\s[\w“”\" ]{1,40})?\s(?:to\s(?:talk|discuss|speak|explain|promote|share|answer)\b"
    r"|(?:on|this|last)\s(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|morning|night|week)\b)"
)
"""Who comes to an outlet in order to speak: `joined |Lima TV| to talk about it`."""


def _may_be(pronoun: str, name: str) -> bool:
    """Whether a subject may mean somebody: `She`, a Maria."""
    told = names.gender(name.partition(" ")[0])
    return (
        told is None
        or pronoun.lower() not in ("he", "she")
        or (pronoun.lower() == "he") == (told == "m")
    )


_SUBJECT = regex.compile(
    r"(He|She|They|(?:The|His|Her|Their)\s(?:\w{1,15}\s)?(?:remarks|comments|statements?|interview))\b"
)
_REMARKS = regex.compile(
    r"(?i)\b(?:(?:the|his|her|their)\s(?:remarks|comments)|(?:was|were)\s(?:speaking|talking))\b"
)
