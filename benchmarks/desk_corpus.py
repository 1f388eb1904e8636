"""A database of any number of articles, made by program: `python desk_corpus.py OUT.db -n 100000`.

Words are drawn as in any language, the one of rank r about 1/r as often as the first; a few
thousand speakers and some hundred outlets are heard just as unevenly. Nothing is read by attrib:
the records are made with the text, so that a hundred thousand articles take minutes.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import accumulate, islice
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))

from attrib.analysis import Analysis  # noqa: E402
from attrib.desk.entry import of_analysis  # noqa: E402
from attrib.desk.index import Index  # noqa: E402
from attrib.model import Cue, Document, Link, Record, Span, Speaker  # noqa: E402

RECORDS = 12
"""In an article."""
_COMMON = """
    the of and to a in that is we it for was on they with as be this have not will by are at from
    people government military cooperation agreement country minister council water schools
    election budget talks border police hospital harbour strike energy price workers law court
""".split()
_SYLLABLES = "bar dol ken lin mar nor pel rus sten tav ul wick gri fon sal cor tem pla".split()
_OPENING = date(2015, 1, 1)


def analyses(number: int, seed: int = 1) -> Iterator[Analysis]:
    """So many articles, the same on every run."""
    chance = random.Random(seed)

    def made(count: int, syllables: tuple[int, ...]) -> list[str]:
        words = {
            "".join(chance.choices(_SYLLABLES, k=chance.choice(syllables))) for _ in range(count)
        }
        return sorted(words)

    words = [*_COMMON, *chance.sample(rare := made(40_000, (2, 3, 4)), len(rare))]
    weights = [*accumulate(1 / rank for rank in range(1, len(words) + 1))]
    names = [
        f"{given} {family}".title() for given in made(60, (2,)) for family in made(150, (2, 3))
    ]
    heard = [*accumulate(1 / rank for rank in range(1, len(names) + 1))]
    outlets = [f"{name.title()} Herald" for name in made(200, (2, 3))]
    carried = [*accumulate(1 / rank for rank in range(1, len(outlets) + 1))]
    chance.shuffle(names)
    for article in range(number):
        publisher, outlet = chance.choices(outlets, cum_weights=carried, k=2)
        day = (_OPENING + timedelta(days=chance.randrange(3_000))).isoformat()
        drawn = iter(chance.choices(words, cum_weights=weights, k=45 * RECORDS))
        said = chance.choices(names, cum_weights=heard, k=RECORDS)
        pieces: list[str] = []
        spans: list[tuple[Span, Span, Span]] = []
        at = 0
        for name in said:
            content = f"“{' '.join(islice(drawn, 20)).capitalize()},”"
            rest = " ".join(islice(drawn, 20))
            sentence = f"{content} said {name}. {rest.capitalize()}.\n\n"
            source = at + len(content) + 6
            spans.append(
                (
                    Span(at, at + len(content), content),
                    Span(source - 5, source - 1, "said"),
                    Span(source, source + len(name), name),
                )
            )
            pieces.append(sentence)
            at += len(sentence)
        title = " ".join(islice(drawn, 6)).capitalize()
        document = Document(
            text="".join(pieces), id=f"n{article}", title=title, publisher=publisher, published=day
        )
        yield Analysis(
            document,
            tuple(
                Record(
                    id=f"n{article}#{place}",
                    document=document,
                    kind="direct",
                    content=(content,),
                    cue=Cue(span=cue, lemma="say"),
                    source=source_span,
                    speaker=Speaker(name=name, kind="person"),
                    chain=(
                        Link("publisher", publisher),
                        *([Link("outlet", outlet)] if place % 5 == 0 else []),
                        Link("speaker", name),
                    ),
                    confidence=0.9,
                    pattern="content-cue-source",
                )
                for place, (name, (content, cue, source_span)) in enumerate(
                    zip(said, spans, strict=True)
                )
            ),
        )


def write(out: Path, number: int) -> None:
    """The database of so many articles."""
    with Index.open(out) as index:
        for analysis in analyses(number):
            key = analysis.document.id
            index.add(of_analysis(analysis, key=key, made_by="desk_corpus"))


def main() -> None:
    parser = argparse.ArgumentParser(description="Write a database of made-up articles.")
    parser.add_argument("out", type=Path)
    parser.add_argument("-n", "--number", type=int, default=100_000)
    arguments = parser.parse_args()
    write(arguments.out, arguments.number)


if __name__ == "__main__":
    main()
