"""Lone names that what is attributed to them shows to be people’s.

`“I was late,” Okon shrugged`: who says `I`, sighs or takes a turn in an interview is somebody,
whatever else the article leaves open about the name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrib.knowledge import nouns
from attrib.lazily import re
from attrib.model import Attribution
from attrib.resolution.phrases import Phrase

_SAYS_I = re.compile(r"(?<![\w.&])I(?:['’](?:m|ve|d|ll))?\b(?![.\w])|\b[Mm](?:y|e|yself)\b")
_OF_PEOPLE = frozenset(
    """asked asks thought thinks joked jokes quipped recalled recalls shouted shouts yelled cried
    cries whispered muttered murmured mumbled sighed laughed smiled grinned shrugged snapped
    grumbled moaned groaned sobbed screamed roared retorted remarked mused admitted""".split()
)
"""Cues that only people are given with a quotation."""
_FEWEST_TURNS = 3
_LABEL_MARKS = frozenset((":", ".", ">", "-", "–", "—", "--"))


def people(
    text: str, attributions: Sequence[Attribution], read: Sequence[Phrase | None]
) -> frozenset[str]:
    """The names of lone words that somebody bears who speaks in the article.

    >>> from attrib import attribute
    >>> turns = "Moss: No.\\n\\nOkon: Why?\\n\\nMoss: So."
    >>> asked = "Okon asked why it was late."
    >>> for text in ("“My boat,” said Okon.", turns, "Okon: No.", asked):
    ...     print([record.speaker.kind for record in attribute(text)])
    ['person']
    ['person', 'person', 'person']
    []
    ['person']
    """
    turns = sum(
        each.kind != "direct" and each.cue is not None and each.cue.text in _LABEL_MARKS
        for each in attributions
    )
    found: set[str] = set()
    for name, attribution in _lone(attributions, read):
        said = attribution.cue.text.lower() if attribution.cue is not None else None
        if attribution.kind == "direct":
            personal = said in _OF_PEOPLE or any(
                _SAYS_I.search(piece.text) for piece in attribution.content
            )
            announced = said is None and _is_label(text, attribution)
            if personal or announced or (said == ":" and _is_within_line(text, attribution)):
                found.add(name)
        elif said in _LABEL_MARKS and turns >= _FEWEST_TURNS:
            found.add(name)
        elif said is not None and said.endswith(_ASKS) and _is_question(attribution):
            found.add(name)  # `Okon then asked Ruiz which states she could win`
    return frozenset(found)


def _is_question(attribution: Attribution) -> bool:
    return _QUESTION.match(attribution.content[0].text) is not None


_ASKS = ("asked", "asks", "wondered", "wonders")
_QUESTION = re.compile(
    r"(?:[A-Z][\w’'-]+ ){0,3}(?:if|whether|why|how|what|which|who|whom|when|where)\b"
)


def _is_label(text: str, attribution: Attribution) -> bool:
    """Whether a colon stands between a source and what it says: `Okon again: “…”`."""
    source, said = attribution.source, attribution.content[0]
    return source is not None and text[source.end : said.start].rstrip().endswith(":")


_PRINTED = re.compile(r"statement|release|report|letter|filing|notice|post|blog|website|account")
_NEAR = 60
_OF_SELF = re.compile(r"(?:that )?(?:he|she|his|her)\b")


def quoted(
    text: str, attributions: Sequence[Attribution], read: Sequence[Phrase | None]
) -> frozenset[str]:
    """The names of lone words whose bearers are quoted, and not from what bodies put out, or say
    something of himself or herself: `Okon said she was late`.

    Such a name is more often a person's than a body's, where nothing else tells.
    """
    found: set[str] = set()
    for name, attribution in _lone(attributions, read):
        of_self = _OF_SELF.match(attribution.content[0].text)
        if not (of_self or attribution.kind == "direct") or name.isupper() or name.endswith("s"):
            continue
        parts = [span.end for span in (attribution.cue, attribution.source) if span is not None]
        if not _PRINTED.search(text, max(parts), max(parts) + _NEAR):
            found.add(name)
    return frozenset(found)


def _is_within_line(text: str, attribution: Attribution) -> bool:
    """Whether something stands before a label on its line, so that it is no headline’s."""
    start = attribution.source.start if attribution.source is not None else 0
    return text[max(0, start - 2) : start].strip() != ""


def _lone(
    attributions: Sequence[Attribution], read: Sequence[Phrase | None]
) -> Iterator[tuple[str, Attribution]]:
    """The attributions whose source is one word that may be a surname, with that word."""
    for attribution, phrase in zip(attributions, read, strict=True):
        if phrase is None or phrase.name is None or phrase.form != "name":
            continue
        name = phrase.name.reading.name
        if " " not in name and nouns.lookup(name) is None and name not in nouns.known_bodies():
            yield name, attribution
