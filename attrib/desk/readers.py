"""Processes that read what visitors paste, so that one long text keeps nobody else waiting."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any, TypeVar

from attrs import define, field, frozen

from attrib.analysis import Analysis
from attrib.errors import AttribError, InputError
from attrib.reading import web
from attrib.reading.corpus import Problem, Reading

Result = TypeVar("Result")
Facts = dict[str, str]
_FACTS = ("publisher", "published", "title", "url", "author")


class BusyError(AttribError):
    """Too many texts are waiting to be read, or one took too long."""


@frozen(kw_only=True)
class Pasted:
    """What a visitor gave: a text, or a page's HTML, and what is known of it."""

    text: str
    is_html: bool = False
    facts: Facts = field(factory=dict)

    @classmethod
    def of(cls, given: dict[str, str]) -> Pasted:
        """From the fields of a form or of JSON, of which those that say nothing are left out."""
        facts = {name: value.strip() for name in _FACTS if (value := given.get(name) or "").strip()}
        return cls(text=given.get("text") or "", is_html=given.get("kind") == "html", facts=facts)


def analysed(pasted: Pasted, seconds: float) -> Analysis:
    """The analysis of what was pasted; AttribError says what is wrong with it."""
    from attrib.attributor import Attributor

    text, facts = pasted.text, dict[str, Any](pasted.facts)
    if pasted.is_html:
        from attrib.reading.pages import page

        found = page.read(text)
        text = found.text
        facts = {**{name: value for name, value in found.facts().items() if value}, **facts}
        if not text.strip():
            raise InputError(
                found.absence or "no article found in this page; paste its text instead"
            )
    if not text.strip():
        raise InputError("there is no text; paste an article")
    return Attributor(max_seconds=seconds).attribute(text, **facts)


def fetched(pasted: Pasted, limits: web.Limits) -> Pasted:
    """What stands at the address that was pasted; AttribError says why it could not be had."""
    from attrib.reading.saved_pages import fetched as article_at

    found = article_at(pasted.text.strip(), Reading(), limits)
    if isinstance(found, Problem):
        raise InputError(found.reason)
    known = {name: value for name in _FACTS if (value := found.metadata().get(name))}
    return Pasted(text=found.text, facts={**known, **pasted.facts})


@define
class Readers:
    """Worker processes; each reads one text at a time, within limits."""

    number: int
    seconds: float
    """For one text, after which what was found so far is all."""
    _waiting: int = 0
    _pool: ProcessPoolExecutor | None = None

    async def read(self, pasted: Pasted) -> Analysis:
        """The analysis, made in another process; BusyError where none is free in time."""
        return await self._run(analysed, pasted, self.seconds)

    async def fetch(self, pasted: Pasted, limits: web.Limits) -> Pasted:
        """What stands at an address, fetched in another process too."""
        return await self._run(fetched, pasted, limits)

    async def _run(self, function: Callable[..., Result], *given: object) -> Result:
        if self._waiting >= 16 * self.number:
            raise BusyError("too many texts are waiting; try again in a minute")
        self._waiting += 1
        try:
            if self._pool is None:
                self._pool = _pool(self.number)
            future = self._pool.submit(function, *given)
            return await asyncio.wait_for(asyncio.wrap_future(future), 3 * self.seconds)
        except (asyncio.TimeoutError, TimeoutError):
            raise BusyError("this took too long; try again, or give a shorter text") from None
        except BrokenProcessPool:
            self.close()
            raise BusyError("the process that read this text was ended; try again") from None
        finally:
            self._waiting -= 1

    def close(self) -> None:
        """End the processes, whatever they are at."""
        pool, self._pool = self._pool, None
        if pool is not None:
            processes = list((pool._processes or {}).values())
            pool.shutdown(wait=False, cancel_futures=True)
            for process in processes:
                process.terminate()


def _pool(number: int) -> ProcessPoolExecutor:
    # A process that has threads, as a server has, must not be forked.
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(number, mp_context=context, initializer=_begin)


def _begin() -> None:
    """What a process does first: load what reading needs, and end with the one that began it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    parent = multiprocessing.parent_process()
    if parent is not None:

        def follow() -> None:
            parent.join()
            os._exit(0)

        threading.Thread(target=follow, daemon=True).start()
    from attrib.attributor import attribute

    attribute("“We are ready,” said Ana Ruiz.")
