"""Check the quotations of a draft against the sources they were taken from.

Each quotation is looked for word by word, and where the words stand decides. In quotation marks,
or in a person's own words throughout, they are a speaker's, and the draft must name that speaker;
anywhere else they are the reporter's, and nobody said them so. What editors may do to a quotation
(cut with an ellipsis, insert in brackets, fit capitals and the last mark to the sentence) is told
apart from what they may not: other words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, Literal

from attrs import frozen

from attrib.across.collation import Collation, Piece
from attrib.across.passages import Passage
from attrib.across.search import Anchor, Quoted, collations, places_of
from attrib.across.voices import Verdict, Voices, Where
from attrib.analysis import Analysis
from attrib.knowledge.wording import Words, words_of
from attrib.model import Quotation, Span
from attrib.words import quotes

Status = Literal[
    "verbatim",
    "edited",
    "altered",
    "another speaker",
    "speaker not confirmed",
    "paraphrase in marks",
    "not said",
    "not found",
    "not checked",
]

_TYPOGRAPHY = frozenset(("same", "marks", "ending"))
"""Differences that every house style makes and that leave a quotation verbatim."""
_OWN: tuple[Where, ...] = ("quotation", "transcript")
"""Places where the words are a speaker's."""
_MOSTLY = 0.7
"""Share of the words in marks from which on a changed quotation was taken from there."""
_LIKE = 0.75
"""Share of the words from which on a quotation was taken from prose, with changes."""


@frozen(kw_only=True)
class QuotationCheck:
    """What became of one quotation of a draft."""

    quotation: Quotation
    status: Status
    speaker: str | None
    """Who says it in the draft."""
    source: str | None = None
    """Path or id of the source where it was found."""
    found: Span | None = None
    """Where in that source."""
    where: Where | None = None
    """Whose words stand there."""
    found_speaker: str | None = None
    """Who says it there, where the source tells."""
    joined: bool = False
    """It makes one quotation of two."""
    pieces: tuple[Piece, ...] = ()
    """The whole quotation, beside what the source has."""

    @property
    def ok(self) -> bool:
        """Whether it may be printed: the words are the speaker's, or there was nothing to check."""
        return self.status in ("verbatim", "edited", "not checked")

    @property
    def difference(self) -> str:
        """The quotation with `[-the source's words-]` and `{+the draft's+}` where they part."""
        return " ".join(str(piece) for piece in self.pieces)

    def explained(self, place: str | None = None) -> str:
        """What stands where, for the editor; `place` is what to call the source.

        >>> from attrib import attribute
        >>> draft = attribute("“The dam is old,” said Ana Ruiz.", id="draft")
        >>> notes = attribute("The dam is old. Ana Ruiz is the mayor.", id="notes")
        >>> [found.explained() for found in check(draft, [notes])]
        ['stands in notes as the reporter’s own words: nobody says them there']
        """
        at, who = place or self.source, self.speaker or "nobody by name"
        by = f"said by {self.found_speaker}" if self.found_speaker else "with no speaker named"
        match self.status:
            case "verbatim" if self.where == "transcript":
                return f"stands so in {at}, {by}, where all words are the speaker’s"
            case "verbatim":
                return f"stands so in quotation marks in {at}, {by}"
            case "edited":
                return f"stands in {at}, {by}, but for fair edits: {self.difference}"
            case "altered" if self.joined:
                return f"makes one quotation of words that {at} has apart: {self.difference}"
            case "altered":
                return f"has other words than {at}: {self.difference}"
            case "another speaker":
                return f"is {by} in {at}, not by {who}"
            case "speaker not confirmed" if self.found_speaker:
                return f"is in marks in {at}, it seems {by}: that {who} says it is not stated"
            case "speaker not confirmed":
                return f"is in marks in {at}, which does not state that {who} says it"
            case "paraphrase in marks":
                told = f"what {self.found_speaker} said" if self.found_speaker else "what was said"
                return f"stands in {at} as the reporter’s wording of {told}"
            case "not said":
                return f"stands in {at} as the reporter’s own words: nobody says them there"
            case "not found":
                return "stands in none of the sources"
            case "not checked":
                return "is a term or a title that the draft has nobody say"

    def to_dict(self) -> dict[str, Any]:
        return {
            "status": self.status,
            "ok": self.ok,
            "message": self.explained(),
            "quotation": [span.to_dict() for span in self.quotation.spans],
            "speaker": self.speaker,
            "source": self.source,
            "found": self.found.to_dict() if self.found else None,
            "where": self.where,
            "found_speaker": self.found_speaker,
            "differences": [
                {"edit": piece.edit, "draft": piece.draft, "source": piece.source}
                for piece in self.pieces
                if piece.edit != "same"
            ],
        }


def check(
    draft: Analysis, sources: Iterable[Analysis], transcripts: Iterable[Analysis] = ()
) -> tuple[QuotationCheck, ...]:
    """Every outermost quotation of the draft, in order, held against the sources.

    Of `transcripts`, each is one person's words throughout. The cost grows with the length of the
    sources; one of them is in memory at a time, if `sources` is a generator.

    >>> from attrib import attribute
    >>> source = attribute("“We will not raise taxes this year,” said Ana Ruiz. The dam is old.")
    >>> draft = attribute("“We will raise taxes this year,” said Ana Ruiz. “The dam is old,” "
    ...     "said Ivo Stone.")
    >>> [(found.status, found.difference) for found in check(draft, [source])]
    [('altered', 'We will [-not-] raise taxes this year,'), ('not said', 'The dam is old,')]
    """
    quotations, _ = quotes.find(draft.document.text)
    voices = Voices(draft)
    quoted = [_quoted(draft, voices, each) for each in quotations if each.depth == 0]
    pairs: defaultdict[Anchor, list[int]] = defaultdict(list)
    for n, item in enumerate(quoted):
        for pair in set(item.anchors):
            pairs[pair].append(n)
    best: list[_Found | None] = [None] * len(quoted)
    for one_speaker, group in ((False, sources), (True, transcripts)):
        for source in group:
            for n, found in _search(source, quoted, pairs, one_speaker):
                before = best[n]
                if before is None or found.rank > before.rank:
                    best[n] = found
    return tuple(_checked(item, found) for item, found in zip(quoted, best, strict=True))


@frozen(kw_only=True)
class _Found:
    """A place where a quotation stands in a source, and how it compares."""

    source: str
    collation: Collation
    where: Where
    name: str | None
    """Who says it there."""
    verdict: Verdict
    joined: bool

    @property
    def changed(self) -> bool:
        return self.collation.changed or self.joined

    @property
    def rank(self) -> tuple[bool, float, int, int, float, bool]:
        """Greater for the place that speaks more for the draft."""
        place = {"quotation": 3, "transcript": 2, "claim": 1, "prose": 0}[self.where]
        return (
            not self.changed,
            self.collation.share if self.changed else 0,
            place,
            {"same": 2, "unknown": 1, "another": 0}[self.verdict],
            self.collation.share,
            all(piece.edit == "same" for piece in self.collation.pieces),
        )


def _checked(item: Quoted, found: _Found | None) -> QuotationCheck:
    name = item.speaker.name if item.speaker else None
    status = _status(item, found)
    if found is None or status in ("not found", "not checked"):
        return QuotationCheck(quotation=item.quotation, status=status, speaker=name)
    return QuotationCheck(
        quotation=item.quotation,
        status=status,
        speaker=name,
        source=found.source,
        found=found.collation.span,
        where=found.where,
        found_speaker=found.name,
        joined=found.joined,
        pieces=found.collation.pieces,
    )


def _status(item: Quoted, found: _Found | None) -> Status:
    """What became of a quotation, by the best place that was found for it."""
    nobody_s = not item.printed.tokens or (item.is_term and not item.attributed)
    if found is None or (found.where not in _OWN and nobody_s):
        return "not checked" if nobody_s else "not found"
    if found.where not in _OWN:
        if found.changed and found.collation.share < _LIKE:
            return "not found"
        return "paraphrase in marks" if found.where == "claim" else "not said"
    if found.verdict == "another":
        return "another speaker"
    if found.changed:
        return "altered"
    if found.verdict == "unknown":
        return "speaker not confirmed"
    edits = {piece.edit for piece in found.collation.pieces}
    return "verbatim" if edits <= _TYPOGRAPHY else "edited"


def _quoted(draft: Analysis, voices: Voices, quotation: Quotation) -> Quoted:
    covering = voices.records(quotation.start, quotation.end)
    record = covering[0] if covering else None
    return Quoted(
        quotation=quotation,
        passage=Passage.of(draft.document.text, quotation),
        printed=Passage.printed(draft.document.text, quotation),
        speaker=record.speaker if record else None,
        attributed=record is not None,
    )


def _search(
    source: Analysis,
    quoted: Sequence[Quoted],
    pairs: Mapping[Anchor, Sequence[int]],
    one_speaker: bool,
) -> Iterator[tuple[int, _Found]]:
    """The best place of each quotation in one source."""
    text = source.document.text
    words = words_of(text)
    places = places_of(words, pairs)
    if not places:
        return
    voices = Voices(source, one_speaker=one_speaker)
    name = source.document.path or source.document.id
    for n in sorted({n for anchor in places for n in pairs[anchor]}):
        found = [
            _judged(quoted[n], name, collation, words, voices)
            for collation in collations(quoted[n], text, words, places)
        ]
        if found:
            yield n, max(found, key=lambda each: each.rank)


def _judged(
    item: Quoted, source: str, collation: Collation, words: Words, voices: Voices
) -> _Found:
    """Whose words a quotation stands in, who says them, and whether they are one quotation."""
    matched = [k for run in collation.runs for k in range(*run.source)]
    starts = [words.starts[k] for k in matched]
    found = [voices.where(start) for start in starts]
    own = sum(each in _OWN for each in found)
    where: Where
    if own == len(found) or (collation.changed and own >= _MOSTLY * len(found)):
        where = "transcript" if "quotation" not in found else "quotation"
    else:
        where = "claim" if found.count("claim") >= found.count("prose") else "prose"
    marks = [voices.quotation(start) for start in starts]
    joined = where in _OWN and any(
        marks[n] != marks[n + 1]
        and None not in (marks[n], marks[n + 1])
        and matched[n + 1] not in collation.breaks
        and not voices.one_record(starts[n], starts[n + 1])
        for n in range(len(marks) - 1)
    )
    stretches = [
        [at for at, _ in group]
        for _, group in groupby(zip(matched, marks, strict=True), lambda e: e[1])
    ]
    heard = [
        voices.heard(words.starts[run[0]], words.ends[run[-1]], item.speaker) for run in stretches
    ]
    verdicts = [voice.verdict for voice in heard]
    verdict = next(each for each in ("another", "unknown", "same") if each in verdicts)
    return _Found(
        source=source,
        collation=collation,
        where=where,
        name=heard[verdicts.index(verdict)].name,
        verdict=verdict,
        joined=joined,
    )
