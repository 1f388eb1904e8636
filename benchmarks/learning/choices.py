"""The tables of `attrib.detection`: which words are cues, and what each choice weighs."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from attrib.detection import cues, patterns, places, scoring
from attrib.detection.classes import lemma_and_sort
from attrib.detection.cues import CueWord, Heads
from attrib.knowledge import lexicon
from attrib.knowledge.weights import Weights
from learning.articles import Article, Gold, roles
from learning.fitting import FITS, PLACES, Choices, Fitter, fit_options
from learning.tables import lines, option_lines, write


def learn(articles: list[Article], folder: Path, fitter: Fitter) -> None:
    """Learn the choices of `detect` from tagged articles, and write their tables.

    How sure they are is not weighed yet; see `learn_reading`.
    """
    head_lines = learn_heads(articles)
    write(folder, "heads", head_lines)
    learned = Weights(folder)
    write(folder, "first_sight", learn_first_sight(articles, cues.read_heads(head_lines), fitter))
    write(folder, "tied", learn_tied(articles, learned))
    write(folder, "settled", learn_settled(articles, learned))
    examples = learn_choices(articles, learned)
    for name, choices in examples.items():
        fitting = FITS.get(name, PLACES)._asdict()
        if name == "order":
            content = option_lines(
                patterns.ORDERS, fit_options(choices, patterns.ORDERS, **fitting)
            )
        else:
            content = lines(fitter(choices, **fitting))
        write(folder, name, content)


def learn_heads(articles: Iterable[Article]) -> list[str]:
    """How often each lemma stands in a cue, and in what share of its uses outside contents."""
    in_cue: Counter[str] = Counter()
    elsewhere: Counter[str] = Counter()
    for article in articles:
        role = roles(article)
        for i, word in enumerate(article.tokens.words[: len(article.tokens)]):
            lemma = lemma_and_sort(word)[0]
            in_cue[lemma] += role[i] == "cue"
            elsewhere[lemma] += role[i] == ""
    share = {lemma: n / (n + elsewhere[lemma] + 2) for lemma, n in in_cue.items() if n}
    headed: Counter[str] = Counter()
    for article in articles:
        article.gold = [
            Gold(gold.cue, gold.source, gold.content, find_head(article, gold, share))
            for gold in article.gold
        ]
        headed.update(lemma_and_sort(article.tokens.words[g.head])[0] for g in article.gold)
    kept = {lemma for lemma, n in headed.items() if n > 1}
    kept |= {lemma for lemma, n in elsewhere.items() if n >= 10 and share.get(lemma, 0) < 0.1}
    return [
        f"{lemma}\t{headed[lemma]}\t{share.get(lemma, 0):.3f}"
        for lemma in sorted(kept)
        if headed[lemma] or lexicon.entries(lemma)
    ]


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
            share.get(lemma_and_sort(words[i])[0], 0) + 0.1 * article.tags[i].startswith("V"),
            i,
        ),
    )


def learn_first_sight(articles: Iterable[Article], heads: Heads, fitter: Fitter) -> list[str]:
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
    return lines(fitter(choices, **PLACES._asdict()))


def cue_examples(article: Article, learned: Weights) -> Iterator[tuple[CueWord, Gold | None]]:
    """Words outside contents that may be cues, with the attribution each is the head of.

    Words within contents are left out: attributions there are not annotated.
    """
    by_head = {gold.head: gold for gold in article.gold}
    role = roles(article)
    for word in cues.find(article.tokens, article.tags, learned):
        gold = by_head.get(word.at)
        if gold or role[word.at] != "content":
            yield word, gold


def learn_choices(articles: Iterable[Article], learned: Weights) -> dict[str, Choices]:
    """Examples of every choice that `detect` makes, by name of its table."""
    examples: defaultdict[str, Choices] = defaultdict(Choices)
    for article in articles:
        scene = article.scene(learned)
        for word, gold in cue_examples(article, learned):
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


def learn_tied(articles: Iterable[Article], learned: Weights) -> list[str]:
    """For each place the pairs of tags between which it hardly ever falls."""
    options: defaultdict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    chosen: defaultdict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for article in articles:
        scene = article.scene(learned)
        for word, gold in cue_examples(article, learned):
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


def learn_settled(articles: Iterable[Article], learned: Weights) -> list[str]:
    """For each place the tags around the nearest option where that is nearly always the place."""
    seen: Counter[tuple[str, ...]] = Counter()
    right: Counter[tuple[str, ...]] = Counter()
    for article in articles:
        scene = article.scene(learned)
        for word, gold in cue_examples(article, learned):
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
