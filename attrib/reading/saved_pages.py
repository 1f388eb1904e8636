"""Web pages as they are kept: single ones, saved with their pictures, in archives, and fetched.

`.html` holds a page, `.mhtml` a page with all that it shows, and a WARC what a crawler saw, page
after page; it is streamed, and a bad page in it costs itself.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, cast

from attrib.errors import AttribError, InputError, MissingExtraError
from attrib.reading import web
from attrib.reading.articles import Article, Problem, Reading, Stream, facts
from attrib.reading.pages import absence, decoding, page
from attrib.reading.sizes import whole
from attrib.reading.text import decode


def read_html(
    place: str, path: str | None, stream: Stream, how: Reading
) -> Iterator[Article | Problem]:
    """The article of a page that was saved as HTML."""
    data = whole(stream, how.max_size)
    # A page says its encoding itself, unless the caller does.
    text = decoding.decode(data) if how.encoding == "utf-8" else decode(data, how.encoding)
    yield _of_page(text, place, path)


def read_mhtml(
    place: str, path: str | None, stream: Stream, how: Reading
) -> Iterator[Article | Problem]:
    """The article of a page that a browser saved in one file, `.mhtml`."""
    import email
    import email.policy

    kept = whole(stream, how.max_size)
    message = email.message_from_bytes(kept, policy=email.policy.default)
    part = next((part for part in message.walk() if part.get_content_type() in _PAGES), None)
    if part is None:
        raise InputError("no page in it; save it as HTML")
    data = cast(bytes, part.get_payload(decode=True) or b"")
    address = part.get("Content-Location") or message.get("Snapshot-Content-Location")
    text = decoding.decode(data, part.get_content_charset())
    yield _of_page(text, place, path, _web_address(address))


_PAGES = ("text/html", "application/xhtml+xml")


def read_warc(
    place: str, path: str | None, stream: Stream, how: Reading
) -> Iterator[Article | Problem]:
    """The articles of a web archive, page by page."""
    try:
        from warcio.archiveiterator import ArchiveIterator
        from warcio.exceptions import ArchiveLoadFailed
    except ImportError as error:
        raise MissingExtraError(
            "reading WARC needs the extra [warc]: pip install 'attrib[html,warc]'"
        ) from error
    try:
        for record in ArchiveIterator(stream):
            if record.rec_type == "response" and _is_page(record):
                yield _of_record(record, place, path, how.max_size)
    except ArchiveLoadFailed as error:
        raise InputError(f"not WARC, or damaged ({error}); what came before it was read") from error


def _is_page(record: Any) -> bool:
    headers = record.http_headers
    if headers is None or headers.get_statuscode() != "200":
        return False
    kind = headers.get_header("Content-Type", "")
    return kind.partition(";")[0].strip().lower() in _PAGES


def _of_record(record: Any, place: str, path: str | None, max_size: int) -> Article | Problem:
    address = _web_address(record.rec_headers.get_header("WARC-Target-URI"))
    at = f"{place}: {address or record.rec_headers.get_header('WARC-Record-ID')}"
    try:
        data = record.content_stream().read(max_size + 1)
    except Exception as error:  # whatever a server sent as its compressed data
        return Problem(at, f"cannot be decompressed ({error}); fetch it again")
    if record.raw_stream.limit and len(data) <= max_size:
        return Problem(at, "the archive ends within this page; fetch it again")
    if len(data) > max_size:
        return Problem(at, f"larger than {max_size / 1e6:g} MB; save the article's text")
    charset = web.charset(record.http_headers.get_header("Content-Type", ""))
    try:
        return _of_page(decoding.decode(data, charset), at, path, address)
    except MissingExtraError:
        raise
    except AttribError as error:
        return Problem(at, str(error))


READERS = {"html": read_html, "mhtml": read_mhtml, "warc": read_warc}


def fetched(url: str, how: Reading, limits: web.Limits | None = None) -> Article | Problem:
    """The article at an address on the web."""
    try:
        found = web.fetch(url, limits or web.Limits(size=how.max_size))
        if how.encoding == "utf-8":
            text = decoding.decode(found.data, found.charset)
        else:
            text = decode(found.data, how.encoding)
        if not found.is_text:
            return _of_page(text, url, None, found.url)
    except AttribError as error:
        return Problem(url, str(error))
    if not text.strip():
        return Problem(url, "empty; give a page with an article in it")
    return Article(text=text, place=url, url=found.url, from_page=True)


def _web_address(address: str | None) -> str | None:
    return address if address and web.is_address(address) else None


def _of_page(text: str, place: str, path: str | None, url: str | None = None) -> Article | Problem:
    try:
        found = page.read(text, url=url)
    except AttribError:
        raise
    except Exception as error:  # whatever the parsers make of a broken page
        raise InputError(f"not a page that can be read ({error}); save its text") from error
    if not found.text.strip():
        return Problem(place, found.absence or absence.NONE)
    return Article(text=found.text, place=place, path=path, from_page=True, **facts(found.facts()))
