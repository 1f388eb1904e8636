"""What every command tells the shell and the person at it: exit statuses and complaints."""

from __future__ import annotations

import sys
from contextlib import nullcontext
from enum import IntEnum


class Status(IntEnum):
    """What `attrib` tells the shell."""

    OK = 0
    FAILED = 1
    """An input or a check failed; standard error names it, and the rest came out."""
    USAGE = 2
    INTERRUPTED = 130
    """Stopped with Ctrl-C."""
    PIPE_CLOSED = 141
    """Nobody reads the output any more: `attrib extract … | head`."""


def complain(message: str) -> None:
    """Say on standard error what went wrong; a text's control characters cannot act there."""
    bars = sys.modules.get("tqdm")
    with bars.tqdm.external_write_mode(sys.stderr) if bars else nullcontext():  # a bar gives way
        print(f"attrib: {printable(message)}", file=sys.stderr)


def printable(message: str) -> str:
    r"""The message on one line, everything a terminal would obey written as an escape.

    >>> printable("a\x1b[31mb\nc")
    'a\\x1b[31mb c'
    """
    return "".join(
        char if char.isprintable() else repr(char)[1:-1] for char in " ".join(message.split())
    )
