"""From a file, folder or glob on the command line to the files that it means, in a fixed order."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator
from pathlib import Path

from attrib.reading.articles import InputFormat, Problem

_FORMATS: dict[str, InputFormat] = {
    ".txt": "text",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "csv",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".mhtml": "mhtml",
    ".mht": "mhtml",
    ".warc": "warc",
}


def files(name: str) -> Iterator[Path | Problem]:
    """The files that an input means, in a fixed order: itself, a folder's, or those of a glob."""
    # Not the methods of Path, which raise in a folder that may not be looked into.
    if os.path.isdir(name):
        yield from _in_folder(Path(name))
    elif os.path.exists(name) or not glob.has_magic(name):
        yield Path(name)
    else:
        matches = sorted(glob.glob(name, recursive=True))
        if not matches:
            yield Problem(name, "matches no file; check the pattern")
        for match in matches:
            if os.path.isdir(match):
                yield from _in_folder(Path(match))
            else:
                yield Path(match)


def _in_folder(folder: Path) -> Iterator[Path | Problem]:
    empty = True
    locked: list[OSError] = []
    for root, subfolders, names in os.walk(folder, onerror=locked.append):
        subfolders.sort()
        for name in sorted(names):
            if format_of(name) and not _is_kept_text(root, name):
                empty = False
                path = Path(root, name)
                # To open a pipe that nobody writes to would never end.
                yield Problem(str(path), "is no file; move it away") if path.is_fifo() else path
    for error in locked:
        yield Problem(str(error.filename), reason(error))
    if empty and not locked:
        known = ", ".join(("*.jsonl.gz", *(f"*{ending}" for ending in _FORMATS)))
        yield Problem(str(folder), f"no article in this folder; attrib looks for {known}")


def _is_kept_text(folder: str, name: str) -> bool:
    """Whether `--keep-text` wrote this file beside its page, which is read itself."""
    page = name.removesuffix(".txt")
    return (
        page != name and format_of(page) in ("html", "mhtml") and os.path.exists(f"{folder}/{page}")
    )


def format_of(name: str) -> InputFormat | None:
    """What a file holds, by the ending of its name; None where it tells nothing."""
    return _FORMATS.get(Path(name.lower().removesuffix(".gz")).suffix)


def reason(error: OSError) -> str:
    """Why a file could not be read, and what to do."""
    if isinstance(error, FileNotFoundError):
        return "no such file; check the path"
    if isinstance(error, PermissionError):
        return "may not be read; ask for permission"
    return (error.strerror or str(error)).lower()
