"""An article out of a web page, with what the page says of itself: the extra `[html]`.

`read` is the way of a page in order: its facts, what it shows under its headline and its pictures,
then everything that is no article out of the tree, and the article from what is left. trafilatura,
which knows more layouts, is asked where the page's own structure leaves doubt.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from attrs import evolve, frozen

from attrib.errors import MissingExtraError
from attrib.reading.pages import (
    absence,
    asides,
    blocks,
    body,
    captions,
    facts,
    posts,
    second_opinion,
    standfirst,
)
from attrib.reading.pages.facts import Facts


@frozen(kw_only=True)
class Page:
    """A page's article and, as far as the page says, its facts. Offsets are into `text`."""

    text: str
    """Title, standfirst and paragraphs, parted by blank lines; empty where there is no article."""
    title: str | None = None
    subtitle: str | None = None
    author: str | None = None
    published: str | None = None
    """ISO 8601 date."""
    modified: str | None = None
    publisher: str | None = None
    url: str | None = None
    captions: tuple[str, ...] = ()
    absence: str | None = None
    """Where the text is empty, why, and what to give instead."""

    def facts(self) -> dict[str, Any]:
        """What there is besides the text, under the names that `Document` has for it."""
        names = ("title", "subtitle", "author", "published", "modified", "publisher", "url")
        return {name: getattr(self, name) for name in (*names, "captions")}


def read(data: bytes | str, *, url: str | None = None) -> Page:
    """The article of an HTML page; MissingExtraError where the extra is not installed.

    Bytes are decoded as the page says. `url` is where it came from, kept where the page names no
    canonical address itself.
    """
    try:
        import trafilatura
    except ImportError as error:
        raise MissingExtraError(
            "reading web pages needs the extra [html]: pip install 'attrib[html]'"
        ) from error
    tree = trafilatura.load_html(data)
    if tree is None:
        return Page(text="", url=url, absence=absence.NONE)
    told = _completed(facts.read(tree, url=url), tree, url)
    summary = standfirst.find(tree, told.title, told.descriptions)
    pictured = captions.take(tree)
    posts.mark(tree)
    asides.prune(tree)
    found = blocks.read(tree)
    chosen = body.choose(found, titles=told.titles, authors=told.authors)
    reason = absence.reason(told, found, chosen)
    text = chosen.text()
    if not second_opinion.is_sure(chosen, text, told.body) and reason in (None, absence.NONE):
        text = second_opinion.surer(text, _by_trafilatura(data, told), told.body)
    page = Page(
        text="",
        title=told.title,
        author=", ".join(told.authors) or None,
        published=told.published,
        modified=told.modified,
        publisher=told.publisher,
        url=told.url,
        captions=tuple(dict.fromkeys(c.text for c in pictured if chosen.is_around(c.holder))),
    )
    if not text or reason not in (None, absence.NONE):
        return evolve(page, absence=reason or absence.NONE)
    if summary and body.fold(summary)[:200] in body.fold(text):
        summary = None  # the first paragraph, which the page also gives as its description
    opening = [line for line in (told.title, summary) if line]
    return evolve(page, text="\n\n".join([*opening, text]), subtitle=summary)


def _completed(told: Facts, tree: Any, url: str | None) -> Facts:
    """The facts, and what trafilatura makes of the page's looks where the page does not tell."""
    if told.title and told.authors and told.published:
        return told
    from copy import deepcopy

    from trafilatura.metadata import extract_metadata

    found = extract_metadata(deepcopy(tree), default_url=url)
    if found is None:
        return told
    names = tuple(filter(None, map(facts.name, (found.author or "").split("; "))))
    return evolve(
        told,
        title=told.title or found.title or None,
        authors=told.authors or names,
        published=told.published or found.date or None,
    )


def _by_trafilatura(data: bytes | str, told: Facts) -> str:
    """What trafilatura takes for the article, paragraph by paragraph, without its headline."""
    import trafilatura

    found = trafilatura.bare_extraction(
        data, with_metadata=False, include_comments=False, include_tables=False
    )
    lines = [" ".join(line.split()) for line in ((found and found.text) or "").split("\n")]
    return "\n\n".join(_without(lines, told.titles))


def _without(lines: Sequence[str], titles: Sequence[str]) -> list[str]:
    known = {body.fold(title) for title in titles}
    return [line for line in lines if line and body.fold(line) not in known]
