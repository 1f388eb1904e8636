"""Hits, articles and counts as lists, and the links from one part of a list to the next."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from urllib.parse import quote, urlencode

from attrs import asdict, evolve

from attrib.desk import lookup
from attrib.desk.query import Query
from attrib.desk.search import CLOSING, OPENING, Found, Hit
from attrib.display.markup import escaped
from attrib.lazily import re

_MARKS = {OPENING: "<mark>", CLOSING: "</mark>"}
_PARTS = re.compile(f"([{OPENING}{CLOSING}])")


def hit_list(hits: Iterable[Hit], *, named: bool = True) -> str:
    """Hits as a list."""
    return f'<ol class="hits">{"".join(_hit(hit, named) for hit in hits)}</ol>'


def _hit(hit: Hit, named: bool) -> str:
    who = "No source named"
    if hit.speaker:
        who = f"<bdi>{escaped(hit.speaker)}</bdi>"
        if hit.speaker_id:
            who = f'<a href="/speakers/{hit.speaker_id}">{who}</a>'
    title = f" <small>{escaped(hit.title)}</small>" if hit.title else ""
    heading = f"<h3>{who}{title} <small>{hit.kind}</small></h3>" if named else ""
    words = "".join(_MARKS.get(part) or escaped(part) for part in _PARTS.split(hit.marked))
    chain = " → ".join(
        outlet_link(name) if role != "speaker" else f"<bdi>{escaped(name)}</bdi>"
        for role, name in hit.chain
    )
    place = f"/articles/{hit.article_id}#a1-{hit.place}"
    day = f"{escaped(hit.published)} · " if hit.published and named else ""
    link = (
        f'<a href="{place}"><bdi>{escaped(hit.article or "An article without a title")}</bdi></a>'
    )
    return (
        f'<li class="hit">{heading}<p class="words"><bdi>{words}</bdi></p>'
        f'<p class="where">{day}{link}</p>'
        + (f'<p class="where">{chain}</p>' if chain else "")
        + "</li>"
    )


def articles(found: Iterable[lookup.ArticleFound]) -> str:
    """Articles, each with its publisher and day."""
    rows = "".join(
        f'<li><span><a href="/articles/{row.id}"><bdi>{escaped(row.title)}</bdi></a> '
        f"<small>{escaped(joined(row.publisher, row.published))}</small></span></li>"
        for row in found
    )
    return f'<ul class="plain">{rows}</ul>'


def tally(counted: lookup.Counted, *, links: bool) -> str:
    """Names and how many records each has."""
    if not counted.rows:
        return '<p class="hint">Nobody that the articles name.</p>'
    rows = "".join(
        f"<li>{outlet_link(name) if links and name != '?' else escaped(name)} "
        f'<span class="count">{number:,}</span></li>'
        for name, number in counted.rows
    )
    told = ""
    if counted.of >= lookup.COUNTED:
        told = f'<p class="hint">Counted over the latest {counted.of:,}.</p>'
    return f'<ul class="plain">{rows}</ul>{told}'


def outlet_link(name: str) -> str:
    """An outlet's name, which leads to its page."""
    return f'<a href="/outlets/{escape(quote(name, safe=""))}"><bdi>{escaped(name)}</bdi></a>'


def pager(place: str, query: Query, found: Found) -> str:
    """The way to the hits before and after these."""
    links = []
    if query.offset:
        before = evolve(query, offset=max(query.offset - query.limit, 0))
        links.append(f'<a rel="prev" href="{place}?{escape(address_of(before))}">Previous</a>')
    if query.offset + query.limit < found.total:
        after = evolve(query, offset=query.offset + query.limit)
        links.append(f'<a rel="next" href="{place}?{escape(address_of(after))}">Next</a>')
    return f'<nav class="pages" aria-label="Pages">{"".join(links)}</nav>' if links else ""


def turn(place: str, given: dict[str, str], offset: int, step: int, more: bool) -> str:
    """The way to the parts of a list before and after this one."""
    links = []
    if offset:
        before = urlencode({**given, "offset": max(offset - step, 0)})
        links.append(f'<a rel="prev" href="{place}?{escape(before)}">Previous</a>')
    if more:
        after = urlencode({**given, "offset": offset + step})
        links.append(f'<a rel="next" href="{place}?{escape(after)}">Next</a>')
    return f'<nav class="pages" aria-label="Pages">{"".join(links)}</nav>' if links else ""


def address_of(query: Query) -> str:
    """The query as the end of an address."""
    names = {"words": "q", "in_articles": "articles", "cue_class": "class"}
    given = {
        names.get(name, name): "1" if value is True else str(value)
        for name, value in asdict(query).items()
        if value and name not in ("limit",)
    }
    return urlencode(given)


def joined(*facts: str | None) -> str:
    """Facts in a line, those that there are."""
    return " · ".join(filter(None, facts))


def number(count: int, noun: str, shown: str = "") -> str:
    """A number and what it counts."""
    return f"{shown or f'{count:,}'} {noun}" + ("" if count == 1 else "s")
