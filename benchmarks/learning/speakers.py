"""Articles in which people have marked who is meant, and what the resolvers made of each source."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from attrs import frozen

from attrib.article import metadata
from attrib.model import Attribution
from attrib.outlets import mentions as outlets
from attrib.pipeline import attributions_of
from attrib.resolution.referents import Referent, Scene
from attrib.resolution.resolve import Resolution
from attrib.words import quotes, sentences
from attrib.words.tokens import tokenize

sys.path.append(str(Path(__file__).parents[2] / "tests"))

from marked import read_article


class Answer(NamedTuple):
    """A statement as a person marked it: its content, and who is meant."""

    content: Sequence[tuple[int, int]]
    speaker: str | None


@frozen
class Marked:
    """An article with its answers."""

    text: str
    publisher: str | None
    answers: Sequence[Answer]


def read(folders: str) -> list[Marked]:
    """The articles of `MARKED:TEXT`, a folder of JSON files and one of texts, in order of their
    names; or of one folder in the format of `fixtures/news`.

    A JSON file has `article` (or `name`) and `attributions` (or `records`), each with `content` as
    pairs of offsets and `speaker`.
    """
    marked, _, texts = folders.partition(":")
    if texts:
        return [_of_json(path, Path(texts)) for path in sorted(Path(marked).glob("*.json"))]
    return [_of_fixture(path) for path in sorted(Path(marked).glob("*.txt"))]


def _of_json(path: Path, texts: Path) -> Marked:
    mark = json.loads(path.read_text("utf-8"))
    place = texts / f"{mark.get('article') or mark['name']}.txt"
    with place.open(encoding="utf-8", newline="") as file:
        text = file.read()
    told = mark.get("attributions") or mark["records"]
    answers = [Answer(each["content"], each["speaker"]) for each in told]
    return Marked(text, mark.get("publisher"), answers)


def _of_fixture(path: Path) -> Marked:
    article = read_article(path)
    answers = [
        Answer([(s.start, s.end) for s in told.expected.content], told.speaker)
        for told in article.told
    ]
    return Marked(article.text, article.given.get("publisher"), answers)


def decided(marked: Marked) -> Iterator[tuple[Scene, Referent, float | None, str | None]]:
    """Of each statement that is found: what the resolvers saw, whom they chose, how sure that is,
    and who is meant."""
    text = marked.text
    document = metadata.read(text, publisher=marked.publisher)
    quotations, _ = quotes.find(text)
    split = sentences.split(text, quotations)
    tokens = tokenize(text, quotations, split)
    attributions = attributions_of(tokens, furniture=metadata.scan(text).furniture)
    mentions = outlets.find(text, publisher=document.publisher, credited=document.credits)
    resolution = Resolution(document, quotations, split, mentions)
    resolution.speakers(attributions)
    for index, answer in _matched(attributions, marked.answers):
        scene, referent, sure = resolution.decided(index)
        if referent is not None:
            yield scene, referent, sure, answer.speaker


def _matched(
    attributions: Sequence[Attribution], answers: Sequence[Answer]
) -> Iterator[tuple[int, Answer]]:
    """Which attribution is which answer, by the letters of the contents."""
    found = [{i for s in a.content for i in range(s.start, s.end)} for a in attributions]
    used: set[int] = set()
    for answer in answers:
        wanted = {i for start, end in answer.content for i in range(start, end)}
        shares = [len(wanted & own) / len(wanted | own) for own in found]
        best = max(range(len(found)), key=shares.__getitem__, default=None)
        if best is not None and shares[best] >= 0.5 and best not in used:
            used.add(best)
            yield best, answer


_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset("the a an of mr mrs ms dr sen rep gov jr sr".split())


def same(wanted: str | None, name: str) -> bool:
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
