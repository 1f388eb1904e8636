"""The spaCy component, on a blank pipeline."""

from __future__ import annotations

from typing import Any

import pytest
from hand_made import ANALYSIS, TEXT

from attrib.model import Record

spacy = pytest.importorskip("spacy")


@pytest.fixture
def doc() -> Any:
    """Our hand-made article through a blank English pipeline."""
    from attrib.integrations.spacy import Component

    return Component(lambda text: ANALYSIS)(spacy.blank("en")(TEXT))


def test_spans_cover_the_words(doc: Any) -> None:
    """Contents, sources and cues are span groups with labels and the records' ids."""
    quotations, sources, cues = (doc.spans[key] for key in ("quotations", "sources", "cues"))

    assert [span.text for span in quotations][1:3] == [
        "“It is safe today,”",
        "“but it will not be for long.”",
    ]
    assert {span.label_ for span in quotations} == {"direct", "mixed", "indirect"}
    assert [(span.text, span.label_) for span in sources][-1] == ("one official", "anonymous")
    assert [span.label_ for span in cues].count("promise") == 1
    assert quotations[1].id_ == quotations[2].id_ == "r2"


def test_spans_may_nest(doc: Any) -> None:
    """A quotation within another's content is there beside it."""
    by_id = {span.id_: span for span in doc.spans["quotations"]}

    assert by_id["r4"].start < by_id["r5"].start
    assert by_id["r5"].end <= by_id["r4"].end


def test_attributions_survive_a_docbin(doc: Any) -> None:
    """JSON records are written and read with the Doc's user data, spans too."""
    from spacy.tokens import DocBin

    data = DocBin(docs=[doc], store_user_data=True).to_bytes()
    (again,) = DocBin().from_bytes(data).get_docs(doc.vocab)

    records = [Record.from_dict(record, TEXT) for record in again._.attributions]
    assert records == list(ANALYSIS.records)
    assert len(again.spans["sources"]) == len(doc.spans["sources"])


def test_the_factory_runs_the_pipeline() -> None:
    """`nlp.add_pipe("attrib")` finds who said what."""
    pytest.importorskip("attrib.attributor")
    import attrib.integrations.spacy  # noqa: F401

    nlp = spacy.blank("en")
    nlp.add_pipe("attrib")
    doc = nlp("“We are ready for the storm,” said mayor Ana Ruiz.")

    assert "ready for the storm" in doc.spans["quotations"][0].text
    assert doc._.attributions[0]["speaker"]["name"] == "Ana Ruiz"
    assert list(nlp("").spans["quotations"]) == []
