"""The cue lexicon: forms, lemmas, classes and the reading of whole cues."""

from collections import Counter
from importlib.resources import files
from typing import get_args

import pytest

from attrib.knowledge import lexicon
from attrib.model import CueClass

LINES = [
    line.split("\t")
    for line in files("attrib").joinpath("data/cues.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.mark.parametrize(
    ("word", "lemma"),
    [
        ("said", "say"),
        ("saying", "say"),
        ("told", "tell"),
        ("thought", "think"),
        ("denied", "deny"),
        ("denies", "deny"),
        ("Tweeted", "tweet"),
        ("agreed", "agree"),
        ("planned", "plan"),
        ("admitting", "admit"),
        ("signalled", "signal"),
        ("signaled", "signal"),
        ("criticised", "criticize"),
        ("quipped", "quip"),
        ("lying", "lie"),
        ("foresaw", "foresee"),
        ("horrified", "horrify"),
        ("testimonies", "testimony"),
        ("hypotheses", "hypothesis"),
        ("grabbed", "grab"),
        ("monitored", "monitor"),
        ("providing", "provide"),
        ("boxes", "box"),
        ("bus", "bus"),
        ("Ana", "ana"),
    ],
)
def test_lemma(word: str, lemma: str) -> None:
    """Irregular, regular, British and unknown forms go back to their lemma."""
    assert lexicon.lemma(word) == lemma


@pytest.mark.parametrize(
    ("cue", "head", "expected"),
    [
        ("said", "said", ("say", "statement", "positive")),
        ("According to", "According", ("according to", "statement", "positive")),
        ("according to", None, ("according to", "statement", "positive")),
        ("has repeatedly denied", "denied", ("deny", "denial", "positive")),
        ("did not deny", "deny", ("deny", "denial", "negative")),
        ("never said", "said", ("say", "statement", "negative")),
        ("didn’t say", "say", ("say", "statement", "negative")),
        ("without saying", "saying", ("say", "statement", "negative")),
        ("not only said", "said", ("say", "statement", "positive")),
        ("said nothing about", "said", ("say", "statement", "negative")),
        ("was asked", "asked", ("ask", "question", "positive")),
        ("asked for", "asked", ("ask for", "order", "positive")),
        ("is widely expected", "expected", ("expect", "expectation", "positive")),
        ("has no plans", "plans", ("plan", "promise", "negative")),
        ("’s claim", "claim", ("claim", "statement", "positive")),
        ("in a judgment that", "judgment", ("judgment", "belief", "positive")),
        ("is not convinced", "convinced", ("convinced", "belief", "negative")),
        ("made it clear", None, ("make it clear", "statement", "positive")),
        ("shot back", None, ("shoot back", "statement", "positive")),
        ("vows", "vows", ("vow", "promise", "positive")),
        ("refused to endorse", "endorse", ("endorse", "attitude", "negative")),
        ("refused", "refused", ("refuse", "denial", "positive")),
        ("refused to say", "refused", ("refuse", "disclosure", "negative")),
        ("declined to comment", None, ("comment", "disclosure", "negative")),
        ("would not discuss", None, ("discuss", "disclosure", "negative")),
        (
            "did not immediately respond to a request for comment",
            "respond",
            ("respond", "disclosure", "negative"),
        ),
        (":", None, (":", "statement", "positive")),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_classify(cue: str, head: str | None, expected: tuple[str, str, str]) -> None:
    """A whole cue gives the lemma of its main word, its class and its polarity."""
    assert lexicon.classify(cue, head) == expected


def test_every_form_leads_back() -> None:
    """Each form the lexicon makes of an entry of one word is found as a form of that entry."""
    for lemma, part, *_ in LINES:
        for form in lexicon.forms(lemma, part):  # type: ignore[arg-type]
            if " " not in form:
                assert (lemma, part) in [(e.lemma, e.part) for e in lexicon.entries(form)]


def test_file_is_sound() -> None:
    """Every line is one lemma and part of speech, once, in one of the ten classes, all used."""
    counts = Counter((line[0], line[1]) for line in LINES)

    assert max(counts.values()) == 1
    assert {line[2] for line in LINES} == set(get_args(CueClass))
    assert {line[1] for line in LINES} == set(get_args(lexicon.Part))
    assert len({line[0] for line in LINES}) > 900
