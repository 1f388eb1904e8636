"""Make a corpus of any size from the project's own articles: `python corpus.py OUT.jsonl -m 200`.

No two articles are alike: surnames, numbers and the order of the articles vary, so that a cache
of words helps here as much as it does on a real corpus and no more.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from attrib.knowledge.names import is_given  # noqa: E402

ARTICLES = ROOT / "fixtures" / "articles"
_FULL_NAME = re.compile(r"\b([A-Z]\w+) ([A-Z][a-z]{2,})\b")
_NUMBER = re.compile(r"\b[1-9]\d\d\b")  # neither a day nor a year
_SYLLABLES = "bar dol ken lin mar nor pel rus sten tav ul wick".split()


@cache
def originals() -> tuple[str, ...]:
    """The articles of `fixtures/articles`."""
    return tuple(
        path.read_text("utf-8").replace("\r\n", "\n") for path in sorted(ARTICLES.glob("*.txt"))
    )


def articles(seed: int = 1) -> Iterator[str]:
    """Endless articles, the same on every run."""
    chance = random.Random(seed)
    yield from originals()
    while True:
        for original in chance.sample(originals(), len(originals())):
            yield varied(original, chance)


def varied(text: str, chance: random.Random) -> str:
    """The article with other surnames, each the same throughout, and other numbers.

    >>> varied("Ana Ruiz spoke. Ruiz got 420 votes.", random.Random(1))
    'Ana Peltav spoke. Peltav got 421 votes.'
    """
    surnames = {last for first, last in _FULL_NAME.findall(text) if is_given(first)}
    others = {name: _surname(chance) for name in sorted(surnames)}
    if others:
        names = re.compile(rf"\b(?:{'|'.join(sorted(others))})\b")
        text = names.sub(lambda match: others[match[0]], text)
    return _NUMBER.sub(lambda match: match[0][:-1] + str(chance.randrange(10)), text)


def _surname(chance: random.Random) -> str:
    return "".join(chance.choices(_SYLLABLES, k=chance.choice((2, 2, 3)))).capitalize()


def text(length: int) -> str:
    """One text of `length` code points of articles."""
    parts: list[str] = []
    total = 0
    for article in articles():
        parts.append(article)
        total += len(article) + 2
        if total >= length:
            return "\n\n".join(parts)[:length]
    raise AssertionError("articles end")


def write(out: Path, size: int) -> int:
    """JSON Lines of at least `size` bytes, each article with an id and a day; returns how many."""
    first = date(2024, 1, 1)
    written = count = 0
    with out.open("w", encoding="utf-8", newline="\n") as lines:
        for count, article in enumerate(articles(), 1):
            day = first + timedelta(days=count % 366)
            row = {"id": str(count), "published": day.isoformat(), "text": article}
            line = json.dumps(row, ensure_ascii=False) + "\n"
            lines.write(line)
            written += len(line.encode("utf-8"))
            if written >= size:
                break
    return count


def main() -> None:
    parser = argparse.ArgumentParser(description="Write a corpus of made-up news as JSON Lines.")
    parser.add_argument("out", type=Path)
    parser.add_argument("-m", "--megabytes", type=int, default=200)
    arguments = parser.parse_args()
    count = write(arguments.out, arguments.megabytes * 1_000_000)
    print(f"{count} articles in {arguments.out}")


if __name__ == "__main__":
    main()
