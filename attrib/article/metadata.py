"""What an article says of itself: title, date, publisher, byline, dateline, credits.

All of it is read where it stands and nothing is guessed: a line counts as a date, a byline or a
credit only when the whole of it can be read so. What the caller says wins over what the text says.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence

from attrs import frozen

from attrib.article import head, tail
from attrib.article.datelines import Fact
from attrib.errors import UsageError
from attrib.knowledge.datestamps import iso_date
from attrib.lazily import re
from attrib.model import By, Document, Span
from attrib.outlets import memory
from attrib.outlets.runs import CAPITAL


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
    publisher_span: Span | None = None
    """The words that say who publishes."""
    publisher_by: By | None = None
    credits: tuple[str, ...] = ()
    wire: str | None = None
    """The agency whose report the whole text is, by its dateline, byline or closing credit."""
    wire_span: Span | None = None
    wire_by: By | None = None
    furniture: tuple[Span, ...] = ()
    """Lines and parts of lines that are no prose: `Story Code: 77`, `KYIV (Reuters) -`."""


def scan(text: str) -> Header:
    """Read the first and the last lines of `text`.

    >>> scan("Rain\\n\\nBy Ana Ruiz, Reuters\\n\\nIt rained.").author
    'Ana Ruiz'
    """
    facts = [*head.read(text)]
    facts += tail.read(text, max((fact.span.end for fact in facts), default=0))
    first: dict[str, Fact] = {}
    for fact in facts:
        first.setdefault(fact.what, fact)

    def value(what: str) -> str | None:
        return first[what].value if what in first else None

    def span(what: str) -> Span | None:
        return first[what].span if what in first else None

    wire = first.get("wire")
    said = next((first[what] for what in _SAYS_WHO_PUBLISHES if what in first), None)
    wires = {
        fact.value for fact in facts if fact.what == "wire" and wire and fact.span == wire.span
    }
    if said is None and len(wires) == 1:
        said = wire  # nothing else says whose report it is
    if said is None and (initials := first.get("initials")) is not None:
        said = initials if _in_full(text, initials.value) else None
    credited = [fact.value for fact in facts if fact.what in _CREDITS]
    return Header(
        title=span("title"),
        subtitle=span("subtitle"),
        published=value("published") or value("updated"),
        publisher=_fully(text, said),
        publisher_span=_words(text, said),
        publisher_by=_by(said, facts),
        author=value("author") or value("reporter"),
        dateline=span("dateline"),
        url=value("url"),
        story_code=value("story_code"),
        credits=tuple(dict.fromkeys(credited)),
        wire=_fully(text, wire),
        wire_span=_words(text, wire),
        wire_by=_by(wire, facts),
        furniture=tuple(
            sorted({fact.span for fact in facts if fact.what == "line"}, key=lambda at: at.start)
        ),
    )


_SAYS_WHO_PUBLISHES = ("publisher", "source", "copyright", "named_source", "closing")
"""What says who publishes an article, the plainest first; else a dateline's agency does."""
_CREDITS = frozenset({"wire", "credit", "named_source", "closing", "copyright"})


def _fully(text: str, fact: Fact | None) -> str | None:
    """The outlet's name, in full where the text explains the initials: `Sahel News (SN)`."""
    if fact is None:
        return None
    return _in_full(text, fact.value) or fact.value


def _in_full(text: str, letters: str) -> str | None:
    if not (letters.isupper() and letters.isalpha() and len(letters) < 7):
        return None
    for match in re.finditer(rf" \({letters}\)", text):
        before = _CAPITALISED.search(text, max(0, match.start() - 60), match.start())
        while before is not None:
            name = text[before.start() : match.start()]
            if memory.stands_for(letters, name):
                return name
            before = _CAPITALISED.search(text, before.start() + 1, match.start())
    return None


_CAPITALISED = re.compile(rf"\b[{CAPITAL}][\w’'.-]*(?: (?:of|for|and|the|[{CAPITAL}][\w’'.-]*))*\Z")


def _words(text: str, fact: Fact | None) -> Span | None:
    """Where the name stands, if it stands there as it is called."""
    if fact is None:
        return None
    at = text.find(fact.value, fact.span.start, fact.span.end)
    return Span.of(text, at, at + len(fact.value)) if at >= 0 else fact.span


def _by(fact: Fact | None, facts: Sequence[Fact]) -> By | None:
    if fact is None:
        return None
    if fact.what in ("publisher", "source", "copyright", "named_source"):
        return "stated"
    dateline = any(
        other.what == "dateline"
        and other.span.start <= fact.span.end
        and fact.span.start <= other.span.end
        for other in facts
    )
    return "dateline" if dateline or fact.span.text.endswith((" ", ":")) else "credit"


def read(
    text: str,
    *,
    header: Header | None = None,
    publisher: str | None = None,
    published: str | None = None,
    url: str | None = None,
    title: str | None = None,
    subtitle: str | None = None,
    author: str | None = None,
    modified: str | None = None,
    credits: Iterable[str] = (),  # noqa: A002 - the field's word
    captions: Iterable[str] = (),
    path: str | None = None,
    id: str | None = None,  # noqa: A002 - the name the caller knows it by
) -> Document:
    """The document of `text`, with what it says of itself; the caller's values win.

    `header` is what `scan` reads in the text, for a caller who has that already. `published` may be
    any common form of a date; UsageError where it is none. `credits` are added to those of the
    text.

    >>> document = read("Dam holds\\n\\n20 Sep 2022 - 9:43\\n\\nKYIV (Reuters) - The dam holds.")
    >>> document.title, document.published, document.dateline, document.credits
    ('Dam holds', '2022-09-20', 'KYIV', ('Reuters',))
    """
    header = header or scan(text)
    return Document(
        text=text,
        id=id if id is not None else digest(text),
        path=path,
        url=url or header.url,
        title=title or (" ".join(header.title.text.split()) if header.title else None),
        subtitle=subtitle or (" ".join(header.subtitle.text.split()) if header.subtitle else None),
        publisher=publisher or header.publisher,
        published=_asked_date(published) if published else header.published,
        author=author or header.author,
        dateline=header.dateline.text if header.dateline else None,
        modified=modified,
        credits=tuple(dict.fromkeys((*header.credits, *credits))),
        story_code=header.story_code,
        captions=tuple(captions),
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


def _asked_date(words: str) -> str:
    day = iso_date(words)
    if day is None:
        raise UsageError(f"not a date, or not just one: {words!r}; write it as 2022-09-20")
    return day


def digest(text: str) -> str:
    """An id that is the same for the same text anywhere."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:12]
