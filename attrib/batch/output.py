"""Where results go: a file or standard output, an article's lines whole or not at all."""

from __future__ import annotations

import io
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
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


@contextmanager
def whole(out: Path) -> Iterator[Path]:
    """A file to write, which takes the place of `out` once it is whole; else `out` stays.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     with whole(Path(folder, "a.txt")) as part:
    ...         written = part.write_text("It rained.")
    ...     print([path.name for path in Path(folder).iterdir()])
    ['a.txt']
    """
    if out.exists() and not out.is_file():  # a pipe, a device
        yield out
        return
    final = Path(os.path.realpath(out))
    part = final.with_name(f"{final.name}.part")
    try:
        yield part
        if final.exists():
            shutil.copymode(final, part)
        part.replace(final)
    finally:
        part.unlink(missing_ok=True)
