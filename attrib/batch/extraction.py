"""What `attrib extract` does with each article: a value that can travel to worker processes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from attrs import field, frozen

from attrib.analysis import Analysis, class_of, to_json
from attrib.article import metadata
from attrib.model import Entry, Note
from attrib.reading.corpus import Article


class Attributes(Protocol):
    """What makes an analysis of a text: an `attrib.Attributor`."""

    @property
    def attribute(self) -> Callable[..., Analysis]: ...


@frozen
class Lines:
    """An article's records as they are written, and what they do not say of themselves."""

    block: bytes
    notes: tuple[Note, ...]
    records: int
    """How many there are."""
    quotations: tuple[Entry, ...]


@frozen(kw_only=True)
class Extraction:
    """An attributor, what the caller says of every article, and which records are wanted."""

    attributor: Attributes
    given: dict[str, Any] = field(factory=dict)
    """Wins over what an article's container says."""
    only: frozenset[str] = frozenset()
    """Classes of cue; none means all."""

    def analyse(self, article: Article) -> Analysis:
        """The article's analysis, with the records that are wanted."""
        analysis = self.attributor.attribute(article.text, **{**article.metadata(), **self.given})
        if self.only:
            return analysis.filter(lambda record: class_of(record) in self.only)
        return analysis

    def lines(self, article: Article) -> Lines:
        """The article's records as JSON Lines, and its notes."""
        analysis = self.analyse(article)
        block = "".join(f"{to_json(record)}\n" for record in analysis.records)
        return Lines(block.encode("utf-8"), analysis.notes, len(analysis), analysis.quotations)

    def key(self, article: Article) -> tuple[str | None, str]:
        """Path and id that the article's document will have."""
        return article.path, article.id or metadata.read(article.text).id
