"""`attrib completion`: scripts made from the parsers, so that they know every option."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator

from attrs import frozen

from attrib.cli import Status, build_parser, subcommands

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
    commands = {
        name: (subparser.description or "", tuple(_options(subparser)))
        for name, subparser in subcommands(parser).items()
    }
    return _SCRIPTS[shell](commands)


Commands = dict[str, tuple[str, tuple[Option, ...]]]


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
    cases = []
    for name, (_, options) in commands.items():
        words = " ".join(word for option in options for word in option.names)
        cases.append(f"        {name}) words={_quoted(words)} ;;")
    values = sorted(
        f"        {' | '.join(f'{name}:{word}' for word in option.names)}) "
        f"words={_quoted(' '.join(option.choices))} ;;"
        for name, (_, options) in commands.items()
        for option in options
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
        *(f"    {case}" for case in cases),
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


def _zsh(commands: Commands) -> str:
    lines = [
        "#compdef attrib",
        "# made by: attrib completion zsh",
        "_attrib() {",
        "  local -a commands",
        "  commands=(",
        *(f"    {_quoted(f'{name}:{about}')}" for name, (about, _) in commands.items()),
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
    for name, (_, options) in commands.items():
        lines.append(f"    {name}) _arguments \\")
        lines += [f"      {_quoted(spec)} \\" for option in options for spec in _zsh_specs(option)]
        lines += ["      '*:file:_files' ;;"]
    lines += ["  esac", "}", '_attrib "$@"']
    return "\n".join(lines) + "\n"


def _zsh_specs(option: Option) -> Iterator[str]:
    about = option.help.replace("[", r"\[").replace("]", r"\]").replace(":", r"\:")
    values = f"({' '.join(option.choices)})" if option.choices else "_files"
    for name in option.names:
        yield f"{name}[{about}]" + (f":value:{values}" if option.takes_value else "")


def _fish(commands: Commands) -> str:
    lines = ["# made by: attrib completion fish"]
    for name, (about, _) in commands.items():
        lines.append(f"complete -c attrib -n __fish_use_subcommand -fa {name} -d {_quoted(about)}")
    for name, (_, options) in commands.items():
        for option in options:
            words = [f"complete -c attrib -n '__fish_seen_subcommand_from {name}'"]
            words += [
                f"-l {word[2:]}" if word.startswith("--") else f"-s {word[1:]}"
                for word in option.names
            ]
            if option.choices:
                words.append(f"-xa {_quoted(' '.join(option.choices))}")
            elif option.takes_value:
                words.append("-r")
            words.append(f"-d {_quoted(option.help)}")
            lines.append(" ".join(words))
    return "\n".join(lines) + "\n"


def _quoted(words: str) -> str:
    """In single quotes, as all three shells read them.

    >>> _quoted("people's")
    "'people'\\\\''s'"
    """
    return "'" + words.replace("'", "'\\''") + "'"


_SCRIPTS = {"bash": _bash, "zsh": _zsh, "fish": _fish}
