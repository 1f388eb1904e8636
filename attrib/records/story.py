"""How a record came about, told in sentences: what was read as what, who spoke, and why."""

from __future__ import annotations

from collections.abc import Iterator

from attrib.knowledge.weights import Piece
from attrib.lazily import re
from attrib.model import Link, Record, Span, Speaker
from attrib.reading.text import line_and_column
from attrib.records.reasons import probability, reasons, resolved

_KINDS = {
    "direct": "a direct quotation",
    "mixed": "a report with quoted words",
    "indirect": "a report in other words",
}
_MARKS = ("“", "”", '"', "‘", "'", "«", "„", "`")
_LONG = 120
"""Longer stretches are shown by their beginning and end."""
_FOR, _AGAINST = 5, 3
"""How many pieces of evidence are told on either side."""
_SURE, _RIVALS = 0.9, 4
"""From which confidence on nobody else is told, and how many are told below it."""
_ANONYMITY = {
    "requested": "who asked not to be named",
    "implied": "who is not named, as the words imply",
    "unnamed": "who is not named",
}
_BY = {
    "given": "the caller says so",
    "stated": "the article states it",
    "dateline": "the dateline names it",
    "credit": "a credit names it",
    "reported": "it reported this",
    "citing": "it is cited",
    "told": "it was told this",
    "programme": "this was said on its programme",
    "scene": "what was said before in the same scene was told it",
}


def tell(record: Record, text: str) -> Iterator[str]:
    """How a record came about, sentence by sentence."""
    yield f"{record.id}: {_KINDS[record.kind]}, confidence {record.confidence:.2f}."
    yield marked(record, text)
    yield from _origin(record, text)
    if record.speaker:
        yield from _speaker_story(record.speaker, text)
        yield from _others_story(record, text)
    else:
        yield "Who spoke is not known."
    if record.chain:
        steps = " → ".join(f"{link.name} ({link.role})" for link in record.chain)
        yield f"The way it came: {steps}."
        yield from (_link_story(link, text) for link in record.chain if link.role != "speaker")
    yield from _circumstances_story(record, text)
    if record.nested_in:
        yield f"It stands in the content of {record.nested_in}."
    yield from _reasons_story(record, text)


def marked(record: Record, text: str) -> str:
    """The words of a record as the examples of the patterns are written, long ones shortened.

    >>> from attrib.attributor import attribute
    >>> text = "“We are ready,” said Ana Ruiz."
    >>> marked(attribute(text).records[0], text)
    '{content:“We are ready,”} {cue:said} {source:Ana Ruiz}'
    """
    roles = [("content", span) for span in record.content]
    roles += [("cue", record.cue.span)] if record.cue else []
    roles += [("source", record.source)] if record.source else []
    # Marks that close come before those that open, and the longer stretch opens first.
    marks = [(span.start, 1, -span.end, f"{{{role}:") for role, span in roles]
    marks += [(span.end, 0, -span.start, "}") for _, span in roles]
    written: list[str] = []
    position = min(span.start for _, span in roles)
    for offset, _, _, mark in sorted(marks):
        written += [_shortened(text[position:offset]), mark]
        position = offset
    return "".join(written)


def _link_story(link: Link, text: str) -> str:
    """How one step of the way is known."""
    how = _BY[link.by] if link.by else "not known how"
    words = f", {_at(link.span, text)}" if link.span else ""
    facts = [link.listed if link.listed != link.name else None, link.kind, link.country]
    known = ", ".join(fact for fact in facts if fact)
    return f"{link.name}{f' ({known})' if known else ''}: {how}{words}."


def _origin(record: Record, text: str) -> Iterator[str]:
    yield f"The pattern {record.pattern} found it{_pattern_doc(record.pattern)}"
    for number, span in enumerate(record.content):
        yield f"{'And said' if number else 'Said'}: {_at(span, text)}."
    if cue := record.cue:
        verb = f", a form of “{cue.lemma}”" if cue.lemma and cue.lemma != cue.span.text else ""
        negated = ", negated" if cue.polarity == "negative" else ""
        negated += f", {cue.modality}" if cue.modality != "actual" else ""
        yield f"The cue is {_at(cue.span, text)}{verb}; class {cue.cue_class}{negated}."
    else:
        yield "No cue stands with it."
    if record.source:
        yield f"The source is {_at(record.source, text)}."
    else:
        yield "No words name a source."


def _reasons_story(record: Record, text: str) -> Iterator[str]:
    weighed = reasons(text, record)
    if not weighed or record.cue is None:
        return
    yield (
        f"That “{_shortened(record.cue.span.text)}” is a cue has probability "
        f"{probability(weighed):.2f}. Weighed for it:"
    )
    told = [piece for piece in weighed if piece[1] > 0][:_FOR]
    yield from map(_weight, told)
    if against := [piece for piece in weighed if piece[1] < 0][:_AGAINST]:
        yield "Against it:"
        yield from map(_weight, against)
    rest = sum(weight for _, weight in weighed) - sum(weight for _, weight in told + against)
    if others := len(weighed) - len(told) - len(against):
        yield f"And {others} lighter pieces of evidence, {rest:+.2f} together."


def _weight(weighed: tuple[Piece, float]) -> str:
    (looked_at, *seen), weight = weighed
    words = " ".join((part or "none") if isinstance(part, str) else f"{part:d}" for part in seen)
    return f"{weight:+.2f} {str(looked_at).replace('_', ' ')}: {words}"


def _speaker_story(speaker: Speaker, text: str) -> Iterator[str]:
    about = [f"The speaker is {speaker.name} ({speaker.kind})"]
    about += [speaker.title] if speaker.title else []
    about += [speaker.affiliation] if speaker.affiliation else []
    about += [_ANONYMITY[speaker.anonymity]] if speaker.anonymity else []
    yield f"{', '.join(about)}."
    if speaker.resolved_by == "none":
        yield "Nobody was resolved: the source's own words were kept."
    else:
        yield f"The resolver {speaker.resolved_by} decided{_resolver_doc(speaker.resolved_by)}"
    if speaker.confidence is not None:
        yield f"That this is the right name has probability {speaker.confidence:.2f}."
    if speaker.antecedent:
        yield f"The name comes from {_at(speaker.antecedent, text)}."
    if speaker.justification:
        yield f"Why this source: {_at(speaker.justification, text)}."


def _others_story(record: Record, text: str) -> Iterator[str]:
    """Who else the source might be, where that is in doubt."""
    speaker = record.speaker
    sure = speaker is not None and speaker.confidence is not None and speaker.confidence >= _SURE
    if record.source is None or sure:
        return
    attributions, resolution = resolved(text, record.document.publisher)
    for index, attribution in enumerate(attributions):
        if attribution.source == record.source and attribution.content[0] == record.content[0]:
            others = resolution.candidates(index)[:_RIVALS]
            if others:
                *some, last = others
                yield f"It might also be {', '.join(some)}{' or ' if some else ''}{last}."
            return


def _circumstances_story(record: Record, text: str) -> Iterator[str]:
    told = record.circumstances
    if told.addressee:
        yield f"Said to {told.addressee.name}: {_at(told.addressee.span, text)}."
    if told.medium:
        where = f": {_at(told.medium_span, text)}" if told.medium_span else ""
        yield f"In the form of a {told.medium}{where}."
    if told.time:
        days = " to ".join(day for day in (told.time.date, told.time.date_end) if day)
        yield f"When: {_at(told.time.span, text)}{f', which is {days}' if days else ''}."
    if told.place:
        yield f"Where: {_at(told.place, text)}."
    if told.venue:
        yield f"Obtained by {told.venue}."


def _at(span: Span, text: str) -> str:
    line, column = line_and_column(text, span.start)
    words = _shortened(span.text)
    shown = words if words.startswith(_MARKS) else f"“{words}”"
    return f"{shown} (line {line}, column {column})"


def _shortened(words: str) -> str:
    """The words on one line, the middle left out where they are many."""
    line = re.sub(r"\s+", " ", words)
    if len(line) <= _LONG:
        return line
    begin, end = line[: _LONG // 2].rsplit(" ", 1)[0], line[-_LONG // 3 :].split(" ", 1)[-1]
    return f"{begin} … {end}"


def _pattern_doc(name: str) -> str:
    from attrib.detection.patterns import PATTERNS

    return next((f": {first_line(row.doc)}" for row in PATTERNS if row.name == name), ".")


def _resolver_doc(name: str) -> str:
    from attrib.resolution.resolve import RESOLVERS

    return next((f": {first_line(row.doc)}" for row in RESOLVERS if row.name == name), ".")


def first_line(doc: str) -> str:
    """What a row of patterns or resolvers does, in a line."""
    return doc.strip().split("\n", 1)[0]
