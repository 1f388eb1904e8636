"""The README shows what attrib does: its blocks are run, its tables compared with the code.

`python tests/test_readme.py` writes the blocks anew. In a block, a last line `…` says that the
output goes on; ID stands for the id of the article's first quotation.
"""

from __future__ import annotations

import doctest
import io
import json
import os
import re
import shlex
import subprocess
import sys
from contextlib import redirect_stdout
from pathlib import Path
from unittest.mock import patch

import pytest

from attrib.attributor import attribute
from attrib.cli import main
from attrib.commands.parser import COMMANDS, help_text
from attrib.formats import FORMATS
from attrib.schema import schema

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
COLUMNS = 100
MORE = "…"
_CONSOLE = re.compile(r"```console\n(\$ attrib (.*)\n)((?:.*\n)*?)```\n")
_RUN = re.compile(r"<!-- run: (.+) -->\n```sh\n(.+)\n```\n")
BLOCKS = {block[2]: block[3] for block in _CONSOLE.finditer(README)}


def output(command: str, shown: str) -> str:
    """What `attrib COMMAND` prints, as far as the block shows it."""
    lines = _lines(command)
    before = shown.splitlines()
    if before[-1:] == [MORE] and len(lines) > len(before) > 1:
        lines = [*lines[: len(before) - 1], MORE]
    return "".join(f"{line}\n" for line in lines)


def _lines(command: str) -> list[str]:
    words = shlex.split(command)
    if words[-1] == "--help":
        return help_text(*words[:-1]).splitlines()
    if "ID" in words:
        path = next(word for word in words if word.endswith(".txt"))
        text = (ROOT / path).read_text(encoding="utf-8")
        records = attribute(text, path=path).records
        first = next(record for record in records if record.kind == "direct")
        words[words.index("ID")] = first.id
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="")
    here = Path.cwd()
    os.chdir(ROOT)
    try:
        with redirect_stdout(out), patch.dict(os.environ, {"COLUMNS": str(COLUMNS)}):
            assert main(words) == 0
    finally:
        os.chdir(here)
    out.seek(0)
    return out.read().rstrip("\n").split("\n")


def rewritten(readme: str) -> str:
    """The README with every block as attrib prints it now."""
    return _CONSOLE.sub(
        lambda block: f"```console\n{block[1]}{output(block[2], block[3])}```\n", readme
    )


@pytest.mark.parametrize("command", BLOCKS)
def test_blocks_show_what_attrib_prints(command: str) -> None:
    """Output and help in the README are what the commands print."""
    assert output(command, BLOCKS[command]) == BLOCKS[command]


def test_the_record_shown_is_what_is_made() -> None:
    """Each field of the record at the top is the one that attrib gives."""
    found = re.search(
        r"\*(Lima.*?)\*.*?<!-- a part of a record -->\n```json\n(.*?)```", README, re.S
    )
    assert found
    text = " ".join(found[1].split())
    shown = json.loads(found[2])

    record = attribute(text, publisher="Daily Post", published="2022-09-20")[0].to_dict()
    assert {name: record[name] for name in shown} == shown


def test_python_examples_pass_strict_typing(tmp_path: Path) -> None:
    """What a reader pastes into typed code of their own is fit for it."""
    pytest.importorskip("mypy")
    examples = doctest.DocTestParser().get_examples(README)
    pasted = tmp_path / "pasted.py"
    pasted.write_text("".join(example.source for example in examples), encoding="utf-8")

    checked = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", str(pasted)],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert (checked.returncode, checked.stdout.strip()) == (
        0,
        "Success: no issues found in 1 source file",
    )


@pytest.mark.parametrize("name", ["main job", "tests"])
def test_set_up_is_one_line(name: str) -> None:
    """Each of the two set-up commands can be pasted as it stands; `.ci/run` runs the second."""
    commands = dict(_RUN.findall(README))

    assert commands[name].startswith("python3 -m venv .venv && ")
    assert name in (ROOT / ".ci" / "run").read_text(encoding="utf-8") or name == "main job"


def test_the_first_command_is_the_one_shown() -> None:
    """The printed result is that of the command which the set-up ends with."""
    command = dict(_RUN.findall(README))["main job"].rpartition("/attrib ")[2]

    assert command in BLOCKS


def test_every_field_of_a_record_is_listed() -> None:
    """The table of fields has the schema's, in its order."""
    assert _first_cells("## The record") == [*schema()["properties"]]


def test_every_format_is_listed() -> None:
    """The table of formats has them all."""
    assert set(_first_cells("## Formats")) == {row.name for row in FORMATS}


def test_every_extra_is_listed() -> None:
    """The table of extras has those of pyproject.toml."""
    tomllib = pytest.importorskip("tomllib")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

    assert set(_first_cells("## Extras")) == set(project["optional-dependencies"])


@pytest.mark.parametrize("command", [command.name for command in COMMANDS])
def test_every_command_is_mentioned(command: str) -> None:
    """A reader of the README meets each command in use."""
    assert f"attrib {command}" in README.replace(f"    {command} ", "")


def test_links_lead_somewhere() -> None:
    """Files that the README links to exist."""
    links = re.findall(r"\]\(([^)#:]+)\)", README)

    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def _first_cells(heading: str) -> list[str]:
    """The names in the first column of the table under a heading."""
    section = README.split(f"\n{heading}\n")[1].split("\n## ")[0]
    rows = re.findall(r"^\| (`.+?) \|", section, re.MULTILINE)
    return [name for row in rows for name in re.findall(r"`(.+?)`", row)]


if __name__ == "__main__":
    (ROOT / "README.md").write_text(rewritten(README), encoding="utf-8")
