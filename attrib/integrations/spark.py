"""Articles of a Spark data frame, the extra `[spark]`: records as rows, made where the data is.

    import attrib.spark
    records = attrib.spark.attribute(articles, "text", id="url", published="day")
    records.write.partitionBy("day").parquet("records")

Rows go to Python and back in Arrow batches. A record has the fields of the JSON contract, with
types made from its schema, and a row is the same record, to the byte, as one process gives.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from attrib.attributor import Attributor
from attrib.errors import MissingExtraError, UsageError
from attrib.formats import parquet
from attrib.knowledge.datestamps import iso_date
from attrib.schema import schema

if TYPE_CHECKING:
    import pyarrow as pa
    from pyspark.sql import DataFrame
    from pyspark.sql.types import DataType, StructType

RECORDS_A_BATCH = 1_000
"""Most records that are held before they are handed to Spark, so that memory stays flat."""
_FACTS = ("id", "path", "url", "title", "publisher", "published", "author")


def attribute(
    df: DataFrame,
    text: str = "text",
    *,
    id: str | None = None,  # noqa: A002 - the name the caller knows it by
    path: str | None = None,
    url: str | None = None,
    title: str | None = None,
    publisher: str | None = None,
    published: str | None = None,
    author: str | None = None,
    keep: Iterable[str] = (),
    attributor: Attributor | None = None,
) -> DataFrame:
    """The records of the articles in column `text`, a row a record, lazily as Spark has it.

    The other arguments name the columns with what is known of an article; what holds for all of
    them is the `attributor`'s. Columns to `keep` stand before the record's fields, once for each
    of its records. `published` may be a column of dates or of words: words that are no date are
    not known to be one. A row whose text is null or blank has no records.
    """
    try:
        from pyspark.sql.types import StructType
    except ImportError as error:
        raise _missing() from error
    names = (id, path, url, title, publisher, published, author)
    facts = {fact: column for fact, column in zip(_FACTS, names, strict=True) if column}
    kept = list(dict.fromkeys(keep))
    for column in (text, *facts.values(), *kept):
        if column not in df.columns:
            raise UsageError(f"no column {column!r}, only {', '.join(df.columns)}")
    record = record_type()
    for column in kept:
        if column in record.names:
            raise UsageError(f"{column!r} is a field of the records; rename the column to keep it")
    rows = _Rows(text, facts, kept, attributor or Attributor())
    wanted = list(dict.fromkeys((text, *facts.values(), *kept)))
    as_kept = [df.schema[column] for column in kept]
    return df.select(*wanted).mapInArrow(rows, StructType([*as_kept, *record.fields]))


def record_type() -> StructType:
    """The Spark type of a record, made from its JSON Schema."""
    try:
        import pyspark.sql.types  # noqa: F401
    except ImportError as error:
        raise _missing() from error
    contract = schema()
    made: StructType = _spark_type(contract, contract["$defs"])
    return made


def _spark_type(node: Mapping[str, Any], defs: Mapping[str, Any]) -> DataType:
    from pyspark.sql import types

    node = _without_null(node)
    if "$ref" in node:
        return _spark_type(defs[node["$ref"].rpartition("/")[2]], defs)
    if "enum" in node:
        return types.StringType()
    kind = node["type"]
    if kind == "array":
        return types.ArrayType(_spark_type(node["items"], defs), containsNull=False)
    if kind == "object":
        return types.StructType(
            [
                types.StructField(
                    name, _spark_type(field, defs), _is_nullable(field), _comment(field)
                )
                for name, field in node["properties"].items()
            ]
        )
    simple: dict[str, DataType] = {
        "string": types.StringType(),
        "integer": types.LongType(),
        "number": types.DoubleType(),
    }
    return simple[kind if isinstance(kind, str) else kind[0]]


def _without_null(node: Mapping[str, Any]) -> Mapping[str, Any]:
    """The alternative that is not null."""
    first: Mapping[str, Any] = node["anyOf"][0] if "anyOf" in node else node
    return first


def _is_nullable(node: Mapping[str, Any]) -> bool:
    return "anyOf" in node or "null" in node.get("type", ()) or None in node.get("enum", ())


def _comment(node: Mapping[str, Any]) -> dict[str, str]:
    return {"comment": node["description"]} if "description" in node else {}


class _Rows:
    """What Spark's workers do: batches of articles in, batches of records out."""

    def __init__(
        self, text: str, facts: Mapping[str, str], kept: list[str], attributor: Attributor
    ) -> None:
        self.text, self.facts, self.kept, self.attributor = text, dict(facts), kept, attributor

    def __call__(self, batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        import pyarrow as pa

        arrow: pa.Schema | None = None
        rows: list[dict[str, Any]] = []
        for batch in batches:
            if arrow is None:
                kept = [batch.schema.field(column) for column in self.kept]
                arrow = pa.schema([*kept, *parquet.arrow_schema()])
            for article in _read(batch):
                rows += self.of(article)
                if len(rows) >= RECORDS_A_BATCH:
                    yield pa.RecordBatch.from_pylist(rows, arrow)
                    rows = []
        if rows:
            yield pa.RecordBatch.from_pylist(rows, arrow)

    def of(self, article: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
        """The rows of one article."""
        text = article[self.text]
        if text is None or not text.strip():
            return
        facts: dict[str, Any] = {
            fact: _fact(fact, article[column]) for fact, column in self.facts.items()
        }
        kept = {column: article[column] for column in self.kept}
        for record in self.attributor.attribute(text, **facts).records:
            yield {**kept, **record.to_dict()}


def _read(batch: pa.RecordBatch) -> Iterator[Mapping[str, Any]]:
    """The rows of a batch, one at a time."""
    for at in range(batch.num_rows):
        (row,) = batch.slice(at, 1).to_pylist()
        yield row


def _fact(name: str, value: object) -> str | None:
    """What a column says of the article, as `attrib.attribute` takes it."""
    if value is None or value == "":
        return None
    if name != "published":
        return str(value)
    if isinstance(value, datetime.datetime):
        value = value.date()
    return value.isoformat() if isinstance(value, datetime.date) else iso_date(str(value))


def _missing() -> MissingExtraError:
    return MissingExtraError("Spark needs the extra [spark]: pip install 'attrib[spark]'")
