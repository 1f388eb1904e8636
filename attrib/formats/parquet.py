"""Parquet: a row a record, its columns those of `attrib.spark`. Nothing is lost. Extra `[parquet]`.

| Parquet | attrib |
|---|---|
| a column | a field of the JSON record, under its name, in its order |
| struct, list, int64, double, string | object, array, integer, number, string of the JSON Schema |
| null | null |

`read` takes a file, or a folder of them as Spark writes it, and passes over columns that are no
field of a record: those by which the folder is parted, or kept beside the records. A column `text`
beside them is the article's, for those who ask (`read_with_text`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from attrib.analysis import Analysis
from attrib.errors import InputError, MissingExtraError
from attrib.lazily import re
from attrib.schema import schema

if TYPE_CHECKING:
    import pyarrow as pa

ROWS = 1_000
"""Rows that are written, or read, at a time: memory stays flat."""
_SURROGATE = re.compile("[\ud800-\udfff]")
_SIMPLE = {"string": "string", "integer": "int64", "number": "float64"}


def arrow_schema() -> pa.Schema:
    """The Arrow schema of records, made from their JSON Schema."""
    pa = _pyarrow()
    contract = schema()
    return pa.schema(list(_arrow_type(contract, contract["$defs"])))


def write(analyses: Iterable[Analysis], out: Path | IO[bytes]) -> None:
    """Write a file with a row for each record."""
    pa = _pyarrow()
    import pyarrow.parquet as pq

    columns = arrow_schema()
    rows: list[dict[str, Any]] = []
    with pq.ParquetWriter(out, columns, compression="zstd") as writer:

        def put() -> None:
            writer.write_batch(pa.RecordBatch.from_pylist(_storable(rows), columns))
            rows.clear()

        for analysis in analyses:
            rows += (record.to_dict() for record in analysis.records)
            if len(rows) >= ROWS:
                put()
        put()


def read(path: Path) -> Iterator[dict[str, Any]]:
    """The records of a file, or of the files of a folder in their order."""
    for record, _ in read_with_text(path):
        yield record


def read_with_text(path: Path) -> Iterator[tuple[dict[str, Any], str | None]]:
    """The same, each with its article's text where a column `text` has it."""
    pa = _pyarrow()
    import pyarrow.parquet as pq

    fields = arrow_schema().names
    for file in files(path):
        try:
            with pq.ParquetFile(file) as opened:
                names = opened.schema_arrow.names
                if missing := [name for name in ("id", "document", "content") if name not in names]:
                    raise InputError(
                        f"{file}: no records of attrib; it lacks the columns {', '.join(missing)}"
                    )
                wanted = [name for name in (*fields, "text") if name in names]
                for batch in opened.iter_batches(ROWS, columns=wanted):
                    for row in batch.to_pylist():
                        text = row.pop("text", None)
                        yield row, text if isinstance(text, str) else None
        except (OSError, pa.ArrowException) as error:
            raise InputError(f"{file}: cannot be read as Parquet: {error}") from error


def files(path: Path) -> list[Path]:
    """The file itself, or those in a folder that Spark would read."""
    if not path.is_dir():
        return [path]
    found = [
        file
        for file in sorted(path.rglob("*.parquet"))
        if not any(part.startswith((".", "_")) for part in file.relative_to(path).parts)
    ]
    if not found:
        raise InputError(f"{path}: no Parquet file in this folder")
    return found


def _arrow_type(node: Mapping[str, Any], defs: Mapping[str, Any]) -> Any:
    """The Arrow type of a part of the JSON Schema; Spark calls the items of a list `element`."""
    import pyarrow as pa

    node = node["anyOf"][0] if "anyOf" in node else node
    if "$ref" in node:
        return _arrow_type(defs[node["$ref"].rpartition("/")[2]], defs)
    if "enum" in node:
        return pa.string()
    kind = node["type"] if isinstance(node["type"], str) else node["type"][0]
    if kind == "array":
        return pa.list_(pa.field("element", _arrow_type(node["items"], defs), nullable=False))
    if kind == "object":
        return pa.struct(
            [
                pa.field(name, _arrow_type(field, defs), _is_nullable(field))
                for name, field in node["properties"].items()
            ]
        )
    return getattr(pa, _SIMPLE[kind])()


def _is_nullable(node: Mapping[str, Any]) -> bool:
    return "anyOf" in node or "null" in node.get("type", ()) or None in node.get("enum", ())


def _storable(value: Any) -> Any:
    """The value with U+FFFD for lone surrogates, which Parquet does not hold."""
    if isinstance(value, str):
        return value if value.isascii() else _SURROGATE.sub("\ufffd", value)
    if isinstance(value, list):
        return [_storable(item) for item in value]
    if isinstance(value, dict):
        return {name: _storable(item) for name, item in value.items()}
    return value


def _pyarrow() -> Any:
    try:
        import pyarrow
    except ImportError as error:
        raise MissingExtraError(
            "Parquet needs the extra [parquet]: pip install 'attrib[parquet]'"
        ) from error
    return pyarrow
