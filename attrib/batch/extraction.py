"""What `attrib extract` does with each article: a value that can travel to worker processes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import evolve, field, frozen

from attrib.analysis import Analysis
from attrib.article import metadata
from attrib.model import Note, Record
from attrib.reading.corpus import Article
from attrib.records.lines import select, to_json

if TYPE_CHECKING:
    from attrib.pipeline import Attributor

NO_CUE = "statement"
"""The class of a record without a cue: a quotation that goes on, a headline's colon."""


@frozen
class Lines:
    """An article's records as they are written, and what they do not say of themselves."""

    block: bytes
    notes: tuple[Note, ...]


@frozen(kw_only=True)
class Extraction:
    """An `Attributor`, what the caller says of every article, and which records are wanted."""

    attributor: Attributor
    given: dict[str, Any] = field(factory=dict)
    """Wins over what an article's container says."""
    only: frozenset[str] = frozenset()
    """Classes of cue; none means all."""

    def analyse(self, article: Article) -> Analysis:
        """The article's analysis, with the records that are wanted."""
        analysis = self.attributor.attribute(article.text, **{**article.metadata(), **self.given})
        if self.only:
            return evolve(analysis, records=select(analysis.records, self._wants))
        return analysis

    def lines(self, article: Article) -> Lines:
        """The article's records as JSON Lines, and its notes."""
        analysis = self.analyse(article)
        block = "".join(f"{to_json(record)}\n" for record in analysis.records)
        return Lines(block.encode("utf-8"), analysis.notes)

    def key(self, article: Article) -> tuple[str | None, str]:
        """Path and id that the article's document will have."""
        return article.path, article.id or metadata.read(article.text).id

    def _wants(self, record: Record) -> bool:
        return (record.cue.cue_class if record.cue else NO_CUE) in self.only
