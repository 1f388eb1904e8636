"""The desk as a program: what it answers, what it refuses, and how it ends."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import quote, urlencode, urlsplit

import jsonschema
import pytest
from served import Server

from attrib import attribute
from attrib.desk.openapi import openapi
from attrib.formats import FORMATS

ROOT = Path(__file__).parents[2]
READY = "“We are ready,” said Ana Quilby, the mayor. “Nobody is left behind,” she added.\n"
HOSTILE = "</textarea></script><script>alert(1)</script><img src=x onerror=alert(1)>"


@pytest.fixture(scope="module", autouse=True)
def _extra() -> None:
    pytest.importorskip("starlette")
    pytest.importorskip("uvicorn")


@pytest.fixture(scope="module")
def desk(quotes: Path) -> Iterator[Server]:
    """A desk with a database."""
    server = Server(str(quotes))
    yield server
    assert server.end() == 0


@pytest.fixture(scope="module")
def bare() -> Iterator[Server]:
    """A desk without one."""
    server = Server()
    yield server
    assert server.end() == 0


@pytest.fixture(scope="module")
def fetching() -> Iterator[Server]:
    """A desk that gets the pages of addresses."""
    server = Server("--fetch")
    yield server
    assert server.end() == 0


def test_an_article_is_read_as_by_the_library(bare: Server) -> None:
    """The answer is what `--format json` has of an article; what is known of it counts."""
    found = bare.json("/api/extract", {"text": READY, "publisher": "Daily Post", "url": None})

    assert found == attribute(READY, publisher="Daily Post").to_dict()


@pytest.mark.parametrize(
    ("body", "status", "told"),
    [
        (b"no JSON", 400, "JSON object"),
        (b"[" * 100_000, 400, "JSON object"),
        (b'{"text": 7}', 400, '"text"'),
        (b'{"text": " "}', 400, "paste an article"),
        (b'{"text": "It rained.", "published": "soon"}', 400, "date"),
        (b'{"text": "It rained.", "title": []}', 400, "only strings"),
        (b'{"text": "' + b"x" * 2_000_000 + b'"}', 413, "the most is 2 MB"),
    ],
    ids=["no JSON", "deep", "number", "blank", "no day", "list", "long"],
)
def test_what_cannot_be_read_is_refused(bare: Server, body: bytes, status: int, told: str) -> None:
    """The status says whose fault it is, the message what to do."""
    found, _, answer = bare.ask("/api/extract", body)

    assert found == status
    assert told in json.loads(answer)["error"]


def test_search_speakers_and_articles_as_json(desk: Server) -> None:
    """The parts lead to one another by their numbers, and keep to the description."""
    components = desk.json("/api")["components"]
    found = desk.json("/api/search?" + urlencode({"q": "river", "publisher": "Riverton Gazette"}))
    (speaker,) = desk.json("/api/speakers?q=Quilby")["speakers"]
    said = desk.json(f"/api/search?speaker_id={speaker['id']}&limit=200")
    article = desk.json(f"/api/articles/{found['hits'][0]['article_id']}")

    assert found["total"] == 2
    assert speaker["name"] == "Ana Quilby"
    assert speaker["records"] == said["total"] == 5
    assert article["document"]["title"] == "Harbour to close"
    assert article["text"].startswith("Harbour to close")
    for value, name in ((article, "article"), (found["hits"][0], "hit")):
        schema = {"$ref": f"#/components/schemas/{name}", "components": components}
        jsonschema.Draft202012Validator(schema).validate(value)


def test_every_path_is_described(desk: Server) -> None:
    """What is described is there."""
    for path, operations in openapi(has_database=True)["paths"].items():
        for method in operations:
            body = b"{}" if method == "post" else None

            assert desk.ask(path.replace("{id}", "1"), body)[0] in (200, 400)


def test_health_says_what_it_holds(desk: Server, bare: Server) -> None:
    """A monitor sees that the database can be read."""
    assert desk.json("/healthz")["articles"] == 18
    assert bare.json("/healthz") == {"status": "ok"}


class _Reader(HTMLParser):
    """Collects tags, which must be closed."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in ("meta", "input", "link"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_every_page_is_whole_and_asks_for_nothing_from_elsewhere(desk: Server) -> None:
    """From the first page on, each link within the desk leads to a page that keeps to this."""
    waiting, seen = ["/", "/search?q=the"], set[str]()
    while waiting and len(seen) < 60:
        path = waiting.pop()
        seen.add(path)
        status, headers, body = desk.ask(path)
        assert status == 200, path
        if not headers["content-type"].startswith("text/html"):
            continue
        reader = _Reader(body.decode())
        assert reader.open == []
        assert "default-src 'none'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        for tag, attributes in reader.tags:
            assert not any(name.startswith("on") or name == "style" for name in attributes)
            if tag in ("script", "link", "img", "iframe"):
                source = attributes.get("src") or attributes.get("href") or ""
                assert source.startswith(("/static/", "data:,"))
            href = attributes.get("href") or ""
            if tag == "a" and href.startswith("/") and href.partition("#")[0] not in seen:
                waiting.insert(0, href.partition("#")[0])

    assert {part.split("/")[1].partition("?")[0] for part in seen} >= {
        *("articles", "outlets", "search", "speakers")
    }


def test_hostile_words_stay_words(desk: Server) -> None:
    """In a text, in a form that comes back, in a search: nothing breaks out."""
    text = f"“{HOSTILE}” said Ana Quilby.\n"
    answers = [
        desk.form("/read", text=text, title=HOSTILE, publisher=HOSTILE),
        desk.form("/read", text=" ", title=HOSTILE),
        desk.ask("/search?" + urlencode({"q": HOSTILE, "speaker": HOSTILE, "outlet": HOSTILE})),
        desk.ask("/speakers?" + urlencode({"q": HOSTILE})),
        desk.ask("/outlets/" + quote(HOSTILE, safe="")),
    ]
    for status, _, body in answers:
        page = body.decode()
        assert status in (200, 400, 404)
        assert "<script>alert" not in page
        assert "<img" not in page
        assert not [tag for tag, _ in _Reader(page).tags if tag == "img"]


@pytest.mark.parametrize(
    "path",
    [
        *("/static/../desk.py", "/static/..%2f..%2fmodel.py", "/static/desk.sql", "/etc/passwd"),
        *(
            "/articles/99999",
            "/speakers/99999",
            "/outlets/Nobody",
            "/articles/x",
            "/api/articles/0",
        ),
    ],
)
def test_what_is_not_there_is_not_found(desk: Server, path: str) -> None:
    """No path leads out of the desk."""
    assert desk.ask(path)[0] == 404


def test_only_names_of_this_machine_are_answered(desk: Server) -> None:
    """A page elsewhere that makes its own name lead here gets nothing."""
    assert desk.ask("/", Host="desk.evil.example")[0] == 400
    assert desk.ask("/", Host="localhost:80")[0] == 200


@pytest.mark.parametrize("name", [row.name for row in FORMATS])
def test_every_format_can_be_had(desk: Server, name: str) -> None:
    """Of what was pasted and of what the database holds, the file is the same."""
    if name == "parquet":
        pytest.importorskip("pyarrow")
    article = desk.json("/api/search?q=ours&publisher=Riverton+Gazette")["hits"][0]["article_id"]
    kept = desk.json(f"/api/articles/{article}")
    facts = {fact: kept["document"][fact] for fact in ("title", "publisher", "published", "url")}
    _, _, pasted = desk.form("/download", format=name, text=kept["text"], **facts)
    status, headers, stored = desk.ask(f"/articles/{article}/download?format={name}")

    assert status == 200
    assert headers["content-disposition"].startswith('attachment; filename="harbour-to-close.')
    if name == "csv":
        (first, *_) = csv.DictReader(io.StringIO(stored.decode("utf-8-sig")))
        assert first["speaker"] == "Ana Quilby"
    if name == "brat":
        with zipfile.ZipFile(io.BytesIO(stored)) as packed:
            assert packed.namelist() == ["harbour-to-close.txt", "harbour-to-close_attrib.ann"]
    elif name != "parquet":
        # The database knows the article's id and file, which nobody pasted.
        digest = re.compile(rb"gazette-1|\b[0-9a-f]{12}\b")
        assert len(digest.sub(b"", pasted)) > 300
        assert stored.count(b"Quilby") == pasted.count(b"Quilby")


def test_an_unknown_format_is_refused(desk: Server) -> None:
    """The message says which there are."""
    status, _, body = desk.ask("/articles/1/download?format=doc")

    assert status == 400
    assert b"jsonl" in body


def test_an_address_is_not_fetched_unless_asked_for(bare: Server) -> None:
    """What is pasted is read as it is; nobody is asked for a page."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(1.0)
        address = f"http://127.0.0.1:{listening.getsockname()[1]}/article"
        status, _, body = bare.form("/read", text=address)
        with pytest.raises(TimeoutError):
            listening.accept()

    assert status == 400
    assert b"paste the article" in body


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "169.254.169.254", "10.0.0.1"])
def test_no_page_of_a_network_of_ones_own_is_fetched(fetching: Server, host: str) -> None:
    """With --fetch a page of the public web is read, and nothing else is asked for one."""
    pytest.importorskip("urllib3")
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(0.5)
        port = listening.getsockname()[1]
        status, _, body = fetching.form("/read", text=f" http://{host}:{port}/article ")
        with pytest.raises(TimeoutError):
            listening.accept()

    assert status == 400
    assert b"is not on the public web" in body


def test_many_ask_at_the_same_time(desk: Server) -> None:
    """Everyone is answered, whoever reads a text meanwhile."""

    def ask(number: int) -> int:
        if number % 5 == 0:
            return desk.form("/read", text=READY * 20)[0]
        return desk.ask(f"/search?q=said+{number}")[0]

    with ThreadPoolExecutor(20) as many:
        assert set(many.map(ask, range(60))) == {200}


def test_it_ends_cleanly_and_leaves_no_process(quotes: Path) -> None:
    """SIGTERM ends it with status 0, and those who read with it; so does a kill."""
    for how in (signal.SIGTERM, signal.SIGKILL):
        server = Server(str(quotes))
        assert server.form("/read", text=READY)[0] == 200
        children = _children(server.process.pid)
        assert children
        server.process.send_signal(how)
        assert server.process.wait(20) == (0 if how is signal.SIGTERM else -signal.SIGKILL)
        deadline = time.monotonic() + 10
        while any(_runs(child) for child in children) and time.monotonic() < deadline:
            time.sleep(0.05)
        assert not any(_runs(child) for child in children)


def _children(pid: int) -> list[int]:
    listed = Path(f"/proc/{pid}/task/{pid}/children")
    if not listed.exists():
        pytest.skip("no list of children on this system")
    return [int(child) for child in listed.read_text().split()]


def _runs(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_a_port_that_is_taken_is_told(bare: Server) -> None:
    """The message names it."""
    port = str(urlsplit(bare.address).port)
    done = subprocess.run(
        [sys.executable, "-m", "attrib", "serve", "--port", port],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        timeout=60,
    )

    assert done.returncode == 1
    assert "in use" in done.stderr
    assert port in done.stderr
    assert "Traceback" not in done.stderr
