"""`attrib serve`."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path

from attrib.commands.inputs import workers
from attrib.commands.terminal import Status

EXAMPLES = """\
examples:
  attrib serve
  attrib index news/ -o quotes.db && attrib serve quotes.db
  attrib serve quotes.db --host 0.0.0.0 --name desk.newsroom.example --port 8080

A page to paste an article into and, with a database, to search it; JSON under /api. It answers
this machine alone unless --host says otherwise, and then everybody who can reach it: put a proxy
with a password in front. Ctrl-C ends it.
"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The database, and where to answer."""
    parser.add_argument(
        "database", nargs="?", metavar="DATABASE", help="what attrib index wrote, to search it too"
    )
    parser.add_argument(
        "--host", default="127.0.0.1", help="address to answer at (default: 127.0.0.1)"
    )
    parser.add_argument(
        "--port",
        type=_port,
        default=8000,
        metavar="N",
        help="0 takes any that is free (default: 8000)",
    )
    parser.add_argument(
        "--name",
        action="append",
        default=[],
        metavar="HOST",
        help="a name by which browsers reach it, besides those of this machine; repeatable",
    )
    parser.add_argument(
        "--fetch",
        action="store_true",
        help="get the page of an address that is pasted, from the public web alone",
    )
    parser.add_argument(
        "--workers",
        type=workers,
        default=os.cpu_count() or 1,
        metavar="N",
        help="processes that read what is pasted, 0 for one a core (default: 0)",
    )


def run(arguments: argparse.Namespace) -> Status:
    """Serve until told to end."""
    from attrib.desk.serve import run
    from attrib.desk.settings import Desk

    hosts = Desk().hosts
    if arguments.host not in ("127.0.0.1", "localhost", "::1"):
        hosts = (*hosts, arguments.host) if arguments.name else ("*",)
    desk = Desk(
        path=Path(arguments.database) if arguments.database else None,
        workers=arguments.workers,
        hosts=(*hosts, *arguments.name),
        fetches=arguments.fetch,
    )
    run(desk, arguments.host, arguments.port, _tell)
    return Status.OK


def _tell(address: str) -> None:
    print(f"attrib: serving at {address}", file=sys.stderr, flush=True)


def _port(value: str) -> int:
    if not value.isdecimal() or int(value) > 65_535:
        raise argparse.ArgumentTypeError(f"{value!r} is no port; give a number up to 65535")
    return int(value)
