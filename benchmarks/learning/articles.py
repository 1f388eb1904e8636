"""Annotated articles, read as attrib reads them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from attrs import define, field, frozen

from attrib.detection import views
from attrib.detection.views import Scene
from attrib.knowledge.weights import Weights
from attrib.words import quotes, sentences
from attrib.words.tokens import Tokens, tokenize

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

    def scene(self, learned: Weights) -> Scene:
        """Its words, to be weighed by the tables given."""
        return views.scene(self.tokens, self.tags, learned)


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


def tokens_of(ranges: Iterable[Range]) -> set[int]:
    return {i for first, last in ranges for i in range(first, last)}
