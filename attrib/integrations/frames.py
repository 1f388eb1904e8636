"""Records as a table in memory, for pandas."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from attrib.analysis import Analysis
from attrib.errors import MissingExtraError
from attrib.formats import csv_table
from attrib.model import Record

if TYPE_CHECKING:
    import pandas as pd

Tabular = Analysis | Record | Mapping[str, Any]


def to_dataframe(records: Analysis | Iterable[Tabular]) -> pd.DataFrame:
    """One row a record, with the columns of the CSV format and numbers as numbers.

    Takes an analysis, or any mixture of analyses, records and JSON records. Offsets are of the
    nullable type Int64: a record without a source has none.

    >>> frame = to_dataframe(attrib.attribute(text))  # doctest: +SKIP
    >>> frame.groupby("speaker_name").size()  # doctest: +SKIP
    """
    try:
        import pandas as pd
    except ImportError as error:
        raise MissingExtraError(
            "a data frame needs the extra [pandas]: pip install 'attrib[pandas]'"
        ) from error
    items = [records] if isinstance(records, Analysis) else records
    rows = [csv_table.row(record) for record in _dicts(items)]
    frame = pd.DataFrame(rows, columns=[column.name for column in csv_table.COLUMNS])
    whole = [column.name for column in csv_table.COLUMNS if column.parse is int]
    return frame.astype(dict.fromkeys(whole, "Int64"))


def _dicts(items: Iterable[Tabular]) -> Iterator[Mapping[str, Any]]:
    for item in items:
        if isinstance(item, Analysis):
            yield from (record.to_dict() for record in item.records)
        else:
            yield item.to_dict() if isinstance(item, Record) else item
