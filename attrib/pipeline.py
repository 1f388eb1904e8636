"""The stages in order: from the text of an article to its provenance records.

`analyse` is the design on one page; what a caller gives is made ready for it in `attributor`.
"""

from __future__ import annotations

import logging
import math
from collections.abc import Sequence
from itertools import takewhile
from time import monotonic

from attrib.analysis import Analysis
from attrib.article.metadata import Header
from attrib.detection import (
    as_put,
    attributions,
    choose,
    clefts,
    credit_lines,
    cues,
    detect,
    embedded_posts,
    floating,
    headlines,
    in_opinion,
    in_words,
    inscriptions,
    interviews,
    joint_tellers,
    messages,
    misgiven,
    nesting,
    not_said,
    outside_commas,
    pointed_back,
    polls,
    predicates,
    retold,
    transcripts,
    views,
)
from attrib.knowledge.weights import SHIPPED, Weights
from attrib.model import Attribution, Document, Note, Record, Span
from attrib.outlets import mentions as outlets
from attrib.provenance import chain, circumstances, ledger, relays
from attrib.provenance.ids import record_ids
from attrib.resolution import resolve
from attrib.resolution.alone import without_source
from attrib.words import quoted_hearers, quotes, sentences, tags
from attrib.words.tokens import Tokens, tokenize

logger = logging.getLogger("attrib")
logger.addHandler(logging.NullHandler())


def analyse(
    document: Document,
    header: Header,
    min_confidence: float | None = None,
    max_seconds: float = math.inf,
    learned: Weights = SHIPPED,
    quoted: Sequence[tuple[int, int]] = (),
) -> Analysis:
    """The records of a document with that header: the stages of attrib, one a line.

    Its text is read as it stands: `Attributor.attribute` hands on what `layouts` makes of a text.
    """
    deadline = monotonic() + max_seconds
    text = document.text
    quotations, notes = quotes.find(text)
    split = _without_datelines(sentences.split(text, quotations), header.furniture, text)
    tokens = tokenize(text, quotations, split, quoted_hearers.find(text, quotations))
    attributions = attributions_of(
        tokens, min_confidence, header.furniture, deadline, learned, quoted
    )
    if monotonic() > deadline:
        logger.warning("%s: %g seconds used up", document.path or document.id, max_seconds)
        notes += (Note(f"{max_seconds:g} seconds used up; not all of the text was searched"),)
    mentions = outlets.find(text, publisher=document.publisher, credited=document.credits)
    attributions, around = relays.part(text, attributions, mentions)
    speakers = resolve.speakers(document, attributions, quotations, split, mentions)
    found = circumstances.find(document, attributions, speakers, mentions)
    chains = chain.build(document, header, attributions, speakers, found, mentions)
    ids = record_ids(document.id, attributions)
    alone = [without_source(*each) for each in zip(attributions, speakers, strict=True)]

    def _outside(i: int) -> int | None:
        parent = attributions[i].parent
        while parent is not None and parent in around:
            parent = attributions[parent].parent
        return parent

    records = tuple(
        Record(
            id=ids[i],
            document=document,
            kind=attribution.kind,
            content=attribution.content,
            cue=attribution.cue,
            source=attribution.source,
            speaker=speaker,
            chain=chains[i],
            circumstances=found[i],
            nested_in=None if (parent := _outside(i)) is None else ids[parent],
            confidence=attribution.confidence,
            pattern=attribution.pattern,
        )
        for i, (attribution, speaker) in enumerate(alone)
        if i not in around
    )
    held = ledger.keep(text, quotations, records)
    return Analysis(document, records, (*ledger.notes(held), *notes), held)


def _without_datelines(
    split: Sequence[tuple[int, int]], furniture: Sequence[Span], text: str
) -> list[tuple[int, int]]:
    """Sentences with what is no prose of theirs at the beginning, `KYIV (Reuters) -`, set apart."""
    ends = {span.start: span.end for span in furniture}
    parted: list[tuple[int, int]] = []
    for start, end in split:
        stop = ends.get(start, end)
        rest = text[stop:end].lstrip()
        if stop < end and rest:
            parted.append((start, stop))
            start = end - len(rest)
        parted.append((start, end))
    return parted


def attributions_of(
    tokens: Tokens,
    min_confidence: float | None = None,
    furniture: Sequence[Span] = (),
    deadline: float = math.inf,
    learned: Weights = SHIPPED,
    quoted: Sequence[tuple[int, int]] = (),
) -> list[Attribution]:
    """Source, cue and content of every attribution, in the order of the text.

    `furniture` are stretches that are no prose, in which nothing is looked for; `quoted` are blocks
    of lines that are quoted as in mail. Past `deadline`, on the clock of `time.monotonic`, no
    further word is read.
    """
    tagged = tags.tag(tokens, learned)
    scene = views.scene(tokens, tagged, learned)
    limits = detect.Limits()
    if min_confidence is not None:
        limits = limits.at_least(min_confidence)
    outside = [tokens.range(span.start, span.end) for span in furniture]
    possible = cues.find(tokens, tagged, learned)
    words = [
        word
        for word in possible
        if choose.may_stand(word, tokens) and not choose.stands_in(word.at, outside)
    ]
    turns = transcripts.turns(tokens, tagged, outside)
    formal = [
        *(turns or headlines.lines(tokens, tagged, outside)),
        *([] if turns else interviews.find(tokens, tagged, outside)),
        *credit_lines.credits(tokens, tagged, outside),
        *credit_lines.captions(tokens, tagged),
        *credit_lines.signed(tokens, tagged),
        *credit_lines.unmarked(tokens, tagged),
        *messages.find(tokens, tagged, quoted),
        *embedded_posts.find(tokens, tagged),
        *as_put.find(tokens, tagged),
        *in_words.find(tokens, tagged),
        *in_opinion.find(tokens, tagged),
        *predicates.find(tokens, tagged),
        *pointed_back.find(tokens, tagged),
        *polls.find(tokens, tagged),
        *clefts.find(tokens, tagged),
        *outside_commas.find(tokens, tagged),
        *inscriptions.find(tokens, tagged),
    ]
    told = {each.head.at: each for each in retold.find(tokens, scene)}  # not weighed
    in_time = takewhile(lambda _: monotonic() < deadline, words)
    weighed = (word for word in in_time if word.at not in told)
    candidates = joint_tellers.given(scene, detect.candidates(scene, weighed, limits))
    chosen = choose.standing(candidates, tokens, limits, formal)
    if monotonic() < deadline:
        chosen = floating.given(chosen, tokens, tagged, limits.plain)
    chosen = not_said.without(scene, misgiven.returned(scene, chosen))
    told.update((each.head.at, each) for each in retold.reported(scene, chosen))
    chosen = nesting.with_retold(chosen, [told[at] for at in sorted(told)], limits)
    chosen = nesting.without_tags(chosen)
    parents = nesting.parents(chosen)
    return [
        attributions.attribution(tokens, candidate, parent)
        for candidate, parent in zip(chosen, parents, strict=True)
    ]
