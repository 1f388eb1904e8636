"""The words that may follow `attrib`, and the parser of each.

A command is a row of `COMMANDS` and a module of that name in `attrib.commands` with
`EXAMPLES`, `add_arguments(parser)` and `run(arguments)`; only the module of the command given
is imported, so that `--version` and `--help` answer at once.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Sequence
from difflib import get_close_matches
from importlib import import_module
from importlib.util import find_spec
from typing import Any, NamedTuple, NoReturn, Protocol, cast

from attrib import __version__
from attrib.commands.terminal import Status, complain
from attrib.errors import AttribError, UsageError


class Command(NamedTuple):
    """A word that may follow `attrib`."""

    name: str
    help: str


COMMANDS = (
    Command("extract", "print who said what, and who says so, one record a line"),
    Command("show", "print an article with its attributions marked, for reading in a terminal"),
    Command("view", "write one page for the browser: who said what, in its place"),
    Command("index", "keep records in a database: SQLite, with full text search"),
    Command("search", "find in such a database what somebody said about something"),
    Command("serve", "answer in the browser: read what is pasted, search a database"),
    Command("explain", "list the patterns, show one at work, or tell how a record came about"),
    Command("verify", "replay records against their texts, or check a draft's quotations"),
    Command("speakers", "list who is heard in a corpus, how often and by which outlets"),
    Command("trace", "follow statements from article to article: who had it first, who changed it"),
    Command("graph", "draw who quotes whom: publishers, the outlets they rely on, speakers"),
    Command("convert", "rewrite records in another format: CSV, brat, Web Annotation, PROV, …"),
    Command("evaluate", "measure records against annotated articles"),
    Command("schema", "print the JSON Schema that every record satisfies"),
    Command("completion", "print a completion script for bash, zsh or fish"),
)

DESCRIPTION = "Who said what, and who says so: provenance records from news articles."
EXAMPLES = """\
examples:
  attrib extract article.txt                  one JSON record a line
  attrib extract article.txt --format table   the same for reading
  attrib explain                              which patterns there are
  attrib COMMAND --help                       more, with examples
"""


class CommandModule(Protocol):
    """What a module of `attrib.commands` offers."""

    EXAMPLES: str

    def add_arguments(self, parser: argparse.ArgumentParser) -> None: ...

    def run(self, arguments: argparse.Namespace) -> Status: ...


NEEDED = ("attrs", "nltk", "regex")
"""The packages that any command needs, some of which are imported only when an article asks."""


def load(command: str) -> CommandModule:
    """The module that runs `command`; AttribError where a package is missing that all need."""
    if missing := [name for name in NEEDED if find_spec(name) is None]:
        raise AttribError(
            f"{', '.join(missing)} not found by this Python; install it with "
            f"{sys.executable} -m pip install {' '.join(missing)}"
        )
    return cast(CommandModule, import_module(f"attrib.commands.{command}"))


def build_parser(words: Sequence[str] | None = None) -> argparse.ArgumentParser:
    """The parser for `words`: only the command they name gets its arguments, so loads fast.

    Without `words` every command has them, as `attrib completion` needs.
    """
    parser = Parser(
        prog="attrib", description=DESCRIPTION, epilog=EXAMPLES, formatter_class=HelpFormatter
    )
    parser.add_argument("--version", action="version", version=f"attrib {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    for command in COMMANDS:
        subparser = commands.add_parser(
            command.name, help=command.help, formatter_class=HelpFormatter
        )
        if words is None or command.name in words:
            module = load(command.name)
            subparser.description = f"{command.help[0].upper()}{command.help[1:]}."
            subparser.epilog = module.EXAMPLES
            module.add_arguments(subparser)
    return parser


def help_text(command: str | None = None) -> str:
    """The `--help` of `attrib`, or of one command, 80 columns wide whatever the terminal.

    >>> help_text("schema").splitlines()[0]
    'usage: attrib schema [OPTION ...]'
    """
    parser = build_parser(() if command is None else (command,))
    if command is not None:
        subparsers = subcommands(parser)
        if command not in subparsers:
            raise UsageError(f"no command {command!r}; there are {', '.join(subparsers)}")
        parser = subparsers[command]
    parser.formatter_class = _NarrowHelpFormatter
    return parser.format_help()


def subcommands(parser: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    """The parser of each command, by its name."""
    return dict(_subcommands(parser))


def _subcommands(
    parser: argparse.ArgumentParser,
) -> Iterator[tuple[str, argparse.ArgumentParser]]:
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            yield from action.choices.items()


class Parser(argparse.ArgumentParser):
    """Says what is wrong as all of attrib does: in one line, with the word that was meant."""

    def parse_args(self, args: Any = None, namespace: Any = None) -> Any:
        arguments, rest = self.parse_known_args(args, namespace)
        if rest:
            asked = subcommands(self).get(getattr(arguments, "command", None) or "", self)
            wrong = next((word for word in rest if word.startswith("-")), rest[0])
            kind = "option" if wrong.startswith("-") else "argument"
            asked.error(f"no {kind} {wrong}{_meant(wrong, asked._option_string_actions)}")
        return arguments

    def error(self, message: str) -> NoReturn:
        """Tell what is wrong, and how the command is used."""
        what, _, missing = message.partition("the following arguments are required: ")
        complain(f"{missing} is missing" if missing else what.removeprefix("argument "))
        sys.stderr.write(f"usage: {self._usage()}; {self.prog} --help tells more\n")
        raise SystemExit(int(Status.USAGE))

    def format_usage(self) -> str:
        """One line, whatever the number of options: they stand below it in the help."""
        return f"usage: {self._usage()}\n"

    def _usage(self) -> str:
        needed = [action for action in self._actions if _is_needed(action)]
        options = "[OPTION ...]" if len(self._actions) > len(needed) + 1 else "[-h]"
        formatter = HelpFormatter(self.prog)
        words = [self.prog, options]
        for action in needed:
            values = formatter._format_args(
                action, formatter._get_default_metavar_for_positional(action)
            )
            words.append(
                f"{action.option_strings[0]} {values}" if action.option_strings else values
            )
        return " ".join(words)

    def format_help(self) -> str:
        self.usage = self._usage().replace("%", "%%")
        return super().format_help()

    def _check_value(self, action: argparse.Action, value: Any) -> None:
        if action.choices is None or value in action.choices:
            return
        known = [str(choice) for choice in action.choices]
        if not isinstance(action, argparse._SubParsersAction):
            hint = _meant(value, known) or f"; there are {', '.join(known)}"
            raise argparse.ArgumentError(action, f"no {value!r}{hint}")
        hint = _meant(value, known)
        if not hint and os.path.exists(value):
            hint = f"; to read it: attrib extract {value}"
        raise argparse.ArgumentError(
            None, f"no command {value!r}{hint or '; attrib --help lists them'}"
        )


def _is_needed(action: argparse.Action) -> bool:
    """Whether an action stands in the line of usage: no option, or one that must be given."""
    return not action.option_strings or action.required


def _meant(word: str, known: Iterable[str]) -> str:
    near = get_close_matches(word.partition("=")[0], [*known], n=1)
    return f"; did you mean {near[0]}?" if near else ""


class HelpFormatter(argparse.RawDescriptionHelpFormatter):
    """Examples keep their lines; an option reads the same under every version of Python."""

    def __init__(self, prog: str, width: int | None = None, **options: Any) -> None:
        columns = width or min(shutil.get_terminal_size().columns - 2, 100)
        super().__init__(prog, max_help_position=26, width=columns, **options)

    def _format_action_invocation(self, action: argparse.Action) -> str:
        if not action.option_strings or action.nargs == 0:
            return super()._format_action_invocation(action)
        metavar = self._format_args(action, self._get_default_metavar_for_optional(action))
        return f"{', '.join(action.option_strings)} {metavar}"


class _NarrowHelpFormatter(HelpFormatter):
    def __init__(self, prog: str, **options: Any) -> None:
        super().__init__(prog, **{**options, "width": 80})
