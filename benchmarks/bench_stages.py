"""What each stage costs, on articles as they come in a corpus."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest
from attrs import frozen

from attrib.analysis import Analysis, to_json
from attrib.article import metadata
from attrib.article.metadata import Header
from attrib.detection import cues
from attrib.model import Attribution, Circumstances, Document, Quotation, Speaker
from attrib.outlets import mentions as outlets
from attrib.outlets.mentions import OutletMention
from attrib.pipeline import analyse, attributions_of
from attrib.provenance import chain, circumstances
from attrib.resolution import resolve
from attrib.words import quotes, sentences, tags
from attrib.words.tokens import Tokens, tokenize

pytestmark = pytest.mark.benchmark(group="stages", timer=time.process_time)


@frozen(kw_only=True)
class Staged:
    """An article with what each stage made of it, for the stages after."""

    text: str
    document: Document
    header: Header
    quotations: tuple[Quotation, ...]
    split: list[tuple[int, int]]
    tokens: Tokens
    tagged: Any
    attributions: list[Attribution]
    mentions: list[OutletMention]
    speakers: tuple[Speaker | None, ...]
    found: list[Circumstances]
    analysis: Analysis


def staged(text: str) -> Staged:
    header = metadata.scan(text)
    document = metadata.read(text, header=header)
    quotations, _ = quotes.find(text)
    split = sentences.split(text, quotations)
    tokens = tokenize(text, quotations, split)
    attributions = attributions_of(tokens)
    mentions = outlets.find(text)
    speakers = tuple(resolve.speakers(document, attributions, quotations, split, mentions))
    return Staged(
        text=text,
        document=document,
        header=header,
        quotations=quotations,
        split=split,
        tokens=tokens,
        tagged=tags.tag(tokens),
        attributions=attributions,
        mentions=mentions,
        speakers=speakers,
        found=circumstances.find(document, attributions, speakers, mentions),
        analysis=analyse(document, header),
    )


STAGES: dict[str, Callable[[Staged], object]] = {
    "metadata": lambda it: metadata.read(it.text),
    "quotes": lambda it: quotes.find(it.text),
    "sentences": lambda it: sentences.split(it.text, it.quotations),
    "tokenize": lambda it: tokenize(it.text, it.quotations, it.split),
    "tags": lambda it: tags.tag(it.tokens),
    "cues": lambda it: cues.find(it.tokens, it.tagged),
    "detect, with tags and cues": lambda it: attributions_of(it.tokens),
    "outlets": lambda it: outlets.find(it.text),
    "resolve": lambda it: resolve.speakers(
        it.document, it.attributions, it.quotations, it.split, it.mentions
    ),
    "circumstances": lambda it: circumstances.find(
        it.document, it.attributions, it.speakers, it.mentions
    ),
    "chain": lambda it: chain.build(
        it.document, it.header, it.attributions, it.speakers, it.found, it.mentions
    ),
    "records to JSON": lambda it: [to_json(record) for record in it.analysis.records],
}


@pytest.fixture(scope="module")
def everything(articles: list[str]) -> list[Staged]:
    return [staged(text) for text in articles]


@pytest.mark.parametrize("stage", STAGES)
def bench_stage(stage: str, everything: list[Staged], against_punkt: Callable[..., float]) -> None:
    """One stage alone, what it needs given."""
    run = STAGES[stage]

    against_punkt(lambda: [run(it) for it in everything], [it.text for it in everything])
