"""What the desk answers: a request in, a page, a file or JSON out."""

from __future__ import annotations

import asyncio
import json
import sqlite3
import time
from collections.abc import Awaitable, Callable
from contextlib import closing
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import parse_qsl

from attrs import evolve, frozen

from attrib.analysis import Analysis
from attrib.desk import database, downloads, lookup, pages, responses
from attrib.desk.openapi import openapi
from attrib.desk.query import Query
from attrib.desk.readers import BusyError, Pasted, Readers
from attrib.desk.search import RANKED, Found, search
from attrib.desk.settings import Desk
from attrib.display.page import asset
from attrib.errors import AttribError, InputError, UsageError
from attrib.lazily import re
from attrib.reading import web
from attrib.reading.public import Hosts

if TYPE_CHECKING:
    from starlette.requests import Request
    from starlette.responses import Response

Result = TypeVar("Result")
STATIC = {
    "view.css": "text/css",
    "desk.css": "text/css",
    "view.js": "text/javascript",
    "desk.js": "text/javascript",
}
_ADDRESS = re.compile(r"\s*https?://\S+\s*", re.IGNORECASE)
_QUERY = ("speaker", "outlet", "publisher", "kind", "since", "until")
_MOST_HITS = 200


@frozen
class _NotFoundError(AttribError):
    told: str


class _TooLongError(AttribError):
    """More bytes than may be sent."""


class Answers:
    """The answers to requests."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk
        self.site = desk.site
        self.readers = Readers(desk.workers, desk.limits.reading)

    # --- pages

    async def home(self, request: Request) -> Response:
        return responses.page(await self._home())

    async def read(self, request: Request) -> Response:
        """What a visitor pasted, as `attrib view` shows it."""
        try:
            pasted = Pasted.of(await self._form(request))
        except InputError as error:
            return responses.page(await self._home(wrong=str(error)), 413)
        try:
            analysis, pasted = await self._analysed(pasted)
        except AttribError as error:
            status = 503 if isinstance(error, BusyError) else 400
            return responses.page(await self._home(pasted, str(error)), status)
        return responses.page(await _threaded(pages.read, self.site, analysis, pasted))

    async def download(self, request: Request) -> Response:
        form = await self._form(request)
        analysis, _ = await self._analysed(Pasted.of(form))
        return responses.file(await _threaded(downloads.made, form.get("format", ""), analysis))

    async def search(self, request: Request) -> Response:
        try:
            query = _query(request)
            found = await self._search(query) if _asks(query) else None
            return responses.page(pages.results(self.site, query, found))
        except UsageError as error:
            words = Query(words=request.query_params.get("q"))
            return responses.page(pages.results(self.site, words, None, str(error)), 400)

    async def speakers(self, request: Request) -> Response:
        words, offset = request.query_params.get("q", ""), _whole(request, "offset", 0)
        try:
            found = await self._asked(lookup.speakers, words, pages.LISTED, offset)
        except UsageError as error:
            return responses.page(pages.speakers(self.site, (), words, 0, str(error)), 400)
        return responses.page(pages.speakers(self.site, found, words, offset))

    async def speaker(self, request: Request) -> Response:
        number, offset = request.path_params["number"], _whole(request, "offset", 0)
        known = await self._asked(lookup.speaker, number)
        if known is None:
            raise _NotFoundError("No such speaker. Look for the name under Speakers.")
        query = Query(speaker_id=number, limit=pages.PER_PAGE, offset=offset)
        return responses.page(pages.speaker(self.site, known, await self._search(query), offset))

    async def outlets(self, request: Request) -> Response:
        return responses.page(pages.outlets(self.site, await self._asked(lookup.outlets)))

    async def outlet(self, request: Request) -> Response:
        known = await self._asked(lookup.outlet, request.path_params["name"])
        if known is None:
            raise _NotFoundError("No article names this outlet. Look for it under Outlets.")
        return responses.page(pages.outlet(self.site, known))

    async def article(self, request: Request) -> Response:
        number = request.path_params["number"]
        analysis = await self._article(number)
        versions = await self._asked(lookup.versions, number)
        return responses.page(await _threaded(pages.article, self.site, number, analysis, versions))

    async def article_download(self, request: Request) -> Response:
        analysis = await self._article(request.path_params["number"])
        name = request.query_params.get("format", "jsonl")
        return responses.file(await _threaded(downloads.made, name, analysis))

    async def static(self, request: Request) -> Response:
        from starlette.responses import Response

        name = request.path_params["name"]
        if name not in STATIC:
            raise _NotFoundError("No such file.")
        return Response(
            asset(name),
            media_type=STATIC[name],
            headers={**responses.SAFE, "Cache-Control": "max-age=300"},
        )

    # --- JSON

    async def health(self, request: Request) -> Response:
        held = await self._asked(lookup.counts) if self.desk.path else {}
        return responses.as_json({"status": "ok", **held})

    async def describe(self, request: Request) -> Response:
        return responses.as_json(openapi(has_database=self.site.has_database))

    async def extract(self, request: Request) -> Response:
        """An article with its records, as `--format json` has it."""
        body = await self._body(request)
        try:
            given = json.loads(body)
        except (ValueError, RecursionError):
            given = None
        if not isinstance(given, dict) or not isinstance(given.get("text"), str):
            raise UsageError('send a JSON object with the article as "text"')
        words = {name: value for name, value in given.items() if value is not None}
        if strange := [name for name, value in words.items() if not isinstance(value, str)]:
            raise UsageError(f"{', '.join(strange)}: only strings are understood")
        analysis, _ = await self._analysed(Pasted.of(words))
        return responses.article_json(analysis, with_text=False)

    async def api_search(self, request: Request) -> Response:
        query = _query(request)
        query = evolve(
            query,
            limit=min(max(_whole(request, "limit", query.limit), 1), _MOST_HITS),
            speaker_id=_whole(request, "speaker_id", 0) or None,
        )
        found = await self._search(query)
        return responses.as_json(
            {"total": found.total, "hits": [hit.to_dict() for hit in found.hits]}
        )

    async def api_speakers(self, request: Request) -> Response:
        limit = min(max(_whole(request, "limit", pages.LISTED), 1), _MOST_HITS)
        words, offset = request.query_params.get("q", ""), _whole(request, "offset", 0)
        found = await self._asked(lookup.speakers, words, limit, offset)
        return responses.as_json({"speakers": [speaker.to_dict() for speaker in found]})

    async def api_article(self, request: Request) -> Response:
        return responses.article_json(
            await self._article(request.path_params["number"]), with_text=True
        )

    # --- what went wrong

    async def wrong(self, request: Request, error: Exception) -> Response:
        """A complaint, as a page or as JSON; nothing of a defect is told."""
        status, told = _status(error), str(error)
        if isinstance(error, _NotFoundError):
            told = error.told
        if isinstance(error, sqlite3.Error):
            told = (
                "This search takes too long; name a speaker, an outlet or a span of days."
                if "interrupted" in str(error)
                else "The database cannot be read now; try again in a minute."
            )
        return self._complaint(request, status, told)

    async def absent(self, request: Request, error: Exception) -> Response:
        status = getattr(error, "status_code", 404)
        told = "There is nothing here. Begin at the first page."
        return self._complaint(request, status, told)

    def _complaint(self, request: Request, status: int, told: str) -> Response:
        if request.url.path.startswith(("/api", "/healthz")):
            return responses.as_json({"error": told}, status)
        title = "Not found" if status == 404 else "That did not work"
        return responses.page(pages.problem(self.site, title, told), status)

    # --- what answers are made of

    async def _home(self, given: Pasted | None = None, wrong: str = "") -> pages.Page:
        if self.desk.path is None:
            return pages.home(self.site, given=given, wrong=wrong)
        counts = await self._asked(lookup.counts)
        heard = await self._asked(lookup.speakers, "", 10)
        latest = await self._asked(_latest)
        return pages.home(self.site, counts, heard, latest, given=given, wrong=wrong)

    async def _asked(self, question: Callable[..., Result], *given: Any) -> Result:
        """The answer to a question to the database, within its time."""
        path = self.desk.path
        assert path is not None

        def ask() -> Result:
            with closing(database.for_reading(path)) as opened:
                deadline = time.monotonic() + self.desk.limits.searching
                opened.set_progress_handler(lambda: time.monotonic() > deadline, 20_000)
                return question(opened, *given)

        return await _threaded(ask)

    async def _search(self, query: Query) -> Found:
        return await self._asked(search, query)

    async def _article(self, number: int) -> Analysis:
        found = await self._asked(lookup.article, number)
        if found is None:
            raise _NotFoundError("No such article. Look for it under Search.")
        return found

    async def _analysed(self, pasted: Pasted) -> tuple[Analysis, Pasted]:
        """The analysis of what was pasted, and that."""
        if _ADDRESS.fullmatch(pasted.text):
            if not self.desk.fetches:
                raise InputError("this is only an address; open it there and paste the article")
            allowed = self.desk.limits
            pasted = await self.readers.fetch(
                pasted, web.Limits(seconds=allowed.fetching, size=10 * allowed.most, hosts=Hosts())
            )
        return await self.readers.read(pasted), pasted

    async def _form(self, request: Request) -> dict[str, str]:
        """The fields of a form. A browser sends line breaks as CR LF, whatever was pasted."""
        body = await self._body(request)
        fields = parse_qsl(
            body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=20
        )
        return {name: value.replace("\r\n", "\n") for name, value in fields}

    async def _body(self, request: Request) -> bytes:
        most = self.desk.limits.most

        async def taken() -> bytes:
            parts: list[bytes] = []
            size = 0
            async for part in request.stream():
                size += len(part)
                if size > most:
                    raise _TooLongError(f"the text is too long; the most is {most / 1e6:g} MB")
                parts.append(part)
            return b"".join(parts)

        try:
            return await asyncio.wait_for(taken(), self.desk.limits.sending)
        except (asyncio.TimeoutError, TimeoutError):
            raise BusyError("the text came too slowly; try again") from None


def _latest(opened: sqlite3.Connection) -> tuple[lookup.ArticleFound, ...]:
    return lookup.articles(opened, limit=8)


def _query(request: Request) -> Query:
    """What a request looks for; UsageError where a part of it is none."""
    given = {name: value for name, value in request.query_params.items() if value.strip()}
    query = Query(
        words=given.get("q"),
        in_articles=bool(given.get("articles")),
        cue_class=given.get("class"),
        limit=pages.PER_PAGE,
        offset=_whole(request, "offset", 0),
        **{name: given[name] for name in _QUERY if name in given},
    )
    if query.offset > RANKED:
        raise UsageError(f"no more than {RANKED:,} are listed; narrow the search")
    return query


def _asks(query: Query) -> bool:
    return any(
        (query.words, query.speaker, query.outlet, query.publisher, query.kind, query.cue_class)
    ) or bool(query.since or query.until)


def _whole(request: Request, name: str, default: int) -> int:
    value = request.query_params.get(name, "").strip()
    if not value:
        return default
    if not (value.isascii() and value.isdigit() and len(value) < 10):
        raise UsageError(f"{name} is a whole number")
    return int(value)


def _status(error: Exception) -> int:
    if isinstance(error, _NotFoundError):
        return 404
    if isinstance(error, _TooLongError):
        return 413
    return 503 if isinstance(error, BusyError | sqlite3.Error) else 400


async def _threaded(function: Callable[..., Result], *given: Any) -> Result:
    from starlette.concurrency import run_in_threadpool

    made: Awaitable[Result] = run_in_threadpool(function, *given)
    return await made
