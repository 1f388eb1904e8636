"""Words as they are compared, and where two passages part."""

from __future__ import annotations

import random

import pytest
from clock import seconds
from hypothesis import given
from hypothesis import strategies as st

from attrib.knowledge.wording import changes, matches, words_of


@pytest.mark.parametrize(
    ("a", "b"),
    [
        pytest.param("“Don’t,” she said.", "Don't she said", id="marks"),
        pytest.param("THE DAM", "the dam", id="capitals"),
        pytest.param("the U.S. and N.A.T.O.", "the US and NATO", id="full stops"),
        pytest.param("1,200 men", "1200 men", id="thousands"),
        pytest.param("cafe\u0301", "café", id="combining accent"),
        pytest.param("long-term", "long term", id="hyphen"),
        pytest.param("now\u2014then", "now, then", id="dash"),
    ],
)
def test_the_same_words(a: str, b: str) -> None:
    """Spelling of marks, capitals and accents makes no other word."""
    assert words_of(a).keys == words_of(b).keys


@pytest.mark.parametrize(
    ("a", "b"), [("well", "we'll"), ("12", "13"), ("1.5", "15"), ("resume", "résumé")]
)
def test_other_words(a: str, b: str) -> None:
    """What is read as another word is another word."""
    assert words_of(a).keys != words_of(b).keys


def test_offsets_are_into_the_text() -> None:
    """Each word says where it stands in the whole text, also in a window of it."""
    text = "🙂 We will mend the dam."

    words = words_of(text, 5, 14)

    found = [text[start:end] for start, end in zip(words.starts, words.ends, strict=True)]
    assert found == ["will", "mend"]


@given(
    st.lists(st.sampled_from("abcd"), max_size=30), st.lists(st.sampled_from("abcd"), max_size=30)
)
def test_changes_turn_one_passage_into_the_other(a: list[str], b: list[str]) -> None:
    """What stands between the changes is the same in both passages."""
    rebuilt: list[str] = []
    at = 0
    for i, j, k, m in changes(a, b):
        rebuilt += [*a[at:i], *b[k:m]]
        at = j
    rebuilt += a[at:]

    assert rebuilt == b


@given(st.lists(st.sampled_from("abc"), max_size=30), st.lists(st.sampled_from("abc"), max_size=30))
def test_matches_rise_in_both_passages(a: list[str], b: list[str]) -> None:
    """Shared stretches say the same and never cross."""
    at_a = at_b = 0
    for i, k, size in matches(a, b):
        assert a[i : i + size] == b[k : k + size]
        assert i >= at_a
        assert k >= at_b
        at_a, at_b = i + size, k + size


def test_a_long_passage_is_compared_soon() -> None:
    """Of two long passages every change is found, in time that grows with their length."""
    chooser = random.Random(7)
    a = [f"w{chooser.randrange(5000)}" for _ in range(60_000)]
    b = list(a)
    places = sorted(chooser.sample(range(len(b)), 40))
    for place in places:
        b[place] = "other"

    assert [change[0] for change in changes(a, b)] == places
    assert seconds(lambda: changes(a, b), enough=5) < 5


def test_one_word_over_and_over_ends_soon() -> None:
    """Passages without landmarks do not cost the square of their length."""
    a, b = ["a", "b"] * 20_000, ["a", "b", "c"] * 20_000

    assert seconds(lambda: matches(a, b), enough=5) < 5
