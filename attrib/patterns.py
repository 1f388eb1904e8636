"""The table of patterns: in which order source, cue and content stand, and what sort of cue it is.

Each row carries an example with its answer marked and a counter-example in which nothing may be
found by it; the tests run both. Which order a sentence follows is weighed in `detect`; the sort of
the cue word then tells the row.
"""

from __future__ import annotations

from attrs import frozen

from attrib.cues import CueWord


@frozen(kw_only=True)
class Pattern:
    """One row: a name for an order of roles with a sort of cue."""

    name: str
    """The roles in the order they are read; the name goes in the Record."""
    doc: str
    order: str
    """The roles, with `cue` for any sort of cue; one of `ORDERS`."""
    sort: str
    """Sort of cue word: `verb`, `noun`, `adjective`, `preposition`, `colon`."""
    example: str
    """Marked text: `{source:Ana Ruiz} {cue:said} {content:…}`."""
    counter_example: str


ORDERS = (
    "source-cue-content",
    "content-source-cue",
    "content-cue-source",
    "content-source-cue-content",
    "content-cue-source-content",
    "cue-source-content",
    "cue-content-source",
    "source-content-cue",
    "cue-content",
    "content-cue-content",
    "content-cue",
)
"""Orders that occur more than a few times in the annotated articles."""


def name_of(order: str, word: CueWord) -> str:
    """The name of the row for an order and a cue word: `source-verb-content`."""
    return order.replace("cue", sort_of(word))


def sort_of(word: CueWord) -> str:
    """What sort of cue a word makes."""
    if word.word == ":":
        return "colon"
    if word.lemma in ("according", "per") or word.tag == "IN":
        return "preposition"
    if word.tag.startswith("V"):
        return "verb"
    if word.tag.startswith("N"):
        return "noun"
    return "adjective"
