"""Pages at addresses that somebody else names: of the public web, and of nothing behind it."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote, urlsplit

import pytest

from attrib.desk.readers import Pasted, fetched
from attrib.errors import InputError
from attrib.reading import web
from attrib.reading.public import Hosts, is_public, resolved

PAGE = (
    "<html><head><title>Ferry to stop</title></head><body><article><h1>Ferry to stop</h1>"
    + "<p>“The boat is forty years old,” Tilde Marrow, the harbour master of Osk, said on Monday."
    " The ferry has carried people and mail between the two islands since the bridge fell.</p>"
    * 3
    + "</article></body></html>"
)
NAMES = {
    "news.example": ["198.51.100.1"],
    "inside.example": ["10.0.0.7"],
    "both.example": ["198.51.100.1", "127.0.0.1"],
}


class Site(BaseHTTPRequestHandler):
    """What is said to stand at `news.example`."""

    asked: list[tuple[str, str]] = []  # noqa: RUF012 - what the handlers share

    def do_GET(self) -> None:
        self.asked.append((self.path, self.headers["Host"]))
        if self.path.startswith("/to/"):
            self.send_response(302)
            self.send_header("Location", f"http://{unquote(self.path)[4:]}")
            self.end_headers()
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(PAGE.encode())

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - inherited
        pass


@pytest.fixture
def limits(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[web.Limits, int]]:
    """Limits by which names lead to a server on this machine, as if it were the public web."""
    urllib3 = pytest.importorskip("urllib3")
    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    Site.asked.clear()
    connected = urllib3.util.connection.create_connection

    def connect(address: tuple[str, int], *rest: object, **options: object) -> object:
        assert address[0] == "198.51.100.1"  # asked is the address that was looked at
        return connected(("127.0.0.1", address[1]), *rest, **options)

    monkeypatch.setattr("urllib3.util.connection.create_connection", connect)

    def may_be_asked(address: str) -> bool:
        return address == "198.51.100.1" or is_public(address)

    def resolve(host: str, port: int) -> list[str]:
        return NAMES.get(host, [host])

    yield (
        web.Limits(seconds=5, hosts=Hosts(resolve=resolve, may_be_asked=may_be_asked)),
        server.server_port,
    )
    server.shutdown()
    server.server_close()


def test_an_article_is_read_from_its_address(limits: tuple[web.Limits, int]) -> None:
    """The host is named as in the address; what the page says of itself is known."""
    allowed, port = limits
    url = f"http://news.example:{port}/ferry?from=front&q=café"
    found = fetched(Pasted(text=f" {url}\n", facts={"publisher": "Osk Lamp"}), allowed)

    assert "“The boat is forty years old,”" in found.text
    assert found.facts["publisher"] == "Osk Lamp"
    assert found.facts["title"] == "Ferry to stop"
    assert urlsplit(found.facts["url"]).hostname == "news.example"
    assert Site.asked[0][1] == f"news.example:{port}"


@pytest.mark.parametrize(
    "host", ["inside.example", "both.example", "127.0.0.1", "[::1]", "169.254.169.254", "0.0.0.0"]
)
def test_nothing_inside_is_asked(limits: tuple[web.Limits, int], host: str) -> None:
    """Not by its address, not by a name, not where a page of the public web leads to it."""
    allowed, port = limits
    for url in (f"http://{host}:{port}/", f"http://news.example:{port}/to/{host}:{port}/secret"):
        with pytest.raises(InputError, match="is not on the public web"):
            web.fetch(url, allowed)

    assert [unquote(path) for path, _ in Site.asked] == [f"/to/{host}:{port}/secret"]


@pytest.mark.parametrize(
    "address",
    [
        *("0.0.0.0", "127.8.8.8", "100.64.0.1", "192.168.1.1", "172.20.0.1", "224.0.0.1"),
        *("::", "fc00::7", "fe80::1%eth0", "ff02::1", "::ffff:10.0.0.1", "64:ff9b::a00:1"),
        *("2002:7f00:1::", "2001:0:4136:e378:8000:63bf:f5ff:fff8", "no address"),
    ],
)
def test_addresses_that_are_not_public(address: str) -> None:
    """Nor what leads to one of them by another way of writing."""
    assert not is_public(address)


def test_a_name_that_nobody_knows_is_said_to_be_unknown() -> None:
    """A message, no exception of the system's."""
    with pytest.raises(InputError, match="is not known"):
        resolved("nobody.invalid", 80)
