"""The desk's pages as HTML: what was found goes in, a page comes out, every word of it escaped.

They share `view.css` and `view.js` with `attrib view`, and ask for nothing from elsewhere.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import groupby
from string import Template
from urllib.parse import urlencode

from attrs import frozen

from attrib import formats
from attrib.analysis import Analysis
from attrib.desk import downloads, forms, lists, lookup
from attrib.desk.forms import Site
from attrib.desk.query import Query
from attrib.desk.readers import Pasted
from attrib.desk.search import RANKED, Found
from attrib.display.markup import escaped
from attrib.display.page import asset, digest, section

_SCRIPTED = '<script src="/static/view.js"></script>'
_PLACES = (("/search", "Search"), ("/speakers", "Speakers"), ("/outlets", "Outlets"))
PER_PAGE = 20
LISTED = 50


@frozen
class Page:
    """A page, and the digest of the only style that stands in it."""

    html: str
    style: str


def page(
    site: Site, title: str, body: str, *, at: str = "", style: str = "", scripted: bool = False
) -> Page:
    """A whole page; `at` is the address of the place it belongs to."""
    made = Template(asset("desk.html")).substitute(
        title=escaped(f"{title} – attrib"),
        style=style,
        navigation=_navigation(site, at),
        body=body,
        scripts=_SCRIPTED if scripted else "",
    )
    return Page(made, digest(style))


def home(
    site: Site,
    counts: dict[str, int] | None = None,
    heard: Sequence[lookup.SpeakerFound] = (),
    latest: Sequence[lookup.ArticleFound] = (),
    *,
    given: Pasted | None = None,
    wrong: str = "",
) -> Page:
    """The form for a text; with a database, what it holds. `wrong` is why `given` was not read."""
    told = f'<div class="notice wrong" role="alert"><p>{escaped(wrong)}</p></div>' if wrong else ""
    form = f"<h1>Who said what?</h1>{told}{forms.reading(site, given)}"
    if counts is None:
        aside = (
            '<aside class="box"><h2>A database</h2><p class="hint">To search what many articles '
            "say, index them and start the desk with the database:</p>"
            "<p><code>attrib index news/ -o quotes.db</code></p>"
            "<p><code>attrib serve quotes.db</code></p></aside>"
        )
    else:
        aside = f'<aside class="box">{_holdings(counts, heard, latest)}</aside>'
    return page(
        site,
        "Who said what",
        f'<div class="two"><div class="main">{form}</div>{aside}</div>',
        at="/",
    )


def read(site: Site, analysis: Analysis, pasted: Pasted) -> Page:
    """What was found in a text that was pasted."""
    shown, style = section(analysis)
    fields = {"text": pasted.text, "kind": "html" if pasted.is_html else "text", **pasted.facts}
    hidden = "".join(
        f'<textarea name="{escape(name)}" hidden>\n{forms.carried(value)}</textarea>'
        for name, value in fields.items()
    )
    buttons = "".join(
        f'<li><button name="format" value="{name}">{name}</button></li>'
        for name in downloads.names()
    )
    bar = (
        '<div class="actions"><a href="/">Read another article</a></div>'
        f"{_nothing(analysis)}"
        '<details class="download"><summary>Download the records</summary>'
        f'<form method="post" action="/download">{hidden}<ul class="downloads">{buttons}</ul>'
        "</form></details>"
    )
    title = analysis.document.title or "An article"
    return page(site, title, bar + shown, style=style, scripted=True)


def article(
    site: Site, number: int, analysis: Analysis, versions: Sequence[tuple[str, str]]
) -> Page:
    """An article of the database."""
    shown, style = section(analysis)
    links = "".join(
        f'<li><a href="/articles/{number}/download?format={name}" download>{name}</a></li>'
        for name in downloads.names()
        if analysis.document.text or not formats.named(name).needs_text
    )
    earlier = "".join(
        f"<li>until {escaped(until)}: <code>{escaped(hash_[:16])}…</code></li>"
        for hash_, until in versions
    )
    url = analysis.document.url or ""
    original = (
        f'<p><a href="{escaped(url)}" rel="noreferrer noopener">'
        "The article where it was published</a></p>"
        if url.lower().startswith(("http://", "https://"))
        else ""
    )
    bar = (
        original + '<details class="download"><summary>Download the records</summary>'
        f'<ul class="downloads">{links}</ul></details>'
    )
    if earlier:
        bar += (
            '<details class="download"><summary>Earlier versions</summary>'
            f"<ul>{earlier}</ul></details>"
        )
    title = analysis.document.title or "An article"
    return page(site, title, bar + shown, style=style, scripted=True)


def results(site: Site, query: Query, found: Found | None, wrong: str = "") -> Page:
    """The search form and what was found; None where nothing was asked yet."""
    if wrong:
        main = f'<div class="notice wrong" role="alert"><p>{escaped(wrong)}</p></div>'
    elif found is None:
        main = (
            '<p class="hint">Look for what was said: all words must be there, whatever their '
            "endings. “A phrase” in quotation marks, <code>begin*</code>, <code>this OR that</code>"
            ", <code>-without</code>. Without words, name a speaker or an outlet.</p>"
        )
    elif not found.total:
        main = (
            '<div class="notice" role="status"><p><strong>Nothing found.</strong></p>'
            "<p>Try fewer words, a beginning (<code>cooperat*</code>), a wider span of days, or "
            "look in whole articles.</p></div>"
        )
    else:
        shown = f"{found.total:,}" if found.total < RANKED else f"more than {RANKED:,}"
        first = query.offset + 1
        main = (
            f'<p class="figures" role="status">{lists.number(found.total, "statement", shown)}; '
            f"{first} to {query.offset + len(found.hits)} are shown.</p>"
            f"{lists.hit_list(found.hits)}{lists.pager('/search', query, found)}"
        )
    words, narrowing = forms.searching(query)
    body = (
        f'<h1>Search</h1>{words}<div class="two"><div class="main">{main}</div>'
        f'<aside aria-label="Narrow the search">{narrowing}</aside></div>'
    )
    return page(site, f"{query.words or 'Search'}", body, at="/search")


def speakers(
    site: Site, found: Sequence[lookup.SpeakerFound], words: str, offset: int, wrong: str = ""
) -> Page:
    """Who is heard, the most heard first."""
    rows = "".join(
        f'<tr><th scope="row"><a href="/speakers/{row.id}"><bdi>{escaped(row.name)}</bdi></a></th>'
        f"<td>{escaped(', '.join(filter(None, (row.title, row.affiliation))))}</td>"
        f'<td>{row.kind}</td><td class="number" data-unit="{_unit(row.records, "statement")}">'
        f"{row.records:,}</td></tr>"
        for row in found
    )
    table = (
        '<div class="scroll" tabindex="0" role="region" aria-label="Speakers"><table><thead><tr>'
        '<th scope="col">Speaker</th><th scope="col">Title</th><th scope="col">Kind</th>'
        f'<th scope="col" class="number">Statements</th></tr></thead><tbody>{rows}</tbody>'
        "</table></div>"
    )
    if not found:
        told = wrong or "Nobody by that name. Try the surname alone."
        table = f'<div class="notice" role="status"><p>{escaped(told)}</p></div>'
    form = (
        '<form action="/speakers" role="search" class="actions"><label for="name">Name</label>'
        f'<input type="search" id="name" name="q" value="{escaped(words)}">'
        '<button class="main">Find</button></form>'
    )
    more = lists.turn("/speakers", {"q": words}, offset, LISTED, len(found) == LISTED)
    return page(
        site,
        "Speakers",
        f'<h1>Speakers</h1>{form}<div class="page">{table}</div>{more}',
        at="/speakers",
    )


def speaker(site: Site, known: lookup.SpeakerPage, said: Found, offset: int) -> Page:
    """Everything one speaker said, by day; the names and titles they go by, who carried them."""
    who = known.speaker
    about = ", ".join(filter(None, (who.kind, who.title, who.affiliation)))
    names = "".join(f"<li><bdi>{escaped(name)}</bdi></li>" for name in known.names)
    titles = "".join(
        f'<li><bdi>{escaped(held.title)}</bdi> <span class="count">{_span(held)}</span></li>'
        for held in known.titles
    )
    by_day = "".join(
        f'<h2 class="day">{escaped(day or "No day known")}</h2>{lists.hit_list(hits, named=False)}'
        for day, hits in groupby(said.hits, key=lambda hit: hit.published)
    )
    is_more = offset + PER_PAGE < who.records
    more = lists.turn(f"/speakers/{who.id}", {}, offset, PER_PAGE, is_more)
    body = (
        f'<h1><bdi>{escaped(who.name)}</bdi></h1><p class="figures">{escaped(about)} · '
        f"{lists.number(who.records, 'statement')} · "
        f'<a href="/search?{urlencode({"speaker": who.name})}">search what they said</a></p>'
        f'<div class="two"><div class="main">{by_day}'
        f"{more}"
        '</div><aside class="box">'
        f"<h2>Carried by</h2>{lists.tally(known.carriers, links=True)}"
        + (f'<h2>Titles over time</h2><ul class="plain">{titles}</ul>' if titles else "")
        + f'<h2>Called</h2><ul class="plain">{names}</ul></aside></div>'
    )
    return page(site, who.name, body, at="/speakers")


def outlets(site: Site, found: Sequence[tuple[str, int, int]]) -> Page:
    """Outlets that publish or carried anything."""
    rows = "".join(
        f'<tr><th scope="row">{lists.outlet_link(name)}</th>'
        f'<td class="number" data-unit="{_unit(articles, "article")} published">{articles:,}</td>'
        f'<td class="number" data-unit="{_unit(carried, "statement")} carried">'
        f"{carried:,}</td></tr>"
        for name, articles, carried in found[:500]
    )
    table = (
        '<div class="page scroll" tabindex="0" role="region" aria-label="Outlets"><table><thead>'
        '<tr><th scope="col">Outlet</th><th scope="col" class="number">Articles published</th>'
        '<th scope="col" class="number">Statements carried to others</th></tr></thead>'
        f"<tbody>{rows}</tbody></table></div>"
    )
    if not found:
        table = (
            '<div class="notice" role="status"><p>No article says who published it. Give it when '
            "you index: <code>attrib index … --publisher NAME</code>.</p></div>"
        )
    return page(site, "Outlets", f"<h1>Outlets</h1>{table}", at="/outlets")


def outlet(site: Site, known: lookup.OutletPage) -> Page:
    """Whom an outlet relies on, who relies on it, whom it quotes."""
    quoted = "".join(
        f'<li><a href="/speakers/{who.id}"><bdi>{escaped(who.name)}</bdi></a> '
        f'<span class="count">{number:,}</span></li>'
        for who, number in known.quotes
    )
    search = f'<a href="/search?{urlencode({"outlet": known.name})}">search what it carries</a>'
    parts = [
        f'<h1><bdi>{escaped(known.name)}</bdi></h1><p class="figures">'
        f"{lists.number(known.articles, 'article')} · {search}</p>",
        '<div class="two"><div class="main">',
        f"<h2>Relies on</h2>{lists.tally(known.relies_on, links=True)}" if known.articles else "",
        f"<h2>Relied on by</h2>{lists.tally(known.relied_on_by, links=True)}",
        f"<h2>Latest articles</h2>{lists.articles(known.latest)}" if known.latest else "",
        "</div>",
        f'<aside class="box"><h2>Quotes most</h2><ul class="plain">{quoted}</ul></aside>'
        if quoted
        else "",
        "</div>",
    ]
    return page(site, known.name, "".join(parts), at="/outlets")


def problem(site: Site, title: str, told: str) -> Page:
    """What went wrong, and what to do next."""
    body = f'<h1>{escaped(title)}</h1><div class="notice" role="alert"><p>{escaped(told)}</p></div>'
    return page(site, title, body)


def _navigation(site: Site, at: str) -> str:
    if not site.has_database:
        return ""
    current = ' aria-current="page"'
    places = "".join(
        f'<li><a href="{place}"{current if place == at else ""}>{name}</a></li>'
        for place, name in (("/", "Read an article"), *_PLACES)
    )
    search = (
        '<form action="/search" role="search"><input type="search" name="q" '
        'aria-label="Search what was said" placeholder="Search what was said">'
        "<button>Search</button></form>"
    )
    return f'<nav aria-label="Places"><ul>{places}</ul></nav>{search if at != "/search" else ""}'


def _holdings(
    counts: dict[str, int],
    heard: Sequence[lookup.SpeakerFound],
    latest: Sequence[lookup.ArticleFound],
) -> str:
    if not counts["articles"]:
        return (
            '<h2>The database is empty</h2><p class="hint">Fill it, and look again: '
            "<code>attrib index news/ -o quotes.db</code></p>"
        )
    people = "".join(
        f'<li><a href="/speakers/{who.id}"><bdi>{escaped(who.name)}</bdi></a> '
        f'<span class="count">{who.records:,}</span></li>'
        for who in heard
    )
    held = ", ".join(
        lists.number(counts[table], noun)
        for table, noun in (
            ("articles", "article"),
            ("records", "statement"),
            ("speakers", "speaker"),
        )
    )
    return (
        f'<h2>The database</h2><p class="figures">{held}</p>'
        f'<h2>Most heard</h2><ul class="plain">{people}</ul>'
        f"<h2>Latest articles</h2>{lists.articles(latest)}"
    )


def _nothing(analysis: Analysis) -> str:
    if analysis.records:
        return ""
    return (
        '<div class="notice" role="status"><p><strong>No attribution found.</strong></p><p>The '
        "text may quote nobody, or be no news article in English; interviews and transcripts "
        "without cues are read as news would be.</p></div>"
    )


def _unit(count: int, noun: str) -> str:
    """What is counted, said beside the number where a narrow screen has no head of a column."""
    return noun if count == 1 else f"{noun}s"


def _span(held: lookup.TitleHeld) -> str:
    days = dict.fromkeys(filter(None, (held.first, held.last)))
    return escaped(" to ".join(days) or f"{held.records:,}")
