"""What the lines before and around the first paragraphs of an article say of it."""

from __future__ import annotations

from collections.abc import Iterator

from attrib.article.datelines import Fact, opening
from attrib.article.headlines import is_headline, is_subtitle
from attrib.article.lines import (
    JOB,
    NAME,
    first_lines,
    is_bare_outlet,
    read_byline,
    read_line,
)
from attrib.article.mastheads import after_place, named_beside, spoken_of, whole_outlet
from attrib.lazily import re
from attrib.model import Span
from attrib.outlets.surroundings import speaks_of_outlet

_HEAD_LINES = 40
_PROSE_LINES = 8
_SITE_SUFFIX = re.compile(r"\s+[|–—-]\s+([^|–—]{2,60})$")
_LINE_BREAK = re.compile(r"\r\n?|\n")


def read(text: str) -> Iterator[Fact]:
    """What the lines before and around the first paragraphs say."""
    lines = [*first_lines(text, _HEAD_LINES), None, None]
    known: set[str] = set()
    prose = 0
    above = None
    for line, below, next_below in zip(lines, lines[1:], lines[2:], strict=False):
        if line is None:
            return
        following = (below, next_below)
        facts = _header_line(text, line, following, known, in_prose=prose > 0)
        if facts is None:
            opened = list(opening(text, line))
            before_prose = not prose and not opened and below is not None
            if before_prose and below is not None and "title" not in known:
                facts = _title(text, line, below)
            elif before_prose and below is not None and above is not None and known == {"title"}:
                apart = _is_apart(text, line, below)
                if is_subtitle(line.text, headline=above.text, apart=apart):
                    facts = [Fact("subtitle", line.text, line)]
            if facts is None:
                facts = opened
                prose += 1
        yield from facts
        known |= {fact.what for fact in facts} - {"line"}
        if prose > _PROSE_LINES:
            return
        above = line


def _header_line(
    text: str,
    line: Span,
    following: tuple[Span | None, Span | None],
    known: set[str],
    *,
    in_prose: bool,
) -> list[Fact] | None:
    """What a line of the header says, the line itself among it; None for any other line."""
    below = following[0]
    facts = read_line(line, text)
    if facts and in_prose and (is_bare_outlet(facts) or facts[0].what == "source"):
        return None
    if facts is None and "title" in known and below is not None and _is_bare_byline(line, below):
        facts = [Fact("author", line.text, line)]
    if facts is None and not in_prose and ("title" in known or "author" in known):
        facts = _beside_title(text, line, following, known)
    if facts is None and not known and below is not None and _is_above_title(text, line, following):
        facts = _masthead(line, text)
    if facts is None or any(fact.what in ("title", "subtitle") for fact in facts):
        return facts
    return [*facts, Fact("line", line.text, line)]


def _beside_title(
    text: str, line: Span, following: tuple[Span | None, Span | None], known: set[str]
) -> list[Fact] | None:
    """What a line between title and prose says: an outlet, a job, a place over the date."""
    if JOB.fullmatch(line.text) and ("author" in known or any(map(_is_dated, following))):
        return []
    if "author" not in known and line.text.startswith("From ") and _FROM.fullmatch(line.text):
        return [Fact("author", line.text.removeprefix("From ").partition(",")[0], line)]
    if "author" not in known and _is_over_masthead(text, line, following):
        return [Fact("author", line.text, line)]
    if "publisher" in known:
        return [] if _is_place_over_date(line, following) else None
    near_date = not known.isdisjoint(("author", "published")) or any(map(_is_dated, following))
    if not near_date:
        return None
    facts = _masthead(line, text) or read_byline(line, text) or _written_for(line, text)
    return [] if facts is None and _is_place_over_date(line, following) else facts


def _masthead(line: Span, text: str) -> list[Fact] | None:
    """`The Riverton Lamp`, `Riverton Lamp - Port Alder`."""
    name, *place = _PLACED.split(line.text, maxsplit=1)
    if place and not re.fullmatch(NAME, place[0]):
        return None
    outlet = named_beside(name, text, alone=True)
    if outlet is None and place:
        outlet = named_beside(place[0], text, alone=True) or after_place(place[0], name)
    return None if outlet is None else [Fact("publisher", outlet.name, line)]


def _is_over_masthead(text: str, line: Span, following: tuple[Span | None, Span | None]) -> bool:
    """Whether a person's name stands over a masthead and a date."""
    below, dated = following
    if below is None or len(line.text) > 60 or not _is_dated(dated):
        return False
    words = line.text.count(" ") + 1
    if not 2 <= words <= 4 or re.fullmatch(NAME, line.text) is None:
        return False
    return _masthead(line, text) is None and _masthead(below, text) is not None


_FROM = re.compile(rf"From {NAME}, {NAME}")
"""`From Ana Ruiz, Port Alder`"""
_WRITTEN_FOR = re.compile(
    rf"(?:By )?(?:{NAME}(?: and {NAME})?(?: \((?P<bracketed>[^()]+)\)| for (?P<whose>.+))"
    rf"|(?P<its>.+?) (?:staff )?(?:reporter|correspondent|writer) {NAME})"
)


def _written_for(line: Span, text: str) -> list[Fact] | None:
    """`Ana Ruiz (Riverton Gazette)`, `Riverton Gazette reporter Ana Ruiz`."""
    match = _WRITTEN_FOR.fullmatch(line.text) if len(line.text) < 90 else None
    if match is None:
        return None
    outlet = named_beside(match["bracketed"] or match["whose"] or match["its"], text)
    return None if outlet is None else [Fact("publisher", outlet.name, line)]


def _is_above_title(text: str, line: Span, following: tuple[Span | None, Span | None]) -> bool:
    """Whether a headline, with a date or a byline under it, stands below."""
    title, dated = following
    if title is None or len(title.text) <= len(line.text) or not _is_dated(dated):
        return False
    return is_headline(title.text, next_line="", apart=True, header_follows=True)


_PLACED = re.compile(r",? [-–—|/] |, ")


def _is_place_over_date(line: Span, following: tuple[Span | None, Span | None]) -> bool:
    return _is_dated(following[0]) and len(line.text) < 30 and bool(re.fullmatch(NAME, line.text))


def _is_dated(line: Span | None) -> bool:
    """Whether it is a date or a byline: what stands over it may be a masthead."""
    facts = read_line(line) if line is not None else None
    return facts is not None and any(fact.what in ("published", "author") for fact in facts)


def _is_apart(text: str, line: Span, below: Span) -> bool:
    """Whether an empty line stands between the two."""
    return len(_LINE_BREAK.findall(text, line.end, below.start)) > 1


def _is_bare_byline(line: Span, following: Span) -> bool:
    """`Ana Ruiz` over a line that is her job: `Special to the Gazette`."""
    return (
        len(line.text) <= 80
        and re.fullmatch(NAME, line.text) is not None
        and JOB.fullmatch(following.text) is not None
    )


def _of_suffix(text: str, suffix: str, name: str) -> str:
    """What an outlet after the headline is: `Firm weighs sale - Reuters` may give its source."""
    bar = "|" in suffix
    at = text.find(name, text.find("\n"), _LEAD) if "\n" in text else -1
    reports = at >= 0 and speaks_of_outlet(text, at, at + len(name))
    return "credit" if reports and not bar else "publisher"


_LEAD = 2_000


def _title(text: str, line: Span, below: Span) -> list[Fact] | None:
    """The headline, without the outlet that a web page's title ends with; None if it is none."""
    header_follows = read_line(below) is not None or any(opening(text, below))
    apart = _is_apart(text, line, below)
    if not is_headline(line.text, next_line=below.text, apart=apart, header_follows=header_follows):
        return None
    facts = []
    words = line.text
    suffix = _SITE_SUFFIX.search(words)
    outlet = whole_outlet(suffix[1]) if suffix else None
    if suffix is not None and outlet is None:
        outlet = named_beside(suffix[1], text) if "|" in suffix[0] else spoken_of(suffix[1], text)
    if suffix is not None and outlet is not None:
        words = words[: suffix.start()]
        end = line.start + len(words)
        facts = [
            Fact(_of_suffix(text, suffix[0], outlet.name), outlet.name, line),
            Fact("line", suffix[0], Span.of(text, end, line.end)),
        ]
    words = words.rstrip("; ")
    if not words:
        return None
    span = Span.of(text, line.start, line.start + len(words))
    return [Fact("title", words, span), *facts]
