"""The database opens in what newsrooms have: as it is, views and full text included."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

SAID = "SELECT speaker, content FROM quotations WHERE speaker IS NOT NULL ORDER BY id"
Rows = list[tuple[str, str]]


def by_pandas(file: Path) -> Rows:
    pandas = pytest.importorskip("pandas")
    connection = sqlite3.connect(file)
    found = pandas.read_sql(SAID, connection)
    connection.close()
    return list(found.itertuples(index=False, name=None))


def by_sqlite_utils(file: Path) -> Rows:
    sqlite_utils = pytest.importorskip("sqlite_utils")
    opened = sqlite_utils.Database(file)
    found = [(row["speaker"], row["content"]) for row in opened.query(SAID)]
    assert list(opened["records"].search("water"))  # its own search finds the full text index
    opened.close()
    return found


def by_duckdb(file: Path) -> Rows:
    duckdb = pytest.importorskip("duckdb")
    opened = duckdb.connect()
    try:
        opened.execute("LOAD sqlite")
    except duckdb.Error as error:
        pytest.skip(f"DuckDB has to fetch its extension once: INSTALL sqlite ({error})")
    opened.execute(f"ATTACH '{file}' AS quotes (TYPE sqlite, READ_ONLY)")
    return list(
        opened.execute(
            "SELECT speakers.name, content FROM quotes.records AS records "
            "JOIN quotes.names AS names ON names.id = records.name_id "
            "JOIN quotes.speakers AS speakers ON speakers.id = names.speaker_id ORDER BY records.id"
        ).fetchall()
    )


@pytest.mark.parametrize("opened_by", [by_pandas, by_sqlite_utils, by_duckdb])
def test_others_read_what_stands_in_it(quotes: Path, opened_by: Callable[[Path], Rows]) -> None:
    """Who said what, the same as SQLite itself answers."""
    connection = sqlite3.connect(quotes)
    expected = connection.execute(SAID).fetchall()
    connection.close()

    assert expected
    assert opened_by(quotes) == expected
