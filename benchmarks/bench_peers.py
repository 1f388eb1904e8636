"""The way of the tools that parse first, through spaCy, where the extra is installed.

textacy's `direct_quotations` and GenderGapTracker's extractor both take spaCy's dependency parse
and look for verbs of reporting in it. textacy itself is run where it is there; else the parse
and a search for such verbs with a clause, which is the least that either does.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from importlib.util import find_spec
from typing import Any

import pytest

from attrib.attributor import attribute

pytestmark = pytest.mark.benchmark(group="peers", timer=time.process_time)

TARGET = 50
"""How many times faster attrib should be."""
_VERBS = frozenset("say tell ask add claim warn deny report state argue insist believe".split())


@pytest.fixture(scope="module")
def parse() -> Any:
    """The smallest pipeline of spaCy with a parser of English that is installed."""
    if find_spec("spacy") is None:
        pytest.skip("no comparison: spaCy is not installed (extra [compare])")
    import spacy

    names = [name for name in spacy.util.get_installed_models() if name.startswith("en_core_web")]
    if not names:
        pytest.skip("no comparison: spaCy has no English pipeline here (spacy download …)")
    return spacy.load(min(names, key=lambda name: (not name.endswith("sm"), name)))


def _quotations(doc: Any) -> list[Any]:
    if find_spec("textacy") is not None:
        from textacy.extract import direct_quotations

        try:
            return list(direct_quotations(doc))
        except ValueError:  # it gives up an article with an odd mark, once it is parsed
            return []
    return [
        list(token.subtree)
        for token in doc
        if token.dep_ == "ccomp" and token.head.lemma_ in _VERBS
    ]


def bench_parse_first(
    parse: Any,
    articles: list[str],
    benchmark: Any,
    report: Callable[[str, str], None],
) -> None:
    """Peer and attrib in turns, on the same articles."""
    texts = articles[:15]
    ours: list[float] = []

    def by_attrib() -> None:
        start = time.process_time()
        for text in texts:
            attribute(text)
        ours.append(time.process_time() - start)

    by_attrib()
    benchmark.pedantic(
        lambda: [_quotations(parse(text)) for text in texts], setup=by_attrib, rounds=3
    )

    gain = benchmark.stats.stats.min / min(ours)
    benchmark.extra_info["times faster"] = round(gain, 1)
    met = "met" if gain >= TARGET else "MISSED"
    name = f"{'textacy on ' if find_spec('textacy') else ''}spaCy {parse.meta['name']}"
    report("peers", f"attrib is {gain:.1f} × as fast as {name}  target {TARGET}: {met}")
