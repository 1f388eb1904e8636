"""The table of patterns: in which order source, cue and content stand, and what sort of cue it is.

Each row carries an example with its answer marked and a counter-example in which nothing may be
found by it; the tests run both. Which order a sentence follows is weighed in `detect`; the sort of
the cue word then tells the row.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from functools import cache, lru_cache
from typing import Literal

from attrs import frozen

from attrib.detection.cues import CueWord
from attrib.errors import UsageError
from attrib.knowledge import lexicon

Sort = Literal["verb", "noun", "adjective", "adverb", "preposition", "colon", "dash"]


@frozen(kw_only=True)
class Pattern:
    """One row: a name for an order of roles with a sort of cue."""

    name: str
    """The roles in the order they are read; the name goes in the Record."""
    doc: str
    """Its shape, what it is and where it is met."""
    order: str
    """The roles, with `cue` for any sort of cue; one of `ORDERS`."""
    sort: Sort | None
    """Sort of cue word; None where there is none."""
    example: str
    """Marked text: `{source:Ana Ruiz} {cue:said} {content:…}`."""
    counter_example: str
    """Text that looks alike, and is none or another row's."""


UNTAGGED = "source-content"
"""The order of a quotation without a cue."""

PATTERNS = (
    # The source first, as the grammar of a plain sentence has it: three attributions in four.
    Pattern(
        name="source-verb-content",
        doc="Source said that content. The plain report, by far the commonest.",
        order="source-cue-content",
        sort="verb",
        example="{source:Ana Ruiz} {cue:said} {content:the dam would hold}.",
        counter_example="Ana Ruiz held the only key to the dam.",
    ),
    Pattern(
        name="source-noun-content",
        doc="Source’s claim that content, source has doubts about content. The act as a noun.",
        order="source-cue-content",
        sort="noun",
        example="The vote followed {source:the mayor’s} {cue:call for} {content:a new inquiry}.",
        counter_example="The vote followed the mayor’s car into the ditch.",
    ),
    Pattern(
        name="source-adjective-content",
        doc="Source is sure that content. What somebody is: sure, afraid, aware, critical.",
        order="source-cue-content",
        sort="adjective",
        example=(
            "{source:Mayor Ana Ruiz} {cue:is confident} {content:that the bridge will open in May}."
        ),
        counter_example="Mayor Ana Ruiz is ill.",
    ),
    Pattern(
        name="source-colon-content",
        doc="Source: content. The speaker’s name as a label: interviews, captions, headlines.",
        order="source-cue-content",
        sort="colon",
        example="{source:Ana Ruiz}{cue::} {content:“The bridge will open in May.”}",
        counter_example="The shop sells three things: bread, milk and newspapers.",
    ),
    # The content first and who said it after it: the tag, the newspapers’ own order.
    Pattern(
        name="content-source-verb",
        doc="“Content,” source said. The tag after a quotation, or after a report.",
        order="content-source-cue",
        sort="verb",
        example="{content:“The dam will hold,”} {source:Ana Ruiz} {cue:said}.",
        counter_example="The book “Dune” sold well, and Ana Ruiz read it.",
    ),
    Pattern(
        name="content-verb-source",
        doc="“Content,” said source. The tag turned round, and the passive: denied by source.",
        order="content-cue-source",
        sort="verb",
        example="{content:“The dam will hold,”} {cue:said} {source:Ana Ruiz, the chief engineer}.",
        counter_example="The film “Harbour Lights” opened on Friday in Porto.",
    ),
    Pattern(
        name="content-dash-source",
        doc="“Content.” — Source. The credit of a pull quote, a motto or a reader’s letter.",
        order="content-cue-source",
        sort="dash",
        example="{content:“The dam was never meant to last.”} {cue:—} {source:Ana Ruiz}.",
        counter_example="The dam was never meant to last — Ana Ruiz knew that.",
    ),
    Pattern(
        name="content-colon-source",
        doc="“Content”: source. The caption of a picture, and the headline of an interview.",
        order="content-cue-source",
        sort="colon",
        example="{content:“We are staying”}{cue::} {source:Ana Ruiz} outside her shop",
        counter_example="The sign said two things: Ana Ruiz and “closed”",
    ),
    Pattern(
        name="content-according-to-source",
        doc="Content, according to source. The commonest tag without a verb; also `per`.",
        order="content-cue-source",
        sort="preposition",
        example="{content:The bridge is safe}, {cue:according to} {source:two engineers}.",
        counter_example="Fish is sold per kilo at the harbour.",
    ),
    Pattern(
        name="content-noun-source",
        doc="Content won the endorsement of source. For or against a person or a plan.",
        order="content-cue-source",
        sort="noun",
        example="{content:Ruiz} {cue:won the endorsement of} {source:the farmers’ union}.",
        counter_example="Ruiz won the first prize of the evening.",
    ),
    # The tag set into the content, which goes on after it: one attribution in two pieces.
    Pattern(
        name="content-source-verb-content",
        doc="“Content,” source said, “content.” The tag amid a quotation or a report.",
        order="content-source-cue-content",
        sort="verb",
        example="{content:“The bridge,”} {source:she} {cue:said}, {content:“will open in May.”}",
        counter_example="The bridge, which she crossed, was empty.",
    ),
    Pattern(
        name="content-verb-source-content",
        doc="Content, first reported by source, content. The same tag turned round, or a passive.",
        order="content-cue-source-content",
        sort="verb",
        example=(
            "{content:The mine’s sale}, {cue:first reported} by {source:the Harbour Times}, "
            "{content:surprised many}."
        ),
        counter_example="The mine’s sale, drawn up by two lawyers, took a year.",
    ),
    Pattern(
        name="content-according-to-source-content",
        doc="Content, according to source, content. The aside amid a sentence.",
        order="content-cue-source-content",
        sort="preposition",
        example=(
            "{content:The fire began}, {cue:according to} {source:the report}, "
            "{content:in a kitchen on the third floor}."
        ),
        counter_example="The wall, built according to plan, fell in a week.",
    ),
    # The cue first: a lead-in that says whose words follow.
    Pattern(
        name="according-to-source-content",
        doc="According to source, content. The lead-in that needs no verb; also `per`.",
        order="cue-source-content",
        sort="preposition",
        example="{cue:According to} {source:the engineers}, {content:the bridge is safe}.",
        counter_example="Owing to the storm, the bridge is closed.",
    ),
    Pattern(
        name="verb-source-content",
        doc="Asked by source whether content. Passives that name the asker, and `Said source:`.",
        order="cue-source-content",
        sort="verb",
        example="Lund {cue:was asked} by {source:reporters} {content:if he would resign}.",
        counter_example="Lund was driven by reporters to the airport.",
    ),
    Pattern(
        name="verb-content-source",
        doc="Noting that content, source went on. The participle whose subject comes after it.",
        order="cue-content-source",
        sort="verb",
        example=(
            "{cue:Noting} {content:that nobody was hurt}, {source:Ruiz} "
            "said the road would open again."
        ),
        counter_example="Waving to the crowd, Ruiz left the stage.",
    ),
    Pattern(
        name="noun-source-content",
        doc="Recognition among source that content. A noun, whose it is, and what it says.",
        order="cue-source-content",
        sort="noun",
        example=(
            "There is {cue:wide recognition} among {source:teachers} "
            "{content:that the plan has failed}."
        ),
        counter_example="There is a bus among the cars that wait at the pier.",
    ),
    # No source: the sentence does not say who, because all know, nobody should or nobody does.
    Pattern(
        name="verb-content",
        doc="Asked whether content. Participles and infinitives whose subject is understood.",
        order="cue-content",
        sort="verb",
        example="{cue:Asked} {content:whether the bridge would hold}, she nodded.",
        counter_example="Worn out by the climb, she sat down.",
    ),
    Pattern(
        name="noun-content",
        doc="There were fears that content. Rumours, fears, doubts and calls without an owner.",
        order="cue-content",
        sort="noun",
        example="There were {cue:fears} {content:that the mine would close}.",
        counter_example="There were chairs that the guests had brought.",
    ),
    Pattern(
        name="content-verb",
        doc="Content was announced. The passive whose subject is what was said.",
        order="content-cue",
        sort="verb",
        example="{content:The closure} {cue:was announced} on Friday.",
        counter_example="The closure was welcome.",
    ),
    Pattern(
        name="content-verb-content",
        doc="Content is said to content. The passive, amid what is reported.",
        order="content-cue-content",
        sort="verb",
        example="{content:The painting} {cue:is believed} {content:to have been sold abroad}.",
        counter_example="The bridge is painted to look old.",
    ),
    Pattern(
        name="content-adverb-content",
        doc="Content has reportedly content. One word says that the rest is hearsay.",
        order="content-cue-content",
        sort="adverb",
        example="{content:The mine has} {cue:reportedly} {content:been sold to a rival}.",
        counter_example="The mine has repeatedly been sold to a rival.",
    ),
    # No cue: the sentence before the quotation says whose turn it is.
    Pattern(
        name=UNTAGGED,
        doc="Source did something. “Content.” The quotation after whoever was just introduced.",
        order=UNTAGGED,
        sort=None,
        example="{source:Ana Ruiz} shrugged. {content:“The bridge will open when it opens.”}",
        counter_example="The bridge swayed. “The bridge will open when it opens.”",
    ),
)
"""Every row fires in real articles; what is rarer than that is read as the row nearest to it."""

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

_NEAREST_SORTS: dict[Sort, tuple[Sort, ...]] = {
    "verb": ("verb",),
    "noun": ("noun", "verb"),
    "adjective": ("adjective", "verb"),
    "adverb": ("adverb", "adjective", "verb"),
    "preposition": ("preposition", "adjective", "verb"),
    "colon": ("colon", "verb"),
    "dash": ("dash", "colon", "verb"),
}
"""Under which sorts to look for a row: `is against` goes with `is sure`, all else with verbs."""

_NEAREST_ORDERS = {"source-content-cue": "source-cue-content"}
"""An order too rare for a row of its own, and the one with the same roles that is not."""

_ROWS = {(row.order, row.sort): row for row in PATTERNS if row.sort is not None}
_NAMED = {row.name: row for row in PATTERNS}


def name_of(order: str, word: CueWord) -> str:
    """The name of the row for an order and a cue word: `source-verb-content`."""
    if order == UNTAGGED:
        return order
    return row_of(order, sort_of(word)).name


@cache
def row_of(order: str, sort: Sort) -> Pattern:
    """The row for an order and a sort of cue, or the nearest where these two seldom meet.

    >>> row_of("cue-source-content", "preposition").name
    'according-to-source-content'
    >>> row_of("content-source-cue", "noun").name
    'content-source-verb'
    """
    order = _NEAREST_ORDERS.get(order, order)
    return next(_ROWS[order, near] for near in _NEAREST_SORTS[sort] if (order, near) in _ROWS)


_BY_TAG: dict[str, Sort] = {
    "V": "verb",
    "N": "noun",
    "J": "adjective",
    "R": "adverb",
    "I": "preposition",
}
_PREPOSITIONS = frozenset(("according", "per"))


def sort_of(word: CueWord) -> Sort:
    """What sort of cue a word makes: what the lexicon knows of it goes before its tag."""
    if not word.word[:1].isalpha():
        return "colon" if word.word == ":" else "dash"
    if word.lemma in _PREPOSITIONS:
        return "preposition"
    return _part(word.word, word.tag[:1])


@lru_cache(512)
def _part(word: str, tag: str) -> Sort:
    tagged = _BY_TAG.get(tag, "verb")
    parts: list[Sort] = [entry.part for entry in lexicon.entries(word)]
    return tagged if tagged in parts or not parts else parts[0]


def named(name: str) -> Pattern:
    """The row of a name; UsageError with the nearest names where there is none.

    >>> named("content-verb-source").example
    '{content:“The dam will hold,”} {cue:said} {source:Ana Ruiz, the chief engineer}.'
    """
    if name not in _NAMED:
        raise UsageError(f"no pattern is called {name!r}; {near_names(name, _NAMED)}")
    return _NAMED[name]


def near_names(name: str, known: Iterable[str]) -> str:
    """What to tell somebody who gave an unknown name.

    >>> near_names("noun-contents", ["noun-content", "pronoun"])
    'did you mean noun-content?'
    """
    close = get_close_matches(name, list(known), 3, 0.5)
    return f"did you mean {' or '.join(close)}?" if close else "attrib explain lists them"
