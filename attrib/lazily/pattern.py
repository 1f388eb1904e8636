"""What stands for a pattern until one of its methods is asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

METHODS = ("search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split")


class _Compiled:
    """A pattern whose methods are those of the compiled one."""

    def __init__(self, pattern: str | bytes, compiled: Callable[[], Any]) -> None:
        self.pattern = pattern
        self._compiled = compiled


class Lazily(_Compiled):
    """The same before one of them was asked for; then it becomes the other, which asks nothing."""

    def __getattr__(self, name: str) -> Any:
        compiled = self._compiled()
        for method in METHODS:
            setattr(self, method, getattr(compiled, method))
        self.__class__ = _Compiled  # type: ignore[assignment]
        return getattr(self, name)
