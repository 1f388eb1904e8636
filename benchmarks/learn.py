"""Make `attrib/data/learned/*.tsv` anew from annotated articles.

    python benchmarks/learn.py --train polnear/train --tagged polnear/dev/tokens.jsonl

`--train` is a folder with `text/NAME.txt` and brat standoff in `attributions/NAME_ANNOTATOR.ann`
(of several annotators the first counts). `--tagged` is a file of JSON Lines with `tokens` and
`pos`, from which only the parts of speech are learned. Needs NumPy and SciPy; takes about five
minutes, and makes the same files from the same input.

The method: every choice of `attrib.detect` is a log-linear model over the evidence strings of
`attrib.evidence`, fitted by L-BFGS with a Gaussian prior; weights too small to matter are dropped.
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np
from attrs import define, field, frozen
from nltk.tag.perceptron import PerceptronTagger
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from attrib import (
    cues,
    detect,
    evidence,
    lexicon,
    patterns,
    places,
    quotes,
    sentences,
    tags,
    weights,
)
from attrib.cues import CueWord, Heads
from attrib.evidence import Scene
from attrib.tokens import OPEN, Tokens, tokenize
from attrib.weights import Evidence, Piece

LEARNED = Path(__file__).parent.parent / "attrib" / "data" / "learned"

FOLDED_TAGS = {
    "NNPS": "NNP", "JJR": "JJ", "JJS": "JJ", "RBR": "RB", "RBS": "RB", "WP$": "WP", "PDT": "DT",
    "FW": "NN", "SYM": "NN", "LS": "CD", "UH": "RB",
}  # fmt: skip
TREEBANK_MARKS = {"``": "“", "''": "”", "-LRB-": "(", "-RRB-": ")"}

Range = tuple[int, int]


@frozen
class Gold:
    """An attribution as annotated, in token ranges."""

    cue: Range
    source: Range | None
    content: tuple[Range, ...]
    head: int = -1


@define
class Article:
    """An annotated article, read as attrib reads it."""

    name: str
    tokens: Tokens
    gold: list[Gold]
    tags: list[str] = field(factory=list)

    @property
    def scene(self) -> Scene:
        return evidence.scene(self.tokens, self.tags)


def read_articles(folder: Path) -> list[Article]:
    """The annotated articles of a folder, in order of their names."""
    first_annotator: dict[str, Path] = {}
    for path in sorted((folder / "attributions").glob("*.ann")):
        first_annotator.setdefault(path.stem.rpartition("_")[0], path)
    return [
        read_article(name, (folder / "text" / f"{name}.txt"), path)
        for name, path in first_annotator.items()
    ]


def read_article(name: str, text_path: Path, annotation_path: Path) -> Article:
    with text_path.open(encoding="utf-8", newline="") as file:
        text = file.read()
    quotations, _ = quotes.find(text)
    tokens = tokenize(text, quotations, sentences.split(text, quotations))
    gold = []
    for roles in read_standoff(annotation_path.read_text("utf-8")):
        ranges = {
            role: sorted(r for r in (tokens.range(*span) for span in spans) if r[0] < r[1])
            for role, spans in roles.items()
        }
        if ranges["cue"] and ranges["content"]:
            source = ranges["source"][0] if ranges["source"] else None
            gold.append(Gold(ranges["cue"][0], source, tuple(ranges["content"])))
    return Article(name, tokens, gold)


def read_standoff(data: str) -> Iterator[dict[str, list[Range]]]:
    """The attributions of a brat file: spans by role."""
    spans: dict[str, list[Range]] = {}
    events = []
    for line in data.split("\n"):
        key, tab, rest = line.partition("\t")
        if not tab or not key[1:].isdigit():
            continue
        if key.startswith("T"):
            body = rest.partition("\t")[0]
            pieces = body.partition(" ")[2].split(";")
            spans[key] = [(int(a), int(b)) for a, b in (piece.split() for piece in pieces)]
        elif key.startswith("E"):
            events.append(rest.split())
    for event in events:
        roles: dict[str, list[Range]] = {"source": [], "cue": [], "content": []}
        for argument in event:
            role, _, key = argument.partition(":")
            role = role.rstrip("0123456789").lower()
            if role in roles:
                roles[role] += spans.get(key, [])
        yield roles


# Learning


class Choices:
    """Examples of one choice: groups of options, each with evidence, one of them right."""

    def __init__(self) -> None:
        self.index: dict[Piece, int] = {}
        self.count: list[int] = []
        self.items = array("i")
        self.row_ends = array("i")
        self.sizes: list[int] = []
        self.right: list[int] = []

    def add(self, options: Iterable[Evidence], right: int) -> None:
        size = 0
        for option in options:
            for name in option:
                i = self.index.setdefault(name, len(self.index))
                if i == len(self.count):
                    self.count.append(0)
                self.count[i] += 1
                self.items.append(i)
            self.row_ends.append(len(self.items))
            size += 1
        self.sizes.append(size)
        self.right.append(right)

    def matrix(self, min_count: int) -> tuple[csr_matrix, list[Piece]]:
        """A row for each option, a column for each piece of evidence seen often enough."""
        kept = np.array(self.count) >= min_count
        column = np.where(kept, np.cumsum(kept) - 1, -1)
        items = column[np.frombuffer(self.items, dtype=np.int32)]
        ends = np.frombuffer(self.row_ends, dtype=np.int32)
        rows = np.repeat(np.arange(len(ends)), np.diff(ends, prepend=0))[items >= 0]
        items = items[items >= 0]
        shape = (len(ends), int(kept.sum()))
        data = np.ones(len(items), dtype=np.float32)
        names = [name for name, i in self.index.items() if kept[i]]
        return csr_matrix((data, (rows, items)), shape=shape), names


def fit(choices: Choices, *, min_count: int, prior: float, drop: float) -> dict[Piece, float]:
    """Weights of the evidence, greatest likelihood of the right options first."""
    matrix, names = choices.matrix(min_count)
    transposed = matrix.T.tocsr()
    sizes = np.array(choices.sizes)
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    right = starts + np.array(choices.right)
    target = np.zeros(matrix.shape[0])
    target[right] = 1

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        scores = matrix @ w
        scores -= np.repeat(np.maximum.reduceat(scores, starts), sizes)
        powers = np.exp(scores)
        total = np.add.reduceat(powers, starts)
        likelihood = scores[right].sum() - np.log(total).sum()
        gradient = transposed @ (powers / np.repeat(total, sizes) - target)
        return -likelihood + prior / 2 * w @ w, gradient + prior * w

    start = np.zeros(matrix.shape[1])
    w = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 80}).x
    return {name: round(float(x), 2) for name, x in zip(names, w, strict=True) if abs(x) >= drop}


def fit_options(
    choices: Choices, options: Sequence[str], *, min_count: int, prior: float, drop: float
) -> dict[Piece, dict[str, float]]:
    """Weights of the evidence for each of the options that every example chooses among."""
    matrix, names = choices.matrix(min_count)
    transposed = matrix.T.tocsr()
    right = np.array(choices.right)
    every = np.arange(len(right))
    shape = (matrix.shape[1], len(options))

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        scores = matrix @ w.reshape(shape)
        scores -= scores.max(1, keepdims=True)
        powers = np.exp(scores)
        total = powers.sum(1, keepdims=True)
        likelihood = (scores[every, right] - np.log(total[:, 0])).sum()
        surplus = powers / total
        surplus[every, right] -= 1
        return -likelihood + prior / 2 * w @ w, (transposed @ surplus).ravel() + prior * w

    start = np.zeros(shape[0] * shape[1])
    w = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 80}).x
    return {
        name: kept
        for name, row in zip(names, w.reshape(shape), strict=True)
        if (
            kept := {
                o: round(float(x), 2) for o, x in zip(options, row, strict=True) if abs(x) >= drop
            }
        )
    }


# Parts of speech


def tag_by_perceptron(articles: Iterable[Article], tagged: Path) -> None:
    """Tag the articles with NLTK's perceptron, trained on the tagged sentences."""
    random.seed(0)
    tagger = PerceptronTagger(load=False)
    tagger.train(list(read_tagged(tagged)), nr_iter=6)
    for article in articles:
        tokens = article.tokens
        article.tags = []
        for first, last in tokens.sentences:
            forms = [
                word if word in "“”" else form.replace("’", "'")
                for word, form in zip(
                    tokens.words[first:last], tokens.forms[first:last], strict=True
                )
            ]
            article.tags += [fold(form, tag) for form, tag in tagger.tag(forms)]


def read_tagged(path: Path) -> Iterator[list[tuple[str, str]]]:
    """Tagged sentences, cut into tokens as attrib cuts them: `didn't` is one."""
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        sentence: list[tuple[str, str]] = []
        for token, tag in zip(row["tokens"], row["pos"], strict=True):
            if token.lower().replace("’", "'") == "n't" and sentence:
                sentence[-1] = (sentence[-1][0] + "n't", sentence[-1][1])
            else:
                sentence.append((TREEBANK_MARKS.get(token, token), tag))
        yield sentence


def fold(form: str, tag: str) -> str:
    """A tag of the smaller set; a mark of punctuation is its own tag."""
    return FOLDED_TAGS.get(tag, tag) if form[0].isalnum() or form[0] in "'$%" else form[0]


def learn_words(articles: Iterable[Article]) -> list[str]:
    """The lexicon of tags, as `tags.parse_lexicon` reads it."""
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    names: Counter[str] = Counter()
    for article in articles:
        words, forms = article.tokens.words, article.tokens.forms
        for first, last in article.tokens.sentences:
            if tags.is_title_case(forms, first, last):
                continue
            for i in range(first, last):
                tag = article.tags[i]
                if tag != "NNP" and tag[0].isalpha():
                    counts[words[i]][tag] += 1
                if i > first and words[i - 1] != OPEN and tag[0].isalpha():
                    names[words[i]] += 1 if tag == "NNP" else -1
    classes: dict[str, list[str]] = {}
    endings: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for word, seen in counts.items():
        total = sum(seen.values())
        if total >= 3:
            classes[word] = [
                tag
                for tag, n in seen.most_common(4)
                if (n > 1 and n >= 0.04 * total) or n >= 0.3 * total
            ] or [seen.most_common(1)[0][0]]
        if word.isalpha():
            for length in range(1, min(5, len(word) - 1)):
                for tag in OPEN_TAGS & seen.keys():
                    endings["-" + word[-length:]][tag] += 1
    for word, n in names.items():
        if n > 1:
            classes[word] = ["NNP", *classes.get(word, ())]
    for ending, seen in endings.items():
        total = sum(seen.values())
        if total >= 30:
            classes[ending] = [tag for tag, n in seen.most_common(3) if n >= 0.1 * total]
    by_class: defaultdict[str, list[str]] = defaultdict(list)
    for word, found in classes.items():
        by_class[tags.SEPARATOR.join(found)].append(word)
    return [f"{key}\t{' '.join(sorted(words))}" for key, words in sorted(by_class.items())]


OPEN_TAGS = frozenset("NN NNS JJ RB VB VBD VBN VBG VBZ VBP CD".split())


def learn_tags(articles: Iterable[Article], lexicon: tags.Lexicon) -> list[str]:
    """Weights that choose among the tags of a word."""
    options = sorted({tag for found in lexicon.classes.values() for tag in found.split("/")})
    choices = Choices()
    for article in articles:
        classes = tags.word_classes(article.tokens, lexicon)
        for i, found in enumerate(classes):
            if tags.SEPARATOR in found and article.tags[i] in found.split(tags.SEPARATOR):
                drawn = tags.evidence(article.tokens.words, classes, article.tags, i)
                choices.add([drawn], options.index(article.tags[i]))
    return option_lines(options, fit_options(choices, options, min_count=10, prior=1.0, drop=0.25))


# Attributions


def learn_heads(articles: Iterable[Article]) -> list[str]:
    """How often each lemma stands in a cue, and in what share of its uses outside contents."""
    in_cue: Counter[str] = Counter()
    elsewhere: Counter[str] = Counter()
    for article in articles:
        role = roles(article)
        for i, word in enumerate(article.tokens.words[: len(article.tokens)]):
            lemma = cues.lemma_and_sort(word)[0]
            in_cue[lemma] += role[i] == "cue"
            elsewhere[lemma] += role[i] == ""
    share = {lemma: n / (n + elsewhere[lemma] + 2) for lemma, n in in_cue.items() if n}
    headed: Counter[str] = Counter()
    for article in articles:
        article.gold = [
            Gold(gold.cue, gold.source, gold.content, find_head(article, gold, share))
            for gold in article.gold
        ]
        headed.update(cues.lemma_and_sort(article.tokens.words[g.head])[0] for g in article.gold)
    kept = {lemma for lemma, n in headed.items() if n > 1}
    kept |= {lemma for lemma, n in elsewhere.items() if n >= 10 and share.get(lemma, 0) < 0.1}
    return [
        f"{lemma}\t{headed[lemma]}\t{share.get(lemma, 0):.3f}"
        for lemma in sorted(kept)
        if headed[lemma] or lexicon.entries(lemma)
    ]


def roles(article: Article) -> list[str]:
    """`cue`, `content` or nothing for each token."""
    role = [""] * len(article.tokens)
    for name, ranges in (
        ("content", [piece for gold in article.gold for piece in gold.content]),
        ("cue", [gold.cue for gold in article.gold]),
    ):
        for first, last in ranges:
            role[first:last] = [name] * (last - first)
    return role


def find_head(article: Article, gold: Gold, share: dict[str, float]) -> int:
    """The word of a cue that is most often one, verbs before others."""
    words = article.tokens.words
    places_ = range(*gold.cue)
    plain = [i for i in places_ if words[i] not in cues.AUXILIARIES]
    weighty = [
        i
        for i in plain
        if words[i][0].isalpha() and article.tags[i] not in ("DT", "IN", "RB", "PRP", "PRP$", "CC")
    ]
    return max(
        weighty or plain or places_,
        key=lambda i: (
            share.get(cues.lemma_and_sort(words[i])[0], 0) + 0.1 * article.tags[i].startswith("V"),
            i,
        ),
    )


def cue_examples(article: Article, heads: Heads) -> Iterator[tuple[CueWord, Gold | None]]:
    """Words outside contents that may be cues, with the attribution each is the head of.

    Words within contents are left out: attributions there are not annotated.
    """
    by_head = {gold.head: gold for gold in article.gold}
    role = roles(article)
    for word in cues.find(article.tokens, article.tags, heads):
        gold = by_head.get(word.at)
        if gold or role[word.at] != "content":
            yield word, gold


def learn_choices(articles: Iterable[Article], heads: Heads) -> dict[str, Choices]:
    """Examples of every choice that `detect` makes, by name of its table."""
    examples: defaultdict[str, Choices] = defaultdict(Choices)
    for article in articles:
        scene = article.scene
        for word, gold in cue_examples(article, heads):
            examples["cue"].add([evidence.of_cue(scene, word), ()], 0 if gold else 1)
            order = order_of(word, gold) if gold else None
            if not gold or order not in patterns.ORDERS:
                continue
            examples["order"].add([evidence.of_order(scene, word)], patterns.ORDERS.index(order))
            for place, anchor, right in answers(word, gold, order):
                options = place.options(scene, word, anchor)
                if right in options:
                    drawn = [place.evidence(scene, word, order, anchor, at) for at in options]
                    examples[place.name].add(drawn, options.index(right))
    return dict(examples)


def order_of(word: CueWord, gold: Gold) -> str:
    """The order of the parts that stand in the sentence of the cue."""
    parts = [(gold.cue[0], "cue")]
    if gold.source and word.first <= gold.source[0] < word.last:
        parts.append((gold.source[0], "source"))
    inside = [(a, "content") for a, _ in gold.content if word.first <= a < word.last]
    if not inside and gold.content[0][0] == word.last:
        inside = [(word.last, "content")]
    parts += inside
    names = [name for _, name in sorted(parts)]
    return "-".join(name for before, name in pairwise(["", *names]) if name != before)


def answers(word: CueWord, gold: Gold, order: str) -> Iterator[tuple[places.Place, int, int]]:
    """Each place that `detect.read` asks for, with its anchor and the annotated answer."""
    first, last = gold.cue[0], gold.cue[1] - 1
    yield places.CUE_START, word.at, first
    yield places.CUE_END, word.at, last
    limit, free = first, last + 1
    if gold.source and "source" in order:
        start, end = gold.source[0], gold.source[1] - 1
        if order.index("source") < order.index("cue"):
            yield places.SOURCE_END, first, end
            yield places.SOURCE_START, end, start
            limit = min(limit, start)
        else:
            yield places.LATER_SOURCE_START, last, start
            yield places.LATER_SOURCE_END, start, end
            free = max(free, end + 1) if "source-content" in order else free
    before = [piece for piece in gold.content if word.first <= piece[0] and piece[1] <= limit]
    after = [piece for piece in gold.content if free <= piece[0] <= word.last]
    if order.startswith("content") and before:
        yield places.EARLIER_CONTENT_END, limit, before[-1][1] - 1
        yield places.EARLIER_CONTENT_START, before[-1][1] - 1, before[0][0]
    if after:
        yield places.CONTENT_START, free, after[0][0]
        if after[0][0] < word.last:
            yield places.CONTENT_END, after[0][0], after[0][1] - 1


# Writing


def lines(fitted: dict[Piece, float]) -> list[str]:
    return sorted(f"{weights.encode(piece)}\t{weight:g}" for piece, weight in fitted.items())


def option_lines(options: Sequence[str], fitted: dict[Piece, dict[str, float]]) -> list[str]:
    rows = sorted(
        f"{weights.encode(piece)}\t{' '.join(f'{o}={weight:g}' for o, weight in row.items())}"
        for piece, row in fitted.items()
    )
    return [f"{weights.BY_OPTION}{' '.join(options)}", *rows]


def write(folder: Path, name: str, content: Sequence[str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    head = "# Learned by benchmarks/learn.py; do not edit.\n"
    (folder / f"{name}.tsv").write_text(head + "\n".join(content) + "\n", "utf-8")
    print(f"{name}: {len(content)} lines", flush=True)


PRIORS = {"cue": 10.0}
"""Strength of the prior, chosen by cross-validation on the training articles."""


def learn(articles: list[Article], folder: Path) -> None:
    """Learn the choices of `detect` from tagged articles and write their tables."""
    head_lines = learn_heads(articles)
    write(folder, "heads", head_lines)
    heads = cues.read_heads(head_lines)
    examples = learn_choices(articles, heads)
    order = fit_options(examples.pop("order"), patterns.ORDERS, min_count=4, prior=3.0, drop=0.1)
    write(folder, "order", option_lines(patterns.ORDERS, order))
    for name, choices in examples.items():
        fitted = fit(choices, min_count=6, prior=PRIORS.get(name, 5.0), drop=0.05)
        write(folder, name, lines(fitted))


def learn_confidence(articles: list[Article], folder: Path) -> None:
    """Learn how likely a reading is right, source and content included, and write the table.

    The other choices are learned without every fifth article, which then are read: how sure those
    choices were, and how often what they gave was what the annotators marked.
    """
    held_out = articles[::5]
    with tempfile.TemporaryDirectory() as name:
        learn([article for article in articles if article not in held_out], Path(name))
        write(Path(name), "confidence", [f"{each}\t0" for each in detect.SURENESS])
        weights.read_from(Path(name))
        rows, right = [], []
        for article in held_out:
            words = cues.find(article.tokens, article.tags)
            found = detect.candidates(article.scene, words, detect.Limits(0))
            for candidate in found:
                if not any(
                    detect.stands_in(candidate.head.at, gold.content) for gold in article.gold
                ):
                    rows.append(detect.sureness(candidate))
                    right.append(any(agrees(candidate, gold) for gold in article.gold))
    x, y = np.array(rows), np.array(right)

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        p = 1 / (1 + np.exp(-x @ w))
        likelihood = np.log(np.where(y, p, 1 - p)).sum()
        return -likelihood + 0.5 * w @ w, x.T @ (p - y) + w

    w = minimize(loss, np.zeros(len(detect.SURENESS)), jac=True, method="L-BFGS-B").x
    named = zip(detect.SURENESS, w, strict=True)
    write(folder, "confidence", [f"{name}\t{weight:.3f}" for name, weight in named])


def agrees(candidate: detect.Candidate, gold: Gold) -> bool:
    """Whether content and source overlap as far as the usual measure of attributions asks."""
    found, marked = tokens_of(candidate.content), tokens_of(gold.content)
    if len(found & marked) < 0.5 * len(found | marked):
        return False
    if candidate.source is None or gold.source is None:
        return candidate.source is gold.source
    found, marked = tokens_of([candidate.source]), tokens_of([gold.source])
    return len(found & marked) >= 0.5 * min(len(found), len(marked))


def tokens_of(ranges: Iterable[Range]) -> set[int]:
    return {i for first, last in ranges for i in range(first, last)}


def learn_speech(articles: list[Article], tagged: Path, folder: Path) -> None:
    """Learn the parts of speech, write their tables, and tag the articles as attrib will."""
    tag_by_perceptron(articles, tagged)
    word_lines = learn_words(articles)
    write(folder, "words", word_lines)
    write(folder, "tags", learn_tags(articles, tags.parse_lexicon(word_lines)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--train", type=Path, required=True)
    parser.add_argument("--tagged", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=LEARNED)
    args = parser.parse_args()
    articles = read_articles(args.train)
    learn_speech(articles, args.tagged, args.out)
    weights.read_from(args.out)
    for article in articles:
        article.tags = tags.tag(article.tokens)
    learn_confidence(articles, args.out)
    learn(articles, args.out)


if __name__ == "__main__":
    main()
