"""Patterns, resolvers and records in plain words: what `attrib explain` prints."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from attrib.analysis import Analysis
from attrib.errors import UsageError
from attrib.knowledge import weights
from attrib.knowledge.weights import SHIPPED, Piece, Weights
from attrib.model import Link, Record, Span, Speaker
from attrib.reading.text import line_and_column

if TYPE_CHECKING:
    from attrib.detection.cues import CueWord
    from attrib.detection.views import Scene
    from attrib.model import Attribution
    from attrib.reading.layouts import Layout
    from attrib.resolution.resolve import Resolution
    from attrib.words.tokens import Tokens

_OPENING = re.compile(r"\{[a-z]+\d*:")
_BY_FORM = frozenset(("content-dash-source", "content-colon-source"))
"""Patterns that are read by their form alone; no evidence is weighed."""
_ANSWER = re.compile(r"\{([^{}=]*)=[^{}]*\}")
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


def overview() -> str:
    """Every pattern and resolver with the first line of its doc and its example."""
    from attrib.detection.patterns import PATTERNS
    from attrib.resolution.resolve import RESOLVERS

    lines = ["Patterns:", ""]
    for row in PATTERNS:
        lines += [row.name, f"    {_first_line(row.doc)}", f"    {row.example}"]
    lines += ["", "Resolvers, asked in this order:", ""]
    for resolver in RESOLVERS:
        lines += [resolver.name, f"    {_first_line(resolver.doc)}"]
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


def reasons(text: str, record: Record, learned: Weights = SHIPPED) -> list[tuple[Piece, float]]:
    """Each piece of evidence on whether the record's cue is one, and its weight; heaviest first.

    The weights add up to a score, of which `weights.probability` makes the likelihood of the word
    being a cue. Nothing is returned for a cue that stands nowhere in the text. `learned` are the
    tables that the record was found by.

    >>> from attrib.attributor import attribute
    >>> from attrib.knowledge.weights import probability
    >>> text = "Ana Ruiz said the dam would hold."
    >>> record = attribute(text).records[0]
    >>> total = sum(weight for _, weight in reasons(text, record))
    >>> probability(total) > 0.9
    True
    """
    from attrib.detection import scoring

    if record.cue is None or record.pattern in _BY_FORM:
        return []
    layout, tokens, scene, words = _replayed(text, learned)
    cue = record.cue.span
    first, last = tokens.range(layout.plain_offset(cue.start), layout.plain_offset(cue.end))
    draw = scoring.drawer("cue")
    pieces = [
        [
            (piece, weight)
            for piece in draw(scene, word, "", 0, word.at)
            if (weight := scoring.weight("cue", piece, learned))
        ]
        for word in words
        if first <= word.at < last
    ]
    if not pieces:
        return []
    # A cue of several words was found by one of them: the likeliest.
    head = max(pieces, key=_probability)
    return sorted(head, key=lambda piece: -abs(piece[1]))


def _probability(pieces: list[tuple[Piece, float]]) -> float:
    return weights.probability(sum(weight for _, weight in pieces))


@lru_cache(maxsize=1)
def _replayed(text: str, learned: Weights) -> tuple[Layout, Tokens, Scene, list[CueWord]]:
    """What the detector saw of a text; kept while one record of it after another is told."""
    from attrib.detection import cues, views
    from attrib.reading import layouts
    from attrib.words import quotes, sentences, tags
    from attrib.words.tokens import tokenize

    layout = layouts.read(text)
    quotations, _ = quotes.find(layout.plain)
    tokens = tokenize(layout.plain, quotations, sentences.split(layout.plain, quotations))
    tagged = tags.tag(tokens, learned)
    scene = views.scene(tokens, tagged, learned)
    return layout, tokens, scene, cues.find(tokens, tagged, learned)


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
        f"{_probability(weighed):.2f}. Weighed for it:"
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
    attributions, resolution = _resolved(text, record.document.publisher)
    for index, attribution in enumerate(attributions):
        if attribution.source == record.source and attribution.content[0] == record.content[0]:
            others = resolution.candidates(index)[:_RIVALS]
            if others:
                *some, last = others
                yield f"It might also be {', '.join(some)}{' or ' if some else ''}{last}."
            return


@lru_cache(maxsize=1)
def _resolved(text: str, publisher: str | None) -> tuple[list[Attribution], Resolution]:
    """The resolvers after they have read a text, kept as `_replayed` is."""
    from attrib import pipeline
    from attrib.article import metadata
    from attrib.outlets import mentions as outlets
    from attrib.resolution.resolve import Resolution
    from attrib.words import quotes, sentences

    layout, tokens, _, _ = _replayed(text, SHIPPED)
    plain = layout.plain
    document = metadata.read(plain, publisher=publisher)
    quotations, _ = quotes.find(plain)
    attributions = pipeline.attributions_of(tokens)
    mentions = outlets.find(plain, publisher=document.publisher, credited=document.credits)
    resolution = Resolution(document, quotations, sentences.split(plain, quotations), mentions)
    resolution.speakers(attributions)
    return [*layout.restore(tuple(attributions))], resolution


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

    return next((f": {_first_line(row.doc)}" for row in PATTERNS if row.name == name), ".")


def _resolver_doc(name: str) -> str:
    from attrib.resolution.resolve import RESOLVERS

    return next((f": {_first_line(row.doc)}" for row in RESOLVERS if row.name == name), ".")


def _first_line(doc: str) -> str:
    return doc.strip().split("\n", 1)[0]
