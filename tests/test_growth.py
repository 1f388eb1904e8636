"""Cost grows with the length of the text and no faster, whatever is repeated in it.

`ATTRIB_GROWTH=100000` tries longer texts; benchmarks/bench_growth.py has a megabyte.
"""

from __future__ import annotations

import os
from collections.abc import Callable

import pytest
from clock import times_longer

from attrib import attribute
from attrib.across import draft, trace
from attrib.analysis import Analysis
from attrib.article import metadata
from attrib.display import page as view
from attrib.display import show
from attrib.formats import from_spans
from attrib.model import Attribution, Cue, Document, Span
from attrib.outlets import mentions as outlets
from attrib.provenance import circumstances
from attrib.reading import layouts
from attrib.resolution import entities
from attrib.words import quotes, sentences, tags, tokens, uses

LONG = int(os.environ.get("ATTRIB_GROWTH", "10000"))
TIMES = 10
LIMIT = 2.5 * TIMES
"""Most that ten times the text may cost: noise is forgiven, but ten times ten is not reached."""

UNITS = {
    "letters": "a",
    "capitals": "A",
    "spaces": " ",
    "line breaks": "\n",
    "carriage returns": "\r",
    "full stops": ".",
    "spaced stops": ". ",
    "commas": "a, ",
    "digits": "1,",
    "hyphens": "a-",
    "initials": "A.",
    "brackets": "(a [",
    "straight marks": '"',
    "opening marks": "“a ",
    "closing marks": "a” ",
    "apostrophes": "’ ",
    "marks of all sorts": "«“‘`",
    "quoted lines": "“a\n",
    "cues": "said ",
    "cues with marks": "he said “she said ‘",
    "cues with colons": "said: ",
    "claims in claims": "Ana Ruiz said Bob Cole said that ",
    "according to": "according to the mayor of ",
    "names": "Ana Ruiz, ",
    "joined names": "Ana and Bob and ",
    "titles": "President of the ",
    "possessives": "Ana’s ",
    "days": "on Monday, Jan. 5, ",
    "outlets": "told the Riverton Gazette ",
    "bylines": "By Ana Ruiz and ",
    "datelines": "KYIV, Sept 20 (Reuters) - ",
    "credits": "Reporting by Ana Ruiz; ",
    "addresses": "https://a.example/b?",
    "markup": '<a href="x">',
    "short lines": "a\n",
    "wrapped lines": "the mayor said that the dam which was built in\n",
    "quoted mail": "> a\n",
    "threads of mail": "On Monday, Ana Ruiz wrote:\n> a\n",
    "agencies": "It rained, Reuters reports. ",
    "pages": "the mayor said\n\n12\n\f\nno ",
    "page numbers": "12\n\n",
    "hyphens at line ends": "com-\n",
    "entities": "&quot;",
    "unfinished entities": "&a",
    "emphasis": "*a ",
    "underscores": "_a",
    "links": "[a](",
    "tags of HTML": "<p>a<b ",
    "footnotes": "a[1]",
    "labels": "ADA: a\n",
    "questions and answers": "Q. a\nA. b\n",
    "headlines": "Ferry saved, union says\n\n",
    "captions": "‘We’: Ana Ruiz\n\n",
    "handles": "@a\nb\n",
    "untagged": "Ana Ruiz shrugged. “We go.” “No.”\n\n",
    "marks before commas": "“We go”, said Ana Ruiz; ",
    "lost spaces": 'open."We go,"she said.',
    "odd spaces": "a \xa0 ",
    "controls": "\u202e\u200d\0\ud800",
    "combining": "e\u0301\u0301",
    "statements": "“We are ready,” said Ana Ruiz, the mayor. ",
    "pronouns": "“We are ready,” he said.\n\n",
}


def _split(text: str) -> list[tuple[int, int]]:
    return sentences.split(text, quotes.find(text)[0])


def _uses(text: str) -> None:
    for quotation in quotes.find(text)[0]:
        uses.classify(text, quotation)


def _tags(text: str) -> None:
    found = quotes.find(text)[0]
    tags.tag(tokens.tokenize(text, found, sentences.split(text, found)))


def _entities(text: str) -> None:
    entities.build(text, quotes.find(text)[0], [(0, len(text))])


def _circumstances(text: str) -> None:
    """Cues at every thirtieth character, a source before and a content behind each."""
    said = [
        Attribution(
            pattern="",
            content=(Span.of(text, at + 20, at + 29),),
            source=Span.of(text, at, at + 5),
            cue=Cue(span=Span.of(text, at + 6, at + 10)),
            kind="indirect",
            confidence=1.0,
        )
        for at in range(0, len(text) - 30, 30)
    ]
    circumstances.find(Document(text=text, id="a"), said)


def _plain(text: str) -> Analysis:
    return Analysis(Document(text=text, id="a"), ())


def _draft(text: str) -> None:
    draft.check(_plain(text), [_plain(text)])


def _trace(text: str) -> None:
    record = from_spans.record(
        Document(text=text, id="a"), "1", (Span.of(text, 0, len(text)),), None, None
    )
    trace.trace([record, record])


STAGES: dict[str, Callable[[str], object]] = {
    "layouts": layouts.read,
    "metadata": metadata.scan,
    "quotes": _uses,
    "sentences": _split,
    "tags": _tags,
    "outlets": outlets.find,
    "entities": _entities,
    "circumstances": _circumstances,
    "draft": _draft,
    "trace": _trace,
    "view": lambda text: view.report([_plain(text)]),
    "show": lambda text: show.render(_plain(text)),
}


def growth(stage: Callable[[str], object], unit: str, long: int) -> float:
    """How many times longer a stage takes over a text of `long` characters than over a tenth."""
    short_text, long_text = (
        (unit * (length // len(unit) + 1))[:length] for length in (long // TIMES, long)
    )
    return times_longer(lambda: stage(long_text), lambda: stage(short_text), LIMIT)


@pytest.fixture(scope="module", autouse=True)
def _loaded() -> None:
    """Word lists and weights are read before anything is timed."""
    text = "He left the U.S. The dam held, Ana Ruiz, the mayor, told Reuters in a letter on Monday."
    attribute(text)
    for stage in STAGES.values():
        stage(text)


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
@pytest.mark.parametrize("stage", STAGES.values(), ids=STAGES)
def test_each_stage_is_linear(stage: Callable[[str], object], unit: str) -> None:
    """Ten times the text takes a stage about ten times as long."""
    assert growth(stage, unit, LONG) < LIMIT


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS)
def test_the_whole_is_linear(unit: str) -> None:
    """Ten times the text takes the whole pipeline about ten times as long."""
    assert growth(attribute, unit, LONG) < LIMIT
