"""The tables of `attrib.words.tags`: what tags a word may have, and what chooses among them."""

from __future__ import annotations

import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from nltk.tag.perceptron import PerceptronTagger

from attrib.knowledge import weights
from attrib.knowledge.weights import Piece
from attrib.words import tags
from attrib.words.tokens import OPEN
from learning.articles import Article
from learning.fitting import Choices, Fitter
from learning.tables import write

FOLDED_TAGS = {
    "NNPS": "NNP", "JJR": "JJ", "JJS": "JJ", "RBR": "RB", "RBS": "RB", "WP$": "WP", "PDT": "DT",
    "FW": "NN", "SYM": "NN", "LS": "CD", "UH": "RB",
}  # fmt: skip
TREEBANK_MARKS = {"``": "“", "''": "”", "-LRB-": "(", "-RRB-": ")"}


def learn_speech(articles: list[Article], tagged: Path, folder: Path, fitter: Fitter) -> None:
    """Learn the parts of speech, write their tables, and tag the articles as attrib will."""
    tag_by_perceptron(articles, tagged)
    word_lines = learn_words(articles)
    write(folder, "words", word_lines)
    write(folder, "tags", learn_tags(articles, tags.parse_lexicon(word_lines), fitter))


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


def learn_tags(articles: Iterable[Article], lexicon: tags.Lexicon, fitter: Fitter) -> list[str]:
    """Weights that choose among the tags of a word."""
    choices = Choices()
    for article in articles:
        classes = tags.word_classes(article.tokens, lexicon)
        for i, found in enumerate(classes):
            options = found.split(tags.SEPARATOR)
            if len(options) > 1 and article.tags[i] in options:
                seen = tags.views(article.tokens.words, classes, article.tags, i)
                pieces = [
                    (name, found, *_parts(each))
                    for name, each in zip(tags.PIECES, seen, strict=True)
                ]
                choices.add(
                    [tuple((*piece, option) for piece in pieces) for option in options],
                    options.index(article.tags[i]),
                )
    rows: defaultdict[Piece, dict[str, float]] = defaultdict(dict)
    for (*piece, option), weight in fitter(choices, min_count=4, prior=1.0, drop=0.15).items():
        rows[tuple(piece)][str(option)] = weight
    return sorted(
        f"{weights.encode(piece)}\t"
        + " ".join(f"{row.get(option, 0):g}" for option in str(piece[1]).split(tags.SEPARATOR))
        for piece, row in rows.items()
    )


def _parts(view: str | tuple[str, ...]) -> tuple[str, ...]:
    return (view,) if isinstance(view, str) else view
