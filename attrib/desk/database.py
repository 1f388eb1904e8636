"""The file that `attrib index` writes: SQLite, its tables declared in `attrib/data/desk.sql`."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path

from attrib.errors import InputError

VERSION = 3
"""`PRAGMA user_version` of the tables as they are written now."""
APPLICATION = 0x61747472
"""`PRAGMA application_id`, by which the file is known for what it is: `attr` in ASCII."""
_PATIENCE = 60.0
"""Seconds to wait for another writer."""


def for_writing(path: Path) -> sqlite3.Connection:
    """The database at `path`, made where there is none; InputError where it is something else.

    One process writes at a time and others wait their turn; readers never wait (WAL).

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     database = for_writing(Path(folder, "quotes.db"))
    ...     database.execute("PRAGMA user_version").fetchone(), database.close()
    ((3,), None)
    """
    is_new = not path.exists() or not path.stat().st_size
    try:
        database = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None)
    except sqlite3.OperationalError as error:
        raise InputError(f"{path}: cannot be opened; check the folder") from error
    try:
        if not is_new:
            _refuse_others(database, path)
        database.execute("PRAGMA journal_mode = WAL")
        # A process killed loses nothing so; only a power cut may take the last articles along.
        database.execute("PRAGMA synchronous = NORMAL")
        database.execute("PRAGMA foreign_keys = ON")
        database.execute("PRAGMA cache_size = -4096")  # in KiB
        # What was written while somebody read on and on is given back when they are done.
        database.execute("PRAGMA journal_size_limit = 67108864")  # in bytes
        if not _is_made(database):
            _make(database)
        _refuse_others(database, path)
    except BaseException:
        database.close()
        raise
    return database


def for_reading(path: Path) -> sqlite3.Connection:
    """The database at `path`, which this connection cannot change; InputError where it is none."""
    if path.is_dir():
        raise InputError(f"{path}: a folder; name the file that attrib index wrote")
    if not path.is_file():
        raise InputError(f"{path}: no such file; attrib index … -o {path} makes it")
    if not path.stat().st_size:
        raise InputError(f"{path}: an empty file; attrib index … -o {path} fills it")
    address = f"{path.absolute().as_uri()}?mode=ro"
    database = sqlite3.connect(address, uri=True, timeout=_PATIENCE, check_same_thread=False)
    try:
        _refuse_others(database, path)
    except BaseException:
        database.close()
        raise
    return database


@contextmanager
def told(path: Path) -> Iterator[None]:
    """What goes wrong with the database at `path` while it is used, as an InputError."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        words = str(error)
        if "locked" in words:
            advice = "another program is writing to it; try again when that is done"
        elif "malformed" in words or "not a database" in words:
            advice = "it is damaged; index the articles into a new file"
        else:
            advice = f"{words}; check the file and its folder"
        raise InputError(f"{path}: {advice}") from error


def _is_made(database: sqlite3.Connection) -> bool:
    found = database.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    return bool(found[0])


def _make(database: sqlite3.Connection) -> None:
    """All tables, or none: whoever comes at the same time finds them made."""
    sql = files("attrib").joinpath("data", "desk.sql").read_text(encoding="utf-8")
    try:
        database.executescript(
            f"BEGIN IMMEDIATE; {sql}"
            f"PRAGMA application_id = {APPLICATION}; PRAGMA user_version = {VERSION}; COMMIT;"
        )
    except sqlite3.OperationalError as error:
        if database.in_transaction:
            database.rollback()
        if "no such module" in str(error):
            raise InputError(
                "the SQLite of this Python lacks FTS5; use a Python built with it"
            ) from error
        if not _is_made(database):
            raise


def _refuse_others(database: sqlite3.Connection, path: Path) -> None:
    """InputError where the file is no database, another program's, or of a newer attrib."""
    try:
        (application,) = database.execute("PRAGMA application_id").fetchone()
        (version,) = database.execute("PRAGMA user_version").fetchone()
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError):
            raise InputError(f"{path}: cannot be opened ({error})") from error
        raise InputError(f"{path}: no database; name another file") from error
    if application != APPLICATION:
        raise InputError(f"{path}: a database, but not of attrib index; name another file")
    if version > VERSION:
        raise InputError(
            f"{path}: written by a newer attrib (version {version} of the tables, "
            f"this one knows {VERSION}); upgrade attrib"
        )
    if version < VERSION:
        raise InputError(
            f"{path}: written by an older attrib (version {version} of the tables, "
            f"this one writes {VERSION}); index the articles into a new file"
        )
