"""A spaCy component, the extra `[spacy]`: `nlp.add_pipe("attrib")` on any pipeline, even a blank.

    import spacy
    nlp = spacy.blank("en")
    nlp.add_pipe("attrib")
    doc = nlp("“We are ready,” said Ana Ruiz.")
    doc.spans["quotations"], doc.spans["sources"], doc.spans["cues"], doc._.attributions

| spaCy | attrib |
|---|---|
| `doc.spans["quotations"]` | the pieces of content; label is the kind, `span_id` the record's id |
| `doc.spans["sources"]` | sources; label is the speaker's kind, or `unknown` |
| `doc.spans["cues"]` | cues; label is the cue's class |
| `doc._.attributions` | JSON records, which `DocBin(store_user_data=True)` keeps |

Spans are widened to whole tokens; the records have the exact offsets.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span

from attrib import model
from attrib.analysis import Analysis

Labelled = tuple[model.Span, str, str]
"""A span, its label, and the id of its record."""


class Component:
    """Fills spans and attributions of a Doc with what an analysing function finds in its text."""

    def __init__(self, analyse: Callable[[str], Analysis]) -> None:
        self.analyse = analyse

    def __call__(self, doc: Doc) -> Doc:
        records = self.analyse(doc.text).records
        doc.spans["quotations"] = _spans(doc, _contents(records))
        doc.spans["sources"] = _spans(doc, _sources(records))
        doc.spans["cues"] = _spans(doc, _cues(records))
        doc._.attributions = [record.to_dict() for record in records]
        return doc


def create_component(nlp: Language, name: str) -> Component:
    """The component as spaCy makes it: over attrib's own pipeline."""
    from attrib.attributor import attribute

    return Component(attribute)


Language.factory("attrib", assigns=["doc.spans", "doc._.attributions"], func=create_component)
if not Doc.has_extension("attributions"):
    Doc.set_extension("attributions", default=())


def _contents(records: Iterable[model.Record]) -> Iterator[Labelled]:
    for record in records:
        for span in record.content:
            yield span, record.kind, record.id


def _sources(records: Iterable[model.Record]) -> Iterator[Labelled]:
    for record in records:
        if record.source:
            yield record.source, record.speaker.kind if record.speaker else "unknown", record.id


def _cues(records: Iterable[model.Record]) -> Iterator[Labelled]:
    for record in records:
        if record.cue:
            yield record.cue.span, record.cue.cue_class, record.id


def _spans(doc: Doc, labelled: Iterable[Labelled]) -> list[Span]:
    found = (
        doc.char_span(span.start, span.end, label=label, span_id=id_, alignment_mode="expand")
        for span, label, id_ in labelled
    )
    return [span for span in found if span is not None]
