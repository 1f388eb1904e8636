"""A card for each attribution of a page: its words, and under a term each what is known of it."""

from __future__ import annotations

from collections.abc import Iterator

from attrib.display.doubt import with_doubt
from attrib.display.markup import NOBODY, escaped, quoted, speaker_of
from attrib.display.segments import Annotated
from attrib.model import Link, Record


def cards(analysis: Annotated, own: str, colours: dict[str, int]) -> str:
    """The cards as a list; `own` is the article’s anchor, empty where nothing may be linked."""
    numbers = {record.id: index for index, record in enumerate(analysis.records)}
    made = []
    for index, record in enumerate(analysis.records):
        name, shown = speaker_of(record), escaped(with_doubt(record, NOBODY))
        rows = "".join(
            f"<dt>{term}</dt><dd>{words}</dd>" for term, words in _facts(record, own, numbers)
        )
        anchor = f' id="{own}-{index}"' if own else ""
        made.append(
            f'<li{anchor} class="card sp{colours[name]}" tabindex="-1" data-kind="{record.kind}" '
            f'data-speaker="{colours[name]}" data-confidence="{record.confidence}">'
            f"<h3><bdi>{shown}</bdi> <small>{record.kind}</small></h3>"
            f'<p class="words">{_pieces(record)}</p><dl>{rows}</dl></li>'
        )
    return f'<ol class="cards">{"".join(made)}</ol>'


def _link(link: Link) -> str:
    """One step of the way, with how it is known for who points at it."""
    words = f"“{link.span.text}”" if link.span and link.role != "speaker" else None
    known = [link.role, link.by, words, link.listed, link.kind, link.country]
    title = escaped(", ".join(part for part in known if part))
    return f'<bdi title="{title}">{escaped(link.name)}</bdi>'


def _facts(record: Record, own: str, numbers: dict[str, int]) -> Iterator[tuple[str, str]]:
    """Terms and, escaped, what the record says under each."""
    speaker, circumstances = record.speaker, record.circumstances
    if record.chain:
        yield "Chain", " → ".join(map(_link, record.chain))
    if speaker:
        about = [speaker.kind, speaker.title, speaker.affiliation, speaker.anonymity]
        yield "Speaker", escaped(", ".join(part for part in about if part))
        if speaker.justification:
            yield "Why", quoted(speaker.justification)
    if record.source:
        yield "Source", quoted(record.source)
    if speaker and speaker.resolved_by != "none":
        found = f" from {quoted(speaker.antecedent)}" if speaker.antecedent else ""
        sure = "" if speaker.confidence is None else f", right with {speaker.confidence:.2f}"
        yield "Resolved", f"by {escaped(speaker.resolved_by)}{found}{sure}"
    if cue := record.cue:
        negated = ", negated" if cue.polarity == "negative" else ""
        negated += f", {cue.modality}" if cue.modality != "actual" else ""
        yield "Cue", f"{quoted(cue.span)} <small>{cue.cue_class}{negated}</small>"
    if circumstances.addressee:
        yield "To", f"<bdi>{escaped(circumstances.addressee.name)}</bdi>"
    how = [circumstances.medium, circumstances.venue]
    if any(how):
        yield "In", escaped(", ".join(part for part in how if part))
    if time := circumstances.time:
        yield "When", f"{quoted(time.span)} {escaped(time.date or '')}"
    if circumstances.place:
        yield "Where", quoted(circumstances.place)
    if record.nested_in in numbers:
        outer = numbers[record.nested_in]
        link = f'<a href="#{own}-{outer}">attribution {outer + 1}</a>'
        yield "Inside", link if own else f"attribution {outer + 1}"
    yield "Pattern", f"<code>{escaped(record.pattern)}</code>"
    value = f"{record.confidence:.2f}"
    meter = f'<meter min="0" max="1" value="{value}" aria-label="confidence">{value}</meter>'
    yield "Confidence", f"{value} {meter}"


def _pieces(record: Record) -> str:
    return " … ".join(f"<bdi>{escaped(span.text)}</bdi>" for span in record.content)
