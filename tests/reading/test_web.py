"""Pages from the web: only http, and within limits whatever the server does."""

from __future__ import annotations

import gzip
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from attrib.commands.terminal import Status
from attrib.errors import InputError, MissingExtraError
from attrib.reading import web
from attrib.reading.corpus import Article, Problem, Reading, read

PAGE = (Path(__file__).parent / "pages" / "posts.html").read_bytes()
LIMITS = web.Limits(seconds=3.0, size=100_000, redirects=2)


class Server(BaseHTTPRequestHandler):
    """Each path misbehaves in a way of its own."""

    def do_GET(self) -> None:
        name = self.path.strip("/").partition("?")[0].replace("-", "_")
        with suppress(BrokenPipeError, ConnectionResetError):  # the reader had enough
            getattr(self, f"get_{name}")()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - inherited
        pass

    def answer(self, data: bytes, kind: str = "text/html; charset=utf-8", **headers: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        for name, value in headers.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(data)

    def redirect(self, target: str) -> None:
        self.send_response(302)
        self.send_header("Location", target)
        self.end_headers()

    def get_page(self) -> None:
        self.answer(PAGE)

    def get_gzipped(self) -> None:
        self.answer(gzip.compress(PAGE), Content_Encoding="gzip")

    def get_not_gzipped(self) -> None:
        self.answer(PAGE, Content_Encoding="gzip")

    def get_bomb(self) -> None:
        self.answer(gzip.compress(b" " * 5_000_000), Content_Encoding="gzip")

    def get_endless(self) -> None:
        self.answer(b"<html>")
        while True:
            self.wfile.write(b"<p>More and more. </p>" * 100)

    def get_dripping(self) -> None:
        self.answer(b"<html>")
        for _ in range(60):
            self.wfile.write(b"a")
            self.wfile.flush()
            time.sleep(0.2)

    def get_silent(self) -> None:
        time.sleep(6)

    def get_lying(self) -> None:
        self.answer("<p>“Café,” said Ana Ruiz.</p>".encode("cp1252"))

    def get_hidden_utf8(self) -> None:
        self.answer(PAGE, kind="text/html; charset=iso-8859-1")

    def get_once(self) -> None:
        self.redirect("/page")

    def get_loop(self) -> None:
        self.redirect("/loop")

    def get_to_a_file(self) -> None:
        self.redirect("file:///etc/passwd")

    def get_picture(self) -> None:
        self.answer(b"\x89PNG", kind="image/png")

    def get_text(self) -> None:
        self.answer("“We are ready,” said Ana Ruiz.".encode(), kind="text/plain")

    def get_gone(self) -> None:
        self.send_error(410, "Gone")

    def get_cut_off(self) -> None:
        self.answer(PAGE[:100], Content_Length=str(len(PAGE)))


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """The address of a server on the loopback address."""
    pytest.importorskip("urllib3")
    server = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("path", ["page", "gzipped", "once", "hidden-utf8"])
def test_a_page_comes_as_the_server_means_it(site: str, path: str) -> None:
    """Compressed or not, after a redirect, in UTF-8 whatever is declared."""
    [article] = read([f"{site}/{path}"], Reading(from_web=True))

    assert isinstance(article, Article)
    assert (article.title, article.path) == ("Blackout in Merrow", None)
    assert "said “nobody told me" in article.text
    assert article.url == f"{site}/{'page' if path == 'once' else path}"


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("endless", "larger than 0.1 MB"),
        ("bomb", "larger than 0.1 MB"),
        ("dripping", "took more than 3 seconds"),
        ("silent", "took more than 3 seconds"),
        ("loop", "leads on more than 2 times"),
        ("to-a-file", "leads to file:///etc/passwd, which is no page on the web"),
        ("picture", "no web page but image/png"),
        ("gone", "the server answers 410 Gone"),
        ("not-gzipped", "could not be fetched"),
        ("cut-off", "could not be fetched"),
    ],
)
def test_what_a_server_does_wrong_has_an_end_and_a_name(site: str, path: str, reason: str) -> None:
    """Slow, endless, redirecting, lying: within the limits, an error that says which it was."""
    started = time.monotonic()

    with pytest.raises(InputError) as raised:
        web.fetch(f"{site}/{path}", LIMITS)

    assert reason in str(raised.value)
    assert time.monotonic() - started < LIMITS.seconds + 2


def test_an_encoding_that_is_not_the_declared_one(site: str) -> None:
    """What cannot be UTF-8 is read as the old web wrote."""
    from attrib.reading.pages.decoding import decode

    found = web.fetch(f"{site}/lying")

    assert decode(found.data, found.charset) == "<p>“Café,” said Ana Ruiz.</p>"


def test_plain_text_is_an_article_as_it_is(site: str) -> None:
    """No page is sought in it."""
    [article] = read([f"{site}/text"], Reading(from_web=True))

    assert isinstance(article, Article)
    assert article.text == "“We are ready,” said Ana Ruiz."


def test_nobody_there_is_a_problem_and_the_rest_is_read(site: str, tmp_path: Path) -> None:
    """A server that does not answer costs its own page."""
    (tmp_path / "a.txt").write_text("“Yes,” said Ana.", "utf-8")

    found = list(read(["http://127.0.0.1:9/x", str(tmp_path / "a.txt")], Reading(from_web=True)))

    assert [type(item) for item in found] == [Problem, Article]
    assert str(found[0]).startswith("http://127.0.0.1:9/x: could not be fetched (")


def test_nothing_is_fetched_unless_it_is_asked_for(site: str) -> None:
    """The library, and every command that does not say so, stays off the network."""
    [problem] = read([f"{site}/page"])

    assert isinstance(problem, Problem)
    assert "only extract, show, view, explain and verify --against fetch" in problem.reason


@pytest.mark.parametrize("command", ["speakers", "trace", "graph"])
def test_other_commands_stay_off_the_network(
    site: str, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An address is a problem there, and no connection is made."""
    from attrib.cli import main

    monkeypatch.setattr(web, "fetch", lambda *_: pytest.fail("fetched"))

    assert main([command, f"{site}/page"]) == Status.FAILED


def test_extract_keeps_the_text_that_offsets_refer_to(
    site: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`--keep-text` writes a file here; the records hold against it."""
    from attrib.cli import main

    monkeypatch.chdir(tmp_path)
    command = ["extract", f"{site}/page", "--keep-text", "-o", "records.jsonl"]
    assert main(command) == Status.OK
    [kept] = tmp_path.glob("*.txt")
    assert kept.name == "127.0.0.1-page.txt"
    assert main(["verify", "records.jsonl", kept.name]) == Status.OK
    assert main(["show", f"{site}/page"]) == Status.OK
    assert main(["explain", f"{site}/page"]) == Status.OK
    out = capsys.readouterr().out
    assert "Merrow Fire Service" in out


def test_without_the_extra_the_message_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A missing library becomes an instruction."""
    monkeypatch.setitem(__import__("sys").modules, "urllib3", None)

    with pytest.raises(MissingExtraError, match=r"pip install 'attrib\[html\]'"):
        web.fetch("http://127.0.0.1:9/")
