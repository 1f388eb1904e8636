"""Patterns and resolvers at work, and the stories of records: what `attrib explain` prints."""

from __future__ import annotations

from collections.abc import Callable

from attrib.analysis import Analysis
from attrib.errors import UsageError
from attrib.lazily import re
from attrib.model import Record
from attrib.records.story import first_line, marked, tell

_OPENING = re.compile(r"\{[a-z]+\d*:")
_ANSWER = re.compile(r"\{([^{}=]*)=[^{}]*\}")


def overview() -> str:
    """Every pattern and resolver with the first line of its doc and its example."""
    from attrib.detection.patterns import PATTERNS
    from attrib.resolution.resolve import RESOLVERS

    lines = ["Patterns:", ""]
    for row in PATTERNS:
        lines += [row.name, f"    {first_line(row.doc)}", f"    {row.example}"]
    lines += ["", "Resolvers, asked in this order:", ""]
    for resolver in RESOLVERS:
        lines += [resolver.name, f"    {first_line(resolver.doc)}"]
    return "\n".join(lines) + "\n"


def explain(subject: str | Record | Analysis, text: str | None = None) -> str:
    """A pattern or a resolver with its examples at work, or how a record came about.

    A record, or all those of an analysis, are told by the text they were made from; `text` is
    wanted only for records that were read back without it. UsageError for an unknown name.

    >>> from attrib import attribute
    >>> analysis = attribute("Ana Ruiz said the dam would hold.")
    >>> print(explain(analysis[0]).splitlines()[1])
      {source:Ana Ruiz} {cue:said} {content:the dam would hold}
    >>> print(explain("first_person").splitlines()[0])
    first_person (resolver)
    """
    if isinstance(subject, Record):
        return _told(subject, text)
    if isinstance(subject, Analysis):
        stories = [_told(record, text) for record in subject.records]
        return "\n".join(stories) or "no attribution found\n"
    if isinstance(subject, str):
        return _row(subject)
    raise UsageError(
        "explain takes a record, an analysis, or the name of a pattern or resolver, not a "
        f"{type(subject).__name__}"
    )


def _told(record: Record, text: str | None) -> str:
    words = text or record.document.text
    if not words:
        raise UsageError("the record came without its text; give it: explain(record, text)")
    return "\n  ".join(tell(record, words)) + "\n"


def _row(name: str) -> str:
    from attrib.detection.patterns import PATTERNS, near_names
    from attrib.resolution.resolve import RESOLVERS

    for row in PATTERNS:
        if row.name == name:
            examples = (row.example, row.counter_example)
            return _at_work(f"{name} (pattern)", row.doc, examples, _roles)
    for resolver in RESOLVERS:
        if resolver.name == name:
            examples = (resolver.example, resolver.counter_example)
            return _at_work(f"{name} (resolver)", resolver.doc, examples, _resolution)
    known = [row.name for row in PATTERNS] + [row.name for row in RESOLVERS]
    raise UsageError(f"no file, pattern or resolver is called {name!r}; {near_names(name, known)}")


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
    from attrib.attributor import attribute

    return [describe(record) for record in attribute(unmarked(example)).records] or ["nothing"]


def _roles(record: Record) -> str:
    return f"{record.pattern}: {marked(record, record.document.text)}"


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
