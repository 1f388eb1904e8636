"""Quotations that stand alone in their paragraph: they go on from whoever was spoken of before.

`Ruiz shrugged. / “It holds.” / She left.` No word of the paragraph says whose it is, so that the
record has neither source nor cue, as where a quotation goes on from another; the words that told
are the antecedent of its speaker.
"""

from __future__ import annotations

from attrs import evolve

from attrib.model import Attribution, Speaker


def without_source(
    attribution: Attribution, speaker: Speaker | None
) -> tuple[Attribution, Speaker | None]:
    """An attribution and its speaker, the source made the antecedent where it only goes on from a
    paragraph before.

    >>> from attrib.model import Span
    >>> said = Attribution(pattern="source-content", content=(Span(16, 27, "“It holds.”"),),
    ...     kind="direct", source=Span(0, 4, "Ruiz"), confidence=0.75, carried=True)
    >>> alone, who = without_source(said, Speaker(name="Ruiz", kind="person"))
    >>> alone.source, who.resolved_by, who.antecedent.text
    (None, 'continuation', 'Ruiz')
    """
    source = attribution.source
    if not attribution.carried or source is None or speaker is None:
        return attribution, speaker
    told = evolve(speaker, resolved_by="continuation", antecedent=speaker.antecedent or source)
    return evolve(attribution, source=None), told
