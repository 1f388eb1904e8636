"""Words that may signal an attribution, each with what stands around it.

Which of them does is not decided here: `detect` weighs the evidence that `evidence` draws from
these values.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple

from attrib.detection.classes import lemma_and_sort
from attrib.detection.quoted_sentences import quoted_sentence
from attrib.detection.that_clauses import before_clause, ends_tag, has_clause, that_after
from attrib.detection.told_when import opens
from attrib.knowledge.weights import SHIPPED, Weights
from attrib.words.tokens import CLOSE, OPEN, Tokens

AUXILIARIES = frozenset(
    """be is are was were been being am 's 're has have had having do does did done will would can
    could may might shall should must to not n't cannot isn't aren't wasn't weren't hasn't haven't
    hadn't don't doesn't didn't won't wouldn't can't couldn't shouldn't it's he's she's i'm i've
    he'd they're""".split()
)
"""Words between a subject and its verb; contractions with their pronouns count as well."""

NOUN_PHRASE = frozenset("NN NNS NNP DT JJ CD PRP$ POS VBN VBG".split())
"""Tags of the words of a noun phrase, a participle in front of its noun among them."""
_PRONOUNS = frozenset("PRP WP WDT EX".split())
_NEVER_CUES = frozenset("NNP DT".split())
_MIN_RELIABILITY, _STRONG_RELIABILITY, _STRONG_COUNT = 0.05, 0.6, 20
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
    previous: str
    next: str
    """The lemmas of the nearest words on either side that may head a cue; empty for none."""


class Heads(NamedTuple):
    """Lemmas that head cues, as counted in annotated articles."""

    possible: frozenset[str]
    strong: frozenset[str]
    """Those that are cues more often than not."""
    seldom: frozenset[str]
    """Those that the lexicon of cues has but that are hardly ever one."""


def find(tokens: Tokens, tags: Sequence[str], learned: Weights = SHIPPED) -> list[CueWord]:
    """Every word of the text that may head a cue.

    >>> from attrib.words.tags import tag
    >>> from attrib.words.tokens import tokenize
    >>> tokens = tokenize("Ana Ruiz has never said so.", [], [(0, 27)])
    >>> [(cue.lemma, cue.sort, cue.auxiliaries) for cue in find(tokens, tag(tokens))]
    [('say', 'statement', 'has never')]
    """
    words, depth, heads = tokens.words, tokens.depth, learned.once(_learned_heads)
    found: list[CueWord] = []
    for first, last, quoted, possible in _possible(tokens, tags, heads):
        possible = _worth_a_look(words, tags, possible, learned)
        strong = [at for at, lemma, _ in possible if lemma in heads.strong]
        lemmas = ["", *(lemma for _, lemma, _ in possible), ""]
        within = (first, first)
        for k, (at, lemma, sort) in enumerate(possible, 1):
            bounds = (first, last)
            if depth[at]:
                if not within[0] <= at < within[1]:
                    within = quoted_sentence(words, tokens.forms, depth, (first, last), at)
                bounds = within
            nearest = (lemmas[k - 1], lemmas[k + 1])
            found.append(
                in_context(words, tags, *bounds, at, lemma, sort, strong, nearest, quoted=quoted)
            )
    return found


Possible = tuple[int, str, str]
"""A word that heads cues elsewhere: where it stands, its lemma and its sort."""


def _possible(
    tokens: Tokens, tags: Sequence[str], heads: Heads
) -> Iterator[tuple[int, int, bool, list[Possible]]]:
    """The words that head cues elsewhere, by sentence; whether it has a quotation mark."""
    words, conditions = tokens.words, _conditions(heads)
    conditions.forget()
    for first, last in tokens.sentences:
        quoted = OPEN in words[first:last] or CLOSE in words[first:last]
        yield (
            first,
            last,
            quoted,
            [
                (at, *lemma_and_sort(words[at]))
                for at in range(first, last)
                if (condition := conditions[words[at]]) != _NEVER
                and (quoted or condition != _BESIDE_QUOTATION)
                and _meets(condition, words, tags, first, at)
            ],
        )


def _meets(condition: str, words: Sequence[str], tags: Sequence[str], first: int, at: int) -> bool:
    """Whether a word meets the condition on which it may head a cue."""
    if condition == _UNLESS_NAME:
        return tags[at] not in _NEVER_CUES
    if condition in (_BESIDE_QUOTATION, _BEFORE_THAT):
        that = condition == _BEFORE_THAT and (
            that_after(words, tags, at) is not None or has_clause(words, tags, at)
        )
        that = that or ends_tag(words, tags, at) or opens(words, tags, at) is not None
        return tags[at][:1] == "V" and (that or _beside_quotation(words, first, at))
    if condition == _UNLESS_PHRASE:
        return not _is_counter_cue(words, at)
    if condition == _EARLY:
        return at - first < 6 or words[at + 1] == OPEN
    return True


def possible(tokens: Tokens, tags: Sequence[str], heads: Heads) -> Iterator[Possible]:
    """Every word of the text that heads cues elsewhere."""
    for *_, found in _possible(tokens, tags, heads):
        yield from found


PIECES = ("lemma, tag", "lemma, after", "lemma, before", "sort, tag, tag after")
"""What is looked at before anything else."""


def views(
    words: Sequence[str], tags: Sequence[str], word: Possible
) -> tuple[tuple[str, str], tuple[str, str], tuple[str, str], tuple[str, str, str]]:
    """What `PIECES` show of a word."""
    at, lemma, sort = word
    tag = tags[at]
    return (lemma, tag), (lemma, words[at + 1]), (lemma, words[at - 1]), (sort, tag, tags[at + 1])


def _worth_a_look(
    words: Sequence[str], tags: Sequence[str], possible: Iterable[Possible], learned: Weights
) -> list[Possible]:
    """The words that may be heads at first sight, so that their context is looked at."""
    by_tag, by_after, by_before, by_sort = learned.once(_first_sight)
    kept: list[Possible] = []
    for word in possible:
        tag, after, before, sort = views(words, tags, word)
        score = by_tag.get(tag, 0.0) + by_after.get(after, 0.0) + by_before.get(before, 0.0)
        score += by_sort.get(sort, 0.0)
        told = score > _LEAST or before_clause(words, tags, word[0], word[2])
        told = told or ends_tag(words, tags, word[0])
        if told or opens(words, tags, word[0]) is not None:
            kept.append(word)
    return kept


_LEAST = -2.75
"""The log-odds under which a word is passed over: of sixteen such words, one heads a cue."""


def _first_sight(learned: Weights) -> tuple[dict[tuple[str, ...], float], ...]:
    return learned.table("first_sight", make_first_sight)


def make_first_sight(learned: Weights) -> tuple[dict[tuple[str, ...], float], ...]:
    """The weights of each of `PIECES`."""
    tables: dict[str, dict[Any, float]] = {name: {} for name in PIECES}
    for (name, *seen), weight in learned.rows("first_sight"):
        tables[str(name)][tuple(seen)] = weight
    return tuple(tables.values())


# On what condition a word may head a cue.
_NEVER = "never"
_ALWAYS = "always"
_UNLESS_NAME = "unless a name"
_UNLESS_PHRASE = "unless in a phrase that attributes nothing"
_EARLY = "early in the sentence, or before a quotation"
_BESIDE_QUOTATION = "beside a quotation, if a verb"
_BEFORE_THAT = "before that or beside a quotation, if a verb"


class _Conditions(dict[str, str]):
    """On what condition each word may head a cue, found out when it is first asked."""

    def __init__(self, heads: Heads) -> None:
        super().__init__()
        self._heads = heads

    def __missing__(self, word: str) -> str:
        condition = self[word] = _condition(word, self._heads)
        return condition

    def forget(self) -> None:
        """Stay small, however many words a corpus has."""
        if len(self) > _REMEMBERED:
            self.clear()


_REMEMBERED = 8192
_conditions = cache(_Conditions)


def _condition(word: str, heads: Heads) -> str:
    if word in AUXILIARIES:
        return _NEVER
    if word in _COUNTER_CUES:
        return _UNLESS_PHRASE
    if word == ":":
        return _EARLY
    # Past its cache, which is for the few words that do head cues.
    lemma, sort = lemma_and_sort.__wrapped__(word)
    if lemma in heads.strong:
        return _ALWAYS
    if lemma in heads.possible or (sort != "-" and lemma not in heads.seldom):
        return _UNLESS_NAME
    told = _BEFORE_THAT if sort != "-" else _BESIDE_QUOTATION
    return told if word[:1].isalpha() else _NEVER


def _beside_quotation(words: Sequence[str], first: int, at: int) -> bool:
    """Whether a word stands beside a quotation: “I knew,” he rasped."""
    return CLOSE in words[max(first, at - 4) : at] or OPEN in words[at + 1 : at + 4]


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
    nearest: tuple[str, str] = ("", ""),
    *,
    quoted: bool = True,
) -> CueWord:
    """The word at `at`, with what stands around it in its sentence `[first, last)`."""
    subject = at - 1
    while subject >= first and at - subject < 6:
        if words[subject] not in AUXILIARIES and tags[subject] not in ("RB", "MD"):
            break
        subject -= 1
    phrase = subject
    while phrase >= first and subject - phrase < 8 and tags[phrase] in NOUN_PHRASE:
        phrase -= 1
    if phrase == subject and phrase >= first and tags[phrase] in _PRONOUNS:
        phrase -= 1
    quoted_before = quoted_after = 0
    if quoted:
        for i in range(at - 1, max(first, at - _QUOTATION_WINDOW) - 1, -1):
            if words[i] == CLOSE:
                quoted_before = steps(at - i)
                break
            if words[i] == OPEN:
                quoted_before = -1
                break
        ahead = words[at + 1 : min(last, at + _QUOTATION_WINDOW)]
        if OPEN in ahead:
            quoted_after = steps(ahead.index(OPEN) + 1)
    after = at + 1
    while after < last and after - at < 4 and tags[after] == "RB":
        after += 1
    strong_before = strong_after = 0
    for i in strong:
        if first <= i < at:
            strong_before += 1
        elif at < i < last:
            strong_after += 1
    return CueWord(
        at,
        first,
        last,
        words[at],
        tags[at],
        lemma,
        sort,
        subject if subject >= first else -1,
        "" if subject + 1 == at else " ".join(words[subject + 1 : min(at, subject + 3)]),
        phrase + 1,
        words[phrase] if phrase >= first else "<s>",
        quoted_before,
        quoted_after,
        after,
        min(2, strong_before),
        min(2, strong_after),
        *nearest,
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


def _learned_heads(learned: Weights) -> Heads:
    return read_heads(learned.lines("heads"))


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
