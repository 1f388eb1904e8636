"""An article's records as a file, in any format of `attrib.formats`."""

from __future__ import annotations

import io
import zipfile
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from attrs import evolve, frozen

from attrib import formats
from attrib.analysis import Analysis
from attrib.formats import FORMATS
from attrib.lazily import re


@frozen
class Download:
    """A file to be saved."""

    name: str
    media_type: str
    data: bytes


def names() -> tuple[str, ...]:
    """The formats that can be written here."""
    return tuple(
        row.name for row in FORMATS if row.name != "parquet" or find_spec("pyarrow") is not None
    )


def made(name: str, analysis: Analysis) -> Download:
    """The file of an article's records; UsageError for a format that there is not.

    >>> from attrib.attributor import attribute
    >>> made("csv", attribute("“We are ready,” said Ana Ruiz.", title="All set!")).name
    'all-set.csv'
    """
    row = formats.named(name)
    document = analysis.document
    stem = re.sub(r"[^a-z0-9]+", "-", (document.title or document.id).lower()).strip("-")[:60]
    stem = stem or "article"
    if row.is_folder:
        # A name that it made itself: what a visitor wrote must not choose a file.
        named = evolve(analysis, document=evolve(document, path=None, id=stem))
        return Download(f"{stem}.zip", "application/zip", _zipped(name, named))
    if row.is_binary:
        packed = io.BytesIO()
        formats.write(name, [analysis], packed)
        return Download(f"{stem}{row.suffix}", row.media_type, packed.getvalue())
    out = io.StringIO()
    options = {"text": True} if name == "json" else {"bom": True} if name == "csv" else {}
    formats.write(name, [analysis], out, **options)
    data = out.getvalue().encode("utf-8", "backslashreplace")
    return Download(f"{stem}{row.suffix}", row.media_type, data)


def _zipped(name: str, analysis: Analysis) -> bytes:
    packed = io.BytesIO()
    with TemporaryDirectory() as folder, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        formats.write(name, [analysis], Path(folder))
        for path in sorted(Path(folder).iterdir()):
            file.writestr(path.name, path.read_bytes())
    return packed.getvalue()
