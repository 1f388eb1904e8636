"""The arguments that commands which read articles share, and the articles they ask for."""

from __future__ import annotations

import argparse
import codecs
import os
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, TypeVar, get_args

from attrib.commands.progress import add_message_arguments
from attrib.commands.terminal import Status, complain
from attrib.errors import UsageError
from attrib.lazily import re
from attrib.reading.articles import InputFormat

if TYPE_CHECKING:
    from attrib.analysis import Analysis
    from attrib.batch.extraction import Extraction
    from attrib.batch.work import Done
    from attrib.model import Note
    from attrib.reading.corpus import Article, Problem

Result = TypeVar("Result")
_GIVEN = ("publisher", "published", "url", "title", "author")


def add_input_arguments(parser: argparse.ArgumentParser) -> None:
    """FILE… and how to read them."""
    parser.add_argument(
        "files",
        nargs="+",
        metavar="FILE",
        help="text, .jsonl, .csv, .html, .mhtml, .warc (also .gz), a folder of them, a glob, or - "
        "for standard input",
    )
    add_reading_arguments(parser)


def add_reading_arguments(parser: argparse.ArgumentParser) -> None:
    """How to read FILE…"""
    group = parser.add_argument_group("reading")
    group.add_argument(
        "--input-format",
        choices=get_args(InputFormat),
        help="what the inputs are, whatever their names end in",
    )
    group.add_argument(
        "--encoding",
        type=_encoding,
        default="utf-8",
        metavar="NAME",
        help="of the inputs: cp1252, utf-16, … (default: utf-8)",
    )
    group.add_argument(
        "--text-field",
        default="text",
        metavar="NAME",
        help="field or column with the article (default: text)",
    )
    group.add_argument(
        "--id-field",
        metavar="NAME",
        help="field or column with its id (default: id, where there is one); url, title, "
        "publisher, published or date, and author are read by these names",
    )
    group.add_argument(
        "--max-size",
        type=_size,
        default="20MB",
        metavar="SIZE",
        help="of an article, whose file or line is left out beyond it (default: 20MB)",
    )


def add_attribution_arguments(parser: argparse.ArgumentParser) -> None:
    """What is known of the articles, which records are wanted, and by how many processes."""
    group = parser.add_argument_group("about the articles (wins over what they say themselves)")
    group.add_argument("--publisher", metavar="NAME", help="the outlet that publishes them")
    group.add_argument(
        "--published",
        "--date",
        type=iso_date,
        metavar="DATE",
        help="day of publication, YYYY-MM-DD; dates “on Monday”",
    )
    group.add_argument("--url", help="where it was published")
    group.add_argument("--title", help="its headline")
    group.add_argument("--author", metavar="NAME", help="who wrote it")
    group = parser.add_argument_group("records")
    group.add_argument(
        "--only",
        type=_cue_classes,
        default=frozenset(),
        metavar="CLASS,…",
        help="records with cues of these classes: statement (also those without a cue), "
        "question, denial, promise, order, belief, attitude, perception, expectation, disclosure",
    )
    group.add_argument(
        "--min-confidence",
        type=probability,
        metavar="P",
        help="leave out records below this, 0 to 1",
    )
    group.add_argument(
        "--max-seconds",
        type=_seconds,
        default=300.0,
        metavar="S",
        help="after which an article is searched no further, and that is told (default: 300)",
    )
    group.add_argument(
        "--workers",
        type=workers,
        default=1,
        metavar="N",
        help="processes that read at the same time, 0 for one a core (default: 1)",
    )
    add_message_arguments(parser)


def articles(
    arguments: argparse.Namespace, *, from_web: bool = False
) -> Iterator[Article | Problem]:
    """The articles that the arguments name, and a problem for each input that gives none.

    `from_web` says that addresses on the web are fetched; without it they are problems.
    """
    from attrib.reading.corpus import Reading, read

    how = Reading(
        input_format=arguments.input_format,
        encoding=arguments.encoding,
        text_field=arguments.text_field,
        id_field=arguments.id_field,
        max_size=arguments.max_size,
        from_web=from_web,
        output=getattr(arguments, "output", None),
    )
    return read(arguments.files, how)


def warned(items: Iterable[Article | Problem]) -> Iterator[Article | Problem]:
    """The same; a text that was spoilt before it came here is named on standard error."""
    from attrib.reading import mojibake
    from attrib.reading.corpus import Problem

    for item in items:
        if not isinstance(item, Problem):
            for note in mojibake.find(item.text):
                complain(f"{item.place}: {_told(note, item.text)}")
        yield item


def extraction(arguments: argparse.Namespace) -> Extraction:
    """What is to be done with each article."""
    from attrib.attributor import Attributor
    from attrib.batch.extraction import Extraction

    given = {name: getattr(arguments, name) for name in _GIVEN}
    return Extraction(
        attributor=Attributor(
            min_confidence=arguments.min_confidence, max_seconds=arguments.max_seconds
        ),
        given={name: value for name, value in given.items() if value is not None},
        only=arguments.only,
    )


class Complaints:
    """Says on standard error what went wrong, lets the rest through, and keeps count."""

    def __init__(self) -> None:
        self.count = 0

    @property
    def status(self) -> Status:
        return Status.FAILED if self.count else Status.OK

    def sift(self, outcomes: Iterable[Done[Result] | Problem]) -> Iterator[Done[Result]]:
        """The articles that went well."""
        from attrib.reading.corpus import Problem

        for outcome in outcomes:
            if isinstance(outcome, Problem):
                self.count += 1
                complain(str(outcome))
            else:
                yield outcome


def analyses(
    arguments: argparse.Namespace, complaints: Complaints, *, from_web: bool = False
) -> Iterator[Analysis]:
    """The analysis of each article that the arguments name; what fails is complained of."""
    from attrib.batch.workers import run
    from attrib.commands.progress import Progress

    outcomes = run(
        articles(arguments, from_web=from_web), extraction(arguments).analyse, arguments.workers
    )
    progress = Progress.of(arguments)
    for done in progress.watch(complaints.sift(outcomes), len):
        yield done.result
    progress.close(complaints.count)


def notes(analysis: Analysis) -> list[str]:
    """What a reader of an article's records should know, a line each."""
    return [f"Note: {_told(note, analysis.document.text)}" for note in analysis.notes]


def _told(note: Note, text: str) -> str:
    from attrib.reading.text import line_and_column

    if note.span is None:
        return note.reason
    line, column = line_and_column(text, note.span.start)
    return f"{note.reason}: {note.span.text} (line {line}, column {column})"


def _encoding(name: str) -> str:
    try:
        return codecs.lookup(name).name
    except LookupError:
        raise argparse.ArgumentTypeError(f"no encoding {name!r}; try utf-8 or cp1252") from None


def _size(value: str) -> int:
    from attrib.reading.sizes import size

    try:
        return size(value)
    except UsageError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _seconds(value: str) -> float:
    try:
        number = float(value)
    except ValueError:
        number = -1.0
    if not number >= 0.0:
        raise argparse.ArgumentTypeError(f"{value!r} is no number of seconds; write it as 60")
    return number


def iso_date(value: str) -> str:
    """A day, as an argument."""
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
            return date.fromisoformat(value).isoformat()
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(f"{value!r} is no day; write it as 2022-09-20")


def _cue_classes(value: str) -> frozenset[str]:
    from attrib.model import CueClass

    known = get_args(CueClass)
    names = frozenset(name.strip() for name in value.split(",") if name.strip())
    if not names or names.difference(known):
        wrong = ", ".join(sorted(names.difference(known))) or "nothing"
        raise argparse.ArgumentTypeError(f"no class {wrong}; there are {', '.join(known)}")
    return names


def probability(value: str) -> float:
    """A number from 0 to 1, as an argument."""
    try:
        number = float(value)
    except ValueError:
        number = -1.0
    if not 0.0 <= number <= 1.0:
        raise argparse.ArgumentTypeError(f"{value!r} is not between 0 and 1")
    return number


def workers(value: str) -> int:
    """A number of processes, as an argument; one a core for 0."""
    if not value.isdecimal():
        raise argparse.ArgumentTypeError(f"{value!r} is not a number of processes")
    return int(value) or os.cpu_count() or 1
