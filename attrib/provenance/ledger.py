"""The ledger of quotations: what became of each, so that none is lost without a word."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from attrib.lazily import re
from attrib.model import Entry, Note, Quotation, Record, Span, Unheld
from attrib.words import uses

_HELD = 0.5
"""The share of a quotation that must stand in a record's content for the record to hold it."""
_FEW_WORDS = 3
_ENDS_SENTENCE = re.compile(r"[.!?…,][\"'”’»›」]*\Z")
_WORD = re.compile(r"\w+(?:['’-]\w+)*")
_IN_CODE = re.compile(r"[=({\[]\Z")


def keep(
    text: str, quotations: Sequence[Quotation], records: Sequence[Record]
) -> tuple[Entry, ...]:
    """An entry for each outermost quotation, in order: the record that holds it, or why none does.

    Of several records that hold it the closest counts.

    >>> from attrib.words import quotes
    >>> text = "He saw “Rust” in a so-called “cinema”."
    >>> for entry in keep(text, quotes.find(text)[0], []):
    ...     print(entry.span.text, entry.record, entry.reason)
    “Rust” None name
    “cinema” None scare quotes
    """
    pieces = sorted(
        (piece.start, piece.end, i) for i, each in enumerate(records) for piece in each.content
    )
    sizes = [sum(piece.end - piece.start for piece in each.content) for each in records]
    longest = max((end - start for start, end, _ in pieces), default=0)
    entries = []
    for quotation in quotations:
        if quotation.depth:
            continue
        held: dict[int, int] = {}
        for span in quotation.spans:
            at = bisect_left(pieces, (span.start - longest,))
            while at < len(pieces) and pieces[at][0] < span.end:
                start, end, i = pieces[at]
                if end > span.start:
                    shared = min(end, span.end) - max(start, span.start)
                    held[i] = held.get(i, 0) + shared
                at += 1
        size = sum(span.end - span.start for span in quotation.spans)
        holding = [(sizes[i], i) for i, shared in held.items() if shared >= _HELD * size]
        entries.append(
            Entry(
                span=Span.of(text, quotation.start, quotation.end),
                record=records[min(holding)[1]].id if holding else None,
                reason=None if holding else reason(text, quotation),
            )
        )
    return tuple(entries)


def notes(entries: Sequence[Entry]) -> tuple[Note, ...]:
    """A note on each quotation that stands in no record."""
    return tuple(
        Note(f"a quotation in no record ({entry.reason})", entry.span)
        for entry in entries
        if entry.record is None
    )


def told(entries: Sequence[Entry]) -> str | None:
    """How many quotations stand in no record, in a sentence; None where all stand in one.

    >>> span = Span(0, 4, "“We”")
    >>> told([Entry(span=span, record="a#1"), Entry(span=span, reason="title")])
    '1 of 2 quotations in no record: title 1'
    """
    reasons = Counter(entry.reason for entry in entries if entry.record is None)
    if not reasons:
        return None
    listed = ", ".join(f"{reason} {count}" for reason, count in reasons.most_common())
    return f"{reasons.total()} of {len(entries)} quotations in no record: {listed}"


def reason(text: str, quotation: Quotation) -> Unheld:
    """Why a quotation that no record holds is in none, as far as its words and place tell."""
    use = uses.classify(text, quotation)
    inner = text[quotation.start : quotation.end]
    if use == "title":
        return "title"
    if use == "name":
        within = text[quotation.start - 2 : quotation.start - 1].isalpha()
        after = text[quotation.end : quotation.end + 2]
        return "nickname" if within and after[:1] == " " and after[1:].isupper() else "name"
    if use == "scare":
        return "scare quotes"
    if _IN_CODE.search(text, max(0, quotation.start - 1), quotation.start):
        return "nobody says it"
    words = _WORD.findall(inner)
    if not words:
        return "nobody says it"
    if len(words) <= _FEW_WORDS and not _ENDS_SENTENCE.search(inner[:-1]):
        return "single words" if len(words) == 1 else "scare quotes"
    return "no speaker found"
