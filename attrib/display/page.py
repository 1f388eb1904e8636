"""Records as a page to look at: a self-contained HTML report, and a fragment for notebooks.

The page asks for nothing from outside: style, script and data are in it, and its policy forbids
the browser any request. Article text is escaped, and characters that turn the direction of writing
or steer a terminal are shown by their numbers.
"""

from __future__ import annotations

import base64
import hashlib
import math
from collections import Counter
from collections.abc import Iterable, Sequence
from html import escape
from importlib.resources import files
from string import Template

from attrib.display.cards import cards
from attrib.display.doubt import with_doubt
from attrib.display.markup import NOBODY, counted, escaped, quoted, speaker_of
from attrib.display.segments import Annotated, Part, Segment, segments
from attrib.lazily import re
from attrib.model import Document, Record, Span

_LETTERS: tuple[tuple[str, Part], ...] = (("s", "source"), ("u", "cue"), ("c", "content"))
_LINE = re.compile(r"[^\r\n]+")
_GOLDEN_ANGLE = 137.508
_QUOTED, _PASSAGES, _SHOWN = 60, 20, 110
"""Of the index: how many speakers, passages of each, and characters of a passage it has."""
_HEAD, _FIRST = 2000, 4
"""Characters and paragraphs among which a title is looked for."""
_WRAPPED = 100
"""A text none of whose lines is longer was wrapped by hand: its line ends mean nothing."""


def report(analyses: Iterable[Annotated]) -> str:
    """One HTML page of all the articles; with several, an index stands in front.

    >>> from attrib.analysis import Analysis
    >>> from attrib.model import Document
    >>> page = report([Analysis(Document(text="<b>Hm</b>", id="a"), ())])
    >>> "&lt;b&gt;Hm&lt;/b&gt;" in page, "https:" in page
    (True, False)
    """
    articles = list(analyses)
    speakers = _ranked(record for article in articles for record in article.records)
    colours = {name: number for number, (name, _) in enumerate(speakers)}
    body = [_index(articles, speakers)] if len(articles) != 1 else []
    body += [_article(article, f"a{number}", colours) for number, article in enumerate(articles, 1)]
    title = _name(articles[0].document) if len(articles) == 1 else f"{len(articles)} articles"
    style = asset("view.css") + _hues(len(colours))
    script = asset("view.js")
    policy = (
        f"default-src 'none'; style-src '{digest(style)}'; script-src '{digest(script)}'; "
        "base-uri 'none'; form-action 'none'"
    )
    return Template(asset("view.html")).substitute(
        title=escaped(title),
        policy=escape(policy),
        style=style,
        script=script,
        body="\n".join(body),
    )


def fragment(analysis: Annotated) -> str:
    """The article with its attributions coloured, for a notebook's cell: no script, no ids."""
    speakers = _ranked(analysis.records)
    colours = {name: number for number, (name, _) in enumerate(speakers)}
    parts = [
        f'<div class="attrib fragment"><style>{asset("view.css")}{_hues(len(colours))}</style>',
        _text(analysis, "", colours),
        f"<details><summary>{counted(len(analysis.records), 'attribution')}</summary>",
        cards(analysis, "", colours),
        "</details></div>",
    ]
    return "".join(parts)


def section(analysis: Annotated) -> tuple[str, str]:
    """The article as a part of another page, and the style it needs there beside `view.css`."""
    speakers = _ranked(analysis.records)
    colours = {name: number for number, (name, _) in enumerate(speakers)}
    return _article(analysis, "a1", colours), _hues(len(colours))


def _ranked(records: Iterable[Record]) -> list[tuple[str, int]]:
    """Speakers and their number of records, most quoted first."""
    counts = Counter(speaker_of(record) for record in records)
    return sorted(counts.items(), key=lambda item: (item[0] == NOBODY, -item[1], item[0]))


def _name(document: Document) -> str:
    return document.title or document.path or document.id


def _index(articles: Sequence[Annotated], speakers: Sequence[tuple[str, int]]) -> str:
    rows = []
    for number, article in enumerate(articles, 1):
        document = article.document
        names = {speaker_of(record) for record in article.records} - {NOBODY}
        rows.append(
            f'<tr><th scope="row"><a href="#a{number}"><bdi>{escaped(_name(document))}</bdi></a>'
            f'</th><td dir="auto">'
            f"{escaped(document.publisher or '')}</td>"
            f"<td>{escaped(document.published or '')}</td>"
            f'<td class="number" data-unit="attributions">{len(article.records)}</td>'
            f'<td class="number" data-unit="speakers">{len(names)}</td></tr>'
        )
    passages = _passages(articles)
    most_quoted = "".join(
        f'<li><details><summary><span class="swatch sp{number}"></span>'
        f'<bdi>{escaped(name)}</bdi> <span class="count">{count}</span></summary>'
        f"<ul>{''.join(passages[name][:_PASSAGES])}{_more(count - _PASSAGES)}</ul></details></li>"
        for number, (name, count) in enumerate(speakers[:_QUOTED])
    )
    return (
        f'<section id="index" class="page"><h1>{counted(len(articles), "article")}</h1>'
        '<div class="scroll" tabindex="0" role="region" aria-label="Articles"><table>'
        '<thead><tr><th scope="col">Article</th><th scope="col">Publisher</th>'
        '<th scope="col">Date</th><th scope="col" class="number">Attributions</th>'
        f'<th scope="col" class="number">Speakers</th></tr></thead><tbody>{"".join(rows)}</tbody>'
        f'</table></div><h2>Most quoted</h2><ul class="quoted">{most_quoted}</ul></section>'
    )


def _passages(articles: Sequence[Annotated]) -> dict[str, list[str]]:
    """For each speaker, a link to each passage, under its article's name where that changes."""
    found: dict[str, list[str]] = {}
    for number, article in enumerate(articles, 1):
        for index, record in enumerate(article.records):
            words = " … ".join(" ".join(span.text.split()) for span in record.content)
            shown = words if len(words) <= _SHOWN else f"{words[:_SHOWN].rstrip()}…"
            found.setdefault(speaker_of(record), []).append(
                f'<li><a href="#a{number}-{index}"><bdi>{escaped(shown)}</bdi></a> '
                f"<small><bdi>{escaped(_name(article.document))}</bdi></small></li>"
            )
    return found


def _more(left: int) -> str:
    return f"<li>and {left} more</li>" if left > 0 else ""


def _article(analysis: Annotated, own: str, colours: dict[str, int]) -> str:
    document = analysis.document
    facts = [document.publisher, document.author, document.published]
    facts += [document.path] if document.title else []  # else it is the heading
    shown = " · ".join(f"<bdi>{escaped(fact)}</bdi>" for fact in facts if fact)
    # The title is not shown twice where the text has it, as a heading there.
    heading = "aside" if _title_at(document) is not None else ""
    notes = "".join(f"<li>{_note(note.reason, note.span)}</li>" for note in analysis.notes)
    return "".join(
        (
            f'<section id="{own}" class="page article">',
            f'<header><h1 tabindex="-1" class="{heading}">',
            f"<bdi>{escaped(_name(document))}</bdi></h1>",
            f'<p class="facts">{shown}</p></header>',
            f'<div class="columns">{_filters(analysis, own, colours)}<div class="reading">',
            '<p class="legend"><span class="c bg0">content</span> <span class="s sp0">source</span>'
            ' <span class="u sp0">cue</span> — a colour for each speaker; point at a passage, '
            "tap it or move to its number for what is known of it.</p>",
            _text(analysis, own, colours),
            f"<h2>{counted(len(analysis.records), 'attribution')}</h2>",
            cards(analysis, own, colours),
            f'<h2>Notes</h2><ul class="notes">{notes}</ul>' if notes else "",
            "</div></div></section>",
        )
    )


def _filters(analysis: Annotated, own: str, colours: dict[str, int]) -> str:
    speakers = _ranked(analysis.records)
    names = "".join(
        f'<li><label><input type="checkbox" name="speaker" value="{colours[name]}" checked>'
        f'<span class="swatch sp{colours[name]}"></span><bdi>{escaped(name)}</bdi> '
        f'<span class="count">{count}</span></label></li>'
        for name, count in speakers
    )
    kinds = Counter(record.kind for record in analysis.records)
    boxes = "".join(
        f'<li><label><input type="checkbox" name="kind" value="{kind}" checked>{kind} '
        f'<span class="count">{kinds[kind]}</span></label></li>'
        for kind in ("direct", "mixed", "indirect")
        if kinds[kind]
    )
    least = min((record.confidence for record in analysis.records), default=0.0)
    least = math.floor(least * 20) / 20
    return (
        f'<aside aria-label="Speakers and filters"><details class="filters" open>'
        "<summary>Speakers and filters</summary>"
        f'<fieldset><legend>Speakers <span class="count">{len(speakers)}</span></legend>'
        f"<ul>{names}</ul></fieldset><fieldset><legend>Kind</legend><ul>{boxes}</ul></fieldset>"
        f'<fieldset><legend>Confidence</legend><label for="{own}-least">at least '
        f'<output for="{own}-least">{least:.2f}</output></label>'
        f'<input type="range" id="{own}-least" name="least" min="{least:.2f}" max="1" '
        f'step="0.05" value="{least:.2f}"></fieldset>'
        '<p class="shown" role="status"></p><button type="button" name="reset">Show all</button> '
        '<button type="button" name="none">Untick all</button>'
        "</details></aside>"
    )


def _text(analysis: Annotated, own: str, colours: dict[str, int]) -> str:
    text = analysis.document.text
    if not text:
        return '<p class="text absent">The article’s text was not given with its records.</p>'
    paragraphs = _paragraphs(text)
    cuts = {offset for paragraph in paragraphs for offset in paragraph}
    made: list[str] = ['<div class="text">']
    begun: set[int] = set()
    opening = {start for start, _ in paragraphs}
    closing = {end for _, end in paragraphs}
    inside = False
    title = _title_at(analysis.document)
    for segment in segments(analysis, cuts):
        if segment.start in opening:
            made.append('<p class="title">' if segment.start == title else "<p>")
            inside = True
        if inside:
            for index in reversed(segment.of("content")):
                if index not in begun and own:
                    made.append(_number(analysis.records[index], index, own, colours))
                begun.add(index)
            made.append(_segment(analysis, segment, colours))
        if segment.end in closing:
            made.append("</p>")
            inside = False
    made.append("</div>")
    return "".join(made)


def _title_at(document: Document) -> int | None:
    """Where the title stands as a paragraph of its own among the first of the text."""
    title = " ".join((document.title or "").split())
    if not title:
        return None
    return next(
        (
            start
            for start, end in _paragraphs(document.text[:_HEAD])[:_FIRST]
            if " ".join(document.text[start:end].split()) == title
        ),
        None,
    )


def _paragraphs(text: str) -> list[tuple[int, int]]:
    """Where paragraphs stand: lines, or blocks of lines where the text was wrapped by hand."""
    lines = [line.span() for line in _LINE.finditer(text) if not line[0].isspace()]
    if any(end - start > _WRAPPED for start, end in lines):
        return lines
    blocks: list[tuple[int, int]] = []
    for start, end in lines:
        if blocks and text.count("\n", blocks[-1][1], start) < 2:
            start = blocks.pop()[0]
        blocks.append((start, end))
    return blocks


def _number(record: Record, index: int, own: str, colours: dict[str, int]) -> str:
    label = f"Attribution {index + 1}: {escaped(with_doubt(record, NOBODY))}, {record.kind}"
    return (
        f'<a class="ref sp{colours[speaker_of(record)]}" href="#{own}-{index}" role="button" '
        f'data-r="{index}" aria-label="{label}">{index + 1}</a>'
    )


def _segment(analysis: Annotated, segment: Segment, colours: dict[str, int]) -> str:
    words = escaped(analysis.document.text[segment.start : segment.end])
    if not segment.marks:
        return words
    classes, data = [], []
    for letter, part in _LETTERS:
        if found := segment.of(part):
            classes.append(letter)
            data.append(f'data-{letter}="{" ".join(map(str, found))}"')
    inner = analysis.records[segment.marks[0].record]
    classes.append(f"sp{colours[speaker_of(inner)]}")
    if contents := segment.of("content"):
        classes.append(f"bg{colours[speaker_of(analysis.records[contents[0]])]}")
    if len(contents) > 1:
        classes.append("deep")
    title = f"{with_doubt(inner, NOBODY)} – {inner.kind}, confidence {inner.confidence:.2f}"
    attributes = f'class="{" ".join(classes)}" {" ".join(data)} title="{escaped(title)}"'
    return f"<span {attributes}>{words}</span>"


def _note(reason: str, span: Span | None) -> str:
    return escaped(reason) + (f": {quoted(span)}" if span else "")


def _hues(number: int) -> str:
    """A hue for each speaker, neighbours in rank far apart on the wheel.

    `sp` colours the lines and numbers of an element, `bg` its ground: they differ where a source
    stands in another speaker's content.
    """
    hues = (round(215 + n * _GOLDEN_ANGLE) % 360 for n in range(number))
    return "".join(
        f".attrib .sp{n}{{--h:{hue}}}.attrib .bg{n}{{--b:{hue}}}" for n, hue in enumerate(hues)
    )


def asset(name: str) -> str:
    """A part of the page: `view.css`, `view.js`, …"""
    return files("attrib").joinpath("data", name).read_text(encoding="utf-8")


def digest(words: str) -> str:
    """By what a Content-Security-Policy permits a style or a script that stands in the page."""
    return f"sha256-{base64.b64encode(hashlib.sha256(words.encode()).digest()).decode()}"
