"""Learn how sure a speaker's name is, from articles in which people have marked who is meant.

    python benchmarks/learn_doubt.py polnear/train/speakers:polnear/train/text news:news

Each argument is a folder of marked articles and, after the colon, one of their texts. Writes
`attrib/data/learned/doubt.tsv` and prints how often names of each confidence are right: in the
articles learned from, and in the others (every second one by name), which are only read.
A marked article is a JSON file with `article` (or `name`) and `attributions` (or `records`), each
with `content` as pairs of offsets and `speaker`. Needs NumPy and SciPy.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from attrs import frozen
from scipy.optimize import minimize

from attrib.article import metadata
from attrib.model import Attribution
from attrib.outlets import mentions as outlets
from attrib.pipeline import attributions_of
from attrib.resolution import doubt
from attrib.resolution.resolve import Resolution
from attrib.words import quotes, sentences
from attrib.words.tokens import tokenize

TABLE = Path(__file__).parent.parent / "attrib" / "data" / "learned" / "doubt.tsv"
PENALTY = 3.0
SEEN_LEAST = 4
"""How often something must have been seen to be given a weight."""
BANDS = (0.0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 1.01)


@frozen
class Choice:
    """A name that the resolvers gave, what was seen of it, and whether it is right."""

    evidence: frozenset[str]
    right: bool


def choices(marked: Path, text: str) -> Iterator[Choice]:
    """The names given in an article, matched with those marked by the letters of the contents."""
    mark = json.loads(marked.read_text("utf-8"))
    answers = mark.get("attributions") or mark["records"]
    document = metadata.read(text, publisher=mark.get("publisher"))
    quotations, _ = quotes.find(text)
    split = sentences.split(text, quotations)
    tokens = tokenize(text, quotations, split)
    attributions = attributions_of(tokens, furniture=metadata.scan(text).furniture)
    mentions = outlets.find(text, publisher=document.publisher, credited=document.credits)
    resolution = Resolution(document, quotations, split, mentions)
    resolution.speakers(attributions)
    for index, answer in _matched(attributions, answers):
        scene, referent, sure = resolution.decided(index)
        if referent is not None and sure is not None:
            seen = frozenset(doubt.evidence(scene, referent))
            yield Choice(seen, _same(answer["speaker"], referent.name))


def _matched(
    attributions: Sequence[Attribution], answers: Sequence[dict[str, Any]]
) -> Iterator[tuple[int, dict[str, Any]]]:
    found = [{i for s in a.content for i in range(s.start, s.end)} for a in attributions]
    used: set[int] = set()
    for answer in answers:
        wanted = {i for start, end in answer["content"] for i in range(start, end)}
        shares = [len(wanted & own) / len(wanted | own) for own in found]
        best = max(range(len(found)), key=shares.__getitem__, default=None)
        if best is not None and shares[best] >= 0.5 and best not in used:
            used.add(best)
            yield best, answer


_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset("the a an of mr mrs ms dr sen rep gov jr sr".split())


def _same(wanted: str | None, name: str) -> bool:
    """Whether two names mean one: the words of one are in the other, and given names agree."""
    a = [w for w in _WORD.findall((wanted or "").lower()) if w not in _SMALL]
    b = [w for w in _WORD.findall(name.lower()) if w not in _SMALL]
    if not a or not b:
        return False
    if len(a) > 1 and len(b) > 1 and a[-1] == b[-1] and a[0][0] != b[0][0]:
        return set(a) <= set(b) or set(b) <= set(a)
    return (
        set(a) <= set(b)
        or (set(b) <= set(a) and a[-1] == b[-1])
        or (2 * len(set(a) & set(b)) >= max(len(set(a)), len(set(b))))
    )


def learn(found: Sequence[Choice]) -> dict[str, float]:
    """Weights of all that was seen often enough: logistic regression with a quadratic penalty."""
    counts = Counter(piece for choice in found for piece in choice.evidence)
    names = sorted(piece for piece, n in counts.items() if n >= SEEN_LEAST)
    index = {piece: i for i, piece in enumerate(names)}
    seen = np.zeros((len(found), len(names)))
    for row, choice in enumerate(found):
        for piece in choice.evidence:
            if piece in index:
                seen[row, index[piece]] = 1
    sign = np.array([1.0 if choice.right else -1.0 for choice in found])
    held = np.array([0.05 if piece == "always" else PENALTY for piece in names])

    def loss(weights: np.ndarray[Any, Any]) -> tuple[float, np.ndarray[Any, Any]]:
        margin = sign * (seen @ weights)
        slope = -sign / (1 + np.exp(margin))
        value = np.logaddexp(0, -margin).sum() + 0.5 * (held * weights**2).sum()
        return value, seen.T @ slope + held * weights

    best = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B").x
    return {piece: round(float(best[i]), 2) for piece, i in index.items() if abs(best[i]) >= 0.05}


def reliability(found: Sequence[Choice], weights: dict[str, float]) -> str:
    """A line for each band of confidence: how many names, how sure, how many of them right."""
    rows = [
        (1 / (1 + np.exp(-sum(weights.get(piece, 0.0) for piece in choice.evidence))), choice.right)
        for choice in found
    ]
    lines = ["confidence  names  mean  right"]
    for low, high in pairwise(BANDS):
        band = [(sure, right) for sure, right in rows if low <= sure < high]
        if band:
            mean = sum(sure for sure, _ in band) / len(band)
            share = sum(right for _, right in band) / len(band)
            bounds = f"{low:.2f}-{min(high, 1):.2f}"
            lines.append(f"{bounds:10}  {len(band):5}  {mean:.2f}  {share:.2f}")
    return "\n".join(lines)


def main() -> None:
    """Learn, write the table, print the reliability on both halves."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", metavar="MARKED:TEXT", help="folders")
    halves: tuple[list[Choice], list[Choice]] = ([], [])
    for pair in parser.parse_args().folders:
        marked, texts = map(Path, pair.split(":"))
        for number, path in enumerate(sorted(marked.glob("*.json"))):
            mark = json.loads(path.read_text("utf-8"))
            place = texts / f"{mark.get('article') or mark['name']}.txt"
            text = place.open(encoding="utf-8", newline="").read()
            halves[number % 2].extend(choices(path, text))
    weights = learn(halves[0])
    lines = ["# What each thing seen of a resolver's choice says for its being right: log-odds."]
    lines += ["# Made by benchmarks/learn_doubt.py from articles in which speakers are marked."]
    lines += [f"{piece}\t{weight:.2f}" for piece, weight in sorted(weights.items())]
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")
    for title, half in zip(("learned from", "only read"), halves, strict=True):
        print(f"{title}:\n{reliability(half, weights)}")


if __name__ == "__main__":
    main()
