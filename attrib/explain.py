"""Patterns, resolvers and records in plain words: what `attrib explain` prints."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from difflib import get_close_matches

from attrib.errors import UsageError
from attrib.model import Record, Span, Speaker
from attrib.text import line_and_column

_OPENING = re.compile(r"\{[a-z]+\d*:")
_ANSWER = re.compile(r"\{([^{}=]*)=[^{}]*\}")
_KINDS = {
    "direct": "a direct quotation",
    "mixed": "a report with quoted words",
    "indirect": "a report in other words",
}
_MARKS = ("“", "”", '"', "‘", "'", "«", "„", "`")
_ANONYMITY = {
    "requested": "who asked not to be named",
    "implied": "who is not named, as the words imply",
    "unnamed": "who is not named",
}


def overview() -> str:
    """Every pattern and resolver with the first line of its doc and its example."""
    from attrib.patterns import PATTERNS
    from attrib.resolve import RESOLVERS

    lines = ["Patterns:", ""]
    for row in PATTERNS:
        lines += [row.name, f"    {_first_line(row.doc)}", f"    {row.example}"]
    lines += ["", "Resolvers, asked in this order:", ""]
    for resolver in RESOLVERS:
        lines += [resolver.name, f"    {_first_line(resolver.doc)}"]
    return "\n".join(lines) + "\n"


def explain(name: str) -> str:
    """A pattern or a resolver with its examples at work; UsageError for an unknown name."""
    from attrib.patterns import PATTERNS
    from attrib.resolve import RESOLVERS

    for row in PATTERNS:
        if row.name == name:
            examples = (row.example, row.counter_example)
            return _at_work(f"{name} (pattern)", row.doc, examples, _roles)
    for resolver in RESOLVERS:
        if resolver.name == name:
            examples = (resolver.example, resolver.counter_example)
            return _at_work(f"{name} (resolver)", resolver.doc, examples, _resolution)
    known = [row.name for row in PATTERNS] + [row.name for row in RESOLVERS]
    close = get_close_matches(name, known, 3, 0.5)
    hint = f"did you mean {' or '.join(close)}?" if close else "attrib explain lists them"
    raise UsageError(f"no file, pattern or resolver is called {name!r}; {hint}")


def _at_work(
    title: str, doc: str, examples: tuple[str, str | None], describe: Callable[[Record], str]
) -> str:
    """The page of a row: what it does, its examples, and what attrib makes of them now."""
    lines = [title, "", *(line.strip() for line in doc.strip().split("\n"))]
    for heading, example in zip(("Example:", "Not this:"), examples, strict=True):
        if example:
            lines += ["", heading, f"    {example}", "Read now:"]
            lines += [f"    {finding}" for finding in _reading(example, describe)]
    return "\n".join(lines) + "\n"


def _reading(example: str, describe: Callable[[Record], str]) -> list[str]:
    """What attrib finds in an example, a line for each record."""
    from attrib.pipeline import attribute

    return [describe(record) for record in attribute(unmarked(example)).records] or ["nothing"]


def _roles(record: Record) -> str:
    roles = [f"content {' … '.join(span.text for span in record.content)}"]
    roles += [f"cue {record.cue.span.text}"] if record.cue else []
    roles += [f"source {record.source.text}"] if record.source else []
    return f"{record.pattern}: {'; '.join(roles)}"


def _resolution(record: Record) -> str:
    speaker = f"{record.speaker.name} by {record.speaker.resolved_by}" if record.speaker else "?"
    return f"{record.source.text if record.source else 'no source'} → {speaker}"


def unmarked(example: str) -> str:
    """An example without the marks that carry its answer.

    >>> unmarked("{content:“We are ready,”} {cue:said} {source:Ana Ruiz}.")
    '“We are ready,” said Ana Ruiz.'
    >>> unmarked("{Mayor Ana Ruiz=Ana Ruiz} said [it rained].")
    'Mayor Ana Ruiz said it rained.'
    """
    text, named = _ANSWER.subn(r"\1", example)
    text = _OPENING.sub("", text).replace("}", "")
    return text.replace("[", "").replace("]", "") if named else text


def tell(record: Record, text: str) -> Iterator[str]:
    """How a record came about, sentence by sentence."""
    yield f"{record.id}: {_KINDS[record.kind]}, confidence {record.confidence:.2f}."
    yield from _origin(record, text)
    if record.speaker:
        yield from _speaker_story(record.speaker, text)
    else:
        yield "Who spoke is not known."
    if record.chain:
        steps = " → ".join(f"{link.name} ({link.role})" for link in record.chain)
        yield f"The way it came: {steps}."
    yield from _circumstances_story(record, text)
    if record.nested_in:
        yield f"It stands in the content of {record.nested_in}."


def _origin(record: Record, text: str) -> Iterator[str]:
    yield f"The pattern {record.pattern} found it{_pattern_doc(record.pattern)}"
    for number, span in enumerate(record.content):
        yield f"{'And said' if number else 'Said'}: {_at(span, text)}."
    if cue := record.cue:
        verb = f", a form of “{cue.lemma}”" if cue.lemma and cue.lemma != cue.span.text else ""
        negated = ", negated" if cue.polarity == "negative" else ""
        yield f"The cue is {_at(cue.span, text)}{verb}; class {cue.cue_class}{negated}."
    else:
        yield "No cue stands with it."
    if record.source:
        yield f"The source is {_at(record.source, text)}."
    else:
        yield "No words name a source."


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
    if speaker.antecedent:
        yield f"The name comes from {_at(speaker.antecedent, text)}."
    if speaker.justification:
        yield f"Why this source: {_at(speaker.justification, text)}."


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
    words = " ".join(span.text.split())
    shown = words if words.startswith(_MARKS) else f"“{words}”"
    return f"{shown} (line {line}, column {column})"


def _pattern_doc(name: str) -> str:
    from attrib.patterns import PATTERNS

    return next((f": {_first_line(row.doc)}" for row in PATTERNS if row.name == name), ".")


def _resolver_doc(name: str) -> str:
    from attrib.resolve import RESOLVERS

    return next((f": {_first_line(row.doc)}" for row in RESOLVERS if row.name == name), ".")


def _first_line(doc: str) -> str:
    return doc.strip().split("\n", 1)[0]
