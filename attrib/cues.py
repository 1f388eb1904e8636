"""Words that may signal an attribution, each with what stands around it.

Which of them does is not decided here: `detect` weighs the evidence that `evidence` draws from
these values.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from attrib import lexicon, weights
from attrib.tokens import CLOSE, OPEN, Tokens

AUXILIARIES = frozenset(
    """be is are was were been being am 's 're has have had having do does did done will would can
    could may might shall should must to not n't cannot isn't aren't wasn't weren't hasn't haven't
    hadn't don't doesn't didn't won't wouldn't can't couldn't shouldn't it's he's she's i'm i've
    he'd they're""".split()
)
"""Words between a subject and its verb; contractions with their pronouns count as well."""

_NOUN_PHRASE = frozenset("NN NNS NNP DT JJ CD PRP$ POS VBN VBG".split())
_PRONOUNS = frozenset("PRP WP WDT EX".split())
_NEVER_CUES = frozenset("NNP DT".split())
_MIN_RELIABILITY = 0.1
_STRONG_RELIABILITY = 0.6
_STRONG_COUNT = 20
_QUOTATION_WINDOW = 24


class CueWord(NamedTuple):
    """A word that may be the head of a cue, in its sentence; all positions are token indices."""

    at: int
    first: int
    """First token of the sentence."""
    last: int
    """Token after the sentence."""
    word: str
    tag: str
    lemma: str
    sort: str
    """Its class or classes in the lexicon of cues; `-` for words that are not in it."""
    subject: int
    """The token before the word and its auxiliaries and adverbs; -1 where the sentence begins."""
    auxiliaries: str
    """The (at most two) words between the subject and the word."""
    phrase: int
    """Where the noun phrase begins that ends with the subject."""
    before: str
    """The word before that noun phrase; `<s>` where the sentence begins."""
    quoted_before: int
    """Distance to a closing mark on the left, in steps; -1 within a quotation, 0 for none."""
    quoted_after: int
    """Distance to an opening mark on the right, in steps; 0 for none."""
    after: int
    """The first token on the right that is not an adverb."""
    strong_before: int
    strong_after: int
    """How many words that are nearly always cues stand in the sentence on either side, up to 2."""


class Heads(NamedTuple):
    """Lemmas that head cues, as counted in annotated articles."""

    possible: frozenset[str]
    strong: frozenset[str]
    """Those that are cues more often than not."""
    seldom: frozenset[str]
    """Those that the lexicon of cues has but that are hardly ever one."""


def find(tokens: Tokens, tags: Sequence[str], heads: Heads | None = None) -> list[CueWord]:
    """Every word of the text that may head a cue.

    >>> from attrib.tags import tag
    >>> from attrib.tokens import tokenize
    >>> tokens = tokenize("Ana Ruiz has never said so.", [], [(0, 27)])
    >>> [(cue.lemma, cue.sort, cue.auxiliaries) for cue in find(tokens, tag(tokens))]
    [('say', 'statement', 'has never')]
    """
    heads = heads or learned_heads()
    words = tokens.words
    found: list[CueWord] = []
    for first, last in tokens.sentences:
        possible = list(_possible(words, tags, first, last, heads))
        strong = [at for at, lemma, _ in possible if lemma in heads.strong]
        for at, lemma, sort in possible:
            start, end = first, last
            if tokens.depth[at]:
                start, end = _quoted_sentence(words, tokens.forms, first, last, at)
            found.append(in_context(words, tags, start, end, at, lemma, sort, strong))
    return found


_FINAL = frozenset(".?!")
_TITLES = frozenset("mr mrs ms dr sen rep gov st jr sr gen".split())


def _quoted_sentence(
    words: Sequence[str], forms: Sequence[str], first: int, last: int, at: int
) -> tuple[int, int]:
    """The sentence that a word stands in within a quotation, which `sentences` never splits."""
    start = at
    while start > first and words[start - 1] != OPEN and not _ends(words, forms, start - 1):
        start -= 1
    end = at + 1
    while end < last and words[end] != CLOSE and not _ends(words, forms, end - 1):
        end += 1
    return start, end


def _ends(words: Sequence[str], forms: Sequence[str], at: int) -> bool:
    """Whether a full stop, or its like, ends a sentence."""
    return (
        words[at] in _FINAL
        and not forms[at + 1][:1].islower()
        and (words[at] != "." or words[at - 1] not in _TITLES)
    )


def _possible(
    words: Sequence[str], tags: Sequence[str], first: int, last: int, heads: Heads
) -> Iterator[tuple[int, str, str]]:
    for at in range(first, last):
        word = words[at]
        if word in AUXILIARIES or (word in _COUNTER_CUES and _is_counter_cue(words, at)):
            continue
        lemma, sort = lemma_and_sort(word)
        if lemma in heads.strong or (
            (lemma in heads.possible or (sort != "-" and lemma not in heads.seldom))
            and tags[at] not in _NEVER_CUES
        ):
            yield at, lemma, sort
        elif tags[at].startswith("V"):
            # Any verb beside a quotation: “I knew,” he rasped.
            if CLOSE in words[max(first, at - 4) : at] or OPEN in words[at + 1 : at + 4]:
                yield at, lemma, sort
        elif word == ":" and at - first < 6:
            yield at, lemma, sort


_COUNTER_CUES = {
    "according": "plan plans size schedule age height weight taste need needs type ability "
    "season rank script colour color".split(),
    "say": ["needless", "goes"],
}
"""Words that are no cues beside these: `according to plan`, `needless to say`."""


def _is_counter_cue(words: Sequence[str], at: int) -> bool:
    """Whether a word stands in a phrase that attributes nothing to anybody."""
    if words[at] == "according":
        return words[at + 1] == "to" and (
            words[at + 2] in _COUNTER_CUES["according"]
            or (words[at + 2] in ("the", "their") and words[at + 3] in _COUNTER_CUES["according"])
        )
    return words[at - 1] == "to" and words[at - 2] in _COUNTER_CUES["say"]


def in_context(
    words: Sequence[str],
    tags: Sequence[str],
    first: int,
    last: int,
    at: int,
    lemma: str,
    sort: str,
    strong: Sequence[int],
) -> CueWord:
    """The word at `at`, with what stands around it in its sentence `[first, last)`."""
    subject = at - 1
    while subject >= first and at - subject < 6:
        if words[subject] not in AUXILIARIES and tags[subject] not in ("RB", "MD"):
            break
        subject -= 1
    phrase = subject
    while phrase >= first and subject - phrase < 8 and tags[phrase] in _NOUN_PHRASE:
        phrase -= 1
    if phrase == subject and phrase >= first and tags[phrase] in _PRONOUNS:
        phrase -= 1
    quoted_before = 0
    for i in range(at - 1, max(first, at - _QUOTATION_WINDOW) - 1, -1):
        if words[i] == CLOSE:
            quoted_before = steps(at - i)
            break
        if words[i] == OPEN:
            quoted_before = -1
            break
    quoted_after = 0
    for i in range(at + 1, min(last, at + _QUOTATION_WINDOW)):
        if words[i] == OPEN:
            quoted_after = steps(i - at)
            break
    after = at + 1
    while after < last and after - at < 4 and tags[after] == "RB":
        after += 1
    return CueWord(
        at,
        first,
        last,
        words[at],
        tags[at],
        lemma,
        sort,
        subject if subject >= first else -1,
        " ".join(words[subject + 1 : min(at, subject + 3)]),
        phrase + 1,
        words[phrase] if phrase >= first else "<s>",
        quoted_before,
        quoted_after,
        after,
        min(2, sum(first <= i < at for i in strong)),
        min(2, sum(at < i < last for i in strong)),
    )


def steps(distance: int) -> int:
    """A distance in tokens as one of nine steps, since far is far.

    >>> [steps(n) for n in (0, 3, 4, 5, 8, 20, 200)]
    [0, 3, 4, 4, 5, 7, 8]
    """
    if distance < 4:
        return distance
    if distance < 6:
        return 4
    if distance < 9:
        return 5
    if distance < 14:
        return 6
    return 7 if distance < 25 else 8


@cache
def lemma_and_sort(word: str) -> tuple[str, str]:
    """Lemma of a word and its class, or classes, in the lexicon of cues.

    >>> lemma_and_sort("denied"), lemma_and_sort("table")
    (('deny', 'denial'), ('table', '-'))
    """
    entries = lexicon.entries(word)
    lemma = lexicon.lemma(word) if word[:1].isalpha() else word
    return lemma, "+".join(sorted({entry.cue_class for entry in entries})) or "-"


@cache
def learned_heads() -> Heads:
    """The heads attrib ships."""
    return read_heads(weights.lines("heads"))


def read_heads(lines: Sequence[str]) -> Heads:
    """Heads from lines `LEMMA<tab>COUNT<tab>SHARE`: how often it headed a cue, and in what share
    of its uses outside contents it stood in one.

    >>> heads = read_heads(["say\\t4000\\t0.95", "tell\\t6\\t0.9", "run\\t2\\t0.001"])
    >>> sorted(heads.possible), sorted(heads.strong), sorted(heads.seldom)
    (['say', 'tell'], ['say'], ['run'])
    """
    possible, strong, seldom = [], [], []
    for line in lines:
        lemma, count, share = line.split("\t")
        if float(share) >= _MIN_RELIABILITY:
            possible.append(lemma)
        else:
            seldom.append(lemma)
        if int(count) >= _STRONG_COUNT and float(share) > _STRONG_RELIABILITY:
            strong.append(lemma)
    return Heads(frozenset(possible), frozenset(strong), frozenset(seldom))
