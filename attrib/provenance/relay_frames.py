"""Sentences in which an outlet says something on the word of others, read by their frame.

`Vesper said late on Monday, citing two officials, that it rained`, `Citing Karl Okon, the
treasurer, Vesper wrote it rained`, `It rained, Vesper reported earlier in the day, quoting an
aide`: whatever else was made of such a sentence, Vesper says that it rained, and `relays` parts it
from those whom it cites.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from attrs import evolve

from attrib.detection.classes import lemma_and_sort
from attrib.knowledge import names
from attrib.lazily import regex
from attrib.model import Attribution, Cue, Kind, Span
from attrib.outlets.citing import CITES, CITES_FIRST, HELP, SAYS, WHEN, can_tell, may_cite
from attrib.provenance.circumstance_patterns import SENTENCE_BREAK

NAME = (
    r"\p{Lu}[\p{L}\p{M}.’'-]*+"
    rf"(?:\s(?:(?:{names.PARTICLE})\s){{0,2}}(?:{names.ARTICLE})?\p{{Lu}}[\p{{L}}\p{{M}}.’'-]*+){{0,4}}"
)
"""A name, with the particles of its surname."""
_WORD = rf"(?!(?:that|{SAYS})\b)[^\s,;:“”\"()]+"
_WHOM = (
    rf"(?P<whom>{_WORD}(?:\s{_WORD}){{0,14}}+"
    rf"(?:,\s(?:{NAME}|(?:an?|the|its|his|her|their)\s[^,.;:“”\"\n]{{3,60}})(?=[,.\n]|\Z))?)"
)
_VERB = regex.compile(rf"[”\"’']?(?:\s{HELP})?\s?(?<=\s)(?P<verb>{SAYS})\b{WHEN}")
_CITES = regex.compile(rf",?\s{CITES}\s{_WHOM}")
_THEN_SAYS = regex.compile(rf",\s{HELP}(?P<verb>{SAYS})\b{WHEN}(?=\s)")
_OPENING = regex.compile(rf"{CITES_FIRST}\s{_WHOM},\s(?P<sort>(?:the|an?)\s(?:[\w’'-]+\s){{0,4}})?")
_THAT = regex.compile(r",?\s(?=that\s)")
_STOP = regex.compile(r"[.!?]?[”\"’']?\s*\Z")
_BEFORE = regex.compile(
    r"(?P<comma>,[”\"’]?|[”\"’],?)\s(?:(?:the|an?)\s)?(?:[\w’-]+\s){0,3}[“\"]?\Z"
)
_LONGEST = 600
"""A sentence is not looked through further than this."""
_SHORTEST = 12
_SURE = 0.6
"""Nothing was learned of such a reading, which form alone makes: rather right than wrong."""
_NEAR = 3
_ALIKE = 0.6
"""Share of the letters by which what was read is the content of the frame."""


class Frame(NamedTuple):
    """An outlet's statement that tells on whose word it is made."""

    outlet: Span
    cue: Span
    around: tuple[tuple[int, int], ...]
    """What tells who says it, and on whose word: the stretches around the content."""
    content: Span


def normalized(
    text: str, attributions: Sequence[Attribution], outlets: Sequence[Span]
) -> tuple[list[Attribution], frozenset[int]]:
    """The attributions with what each frame says as its outlet's; and the places of what was read
    otherwise in the frames.

    >>> text = "Vesper said on Monday, citing an aide, that it rained on the town."
    >>> (said,), hidden = normalized(text, [], [Span.of(text, 0, 6)])
    >>> said.source.text, said.cue.span.text, said.content[0].text
    ('Vesper', 'said', 'that it rained on the town')
    """
    if not may_cite(text):
        return list(attributions), frozenset()
    found = list(attributions)
    hidden: set[int] = set()
    cues = sorted((one.cue.span.start, i) for i, one in enumerate(found) if one.cue is not None)
    for frame in _frames(text, outlets):
        here = []
        for start, end in frame.around:
            low = bisect_left(cues, (start, -1))
            here += [i for _, i in cues[low : bisect_left(cues, (end, -1), low)]]
        alike = {i: _likeness(found[i], frame.content) for i in here if i not in hidden}
        own = max(alike, key=lambda i: (alike[i], -i), default=None)
        if own is not None and alike[own] < _ALIKE:
            own = None
        hidden.update(i for i in here if i != own)
        if own is None:
            found.append(_as_framed(None, frame))
        else:
            found[own] = _as_framed(found[own], frame)
    return found, frozenset(hidden)


def _as_framed(read: Attribution | None, frame: Frame) -> Attribution:
    """The outlet's attribution, with what was `read` as its content where that is alike."""
    cue = Cue(span=frame.cue, lemma=lemma_and_sort(frame.cue.text)[0])
    if read is not None:
        if read.cue is not None and read.cue.span.start == frame.cue.start:
            cue = evolve(read.cue, span=frame.cue)
        return evolve(read, source=frame.outlet, cue=cue)
    kind: Kind = "mixed" if any(mark in frame.content.text for mark in '“”"„«') else "indirect"
    return Attribution(
        pattern="source-verb-content",
        content=(frame.content,),
        cue=cue,
        source=frame.outlet,
        kind=kind,
        confidence=_SURE,
    )


def _likeness(read: Attribution, content: Span) -> float:
    """How much of what was read and of a frame's content is the same; all where it is the end."""
    if content.start <= read.content[0].start and abs(read.content[-1].end - content.end) < _NEAR:
        return 1.0  # a title or a dateline may stand before
    same = sum(
        max(0, min(span.end, content.end) - max(span.start, content.start)) for span in read.content
    )
    length = sum(span.end - span.start for span in read.content)
    return same / (length + content.end - content.start - same)


def _frames(text: str, outlets: Sequence[Span]) -> Iterator[Frame]:
    """The frame of each outlet's sentence, where that has one and says enough."""
    for named in outlets:
        article = text.endswith(("the ", "The "), 0, named.start)
        outlet = Span.of(text, named.start - 4 * article, named.end)
        low, stop = _sentence(text, outlet)
        frame = _framed(text, outlet, low, stop)
        if frame is not None and len(frame.content.text) >= _SHORTEST:
            yield frame


def _sentence(text: str, outlet: Span) -> tuple[int, int]:
    """Where the sentence of an outlet begins and ends."""
    low = max(0, text.rfind("\n", 0, outlet.start) + 1, outlet.start - _LONGEST)
    for cut in SENTENCE_BREAK.finditer(text, low, outlet.start):
        low = cut.end()
    limit = min(len(text), outlet.end + _LONGEST)
    stop = SENTENCE_BREAK.search(text, outlet.end, limit)
    return low, limit if stop is None else stop.start()


def _framed(text: str, outlet: Span, low: int, stop: int) -> Frame | None:
    """The frame of a sentence, by what follows the outlet's name."""
    verb = _VERB.match(text, outlet.end, stop)
    if verb is None:
        return _citing_then_says(text, outlet, stop)
    said = Span.of(text, *verb.span("verb"))
    cites = _CITES.match(text, verb.end(), stop)
    if cites is not None and can_tell(cites["whom"]):
        that = _THAT.match(text, cites.end(), stop)
        if that is not None:
            return Frame(
                outlet, said, ((outlet.start, that.end()),), _content(text, that.end(), stop)
            )
        if _STOP.match(text, cites.end(), stop):
            return _after_content(text, outlet, said, low, stop)
        return None
    opened = _OPENING.fullmatch(text, low, outlet.start)
    if opened is not None and can_tell(opened["whom"]):
        if opened["sort"]:
            outlet = Span.of(text, opened.start("sort"), outlet.end)
        return Frame(outlet, said, ((low, verb.end()),), _content(text, verb.end(), stop))
    return _says_then_citing(text, outlet, said, verb.end(), stop)


def _citing_then_says(text: str, outlet: Span, stop: int) -> Frame | None:
    """`Vesper, citing an aide, said that it rained`."""
    cites = _CITES.match(text, outlet.end, stop)
    if cites is None or text[outlet.end] != "," or not can_tell(cites["whom"]):
        return None
    then = _THEN_SAYS.match(text, cites.end(), stop)
    if then is None:
        return None
    said = Span.of(text, *then.span("verb"))
    return Frame(outlet, said, ((outlet.start, then.end()),), _content(text, then.end(), stop))


def _after_content(text: str, outlet: Span, said: Span, low: int, stop: int) -> Frame | None:
    """`It rained, Vesper said, citing an aide`."""
    before = _BEFORE.search(text, low, outlet.start)
    if before is None:
        return None
    end = before.end("comma") if before["comma"][-1] in '”"’' else before.start()
    return Frame(outlet, said, ((outlet.start, stop),), Span.of(text, low, end))


def _says_then_citing(text: str, outlet: Span, said: Span, start: int, stop: int) -> Frame | None:
    """`Vesper said it rained, citing an aide`."""
    for cites in _CITES.finditer(text, start, stop):
        if text[cites.start()] == "," and _STOP.match(text, cites.end(), stop):
            content = _content(text, start, cites.start())
            if can_tell(cites["whom"]) and "“" not in content.text and '"' not in content.text:
                return Frame(outlet, said, ((outlet.start, start), (cites.start(), stop)), content)
    return None


def _content(text: str, start: int, stop: int) -> Span:
    """What is said, without marks around it; the last letter before where nothing is left."""
    words = text[start:stop]
    start += len(words) - len(words.lstrip(" ,"))
    words = words.lstrip(" ,").rstrip(" ,.")
    return Span(start, start + len(words), words) if words else Span.of(text, start - 1, start)
