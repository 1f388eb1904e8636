"""The database opens in what newsrooms have: as it is, views and full text included."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

SAID = "SELECT speaker, content FROM quotations WHERE speaker IS NOT NULL ORDER BY id"
Rows = list[tuple[str, str]]
Sizes = dict[str, int]
TABLES = ("articles", "versions", "records", "links", "speakers", "names", "name_keys")
VIEWS = ("quotations", "carriers", "heard")
COUNTED = {name: f"SELECT count(*) FROM {name}" for name in (*TABLES, *VIEWS)}


def by_sqlite(file: Path) -> tuple[Rows, Sizes]:
    connection = sqlite3.connect(file)
    said = connection.execute(SAID).fetchall()
    sizes = {name: connection.execute(sql).fetchone()[0] for name, sql in COUNTED.items()}
    connection.close()
    return said, sizes


def by_pandas(file: Path) -> tuple[Rows, Sizes]:
    pandas = pytest.importorskip("pandas")
    connection = sqlite3.connect(file)
    found = pandas.read_sql(SAID, connection)
    sizes = {name: len(pandas.read_sql(f"SELECT * FROM {name}", connection)) for name in COUNTED}
    connection.close()
    return list(found.itertuples(index=False, name=None)), sizes


def by_sqlite_utils(file: Path) -> tuple[Rows, Sizes]:
    sqlite_utils = pytest.importorskip("sqlite_utils")
    opened = sqlite_utils.Database(file)
    found = [(row["speaker"], row["content"]) for row in opened.query(SAID)]
    assert list(opened["records"].search("water"))  # its own search finds the full text index
    sizes = {name: len(list(opened[name].rows)) for name in COUNTED}
    opened.close()
    return found, sizes


def by_duckdb(file: Path) -> tuple[Rows, Sizes]:
    duckdb = pytest.importorskip("duckdb")
    opened = duckdb.connect()
    try:
        opened.execute("LOAD sqlite")
    except duckdb.Error as error:
        pytest.skip(f"DuckDB has to fetch its extension once: INSTALL sqlite ({error})")
    opened.execute(f"ATTACH '{file}' AS quotes (TYPE sqlite, READ_ONLY)")
    opened.execute("USE quotes")
    sizes = {}
    for name, sql in COUNTED.items():
        (sizes[name],) = opened.execute(sql).fetchone() or (0,)
        assert len(opened.execute(f"SELECT * FROM {name}").fetchall()) == sizes[name]
    return opened.execute(SAID).fetchall(), sizes


@pytest.mark.parametrize("opened_by", [by_pandas, by_sqlite_utils, by_duckdb])
def test_others_read_what_stands_in_it(
    quotes: Path, opened_by: Callable[[Path], tuple[Rows, Sizes]]
) -> None:
    """Who said what, and all of each table and view: the same as SQLite itself answers."""
    said, sizes = by_sqlite(quotes)

    assert said
    assert all(sizes[name] for name in COUNTED if name != "versions")
    assert opened_by(quotes) == (said, sizes)
