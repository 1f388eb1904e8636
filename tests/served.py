"""The desk in a process of its own, for the tests that ask it."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

ROOT = Path(__file__).parents[1]


class Server:
    """A desk in a process of its own."""

    def __init__(self, *words: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "attrib", "serve", *words, "--port", "0", "--workers", "2"],
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
        )
        assert self.process.stderr is not None
        line = self.process.stderr.readline()
        found = re.search(r"http://\S+", line)
        assert found, line
        self.address = found[0].rstrip("/")

    def ask(
        self, path: str, body: bytes | None = None, **headers: str
    ) -> tuple[int, dict[str, str], bytes]:
        """Status, headers and body of an answer."""
        connection = HTTPConnection(str(urlsplit(self.address).netloc), timeout=60)
        names = {name.replace("_", "-"): value for name, value in headers.items()}
        connection.request("GET" if body is None else "POST", path, body, names)
        answer: HTTPResponse = connection.getresponse()
        found = answer.status, dict(answer.headers.items()), answer.read()
        connection.close()
        return found

    def json(self, path: str, value: object = None) -> Any:
        """What a request for JSON is answered, which must go well."""
        status, _, body = self.ask(path, None if value is None else json.dumps(value).encode())
        assert status == 200, body
        return json.loads(body)

    def form(self, path: str, **fields: str) -> tuple[int, dict[str, str], bytes]:
        return self.ask(path, urlencode(fields).encode())

    def end(self) -> int:
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(20)
