"""From the readings that stand to attributions: tokens become spans, and the cue is classed."""

from __future__ import annotations

from collections.abc import Sequence

from attrib.detection.candidates import Candidate
from attrib.detection.patterns import name_of
from attrib.knowledge import lexicon
from attrib.knowledge.modality import modality
from attrib.lazily import re
from attrib.model import Attribution, Cue, Kind, Span
from attrib.words.tokens import Tokens


def attribution(tokens: Tokens, candidate: Candidate, parent: int | None) -> Attribution:
    """The attribution that a reading gives, `parent` the one in whose content it stands."""
    words = _span(tokens, candidate.cue) if candidate.cue[0] < candidate.cue[1] else None
    source = _without_verb(_span(tokens, candidate.source)) if candidate.source else None
    # `Neither responded` says what `they did not respond` does.
    negation = "not " if source and _NOBODY.match(source.text) else ""
    cue = None
    if words is not None:
        lemma, sort, polarity = lexicon.classify(negation + words.text, candidate.head.word)
        if candidate.head.lemma in ("refuse", "decline"):
            # `refused` is the cue, and `to say whether it would` what was refused.
            withheld = " ".join(tokens.words[candidate.cue[0] : candidate.cue[1] + 2])
            polarity = lexicon.classify(withheld)[2]
        first = min(candidate.cue[0], (candidate.source or candidate.cue)[0])
        before = " ".join(tokens.words[max(candidate.head.first, first - 2) : first])
        cue = Cue(
            span=words,
            lemma=lemma,
            cue_class=sort,
            polarity=polarity,
            modality=modality(words.text, before),
        )
    return Attribution(
        pattern=name_of(candidate.order, candidate.head),
        content=tuple(_span(tokens, piece) for piece in candidate.content),
        cue=cue,
        source=source,
        kind=_kind(tokens, candidate.content),
        confidence=round(candidate.confidence, 3),
        parent=parent,
        carried=candidate.carried,
    )


def _span(tokens: Tokens, token_range: tuple[int, int]) -> Span:
    return Span.of(tokens.text, *tokens.offsets(*token_range))


def _without_verb(source: Span) -> Span:
    """A pronoun without what is short for a verb: `She | 'd`, `They | ’ve`."""
    verb = _CONTRACTED.search(source.text) if len(source.text) < _LONGEST_PRONOUN else None
    if verb is None:
        return source
    return Span(source.start, source.start + verb.start(), source.text[: verb.start()])


_CONTRACTED = re.compile(r"(?<=[eIuoyt])['’](?:d|ve|ll|m|re)\Z")
_LONGEST_PRONOUN = 8
_NOBODY = re.compile(r"(?:neither|nobody|none|no one|no(?!\.? \d))\b", re.IGNORECASE)
_DIRECT_SHARE = 0.8


def _kind(tokens: Tokens, content: Sequence[tuple[int, int]]) -> Kind:
    """Direct where at least four words in five stand in quotation marks, mixed where any does."""
    forms, depth = tokens.forms, tokens.depth
    if not any(any(depth[first:last]) for first, last in content):
        return "indirect"
    words = [i for piece in content for i in range(*piece) if forms[i][0].isalnum()]
    quoted = sum(depth[i] > 0 for i in words)
    if not quoted:
        return "indirect"
    return "direct" if quoted >= _DIRECT_SHARE * len(words) else "mixed"
