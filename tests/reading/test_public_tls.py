"""Addresses of https that somebody else names: the certificate is the host's, whoever answers."""

from __future__ import annotations

import shutil
import ssl
import subprocess
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote

import pytest

from attrib.errors import InputError
from attrib.reading import web
from attrib.reading.public import Hosts, is_public

PAGE = "<html><title>Ferry to stop</title><p>“The boat is forty,” said Tilde Marrow.</p></html>"
EC = ("ec", "-pkeyopt", "ec_paramgen_curve:prime256v1")
"""A kind of key that is soon made."""
PUBLIC = "198.51.100.1"
NAMES = {"inside.example": ["10.0.0.7"], "moved.example": [PUBLIC], "news.example": [PUBLIC]}


class Site(BaseHTTPRequestHandler):
    """A page at any path; those under `/to/` lead on, `/round` to itself."""

    asked: list[tuple[str, str]] = []  # noqa: RUF012 - what the handlers share

    def do_GET(self) -> None:
        self.asked.append((self.path, self.headers["Host"]))
        target = unquote(self.path)[4:] if self.path.startswith("/to/") else None
        target = self.path if self.path == "/round" else target
        self.send_response(302 if target else 200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        if target:
            self.send_header("Location", target)
        self.end_headers()
        self.wfile.write(b"" if target else PAGE.encode())

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - inherited
        pass


class Authority:
    """One that signs certificates, in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.certificate = folder / "ca.pem"
        self._run(
            *("req", "-x509", "-newkey", *EC, "-nodes", "-days", "2", "-subj", "/CN=Osk"),
            *("-keyout", "ca.key", "-out", "ca.pem"),
        )

    def signed(self, names: str, days: int = 1) -> ssl.SSLContext:
        """What a server needs to be known by these names."""
        (self.folder / "names").write_text(f"subjectAltName={names}")
        self._run(
            *("req", "-newkey", *EC, "-nodes", "-subj", "/CN=site", "-keyout", "site.key"),
            *("-out", "site.csr"),
        )
        self._run(
            *("x509", "-req", "-in", "site.csr", "-CA", "ca.pem", "-CAkey", "ca.key"),
            *("-CAcreateserial", "-days", str(days), "-extfile", "names", "-out", "site.pem"),
        )
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(self.folder / "site.pem", self.folder / "site.key")
        return context

    def _run(self, *words: str) -> None:
        subprocess.run(["openssl", *words], cwd=self.folder, check=True, capture_output=True)


class Web:
    """Servers on this machine that pass for the public web."""

    def __init__(self) -> None:
        self.servers: list[ThreadingHTTPServer] = []
        self.sent: list[str | None] = []
        """Host names that clients named when the connection began."""

    def serve(self, context: ssl.SSLContext | None = None) -> int:
        """A server's port."""
        server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
        if context:
            context.sni_callback = lambda _, name, __: self.sent.append(name)
            server.socket = context.wrap_socket(
                server.socket, server_side=True, do_handshake_on_connect=False
            )
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        self.servers.append(server)
        return server.server_port

    @property
    def limits(self) -> web.Limits:
        def may_be_asked(address: str) -> bool:
            return address == PUBLIC or is_public(address)

        def resolve(host: str, port: int) -> list[str]:
            return NAMES.get(host, [host])

        return web.Limits(seconds=5, hosts=Hosts(resolve=resolve, may_be_asked=may_be_asked))


@pytest.fixture
def public(monkeypatch: pytest.MonkeyPatch) -> Iterator[Web]:
    """The public web, all of it at one address; each connection must be made to that."""
    urllib3 = pytest.importorskip("urllib3")
    connected = urllib3.util.connection.create_connection

    def connect(address: tuple[str, int], *rest: object, **options: object) -> object:
        assert address[0] == PUBLIC
        return connected(("127.0.0.1", address[1]), *rest, **options)

    monkeypatch.setattr("urllib3.util.connection.create_connection", connect)
    Site.asked.clear()
    made = Web()
    yield made
    for server in made.servers:
        server.shutdown()
        server.server_close()


@pytest.fixture(scope="module")
def authorities(tmp_path_factory: pytest.TempPathFactory) -> tuple[Authority, Authority]:
    """One that is trusted here, and one that is not."""
    if shutil.which("openssl") is None:
        pytest.skip("certificates are made by openssl")
    return (Authority(tmp_path_factory.mktemp("known")), Authority(tmp_path_factory.mktemp("no")))


@pytest.fixture
def authority(
    authorities: tuple[Authority, Authority], monkeypatch: pytest.MonkeyPatch
) -> Authority:
    """The one that this machine trusts, as any other in its store."""
    monkeypatch.setenv("SSL_CERT_FILE", str(authorities[0].certificate))
    return authorities[0]


def test_the_host_is_known_by_its_certificate(public: Web, authority: Authority) -> None:
    """What answers at the address that was looked at is asked, and must be, the host by name."""
    port = public.serve(authority.signed("DNS:news.example"))
    found = web.fetch(f"https://news.example:{port}/ferry", public.limits)

    assert "Tilde Marrow" in found.data.decode()
    assert found.url == f"https://news.example:{port}/ferry"
    assert public.sent == ["news.example"]
    assert Site.asked == [("/ferry", f"news.example:{port}")]


def test_an_address_without_a_name_is_known_by_itself(public: Web, authority: Authority) -> None:
    """A certificate may name an address, where the address was asked for."""
    port = public.serve(authority.signed(f"IP:{PUBLIC}"))

    assert web.fetch(f"https://{PUBLIC}:{port}/", public.limits).data == PAGE.encode()


@pytest.mark.parametrize(
    ("names", "days"),
    [("DNS:other.example", 1), (f"IP:{PUBLIC}", 1), ("DNS:news.example", -1)],
    ids=["another host's", "the address's alone", "run out"],
)
def test_no_other_certificate_is_taken(
    public: Web, authority: Authority, names: str, days: int
) -> None:
    """Nothing is asked of who cannot show that they are the host, at the right address though."""
    port = public.serve(authority.signed(names, days))
    with pytest.raises(InputError, match=r"could not be fetched.*certificate"):
        web.fetch(f"https://news.example:{port}/", public.limits)

    assert Site.asked == []


def test_nobody_signs_for_themselves(
    public: Web, authority: Authority, authorities: tuple[Authority, Authority]
) -> None:
    """An authority that nobody trusts proves nothing."""
    port = public.serve(authorities[1].signed("DNS:news.example"))
    with pytest.raises(InputError, match=r"could not be fetched.*certificate"):
        web.fetch(f"https://news.example:{port}/", public.limits)

    assert Site.asked == []


def test_each_redirect_is_looked_at(public: Web, authority: Authority) -> None:
    """From http to https: by the name and certificate of where it leads."""
    plain, safe = public.serve(), public.serve(authority.signed("DNS:moved.example"))
    moved = f"https://moved.example:{safe}/ferry"

    assert web.fetch(f"http://news.example:{plain}/to/{moved}", public.limits).url == moved
    assert public.sent == ["moved.example"]
    with pytest.raises(InputError, match=r"could not be fetched.*certificate"):
        web.fetch(f"http://news.example:{plain}/to/https://news.example:{safe}/", public.limits)


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/to/https://inside.example/", "is not on the public web"),
        ("/to/https://10.0.0.7/", "is not on the public web"),
        ("/to/http://[::1]:8000/", "is not on the public web"),
        ("/to/http://2130706433/", "is not on the public web"),
        ("/to/file:///etc/hostname", "is no page on the web"),
        ("/round", "leads on more than 5 times"),
    ],
    ids=["a name inside", "an address inside", "this machine", "as a number", "a file", "round"],
)
def test_no_redirect_leads_inside_or_on_for_ever(
    public: Web, authority: Authority, path: str, reason: str
) -> None:
    """Not from a host with the best of certificates either."""
    port = public.serve(authority.signed("DNS:news.example"))
    with pytest.raises(InputError, match=reason):
        web.fetch(f"https://news.example:{port}{path}", public.limits)

    assert {unquote(asked) for asked, _ in Site.asked} == {path}
