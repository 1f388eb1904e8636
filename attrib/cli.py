"""Arguments in, exit status out; no analysis."""

from __future__ import annotations

import errno
import gc
import io
import os
import sys
from collections.abc import Sequence

from attrib.commands.parser import build_parser, load
from attrib.commands.terminal import Status, complain
from attrib.errors import AttribError, UsageError

_SELDOM = 100_000
"""Values made between two looks for garbage: tables are built of many, and none of them is any."""


def main(argv: Sequence[str] | None = None) -> int:
    """Run `attrib` with `argv` and return its exit status; the process goes on.

    >>> main(["--version"])  # doctest: +ELLIPSIS
    attrib ...
    0
    """
    words = sys.argv[1:] if argv is None else list(argv)
    if isinstance(sys.stdout, io.TextIOWrapper):  # a terminal that lacks “ gets an escape
        sys.stdout.reconfigure(errors="backslashreplace")
    threshold = gc.get_threshold()
    gc.set_threshold(_SELDOM)
    try:
        arguments = build_parser(words).parse_args(words)
        if arguments.command is None:
            build_parser().print_help(sys.stderr)
            return Status.USAGE
        return load(arguments.command).run(arguments)
    except SystemExit as stop:  # argparse has printed help, the version or what is wrong
        return stop.code if isinstance(stop.code, int) else Status.USAGE
    except UsageError as error:
        complain(str(error))
        return Status.USAGE
    except AttribError as error:
        complain(str(error))
        return Status.FAILED
    except KeyboardInterrupt:
        return Status.INTERRUPTED
    except BrokenPipeError:
        _silence_stdout()
        return Status.PIPE_CLOSED
    except OSError as error:
        complain(_os_message(error))
        return Status.FAILED
    finally:
        if argv is None:
            gc.freeze()  # the process ends: what is left is not looked through once more
        else:
            gc.set_threshold(*threshold)


def _os_message(error: OSError) -> str:
    place = f"{error.filename}: " if error.filename else ""
    advice = {
        errno.ENOSPC: "; make room and run it again",
        errno.EACCES: "; ask for permission or choose another file",
        errno.ENOENT: "; check the path",
    }.get(error.errno or 0, "")
    reason = (error.strerror or str(error)).lower().replace(" or directory", "")
    return f"{place}{reason}{advice}"


def _silence_stdout() -> None:
    """Let the interpreter flush what is left at exit into nothing instead of a closed pipe."""
    try:
        descriptor = sys.stdout.fileno()
    except (OSError, ValueError):
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, descriptor)
    os.close(nowhere)
