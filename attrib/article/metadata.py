"""What an article says of itself: title, date, publisher, byline, dateline, credits.

All of it is read where it stands and nothing is guessed: a line counts as a date, a byline or a
credit only when the whole of it can be read so. What the caller says wins over what the text says.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from attrs import frozen

from attrib.article.datelines import LONGEST_LINE, Fact, closing, credit_line, opening, whole_outlet
from attrib.article.headlines import is_headline, is_subtitle
from attrib.errors import UsageError
from attrib.knowledge.dates import MONTHS, WEEKDAYS
from attrib.knowledge.datestamps import iso_date, stamp
from attrib.model import Document, Span
from attrib.outlets import outlets
from attrib.outlets.forms import CAPITAL


@frozen(kw_only=True)
class Header:
    """What stands around the prose of an article, and what it says."""

    title: Span | None = None
    subtitle: Span | None = None
    published: str | None = None
    publisher: str | None = None
    author: str | None = None
    dateline: Span | None = None
    url: str | None = None
    story_code: str | None = None
    credits: tuple[str, ...] = ()
    wire: str | None = None
    """The agency whose report the whole text is, by its dateline, byline or closing credit."""
    furniture: tuple[Span, ...] = ()
    """Lines and parts of lines that are no prose: `Story Code: 77`, `KYIV (Reuters) -`."""


def read(
    text: str,
    *,
    publisher: str | None = None,
    published: str | None = None,
    url: str | None = None,
    title: str | None = None,
    author: str | None = None,
    path: str | None = None,
    id: str | None = None,  # noqa: A002 - the name the caller knows it by
) -> Document:
    """The document of `text`, with what it says of itself; the caller's values win.

    `published` may be any common form of a date; UsageError where it is none.

    >>> document = read("Dam holds\\n\\n20 Sep 2022 - 9:43\\n\\nKYIV (Reuters) - The dam holds.")
    >>> document.title, document.published, document.dateline, document.credits
    ('Dam holds', '2022-09-20', 'KYIV', ('Reuters',))
    """
    header = scan(text)
    named = outlets.lookup(publisher) if publisher else None
    return Document(
        text=text,
        id=id if id is not None else _digest(text),
        path=path,
        url=url or header.url,
        title=title or (" ".join(header.title.text.split()) if header.title else None),
        subtitle=" ".join(header.subtitle.text.split()) if header.subtitle else None,
        publisher=(named.name if named else publisher) if publisher else header.publisher,
        published=_asked_date(published) if published else header.published,
        author=author or header.author,
        dateline=header.dateline.text if header.dateline else None,
        credits=header.credits,
        story_code=header.story_code,
    )


def body(text: str) -> tuple[int, int]:
    """Offsets at which the prose begins and ends, the header's and the closing lines left out.

    >>> text = "Dam holds\\n\\nBy Ana Ruiz\\n\\nThe dam holds.\\n\\nStory Code: 77"
    >>> start, end = body(text)
    >>> text[start:end]
    'The dam holds.'
    """
    header = scan(text)
    start, end = 0, len(text)
    around = sorted(
        span for span in (*header.furniture, header.title, header.subtitle) if span is not None
    )
    for span in around:
        if not text[start : span.start].strip():
            start = span.end
    for span in reversed(around):
        if span.start >= start and not text[span.end : end].strip():
            end = span.start
    inside = text[start:end]
    left = len(inside) - len(inside.lstrip())
    return (start + left, start + len(inside.rstrip())) if inside.strip() else (start, start)


@lru_cache(maxsize=1)  # several stages ask about the same article
def scan(text: str) -> Header:
    """Read the first and the last lines of `text`.

    >>> scan("Rain\\n\\nBy Ana Ruiz, Reuters\\n\\nIt rained.").author
    'Ana Ruiz'
    """
    facts = [*_head(text)]
    facts += _tail(text, max((fact.span.end for fact in facts), default=0))
    first: dict[str, Fact] = {}
    for fact in facts:
        first.setdefault(fact.what, fact)

    def value(what: str) -> str | None:
        return first[what].value if what in first else None

    def span(what: str) -> Span | None:
        return first[what].span if what in first else None

    credited = [fact.value for fact in facts if fact.what in ("wire", "credit")]
    return Header(
        title=span("title"),
        subtitle=span("subtitle"),
        published=value("published") or value("updated"),
        publisher=value("publisher") or value("source"),
        author=value("author") or value("reporter"),
        dateline=span("dateline"),
        url=value("url"),
        story_code=value("story_code"),
        credits=tuple(dict.fromkeys(credited)),
        wire=value("wire"),
        furniture=tuple(
            sorted({fact.span for fact in facts if fact.what == "line"}, key=lambda at: at.start)
        ),
    )


_HEAD_LINES = 40
_TAIL_LINES = 14
_PROSE_LINES = 8
# `Riverton Gazette | Tuesday, September 20, 2022 at 9:43 a.m. | By Ana Ruiz | 4 min read`
_LONGEST_STAMP = 160
_INK = re.compile(r"\S")
_LINE_BREAK = re.compile(r"\r\n?|\n")
_PARTICLE = "al|bin|da|de|den|der|di|dos|du|el|ibn|la|le|van|von|y"
_NAME = (
    rf"[{CAPITAL}][\w.'’-]*"
    rf"(?:[ \xa0]+(?:(?:{_PARTICLE})[ ])?[{CAPITAL}][\w.'’-]*){{0,4}}"
)


def _asked_date(words: str) -> str:
    day = iso_date(words)
    if day is None:
        raise UsageError(f"not a date, or not just one: {words!r}; write it as 2022-09-20")
    return day


# Lines with a key.

_KEYS = {
    "title": "headline|title",
    "subtitle": "subtitle|subheadline|sub-headline|standfirst",
    "published": "date|published|published on|publication date|posted|posted on",
    "publisher": "publisher|publication|outlet",
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
    rf"(?P<by>by|BY|By|Written by|Reported by|Words by|Story by)\s+(?P<names>{_NAME}"
    rf"(?:(?:,\s+|,?\s+(?:and|AND|&)\s+){_NAME}){{0,5}})"
    r"(?:\s+in\s+[A-Z][\w .,'’-]{1,40})?"
    r"(?P<rest>(?:\s*[,|/•·–—-]\s*[^,|]{2,60}){0,3})\.?"
)
# What follows a byline's names without being a name: a job, a desk, the place written from.
_JOB = re.compile(
    r"(?:[\w'’-]+ ){0,4}(?:writer|reporter|correspondent|editor|staff|columnist|contributor|bureau"
    r"|desk|team|chief|analyst|critic)s?(?: (?:in|at|for) .{2,30})?|special (?:to|for) .{2,40}"
    r"|for .{2,40}|twitter.{0,30}|@\w{2,30}",
    re.IGNORECASE,
)
_SITE_SUFFIX = re.compile(r"\s+[|–—-]\s+([^|–—]{2,60})$")
_SEPARATES = re.compile("[|•·–—-]")
_SEPARATOR = re.compile(r"\s*[|•·]\s*|\s+[–—-]{1,2}\s+")
_DIGIT = re.compile(r"\d")
_TIME = re.compile(r"\d{1,2}[:.]\d{2}(?:\s*[ap]\.?m\.?)?(?:\s+[A-Z]{2,4})?|\d+ min read")
_BETWEEN_NAMES = re.compile(r",\s+(?:(?:and|AND)\s+)?|\s+(?:and|AND|&)\s+")


def _head(text: str) -> Iterator[Fact]:
    """What the lines before and around the first paragraphs say."""
    lines = _lines(text, _HEAD_LINES)
    known: set[str] = set()
    prose = 0
    above, line = None, next(lines, None)
    while line is not None:
        below = next(lines, None)
        facts = _header_line(line, below, known, in_prose=prose > 0)
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
        above, line = line, below


def _header_line(
    line: Span, below: Span | None, known: set[str], *, in_prose: bool
) -> list[Fact] | None:
    """What a line of the header says, the line itself among it; None for any other line."""
    facts = _read_line(line)
    if facts and in_prose and (_is_bare_outlet(facts) or facts[0].what == "source"):
        return None
    if facts is None and "title" in known and below is not None and _is_bare_byline(line, below):
        facts = [Fact("author", line.text, line)]
    if facts is None and "author" in known and not in_prose and _JOB.fullmatch(line.text):
        facts = []
    if facts is None or any(fact.what in ("title", "subtitle") for fact in facts):
        return facts
    return [*facts, Fact("line", line.text, line)]


def _is_apart(text: str, line: Span, below: Span) -> bool:
    """Whether an empty line stands between the two."""
    return len(_LINE_BREAK.findall(text, line.end, below.start)) > 1


def _is_bare_outlet(facts: Sequence[Fact]) -> bool:
    """Whether the line has nothing but an outlet's name: a masthead, or an item of a list."""
    return len(facts) == 1 and facts[0].what in ("publisher", "wire") and facts[0].bare


def _is_bare_byline(line: Span, following: Span) -> bool:
    """`Ana Ruiz` over a line that is her job: `Special to the Gazette`."""
    return (
        len(line.text) <= 80
        and re.fullmatch(_NAME, line.text) is not None
        and _JOB.fullmatch(following.text) is not None
    )


def _tail(text: str, after: int) -> Iterator[Fact]:
    """What the last lines say, none of them before `after`."""
    for line in _last_lines(text, after, _TAIL_LINES):
        facts = _read_line(line)
        if facts is not None and _is_bare_outlet(facts) and facts[0].what == "publisher":
            facts = None
        if facts is None:
            facts = credit_line(line)
        if facts is not None:
            # A masthead or a `Source:` down here says whose material it is, not who publishes.
            for fact in facts:
                what = "credit" if fact.what in ("publisher", "source") else fact.what
                if what not in ("title", "subtitle"):
                    yield fact._replace(what=what)
            yield Fact("line", line.text, line)
            continue
        yield from closing(text, line)


def _read_line(line: Span) -> list[Fact] | None:
    """What a line says that is no prose; None for any other line."""
    if line.end - line.start > LONGEST_LINE:
        return None
    if _BOILERPLATE.fullmatch(line.text):
        return []
    keyed = _KEY.fullmatch(line.text) if ":" in line.text else None
    if keyed is not None:
        return _read_key(line, keyed)
    byline = _BYLINE.fullmatch(line.text)
    if byline is not None:
        return _read_byline(line, byline)
    if len(line.text) > _LONGEST_STAMP:
        return None
    facts: list[Fact] = []
    separated = _SEPARATES.search(line.text) is not None
    parts = _SEPARATOR.split(line.text) if separated else [line.text]
    if len(parts) > 1 and all(map(_SECTION.fullmatch, parts)):
        return []
    for part in parts:
        bare = part.strip(" ,.()")
        read = _read_part(line, bare)
        if read is None:
            if bare == line.text:
                return None
            # `20 Sep 2022 - 9:43`: the separator stands within the date.
            whole = _read_part(line, line.text)
            return [whole] if whole is not None else None
        facts.append(read)
    return facts


def _read_part(line: Span, part: str) -> Fact | None:
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
        authors = _persons(byline["names"])
        return Fact("author", authors, line) if authors else None
    outlet = whole_outlet(part)
    if outlet is None:
        return None
    what = "wire" if outlet.kind == "agency" else "publisher"
    return Fact(what, outlet.name, line, bare=True)


def _read_key(line: Span, keyed: re.Match[str]) -> list[Fact] | None:
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
        return _read_byline(line, byline) if byline else None
    if what in ("publisher", "source"):
        outlet = whole_outlet(value)
        if outlet is not None:
            return [Fact(what, outlet.name, line)]
        return [Fact(what, value, line)] if what == "publisher" and len(value) < 80 else None
    if what == "url":
        return [Fact(what, value, line)] if re.fullmatch(r"https?://\S+", value) else None
    return [Fact(what, value, line)] if re.fullmatch(r"[\w.-]{1,40}", value) else None


def _read_byline(line: Span, byline: re.Match[str]) -> list[Fact] | None:
    authors = _persons(byline["names"])
    if not authors:
        return None
    facts = [Fact("author", authors, line)]
    rest = [part.strip() for part in re.split(r"[,|/•·–—]|\s-\s", byline["rest"]) if part.strip()]
    rest += _BETWEEN_NAMES.split(byline["names"])
    for part in rest:
        outlet = whole_outlet(part)
        if outlet is not None:
            what = "wire" if outlet.kind == "agency" else "publisher"
            facts.append(Fact(what, outlet.name, line))
        elif part.rstrip(".") not in authors and not _JOB.fullmatch(part):
            day = _read_part(line, part)
            if day is None:
                return None
            facts.append(day)
    return facts


def _persons(names: str) -> str:
    """The names of people that open a byline: `Ana Ruiz and Jo Marsh` of `…, Reuters`."""
    end = 0
    start = 0
    for separator in [*_BETWEEN_NAMES.finditer(names), None]:
        name = names[start : separator.start() if separator else len(names)]
        if whole_outlet(name) or _JOB.fullmatch(name) or name in _DAYS:
            break
        end = start + len(name)
        start = separator.end() if separator else end
    return names[:end] if names[:end].endswith(("Jr.", "Sr.")) else names[:end].rstrip(".")


_DAYS = frozenset(name.title() for name in (*MONTHS, *WEEKDAYS))


def _title(text: str, line: Span, below: Span) -> list[Fact] | None:
    """The headline, without the outlet that a web page's title ends with; None if it is none."""
    header_follows = _read_line(below) is not None or any(opening(text, below))
    apart = _is_apart(text, line, below)
    if not is_headline(line.text, next_line=below.text, apart=apart, header_follows=header_follows):
        return None
    facts = []
    words = line.text
    suffix = _SITE_SUFFIX.search(words)
    outlet = whole_outlet(suffix[1]) if suffix else None
    if suffix is not None and outlet is not None:
        words = words[: suffix.start()]
        end = line.start + len(words)
        facts = [
            Fact("publisher", outlet.name, line),
            Fact("line", suffix[0], Span.of(text, end, line.end)),
        ]
    words = words.rstrip("; ")
    if not words:
        return None
    span = Span.of(text, line.start, line.start + len(words))
    return [Fact("title", words, span), *facts]


def _lines(text: str, limit: int) -> Iterator[Span]:
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


def _last_lines(text: str, after: int, limit: int) -> list[Span]:
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


def _digest(text: str) -> str:
    """An id that is the same for the same text anywhere."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
