"""The table of evidence: every row can be drawn and weighed, and both agree."""

from __future__ import annotations

import re

import pytest

from attrib.detection import cues, evidence, scoring, views
from attrib.detection.cues import CueWord
from attrib.detection.evidence import Choice
from attrib.detection.views import VIEWS, Scene
from attrib.knowledge.weights import SHIPPED
from attrib.words import quotes, sentences, tags
from attrib.words.tokens import tokenize

TEXT = (
    "The harbour will reopen, Ana Ruiz told reporters on Monday. According to Tom Okafor, a union "
    "leader, “the cranes are old,” and he wants new ones. “We said so in May,” she added."
)

CHOICES = pytest.mark.parametrize("choice", scoring.CHOICES.values(), ids=lambda each: each.name)


def read(text: str) -> tuple[Scene, list[CueWord]]:
    quotations, _ = quotes.find(text)
    tokens = tokenize(text, quotations, sentences.split(text, quotations))
    tagged = tags.tag(tokens)
    return views.scene(tokens, tagged), cues.find(tokens, tagged)


@CHOICES
def test_every_view_of_a_choice_is_used(choice: Choice) -> None:
    """A view that no piece of its choice needs is dead."""
    shared, own, _ = scoring.plan(choice.name)

    assert choice.views.keys() - evidence.AROUND_CUE.keys() <= {*shared, *own}


def test_every_common_view_is_used() -> None:
    """A view that no choice needs is dead."""
    used = {
        view
        for name in scoring.CHOICES
        for view in (*scoring.plan(name).shared, *scoring.plan(name).own)
    }

    assert VIEWS.keys() | evidence.AROUND_CUE.keys() <= used


@CHOICES
def test_every_learned_piece_belongs_to_its_choice(choice: Choice) -> None:
    """The tables hold weights of the pieces in the row and of no others, and of each of them."""
    read_rows = SHIPPED.option_rows if choice.name == "order" else SHIPPED.rows
    learned = {piece[0] for piece, _ in read_rows(choice.name)}

    assert learned == set(choice.pieces)


@pytest.mark.parametrize("name", ["cue", "cue_start", "cue_end", "source_end", "content_end"])
def test_a_score_is_the_sum_of_what_the_pieces_weigh(name: str) -> None:
    """The code that weighs an option says what the pieces drawn for it say one by one."""
    scene, words = read(TEXT)
    score, tables, draw = scoring.scorer(name), scoring.tables(name, SHIPPED), scoring.drawer(name)
    compared = 0
    for word in words:
        for at in range(max(word.first, word.at - 3), min(word.last, word.at + 4)):
            pieces = draw(scene, word, "source-cue-content", word.at, at)
            summed = sum(scoring.weight(name, piece) for piece in pieces)

            assert score(tables, scene, word, "source-cue-content", word.at, [at])[0] == (
                pytest.approx(summed)
            )
            compared += summed != 0
    assert compared > 10


def test_an_unknown_piece_is_an_error() -> None:
    """A weight is asked for by the name of a piece of the choice."""
    with pytest.raises(KeyError, match="no such piece"):
        scoring.weight("cue", ("no such piece", "say"))


@CHOICES
def test_views_are_expressions_over_what_is_there(choice: Choice) -> None:
    """A view names what stands around, other views and the functions beside the table."""
    known = {*Scene._fields, *VIEWS, *choice.views, "cue", "order", "anchor", "at"}
    known |= {"if", "else", "or", "and", "not", "in"}
    for view in (*scoring.plan(choice.name).shared, *scoring.plan(choice.name).own):
        expression = choice.views.get(view) or VIEWS[view]
        names = set(re.findall(r"(?<![.'\w])[a-z_]\w*(?!\w*['(])", expression))

        assert names <= known
