"""Where results go: a file or standard output, an article's lines whole or not at all."""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress
from typing import Protocol

from attrs import define


class _Sink(Protocol):
    def write(self, data: memoryview, /) -> int | None: ...
    def fileno(self) -> int: ...
    def close(self) -> None: ...


@define
class Output:
    """Bytes out, each block in one write; a block that fails half-way is taken back."""

    _sink: _Sink
    _own: bool = True

    @classmethod
    def open(cls, path: str | None, *, keep: int = 0) -> Output:
        """The file at `path`, of which the first `keep` bytes stay; standard output for None."""
        if path is None:
            sys.stdout.flush()
            buffer = sys.stdout.buffer
            return cls(getattr(buffer, "raw", buffer), own=False)
        sink = io.FileIO(path, "r+" if keep else "w")
        if keep:
            sink.seek(keep)
            sink.truncate()
        return cls(sink)

    def write(self, block: bytes) -> None:
        """Write a whole block, or leave the file as it was and say why not."""
        left = memoryview(block)
        try:
            while left:
                left = left[self._sink.write(left) or 0 :]
        except OSError:
            self._take_back(len(block) - len(left))
            raise

    def close(self) -> None:
        if self._own:
            self._sink.close()

    def __enter__(self) -> Output:
        return self

    def __exit__(self, *reason: object) -> None:
        self.close()

    def _take_back(self, length: int) -> None:
        if length:
            with suppress(OSError, ValueError):  # a pipe keeps what it got
                descriptor = self._sink.fileno()
                os.ftruncate(descriptor, os.fstat(descriptor).st_size - length)
