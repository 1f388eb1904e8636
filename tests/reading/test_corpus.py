"""Files, folders, globs, containers and standard input: articles come out, problems are named."""

from __future__ import annotations

import gzip
import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from attrib.errors import MissingExtraError
from attrib.reading.corpus import Article, Problem, Reading, read
from attrib.reading.pages import page as pages

TEXT = "“We are ready,” said Ana Ruiz.\r\n"
Write = Callable[[str, "str | bytes"], str]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Write a file into an empty working folder and return its name."""
    monkeypatch.chdir(tmp_path)

    def writer(name: str, content: str | bytes) -> str:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode("utf-8") if isinstance(content, str) else content)
        return name

    return writer


def articles(*names: str, **how: Any) -> list[Article]:
    found = list(read(names, Reading(**how)))
    assert not [item for item in found if isinstance(item, Problem)]
    return [item for item in found if isinstance(item, Article)]


def outline(*names: str, **how: Any) -> list[str]:
    """Each item on a line: an article's id or place, or the problem as users read it."""
    return [
        str(item) if isinstance(item, Problem) else f"ok {item.id or item.place}"
        for item in read(names, Reading(**how))
    ]


def lines(*objects: object) -> str:
    return "".join(json.dumps(item) + "\n" for item in objects)


def test_a_text_file_is_read_as_it_stands(write: Write) -> None:
    """Line endings stay, so offsets are those of the file."""
    [article] = articles(write("a.txt", TEXT))

    assert (article.text, article.path, article.place, article.id) == (TEXT, "a.txt", "a.txt", None)


def test_an_unknown_ending_is_text(write: Write) -> None:
    """A file named on purpose is read, whatever its name ends in."""
    assert [article.text for article in articles(write("story.md", TEXT))] == [TEXT]


def test_a_folder_gives_its_articles_in_a_fixed_order(write: Write) -> None:
    """Files of known endings, sorted, subfolders after them; others are passed over."""
    for name in ("news/b.txt", "news/a.TXT", "news/deep/c.txt", "news/picture.jpg"):
        write(name, TEXT)
    write("news/d.jsonl", lines({"id": "d1", "text": "One."}))

    assert outline("news") == ["ok news/a.TXT", "ok news/b.txt", "ok d1", "ok news/deep/c.txt"]


def test_a_glob_is_expanded_where_the_shell_did_not(write: Write) -> None:
    """A quoted pattern works on every system; a file whose name looks like one is that file."""
    for name in ("b.txt", "a.txt", "[c].txt"):
        write(name, TEXT)

    assert outline("?.txt") == ["ok a.txt", "ok b.txt"]
    assert outline("[c].txt") == ["ok [c].txt"]


def test_standard_input_is_text_or_a_container(monkeypatch: pytest.MonkeyPatch) -> None:
    """`-` reads text, and JSON Lines where it begins so or the input format says it."""

    def stdin(content: str) -> None:
        stream = io.TextIOWrapper(io.BufferedReader(io.BytesIO(content.encode())))
        monkeypatch.setattr(sys, "stdin", stream)

    stdin(TEXT)
    [article] = articles("-")
    assert (article.text, article.path) == (TEXT, None)
    for told in ({"input_format": "jsonl"}, {}):
        stdin(lines({"text": "One."}, 5))
        assert outline("-", **told) == [
            "ok standard input:1",
            'standard input:2: not a JSON object; a line must read {"id": …, "text": …}',
        ]
    stdin("{A brace} opens this article.\n")
    assert outline("-") == ["ok standard input"]


def test_json_lines_bring_their_metadata(write: Write) -> None:
    """Facts that are strings are taken, dates by their day, several authors joined."""
    name = write(
        "c.jsonl.gz",
        gzip.compress(
            lines(
                {
                    "key": 7,
                    "body": "One.",
                    "title": "T",
                    "publisher": "Daily Post",
                    "date": "2022-09-20T08:00:00Z",
                    "url": "https://post.example/1",
                    "author": ["Ana Ruiz", "Bob Stone"],
                },
                {"key": "8", "body": "Two.", "title": None, "published": "soon", "author": 3},
            ).encode()
        ),
    )

    first, second = articles(name, text_field="body", id_field="key")

    assert first == Article(
        text="One.",
        place="c.jsonl.gz:1",
        id="7",
        path="c.jsonl.gz",
        title="T",
        publisher="Daily Post",
        published="2022-09-20",
        url="https://post.example/1",
        author="Ana Ruiz, Bob Stone",
    )
    assert second == Article(text="Two.", place="c.jsonl.gz:2", id="8", path="c.jsonl.gz")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_is_read_with_the_delimiter_of_its_header(write: Write, delimiter: str) -> None:
    """Cells may hold line breaks and quotation marks; a byte order mark is no part of a name."""
    rows = [["id", "text", "publisher"], ["1", '"Said ""no"",\nshe."', "Daily Post"]]
    content = "".join(delimiter.join(row) + "\r\n" for row in rows)

    [article] = articles(write("t.csv", b"\xef\xbb\xbf" + content.encode()))

    assert (article.id, article.text) == ("1", 'Said "no",\nshe.')
    assert (article.publisher, article.place) == ("Daily Post", "t.csv:2")


def test_a_csv_cell_may_be_a_long_article(write: Write) -> None:
    """The csv module's own limit of 131,072 characters does not hold."""
    [article] = articles(write("t.csv", f"text\n{'word ' * 40_000}\n"))

    assert len(article.text) == 200_000


@pytest.mark.parametrize("codec", ["utf-16", "utf-32", "utf-8-sig"])
@pytest.mark.parametrize(
    ("name", "content"),
    [("a.txt", "Café."), ("a.jsonl", '{"text": "Café."}\n'), ("a.csv", "text\nCafé.\n")],
    ids=["text", "jsonl", "csv"],
)
def test_a_byte_order_mark_tells_the_encoding(
    write: Write, codec: str, name: str, content: str
) -> None:
    """UTF-16 and UTF-32 need no option when they say what they are."""
    assert [article.text for article in articles(write(name, content.encode(codec)))] == ["Café."]


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.txt", "Café."), ("a.jsonl", '{"text": "Café."}\n'), ("a.csv", "text\nCafé.\n")],
    ids=["text", "jsonl", "csv"],
)
def test_an_encoding_may_be_named(write: Write, name: str, content: str) -> None:
    """Windows-1252 is read where the caller says so."""
    found = articles(write(name, content.encode("cp1252")), encoding="cp1252")

    assert [article.text for article in found] == ["Café."]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "empty; give a file with an article in it"),
        (b" \n\t\n", "empty; give a file with an article in it"),
        (b"caf\xe9", "not utf-8: byte 0xe9 at offset 3; if it is cp1252, say so (--encoding)"),
        (b"%PDF-1.7 \xff", "not text but a PDF; take its text out first"),
        (b"\0\1\2\0" * 9, "not text: 18 NUL bytes, the first at 0"),
    ],
    ids=["empty", "blank", "encoding", "pdf", "binary"],
)
def test_a_bad_text_file_is_named(write: Write, content: bytes, problem: str) -> None:
    """The reason says what to do, and the file after it is read."""
    names = write("bad.txt", content), write("good.txt", TEXT)

    assert outline(*names) == [f"bad.txt: {problem}", "ok good.txt"]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("{'text': 1}", "not JSON (Expecting property name enclosed in double quotes"),
        ('["a"]', 'not a JSON object; a line must read {"id": …, "text": …}'),
        ('{"body": "x"}', "no field 'text', only 'body'; use --text-field"),
        ('{"text": null}', "the field 'text' is null, not a string"),
        ('{"text": ["a"]}', "the field 'text' is a list, not a string"),
        ('{"text": 5}', "the field 'text' is a number, not a string"),
        ('{"text": NaN}', "the field 'text' is a fraction, not a string"),
        (
            '{"text": "a", "id": 1.5}',
            "the field 'id' is a fraction, not a string or a whole number",
        ),
        ('{"text": " "}', "the field 'text' is empty"),
        ('{"text": "a", "id": {}}', "the field 'id' is an object, not a string or a whole number"),
        (
            '{"text": "a", "id": true}',
            "the field 'id' is a truth value, not a string or a whole number",
        ),
        ('{"text": "a", "id": "1"}', "the id '1' was used at c.jsonl:1; give each article its own"),
        ("[" * 100_000, "JSON nested too deeply; one flat object a line is wanted"),
        (b'{"text": "caf\xe9"}', "not utf-8: byte 0xe9 at offset 13; if it is cp1252"),
    ],
    ids=lambda value: str(value)[:24],
)
def test_a_bad_json_line_spoils_itself_alone(write: Write, line: str | bytes, problem: str) -> None:
    """The problem names file and line; the lines before and after are read."""
    first, last = lines({"id": 1, "text": "One."}), lines({"id": 3, "text": "Three."})
    bad = line if isinstance(line, bytes) else line.encode()

    found = outline(write("c.jsonl", first.encode() + bad + b"\n\n" + last.encode()))

    assert [found[0], found[2]] == ["ok 1", "ok 3"]
    assert found[1].startswith(f"c.jsonl:2: {problem}")


def test_ids_may_repeat_in_another_container(write: Write) -> None:
    """Two files that both count from 1 can be read together."""
    names = [write(name, lines({"id": 1, "text": "One."})) for name in ("a.jsonl", "b.jsonl")]

    assert outline(*names) == ["ok 1", "ok 1"]


def test_an_id_field_that_is_named_must_be_there(write: Write) -> None:
    """A missing `id` is made from the text, a missing field of the caller's is a mistake."""
    name = write("c.jsonl", lines({"text": "One."}))

    assert outline(name) == ["ok c.jsonl:1"]
    assert outline(name, id_field="key") == [
        "c.jsonl:1: no field 'key', only 'text'; use --id-field"
    ]


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("", ["t.csv: no column 'text' in the header, only nothing; use --text-field"]),
        ("id,body\n1,One.\n", ["t.csv: no column 'text' in the header, only id, body; use"]),
        ("id,text\n1\n2,Two.\n", ["t.csv:2: no field 'text', only 'id'", "ok 2"]),
        ("id,text\n1,\n2,Two.\n", ["t.csv:2: the field 'text' is empty", "ok 2"]),
        (
            "id,text\n1,A.\n1,B.\n2,C.\n",
            ["ok 1", "t.csv:3: the id '1' was used at t.csv:2", "ok 2"],
        ),
        (b"id,text\n1,caf\xe9\n2,Two.\n", ["t.csv:2: not utf-8-sig: byte 0xe9; name", "ok 2"]),
        ('id,text\n1,"One.\n2,Two.\n', ["t.csv:2: not CSV (unexpected end of data); check"]),
    ],
    ids=["empty", "header", "short", "blank", "twice", "encoding", "unclosed"],
)
def test_a_bad_csv_row_spoils_itself_alone(
    write: Write, content: str | bytes, found: list[str]
) -> None:
    """The problem names file and line; a missing column or an open quotation ends the file."""
    items = outline(write("t.csv", content))

    assert len(items) == len(found)
    assert all(item.startswith(start) for item, start in zip(items, found, strict=True))


def test_a_truncated_gz_gives_what_it_has(write: Write) -> None:
    """Articles before the break are read, the break is told, the next file is read."""
    data = gzip.compress(lines(*({"id": n, "text": f"No {n}."} for n in range(5000))).encode())

    found = outline(write("c.jsonl.gz", data[: len(data) // 2]), write("good.txt", TEXT))

    assert found[0] == "ok 0"
    assert (
        found[-2] == "c.jsonl.gz: the compressed data ends too early; what came before it was read"
    )
    assert found[-1] == "ok good.txt"


@pytest.mark.parametrize(
    ("keep", "problem"),
    [
        (-9, "the compressed data ends too early; nothing of it was read"),
        (-8, "the compressed data ends too early; nothing of it was read"),
        (0, "the compressed data is damaged (CRC check failed"),
    ],
    ids=["in the text", "before the sum", "another sum"],
)
def test_half_an_article_is_none(write: Write, keep: int, problem: str) -> None:
    """A compressed article that breaks off or is damaged gives no article, and says so."""
    data = bytearray(gzip.compress(TEXT.encode()))
    data[-8] ^= 1
    data = data[:keep] if keep else data

    [found] = outline(write("a.txt.gz", bytes(data)))

    assert found.startswith(f"a.txt.gz: {problem}")
    assert found.endswith("nothing of it was read")


def test_what_only_calls_itself_gz_is_named(write: Write) -> None:
    """A plain file renamed to .gz is not gzip data."""
    [found] = outline(write("c.jsonl.gz", lines({"text": "One."})))

    assert found.startswith("c.jsonl.gz: not gzip data (Not a gzipped file")


def test_a_page_gives_its_article_and_facts(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page decides on its encoding, unless the caller does."""
    given: list[str] = []

    def page(data: str, url: str | None = None) -> pages.Page:
        given.append(data)
        return pages.Page(text=TEXT, title="Ready", publisher="Daily Post", published="2022-09-20")

    monkeypatch.setattr(pages, "read", page)
    name = write("a.html", "<p>Café".encode("cp1252"))

    [article] = articles(name)
    articles(name, encoding="cp1252")

    assert (article.text, article.from_page) == (TEXT, True)
    assert (article.title, article.publisher) == ("Ready", "Daily Post")
    assert given == ["<p>Café", "<p>Café"]


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        (pages.Page(text=" "), "no article found in this page; save its text and give that"),
        (MissingExtraError("install attrib[html]"), "install attrib[html]"),
        (ValueError("odd"), "not a page that can be read (odd); save its text"),
    ],
    ids=["empty", "extra", "broken"],
)
def test_a_bad_page_is_named(
    write: Write, monkeypatch: pytest.MonkeyPatch, answer: pages.Page | Exception, problem: str
) -> None:
    """No article, no extra, or a page that no parser takes: the file after it is read."""

    def page(data: str, url: str | None = None) -> pages.Page:
        if isinstance(answer, Exception):
            raise answer
        return answer

    monkeypatch.setattr(pages, "read", page)

    assert outline(write("a.html", "<p>"), write("b.txt", TEXT)) == [
        f"a.html: {problem}",
        "ok b.txt",
    ]


def test_the_text_kept_of_a_page_is_not_read_for_itself(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder gives the page once, not its text a second time."""
    monkeypatch.setattr(pages, "read", lambda data, url=None: pages.Page(text=TEXT))
    for name in ("news/a.html", "news/a.html.txt", "news/b.html.txt"):
        write(name, TEXT)

    assert outline("news") == ["ok news/a.html", "ok news/b.html.txt"]


def test_missing_inputs_are_named(write: Write) -> None:
    """A missing file, a folder without articles and a glob that matches nothing."""
    write("pictures/a.jpg", b"\xff")

    missing, folder, pattern = outline("no.txt", "pictures", "*.rst")

    assert missing == "no.txt: no such file; check the path"
    assert folder.startswith(
        "pictures: no article in this folder; attrib looks for *.jsonl.gz, *.t"
    )
    assert pattern == "*.rst: matches no file; check the pattern"


def test_an_unreadable_file_is_named(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    """No permission is a problem of that file alone."""
    names = write("secret.txt", TEXT), write("good.txt", TEXT)
    opened = Path.open

    def refusing(path: Path, *args: str) -> object:
        if path.name == "secret.txt":
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *args)  # type: ignore[call-overload]

    monkeypatch.setattr(Path, "open", refusing)

    assert outline(*names) == ["secret.txt: may not be read; ask for permission", "ok good.txt"]


@pytest.fixture
def _nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs the tests may not look into folders called `locked`."""
    for module, name in ((os, "scandir"), (os, "stat"), (Path, "open")):
        original = getattr(module, name)

        def refusing(
            path: object = ".",
            *args: object,
            original: Callable[..., object] = original,
            **options: object,
        ) -> object:
            inside = name_of(path).startswith("news/locked")
            if inside and (original is not os.stat or name_of(path) != "news/locked"):
                raise PermissionError(13, "Permission denied", path)
            return original(path, *args, **options)

        monkeypatch.setattr(module, name, refusing)


def name_of(path: object) -> str:
    return os.fspath(path) if isinstance(path, str | os.PathLike) else ""


@pytest.mark.usefixtures("_nobody")
def test_a_locked_folder_is_named_and_costs_itself_alone(write: Write) -> None:
    """What stands in it cannot be read, whichever way it is asked for, and that is said."""
    for name in ("news/a.txt", "news/locked/b.txt"):
        write(name, TEXT)
    locked = "may not be read; ask for permission"

    assert outline("news") == ["ok news/a.txt", f"news/locked: {locked}"]
    assert outline("news/locked") == [f"news/locked: {locked}"]
    assert outline("news/locked/b.txt", "news/a.txt") == [
        f"news/locked/b.txt: {locked}",
        "ok news/a.txt",
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs named pipes")
def test_a_pipe_in_a_folder_is_not_waited_for(write: Write) -> None:
    """A named pipe that nobody writes to would be waited for without end."""
    write("news/a.txt", TEXT)
    os.mkfifo("news/b.txt")

    assert outline("news") == ["ok news/a.txt", "news/b.txt: is no file; move it away"]


BOMB = 300_000_000


@pytest.mark.parametrize("name", ["c.jsonl", "c.jsonl.gz"])
def test_a_line_that_is_too_long_costs_itself_alone(write: Write, name: str) -> None:
    """It is told by file and line, and what stands before and after it comes out."""
    data = lines({"text": "One."}, {"text": "x" * 5000}, {"text": "Three."}).encode()
    path = write(name, gzip.compress(data) if name.endswith("gz") else data)

    assert outline(path, max_size=2000) == [
        f"ok {path}:1",
        f"{path}:2: larger than 2 kB; leave it out, or raise the limit (--max-size)",
        f"ok {path}:3",
    ]


def test_a_long_line_of_wide_letters_and_a_long_row_are_left_out(write: Write) -> None:
    """Where a line break is two bytes, and in a table."""
    wide = write("w.jsonl", lines({"text": "x" * 5000}, {"text": "Two."}).encode("utf-16"))
    table = write("t.csv", f"id,text\n1,One.\n2,{'x' * 5000}\n3,Three.\n".encode())

    assert [found.startswith("ok") for found in outline(wide, max_size=2000)] == [False, True]
    assert outline(table, max_size=2000) == [
        "ok 1",
        f"{table}:3: larger than 2 kB; leave it out, or raise the limit (--max-size)",
        "ok 3",
    ]


@pytest.mark.parametrize("name", ["a.txt", "a.txt.gz", "a.html", "a.html.gz"])
def test_a_file_that_is_too_large_is_told(write: Write, name: str) -> None:
    """Of a compressed one no more is unpacked than an article may have."""
    data = b"It rained. " * 1000
    path = write(name, gzip.compress(data) if name.endswith("gz") else data)
    told = f"{path}: larger than 10 kB; leave it out, or raise the limit (--max-size)"

    assert outline(path, max_size=10_000) == [told]


def test_a_bomb_takes_little_memory(tmp_path: Path) -> None:
    """300 MB in one line of a small file: 200 MB of memory at most, and the next line is read."""
    if not Path("/proc/self/status").exists():
        pytest.skip("nothing here tells what a process held at most")
    path = tmp_path / "bomb.jsonl.gz"
    with gzip.open(path, "wb", compresslevel=1) as bomb:
        bomb.write(b'{"text": "')
        for _ in range(BOMB // 1_000_000):
            bomb.write(b"x" * 1_000_000)
        bomb.write(b'"}\n{"text": "It rained."}\n')
    code = (
        "import sys\nfrom attrib.reading.corpus import read\n"
        "print(*(type(found).__name__ for found in read(sys.argv[1:])))\n"
        # not `getrusage`, which also counts what the process that started this one held
        "print(*(line.split()[1] for line in open('/proc/self/status') if 'VmHWM' in line))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True
    )

    kinds, kilobytes = done.stdout.splitlines()
    assert kinds == "Problem Article"
    assert int(kilobytes) < 200_000


def test_records_among_the_articles_are_told_once(write: Write) -> None:
    """Output of an earlier run, left in the folder: one line for all of the file."""
    record = {"id": "a#1", "document": {}, "kind": "direct", "content": [], "pattern": "p"}
    told = "holds records of attrib, not articles; keep them apart, or read them with --records"

    assert outline(write("r.jsonl", lines(record, record, record))) == [f"r.jsonl: {told}"]
    header = "document,id,kind,content,pattern\n"
    assert outline(write("r.csv", header + "d,a#1,direct,x,p\n" * 3)) == [f"r.csv: {told}"]


def test_few_fields_are_named(write: Write) -> None:
    """A line with dozens of them does not fill the terminal."""
    (found,) = outline(write("c.jsonl", lines({f"field{n}": n for n in range(50)})))

    assert "field7" in found
    assert "field8" not in found
    assert found.endswith("…; use --text-field")
