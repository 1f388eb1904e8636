"""Answers to a browser, with the headers that keep it from doing anything else."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from attrib.analysis import Analysis
from attrib.desk.downloads import Download
from attrib.desk.pages import Page

if TYPE_CHECKING:
    from starlette.responses import Response

SAFE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}


def page(made: Page, status: int = 200) -> Response:
    """A page, which may ask for nothing but what the desk itself has."""
    from starlette.responses import Response

    policy = (
        f"default-src 'none'; style-src 'self' '{made.style}'; script-src 'self'; "
        "img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    )
    headers = {**SAFE, "Content-Security-Policy": policy, "Cache-Control": "no-store"}
    data = made.html.encode("utf-8", "replace")
    return Response(data, status, headers, media_type="text/html; charset=utf-8")


def as_json(value: object, status: int = 200) -> Response:
    """A value as JSON."""
    from starlette.responses import Response

    data = json.dumps(value, ensure_ascii=False).encode("utf-8", "backslashreplace")
    headers = {**SAFE, "Content-Security-Policy": "default-src 'none'"}
    return Response(data, status, headers, media_type="application/json")


def article_json(analysis: Analysis, *, with_text: bool) -> Response:
    """An article as `--format json` has it."""
    return as_json(analysis.to_dict(text=with_text and bool(analysis.document.text)))


def file(download: Download) -> Response:
    """A file to be saved."""
    from starlette.responses import Response

    headers = {
        **SAFE,
        "Content-Disposition": f'attachment; filename="{download.name}"',
        "Content-Security-Policy": "default-src 'none'; sandbox",
    }
    return Response(download.data, 200, headers, media_type=download.media_type)
