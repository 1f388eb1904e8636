"""What records can be written as and read from: one module a format, one row a format in FORMATS.

Each module's docstring is its mapping. `convert` goes from one format to another; where the other
holds less, it refuses and says what would be lost.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from io import TextIOBase
from itertools import chain, groupby, islice
from pathlib import Path
from typing import IO, Any, TextIO

from attrs import evolve, field, frozen

from attrib import schema
from attrib.analysis import Analysis
from attrib.errors import InputError, UsageError
from attrib.model import Document, Record

_SPANS = frozenset({"content", "cue", "source"})
_ALL = frozenset(
    {
        *("id", "document", "kind", "content", "cue", "source", "speaker", "chain", "addressee"),
        *(
            "medium",
            "medium_span",
            "time",
            "place",
            "venue",
            "venue_span",
            "venue_by",
            "nested_in",
            "confidence",
            "pattern",
        ),
    }
)


@frozen(kw_only=True)
class Format:
    """A format: what it is called, what it holds and which module writes and reads it."""

    name: str
    doc: str
    media_type: str
    suffix: str
    """Of the file, with its dot; for a format of many files, of the one with the records."""
    module: str = field(repr=False)
    holds: frozenset[str] = field(default=_ALL, repr=False)
    """Keys of the JSON record that survive in it."""
    options: tuple[str, ...] = ()
    """Keyword options of `write`."""
    readable: bool = True
    needs_text: bool = False
    """True where the article's text is part of the format."""
    is_folder: bool = False
    """True where it is written as files in a folder rather than as one stream."""
    is_binary: bool = False
    """True where it is bytes, not text, so that no terminal can show it."""

    @property
    def lossless(self) -> bool:
        """True where records read back are equal to those written."""
        return self.holds == _ALL

    @property
    def write(self) -> Callable[..., None]:
        """`write(analyses, out, **options)` of its module."""
        function: Callable[..., None] = import_module(self.module).write
        return function

    @property
    def read(self) -> Callable[[Path], Iterator[dict[str, Any]]] | None:
        """`read(path)` of its module; None where the format is for writing only."""
        return import_module(self.module).read if self.readable else None


FORMATS: tuple[Format, ...] = (
    Format(
        name="jsonl",
        doc="JSON Lines, one record a line",
        media_type="application/x-ndjson",
        suffix=".jsonl",
        module="attrib.formats.jsonl",
    ),
    Format(
        name="json",
        doc="one JSON array, an object for each article with its records and notes",
        media_type="application/json",
        suffix=".json",
        module="attrib.formats.json_array",
        options=("text",),
    ),
    Format(
        name="csv",
        doc="one flat row a record, for spreadsheets and data frames",
        media_type="text/csv",
        suffix=".csv",
        module="attrib.formats.csv_table",
        options=("bom",),
    ),
    Format(
        name="parquet",
        doc="Parquet with the columns of attrib.spark, for data frames and clusters",
        media_type="application/vnd.apache.parquet",
        suffix=".parquet",
        module="attrib.formats.parquet",
        is_binary=True,
    ),
    Format(
        name="brat",
        doc="brat standoff in PolNeAR's layout, NAME_attrib.ann beside NAME.txt in a folder",
        media_type="text/plain",
        suffix=".ann",
        module="attrib.formats.brat",
        holds=_SPANS,
        options=("annotator",),
        needs_text=True,
        is_folder=True,
    ),
    Format(
        name="webanno",
        doc="W3C Web Annotation (JSON-LD), an Annotation for each record",
        media_type='application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
        suffix=".jsonld",
        module="attrib.formats.web_annotation",
    ),
    Format(
        name="prov",
        doc="W3C PROV-JSON with the whole chain from publisher to speaker",
        media_type="application/json",
        suffix=".provjson",
        module="attrib.formats.prov_json",
        holds=_SPANS | {"speaker", "chain", "kind", "confidence", "pattern", "nested_in"},
        readable=False,
    ),
    Format(
        name="schemaorg",
        doc="schema.org JSON-LD, a Quotation or Claim for each record",
        media_type="application/ld+json",
        suffix=".jsonld",
        module="attrib.formats.schema_org",
        holds=frozenset({"content", "kind", "speaker", "chain", "addressee"}),
        readable=False,
    ),
    Format(
        name="citron",
        doc="BBC Citron's JSON, one document a line",
        media_type="application/json",
        suffix=".json",
        module="attrib.formats.citron",
        holds=_SPANS | {"confidence"},
        needs_text=True,
    ),
)


def named(name: str) -> Format:
    """The format of that name.

    >>> named("csv").lossless, named("brat").lossless
    (True, False)
    """
    for row in FORMATS:
        if row.name == name:
            return row
    known = ", ".join(row.name for row in FORMATS)
    raise UsageError(f"no format is called {name!r}; there are {known}")


def write(
    name: str, analyses: Iterable[Analysis], out: TextIO | IO[bytes] | Path, **options: Any
) -> None:
    """Write articles in a format to a stream, a file or, for `brat`, a folder.

    Articles are taken one by one and, where the format allows, written before the next is taken.

    >>> import sys
    >>> write("jsonl", [], sys.stdout)
    >>> write("json", [], sys.stdout)
    [
    ]
    """
    row = named(name)
    unknown = sorted(options.keys() - set(row.options))
    if unknown:
        raise UsageError(f"{name} has no option {', '.join(unknown)}")
    if row.is_folder:
        if not isinstance(out, Path):
            raise UsageError(f"{name} is written as files: name a folder to put them in")
        row.write(analyses, out, **options)
    elif row.is_binary:
        if isinstance(out, TextIOBase):
            raise UsageError(f"{name} is no text: name a file to put it in")
        row.write(analyses, out, **options)
    elif isinstance(out, Path):
        with out.open("w", encoding="utf-8", newline="") as stream:
            row.write(analyses, stream, **options)
    else:
        row.write(analyses, out, **options)


def read(name: str, path: Path) -> Iterator[dict[str, Any]]:
    """The JSON records in a file (for `brat`, also a folder) of a format."""
    function = named(name).read
    if function is None:
        readable = ", ".join(row.name for row in FORMATS if row.readable)
        raise UsageError(f"{name} is for writing only; {readable} can be read")
    try:
        for record in function(path):
            for problem in schema.problems(record):
                raise InputError(f"{path}: not a record of attrib: {problem}")
            yield record
    except FileNotFoundError:
        raise InputError(f"{path}: no such file; check the path") from None
    except OSError as error:
        raise InputError(f"{path}: {(error.strerror or str(error)).lower()}") from error
    except (UnicodeDecodeError, RecursionError) as error:
        raise InputError(f"{path}: {error}") from error


def convert(
    source: str,
    path: Path,
    target: str,
    out: TextIO | Path,
    *,
    text_of: Callable[[Document], str] | None = None,
    lossy: bool = False,
    **options: Any,
) -> None:
    """Rewrite a file of one format in another; UsageError where something would be lost.

    `lossy` permits the loss. `text_of` gives the article's text of a document, which some formats
    contain and records alone do not.
    """
    held, row = named(source).holds, named(target)
    if not lossy and (lost := held - row.holds):
        raise UsageError(
            f"{target} cannot hold {', '.join(sorted(lost))} of {source}; "
            "permit that (--lossy), or choose jsonl, json, csv, parquet or webanno"
        )
    if row.needs_text and text_of is None:
        raise UsageError(f"{target} contains the article's text, which records lack; give it")
    articles = analyses(read(source, path), text_of)
    # What cannot be read is told before a format writes its first line.
    begun = [*islice(articles, 1)]
    write(target, chain(begun, articles), out, **options)


def analyses(
    records: Iterable[dict[str, Any]], text_of: Callable[[Document], str] | None = None
) -> Iterator[Analysis]:
    """Articles made of JSON records, those of one document following one another.

    >>> [len(article.records) for article in analyses([])]
    []
    """
    for _, group in groupby(records, key=lambda record: record["document"]["id"]):
        read_back = []
        for data in group:
            try:
                read_back.append(Record.from_dict(data))
            except (KeyError, TypeError, ValueError) as error:
                raise InputError(f"not a record of attrib: {error!r}") from error
        document = read_back[0].document
        if text_of is not None:
            text = text_of(document)
            document = evolve(document, text=text, length=len(text))
        yield Analysis(document, tuple(evolve(record, document=document) for record in read_back))
