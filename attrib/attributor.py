"""Options that hold for many articles, and what a caller gives with one, made ready for the stages.

In comes an article as it was read, out its `Analysis`; between them stands `pipeline.analyse`.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from datetime import date
from os import PathLike
from time import monotonic
from typing import Any, Literal, TypeVar, overload

from attrs import evolve, field, frozen

from attrib import arguments
from attrib.analysis import Analysis
from attrib.article import bylines, metadata
from attrib.errors import AttribError, UsageError
from attrib.knowledge.weights import SHIPPED, Weights
from attrib.pipeline import analyse, logger
from attrib.reading import language, layouts, mojibake
from attrib.reading.corpus import Article, Problem

Text = str | PathLike[str]
"""An article, or the file it stands in."""
Context = TypeVar("Context")


def _least(value: float | None) -> float | None:
    return arguments.probability("min_confidence", value)


def _most(value: float) -> float:
    return arguments.seconds("max_seconds", value)


@frozen(kw_only=True)
class Attributor:
    """Options that hold for many articles. It is small, picklable and safe to share.

    >>> attributor = Attributor(publisher="Riverton Gazette")
    >>> analysis = attributor.attribute("“We are ready,” said Ana Ruiz, the mayor.")
    >>> [(record.speaker.name, record.content[0].text) for record in analysis.records]
    [('Ana Ruiz', '“We are ready,”')]
    """

    publisher: str | None = None
    published: str | None = field(default=None, converter=arguments.day)
    url: str | None = None
    title: str | None = None
    author: str | None = None
    min_confidence: float | None = field(default=None, converter=_least)
    """Least confidence of a record; None for the one that serves F best, `detect.Limits.plain`."""
    max_seconds: float = field(default=300.0, converter=_most)
    """After which an article is searched no further, and a note says so: the last resort."""
    learned: Weights = SHIPPED
    """The learned figures by which it reads."""

    def __attrs_post_init__(self) -> None:
        for name in ("publisher", "url", "title", "author"):
            arguments.words(name, getattr(self, name))

    def attribute(
        self,
        text: Text,
        *,
        id: str | int | None = None,  # noqa: A002 - the name the caller knows it by
        path: str | None = None,
        publisher: str | None = None,
        published: str | date | None = None,
        url: str | None = None,
        title: str | None = None,
        author: str | None = None,
        subtitle: str | None = None,
        modified: str | date | None = None,
        credits: Iterable[str] = (),  # noqa: A002 - the field's word
        captions: Iterable[str] = (),
    ) -> Analysis:
        """The analysis of one article; what is given here wins over the attributor's options.

        `text` is the article or, as a `pathlib.Path`, the file it stands in. `published` is a
        date, also as a string in any common form. `credits` are outlets whose material the article
        uses, beside those that its text names. UsageError for what is none of these.
        """
        article = arguments.article(text)
        given = {
            "id": arguments.name(id),
            "path": None if path is None else str(path),
            "publisher": arguments.words("publisher", publisher) or self.publisher,
            "published": arguments.day(published) or self.published,
            "url": arguments.words("url", url) or self.url,
            "title": arguments.words("title", title) or self.title,
            "author": arguments.words("author", author) or self.author,
            "subtitle": arguments.words("subtitle", subtitle),
            "modified": arguments.day(modified),
            "credits": arguments.several("credits", credits) or None,
            "captions": arguments.several("captions", captions) or None,
        }
        told = {name: value for name, value in given.items() if value is not None}
        started = monotonic()
        layout = layouts.read(article.text)
        known = {**article.metadata(), **told}
        if known["id"] is None:
            known["id"] = metadata.digest(article.text)
        header = metadata.scan(layout.plain)
        header = bylines.signed(header, known["author"], known["publisher"])
        document = metadata.read(layout.plain, header=header, **known)
        found = analyse(
            document, header, self.min_confidence, self.max_seconds, self.learned, layout.quoted
        )
        analysis = _as_read(found, layout)
        logger.debug("%r in %.3f s", analysis, monotonic() - started)
        return analysis

    @overload
    def pipe(
        self, texts: Iterable[Text], *, as_tuples: Literal[False] = False, workers: int = 1
    ) -> Iterator[Analysis]: ...
    @overload
    def pipe(
        self,
        texts: Iterable[tuple[Text, Context]],
        *,
        as_tuples: Literal[True],
        workers: int = 1,
    ) -> Iterator[tuple[Analysis, Context]]: ...
    def pipe(
        self, texts: Iterable[Any], *, as_tuples: bool = False, workers: int = 1
    ) -> Iterator[Any]:
        """The analyses of many articles, in their order, as they are asked for.

        With `as_tuples` each text comes with something of the caller's, which comes out beside
        its analysis. `workers` processes read at the same time, 0 for one a core; where processes
        are spawned, the program that asks for them stands under `if __name__ == "__main__"`.

        >>> articles = [("“We are ready,” said Ana Ruiz.", 7), ("It rained.", 8)]
        >>> [(len(found), n) for found, n in Attributor().pipe(articles, as_tuples=True)]
        [(1, 7), (0, 8)]
        """
        pairs = _pairs(arguments.many(texts), as_tuples)
        found = self._pipe(pairs, arguments.processes(workers))
        return found if as_tuples else (analysis for analysis, _ in found)

    def _pipe(
        self, pairs: Iterable[tuple[Text, Any]], processes: int
    ) -> Iterator[tuple[Analysis, Any]]:
        if processes == 1:
            for text, context in pairs:
                yield self.attribute(text), context
            return
        from attrib.batch.workers import run  # not before: one process needs no such memory

        contexts: deque[Any] = deque()

        def articles() -> Iterator[Article]:
            for number, (text, context) in enumerate(pairs, 1):
                contexts.append(context)
                yield arguments.article(text, f"text {number}")

        for done in run(articles(), self._analysed, processes):
            if isinstance(done, Problem):
                raise AttribError(str(done))
            yield done.result, contexts.popleft()

    def _analysed(self, article: Article) -> Analysis:
        return self.attribute(article.text, **article.metadata())


def _pairs(texts: Iterable[Any], as_tuples: bool) -> Iterator[tuple[Text, Any]]:
    for item in texts:
        if not as_tuples:
            yield item, None
        elif isinstance(item, tuple) and len(item) == 2:
            yield item
        else:
            raise UsageError("with as_tuples=True each item is a pair: (text, what is yours)")


def attribute(
    text: Text,
    *,
    id: str | int | None = None,  # noqa: A002 - the name the caller knows it by
    path: str | None = None,
    publisher: str | None = None,
    published: str | date | None = None,
    url: str | None = None,
    title: str | None = None,
    author: str | None = None,
    min_confidence: float | None = None,
    max_seconds: float = 300.0,
    subtitle: str | None = None,
    modified: str | date | None = None,
    credits: Iterable[str] = (),  # noqa: A002 - the field's word
    captions: Iterable[str] = (),
) -> Analysis:
    """Who said what in `text`, and who says so.

    Offsets are code points of `text` as given. Nothing is downloaded and no prose raises. A
    `pathlib.Path` is read first. UsageError for an argument that is not what it should be.

    >>> analysis = attribute("Lima will host the games, Ana Ruiz told Reuters on Monday.")
    >>> record = analysis[0]
    >>> record.who, record.how, record.what, [link.name for link in record.chain]
    ('Ana Ruiz', 'told', 'Lima will host the games', ['Reuters', 'Ana Ruiz'])
    """
    return Attributor(min_confidence=min_confidence, max_seconds=max_seconds).attribute(
        text,
        id=id,
        path=path,
        publisher=publisher,
        published=published,
        url=url,
        title=title,
        author=author,
        subtitle=subtitle,
        modified=modified,
        credits=credits,
        captions=captions,
    )


def _as_read(analysis: Analysis, layout: layouts.Layout) -> Analysis:
    """What was found in the plain text of a layout, as it stands in the text as read."""
    analysis = layout.restore(analysis)
    text = layout.text
    notes = (*arguments.doubts(text), *language.find(text), *mojibake.find(text), *analysis.notes)
    if layout.plain is layout.text:
        return evolve(analysis, notes=notes)
    document = evolve(analysis.document, text=text, length=len(text))
    records = tuple(evolve(record, document=document) for record in analysis.records)
    return evolve(analysis, document=document, records=records, notes=notes)
