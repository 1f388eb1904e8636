"""The library does nothing behind its user's back: it reads the text and returns values."""

from __future__ import annotations

import ast
import logging
import os
import subprocess
import sys
import warnings
from collections.abc import Iterator, MutableMapping
from pathlib import Path

import pytest
from hand_made import TEXT

import attrib
from attrib import attribute
from attrib.records import verify as provenance

ROOT = Path(__file__).parent.parent
ARTICLES = sorted((ROOT / "fixtures" / "articles").glob("*.txt"))
SOURCES = sorted((ROOT / "attrib").rglob("*.py"))
HOSTILE = [
    pytest.param("“__import__('os').system('id'),” said {0.__class__} Ruiz.", id="code"),
    pytest.param("“%s%n%x ${HOME} $(id) `id`,” said ../../etc/passwd Ruiz.", id="templates"),
    pytest.param("<script>alert(1)</script> said “=cmd|' /C calc'!A0,” Ana Ruiz.", id="markup"),
    pytest.param("“\u202eereht,\u2066 \u061c” said \u200fAna Ruiz\u200e.", id="bidi controls"),
    pytest.param("“\x1b]0;owned\x07\x9b31m,” said \x1b[2JAna Ruiz.", id="terminal controls"),
]


class _Closed(MutableMapping[str, str]):
    """An environment that may not be looked at."""

    def __getitem__(self, name: str) -> str:
        raise AssertionError(f"the environment was asked for {name}")

    def __setitem__(self, name: str, value: str) -> None:
        raise AssertionError(f"the environment was told {name}")

    def __delitem__(self, name: str) -> None:
        raise AssertionError(f"the environment was to lose {name}")

    def __iter__(self) -> Iterator[str]:
        raise AssertionError("the environment was listed")

    def __len__(self) -> int:
        raise AssertionError("the environment was counted")


@pytest.mark.parametrize("text", [pytest.param(TEXT, id="news"), *HOSTILE])
def test_nothing_is_printed_logged_or_asked(
    text: str,
    capfd: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Reading an article prints and warns of nothing and leaves the environment alone."""
    attribute(f"{TEXT} The U.S. The")  # so that NLTK, which has its own ways, is loaded
    with monkeypatch.context() as patch, warnings.catch_warnings():
        patch.setattr(os, "environ", _Closed())
        patch.setattr(os, "getenv", _Closed().__getitem__)
        warnings.simplefilter("error")
        with caplog.at_level(logging.DEBUG):
            for record in attribute(text).records:
                provenance.verify(record, text)

    assert capfd.readouterr() == ("", "")
    # The logger `attrib` has a line for each article, for those who ask it for DEBUG.
    assert {(line.name, line.levelno) for line in caplog.records} == {("attrib", logging.DEBUG)}


_WATCHED = """
import sys
text = open(sys.argv[1], encoding="utf-8", newline="").read()
import attrib
import nltk.tokenize.punkt, regex, attrs  # what these do when they are imported is theirs
sys.dont_write_bytecode = True

never = ("socket.", "subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn", "os.putenv",
         "os.unsetenv", "os.remove", "os.rename", "os.mkdir", "urllib.", "pickle.", "shutil.",
         "tempfile.", "webbrowser.", "ctypes.")
once_loaded = ("open", "import", "compile", "exec", "marshal.")
events, forbidden = [], never
def watch(event, arguments):
    writes = event == "open" and set("wax+") & set(arguments[1] or "")
    if writes or event.startswith(forbidden):
        events.append((event, arguments))
sys.addaudithook(watch)

attrib.attribute(text)
forbidden = never + once_loaded
records = attrib.attribute(text + " “__import__('os').getcwd(),” said Ana Ruiz.").records
forbidden = never
assert records and not events, events
"""


def test_nothing_is_opened_run_or_sent() -> None:
    """No socket, no process, no file but our own word lists; nothing from a text is ever run."""
    done = subprocess.run(
        [sys.executable, "-c", _WATCHED, ARTICLES[0]], cwd=ROOT, capture_output=True, text=True
    )

    assert (done.stdout, done.stderr) == ("", "")
    assert done.returncode == 0


def test_importing_prints_nothing() -> None:
    """Nor does loading every public name."""
    code = "import attrib\nfor name in attrib.__all__: getattr(attrib, name)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True)

    assert (done.stdout, done.stderr) == (b"", b"")


def test_records_do_not_depend_on_the_order_of_sets() -> None:
    """Two processes with other hash seeds write the same bytes."""
    code = (
        "import sys\nfrom attrib import attribute\nfrom attrib.analysis import to_json\n"
        "for path in sys.argv[1:]:\n"
        "    text = open(path, encoding='utf-8', newline='').read()\n"
        "    for record in attribute(text, id='a').records:\n"
        "        print(ascii(to_json(record)))"
    )
    written = [
        subprocess.run(
            [sys.executable, "-c", code, *ARTICLES[:4]],
            cwd=ROOT,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "4242")
    ]

    assert written[0]
    assert written[1] == written[0]


FORBIDDEN_CALLS = {"eval", "exec", "compile", "__import__", "input", "breakpoint"}
FORBIDDEN_MODULES = {
    *("pickle", "marshal", "shelve", "dill", "socket", "ssl", "http", "urllib.request", "requests"),
    *("ftplib", "smtplib", "subprocess", "ctypes", "logging", "webbrowser", "yaml"),
}
WRITES_CODE = {"scoring.py": {"exec", "compile"}}
"""Makes functions of the table in `evidence.py`, as `namedtuple` does; no input comes near it."""
MEANS = {
    "pipeline.py": {"logging"},
    "serve.py": {"socket"},
    "public.py": {"socket"},
    "weights.py": {"marshal"},
    "packed.py": {"marshal"},
    "shipped.py": {"marshal"},
}
"""What a module is for: the library logs where it is asked, the desk listens where it is told and
asks only hosts of the public web, and the tables that attrib ships, those of no caller, are kept as
they are looked up."""
ON_THE_COMMAND_LINE = {"cli.py", "__main__.py", "show.py", "corpus.py", "output.py"}


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_module_has_the_means(path: Path) -> None:
    """Nothing evaluates or unpickles input; only the command line prints, exits or asks."""
    command = "commands" in path.parts or path.name in ON_THE_COMMAND_LINE
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in FORBIDDEN_CALLS - WRITES_CODE.get(path.name, set())
            assert node.func.id != "print" or command
        elif isinstance(node, ast.Import):
            means = MEANS.get(path.name, set())
            assert not (FORBIDDEN_MODULES - means) & {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.module not in FORBIDDEN_MODULES
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            used = f"{node.value.id}.{node.attr}"
            assert command or used not in ("os.environ", "os.getenv", "sys.exit", "sys.stdout")


def test_the_public_names_are_the_librarys_own() -> None:
    """The tests above look at the package that is tested."""
    assert Path(attrib.__file__).parent == ROOT / "attrib"
