"""What reading gives: an `Article` for each text, a `Problem` for each place that gave none."""

from __future__ import annotations

import gzip
import io
from collections.abc import Mapping
from typing import Any, Literal

from attrs import field, frozen

from attrib.lazily import re

InputFormat = Literal["text", "jsonl", "csv", "html", "mhtml", "warc"]
Stream = io.BufferedReader | gzip.GzipFile
_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}(?![\d-])")


@frozen(kw_only=True)
class Article:
    """A text and what its container says of it."""

    text: str = field(repr=False)
    place: str
    """For messages: the file, and the line where the file holds several articles."""
    id: str | None = None
    path: str | None = None
    """The file it stands in; None for standard input."""
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    published: str | None = None
    author: str | None = None
    subtitle: str | None = None
    modified: str | None = None
    credits: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    from_page: bool = False
    """The text was taken out of HTML, so no file holds it as it is."""

    def metadata(self) -> dict[str, Any]:
        """What `attribute` takes beside the text."""
        return {
            "id": self.id,
            "path": self.path,
            "url": self.url,
            "title": self.title,
            "publisher": self.publisher,
            "published": self.published,
            "author": self.author,
            "subtitle": self.subtitle,
            "modified": self.modified,
            "credits": self.credits,
            "captions": self.captions,
        }


@frozen
class Problem:
    """Why a place gave no article."""

    place: str
    reason: str

    def __str__(self) -> str:
        return f"{self.place}: {self.reason}"


@frozen(kw_only=True)
class Reading:
    """How inputs are to be read."""

    input_format: InputFormat | None = None
    """None tells it from the file's name; what has no known ending is text, or JSON Lines where it
    begins as an object does."""
    encoding: str = "utf-8"
    """A byte order mark wins over UTF-8."""
    text_field: str = "text"
    id_field: str | None = None
    """None takes `id` where there is one; a name given must be there."""
    max_size: int = 20_000_000
    """Most bytes of an article: of its file, or of its line in a file of many."""
    from_web: bool = False
    """Whether an input may be an address on the web, which is then fetched."""
    output: str | None = None
    """The file that is being written, which is no input; None is standard output."""


def facts(fields: Mapping[str, Any]) -> dict[str, Any]:
    """The facts about the article, as far as they are strings; an author may be a list of them."""
    found: dict[str, Any] = {
        name: value
        for name in ("url", "title", "subtitle", "publisher")
        if isinstance(value := fields.get(name), str) and value.strip()
    }
    author = fields.get("author")
    names = author if isinstance(author, list) else [author]
    found["author"] = ", ".join(name for name in names if isinstance(name, str)) or None
    for name, value in (
        ("published", fields.get("published")),
        ("published", fields.get("date")),
        ("modified", fields.get("modified")),
    ):
        if name not in found and isinstance(value, str) and (date := _ISO_DATE.match(value)):
            found[name] = date[0]
    for name in ("credits", "captions"):
        if isinstance(items := fields.get(name), list | tuple):
            found[name] = tuple(item for item in items if isinstance(item, str) and item.strip())
    return found
