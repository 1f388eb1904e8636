"""A page from the web, within limits of size, time and redirects: the extra `[html]`.

Only the command line asks for it, and only where a web address was written as an input. http and
https, no other scheme, not by a redirect either; nothing is sent but the request.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from attrs import frozen

from attrib.errors import InputError, MissingExtraError
from attrib.lazily import re

if TYPE_CHECKING:
    from attrib.reading.public import Hosts

_ADDRESS = re.compile(r"(?i)https?://")
_HTML = ("text/html", "application/xhtml+xml", "application/xml", "text/xml")
_TEXT = ("text/plain", "text/markdown")
_CHARSET = re.compile(r"(?i)charset\s*=\s*[\"']?([\w:.-]+)")
_CHUNK = 1 << 16
_REDIRECTS = (301, 302, 303, 307, 308)


@frozen(kw_only=True)
class Limits:
    """What a page may cost."""

    seconds: float = 30.0
    """From the request to the last byte, redirects included."""
    size: int = 20_000_000
    """Bytes, after decompression."""
    redirects: int = 5
    hosts: Hosts | None = None
    """Who may be asked; None for any, where the one who gives the address runs attrib."""


@frozen(kw_only=True)
class Fetched:
    """A page as it came."""

    data: bytes
    url: str
    """Where it was in the end."""
    charset: str | None = None
    """As the server declares it."""
    is_text: bool = False
    """Plain text, no HTML."""


def is_address(name: str) -> bool:
    """Whether an input is an address on the web rather than a file.

    >>> is_address("https://gazette.example/rain"), is_address("rain.html")
    (True, False)
    """
    return _ADDRESS.match(name) is not None


def kept_name(url: str) -> str:
    """The name of the file into which the text of a page goes.

    >>> kept_name("https://www.gazette.example/2024/05/rain-in-may?ref=x")
    'gazette.example-2024-05-rain-in-may.txt'
    """
    parts = urlsplit(url)
    words = f"{(parts.hostname or '').removeprefix('www.')}{parts.path}"
    return re.sub(r"[^\w.]+", "-", words).strip("-.")[:120] + ".txt"


def charset(content_type: str) -> str | None:
    """The encoding that a `Content-Type` declares.

    >>> charset("text/html; charset=windows-1252")
    'windows-1252'
    """
    found = _CHARSET.search(content_type)
    return found[1] if found else None


def fetch(url: str, limits: Limits = Limits()) -> Fetched:
    """The page at `url`; InputError says why it could not be had.

    The time limit holds whatever the server does: a thread waits for it, and is left behind when
    it waits too long.
    """
    answer: list[Fetched | Exception] = []
    stop = threading.Event()

    def work() -> None:
        try:
            answer.append(_fetch(url, limits, stop.is_set))
        except Exception as error:  # handed to the thread that waits
            answer.append(error)

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    thread.join(limits.seconds)
    stop.set()
    if not answer:
        raise InputError(f"took more than {limits.seconds:g} seconds; save the page and give that")
    (found,) = answer
    if isinstance(found, Exception):
        raise found
    return found


def _fetch(url: str, limits: Limits, stopped: Callable[[], bool]) -> Fetched:
    try:
        import urllib3
    except ImportError as error:
        raise MissingExtraError(
            "fetching web pages needs the extra [html]: pip install 'attrib[html]'"
        ) from error
    # The thread that waits gives up first; this only ends the one that is left behind.
    timeout = urllib3.Timeout(connect=limits.seconds + 1, read=limits.seconds + 1)
    headers = {
        "User-Agent": "attrib (reads news articles)",
        "Accept": "text/html,application/xhtml+xml,text/plain;q=0.8",
        "Accept-Encoding": "gzip, deflate",
    }
    asked = {"redirect": False, "preload_content": False}
    with urllib3.PoolManager(timeout=timeout, retries=False, headers=headers) as pool:
        try:
            for _ in range(limits.redirects + 1):
                if limits.hosts is None:
                    response = pool.request("GET", url, **asked)
                else:
                    to, path, host = _pinned(url, limits.hosts, timeout)
                    response = to.request("GET", path, headers={**headers, "Host": host}, **asked)
                target = response.headers.get("location")
                if response.status not in _REDIRECTS or not target:
                    return _read(response, url, limits, stopped)
                response.close()
                url = urljoin(url, target)
                if not is_address(url):
                    raise InputError(f"leads to {url[:100]}, which is no page on the web")
        except urllib3.exceptions.HTTPError as error:
            raise InputError(
                f"could not be fetched ({_reason(error)}); try again, or save it"
            ) from error
    raise InputError(f"leads on more than {limits.redirects} times; give the address it ends at")


def _pinned(url: str, hosts: Hosts, timeout: Any) -> tuple[Any, str, str]:
    """What asks the address that was looked at, the path to ask for, and the host to name."""
    import urllib3

    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise InputError(f"{url[:100]} is no address") from error
    is_safe = parts.scheme.lower() == "https"
    address = hosts.address(host, port or (443 if is_safe else 80))
    path = urlunsplit(
        ("", "", quote(parts.path or "/", safe="/%:@!$&'()*+,;=~[]"), parts.query, "")
    )
    named = f"[{host}]" if ":" in host else host
    named = f"{named}:{port}" if port else named
    if is_safe:
        # The host is named when the connection begins, and its certificate has to name it too.
        pool = urllib3.HTTPSConnectionPool(
            address, port or 443, timeout=timeout, retries=False, server_hostname=host
        )
    else:
        pool = urllib3.HTTPConnectionPool(address, port or 80, timeout=timeout, retries=False)
    return pool, path, named


def _read(response: Any, url: str, limits: Limits, stopped: Callable[[], bool]) -> Fetched:
    """The body of an answer, as long as it keeps to the limits."""
    if response.status != 200:
        response.close()
        raise InputError(f"the server answers {response.status} {response.reason or ''}".rstrip())
    declared = response.headers.get("content-type", "")
    kind = declared.partition(";")[0].strip().lower()
    if kind and kind not in (*_HTML, *_TEXT):
        response.close()
        raise InputError(f"no web page but {kind}; take its text out first")
    parts: list[bytes] = []
    size = 0
    try:
        for part in response.stream(_CHUNK, decode_content=True):
            size += len(part)
            if size > limits.size:
                raise InputError(f"larger than {limits.size / 1e6:g} MB; save the article's text")
            if stopped():
                break
            parts.append(part)
    finally:
        response.close()
    return Fetched(
        data=b"".join(parts),
        url=url,
        charset=charset(declared),
        is_text=kind in _TEXT,
    )


def _reason(error: Exception) -> str:
    words = str(error.args[-1] if error.args else error)
    return (
        re.sub(r"<[^<>]*>:?\s*|HTTPS?Connection\w*\([^()]*\):?\s*", "", words).strip()
        or type(error).__name__
    )
