"""Make `attrib/data/learned/*.tsv` anew from annotated articles.

    python benchmarks/learn.py --train polnear/train --tagged polnear/dev/tokens.jsonl

`--train` is a folder with `text/NAME.txt` and brat standoff in `attributions/NAME_ANNOTATOR.ann`
(of several annotators the first counts). `--tagged` is a file of JSON Lines with `tokens` and
`pos`, from which only the parts of speech are learned. Needs NumPy and SciPy; takes about five
minutes, and makes the same files from the same input.

The method: every choice of `attrib.detection` is a log-linear model over the pieces of evidence in
its module `evidence`, fitted by L-BFGS with a Gaussian prior; weights too small to matter are
dropped.
"""

from __future__ import annotations

import argparse
import json
import random
import tempfile
from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress, islice, pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
from attrs import define, field, frozen
from nltk.tag.perceptron import PerceptronTagger
from scipy.optimize import minimize
from scipy.sparse import csr_matrix, hstack

from attrib.detection import cues, detect, evidence, patterns, places, scoring
from attrib.detection.cues import CueWord, Heads
from attrib.detection.evidence import Scene
from attrib.knowledge import lexicon, weights
from attrib.knowledge.weights import Piece
from attrib.words import quotes, sentences, tags
from attrib.words.tokens import OPEN, Tokens, tokenize

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

    def add(self, options: Iterable[Sequence[Piece]], right: int) -> None:
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

    def extend(self, other: Choices) -> None:
        """Add the examples of another."""
        pieces = list(other.index)
        ends = iter(other.row_ends)
        start = 0
        for size, right in zip(other.sizes, other.right, strict=True):
            options = []
            for _ in range(size):
                end = next(ends)
                options.append([pieces[i] for i in other.items[start:end]])
                start = end
            self.add(options, right)

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
    """Weights of the evidence, greatest likelihood of the right options first.

    What is left after the small weights are dropped is fitted once more, to make up for them.
    """
    matrix, names = choices.matrix(min_count)
    sizes = np.array(choices.sizes)
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    right = starts + np.array(choices.right)
    w = maximize(matrix, sizes, starts, right, prior, np.zeros(matrix.shape[1]))
    kept = np.abs(w) >= drop
    w = maximize(matrix[:, kept], sizes, starts, right, prior, w[kept])
    names = list(compress(names, kept))
    return {name: round(float(x), 2) for name, x in zip(names, w, strict=True)}


def maximize(
    matrix: csr_matrix,
    sizes: np.ndarray,
    starts: np.ndarray,
    right: np.ndarray,
    prior: float,
    start: np.ndarray,
    offset: np.ndarray | float = 0.0,
) -> np.ndarray:
    """The weights that make the right options of all groups likeliest, on top of an offset."""
    transposed = matrix.T.tocsr()
    target = np.zeros(matrix.shape[0])
    target[right] = 1

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        scores = matrix @ w + offset
        scores -= np.repeat(np.maximum.reduceat(scores, starts), sizes)
        powers = np.exp(scores)
        total = np.add.reduceat(powers, starts)
        likelihood = scores[right].sum() - np.log(total).sum()
        gradient = transposed @ (powers / np.repeat(total, sizes) - target)
        return -likelihood + prior / 2 * w @ w, gradient + prior * w

    return minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 250}).x


def fit_options(
    choices: Choices, options: Sequence[str], *, min_count: int, prior: float, drop: float
) -> dict[Piece, dict[str, float]]:
    """Weights of the evidence for each of the options that every example chooses among."""
    matrix, names = choices.matrix(min_count)
    right = np.array(choices.right)
    w = np.zeros((matrix.shape[1], len(options)))
    w = maximize_options(matrix, right, prior, w, w == 0)
    w = maximize_options(matrix, right, prior, w, np.abs(w) >= drop)
    return {
        name: {o: round(float(x), 2) for o, x in zip(options, row, strict=True) if x}
        for name, row in zip(names, w, strict=True)
        if row.any()
    }


def maximize_options(
    matrix: csr_matrix, right: np.ndarray, prior: float, start: np.ndarray, kept: np.ndarray
) -> np.ndarray:
    """The weights, of those kept, under which the right options of all examples are likeliest."""
    transposed = matrix.T.tocsr()
    every = np.arange(len(right))

    def loss(flat: np.ndarray) -> tuple[float, np.ndarray]:
        w = flat.reshape(kept.shape) * kept
        scores = matrix @ w
        scores -= scores.max(1, keepdims=True)
        powers = np.exp(scores)
        total = powers.sum(1, keepdims=True)
        likelihood = (scores[every, right] - np.log(total[:, 0])).sum()
        surplus = powers / total
        surplus[every, right] -= 1
        gradient = (transposed @ surplus + prior * w) * kept
        return -likelihood + prior / 2 * (w * w).sum(), gradient.ravel()

    found = minimize(
        loss, (start * kept).ravel(), jac=True, method="L-BFGS-B", options={"maxiter": 250}
    )
    return found.x.reshape(kept.shape) * kept


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
                for tag in sorted(OPEN_TAGS & seen.keys()):
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
    choices = Choices()
    for article in articles:
        classes = tags.word_classes(article.tokens, lexicon)
        for i, found in enumerate(classes):
            options = found.split(tags.SEPARATOR)
            if len(options) > 1 and article.tags[i] in options:
                seen = tags.views(article.tokens.words, classes, article.tags, i)
                pieces = [
                    (name, found, *parts_of(each))
                    for name, each in zip(tags.PIECES, seen, strict=True)
                ]
                choices.add(
                    [tuple((*piece, option) for piece in pieces) for option in options],
                    options.index(article.tags[i]),
                )
    rows: defaultdict[Piece, dict[str, float]] = defaultdict(dict)
    for (*piece, option), weight in fit(choices, min_count=4, prior=1.0, drop=0.15).items():
        rows[tuple(piece)][str(option)] = weight
    return sorted(
        f"{weights.encode(piece)}\t"
        + " ".join(f"{row.get(option, 0):g}" for option in str(piece[1]).split(tags.SEPARATOR))
        for piece, row in rows.items()
    )


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


def learn_first_sight(articles: Iterable[Article], heads: Heads) -> list[str]:
    """Weights of what tells at first sight whether a word may be the head of a cue."""
    choices = Choices()
    for article in articles:
        words = article.tokens.words
        by_head = {gold.head for gold in article.gold}
        role = roles(article)
        for word in cues.possible(article.tokens, article.tags, heads):
            at = word[0]
            if at in by_head or role[at] != "content":
                seen = cues.views(words, article.tags, word)
                drawn = [(name, *view) for name, view in zip(cues.PIECES, seen, strict=True)]
                choices.add([drawn, ()], 0 if at in by_head else 1)
    return lines(fit(choices, **PLACES._asdict()))


def parts_of(view: str | tuple[str, ...]) -> tuple[str, ...]:
    return (view,) if isinstance(view, str) else view


def cue_examples(article: Article) -> Iterator[tuple[CueWord, Gold | None]]:
    """Words outside contents that may be cues, with the attribution each is the head of.

    Words within contents are left out: attributions there are not annotated.
    """
    by_head = {gold.head: gold for gold in article.gold}
    role = roles(article)
    for word in cues.find(article.tokens, article.tags):
        gold = by_head.get(word.at)
        if gold or role[word.at] != "content":
            yield word, gold


def learn_choices(articles: Iterable[Article]) -> dict[str, Choices]:
    """Examples of every choice that `detect` makes, by name of its table."""
    examples: defaultdict[str, Choices] = defaultdict(Choices)
    for article in articles:
        scene = article.scene
        for word, gold in cue_examples(article):
            drawn = scoring.drawer("cue")(scene, word, "", 0, word.at)
            examples["cue"].add([drawn, ()], 0 if gold else 1)
            order = order_of(word, gold) if gold else None
            if not gold or order not in patterns.ORDERS:
                continue
            drawn = scoring.drawer("order")(scene, word, "", 0, word.at)
            examples["order"].add([drawn], patterns.ORDERS.index(order))
            for place, anchor, right in answers(word, gold, order):
                around = place.around(scene, word, anchor)
                options = places.worth_weighing(place, scene, word, around)
                if right in options and len(options) > 1:
                    draw = scoring.drawer(place.name)
                    each = [draw(scene, word, order, anchor, at) for at in options]
                    examples[place.name].add(each, options.index(right))
    return dict(examples)


SELDOM = 0.003
"""The share of annotated places that may be lost to the tags being tied that they fall between."""


def learn_tied(articles: Iterable[Article]) -> list[str]:
    """For each place the pairs of tags between which it hardly ever falls."""
    options: defaultdict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    chosen: defaultdict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for article in articles:
        scene = article.scene
        for word, gold in cue_examples(article):
            for place, anchor, right in answers(word, gold, order_of(word, gold)) if gold else ():
                around = place.around(scene, word, anchor)
                if right not in around:
                    continue
                back = place.name.endswith("start")
                edges = (word.first, word.last) if back else (word.last - 1,)
                pairs = {
                    i: (scene.tags[i - back], scene.tags[i - back + 1])
                    for i in around
                    if i not in edges
                }
                options[place.name].update(pairs.values())
                if right in pairs:
                    chosen[place.name][pairs[right]] += 1
    return sorted(
        f"{name}\t{tag}\t{following}"
        for name, seen in options.items()
        for tag, following in tied_pairs(seen, chosen[name])
    )


SETTLED = 0.99
"""The share of its uses from which on the nearest option is taken without weighing the others."""


def learn_settled(articles: Iterable[Article]) -> list[str]:
    """For each place the tags around the nearest option where that is nearly always the place."""
    seen: Counter[tuple[str, ...]] = Counter()
    right: Counter[tuple[str, ...]] = Counter()
    for article in articles:
        scene = article.scene
        for word, gold in cue_examples(article):
            for place, anchor, at in answers(word, gold, order_of(word, gold)) if gold else ():
                if place.nearest is not None:
                    nearest = anchor + place.nearest
                    if nearest in place.around(scene, word, anchor):
                        key = (place.name, *places.tags_around(scene, nearest))
                        seen[key] += 1
                        right[key] += at == nearest
    return sorted(
        "\t".join(key) for key, n in seen.items() if n >= 20 and right[key] >= SETTLED * n
    )


def tied_pairs(
    options: Counter[tuple[str, str]], chosen: Counter[tuple[str, str]]
) -> Iterator[tuple[str, str]]:
    """The pairs that are chosen least for how often they are an option."""
    left = SELDOM * chosen.total()
    for pair in sorted(options, key=lambda pair: (chosen[pair] / options[pair], pair)):
        left -= chosen[pair]
        if left < 0:
            return
        if options[pair] >= 10 and pair[0] and pair[1]:
            yield pair


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
    """Each place that `detect.readings` asks for, with its anchor and the annotated answer."""
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


class Fit(NamedTuple):
    """How the weights of a choice are fitted, chosen on every fifth training article held out."""

    prior: float
    drop: float
    min_count: int = 6


FITS = {"cue": Fit(5.0, 0.1), "order": Fit(2.0, 0.2), "reading": Fit(10.0, 0.05)}
PLACES = Fit(1.5, 0.2)


def learn(articles: list[Article], folder: Path) -> None:
    """Learn the choices of `detect` from tagged articles, write their tables and read from them.

    How sure they are is not weighed yet; see `learn_reading`.
    """
    head_lines = learn_heads(articles)
    write(folder, "heads", head_lines)
    weights.read_from(folder)
    write(folder, "first_sight", learn_first_sight(articles, cues.read_heads(head_lines)))
    write(folder, "tied", learn_tied(articles))
    write(folder, "settled", learn_settled(articles))
    examples = learn_choices(articles)
    for name, choices in examples.items():
        fitting = FITS.get(name, PLACES)._asdict()
        if name == "order":
            content = option_lines(
                patterns.ORDERS, fit_options(choices, patterns.ORDERS, **fitting)
            )
        else:
            content = lines(fit(choices, **fitting))
        write(folder, name, content)


class Readings(NamedTuple):
    """What was found in articles that nothing was learned from."""

    surenesses: list[tuple[float, ...]]
    evidence: Choices
    """Of each reading, and nothing for its being wrong."""

    @property
    def right(self) -> np.ndarray:
        return np.array(self.evidence.right) == 0


FOLDS = 5


def learn_reading(articles: list[Article], folder: Path) -> None:
    """Learn how likely a reading is right, source and content included, and write the tables.

    Each fifth of the articles is read by what the other four taught: how sure each choice was,
    what was found, and whether that was what the annotators marked.
    """
    readings = []
    for k in range(FOLDS):
        with tempfile.TemporaryDirectory() as name:
            learn([each for i, each in enumerate(articles) if i % FOLDS != k], Path(name))
            readings.append(readings_of(articles[k::FOLDS]))
    write_readings(folder, joined(readings))


def readings_of(articles: Iterable[Article]) -> Readings:
    """What is read in articles, by the tables read from now."""
    readings = Readings([], Choices())
    for article in articles:
        add_readings(article, readings)
    return readings


def joined(readings: Iterable[Readings]) -> Readings:
    """Readings of several lots of articles as one lot."""
    together = Readings([], Choices())
    for each in readings:
        together.surenesses.extend(each.surenesses)
        together.evidence.extend(each.evidence)
    return together


def write_readings(folder: Path, readings: Readings) -> None:
    numbers, fitted = fit_readings(readings)
    write(folder, "confidence", [f"{name}\t{weight:.3f}" for name, weight in numbers.items()])
    write(folder, "reading", lines(fitted))


def add_readings(article: Article, readings: Readings) -> None:
    """Add what is read in an article, but for what stands in contents: nobody annotated that.

    A quotation that goes on is judged as a whole.
    """
    scene = article.scene
    found = []
    for word in cues.find(article.tokens, article.tags):
        if any(detect.stands_in(word.at, gold.content) for gold in article.gold):
            continue
        likelihood = detect.likelihood_of(scene, word)
        if likelihood >= detect.MIN_LIKELIHOOD:
            found += islice(detect.readings(scene, word, likelihood), 1)
    for reading, whole in zip(found, detect.extend(found, article.tokens), strict=True):
        sure = detect.sureness(reading.likelihood, *reading.certainty, reading.source is not None)
        drawn = scoring.drawer("reading")(scene, reading.head, reading.order, 0, reading)
        right = any(agrees(whole, gold) for gold in article.gold)
        readings.surenesses.append(sure)
        readings.evidence.add([drawn, ()], 0 if right else 1)


def fit_readings(readings: Readings) -> tuple[dict[str, float], dict[Piece, float]]:
    """Weights of how sure the choices were, and of what was found."""
    fitting = FITS["reading"]
    matrix, names = readings.evidence.matrix(fitting.min_count)
    x, y = np.array(readings.surenesses), readings.right
    both = hstack([csr_matrix(x), matrix[::2]]).tocsr()
    size = x.shape[1]
    w = logistic(both, y, fitting.prior, np.zeros(both.shape[1]))
    kept = np.abs(w) >= fitting.drop
    kept[:size] = True
    w = logistic(both[:, kept], y, fitting.prior, w[kept])
    numbers = dict(zip(detect.SURENESS, map(float, w[:size]), strict=True))
    rest = zip(compress(names, kept[size:]), w[size:], strict=True)
    return numbers, {name: round(float(weight), 2) for name, weight in rest}


def logistic(x: csr_matrix, y: np.ndarray, prior: float, start: np.ndarray) -> np.ndarray:
    """The weights of a logistic regression with a Gaussian prior."""
    transposed = x.T.tocsr()

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        p = 1 / (1 + np.exp(-(x @ w)))
        likelihood = np.log(np.where(y, p, 1 - p) + 1e-12).sum()
        return -likelihood + prior / 2 * w @ w, transposed @ (p - y) + prior * w

    return minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 400}).x


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
    learn_reading(articles, args.out)
    learn(articles, args.out)


if __name__ == "__main__":
    main()
