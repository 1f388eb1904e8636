"""What is told on from an outlet's report where its name does not stand again.

`Lima TV reported that it leaked. “It is old,” one clerk was quoted as saying`: nobody but an outlet
quotes, and the last that reported is meant.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from attrs import evolve

from attrib.lazily import regex
from attrib.model import Attribution, Circumstances, Speaker
from attrib.provenance.occasions import start_of

_QUOTED = regex.compile(
    r"(?:is|are|was|were|been)(?:\s(?:also|later|then|further))?\s(?:quoted|cited)(?:\sas)?\s\p{Ll}+ing\b"
)
"""A cue of what somebody is quoted as saying, without a word for who quotes it."""
_REPORT_QUOTES = regex.compile(
    r"(?<=\b(?:[Tt]he|[Ii]ts|[Tt]his)\s(?:\w{1,15}\s)?(?:report|article|story|piece))\s(?:also\s|further\s)?"
    r"(?:quot|cit)(?:es|ed|ing)\s\Z"
)
"""Before a source whom `the report quoted`."""
_BY = regex.compile(r"[^.;“”\"\n]{0,60}?\b(?:by|in|on)\s(?:the\s)?\p{Lu}")
_MOST = 12
"""Statements between a report and what goes on from it."""
_FAR = 1
"""Paragraphs after the report within which it goes on."""


def go_on(
    text: str,
    attributions: Sequence[Attribution],
    speakers: Sequence[Speaker | None],
    found: Sequence[Circumstances],
) -> list[Circumstances]:
    """`found`, with the outlet that reported last as the venue of what somebody is quoted saying.

    >>> from attrib.model import Cue, Span
    >>> text = "Tass said it rained. “No,” Ruiz was quoted as saying."
    >>> def said(content, source, cue):
    ...     spans = [Span.of(text, text.index(w), text.index(w) + len(w))
    ...              for w in (content, source, cue)]
    ...     return Attribution(pattern="p", content=(spans[0],), source=spans[1],
    ...                        cue=Cue(span=spans[2]), kind="direct", confidence=1.0)
    >>> told = [said("it rained", "Tass", "said"), said("“No,”", "Ruiz", "was quoted as saying")]
    >>> who = [Speaker(name="Tass", kind="outlet"), Speaker(name="Ana Ruiz", kind="person")]
    >>> [each.venue for each in go_on(text, told, who, [Circumstances()] * 2)]
    [None, 'Tass']
    """
    held = list(found)
    if "quoted" not in text and "cited" not in text:
        return held
    lines: list[int] | None = None
    starts = [start_of(one) for one in attributions]
    order = sorted(range(len(found)), key=starts.__getitem__)
    for place, i in enumerate(order):
        cue = attributions[i].cue
        source = attributions[i].source
        if cue is None or source is None or held[i].venue is not None:
            continue
        if not (
            _QUOTED.match(cue.span.text)
            or _REPORT_QUOTES.search(text, max(0, source.start - 40), source.start)
        ):
            continue
        if _BY.match(text, cue.span.end):
            continue  # `was quoted as saying by the Arden Times`, whatever that is
        if lines is None:
            lines = [match.end() for match in regex.finditer(r"\n\s*+", text)]
        paragraph = bisect_right(lines, starts[i])
        for before in reversed(order[max(0, place - _MOST) : place]):
            if paragraph - bisect_right(lines, starts[before]) > _FAR:
                break
            speaker, own = speakers[before], held[before]
            if speaker is not None and speaker.kind == "outlet" and attributions[before].source:
                held[i] = evolve(
                    held[i],
                    venue=speaker.name,
                    venue_span=attributions[before].source,
                    venue_by="reported",
                )
                break
            if own.venue is not None and own.venue_by in ("reported", "citing"):
                held[i] = evolve(
                    held[i], venue=own.venue, venue_span=own.venue_span, venue_by="reported"
                )
                break
    return held
