"""`attrib search`."""

from __future__ import annotations

import argparse
import sys
from contextlib import closing, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from attrib import formats
from attrib.batch.output import whole
from attrib.commands.inputs import iso_date
from attrib.commands.terminal import Status, complain
from attrib.errors import UsageError
from attrib.model import CueClass, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from attrib.desk.query import Query
    from attrib.desk.search import Hit

EXAMPLES = """\
examples:
  attrib search quotes.db "harbour strike"
  attrib search quotes.db '"night rosters"' --speaker Farran --kind direct
  attrib search quotes.db "strik* OR walkout -talks" --since 2022-01-01 --format csv > hits.csv
  attrib search quotes.db --outlet Reuters --class denial
  attrib search quotes.db --speaker "Ilse Farran" --limit 0 --format jsonl -o records.jsonl

All words must stand in what was said, whatever their endings; "a phrase" in its order; begin*
for words that begin so; OR; -word for what must not be there. Without words, the latest first.
"""
_ALL = 2**31 - 1


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The database, what to look for in it, and the form of the hits."""
    parser.add_argument("database", metavar="DATABASE", help="what attrib index wrote")
    parser.add_argument("words", nargs="?", metavar="WORDS", help="what was spoken of")
    group = parser.add_argument_group("which records")
    group.add_argument(
        "--articles", action="store_true", help="look for WORDS in whole articles, titles too"
    )
    group.add_argument("--speaker", metavar="NAME", help="by any name the speaker goes by")
    group.add_argument("--outlet", metavar="NAME", help="that publishes or carried it")
    group.add_argument("--publisher", metavar="NAME", help="that publishes it")
    group.add_argument("--kind", choices=get_args(Kind))
    group.add_argument(
        "--class",
        dest="cue_class",
        choices=get_args(CueClass),
        metavar="CLASS",
        help=f"of the cue: {', '.join(get_args(CueClass))}",
    )
    group.add_argument(
        "--since", type=iso_date, metavar="DATE", help="first day of publication, YYYY-MM-DD"
    )
    group.add_argument("--until", type=iso_date, metavar="DATE", help="last day of publication")
    group = parser.add_argument_group("output")
    group.add_argument(
        "--limit", type=_number, default=20, metavar="N", help="most hits, 0 for all (default: 20)"
    )
    group.add_argument(
        "--format",
        choices=("table", "jsonl", "csv", "parquet"),
        default="table",
        help="columns for people, or the records as attrib extract writes them (default: table)",
    )
    group.add_argument(
        "-o", "--output", metavar="OUT", help="the file to write (default: standard output)"
    )


def run(arguments: argparse.Namespace) -> Status:
    """Print the hits, best first, and say how many there are."""
    from attrib.desk import database
    from attrib.desk.lookup import counts
    from attrib.desk.search import RANKED, records, search

    if arguments.format == "parquet" and not arguments.output:
        raise UsageError("parquet is no text: name a file for it with -o")
    path = Path(arguments.database)
    with database.told(path), closing(database.for_reading(path)) as opened:
        found = search(opened, _query(arguments))
        with whole(Path(arguments.output)) if arguments.output else nullcontext() as part:
            if arguments.format == "table":
                table = _table(found.hits) if found.hits else ""
                part.write_text(table, "utf-8") if part else sys.stdout.write(table)
            else:
                analyses = formats.analyses(records(opened, found.hits))
                formats.write(arguments.format, analyses, part or sys.stdout)
        if not found.hits and not counts(opened)["articles"]:
            complain(f"{path} is empty; attrib index … -o {path} fills it")
        elif not found.hits:
            complain("nothing found; try fewer words, begin* or --articles")
    if found.hits and len(found.hits) < found.total:
        more = "more than " if found.total == RANKED else ""
        complain(f"{len(found.hits)} of {more}{found.total:,}; --limit shows more")
    return Status.OK


def _query(arguments: argparse.Namespace) -> Query:
    from attrib.desk.query import Query

    return Query(
        words=arguments.words,
        in_articles=arguments.articles,
        speaker=arguments.speaker,
        outlet=arguments.outlet,
        publisher=arguments.publisher,
        kind=arguments.kind,
        cue_class=arguments.cue_class,
        since=arguments.since,
        until=arguments.until,
        limit=min(arguments.limit or _ALL, _ALL),
    )


def _table(hits: Iterable[Hit]) -> str:
    from attrib.display.columns import columns

    rows = [("DATE", "SPEAKER", "CONTENT", "CHAIN", "ARTICLE")]
    rows += [
        (
            hit.published or "",
            hit.speaker or "?",
            hit.content,
            " → ".join(name for _, name in hit.chain),
            hit.article or hit.url or "",
        )
        for hit in hits
    ]
    return columns(rows)


def _number(value: str) -> int:
    if not value.isdecimal():
        raise argparse.ArgumentTypeError(f"{value!r} is no number of hits")
    return int(value)
