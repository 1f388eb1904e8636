"""To whom, in what form, when, where and through which outlet something was said.

Read are the words around cue and source: the cue itself, what follows it before the content, words
between source and cue, and an opening such as `In an interview on Monday, …`. The content is not: a
time in it is no time of saying.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from functools import cached_property
from typing import TYPE_CHECKING, Any

from attrs import evolve

from attrib.detection import nesting
from attrib.knowledge import dates
from attrib.lazily import regex
from attrib.model import Addressee, Attribution, Circumstances, Document, Span, Speaker, Time
from attrib.provenance import carriers, retellings, scenes, signs
from attrib.provenance import circumstance_patterns as patterns
from attrib.provenance.blocks import print_quoted
from attrib.provenance.circumstance_patterns import MEDIA as MEDIA
from attrib.provenance.venues import SIGNS, Venue, Venues

if TYPE_CHECKING:
    from attrib.outlets.mentions import OutletMention

_NOTHING = Circumstances()
_FIELDS = (
    *("addressee", "medium", "medium_span", "time", "place"),
    *("venue", "venue_span", "venue_by"),
)
_NAMES = frozenset(["Post", "Address", "Column", "Report", "Release", "Stand", "Story"])
"""Media in small letters only: `a Post reporter` is no post."""
_TOO_FAR = 180
"""A clause that says to whom and when is shorter than this."""


class _Article:
    """What all windows of an article are read with."""

    def __init__(
        self,
        document: Document,
        speakers: Sequence[Speaker | None],
        outlets: Sequence[OutletMention],
    ) -> None:
        self.text = document.text
        self.published = document.published
        self.speakers = speakers
        self.outlets = outlets
        self.venues = Venues(document.text, document.publisher, outlets)

    @cached_property
    def surnames(self) -> dict[str, str]:
        """Full names of the people who speak by their surnames, where only one bears it."""
        found: dict[str, set[str]] = {}
        for speaker in self.speakers:
            if speaker is not None and speaker.kind == "person":
                found.setdefault(speaker.name.rpartition(" ")[2], set()).add(speaker.name)
        return {surname: full.pop() for surname, full in found.items() if len(full) == 1}

    def outlets_in(self, start: int, end: int) -> Sequence[OutletMention]:
        return self.venues.within(start, end)


def find(
    document: Document,
    attributions: Sequence[Attribution],
    speakers: Sequence[Speaker | None] = (),
    outlets: Sequence[OutletMention] = (),
) -> list[Circumstances]:
    """The circumstances of each attribution, in their order.

    `speakers`, where given, runs parallel to `attributions`; a venue named once then holds for what
    is said in the same scene. `outlets` are the outlets named in the text, in its order.

    >>> from attrib.model import Cue
    >>> text = "“We are ready,” Ana Ruiz told reporters in Lima on Monday."
    >>> said = Attribution(
    ...     pattern="p", content=(Span.of(text, 0, 15),), source=Span.of(text, 16, 24),
    ...     cue=Cue(span=Span.of(text, 25, 29)), kind="direct", confidence=1.0)
    >>> document = Document(text=text, id="d", published="2022-09-20")
    >>> (found,) = find(document, [said])
    >>> found.addressee.name, found.place.text, found.time.span.text, found.time.date
    ('reporters', 'in Lima', 'on Monday', '2022-09-19')
    """
    article = _Article(document, speakers, outlets)
    found = [_NOTHING] * len(attributions)
    for i in nesting.outer_first(attributions):
        attribution = attributions[i]
        own, parent = _of(article, attribution), attribution.parent
        if parent is not None and attributions[parent].content == attribution.content:
            # What the outlet reported, those it cites have said; but not to whom the outlet spoke.
            own = _filled(own, evolve(found[parent], venue=None, venue_span=None, venue_by=None))
        found[i] = own
    if not speakers:
        return found
    found = scenes.hold(document.text, attributions, speakers, found, outlets)
    found = retellings.go_on(document.text, attributions, speakers, found)
    return print_quoted(document.text, attributions, speakers, found, outlets)


def _of(article: _Article, attribution: Attribution) -> Circumstances:
    if attribution.cue is None:
        return _NOTHING
    cue, source = attribution.cue.span, attribution.source
    found = _NOTHING
    for start, end in _windows(article.text, attribution):
        found = _filled(found, _read(article, start, end, cue))
    if found.medium is None:
        if medium := patterns.medium_of_cue(cue.text):
            found = _filled(found, Circumstances(medium=medium, medium_span=cue))
        elif source and (medium := patterns.medium_of_source(source.text)):
            found = _filled(found, Circumstances(medium=medium, medium_span=source))
        elif source and (occasion := patterns.medium_before(article.text, source.start)):
            span = Span.of(article.text, *occasion.span("medium"))
            medium = patterns.medium_of(occasion)
            found = _filled(found, Circumstances(medium=medium, medium_span=span))
    if found.venue is None:
        venue = carriers.find(article.venues, attribution)
        found = found if venue is None else evolve(found, **_said_through(venue))
    return found


def _said_through(venue: Venue | None) -> dict[str, Any]:
    """The fields of the circumstances that a venue fills."""
    if venue is None:
        return {}
    return {"venue": venue.name, "venue_span": venue.span, "venue_by": venue.by}


def _filled(first: Circumstances, second: Circumstances) -> Circumstances:
    """`first`, with what only `second` knows."""
    if second is _NOTHING or first is _NOTHING:
        return first if second is _NOTHING else second
    known = {name: value for name in _FIELDS if (value := getattr(first, name)) is not None}
    return evolve(second, **known)


def _windows(text: str, attribution: Attribution) -> list[tuple[int, int]]:
    """The stretches to read, the nearest to the cue first."""
    if attribution.cue is None:
        return []
    cue, source = attribution.cue.span, attribution.source
    windows = []
    head = after = cue.end
    if source is not None and 0 <= source.start - cue.end <= 2:  # said Ana Ruiz
        head, after = cue.start, source.end
    end = _end_of_clause(text, attribution, after)
    if end - after > 2 or " " in cue.text:  # `told AP`
        windows = [(cue.start, end)] if head == after else [(cue.start, cue.end), (after, end)]
    inverted, head = head == cue.start, cue.start
    if source is not None and source.end <= cue.start:
        head = source.start
        near = 3 < cue.start - source.end < _TOO_FAR
        aside = patterns.ASIDE.match(text, source.end, cue.start) if near else None
        if aside is not None:
            windows.append((max(source.end, aside.end("auxiliary")), cue.start))
        else:
            windows.extend(_who_spoke(text, source))
    elif source is not None and inverted:
        windows.extend(_who_spoke(text, source))
    start = _start_of_sentence(text, attribution, head)
    if head - start > 3 and patterns.OPENING.match(text, start, head):
        windows.append((start, head))
    last = attribution.content[-1].end
    tail = patterns.AFTER_CONTENT.match(text, last) if last > cue.end else None
    if tail is not None:
        cut = patterns.SENTENCE_BREAK.search(text, tail.end(), tail.end() + _TOO_FAR)
        windows.append((tail.start("told"), cut.end() if cut else tail.end()))
    return windows


def _who_spoke(text: str, source: Span) -> Iterator[tuple[int, int]]:
    """The words of a source that say to whom it spoke: `two clerks | who spoke to Tass`."""
    spoke = patterns.WHO_SPOKE.search(text, source.start, source.end)
    if spoke is not None:
        yield spoke.start(), source.end


def _end_of_clause(text: str, attribution: Attribution, after: int) -> int:
    end = min(after + _TOO_FAR, len(text))
    for span in attribution.content:
        if after <= span.start < end:
            end = span.start
    if end - after > 3:
        if attribution.cue and attribution.cue.span.text[:9].lower() == "according":
            # `according to a report, …`: after the comma comes what the report says.
            comma = text.find(",", after, end)
            end = comma if comma >= 0 else end
        for pattern in (patterns.CLAUSE_END, patterns.SENTENCE_BREAK):
            if cut := pattern.search(text, after, end):
                end = cut.start()
    return end


def _start_of_sentence(text: str, attribution: Attribution, head: int) -> int:
    """Where the sentence of a source or cue starts; `head` itself where its content precedes."""
    low = max(0, head - _TOO_FAR)
    for span in attribution.content:
        if low < span.end <= head:
            # The content's own full stop ends the sentence before; its comma does not.
            low = span.end - 3
    start = low if low == 0 else head
    # A break is known by what comes after it, which for the last one is the source itself.
    for cut in patterns.SENTENCE_BREAK.finditer(text, low, head + _SIGHT):
        if cut.end() <= head:
            start = cut.end()
    return start


_SIGHT = 3


def _read(article: _Article, start: int, end: int, cue: Span) -> Circumstances:
    """What one window says."""
    text, outlets = article.text, article.outlets_in(start, end)
    words = signs.words(text, start, end)
    if not outlets and words.isdisjoint(signs.ANY | SIGNS):
        return _NOTHING
    medium = form = time = place = None
    if not words.isdisjoint(signs.MEDIUM):
        medium = patterns.MEDIUM.search(text, start, end)
        if medium and medium["medium"] not in _NAMES:
            form = patterns.medium_of(medium)
        if form is None:
            medium = None
    if not words.isdisjoint(signs.TIME):
        time = _time(_first(patterns.TIME, text, start, end, outlets), article.published)
    if signs.may_have_place(words, text, start, end):
        place = _place(_first(patterns.PLACE, text, start, end, outlets), medium)
    found = Circumstances(
        addressee=_addressee(article, start, end, cue, words),
        medium=form,
        medium_span=Span.of(text, *medium.span()) if medium else None,
        time=time,
        place=place,
        **_said_through(article.venues.find(start, end, words)),
    )
    if found == _NOTHING:
        return _NOTHING
    if end > cue.start or medium or found.addressee or found.venue:
        return found
    # `In the town where she was born in 1950, …`: only the very first words speak of the saying.
    opening = patterns.SPEAKING.match(text, start, end)
    if opening is not None:
        # `Asked about what he did last week, …`: then he did it.
        asked = opening[0].lower().endswith("asked")
        return evolve(found, time=None, place=None) if asked else found
    spans = [found.time.span if found.time else None, found.place]
    if any(span is not None and span.start - start <= 2 for span in spans):
        return found
    return _NOTHING


def _first(
    pattern: regex.Pattern[str], text: str, start: int, end: int, outlets: Sequence[OutletMention]
) -> Span | None:
    """The first match that is no part of an outlet's name."""
    for match in pattern.finditer(text, start, end):
        if not any(o.span.start < match.end() and match.start() < o.span.end for o in outlets):
            return Span.of(text, *match.span())
    return None


def _addressee(
    article: _Article, start: int, end: int, cue: Span, words: Set[str]
) -> Addressee | None:
    text = article.text
    span = None
    if not words.isdisjoint(signs.TOLD):
        match = patterns.TOLD.search(text, start, end)
        span = _hearer(match) if match and match.start() < cue.end else None
    if span is None and not words.isdisjoint(signs.SAID_TO):
        match = patterns.SAID_TO.search(text, start, end)
        span = _hearer(match) if match else None
    if span is None:
        return None
    meant = article.venues.meant(span.text, span.start, told=True)
    if meant is not None:
        return Addressee(span=span, name=meant.name, kind="outlet")
    for outlet in article.outlets_in(span.start, span.end):
        if outlet.span.start - span.start <= len("the ") and outlet.span.end >= span.end:
            return Addressee(span=span, name=outlet.name, kind="outlet")
    if patterns.GROUP.fullmatch(span.text):
        return Addressee(span=span, name=span.text, kind="group")
    if full := article.surnames.get(span.text):
        return Addressee(span=span, name=full, kind="person")
    return Addressee(span=span, name=span.text)


def _hearer(match: regex.Match[str]) -> Span | None:
    """Whom a match names, if that can hear at all."""
    span = _trimmed(Span(match.start("who"), match.end("who"), match["who"]))
    hears = patterns.HEARER.fullmatch(span.text) and not patterns.NO_HEARER.match(span.text)
    return span if hears else None


def _time(span: Span | None, published: str | None) -> Time | None:
    if span is None:
        return None
    days = dates.resolve(span.text, published)
    if days is None:
        return Time(span=span)
    first, last = days
    end = last.isoformat() if last != first else None
    return Time(span=span, date=first.isoformat(), date_end=end)


def _place(span: Span | None, medium: regex.Match[str] | None) -> Span | None:
    """The place without what follows it; None where it is no more than the medium."""
    if span is None or (medium and medium.start() < span.end <= medium.end()):
        return None
    return span if span.text.endswith(patterns.INITIALS) else _trimmed(span)


def _trimmed(span: Span) -> Span:
    words = span.text.rstrip(".’'/-")
    return Span(span.start, span.start + len(words), words)
