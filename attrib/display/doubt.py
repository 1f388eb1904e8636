"""Names with the doubt about them, as everything that is made for people shows them."""

from __future__ import annotations

from attrib.model import Record

_SURE = 0.9


def with_doubt(record: Record, nobody: str = "no source named") -> str:
    """Who speaks; where the name may be wrong, with how likely it is to be right.

    >>> from attrib.model import Document, Span, Speaker
    >>> def record(sure):
    ...     speaker = Speaker(name="Ana Ruiz", kind="person", confidence=sure)
    ...     return Record(id="1", document=Document(id="1", text="Yes."), kind="direct", chain=(),
    ...         content=(Span(0, 3, "Yes"),), cue=None, source=None, speaker=speaker,
    ...         confidence=1, pattern="")
    >>> with_doubt(record(0.97)), with_doubt(record(0.62))
    ('Ana Ruiz', 'Ana Ruiz (0.62?)')
    """
    speaker = record.speaker
    if speaker is None:
        return nobody
    if speaker.confidence is None or speaker.confidence >= _SURE:
        return speaker.name
    return f"{speaker.name} ({speaker.confidence:.2f}?)"
