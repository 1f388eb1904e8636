"""`attrib completion`: scripts made from the parsers, so that they know every option."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator

from attrs import frozen

from attrib.commands.parser import build_parser, subcommands
from attrib.commands.terminal import Status

EXAMPLES = """\
examples:
  attrib completion bash > ~/.local/share/bash-completion/completions/attrib
  attrib completion zsh > ~/.zfunc/_attrib      (~/.zfunc in fpath, before compinit)
  attrib completion fish > ~/.config/fish/completions/attrib.fish
"""


@frozen
class Option:
    """An option of a command."""

    names: tuple[str, ...]
    help: str
    choices: tuple[str, ...]
    takes_value: bool


@frozen
class Words:
    """What may follow a command."""

    about: str
    options: tuple[Option, ...]
    values: tuple[str, ...]
    """Of an argument that is no option and no file."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The shell."""
    parser.add_argument("shell", choices=tuple(_SCRIPTS), help="the shell that will complete")


def run(arguments: argparse.Namespace) -> Status:
    """Print the script."""
    sys.stdout.write(script(arguments.shell))
    return Status.OK


def script(shell: str) -> str:
    """The completion script for a shell."""
    parser = build_parser()
    commands = {name: _words(subparser) for name, subparser in subcommands(parser).items()}
    return _SCRIPTS[shell](commands)


Commands = dict[str, Words]


def _words(parser: argparse.ArgumentParser) -> Words:
    values = (
        str(choice)
        for action in parser._actions
        if not action.option_strings
        for choice in action.choices or ()
    )
    return Words(parser.description or "", tuple(_options(parser)), tuple(values))


def _options(parser: argparse.ArgumentParser) -> Iterator[Option]:
    for action in parser._actions:
        if action.option_strings:
            yield Option(
                tuple(action.option_strings),
                " ".join((action.help or "").split()).replace("%%", "%"),
                tuple(map(str, action.choices or ())),
                action.nargs != 0,
            )


def _bash(commands: Commands) -> str:
    names = [
        f"            {name}) words={_quoted(_joined(_names(words)))} ;;"
        for name, words in commands.items()
    ]
    others = [
        f"            {name}) words={_quoted(_joined(words.values))} ;;"
        for name, words in commands.items()
        if words.values
    ]
    values = sorted(
        f"        {' | '.join(f'{name}:{word}' for word in option.names)}) "
        f"words={_quoted(' '.join(option.choices))} ;;"
        for name, words in commands.items()
        for option in words.options
        if option.choices
    )
    lines = [
        "# bash completion for attrib; made by: attrib completion bash",
        "_attrib() {",
        '    local words current="${COMP_WORDS[COMP_CWORD]}"',
        '    local previous="${COMP_WORDS[COMP_CWORD-1]}"',
        "    if [[ $COMP_CWORD -eq 1 ]]; then",
        f"        words={_quoted(' '.join([*commands, '--help', '--version']))}",
        '        COMPREPLY=($(compgen -W "$words" -- "$current"))',
        "        return",
        "    fi",
        '    case "${COMP_WORDS[1]}:$previous" in',
        *values,
        "    esac",
        "    if [[ -z $words && $current == -* ]]; then",
        '        case "${COMP_WORDS[1]}" in',
        *names,
        "        esac",
        "    elif [[ -z $words ]]; then",
        '        case "${COMP_WORDS[1]}" in',
        *others,
        "        esac",
        "    fi",
        "    if [[ -n $words ]]; then",
        '        COMPREPLY=($(compgen -W "$words" -- "$current"))',
        "    else",
        '        COMPREPLY=($(compgen -f -- "$current"))',
        "    fi",
        "}",
        "complete -o filenames -F _attrib attrib",
    ]
    return "\n".join(lines) + "\n"


def _names(words: Words) -> Iterator[str]:
    return (name for option in words.options for name in option.names)


def _joined(words: Iterable[str]) -> str:
    return " ".join(words)


def _zsh(commands: Commands) -> str:
    lines = [
        "#compdef attrib",
        "# made by: attrib completion zsh",
        "_attrib() {",
        "  local -a commands",
        "  commands=(",
        *(f"    {_quoted(f'{name}:{words.about}')}" for name, words in commands.items()),
        "  )",
        "  if (( CURRENT == 2 )); then",
        "    _describe command commands",
        "    return",
        "  fi",
        "  local command=$words[2]",
        "  shift words",
        "  (( CURRENT-- ))",
        "  case $command in",
    ]
    for name, words in commands.items():
        specs = [spec for option in words.options for spec in _zsh_specs(option)]
        rest = f"*:value:({_joined(words.values)})" if words.values else "*:file:_files"
        lines.append(f"    {name}) _arguments \\")
        lines += [f"      {_quoted(spec)} \\" for spec in specs]
        lines += [f"      {_quoted(rest)} ;;"]
    lines += ["  esac", "}", '_attrib "$@"']
    return "\n".join(lines) + "\n"


def _zsh_specs(option: Option) -> Iterator[str]:
    about = option.help.replace("[", r"\[").replace("]", r"\]").replace(":", r"\:")
    values = f"({' '.join(option.choices)})" if option.choices else "_files"
    for name in option.names:
        yield f"{name}[{about}]" + (f":value:{values}" if option.takes_value else "")


def _fish(commands: Commands) -> str:
    lines = ["# made by: attrib completion fish"]
    for name, words in commands.items():
        about = _quoted(words.about)
        lines.append(f"complete -c attrib -n __fish_use_subcommand -fa {name} -d {about}")
    for name, words in commands.items():
        after = f"complete -c attrib -n '__fish_seen_subcommand_from {name}'"
        if words.values:
            lines.append(f"{after} -fa {_quoted(_joined(words.values))}")
        for option in words.options:
            parts = [after]
            parts += [
                f"-l {word[2:]}" if word.startswith("--") else f"-s {word[1:]}"
                for word in option.names
            ]
            if option.choices:
                parts.append(f"-xa {_quoted(' '.join(option.choices))}")
            elif option.takes_value:
                parts.append("-r")
            parts.append(f"-d {_quoted(option.help)}")
            lines.append(" ".join(parts))
    return "\n".join(lines) + "\n"


def _quoted(words: str) -> str:
    """In single quotes, as all three shells read them.

    >>> _quoted("people's")
    "'people'\\\\''s'"
    """
    return "'" + words.replace("'", "'\\''") + "'"


_SCRIPTS = {"bash": _bash, "zsh": _zsh, "fish": _fish}
