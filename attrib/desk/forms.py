"""The forms of the desk: where a text is pasted, and where it is said what to look for."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape
from typing import get_args

from attrs import frozen

from attrib.desk.query import Query
from attrib.desk.readers import Pasted
from attrib.display.markup import escaped
from attrib.model import CueClass, Kind

_FIELDS = (
    ("publisher", "Publisher", "text", "Daily Post"),
    ("published", "Day of publication", "date", ""),
    ("title", "Headline", "text", ""),
    ("url", "Address", "url", "https://…"),
)


@frozen(kw_only=True)
class Site:
    """What holds for every page."""

    has_database: bool = False
    fetches: bool = False
    most: int = 2_000_000
    """Bytes that may be sent."""


def reading(site: Site, given: Pasted | None) -> str:
    """The form for a text, filled with what was given before."""
    facts = given.facts if given else {}
    fields = "".join(
        f'<div><label class="above" for="{name}">{label}</label><input type="{kind}" id="{name}" '
        f'name="{name}" value="{escaped(facts.get(name, ""))}" placeholder="{example}"></div>'
        for name, label, kind, example in _FIELDS
    )
    kind = "html" if given and given.is_html else "text"
    return (
        '<form method="post" action="/read"><label class="above" for="text">The article</label>'
        f'<p class="hint" id="how">Paste a news article in English here'
        f"{', or its address' if site.fetches else ''}. What you paste "
        "is read on this machine, shown to you, and kept nowhere.</p>"
        f'<textarea id="text" name="text" required data-most="{site.most}" aria-describedby="how" '
        f'spellcheck="false">\n{carried(given.text) if given else ""}</textarea>'
        f'<input type="hidden" name="kind" value="{kind}">'
        '<p class="hint" hidden><label for="file">Or drop a file here, or choose one:</label> '
        '<input type="file" id="file" accept=".txt,.html,.htm,text/plain,text/html"></p>'
        f"<details{' open' if facts else ''}><summary>What is known of it</summary>"
        f'<div class="known">{fields}</div></details>'
        '<div class="actions"><button class="main">Show who said what</button>'
        '<span role="status"></span></div></form>'
    )


def searching(query: Query) -> tuple[str, str]:
    """The form for a search, and beside it by what to narrow it."""
    checked = " checked" if query.in_articles else ""
    words = (
        '<form id="search" action="/search" role="search" class="actions asking">'
        '<label for="q">Words</label>'
        f'<input type="search" id="q" name="q" value="{escaped(query.words or "")}">'
        '<button class="main">Search</button></form>'
    )
    is_narrow = any((query.speaker, query.outlet, query.kind, query.cue_class, query.since))
    narrowing = (
        f'<details class="box narrow" open{" data-used" if is_narrow else ""}>'
        "<summary>Narrow the search</summary>"
        '<label class="check"><input type="checkbox" form="search" name="articles" value="1"'
        + f"{checked}> words anywhere in the article</label>"
        + _text("speaker", "Speaker, by any name", query.speaker)
        + _text("outlet", "Outlet that publishes or carried it", query.outlet)
        + _choice("kind", "Quoted or reported", query.kind, get_args(Kind))
        + _choice("class", "What was done", query.cue_class, get_args(CueClass))
        + _text("since", "Published from", query.since, "date")
        + _text("until", "to", query.until, "date")
        + '<div class="actions"><button class="main" form="search">Search</button>'
        '<a href="/search">Start anew</a></div></details>'
    )
    return words, narrowing


def _text(name: str, label: str, value: str | None, kind: str = "text") -> str:
    return (
        f'<label class="above" for="{name}">{label}</label><input type="{kind}" form="search" '
        f'id="{name}" name="{name}" value="{escaped(value or "")}">'
    )


def _choice(name: str, label: str, value: str | None, values: Iterable[str]) -> str:
    options = "".join(
        f"<option{' selected' if one == value else ''}>{one}</option>" for one in values
    )
    return (
        f'<label class="above" for="{name}">{label}</label><select form="search" '
        f'id="{name}" name="{name}"><option value="">any</option>{options}</select>'
    )


def carried(value: str) -> str:
    """A value that comes back as it was, in a form."""
    return escape(value)
