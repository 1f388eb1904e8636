"""The lines of an article, and what one says that is no prose: a date, a byline, `Source: …`.

A line counts only when the whole of it can be read so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrib.article.datelines import LONGEST_LINE, Fact
from attrib.article.mastheads import Named, named_beside, of_desk, whole_outlet
from attrib.knowledge import names
from attrib.knowledge.dates import MONTHS, WEEKDAYS
from attrib.knowledge.datestamps import iso_date, stamp
from attrib.lazily import re
from attrib.model import Span
from attrib.outlets.runs import CAPITAL


def read_line(line: Span, text: str = "") -> list[Fact] | None:
    """What a line says that is no prose; None for any other line.

    `text` is the article, which may name elsewhere what the line only puts beside a date.
    """
    if line.end - line.start > LONGEST_LINE:
        return None
    if _BOILERPLATE.fullmatch(line.text):
        return []
    keyed = _KEY.fullmatch(line.text) if ":" in line.text else None
    if keyed is not None:
        facts_of_key = _read_key(line, keyed, text)
        if facts_of_key is not None or "|" not in line.text:
            return facts_of_key
    desk = of_desk(_BY.sub("", line.text), text)
    if desk is not None:
        return [Fact(_role(desk), desk.name, line)]
    byline = _BYLINE.fullmatch(line.text)
    if byline is not None:
        facts_of_byline = _read_byline(line, byline, text)
        if facts_of_byline is not None or "|" not in line.text:
            return facts_of_byline
    published_by = _PUBLISHED_BY.fullmatch(line.text)
    if published_by is not None:
        outlet = named_beside(published_by["name"], text)
        day = stamp(published_by["day"]) if published_by["day"] else None
        if outlet is not None and (day is not None or not published_by["day"]):
            dated = [Fact("published", day.day, line)] if day is not None and day.day else []
            return [Fact("source", outlet.name, line), *dated]
    if len(line.text) > _LONGEST_STAMP:
        return None
    facts: list[Fact] = []
    parts = _parts(line.text)
    if len(parts) > 1 and all(map(_SECTION.fullmatch, parts)):
        return []
    beside_date = len(parts) > 1 and any(
        (_DIGIT.search(part) and stamp(part.strip())) or _CODED.match(part) for part in parts
    )
    for part in parts:
        bare = part.strip(" ,.()")
        if beside_date and bare != part.strip() and part.strip().endswith(")"):
            bare = part.strip()
        labelled = _KEY.fullmatch(bare) if ":" in bare and len(parts) > 1 else None
        if labelled is not None and (told := _read_key(line, labelled, text)) is not None:
            facts += told
            continue
        read = _read_part(line, bare, text, beside_date=beside_date)
        if read is None:
            if bare == line.text:
                return None
            if (beside_date and _TITLED.fullmatch(bare)) or _EDITOR.fullmatch(bare):
                continue  # `19/09/2024 08:30 | Society`
            if facts and facts[0].what == "story_code" and len(bare) < 30:
                continue  # `News code: 77 | 22 Bahman | …`
            # `20 Sep 2022 - 9:43`: the separator stands within the date.
            whole = _read_part(line, line.text)
            return [whole] if whole is not None else None
        facts.append(read)
    return facts


def _parts(line: str) -> list[str]:
    """What separators part; commas as well where one of the parts is a date."""
    parts = _SEPARATOR.split(line) if _SEPARATES.search(line) is not None else [line]
    if len(parts) > 1 or ", " not in line or _DIGIT.search(line) is None or stamp(line):
        return parts
    pieces = line.split(", ")
    for size in range(min(4, len(pieces) - 1), 0, -1):
        for first in range(len(pieces) - size + 1):
            day = ", ".join(pieces[first : first + size])
            if _DIGIT.search(day) and stamp(day):
                return [*pieces[:first], day, *pieces[first + size :]]
    return parts


def is_bare_outlet(facts: Sequence[Fact]) -> bool:
    """Whether the line has nothing but an outlet's name: a masthead, or an item of a list."""
    return len(facts) == 1 and facts[0].what in ("publisher", "wire") and facts[0].bare


# `Riverton Gazette | Tuesday, September 20, 2022 at 9:43 a.m. | By Ana Ruiz | 4 min read`
_LONGEST_STAMP = 160
NAME = (
    rf"[{CAPITAL}][\w.'’-]*"
    rf"(?:[ \xa0]+(?:(?:{names.PARTICLE}|y)[ ]){{0,2}}(?:{names.ARTICLE})?"
    rf"[{CAPITAL}][\w.'’-]*){{0,4}}"
)


# Lines with a key.

_KEYS = {
    "title": "headline|title",
    "subtitle": "subtitle|subheadline|sub-headline|standfirst",
    "published": "date|published|published on|publication date|posted|posted on",
    "publisher": "publisher|publication|outlet|published by",
    "author": "by|author|authors|byline|reporter",
    "url": "url|link|news link",
    "story_code": "story code|news code|story id|news id|code",
    "source": "source",
}
_FIELDS = {key: what for what, keys in _KEYS.items() for key in keys.split("|")}
_KEY = re.compile(rf"(?P<key>{'|'.join(_KEYS.values())})\s*:\s*(?P<value>.*)", re.IGNORECASE)
_BOILERPLATE = re.compile(
    r"(?:qr code)+|(?:abstract|full text|correction appended|all rights reserved)\.?|advertisement"
    r"|share(?: this)?|print|listen|save|menu|skip to (?:main )?content|read more|follow us.{0,40}"
    r"|\d{1,2} min(?:ute)?s? read|_{3,}\.?|-{3,}|\*{3,}|photo:.{0,120}"
    r"|breaking|exclusive|opinion|analysis|news|world|home"
    r"|(?:for immediate|press|news|media) release:?|embargoed until.{0,60}",
    re.IGNORECASE,
)
# `Home | Politics | Print`: the way to the article on its site.
_SECTION = re.compile(
    r"home|news|top|world|international|national|local|regions?|politics|business|economy|markets"
    r"|sports?|culture|arts|opinion|comment|science|technology|tech|health|lifestyle|travel|weather"
    r"|video|photos?|archive|print|share|e?-?mail|save|listen",
    re.IGNORECASE,
)
_BYLINE = re.compile(
    rf"(?P<by>by|BY|By|(?:Written|Reported|Words|Story) [Bb]y):?\s+(?P<names>{NAME}"
    rf"(?:(?:,\s+|,?\s+(?:and|AND|&)\s+){NAME}){{0,5}})"
    r"(?:\s+in\s+[A-Z][\w .,'’-]{1,40})?"
    r"(?P<rest>(?:\s*[,|/•·–—-]\s*[^,|]{2,60}){0,3})\.?"
)
_BY = re.compile(r"\A(?:by|By|BY) ")
_PUBLISHED_BY = re.compile(
    rf"(?:(?:First|Originally)\s+)?[Pp]ublished\s+(?:by|in)\s+(?P<name>[{CAPITAL}][^,.\n]{{2,40}}?)"
    r"(?:(?:,|,? on) (?P<day>[^\n]{4,40}))?\.?"
)
# What follows a byline's names without being a name: a job, a desk, the place written from.
JOB = re.compile(
    r"(?:[\w'’-]+ ){0,4}(?:writer|reporter|correspondent|editor|staff|columnist|contributor|bureau"
    r"|desk|team|chief|analyst|critic)s?(?: (?:in|at|for) .{2,30})?|special (?:to|for) .{2,40}"
    r"|for .{2,40}|twitter.{0,30}|@\w{2,30}",
    re.IGNORECASE,
)
_SEPARATES = re.compile("[|•·–—-]")
_SEPARATOR = re.compile(r"\s*[|•·]\s*|\s+[–—-]{1,2}\s+")
_DIGIT = re.compile(r"\d")
_EDITOR = re.compile(
    r"(?:(?:Editors?|Author|Photos?|Text|Words)(?::| [Bb]y:?)|Edited [Bb]y:?) .{2,60}"
    r"|(?:(?:Published in|Posted in|Filed under):?|(?:Category|Topics?|Section|Tags):) .{2,80}"
)
_CODED = re.compile(r"(?:News|Story) (?:[Cc]ode|ID|[Ii]d): ")
_TIME = re.compile(
    r"(?:(?:Updated|Published|Posted):? )?\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?(?:\s+[A-Z]{2,4})?"
    r"|\d+ min read"
    r"|(?:Updated|Published|Posted):? \d+ \w+ ago"
)
_BETWEEN_NAMES = re.compile(r",\s+(?:(?:and|AND)\s+)?|\s+(?:and|AND|&)\s+")


# What stands beside a date and is neither outlet nor author: a section, a place.
_TITLED = re.compile(rf"[{CAPITAL}][\w’'&-]*(?:,? (?:and|&|of|the|[{CAPITAL}][\w’'&-]*)){{0,4}}")


def _read_part(line: Span, part: str, text: str = "", *, beside_date: bool = False) -> Fact | None:
    """What one part of a line of the form `Gazette | 3 May 2021 | By Ana Ruiz` says."""
    if _DIGIT.search(part):
        dated = stamp(part)
        if dated is not None:
            what = "updated" if dated.changed else "published"
            return Fact(what if dated.day else "undated", dated.day or "", line)
        if _TIME.fullmatch(part):
            return Fact("time", part, line)
    byline = _BYLINE.fullmatch(part)
    if byline is not None:
        authors = _persons(byline["names"], text)
        return Fact("author", authors, line) if authors else None
    outlet = named_beside(part, text) if beside_date else whole_outlet(part)
    if outlet is None:
        return None
    return Fact(_role(outlet), outlet.name, line, bare=True)


def _role(outlet: Named) -> str:
    """What an outlet is to the article whose header names it."""
    return "wire" if outlet.kind == "agency" else "publisher"


def _read_key(line: Span, keyed: re.Match[str], text: str) -> list[Fact] | None:
    value = keyed["value"].strip()
    what = _FIELDS.get(keyed["key"].lower())
    if what is None:  # `ſource`, which the pattern takes for `source` as it ignores case
        return None
    if not value:
        return []
    if what in ("title", "subtitle"):
        start = line.start + keyed.start("value")
        key = keyed[0][: keyed.start("value")]
        return [
            Fact(what, value, Span(start, start + len(value), value)),
            Fact("line", key, Span(line.start, start, key)),
        ]
    if what == "published":
        day = iso_date(value)
        return [Fact(what, day, line)] if day else None
    if what == "author":
        byline = _BYLINE.fullmatch(value if value[:3].lower() == "by " else f"By {value}")
        return _read_byline(line, byline, text) if byline else None
    if what in ("publisher", "source"):
        name, *others = _SEPARATOR.split(value)
        outlet = named_beside(name, text)
        if outlet is not None:
            read = [_read_part(line, other.strip(), text) for other in others]
            return [Fact(what, outlet.name, line), *(fact for fact in read if fact is not None)]
        return [Fact(what, value, line)] if what == "publisher" and len(value) < 80 else None
    if what == "url":
        return [Fact(what, value, line)] if re.fullmatch(r"https?://\S+", value) else None
    return [Fact(what, value, line)] if re.fullmatch(r"[\w.-]{1,40}", value) else None


def read_byline(line: Span, text: str) -> list[Fact] | None:
    """What `Ana Ruiz, The Lamp` says over or under a date; None where no outlet stands there."""
    byline = _BYLINE.fullmatch(f"By {line.text}")
    facts = _read_byline(line, byline, text) if byline is not None else None
    return facts if facts and any(fact.what in ("publisher", "wire") for fact in facts) else None


def _read_byline(line: Span, byline: re.Match[str], text: str) -> list[Fact] | None:
    authors = _persons(byline["names"], text)
    facts = [Fact("author", authors, line)] if authors else []
    rest = [part.strip() for part in re.split(r"[,|/•·–—]|\s-\s", byline["rest"]) if part.strip()]
    rest += _BETWEEN_NAMES.split(byline["names"])
    for part in rest:
        outlet = named_beside(part, text) if not authors or part not in authors else None
        if outlet is not None:
            facts.append(Fact(_role(outlet), outlet.name, line))
        elif not (authors and part.rstrip(".") in authors) and not (
            JOB.fullmatch(part) or _EDITOR.fullmatch(part)
        ):
            day = _read_part(line, part, text)
            if day is None:
                return None
            facts.append(day)
    return facts or None


def _persons(names: str, text: str) -> str:
    """The names of people that open a byline: `Ana Ruiz and Jo Marsh` of `…, Reuters`."""
    end = 0
    start = 0
    for separator in [*_BETWEEN_NAMES.finditer(names), None]:
        name = names[start : separator.start() if separator else len(names)]
        if (
            (start and named_beside(name, text))
            or whole_outlet(name)
            or JOB.fullmatch(name)
            or name in _DAYS
        ):
            break
        end = start + len(name)
        start = separator.end() if separator else end
    return names[:end] if names[:end].endswith(("Jr.", "Sr.")) else names[:end].rstrip(".")


_DAYS = frozenset(name.title() for name in (*MONTHS, *WEEKDAYS))


_INK = re.compile(r"\S")


def first_lines(text: str, limit: int) -> Iterator[Span]:
    """The first lines with something in them, without the space around it."""
    text = _with_line_feeds(text)
    stop = 0
    for _ in range(limit):
        ink = _INK.search(text, stop)
        if ink is None:
            return
        start = ink.start()
        stop = text.find("\n", start)
        stop = stop if stop >= 0 else len(text)
        words = text[start:stop].rstrip()
        yield Span(start, start + len(words), words)


def last_lines(text: str, after: int, limit: int) -> list[Span]:
    """The last lines with something in them that begin after `after`, in order."""
    text = _with_line_feeds(text)
    lines: list[Span] = []
    stop = len(text)
    for _ in range(limit * 3):
        start = max(text.rfind("\n", after, stop) + 1, after)
        words = text[start:stop].lstrip()
        at = stop - len(words)
        words = words.rstrip()
        if words:
            lines.append(Span(at, at + len(words), words))
        stop = start - 1
        if stop <= after or len(lines) == limit:
            break
    return lines[::-1]


def _with_line_feeds(text: str) -> str:
    """The text, offset for offset, with no other end of line in it."""
    return text.replace("\r", "\n") if "\r" in text else text
