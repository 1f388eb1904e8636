"""The program as users meet it: arguments in; output, messages and exit status out."""

from __future__ import annotations

import fcntl
import json
import os
import pty
import resource
import select
import shutil
import signal
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from attrib import __version__, formats
from attrib.attributor import Attributor
from attrib.batch.extraction import Extraction
from attrib.cli import main
from attrib.commands import completion, extract
from attrib.commands.parser import COMMANDS, build_parser, help_text, subcommands
from attrib.commands.terminal import Status, printable
from attrib.formats import FORMATS
from attrib.reading.pages import page as pages

READY = "“We are ready,” said Ana Ruiz.\n"
ASKED = "“Who is ready?” asked Bob Stone. “We are,” said Ana Ruiz.\n"
ATTRIB = [sys.executable, "-m", "attrib"]

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", f"{Path(__file__).parents[2]}:{os.environ.get('PYTHONPATH')}")
    Path("ready.txt").write_text(READY, encoding="utf-8")
    Path("asked.txt").write_text(ASKED, encoding="utf-8")


@pytest.fixture
def attrib(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run `attrib` and return status, standard output and standard error."""

    def run(*words: str) -> tuple[int, str, str]:
        status = main(words)
        captured = capsys.readouterr()
        return status, captured.out, captured.err

    return run


def records(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def said(out: str) -> list[tuple[str | None, str]]:
    """Path of the article and words of the content, for each record."""
    return [(r["document"]["path"], r["content"][0]["text"]) for r in records(out)]


def corpus(articles: int) -> str:
    """The name of a corpus in which every third article holds no attribution."""
    with Path("corpus.jsonl").open("w", encoding="utf-8") as out:
        for n in range(articles):
            text = (
                "It rained."
                if n % 3 == 2
                else f"“We are {n},” said Ana Ruiz. “{n},” said Bob Stone."
            )
            out.write(json.dumps({"id": f"d{n}", "text": text}) + "\n")
    return "corpus.jsonl"


# First contact


def test_version_and_help_answer_at_once(attrib: Run) -> None:
    """Both end well, and neither loads the library."""
    assert attrib("--version") == (0, f"attrib {__version__}\n", "")
    assert attrib("--help")[0] == Status.OK
    code = "import sys; from attrib.cli import main; main(['--help']); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True).stdout

    assert not {"nltk", "regex", "attr", "attrs", "attrib.model"} & set(loaded.split())


@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
def test_every_command_has_help_with_examples(command: str, attrib: Run) -> None:
    """Help ends well, says what the command does and shows how."""
    status, out, err = attrib(command, "--help")

    assert (status, err) == (0, "")
    assert out.startswith(f"usage: attrib {command}")
    assert f"examples:\n  attrib {command}" in out or f"  attrib {command} " in out
    assert help_text(command).split() == out.split()


def test_help_text_is_as_wide_whatever_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    """The README can hold it."""
    wide = help_text("extract")
    monkeypatch.setenv("COLUMNS", "40")

    assert help_text("extract") == wide
    assert max(map(len, help_text().splitlines())) <= 80


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("nonsense",),
        ("extract",),
        ("extract", "ready.txt", "--workers", "few"),
        ("extract", "ready.txt", "--min-confidence", "2"),
        ("extract", "ready.txt", "--only", "shouting"),
        ("extract", "ready.txt", "--date", "soon"),
        ("extract", "ready.txt", "--date", "2022-02-30"),
        ("extract", "ready.txt", "--encoding", "utf-99"),
        ("extract", "ready.txt", "--format", "poem"),
        ("extract", "ready.txt", "--resume"),
        ("extract", "ready.txt", "--bom"),
        ("extract", "ready.txt", "--with-text", "--format", "csv"),
        ("extract", "ready.txt", "--format", "brat"),
        ("verify", "r.jsonl"),
        ("verify", "r.jsonl", "ready.txt", "--draft", "ready.txt"),
        ("verify", "--draft", "ready.txt"),
        ("verify",),
        ("explain", "no-such-pattern"),
        ("explain", "--record", "1"),
        ("explain", "ready.txt", "--record", "1"),
        ("completion", "tcsh"),
        ("graph", "ready.txt", "--format", "json", "--most", "0"),
        ("convert", "ready.txt", "--to", "csv"),
        ("convert", "records.jsonl", "--to", "brat"),
        ("convert", "records.jsonl", "--to", "json", "--bom"),
        ("convert", "records.jsonl", "--to", "poem"),
    ],
    ids=" ".join,
)
def test_wrong_usage_is_told_with_status_2(words: tuple[str, ...], attrib: Run) -> None:
    """Nothing is printed but what is wrong and what there is."""
    status, out, err = attrib(*words)

    assert (status, out) == (Status.USAGE, "")
    assert "attrib" in err
    assert "Traceback" not in err


def test_python_m_attrib_is_the_same_program() -> None:
    """The package can be run where its script is not on the path."""
    done = subprocess.run([*ATTRIB, "--version"], capture_output=True, text=True)

    assert (done.returncode, done.stdout) == (0, f"attrib {__version__}\n")


# extract


def test_articles_as_json_satisfy_the_printed_schema(attrib: Run) -> None:
    """What `--format json` writes of an article is what `attrib schema --article` says."""
    schema = json.loads(attrib("schema", "--article")[1])
    Path("a.txt").write_text("“We go,” said Ana Ruiz of “Rust”. She saw “Dry Rivers”.", "utf-8")
    (article,) = json.loads(attrib("extract", "a.txt", "--format", "json")[1])

    jsonschema.Draft202012Validator(schema).validate(article)
    assert article["quotations"]


def test_extract_prints_records_that_satisfy_the_printed_schema(attrib: Run) -> None:
    """One record a line, in the order of the inputs."""
    schema = json.loads(attrib("schema")[1])
    status, out, err = attrib("extract", "ready.txt", "asked.txt")

    assert (status, err) == (0, "")
    assert said(out) == [
        ("ready.txt", "“We are ready,”"),
        ("asked.txt", "“Who is ready?”"),
        ("asked.txt", "“We are,”"),
    ]
    for record in records(out):
        jsonschema.validate(record, schema)


def test_facts_given_win_over_those_of_the_container(attrib: Run) -> None:
    """What the caller says of an article is not doubted, and the rest is kept."""
    Path("a.jsonl").write_text(
        json.dumps({"text": READY, "id": "a", "publisher": "Old", "title": "T"}), "utf-8"
    )

    out = attrib("extract", "a.jsonl", "--publisher", "Daily Post", "--date", "2022-09-20")[1]

    document = records(out)[0]["document"]
    wanted = {"id": "a", "publisher": "Daily Post", "published": "2022-09-20", "title": "T"}
    assert {name: document[name] for name in wanted} == wanted


def test_a_bad_input_costs_itself_alone(attrib: Run) -> None:
    """The others come out, the message names file and reason, the status is 1."""
    Path("bad.txt").write_bytes(b"caf\xe9")

    status, out, err = attrib("extract", "no.txt", "ready.txt", "bad.txt")

    assert (status, said(out)) == (1, [("ready.txt", "“We are ready,”")])
    assert err.splitlines() == [
        "attrib: no.txt: no such file; check the path",
        "attrib: bad.txt: not utf-8: byte 0xe9 at offset 3; if it is cp1252, say so (--encoding)",
    ]


def test_messages_cannot_act_on_the_terminal(attrib: Run) -> None:
    """The name of a file may hold an escape sequence; it is shown, not obeyed."""
    assert "\\x1b[31mred" in attrib("extract", "\x1b[31mred")[2]
    assert printable("a\n\u202eb") == "a \\u202eb"


def test_a_spoilt_text_is_told_and_read_as_it_is(attrib: Run) -> None:
    """UTF-8 that was taken for cp1252: a warning that names the place, no failure."""
    Path("spoilt.txt").write_text("It rained.\nâ€œWe are ready,â€\x9d said Ana Ruiz.\n", "utf-8")

    status, out, err = attrib("extract", "spoilt.txt", "ready.txt")

    assert (status, len(records(out))) == (0, len(out.splitlines()))
    assert err.startswith("attrib: spoilt.txt: read in the wrong encoding before")
    assert err.endswith("â€œ (line 2, column 1)\n")
    assert err.count("\n") == 1
    draft = attrib("verify", "--draft", "ready.txt", "--against", "spoilt.txt")[2]
    assert draft == err


@pytest.mark.parametrize("command", ["show", "explain"])
def test_notes_stand_below_the_records(command: str, attrib: Run) -> None:
    """What a reader should know of an article is told where an article is told."""
    Path("odd.txt").write_text("It rained.\n“We are ready, said Ana Ruiz.\n", "utf-8")
    note = "\nNote: a quotation mark never closes: “ (line 2, column 1)\n"

    assert note in f"\n{attrib(command, 'odd.txt')[1]}"
    assert "Note" not in attrib(command, "ready.txt")[1]


def test_only_some_classes_of_cue(attrib: Run) -> None:
    """Records with other cues are left out."""
    assert said(attrib("extract", "asked.txt", "--only", "question,denial")[1]) == [
        ("asked.txt", "“Who is ready?”")
    ]


def test_several_workers_print_the_same(attrib: Run) -> None:
    """Byte for byte, in the same order."""
    name = corpus(300)

    assert attrib("extract", name, "--workers", "2") == attrib("extract", name)


def test_the_output_file_holds_what_would_be_printed(attrib: Run) -> None:
    """`-o` writes UTF-8, prints nothing and says what went where; `-q` says nothing."""
    wanted = attrib("extract", "ready.txt")[1]

    assert attrib("extract", "ready.txt", "-o", "out.jsonl", "-q") == (0, "", "")
    done = "attrib: 1 article, 1 record → out.jsonl\n"
    assert attrib("extract", "ready.txt", "-o", "out.jsonl") == (0, "", done)
    assert Path("out.jsonl").read_bytes() == wanted.encode("utf-8")


@pytest.mark.parametrize("columns", [60, 80, 140])
def test_the_table_fits_the_terminal(
    columns: int, attrib: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Speaker, cue and content in columns, long cells cut."""
    monkeypatch.setenv("COLUMNS", str(columns))
    Path("long.txt").write_text(f"“We {'really ' * 60}are,” said Ana Ruiz.\n", "utf-8")

    status, out, _ = attrib("extract", "long.txt", "asked.txt", "--format", "table")

    lines = out.splitlines()
    assert status == 0
    assert max(map(len, lines)) <= columns
    assert lines[0] == "long.txt"
    names = ["SPEAKER", "CUE", "CONTENT"]
    assert lines[1].split() == (names if columns < 110 else ["LINE", *names, "CONF"])
    assert "Bob Stone" in lines[6]
    assert "Ana Ruiz" in lines[7]
    assert lines[1].index("CONTENT") == lines[2].index("“We really")
    assert "…" in lines[2]


def test_the_table_is_as_wide_as_asked(attrib: Run) -> None:
    """`--width` sets the columns, `--wide` cuts nothing; both are for the table."""
    Path("long.txt").write_text(f"“We {'really ' * 60}are,” said Ana Ruiz.\n", "utf-8")
    words = "extract", "long.txt", "--format", "table"

    assert max(map(len, attrib(*words, "--width", "72")[1].splitlines())) <= 72
    assert f"“We {'really ' * 60}are,”" in attrib(*words, "--wide")[1]
    assert attrib("extract", "long.txt", "--wide")[0] == Status.USAGE


def test_what_came_of_a_run_is_told(attrib: Run) -> None:
    """Articles, records and failures in the last line, a line each with `-v`."""
    Path("none.txt").write_text("It rained.", "utf-8")

    done = attrib("extract", "no.txt", "ready.txt", "none.txt", "asked.txt", "-v", "-o", "o.jsonl")
    assert done[2].splitlines()[:4] == [
        "attrib: no.txt: no such file; check the path",
        "attrib: ready.txt: 1 record",
        "attrib: none.txt: 0 records",
        "attrib: asked.txt: 2 records",
    ]
    assert done[2].splitlines()[4].startswith("attrib: 3 articles, 3 records, 1 failed")
    assert attrib("extract", "none.txt") == (0, "", "attrib: no attribution found\n")
    assert attrib("extract", "none.txt", "-q") == (0, "", "")
    assert attrib("view", "none.txt", "-o", "v.html")[2] == (
        "attrib: 1 article, no attribution found → v.html\n"
    )


def test_a_text_that_is_not_english_is_told(attrib: Run) -> None:
    """It is read all the same, and the line names the file."""
    Path("es.txt").write_text("«Estamos listos», dijo el lunes Ana Ruiz, alcaldesa. " * 5, "utf-8")

    assert "attrib: es.txt: the text does not read as English" in attrib("extract", "es.txt")[2]
    assert "does not read as English" in attrib("show", "es.txt")[1]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("extrct a.txt", "no command 'extrct'; did you mean extract?"),
        ("ready.txt", "no command 'ready.txt'; to read it: attrib extract ready.txt"),
        ("extract ready.txt --formt table", "no option --formt; did you mean --format?"),
        ("extract ready.txt --formt=table", "no option --formt=table; did you mean --format?"),
        ("extract ready.txt --format tabel", "--format: no 'tabel'; did you mean table?"),
        ("extract", "FILE is missing"),
        ("extract ready.txt -q -v", "-v/--verbose: not allowed with argument -q/--quiet"),
        ("convert r.jsonl", "--to is missing"),
        ("schema x", "no argument x"),
    ],
)
def test_wrong_usage_names_what_was_meant(words: str, told: str, attrib: Run) -> None:
    """One line says what is wrong, one how it is used."""
    status, out, err = attrib(*words.split())

    assert (status, out) == (Status.USAGE, "")
    assert err.splitlines()[0] == f"attrib: {told}"
    assert len(err.splitlines()) == 2
    assert err.splitlines()[1].startswith("usage: attrib ")
    assert err.splitlines()[1].endswith("--help tells more")


@pytest.mark.parametrize("target", ["csv", "json", "jsonl", "webanno"])
def test_converting_what_is_not_there_prints_nothing_else(target: str, attrib: Run) -> None:
    """No half of a file is begun before the first record is read."""
    wrong = 1, "", "attrib: no.jsonl: no such file; check the path\n"

    assert attrib("convert", "no.jsonl", "--to", target) == wrong


def test_the_table_says_when_nothing_was_found(attrib: Run) -> None:
    """An empty answer is an answer."""
    Path("none.txt").write_text("It rained.", "utf-8")

    assert attrib("extract", "none.txt", "--format", "table")[1] == (
        "none.txt\nno attribution found\n\n"
    )


def test_the_output_is_never_an_input(attrib: Run) -> None:
    """An input is not overwritten, and a folder's records are not read while they are written."""
    Path("news").mkdir()
    shutil.copy("ready.txt", "news")

    assert attrib("extract", "ready.txt", "-o", "ready.txt")[0] == Status.USAGE
    assert Path("ready.txt").read_text("utf-8") == READY
    attrib("extract", "news", "-o", "news/r.jsonl")
    status, _, err = attrib("extract", "news", "-o", "news/r.jsonl", "-q")
    assert (status, err) == (
        1,
        "attrib: news/r.jsonl: is the output itself; write that elsewhere\n",
    )
    assert len(records(Path("news/r.jsonl").read_text("utf-8"))) == 1
    with Path("news/r.jsonl").open("wb") as out:
        assert subprocess.run([*ATTRIB, "extract", "news"], stdout=out).returncode == 1


def test_a_terminal_that_lacks_characters_gets_escapes() -> None:
    """Help and tables come out under any encoding; JSON Lines are UTF-8 wherever they go."""
    environment = {**os.environ, "PYTHONIOENCODING": "ascii"}

    def run(*words: str) -> bytes:
        return subprocess.run(
            [*ATTRIB, *words], env=environment, capture_output=True, check=True
        ).stdout

    assert b"\\u2026" in run("extract", "--help")
    assert "“We are ready,”".encode() in run("extract", "ready.txt")


def test_keep_text_writes_what_offsets_refer_to(
    attrib: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Beside each page; the records' spans are found in it."""
    monkeypatch.setattr(pages, "read", lambda data, url=None: pages.Page(text=READY))
    Path("page.html").write_text("<p>…</p>", "utf-8")

    out = attrib("extract", "page.html", "ready.txt", "--keep-text")[1]

    text = Path("page.html.txt").read_bytes().decode("utf-8")
    [content] = records(out)[0]["content"]
    assert text[content["start"] : content["end"]] == content["text"]
    assert not Path("ready.txt.txt").exists()


# Formats


def test_every_format_is_written(attrib: Run) -> None:
    """What the formats' own writers give, an article at a time."""
    for row in FORMATS:
        if row.name == "parquet" and find_spec("pyarrow") is None:
            continue
        target = f"out{row.suffix}"
        status, out, err = attrib("extract", "asked.txt", "--format", row.name, "-o", target, "-q")

        assert (status, out, err) == (0, "", "")
        if row.readable:
            texts = [record["source"]["text"] for record in formats.read(row.name, Path(target))]
            assert texts == ["Bob Stone", "Ana Ruiz"]


def test_formats_have_their_options(attrib: Run) -> None:
    """A byte order mark for CSV, the text for JSON."""
    assert attrib("extract", "ready.txt", "--format", "csv", "--bom")[1].startswith("\ufeff")
    assert (
        json.loads(attrib("extract", "ready.txt", "--format", "json", "--with-text")[1])[0]["text"]
        == READY
    )


# Streams that end early


@pytest.mark.parametrize("workers", ["1", "2"])
def test_resume_goes_on_wherever_the_run_was_cut(workers: str, attrib: Run) -> None:
    """No record is lost, doubled or half, at whatever byte the output ended."""
    name = corpus(12)
    attrib("extract", name, "-o", "whole.jsonl")
    whole = Path("whole.jsonl").read_bytes()

    for cut in range(0, len(whole) + 1, 89 if workers == "1" else 1999):
        Path("out.jsonl").write_bytes(whole[:cut])
        done = attrib("extract", name, "-o", "out.jsonl", "--resume", "--workers", workers, "-q")

        assert done == (0, "", "")
        assert Path("out.jsonl").read_bytes() == whole, cut


def test_resume_tells_copies_of_an_article_apart(attrib: Run) -> None:
    """The same text twice in one container is two articles."""
    Path("c.jsonl").write_text((json.dumps({"text": READY}) + "\n") * 5, "utf-8")
    attrib("extract", "c.jsonl", "-o", "whole.jsonl")
    whole = Path("whole.jsonl").read_bytes()

    for kept in range(6):
        Path("out.jsonl").write_bytes(b"".join(whole.splitlines(keepends=True)[:kept]))
        attrib("extract", "c.jsonl", "-o", "out.jsonl", "--resume")

        assert Path("out.jsonl").read_bytes() == whole


def test_resume_begins_where_there_is_no_output_yet(attrib: Run) -> None:
    """The same command line starts and goes on."""
    assert attrib("extract", "ready.txt", "-o", "out.jsonl", "--resume", "-q") == (0, "", "")
    assert said(Path("out.jsonl").read_text("utf-8")) == [("ready.txt", "“We are ready,”")]


def test_resume_refuses_other_inputs_and_leaves_the_output(attrib: Run) -> None:
    """Records of another run, or of no run at all, are not touched."""
    attrib("extract", "ready.txt", "asked.txt", "-o", "out.jsonl")
    before = Path("out.jsonl").read_bytes()

    status, _, err = attrib("extract", "asked.txt", "-o", "out.jsonl", "--resume")
    assert status == 1
    assert "out.jsonl: holds records of ready.txt, which is not among the inputs" in err
    assert Path("out.jsonl").read_bytes() == before
    Path("notes.txt").write_text("milk\neggs\n", "utf-8")
    assert (
        "notes.txt:1: not a record"
        in attrib("extract", "ready.txt", "-o", "notes.txt", "--resume")[2]
    )
    assert Path("notes.txt").read_text("utf-8") == "milk\neggs\n"


@pytest.mark.parametrize("workers", ["1", "2"])
@pytest.mark.parametrize("form", ["jsonl", "table", "csv"])
def test_a_used_up_budget_is_told(
    attrib: Run, monkeypatch: pytest.MonkeyPatch, form: str, workers: str
) -> None:
    """An article not read to its end is named, whatever is written and by which process."""
    hasty = Extraction(attributor=Attributor(max_seconds=0))
    monkeypatch.setattr(extract, "extraction", lambda _: hasty)

    status, out, err = attrib(
        "extract", "ready.txt", "asked.txt", "--format", form, "--workers", workers
    )

    assert (status, "Ruiz" in out) == (0, False)
    assert err.splitlines()[:2] == [
        f"attrib: {name}.txt: 0 seconds used up; not all of the text was searched"
        for name in ("ready", "asked")
    ]


def test_the_budget_and_the_size_can_be_set(attrib: Run) -> None:
    """A server sets them low; what is wrong with them is told."""
    Path("long.txt").write_text("told Reuters " * 1000, "utf-8")

    assert "0 seconds used up" in attrib("extract", "long.txt", "--max-seconds", "0")[2]
    assert "larger than 1 kB" in attrib("extract", "long.txt", "--max-size", "1kB")[2]
    for option, wrong, told in (
        ("--max-size", "20", "'20' is no size; write it as 20MB"),
        ("--max-seconds", "soon", "'soon' is no number of seconds"),
        ("--max-seconds", "nan", "'nan' is no number of seconds"),
    ):
        status, _, err = attrib("extract", "long.txt", option, wrong)
        assert (status, told in err) == (Status.USAGE, True)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs Linux's /dev/full")
@pytest.mark.parametrize(
    ("words", "advice"),
    [
        pytest.param(
            "extract ready.txt",
            "the articles written so far are whole: make room and use --resume",
            id="extract",
        ),
        pytest.param(
            "extract ready.txt --format table", "make room and run it again", id="extract, a table"
        ),
        pytest.param(
            "extract ready.txt --format csv", "make room and run it again", id="extract, CSV"
        ),
        pytest.param("convert r.jsonl --to csv", "make room and run it again", id="convert"),
    ],
)
def test_a_full_disk_is_told(attrib: Run, words: str, advice: str) -> None:
    """A message that says how to go on, and a status; no traceback."""
    attrib("extract", "ready.txt", "-o", "r.jsonl")

    told = attrib(*words.split(), "-o", "/dev/full")

    assert told == (1, "", f"attrib: no space left on device; {advice}\n")


def test_a_full_disk_leaves_no_half_article_in_a_folder(attrib: Run) -> None:
    """For brat, an article's text and records are both there or neither, old ones as they were."""
    Path("a.txt").write_text(READY, "utf-8")
    for name, text in (("b", READY * 20), ("c", READY + "It rained. " * 300)):
        Path(f"{name}.txt").write_text(text, "utf-8")
    attrib("extract", "c.txt", "--format", "brat", "-o", "whole")
    before = {path.name: path.read_bytes() for path in Path("whole").iterdir()}
    extracted = [*ATTRIB, "extract", "--format", "brat", "-o"]

    for name, folder in (("b", "new"), ("c", "new"), ("c", "whole")):
        done = subprocess.run(
            [*extracted, folder, "a.txt", f"{name}.txt"],
            stderr=subprocess.PIPE,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (2_000, 2_000)),
        )
        assert (done.returncode, b"too large" in done.stderr) == (1, True)

    assert sorted(path.name for path in Path("new").iterdir()) == ["a.txt", "a_attrib.ann"]
    assert before.keys() == {"c.txt", "c_attrib.ann"}
    assert all((Path("whole") / name).read_bytes() == data for name, data in before.items())
    assert len(list(Path("whole").iterdir())) == 4


@pytest.mark.parametrize("to", ["-o", ">"])
def test_a_full_disk_leaves_no_half_record(to: str) -> None:
    """Where the limit falls inside an article, that article is taken back."""
    name = corpus(50)
    whole = subprocess.run([*ATTRIB, "extract", name], capture_output=True).stdout
    words = [*ATTRIB, "extract", name, *(["-o", "out.jsonl"] if to == "-o" else [])]

    with Path("out.jsonl").open("wb") as out:
        done = subprocess.run(
            words,
            stdout=out if to == ">" else None,
            stderr=subprocess.PIPE,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000)),
        )

    written = Path("out.jsonl").read_bytes()
    assert done.returncode == 1
    assert done.stderr.startswith(b"attrib: ")
    assert b"Traceback" not in done.stderr
    assert whole.startswith(written)
    assert 5_000 < len(written) <= 10_000
    assert written.endswith(b"\n")


def test_a_missing_package_is_told_once(attrib: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """A Python that lacks what attrib needs is told so before any article is read."""
    monkeypatch.setattr(
        "attrib.commands.parser.find_spec", lambda name: None if name == "nltk" else name
    )
    status, out, err = attrib("extract", "one.txt", "two.txt")

    assert (status, out) == (Status.FAILED, "")
    assert err.count("\n") == 1
    assert "nltk not found by this Python" in err
    assert "pip install nltk" in err


@pytest.mark.parametrize("workers", ["1", "2"])
def test_a_closed_pipe_ends_quietly(workers: str) -> None:
    """`attrib extract … | head` says nothing and leaves no process."""
    words = [*ATTRIB, "extract", corpus(3000), "--workers", workers]
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout
        assert process.stderr
        json.loads(process.stdout.readline())
        process.stdout.close()
        said = process.stderr.read()

    assert (process.returncode, said) == (Status.PIPE_CLOSED, b"")


@pytest.mark.parametrize("workers", ["1", "2"])
def test_ctrl_c_ends_quietly_and_resume_goes_on(workers: str) -> None:
    """The signal goes to every process of the group, as a terminal sends it."""
    data = Path(corpus(800)).read_bytes()  # more than two workers’ batches hold
    words = ["extract", "-", "--input-format", "jsonl", "-o", "out.jsonl", "--workers", workers]
    with subprocess.Popen(
        [*ATTRIB, *words],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        # A shell lets what it runs in the background ignore Ctrl-C, these tests among it.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    ) as process:
        assert process.stdin
        assert process.stderr
        process.stdin.write(data)  # and no end: it would wait for more
        process.stdin.flush()
        while not (Path("out.jsonl").exists() and Path("out.jsonl").stat().st_size):
            time.sleep(0.005)
        os.killpg(process.pid, signal.SIGINT)
        said = process.stderr.read()

    assert (process.returncode, said) == (Status.INTERRUPTED, b"")
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)
    for target, more in (("whole.jsonl", []), ("out.jsonl", ["--resume"])):
        line = [*ATTRIB, *words[:5], target, *more]
        subprocess.run(line, input=data, check=True)
    assert Path("out.jsonl").read_bytes() == Path("whole.jsonl").read_bytes()


@pytest.mark.parametrize(
    ("words", "shown"), [(("-o", "out.jsonl"), True), ((), False)], ids=["file", "terminal"]
)
def test_progress_is_shown_where_a_person_waits(words: tuple[str, ...], shown: bool) -> None:
    """A last line says what came of it, unless the records come out there themselves."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 25, 80, 0, 0))
    with subprocess.Popen(
        [*ATTRIB, "extract", "ready.txt", *words], stdout=theirs, stderr=theirs
    ) as process:
        process.wait(30)
    os.set_blocking(ours, False)
    said = os.read(ours, 100_000).decode() if select.select([ours], [], [], 0)[0] else ""
    os.close(ours)
    os.close(theirs)

    assert ("1 article, 1 record → out.jsonl" in said) == shown
    assert ("We are ready" in said) != shown


# verify


@pytest.fixture
def extracted(attrib: Run) -> list[dict[str, Any]]:
    attrib("extract", "ready.txt", "asked.txt", "-o", "r.jsonl")
    return records(Path("r.jsonl").read_text("utf-8"))


def rewrite(found: list[dict[str, Any]]) -> None:
    Path("r.jsonl").write_text("".join(json.dumps(r) + "\n" for r in found), "utf-8")


def test_verify_holds_what_extract_wrote(extracted: list[dict[str, Any]], attrib: Run) -> None:
    """Whatever the order of the files and the way to them."""
    Path("news").mkdir()
    for name in ("asked.txt", "ready.txt"):
        shutil.move(name, f"news/{name}")

    assert attrib("verify", "r.jsonl", "news") == (0, "3 of 3 records hold\n", "")


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"content": [{"start": 0, "end": 4, "text": "“Hey"}]}, "content [0, 4): the record has"),
        ({"content": [{"start": 4, "end": 0, "text": "“Hey"}]}, "not a span: [4, 0)"),
        ({"pattern": "magic"}, "pattern: there is none called magic; see attrib explain"),
        ({"source": None}, "does not find this source, cue and content in the text"),
        ({"speaker": None}, "speaker: the record has nobody, the replay gives Ana Ruiz by "),
        ({"nested_in": "x"}, "nested_in names x, which is not among the records"),
        ({"kind": "indirect"}, 'kind: the record has "indirect", the replay gives "direct"'),
        ({"chain": []}, 'chain: the record has [], the replay gives [{"role": "speaker", "name"'),
    ],
    ids=["words", "span", "pattern", "source", "speaker", "nesting", "kind", "chain"],
)
def test_verify_names_each_record_that_fails(
    change: dict[str, Any], problem: str, extracted: list[dict[str, Any]], attrib: Run
) -> None:
    """Line, id and what is wrong; the others hold."""
    rewrite([{**extracted[0], **change}, *extracted[1:]])

    status, out, err = attrib("verify", "r.jsonl", "ready.txt", "asked.txt")

    assert (status, err) == (1, "")
    lines = out.splitlines()
    assert all(line.startswith("r.jsonl:1: ") for line in lines[:-1])
    assert any(problem in line for line in lines[:-1])
    assert lines[-1] == "2 of 3 records hold"


@pytest.mark.parametrize(
    ("part", "field", "value", "problem"),
    [
        ("speaker", "antecedent", {"start": 0, "end": 3, "text": "“We"}, "the replay gives null"),
        ("speaker", "kind", "group", 'the replay gives "person"'),
        ("speaker", "name", "Ruiz", "the replay gives Ana Ruiz by name"),
        ("cue", "class", "denial", 'the replay gives "statement"'),
        ("cue", "lemma", "claim", 'the replay gives "say"'),
    ],
)
def test_verify_replays_each_part_of_a_record(
    part: str,
    field: str,
    value: Any,
    problem: str,
    extracted: list[dict[str, Any]],
    attrib: Run,
) -> None:
    """What stands at the right place but is not what attrib makes of it is told."""
    first = {**extracted[0], part: {**extracted[0][part], field: value}}
    rewrite([first, *extracted[1:]])

    status, out, _ = attrib("verify", "r.jsonl", "ready.txt", "asked.txt")

    *told, count = out.splitlines()
    assert (status, count) == (1, "2 of 3 records hold")
    assert told[0].startswith(f"r.jsonl:1: {first['id']}: {part}")
    assert problem in told[0]


@pytest.mark.parametrize("least", ["0.05", "0.3", "0.9"])
def test_records_of_another_threshold_verify_by_it(least: str, attrib: Run) -> None:
    """Which records there are decides who is meant by others, so the replay is told the same."""
    articles = str(Path(__file__).parents[2] / "fixtures" / "articles" / "[bc]*.txt")
    attrib("extract", articles, "--min-confidence", least, "-o", "r.jsonl")

    status, out, err = attrib("verify", "r.jsonl", articles, "--min-confidence", least)

    assert (status, err) == (0, "")
    assert int(out.split()[0]) > 1


def test_verify_finds_a_text_that_was_changed(extracted: list[dict[str, Any]], attrib: Run) -> None:
    """The file is known by its name, and every record of it fails."""
    Path("ready.txt").write_text(f" {READY}", "utf-8")

    status, out, _ = attrib("verify", "r.jsonl", "ready.txt", "asked.txt", "--offsets-only")

    assert status == 1
    assert "r.jsonl:1: " in out
    assert out.endswith("2 of 3 records hold\n")


def test_verify_needs_every_text(extracted: list[dict[str, Any]], attrib: Run) -> None:
    """A record whose text is missing does not hold."""
    status, out, _ = attrib("verify", "r.jsonl", "asked.txt", "--format", "jsonl")

    assert status == 1
    assert {v["line"]: v["problems"] for v in map(json.loads, out.splitlines())} == {
        1: ["its text, ready.txt, is not among the files given"],
        2: [],
        3: [],
    }


def test_verify_names_what_is_no_record(attrib: Run) -> None:
    """Broken lines and missing files are each told."""
    Path("r.jsonl").write_text("{}\nhello\n[]\n", "utf-8")

    status, out, err = attrib("verify", "r.jsonl", "no.txt")
    assert (status, err) == (1, "attrib: no.txt: no such file; check the path\n")
    assert out.splitlines()[:3] == [f"r.jsonl:{n}: ?: not a record of attrib" for n in (1, 2, 3)]
    assert attrib("verify", "none.jsonl", "ready.txt")[0] == 1


def test_verify_says_which_comes_first(attrib: Run) -> None:
    """A text in the place of the records is told once, not for each of its lines."""
    Path("a.txt").write_text("“We go,” said Ana Ruiz.\nIt rained.\n", "utf-8")
    Path("records.jsonl").write_text("{}\n", "utf-8")

    status, out, err = attrib("verify", "a.txt", "records.jsonl")

    assert status == 1
    assert out == ""
    assert err.count("\n") == 1
    assert "records first" in err


def test_verify_checks_the_quotations_of_a_draft(attrib: Run) -> None:
    """The same command, the same statuses, for people and for programs."""
    Path("notes.txt").write_text("“We will not raise taxes this year,” said Ana Ruiz.\n", "utf-8")
    Path("draft.txt").write_text("“We will raise taxes this year,” said Ana Ruiz.\n", "utf-8")

    status, out, err = attrib("verify", "--draft", "draft.txt", "--against", "notes.txt")

    assert (status, err) == (1, "")
    assert "We will [-not-] raise taxes this year," in out
    words = ("verify", "--draft", "notes.txt", "--format", "jsonl", "--against", "notes.txt")
    status, out, _ = attrib(*words)
    assert (status, [check["status"] for check in records(out)]) == (0, ["verbatim"])
    assert attrib(*words, "no.txt")[0] == 1


# explain


# show, view, graph, convert


def test_show_prints_the_articles_with_their_attributions(attrib: Run) -> None:
    """Each article under its name, as wide as asked for."""
    status, out, _ = attrib("show", "ready.txt", "asked.txt", "--width", "30", "--color", "never")

    assert status == 0
    assert out.startswith("ready.txt\n\n[1 “We are ready,”] /said/\n_Ana Ruiz_.\n\n1  Ana Ruiz")
    assert "\n\n\nasked.txt\n\n[1 “Who is ready?”]" in out


@pytest.mark.parametrize(("color", "escapes"), [("always", True), ("never", False)])
def test_show_colours_where_that_is_wanted(color: str, escapes: bool, attrib: Run) -> None:
    """What is said wins over what the output is."""
    assert ("\x1b[" in attrib("show", "ready.txt", "--color", color)[1]) is escapes


def test_view_writes_one_page_for_all_that_could_be_read(attrib: Run) -> None:
    """A file that fails is told, and the page has the others."""
    status, out, err = attrib("view", "ready.txt", "missing.txt", "asked.txt", "-o", "page.html")
    page = Path("page.html").read_text(encoding="utf-8")

    assert (status, out) == (Status.FAILED, "")
    assert "missing.txt" in err
    assert "<title>2 articles" in page
    assert "Bob Stone" in page


def test_view_of_nothing_writes_nothing(attrib: Run) -> None:
    """Where no article could be read, a page of before stays."""
    assert attrib("view", "missing.txt", "-o", "page.html")[0] == Status.FAILED
    assert not Path("page.html").exists()


@pytest.mark.parametrize("words", [("ready.txt", "asked.txt"), ("--records", "r.jsonl")])
def test_graph_counts_who_is_quoted(words: tuple[str, ...], attrib: Run) -> None:
    """The same from articles and from the records made of them."""
    attrib("extract", "ready.txt", "asked.txt", "--publisher", "Daily Post", "-o", "r.jsonl")
    status, out, _ = attrib(
        "graph", *words, "--publisher", "Daily Post", "--format", "json", "--most", "2"
    )

    assert status == 0
    assert {node["name"]: node["records"] for node in json.loads(out)["nodes"]} == {
        "Daily Post": 3,
        "Ana Ruiz": 2,
    }


def test_graph_says_what_a_drawing_needs(attrib: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra the message comes before any article is read."""
    monkeypatch.setattr("attrib.across.drawing.find_spec", lambda name: None)
    status, _, err = attrib("graph", "missing.txt")

    assert status == Status.FAILED
    assert "pip install 'attrib[graph]'" in err
    assert "missing.txt" not in err


@pytest.mark.parametrize("name", ["json", "csv", "webanno"])
def test_convert_goes_there_and_back(name: str, attrib: Run) -> None:
    """A format that holds everything gives the same records back."""
    attrib("extract", "ready.txt", "asked.txt", "-o", "r.jsonl")

    assert attrib("convert", "r.jsonl", "--to", name, "-o", "between")[0] == 0
    status, out, _ = attrib("convert", "between", "--from", name, "--to", "jsonl")

    assert status == 0
    assert records(out) == records(Path("r.jsonl").read_text(encoding="utf-8"))


def test_convert_writes_all_or_nothing(attrib: Run) -> None:
    """A record that is none, or a full disk, leaves what was there before and nothing beside it."""
    attrib("extract", "ready.txt", "asked.txt", "-o", "r.jsonl")
    whole = Path("r.jsonl").read_text("utf-8")
    assert attrib("convert", "r.jsonl", "--to", "csv", "-o", "out.csv")[0] == 0
    Path("out.csv").chmod(0o640)
    before = Path("out.csv").read_bytes()
    Path("r.jsonl").write_text(whole + "[]\n", "utf-8")

    status, out, err = attrib("convert", "r.jsonl", "--to", "csv", "-o", "out.csv")

    assert (status, out, err.count("\n")) == (1, "", 1)
    assert "r.jsonl:4: not a record" in err
    Path("r.jsonl").write_text(whole * 50, "utf-8")
    done = subprocess.run(
        [*ATTRIB, "convert", "r.jsonl", "--to", "csv", "-o", "out.csv"],
        stderr=subprocess.PIPE,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000)),
    )
    assert (done.returncode, b"Traceback" in done.stderr) == (1, False)
    assert Path("out.csv").read_bytes() == before
    assert [path.name for path in Path().glob("out*")] == ["out.csv"]
    assert attrib("convert", "r.jsonl", "--to", "csv", "-o", "out.csv")[0] == 0
    assert Path("out.csv").stat().st_mode & 0o777 == 0o640
    assert Path("out.csv").stat().st_size > len(before)


def test_convert_finds_the_texts_that_a_format_contains(attrib: Run) -> None:
    """In the files that the records name, or wherever --texts says they are now."""
    attrib("extract", "ready.txt", "-o", "r.jsonl")
    to_brat = ("convert", "r.jsonl", "--to", "brat", "--lossy", "-o")

    assert attrib(*to_brat, "first")[0] == 0
    assert Path("first/ready.txt").read_text(encoding="utf-8") == READY
    Path("moved").mkdir()
    Path("ready.txt").rename("moved/ready.txt")
    assert "ready.txt" in attrib(*to_brat, "second")[2]
    assert attrib(*to_brat, "third", "--texts", "moved")[0] == 0
    assert (
        Path("third/ready_attrib.ann").read_bytes() == Path("first/ready_attrib.ann").read_bytes()
    )
    Path("moved/ready.txt").write_text("Changed.", encoding="utf-8")
    assert "its text has changed" in attrib(*to_brat, "fourth", "--texts", "moved")[2]


def test_convert_tells_the_texts_of_a_container_apart(attrib: Run) -> None:
    """Articles of one file are found by their ids."""
    name = corpus(5)
    attrib("extract", name, "-o", "r.jsonl")
    status, out, _ = attrib("convert", "r.jsonl", "--to", "citron", "--lossy")

    assert status == 0
    assert [found["text"][:8] for found in records(out)] == [
        f"“We are {n}"[:8] for n in (0, 1, 3, 4)
    ]
    assert [found["quotes"][0]["contents"][0]["text"] for found in records(out)] == [
        f"“We are {n},”" for n in (0, 1, 3, 4)
    ]


def test_convert_names_what_would_be_lost(attrib: Run) -> None:
    """Nothing is written before the loss is permitted."""
    attrib("extract", "ready.txt", "-o", "r.jsonl")
    status, _, err = attrib("convert", "r.jsonl", "--to", "schemaorg", "-o", "out.jsonld")

    assert status == Status.USAGE
    assert "cannot hold" in err
    assert "--lossy" in err
    assert not Path("out.jsonld").exists()


def test_explain_lists_patterns_and_resolvers(attrib: Run) -> None:
    """Every row with its doc, and each can be asked for by name."""
    from attrib.detection.patterns import PATTERNS
    from attrib.resolution.resolve import RESOLVERS

    status, out, _ = attrib("explain")

    assert status == 0
    for name in [*(row.name for row in PATTERNS), *(row.name for row in RESOLVERS)]:
        assert name in out.splitlines()
        assert attrib("explain", name)[1].startswith(f"{name} (")


def test_explain_runs_the_example_of_a_pattern(attrib: Run) -> None:
    """What it reads in the example now stands under it."""
    from attrib.detection.patterns import PATTERNS

    _, out, _ = attrib("explain", PATTERNS[0].name)

    assert f"Read now:\n    {PATTERNS[0].name}: {{source:" in out


def test_explain_helps_with_a_name_that_is_nearly_right(attrib: Run) -> None:
    """The nearest names are offered."""
    from attrib.detection.patterns import PATTERNS

    name = PATTERNS[0].name

    assert f"did you mean {name}" in attrib("explain", name[:-1])[2]


def test_explain_tells_how_a_record_came_about(attrib: Run) -> None:
    """The story of one record by its id, or of all of a file."""
    first, second = records(attrib("extract", "asked.txt")[1])

    status, out, _ = attrib("explain", "asked.txt", "--record", second["id"].partition("#")[2])

    assert status == 0
    lines = [line.strip() for line in out.splitlines()]
    assert lines[0].startswith(f"{second['id']}: a direct quotation, confidence 0.")
    assert any(line.startswith(f"The pattern {second['pattern']} found it") for line in lines)
    assert "Said: “We are,” (line 1, column 34)." in lines
    assert "The source is “Ana Ruiz” (line 1, column 49)." in lines
    assert "The speaker is Ana Ruiz (person)." in lines
    everything = attrib("explain", "asked.txt")[1]
    assert first["id"] in everything
    assert second["id"] in everything


# completion


def _fish_option(option: str) -> str:
    return f" -l {option[2:]} " if option.startswith("--") else f" -s {option[1:]} "


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_knows_every_command_and_option(shell: str) -> None:
    """The script is made from the parsers."""
    script = completion.script(shell)

    for name, parser in subcommands(build_parser()).items():
        assert name in script
        for action in parser._actions:
            for option in action.option_strings:
                assert (_fish_option(option) if shell == "fish" else option) in script


@pytest.mark.skipif(not shutil.which("bash"), reason="needs bash")
@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("attrib ex", {"extract", "explain"}),
        ("attrib extract --wor", {"--workers"}),
        ("attrib extract --format t", {"table"}),
        ("attrib extract rea", {"ready.txt"}),
        ("attrib completion z", {"zsh"}),
    ],
)
def test_bash_completes(line: str, wanted: set[str]) -> None:
    """Commands, options, their values, and files."""
    words = " ".join(f"'{word}'" for word in line.split())
    code = (
        f"{completion.script('bash')}\nCOMP_WORDS=({words}); "
        f'COMP_CWORD={len(line.split()) - 1}; _attrib; echo "${{COMPREPLY[@]}}"'
    )

    done = subprocess.run(["bash", "-c", code], capture_output=True, text=True, check=True)

    assert set(done.stdout.split()) == wanted
