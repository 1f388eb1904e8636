"""The desk in a browser, and its JSON: requests in, pages out. The extra `[serve]`.

Nothing that a request says names a file or an address to be fetched: the database is the one given
at the start, and nothing is fetched. What is pasted is read in another process, within limits, and
kept nowhere.
"""

from __future__ import annotations

import signal
import socket
import sqlite3
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from attrib.desk import database
from attrib.desk.answers import Answers
from attrib.desk.settings import Desk
from attrib.errors import AttribError, MissingExtraError

if TYPE_CHECKING:
    from starlette.applications import Starlette


def run(desk: Desk, host: str, port: int, ready: Callable[[str], None]) -> None:
    """Serve until SIGTERM or Ctrl-C; `ready` is told the address. OSError where it is taken."""
    uvicorn = _module("uvicorn")
    if desk.path is not None:
        database.for_reading(desk.path).close()
    made = app(desk)
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.create_server((host, port), family=family, backlog=256) as listening:
        shown = f"[{host}]" if ":" in host else host
        config = uvicorn.Config(
            made,
            log_level="warning",
            access_log=False,
            server_header=False,
            date_header=True,
            limit_concurrency=500,
            timeout_keep_alive=5,
            timeout_graceful_shutdown=10,
            ws="none",
        )
        server = uvicorn.Server(config)
        # uvicorn raises the signal again when all is done; then it has nothing to add.
        before = {one: signal.signal(one, _nothing) for one in (signal.SIGTERM, signal.SIGINT)}
        try:
            ready(f"http://{shown}:{listening.getsockname()[1]}/")
            server.run(sockets=[listening])
        finally:
            for one, handler in before.items():
                signal.signal(one, handler)


def app(desk: Desk) -> Starlette:
    """The desk as an ASGI application; MissingExtraError where the extra is not installed."""
    _module("starlette")
    from starlette.applications import Starlette
    from starlette.middleware import Middleware
    from starlette.middleware.trustedhost import TrustedHostMiddleware
    from starlette.routing import Route

    served = Answers(desk)

    @asynccontextmanager
    async def lifespan(_: Starlette) -> AsyncIterator[None]:
        yield
        served.readers.close()

    routes = [
        Route("/", served.home),
        Route("/read", served.read, methods=["POST"]),
        Route("/download", served.download, methods=["POST"]),
        Route("/healthz", served.health),
        Route("/api", served.describe),
        Route("/api/extract", served.extract, methods=["POST"]),
        Route("/static/{name}", served.static),
    ]
    if desk.path is not None:
        routes += [
            Route("/search", served.search),
            Route("/speakers", served.speakers),
            Route("/speakers/{number:int}", served.speaker),
            Route("/outlets", served.outlets),
            Route("/outlets/{name:path}", served.outlet),
            Route("/articles/{number:int}", served.article),
            Route("/articles/{number:int}/download", served.article_download),
            Route("/api/search", served.api_search),
            Route("/api/speakers", served.api_speakers),
            Route("/api/articles/{number:int}", served.api_article),
        ]
    return Starlette(
        routes=routes,
        lifespan=lifespan,
        middleware=[Middleware(TrustedHostMiddleware, allowed_hosts=list(desk.hosts))],
        exception_handlers={
            AttribError: served.wrong,
            sqlite3.Error: served.wrong,
            404: served.absent,
            405: served.absent,
        },
    )


def _nothing(*_: object) -> None:
    """A signal that was answered already."""


def _module(name: str) -> Any:
    from importlib import import_module

    try:
        return import_module(name)
    except ImportError as error:
        raise MissingExtraError(
            "the desk needs the extra [serve]: pip install 'attrib[serve]'"
        ) from error
